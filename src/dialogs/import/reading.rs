//! What becomes of imported texts: all of it is shown first. Scenarios become new ones and settings go into the open one when that is
//! wanted.
//!
//! A text that cannot be read changes nothing. Nothing is ever written over a saved scenario.

use std::collections::BTreeSet;

use leptos::prelude::*;
use redemption_engine::bundle::{Bundle, Kept};
use redemption_engine::graph::{self, Level, Note, Paste, Pasted, Reading};
use redemption_engine::library::{Saved, Stamp};
use redemption_engine::session::Session;
use redemption_engine::workspace::Workspace;

use crate::state::App;
use crate::store::{Hears, new_id};
use crate::words;

/// What became of one text.
#[derive(Clone)]
pub(super) struct Report {
    /// The file's name.
    pub(super) name: String,
    /// What was found in it.
    pub(super) finding: Finding,
}

/// What a text was.
#[derive(Clone)]
pub(super) enum Finding {
    /// Nothing that can be read, and why.
    Refused(String),
    /// Scenarios of this tool, in the file's order.
    Scenarios(Vec<Offered>),
    /// Settings of a tenant.
    Settings(Box<Settings>),
}

/// A scenario of a file. It is not kept before somebody says so.
#[derive(Clone)]
pub(super) struct Offered {
    /// The scenario.
    pub(super) workspace: Workspace,
    /// Its versions, where the file has them.
    pub(super) versions: Vec<Kept>,
}

/// Settings and guests that were read, and what they would change.
#[derive(Clone)]
pub(super) struct Settings {
    /// The scenario they would go into.
    pub(super) scenario: String,
    /// Everything that was in the text.
    pub(super) paste: Paste,
    /// What each part would do, with those before it.
    pub(super) readings: Vec<Reading>,
}

impl Settings {
    /// Whether any part changes anything.
    pub(super) fn change(&self) -> bool {
        self.readings.iter().any(|reading| reading.result.as_ref().is_ok_and(|effect| !effect.differences.is_empty()))
    }

    /// Whether any part could be read, so that there is something to take.
    pub(super) fn any_read(&self) -> bool {
        self.readings.iter().any(|reading| reading.result.is_ok())
    }

    /// The remarks on all parts that were read.
    fn notes(&self) -> impl Iterator<Item = &Note> {
        self.readings.iter().filter_map(|reading| reading.result.as_ref().ok()).flat_map(|effect| &effect.notes)
    }
}

/// What was taken into the open scenario, as one change.
#[derive(Clone, PartialEq)]
pub(super) struct Applied {
    /// The change's label in the history.
    pub(super) label: String,
    /// The scenario with it.
    pub(super) after: Workspace,
    /// Whether that made a difference.
    pub(super) changed: bool,
}

/// Takes all parts that are not left out into the scenario as it stands now.
pub(super) fn apply(app: App, reports: &[Report], left_out: &BTreeSet<(usize, usize)>) -> Applied {
    let before = app.session.with_untracked(|session| session.workspace().clone());
    let mut after = before.clone();
    let mut kinds = Vec::new();
    for (at, report) in reports.iter().enumerate() {
        if let Finding::Settings(settings) = &report.finding {
            let (next, readings) = settings.paste.read(&after, |part| !left_out.contains(&(at, part)));
            after = next;
            kinds.extend(readings.iter().filter(|reading| reading.result.is_ok()).filter_map(|reading| reading.kind));
        }
    }
    kinds.sort_unstable();
    kinds.dedup();
    let label = match kinds.as_slice() {
        [only] => words::import::imported(only.name()),
        some => words::import::imported_resources(some.len()),
    };
    let changed = after != before;
    if changed {
        app.edit(&label, |workspace| *workspace = after.clone());
    }
    Applied { label, after, changed }
}

/// Reads all texts in their order.
pub(super) fn read_all(app: App, texts: Vec<(String, Result<Vec<u8>, String>)>) -> Vec<Report> {
    let finding = |bytes: Result<Vec<u8>, String>| match bytes {
        Ok(bytes) => read(app, &bytes),
        Err(error) => Finding::Refused(error),
    };
    texts.into_iter().map(|(name, bytes)| Report { name, finding: finding(bytes) }).collect()
}

fn read(app: App, bytes: &[u8]) -> Finding {
    match graph::read_any(bytes) {
        Err(error) => Finding::Refused(error.to_string()),
        Ok(Pasted::Bundle(bundle)) => Finding::Scenarios(offered(bundle)),
        Ok(Pasted::Graph(paste)) => {
            let workspace = app.session.with_untracked(|session| session.workspace().clone());
            let (_, readings) = paste.read(&workspace, |_| true);
            // One part that cannot be read is all that the text is.
            match readings.as_slice() {
                [Reading { result: Err(error), .. }] => Finding::Refused(error.to_string()),
                _ => Finding::Settings(Box::new(Settings { scenario: workspace.name, paste, readings })),
            }
        }
    }
}

