//! The run on paper, four parts: configuration and outcome, the flow with its legend, the storyboard, reasons and sources. Or a document in its
//! place.
//!
//! Laid out only while it is printed or looked at, from the same run as everything else. Each part is in a file of its own; the look is
//! in `style/print.css`.

mod ladder;
mod pack;
mod pages;
mod reasons;
mod setting;

use leptos::prelude::*;
use redemption_engine::guest::Guest;
use redemption_engine::trace::{Place, Run};
use redemption_engine::workspace::Workspace;

use crate::state::{App, Paper};
use crate::words;

/// What is printed.
struct Subject<'a> {
    workspace: &'a Workspace,
    guest: &'a Guest,
    /// The guest's position in the workspace.
    at: usize,
    run: &'a Run,
    /// The steps, as the page counts them.
    shown: &'a [Place],
    /// The cursor.
    here: Place,
}

impl Subject<'_> {
    /// The number of a step, as the transport counts.
    fn number(&self, place: Place) -> usize {
        self.shown.iter().rposition(|other| *other <= place).map_or(1, |at| at + 1)
    }

    /// The numbers of the steps from one to another: `4` or `4–7`.
    fn numbers(&self, first: Place, last: Place) -> String {
        let (first, last) = (self.number(first), self.number(last));
        if first == last { first.to_string() } else { format!("{first}–{last}") }
    }
}

/// The sheets, with a bar over them that is not printed.
#[component]
pub fn Sheets() -> impl IntoView {
    let app = App::expect();
    let previewed = move || app.paper.get() == Paper::Preview;
    let sheets = move || {
        if let Some(parts) = app.sheet.get() {
            return sheet("pack", pack::pack(&parts));
        }
        let (here, shown) = (app.place(), app.shown_places());
        app.session.with(|session| {
            app.run.with(|run| match (run, session.guest()) {
                (Some(run), Some(guest)) => {
                    let (workspace, at) = (session.workspace(), session.view().guest);
                    drawn(&Subject { workspace, guest, at, run, shown: &shown, here })
                }
                _ => view! { <p class="empty">{words::show::no_guest_in_scenario_nothing()}</p> }.into_any(),
            })
        })
    };
    view! {
        <main class="paper" id="paper" tabindex="-1" aria-label=words::common::print_preview()>
            <Show when=previewed>
                <div class="paper__bar">
                    <p class="paper__says">{words::common::print_preview()}</p>
                    <button class="button button--primary" type="button" on:click=move |_| app.print()>{words::common::print()}</button>
                    <button class="button" type="button" title=words::show::key_esc() on:click=move |_| app.preview(false)>{words::common::close()}</button>
                </div>
            </Show>
            {sheets}
        </main>
    }
}

fn drawn(subject: &Subject<'_>) -> AnyView {
    view! {
        {sheet("setting", setting::setting(subject))}
        {sheet("ladder", ladder::ladder(subject))}
        {sheet("pages", pages::pages(subject))}
        {sheet("reasons", reasons::reasons(subject))}
    }
    .into_any()
}

/// A part that begins on a page of its own.
fn sheet(name: &'static str, content: AnyView) -> AnyView {
    view! { <section class="paper__sheet" data-sheet=name aria-labelledby=format!("paper-{name}")>{content}</section> }.into_any()
}
