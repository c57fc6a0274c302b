//! Everything that is questionable in the open scenario, with a way to the setting where it can be mended.
//!
//! What is questionable, and what can be taken out to mend it, is found by the engine; no problem blocks a run.

use leptos::prelude::*;
use redemption_engine::problems::{Problem, Severity};

use super::sources::Sources;
use crate::controls::{Modal, focus_when_drawn, severity_glyph, severity_name};
use crate::state::{App, Dialog};
use crate::words;

/// What has the focus once a problem is taken out.
const LEAD: &str = "problems-lead";

/// The dialog with the problems.
#[component]
pub fn ProblemList() -> impl IntoView {
    view! {
        <Modal kind=Dialog::Problems title=words::about::problems()>
            <List />
        </Modal>
    }
}

#[component]
fn List() -> impl IntoView {
    let app = App::expect();
    let sorted = move || {
        let mut problems = app.all_problems.get();
        problems.sort_by_key(|problem| problem.severity);
        problems
    };
    let items = move || {
        let numbered = sorted().into_iter().enumerate();
        numbered.map(|(number, problem)| view! { <Item number=number problem=problem /> }).collect_view()
    };
    view! {
        <p class="lead" id=LEAD tabindex="-1">{words::about::problems_never_stop_run_show()}</p>
        <Show
            when=move || !app.all_problems.with(Vec::is_empty)
            fallback=|| view! { <p class="nothing">{words::about::nothing_questionable_in_scenario()}</p> }
        >
            <ol class="findings">{items}</ol>
        </Show>
    }
}

#[component]
fn Item(
    /// Its position in the list.
    number: usize,
    /// The problem.
    problem: Problem,
) -> impl IntoView {
    let app = App::expect();
    let card = problem.code.card();
    let word = match problem.severity {
        Severity::Refused => words::about::refused_by_the_portal(),
        Severity::Warning => words::about::warning(),
        Severity::Note => words::common::note(),
    };
    let text = format!("problem-{number}");
    let field = problem.field;
    view! {
        <li class="finding" data-severity=severity_name(problem.severity)>
            <h3 class="finding__title">
                <span class="finding__mark" aria-hidden="true">{severity_glyph(problem.severity)}</span>
                {word}" "<code>{card.id}</code>": "{card.title}
            </h3>
            <p class="finding__text" id=text.clone()>{problem.message}</p>
            <Sources sources=problem.sources />
            <p class="buttons">
                <button class="button" type="button" aria-describedby=text.clone() on:click=move |_| app.focus_field(&field)>
                    {words::about::go_to_the_setting()}
                </button>
                {problem
                    .removal
                    .map(|removal| {
                        let take_out = move |_| {
                            app.edit(&words::about::taken_out(card.title), |workspace| removal.apply(workspace));
                            focus_when_drawn(LEAD.to_owned());
                        };
                        view! {
                            <button class="button" type="button" aria-describedby=text on:click=take_out>{words::about::take_it_out()}</button>
                        }
                    })}
            </p>
        </li>
    }
}
