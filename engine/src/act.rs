//! What a person can do, and when.
//!
//! A [`Prompt`] is a place where the engine waits for a person; an [`Act`] is what the person does there. Everything else is decided
//! by the engine.

use serde::{Deserialize, Serialize};
use strum::{EnumDiscriminants, EnumIter, IntoStaticStr};

use crate::design::{AccessType, AllowInvitesFrom, EmailOneTimePasscode, PolicyState, RedemptionOrder};
use crate::guest::{UserType, WayIn};

/// How long a passcode is valid, in minutes. Source: `one-time-passcode.md`, 2024-10-21.
pub const PASSCODE_LIFE_MINUTES: u32 = 30;

/// How long a session lasts that began with a passcode, in minutes. Source: `one-time-passcode.md`, 2024-10-21.
pub const PASSCODE_SESSION_MINUTES: u32 = 24 * 60;

/// How long a session lasts that nobody uses, in minutes. Source: `concept-session-lifetime.md`, User sign-in frequency.
pub const IDLE_SESSION_MINUTES: u32 = 90 * 24 * 60;

/// How long a session lasts of a guest of a SAML/WS-Fed provider, in minutes. Source: `direct-federation.md`, 2022-10-03.
pub const FEDERATED_SESSION_MINUTES: u32 = 12 * 60;

/// How long a deleted guest can be restored, in minutes. Source: `leave-the-organization.md`, 2023-07.
pub const SOFT_DELETE_MINUTES: u32 = 30 * 24 * 60;

/// Something a person does: the guest on a page, or anybody between two attempts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Act {
    /// Picks the work or school account.
    ChooseWorkAccount,
    /// Picks the personal account.
    ChoosePersonalAccount,
    /// Signs in with the email address at the resource tenant's endpoint.
    SignInWithAddress,
    /// Selects *Sign in with Google* at the resource tenant's endpoint.
    SelectGoogle,
    /// Selects a SAML/WS-Fed provider, by its position in the list of federations.
    SelectFederation(u16),
    /// Goes on with the account that the browser is signed in with.
    ContinueWithSession,
    /// Picks *Use another account* and types the name again.
    UseAnotherAccount,
    /// Enters the newest passcode.
    EnterPasscode,
    /// Enters something else.
    EnterWrongPasscode,
    /// Asks for a new passcode.
    ResendPasscode,
    /// Lets minutes pass on a page.
    Wait(u32),
    /// Creates the account that is offered.
    CreateAccount,
    /// Accepts the page shown.
    Accept,
    /// Cancels or declines the page shown.
    Decline,
    /// Closes the page.
    GiveUp,
    /// Opens the document that must be read before it can be accepted.
    OpenDocument,
    /// Proves themselves with a second factor, registering for it first where that is needed.
    CompleteMultifactor,
    /// Enters the device code on another page and signs in there.
    EnterDeviceCode,
    /// Minutes pass between two attempts, or before the first one.
    LetTimePass(u32),
    /// Comes for the first time, the way that is set for the guest. Needed only where something else follows at once.
    ComeIn,
    /// Comes again, this way.
    TryAgain(WayIn),
    /// Opens the link of a mail that a newer one has followed.
    OpenOldLink,
    /// Opens the app again in the browser they signed in with last.
    ReturnInSameBrowser,
    /// Our administrator invites the address again.
    Invite,
    /// Our administrator invites the person's second address.
    InviteSecondAddress,
    /// Our administrator sends the invitation again.
    ResendInvitation,
    /// Our administrator deletes the guest, which also revokes a pending invitation.
    DeleteGuest,
    /// Our administrator deletes the deleted guest for good.
    DeletePermanently,
    /// Our administrator restores the deleted guest.
    RestoreGuest,
    /// Our administrator resets the redemption.
    ResetRedemption,
    /// Our administrator resets the redemption to the person's second address.
    ResetRedemptionToSecondAddress,
    /// The guest leaves the organization.
    LeaveOrganization,
    /// Somebody changes a setting or an account, which holds from then on.
    Change(Change),
}

