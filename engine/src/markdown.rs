//! One guest's run as a report in Markdown: what is set up, the path with reasons and sources, the pages, how it ends.
//!
//! Read off the run like every view. Names and notes are escaped, so that no text of a scenario becomes markup of the report.

mod plain;
pub mod plan;

use std::fmt::Write as _;

use crate::clock::{date_and_time, minutes_at};
use crate::difference::{self, Difference};
use crate::document::RULE_SET;
use crate::guest::Guest;
use crate::outline::{Answered, Entry, outline};
use crate::rules::Document;
use crate::storyboard::{Frame, storyboard};
use crate::trace::{Next, Place, Run};
use crate::wording::{self, Doer};
use crate::workspace::Workspace;

/// What a report is about.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The scenario.
    pub workspace: &'a Workspace,
    /// The guest, one of the scenario's.
    pub guest: &'a Guest,
    /// The guest's run.
    pub run: &'a Run,
    /// The steps that are told, in order.
    pub places: &'a [Place],
    /// The cursor.
    pub here: Place,
}

/// The report.
pub fn report(subject: &Subject<'_>) -> String {
    let mut text = String::new();
    head(&mut text, subject);
    settings(&mut text, subject);
    let documents = path(&mut text, subject);
    pages(&mut text, subject);
    sources(&mut text, &documents);
    text
}

/// Adds a line. Writing to memory does not fail.
fn line(text: &mut String, line: std::fmt::Arguments<'_>) {
    text.write_fmt(line).ok();
    text.push('\n');
}

macro_rules! line {
    ($text:expr) => { line($text, format_args!("")) };
    ($text:expr, $($words:tt)*) => { line($text, format_args!($($words)*)) };
}

fn head(text: &mut String, subject: &Subject<'_>) {
    let Subject { workspace, guest, run, .. } = *subject;
    line!(text, "# {}", escaped(&workspace.name));
    line!(text);
    if !workspace.note.is_empty() {
        for part in workspace.note.lines() {
            line!(text, "> {}", escaped(part));
        }
        line!(text);
    }
    let edition = wording::edition(workspace.design.edition);
    line!(text, "- Guest: {}, {}", escaped(&guest.display_name), escaped(guest.invited_email.as_str()));
    line!(text, "- Rules of: {edition} (rule set {RULE_SET})");
    let (ends, means) = match (run.outcome(), &run.next) {
        (Some(outcome), _) => (wording::outcome(outcome), wording::outcome_text(outcome)),
        (None, Next::Person { prompt, .. }) => ("Waiting for the guest", wording::prompt(*prompt)),
        (None, Next::Ended(_) | Next::NoEdge(..)) => ("No rule for this case", ""),
    };
    line!(text, "- Outcome: **{ends}**");
    line!(text);
    if !means.is_empty() {
        line!(text, "{means}");
        line!(text);
    }
}

fn settings(text: &mut String, subject: &Subject<'_>) {
    let Subject { workspace, guest, .. } = *subject;
    let one = Workspace { guests: vec![guest.clone()], ..workspace.clone() };
    let changes = difference::between(&plain::plain(&one), &one);
    let guests = format!("Guest {}", guest.display_name);
    let (of_guest, of_design): (Vec<Difference>, Vec<Difference>) =
        changes.into_iter().partition(|change| change.subject == guests);
    line!(text, "## Settings that differ from the defaults");
    line!(text);
    told(text, &of_design, true);
    line!(text, "## Facts about the guest that differ from the defaults");
    line!(text);
    told(text, &of_guest, false);
}

fn told(text: &mut String, changes: &[Difference], with_subject: bool) {
    for Difference { subject, what, .. } in changes {
        let subject = if with_subject { format!("{}: ", escaped(subject)) } else { String::new() };
        line!(text, "- {subject}{}", escaped(what));
    }
    if changes.is_empty() {
        line!(text, "None.");
    }
    line!(text);
}

