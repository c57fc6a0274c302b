//! What people do after an end: which acts the service would take now, and which of them are the usual answer to that end.
//!
//! Only an order of buttons. What an act does, and whether it is offered, is decided by the engine when it is done.

use redemption_engine::act::{Act, Change};
use redemption_engine::design::{AccessType, AllowInvitesFrom, EmailOneTimePasscode, PolicyState};
use redemption_engine::flow::Outcome;
use redemption_engine::guest::{Guest, WayIn};
use redemption_engine::guest_record::{GuestRecord, ObjectState};

use crate::words;

/// Whether an act makes sense for the guest object as it is.
pub(super) fn fits(act: Act, guest: &Guest, record: &GuestRecord, mails: usize) -> bool {
    let exists = record.object == ObjectState::Active;
    let accepted = exists && record.external_user_state == Some(words::inspect::accepted());
    let deleted = record.object == ObjectState::SoftDeleted;
    let second = guest.second_address.is_some();
    match act {
        Act::Invite => !exists,
        Act::ResendInvitation => exists && !accepted,
        Act::DeleteGuest => exists,
        Act::DeletePermanently | Act::RestoreGuest => deleted,
        Act::ResetRedemption => accepted,
        Act::ResetRedemptionToSecondAddress => accepted && second,
        Act::InviteSecondAddress => exists && second,
        Act::LeaveOrganization => exists,
        Act::OpenOldLink => mails > 1,
        Act::ReturnInSameBrowser => accepted,
        Act::TryAgain(WayIn::EmailLink) => mails > 0,
        Act::TryAgain(WayIn::DirectLink | WayIn::CommonEndpoint | WayIn::CommonEndpointWithOrganization)
        | Act::LetTimePass(_)
        | Act::Change(_) => true,
        Act::ChooseWorkAccount
        | Act::ChoosePersonalAccount
        | Act::SignInWithAddress
        | Act::SelectGoogle
        | Act::SelectFederation(_)
        | Act::ContinueWithSession
        | Act::UseAnotherAccount
        | Act::EnterPasscode
        | Act::EnterWrongPasscode
        | Act::ResendPasscode
        | Act::Wait(_)
        | Act::ComeIn
        | Act::CreateAccount
        | Act::Accept
        | Act::Decline
        | Act::GiveUp
        | Act::OpenDocument
        | Act::CompleteMultifactor
        | Act::EnterDeviceCode => false,
    }
}