/// A change of a setting or of an account in the course of a story. Only later steps see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumDiscriminants)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[strum_discriminants(name(ChangeKind), vis(pub(crate)), derive(EnumIter))]
pub enum Change {
    /// Our administrator sets email one-time passcode.
    EmailOneTimePasscode(EmailOneTimePasscode),
    /// Our administrator configures or deletes Google federation.
    GoogleFederation(bool),
    /// Our administrator brings this federation into force.
    FederationAdded(u16),
    /// Our administrator removes this federation.
    FederationRemoved(u16),
    /// Our administrator sets the redemption order.
    RedemptionOrder(RedemptionOrder),
    /// Our administrator says who may invite.
    AllowInvitesFrom(AllowInvitesFrom),
    /// Our administrator puts the guest's domain on the deny list, or takes it off.
    InvitedDomainDenied(bool),
    /// Our administrator lets external users leave by themselves, or no longer.
    ExternalUsersMayLeave(bool),
    /// Our administrator allows or blocks inbound B2B collaboration with the guest's home tenant.
    InboundAccess(AccessType),
    /// Our administrator trusts multifactor authentication of the guest's home tenant, or no longer.
    InboundMfaTrust(bool),
    /// Our administrator trusts compliant devices of the guest's home tenant, or no longer.
    InboundCompliantDeviceTrust(bool),
    /// Our administrator trusts hybrid joined devices of the guest's home tenant, or no longer.
    InboundHybridJoinedDeviceTrust(bool),
    /// Our administrator ticks or clears inbound *Automatically redeem invitations* for the guest's home tenant.
    InboundAutomaticRedemption(bool),
    /// Our administrator ticks or clears the cloud of the guest's home tenant in the Microsoft cloud settings.
    HomeCloudAllowed(bool),
    /// Our administrator adds the guest's home tenant, which is in another cloud, as an organization, or removes it with all that is
    /// set for it.
    PartnerAdded(bool),
    /// Our administrator enables or disables the guest object.
    GuestEnabled(bool),
    /// Our administrator makes the guest a member, or a guest again.
    UserType(UserType),
    /// Our administrator deletes the contact object that owns the address, or adds it back.
    ContactConflict(bool),
    /// Our administrator turns a Conditional Access policy on or off, or sets it to report-only.
    PolicyState {
        /// Which policy, by position.
        policy: u16,
        /// What it is set to.
        state: PolicyState,
    },
    /// Our administrator publishes a new version of these terms of use that everybody must accept again.
    TermsRevised(u16),
    /// Our administrator consents to the application's permissions for everyone.
    AdminConsent,
    /// Our administrator lets only assigned users sign in to the application, or everybody.
    AssignmentRequired(bool),
    /// Our administrator assigns the guest to the application, or no longer.
    Assigned(bool),
    /// The partner's administrator allows or blocks outbound B2B collaboration with the resource tenant.
    OutboundAccess(AccessType),
    /// The partner's administrator ticks or clears outbound *Automatically redeem invitations* for the resource tenant.
    OutboundAutomaticRedemption(bool),
    /// The partner's administrator ticks or clears the resource tenant's cloud in the Microsoft cloud settings.
    ResourceCloudAllowed(bool),
    /// The partner's administrator adds the resource tenant, which is in another cloud, as an organization, or removes it with all
    /// that is set for it.
    ResourceTenantAdded(bool),
    /// The partner's Conditional Access demands multifactor authentication at the sign-in there, or no longer.
    HomeRequiresMfa(bool),
    /// The partner's Conditional Access blocks the sign-in there, or no longer.
    HomeBlocksSignIn(bool),
    /// Whoever runs the guest's network keeps them out of the resource tenant with tenant restrictions, or no longer.
    TenantRestrictions(bool),
    /// The partner's administrator enables or disables the guest's account.
    HomeAccountEnabled(bool),
    /// The partner's administrator deletes the guest's account and makes another of the same name.
    HomeAccountRecreated,
    /// The partner's administrator creates the guest's account, or brings it to the cloud by synchronization.
    HomeAccountCreated,
    /// The partner's administrator lets email-verified users join, with both settings.
    JustInTimeCreationAllowed,
    /// The partner's administrator takes over the unmanaged tenant.
    UnmanagedTenantTakenOver,
    /// The guest gets a personal Microsoft account with the invited address.
    MicrosoftAccountCreated,
    /// The guest unblocks invitations of the resource tenant.
    InvitationsUnblocked,
}