/// The scenarios of a file, each with its versions.
fn offered(bundle: Bundle) -> Vec<Offered> {
    let offer = |workspace| Offered { workspace, versions: Vec::new() };
    let mut list: Vec<Offered> = bundle.workspaces.into_iter().map(offer).collect();
    for version in bundle.versions {
        if let Some(of) = usize::try_from(version.of).ok().and_then(|of| list.get_mut(of)) {
            of.versions.push(version);
        }
    }
    list
}

/// Keeps a scenario of a file as a new one, and lets somebody hear how well. Answers its id, or why it is not kept.
pub(super) fn keep(app: App, offered: &Offered, hears: Hears) -> Result<String, String> {
    let view = Session::open_first(offered.workspace.clone()).view();
    let saved = Saved { id: new_id(), stamp: Stamp::default(), workspace: offered.workspace.clone(), view };
    app.store.put_and_hear(&saved, vec![hears]).map_err(|error| error.to_string())?;
    bring_versions(app, &saved.id, offered);
    Ok(saved.id)
}

/// Opens a scenario of a file as a new one that is kept from the start. Answers its id.
pub(super) fn open(app: App, offered: &Offered) -> String {
    app.open_new(Session::open_first(offered.workspace.clone()));
    app.store.become_a_copy(app);
    let id = app.store.id.get_untracked();
    bring_versions(app, &id, offered);
    id
}

/// Opens a scenario that was kept before, as it is stored now.
pub(super) fn open_kept(app: App, id: &str, offered: &Offered) -> String {
    match app.store.load(id) {
        Some(saved) => {
            app.open_saved(saved);
            id.to_owned()
        }
        None => open(app, offered),
    }
}

fn bring_versions(app: App, id: &str, offered: &Offered) {
    if let Err(error) = app.store.bring_versions(id, &offered.versions) {
        app.notify(words::import::not_all_versions_kept(&offered.workspace.name, error), None);
    }
}

/// What else came with a scenario, in a sentence.
pub(super) fn versions_told(offered: &Offered) -> Option<String> {
    match offered.versions.len() {
        0 => None,
        some => Some(words::import::versions_come_along(some)),
    }
}

/// The levels in the order of the report.
pub(super) const LEVELS: [Level; 4] = [Level::Taken, Level::Repaired, Level::Notice, Level::Ignored];

/// A level as a heading.
pub(super) fn level_name(level: Level) -> &'static str {
    match level {
        Level::Taken => words::import::taken(),
        Level::Repaired => words::import::repaired(),
        Level::Ignored => words::import::ignored(),
        Level::Notice => words::import::worth_knowing(),
    }
}

/// All reports in one sentence.
pub(super) fn summary(reports: &[Report]) -> String {
    let mut parts = Vec::new();
    let mut scenarios = 0;
    let mut refused = 0;
    let mut counts = [0_usize; LEVELS.len()];
    for report in reports {
        match &report.finding {
            Finding::Refused(_) => refused += 1,
            Finding::Scenarios(found) => scenarios += found.len(),
            Finding::Settings(settings) => {
                refused += settings.readings.iter().filter(|reading| reading.result.is_err()).count();
                for (count, level) in counts.iter_mut().zip(LEVELS) {
                    *count += settings.notes().filter(|note| note.level == level).count();
                }
            }
        }
    }
    if refused > 0 {
        parts.push(words::import::not_read(refused));
    }
    if scenarios > 0 {
        parts.push(words::import::scenarios_found(scenarios));
    }
    for (count, level) in counts.into_iter().zip(LEVELS) {
        if count > 0 {
            parts.push(format!("{}: {count}", level_name(level).to_lowercase()));
        }
    }
    if parts.is_empty() { words::import::nothing_was_found().to_owned() } else { format!("{}.", capital(&parts.join(", "))) }
}

/// The text with a capital at its start, as a sentence begins.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().to_string() + letters.as_str()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(finding: Finding) -> Report {
        Report { name: "a.json".to_owned(), finding }
    }

    fn settings(levels: &[Level]) -> Finding {
        let notes = levels.iter().map(|level| Note { level: *level, path: String::new(), text: String::new() }).collect();
        let Ok(Pasted::Graph(paste)) = graph::read_any(br#"{"isServiceDefault": true}"#) else { panic!("a resource") };
        let result = Ok(graph::Effect { notes, differences: Vec::new() });
        let readings = vec![Reading { name: String::new(), kind: None, result }];
        Finding::Settings(Box::new(Settings { scenario: String::new(), paste, readings }))
    }

    #[test]
    fn the_summary_counts_over_all_files() {
        let reports = [
            report(settings(&[Level::Taken, Level::Taken, Level::Ignored])),
            report(settings(&[Level::Taken])),
            report(Finding::Refused("the text is empty".to_owned())),
        ];
        assert_eq!(summary(&reports), "1 not read, taken: 3, ignored: 1.");
        assert_eq!(summary(&[report(settings(&[]))]), "Nothing was found.");
        assert_eq!(summary(&[report(settings(&[Level::Notice]))]), "Worth knowing: 1.");
    }
}
