//! The facts about a guest besides the address: what each can be, how it is set, and which facts of a decision belong to it.
//!
//! Values are small numbers, the ordinary one first. Which of them matter under a design is found by asking the engine.

mod name;

use strum::{EnumCount, EnumIter, IntoStaticStr};

use super::course::{Manner, SignInOption};
use super::origin::Origin;
use crate::address::EmailAddress;
use crate::design::{Design, GrantControl, RiskLevel};
use crate::engine::{Look, may_invite};
use crate::guest::{
    AddressOwner, Client, Device, GoogleAnswer, Guest, InviterRole, MicrosoftAccount, TargetApp, UserType, WayIn,
};
use crate::trace::What;
use crate::wording::Who;

/// A fact about a guest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, EnumCount, IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum Aspect {
    /// How they come in, and what they select there.
    WayIn,
    /// Who invites.
    Inviter,
    /// Whether the address is a group mailbox.
    GroupMailbox,
    /// Who owns the address already.
    AddressOwner,
    /// Whether a contact object owns the address.
    ContactConflict,
    /// What becomes of the invitation mail.
    Mail,
    /// The app the way in leads to.
    TargetApp,
    /// What they type where a sign-in name is asked.
    TypedName,
    /// Whether the guest object is disabled.
    Disabled,
    /// Whether they can sign in with the work account behind the address, or with another one.
    WorkAccount,
    /// The personal account.
    MicrosoftAccount,
    /// Which of two accounts of one name they take.
    AccountChoice,
    /// Whether the browser is signed in with a work account.
    LiveSession,
    /// Whether they can read the invited mailbox.
    Mailbox,
    /// Whether they have an account at the partner's provider.
    PartnerAccount,
    /// The Google account.
    GoogleAccount,
    /// What Google answers.
    GoogleAnswer,
    /// What they open the app with.
    Client,
    /// Whether their network keeps them out.
    TenantRestrictions,
    /// Guest or member.
    UserType,
    /// Where they sign in from.
    Location,
    /// The risk of the sign-in.
    SignInRisk,
    /// The risk of the user.
    UserRisk,
    /// Their device.
    Device,
    /// Whether the home session carries a second factor.
    HomeMfa,
    /// Whether their methods are strong.
    StrongMethods,
    /// Whether they have registered in the resource tenant.
    MfaRegistered,
    /// Whether they are assigned to the application.
    Assigned,
}

/// The ways in and what is selected there.
const WAYS: [(WayIn, SignInOption); 6] = [
    (WayIn::EmailLink, SignInOption::Address),
    (WayIn::DirectLink, SignInOption::Address),
    (WayIn::CommonEndpoint, SignInOption::Address),
    (WayIn::CommonEndpointWithOrganization, SignInOption::Address),
    (WayIn::CommonEndpointWithOrganization, SignInOption::Google),
    (WayIn::CommonEndpointWithOrganization, SignInOption::Federation),
];

const INVITERS: [InviterRole; 5] =
    [InviterRole::Administrator, InviterRole::GuestInviter, InviterRole::Member, InviterRole::Guest, InviterRole::Application];

const OWNERS: [Option<AddressOwner>; 3] = [None, Some(AddressOwner::LocalUser), Some(AddressOwner::Group)];

const APPS: [TargetApp; 3] = [TargetApp::AppsAccessPanel, TargetApp::MultitenantApp, TargetApp::SingleTenantApp];

const ANSWERS: [GoogleAnswer; 4] =
    [GoogleAnswer::SignsIn, GoogleAnswer::LastingError, GoogleAnswer::PassingError, GoogleAnswer::CodeRefused];

const RISKS: [RiskLevel; 4] = [RiskLevel::None, RiskLevel::Low, RiskLevel::Medium, RiskLevel::High];

const DEVICES: [Device; 3] = [Device::Unmanaged, Device::Compliant, Device::HybridJoined];

/// What a place is called that no policy names.
const UNNAMED_PLACE: &str = "elsewhere";

/// What designs tell apart at all, read off their lists. A policy that names no risk hangs on no risk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Distinctions {
    /// The places that policies name.
    places: Vec<String>,
    /// The roles of inviters, one for each treatment.
    inviters: Vec<InviterRole>,
    /// Whether a design has Google.
    google: bool,
    /// Whether a design has a federation.
    federations: bool,
    /// Aspects of which every value is treated alike, as bits.
    alike: u64,
}

