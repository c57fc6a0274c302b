//! Facts that rules look at, and effects of moves.

use serde::de::IntoDeserializer;
use serde::de::value::Error;
use serde::{Deserialize, de::value::StrDeserializer};

use super::{changed, choice, duration, provider, setting};
use crate::flow::NewAccount;
use crate::trace::{Effect, Fact, What};

/// What a rule saw, in the words in which the settings are chosen.
pub fn value(fact: &Fact) -> &str {
    let raw = fact.value.as_str();
    let word = match fact.what {
        What::WayIn => named(raw, choice::way_in),
        What::TargetApp => named(raw, choice::target_app),
        What::InviteSettings => named(raw, setting::allow_invites_from),
        What::Inviter => named(raw, setting::inviter_role),
        What::Client => named(raw, setting::client),
        What::Device => named(raw, setting::device),
        What::GoogleAnswer => named(raw, setting::google_answer),
        What::ProviderResponse(_) => named(raw, setting::provider_response),
        What::Management(_) => named(raw, setting::management),
        What::UserType => named(raw, setting::user_type),
        What::SignInRisk | What::UserRisk => named(raw, setting::risk_level),
        What::ApplicationPermissions => named(raw, setting::application_permissions),
        _ => None,
    };
    word.unwrap_or(raw)
}

/// The word for a choice, if the text is its stable name.
fn named<'a, T: Deserialize<'a>>(raw: &'a str, word: fn(T) -> &'static str) -> Option<&'static str> {
    let name: StrDeserializer<'a, Error> = raw.into_deserializer();
    T::deserialize(name).ok().map(word)
}

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
        What::InviteSettings => "Guest invite settings",
        What::Inviter => "Inviter",
        What::GroupMailbox => "Group mailbox",
        What::AddressOwner => "Owner of the address",
        What::InternalUser => "Internal user",
        What::CollaborationRestrictions => "Collaboration restrictions",
        What::InboundUsers(_) => "Inbound access, users and groups",
        What::InboundApplications(_) => "Inbound access, applications",
        What::InboundDefault => "Inbound access by default",
        What::OutboundUsers(_) => "Outbound access, users and groups",
        What::OutboundApplications(_) => "Outbound access, applications",
        What::ResourceCloud => "Cloud of the resource tenant",
        What::AllowedClouds => "Other clouds allowed",
        What::HomeCloud(_) => "Cloud of the home tenant",
        What::PartnerAdded(_) => "Partner added as an organization",
        What::CrossCloud(_) => "Home tenant's cloud settings",
        What::SendMail => "Invitation mail asked for",
        What::Unsubscribed => "Guest has blocked invitations",
        What::FindsMail => "Guest finds the mail",
        What::LinkAge => "Age of the link in days",
        What::LinkExpiry => "Link expires after days",
        What::LinkWorksOnce => "Link works once",
        What::LinkUsed => "Link used before",
        What::TenantRestrictions => "Tenant restrictions on the network",
        What::HomeUserDisabled(_) => "Home account disabled",
        What::HomeRequiresMfa(_) => "Home tenant demands multifactor authentication",
        What::HomeBlocksSignIn(_) => "Home tenant blocks the sign-in",
        What::HomeAccountRecreated => "Home account made anew",
        What::FederationInactive(_) => "Federation not in force",
        What::ProviderResponse(_) => "Provider sends back",
        What::GoogleClient => "Google refuses the client credentials",
        What::GoogleAnswer => "Google answers",
        What::Client => "Opened with",
        What::Policies => "Conditional Access policies that apply",
        What::Location => "Location",
        What::SignInRisk => "Sign-in risk",
        What::UserRisk => "User risk",
        What::Device => "Device",
        What::HomeMfa => "Multifactor authentication done at home",
        What::StrongMethods => "Strong methods",
        What::MfaRegistered => "Registered in the resource tenant",
        What::InboundTrust(_) => "Trusted of the home tenant",
        What::TermsLanguage => "Language of the terms",
        What::TermsExpiry => "Acceptance expires on",
        What::Today => "Today",
        What::ApplicationPermissions => "Permissions of the application",
        What::ApplicationConsented => "Consented to the application before",
        What::AssignmentRequired => "Assignment required",
        What::Assigned => "Assigned to the application",
        What::GuestObject => "Guest object",
        What::DeletedFor => "Deleted for days",
        What::MayLeave => "Guests may leave",
        What::SecondAddress => "Second address",
        What::PasscodeSession => "Session that began with a passcode",
        What::SignInSession => "Session in this browser",
        What::SignInFrequency => "Sign-in frequency",
        What::SessionSecondFactor => "Second factor given in the session",
        What::Interpretation => "Other reading switched on",
        What::UserType => "User type",
    }
}

