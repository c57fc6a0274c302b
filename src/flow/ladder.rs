//! The ladder: one row for each check, in the order of the present configuration, as buttons in an ordered list.
//!
//! A row stays the same element as long as its check is shown, whatever is set: what is in it changes. How a row is drawn is in
//! `row.rs` and `gutter.rs`, what there is to show in it in `now.rs`.

mod gutter;
mod now;
mod row;

use leptos::prelude::*;
use redemption_engine::chart::{self, Chart, Row, RowKind, State};
use redemption_engine::design::{Edition, PrimaryProvider};
use redemption_engine::flow::{Edge, Node};
use redemption_engine::trace::Place;
use wasm_bindgen::JsCast;

use super::no_guest::NoGuest;
use crate::state::{App, design_at};
use crate::words;

pub(crate) use now::{numbers, ranges};
use row::LadderRow;

/// What a row stands for, whatever is in it.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Key {
    /// A check.
    Node(Node),
    /// A provider that the redemption order leaves out.
    NotInOrder(PrimaryProvider),
}

impl Key {
    fn of(row: &Row) -> Self {
        match row.what {
            RowKind::Node { node, .. } => Self::Node(node),
            RowKind::NotInOrder(provider) => Self::NotInOrder(provider),
        }
    }
}

/// What all rows look at.
#[derive(Clone, Copy)]
struct Rows {
    /// The rows with their lines.
    chart: Memo<Chart>,
    /// The places of the chapter with their numbers, as they are stepped through.
    numbered: Memo<Vec<(Place, usize)>>,
    /// The edition, for the documented numbers.
    edition: Memo<Edition>,
    /// The node whose reasons are shown.
    shown: Memo<Option<Node>>,
    /// The node that the Tab key reaches.
    stop: Memo<Option<Node>>,
    /// Sets it.
    tab_stop: RwSignal<Option<Node>>,
    /// The check that the pointer or the focus is on.
    pointed: RwSignal<Option<Node>>,
    /// What can come after it.
    next: Memo<Vec<Node>>,
}

impl Rows {
    fn new(app: App) -> Self {
        let chapter = app.after_paint(move || app.place().chapter);
        let chart = app.after_paint(move || {
            app.run.with(|run| match run {
                Some(run) => app.with(|workspace| {
                    let start = Place { chapter: chapter.get(), step: 0 };
                    chart::layout(
                        run,
                        start.chapter,
                        design_at(run, start, &workspace.design),
                        app.detail.get(),
                        app.unused.get(),
                    )
                }),
                None => Chart { rows: Vec::new(), lanes: 0 },
            })
        });
        let (tab_stop, pointed) = (RwSignal::new(None::<Node>), RwSignal::new(None::<Node>));
        let here = app.after_paint(move || app.run.with(|run| run.and_then(|run| run.node(app.place()))));
        let stop = Memo::new(move |_| {
            let here = here.get();
            chart.with(|chart| {
                let nodes = || chart.rows.iter().filter_map(Row::node);
                let wanted = tab_stop.get().or(here).filter(|node| nodes().any(|other| other == *node));
                wanted.or(nodes().next())
            })
        });
        let next = Memo::new(move |_| {
            let Some(from) = pointed.get() else { return Vec::new() };
            let chapter = chapter.get();
            app.run.with(|run| {
                let part = run.and_then(|run| run.chapters.get(chapter));
                let exits = part.map(|part| part.flow.exits(from)).unwrap_or_default();
                exits.iter().map(Edge::to).filter(|node| *node != from).collect()
            })
        });
        let numbered = app.after_paint(move || {
            let chapter = chapter.get();
            let numbered = app.shown_places().into_iter().zip(1..);
            numbered.filter(|(place, _)| place.chapter == chapter).collect()
        });
        Self {
            chart,
            numbered,
            edition: app.after_paint(move || app.with(|workspace| workspace.design.edition)),
            // Which row is looked at is seen at once; what an edit makes of it follows.
            shown: Memo::new(move |_| {
                app.looked_at.track();
                app.place();
                app.track_paints();
                untrack(|| app.node_shown())
            }),
            stop,
            tab_stop,
            pointed,
            next,
        }
    }
}

