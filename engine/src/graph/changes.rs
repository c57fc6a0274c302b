//! The requests that make one design out of another, each with the requests that put the former values back.
//!
//! Nothing is sent. Requests come in an order in which each finds what it relies on: identity providers before the redemption order
//! that names them, terms of use before the policies that demand them. What no request can change is said in a sentence.

use std::collections::BTreeSet;

use super::request::{Method, Request};
use super::state::{Entity, Family, Owner, entities, owner, without_nulls};
use crate::design::{Cloud, Design, HomeTenant, ResourceTenant};
use crate::document::tree::Tree;
use crate::rules::Document;

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
    let is_off = || new.is_some_and(|entity| entity.body.get("allowExternalIdToUseEmailOtp") == Some(&Tree::Text("disabled".into())));
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

/// What is said and what is sent of a change.
type Both = (Kind, Vec<Request>, Vec<Request>);

/// Makes the requests of one thing.
struct Requests<'a> {
    tenant: &'a Tenant,
    entity: &'a Entity,
    old: Option<&'a Entity>,
    new: Option<&'a Entity>,
}

impl Requests<'_> {
    fn documented(&self) -> Option<(Document, Document)> {
        self.entity.family.documented().create_and_delete
    }

    /// A request, with the placeholders that stand in it.
    fn request(&self, method: Method, path: String, body: Tree, source: Document) -> Request {
        let mut request = Request::new(&self.tenant.name, method, path, body, source);
        request.beta = self.entity.family.is_beta();
        request.placeholders = placeholders(&request.path);
        let mut texts = Vec::new();
        collect(&request.body, &mut texts);
        for blank in [self.old, self.new].into_iter().flatten().flat_map(|entity| &entity.blanks) {
            if texts.contains(blank) && !request.placeholders.contains(blank) {
                request.placeholders.push(blank.clone());
            }
        }
        match note(self.entity.family, method) {
            Some(note) => request.noting(note),
            None => request,
        }
    }

    fn post(&self, entity: &Entity) -> Request {
        let body = without_nulls(entity.creation.as_ref().unwrap_or(&entity.body));
        let source = self.documented().map_or(Document::GraphOrganization, |(create, _)| create);
        self.request(Method::Post, self.entity.family.collection().to_owned(), body, source)
    }

    fn delete(&self) -> Request {
        let path = self.entity.family.deletion(&self.entity.key, self.entity.nth);
        let source = self.documented().map_or(Document::GraphOrganization, |(_, delete)| delete);
        self.request(Method::Delete, path, Tree::Null, source)
    }

    fn patch(&self, body: Tree, source: Document) -> Request {
        self.request(Method::Patch, self.entity.family.item(&self.entity.key, self.entity.nth), body, source)
    }

    fn replaced(&self, old: &Entity, new: &Entity) -> Both {
        (Kind::Replaced, vec![self.delete(), self.post(new)], vec![self.delete(), self.post(old)])
    }

    fn changed(&self, old: &Entity, new: &Entity, remarks: &mut Vec<String>) -> Option<Both> {
        let Some(source) = self.entity.family.documented().update else { return Some(self.replaced(old, new)) };
        match self.entity.family {
            Family::Agreement => {
                let only_viewing = |name: &str| name == "isViewingBeforeAcceptanceRequired";
                if !differing(&old.body, &new.body).iter().all(|name| only_viewing(name)) {
                    return Some(self.replaced(old, new));
                }
            }
            Family::Federation => return self.federation(old, new, source, remarks),
            Family::Organization
            | Family::Domain
            | Family::CrossTenantPolicy
            | Family::Partner
            | Family::EmailMethod
            | Family::Google
            | Family::DefaultPolicy
            | Family::ConditionalAccess
            | Family::AuthorizationPolicy
            | Family::AuthenticationFlows
            | Family::ExternalIdentities
            | Family::DomainList
            | Family::ServicePrincipal
            | Family::Consent => {}
        }
        let (forward, back) = (patch_body(&old.body, &new.body), patch_body(&new.body, &old.body));
        Some((Kind::Changed, vec![self.patch(forward, source)], vec![self.patch(back, source)]))
    }

    /// A federation: domains are added by requests of their own, and no request takes one away.
    fn federation(&self, old: &Entity, new: &Entity, source: Document, remarks: &mut Vec<String>) -> Option<Both> {
        if old.body.get("passiveSignInUri").is_some() && new.body.get("passiveSignInUri").is_none() {
            remarks.push(format!("{}: where guests are sent is not known any more, so it is left as it is.", new.label));
        }
        let domains = |entity: &Entity| match entity.body.get("domains") {
            Some(Tree::List(domains)) => domains.clone(),
            Some(_) | None => Vec::new(),
        };
        let (before, after) = (domains(old), domains(new));
        if before.iter().any(|domain| !after.contains(domain)) {
            return Some(self.replaced(old, new));
        }
        let without = |entity: &Entity| match &entity.body {
            Tree::Object(properties) => {
                let kept = properties.iter().filter(|(name, _)| name != "domains" && name != "@odata.type");
                Tree::Object(kept.cloned().collect())
            }
            other => other.clone(),
        };
        let (plain_old, plain_new) = (without(old), without(new));
        let known = |body: Tree| match body {
            Tree::Object(properties) => Tree::Object(properties.into_iter().filter(|(_, value)| *value != Tree::Null).collect()),
            other => other,
        };
        let (forward, back) = (known(patch_body(&plain_old, &plain_new)), known(patch_body(&plain_new, &plain_old)));
        let mut both: Both = (Kind::Changed, Vec::new(), Vec::new());
        let added: Vec<&Tree> = after.iter().filter(|domain| !before.contains(domain)).collect();
        if forward != Tree::Object(Vec::new()) {
            both.1.push(self.patch(forward, source));
        }
        for domain in &added {
            let id = super::state::id_of(&self.entity.key, self.entity.nth);
            let path =
                format!("/directory/federationConfigurations/{id}/microsoft.graph.samlOrWsFedExternalDomainFederation/domains");
            let mut body = vec![("@odata.type".to_owned(), Tree::Text("microsoft.graph.externalDomainName".to_owned()))];
            if let Tree::Object(properties) = domain {
                body.extend(properties.iter().cloned());
            }
            both.1.push(self.request(Method::Post, path, Tree::Object(body), Document::FederationDomainPost));
        }
        if !added.is_empty() {
            both.2 = vec![self.delete(), self.post(old)];
        } else if back != Tree::Object(Vec::new()) {
            both.2.push(self.patch(back, source));
        }
        (!both.1.is_empty()).then_some(both)
    }

    /// Something that every tenant has, but that one of the designs knows nothing about.
    fn known_on_one_side(&self, old: Option<&Entity>, new: Option<&Entity>, remarks: &mut Vec<String>) -> Option<Both> {
        let source = self.entity.family.documented().update?;
        match (self.entity.family, new, old) {
            (Family::ServicePrincipal, Some(new), _) => {
                let default = super::request::body::object([("appRoleAssignmentRequired", Tree::Bool(false))]);
                if new.body == default {
                    return None;
                }
                remarks.push(format!("{}: that everybody may sign in is taken for the former setting.", new.label));
                Some((Kind::Changed, vec![self.patch(new.body.clone(), source)], vec![self.patch(default, source)]))
            }
            (Family::ServicePrincipal, None, _) => None,
            (family, Some(new), _) => {
                let name = family.name();
                remarks.push(format!(
                    "{name}: the former value was never set and no document names a default. Read it before you change it; no \
                     request here puts it back."
                ));
                Some((Kind::Changed, vec![self.patch(new.body.clone(), source)], Vec::new()))
            }
            (family, None, _) => {
                remarks.push(format!("{}: no longer set, and no document names a default. Nothing is sent for it.", family.name()));
                None
            }
        }
    }
}

