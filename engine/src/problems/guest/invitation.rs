//! Problems of the invitation itself: who invites, which address, and the mail.
//!
//! The gates are the engine's; where one refuses the guest, those behind it are not reached and not reported.

use super::Invited;
use crate::design::AllowInvitesFrom;
use crate::engine::{Move, World, invite};
use crate::field::GuestField;
use crate::flow::Answer;
use crate::guest::InviterRole;
use crate::problems::ProblemCode;
use crate::rules::Rule;

impl Invited<'_> {
    pub(super) fn invitation(self, found: &mut impl FnMut(ProblemCode, GuestField, String)) {
        let mut moves = Vec::new();
        invite(World { design: self.design, guest: self.guest }, self.flow, |step| moves.push(step));
        for step in moves {
            if let Some((code, field, message)) = self.at_gate(step) {
                found(code, field, message);
            }
        }
        self.words(found);
    }

    /// What one gate of the invitation says of this guest.
    fn at_gate(self, step: Move) -> Option<(ProblemCode, GuestField, String)> {
        let address = &self.guest.invited_email;
        let refused = step.edge.answer() == Answer::Blocked;
        // That nobody at all may invite is said of the tenant.
        let somebody_may = self.design.resource_tenant.invites_allowed_from() != AllowInvitesFrom::None;
        Some(match step.rule {
            Rule::InviterMayNotInvite | Rule::ApplicationMayNotInvite if somebody_may => (
                ProblemCode::InviterMayNotInvite,
                GuestField::InviterRole,
                "The guest invite settings do not let this inviter invite, so the invitation is refused. Choose another role, or relax the settings.".to_owned(),
            ),
            Rule::AddressHasForbiddenCharacter => (
                ProblemCode::AddressCannotBeInvited,
                GuestField::InvitedEmail,
                "The address has a character that an invitation refuses, such as a plus sign, or a dot at an edge. Use another address of the guest.".to_owned(),
            ),
            Rule::GroupMailboxIsNotInvited => (
                ProblemCode::GroupMailboxCannotBeInvited,
                GuestField::GroupMailbox,
                "The address of a group cannot be invited. Invite each person by their own address.".to_owned(),
            ),
            Rule::OwnDomainIsNotInvited => (
                ProblemCode::OwnDomainCannotBeInvited,
                GuestField::InvitedEmail,
                format!("The resource tenant itself has verified {}, so the invitation is refused. Use an external address.", address.domain()),
            ),
            Rule::SyncedInternalUserIsNotInvited => (
                ProblemCode::SyncedInternalUserCannotBeInvited,
                GuestField::InternalUserSynced,
                "An internal user who is synchronized from on-premises cannot be invited. Choose a cloud user, or invite the address as a guest.".to_owned(),
            ),
            Rule::LocalUserOwnsAddress | Rule::GroupOwnsAddress => (
                ProblemCode::AddressIsTaken,
                GuestField::AddressOwner,
                format!("A user or group of the resource tenant owns {address}, so the invitation is refused. Take the address off it first."),
            ),
            Rule::ExistingGuestGetsAddress => (
                ProblemCode::AddressGoesToExistingGuest,
                GuestField::AddressOwner,
                format!("A guest of the resource tenant owns {address}, so no second guest object is made; the address is added to theirs."),
            ),
            Rule::DenyListDecides | Rule::AllowListDecides if refused => (
                ProblemCode::DomainIsNotInvited,
                GuestField::InvitedEmail,
                format!("The collaboration restrictions block {}, so the invitation is refused. Change the list to let the guest in.", address.domain()),
            ),
            Rule::InboundBlocksInvitation | Rule::OutboundBlocksInvitation if refused => {
                let side = if step.rule == Rule::InboundBlocksInvitation { "Inbound" } else { "Outbound" };
                (
                    ProblemCode::AccessBlocksInvitation,
                    GuestField::InvitedEmail,
                    format!("{side} B2B collaboration blocks {address}, so the invitation is refused. Allow the user there to let the guest in."),
                )
            }
            Rule::CrossCloudNeedsUpn => (
                ProblemCode::OtherCloudNeedsUpn,
                GuestField::InvitedEmail,
                format!("Across clouds {address} is refused, because it is not the user principal name. Invite the user principal name."),
            ),
            _ => return None,
        })
    }

    /// The inviter's own words and their language.
    fn words(self, found: &mut impl FnMut(ProblemCode, GuestField, String)) {
        let invitation = &self.guest.invitation;
        let custom = invitation.customized_message_body.as_ref().is_some_and(|text| !text.trim().is_empty());
        if !invitation.send_invitation_message || !custom {
            return;
        }
        if invitation.inviter.without_mailbox || invitation.inviter.role == InviterRole::Application {
            found(
                ProblemCode::CustomMessageIsDropped,
                GuestField::CustomizedMessageBody,
                "The mail goes out without these words, because the inviter has no mailbox. Write to the guest yourself, or let a user with a mailbox invite.".to_owned(),
            );
        } else if invitation.message_language.is_some() {
            found(
                ProblemCode::MessageLanguageIsIgnored,
                GuestField::MessageLanguage,
                "The language is ignored, because the inviter's own words are set. Clear one of the two.".to_owned(),
            );
        }
    }
}