/// What the values of the aspects are, for a guest of this origin.
#[derive(Clone, Copy, Debug)]
pub struct Values<'a> {
    /// What the designs tell apart.
    pub distinctions: &'a Distinctions,
    /// Where the guest comes from.
    pub origin: &'a Origin,
}

impl Distinctions {
    /// What can be said of a guest of these designs, whether or not they tell it apart.
    pub fn everything(designs: &[Design]) -> Self {
        Self { inviters: INVITERS.to_vec(), alike: 0, google: true, federations: true, ..Self::of(designs) }
    }

    /// What these designs tell apart.
    pub fn of(designs: &[Design]) -> Self {
        let resources = || designs.iter().map(|design| &design.resource_tenant);
        let policies = || resources().flat_map(|resource| &resource.conditional_access);
        let controls = || policies().flat_map(|policy| &policy.grant_controls);
        let places = places(designs);
        let mut alike = 0;
        let mut leave_out = |aspect: Aspect, matters: bool| alike |= if matters { 0 } else { aspect.bit() };
        leave_out(Aspect::Location, !places.is_empty());
        leave_out(Aspect::UserType, policies().any(|policy| !policy.external_users.is_empty()));
        leave_out(Aspect::SignInRisk, policies().any(|policy| !policy.sign_in_risk_levels.is_empty()));
        leave_out(Aspect::UserRisk, policies().any(|policy| !policy.user_risk_levels.is_empty()));
        leave_out(
            Aspect::Device,
            controls().any(|control| matches!(control, GrantControl::CompliantDevice | GrantControl::DomainJoinedDevice)),
        );
        leave_out(Aspect::StrongMethods, controls().any(|control| *control == GrantControl::AuthenticationStrength));
        leave_out(Aspect::Assigned, resources().any(|resource| resource.application.assignment_required));
        let mut treatments: Vec<Vec<bool>> = Vec::new();
        let mut inviters = Vec::new();
        for role in INVITERS {
            let treatment = resources().map(|resource| may_invite(resource.invites_allowed_from(), role)).collect();
            if !treatments.contains(&treatment) {
                treatments.push(treatment);
                inviters.push(role);
            }
        }
        Self {
            places,
            inviters,
            google: resources().any(|resource| resource.google_federation),
            federations: resources().any(|resource| !resource.federations.is_empty()),
            alike,
        }
    }
}

impl Aspect {
    /// How many values it has for a guest of this origin.
    pub fn count(self, values: Values<'_>) -> u8 {
        let few = |count: usize| u8::try_from(count).unwrap_or(u8::MAX);
        let distinctions = values.distinctions;
        if distinctions.alike & self.bit() != 0 {
            return 1;
        }
        match self {
            Self::WayIn => 4 + u8::from(distinctions.google) + u8::from(distinctions.federations),
            Self::Inviter => few(distinctions.inviters.len()),
            Self::AddressOwner => few(OWNERS.len()),
            Self::Mail | Self::GoogleAnswer | Self::SignInRisk | Self::UserRisk => 4,
            Self::TargetApp | Self::Device | Self::MicrosoftAccount | Self::GoogleAccount => 3,
            Self::TypedName => 2 + u8::from(typed_owner(values.origin).is_some()),
            Self::Location => few(distinctions.places.len() + 2),
            Self::GroupMailbox
            | Self::ContactConflict
            | Self::Disabled
            | Self::WorkAccount
            | Self::AccountChoice
            | Self::LiveSession
            | Self::Mailbox
            | Self::PartnerAccount
            | Self::Client
            | Self::TenantRestrictions
            | Self::UserType
            | Self::HomeMfa
            | Self::StrongMethods
            | Self::MfaRegistered
            | Self::Assigned => 2,
        }
    }

