//! What was read, told: one part for each file, with what was taken, repaired and left out, and where.
//!
//! Nothing is read here, and a finding is never left out: long lists are cut with a count.

use leptos::prelude::*;
use redemption_engine::graph::Note;

use super::reading::{self, Finding, LEVELS, Report, Scenario, Scenarios, Settings, level_name};
use crate::dialogs::leave::{Leave, LeaveQuestion};
use crate::state::App;

/// The id of the heading that gets the focus after a reading.
pub(super) const HEADING: &str = "import-report";

/// How many notes of a kind are listed one by one.
const MOST_NOTES: usize = 500;

/// The reports of the last reading; nothing before the first one.
#[component]
pub(super) fn Reports(
    /// The reports.
    reports: RwSignal<Vec<Report>>,
) -> impl IntoView {
    let leave = Leave::new(App::expect());
    let parts = move || reports.get().into_iter().map(|report| view! { <OneReport report=report leave=leave /> }).collect_view();
    view! {
        <p class="import__summary" role="status">{move || reports.with(|reports| (!reports.is_empty()).then(|| reading::summary(reports)))}</p>
        <Show when=move || !reports.with(Vec::is_empty)>
            <section class="import__reports" aria-labelledby=HEADING>
                <h3 id=HEADING tabindex="-1">"What was read"</h3>
                <LeaveQuestion leave=leave />
                {parts}
            </section>
        </Show>
    }
}

#[component]
fn OneReport(
    /// What became of one text.
    report: Report,
    /// Asks before unsaved work is left.
    leave: Leave,
) -> impl IntoView {
    let (state, content) = match report.finding {
        Finding::Refused(error) => ("refused", view! { <p>"Not read: "{error}". Nothing was changed."</p> }.into_any()),
        Finding::Scenarios(scenarios) => ("taken", view! { <ScenarioList scenarios=scenarios leave=leave /> }.into_any()),
        Finding::Settings(settings) => {
            (if settings.changed { "taken" } else { "unchanged" }, view! { <SettingsReport settings=*settings /> }.into_any())
        }
    };
    view! {
        <section class="report" data-state=state>
            <h4 class="report__name">{report.name}</h4>
            {content}
        </section>
    }
}

#[component]
fn ScenarioList(
    /// The scenarios that were taken in.
    scenarios: Scenarios,
    /// Asks before unsaved work is left.
    leave: Leave,
) -> impl IntoView {
    let not_opened = scenarios
        .not_opened
        .map(|reason| view! { <p>"None was opened, because your open scenario is not saved: "{reason}"."</p> });
    let stored = scenarios.list.iter().filter(|scenario| scenario.error.is_none()).count();
    view! {
        <p>{format!("New under Scenarios: {stored} of {}.", scenarios.list.len())}</p>
        {not_opened}
        <ul class="report__scenarios">
            {scenarios.list.into_iter().map(|scenario| view! { <OneScenario scenario=scenario leave=leave /> }).collect_view()}
        </ul>
    }
}

#[component]
fn OneScenario(
    /// A scenario that was taken in.
    scenario: Scenario,
    /// Asks before unsaved work is left.
    leave: Leave,
) -> impl IntoView {
    let app = App::expect();
    let Scenario { saved, error } = scenario;
    let button = format!("imported-{}", saved.id);
    let name = saved.workspace.name.clone();
    let label = format!("Open {name}");
    let id = saved.id.clone();
    let is_open = Memo::new(move |_| app.store.id.with(|open| *open == id));
    let saved = StoredValue::new(saved);
    let open = move || {
        reading::open(app, &saved.get_value());
        app.dialog.set(None);
    };
    let from = StoredValue::new(button);
    let label = StoredValue::new(label);
    view! {
        <li class="report__scenario">
            <span class="report__scenario-name">{name}</span>
            {error.map(|error| view! { <span class="report__error">"Not saved: "{error}"."</span> })}
            <Show
                when=move || !is_open.get()
                fallback=|| view! { <span class="tag tag--level">"Open now"</span> }
            >
                <button
                    class="button"
                    type="button"
                    id=from.get_value()
                    aria-label=label.get_value()
                    on:click=move |_| leave.then(&from.get_value(), open)
                >
                    "Open"
                </button>
            </Show>
        </li>
    }
}

#[component]
fn SettingsReport(
    /// The settings that were taken in.
    settings: Settings,
) -> impl IntoView {
    let Settings { scenario, kind, label, after, changed, notes } = settings;
    let said = if changed {
        format!("Read into {scenario}, as one change: {kind}.")
    } else {
        format!("Read, and nothing changes in {scenario}: {kind}.")
    };
    let change = StoredValue::new((label, after));
    let app = App::expect();
    let newest = Memo::new(move |_| {
        app.session.with(|session| {
            let (undo, design) = (session.undo_label(), &session.workspace().design);
            change.with_value(|(label, after)| undo == Some(label.as_str()) && design == after)
        })
    });
    let undone = RwSignal::new(false);
    let undo = move || {
        if newest.get_untracked() {
            app.undo();
            undone.set(true);
        }
    };
    let state = move || match (newest.get(), undone.get()) {
        (true, _) => "",
        (false, true) => "Undone.",
        (false, false) => "There are newer changes: undo them first.",
    };
    let button = move || {
        view! {
            <div class="buttons">
                <button class="button" type="button" aria-disabled=move || (!newest.get()).to_string() on:click=move |_| undo()>
                    "Undo"
                </button>
                <span role="status">{state}</span>
            </div>
        }
    };
    let groups = LEVELS.into_iter().filter_map(|level| {
        let here: Vec<Note> = notes.iter().filter(|note| note.level == level).cloned().collect();
        (!here.is_empty()).then(|| view! { <Group title=level_name(level) notes=here /> })
    });
    view! {
        <p>{said}</p>
        {changed.then(button)}
        {groups.collect_view()}
    }
}

/// The notes of one level.
#[component]
fn Group(
    /// The level.
    title: &'static str,
    /// Its notes.
    notes: Vec<Note>,
) -> impl IntoView {
    let count = notes.len();
    let more = count.saturating_sub(MOST_NOTES);
    let entry = |note: Note| {
        let path = (!note.path.is_empty()).then(|| view! { <code class="note__path">{note.path}</code> });
        view! { <li class="note">{path}<span class="note__text">{note.text}</span></li> }
    };
    view! {
        <details class="report__group" open>
            <summary>{format!("{title} ({count})")}</summary>
            <ul class="notes">
                {notes.into_iter().take(MOST_NOTES).map(entry).collect_view()}
                {(more > 0).then(|| view! { <li class="note">{format!("and {more} more")}</li> })}
            </ul>
        </details>
    }
}
