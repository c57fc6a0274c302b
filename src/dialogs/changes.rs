//! Differences between two scenarios as a list.
//!
//! What differs is found and worded by the engine.

use leptos::prelude::*;
use redemption_engine::difference::Difference;

use crate::words;

/// How many differences are shown before the rest is folded.
const SHOWN: usize = 4;

/// Differences as a list; what is beyond a few is folded.
#[component]
pub(super) fn Changes(
    /// The differences.
    changes: Vec<Difference>,
    /// What is said where there are none.
    empty: &'static str,
) -> impl IntoView {
    if changes.is_empty() {
        return view! { <p class="scenario__about">{empty}</p> }.into_any();
    }
    let line = |change: &Difference| view! { <li><strong>{change.subject.clone()}</strong>": "{change.what.clone()}</li> };
    // A single one is not worth folding.
    let at = if changes.len() == SHOWN + 1 { changes.len() } else { SHOWN.min(changes.len()) };
    let (shown, folded) = changes.split_at(at);
    let rest = (!folded.is_empty()).then(|| {
        view! {
            <details>
                <summary>{words::history::more(folded.len())}</summary>
                <ul class="changes">{folded.iter().map(line).collect_view()}</ul>
            </details>
        }
    });
    view! {
        <div>
            <ul class="changes">{shown.iter().map(line).collect_view()}</ul>
            {rest}
        </div>
    }
    .into_any()
}
