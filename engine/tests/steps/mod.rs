//! A guest's whole story, straight from the documents' numbered steps.
//!
//! Uses the engine's data types to be comparable, and none of its functions. What stays between two chapters is here; the
//! chapters are in `invitation`, `attempt` and `operation`, and `story` puts them one after the other.

mod attempt;
mod discovery;
mod invitation;
mod operation;
mod policies;
mod sign_in;
mod story;
mod terms;

use jiff::civil::{Date, date};
use redemption_engine::act::{Act, Prompt};
use redemption_engine::design::{
    AccessRule, AccessSettings, AccessType, Cloud, Design, Edition, HomeTenant, HomeUser, IdentityProvider,
};
use redemption_engine::engine::Ending;
use redemption_engine::flow::Outcome;
use redemption_engine::guest::Guest;

use Edition::{Y2019, Y2021, Y2024, Y2026};

pub(crate) use attempt::attempt;
pub(crate) use story::{Told, story};

/// A work or school account: its user principal name, and its home tenant by position unless it has none in the design.
type Work = (String, Option<usize>);

/// How an invitation was accepted.
#[derive(Clone)]
pub(crate) struct Accepted {
    pub(crate) with: IdentityProvider,
    work: Option<Work>,
    federation: Option<usize>,
    /// Whether the home account has been deleted and made again since.
    recreated: bool,
}

/// Where the guest object is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Object {
    /// Not made yet, or deleted for good.
    None,
    Here,
    /// Deleted, at this minute.
    Deleted(u32),
}

/// A link to redeem.
#[derive(Clone, Copy)]
struct Link {
    /// Whether the guest finds it.
    found: bool,
    sent: u32,
    used: bool,
    /// The guest object it is bound to, as a running number.
    object: u32,
}

/// A browser that has kept a session.
#[derive(Clone, Copy)]
struct Browser {
    signed_in: u32,
    used: u32,
    /// Whether a second factor was given at that sign-in or since, or the home tenant's was trusted.
    second_factor: bool,
}

/// How the guest comes, besides the way in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Comes {
    /// With the newest link, where it takes one, and in a fresh browser.
    Afresh,
    ByOldLink,
    InSameBrowser,
}

/// What stays from one chapter to the next.
#[derive(Clone)]
pub(crate) struct Kept {
    /// Minutes since the invitation.
    pub(crate) minutes: u32,
    pub(crate) object: Object,
    /// How many guest objects there have been.
    objects: u32,
    pub(crate) accepted: Option<Accepted>,
    pub(crate) permissions: bool,
    /// The day of the last acceptance of each of the terms of use.
    terms: Vec<Option<Date>>,
    /// Whether the guest object has no `proxyAddresses` because of a contact.
    conflict: bool,
    /// A second address of the guest object.
    second: Option<String>,
    registered: bool,
    consented: bool,
    links: Vec<Link>,
    /// The Microsoft account and the work account that came to be on the way, by address.
    microsoft_account: Option<String>,
    work_account: Option<Work>,
    /// The browser in which the guest last got in.
    browser: Option<Browser>,
    /// The address and the minute of the newest session that began with a passcode.
    session: Option<(String, u32)>,
    pub(crate) invitation_mails: u32,
    pub(crate) notifications: u32,
    pub(crate) terms_accepted: usize,
}

impl Kept {
    /// Nothing has happened yet.
    pub(crate) fn new(design: &Design) -> Self {
        Self {
            minutes: 0,
            object: Object::None,
            objects: 0,
            accepted: None,
            permissions: false,
            terms: vec![None; design.resource_tenant.terms_of_use.len()],
            conflict: false,
            second: None,
            registered: false,
            consented: false,
            links: Vec::new(),
            microsoft_account: None,
            work_account: None,
            browser: None,
            session: None,
            invitation_mails: 0,
            notifications: 0,
            terms_accepted: 0,
        }
    }

    /// An invited guest, whatever the gates say.
    pub(crate) fn invited(design: &Design, guest: &Guest) -> Self {
        let mut kept = Self::new(design);
        invitation::make_object(guest, &mut kept);
        invitation::send_mail(design, guest, &mut kept, guest.invitation.send_invitation_message, false);
        kept
    }

    /// The simulated day. The clock starts at 09:00 on the day of the invitation.
    fn today(&self, design: &Design, guest: &Guest) -> Date {
        let first = guest.invitation.invited_on.unwrap_or(match design.edition {
            Y2019 => date(2019, 6, 12),
            Y2021 => date(2021, 5, 27),
            Y2024 => date(2024, 3, 26),
            Y2026 => date(2026, 4, 21),
        });
        let days = i64::from((9 * 60 + self.minutes) / (24 * 60));
        first.checked_add(jiff::Span::new().days(days)).unwrap()
    }
}

