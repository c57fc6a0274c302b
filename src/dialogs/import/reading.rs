//! What becomes of imported texts: scenarios are saved as new ones; settings and guests are shown, and taken when that is wanted.
//!
//! A text that cannot be read changes nothing. Nothing is ever written over a saved scenario.

use std::collections::BTreeSet;

use redemption_engine::graph::{self, Level, Note, Paste, Pasted, Reading};
use redemption_engine::library::{Saved, Stamp};
use redemption_engine::session::Session;
use redemption_engine::workspace::Workspace;

use crate::dialogs::leave;
use crate::state::App;
use crate::store::new_id;
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
    /// Scenarios of this tool.
    Scenarios(Scenarios),
    /// Settings of a tenant.
    Settings(Box<Settings>),
}

/// Scenarios that were taken in.
#[derive(Clone)]
pub(super) struct Scenarios {
    /// The scenarios in the file's order.
    pub(super) list: Vec<Scenario>,
    /// Why none was opened at once, if that is so.
    pub(super) not_opened: Option<String>,
}

/// One scenario that was taken in.
#[derive(Clone)]
pub(super) struct Scenario {
    /// The scenario under its new id.
    pub(super) saved: Saved,
    /// Why it is not stored, if that is so.
    pub(super) error: Option<String>,
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

/// Takes in all texts in their order. The first scenario that is found opens, unless unsaved work would be lost by it.
pub(super) fn take_all(app: App, texts: Vec<(String, Result<Vec<u8>, String>)>) -> Vec<Report> {
    let mut may_open = true;
    let mut reports = Vec::new();
    for (name, bytes) in texts {
        let finding = match bytes {
            Ok(bytes) => take(app, &bytes, &mut may_open),
            Err(error) => Finding::Refused(error),
        };
        reports.push(Report { name, finding });
    }
    reports
}

fn take(app: App, bytes: &[u8], may_open: &mut bool) -> Finding {
    match graph::read_any(bytes) {
        Err(error) => Finding::Refused(error.to_string()),
        Ok(Pasted::Bundle(workspaces)) => Finding::Scenarios(take_scenarios(app, workspaces, may_open)),
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

fn take_scenarios(app: App, workspaces: Vec<Workspace>, may_open: &mut bool) -> Scenarios {
    let keep = |workspace: Workspace| {
        let view = Session::open_first(workspace.clone()).view();
        let saved = Saved { id: new_id(), stamp: Stamp::default(), workspace, view };
        let error = app.store.put(&saved).err().map(|error| error.to_string());
        Scenario { saved, error }
    };
    let list: Vec<Scenario> = workspaces.into_iter().map(keep).collect();
    let mut not_opened = None;
    if let Some(first) = list.first()
        && std::mem::replace(may_open, false)
    {
        not_opened = leave::danger(app);
        if not_opened.is_none() {
            open(app, &first.saved);
        }
    }
    Scenarios { list, not_opened }
}

/// Opens a scenario that was taken in, as it is stored now.
pub(super) fn open(app: App, saved: &Saved) {
    let stored = app.store.load(&saved.id).unwrap_or_else(|| saved.clone());
    app.open_saved(stored);
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
            Finding::Scenarios(found) => scenarios += found.list.len(),
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
        parts.push(words::import::scenarios_imported(scenarios));
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
