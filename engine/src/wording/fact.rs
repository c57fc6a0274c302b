//! Facts that rules look at, and effects of moves.

use super::provider;
use crate::flow::NewAccount;
use crate::trace::{Effect, What};

/// What a rule looked at, as a label.
pub fn what(what: What) -> &'static str {
    match what {
        What::Edition => "Edition",
        What::WayIn => "Way in",
        What::TargetApp => "App",
        What::InvitedEmail => "Invited address",
        What::InvitedDomain => "Domain",
        What::TypedName => "Name looked for",
        What::WorkAccount => "Work account",
        What::MicrosoftAccount => "Microsoft account",
        What::GoogleAccount => "Google account",
        What::PartnerAccount => "Account at the partner's provider",
        What::ReadsMailbox => "Reads the invited mailbox",
        What::LiveSession => "Signed in with the work account",
        What::ContactConflict => "Contact object owns the address",
        What::AccountDisabled => "Guest object disabled",
        What::ExternalUserState => "External user state",
        What::ProxyAddresses => "proxyAddresses",
        What::IdentityProvider => "Identity provider",
        What::HomeUsers(_) => "User in the home tenant",
        What::Management(_) => "Home tenant is",
        What::HomeVerifiedDomains(_) => "Verified domains",
        What::HomeFederated(_) => "Home tenant is federated",
        What::AlternateLogin(_) => "Email as alternate login",
        What::EmailVerifiedUsersMayJoin(_) => "Email-verified users may join",
        What::EmailBasedSubscriptions(_) => "Email-based subscriptions",
        What::OutboundAutomaticRedemption(_) => "Automatic redemption, outbound (home)",
        What::InboundAutomaticRedemption(_) => "Automatic redemption, inbound (resource)",
        What::TenantsWithDomain => "Tenant that verified the domain",
        What::FederationDomains(_) => "Domains of the federation",
        What::FederatedDomains => "Federated domains",
        What::FederationIsEntraTenant(_) => "Provider is an Entra tenant",
        What::GoogleFederation => "Google federation",
        What::Passcode => "Email one-time passcode",
        What::ResourceDomains => "Verified by the resource tenant",
        What::TermsOfUse => "Terms of use",
        What::TermsAccepted => "Accepted so far",
        What::PermissionsAccepted => "Permissions accepted before",
        What::PasscodeAge => "Age of the passcode in minutes",
        What::RedirectUrl => "Redirect URL",
        What::ConsumerDomains => "Consumer domains known here",
    }
}

/// What a move changed, as a sentence.
pub fn effect(effect: &Effect) -> String {
    match effect {
        Effect::PasscodeSent => "A passcode is sent to the invited address.".to_owned(),
        Effect::TimePassed(minutes) => format!("{minutes} minutes pass."),
        Effect::AccountCreated(NewAccount::Microsoft) => "A Microsoft account now exists with the invited address.".to_owned(),
        Effect::AccountCreated(NewAccount::SelfService) => {
            "A self-service work account now exists in an unmanaged tenant.".to_owned()
        }
        Effect::AccountCreated(NewAccount::HomeMember) => "The home tenant now has an email-verified member.".to_owned(),
        Effect::PermissionsAccepted => "The permissions are recorded as accepted.".to_owned(),
        Effect::TermsAccepted(position) => format!("Terms of use {} are recorded as accepted.", u32::from(*position) + 1),
        Effect::IdentityAdded { provider: by, issuer, .. } => {
            format!("identities gains an entry with the issuer {issuer} ({}).", provider(*by))
        }
        Effect::StateAccepted => "externalUserState changes from PendingAcceptance to Accepted.".to_owned(),
    }
}
