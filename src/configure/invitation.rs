//! How the guest was invited, what stands in the way of an invitation, and what became of the guest object.
//!
//! What the invitation leads to is shown by the run, not here.

use redemption_engine::graph::request;
use redemption_engine::guest::{Guest, InternalUser};
use redemption_engine::wording;

use super::form::{rows, within};
use super::group::{Group, group};
use super::line::{Line, or_empty, read_day};
use super::setting::{Kind, Setting, flag, line, one, one_or_none, setting};
use super::subject;
use crate::words;

const INVITATION: &[Setting<Guest>] = &[
    setting(
        "sendInvitationMessage",
        words::common::send_invite_message(),
        words::guest::send_invite_message_help(),
        flag!(invitation.send_invitation_message),
    ),
    setting(
        "invitedUserType",
        words::common::user_type(),
        words::guest::user_type_help(),
        one!(invitation.invited_user_type, wording::user_type),
    ),
    setting(
        "inviteRedirectUrl",
        words::common::invite_redirect_url(),
        words::guest::invite_redirect_url_help(),
        line!(invitation.invite_redirect_url, "url", "https://myapps.microsoft.com"),
    ),
    setting(
        "contactConflict",
        words::guest::contact_object_owns_invited_address(),
        words::guest::contact_object_owns_invited_address_help(),
        flag!(invitation.contact_conflict),
    ),
    setting(
        "accountDisabled",
        words::guest::the_guest_object_is_disabled(),
        words::guest::the_guest_object_is_disabled_help(),
        flag!(invitation.account_disabled),
    ),
];

const INVITER: &[Setting<Guest>] = &[
    setting(
        "inviter.role",
        words::guest::role_of_the_inviter(),
        words::guest::role_of_the_inviter_help(),
        one!(invitation.inviter.role, wording::inviter_role),
    ),
    setting(
        "inviter.withoutMailbox",
        words::guest::the_inviter_has_no_mailbox(),
        words::guest::the_inviter_has_no_mailbox_help(),
        flag!(invitation.inviter.without_mailbox),
    ),
    setting(
        "invitedOn",
        words::guest::day_of_the_invitation(),
        words::guest::day_of_the_invitation_help(),
        Kind::Line {
            show: |guest| or_empty(guest.invitation.invited_on.as_ref()),
            put: |guest, text| {
                guest.invitation.invited_on = read_day(text)?;
                Ok(())
            },
            mode: "numeric",
            example: "2024-03-26",
        },
    ),
    setting(
        "messageLanguage",
        words::guest::language_of_the_mail(),
        words::guest::language_of_the_mail_help(),
        line!(invitation.message_language),
    ),
    setting(
        "customizedMessageBody",
        words::guest::personal_message(),
        words::guest::personal_message_help(),
        line!(invitation.customized_message_body),
    ),
];

const ADDRESS: &[Setting<Guest>] = &[
    setting(
        "addressOwner",
        words::guest::invited_address_belongs_already_to(),
        words::guest::invited_address_belongs_already_to_help(),
        one_or_none!(invitation.address_owner, wording::address_owner, words::guest::nobody()),
    ),
    setting(
        "groupMailbox",
        words::guest::invited_address_group_mailbox(),
        words::guest::invited_address_group_mailbox_help(),
        flag!(invitation.group_mailbox),
    ),
    setting(
        "internalUser.userPrincipalName",
        words::guest::internal_user_invited_to_use(),
        words::guest::internal_user_invited_to_use_help(),
        Kind::Line {
            show: |guest| or_empty(guest.invitation.internal_user.as_ref().map(|user| &user.user_principal_name)),
            put: |guest, text| {
                let synced_from_on_premises =
                    guest.invitation.internal_user.as_ref().is_some_and(|user| user.synced_from_on_premises);
                guest.invitation.internal_user = Line::read(text).map(|name: Option<_>| {
                    name.map(|user_principal_name| InternalUser { user_principal_name, synced_from_on_premises })
                })?;
                Ok(())
            },
            mode: "email",
            example: "nina@woodgrove.onmicrosoft.com",
        },
    ),
];

const INTERNAL_USER: &[Setting<InternalUser>] = &[setting(
    "syncedFromOnPremises",
    words::guest::internal_user_synchronized_on_premises(),
    words::guest::internal_user_synchronized_on_premises_help(),
    flag!(synced_from_on_premises),
)];

/// How the guest was invited.
pub(super) fn groups(at: usize) -> Vec<Group> {
    let guest = || subject::guest(at);
    let mut address = rows(guest(), ADDRESS);
    address.extend(within(subject::internal_user(at), INTERNAL_USER));
    let place = words::guest::users_new_user_invite_external();
    vec![
        group(words::guest::invitation(), place, rows(guest(), INVITATION)).sent_as(request::Group::Invitation(at)),
        group(words::guest::inviter_and_mail(), place, rows(guest(), INVITER)).sent_as(request::Group::Invitation(at)).rare(),
        group(words::guest::invited_address_in_resource_tenant(), "", address)
            .about(words::guest::stands_in_way_invitation_and())
            .rare(),
    ]
}
