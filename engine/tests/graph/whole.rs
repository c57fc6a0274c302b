//! The whole resource tenant out and in: what Microsoft Graph has a place for comes back as it was, and the rest is listed.

use proptest::prelude::*;
use redemption_engine::design::Design;
use redemption_engine::document::{parse, print};
use redemption_engine::graph::gaps::gaps;
use redemption_engine::graph::read;
use redemption_engine::graph::resources::{bundle, resources};
use redemption_engine::workspace::Workspace;
use serde_json::Value;

use crate::any::any_design;
use crate::back::comes_back;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn what_microsoft_graph_has_a_place_for_comes_back_as_it_was(design in any_design()) {
        comes_back(&design);
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
