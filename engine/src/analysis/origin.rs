//! Where a guest comes from: the invited address, and what stands behind it in Microsoft Entra ID.
//!
//! Addresses that no design tells apart are one origin. Everything else about a guest is an aspect of its own.

use serde::Serialize;

use crate::address::{Domain, EmailAddress};
use crate::design::{Design, HomeTenant, HomeUser, Management};
use crate::engine::is_consumer_domain;

/// The domain that no design names. Reserved for documentation, so that nobody's tenant has it.
const ELSEWHERE: &str = "elsewhere.example";

/// The name of the tenants that stand for those of which a design knows nothing.
const OTHER_TENANT: &str = "Another organization";

/// What stands behind an address in Microsoft Entra ID.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Standing {
    /// A user that a design lists, by user principal name.
    ListedUser,
    /// A user that a design lists, by a mail address that is not the user principal name.
    ListedMail,
    /// Some user of a listed tenant, by user principal name.
    User,
    /// Some user of a listed tenant, by a mail address that is not the user principal name.
    Mail,
    /// Nobody, although a listed tenant has verified the domain.
    Missing,
    /// Some user of a managed tenant that no design lists.
    OtherUser,
    /// Nobody, although a managed tenant that no design lists has verified the domain.
    OtherMissing,
    /// Some user of an unmanaged tenant that no design lists.
    OtherUnmanaged,
    /// No tenant has verified the domain.
    None,
    /// The address has a character that invitations refuse.
    Refused,
}

/// Where a guest comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Origin {
    /// The invited address.
    pub address: EmailAddress,
    /// What stands behind it.
    pub standing: Standing,
    /// The user principal name of the account that the address belongs to.
    pub owner: Option<EmailAddress>,
}

impl Standing {
    /// What the page says of it, after the domain.
    pub fn words(self) -> &'static str {
        match self {
            Self::ListedUser => "a user of the tenant",
            Self::ListedMail => "a mail address of a user of the tenant, not the user principal name",
            Self::User => "any other user of the tenant",
            Self::Mail => "a mail address of any other user of the tenant, not the user principal name",
            Self::Missing => "no user of the tenant that has verified the domain",
            Self::OtherUser => "a user of a Microsoft Entra tenant that is not listed",
            Self::OtherMissing => "no user, although a tenant that is not listed has verified the domain",
            Self::OtherUnmanaged => "a user of an unmanaged tenant",
            Self::None => "no Microsoft Entra tenant has the domain",
            Self::Refused => "an address with a character that invitations refuse",
        }
    }

    /// Whether the account stands in a tenant that no design lists.
    fn needs_a_tenant(self) -> Option<Management> {
        match self {
            Self::OtherUser | Self::OtherMissing => Some(Management::Managed),
            Self::OtherUnmanaged => Some(Management::Unmanaged),
            Self::ListedUser | Self::ListedMail | Self::User | Self::Mail | Self::Missing | Self::None | Self::Refused => None,
        }
    }
}

impl Origin {
    /// The origins that these designs can tell apart, the plainest first.
    pub fn all(designs: &[Design]) -> Vec<Self> {
        let mut origins = Vec::new();
        let mut seen: Vec<Vec<u32>> = Vec::new();
        for domain in domains(designs) {
            let mark = domain_mark(designs, &domain);
            if seen.contains(&mark) {
                continue;
            }
            seen.push(mark);
            origins.extend(of_domain(designs, &domain));
        }
        let mut known: Vec<Vec<u32>> = Vec::new();
        for (address, user) in listed(designs) {
            let mark = address_mark(designs, &address);
            if known.contains(&mark) {
                continue;
            }
            known.push(mark);
            let standing = if address == user { Standing::ListedUser } else { Standing::ListedMail };
            origins.push(Self { address, standing, owner: Some(user) });
        }
        for address in targets(designs) {
            let mark = address_mark(designs, &address);
            if !known.contains(&mark) {
                known.push(mark);
                origins.push(Self { address, standing: Standing::Missing, owner: None });
            }
        }
        origins
    }

    /// Whether everything behind the address stands in tenants that the designs list.
    pub(super) fn needs_no_tenant(&self) -> bool {
        self.standing.needs_a_tenant().is_none()
    }

    /// Whether a design that is asked has all that stands behind the address.
    pub(super) fn is_settled(&self) -> bool {
        self.needs_no_tenant() && !matches!(self.standing, Standing::User | Standing::Mail)
    }

    /// Puts the tenant or the user behind the address into a design, where it is not there.
    pub fn settle(&self, design: &mut Design) {
        let Ok(domain) = Domain::parse(self.address.domain()) else { return };
        if let Some(management) = self.standing.needs_a_tenant() {
            if design.tenant_with_verified_domain(domain.as_str()).is_none() {
                let mut tenant = HomeTenant::managed(format!("unlisted.{}", domain.as_str()), OTHER_TENANT, vec![domain]);
                tenant.management = management;
                tenant.users = self.user().into_iter().collect();
                design.home_tenants.push(tenant);
            }
            return;
        }
        if matches!(self.standing, Standing::User | Standing::Mail)
            && let Some(user) = self.user()
            && let Some(number) = design.tenant_with_verified_domain(domain.as_str())
            && let Some(tenant) = design.home_tenants.get_mut(number)
            && !tenant.users.iter().any(|known| known.owns(&self.address))
        {
            tenant.users.push(user);
        }
    }

    fn user(&self) -> Option<HomeUser> {
        let mut user = HomeUser::named(self.owner.clone()?);
        if user.user_principal_name != self.address {
            user.mail = Some(self.address.clone());
        }
        Some(user)
    }
}

