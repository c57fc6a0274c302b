//! What decisions look at and what moves change, typed by hand: the parts of a trace that the conformance cases do not read.
//!
//! Which answer a node finds is a matter of the cases in `tests/cases`.

mod effects;
mod facts;
mod story;

use serde_json::json;

use super::replay;
use crate::flow::Node;
use crate::trace::{Effect, Run};
use crate::workspace::Workspace;

/// The run of the first guest of such a workspace, in which the whole story fits.
fn run(design: serde_json::Value, guest: serde_json::Value) -> Run {
    let workspace = workspace(design, guest);
    let guest = &workspace.guests[0];
    let run = replay(&workspace.design, guest, &guest.story);
    assert_eq!(run.refused, None, "the story fits");
    run
}

/// A workspace whose design and first guest have these properties besides the usual ones.
fn workspace(design: serde_json::Value, guest: serde_json::Value) -> Workspace {
    let mut workspace = json!({
        "name": "Test",
        "design": {
            "edition": "2024-03",
            "resourceTenant": {"displayName": "Woodgrove", "initialDomain": "woodgrove.onmicrosoft.com"},
            "homeTenants": [{
                "tenantId": "3d0f5dec-5d3d-455c-8016-e2af1ae4d31a",
                "displayName": "Adatum",
                "verifiedDomains": ["adatum.example"],
                "users": [{"userPrincipalName": "nina@adatum.example"}],
            }],
        },
        "guests": [{
            "displayName": "Nina",
            "invitedEmail": "nina@adatum.example",
            "person": {"workAccount": "nina@adatum.example"},
        }],
    });
    merge(&mut workspace["design"], design);
    merge(&mut workspace["guests"][0], guest);
    serde_json::from_value(workspace).unwrap()
}

/// Properties of objects take the place of those of the same name; everything else is replaced as a whole.
fn merge(into: &mut serde_json::Value, from: serde_json::Value) {
    match (into, from) {
        (serde_json::Value::Object(into), serde_json::Value::Object(from)) => {
            for (key, value) in from {
                merge(into.entry(key).or_insert(serde_json::Value::Null), value);
            }
        }
        (into, from) => *into = from,
    }
}

/// The effects of a whole run.
fn effects(run: &Run) -> Vec<Effect> {
    run.chapters.iter().flat_map(|chapter| &chapter.steps).flat_map(|step| step.effects.clone()).collect()
}

/// What the last decision at a node looked at, as `what = value`.
fn facts(run: &Run, node: Node) -> Vec<String> {
    let mut steps = run.chapters.iter().flat_map(|chapter| &chapter.steps).filter(|step| step.edge.from() == node);
    let step = steps.next_back().unwrap_or_else(|| panic!("{} was not asked", node.id()));
    step.facts.iter().map(|fact| format!("{:?} = {}", fact.what, fact.value)).collect()
}