/// The acts of a story, used up one by one.
pub(crate) struct Acts<'a> {
    all: &'a [Act],
    used: usize,
}

impl<'a> Acts<'a> {
    pub(crate) fn new(all: &'a [Act]) -> Self {
        Self { all, used: 0 }
    }

    fn look(&self) -> Option<Act> {
        self.all.get(self.used).copied()
    }

    /// Shows a page: an act that answers it is used up, any other leaves the guest waiting.
    fn page<T>(&mut self, prompt: Prompt, answer: impl Fn(Act) -> Option<T>) -> Result<T, Ending> {
        match self.look().and_then(answer) {
            Some(answer) => {
                self.used += 1;
                Ok(answer)
            }
            None => Err(Ending::Waiting(prompt)),
        }
    }
}

fn ended<T>(outcome: Outcome) -> Result<T, Ending> {
    Err(Ending::Ended(outcome))
}

fn after_at(address: &str) -> &str {
    address.rsplit('@').next().unwrap()
}

fn owns(user: &HomeUser, address: &str) -> bool {
    user.user_principal_name.as_str() == address
        || user.mail.as_ref().is_some_and(|mail| mail.as_str() == address)
        || user.aliases.iter().any(|alias| alias.as_str() == address)
}

fn has_user(tenant: &HomeTenant, address: &str) -> bool {
    tenant.users.iter().any(|user| owns(user, address))
}

/// The tenant in which a guest with this address is managed: it holds the user, or else it has verified the domain.
fn home_of(design: &Design, address: &str) -> Option<usize> {
    design.home_tenants.iter().position(|tenant| has_user(tenant, address)).or_else(|| verifier(design, after_at(address)))
}

/// Both sides redeem automatically; a setting that the two older texts do not know.
fn automatic(design: &Design, tenant: &HomeTenant) -> bool {
    design.edition >= Y2024 && tenant.outbound_automatic_redemption && tenant.partner.inbound_automatic_redemption == Some(true)
}

fn verifier(design: &Design, domain: &str) -> Option<usize> {
    design.home_tenants.iter().position(|tenant| tenant.verified_domains.iter().any(|verified| verified.as_str() == domain))
}

fn verified_by_us(design: &Design, domain: &str) -> bool {
    let resource = &design.resource_tenant;
    resource.initial_domain.as_str() == domain || resource.verified_domains.iter().any(|verified| verified.as_str() == domain)
}

/// Cross-tenant access settings are described since 2024-03; before, nothing of the kind stands in the way.
fn cross_tenant_access(design: &Design) -> bool {
    design.edition >= Y2024
}

/// The cloud of 21Vianet has neither Google nor Microsoft account guests.
fn personal_guests(design: &Design) -> bool {
    !cross_tenant_access(design) || design.resource_tenant.cloud != Cloud::China21Vianet
}

/// The inbound settings for a tenant: a partner without settings of its own inherits the default.
fn inbound(design: &Design, tenant: Option<usize>) -> &AccessSettings {
    tenant.and_then(|at| design.home_tenants[at].partner.inbound.as_ref()).unwrap_or(&design.resource_tenant.inbound)
}

fn outbound(tenant: &HomeTenant) -> &AccessSettings {
    tenant.outbound_to_resource.as_ref().unwrap_or(&tenant.outbound)
}

/// Who is not meant by a rule is treated the other way round.
fn lets_through(rule: &AccessRule, names: &[&str]) -> bool {
    let meant =
        rule.targets.is_empty() || rule.targets.iter().any(|target| names.iter().any(|name| target.eq_ignore_ascii_case(name)));
    match rule.access_type {
        AccessType::Allowed => meant,
        AccessType::Blocked => !meant,
    }
}

/// The names by which a rule can mean a user of a tenant: the user principal name and the groups.
fn names_of<'a>(tenant: &'a HomeTenant, upn: &'a str) -> Vec<&'a str> {
    let groups = tenant.users.iter().filter(|user| user.user_principal_name.as_str() == upn).flat_map(|user| &user.groups);
    std::iter::once(upn).chain(groups.map(String::as_str)).collect()
}

/// Both tenants have ticked the other's cloud, and both have added the other.
fn clouds_collaborate(design: &Design, tenant: &HomeTenant) -> bool {
    tenant.cloud == design.resource_tenant.cloud
        || design.resource_tenant.allowed_clouds.contains(&tenant.cloud)
            && tenant.partner.added
            && tenant.cross_cloud.allows_resource_cloud
            && tenant.cross_cloud.adds_resource_tenant
}
