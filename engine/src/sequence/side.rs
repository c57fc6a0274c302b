//! At which side of the sequence a step is answered.
//!
//! Where it is answered says nothing about how the services talk to each other: discovery and all checks of an invitation are drawn
//! at the resource tenant, whose settings they follow.

use super::Participant;
use crate::act::Operation;
use crate::design::IdentityProvider;
use crate::flow::{NewAccount, Node};
use crate::screen::{Screen, screen_at};
use crate::trace::{Place, Run};
use crate::wording::{self, Who};

/// The side that answers at a place.
pub(super) fn of(run: &Run, place: Place, node: Node) -> Participant {
    match node {
        Node::Operation(Operation::Change) => changer(run, place),
        Node::MultifactorChallenge if screen_at(run, place) == Some(Screen::HomeMultifactor) => Participant::HomeTenant,
        Node::MailFound => Participant::Mailbox,
        Node::TenantRestrictions => Participant::Guest,
        Node::UserInVerifiedTenant
        | Node::JustInTimeCreation
        | Node::CreatePassword
        | Node::CreateAccount(NewAccount::SelfService | NewAccount::HomeMember)
        | Node::OutboundAccess => Participant::HomeTenant,
        Node::CreateAccount(NewAccount::Microsoft) => Participant::Provider(IdentityProvider::MicrosoftAccount),
        Node::SignIn(provider) => match provider {
            IdentityProvider::AzureActiveDirectory => Participant::HomeTenant,
            IdentityProvider::EmailOneTimePasscode => Participant::ResourceTenant,
            IdentityProvider::ExternalFederation | IdentityProvider::Google | IdentityProvider::MicrosoftAccount => {
                Participant::Provider(provider)
            }
        },
        Node::DeviceCode => Participant::Provider(IdentityProvider::Google),
        Node::InviterAllowed
        | Node::AddressAllowed
        | Node::AddressFree
        | Node::DomainInvitable
        | Node::InvitationAccess
        | Node::InvitationCloud
        | Node::InvitationMail
        | Node::Operation(_)
        | Node::LinkValid
        | Node::WayIn
        | Node::CommonEndpoint
        | Node::SignInOptions
        | Node::GuestLookup
        | Node::GuestState
        | Node::SignInSession
        | Node::DomainStillAllowed
        | Node::Primary(_)
        | Node::AccountCloud
        | Node::AlsoMicrosoftAccount
        | Node::AccountChoice
        | Node::FallbackInCloud
        | Node::ExistingMicrosoftAccount
        | Node::PasscodeEnabled
        | Node::LiveSession
        | Node::CreationAllowed
        | Node::DomainVerified
        | Node::ConsumerDomain
        | Node::InboundAccess
        | Node::GuestMatch
        | Node::AutomaticRedemption
        | Node::ReviewPermissions
        | Node::ConditionalAccess
        | Node::Multifactor
        | Node::MultifactorChallenge
        | Node::DeviceState
        | Node::UserRisk
        | Node::TermsOfUse
        | Node::Accept
        | Node::Redirect
        | Node::ApplicationAccess
        | Node::ApplicationAssignment
        | Node::ApplicationConsent
        | Node::Arrival
        | Node::End(_) => Participant::ResourceTenant,
    }
}

/// Whoever changes a setting or an account between two attempts.
fn changer(run: &Run, place: Place) -> Participant {
    let act = run.chapters.get(place.chapter).and_then(|chapter| chapter.opened_by).map(|(_, act)| act);
    match act {
        Some(crate::act::Act::Change(change)) => match wording::changer(change) {
            Who::OurAdmin => Participant::ResourceTenant,
            Who::PartnerAdmin => Participant::HomeTenant,
            Who::Guest => Participant::Guest,
        },
        _ => Participant::ResourceTenant,
    }
}