    /// Sets a value.
    pub fn set(self, value: u8, values: Values<'_>, guest: &mut Guest, manner: &mut Manner) {
        let at = usize::from(value);
        let yes = value == 1;
        let origin = values.origin;
        let elsewhere = |local: &str| EmailAddress::parse(&format!("{local}@elsewhere.example")).ok();
        let person = &mut guest.person;
        match self {
            Self::WayIn => {
                // Without Google, the fifth way is the federation.
                let at = if at == 4 && !values.distinctions.google { 5 } else { at };
                if let Some((way_in, option)) = WAYS.get(at) {
                    guest.way_in = *way_in;
                    manner.option = *option;
                }
            }
            Self::Inviter => guest.invitation.inviter.role = values.distinctions.inviters.get(at).copied().unwrap_or_default(),
            Self::GroupMailbox => guest.invitation.group_mailbox = yes,
            Self::AddressOwner => guest.invitation.address_owner = OWNERS.get(at).copied().flatten(),
            Self::ContactConflict => guest.invitation.contact_conflict = yes,
            Self::Mail => {
                guest.invitation.send_invitation_message = value != 3;
                person.finds_invitation_mail = value != 1;
                person.unsubscribed = value == 2;
            }
            Self::TargetApp => guest.target_app = APPS.get(at).copied().unwrap_or_default(),
            Self::TypedName => {
                guest.sign_in_name = match (value, typed_owner(origin)) {
                    (0, _) => None,
                    (1, Some(owner)) => Some(owner.clone()),
                    _ => elsewhere("alias"),
                };
            }
            Self::Disabled => guest.invitation.account_disabled = yes,
            Self::WorkAccount => {
                person.work_account = match (&origin.owner, value) {
                    (Some(owner), 0) => Some(owner.clone()),
                    (Some(_), _) | (None, 0) => None,
                    (None, _) => elsewhere("work.account"),
                };
            }
            Self::MicrosoftAccount => {
                let invited = origin.address.clone();
                person.microsoft_account = match value {
                    0 => None,
                    1 => Some(MicrosoftAccount { sign_in_name: invited, aliases: Vec::new() }),
                    _ => elsewhere("personal").map(|sign_in_name| MicrosoftAccount { sign_in_name, aliases: vec![invited] }),
                };
            }
            Self::AccountChoice => manner.personal_account = yes,
            Self::LiveSession => person.live_work_session = yes,
            Self::Mailbox => person.reads_invited_mailbox = !yes,
            Self::PartnerAccount => person.partner_account = !yes,
            Self::GoogleAccount => {
                person.google_account = match value {
                    0 => Some(origin.address.clone()),
                    1 => None,
                    _ => elsewhere("google"),
                };
            }
            Self::GoogleAnswer => person.google_answer = ANSWERS.get(at).copied().unwrap_or_default(),
            Self::Client => person.client = if yes { Client::EmbeddedWebView } else { Client::Browser },
            Self::TenantRestrictions => person.tenant_restrictions = yes,
            Self::UserType => guest.invitation.invited_user_type = if yes { UserType::Member } else { UserType::Guest },
            Self::Location => {
                let named = |place| values.distinctions.places.get(place).map_or(UNNAMED_PLACE, String::as_str).to_owned();
                person.location = at.checked_sub(1).map(named);
            }
            Self::SignInRisk => person.sign_in_risk = RISKS.get(at).copied().unwrap_or_default(),
            Self::UserRisk => person.user_risk = RISKS.get(at).copied().unwrap_or_default(),
            Self::Device => person.device = DEVICES.get(at).copied().unwrap_or_default(),
            Self::HomeMfa => person.home_mfa_done = yes,
            Self::StrongMethods => person.strong_methods = yes,
            Self::MfaRegistered => person.resource_mfa_registered = yes,
            Self::Assigned => guest.not_assigned = yes,
        }
    }