/// What is done between two attempts, by kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, EnumIter, IntoStaticStr)]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum Operation {
    /// Time passes.
    Wait,
    /// [`Act::ResendInvitation`].
    ResendInvitation,
    /// [`Act::DeleteGuest`].
    DeleteGuest,
    /// [`Act::DeletePermanently`].
    DeletePermanently,
    /// [`Act::RestoreGuest`].
    RestoreGuest,
    /// [`Act::ResetRedemption`].
    ResetRedemption,
    /// [`Act::ResetRedemptionToSecondAddress`].
    ResetRedemptionToSecondAddress,
    /// [`Act::InviteSecondAddress`].
    InviteSecondAddress,
    /// [`Act::LeaveOrganization`].
    LeaveOrganization,
    /// [`Act::Change`].
    Change,
}

/// What an act begins between two attempts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Begins {
    /// A new invitation.
    Invitation,
    /// An attempt to get in.
    Attempt(WayIn),
    /// Something that is done once.
    Operation(Operation),
}

impl Act {
    /// What the act begins between two attempts; `None` for what is done on a page.
    pub fn begins(self) -> Option<Begins> {
        Some(match self {
            Self::Invite => Begins::Invitation,
            Self::TryAgain(way_in) => Begins::Attempt(way_in),
            Self::OpenOldLink => Begins::Attempt(WayIn::EmailLink),
            Self::ReturnInSameBrowser => Begins::Attempt(WayIn::DirectLink),
            Self::LetTimePass(_) => Begins::Operation(Operation::Wait),
            Self::ResendInvitation => Begins::Operation(Operation::ResendInvitation),
            Self::DeleteGuest => Begins::Operation(Operation::DeleteGuest),
            Self::DeletePermanently => Begins::Operation(Operation::DeletePermanently),
            Self::RestoreGuest => Begins::Operation(Operation::RestoreGuest),
            Self::ResetRedemption => Begins::Operation(Operation::ResetRedemption),
            Self::ResetRedemptionToSecondAddress => Begins::Operation(Operation::ResetRedemptionToSecondAddress),
            Self::InviteSecondAddress => Begins::Operation(Operation::InviteSecondAddress),
            Self::LeaveOrganization => Begins::Operation(Operation::LeaveOrganization),
            Self::Change(_) => Begins::Operation(Operation::Change),
            Self::ChooseWorkAccount
            | Self::ChoosePersonalAccount
            | Self::SignInWithAddress
            | Self::SelectGoogle
            | Self::SelectFederation(_)
            | Self::ContinueWithSession
            | Self::UseAnotherAccount
            | Self::EnterPasscode
            | Self::EnterWrongPasscode
            | Self::ResendPasscode
            | Self::Wait(_)
            | Self::ComeIn
            | Self::CreateAccount
            | Self::Accept
            | Self::Decline
            | Self::GiveUp
            | Self::OpenDocument
            | Self::CompleteMultifactor
            | Self::EnterDeviceCode => return None,
        })
    }
}

/// A place where the engine waits for a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, EnumDiscriminants)]
#[serde(rename_all = "camelCase")]
#[strum_discriminants(
    name(PromptKind),
    vis(pub(crate)),
    derive(Hash, EnumIter, IntoStaticStr),
    strum(serialize_all = "camelCase")
)]
pub enum Prompt {
    /// Work or personal account?
    AccountChoice,
    /// Email address or a configured provider?
    SignInOptions {
        /// Whether Google can be selected.
        google: bool,
        /// How many federations can be selected.
        federations: u16,
    },
    /// The signed-in work account or another one?
    LiveSession,
    /// The passcode page.
    Passcode {
        /// Whether the person can read the mail with the code.
        readable: bool,
        /// Whether the newest code is over thirty minutes old.
        expired: bool,
    },
    /// Create the account that is offered?
    CreateAccount {
        /// Whether the person can read the mail that proves the address, where the edition asks for it.
        possible: bool,
    },
    /// The *Review permissions* page.
    ReviewPermissions,
    /// One of the terms of use.
    TermsOfUse {
        /// Which, by position.
        number: u16,
        /// Whether the document must be opened before it can be accepted, and has not been.
        unread: bool,
    },
    /// A second factor is asked for.
    Multifactor {
        /// Whether the guest has to register for it first.
        registers: bool,
    },
    /// A device code is shown.
    DeviceCode,
    /// The application asks for permissions.
    ApplicationConsent,
    /// The chapter has ended; the guest may come again, and anybody may change something.
    Between,
}

