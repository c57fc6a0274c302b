//! The middle panel: the flowchart as a ladder, and the transport that steps through it.
//!
//! Both show what the engine's chart and trace hold.

mod ladder;
mod transport;

use leptos::prelude::*;
use redemption_engine::chart::Detail;
use strum::IntoEnumIterator;

use crate::state::{App, describe};

/// The flow with its heading, level of detail and transport.
#[component]
pub fn FlowPanel() -> impl IntoView {
    let app = App::expect();
    let chapters = Memo::new(move |_| {
        app.run
            .with(|run| run.map(|run| run.chapters.iter().map(|chapter| chapter.way_in).collect::<Vec<_>>()).unwrap_or_default())
    });
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
                on:click=move |_| app.detail.set(each)
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
                <Show when=move || chapters.with(Vec::len).gt(&1)>
                    <Attempts chapters=chapters />
                </Show>
                <p class="visually-hidden" id="flow-help">
                    "Left and Right step through time, Home and End go to the first and last step, Up and Down move between checks, Enter shows why."
                </p>
            </div>
            <div class="panel__scroll" id="flow-scroll">
                <ladder::Ladder />
            </div>
            <transport::Transport />
        </section>
    }
}

/// Chooses between the attempts of a guest who came more than once.
#[component]
fn Attempts(
    /// The way in of each attempt.
    chapters: Memo<Vec<redemption_engine::guest::WayIn>>,
) -> impl IntoView {
    let app = App::expect();
    let attempt = move |(chapter, way): (usize, redemption_engine::guest::WayIn)| {
        view! {
            <button
                class="button"
                type="button"
                title=redemption_engine::wording::way_in(way)
                aria-pressed=move || (app.place().chapter == chapter).to_string()
                on:click=move |_| app.go(redemption_engine::trace::Place { chapter, step: 0 })
            >
                {format!("Attempt {}", chapter + 1)}
            </button>
        }
    };
    view! {
        <div class="flow__attempts" role="group" aria-label="Attempts">
            {move || chapters.get().into_iter().enumerate().map(attempt).collect_view()}
        </div>
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
    app.run.with(|run| run.map(|run| describe(run, place)).unwrap_or_default())
}
