//! The second sheet: the chapter at the cursor as a ladder, walked to its end, and what its numbers stand for.

use leptos::prelude::*;
use redemption_engine::chart::{self, Row, RowKind, State};
use redemption_engine::flow::{Edge, Node, OutcomeKind};
use redemption_engine::outline::{Entry, outline};
use redemption_engine::trace::Place;
use redemption_engine::wording;

use super::Subject;
use super::reasons::answer;
use crate::flow::{glyph, ranges, word};
use crate::state::{App, chapter_name, design_at};
use crate::words;

pub(super) fn ladder(subject: &Subject<'_>) -> AnyView {
    let Subject { workspace, run, here, shown, .. } = *subject;
    let chapter = here.chapter;
    let end = Place { chapter, step: run.chapters.get(chapter).map_or(0, |chapter| chapter.steps.len()) };
    let app = App::expect();
    let design = design_at(run, Place { chapter, step: 0 }, &workspace.design);
    let chart = chart::layout(run, chapter, design, app.detail.get(), app.unused.get());
    let rows = chart.rows.iter().map(|row| drawn(subject, end, row));
    let places: Vec<Place> = shown.iter().copied().filter(|place| place.chapter == chapter).collect();
    let legend = outline(run, &places).into_iter().map(|entry| legend(subject, &entry));
    let name = chapter_name(run, chapter, &workspace.design.resource_tenant);
    view! {
        <h2 class="paper__title" id="paper-ladder">{words::show::redemption_flow(&name)}</h2>
        <ol class="ladder">{rows.collect_view()}</ol>
        <h3 class="paper__part">{words::show::what_the_numbers_stand_for()}</h3>
        <ol class="paper__legend">{legend.collect_view()}</ol>
    }
    .into_any()
}

fn drawn(subject: &Subject<'_>, end: Place, row: &Row) -> AnyView {
    let heading = row.heading.map(|heading| view! { <h3 class="ladder__heading">{heading}</h3> });
    let (name, state, says, numbers) = match row.what {
        RowKind::Node { node, .. } => {
            let state = chart::state(subject.run, end, &subject.workspace.design, node);
            let says = if state == State::Current { words::common::end() } else { word(state) };
            (wording::node(node), state, says, numbers(subject, end.chapter, node))
        }
        RowKind::NotInOrder(provider) => {
            (wording::primary(provider), State::NotSetUp, words::common::not_in_the_order(), String::new())
        }
    };
    // What the guest does not come to is one line: a page holds the whole flow.
    let exits = match &row.what {
        RowKind::Node { exits, .. } if !matches!(state, State::NotReached | State::NotSetUp) => exits.as_slice(),
        RowKind::Node { .. } | RowKind::NotInOrder(_) => &[],
    };
    let exits = exits.iter().map(|edge| exit(subject, end, *edge));
    view! {
        <li class="ladder__item">
            {heading}
            <div class="node" data-state=state.name()>
                <p class="node__button">
                    <span class="node__badge">{numbers}</span>
                    <span class="node__title">{name}</span>
                    <span class="node__state">
                        <span class="node__glyph" aria-hidden="true">{glyph(state)}</span>
                        {says}
                    </span>
                </p>
                {(exits.len() > 0).then(|| view! { <ul class="exits">{exits.collect_view()}</ul> })}
            </div>
        </li>
    }
    .into_any()
}

/// The numbers of a node, as the steps of the whole run are counted.
fn numbers(subject: &Subject<'_>, chapter: usize, node: Node) -> String {
    let visits = chart::visits(subject.run, chapter, node).into_iter().map(|number| Place { chapter, step: number - 1 });
    let shown = visits.filter(|place| subject.shown.contains(place));
    ranges(shown.map(|place| subject.number(place)))
}

fn exit(subject: &Subject<'_>, end: Place, edge: Edge) -> AnyView {
    let taken = chart::is_taken(subject.run, end, edge);
    let stops = matches!(edge.to(), Node::End(outcome) if !matches!(outcome.kind(), OutcomeKind::In | OutcomeKind::Done));
    let target = if edge.to() == edge.from() { words::common::stays_here() } else { wording::node(edge.to()) };
    view! {
        <li class="exit" data-taken=taken.to_string() data-stops=stops.then_some("")>
            <span class="exit__answer">{wording::answer(edge.from(), edge.answer())}</span>
            {format!("→ {target}")}
        </li>
    }
    .into_any()
}

fn legend(subject: &Subject<'_>, entry: &Entry<'_>) -> AnyView {
    view! {
        <li class="paper__line">
            <span class="paper__number">{subject.number(entry.place)}</span>
            <span><strong>{wording::node(entry.node)}</strong>": "{answer(subject, entry)}</span>
        </li>
    }
    .into_any()
}
