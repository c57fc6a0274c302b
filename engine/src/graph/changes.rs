//! The requests that make one design out of another, each with the requests that put the former values back.
//!
//! Nothing is sent. Requests come in an order in which each finds what it relies on: identity providers before the redemption order
//! that names them, terms of use before the policies that demand them. What no request can change is said in a sentence.

mod body;
mod requests;

use std::collections::BTreeSet;

use super::request::Request;
use super::state::{Entity, Family, Owner, entities, owner};
use crate::design::{Cloud, Design, HomeTenant, ResourceTenant};
use crate::document::tree::Tree;
use requests::Requests;

/// A tenant in which requests are sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tenant {
    /// Its name.
    pub name: String,
    /// What a sign-in to it names: its id, or its initial domain.
    pub id: String,
    /// The cloud that it lives in.
    pub cloud: Cloud,
}

/// What happens to a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Settings of it change.
    Changed,
    /// It is new.
    Added,
    /// It goes.
    Removed,
    /// It goes and comes anew, because Microsoft Graph has no request for the change.
    Replaced,
}

/// One thing that becomes another.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Where.
    pub tenant: Tenant,
    /// What it is, such as *Terms of use: Guest terms*.
    pub what: String,
    /// What happens to it.
    pub kind: Kind,
    /// The requests that make the change, in their order.
    pub forward: Vec<Request>,
    /// The requests that take it back, in their order.
    pub back: Vec<Request>,
}

/// All that changes between two designs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes {
    /// The changes, in the order in which they are made.
    pub list: Vec<Change>,
    /// What no request does, or does only in part.
    pub remarks: Vec<String>,
}

impl Changes {
    /// All requests, in their order.
    pub fn requests(&self) -> impl Iterator<Item = &Request> {
        self.list.iter().flat_map(|change| &change.forward)
    }

    /// All requests that put the former values back, in their order: what was changed last is put back first.
    pub fn rollback(&self) -> impl Iterator<Item = &Request> {
        self.list.iter().rev().flat_map(|change| &change.back)
    }
}

/// A new tenant of the same name, domain and cloud with the documented defaults, as what a design is compared with.
pub fn new_tenant(design: &Design) -> Design {
    let tenant = &design.resource_tenant;
    let mut application = tenant.application.clone();
    application.assignment_required = false;
    application.permissions = crate::design::ApplicationPermissions::None;
    let resource_tenant = ResourceTenant {
        display_name: tenant.display_name.clone(),
        initial_domain: tenant.initial_domain.clone(),
        cloud: tenant.cloud,
        application,
        ..ResourceTenant::default()
    };
    Design { edition: design.edition, resource_tenant, home_tenants: Vec::new(), interpretations: design.interpretations }
}

/// What changes from one design to another.
pub fn changes(from: &Design, to: &Design) -> Changes {
    let mut found = Changes::default();
    let (from, to) = (&settled(from, to), &settled(to, from));
    remark_on_names(&mut found.remarks, from, to);
    let (old, new) = (entities(from), entities(to));
    let mut list: Vec<((Owner, u8), Change)> = Vec::new();
    let same = |a: &Entity, b: &Entity| (&a.owner, a.family, &a.key, a.nth) == (&b.owner, b.family, &b.key, b.nth);
    let mut add = |entity: &Entity, old: Option<&Entity>, new: Option<&Entity>| {
        if let Some((rank, change)) = compare(&tenant(to, &entity.owner), old, new, &mut found.remarks) {
            list.push(((entity.owner.clone(), rank), change));
        }
    };
    for entity in &new {
        add(entity, old.iter().find(|other| same(other, entity)), Some(entity));
    }
    for entity in old.iter().filter(|entity| !new.iter().any(|other| same(other, entity))) {
        add(entity, Some(entity), None);
    }
    list.sort_by(|(a, _), (b, _)| a.cmp(b));
    found.list = list.into_iter().map(|(_, change)| change).collect();
    found
}

