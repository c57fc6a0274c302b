//! Why an attempt ended as it did, and what helps, by who can do it.
//!
//! The words are the engine's. Other causes of the same symptom are under *Troubleshoot*, to which a button leads.

use leptos::prelude::*;
use redemption_engine::diagnosis::symptoms_of;
use redemption_engine::flow::Outcome;
use redemption_engine::rules::Rule;
use redemption_engine::wording::{self, Fix, Who};

use crate::later::later;
use crate::state::App;
use crate::words;

/// Everybody who can mend something, the nearest to the guest first.
const WHO: [Who; 3] = [Who::Guest, Who::OurAdmin, Who::PartnerAdmin];

later! {
    /// The cause of an end, and what helps, where the page does not show it at first.
    pub(super) fn help(outcome: Outcome, rule: Option<Rule>) -> AnyView {
        view! { <Help outcome=outcome rule=rule /> }.into_any()
    }
}

/// The cause of an end, and what helps; nothing where nothing is wrong.
#[component]
pub(super) fn Help(
    /// The end.
    outcome: Outcome,
    /// The rule that led there.
    rule: Option<Rule>,
) -> impl IntoView {
    let app = App::expect();
    let fixes = wording::fixes_by(outcome, rule);
    let symptom = symptoms_of(outcome).first().map(|symptom| symptom.id);
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
                {wording::cause_by(outcome, rule)
                    .map(|cause| {
                        view! {
                            <h4>{words::inspect::cause()}</h4>
                            <p>{cause}</p>
                        }
                    })}
                <h4 id="help-what">{words::inspect::what_helps()}</h4>
                <dl class="help__by">{WHO.into_iter().map(by).collect_view()}</dl>
                {symptom
                    .map(|symptom| {
                        view! {
                            <button class="button help__troubleshoot" type="button" aria-haspopup="dialog" on:click=move |_| app.troubleshoot(symptom)>
                                {words::common::troubleshoot()}
                            </button>
                        }
                    })}
            </section>
        }
    })
}
