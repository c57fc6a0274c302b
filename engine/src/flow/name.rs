//! Stable names of nodes and answers, for files, tests, the command line and the page's markup.
//!
//! What people read is in `wording.rs`; these names are an interface and documented in `docs/REPLAY.md`.

use strum::IntoEnumIterator;

use super::{Answer, Flow, NewAccount, Node, Outcome, OutcomeKind, Stage};
use crate::design::{Edition, IdentityProvider, PrimaryProvider, RedemptionOrder};

impl Node {
    /// The node with a stable name, if a flow of the default order has it in any edition.
    pub fn named(id: &str) -> Option<Self> {
        let flows = Edition::iter().rev().map(|edition| Flow::of(&RedemptionOrder::default(), edition));
        flows.flat_map(|flow| flow.nodes().to_vec()).find(|node| node.id() == id)
    }

    /// The node's stable name, such as `primary:externalFederation` or `end:redeemed`.
    pub fn id(self) -> String {
        match self {
            Self::InviterAllowed => "inviterAllowed".to_owned(),
            Self::AddressAllowed => "addressAllowed".to_owned(),
            Self::AddressFree => "addressFree".to_owned(),
            Self::DomainInvitable => "domainInvitable".to_owned(),
            Self::InvitationAccess => "invitationAccess".to_owned(),
            Self::InvitationCloud => "invitationCloud".to_owned(),
            Self::InvitationMail => "invitationMail".to_owned(),
            Self::Operation(operation) => format!("operation:{}", <&str>::from(operation)),
            Self::MailFound => "mailFound".to_owned(),
            Self::LinkValid => "linkValid".to_owned(),
            Self::DomainStillAllowed => "domainStillAllowed".to_owned(),
            Self::AccountCloud => "accountCloud".to_owned(),
            Self::CreatePassword => "createPassword".to_owned(),
            Self::FallbackInCloud => "fallbackInCloud".to_owned(),
            Self::OutboundAccess => "outboundAccess".to_owned(),
            Self::DeviceCode => "deviceCode".to_owned(),
            Self::InboundAccess => "inboundAccess".to_owned(),
            Self::TenantRestrictions => "tenantRestrictions".to_owned(),
            Self::ConditionalAccess => "conditionalAccess".to_owned(),
            Self::Multifactor => "multifactor".to_owned(),
            Self::MultifactorChallenge => "multifactorChallenge".to_owned(),
            Self::DeviceState => "deviceState".to_owned(),
            Self::UserRisk => "userRisk".to_owned(),
            Self::ApplicationAccess => "applicationAccess".to_owned(),
            Self::ApplicationAssignment => "applicationAssignment".to_owned(),
            Self::ApplicationConsent => "applicationConsent".to_owned(),
            Self::Arrival => "arrival".to_owned(),
            Self::WayIn => "wayIn".to_owned(),
            Self::CommonEndpoint => "commonEndpoint".to_owned(),
            Self::SignInOptions => "signInOptions".to_owned(),
            Self::GuestLookup => "guestLookup".to_owned(),
            Self::GuestState => "guestState".to_owned(),
            Self::SignInSession => "signInSession".to_owned(),
            Self::Primary(provider) => format!("primary:{}", <&str>::from(provider)),
            Self::AlsoMicrosoftAccount => "alsoMicrosoftAccount".to_owned(),
            Self::AccountChoice => "accountChoice".to_owned(),
            Self::ExistingMicrosoftAccount => "existingMicrosoftAccount".to_owned(),
            Self::PasscodeEnabled => "passcodeEnabled".to_owned(),
            Self::LiveSession => "liveSession".to_owned(),
            Self::CreationAllowed => "creationAllowed".to_owned(),
            Self::DomainVerified => "domainVerified".to_owned(),
            Self::UserInVerifiedTenant => "userInVerifiedTenant".to_owned(),
            Self::JustInTimeCreation => "justInTimeCreation".to_owned(),
            Self::ConsumerDomain => "consumerDomain".to_owned(),
            Self::CreateAccount(account) => format!("createAccount:{}", <&str>::from(account)),
            Self::SignIn(provider) => format!("signIn:{}", <&str>::from(provider)),
            Self::GuestMatch => "guestMatch".to_owned(),
            Self::AutomaticRedemption => "automaticRedemption".to_owned(),
            Self::ReviewPermissions => "reviewPermissions".to_owned(),
            Self::TermsOfUse => "termsOfUse".to_owned(),
            Self::Accept => "accept".to_owned(),
            Self::Redirect => "redirect".to_owned(),
            Self::End(outcome) => format!("end:{}", <&str>::from(outcome)),
        }
    }

