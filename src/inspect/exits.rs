//! *Other ways this page can end*, below the page: what has no button on the real one, and what the service may find, each with what it
//! leads to.
//!
//! All of it is the engine's answer. What a person can do has a button here; the rest is a matter of settings, accounts and providers.

use leptos::prelude::*;
use redemption_engine::act::Act;
use redemption_engine::page::{OtherWay, Then, other_ways};
use redemption_engine::screen::{Screen, screen_at};
use redemption_engine::trace::{Place, Run};
use redemption_engine::wording;

use super::screen::act_button;
use crate::state::{App, design_at};
use crate::words;

/// The other ways of the page at the cursor, in words.
#[derive(Clone, Default, PartialEq)]
struct Ways {
    acts: Vec<(Act, String, String)>,
    answers: Vec<(String, &'static str)>,
    chosen: Option<Act>,
}

/// The other ways in which the page at the cursor can end.
#[component]
pub(super) fn OtherWays() -> impl IntoView {
    let app = App::expect();
    let ways = app.after_paint(move || {
        app.run.with(|run| {
            app.session.with(|session| {
                let (run, guest, place) = (run?, session.guest()?, session.view().place);
                let design = &session.workspace().design;
                let resource = &design_at(run, place, design).resource_tenant;
                let screen = screen_at(run, place);
                let mut ways = Ways { chosen: chosen(run, place), ..Ways::default() };
                for way in other_ways(design, guest, run, place) {
                    match way {
                        OtherWay::Act { prompt, act, then } => {
                            ways.acts.push((act, wording::act_in(resource, prompt, act), effect(then, screen)));
                        }
                        OtherWay::Answer { node, answer, outcome } => {
                            let found = format!("{} {}", wording::question(node), wording::answer(node, answer));
                            ways.answers.push((found, wording::outcome(outcome)));
                        }
                    }
                }
                Some(ways)
            })
        })
    });
    move || {
        let Ways { acts, answers, chosen } = ways.get().unwrap_or_default();
        (!acts.is_empty() || !answers.is_empty()).then(|| {
            let number = answers.len();
            view! {
                <section class="ways" aria-labelledby="ways-h">
                    <h3 id="ways-h">{words::inspect::other_ways_page_can_end()}</h3>
                    {(!acts.is_empty())
                        .then(|| {
                            let one = |(act, label, then): (Act, String, String)| {
                                view! {
                                    <li>
                                        {act_button(app, label, act, chosen, false)}
                                        <span class="ways__then">{then}</span>
                                    </li>
                                }
                            };
                            view! { <ul class="ways__list">{acts.into_iter().map(one).collect_view()}</ul> }
                        })}
                    {(number > 0)
                        .then(|| {
                            let one = |(found, outcome): (String, &'static str)| {
                                view! { <li>{found}<span class="ways__then">{ends(outcome)}</span></li> }
                            };
                            view! {
                                <details class="ways__more">
                                    <summary>{words::inspect::service_or_provider_finds(number)}</summary>
                                    <ul class="ways__list">{answers.into_iter().map(one).collect_view()}</ul>
                                </details>
                            }
                        })}
                </section>
            }
        })
    }
}

fn chosen(run: &Run, place: Place) -> Option<Act> {
    run.step(place)?.cause.choice.map(|choice| choice.act)
}

fn effect(then: Then, here: Option<Screen>) -> String {
    match then {
        Then::Ends(outcome) => ends(wording::outcome(outcome)),
        Then::Asked(screen, prompt) if Some(screen) == here => wording::prompt(prompt).to_owned(),
        Then::Asked(screen, _) => words::inspect::leads_to(wording::screen(screen)),
    }
}

fn ends(outcome: &str) -> String {
    words::inspect::ends_with(outcome)
}
