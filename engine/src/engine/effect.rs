//! What a move changes: mails with passcodes, new accounts, and the guest object.
//!
//! Reads only the move that was made; it decides nothing.

use super::{Progress, World};
use crate::act::Act;
use crate::design::IdentityProvider;
use crate::flow::{Answer, Edge, Node};
use crate::trace::Effect;

pub(super) fn effects(world: World<'_>, edge: Edge, act: Option<Act>, so_far: &Progress) -> Vec<Effect> {
    let passcode_page = Node::SignIn(IdentityProvider::EmailOneTimePasscode);
    let mut effects = Vec::new();
    if edge.to() == passcode_page && (edge.from() != passcode_page || edge.answer() == Answer::Resent) {
        effects.push(Effect::PasscodeSent);
    }
    if let Some(Act::Wait(minutes)) = act {
        effects.push(Effect::TimePassed(minutes));
    }
    match (edge.from(), edge.answer()) {
        (Node::CreateAccount(account), Answer::Created) => effects.push(Effect::AccountCreated(account)),
        (Node::ReviewPermissions, Answer::Accepted) => effects.push(Effect::PermissionsAccepted),
        (Node::TermsOfUse, Answer::Accepted) => effects.push(Effect::TermsAccepted(so_far.terms_accepted.saturating_sub(1))),
        (Node::Accept, Answer::Yes) => {
            effects.extend(so_far.provider.map(|provider| identity(world, provider, so_far)));
            effects.push(Effect::StateAccepted);
        }
        _ => {}
    }
    effects
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