    /// Whether only somebody comes there who has been there before: no first attempt does, whatever is set.
    pub fn is_of_later_attempts(self) -> bool {
        self == Self::SignInSession
    }

    /// The part of the flow the node belongs to.
    pub fn stage(self) -> Stage {
        match self {
            Self::InviterAllowed
            | Self::AddressAllowed
            | Self::AddressFree
            | Self::DomainInvitable
            | Self::InvitationAccess
            | Self::InvitationCloud
            | Self::InvitationMail => Stage::Invitation,
            Self::Operation(_) => Stage::Operation,
            Self::MailFound
            | Self::LinkValid
            | Self::WayIn
            | Self::CommonEndpoint
            | Self::SignInOptions
            | Self::GuestLookup
            | Self::GuestState
            | Self::SignInSession
            | Self::DomainStillAllowed => Stage::WayIn,
            Self::Primary(_) | Self::AccountCloud | Self::CreatePassword | Self::AlsoMicrosoftAccount | Self::AccountChoice => {
                Stage::Primary
            }
            Self::FallbackInCloud
            | Self::ExistingMicrosoftAccount
            | Self::PasscodeEnabled
            | Self::LiveSession
            | Self::CreationAllowed
            | Self::DomainVerified
            | Self::UserInVerifiedTenant
            | Self::JustInTimeCreation
            | Self::ConsumerDomain
            | Self::CreateAccount(_) => Stage::Fallback,
            Self::OutboundAccess | Self::SignIn(_) | Self::DeviceCode | Self::InboundAccess | Self::TenantRestrictions => {
                Stage::SignIn
            }
            Self::GuestMatch | Self::AutomaticRedemption | Self::ReviewPermissions => Stage::Consent,
            Self::ConditionalAccess
            | Self::Multifactor
            | Self::MultifactorChallenge
            | Self::DeviceState
            | Self::UserRisk
            | Self::TermsOfUse
            | Self::Accept => Stage::Policies,
            Self::Redirect | Self::ApplicationAccess | Self::ApplicationAssignment | Self::ApplicationConsent | Self::Arrival => {
                Stage::Arrival
            }
            Self::End(_) => Stage::End,
        }
    }

    /// The number of the documented step in the article's list, where the edition has a numbered list.
    ///
    /// Source: `redemption-experience.md`, 2024-03-26, Invitation redemption flow, items 1 to 8; 2021-05-27, its list.
    pub fn documented_step(self, edition: Edition) -> Option<u8> {
        let numbers_of_2024 = edition >= Edition::Y2024;
        if edition == Edition::Y2019 {
            return None;
        }
        match self {
            Self::Primary(PrimaryProvider::AzureActiveDirectory) | Self::AlsoMicrosoftAccount | Self::AccountChoice => Some(1),
            Self::Primary(PrimaryProvider::ExternalFederation) => Some(2),
            Self::Primary(PrimaryProvider::SocialIdentityProviders) => Some(3),
            Self::ExistingMicrosoftAccount => Some(4),
            Self::SignIn(IdentityProvider::EmailOneTimePasscode) | Self::PasscodeEnabled => Some(6),
            Self::SignIn(_) if numbers_of_2024 => Some(5),
            Self::CreateAccount(NewAccount::Microsoft) => Some(if numbers_of_2024 { 7 } else { 10 }),
            Self::DomainVerified if numbers_of_2024 => Some(7),
            Self::DomainVerified | Self::ConsumerDomain | Self::CreateAccount(_) => (!numbers_of_2024).then_some(8),
            Self::JustInTimeCreation => (!numbers_of_2024).then_some(9),
            Self::GuestMatch | Self::ReviewPermissions | Self::TermsOfUse => numbers_of_2024.then_some(8),
            Self::SignIn(_)
            | Self::InviterAllowed
            | Self::AddressAllowed
            | Self::AddressFree
            | Self::DomainInvitable
            | Self::InvitationAccess
            | Self::InvitationCloud
            | Self::InvitationMail
            | Self::Operation(_)
            | Self::MailFound
            | Self::LinkValid
            | Self::DomainStillAllowed
            | Self::AccountCloud
            | Self::CreatePassword
            | Self::FallbackInCloud
            | Self::OutboundAccess
            | Self::DeviceCode
            | Self::InboundAccess
            | Self::TenantRestrictions
            | Self::ConditionalAccess
            | Self::Multifactor
            | Self::MultifactorChallenge
            | Self::DeviceState
            | Self::UserRisk
            | Self::ApplicationAccess
            | Self::ApplicationAssignment
            | Self::ApplicationConsent
            | Self::Arrival
            | Self::WayIn
            | Self::CommonEndpoint
            | Self::SignInOptions
            | Self::GuestLookup
            | Self::GuestState
            | Self::SignInSession
            | Self::LiveSession
            | Self::CreationAllowed
            | Self::UserInVerifiedTenant
            | Self::AutomaticRedemption
            | Self::Accept
            | Self::Redirect
            | Self::End(_) => None,
        }
    }
}