/// Every domain that a design could treat apart, and some that none names.
fn domains(designs: &[Design]) -> Vec<Domain> {
    let mut all = Vec::new();
    for design in designs {
        let resource = &design.resource_tenant;
        all.extend(design.home_tenants.iter().flat_map(|home| home.verified_domains.iter().cloned()));
        all.extend(resource.federations.iter().flat_map(|federation| federation.domains.iter().cloned()));
        all.extend(resource.collaboration_restrictions.domains.iter().cloned());
        all.push(resource.initial_domain.clone());
        all.extend(resource.verified_domains.iter().cloned());
    }
    let fixed = [ELSEWHERE, "gmail.com", "outlook.com"].iter().filter_map(|name| Domain::parse(name).ok());
    fixed.chain(all).collect()
}

/// What the designs have to say of a domain: equal marks, equal treatment.
pub(super) fn domain_mark(designs: &[Design], domain: &Domain) -> Vec<u32> {
    let name = domain.as_str();
    let number = |position: Option<usize>| position.map_or(0, |position| u32::try_from(position).unwrap_or(u32::MAX - 1) + 1);
    let mut mark = vec![u32::from(is_google(name)), u32::from(is_consumer_domain(name))];
    for design in designs {
        let resource = &design.resource_tenant;
        mark.push(number(design.tenant_with_verified_domain(name)));
        mark.push(u32::from(
            resource.initial_domain == *domain || resource.verified_domains.iter().any(|verified| verified == domain),
        ));
        mark.push(u32::from(resource.collaboration_restrictions.permit(name)));
        mark.extend(resource.federations.iter().map(|federation| u32::from(federation.covers(name))));
    }
    mark
}

fn is_google(domain: &str) -> bool {
    matches!(domain, "gmail.com" | "googlemail.com")
}

/// What the designs have to say of an address beyond its domain: whose it is, and which rules name it.
pub(super) fn address_mark(designs: &[Design], address: &EmailAddress) -> Vec<u32> {
    let mut mark = Domain::parse(address.domain()).map(|domain| domain_mark(designs, &domain)).unwrap_or_default();
    mark.push(u32::from(is_refused(address)));
    for design in designs {
        for home in &design.home_tenants {
            let user = home.users.iter().find(|user| user.owns(address));
            let rules = [&home.outbound, home.outbound_in_force(), design.inbound_in_force(home)];
            let permits =
                |names: &[&str]| rules.iter().fold(0, |bits, rule| bits << 1 | u32::from(rule.users_and_groups.permits(names)));
            match user {
                None => mark.extend([0, permits(&[address.as_str()])]),
                Some(user) => {
                    let names: Vec<&str> = user.access_names().collect();
                    let kind = 1 + u32::from(user.user_principal_name != *address) + 2 * u32::from(user.disabled);
                    mark.extend([kind, permits(&names)]);
                }
            }
        }
    }
    mark
}

pub(super) fn is_refused(address: &EmailAddress) -> bool {
    let local = address.local();
    let at_an_edge = |c: char| local.starts_with(c) || local.ends_with(c);
    local.contains(crate::engine::is_forbidden_in_address) || at_an_edge('.') || at_an_edge('-')
}

/// What can stand behind an address of a domain.
fn of_domain(designs: &[Design], domain: &Domain) -> Vec<Origin> {
    let name = domain.as_str();
    let at = |local: &str| EmailAddress::parse(&format!("{local}@{name}")).ok();
    let origin =
        |standing, local: &str, owner: Option<&str>| Some(Origin { address: at(local)?, standing, owner: owner.and_then(at) });
    let listed = designs.iter().any(|design| design.tenant_with_verified_domain(name).is_some());
    let own = designs.iter().any(|design| {
        let resource = &design.resource_tenant;
        resource.initial_domain == *domain || resource.verified_domains.contains(domain)
    });
    let mut origins = Vec::new();
    if listed {
        origins.extend(origin(Standing::User, "any.user", Some("any.user")));
        origins.extend(origin(Standing::Mail, "any.mail", Some("any.other.user")));
        origins.extend(origin(Standing::Missing, "nobody", None));
    } else {
        origins.extend(origin(Standing::None, "guest", None));
        if !is_consumer_domain(name) && !own {
            origins.extend(origin(Standing::OtherUser, "any.user", Some("any.user")));
            origins.extend(origin(Standing::OtherMissing, "nobody", None));
            origins.extend(origin(Standing::OtherUnmanaged, "any.user", Some("any.user")));
        }
        if name == ELSEWHERE {
            origins.extend(origin(Standing::Refused, "no#guest", None));
        }
    }
    origins
}

/// The addresses of listed users, each with the user principal name.
fn listed(designs: &[Design]) -> Vec<(EmailAddress, EmailAddress)> {
    let users = designs.iter().flat_map(|design| &design.home_tenants).flat_map(|home| &home.users);
    let mut all = Vec::new();
    for user in users {
        let addresses = std::iter::once(&user.user_principal_name).chain(&user.mail).chain(&user.aliases);
        for address in addresses {
            if !all.iter().any(|(known, _)| known == address) {
                all.push((address.clone(), user.user_principal_name.clone()));
            }
        }
    }
    all
}

/// The addresses that access rules name.
fn targets(designs: &[Design]) -> Vec<EmailAddress> {
    let homes = designs.iter().flat_map(|design| design.home_tenants.iter().map(move |home| (design, home)));
    homes
        .flat_map(|(design, home)| [&home.outbound, home.outbound_in_force(), design.inbound_in_force(home)])
        .flat_map(|settings| &settings.users_and_groups.targets)
        .filter_map(|target| EmailAddress::parse(target).ok())
        .collect()
}

/// Every address that a design names by itself.
pub(super) fn named_addresses(designs: &[Design]) -> Vec<EmailAddress> {
    listed(designs).into_iter().map(|(address, _)| address).chain(targets(designs)).collect()
}
