//! Who does what between two attempts: the guest, time, our administrator, the partner's administrator.
//!
//! Only for grouping and for naming what is done; the engine knows acts, not people.

use super::{Who, changer};
use crate::act::Act;

/// Who or what brings an act about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::EnumIter, strum::IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum Doer {
    /// The guest.
    Guest,
    /// Nobody: time passes.
    Time,
    /// The administrator of the resource tenant.
    YourAdministrator,
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
            | Act::ResetRedemptionToSecondAddress => Self::YourAdministrator,
            Act::Wait(_) | Act::LetTimePass(_) => Self::Time,
            Act::Change(change) => match changer(change) {
                Who::OurAdmin => Self::YourAdministrator,
                Who::PartnerAdmin => Self::PartnersAdministrator,
                Who::Guest => Self::Guest,
            },
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
            | Act::ComeIn
            | Act::TryAgain(_)
            | Act::OpenOldLink
            | Act::ReturnInSameBrowser
            | Act::LeaveOrganization => Self::Guest,
        }
    }

    /// The name of whoever it is.
    pub fn name(self) -> &'static str {
        match self {
            Self::Guest => "Guest",
            Self::Time => "Time",
            Self::YourAdministrator => "Your administrator",
            Self::PartnersAdministrator => "The partner's administrator",
        }
    }
}
