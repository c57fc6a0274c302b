//! The whole resource tenant out and in: what Microsoft Graph has a place for comes back as it was, and the rest is listed.

use proptest::prelude::*;
use redemption_engine::design::{Design, GrantControl, GrantOperator, Partner, ResourceTenant, RestrictionKind};
use redemption_engine::document::{parse, print};
use redemption_engine::graph::gaps::{Gap, gaps};
use redemption_engine::graph::resources::{bundle, resources};
use redemption_engine::graph::{Pasted, read, read_any};
use redemption_engine::workspace::Workspace;
use serde_json::Value;
use strum::IntoEnumIterator;

use crate::any::any_design;

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

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn what_microsoft_graph_has_a_place_for_comes_back_as_it_was(design in any_design()) {
        let read = read_back(&design);
        prop_assert_eq!(with_a_place(&read.resource_tenant), with_a_place(&design.resource_tenant));
        prop_assert_eq!(partners(&read), partners(&design));
        // What came back has nothing that is left out, and is written as it was.
        let left: Vec<Gap> = gaps(&read).into_iter().filter(|gap| !gap.setting.starts_with("Home tenants")).collect();
        prop_assert_eq!(left, Vec::new());
        prop_assert_eq!(bundle(&resources(&read)), bundle(&resources(&design)));
    }

    #[test]
    fn a_setting_is_written_or_listed_as_left_out(design in any_design()) {
        let new = Design::default();
        let Value::Object(set) = serde_json::to_value(&design.resource_tenant).unwrap() else { panic!("an object") };
        for (name, value) in set {
            let Value::Object(mut tenant) = serde_json::to_value(&new.resource_tenant).unwrap() else { panic!("an object") };
            tenant.insert(name.clone(), value);
            let changed = Design { resource_tenant: serde_json::from_value(Value::Object(tenant)).unwrap(), ..new.clone() };
            let is_written = bundle(&resources(&changed)) != bundle(&resources(&new));
            let is_listed = gaps(&changed) != gaps(&new);
            prop_assert!(changed == new || is_written || is_listed, "{} is lost", name);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn any_value_in_any_place_of_a_tenant_is_read_or_refused(
        design in any_design(),
        place in any::<prop::sample::Index>(),
        value in prop::sample::select(vec!["null", "0", "-1.5", "true", "\"\"", "\"x\"", "[]", "{}", "[null]", "[[]]", "{\"id\": 0}"]),
    ) {
        for resource in resources(&design) {
            let mut tree: Value = serde_json::from_str(&resource.json()).unwrap();
            let pointers = crate::laws::pointers(&tree);
            let pointer: &String = place.get(&pointers);
            *tree.pointer_mut(pointer).unwrap() = serde_json::from_str(value).unwrap();
            // Whatever comes of it, an error speaks and a result can be written down and opened again.
            match read(tree.to_string().as_bytes(), &Design::default()) {
                Ok(import) => {
                    let workspaces = vec![Workspace::new("", import.design, import.guests)];
                    prop_assert_eq!(parse(print(&workspaces).as_bytes()).unwrap(), workspaces);
                }
                Err(error) => prop_assert!(!error.to_string().is_empty()),
            }
        }
    }
}

#[test]
fn a_setting_that_nobody_has_touched_is_not_listed_as_left_out() {
    assert_eq!(gaps(&Design::default()), []);
}
