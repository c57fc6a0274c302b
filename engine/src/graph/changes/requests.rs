//! The requests that change, add, remove or replace one thing, and those that take that back.
//!
//! In which order things are changed is decided in `changes.rs`, and what a changed body says in `body.rs`.

use super::body::{collect, differing, patch_body};
use super::{Kind, Tenant};
use crate::document::tree::Tree;
use crate::graph::request::body::object;
use crate::graph::request::{Method, Request};
use crate::graph::state::{Entity, Family, id_of, without_nulls};
use crate::rules::Document;

/// What is said and what is sent of a change.
pub(super) type Both = (Kind, Vec<Request>, Vec<Request>);

/// Makes the requests of one thing.
pub(super) struct Requests<'a> {
    /// Where they are sent.
    pub(super) tenant: &'a Tenant,
    /// The thing, as it is to be or was.
    pub(super) entity: &'a Entity,
    /// The thing as it is.
    pub(super) old: Option<&'a Entity>,
    /// The thing as it is to be.
    pub(super) new: Option<&'a Entity>,
}

impl Requests<'_> {
    /// Where a creation and a removal are documented; `None` where there is no such request.
    pub(super) fn documented(&self) -> Option<(Document, Document)> {
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

    /// The creation of a thing.
    pub(super) fn post(&self, entity: &Entity) -> Request {
        let body = without_nulls(entity.creation.as_ref().unwrap_or(&entity.body));
        let source = self.documented().map_or(Document::GraphOrganization, |(create, _)| create);
        self.request(Method::Post, self.entity.family.collection().to_owned(), body, source)
    }

    /// Its removal.
    pub(super) fn delete(&self) -> Request {
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

    /// What changes of a thing that stays; `None` where nothing can be sent.
    pub(super) fn changed(&self, old: &Entity, new: &Entity, remarks: &mut Vec<String>) -> Option<Both> {
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
            let id = id_of(&self.entity.key, self.entity.nth);
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
    pub(super) fn known_on_one_side(
        &self,
        old: Option<&Entity>,
        new: Option<&Entity>,
        remarks: &mut Vec<String>,
    ) -> Option<Both> {
        let source = self.entity.family.documented().update?;
        match (self.entity.family, new, old) {
            (Family::ServicePrincipal, Some(new), _) => {
                let default = object([("appRoleAssignmentRequired", Tree::Bool(false))]);
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
                remarks
                    .push(format!("{}: no longer set, and no document names a default. Nothing is sent for it.", family.name()));
                None
            }
        }
    }
}

/// What a request of this kind takes for granted or does besides.
fn note(family: Family, method: Method) -> Option<&'static str> {
    match (family, method) {
        (Family::Domain, Method::Post) => Some("The domain counts once its DNS record has been published and verified."),
        (Family::Domain, Method::Delete) => {
            Some("A deleted domain is not recoverable, and is not deleted while anything uses it.")
        }
        (Family::CrossTenantPolicy, Method::Patch) => {
            Some("The list replaces the present one: it names all clouds that are allowed.")
        }
        (Family::Agreement, Method::Delete) => {
            Some("All acceptances go with it. A new one has another ID, which policies that demand it have to name.")
        }
        (Family::DomainList, Method::Patch | Method::Delete) => {
            Some("The present policy may say more than the domains: keep what else its definition says.")
        }
        (Family::Federation, Method::Delete) => {
            Some("Guests who redeemed with it cannot sign in until their redemption is reset.")
        }
        (Family::Google, Method::Delete) => {
            Some("Guests who redeemed with Google cannot sign in until their redemption is reset.")
        }
        (Family::ConditionalAccess, Method::Patch | Method::Delete) => Some(
            "What the present policy says beyond the scenario, such as excluded accounts, is not known here: look at it first.",
        ),
        (_, Method::Patch | Method::Post | Method::Delete) => None,
    }
}

/// The placeholders in a path.
fn placeholders(path: &str) -> Vec<String> {
    let Some((_, rest)) = path.split_once('<') else { return Vec::new() };
    // A name may hold a `>` of its own; a path has one placeholder, which ends before what follows it.
    let end = rest.rfind('>').unwrap_or(rest.len());
    vec![format!("<{}>", rest.get(..end).unwrap_or_default())]
}