impl Answer {
    /// The answer's stable name, unique among the answers of one node.
    pub fn id(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::EmailLink => "emailLink",
            Self::DirectLink => "directLink",
            Self::CommonEndpoint => "commonEndpoint",
            Self::HomeTenant => "homeTenant",
            Self::Refused => "refused",
            Self::Conflict => "conflict",
            Self::Disabled => "disabled",
            Self::Pending => "pending",
            Self::SameBrowser => "sameBrowser",
            Self::Provider(provider) => provider.into(),
            Self::NotUpn => "notUpn",
            Self::SignedIn => "signedIn",
            Self::NoAccount => "noAccount",
            Self::NotTheirs => "notTheirs",
            Self::WrongPasscode => "wrongPasscode",
            Self::Expired => "expired",
            Self::Resent => "resent",
            Self::Waited => "waited",
            Self::Created => "created",
            Self::Accepted => "accepted",
            Self::AlreadyAccepted => "alreadyAccepted",
            Self::Declined => "declined",
            Self::GaveUp => "gaveUp",
            Self::NotRegistered => "notRegistered",
            Self::AppsAccessPanel => "appsAccessPanel",
            Self::RedirectUrl => "redirectUrl",
            Self::App => "app",
            Self::Address => "address",
            Self::Allowed => "allowed",
            Self::Blocked => "blocked",
            Self::NotAllowed => "notAllowed",
            Self::Taken => "taken",
            Self::OwnDomain => "ownDomain",
            Self::Synced => "synced",
            Self::InvitationMail => "invitationMail",
            Self::NotificationMail => "notificationMail",
            Self::NoMail => "noMail",
            Self::Done => "done",
            Self::NotOffered => "notOffered",
            Self::Used => "used",
            Self::Unmanaged => "unmanaged",
            Self::Gone => "gone",
            Self::Recreated => "recreated",
            Self::InvalidToken => "invalidToken",
            Self::NoMailClaim => "noMailClaim",
            Self::MailClaimElsewhere => "mailClaimElsewhere",
            Self::NoRealm => "noRealm",
            Self::UnknownRealm => "unknownRealm",
            Self::ProviderError => "providerError",
            Self::PassingError => "passingError",
            Self::CodeRefused => "codeRefused",
            Self::RefreshTokenRefused => "refreshTokenRefused",
            Self::WebView => "webView",
            Self::NotNeeded => "notNeeded",
            Self::Trusted => "trusted",
            Self::Demanded => "demanded",
            Self::Risk => "risk",
            Self::NotCompliant => "notCompliant",
            Self::NotJoined => "notJoined",
            Self::Opened => "opened",
            Self::AdminNeeded => "adminNeeded",
        }
    }
}

