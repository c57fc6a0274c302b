//! External collaboration settings: what guests see, who may invite, self-service sign-up, leaving, and the list of domains.
//!
//! What stands at its default because nobody set it is left out.

use serde::Serialize;

use super::body::{object, object_of, text, texts, word};
use super::{Method, Request, Sheet};
use crate::address::Domain;
use crate::design::{CollaborationRestrictions, ResourceTenant, RestrictionKind};
use crate::document::tree::Tree;
use crate::rules::Document;

/// The external collaboration settings.
pub(super) fn collaboration(tenant: &ResourceTenant) -> Sheet {
    let mut sheet = Sheet::of(vec![authorization(tenant), sign_up(tenant)]);
    match tenant.external_users_may_leave {
        Some(may_leave) => sheet.requests.push(leave(tenant, may_leave)),
        None => sheet.remarks.push("Whether guests may leave was never set: there is nothing to send for it.".to_owned()),
    }
    match list(tenant) {
        Some(list) => sheet.requests.push(list),
        None => sheet.remarks.push("Any domain may be invited: no list of domains is needed.".to_owned()),
    }
    sheet
}

/// Source: *Update authorizationPolicy* (Microsoft Graph).
fn authorization(tenant: &ResourceTenant) -> Request {
    let body = object_of([
        ("allowInvitesFrom", tenant.allow_invites_from.map(word)),
        ("guestUserRoleId", Some(text(tenant.guest_user_access.role_id()))),
    ]);
    let path = "/policies/authorizationPolicy";
    Request::new(&tenant.display_name, Method::Patch, path, body, Document::AuthorizationPolicyUpdate)
}

/// Source: *Update authenticationFlowsPolicy* (Microsoft Graph).
fn sign_up(tenant: &ResourceTenant) -> Request {
    let body = object([("selfServiceSignUp", object([("isEnabled", Tree::Bool(tenant.self_service_sign_up))]))]);
    let path = "/policies/authenticationFlowsPolicy";
    Request::new(&tenant.display_name, Method::Patch, path, body, Document::AuthenticationFlowsPolicyUpdate)
}

/// Source: *Update externalIdentitiesPolicy* (Microsoft Graph, beta).
fn leave(tenant: &ResourceTenant, may_leave: bool) -> Request {
    let body = object([("allowExternalIdentitiesToLeave", Tree::Bool(may_leave))]);
    let path = "/policies/externalIdentitiesPolicy";
    Request::new(&tenant.display_name, Method::Patch, path, body, Document::ExternalIdentitiesPolicyUpdate).in_beta()
}

/// The list of domains. Source: *Create b2bManagementPolicy* (Microsoft Graph, beta); `allow-deny-list.md`, 2024-09, for its definition.
fn list(tenant: &ResourceTenant) -> Option<Request> {
    let body = object([
        ("@odata.type", text("#microsoft.graph.b2bManagementPolicy")),
        ("displayName", text("B2BManagementPolicy")),
        ("description", text("Domains that may be invited")),
        ("definition", texts([definition(&tenant.collaboration_restrictions)?])),
        ("isOrganizationDefault", Tree::Bool(true)),
    ]);
    let path = "/policies/b2bManagementPolicies";
    let request = Request::new(&tenant.display_name, Method::Post, path, body, Document::B2bManagementPolicyPost).in_beta();
    Some(request.noting(format!(
        "A tenant has one such list. Where it is there already: PATCH /beta{path}/ and its id, with what else its definition says."
    )))
}

/// The definition is JSON in a string, with names that begin with capitals.
fn definition(restrictions: &CollaborationRestrictions) -> Option<String> {
    #[derive(Serialize)]
    #[serde(rename_all = "PascalCase")]
    struct Domains<'a> {
        allowed_domains: &'a [Domain],
        blocked_domains: &'a [Domain],
    }
    let (allowed_domains, blocked_domains) = match restrictions.kind {
        RestrictionKind::AnyDomain => return None,
        RestrictionKind::AllowList => (restrictions.domains.as_slice(), [].as_slice()),
        RestrictionKind::DenyList => ([].as_slice(), restrictions.domains.as_slice()),
    };
    let domains = serde_json::to_string(&Domains { allowed_domains, blocked_domains }).ok()?;
    Some(format!(r#"{{"B2BManagementPolicy":{{"InvitationsAllowedAndBlockedDomainsPolicy":{domains}}}}}"#))
}
