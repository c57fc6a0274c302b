//! Partners of the cross-tenant access policy: automatic redemption, B2B collaboration inbound, and what is trusted.
//!
//! A partner becomes a home tenant, because that is where a design keeps what is set for it. Source:
//! `crossTenantAccessPolicyConfigurationPartner` (Microsoft Graph).

use std::collections::BTreeSet;

use super::access;
use super::entries::{Entries, Scope, entries, object_or_null};
use super::note::Notes;
use crate::design::{Design, HomeTenant, Partner};
use crate::document::PropertyError;
use crate::document::caps::longest_list;
use crate::document::place::{Place, shorten};
use crate::document::tree::Tree;

const CONSENT: &str = "automaticUserConsentSettings";
const INBOUND: &str = "inboundAllowed";
const OUTBOUND: &str = "outboundAllowed";
const REDEMPTION: &str = "invitationRedemptionIdentityProviderConfiguration";

const KNOWN: &[&str] = &[
    "appServiceConnectInbound",
    "b2bCollaborationOutbound",
    "b2bDirectConnectInbound",
    "b2bDirectConnectOutbound",
    "blockServiceProviderOutboundAccess",
    "deletedDateTime",
    "identitySynchronization",
    "isInMultiTenantOrganization",
    "isServiceProvider",
    "m365CollaborationInbound",
    "m365CollaborationOutbound",
    "tenantRestrictions",
];

pub(super) fn read(root: &Place<'_>, design: &mut Design, notes: &mut Notes) -> Result<(), PropertyError> {
    let Entries { list, scope, path } = entries(root)?;
    let mut listed = BTreeSet::new();
    for entry in &list {
        notes.leave_rest(entry, &["tenantId", CONSENT, REDEMPTION, access::INBOUND, access::TRUST], KNOWN)?;
        let place = entry.get("tenantId").ok_or_else(|| entry.missing("tenantId"))?;
        let tenant_id = notes.trimmed(&place)?;
        if !is_guid(tenant_id) {
            let id = shorten(tenant_id);
            return Err(place.error(format!("`{id}` is not a tenant id such as `3d0f5dec-5d3d-455c-8016-e2af1ae4d31a`")));
        }
        if !listed.insert(tenant_id.to_ascii_lowercase()) {
            return Err(place.error(format!("the tenant `{tenant_id}` is listed twice")));
        }
        if let Some(place) = entry.get(REDEMPTION) {
            notes.ignored(&place.path, "a partner has no redemption order; it is set in the default settings".to_owned());
        }
        let inbound = inbound(entry, notes)?;
        add_unless_known(tenant_id, &place.path, design, notes);
        for tenant in &mut design.home_tenants {
            if tenant.tenant_id.trim().eq_ignore_ascii_case(tenant_id) {
                tenant.partner.added = true;
                apply(inbound, tenant, &entry.path, notes);
                own_settings(entry, tenant, notes)?;
            }
        }
    }
    match scope {
        Scope::One => {}
        Scope::WholeList => reset_others(&listed, &path, design, notes),
        Scope::Page => {
            notes.notice(&path, "the list goes on at `@odata.nextLink`; partners that it does not name stay".to_owned())
        }
    }
    let inbound_is_used = design.home_tenants.iter().any(|tenant| tenant.partner.inbound_automatic_redemption.is_some());
    if inbound_is_used && !design.edition.has_automatic_redemption() {
        let edition = design.edition.name();
        notes.notice(&path, format!("the edition {edition} has no automatic redemption; the settings are kept, but not used"));
    }
    let (tenants, most) = (design.home_tenants.len(), longest_list("homeTenants"));
    if tenants > most {
        let problem = format!("with these the design has {tenants} home tenants; at most {most} are read");
        return Err(PropertyError { path, problem });
    }
    Ok(())
}

