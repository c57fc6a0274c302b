//! What Microsoft Graph keeps of a design, thing by thing: each with the tenant that owns it, what identifies it, and its settings.
//!
//! Only settings that a request can change; what Microsoft Graph has no place for is in `gaps.rs`.

mod family;

pub(super) use family::{Family, id_of};

use super::partners::is_guid;
use super::request::access::{cloud_endpoints, collaboration, configuration, trusted};
use super::request::body::{Blanks, object, object_of, text, word};
use super::request::collaboration::{authorization_body, leave_body, list_body, sign_up_body};
use super::request::conditional_access;
use super::request::organization::{consent_body, privacy_body};
use super::request::providers::{federation_body, google_body, passcode_body};
use super::request::terms;
use crate::design::{ApplicationPermissions, Design, Federation, HomeTenant, Partner, ResourceTenant, TermsOfUse};
use crate::document::tree::Tree;

/// The tenant that something is set in.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Owner {
    /// The resource tenant.
    Resource,
    /// A home tenant, by its id in lower case.
    Home(String),
}

/// Something that Microsoft Graph keeps for a tenant.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entity {
    /// Whose it is.
    pub(super) owner: Owner,
    /// What kind of thing it is.
    pub(super) family: Family,
    /// What tells it from others of its kind; empty for the only one of a tenant.
    pub(super) key: String,
    /// Which of those with the same key it is, from 0.
    pub(super) nth: usize,
    /// What people call it; empty where the kind says it all.
    pub(super) label: String,
    /// Its settings, as they are read.
    pub(super) body: Tree,
    /// Its settings as it is created, where that takes more.
    pub(super) creation: Option<Tree>,
    /// What is to be filled in, as it stands in the settings.
    pub(super) blanks: Vec<String>,
}

impl Entity {
    fn only(owner: Owner, family: Family, body: Tree) -> Self {
        let (key, label) = (String::new(), String::new());
        Self { owner, family, key, nth: 0, label, body, creation: None, blanks: Vec::new() }
    }

    fn named(family: Family, key: impl Into<String>, label: impl Into<String>, body: Tree) -> Self {
        Self { key: key.into(), label: label.into(), ..Self::only(Owner::Resource, family, body) }
    }

    fn with(self, blanks: Blanks) -> Self {
        Self { blanks: blanks.finish(), ..self }
    }
}

/// Everything of a design that requests can set, each thing once.
pub(super) fn entities(design: &Design) -> Vec<Entity> {
    let mut found = of_resource_tenant(&design.resource_tenant);
    for home in &design.home_tenants {
        found.extend(of_partner(home));
        found.extend(of_home_tenant(design, home));
    }
    for at in 0..found.len() {
        let (before, rest) = found.split_at_mut(at);
        if let Some(entity) = rest.first_mut() {
            let same = |other: &&Entity| (&other.owner, other.family, &other.key) == (&entity.owner, entity.family, &entity.key);
            entity.nth = before.iter().filter(same).count();
        }
    }
    // Two home tenants with one id are one tenant for Microsoft Graph.
    found.retain(|entity| entity.nth == 0 || entity.family.has_names());
    found
}