    /// What the page says of a value, after the origin.
    pub fn words(self, value: u8, values: Values<'_>) -> String {
        let pick = |words: &[&str]| words.get(usize::from(value)).copied().unwrap_or_default().to_owned();
        match self {
            Self::WayIn => match if value == 4 && !values.distinctions.google { 5 } else { value } {
                4 => "selects Google at a common address".to_owned(),
                5 => "selects the partner's provider at a common address".to_owned(),
                at => WAYS.get(usize::from(at)).map_or_else(String::new, |(way, _)| crate::wording::way_in(*way).to_owned()),
            },
            Self::Inviter => values
                .distinctions
                .inviters
                .get(usize::from(value))
                .map_or_else(String::new, |role| format!("invited by: {}", crate::wording::inviter_role(*role))),
            Self::GroupMailbox => pick(&["one person's mailbox", "a group mailbox"]),
            Self::AddressOwner => pick(&["the address is free", "a local user owns the address", "a group owns the address"]),
            Self::ContactConflict => pick(&["no contact object", "a contact object owns the address"]),
            Self::Mail => pick(&[
                "the mail arrives",
                "the mail lies in the spam folder",
                "invitations are unsubscribed",
                "no mail is sent, the link is passed on",
            ]),
            Self::TargetApp => APPS.get(usize::from(value)).map_or("", |app| crate::wording::target_app(*app)).to_owned(),
            Self::TypedName => match (value, typed_owner(values.origin)) {
                (0, _) => "types the invited address".to_owned(),
                (1, Some(_)) => "types the user principal name".to_owned(),
                _ => "types an address that nothing knows".to_owned(),
            },
            Self::Disabled => pick(&["the guest object is enabled", "the guest object is disabled"]),
            Self::WorkAccount if values.origin.owner.is_some() => {
                pick(&["the work account is theirs", "the work account is somebody else's"])
            }
            Self::WorkAccount => pick(&["no work account", "a work account elsewhere"]),
            Self::MicrosoftAccount => pick(&[
                "no personal Microsoft account",
                "a personal Microsoft account with the address",
                "a personal Microsoft account with the address as an alias",
            ]),
            Self::AccountChoice => pick(&["takes the work account", "takes the personal account"]),
            Self::LiveSession => pick(&["no session of a work account", "the browser is signed in with a work account"]),
            Self::Mailbox => pick(&["reads the mailbox", "cannot read the mailbox"]),
            Self::PartnerAccount => pick(&["an account at the partner's provider", "no account at the partner's provider"]),
            Self::GoogleAccount => {
                pick(&["a Google account with the address", "no Google account", "a Google account with another address"])
            }
            Self::GoogleAnswer => {
                ANSWERS.get(usize::from(value)).map_or("", |answer| crate::wording::google_answer(*answer)).to_owned()
            }
            Self::Client => pick(&["a browser", "an embedded web-view"]),
            Self::TenantRestrictions => pick(&["an open network", "a network with tenant restrictions"]),
            Self::UserType => pick(&["user type guest", "user type member"]),
            Self::Location => match usize::from(value).checked_sub(1) {
                None => "location not known".to_owned(),
                Some(place) => {
                    format!(
                        "from {}",
                        values.distinctions.places.get(place).map_or("a place that no policy names", String::as_str)
                    )
                }
            },
            Self::SignInRisk => format!("sign-in risk {}", risk(value)),
            Self::UserRisk => format!("user risk {}", risk(value)),
            Self::Device => DEVICES.get(usize::from(value)).map_or("", |device| crate::wording::device(*device)).to_owned(),
            Self::HomeMfa => pick(&["no second factor at home", "a second factor at home"]),
            Self::StrongMethods => pick(&["ordinary methods", "strong methods"]),
            Self::MfaRegistered => pick(&["not registered for a second factor", "registered for a second factor"]),
            Self::Assigned => pick(&["assigned to the application", "not assigned to the application"]),
        }
    }

    /// Whether discovery hangs on it, beside the address.
    pub(super) fn is_of_discovery(self) -> bool {
        matches!(
            self,
            Self::WayIn
                | Self::ContactConflict
                | Self::TypedName
                | Self::WorkAccount
                | Self::MicrosoftAccount
                | Self::AccountChoice
                | Self::LiveSession
                | Self::Mailbox
                | Self::PartnerAccount
                | Self::GoogleAccount
        )
    }

    /// Whether somebody can make it so, rather than it being so. An account can be created where there is a place for it; that one
    /// is taken away helps nobody to come in.
    pub(super) fn is_a_deed(self, value: u8, origin: &Origin) -> bool {
        match self {
            Self::WayIn | Self::TypedName | Self::Client | Self::LiveSession | Self::AccountChoice | Self::MfaRegistered => true,
            Self::PartnerAccount | Self::GoogleAccount => value == 0,
            Self::WorkAccount => value == 0 && origin.owner.is_some(),
            Self::MicrosoftAccount => value == 1,
            Self::Inviter
            | Self::GroupMailbox
            | Self::AddressOwner
            | Self::ContactConflict
            | Self::Mail
            | Self::TargetApp
            | Self::Disabled
            | Self::Mailbox
            | Self::GoogleAnswer
            | Self::TenantRestrictions
            | Self::UserType
            | Self::Location
            | Self::SignInRisk
            | Self::UserRisk
            | Self::Device
            | Self::HomeMfa
            | Self::StrongMethods
            | Self::Assigned => false,
        }
    }

