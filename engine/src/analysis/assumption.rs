//! What could be otherwise than a scenario says: a setting, a fact about the guest, what stands behind the address, or something that
//! was changed after the first attempt.
//!
//! An assumption is made by editing the scenario, so whatever it leads to is what the engine says of the edited one.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use strum::IntoEnumIterator;

use super::aspect::{Aspect, Distinctions, Values};
use super::course::{Course, Manner, Paths, Refusal, first_attempt, next_attempt};
use super::origin::{Origin, Standing};
use crate::act::{Act, Change};
use crate::address::{Domain, EmailAddress};
use crate::design::{
    AccessSettings, AccessType, ApplicationPermissions, Cloud, ConditionalAccessPolicy, Design, Edition, Federation,
    GrantControl, HomeTenant, HomeUser, Interpretations, ProviderResponse, RedemptionOrder, RiskLevel, TermsOfUse,
};
use crate::engine::{Edit, GuestObject, World, alternatives, replay};
use crate::flow::{Edge, Flow};
use crate::guest::{Guest, InternalUser};
use crate::trace::Next;
use crate::wording::{self, Who};

/// How many acts a loaded story may have.
const MOST_ACTS: usize = 48;

/// A scenario of one guest, and what was changed after the first attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The settings.
    pub design: Design,
    /// The guest.
    pub guest: Guest,
    /// What the guest does where somebody who wants in may do this or that.
    pub manner: Manner,
    /// What was changed after the first attempt; the guest then comes again.
    pub since: Vec<Change>,
}

/// Something that could be otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assumption {
    /// Something else stands behind the address.
    Behind(Standing),
    /// A fact about the guest is another.
    Fact(Aspect, u8),
    /// The guest stops somewhere.
    Refuses(Refusal),
    /// A setting that stories can change, too, is another.
    Setting(Edit),
    /// Something is set that a story cannot set.
    Set(Setting),
    /// A setting was changed after the first attempt.
    Since(Change),
}

/// Settings beyond those that a story can change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// Terms of use for everybody.
    TermsOfUse,
    /// A policy that demands this of every guest.
    Policy(GrantControl),
    /// A policy that demands a second factor of risky sign-ins.
    PolicyForRisk,
    /// A policy that blocks users at risk.
    PolicyForUserRisk,
    /// What the application needs.
    Permissions(ApplicationPermissions),
    /// The credentials of the federation with Google are no longer valid.
    GoogleClientInvalid,
    /// The federation of the invited domain answers like this.
    Response(ProviderResponse),
    /// The federation of the invited domain is not in force yet.
    FederationInactive,
    /// Links expire.
    LinkExpires,
    /// Links work once.
    LinkWorksOnce,
    /// The redemption order is this one.
    Order(RedemptionOrder),
    /// The resource tenant has verified the invited domain.
    OwnDomain,
    /// A user of the resource tenant is invited who is synchronized.
    InternalUserSynced,
    /// The home tenant is in another cloud, and both sides have enabled each other or have not.
    OtherCloud {
        /// Whether they have.
        collaborates: bool,
    },
    /// The user has moved to a tenant in another cloud; the old tenant keeps the address as an alias.
    MovedToOtherCloud,
    /// Inbound access blocks all applications.
    ApplicationsBlocked,
}

/// What a case meets: its attempts, and the edges of all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Met {
    /// The attempts; the last counts.
    pub courses: Vec<Course>,
    /// All edges taken.
    pub edges: Vec<Edge>,
}

/// Plays cases, and draws each flow once.
#[derive(Debug, Default)]
pub struct Player {
    flows: HashMap<(RedemptionOrder, Edition), Arc<Flow>>,
    paths: Paths,
}

impl Case {
    /// The first attempt of a guest, who chooses what the story chooses.
    pub fn of(design: &Design, guest: &Guest) -> Self {
        let mut guest = guest.clone();
        let manner = Manner::of(&guest.story);
        guest.story = Vec::new();
        Self { design: design.clone(), guest, manner, since: Vec::new() }
    }

    /// Where the guest comes from.
    fn origin(&self) -> Origin {
        let address = &self.guest.invited_email;
        let users = self.design.home_tenants.iter().flat_map(|home| &home.users);
        let owner = users.into_iter().find(|user| user.owns(address)).map(|user| user.user_principal_name.clone());
        let standing = match (&owner, self.design.tenant_with_verified_domain(address.domain())) {
            (Some(owner), _) if owner == address => Standing::ListedUser,
            (Some(_), _) => Standing::ListedMail,
            (None, Some(_)) => Standing::Missing,
            (None, None) => Standing::None,
        };
        Origin { address: address.clone(), standing, owner }
    }