/// The steps, chapter by chapter. Answers the documents in the order in which they are cited.
fn path(text: &mut String, subject: &Subject<'_>) -> Vec<Document> {
    let Subject { workspace, guest, run, places, here } = *subject;
    let entries = outline(run, places);
    let mut documents = Vec::new();
    let mut chapter = None;
    line!(text, "## Path");
    line!(text);
    for (position, entry) in entries.iter().enumerate() {
        if chapter != Some(entry.place.chapter) {
            if chapter.is_some() {
                line!(text);
            }
            chapter = Some(entry.place.chapter);
            let name = wording::chapter_name(run, entry.place.chapter, &workspace.design.resource_tenant);
            let begins = Place { chapter: entry.place.chapter, step: 0 };
            let time = date_and_time(&workspace.design, guest, minutes_at(run, begins));
            line!(text, "### {}. {} ({time})", entry.place.chapter + 1, escaped(&name));
            line!(text);
        }
        let mark = if entry.place == here { " *(the cursor is here)*" } else { "" };
        let number = format!("{}. ", position + 1);
        // What belongs to an item of a list begins where its words begin.
        let indent = " ".repeat(number.len());
        line!(text, "{number}**{}**: {}{mark}", escaped(wording::node(entry.node)), escaped(&answer(subject, entry)));
        for fact in entry.facts {
            line!(text, "{indent}- {}: {}", escaped(wording::what(fact.what)), escaped(wording::value(fact)));
        }
        if let Some(rule) = entry.rule {
            let card = rule.card();
            let cited = card.sources.iter().map(|source| {
                let number = documents.iter().position(|known| *known == source.document).unwrap_or_else(|| {
                    documents.push(source.document);
                    documents.len() - 1
                });
                format!("[{}], {}", number + 1, escaped(source.place))
            });
            let cited = cited.collect::<Vec<_>>().join("; ");
            line!(text, "{indent}- Reason: {} ({}, {}; {cited})", escaped(card.statement), escaped(card.id), card.basis.word());
        }
        let note = guest.note(entry.node);
        if !note.is_empty() {
            line!(text, "{indent}- Note: {}", escaped(note));
        }
    }
    line!(text);
    documents
}

/// What came of a step.
fn answer(subject: &Subject<'_>, entry: &Entry<'_>) -> String {
    match entry.answer {
        Some(Answered::Found(edge)) => wording::answer(edge.from(), edge.answer()).to_owned(),
        Some(Answered::Chosen(_, choice)) => {
            let act = wording::act_in(&subject.workspace.design.resource_tenant, choice.prompt, choice.act);
            format!("{}: {act}", Doer::of(choice.act).name())
        }
        Some(Answered::Waits(prompt)) => wording::prompt(prompt).to_owned(),
        Some(Answered::Ended(outcome)) => wording::outcome(outcome).to_owned(),
        None => "–".to_owned(),
    }
}

fn pages(text: &mut String, subject: &Subject<'_>) {
    let Subject { workspace, guest, run, places, .. } = *subject;
    line!(text, "## Pages that are seen");
    line!(text);
    let number = |place: Place| places.iter().rposition(|other| *other <= place).map_or(1, |at| at + 1);
    for (position, frame) in storyboard(run, places).into_iter().enumerate() {
        let Frame { screen, viewer, first, last, drawn, asked, choice } = frame;
        let steps = match (number(first), number(last)) {
            (first, last) if first == last => format!("step {first}"),
            (first, last) => format!("steps {first} to {last}"),
        };
        let time = date_and_time(&workspace.design, guest, minutes_at(run, drawn));
        let then = match (choice, asked) {
            (Some(choice), _) => {
                let act = wording::act_in(&workspace.design.resource_tenant, choice.prompt, choice.act);
                format!(". {}: {act}", Doer::of(choice.act).name())
            }
            (None, Some(prompt)) => format!(". {}", wording::prompt(prompt)),
            (None, None) => String::new(),
        };
        let seen = wording::viewer(viewer);
        line!(text, "{}. **{}** ({steps}; {seen}, {time}){}", position + 1, wording::screen(screen), escaped(&then));
    }
    line!(text);
}