fn of_resource_tenant(tenant: &ResourceTenant) -> Vec<Entity> {
    let only = |family, body| Entity::only(Owner::Resource, family, body);
    let mut found = vec![
        only(Family::Organization, privacy_body(&tenant.privacy)),
        only(Family::CrossTenantPolicy, cloud_endpoints(&tenant.allowed_clouds)),
        only(Family::EmailMethod, passcode_body(tenant.email_one_time_passcode)),
        default_policy(tenant),
        only(Family::AuthorizationPolicy, authorization_body(tenant)),
        only(Family::AuthenticationFlows, sign_up_body(tenant.self_service_sign_up)),
        application(tenant),
    ];
    let domains = tenant.verified_domains.iter().map(|domain| domain.as_str());
    found.extend(domains.map(|domain| Entity::named(Family::Domain, domain, domain, object([("id", text(domain))]))));
    found.extend(tenant.google_federation.then(google));
    found.extend(tenant.federations.iter().filter(|federation| !federation.inactive).map(federation));
    found.extend(tenant.terms_of_use.iter().map(agreement));
    found.extend(tenant.conditional_access.iter().map(|policy| {
        let mut blanks = Blanks::default();
        let body = conditional_access::body(policy, &mut blanks);
        Entity::named(Family::ConditionalAccess, &policy.display_name, &policy.display_name, body).with(blanks)
    }));
    found.extend(tenant.external_users_may_leave.map(|may| only(Family::ExternalIdentities, leave_body(may))));
    found.extend(list_body(&tenant.collaboration_restrictions).map(|body| only(Family::DomainList, body)));
    found.extend((tenant.application.permissions == ApplicationPermissions::PreConsented).then(|| {
        let mut blanks = Blanks::default();
        let body = consent_body(tenant, &mut blanks);
        let (id, name) = (tenant.application.app_id.trim(), &tenant.application.display_name);
        Entity::named(Family::Consent, id, name, body).with(blanks)
    }));
    found
}

fn default_policy(tenant: &ResourceTenant) -> Entity {
    let mut blanks = Blanks::default();
    let body = object([
        ("inboundTrust", trusted(tenant.inbound_trust)),
        ("b2bCollaborationInbound", collaboration(&tenant.inbound, &mut blanks)),
        ("invitationRedemptionIdentityProviderConfiguration", configuration(&tenant.redemption_order)),
    ]);
    Entity::only(Owner::Resource, Family::DefaultPolicy, body).with(blanks)
}

fn google() -> Entity {
    let mut blanks = Blanks::default();
    let creation = google_body(&mut blanks);
    let body = object([
        ("@odata.type", text("#microsoft.graph.socialIdentityProvider")),
        ("displayName", text("Google")),
        ("identityProviderType", text("Google")),
    ]);
    Entity { creation: Some(creation), ..Entity::named(Family::Google, "", "", body).with(blanks) }
}

fn federation(federation: &Federation) -> Entity {
    let mut blanks = Blanks::default();
    let creation = federation_body(federation, &mut blanks);
    let domains = federation.domains.iter().map(|domain| object([("id", text(domain.as_str()))]));
    let body = object_of([
        ("@odata.type", Some(text("#microsoft.graph.samlOrWsFedExternalDomainFederation"))),
        ("displayName", Some(text(&federation.display_name))),
        ("issuerUri", Some(text(&federation.issuer_uri))),
        ("passiveSignInUri", federation.passive_sign_in_uri.as_ref().map(text)),
        ("preferredAuthenticationProtocol", Some(word(federation.preferred_authentication_protocol))),
        ("domains", Some(Tree::List(domains.collect()))),
    ]);
    let entity = Entity::named(Family::Federation, &federation.issuer_uri, &federation.display_name, body);
    Entity { creation: Some(creation), ..entity.with(blanks) }
}

fn agreement(agreement: &TermsOfUse) -> Entity {
    let mut blanks = Blanks::default();
    let creation = terms::body(agreement, &mut blanks);
    let files = agreement.languages.iter().enumerate();
    let files = files.map(|(at, language)| object([("language", text(language)), ("isDefault", Tree::Bool(at == 0))]));
    let days = agreement.reaccept_after_days.map_or(Tree::Null, |days| text(format!("P{days}D")));
    let body = object([
        ("displayName", text(&agreement.display_name)),
        ("isViewingBeforeAcceptanceRequired", Tree::Bool(agreement.is_viewing_before_acceptance_required)),
        ("isPerDeviceAcceptanceRequired", Tree::Bool(agreement.is_per_device_acceptance_required)),
        ("termsExpiration", agreement.terms_expiration.map_or(Tree::Null, terms::expiration)),
        ("userReacceptRequiredFrequency", days),
        ("files", Tree::List(files.collect())),
    ]);
    let entity = Entity::named(Family::Agreement, &agreement.display_name, &agreement.display_name, body);
    Entity { creation: Some(creation), ..entity.with(blanks) }
}

