//! A design as Microsoft Graph would answer for its resource tenant: one JSON text for each resource, and all of them in one.
//!
//! What the answers leave out is in `gaps.rs`. Ids that no design knows are placeholders between `<` and `>`.

use super::recognise::ResourceKind;
use super::request::access::cloud_endpoints;
use super::request::body::{object, object_of, text};
use super::state::{Entity, Family, Owner, entities, id_of};
use crate::design::{Design, ResourceTenant};
use crate::document::tree::Tree;

/// A resource, as Microsoft Graph answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Resource {
    /// What it is.
    pub kind: ResourceKind,
    body: Tree,
}

impl Resource {
    /// The answer as JSON.
    pub fn json(&self) -> String {
        print(&self.body)
    }

    pub(super) fn body(&self) -> &Tree {
        &self.body
    }

    /// A file name for it.
    pub fn file_name(&self) -> String {
        format!("{}.json", self.kind.name().to_lowercase().replace(['/', ' '], "-"))
    }
}

/// All resources of the resource tenant that are read back, in the order in which they are read.
pub fn resources(design: &Design) -> Vec<Resource> {
    let entities: Vec<Entity> = entities(design).into_iter().filter(|entity| entity.owner == Owner::Resource).collect();
    let of = |family: Family| entities.iter().filter(move |entity| entity.family == family);
    let tenant = &design.resource_tenant;
    let only = |family| of(family).next().map(|entity| entity.body.clone());
    let list = |family, context: &str| Some(collection(context, of(family).map(with_id).collect()));
    let answers = [
        (ResourceKind::DefaultPolicy, only(Family::DefaultPolicy)),
        (ResourceKind::Partners, list(Family::Partner, "policies/crossTenantAccessPolicy/partners")),
        (ResourceKind::Federations, list(Family::Federation, "directory/federationConfigurations")),
        (ResourceKind::IdentityProviders, list(Family::Google, "identity/identityProviders")),
        (ResourceKind::EmailAuthenticationMethod, only(Family::EmailMethod)),
        (ResourceKind::AuthorizationPolicy, only(Family::AuthorizationPolicy)),
        (ResourceKind::Organization, Some(organization(tenant, only(Family::Organization)))),
        (ResourceKind::CrossTenantPolicy, Some(cloud_endpoints(&tenant.allowed_clouds))),
        (ResourceKind::AuthenticationFlows, only(Family::AuthenticationFlows)),
        (ResourceKind::ExternalIdentities, only(Family::ExternalIdentities)),
        (ResourceKind::DomainLists, list(Family::DomainList, "policies/b2bManagementPolicies")),
        (ResourceKind::Agreements, list(Family::Agreement, "identityGovernance/termsOfUse/agreements")),
        (ResourceKind::ConditionalAccess, list(Family::ConditionalAccess, "identity/conditionalAccess/policies")),
        (ResourceKind::ServicePrincipals, application(tenant)),
    ];
    answers.into_iter().filter_map(|(kind, body)| Some(Resource { kind, body: body? })).collect()
}

/// All resources in one text, as the answers of a batch. The import reads it back.
pub fn bundle(resources: &[Resource]) -> String {
    let response = |resource: &Resource| {
        object([("id", text(resource.kind.name())), ("status", Tree::Whole(200)), ("body", resource.body.clone())])
    };
    print(&object([("responses", Tree::List(resources.iter().map(response).collect()))]))
}

fn collection(context: &str, entries: Vec<Tree>) -> Tree {
    object([
        ("@odata.context", text(format!("https://graph.microsoft.com/v1.0/$metadata#{context}"))),
        ("value", Tree::List(entries)),
    ])
}

/// An entry of a list, with the id by which others name it.
fn with_id(entity: &Entity) -> Tree {
    let id = match entity.family {
        Family::Google => "Google-OAUTH".to_owned(),
        Family::Agreement | Family::ConditionalAccess | Family::Federation => id_of(&entity.key, entity.nth),
        Family::Organization
        | Family::Domain
        | Family::CrossTenantPolicy
        | Family::Partner
        | Family::EmailMethod
        | Family::DefaultPolicy
        | Family::AuthorizationPolicy
        | Family::AuthenticationFlows
        | Family::ExternalIdentities
        | Family::DomainList
        | Family::ServicePrincipal
        | Family::Consent => return entity.body.clone(),
    };
    match &entity.body {
        Tree::Object(properties) => {
            Tree::Object(std::iter::once(("id".to_owned(), text(id))).chain(properties.iter().cloned()).collect())
        }
        other => other.clone(),
    }
}

fn organization(tenant: &ResourceTenant, privacy: Option<Tree>) -> Tree {
    let domain = |name: &str, is_initial: bool, is_default: bool| {
        object([("name", text(name)), ("isInitial", Tree::Bool(is_initial)), ("isDefault", Tree::Bool(is_default))])
    };
    let others = tenant.verified_domains.iter().enumerate().map(|(at, name)| domain(name.as_str(), false, at == 0));
    let initial = domain(tenant.initial_domain.as_str(), true, tenant.verified_domains.is_empty());
    let profile = privacy.and_then(|body| body.get("privacyProfile").cloned());
    let body = object_of([
        ("displayName", Some(text(&tenant.display_name))),
        ("verifiedDomains", Some(Tree::List(std::iter::once(initial).chain(others).collect()))),
        ("privacyProfile", profile),
    ]);
    collection("organization", vec![body])
}

fn application(tenant: &ResourceTenant) -> Option<Tree> {
    let application = &tenant.application;
    let id = application.app_id.trim();
    (!id.is_empty()).then(|| {
        object([
            ("appId", text(id)),
            ("displayName", text(&application.display_name)),
            ("appRoleAssignmentRequired", Tree::Bool(application.assignment_required)),
        ])
    })
}

pub(super) fn print(tree: &Tree) -> String {
    // Writing to memory fails only for maps whose keys are no strings; a tree has none.
    serde_json::to_string_pretty(tree).unwrap_or_else(|error| error.to_string())
}