fn sources(text: &mut String, documents: &[Document]) {
    line!(text, "## Sources");
    line!(text);
    for (position, document) in documents.iter().enumerate() {
        let date = if document.date().is_empty() { "undated" } else { document.date() };
        let address = if document.url().is_empty() { String::new() } else { format!(". <{}>", document.url()) };
        line!(text, "{}. {}, {date}{address}", position + 1, escaped(document.title()));
    }
    line!(text);
    line!(
        text,
        "Documented: a document says so. Inferred: it follows from a document. Assumed: a choice of the model. Disputed: two documents \
         point different ways."
    );
    line!(text);
    line!(
        text,
        "Made with the Invitation Redemption Simulator, an independent training tool that is not affiliated with or endorsed by \
         Microsoft. Results are a simulation."
    );
}

/// A text that stays one line of words: every character that Markdown could read as its own has a backslash before it.
pub(crate) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '!' | '$' => {
                escaped.push('\\');
                escaped.push(letter);
            }
            letter if letter.is_control() => escaped.push(' '),
            letter => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::presets;

    fn report_of(workspace: &Workspace, guest: &Guest) -> String {
        let run = crate::engine::replay(&workspace.design, guest, &guest.story);
        let places = run.places();
        let here = places.last().copied().unwrap_or_default();
        report(&Subject { workspace, guest, run: &run, places: &places, here })
    }

    #[test]
    fn a_report_names_what_is_set_the_path_with_reasons_the_pages_and_the_sources() {
        let workspace: Workspace = serde_json::from_value(serde_json::json!({
            "name": "Passcode off", "note": "For *Tuesday*\nand Friday",
            "design": {"resourceTenant": {
                "displayName": "Woodgrove", "initialDomain": "woodgrove.onmicrosoft.com", "emailOneTimePasscode": "disabled"
            }},
            "guests": [{"displayName": "Ravi", "invitedEmail": "ravi_k@contractor.example", "person": {"unsubscribed": true}}]
        }))
        .unwrap();
        let text = report_of(&workspace, &workspace.guests[0]);
        let start =
            "# Passcode off\n\n> For \\*Tuesday\\*\n> and Friday\n\n- Guest: Ravi, ravi\\_k@contractor.example\n- Rules of: ";
        assert!(text.starts_with(start), "{text}");
        for part in [
            "\n## Settings that differ from the defaults\n\n- Resource tenant: email one-time passcode: from Not set (default) to No\n",
            "\n## Facts about the guest that differ from the defaults\n\n- has blocked invitations: from no to yes\n",
            "\n## Path\n\n### 1. Invitation (2024-03-26 09:00)\n\n1. **Inviter may invite**: may invite\n   - ",
            "\n   - Reason: The guest invite settings say who may invite: ",
            "\n10. **No invitation mail**: No invitation mail *(the cursor is here)*\n    - Reason: ",
            "\n## Pages that are seen\n\n1. **Inviting the guest** (",
            "\n## Sources\n\n1. ",
            "Results are a simulation.\n",
        ] {
            assert!(text.contains(part), "{part:?} is not in\n{text}");
        }
        assert_eq!(text.matches("the cursor is here").count(), 1);
    }

    #[test]
    fn every_step_of_every_example_stands_in_its_report_with_its_rule() {
        for preset in presets::all() {
            for guest in &preset.workspace.guests {
                let text = report_of(&preset.workspace, guest);
                let run = crate::engine::replay(&preset.workspace.design, guest, &guest.story);
                for step in run.chapters.iter().flat_map(|chapter| &chapter.steps) {
                    let id = format!("({}, ", escaped(step.cause.rule.card().id));
                    assert!(text.contains(&id), "{}: {id}", preset.id);
                }
            }
        }
    }

    #[test]
    fn no_name_becomes_markup() {
        assert_eq!(
            escaped("[x](javascript:1) <b> # ![y] | a\nb `c` & $d$"),
            "\\[x\\](javascript:1) \\<b\\> \\# \\!\\[y\\] \\| a b \\`c\\` \\& \\$d\\$"
        );
        let mut workspace = presets::first().unwrap().workspace;
        workspace.guests[0].display_name = "<img src=x>\n# Heading".to_owned();
        let text = report_of(&workspace, &workspace.guests[0]);
        assert!(text.contains("- Guest: \\<img src=x\\> \\# Heading, "), "{text}");
        assert!(!text.contains("\n# Heading") && !text.contains(" <img"), "{text}");
    }
}
