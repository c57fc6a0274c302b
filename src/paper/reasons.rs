//! The fourth sheet: every step with its answer and its rule, and the documents with their addresses spelled out.

use leptos::prelude::*;
use redemption_engine::outline::{Answered, Entry, outline};
use redemption_engine::rules::Document;
use redemption_engine::wording;

use super::Subject;
use crate::state::Doer;
use crate::words;

pub(super) fn reasons(subject: &Subject<'_>) -> AnyView {
    let entries = outline(subject.run, subject.shown);
    let mut documents: Vec<Document> = Vec::new();
    for source in entries.iter().filter_map(|entry| entry.rule).flat_map(|rule| rule.card().sources) {
        if !documents.contains(&source.document) {
            documents.push(source.document);
        }
    }
    let steps = entries.iter().map(|entry| step(subject, entry, &documents));
    let sources = documents.iter().enumerate().map(|(at, document)| {
        let date = if document.date().is_empty() { words::common::undated() } else { document.date() };
        view! {
            <li class="paper__line">
                <span class="paper__number">{letter(at)}</span>
                <span>
                    {document.title()}", "{date}
                    {(!document.url().is_empty()).then(|| view! { <br /><span class="paper__url">{document.url()}</span> })}
                </span>
            </li>
        }
    });
    view! {
        <h2 class="paper__title" id="paper-reasons">{words::show::reasons_and_sources()}</h2>
        <ol class="paper__reasons">{steps.collect_view()}</ol>
        <h3 class="paper__part">{words::common::sources()}</h3>
        <ol class="paper__legend">{sources.collect_view()}</ol>
        <p class="paper__about">
            {words::show::independent_training_tool_not_affiliated()}
        </p>
    }
    .into_any()
}

fn step(subject: &Subject<'_>, entry: &Entry<'_>, documents: &[Document]) -> AnyView {
    let rule = entry.rule.map(|rule| {
        let card = rule.card();
        let read = card.sources.iter().filter_map(|source| {
            let at = documents.iter().position(|document| *document == source.document)?;
            Some(format!("{} ({})", letter(at), source.place))
        });
        let read = read.collect::<Vec<_>>().join("; ");
        view! { <span class="paper__rule">{format!("{} {} · {}. {read}", card.statement, card.id, card.basis.word())}</span> }
    });
    view! {
        <li class="paper__line">
            <span class="paper__number">{subject.number(entry.place)}</span>
            <span>
                <strong>{wording::node(entry.node)}</strong>": "{answer(subject, entry)}
                {rule}
            </span>
        </li>
    }
    .into_any()
}

/// What came of a step, in words.
pub(super) fn answer(subject: &Subject<'_>, entry: &Entry<'_>) -> String {
    match entry.answer {
        Some(Answered::Found(edge)) => wording::answer(edge.from(), edge.answer()).to_owned(),
        Some(Answered::Chosen(_, choice)) => {
            let resource = &subject.workspace.design.resource_tenant;
            format!("{}: {}", Doer::of(choice.act).name(), wording::act_in(resource, choice.prompt, choice.act))
        }
        Some(Answered::Waits(prompt)) => wording::prompt(prompt).to_owned(),
        Some(Answered::Ended(outcome)) => wording::outcome(outcome).to_owned(),
        None => "–".to_owned(),
    }
}

/// The sign of a document: `A` to `Z`, then `AA`.
fn letter(at: usize) -> String {
    let sign = u8::try_from(at % 26).map_or('?', |at| char::from(b'A' + at));
    if at < 26 { sign.to_string() } else { format!("{}{sign}", letter(at / 26 - 1)) }
}

#[cfg(test)]
mod tests {
    use super::letter;

    #[test]
    fn documents_are_lettered_on_and_on() {
        assert_eq!([0, 25, 26, 51, 52].map(letter), ["A", "Z", "AA", "AZ", "BA"]);
    }
}