impl Outcome {
    /// The outcome's stable name.
    pub fn id(self) -> &'static str {
        self.into()
    }

    /// Whether the invitation itself is refused, so that nobody tries to get in.
    pub fn ends_the_invitation(self) -> bool {
        matches!(
            self,
            Self::InviterNotAllowed
                | Self::AddressNotAllowed
                | Self::AddressTaken
                | Self::AddressInOwnDomain
                | Self::InternalUserSynced
                | Self::DomainNotInvitable
                | Self::InvitationBlocked
                | Self::InvitationCloudBlocked
        )
    }

    /// What kind of end it is.
    pub fn kind(self) -> OutcomeKind {
        match self {
            Self::Redeemed | Self::SignedIn => OutcomeKind::In,
            Self::Invited | Self::Done => OutcomeKind::Done,
            Self::PasscodeOff | Self::NoAccountForVerifiedDomain | Self::JustInTimeCreationGone | Self::NoProviderInCloud => {
                OutcomeKind::DeadEnd
            }
            Self::PasscodeNotEntered
            | Self::AccountNotCreated
            | Self::PermissionsDeclined
            | Self::TermsDeclined
            | Self::MultifactorNotDone
            | Self::MultifactorNotRegistered
            | Self::ApplicationConsentDeclined => OutcomeKind::Left,
            Self::InviterNotAllowed
            | Self::AddressNotAllowed
            | Self::AddressTaken
            | Self::AddressInOwnDomain
            | Self::InternalUserSynced
            | Self::DomainNotInvitable
            | Self::InvitationBlocked
            | Self::InvitationCloudBlocked
            | Self::NotOffered
            | Self::MailNotFound
            | Self::LinkExpired
            | Self::LinkUsed
            | Self::DomainBlocked
            | Self::CloudNotAllowed
            | Self::OutboundBlocked
            | Self::InboundBlocked
            | Self::TenantRestricted
            | Self::HomeAccountDisabled
            | Self::BlockedByHomeTenant
            | Self::HomeAccountRecreated
            | Self::ProviderRemoved
            | Self::TokenInvalid
            | Self::MailClaimMissing
            | Self::MailClaimOutsideDomain
            | Self::RealmMissing
            | Self::RealmUnknown
            | Self::GoogleError
            | Self::GoogleFailsForNow
            | Self::GoogleRefusesCode
            | Self::GoogleRefusesRefreshToken
            | Self::WebViewRefused
            | Self::BlockedByPolicy
            | Self::RegistrationBlockedByRisk
            | Self::DeviceNotCompliant
            | Self::DeviceNotJoined
            | Self::UserRiskBlocks
            | Self::ApplicationBlocked
            | Self::NotAssigned
            | Self::AdminConsentMissing => OutcomeKind::Error,
            Self::SentToHomeTenant
            | Self::WrongEndpoint
            | Self::GuestNotFound
            | Self::ContactConflict
            | Self::GuestDisabled
            | Self::SignInNameNotUpn
            | Self::NoAccountAtProvider
            | Self::NotTheirAccount
            | Self::AccountMismatch
            | Self::LiveSessionAccount
            | Self::CreationNeedsMailLink
            | Self::JustInTimeCreationOff => OutcomeKind::Error,
        }
    }

    /// The code on the error page, where a document names one.
    ///
    /// Source: `reference-error-codes.md`, 2024-04-24; the article on AADSTS50020, 2023-03-28.
    pub fn error_code(self) -> Option<&'static str> {
        match self {
            Self::WrongEndpoint
            | Self::GuestNotFound
            | Self::AccountMismatch
            | Self::LiveSessionAccount
            | Self::HomeAccountRecreated => Some("AADSTS50020"),
            Self::GuestDisabled | Self::HomeAccountDisabled => Some("AADSTS50057"),
            Self::CloudNotAllowed => Some("AADSTS1000104"),
            Self::OutboundBlocked => Some("AADSTS500212"),
            Self::InboundBlocked => Some("AADSTS500213"),
            Self::TenantRestricted => Some("AADSTS500021"),
            Self::BlockedByPolicy | Self::BlockedByHomeTenant => Some("AADSTS53003"),
            Self::TokenInvalid => Some("AADSTS50008"),
            Self::MailClaimMissing | Self::MailClaimOutsideDomain => Some("AADSTS5000819"),
            Self::RealmMissing => Some("AADSTS20001"),
            Self::RealmUnknown => Some("AADSTS50107"),
            Self::GoogleError => Some("AADSTS40008"),
            Self::GoogleFailsForNow => Some("AADSTS40010"),
            Self::GoogleRefusesCode => Some("AADSTS40015"),
            Self::GoogleRefusesRefreshToken => Some("AADSTS40009"),
            Self::MultifactorNotDone => Some("AADSTS50074"),
            Self::MultifactorNotRegistered => Some("AADSTS50079"),
            Self::RegistrationBlockedByRisk => Some("AADSTS53004"),
            Self::DeviceNotCompliant => Some("AADSTS53000"),
            Self::DeviceNotJoined => Some("AADSTS53001"),
            Self::UserRiskBlocks => Some("AADSTS53011"),
            Self::TermsDeclined => Some("AADSTS50158"),
            Self::NotAssigned => Some("AADSTS50105"),
            Self::AdminConsentMissing => Some("AADSTS65001"),
            Self::ApplicationConsentDeclined => Some("AADSTS65004"),
            _ => None,
        }
    }
}
