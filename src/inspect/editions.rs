//! What the other editions of the documents make of the same check, with the way to switch there.
//!
//! Found by the engine when somebody asks; the code comes with the later module.

use leptos::prelude::*;
use redemption_engine::elsewhere::{Elsewhere, Found, elsewhere};
use redemption_engine::flow::Node;
use redemption_engine::rules::Rule;
use redemption_engine::wording;

use crate::later::{drawn_later, later};
use crate::state::App;
use crate::words;

/// The question, and behind it the answers; nothing at an end or an operation, which ask nothing.
#[component]
pub(super) fn Editions(
    /// The check.
    node: Node,
    /// The rule that it cites in this edition.
    rule: Option<Rule>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    (!matches!(node, Node::End(_) | Node::Operation(_))).then(|| {
        view! {
            <section class="turns">
                <button class="button" type="button" aria-expanded=move || open.get().to_string() on:click=move |_| open.update(|open| *open = !*open)>
                    {words::inspect::what_do_other_editions_say()}
                </button>
                <Show when=move || open.get()>{drawn_later(move || editions(node, rule))}</Show>
            </section>
        }
    })
}

later! {
    /// The check under each of the other editions.
    fn editions(node: Node, rule: Option<Rule>) -> AnyView {
        let app = App::expect();
        let found = app.after_paint(move || {
            let view = app.session.with(|session| session.view());
            app.with(|workspace| {
                let guest = workspace.guests.get(view.guest);
                guest.map(|guest| elsewhere(&workspace.design, guest, view.place.chapter, node)).unwrap_or_default()
            })
        });
        let one = move |other: Elsewhere| {
            let name = wording::edition(other.edition);
            view! {
                <li class="turn" data-edition=other.edition.name()>
                    <p class="turn__what">{format!("{name}: {}", said(node, other.found, rule))}</p>
                    {other.outcome.map(|outcome| view! { <p class="turn__then">{words::inspect::it_ends_with(wording::outcome(outcome))}</p> })}
                    <button class="button" type="button" aria-label=words::inspect::switch_to_the_edition(name) on:click=move |_| app.switch_edition(other.edition)>
                        {words::inspect::switch_to_it()}
                    </button>
                </li>
            }
        };
        view! { <ul class="turns__list">{move || found.get().into_iter().map(one).collect_view()}</ul> }.into_any()
    }
}

fn said(node: Node, found: Found, here: Option<Rule>) -> String {
    let by = |rule: Rule| {
        let same = if here == Some(rule) { words::inspect::the_same_rule() } else { words::inspect::the_rule() };
        words::inspect::by_rule(same, rule.card().id)
    };
    match found {
        Found::Answers(answer, rule) => format!("“{}”, {}", wording::answer(node, answer), by(rule)),
        Found::Waits(rule) => words::inspect::a_person_decides(by(rule)),
        Found::NotAsked => words::inspect::guest_does_not_come_to().to_owned(),
        Found::NotThere => words::inspect::flow_no_such_check().to_owned(),
    }
}
