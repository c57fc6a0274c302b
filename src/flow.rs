//! The middle panel: the chapters of the story, the run in one of its views, and the transport that steps through all.
//!
//! They show what the engine's chart and trace hold. The flowchart is drawn as a ladder, one chapter at a time; the other views
//! show the whole run.

mod chapters;
mod ladder;
mod outline;
mod sequence;
mod storyboard;
mod timeline;
mod transport;
mod views;

use leptos::prelude::*;
use redemption_engine::chart::Detail;
use strum::IntoEnumIterator;

use crate::later::{drawn_later, later};
use crate::state::{App, Projection, describe};

/// The flow with its heading, level of detail and transport.
#[component]
pub fn FlowPanel() -> impl IntoView {
    let app = App::expect();
    let detail = move |each: Detail| {
        let label = match each {
            Detail::Path => "Path only",
            Detail::Steps => "Steps",
            Detail::All => "Every check",
        };
        view! {
            <button
                class="button"
                type="button"
                aria-pressed=move || (app.detail.get() == each).to_string()
                on:click=move |_| {
                    app.detail.set(each);
                    app.go_on_to_a_row();
                }
            >
                {label}
            </button>
        }
    };
    view! {
        <section class="panel panel--flow" id="flow" tabindex="-1" aria-labelledby="flow-h" on:keydown=move |event| keys(app, &event)>
            <div class="panel__head">
                <h2 id="flow-h">"Redemption flow"</h2>
                <div class="flow__detail" role="group" aria-label="Level of detail">{Detail::iter().map(detail).collect_view()}</div>
                <views::Views />
                <chapters::Chapters />
                <p class="visually-hidden" id="flow-help">
                    "Left and Right step through time, Home and End go to the first and last step, Up and Down move between checks, Enter shows why."
                </p>
            </div>
            <div class="panel__scroll" id="flow-scroll" data-view=move || app.projection.get().name()>
                {move || match app.projection.get() {
                    Projection::Flow => view! { <ladder::Ladder /> }.into_any(),
                    Projection::Outline => drawn_later(outline_view),
                    Projection::Storyboard => drawn_later(storyboard_view),
                    Projection::Sequence => drawn_later(sequence_view),
                    Projection::Timeline => drawn_later(timeline_view),
                }}
            </div>
            <transport::Transport />
        </section>
    }
}

later! {
    /// The run as a list that is also the table.
    fn outline_view() -> AnyView {
        view! { <outline::Outline /> }.into_any()
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

/// Left, Right, Home and End step through time wherever the focus is in the flow, except on the slider, which has them itself.
fn keys(app: App, event: &web_sys::KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key() {
        return;
    }
    match event.key().as_str() {
        "ArrowRight" => app.step(1),
        "ArrowLeft" => app.step(-1),
        "Home" => app.step(isize::MIN),
        "End" => app.step(isize::MAX),
        _ => return,
    }
    event.prevent_default();
}

/// The present place in a sentence.
fn here(app: App) -> String {
    let place = app.place();
    let places = app.shown_places();
    app.run.with(|run| run.map(|run| describe(run, &places, place)).unwrap_or_default())
}
