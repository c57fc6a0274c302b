//! What becomes of imported texts: scenarios are saved as new ones, settings go into the open scenario.
//!
//! A text that cannot be read changes nothing. Nothing is ever written over a saved scenario.

use redemption_engine::design::Design;
use redemption_engine::graph::{self, Level, Note, Pasted};
use redemption_engine::library::{Saved, Stamp};
use redemption_engine::session::Session;
use redemption_engine::workspace::Workspace;

use crate::dialogs::leave;
use crate::state::App;
use crate::store::new_id;

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

/// Settings that were taken in.
#[derive(Clone)]
pub(super) struct Settings {
    /// The scenario they went into.
    pub(super) scenario: String,
    /// What they were called by Microsoft Graph.
    pub(super) kind: &'static str,
    /// The change's label in the history.
    pub(super) label: String,
    /// The design with them.
    pub(super) after: Design,
    /// Whether that made a difference.
    pub(super) changed: bool,
    /// What was taken, repaired and left out.
    pub(super) notes: Vec<Note>,
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
    let design = app.session.with_untracked(|session| session.workspace().design.clone());
    match graph::read_any(bytes, &design) {
        Err(error) => Finding::Refused(error.to_string()),
        Ok(Pasted::Bundle(workspaces)) => Finding::Scenarios(take_scenarios(app, workspaces, may_open)),
        Ok(Pasted::Graph(import)) => {
            let scenario = app.session.with_untracked(|session| session.workspace().name.clone());
            let kind = import.kind.name();
            let label = format!("Imported {kind}");
            let changed = import.design != design;
            if changed {
                app.edit(&label, |workspace| workspace.design = import.design.clone());
            }
            Finding::Settings(Box::new(Settings { scenario, kind, label, after: import.design, changed, notes: import.notes }))
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
        Level::Taken => "Taken",
        Level::Repaired => "Repaired",
        Level::Ignored => "Ignored",
        Level::Notice => "Worth knowing",
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
                for (count, level) in counts.iter_mut().zip(LEVELS) {
                    *count += settings.notes.iter().filter(|note| note.level == level).count();
                }
            }
        }
    }
    if refused > 0 {
        parts.push(format!("{refused} not read"));
    }
    if scenarios > 0 {
        parts.push(format!("{} imported", plural(scenarios, "scenario")));
    }
    for (count, level) in counts.into_iter().zip(LEVELS) {
        if count > 0 {
            parts.push(format!("{}: {count}", level_name(level).to_lowercase()));
        }
    }
    if parts.is_empty() { "Nothing was found.".to_owned() } else { format!("{}.", capital(&parts.join(", "))) }
}

fn plural(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
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
        let (scenario, label) = (String::new(), String::new());
        Finding::Settings(Box::new(Settings { scenario, kind: "users", label, after: Design::default(), changed: false, notes }))
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