/// What a move changed, as a sentence.
pub fn effect(effect: &Effect) -> String {
    match effect {
        Effect::PasscodeSent => "A passcode is sent to the invited address.".to_owned(),
        Effect::TimePassed(minutes) => {
            let told = duration(*minutes);
            format!("{told} {}.", if told.ends_with('s') { "pass" } else { "passes" })
        }
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
        Effect::Invited => "The guest is invited: externalUserState is PendingAcceptance.".to_owned(),
        Effect::InvitationMailed => "The invitation mail is sent to the guest.".to_owned(),
        Effect::NotificationMailed => "A notification mail that needs no action is sent to the guest.".to_owned(),
        Effect::MailSuppressed => "No mail is sent, because the guest has blocked invitations.".to_owned(),
        Effect::MultifactorRegistered => "The guest registers for multifactor authentication in the resource tenant.".to_owned(),
        Effect::MultifactorDone => "Multifactor authentication is done.".to_owned(),
        Effect::ApplicationConsented => "The guest's consent to the application is recorded.".to_owned(),
        Effect::TermsDeclined(position) => format!("Terms of use {} are recorded as declined.", u32::from(*position) + 1),
        Effect::ObjectDeleted => "The guest object is deleted; it can be restored for 30 days.".to_owned(),
        Effect::GuestLeft => "The guest has left: the guest object is deleted and can be restored for 30 days.".to_owned(),
        Effect::ObjectRestored => "The guest object is restored as it was.".to_owned(),
        Effect::ObjectPurged => "The guest object is gone for good.".to_owned(),
        Effect::RedemptionReset { mail: None } => {
            "externalUserState is PendingAcceptance again; the object keeps its id and name.".to_owned()
        }
        Effect::RedemptionReset { mail: Some(mail) } => {
            format!("externalUserState is PendingAcceptance again, and mail is {mail}; the object keeps its id and name.")
        }
        Effect::AddressAdded(address) => format!("The guest object gains the address {address}."),
        Effect::Changed(change) => changed(*change).into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use strum::IntoEnumIterator;

    use super::*;
    use crate::design::{AllowInvitesFrom, Management};
    use crate::guest::{Client, GoogleAnswer, UserType, WayIn};

    fn all<T: IntoEnumIterator + Into<&'static str> + Copy>(what: What, word: fn(T) -> &'static str) {
        for choice in T::iter() {
            let fact = Fact { what, value: Into::<&str>::into(choice).into() };
            assert_eq!(value(&fact), word(choice));
        }
    }

    #[test]
    fn what_a_rule_saw_is_said_as_the_settings_say_it() {
        all::<WayIn>(What::WayIn, choice::way_in);
        all::<AllowInvitesFrom>(What::InviteSettings, setting::allow_invites_from);
        all::<Management>(What::Management(0), setting::management);
        all::<UserType>(What::UserType, setting::user_type);
        all::<Client>(What::Client, setting::client);
        all::<GoogleAnswer>(What::GoogleAnswer, setting::google_answer);
        let fact = Fact { what: What::WayIn, value: "emailLink".into() };
        assert_eq!(value(&fact), "Link in the invitation mail");
        let address = Fact { what: What::InvitedEmail, value: "nina@adatum.example".into() };
        assert_eq!(value(&address), "nina@adatum.example");
    }
}
