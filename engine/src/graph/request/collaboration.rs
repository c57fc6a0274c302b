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

/// Who may invite, and what guests see.
pub(in crate::graph) const AUTHORIZATION: &str = "/policies/authorizationPolicy";

/// Self-service sign-up.
pub(in crate::graph) const SIGN_UP: &str = "/policies/authenticationFlowsPolicy";

/// Whether guests may leave; beta.
pub(in crate::graph) const LEAVE: &str = "/policies/externalIdentitiesPolicy";

/// The lists of domains; beta.
pub(in crate::graph) const LISTS: &str = "/policies/b2bManagementPolicies";

/// The external collaboration settings.
pub(super) fn collaboration(tenant: &ResourceTenant) -> Sheet {
    let mut sheet = Sheet::of(vec![authorization(tenant), sign_up(tenant)]);
    match tenant.external_users_may_leave {
        Some(may_leave) => sheet.requests.push(leave(tenant, may_leave)),
        None => sheet.remarks.push("Whether guests may leave was never set: there is nothing to send for it.".to_owned()),
    }
    match list(tenant) {
        Some(list) => sheet.requests.push(list),
        None if tenant.collaboration_restrictions.kind == RestrictionKind::AnyDomain => {
            sheet.remarks.push("Any domain may be invited: no list of domains is needed.".to_owned());
        }
        None => sheet.remarks.push("The list has no domains yet: there is nothing to send for it.".to_owned()),
    }
    sheet
}

/// Source: *Update authorizationPolicy* (Microsoft Graph).
fn authorization(tenant: &ResourceTenant) -> Request {
    let body = authorization_body(tenant);
    Request::new(&tenant.display_name, Method::Patch, AUTHORIZATION, body, Document::AuthorizationPolicyUpdate)
}

/// Who may invite, and what guests see.
pub(in crate::graph) fn authorization_body(tenant: &ResourceTenant) -> Tree {
    object_of([
        ("allowInvitesFrom", tenant.allow_invites_from.map(word)),
        ("guestUserRoleId", Some(text(tenant.guest_user_access.role_id()))),
    ])
}

/// Source: *Update authenticationFlowsPolicy* (Microsoft Graph).
fn sign_up(tenant: &ResourceTenant) -> Request {
    let body = sign_up_body(tenant.self_service_sign_up);
    Request::new(&tenant.display_name, Method::Patch, SIGN_UP, body, Document::AuthenticationFlowsPolicyUpdate)
}

/// Whether self-service sign-up is on.
pub(in crate::graph) fn sign_up_body(is_enabled: bool) -> Tree {
    object([("selfServiceSignUp", object([("isEnabled", Tree::Bool(is_enabled))]))])
}

/// Source: *Update externalIdentitiesPolicy* (Microsoft Graph, beta).
fn leave(tenant: &ResourceTenant, may_leave: bool) -> Request {
    let body = leave_body(may_leave);
    Request::new(&tenant.display_name, Method::Patch, LEAVE, body, Document::ExternalIdentitiesPolicyUpdate).in_beta()
}

/// Whether guests may leave.
pub(in crate::graph) fn leave_body(may_leave: bool) -> Tree {
    object([("allowExternalIdentitiesToLeave", Tree::Bool(may_leave))])
}

/// The list of domains. Source: *Create b2bManagementPolicy* (Microsoft Graph, beta); `allow-deny-list.md`, 2024-09, for its definition.
fn list(tenant: &ResourceTenant) -> Option<Request> {
    let body = list_body(&tenant.collaboration_restrictions)?;
    let request = Request::new(&tenant.display_name, Method::Post, LISTS, body, Document::B2bManagementPolicyPost).in_beta();
    Some(request.noting(format!(
        "A tenant has one such list. Where it is there already: PATCH /beta{LISTS}/ and its id, with what else its definition says."
    )))
}

/// The policy with the list of domains; `None` where any domain may be invited, or where the list is empty.
pub(in crate::graph) fn list_body(restrictions: &CollaborationRestrictions) -> Option<Tree> {
    if restrictions.domains.is_empty() {
        return None;
    }
    Some(object([
        ("@odata.type", text("#microsoft.graph.b2bManagementPolicy")),
        ("displayName", text("B2BManagementPolicy")),
        ("description", text("Domains that may be invited")),
        ("definition", texts([definition(restrictions)?])),
        ("isOrganizationDefault", Tree::Bool(true)),
    ]))
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