    /// What a fact about the guest is as the scenario stands, in words; `None` where it is none of the values that are told apart.
    pub fn fact(&self, aspect: Aspect) -> Option<String> {
        let distinctions = Distinctions::everything(std::slice::from_ref(&self.design));
        let origin = self.origin();
        let values = Values { distinctions: &distinctions, origin: &origin };
        Some(aspect.words(self.value(aspect, values)?, values))
    }

    fn value(&self, aspect: Aspect, values: Values<'_>) -> Option<u8> {
        (0..aspect.count(values)).find(|value| Assumption::Fact(aspect, *value).made(self).is_none())
    }

    /// Another guest's case, with this fact about the guest as it is here.
    pub(super) fn lent(&self, aspect: Aspect, other: Self) -> Self {
        let distinctions = Distinctions::everything(std::slice::from_ref(&self.design));
        let origin = self.origin();
        let value = self.value(aspect, Values { distinctions: &distinctions, origin: &origin });
        value.and_then(|value| Assumption::Fact(aspect, value).made(&other)).unwrap_or(other)
    }

    /// The guest with a story that plays the case, for the stepper.
    pub fn told(&self) -> Guest {
        let mut guest = self.guest.clone();
        let mut since = Some(&self.since).filter(|since| !since.is_empty());
        let world_of = |guest: &Guest, prompt| {
            let world = World { design: &self.design, guest };
            self.manner.act(prompt, world)
        };
        while guest.story.len() < MOST_ACTS {
            let run = replay(&self.design, &guest, &guest.story);
            match run.next {
                Next::Person { prompt, .. } => match world_of(&guest, prompt) {
                    Some(act) => guest.story.push(act),
                    // Who waits for nothing leaves, and comes again later.
                    None if since.is_some() && prompt.takes(Act::GiveUp) => guest.story.push(Act::GiveUp),
                    None => break,
                },
                Next::Ended(_) => match since.take() {
                    Some(since) => {
                        guest.story.extend(since.iter().copied().map(Act::Change));
                        guest.story.push(Act::TryAgain(guest.way_in));
                    }
                    None => break,
                },
                Next::NoEdge(..) => break,
            }
        }
        guest
    }
}

impl Assumption {
    /// Everything that could be otherwise in a case, each thing once.
    pub fn all(case: &Case) -> Vec<Self> {
        Self::distinct(case, |_| true)
    }

    /// What somebody could do, each thing once.
    pub fn deeds(case: &Case) -> Vec<Self> {
        let mut deeds = Self::distinct(case, |assumption| assumption.is_a_deed(case));
        // Settings have a reference card; what somebody has or does comes after them.
        deeds.sort_by_key(|deed| matches!(deed, Self::Fact(..)));
        deeds
    }

    /// Those wanted; of several that make the same of the case only the first.
    fn distinct(case: &Case, is_wanted: impl Fn(&Self) -> bool) -> Vec<Self> {
        let mut all = Vec::new();
        let mut cases = vec![case.clone()];
        let origin = case.origin();
        if let Some(federated) = Self::Setting(Edit::FederateInvitedDomain).made(case) {
            cases.push(federated);
        }
        let behind: &[Standing] = match origin.standing {
            Standing::None => &[Standing::OtherUser, Standing::OtherMissing, Standing::OtherUnmanaged],
            Standing::Missing => &[Standing::User],
            _ => &[],
        };
        for standing in behind {
            let assumption = Self::Behind(*standing);
            if let Some(other) = assumption.made(case) {
                all.push(assumption);
                cases.push(other);
            }
        }
        let designs: Vec<Design> = cases.iter().map(|case| case.design.clone()).collect();
        let distinctions = Distinctions::everything(&designs);
        for aspect in Aspect::iter() {
            let values = Values { distinctions: &distinctions, origin: &origin };
            all.extend((0..aspect.count(values)).map(|value| Self::Fact(aspect, value)));
        }
        all.extend(Refusal::iter().map(Self::Refuses));
        let mut edits = vec![Edit::FederateInvitedDomain];
        for case in &cases {
            for (change, ..) in alternatives(&case.design, &case.guest) {
                if !edits.contains(&Edit::Change(change)) {
                    edits.push(Edit::Change(change));
                }
            }
        }
        all.extend(edits.iter().copied().map(Self::Setting));
        all.extend(Setting::all(&case.design).into_iter().map(Self::Set));
        let changes = edits.iter().filter_map(|edit| match edit {
            Edit::Change(change) => Some(*change),
            Edit::FederateInvitedDomain => None,
        });
        all.extend(changes.chain([Change::HomeAccountRecreated]).map(Self::Since));
        let mut known: Vec<Vec<Option<Case>>> = Vec::new();
        all.retain(|assumption| {
            if !is_wanted(assumption) {
                return false;
            }
            let made: Vec<Option<Case>> = cases.iter().map(|case| assumption.made(case)).collect();
            let is_new = made.iter().any(Option::is_some) && !known.contains(&made);
            if is_new {
                known.push(made);
            }
            is_new
        });
        all
    }

