//! An invitation, as it is sent or answered: it becomes a guest.
//!
//! Who invites and what the person has is not in it. Source: *Create invitation*, `invitation` and `invitedUserMessageInfo`
//! (Microsoft Graph).

use super::entries::{entries, flag_or_null, list_or_null, object_or_null, text_or_null};
use super::note::Notes;
use super::users::{Taken, add, told};
use crate::address::EmailAddress;
use crate::design::Design;
use crate::document::PropertyError;
use crate::document::place::{Place, shorten};
use crate::document::tree::Tree;
use crate::guest::{Guest, UserType};

const ADDRESS: &str = "invitedUserEmailAddress";
const TAKEN: &[&str] = &[
    ADDRESS,
    "inviteRedirectUrl",
    "invitedUserDisplayName",
    "invitedUserMessageInfo",
    "invitedUserType",
    "resetRedemption",
    "sendInvitationMessage",
];
const KNOWN: &[&str] = &["inviteRedeemUrl", "invitedUser", "invitedUserSponsors", "status"];

pub(super) fn read(root: &Place<'_>, design: &Design, guests: &mut Vec<Guest>, notes: &mut Notes) -> Result<(), PropertyError> {
    let mut taken = Taken::of(guests);
    for entry in entries(root)?.list {
        let guest = invited(&entry, notes)?;
        let name = shorten(&guest.display_name);
        if add(guest, &entry, guests, &mut taken, notes)? {
            notes.taken(&entry.path, format!("the guest `{name}`, invited to `{}`", design.resource_tenant.display_name));
        }
    }
    Ok(())
}

fn invited(entry: &Place<'_>, notes: &mut Notes) -> Result<Guest, PropertyError> {
    notes.leave_rest(entry, TAKEN, KNOWN)?;
    let place = entry.get(ADDRESS).ok_or_else(|| entry.missing(ADDRESS))?;
    let address = EmailAddress::parse(notes.trimmed(&place)?).map_err(|error| place.error(error.to_string()))?;
    let name = text_or_null(entry, "invitedUserDisplayName")?.unwrap_or_else(|| address.local()).to_owned();
    let mut guest = Guest::invited(name, address);
    let invitation = &mut guest.invitation;
    if let Some(place) = entry.get("invitedUserType").filter(|place| *place.tree != Tree::Null) {
        invitation.invited_user_type = notes.word::<UserType>(&place)?;
    }
    // Without the property no mail is sent. Source: `invitation` (Microsoft Graph).
    invitation.send_invitation_message = flag_or_null(entry, "sendInvitationMessage")?.unwrap_or(false);
    invitation.invite_redirect_url = text_or_null(entry, "inviteRedirectUrl")?.map(str::to_owned);
    if let Some(message) = object_or_null(entry, "invitedUserMessageInfo")? {
        notes.leave_rest(&message, &["messageLanguage", "customizedMessageBody", "ccRecipients"], &[])?;
        if let Some(first) = list_or_null(&message, "ccRecipients", "guests")?.first() {
            notes.ignored(&first.path, "who gets a copy has no place in the scenario".to_owned());
        }
        invitation.message_language = text_or_null(&message, "messageLanguage")?.map(str::to_owned);
        invitation.customized_message_body = text_or_null(&message, "customizedMessageBody")?.map(str::to_owned);
    }
    if flag_or_null(entry, "resetRedemption")? == Some(true) {
        notes.notice(&entry.path, "it resets a redemption; here it is a first invitation".to_owned());
    }
    told(&mut guest, "Invited through Microsoft Graph.");
    Ok(guest)
}
