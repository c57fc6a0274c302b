//! The ticks under the slider: one for each stop, with a shape for what it is.
//!
//! They are a picture; the slider says in words where it stands.

use leptos::prelude::*;
use redemption_engine::flow::{Node, OutcomeKind};
use redemption_engine::session::prompt_at;
use redemption_engine::trace::{Place, Run};

use crate::state::{App, named_node};

/// A tick.
#[derive(Clone, PartialEq)]
struct Tick {
    /// What it is, in markup.
    kind: &'static str,
    /// The tick's outline around the middle of its top.
    outline: &'static str,
    /// Whether playing pauses there.
    pauses: bool,
    /// What the pointer shows.
    name: String,
}

impl Tick {
    fn of(run: &Run, number: usize, place: Place, pauses: bool) -> Self {
        let (node, name) = named_node(run, place).unzip();
        let (kind, outline) = match node {
            Some(Node::End(outcome)) => match outcome.kind() {
                OutcomeKind::Error | OutcomeKind::DeadEnd => ("stops", "M-3.5 1h7v7h-7z"),
                OutcomeKind::In | OutcomeKind::Done => ("end", "M-2 0h4v9h-4z"),
                OutcomeKind::Left => {
                    ("left", "M-3.5 1.5L-1.5 -0.5L0 1L1.5 -0.5L3.5 1.5L1.5 4L3.5 6.5L1.5 8.5L0 7L-1.5 8.5L-3.5 6.5L-1.5 4z")
                }
            },
            _ if prompt_at(run, place).is_some() => ("decides", "M0 0.5L4 4.5L0 8.5L-4 4.5z"),
            _ => ("step", "M-0.75 1h1.5v5h-1.5z"),
        };
        Self { kind, outline, pauses, name: format!("{number}: {}", name.unwrap_or_default()) }
    }
}

/// All ticks.
#[component]
pub(super) fn Ticks(
    /// Where stepping stops.
    stops: Memo<Vec<Place>>,
) -> impl IntoView {
    let app = App::expect();
    let ticks = app.after_paint(move || {
        app.run.with(|run| {
            let Some(run) = run else { return Vec::new() };
            stops.with(|stops| {
                let tick = |(position, place): (usize, &Place)| {
                    let pauses = run.node(*place).is_some_and(|node| app.travel.pauses_at(node));
                    Tick::of(run, position + 1, *place, pauses)
                };
                stops.iter().enumerate().map(tick).collect()
            })
        })
    });
    view! {
        <svg class="transport__ticks" aria-hidden="true" focusable="false">
            {move || {
                let ticks = ticks.get();
                let last = ticks.len().saturating_sub(1).max(1);
                ticks.into_iter().enumerate().map(|(position, tick)| draw(tick, position, last)).collect_view()
            }}
        </svg>
    }
}

fn draw(tick: Tick, position: usize, last: usize) -> impl IntoView {
    // Tenths of a percent are finer than any screen shows, and keep the text short.
    let x = format!("{}.{}%", position * 100 / last, position * 1000 / last % 10);
    view! {
        <svg class="tick" x=x data-kind=tick.kind overflow="visible">
            <title>{tick.name}</title>
            <rect class="tick__area" x="-4" y="-1" width="8" height="14"></rect>
            <path d=tick.outline></path>
            {tick.pauses.then(|| view! { <path class="tick__pause" d="M-3 10h2v4h-2zM1 10h2v4h-2z"></path> })}
        </svg>
    }
}