    /// The case with the assumption; `None` where it is so already, or cannot be.
    pub fn made(self, case: &Case) -> Option<Case> {
        let mut made = case.clone();
        match self {
            Self::Behind(standing) => {
                let mut origin = case.origin();
                origin.standing = standing;
                origin.owner = match standing {
                    Standing::OtherUser | Standing::OtherUnmanaged | Standing::User => Some(origin.address.clone()),
                    _ => None,
                };
                origin.settle(&mut made.design);
                made.guest.person.work_account = origin.owner;
            }
            Self::Fact(aspect, value) => {
                let distinctions = Distinctions::everything(std::slice::from_ref(&case.design));
                let origin = case.origin();
                let values = Values { distinctions: &distinctions, origin: &origin };
                if value >= aspect.count(values) {
                    return None;
                }
                aspect.set(value, values, &mut made.guest, &mut made.manner);
            }
            Self::Refuses(refusal) => made.manner.refusal = Some(refusal),
            Self::Setting(edit) => (made.design, made.guest) = edit.made(&case.design, &case.guest)?,
            Self::Set(setting) => setting.make(&mut made)?,
            Self::Since(change) => made.since.push(change),
        }
        (made != *case).then_some(made)
    }

    /// Who could make it so.
    pub fn who(self) -> Who {
        match self {
            Self::Behind(_) => Who::PartnerAdmin,
            Self::Fact(aspect, _) => aspect.who(),
            Self::Refuses(_) => Who::Guest,
            Self::Setting(edit) => wording::editor(edit),
            Self::Set(Setting::Response(_)) => Who::PartnerAdmin,
            Self::Set(_) => Who::OurAdmin,
            Self::Since(change) => wording::editor(Edit::Change(change)),
        }
    }

    /// Whether somebody can do it, rather than it being so.
    pub fn is_a_deed(self, case: &Case) -> bool {
        match self {
            Self::Behind(_) | Self::Refuses(_) | Self::Since(_) => false,
            Self::Fact(aspect, value) => aspect.is_a_deed(value, &case.origin()),
            Self::Setting(_) | Self::Set(Setting::Order(_)) => true,
            Self::Set(_) => false,
        }
    }

    /// What the page says of it.
    pub fn words(self, case: &Case) -> String {
        let resource = &case.design.resource_tenant;
        match self {
            Self::Behind(standing) => format!("Behind {}: {}", case.guest.invited_email, standing.words()),
            Self::Fact(aspect, value) => {
                let distinctions = Distinctions::everything(std::slice::from_ref(&case.design));
                let origin = case.origin();
                capital(&aspect.words(value, Values { distinctions: &distinctions, origin: &origin }))
            }
            Self::Refuses(refusal) => refusal.words().to_owned(),
            Self::Setting(edit) => wording::edit_in(resource, edit).into_owned(),
            Self::Set(setting) => setting.words().into_owned(),
            Self::Since(change) => format!("After the first attempt: {}", wording::change_in(resource, change)),
        }
    }

