//! The default cross-tenant access policy: the redemption order, B2B collaboration inbound, and what is trusted.
//!
//! What it says about the resource tenant's own users elsewhere has no place in the design. Source: `crossTenantAccessPolicyConfigurationDefault` and
//! `invitationRedemptionIdentityProviderConfiguration` (Microsoft Graph).

use strum::IntoEnumIterator;

use super::access;
use super::entries::{object_or_null, only};
use super::note::{Notes, find_word};
use crate::design::{Design, FallbackProvider, PrimaryProvider, RedemptionOrder};
use crate::document::PropertyError;
use crate::document::place::{Place, words};
use crate::document::tree::Tree;

const CONFIGURATION: &str = "invitationRedemptionIdentityProviderConfiguration";
const PRIMARY: &str = "primaryIdentityProviderPrecedenceOrder";
const FALLBACK: &str = "fallbackIdentityProvider";

const KNOWN: &[&str] = &[
    "appServiceConnectInbound",
    "automaticUserConsentSettings",
    "b2bCollaborationOutbound",
    "b2bDirectConnectInbound",
    "b2bDirectConnectOutbound",
    "blockServiceProviderOutboundAccess",
    "deletedDateTime",
    "isServiceDefault",
    "m365CollaborationInbound",
    "m365CollaborationOutbound",
    "tenantRestrictions",
];

pub(super) fn read(root: &Place<'_>, design: &mut Design, notes: &mut Notes) -> Result<(), PropertyError> {
    let policy = only(root)?;
    let is_bare_configuration = policy.get(PRIMARY).is_some() || policy.get(FALLBACK).is_some();
    let configuration = if is_bare_configuration {
        policy
    } else {
        notes.leave_rest(&policy, &[CONFIGURATION, access::INBOUND, access::TRUST], KNOWN)?;
        inbound(&policy, design, notes)?;
        let Some(configuration) = policy.get(CONFIGURATION) else {
            notes.notice(&policy.path, format!("`{CONFIGURATION}` is absent; the redemption order stays as it is"));
            return Ok(());
        };
        configuration
    };
    notes.leave_rest(&configuration, &[PRIMARY, FALLBACK], &[])?;
    let order = redemption_order(&configuration, notes)?;

    let names: Vec<&str> = order.primary().iter().copied().map(Into::into).collect();
    let primary = if names.is_empty() { "no primary provider".to_owned() } else { format!("`{}`", names.join("`, `")) };
    let fallback: &str = order.fallback().into();
    notes.taken(&configuration.path, format!("the redemption order: {primary}, then the fallback `{fallback}`"));
    if !design.edition.has_redemption_order() {
        let edition = design.edition.name();
        notes.notice(&configuration.path, format!("the edition {edition} has no redemption order; it is kept, but not used"));
    }
    design.resource_tenant.redemption_order = order;
    Ok(())
}

/// B2B collaboration inbound and trust; what is absent stays as it is.
fn inbound(policy: &Place<'_>, design: &mut Design, notes: &mut Notes) -> Result<(), PropertyError> {
    let tenant = &mut design.resource_tenant;
    if let Some(place) = object_or_null(policy, access::INBOUND)? {
        tenant.inbound = access::settings(&place, &tenant.inbound, notes)?;
        notes.taken(&place.path, format!("B2B collaboration inbound, default: {}", access::said(&tenant.inbound)));
    }
    if let Some(place) = object_or_null(policy, access::TRUST)? {
        tenant.inbound_trust = access::trust(&place, tenant.inbound_trust, notes)?;
        notes.taken(&place.path, format!("inbound trust, default: {}", access::trust_said(tenant.inbound_trust)));
    }
    Ok(())
}

fn redemption_order(configuration: &Place<'_>, notes: &mut Notes) -> Result<RedemptionOrder, PropertyError> {
    let list = configuration.get(PRIMARY).ok_or_else(|| configuration.missing(PRIMARY))?;
    let mut primary = Vec::new();
    for place in list.items()? {
        let provider = primary_provider(&place, notes)?;
        if primary.contains(&provider) {
            let name: &str = provider.into();
            return Err(place.error(format!("`{name}` is listed twice; each provider may appear once")));
        }
        primary.push(provider);
    }
    for provider in PrimaryProvider::iter().filter(|provider| !primary.contains(provider)) {
        let name: &str = provider.into();
        notes.notice(&list.path, format!("`{name}` is not listed, so this provider is disabled"));
    }
    let fallback = configuration.get(FALLBACK).ok_or_else(|| configuration.missing(FALLBACK))?;
    if *fallback.tree == Tree::Null {
        let known: Vec<&str> = FallbackProvider::iter().map(Into::into).collect();
        return Err(fallback.error(format!("a fallback is always set; write {}", words(&known))));
    }
    let fallback = notes.word(&fallback)?;
    RedemptionOrder::new(primary, fallback).map_err(|error| list.error(error.to_string()))
}

fn primary_provider(place: &Place<'_>, notes: &mut Notes) -> Result<PrimaryProvider, PropertyError> {
    if let Some(fallback) = find_word::<FallbackProvider>(place.text()?) {
        let name: &str = fallback.into();
        return Err(
            place.error(format!("`{name}` is a fallback; it stands in `{FALLBACK}`, not in the list of primary providers"))
        );
    }
    notes.word(place)
}