/// Whether an act is a usual answer to an end.
pub(super) fn answers(act: Act, outcome: Outcome) -> bool {
    let passcode_on = Act::Change(Change::EmailOneTimePasscode(EmailOneTimePasscode::Enabled));
    let changes = |change: Change| act == Act::Change(change);
    let again = matches!(act, Act::TryAgain(_));
    let report_only = PolicyState::EnabledForReportingButNotEnforced;
    let policy_eased = matches!(act, Act::Change(Change::PolicyState { state, .. }) if state == report_only);
    let clouds_allowed = changes(Change::HomeCloudAllowed(true))
        || changes(Change::PartnerAdded(true))
        || changes(Change::ResourceCloudAllowed(true))
        || changes(Change::ResourceTenantAdded(true));
    match outcome {
        Outcome::Redeemed | Outcome::SignedIn => act == Act::TryAgain(WayIn::DirectLink),
        Outcome::Invited => matches!(act, Act::TryAgain(WayIn::EmailLink | WayIn::DirectLink)),
        Outcome::Done => again,
        Outcome::NotOffered => again || changes(Change::ExternalUsersMayLeave(true)),
        Outcome::InviterNotAllowed => changes(Change::AllowInvitesFrom(AllowInvitesFrom::Everyone)) || act == Act::Invite,
        Outcome::InvitationCloudBlocked => clouds_allowed || act == Act::Invite,
        Outcome::AddressNotAllowed | Outcome::AddressTaken | Outcome::AddressInOwnDomain | Outcome::InternalUserSynced => {
            act == Act::Invite
        }
        Outcome::DomainNotInvitable => changes(Change::InvitedDomainDenied(false)) || act == Act::Invite,
        Outcome::InvitationBlocked => {
            changes(Change::InboundAccess(AccessType::Allowed))
                || changes(Change::OutboundAccess(AccessType::Allowed))
                || act == Act::Invite
        }
        Outcome::MailNotFound | Outcome::LinkExpired | Outcome::LinkUsed => {
            matches!(act, Act::ResendInvitation | Act::TryAgain(WayIn::DirectLink)) || changes(Change::InvitationsUnblocked)
        }
        Outcome::DomainBlocked => changes(Change::InvitedDomainDenied(false)),
        Outcome::OutboundBlocked => changes(Change::OutboundAccess(AccessType::Allowed)),
        Outcome::InboundBlocked | Outcome::ApplicationBlocked => changes(Change::InboundAccess(AccessType::Allowed)),
        Outcome::HomeAccountDisabled => changes(Change::HomeAccountEnabled(true)),
        Outcome::HomeAccountRecreated => act == Act::ResetRedemption,
        Outcome::ProviderRemoved => {
            act == Act::ResetRedemption
                || act == passcode_on
                || matches!(act, Act::Change(Change::FederationAdded(_) | Change::GoogleFederation(true)))
        }
        Outcome::TokenInvalid
        | Outcome::MailClaimMissing
        | Outcome::MailClaimOutsideDomain
        | Outcome::RealmMissing
        | Outcome::RealmUnknown
        | Outcome::NoAccountAtProvider => matches!(act, Act::Change(Change::FederationRemoved(_))),
        Outcome::GoogleError => changes(Change::GoogleFederation(false)),
        Outcome::MultifactorNotDone | Outcome::MultifactorNotRegistered => changes(Change::InboundMfaTrust(true)) || again,
        Outcome::NotAssigned => changes(Change::Assigned(true)) || changes(Change::AssignmentRequired(false)),
        Outcome::AdminConsentMissing | Outcome::ApplicationConsentDeclined => changes(Change::AdminConsent),
        Outcome::SentToHomeTenant | Outcome::WrongEndpoint => {
            matches!(act, Act::TryAgain(WayIn::EmailLink | WayIn::DirectLink | WayIn::CommonEndpointWithOrganization))
        }
        Outcome::GuestNotFound | Outcome::SignInNameNotUpn | Outcome::CreationNeedsMailLink => {
            matches!(act, Act::TryAgain(WayIn::EmailLink) | Act::Invite) || act == passcode_on
        }
        Outcome::ContactConflict => act == Act::TryAgain(WayIn::EmailLink) || changes(Change::ContactConflict(false)),
        Outcome::GuestDisabled => changes(Change::GuestEnabled(true)),
        Outcome::NotTheirAccount | Outcome::AccountMismatch => {
            matches!(act, Act::DeleteGuest | Act::InviteSecondAddress | Act::ResetRedemptionToSecondAddress)
        }
        Outcome::PasscodeOff | Outcome::NoAccountForVerifiedDomain | Outcome::NoProviderInCloud => act == passcode_on,
        Outcome::JustInTimeCreationOff | Outcome::JustInTimeCreationGone => {
            act == passcode_on
                || changes(Change::HomeAccountCreated)
                || changes(Change::JustInTimeCreationAllowed)
                || changes(Change::UnmanagedTenantTakenOver)
        }
        Outcome::CloudNotAllowed => clouds_allowed || again,
        Outcome::TenantRestricted => changes(Change::TenantRestrictions(false)) || again,
        Outcome::BlockedByHomeTenant => changes(Change::HomeBlocksSignIn(false)) || again,
        Outcome::BlockedByPolicy | Outcome::RegistrationBlockedByRisk | Outcome::UserRiskBlocks => policy_eased || again,
        Outcome::DeviceNotCompliant => changes(Change::InboundCompliantDeviceTrust(true)) || again,
        Outcome::DeviceNotJoined => changes(Change::InboundHybridJoinedDeviceTrust(true)) || again,
        Outcome::GoogleFailsForNow
        | Outcome::GoogleRefusesCode
        | Outcome::GoogleRefusesRefreshToken
        | Outcome::WebViewRefused
        | Outcome::LiveSessionAccount
        | Outcome::PasscodeNotEntered
        | Outcome::AccountNotCreated
        | Outcome::PermissionsDeclined
        | Outcome::TermsDeclined => again,
    }
}