/// What a request of this kind takes for granted or does besides.
fn note(family: Family, method: Method) -> Option<&'static str> {
    match (family, method) {
        (Family::Domain, Method::Post) => Some("The domain counts once its DNS record has been published and verified."),
        (Family::Domain, Method::Delete) => Some("A deleted domain is not recoverable, and is not deleted while anything uses it."),
        (Family::CrossTenantPolicy, Method::Patch) => Some("The list replaces the present one: it names all clouds that are allowed."),
        (Family::Agreement, Method::Delete) => {
            Some("All acceptances go with it. A new one has another ID, which policies that demand it have to name.")
        }
        (Family::DomainList, Method::Patch | Method::Delete) => {
            Some("The present policy may say more than the domains: keep what else its definition says.")
        }
        (Family::Federation, Method::Delete) => Some("Guests who redeemed with it cannot sign in until their redemption is reset."),
        (Family::Google, Method::Delete) => Some("Guests who redeemed with Google cannot sign in until their redemption is reset."),
        (Family::ConditionalAccess, Method::Patch | Method::Delete) => {
            Some("What the present policy says beyond the scenario, such as excluded accounts, is not known here: look at it first.")
        }
        (_, Method::Patch | Method::Post | Method::Delete) => None,
    }
}

/// The names of the properties that differ.
fn differing<'a>(old: &'a Tree, new: &'a Tree) -> BTreeSet<&'a str> {
    let names = |tree: &'a Tree| match tree {
        Tree::Object(properties) => properties.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(),
        Tree::Null | Tree::Bool(_) | Tree::Whole(_) | Tree::Number(_) | Tree::Text(_) | Tree::List(_) => Vec::new(),
    };
    let all: BTreeSet<&str> = names(old).into_iter().chain(names(new)).collect();
    all.into_iter().filter(|name| old.get(name) != new.get(name)).collect()
}

