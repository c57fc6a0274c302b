//! Who does what between two attempts: the guest, time, our administrator, the partner's administrator.
//!
//! Only for grouping and for naming what is done; the engine knows acts, not people.

use redemption_engine::act::{Act, Change};

/// Who or what brings an act about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::EnumIter, strum::IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum Doer {
    /// The guest.
    Guest,
    /// Nobody: time passes.
    Time,
    /// The administrator of the resource tenant.
    OurAdministrator,
    /// The administrator of the guest's home tenant.
    PartnersAdministrator,
}

impl Doer {
    /// Who does this.
    pub fn of(act: Act) -> Self {
        match act {
            Act::Invite
            | Act::InviteSecondAddress
            | Act::ResendInvitation
            | Act::DeleteGuest
            | Act::DeletePermanently
            | Act::RestoreGuest
            | Act::ResetRedemption
            | Act::ResetRedemptionToSecondAddress => Self::OurAdministrator,
            Act::Wait(_) => Self::Time,
            Act::Change(change) => Self::of_change(change),
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
            | Act::CreateAccount
            | Act::Accept
            | Act::Decline
            | Act::GiveUp
            | Act::OpenDocument
            | Act::CompleteMultifactor
            | Act::EnterDeviceCode
            | Act::TryAgain(_)
            | Act::OpenOldLink
            | Act::LeaveOrganization => Self::Guest,
        }
    }

    fn of_change(change: Change) -> Self {
        match change {
            Change::EmailOneTimePasscode(_)
            | Change::GoogleFederation(_)
            | Change::FederationAdded(_)
            | Change::FederationRemoved(_)
            | Change::RedemptionOrder(_)
            | Change::InvitedDomainDenied(_)
            | Change::InboundAccess(_)
            | Change::InboundMfaTrust(_)
            | Change::GuestEnabled(_)
            | Change::ContactConflict(_)
            | Change::TermsRevised(_)
            | Change::AdminConsent
            | Change::Assigned(_) => Self::OurAdministrator,
            Change::OutboundAccess(_)
            | Change::HomeAccountEnabled(_)
            | Change::HomeAccountRecreated
            | Change::HomeAccountCreated
            | Change::JustInTimeCreationAllowed
            | Change::UnmanagedTenantTakenOver => Self::PartnersAdministrator,
            Change::MicrosoftAccountCreated | Change::InvitationsUnblocked => Self::Guest,
        }
    }

    /// The name of whoever it is.
    pub fn name(self) -> &'static str {
        match self {
            Self::Guest => "Guest",
            Self::Time => "Time",
            Self::OurAdministrator => "Our administrator",
            Self::PartnersAdministrator => "Partner's administrator",
        }
    }
}
