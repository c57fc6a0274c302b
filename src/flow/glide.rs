//! The providers that another redemption order puts elsewhere glide to their places, unless motion is reduced.
//!
//! What is around them moves at once: each row that glides costs the frame another look at the styles.
//! An effect for the eye only: focus, order and announcements do not wait for it.

use js_sys::{Array, Function, Object, Reflect};
use leptos::prelude::*;
use redemption_engine::flow::Node;
use wasm_bindgen::{JsCast, JsValue};

/// How long a row is on its way, in milliseconds.
const GLIDE: f64 = 240.0;

/// Lets the rows glide when the order of the providers changes; `element` gives the id of a row's element.
pub(super) fn glide(nodes: Memo<Vec<Node>>, element: fn(Node) -> String) {
    let before = StoredValue::new(Vec::<(Node, f64)>::new());
    Effect::new(move |_| {
        let now = providers(&nodes.get());
        request_animation_frame(move || {
            let tops: Vec<(Node, f64)> = now.iter().filter_map(|node| Some((*node, top(&element(*node))?))).collect();
            let old = before.get_value();
            before.set_value(tops.clone());
            if !are_reordered(&placed(&old), &placed(&tops)) || is_reduced() {
                return;
            }
            for (node, top) in &tops {
                let was = old.iter().find(|(other, _)| other == node).map(|(_, top)| *top);
                if let Some(was) = was.filter(|was| (was - top).abs() > 1.0) {
                    move_from(&element(*node), was - top);
                }
            }
        });
    });
}

/// The primary providers in their order.
fn providers(nodes: &[Node]) -> Vec<Node> {
    nodes.iter().copied().filter(|node| matches!(node, Node::Primary(_))).collect()
}

/// The nodes whose places are known.
fn placed(rows: &[(Node, f64)]) -> Vec<Node> {
    rows.iter().map(|(node, _)| *node).collect()
}

/// Whether these are the same in another order: another level of detail moves nothing.
fn are_reordered(before: &[Node], after: &[Node]) -> bool {
    before != after && before.len() == after.len() && after.iter().all(|node| before.contains(node))
}

fn is_reduced() -> bool {
    window().match_media("(prefers-reduced-motion: reduce)").ok().flatten().is_none_or(|query| query.matches())
}

/// How far down in the ladder an element stands.
fn top(id: &str) -> Option<f64> {
    let element = document().get_element_by_id(id)?;
    let ladder = element.closest(".ladder").ok().flatten()?;
    Some(element.get_bounding_client_rect().top() - ladder.get_bounding_client_rect().top())
}

fn move_from(id: &str, by: f64) {
    let Some(row) = document().get_element_by_id(id).and_then(|element| element.closest(".ladder__row").ok().flatten()) else {
        return;
    };
    let frame = |transform: String| {
        let frame = Object::new();
        // A new object takes every property.
        drop(Reflect::set(&frame, &JsValue::from_str("transform"), &JsValue::from_str(&transform)));
        frame
    };
    let frames = Array::of2(&frame(format!("translateY({by}px)")), &frame("none".to_owned()));
    // The bindings have `Element.animate` among what may still change; a browser without it moves the row at once.
    if let Some(animate) =
        Reflect::get(&row, &JsValue::from_str("animate")).ok().and_then(|found| found.dyn_into::<Function>().ok())
    {
        drop(animate.call2(&row, &frames, &JsValue::from_f64(GLIDE)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use redemption_engine::design::PrimaryProvider::{AzureActiveDirectory, ExternalFederation, SocialIdentityProviders};

    #[test]
    fn rows_glide_when_the_same_providers_stand_in_another_order() {
        let [entra, federation, social] = [AzureActiveDirectory, ExternalFederation, SocialIdentityProviders].map(Node::Primary);
        assert!(are_reordered(&[entra, federation, social], &[federation, entra, social]));
        assert!(!are_reordered(&[entra, federation], &[entra, federation]));
        assert!(!are_reordered(&[entra, federation], &[entra, federation, social]));
        assert!(!are_reordered(&[], &[entra]));
    }
}
