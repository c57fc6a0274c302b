//! Why an attempt ended as it did, and what helps, by who can do it.
//!
//! The words are the engine's. More causes of the same symptom are under *Troubleshoot*.

use leptos::prelude::*;
use redemption_engine::flow::Outcome;
use redemption_engine::wording::{self, Fix, Who};

/// Everybody who can mend something, the nearest to the guest first.
const WHO: [Who; 3] = [Who::Guest, Who::OurAdmin, Who::PartnerAdmin];

/// The cause of an end, and what helps; nothing where nothing is wrong.
#[component]
pub(super) fn Help(
    /// The end.
    outcome: Outcome,
) -> impl IntoView {
    let fixes = wording::fixes(outcome);
    let by = |who: Who| {
        let steps: Vec<&Fix> = fixes.iter().filter(|fix| fix.who == who).collect();
        (!steps.is_empty()).then(|| {
            view! {
                <dt>{wording::who(who)}</dt>
                <dd>
                    <ul class="why__list">{steps.into_iter().map(|fix| view! { <li>{fix.text}</li> }).collect_view()}</ul>
                </dd>
            }
        })
    };
    (!fixes.is_empty()).then(|| {
        view! {
            <section class="help" aria-labelledby="help-what">
                {wording::cause(outcome)
                    .map(|cause| {
                        view! {
                            <h4>"Cause"</h4>
                            <p>{cause}</p>
                        }
                    })}
                <h4 id="help-what">"What helps"</h4>
                <dl class="help__by">{WHO.into_iter().map(by).collect_view()}</dl>
            </section>
        }
    })
}
