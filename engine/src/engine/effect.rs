//! What a move changes: mails, new accounts, the guest object, acceptances and settings.
//!
//! Reads only the move that was made and what was settled before and after it; it decides nothing.

use super::{Blind, GuestObject, Progress, World, change, way_in};
use crate::act::{Act, Operation};
use crate::design::IdentityProvider;
use crate::flow::{Answer, Edge, Node};
use crate::trace::Effect;

/// What had been settled before a move, as far as its effects depend on it.
pub(super) struct Before {
    passcode_sent: Option<u32>,
    multifactor_registered: bool,
    object: GuestObject,
}

impl Before {
    pub(super) fn of(so_far: &Progress) -> Self {
        Self { passcode_sent: so_far.passcode_sent, multifactor_registered: so_far.multifactor_registered, object: so_far.object }
    }
}

pub(super) fn effects(world: World<'_>, edge: Edge, act: Option<Act>, before: &Before, after: &Progress) -> Vec<Effect> {
    let mut effects = Vec::new();
    if after.passcode_sent.is_some() && (before.passcode_sent.is_none() || edge.answer() == Answer::Resent) {
        effects.push(Effect::PasscodeSent);
    }
    if let Some(Act::Wait(minutes)) = act {
        effects.push(Effect::TimePassed(minutes));
    }
    match (edge.from(), edge.answer()) {
        (Node::InvitationMail, mail) => {
            effects.push(Effect::Invited);
            match mail {
                Answer::InvitationMail => effects.push(Effect::InvitationMailed),
                Answer::NotificationMail => effects.push(Effect::NotificationMailed),
                _ if world.guest.invitation.send_invitation_message => effects.push(Effect::MailSuppressed),
                _ => {}
            }
        }
        (Node::CreateAccount(account), Answer::Created) => effects.push(Effect::AccountCreated(account)),
        (Node::ReviewPermissions, Answer::Accepted) => effects.push(Effect::PermissionsAccepted),
        (Node::MultifactorChallenge, Answer::Done) => {
            let known = before.multifactor_registered || world.guest.person.resource_mfa_registered;
            if after.multifactor_registered && !known {
                effects.push(Effect::MultifactorRegistered);
            }
            effects.push(Effect::MultifactorDone);
        }
        (Node::TermsOfUse, Answer::Accepted) => effects.extend(after.terms_shown.map(Effect::TermsAccepted)),
        (Node::TermsOfUse, Answer::Declined) => effects.extend(after.terms_shown.map(Effect::TermsDeclined)),
        (Node::ApplicationConsent, Answer::Accepted) => effects.push(Effect::ApplicationConsented),
        (Node::Accept, Answer::Yes) => {
            effects.extend(after.provider.map(|provider| identity(world, provider, after)));
            effects.push(Effect::StateAccepted);
        }
        (Node::Operation(operation), Answer::Done) => operated(world, operation, before, after, &mut effects),
        _ => {}
    }
    effects
}

fn operated(world: World<'_>, operation: Operation, before: &Before, after: &Progress, effects: &mut Vec<Effect>) {
    match operation {
        Operation::Wait => {
            if let Some(Act::LetTimePass(minutes)) = after.opened_by {
                effects.push(Effect::TimePassed(minutes));
            }
            if after.object == GuestObject::Purged && before.object != GuestObject::Purged {
                effects.push(Effect::ObjectPurged);
            }
        }
        Operation::ResendInvitation => mailed(world, true, effects),
        Operation::DeleteGuest => effects.push(Effect::ObjectDeleted),
        Operation::LeaveOrganization => effects.push(Effect::GuestLeft),
        Operation::DeletePermanently => effects.push(Effect::ObjectPurged),
        Operation::RestoreGuest => effects.push(Effect::ObjectRestored),
        Operation::ResetRedemption => {
            effects.push(Effect::RedemptionReset { mail: None });
            mailed(world, world.guest.invitation.send_invitation_message, effects);
        }
        Operation::ResetRedemptionToSecondAddress => {
            let mail = world.guest.second_address.as_ref().map(ToString::to_string);
            effects.push(Effect::RedemptionReset { mail });
            // The mail goes to the new address, whose home tenant decides which one it is.
            let act = Act::ResetRedemptionToSecondAddress;
            if let Some((_, after)) = change::made(act, world.design, world.guest) {
                mailed(World { guest: &after, ..world }, after.invitation.send_invitation_message, effects);
            }
        }
        Operation::InviteSecondAddress => {
            effects.extend(world.guest.second_address.as_ref().map(|address| Effect::AddressAdded(address.to_string())));
        }
        Operation::Change => {
            if let Some(Act::Change(change)) = after.opened_by {
                effects.push(Effect::Changed(change));
            }
        }
    }
}

