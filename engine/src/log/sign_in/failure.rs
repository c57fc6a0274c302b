//! What the end of an attempt leaves in a sign-in log: in which tenant, with which code, and how sure that is.
//!
//! The code on the error page is the outcome's own (`flow/name.rs`); only what differs in a log stands here.

use super::SignInStatus;
use crate::flow::{Outcome, OutcomeKind};
use crate::rules::{Basis, Document, Source};
use crate::wording;

/// The error code of terms of use that are still to be accepted. Source: `reference-error-codes.md`, 2024-04-24.
const TERMS_PENDING: u32 = 50158;

/// The error code of a second factor that is demanded now. Source: `reference-error-codes.md`, 2024-04-24.
const MULTIFACTOR_PENDING: u32 = 50076;

/// The error code of a second factor that has to be registered now. The list describes 50072 and 50079 alike; only the name of the
/// first says that it is an interrupt. Source: `reference-error-codes.md`, 2024-04-24.
const REGISTRATION_PENDING: u32 = 50072;

/// The error code of an account that is not in the tenant.
const NOT_IN_TENANT: u32 = 50020;

/// What the home tenant's log has in its place. Source: the article on AADSTS50020, 2023-03-28, Symptoms.
const NOT_IN_TENANT_AT_HOME: u32 = 90072;

/// Both tenants have a log of a guest's sign-in.
pub(super) const BOTH_TENANTS: Source =
    Source { document: Document::ExternalCollaborationSettings2024, place: "Sign-in logs for B2B users" };

/// Where an attempt leaves its last entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ended {
    /// Nowhere.
    Unlogged,
    /// In the home tenant, which refused.
    AtHome,
    /// In the resource tenant, which refused.
    AtResource,
    /// In the resource tenant, where the application refused.
    AtApplication,
    /// It succeeded.
    In,
}

/// Why a sign-in did not succeed.
#[derive(Clone, Debug)]
pub(super) struct Failure {
    /// The outcome, if the attempt ended with it; where something was left to do, the one that leaving it undone leads to.
    pub outcome: Option<Outcome>,
    pub status: SignInStatus,
    pub code: Option<u32>,
    pub reason: String,
    pub basis: Basis,
    pub source: Source,
}

/// Where an outcome leaves its last entry. What fails before anybody has signed in and has no code leaves none, and neither does
/// what fails at a provider outside Microsoft Entra ID.
pub(super) fn ended(outcome: Outcome, signed_in: bool) -> Ended {
    match outcome {
        Outcome::Redeemed | Outcome::SignedIn => Ended::In,
        Outcome::HomeAccountDisabled | Outcome::BlockedByHomeTenant | Outcome::OutboundBlocked => Ended::AtHome,
        Outcome::ApplicationBlocked
        | Outcome::NotAssigned
        | Outcome::AdminConsentMissing
        | Outcome::ApplicationConsentDeclined => Ended::AtApplication,
        Outcome::InboundBlocked
        | Outcome::TenantRestricted
        | Outcome::CloudNotAllowed
        | Outcome::HomeAccountRecreated
        | Outcome::TokenInvalid
        | Outcome::MailClaimMissing
        | Outcome::MailClaimOutsideDomain
        | Outcome::RealmMissing
        | Outcome::RealmUnknown
        | Outcome::GoogleError
        | Outcome::GoogleFailsForNow
        | Outcome::GoogleRefusesCode
        | Outcome::GoogleRefusesRefreshToken
        | Outcome::BlockedByPolicy
        | Outcome::MultifactorNotDone
        | Outcome::MultifactorNotRegistered
        | Outcome::RegistrationBlockedByRisk
        | Outcome::DeviceNotCompliant
        | Outcome::DeviceNotJoined
        | Outcome::UserRiskBlocks
        | Outcome::WrongEndpoint
        | Outcome::GuestNotFound
        | Outcome::GuestDisabled
        | Outcome::AccountMismatch
        | Outcome::LiveSessionAccount
        | Outcome::PasscodeNotEntered
        | Outcome::PermissionsDeclined
        | Outcome::TermsDeclined => Ended::AtResource,
        Outcome::ContactConflict if signed_in => Ended::AtResource,
        Outcome::ContactConflict
        | Outcome::ProviderRemoved
        | Outcome::Invited
        | Outcome::InviterNotAllowed
        | Outcome::AddressNotAllowed
        | Outcome::AddressTaken
        | Outcome::AddressInOwnDomain
        | Outcome::InternalUserSynced
        | Outcome::DomainNotInvitable
        | Outcome::InvitationBlocked
        | Outcome::InvitationCloudBlocked
        | Outcome::Done
        | Outcome::NotOffered
        | Outcome::MailNotFound
        | Outcome::LinkExpired
        | Outcome::LinkUsed
        | Outcome::DomainBlocked
        | Outcome::NoProviderInCloud
        | Outcome::SentToHomeTenant
        | Outcome::SignInNameNotUpn
        | Outcome::NoAccountAtProvider
        | Outcome::NotTheirAccount
        | Outcome::WebViewRefused
        | Outcome::PasscodeOff
        | Outcome::CreationNeedsMailLink
        | Outcome::NoAccountForVerifiedDomain
        | Outcome::JustInTimeCreationOff
        | Outcome::JustInTimeCreationGone
        | Outcome::AccountNotCreated => Ended::Unlogged,
    }
}