fn application(tenant: &ResourceTenant) -> Entity {
    let application = &tenant.application;
    let body = object([("appRoleAssignmentRequired", Tree::Bool(application.assignment_required))]);
    Entity::named(Family::ServicePrincipal, application.app_id.trim(), &application.display_name, body)
}

/// What the resource tenant has set for a home tenant, where it has anything.
fn of_partner(home: &HomeTenant) -> Option<Entity> {
    let id = home.tenant_id.trim();
    if home.partner == Partner::default() || !is_guid(id) {
        return None;
    }
    let mut blanks = Blanks::default();
    let Partner { inbound_automatic_redemption, inbound, inbound_trust, added: _ } = &home.partner;
    let consent = object([("inboundAllowed", inbound_automatic_redemption.map_or(Tree::Null, Tree::Bool))]);
    let body = object([
        ("tenantId", text(id)),
        ("automaticUserConsentSettings", consent),
        ("b2bCollaborationInbound", inbound.as_ref().map_or(Tree::Null, |own| collaboration(own, &mut blanks))),
        ("inboundTrust", inbound_trust.map_or(Tree::Null, trusted)),
    ]);
    Some(Entity::named(Family::Partner, id.to_lowercase(), &home.display_name, body).with(blanks))
}

/// What stands for the resource tenant's id in a home tenant.
pub(super) const RESOURCE_TENANT: &str = "<tenant ID of the resource tenant>";

/// What a home tenant has set itself.
fn of_home_tenant(design: &Design, home: &HomeTenant) -> Vec<Entity> {
    let only = |family, body| Entity::only(owner(home), family, body);
    let mut blanks = Blanks::default();
    let outbound = object([("b2bCollaborationOutbound", collaboration(&home.outbound, &mut blanks))]);
    let jit = home.just_in_time_creation;
    let sign_up = object([
        ("allowEmailVerifiedUsersToJoinOrganization", Tree::Bool(jit.allow_email_verified_users_to_join_organization)),
        ("allowedToSignUpEmailBasedSubscriptions", Tree::Bool(jit.allowed_to_sign_up_email_based_subscriptions)),
    ]);
    let clouds = if home.cross_cloud.allows_resource_cloud { vec![design.resource_tenant.cloud] } else { Vec::new() };
    let mut found = vec![
        only(Family::DefaultPolicy, outbound).with(blanks),
        only(Family::AuthorizationPolicy, sign_up),
        only(Family::CrossTenantPolicy, cloud_endpoints(&clouds)),
    ];
    let own = home.outbound_to_resource.as_ref();
    if home.cross_cloud.adds_resource_tenant || home.outbound_automatic_redemption || own.is_some() {
        let mut blanks = Blanks::default();
        let consent = object([("outboundAllowed", Tree::Bool(home.outbound_automatic_redemption))]);
        let body = object([
            ("tenantId", text(RESOURCE_TENANT)),
            ("automaticUserConsentSettings", consent),
            ("b2bCollaborationOutbound", own.map_or(Tree::Null, |own| collaboration(own, &mut blanks))),
        ]);
        let mut entity = only(Family::Partner, body).with(blanks);
        entity.key = RESOURCE_TENANT.to_owned();
        entity.label = design.resource_tenant.display_name.clone();
        entity.blanks.push(RESOURCE_TENANT.to_owned());
        found.push(entity);
    }
    found
}

/// A home tenant as an owner.
pub(super) fn owner(home: &HomeTenant) -> Owner {
    let id = home.tenant_id.trim().to_lowercase();
    Owner::Home(if id.is_empty() { home.display_name.clone() } else { id })
}

/// The settings without those that are `null`, as something is created.
pub(super) fn without_nulls(tree: &Tree) -> Tree {
    match tree {
        Tree::Object(properties) => {
            let kept = properties.iter().filter(|(_, value)| *value != Tree::Null);
            Tree::Object(kept.map(|(name, value)| (name.clone(), without_nulls(value))).collect())
        }
        Tree::List(items) => Tree::List(items.iter().map(without_nulls).collect()),
        Tree::Null | Tree::Bool(_) | Tree::Whole(_) | Tree::Number(_) | Tree::Text(_) => tree.clone(),
    }
}
