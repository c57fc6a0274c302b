//! What two tenants have set for each other in their organizational settings.
//!
//! A redemption order is not among it: partner settings have none. Source: `crossTenantAccessPolicyConfigurationPartner`
//! (Microsoft Graph): a property that is `null` inherits the default settings.

use super::access::{collaboration, trusted};
use super::body::{Blanks, object, text};
use super::home::Between;
use super::{Method, Request, Sheet};
use crate::document::tree::Tree;
use crate::fictional;
use crate::rules::Document;

pub(in crate::graph) const PARTNERS: &str = "/policies/crossTenantAccessPolicy/partners";

/// *Automatically redeem invitations* on both sides. Source: `inboundOutboundPolicyConfiguration` (Microsoft Graph).
pub(super) fn automatic_redemption(between: Between<'_>) -> Sheet {
    let home = between.home;
    let consent = |name, value| object([("automaticUserConsentSettings", object([(name, value)]))]);
    let outbound = consent("outboundAllowed", Tree::Bool(home.outbound_automatic_redemption));
    let inbound = consent("inboundAllowed", home.partner.inbound_automatic_redemption.map_or(Tree::Null, Tree::Bool));
    Sheet::of(vec![in_home_tenant(between, outbound), in_resource_tenant(between, inbound)])
}

/// B2B collaboration inbound from the home tenant.
pub(super) fn inbound(between: Between<'_>) -> Sheet {
    let mut blanks = Blanks::default();
    let own = between.home.partner.inbound.as_ref().map_or(Tree::Null, |own| collaboration(own, &mut blanks));
    Sheet::of(vec![in_resource_tenant(between, object([("b2bCollaborationInbound", own)])).with_blanks(blanks)])
}

/// What the resource tenant trusts of the home tenant.
pub(super) fn trust(between: Between<'_>) -> Sheet {
    let own = between.home.partner.inbound_trust.map_or(Tree::Null, trusted);
    Sheet::of(vec![in_resource_tenant(between, object([("inboundTrust", own)]))])
}

/// B2B collaboration outbound from the home tenant to the resource tenant.
pub(super) fn outbound(between: Between<'_>) -> Sheet {
    let mut blanks = Blanks::default();
    let own = between.home.outbound_to_resource.as_ref().map_or(Tree::Null, |own| collaboration(own, &mut blanks));
    Sheet::of(vec![in_home_tenant(between, object([("b2bCollaborationOutbound", own)])).with_blanks(blanks)])
}

/// The resource tenant adds the home tenant to its organizational settings.
pub(super) fn home_added(between: Between<'_>) -> Request {
    add(&between.design.resource_tenant.display_name, between.home.tenant_id.trim())
}

/// The home tenant adds the resource tenant to its organizational settings.
pub(super) fn resource_added(between: Between<'_>) -> Request {
    add(&between.home.display_name, &fictional::resource_tenant_id(between.design))
}

fn in_resource_tenant(between: Between<'_>, body: Tree) -> Request {
    change(&between.design.resource_tenant.display_name, between.home.tenant_id.trim(), body)
}

fn in_home_tenant(between: Between<'_>, body: Tree) -> Request {
    change(&between.home.display_name, &fictional::resource_tenant_id(between.design), body)
}

fn change(tenant: &str, partner: &str, body: Tree) -> Request {
    Request::new(tenant, Method::Patch, format!("{PARTNERS}/{partner}"), body, Document::CrossTenantPartnerUpdate)
        .noting(format!("The organization must have been added: POST /v1.0{PARTNERS} with its tenantId."))
}

/// Source: *Create crossTenantAccessPolicyConfigurationPartner* (Microsoft Graph).
fn add(tenant: &str, partner: &str) -> Request {
    Request::new(tenant, Method::Post, PARTNERS, object([("tenantId", text(partner))]), Document::CrossTenantPartnerPost)
}