/// The rows with their lines.
#[component]
pub fn Ladder() -> impl IntoView {
    let app = App::expect();
    let rows = Rows::new(app);
    let keys = Memo::new(move |_| rows.chart.with(|chart| chart.rows.iter().map(Key::of).collect::<Vec<_>>()));
    let nodes = Memo::new(move |_| rows.chart.with(|chart| chart.rows.iter().filter_map(Row::node).collect::<Vec<_>>()));
    super::glide::glide(nodes, node_element);
    let place = app.after_paint(move || app.place());
    let level = app.after_paint(move || (app.detail.get(), app.unused.get()));
    Effect::new(move |before: Option<()>| {
        level.track();
        let place = place.get();
        let node = app.run.with_untracked(|run| run.and_then(|run| run.node(place)));
        // At the start of a chapter the flow is at its top already.
        if let Some(node) = node.filter(|_| (before.is_some() || place.step > 0) && app.travel.follows.get_untracked()) {
            reveal(node);
        }
    });
    view! {
        <Show
            when=move || keys.with(|keys| !keys.is_empty())
            fallback=|| view! { <NoGuest /> }
        >
            <ol class="ladder" aria-describedby="flow-help" on:keydown=|event| up_and_down(&event)>
                <For each=move || keys.get() key=|key| *key let:key>
                    <LadderRow key=key rows=rows />
                </For>
            </ol>
        </Show>
    }
}

/// The last place before or at the cursor where a node is passed, or else the first one after it, in the same attempt.
fn visit(run: &redemption_engine::trace::Run, now: Place, node: Node) -> Option<Place> {
    let visits = chart::visits(run, now.chapter, node);
    let steps = || visits.iter().map(|number| number - 1);
    let step = steps().rev().find(|step| *step <= now.step).or_else(|| steps().next())?;
    Some(Place { chapter: now.chapter, step })
}

/// Up and Down move the focus between the rows.
fn up_and_down(event: &web_sys::KeyboardEvent) {
    let by: isize = match event.key().as_str() {
        "ArrowDown" => 1,
        "ArrowUp" => -1,
        _ => return,
    };
    let Ok(buttons) = document().query_selector_all(".ladder button.node__button") else { return };
    let focused = document().active_element();
    let all: Vec<web_sys::HtmlElement> =
        (0..buttons.length()).filter_map(|number| buttons.get(number)?.dyn_into::<web_sys::HtmlElement>().ok()).collect();
    let now = all.iter().position(|button| focused.as_ref().is_some_and(|focused| button.is_same_node(Some(focused))));
    let target = now.and_then(|now| now.checked_add_signed(by)).and_then(|next| all.get(next));
    if let Some(button) = target {
        // An element of this page can be focused; its focus event moves the tab stop.
        drop(button.focus());
    }
    event.prevent_default();
}

/// Scrolls the row at the cursor into view, without moving the page more than needed.
fn reveal(node: Node) {
    request_animation_frame(move || {
        if let Some(element) = document().get_element_by_id(&node_element(node)) {
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Nearest);
            element.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
}

fn node_element(node: Node) -> String {
    format!("node-{}", node.id().replace(':', "-"))
}

/// A state's glyph.
pub(crate) fn glyph(state: State) -> &'static str {
    match state {
        State::Current => "▶\u{fe0e}",
        State::Waiting => "?",
        State::Stopped => "■",
        State::Taken => "✓",
        State::NoMatch => "✕",
        State::NotSetUp => "∅",
        State::Later => "○",
        State::Ended => "■",
        State::NotReached => "–",
        State::NotSimulated => "!",
    }
}

/// A state's word.
pub(crate) fn word(state: State) -> &'static str {
    match state {
        State::Current => words::common::now(),
        State::Waiting => words::flow::guest_decides(),
        State::Stopped => words::flow::stops_here(),
        State::Taken => words::flow::passed(),
        State::NoMatch => words::flow::no_match(),
        State::NotSetUp => words::flow::not_set_up(),
        State::Later => words::flow::later(),
        State::Ended => words::flow::ended_here(),
        State::NotReached => words::common::not_reached(),
        State::NotSimulated => words::flow::not_simulated(),
    }
}
