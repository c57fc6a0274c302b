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

const INVITATION: &[Setting<Guest>] = &[
    setting("sendInvitationMessage", "Send invite message", "Default: on.", flag!(invitation.send_invitation_message)),
    setting(
        "invitedUserType",
        "User type",
        "Default: Guest. It does not change how the guest signs in.",
        one!(invitation.invited_user_type, wording::user_type),
    ),
    setting(
        "inviteRedirectUrl",
        "Invite redirect URL",
        "Where this invitation's mail link lands. Empty: as the resource tenant has it.",
        line!(invitation.invite_redirect_url, "url", "https://myapps.microsoft.com"),
    ),
    setting(
        "contactConflict",
        "A contact object owns the invited address",
        "Default: no. Then the guest object has no proxyAddresses.",
        flag!(invitation.contact_conflict),
    ),
    setting(
        "accountDisabled",
        "The guest object is disabled",
        "Users › the guest › Account status. Default: no.",
        flag!(invitation.account_disabled),
    ),
];

const INVITER: &[Setting<Guest>] = &[
    setting(
        "inviter.role",
        "Role of the inviter",
        "Default: an administrator.",
        one!(invitation.inviter.role, wording::inviter_role),
    ),
    setting(
        "inviter.withoutMailbox",
        "The inviter has no mailbox",
        "Default: no. Then the mail goes out without the personal message.",
        flag!(invitation.inviter.without_mailbox),
    ),
    setting(
        "invitedOn",
        "Day of the invitation",
        "Such as 2024-03-26; the simulated clock starts on it at 09:00. Empty: the day of the rules' text.",
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
        "Language of the mail",
        "Such as de. Empty: the guest's own, else the home tenant's, else the resource tenant's.",
        line!(invitation.message_language),
    ),
    setting(
        "customizedMessageBody",
        "Personal message",
        "The inviter's own words in the mail. Default: none.",
        line!(invitation.customized_message_body),
    ),
];

const ADDRESS: &[Setting<Guest>] = &[
    setting(
        "addressOwner",
        "The invited address belongs already to",
        "In the resource tenant. Default: nobody.",
        one_or_none!(invitation.address_owner, wording::address_owner, "Nobody"),
    ),
    setting(
        "groupMailbox",
        "The invited address is a group mailbox",
        "Default: no. Invitations are for individuals.",
        flag!(invitation.group_mailbox),
    ),
    setting(
        "internalUser.userPrincipalName",
        "Internal user who is invited to use external credentials",
        "The user principal name in the resource tenant, which the user keeps. Empty: none, a new guest is invited.",
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
    "The internal user is synchronized from on-premises",
    "Default: no. Then the invitation is refused.",
    flag!(synced_from_on_premises),
)];

/// How the guest was invited.
pub(super) fn groups(at: usize) -> Vec<Group> {
    let guest = || subject::guest(at);
    let mut address = rows(guest(), ADDRESS);
    address.extend(within(subject::internal_user(at), INTERNAL_USER));
    let place = "Users › New user › Invite external user";
    vec![
        group("Invitation", place, rows(guest(), INVITATION)).sent_as(request::Group::Invitation(at)),
        group("Inviter and mail", place, rows(guest(), INVITER)).sent_as(request::Group::Invitation(at)).rare(),
        group("The invited address in the resource tenant", "", address)
            .about("What stands in the way of an invitation, and who is invited in place of a new guest.")
            .rare(),
    ]
}