    /// What the page says of doing it.
    pub fn deed(self, case: &Case) -> String {
        let done = if let Self::Fact(aspect, _) = self { aspect.deed() } else { None };
        done.map_or_else(|| self.words(case), str::to_owned)
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

impl Setting {
    /// All of them that a design has not.
    fn all(design: &Design) -> Vec<Self> {
        let mut all = vec![Self::TermsOfUse];
        all.extend(GrantControl::iter().map(Self::Policy));
        all.extend([Self::PolicyForRisk, Self::PolicyForUserRisk]);
        all.extend(ApplicationPermissions::iter().map(Self::Permissions));
        all.push(Self::GoogleClientInvalid);
        all.extend(ProviderResponse::iter().map(Self::Response));
        all.extend([Self::FederationInactive, Self::LinkExpires, Self::LinkWorksOnce, Self::OwnDomain, Self::InternalUserSynced]);
        all.extend([false, true].map(|collaborates| Self::OtherCloud { collaborates }));
        all.extend([Self::MovedToOtherCloud, Self::ApplicationsBlocked]);
        all.extend(near_orders(design.resource_tenant.redemption_order).into_iter().map(Self::Order));
        all
    }

    fn make(self, case: &mut Case) -> Option<()> {
        let domain = case.guest.invited_email.domain();
        let resource = &mut case.design.resource_tenant;
        let mut policy = |name: &str, control: GrantControl| {
            resource.conditional_access.push(ConditionalAccessPolicy::demanding(name, vec![control]));
        };
        match self {
            Self::TermsOfUse => resource.terms_of_use.push(TermsOfUse::named("Terms of use")),
            Self::Policy(control) => policy("Another policy", control),
            Self::PolicyForRisk => {
                policy("Another policy", GrantControl::Mfa);
                resource.conditional_access.last_mut()?.sign_in_risk_levels =
                    vec![RiskLevel::Low, RiskLevel::Medium, RiskLevel::High];
            }
            Self::PolicyForUserRisk => {
                policy("Another policy", GrantControl::Block);
                resource.conditional_access.last_mut()?.user_risk_levels =
                    vec![RiskLevel::Low, RiskLevel::Medium, RiskLevel::High];
            }
            Self::Permissions(permissions) => resource.application.permissions = permissions,
            Self::GoogleClientInvalid => resource.google_client_invalid = true,
            Self::Response(response) => own_federation(&mut resource.federations, domain)?.response = response,
            Self::FederationInactive => own_federation(&mut resource.federations, domain)?.inactive = true,
            Self::LinkExpires => {
                let days = Interpretations { link_expires_after_days: Some(0), ..case.design.interpretations };
                case.design.interpretations = days;
            }
            Self::LinkWorksOnce => case.design.interpretations.link_works_once = true,
            Self::Order(order) => resource.redemption_order = order,
            Self::OwnDomain => resource.verified_domains.push(Domain::parse(domain).ok()?),
            Self::InternalUserSynced => {
                let user_principal_name = case.guest.invited_email.clone();
                case.guest.invitation.internal_user = Some(InternalUser { user_principal_name, synced_from_on_premises: true });
            }
            Self::OtherCloud { collaborates } => {
                let cloud = if resource.cloud == Cloud::UsGovernment { Cloud::Global } else { Cloud::UsGovernment };
                let address = &case.guest.invited_email;
                let mut homes = case.design.home_tenants.iter_mut();
                let home = homes.find(|home| {
                    home.users.iter().any(|user| user.owns(address))
                        || home.verified_domains.iter().any(|verified| verified.as_str() == domain)
                })?;
                home.cloud = cloud;
                home.partner.added = collaborates;
                home.cross_cloud.allows_resource_cloud = collaborates;
                home.cross_cloud.adds_resource_tenant = collaborates;
                resource.allowed_clouds.retain(|allowed| *allowed != cloud);
                resource.allowed_clouds.extend(collaborates.then_some(cloud));
            }
            Self::MovedToOtherCloud => {
                let address = case.guest.invited_email.clone();
                let moved = Domain::parse(&format!("moved.{domain}")).ok()?;
                let former = EmailAddress::parse(&format!("former.{address}")).ok()?;
                let users = case.design.home_tenants.iter_mut().flat_map(|home| &mut home.users);
                let user = users.into_iter().find(|user| user.user_principal_name == address)?;
                user.user_principal_name = former;
                user.aliases.push(address.clone());
                let mut tenant = HomeTenant::managed(format!("moved.{domain}"), "Another organization", vec![moved]);
                tenant.cloud = if resource.cloud == Cloud::UsGovernment { Cloud::Global } else { Cloud::UsGovernment };
                tenant.users = vec![HomeUser::named(address)];
                case.design.home_tenants.push(tenant);
            }
            Self::ApplicationsBlocked => resource.inbound.applications = AccessSettings::all(AccessType::Blocked).applications,
        }
        Some(())
    }

    fn words(self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::TermsOfUse => "The resource tenant has terms of use",
            Self::Policy(control) => {
                return Cow::Owned(format!("A Conditional Access policy for guests: {}", wording::grant_control(control)));
            }
            Self::PolicyForRisk => "A Conditional Access policy demands a second factor of risky sign-ins",
            Self::PolicyForUserRisk => "A Conditional Access policy blocks users at risk",
            Self::Permissions(permissions) => {
                return Cow::Owned(format!("The application: {}", wording::application_permissions(permissions)));
            }
            Self::GoogleClientInvalid => "The credentials of the federation with Google are not valid",
            Self::Response(response) => {
                return Cow::Owned(format!("The partner's provider: {}", wording::provider_response(response)));
            }
            Self::FederationInactive => "The federation is not in force yet",
            Self::LinkExpires => "The link has expired",
            Self::LinkWorksOnce => "The link works once",
            Self::Order(order) => return wording::changed_order(order).into(),
            Self::MovedToOtherCloud => {
                "The user has moved to a tenant in another cloud, and the old one keeps the address as an alias"
            }
            Self::ApplicationsBlocked => "Inbound access blocks all applications",
            Self::OwnDomain => "The resource tenant has verified the invited domain",
            Self::InternalUserSynced => "A synchronized user of the resource tenant is invited",
            Self::OtherCloud { collaborates: true } => {
                "The home tenant is in another cloud, and both sides have enabled each other"
            }
            Self::OtherCloud { collaborates: false } => {
                "The home tenant is in another cloud, and the sides have not enabled each other"
            }
        })
    }
}