/// The properties that differ with their new values, in the order of the thing, after the type where it has to be named.
fn patch_body(old: &Tree, new: &Tree) -> Tree {
    let differing = differing(old, new);
    let mut body = Vec::new();
    let mut seen = BTreeSet::new();
    for tree in [new, old] {
        let Tree::Object(properties) = tree else { continue };
        for (name, value) in properties {
            let is_type = name == "@odata.type";
            if (differing.contains(name.as_str()) || is_type) && seen.insert(name.as_str()) {
                let value = match new.get(name) {
                    Some(now) => old.get(name).map_or_else(|| now.clone(), |before| completed(before, now)),
                    None => nothing(value),
                };
                body.push((name.clone(), value));
            }
        }
    }
    Tree::Object(body)
}

/// A new value that also says what of the old one goes, because Microsoft Graph keeps what a request does not name.
fn completed(old: &Tree, new: &Tree) -> Tree {
    let (Tree::Object(before), Tree::Object(now)) = (old, new) else { return new.clone() };
    let kept = now.iter().map(|(name, value)| {
        let before = before.iter().find(|(known, _)| known == name);
        (name.clone(), before.map_or_else(|| value.clone(), |(_, before)| completed(before, value)))
    });
    let gone = before.iter().filter(|(name, _)| new.get(name).is_none()).map(|(name, value)| (name.clone(), nothing(value)));
    Tree::Object(kept.chain(gone).collect())
}

/// What says that a value is no longer there.
fn nothing(value: &Tree) -> Tree {
    match value {
        Tree::List(_) => Tree::List(Vec::new()),
        Tree::Null | Tree::Bool(_) | Tree::Whole(_) | Tree::Number(_) | Tree::Text(_) | Tree::Object(_) => Tree::Null,
    }
}

/// The placeholders in a path.
fn placeholders(path: &str) -> Vec<String> {
    let Some((_, rest)) = path.split_once('<') else { return Vec::new() };
    // A name may hold a `>` of its own; a path has one placeholder, which ends before what follows it.
    let end = rest.rfind('>').unwrap_or(rest.len());
    vec![format!("<{}>", rest.get(..end).unwrap_or_default())]
}

/// All strings of a body.
fn collect(tree: &Tree, into: &mut Vec<String>) {
    match tree {
        Tree::Text(text) => into.push(text.clone()),
        Tree::List(items) => items.iter().for_each(|item| collect(item, into)),
        Tree::Object(properties) => properties.iter().for_each(|(_, value)| collect(value, into)),
        Tree::Null | Tree::Bool(_) | Tree::Whole(_) | Tree::Number(_) => {}
    }
}