impl Prompt {
    /// Whether this act answers this prompt.
    pub fn takes(self, act: Act) -> bool {
        match self {
            Self::AccountChoice => matches!(act, Act::ChooseWorkAccount | Act::ChoosePersonalAccount),
            Self::SignInOptions { google, federations } => match act {
                Act::SignInWithAddress => true,
                Act::SelectGoogle => google,
                Act::SelectFederation(position) => position < federations,
                _ => false,
            },
            Self::LiveSession => matches!(act, Act::ContinueWithSession | Act::UseAnotherAccount),
            Self::Passcode { readable, .. } => match act {
                Act::EnterPasscode => readable,
                Act::Wait(minutes) => minutes > 0,
                Act::EnterWrongPasscode | Act::ResendPasscode | Act::GiveUp => true,
                _ => false,
            },
            Self::CreateAccount { possible } => match act {
                Act::CreateAccount => possible,
                Act::GiveUp => true,
                _ => false,
            },
            Self::TermsOfUse { unread: true, .. } => matches!(act, Act::OpenDocument | Act::Decline),
            Self::ReviewPermissions | Self::TermsOfUse { .. } | Self::ApplicationConsent => {
                matches!(act, Act::Accept | Act::Decline)
            }
            Self::Multifactor { .. } => matches!(act, Act::CompleteMultifactor | Act::GiveUp),
            Self::DeviceCode => matches!(act, Act::EnterDeviceCode | Act::GiveUp),
            Self::Between => match act {
                Act::LetTimePass(minutes) => minutes > 0,
                _ => act.begins().is_some(),
            },
        }
    }

    /// Everything a person can do here that makes a difference, the most cooperative first. Changes are not listed: there are too many.
    pub fn acts(self) -> Vec<Act> {
        let mut acts = vec![
            Act::ChooseWorkAccount,
            Act::ChoosePersonalAccount,
            Act::SignInWithAddress,
            Act::SelectGoogle,
            Act::UseAnotherAccount,
            Act::ContinueWithSession,
            Act::EnterPasscode,
            Act::EnterWrongPasscode,
            Act::Wait(PASSCODE_LIFE_MINUTES),
            Act::ResendPasscode,
            Act::CreateAccount,
            Act::OpenDocument,
            Act::CompleteMultifactor,
            Act::EnterDeviceCode,
            Act::Accept,
            Act::Decline,
            Act::GiveUp,
            Act::TryAgain(WayIn::EmailLink),
            Act::TryAgain(WayIn::DirectLink),
            Act::TryAgain(WayIn::CommonEndpoint),
            Act::TryAgain(WayIn::CommonEndpointWithOrganization),
            Act::OpenOldLink,
            Act::ReturnInSameBrowser,
            Act::LetTimePass(24 * 60),
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
        if let Self::SignInOptions { federations, .. } = self {
            acts.extend((0..federations).map(Act::SelectFederation));
        }
        // A passcode that is too old gets no older.
        let too_old = matches!(self, Self::Passcode { expired: true, .. });
        acts.retain(|act| self.takes(*act) && !(too_old && matches!(act, Act::Wait(_))));
        acts
    }

    /// What a guest does who wants in and does not make mistakes; `None` where nothing helps.
    pub fn cooperative(self) -> Option<Act> {
        match self {
            Self::AccountChoice => Some(Act::ChooseWorkAccount),
            Self::SignInOptions { .. } => Some(Act::SignInWithAddress),
            Self::LiveSession => Some(Act::UseAnotherAccount),
            Self::Passcode { readable: true, expired: false } => Some(Act::EnterPasscode),
            Self::Passcode { readable: true, expired: true } => Some(Act::ResendPasscode),
            Self::Passcode { readable: false, .. } | Self::Between => None,
            Self::CreateAccount { possible } => possible.then_some(Act::CreateAccount),
            Self::TermsOfUse { unread: true, .. } => Some(Act::OpenDocument),
            Self::ReviewPermissions | Self::TermsOfUse { .. } | Self::ApplicationConsent => Some(Act::Accept),
            Self::Multifactor { .. } => Some(Act::CompleteMultifactor),
            Self::DeviceCode => Some(Act::EnterDeviceCode),
        }
    }
}