fn own_federation<'a>(federations: &'a mut [Federation], domain: &str) -> Option<&'a mut Federation> {
    federations.iter_mut().find(|federation| federation.covers(domain))
}

/// The orders one step away: a provider left out, added at an end, or moved to the front, or another fallback.
fn near_orders(order: RedemptionOrder) -> Vec<RedemptionOrder> {
    let now = order.primary();
    let is_near = |other: &RedemptionOrder| {
        let primary = other.primary();
        if primary == now {
            return other.fallback() != order.fallback();
        }
        if other.fallback() != order.fallback() {
            return false;
        }
        let without = |list: &[crate::design::PrimaryProvider], position: usize| {
            let mut list = list.to_vec();
            list.remove(position);
            list
        };
        let fewer = (0..now.len()).any(|position| without(now, position) == primary);
        let more = [0, primary.len().saturating_sub(1)]
            .into_iter()
            .any(|position| position < primary.len() && without(primary, position) == now);
        let moved = primary.len() == now.len()
            && (0..now.len()).any(|position| {
                let mut list = without(now, position);
                list.insert(0, *now.get(position).unwrap_or(&crate::design::PrimaryProvider::AzureActiveDirectory));
                list == primary
            });
        fewer || more || moved
    };
    super::orders::orders().into_iter().filter(is_near).collect()
}

/// Makes sets of assumptions one after another, and begins each where the last one agrees with it.
#[derive(Debug)]
pub(super) struct Maker<'a> {
    case: &'a Case,
    assumptions: &'a [Assumption],
    made: Vec<(usize, Option<Case>)>,
}

impl<'a> Maker<'a> {
    pub(super) fn new(case: &'a Case, assumptions: &'a [Assumption]) -> Self {
        Self { case, assumptions, made: Vec::new() }
    }

    /// The case with the assumptions at these positions; `None` where one of them changes nothing.
    pub(super) fn made(&mut self, set: &[usize]) -> Option<&Case> {
        let same = self.made.iter().zip(set).take_while(|((done, _), wanted)| done == *wanted).count();
        self.made.truncate(same);
        for position in set.iter().skip(same) {
            let last = match self.made.last() {
                Some((_, case)) => case.as_ref(),
                None => Some(self.case),
            };
            let next = last.and_then(|case| self.assumptions.get(*position)?.made(case));
            self.made.push((*position, next));
        }
        self.made.last().and_then(|(_, case)| case.as_ref())
    }
}

impl Player {
    /// Plays a case.
    pub fn play(&mut self, case: &Case) -> Met {
        let flow = self.flow(&case.design);
        let world = World { design: &case.design, guest: &case.guest };
        let (course, mut so_far) = first_attempt(world, &flow, case.manner, &mut self.paths);
        let mut met = Met { courses: vec![course], edges: self.paths.last().to_vec() };
        if case.since.is_empty() || so_far.object != GuestObject::Active {
            return met;
        }
        let (mut design, mut guest) = (case.design.clone(), case.guest.clone());
        for change in &case.since {
            if *change == Change::HomeAccountRecreated {
                so_far.home_account_recreated = so_far.accepted_account.is_some();
            } else if let Some((new_design, new_guest)) = Edit::Change(*change).made(&design, &guest) {
                (design, guest) = (new_design, new_guest);
            }
        }
        let flow = self.flow(&design);
        let course = next_attempt(World { design: &design, guest: &guest }, &flow, case.manner, so_far, &mut self.paths);
        met.courses.push(course);
        met.edges.extend_from_slice(self.paths.last());
        met
    }

    fn flow(&mut self, design: &Design) -> Arc<Flow> {
        let (order, edition) = (design.resource_tenant.redemption_order, design.edition);
        Arc::clone(self.flows.entry((order, edition)).or_insert_with(|| Arc::new(Flow::of(&order, edition))))
    }
}
