//! A row of the ladder: the heading above it, the check as a button with its state, its exits, and the lines around it.
//!
//! Each part follows what it shows and nothing else.

use leptos::prelude::*;
use redemption_engine::chart::{Row, RowKind, State};
use redemption_engine::design::PrimaryProvider;
use redemption_engine::flow::{Edge, Node, OutcomeKind};
use redemption_engine::wording;

use super::gutter::{Lines, down, gutter};
use super::now::Now;
use super::{Key, Rows, glyph, node_element, visit, word};
use crate::state::{App, InspectTab, design_at};
use crate::words;

/// One row.
#[component]
pub(super) fn LadderRow(
    /// What it stands for.
    key: Key,
    /// What all rows look at.
    rows: Rows,
) -> impl IntoView {
    let app = App::expect();
    let row = Memo::new(move |_| rows.chart.with(|chart| chart.rows.iter().find(|row| Key::of(row) == key).cloned()));
    let now = app.after_paint(move || {
        let place = app.place();
        let shown = app.run.with(|run| {
            app.with(|workspace| {
                row.with(|row| {
                    let (run, row) = (run?, row.as_ref()?);
                    let design = design_at(run, place, &workspace.design);
                    Some(rows.numbered.with(|numbered| Now::of(row, run, place, design, numbered)))
                })
            })
        });
        shown.unwrap_or_default()
    });
    let heading = Memo::new(move |_| row.with(|row| row.as_ref()?.heading));
    let lines = Memo::new(move |_| {
        let lanes = rows.chart.with(|chart| chart.lanes);
        row.with(|row| row.as_ref().map(|row| Lines::of(row, lanes)).unwrap_or_default())
    });
    let ends_here = Memo::new(move |_| row.with(|row| row.as_ref().is_none_or(|row| row.down.is_empty())));
    let body = match key {
        Key::Node(node) => {
            let exits = Memo::new(move |_| row.with(|row| row.as_ref().map(exits).unwrap_or_default()));
            view! { <NodeBox node=node rows=rows now=now exits=exits /> }.into_any()
        }
        Key::NotInOrder(provider) => view! { <Absent provider=provider /> }.into_any(),
    };
    view! {
        <li class="ladder__item">
            {move || heading.get().map(|heading| view! { <h3 class="ladder__heading">{heading}</h3> })}
            <div class="ladder__row">
                {body}
                {gutter(lines, now)}
            </div>
            {down(ends_here, now)}
        </li>
    }
}

/// The exits of a row, each with whether it leads to the next row.
fn exits(row: &Row) -> Vec<(Edge, bool)> {
    let below = |edge: &Edge| row.down.iter().any(|down| down.to() == edge.to());
    match &row.what {
        RowKind::Node { exits, .. } => exits.iter().map(|edge| (*edge, below(edge))).collect(),
        RowKind::NotInOrder(_) => Vec::new(),
    }
}

