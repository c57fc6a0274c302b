//! Stable names of nodes and answers, for files, tests, the command line and the page's markup.
//!
//! What people read is in `wording.rs`; these names are an interface and documented in `docs/REPLAY.md`.

use super::{Answer, NewAccount, Node, Outcome, OutcomeKind, Stage};
use crate::design::{Edition, IdentityProvider, PrimaryProvider};

impl Node {
    /// The node's stable name, such as `primary:externalFederation` or `end:redeemed`.
    pub fn id(self) -> String {
        match self {
            Self::WayIn => "wayIn".to_owned(),
            Self::CommonEndpoint => "commonEndpoint".to_owned(),
            Self::SignInOptions => "signInOptions".to_owned(),
            Self::GuestLookup => "guestLookup".to_owned(),
            Self::GuestState => "guestState".to_owned(),
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

    /// The part of the flow the node belongs to.
    pub fn stage(self) -> Stage {
        match self {
            Self::WayIn | Self::CommonEndpoint | Self::SignInOptions | Self::GuestLookup | Self::GuestState => Stage::WayIn,
            Self::Primary(_) | Self::AlsoMicrosoftAccount | Self::AccountChoice => Stage::Primary,
            Self::ExistingMicrosoftAccount
            | Self::PasscodeEnabled
            | Self::LiveSession
            | Self::CreationAllowed
            | Self::DomainVerified
            | Self::UserInVerifiedTenant
            | Self::JustInTimeCreation
            | Self::ConsumerDomain
            | Self::CreateAccount(_) => Stage::Fallback,
            Self::SignIn(_) => Stage::SignIn,
            Self::GuestMatch
            | Self::AutomaticRedemption
            | Self::ReviewPermissions
            | Self::TermsOfUse
            | Self::Accept
            | Self::Redirect => Stage::Consent,
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
            | Self::WayIn
            | Self::CommonEndpoint
            | Self::SignInOptions
            | Self::GuestLookup
            | Self::GuestState
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
            Self::AppsAccessPanel => "appsAccessPanel",
            Self::RedirectUrl => "redirectUrl",
            Self::App => "app",
            Self::Address => "address",
        }
    }
}

impl Outcome {
    /// The outcome's stable name.
    pub fn id(self) -> &'static str {
        self.into()
    }

    /// What kind of end it is.
    pub fn kind(self) -> OutcomeKind {
        match self {
            Self::Redeemed | Self::SignedIn => OutcomeKind::In,
            Self::PasscodeOff | Self::NoAccountForVerifiedDomain | Self::JustInTimeCreationGone => OutcomeKind::DeadEnd,
            Self::PasscodeNotEntered | Self::AccountNotCreated | Self::PermissionsDeclined | Self::TermsDeclined => {
                OutcomeKind::Left
            }
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
            Self::WrongEndpoint | Self::GuestNotFound | Self::AccountMismatch | Self::LiveSessionAccount => Some("AADSTS50020"),
            Self::GuestDisabled => Some("AADSTS50057"),
            _ => None,
        }
    }
}