impl Failure {
    /// What an outcome leaves in the log.
    pub fn of(outcome: Outcome) -> Self {
        if outcome == Outcome::TermsDeclined {
            return Self { outcome: Some(outcome), ..Self::terms() };
        }
        let code: Option<u32> = outcome.error_code().and_then(|code| code.strip_prefix("AADSTS")?.parse().ok());
        let left = outcome.kind() == OutcomeKind::Left && code.is_none();
        Self {
            outcome: Some(outcome),
            status: if left { SignInStatus::Interrupted } else { SignInStatus::Failure },
            code,
            reason: wording::outcome_text(outcome).to_owned(),
            basis: if code.is_some() { Basis::Inferred } else { Basis::Assumed },
            source: match code {
                Some(_) => Source { document: Document::ErrorCodes, place: "AADSTS error codes" },
                None => BOTH_TENANTS,
            },
        }
    }

    /// Terms of use stood open: an interrupt.
    pub fn terms() -> Self {
        Self {
            outcome: None,
            status: SignInStatus::Interrupted,
            code: Some(TERMS_PENDING),
            reason: "The terms of use have not been accepted yet.".to_owned(),
            basis: Basis::Documented,
            source: Source { document: Document::TermsOfUse2025, place: "Frequently asked questions" },
        }
    }

    /// A second factor was asked for, or had to be registered first: an interrupt, whatever came of it.
    pub fn multifactor(registers: bool) -> Self {
        let (outcome, code, reason) = if registers {
            let reason = "Multifactor authentication is demanded and has to be registered first.";
            (Outcome::MultifactorNotRegistered, REGISTRATION_PENDING, reason)
        } else {
            let reason = "Multifactor authentication is demanded and has not been done yet.";
            (Outcome::MultifactorNotDone, MULTIFACTOR_PENDING, reason)
        };
        Self {
            outcome: Some(outcome),
            status: SignInStatus::Interrupted,
            code: Some(code),
            reason: reason.to_owned(),
            basis: Basis::Inferred,
            source: Source { document: Document::ErrorCodes, place: "AADSTS50072, AADSTS50076, AADSTS50079" },
        }
    }

    /// The same refusal in the log of the home tenant whose account was used, where a document knows one.
    pub fn seen_from_home(&self) -> Option<Self> {
        (self.code == Some(NOT_IN_TENANT)).then(|| Self {
            code: Some(NOT_IN_TENANT_AT_HOME),
            basis: Basis::Documented,
            source: Source { document: Document::Error50020, place: "Symptoms" },
            ..self.clone()
        })
    }

    /// Whether the account that was used belongs to no guest object.
    pub fn is_of_a_stranger(&self) -> bool {
        matches!(
            self.outcome,
            Some(Outcome::GuestNotFound | Outcome::AccountMismatch | Outcome::WrongEndpoint | Outcome::LiveSessionAccount)
        )
    }

    /// Whether Conditional Access is what stopped the sign-in.
    pub fn is_of_policies(&self) -> bool {
        matches!(
            self.outcome,
            Some(
                Outcome::BlockedByPolicy
                    | Outcome::MultifactorNotDone
                    | Outcome::MultifactorNotRegistered
                    | Outcome::RegistrationBlockedByRisk
                    | Outcome::DeviceNotCompliant
                    | Outcome::DeviceNotJoined
                    | Outcome::UserRiskBlocks
                    | Outcome::TermsDeclined
            )
        )
    }
}
