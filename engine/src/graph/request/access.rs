//! The default cross-tenant access settings and the Microsoft cloud settings.
//!
//! What is set for one partner is in `partner.rs`.

use super::body::{Blanks, object, text, texts, word};
use super::{Method, Request, Sheet};
use crate::design::application::ALL_MICROSOFT_APPS;
use crate::design::{AccessRule, AccessSettings, Cloud, InboundTrust, RedemptionOrder, ResourceTenant};
use crate::document::tree::Tree;
use crate::rules::Document;

/// The policy that holds for every organization without settings of its own.
pub(in crate::graph) const DEFAULT: &str = "/policies/crossTenantAccessPolicy/default";

/// The policy as a whole, with the clouds.
pub(in crate::graph) const POLICY: &str = "/policies/crossTenantAccessPolicy";

/// The redemption order. Source: `invitationRedemptionIdentityProviderConfiguration` (Microsoft Graph).
pub(super) fn redemption_order(tenant: &ResourceTenant) -> Sheet {
    let body = object([("invitationRedemptionIdentityProviderConfiguration", configuration(&tenant.redemption_order))]);
    Sheet::of(vec![default(&tenant.display_name, body)])
}

pub(in crate::graph) fn configuration(order: &RedemptionOrder) -> Tree {
    object([
        ("primaryIdentityProviderPrecedenceOrder", texts(order.primary().iter().copied().map(<&str>::from))),
        ("fallbackIdentityProvider", word(order.fallback())),
    ])
}

/// B2B collaboration inbound, for everybody. Source: `crossTenantAccessPolicyConfigurationDefault` (Microsoft Graph).
pub(super) fn inbound(tenant: &ResourceTenant) -> Sheet {
    let mut blanks = Blanks::default();
    let body = object([("b2bCollaborationInbound", collaboration(&tenant.inbound, &mut blanks))]);
    Sheet::of(vec![default(&tenant.display_name, body).with_blanks(blanks)])
}

/// What is trusted of everybody. Source: `crossTenantAccessPolicyInboundTrust` (Microsoft Graph).
pub(super) fn trust(tenant: &ResourceTenant) -> Sheet {
    let body = object([("inboundTrust", trusted(tenant.inbound_trust))]);
    Sheet::of(vec![default(&tenant.display_name, body)])
}

/// The other clouds of the resource tenant.
pub(super) fn clouds(tenant: &ResourceTenant) -> Sheet {
    let sheet = Sheet::of(vec![allowing_clouds(&tenant.display_name, &tenant.allowed_clouds)]);
    sheet.remarking("The cloud that a tenant lives in is not a setting.")
}

/// A change of the default settings of a tenant.
pub(super) fn default(tenant: &str, body: Tree) -> Request {
    Request::new(tenant, Method::Patch, DEFAULT, body, Document::CrossTenantDefaultUpdate)
}

/// The request for the clouds that a tenant collaborates with. Source: *Update crossTenantAccessPolicy* (Microsoft Graph), `allowedCloudEndpoints`.
pub(super) fn allowing_clouds(tenant: &str, clouds: &[Cloud]) -> Request {
    Request::new(tenant, Method::Patch, POLICY, cloud_endpoints(clouds), Document::CrossTenantPolicyUpdate)
}

/// The clouds as the policy names them.
pub(in crate::graph) fn cloud_endpoints(clouds: &[Cloud]) -> Tree {
    object([("allowedCloudEndpoints", texts(clouds.iter().map(|cloud| endpoint(*cloud))))])
}

/// The name of a cloud among the endpoints.
pub(in crate::graph) fn endpoint(cloud: Cloud) -> &'static str {
    match cloud {
        Cloud::Global => "microsoftonline.com",
        Cloud::UsGovernment => "microsoftonline.us",
        Cloud::China21Vianet => "partner.microsoftonline.cn",
    }
}

/// B2B collaboration in one direction. Source: `crossTenantAccessPolicyB2BSetting` (Microsoft Graph).
pub(in crate::graph) fn collaboration(settings: &AccessSettings, blanks: &mut Blanks) -> Tree {
    let users = targets(&settings.users_and_groups, ("AllUsers", "user"), |name| {
        // A user principal name has an `@`; anything else that is named is taken for a group.
        (blanks.id_of(name), if name.contains('@') { "user" } else { "group" })
    });
    let applications = targets(&settings.applications, ("AllApplications", "application"), |name| {
        let reserved = [ALL_MICROSOFT_APPS, "Office365"].into_iter().find(|word| word.eq_ignore_ascii_case(name.trim()));
        (reserved.map_or_else(|| blanks.id_of(name), str::to_owned), "application")
    });
    object([
        ("usersAndGroups", rule(&settings.users_and_groups, users)),
        ("applications", rule(&settings.applications, applications)),
    ])
}

fn rule(rule: &AccessRule, targets: Tree) -> Tree {
    object([("accessType", word(rule.access_type)), ("targets", targets)])
}

/// The targets of a rule. Source: `crossTenantAccessPolicyTarget` (Microsoft Graph), with its words for everybody and everything.
fn targets(rule: &AccessRule, all: (&str, &str), mut named: impl FnMut(&str) -> (String, &'static str)) -> Tree {
    let target = |target: String, kind: &str| object([("target", text(target)), ("targetType", text(kind))]);
    if rule.targets.is_empty() {
        return Tree::List(vec![target(all.0.to_owned(), all.1)]);
    }
    let each = rule.targets.iter().map(|name| {
        let (id, kind) = named(name);
        target(id, kind)
    });
    Tree::List(each.collect())
}

/// What is trusted. Source: `crossTenantAccessPolicyInboundTrust` (Microsoft Graph).
pub(in crate::graph) fn trusted(trust: InboundTrust) -> Tree {
    object([
        ("isMfaAccepted", Tree::Bool(trust.is_mfa_accepted)),
        ("isCompliantDeviceAccepted", Tree::Bool(trust.is_compliant_device_accepted)),
        ("isHybridAzureADJoinedDeviceAccepted", Tree::Bool(trust.is_hybrid_azure_ad_joined_device_accepted)),
    ])
}
