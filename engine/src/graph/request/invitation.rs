//! The invitation of a guest, and the state of the guest object.
//!
//! Facts about the person are no part of it.

use super::body::{Blanks, object, object_of, text, word};
use super::{Method, Request, Sheet};
use crate::design::Design;
use crate::document::tree::Tree;
use crate::guest::Guest;
use crate::mail;
use crate::rules::Document;

/// The invitation. Source: *Create invitation*, `invitation` and `invitedUserMessageInfo` (Microsoft Graph).
pub(super) fn invitation(design: &Design, guest: &Guest) -> Sheet {
    let invitation = &guest.invitation;
    let tenant = &design.resource_tenant.display_name;
    let mut blanks = Blanks::default();
    // The object that is invited keeps its user principal name. Source: `invite-internal-users.md`, 2023-07.
    let internal = invitation.internal_user.as_ref().map(|user| blanks.id_of(user.user_principal_name.as_str()));
    let body = object_of([
        ("invitedUserEmailAddress", Some(text(guest.invited_email.as_str()))),
        ("invitedUserDisplayName", Some(text(&guest.display_name))),
        ("invitedUserType", Some(word(invitation.invited_user_type))),
        ("inviteRedirectUrl", Some(text(mail::redirect_address(design, guest)))),
        ("sendInvitationMessage", Some(Tree::Bool(invitation.send_invitation_message))),
        ("invitedUserMessageInfo", message(guest)),
        ("invitedUser", internal.map(|id| object([("id", text(id))]))),
    ]);
    let request = Request::new(tenant, Method::Post, "/invitations", body, Document::InvitationPost).with_blanks(blanks);
    let both = invitation.message_language.is_some() && invitation.customized_message_body.is_some();
    let request = if both { request.noting("With a personal message, messageLanguage is ignored.") } else { request };
    let mut sheet = Sheet::of(vec![request]);
    if invitation.account_disabled {
        sheet.requests.push(disabled(tenant, guest));
    }
    sheet
}

fn message(guest: &Guest) -> Option<Tree> {
    let own = |text: &Option<String>| text.clone().map(Tree::Text);
    let (language, body) = (own(&guest.invitation.message_language), own(&guest.invitation.customized_message_body));
    (language.is_some() || body.is_some()).then(|| object_of([("messageLanguage", language), ("customizedMessageBody", body)]))
}

/// The guest object is disabled. Source: `user` (Microsoft Graph), `accountEnabled`.
fn disabled(tenant: &str, guest: &Guest) -> Request {
    let mut blanks = Blanks::default();
    let path = format!("/users/{}", blanks.put(format_args!("object id of {}", guest.display_name)));
    let body = object([("accountEnabled", Tree::Bool(false))]);
    Request::new(tenant, Method::Patch, path, body, Document::GraphUser).with_blanks(blanks)
}