/// A design in which what was never set has the value that is in force, with the other design's home tenants as new ones.
fn settled(design: &Design, other: &Design) -> Design {
    let mut settled = design.clone();
    let tenant = &mut settled.resource_tenant;
    tenant.allow_invites_from = Some(tenant.invites_allowed_from());
    let known: BTreeSet<Owner> = settled.home_tenants.iter().map(owner).collect();
    for home in other.home_tenants.iter().filter(|home| !known.contains(&owner(home))) {
        let new = HomeTenant::managed(&home.tenant_id, &home.display_name, home.verified_domains.clone());
        settled.home_tenants.push(HomeTenant { cloud: home.cloud, ..new });
    }
    settled
}

fn remark_on_names(remarks: &mut Vec<String>, from: &Design, to: &Design) {
    let (old, new) = (&from.resource_tenant, &to.resource_tenant);
    if old.initial_domain != new.initial_domain {
        let (a, b) = (&old.initial_domain, &new.initial_domain);
        remarks.push(format!("These are two tenants, {a} and {b}: no request makes one of the other. The requests go to {b}."));
    }
    if old.display_name != new.display_name {
        let (a, b) = (&old.display_name, &new.display_name);
        remarks.push(format!("The tenant's name changes from {a} to {b}; Microsoft Graph documents no request for it."));
    }
    if old.notification_language != new.notification_language {
        remarks.push("The notification language is set in the portal; Microsoft Graph documents no request for it.".to_owned());
    }
}

/// The tenant that somebody signs in to for a change.
fn tenant(design: &Design, owner: &Owner) -> Tenant {
    let home = design.home_tenants.iter().find(|home| super::state::owner(home) == *owner);
    match (owner, home) {
        (Owner::Home(_), Some(home)) => {
            Tenant { name: home.display_name.clone(), id: home.tenant_id.trim().to_owned(), cloud: home.cloud }
        }
        (Owner::Resource | Owner::Home(_), _) => {
            let tenant = &design.resource_tenant;
            Tenant { name: tenant.display_name.clone(), id: tenant.initial_domain.to_string(), cloud: tenant.cloud }
        }
    }
}

/// The change from one state of a thing to another, with its place in the order; `None` where nothing changes.
fn compare(tenant: &Tenant, old: Option<&Entity>, new: Option<&Entity>, remarks: &mut Vec<String>) -> Option<(u8, Change)> {
    let entity = new.or(old)?;
    let what = if entity.label.is_empty() {
        entity.family.name().to_owned()
    } else {
        format!("{}: {}", entity.family.name(), entity.label)
    };
    let requests = Requests { tenant, entity, old, new };
    let (kind, forward, back) = match (old, new) {
        (Some(old), Some(new)) if old.body == new.body => return None,
        (Some(old), Some(new)) => requests.changed(old, new, remarks)?,
        (None, Some(new)) => match requests.documented() {
            Some(_) => (Kind::Added, vec![requests.post(new)], vec![requests.delete()]),
            None => requests.known_on_one_side(None, Some(new), remarks)?,
        },
        (Some(old), None) => match requests.documented() {
            Some(_) => (Kind::Removed, vec![requests.delete()], vec![requests.post(old)]),
            None => requests.known_on_one_side(Some(old), None, remarks)?,
        },
        (None, None) => return None,
    };
    Some((rank(entity.family, kind, new), Change { tenant: tenant.clone(), what, kind, forward, back }))
}

/// The place of a change among the others: what others rely on comes first, and goes last.
fn rank(family: Family, kind: Kind, new: Option<&Entity>) -> u8 {
    let goes = kind == Kind::Removed;
    let is_off =
        || new.is_some_and(|entity| entity.body.get("allowExternalIdToUseEmailOtp") == Some(&Tree::Text("disabled".into())));
    match family {
        Family::Organization => 0,
        Family::Domain if goes => 99,
        Family::Domain => 1,
        Family::CrossTenantPolicy => 2,
        Family::Partner if goes => 12,
        Family::Partner => 3,
        Family::EmailMethod if is_off() => 11,
        Family::EmailMethod => 4,
        Family::Google | Family::Federation if goes => 11,
        Family::Google | Family::Federation => 4,
        Family::DefaultPolicy => 10,
        Family::Agreement if goes => 22,
        Family::Agreement => 20,
        Family::ConditionalAccess => 21,
        Family::AuthorizationPolicy => 30,
        Family::AuthenticationFlows => 31,
        Family::ExternalIdentities => 32,
        Family::DomainList => 33,
        Family::ServicePrincipal => 40,
        Family::Consent => 41,
    }
}