/// A node as a button, with its state and its exits.
#[component]
fn NodeBox(
    /// The node.
    node: Node,
    /// What all rows look at.
    rows: Rows,
    /// The row at the cursor.
    now: Memo<Now>,
    /// Its edges.
    exits: Memo<Vec<(Edge, bool)>>,
) -> impl IntoView {
    let app = App::expect();
    let state = move || now.with(|now| now.state);
    let pointed = rows.pointed;
    let leave = move || {
        if pointed.get_untracked() == Some(node) {
            pointed.set(None);
        }
    };
    let choose = move |_| {
        rows.tab_stop.set(Some(node));
        let target = app.run.with_untracked(|run| run.and_then(|run| visit(run, untrack(|| app.place()), node)));
        if let Some(place) = target {
            app.go(place);
        }
        app.looked_at.set(Some(node));
        app.tab.set(InspectTab::Why);
    };
    let id = node_element(node);
    let state_id = format!("{id}-state");
    let exits_id = format!("{id}-exits");
    let described = format!("{state_id} {exits_id}");
    let name: &'static str = wording::node(node);
    let step = move || {
        let number = node.documented_step(rows.edition.get());
        number.map(|number| view! { <span class="node__step">{words::flow::step(number)}</span> })
    };
    view! {
        <div
            class="node"
            data-node=node.id()
            data-state=move || state().name()
            data-shown=move || (rows.shown.get() == Some(node)).then_some("")
            data-pause=move || app.travel.pauses_at(node).then_some("")
            data-next=move || rows.next.with(|next| next.contains(&node)).then_some("")
            data-warmth=move || app.warmth(&node.id())
            on:pointerenter=move |_| pointed.set(Some(node))
            on:pointerleave=move |_| leave()
        >
            <button
                class="node__button"
                id=id
                type="button"
                tabindex=move || if rows.stop.get() == Some(node) { "0" } else { "-1" }
                aria-current=move || matches!(state(), State::Current | State::Waiting | State::Stopped | State::NotSimulated).then_some("step")
                aria-describedby=described
                on:click=choose
                on:focus=move |_| {
                    rows.tab_stop.set(Some(node));
                    pointed.set(Some(node));
                }
                on:blur=move |_| leave()
            >
                <span class="node__badge" aria-hidden="true">{move || now.with(|now| now.badges.clone())}</span>
                <span class="node__title">{name} " " {step}</span>
                <span class="node__state" id=state_id>
                    {move || app.warm_words(&node.id()).map(|count| view! { <span class="node__count">{count}</span> })}
                    <span class="node__glyph" aria-hidden="true">{move || glyph(state())}</span>
                    {move || word(state())}
                    {move || app.travel.pauses_at(node).then(|| view! { <span class="node__pause">{words::flow::pause_point()}</span> })}
                </span>
            </button>
            <ul class="exits" id=exits_id aria-label=words::flow::exits()>
                {move || {
                    let exit = |(at, (edge, next)): (usize, (Edge, bool))| exit(edge, next, at, now);
                    exits.get().into_iter().enumerate().map(exit).collect_view()
                }}
            </ul>
        </div>
    }
}

/// One exit of a node: the answer, and where it leads.
fn exit(edge: Edge, next: bool, at: usize, now: Memo<Now>) -> impl IntoView {
    let taken = move || now.with(|now| now.taken.get(at).copied().unwrap_or(false));
    let stops = matches!(edge.to(), Node::End(outcome) if !matches!(outcome.kind(), OutcomeKind::In | OutcomeKind::Done));
    let target = if edge.to() == edge.from() { words::common::stays_here() } else { wording::node(edge.to()) };
    let app = App::expect();
    let warm = move || app.warm(&edge.id()).map(|count| view! { <span class="exit__count">{format!(" · {count}")}</span> });
    // The eye finds the next row below and reads what stops on the node it leads to; everybody else is told.
    let shown = !stops && !next;
    view! {
        <li class="exit" data-edge=edge.id() data-taken=move || taken().to_string() data-stops=stops.then_some("") data-warmth=move || app.warmth(&edge.id())>
            <span class="exit__answer">{wording::answer(edge.from(), edge.answer())}{warm}</span>
            <span class="exit__arrow" aria-hidden="true">{if next { "↓" } else if stops { "" } else { "→" }}</span>
            <span class:visually-hidden=!shown>{target}</span>
            <span class="visually-hidden">{move || if taken() { words::flow::taken() } else { "" }}</span>
        </li>
    }
}

/// A provider that the redemption order leaves out.
#[component]
fn Absent(
    /// The provider.
    provider: PrimaryProvider,
) -> impl IntoView {
    let name: &'static str = provider.into();
    view! {
        <div class="node node--absent" data-provider=name data-state="notSetUp">
            <p class="node__button">
                <span class="node__badge"></span>
                <span class="node__title">{wording::primary(provider)}</span>
                <span class="node__state"><span class="node__glyph" aria-hidden="true">"∅"</span>{words::common::not_in_the_order()}</span>
            </p>
        </div>
    }
}