    /// What is done where it is more than what it leads to.
    pub(super) fn deed(self) -> Option<&'static str> {
        match self {
            Self::PartnerAccount => Some("Create an account for the guest at the partner's provider"),
            Self::GoogleAccount => Some("Create a Google account with the invited address"),
            Self::WorkAccount => Some("Give the guest the work account behind the address"),
            Self::MicrosoftAccount => Some("Create a personal Microsoft account with the invited address"),
            Self::WayIn
            | Self::Inviter
            | Self::GroupMailbox
            | Self::AddressOwner
            | Self::ContactConflict
            | Self::Mail
            | Self::TargetApp
            | Self::TypedName
            | Self::Disabled
            | Self::AccountChoice
            | Self::LiveSession
            | Self::Mailbox
            | Self::GoogleAnswer
            | Self::Client
            | Self::TenantRestrictions
            | Self::UserType
            | Self::Location
            | Self::SignInRisk
            | Self::UserRisk
            | Self::Device
            | Self::HomeMfa
            | Self::StrongMethods
            | Self::MfaRegistered
            | Self::Assigned => None,
        }
    }

    /// Who could make it so, or whose fact it is.
    pub(super) fn who(self) -> Who {
        match self {
            Self::Inviter
            | Self::GroupMailbox
            | Self::AddressOwner
            | Self::ContactConflict
            | Self::Disabled
            | Self::UserType
            | Self::Assigned => Who::OurAdmin,
            Self::WorkAccount | Self::PartnerAccount | Self::TenantRestrictions | Self::UserRisk | Self::Device => {
                Who::PartnerAdmin
            }
            Self::WayIn
            | Self::Mail
            | Self::TargetApp
            | Self::TypedName
            | Self::MicrosoftAccount
            | Self::AccountChoice
            | Self::LiveSession
            | Self::Mailbox
            | Self::GoogleAccount
            | Self::GoogleAnswer
            | Self::Client
            | Self::Location
            | Self::SignInRisk
            | Self::HomeMfa
            | Self::StrongMethods
            | Self::MfaRegistered => Who::Guest,
        }
    }

    fn bit(self) -> u64 {
        1 << (self as u32)
    }

    /// The aspects that a fact belongs to, as bits.
    fn of(what: What) -> u64 {
        match what {
            What::WayIn => Self::WayIn.bit(),
            What::TargetApp => Self::TargetApp.bit(),
            What::TypedName => Self::TypedName.bit(),
            What::WorkAccount => Self::WorkAccount.bit(),
            What::MicrosoftAccount => Self::MicrosoftAccount.bit(),
            What::GoogleAccount => Self::GoogleAccount.bit(),
            What::PartnerAccount => Self::PartnerAccount.bit(),
            What::ReadsMailbox => Self::Mailbox.bit(),
            What::LiveSession => Self::LiveSession.bit() | Self::WorkAccount.bit(),
            What::ContactConflict | What::ProxyAddresses => Self::ContactConflict.bit(),
            What::AccountDisabled => Self::Disabled.bit(),
            What::Inviter => Self::Inviter.bit(),
            What::GroupMailbox => Self::GroupMailbox.bit(),
            What::AddressOwner => Self::AddressOwner.bit(),
            What::SendMail | What::Unsubscribed | What::FindsMail => Self::Mail.bit(),
            What::TenantRestrictions => Self::TenantRestrictions.bit(),
            What::GoogleAnswer => Self::GoogleAnswer.bit(),
            What::Client => Self::Client.bit(),
            // Which policies apply hangs on all of these, and which of a policy's alternatives is the easiest.
            What::Policies => {
                Self::UserType.bit()
                    | Self::Location.bit()
                    | Self::SignInRisk.bit()
                    | Self::UserRisk.bit()
                    | Self::Device.bit()
                    | Self::StrongMethods.bit()
                    | Self::TargetApp.bit()
            }
            What::Location => Self::Location.bit(),
            What::SignInRisk => Self::SignInRisk.bit(),
            What::UserRisk => Self::UserRisk.bit(),
            What::Device => Self::Device.bit(),
            What::HomeMfa => Self::HomeMfa.bit(),
            What::StrongMethods => Self::StrongMethods.bit(),
            What::MfaRegistered => Self::MfaRegistered.bit(),
            What::Assigned => Self::Assigned.bit(),
            What::UserType => Self::UserType.bit(),
            // Of the address, of a design, or of what has happened on the way.
            What::Edition
            | What::InvitedEmail
            | What::InvitedDomain
            | What::ExternalUserState
            | What::IdentityProvider
            | What::HomeUsers(_)
            | What::Management(_)
            | What::HomeVerifiedDomains(_)
            | What::HomeFederated(_)
            | What::AlternateLogin(_)
            | What::EmailVerifiedUsersMayJoin(_)
            | What::EmailBasedSubscriptions(_)
            | What::OutboundAutomaticRedemption(_)
            | What::InboundAutomaticRedemption(_)
            | What::TenantsWithDomain
            | What::FederationDomains(_)
            | What::FederatedDomains
            | What::FederationIsEntraTenant(_)
            | What::GoogleFederation
            | What::Passcode
            | What::ResourceDomains
            | What::TermsOfUse
            | What::TermsAccepted
            | What::PermissionsAccepted
            | What::PasscodeAge
            | What::RedirectUrl
            | What::ConsumerDomains
            | What::InviteSettings
            | What::InternalUser
            | What::CollaborationRestrictions
            | What::InboundUsers(_)
            | What::InboundApplications(_)
            | What::InboundDefault
            | What::OutboundUsers(_)
            | What::OutboundApplications(_)
            | What::ResourceCloud
            | What::AllowedClouds
            | What::HomeCloud(_)
            | What::PartnerAdded(_)
            | What::CrossCloud(_)
            | What::LinkAge
            | What::LinkExpiry
            | What::LinkWorksOnce
            | What::LinkUsed
            | What::HomeUserDisabled(_)
            | What::HomeRequiresMfa(_)
            | What::HomeBlocksSignIn(_)
            | What::HomeAccountRecreated
            | What::FederationInactive(_)
            | What::ProviderResponse(_)
            | What::GoogleClient
            | What::InboundTrust(_)
            | What::TermsLanguage
            | What::TermsExpiry
            | What::Today
            | What::ApplicationPermissions
            | What::ApplicationConsented
            | What::AssignmentRequired
            | What::GuestObject
            | What::DeletedFor
            | What::MayLeave
            | What::SecondAddress
            | What::PasscodeSession
            | What::SignInSession
            | What::SignInFrequency
            | What::SessionSecondFactor
            | What::Interpretation => 0,
        }
    }
}

