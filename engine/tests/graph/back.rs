//! The law of the way out and in: what Microsoft Graph has a place for comes back as it was.
//!
//! Held natively in `whole.rs` and in a browser in `tests/web.rs`, for the designs of `any.rs`.

use redemption_engine::design::{Design, GrantControl, GrantOperator, Partner, ResourceTenant, RestrictionKind};
use redemption_engine::graph::gaps::{Gap, gaps};
use redemption_engine::graph::resources::{bundle, resources};
use redemption_engine::graph::{Pasted, read_any};
use redemption_engine::workspace::Workspace;
use strum::IntoEnumIterator;

/// Asserts that a design comes back, and is written as it was.
pub(crate) fn comes_back(design: &Design) {
    let read = read_back(design);
    assert_eq!(with_a_place(&read.resource_tenant), with_a_place(&design.resource_tenant));
    assert_eq!(partners(&read), partners(design));
    // What came back has nothing that is left out.
    let left: Vec<Gap> = gaps(&read).into_iter().filter(|gap| !gap.setting.starts_with("Home tenants")).collect();
    assert_eq!(left, Vec::new());
    let written = bundle(&resources(design));
    assert_eq!(bundle(&resources(&read)), written);
}

/// The design that is read back from what is written of it, into a new tenant.
fn read_back(design: &Design) -> Design {
    let text = bundle(&resources(design));
    let Pasted::Graph(paste) = read_any(text.as_bytes()).unwrap() else { panic!("{text}") };
    let (workspace, readings) = paste.read(&Workspace::new("", Design::default(), Vec::new()), |_| true);
    for reading in readings {
        assert!(reading.result.is_ok(), "{:?}: {:?}", reading.kind, reading.result);
    }
    workspace.design
}

/// What has a place in Microsoft Graph, written in one way.
fn with_a_place(tenant: &ResourceTenant) -> ResourceTenant {
    let new = ResourceTenant::default();
    let mut tenant = tenant.clone();
    tenant.google_client_invalid = new.google_client_invalid;
    tenant.invite_redirect_url = new.invite_redirect_url;
    tenant.notification_language = new.notification_language;
    tenant.application.permissions = new.application.permissions;
    tenant.federations.retain(|federation| !federation.inactive);
    for federation in &mut tenant.federations {
        (federation.is_entra_tenant, federation.dns_record_published) = (false, false);
    }
    let restrictions = &mut tenant.collaboration_restrictions;
    if restrictions.kind == RestrictionKind::AnyDomain || restrictions.domains.is_empty() {
        *restrictions = new.collaboration_restrictions;
    }
    for policy in &mut tenant.conditional_access {
        let order = |control: &GrantControl| GrantControl::iter().position(|known| known == *control);
        policy.grant_controls.sort_by_key(order);
        if policy.grant_controls.is_empty() && policy.terms_of_use.is_empty() {
            policy.operator = GrantOperator::default();
        }
    }
    tenant
}

/// The partners by their ids; one for which something is set has been added.
fn partners(design: &Design) -> Vec<(String, Partner)> {
    let set = design.home_tenants.iter().filter(|home| home.partner != Partner::default());
    set.map(|home| (home.tenant_id.clone(), Partner { added: true, ..home.partner.clone() })).collect()
}
