//! The middle panel: the chapters of the story, the run in one of its views, and the transport that steps through all.
//!
//! They show what the engine's chart and trace hold. The flowchart is drawn as a ladder, one chapter at a time; the other views
//! show the whole run.

mod branches;
mod chapters;
mod glide;
mod ladder;
mod no_guest;
mod outline;
mod sequence;
mod storyboard;
mod timeline;
mod transport;
mod views;

pub(crate) use ladder::{glyph, numbers, ranges, word};
pub(crate) use storyboard::then;

use leptos::prelude::*;
use redemption_engine::chart::{Detail, Unused};
use strum::IntoEnumIterator;
use wasm_bindgen::JsCast;

use crate::commands::{Command, Scope};
use crate::later::{drawn_later, later};
use crate::state::{App, Panel, Projection};
use crate::words;

/// The flow with its heading, level of detail and transport.
#[component]
pub fn FlowPanel() -> impl IntoView {
    let app = App::expect();
    let detail = move |each: Detail| {
        let label = match each {
            Detail::Overview => words::flow::overview(),
            Detail::Steps => words::common::steps(),
            Detail::All => words::flow::every_check(),
        };
        view! {
            <button
                class="button"
                type="button"
                aria-pressed=move || (app.detail.get() == each).to_string()
                on:click=move |_| {
                    Command::Detail(each).run(app);
                }
            >
                {label}
            </button>
        }
    };
    // Where only one panel fits, the cursor has moved while another was shown.
    Effect::new(move |before: Option<()>| {
        if app.panel.get() == Panel::Flow && before.is_some() && app.travel.follows.get_untracked() {
            views::reveal();
        }
    });
    let noted = Memo::new(move |_| {
        let at_steps = app.guest(|guest| !guest.notes.is_empty());
        at_steps || app.with(|workspace| !workspace.note.is_empty())
    });
    view! {
        <section class="panel panel--flow" id="flow" tabindex="-1" aria-labelledby="flow-h" on:keydown=move |event| keys(app, &event)>
            <div class="panel__head">
                <h2 class="flow__title" id="flow-h">{words::flow::redemption_flow()}</h2>
                <div class="flow__detail" role="group" aria-label=words::flow::level_of_detail()>{Detail::iter().map(detail).collect_view()}
                <button
                    class="button"
                    type="button"
                    id="hide-unused"
                    aria-pressed=move || (app.unused.get() == Unused::Hidden).to_string()
                    on:click=move |_| Command::UnusedRows.run(app)
                >
                    {words::flow::hide_unused_rows()}
                </button>
                </div>
                <views::Views />
                <chapters::Chapters />
                <branches::Branches />
                <p class="visually-hidden" id="flow-help">
                    {words::flow::left_and_right_step_through()}
                </p>
            </div>
            <div class="panel__scroll" id="flow-scroll" data-view=move || app.projection.get().name()>
                {move || app.painting.get().then(|| drawn_later(painted))}
                {move || match app.projection.get() {
                    Projection::Flow => view! { <ladder::Ladder /> }.into_any(),
                    Projection::Outline => drawn_later(outline_view),
                    Projection::Storyboard => drawn_later(storyboard_view),
                    Projection::Sequence => drawn_later(sequence_view),
                    Projection::Timeline => drawn_later(timeline_view),
                }}
                {move || (noted.get() && app.projection.get() != Projection::Outline).then(|| drawn_later(notes_on_paper))}
            </div>
            <transport::Transport />
        </section>
    }
}

later! {
    /// What paints the flow.
    fn painted() -> AnyView {
        view! { <crate::dialogs::Painting /> }.into_any()
    }
}

later! {
    /// The run as a list that is also the table.
    fn outline_view() -> AnyView {
        view! { <outline::Outline /> }.into_any()
    }
}

later! {
    /// The notes for the trainer, where no view shows them.
    fn notes_on_paper() -> AnyView {
        view! { <crate::note::Notes on_paper=true /> }.into_any()
    }
}

later! {
    /// The guest's screens in a row.
    fn storyboard_view() -> AnyView {
        view! { <storyboard::Storyboard /> }.into_any()
    }
}

later! {
    /// Who tells whom what.
    fn sequence_view() -> AnyView {
        view! { <sequence::Sequence /> }.into_any()
    }
}

later! {
    /// Screens, record, mails and entries side by side.
    fn timeline_view() -> AnyView {
        view! { <timeline::Timeline /> }.into_any()
    }
}

/// The keys of the flow hold wherever the focus is in it, except in what has these keys itself.
fn keys(app: App, event: &web_sys::KeyboardEvent) {
    let has_own = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok()).is_some_and(|target| {
        let tag = target.tag_name().to_ascii_lowercase();
        matches!(tag.as_str(), "select" | "input" | "textarea")
    });
    if !has_own && Command::by_key(app, event, Scope::Flow) {
        event.prevent_default();
    }
}
