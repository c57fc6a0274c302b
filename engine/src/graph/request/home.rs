//! A home tenant's own settings, which its administrator sends there.
//!
//! What it has set for the resource tenant, and the resource tenant for it, is in `partner.rs`.

use super::access::{allowing_clouds, collaboration, default};
use super::body::{Blanks, object};
use super::{Method, Request, Sheet, partner};
use crate::design::{Design, HomeTenant};
use crate::document::tree::Tree;
use crate::rules::Document;

/// A home tenant and the design that it belongs to.
#[derive(Clone, Copy)]
pub(super) struct Between<'a> {
    /// The design, with the resource tenant.
    pub(super) design: &'a Design,
    /// The home tenant.
    pub(super) home: &'a HomeTenant,
}

/// What the tenant is.
pub(super) fn organization(between: Between<'_>) -> Sheet {
    let name = &between.home.display_name;
    Sheet::only(format!(
        "Mostly facts about {name}, not settings. Email as alternate login ID is a setting; the documents that were read name no \
         request for it."
    ))
}

/// B2B collaboration outbound, to everybody. Source: `crossTenantAccessPolicyConfigurationDefault` (Microsoft Graph).
pub(super) fn outbound(between: Between<'_>) -> Sheet {
    let mut blanks = Blanks::default();
    let body = object([("b2bCollaborationOutbound", collaboration(&between.home.outbound, &mut blanks))]);
    Sheet::of(vec![default(&between.home.display_name, body).with_blanks(blanks)])
}

/// The home tenant's share of a collaboration across clouds, and its entry in the resource tenant.
pub(super) fn clouds(between: Between<'_>) -> Sheet {
    let Between { design, home } = between;
    let mut requests = Vec::new();
    if home.partner.added {
        requests.push(partner::home_added(between));
    }
    if home.cross_cloud.allows_resource_cloud {
        let clouds = [design.resource_tenant.cloud];
        let request = allowing_clouds(&home.display_name, &clouds);
        requests.push(request.noting("The list replaces the present one: name the tenant's other clouds in it, too."));
    }
    if home.cross_cloud.adds_resource_tenant {
        requests.push(partner::resource_added(between));
    }
    let sheet = Sheet::of(requests);
    if sheet.requests.is_empty() {
        return sheet.remarking("Neither tenant has allowed or added the other: there is nothing to send.");
    }
    sheet
}

/// The home tenant's own policies, of which a design knows the effect alone.
pub(super) fn policies(_: Between<'_>) -> Sheet {
    Sheet::only("A design knows what this tenant's policies do to its users, not the policies, so there is no request for them.")
}

/// Just-in-time creation of accounts. Source: *Update authorizationPolicy* (Microsoft Graph).
pub(super) fn just_in_time_creation(between: Between<'_>) -> Sheet {
    let settings = between.home.just_in_time_creation;
    let body = object([
        ("allowEmailVerifiedUsersToJoinOrganization", Tree::Bool(settings.allow_email_verified_users_to_join_organization)),
        ("allowedToSignUpEmailBasedSubscriptions", Tree::Bool(settings.allowed_to_sign_up_email_based_subscriptions)),
    ]);
    let path = "/policies/authorizationPolicy";
    let tenant = &between.home.display_name;
    Sheet::of(vec![Request::new(tenant, Method::Patch, path, body, Document::AuthorizationPolicyUpdate)])
}
