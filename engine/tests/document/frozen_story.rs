//! The story of the frozen document `tests/documents/v2.json`: every act and every change, typed by hand.
//!
//! No guest could live it; it shows what is written.

use redemption_engine::act::{Act, Change};
use redemption_engine::design::{
    AccessType, AllowInvitesFrom, EmailOneTimePasscode, FallbackProvider, PolicyState, PrimaryProvider,
};
use redemption_engine::guest::{UserType, WayIn};

use crate::frozen::order;

fn changes() -> Vec<Change> {
    vec![
        Change::EmailOneTimePasscode(EmailOneTimePasscode::Enabled),
        Change::GoogleFederation(false),
        Change::FederationAdded(0),
        Change::FederationRemoved(1),
        Change::RedemptionOrder(order(&[PrimaryProvider::SocialIdentityProviders], FallbackProvider::EmailOneTimePasscode)),
        Change::InvitedDomainDenied(true),
        Change::InboundAccess(AccessType::Blocked),
        Change::InboundMfaTrust(true),
        Change::GuestEnabled(false),
        Change::ContactConflict(true),
        Change::TermsRevised(2),
        Change::AdminConsent,
        Change::Assigned(true),
        Change::OutboundAccess(AccessType::Allowed),
        Change::HomeAccountEnabled(false),
        Change::HomeAccountRecreated,
        Change::HomeAccountCreated,
        Change::JustInTimeCreationAllowed,
        Change::UnmanagedTenantTakenOver,
        Change::MicrosoftAccountCreated,
        Change::InvitationsUnblocked,
        Change::AllowInvitesFrom(AllowInvitesFrom::AdminsAndGuestInviters),
        Change::ExternalUsersMayLeave(false),
        Change::InboundCompliantDeviceTrust(true),
        Change::InboundHybridJoinedDeviceTrust(true),
        Change::InboundAutomaticRedemption(true),
        Change::HomeCloudAllowed(true),
        Change::PartnerAdded(false),
        Change::UserType(UserType::Member),
        Change::PolicyState { policy: 1, state: PolicyState::EnabledForReportingButNotEnforced },
        Change::AssignmentRequired(true),
        Change::OutboundAutomaticRedemption(false),
        Change::ResourceCloudAllowed(true),
        Change::ResourceTenantAdded(true),
        Change::HomeRequiresMfa(true),
        Change::HomeBlocksSignIn(false),
        Change::TenantRestrictions(true),
    ]
}

/// Every act, with every change.
pub(crate) fn story() -> Vec<Act> {
    let mut acts = vec![
        Act::ChooseWorkAccount,
        Act::ChoosePersonalAccount,
        Act::SignInWithAddress,
        Act::SelectGoogle,
        Act::SelectFederation(1),
        Act::ContinueWithSession,
        Act::UseAnotherAccount,
        Act::EnterPasscode,
        Act::EnterWrongPasscode,
        Act::ResendPasscode,
        Act::Wait(31),
        Act::CreateAccount,
        Act::Accept,
        Act::Decline,
        Act::GiveUp,
        Act::OpenDocument,
        Act::CompleteMultifactor,
        Act::EnterDeviceCode,
        Act::LetTimePass(57_600),
        Act::ComeIn,
        Act::TryAgain(WayIn::EmailLink),
        Act::TryAgain(WayIn::DirectLink),
        Act::TryAgain(WayIn::CommonEndpoint),
        Act::TryAgain(WayIn::CommonEndpointWithOrganization),
        Act::OpenOldLink,
        Act::ReturnInSameBrowser,
        Act::Invite,
        Act::InviteSecondAddress,
        Act::ResendInvitation,
        Act::DeleteGuest,
        Act::DeletePermanently,
        Act::RestoreGuest,
        Act::ResetRedemption,
        Act::ResetRedemptionToSecondAddress,
        Act::LeaveOrganization,
    ];
    acts.extend(changes().into_iter().map(Act::Change));
    acts
}
