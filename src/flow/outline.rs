//! The outline: every step as a row with check, facts, answer, reason and source. It is a list to a screen reader and a table to
//! the eye where there is room; everything that the picture shows stands here in words.

use leptos::prelude::*;
use redemption_engine::outline::{Answered, Entry, outline};
use redemption_engine::rules::Rule;
use redemption_engine::trace::Fact;
use redemption_engine::wording;

use super::views::{Drawing, Shown, columns, points, row};
use crate::inspect::SourceLine;
use crate::note::Notes;
use crate::state::Doer;
use crate::words;

/// The run as an outline.
#[component]
pub fn Outline() -> impl IntoView {
    Shown::new().drawn(rows)
}

fn rows(shown: Shown, drawing: &Drawing<'_>) -> AnyView {
    let entries = outline(drawing.run, drawing.places);
    let steps = entries.into_iter().map(|entry| (entry.place, step(shown, drawing, entry))).collect();
    let told = drawing.places.iter().filter_map(|place| drawing.run.node(*place)).collect::<Vec<_>>();
    view! {
        <Notes except=told />
        <div class="rows" data-rows="outline">
            {columns([words::flow::step_and_check(), words::flow::facts(), words::common::answer(), words::flow::reason(), words::flow::source()])} {drawing.by_chapter(steps, "rows__list")}
        </div>
    }
    .into_any()
}

fn step(shown: Shown, drawing: &Drawing<'_>, entry: Entry<'_>) -> AnyView {
    let documented = entry.node.documented_step(drawing.run.edition());
    let title = view! {
        <span class="row__number">{drawing.number(entry.place)}</span>
        <span class="row__title">
            {wording::node(entry.node)}
            {documented.map(|number| view! { " "<span class="node__step">{words::flow::step(number)}</span> })}
        </span>
    };
    let note = drawing.guest.note(entry.node).to_owned();
    let note = (!note.is_empty()).then(|| (words::common::note(), view! { <p class="row__note">{note}</p> }.into_any()));
    let cells = vec![
        (words::flow::facts(), points(entry.facts.iter().map(fact).collect())),
        (words::common::answer(), view! { <strong>{answer(drawing, &entry)}</strong> }.into_any()),
        (words::flow::reason(), entry.rule.map_or_else(|| points(Vec::new()), reason)),
        (words::flow::source(), sources(entry.rule)),
    ];
    row(shown.stop("row__go", entry.place, entry.place, title), cells.into_iter().chain(note).collect())
}

fn fact(fact: &Fact) -> AnyView {
    view! { <span class="row__what">{wording::what(fact.what)}": "</span>{wording::value(fact).to_owned()} }.into_any()
}

fn answer(drawing: &Drawing<'_>, entry: &Entry<'_>) -> String {
    let resource = &drawing.design.resource_tenant;
    match entry.answer {
        Some(Answered::Found(edge)) => wording::answer(edge.from(), edge.answer()).to_owned(),
        Some(Answered::Chosen(_, choice)) => {
            format!("{}: {}", Doer::of(choice.act).name(), wording::act_in(resource, choice.prompt, choice.act))
        }
        Some(Answered::Waits(prompt)) => wording::prompt(prompt).to_owned(),
        Some(Answered::Ended(outcome)) => wording::outcome_text(outcome).to_owned(),
        None => "–".to_owned(),
    }
}

fn reason(rule: Rule) -> AnyView {
    let card = rule.card();
    view! {
        <p>{card.statement}</p>
        <p class="row__rule" data-rule=card.id>
            <span class="rule__id">{card.id}</span>
            " "
            <span class="rule__basis" data-basis=card.basis.word()>{card.basis.word()}</span>
        </p>
    }
    .into_any()
}

fn sources(rule: Option<Rule>) -> AnyView {
    let sources = rule.map(|rule| rule.card().sources).unwrap_or_default();
    view! { <ul class="row__points">{sources.iter().map(|source| view! { <SourceLine source=*source /> }).collect_view()}</ul> }
        .into_any()
}