/// The mail of a resent or reset invitation, if one is asked for. Resending is asking for one.
fn mailed(world: World<'_>, asked_for: bool, effects: &mut Vec<Effect>) {
    if way_in::automatic_partner(world, &mut Blind).is_some() {
        effects.push(Effect::NotificationMailed);
    } else if asked_for && world.guest.person.unsubscribed {
        effects.push(Effect::MailSuppressed);
    } else if asked_for {
        effects.push(Effect::InvitationMailed);
    }
}

/// The entry in `identities`. Source: `user-properties.md`, 2024-10-21, Identities; `objectIdentity` (Microsoft Graph).
fn identity(world: World<'_>, provider: IdentityProvider, so_far: &Progress) -> Effect {
    let invited = world.guest.invited_email.to_string();
    let (issuer, issuer_assigned_id) = match provider {
        IdentityProvider::AzureActiveDirectory => ("ExternalAzureAD".to_owned(), None),
        IdentityProvider::MicrosoftAccount => ("MicrosoftAccount".to_owned(), None),
        IdentityProvider::Google => ("google.com".to_owned(), None),
        IdentityProvider::EmailOneTimePasscode => ("mail".to_owned(), Some(invited)),
        IdentityProvider::ExternalFederation => {
            let number = so_far.federation.map(usize::from);
            let federation = number.and_then(|number| world.design.resource_tenant.federations.get(number));
            (federation.map(|federation| federation.issuer_uri.clone()).unwrap_or_default(), Some(invited))
        }
    };
    Effect::IdentityAdded { provider, issuer, issuer_assigned_id }
}

#[cfg(test)]
mod tests {
    use strum::IntoEnumIterator;

    use super::*;
    use crate::address::{Domain, EmailAddress};
    use crate::design::{Design, Federation};
    use crate::guest::Guest;

    /// `user-properties.md`, 2024-10-21, Identities; `objectIdentity` (Microsoft Graph).
    #[test]
    fn each_provider_leaves_its_own_issuer_in_identities() {
        let domain = Domain::parse("tailspin.example").unwrap();
        let mut design = Design::default();
        design.resource_tenant.federations = vec![Federation::of("Tailspin", "https://idp.tailspin.example/saml", vec![domain])];
        let guest = Guest::invited("Omar", EmailAddress::parse("omar@tailspin.example").unwrap());
        let world = World { design: &design, guest: &guest };
        let mut so_far = Progress::invited(world);
        so_far.federation = Some(0);
        let left: Vec<(String, bool)> = IdentityProvider::iter()
            .map(|provider| match identity(world, provider, &so_far) {
                Effect::IdentityAdded { issuer, issuer_assigned_id, .. } => (issuer, issuer_assigned_id.is_some()),
                other => panic!("{other:?}"),
            })
            .collect();
        let issuers = [
            ("ExternalAzureAD", false),
            ("https://idp.tailspin.example/saml", true),
            ("google.com", false),
            ("MicrosoftAccount", false),
            ("mail", true),
        ];
        assert_eq!(left, issuers.map(|(issuer, named)| (issuer.to_owned(), named)));
    }
}
