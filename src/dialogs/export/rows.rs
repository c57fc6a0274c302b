//! The rows of *Export*: what each is called, and the file that it makes.

use leptos::prelude::*;
use redemption_engine::chart;
use redemption_engine::guest::Guest;
use redemption_engine::log::export::{audit_csv, sign_in_csv};
use redemption_engine::log::{audit_entries, sign_in_entries};
use redemption_engine::markdown;
use redemption_engine::sequence;
use redemption_engine::trace::{Place, Run};
use redemption_engine::workspace::Workspace;
use strum::{EnumIter, IntoStaticStr};

use crate::files;
use crate::state::App;
use crate::words;

/// Something that becomes a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub(super) enum Row {
    /// The open scenario.
    Scenario,
    /// All scenarios.
    AllScenarios,
    /// The report of the run.
    Report,
    /// The way of the run as a flowchart.
    Flowchart,
    /// The run as a sequence.
    Sequence,
    /// The audit logs.
    AuditLog,
    /// The sign-in logs.
    SignInLog,
}

/// A file.
pub(super) struct Made {
    /// Its name.
    pub(super) name: String,
    /// What kind it is.
    pub(super) media_type: &'static str,
    /// What is in it.
    pub(super) text: String,
}

impl Row {
    /// The name in markup.
    pub(super) fn name(self) -> &'static str {
        self.into()
    }

    /// Whether it is about the run of the selected guest.
    pub(super) fn is_of_guest(self) -> bool {
        match self {
            Self::Scenario | Self::AllScenarios => false,
            Self::Report | Self::Flowchart | Self::Sequence | Self::AuditLog | Self::SignInLog => true,
        }
    }

    /// What the page calls it.
    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Scenario => words::export::this_scenario_redemption_json(),
            Self::AllScenarios => words::export::all_scenarios_redemption_json(),
            Self::Report => words::export::report_markdown(),
            Self::Flowchart => words::export::flowchart_mermaid(),
            Self::Sequence => words::export::sequence_mermaid(),
            Self::AuditLog => words::export::audit_logs_csv(),
            Self::SignInLog => words::export::sign_in_logs_csv(),
        }
    }

    /// What it is for.
    pub(super) fn about(self) -> &'static str {
        match self {
            Self::Scenario => words::export::settings_guests_and_stories_import(),
            Self::AllScenarios => words::export::everything_under_scenarios_in_one(),
            Self::Report => words::export::differs_defaults_path_reasons_and(),
            Self::Flowchart => words::export::checks_passed_and_answers_between(),
            Self::Sequence => words::export::goes_between_guest_mailbox_tenants(),
            Self::AuditLog => words::export::entries_far_all_tenants_columns(),
            Self::SignInLog => words::export::entries_far_all_tenants_columns(),
        }
    }
}

/// Makes the file of a row; none where there is no guest to tell of.
pub(super) fn make(app: App, row: Row) -> Option<Made> {
    if row == Row::AllScenarios {
        return Some(all_scenarios(app));
    }
    let (place, places) = (app.place(), app.shown_places());
    app.session.with(|session| {
        let workspace = session.workspace();
        if row == Row::Scenario {
            let text = files::document_text(std::slice::from_ref(workspace));
            return Some(Made { name: files::file_name(&workspace.name), media_type: "application/json", text });
        }
        let guest = session.guest()?;
        app.run.with(|run| Some(of_guest(row, &Subject { workspace, guest, run: run?, places: &places, here: place })))
    })
}

/// A run with the steps that are shown.
struct Subject<'a> {
    workspace: &'a Workspace,
    guest: &'a Guest,
    run: &'a Run,
    places: &'a [Place],
    here: Place,
}

fn of_guest(row: Row, subject: &Subject<'_>) -> Made {
    let Subject { workspace, guest, run, places, here } = *subject;
    let design = &workspace.design;
    let (ending, media_type, text) = match row {
        Row::Report => {
            ("report.md", "text/markdown", markdown::report(&markdown::Subject { workspace, guest, run, places, here }))
        }
        Row::Flowchart => ("flow.mmd", "text/plain", chart::mermaid(design, run, here)),
        Row::Sequence => {
            let events = sequence::sequence(run, places);
            ("sequence.mmd", "text/plain", sequence::mermaid(design, guest, run, &events))
        }
        Row::AuditLog => ("audit.csv", "text/csv", audit_csv(&audit_entries(design, guest, run, here))),
        Row::SignInLog => ("sign-ins.csv", "text/csv", sign_in_csv(design, &sign_in_entries(design, guest, run, here))),
        // These are no guest's, and were made before.
        Row::Scenario | Row::AllScenarios => {
            ("redemption.json", "application/json", files::document_text(std::slice::from_ref(workspace)))
        }
    };
    let stem = files::stem(&format!("{} {}", workspace.name, guest.display_name), "guest");
    Made { name: format!("{stem}-{ending}"), media_type, text }
}

fn all_scenarios(app: App) -> Made {
    let open = app.store.id.get_untracked();
    let mut all = vec![app.with(Workspace::clone)];
    let saved = app.store.list().saved;
    all.extend(saved.into_iter().filter(|saved| saved.id != open).map(|saved| saved.workspace));
    Made {
        name: files::file_name(words::common::all_scenarios()),
        media_type: "application/json",
        text: files::document_text(&all),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use redemption_engine::engine::replay;
    use redemption_engine::presets;
    use strum::IntoEnumIterator;

    #[test]
    fn every_row_of_a_run_makes_a_file_of_its_own_name_that_is_not_empty() {
        let workspace = presets::first().unwrap().workspace;
        let guest = workspace.guests.first().unwrap();
        let run = replay(&workspace.design, guest, &guest.story);
        let places = run.places();
        let here = places.last().copied().unwrap();
        let subject = Subject { workspace: &workspace, guest, run: &run, places: &places, here };
        let made: Vec<Made> = Row::iter().filter(|row| row.is_of_guest()).map(|row| of_guest(row, &subject)).collect();
        let names: Vec<&str> = made.iter().filter_map(|made| made.name.rsplit('-').next()).collect();
        assert_eq!(names, ["report.md", "flow.mmd", "sequence.mmd", "audit.csv", "ins.csv"]);
        assert!(made.iter().all(|made| made.text.lines().count() > 3));
    }
}
