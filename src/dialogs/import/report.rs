//! What was read, told: one part for each file, with what was taken, repaired and left out, and where. Scenarios are in `scenarios`.
//!
//! Nothing is read here, and a finding is never left out: long lists are cut with a count. Settings are taken when somebody says so.

use leptos::prelude::*;
use redemption_engine::graph::{Note, Reading};

use super::Importer;
use super::reading::{self, Finding, LEVELS, Report, Settings, level_name};
use super::scenarios::ScenarioList;
use crate::dialogs::changes::Changes;
use crate::dialogs::leave::{Leave, LeaveQuestion};
use crate::state::App;
use crate::words;

/// The id of the heading that gets the focus after a reading.
pub(super) const HEADING: &str = "import-report";

/// How many notes of a kind are listed one by one.
const MOST_NOTES: usize = 500;

/// The reports of the last reading; nothing before the first one.
#[component]
pub(super) fn Reports(
    /// What was read, and what is to be taken of it.
    import: Importer,
) -> impl IntoView {
    let leave = Leave::new(App::expect());
    let reports = import.reports;
    let parts = move || {
        let all = reports.get().into_iter().enumerate();
        all.map(|(at, report)| view! { <OneReport import=import at=at report=report leave=leave /> }).collect_view()
    };
    let settings = move |report: &Report| matches!(&report.finding, Finding::Settings(settings) if settings.any_read());
    view! {
        <p class="import__summary" role="status">{move || reports.with(|reports| (!reports.is_empty()).then(|| reading::summary(reports)))}</p>
        <Show when=move || !reports.with(Vec::is_empty)>
            <section class="import__reports" aria-labelledby=HEADING>
                <h3 id=HEADING tabindex="-1">{words::import::what_was_read()}</h3>
                <LeaveQuestion leave=leave />
                <Show when=move || reports.with(|reports| reports.iter().any(settings))>
                    <Take import=import />
                </Show>
                {parts}
            </section>
        </Show>
    }
}

/// Takes what was read into the open scenario, or takes it back.
#[component]
fn Take(
    /// What was read, and what is to be taken of it.
    import: Importer,
) -> impl IntoView {
    let app = import.app;
    let take = move |left_out: &std::collections::BTreeSet<(usize, usize)>| {
        let applied = import.reports.with_untracked(|reports| reading::apply(app, reports, left_out));
        import.applied.set(Some(applied));
    };
    let newest = Memo::new(move |_| {
        app.session.with(|session| {
            import.applied.with(|applied| {
                let is_newest = |applied: &reading::Applied| {
                    applied.changed
                        && session.undo_label() == Some(applied.label.as_str())
                        && *session.workspace() == applied.after
                };
                applied.as_ref().is_some_and(is_newest)
            })
        })
    });
    let undo = move |_| {
        if newest.get_untracked() {
            app.undo();
        }
    };
    let state = move || match (import.applied.with(|applied| applied.as_ref().map(|applied| applied.changed)), newest.get()) {
        (None, _) => words::import::nothing_is_taken_yet(),
        (Some(false), _) => words::import::nothing_changes_scenario_already(),
        (Some(true), true) => words::import::taken_as_one_change(),
        (Some(true), false) => words::import::undone_or_newer_changes(),
    };
    let some_left = move || !import.left_out.with(std::collections::BTreeSet::is_empty);
    view! {
        <div class="buttons">
            <button class="button button--primary" type="button" on:click=move |_| take(&std::collections::BTreeSet::new())>
                {words::import::apply_all()}
            </button>
            <button
                class="button"
                type="button"
                aria-disabled=move || (!some_left()).to_string()
                on:click=move |_| if some_left() { import.left_out.with_untracked(take) }
            >
                {words::import::apply_chosen()}
            </button>
            <button class="button" type="button" aria-disabled=move || (!newest.get()).to_string() on:click=undo>
                {words::common::undo()}
            </button>
            <span role="status">{state}</span>
        </div>
    }
}

#[component]
fn OneReport(
    /// What was read, and what is to be taken of it.
    import: Importer,
    /// Which report it is.
    at: usize,
    /// What became of one text.
    report: Report,
    /// Asks before unsaved work is left.
    leave: Leave,
) -> impl IntoView {
    let (state, content) = match report.finding {
        Finding::Refused(error) => ("refused", view! { <p>{words::import::not_read_nothing_changed(error)}</p> }.into_any()),
        Finding::Scenarios(list) => ("taken", view! { <ScenarioList import=import at=at list=list leave=leave /> }.into_any()),
        Finding::Settings(settings) => {
            let state = if settings.change() { "taken" } else { "unchanged" };
            (state, view! { <SettingsReport import=import at=at settings=*settings /> }.into_any())
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
fn SettingsReport(
    /// What was read, and what is to be taken of it.
    import: Importer,
    /// Which report it is.
    at: usize,
    /// The settings that were read.
    settings: Settings,
) -> impl IntoView {
    let Settings { scenario, readings, .. } = settings;
    let parts = readings.into_iter().enumerate();
    view! {
        <p>{words::import::for_scenario(&scenario)}</p>
        {parts.map(|(part, reading)| view! { <OnePart import=import place=(at, part) reading=reading /> }).collect_view()}
    }
}

/// One resource: what it would change, and what was taken, repaired and left out.
#[component]
fn OnePart(
    /// What was read, and what is to be taken of it.
    import: Importer,
    /// Which report and part it is.
    place: (usize, usize),
    /// What became of it.
    reading: Reading,
) -> impl IntoView {
    let kind = reading.kind.map_or(words::import::not_recognised(), redemption_engine::graph::ResourceKind::name);
    let name =
        if reading.name.is_empty() || reading.name == kind { kind.to_owned() } else { format!("{kind} ({})", reading.name) };
    let effect = match reading.result {
        Err(error) => return view! { <p>{words::import::part_not_read(name, error)}</p> }.into_any(),
        Ok(effect) => effect,
    };
    let id = format!("import-part-{}-{}", place.0, place.1);
    let is_chosen = move || !import.left_out.with(|left_out| left_out.contains(&place));
    let choose = move |event: web_sys::Event| {
        let wanted = event_target_checked(&event);
        import.left_out.update(|left_out| {
            if wanted {
                left_out.remove(&place)
            } else {
                left_out.insert(place)
            };
        });
    };
    let groups = LEVELS.into_iter().filter_map(|level| {
        let here: Vec<Note> = effect.notes.iter().filter(|note| note.level == level).cloned().collect();
        (!here.is_empty()).then(|| view! { <Group title=level_name(level) notes=here /> })
    });
    let groups = groups.collect_view();
    view! {
        <div class="report__part">
            <span class="toggle">
                <input class="toggle__box" id=id.clone() type="checkbox" prop:checked=is_chosen on:change=choose />
                <label class="toggle__label" for=id>{name}</label>
            </span>
            <Changes changes=effect.differences empty={words::import::nothing_changes()} />
            {groups}
        </div>
    }
    .into_any()
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
                {(more > 0).then(|| view! { <li class="note">{words::import::and_more(more)}</li> })}
            </ul>
        </details>
    }
}