/// What a partner says about inbound automatic redemption: nothing, or a value that may be inherited.
fn inbound(entry: &Place<'_>, notes: &mut Notes) -> Result<Option<Option<bool>>, PropertyError> {
    let Some(settings) = object_or_null(entry, CONSENT)? else {
        return Ok(entry.get(CONSENT).map(|_| None));
    };
    notes.leave_rest(&settings, &[INBOUND, OUTBOUND], &[])?;
    if let Some(outbound) = settings.get(OUTBOUND)
        && *outbound.tree != Tree::Null
    {
        notes.ignored(&outbound.path, "it concerns the resource tenant's own users as guests elsewhere".to_owned());
    }
    match settings.get(INBOUND) {
        None => Ok(None),
        Some(place) if *place.tree == Tree::Null => Ok(Some(None)),
        Some(place) => Ok(Some(Some(place.flag()?))),
    }
}

fn add_unless_known(tenant_id: &str, path: &str, design: &mut Design, notes: &mut Notes) {
    if design.home_tenants.iter().any(|tenant| tenant.tenant_id.trim().eq_ignore_ascii_case(tenant_id)) {
        return;
    }
    let first_group = tenant_id.split('-').next().unwrap_or_default().to_ascii_lowercase();
    let display_name = format!("Tenant {first_group}");
    notes.notice(path, format!("no home tenant has this id, so `{display_name}` was added: managed, without domains and users"));
    design.home_tenants.push(HomeTenant::managed(tenant_id, display_name, Vec::new()));
}

fn apply(inbound: Option<Option<bool>>, tenant: &mut HomeTenant, path: &str, notes: &mut Notes) {
    let name = shorten(&tenant.display_name);
    let Some(inbound) = inbound else {
        notes.notice(path, format!("`{name}`: `{CONSENT}.{INBOUND}` is absent, so automatic redemption stays as it is"));
        return;
    };
    tenant.partner.inbound_automatic_redemption = inbound;
    let state = match inbound {
        Some(true) => "on",
        Some(false) => "off",
        None => "inherited from the default, which is off",
    };
    notes.taken(path, format!("`{name}`: inbound automatic redemption is {state}"));
}

/// B2B collaboration inbound and trust of a partner: `null` inherits, and what is absent stays as it is.
fn own_settings(entry: &Place<'_>, tenant: &mut HomeTenant, notes: &mut Notes) -> Result<(), PropertyError> {
    let name = shorten(&tenant.display_name);
    if let Some(place) = entry.get(access::INBOUND) {
        let before = tenant.partner.inbound.clone().unwrap_or_default();
        let own = object_or_null(entry, access::INBOUND)?;
        tenant.partner.inbound = own.map(|own| access::settings(&own, &before, notes)).transpose()?;
        let said = tenant.partner.inbound.as_ref().map_or_else(|| "as in the default settings".to_owned(), access::said);
        notes.taken(&place.path, format!("`{name}`: B2B collaboration inbound: {said}"));
    }
    if let Some(place) = entry.get(access::TRUST) {
        let own = object_or_null(entry, access::TRUST)?;
        let before = tenant.partner.inbound_trust.unwrap_or_default();
        tenant.partner.inbound_trust = own.map(|own| access::trust(&own, before, notes)).transpose()?;
        let said = tenant.partner.inbound_trust.map_or_else(|| "as in the default settings".to_owned(), access::trust_said);
        notes.taken(&place.path, format!("`{name}`: inbound trust: {said}"));
    }
    Ok(())
}

/// A list replaces what it lists: a tenant that it does not name has no partner settings.
fn reset_others(listed: &BTreeSet<String>, path: &str, design: &mut Design, notes: &mut Notes) {
    for tenant in &mut design.home_tenants {
        if !listed.contains(&tenant.tenant_id.trim().to_ascii_lowercase()) && tenant.partner != Partner::default() {
            tenant.partner = Partner::default();
            let name = shorten(&tenant.display_name);
            notes.notice(path, format!("`{name}` is not in the list, so its partner settings were removed"));
        }
    }
}

/// Groups of 8, 4, 4, 4 and 12 hexadecimal digits.
pub(super) fn is_guid(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    groups.iter().map(|group| group.len()).eq([8, 4, 4, 4, 12])
        && groups.iter().all(|group| group.chars().all(|c| c.is_ascii_hexdigit()))
}