/// Which aspects decisions looked at.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Seen(u64);

impl Seen {
    pub(super) fn has(self, aspect: Aspect) -> bool {
        self.0 & aspect.bit() != 0
    }

    /// Notes that the guest was asked to choose between two accounts.
    pub(super) fn note(&mut self, aspect: Aspect) {
        self.0 |= aspect.bit();
    }
}

impl Look for Seen {
    fn saw(&mut self, what: What, _: impl FnOnce() -> &'static str) {
        self.0 |= Aspect::of(what);
    }

    fn read<V: Into<smol_str::SmolStr>>(&mut self, what: What, _: impl FnOnce() -> V) {
        self.0 |= Aspect::of(what);
    }
}

fn risk(value: u8) -> &'static str {
    RISKS.get(usize::from(value)).map_or("", |level| crate::wording::risk_level(*level))
}

/// The user principal name behind an address that is not one.
fn typed_owner(origin: &Origin) -> Option<&EmailAddress> {
    origin.owner.as_ref().filter(|owner| **owner != origin.address)
}

/// The places that policies name, each once.
fn places(designs: &[Design]) -> Vec<String> {
    let policies = designs.iter().flat_map(|design| &design.resource_tenant.conditional_access);
    let mut places: Vec<String> = Vec::new();
    for place in policies.flat_map(|policy| policy.include_locations.iter().chain(&policy.exclude_locations)) {
        if !places.iter().any(|known| known.eq_ignore_ascii_case(place)) {
            places.push(place.clone());
        }
    }
    places
}
