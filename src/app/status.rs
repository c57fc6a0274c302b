//! The status strip and the notices.

use leptos::prelude::*;
use redemption_engine::act::Begins;
use redemption_engine::design::Design;
use redemption_engine::flow::OutcomeKind;
use redemption_engine::problems::{Problem, Severity};
use redemption_engine::storyboard::guest_pages;
use redemption_engine::trace::{Next, Run};
use redemption_engine::wording;

use crate::commands::Command;
use crate::files;
use crate::offline;
use crate::state::{App, Dialog, Notice, NoticeAction, chapter_name};
use crate::store::{Role, SaveState};
use crate::words;

/// Outcome, problems, and whether work is saved.
#[component]
pub fn Status() -> impl IntoView {
    let app = App::expect();
    let readings = app.after_paint(move || app.with(|workspace| crate::dialogs::readings(&workspace.design.interpretations)));
    let screens = app.after_paint(move || app.run.with(|run| run.map_or(0, |run| guest_pages(run).len())));
    view! {
        <footer class="status" id="status" tabindex="-1">
            <Outcome />
            <span class="status__item">{move || words::status::screens(screens.get())}</span>
            <Show when=move || readings.with(|readings| !readings.is_empty())>
                <button
                    class="button button--quiet status__readings"
                    type="button"
                    aria-haspopup="dialog"
                    title=move || readings.with(|readings| wording::list(readings))
                    on:click=move |_| app.dialog.set(Some(Dialog::About))
                >
                    {move || words::status::other_readings(readings.with(Vec::len))}
                </button>
            </Show>
            <button class="button button--quiet status__problems" type="button" aria-haspopup="dialog" on:click=move |_| app.dialog.set(Some(Dialog::Problems))>
                {move || app.all_problems.with(|problems| counted(problems))}
            </button>
            <Golden />
            <span class="status__saved" data-state=move || standing(app).0>{move || standing(app).1}</span>
            <Show when=move || app.save_state() == SaveState::Fresh>
                <button class="button button--quiet" type="button" on:click=move |_| Command::Export.run(app)>{words::status::export_to_keep_it()}</button>
            </Show>
        </footer>
    }
}

/// How many problems there are of each level, as far as there are any.
fn counted(problems: &[Problem]) -> String {
    let count = |severity| problems.iter().filter(|problem| problem.severity == severity).count();
    let counts = [
        (count(Severity::Refused), words::status::refused as fn(usize) -> String),
        (count(Severity::Warning), words::status::warnings),
        (count(Severity::Note), words::status::notes),
    ];
    let said: Vec<String> = counts.into_iter().filter(|(count, _)| *count > 0).map(|(count, say)| say(count)).collect();
    if said.is_empty() { words::status::no_problems().to_owned() } else { said.join(", ") }
}

/// How the selected guest's run ends.
#[component]
pub(super) fn Outcome() -> impl IntoView {
    let app = App::expect();
    let standing =
        app.after_paint(move || app.run.with(|run| run.map(|run| app.with(|workspace| Standing::of(run, &workspace.design)))));
    let outcome = move || standing.get().map_or_else(|| words::status::no_guest().to_owned(), |standing| standing.says);
    let kind = move || standing.get().map_or("open", |standing| standing.kind);
    view! { <span class="status__outcome" data-kind=kind>{outcome}</span> }
}

/// How a run stands, in words and in markup.
#[derive(Clone, PartialEq)]
pub(crate) struct Standing {
    /// How it ends.
    pub(crate) says: String,
    /// The kind of end, in markup.
    pub(crate) kind: &'static str,
}

impl Standing {
    /// How a run stands.
    pub(crate) fn of(run: &Run, design: &Design) -> Self {
        let last = run.chapters.len().saturating_sub(1);
        let Some((chapter, outcome)) = run.last_chapter().and_then(|chapter| Some((chapter, chapter.outcome()?))) else {
            let says = match run.next {
                Next::Ended(outcome) => wording::outcome(outcome),
                Next::Person { .. } => words::common::waiting_for_the_guest(),
                Next::NoEdge(..) => words::common::no_rule_for_this_case(),
            };
            let kind = if matches!(run.next, Next::Person { .. }) { "waits" } else { "open" };
            return Self { says: says.to_owned(), kind };
        };
        let says = match chapter.begins {
            Begins::Invitation | Begins::Attempt(_) => wording::outcome(outcome).to_owned(),
            Begins::Operation(_) => {
                format!("{}: {}", chapter_name(run, last, &design.resource_tenant), wording::outcome(outcome))
            }
        };
        let kind = match outcome.kind() {
            OutcomeKind::In => "in",
            OutcomeKind::Error | OutcomeKind::DeadEnd => "stopped",
            OutcomeKind::Left => "left",
            OutcomeKind::Done => "open",
        };
        Self { says, kind }
    }
}

/// How many golden guests are as expected, with the first one who is not.
#[component]
fn Golden() -> impl IntoView {
    let app = App::expect();
    let failed = move || app.golden.with(|checked| checked.iter().filter(|one| !one.passed()).count());
    let passed = move || app.golden.with(Vec::len) - failed();
    let first = move || app.golden.with(|checked| checked.iter().find(|one| !one.passed()).cloned());
    let sentence = move || first().and_then(|checked| checked.miss).map(|miss| miss.sentence);
    view! {
        <Show when=move || app.golden.with(|checked| !checked.is_empty())>
            <button class="button button--quiet status__golden" type="button" aria-haspopup="dialog" on:click=move |_| app.dialog.set(Some(Dialog::Golden))>
                <span aria-hidden="true">{move || words::golden::marks(passed(), failed())}</span>
                <span class="visually-hidden">
                    {move || words::golden::passed_and_failed(passed(), failed())}
                </span>
            </button>
        </Show>
        <Show when=move || failed() != 0>
            <button
                class="button button--quiet status__miss"
                type="button"
                title=sentence
                on:click=move |_| {
                    if let Some(checked) = untrack(first) {
                        app.show_golden(&checked);
                    }
                }
            >
                <span class="status__cut">
                    {words::golden::not_as_expected()} ": " <bdi>{move || first().map(|checked| checked.guest)}</bdi> ". " {sentence}
                </span>
            </button>
        </Show>
    }
}

/// Whether work is kept, or that this tab only reads.
fn standing(app: App) -> (&'static str, &'static str) {
    match app.store.role.get() {
        Role::Reader => ("reads", words::status::read_only_open_in_another()),
        Role::Writer => save_word(&app.save_state()),
    }
}

pub(super) fn save_word(state: &SaveState) -> (&'static str, &'static str) {
    match state {
        SaveState::Saved => ("saved", words::status::saved_in_this_browser()),
        SaveState::SavedPlainly => ("savedPlainly", words::status::saved_but_crash_may_lose()),
        SaveState::Pending => ("pending", words::status::saving()),
        SaveState::Fresh => ("fresh", words::status::not_saved_fresh_page()),
        SaveState::NotSaved(_) => ("notSaved", words::status::not_saved()),
        SaveState::Conflict => ("conflict", words::status::not_saved_open_in_another()),
    }
}

/// What happened, with something to do about it.
#[component]
pub fn Notices() -> impl IntoView {
    let app = App::expect();
    let dismiss = move |notice: &Notice| app.notices.update(|notices| notices.retain(|other| other != notice));
    view! {
        <section class="notices" aria-label=words::status::notices()>
            <Unsaved />
            <Conflict />
            <ReadsOnly />
            <GaveWay />
            {move || {
                app.notices
                    .get()
                    .into_iter()
                    .map(|notice| {
                        let closing = notice.clone();
                        let doing = notice.clone();
                        let label = notice.action.as_ref().map(action_label);
                        view! {
                            <div class="notice">
                                <p class="notice__text">{notice.text}</p>
                                {label
                                    .map(|label| {
                                        view! {
                                            <button
                                                class="button"
                                                type="button"
                                                on:click=move |_| {
                                                    dismiss(&doing);
                                                    if let Some(action) = &doing.action {
                                                        carry_out(app, action);
                                                    }
                                                }
                                            >
                                                {label}
                                            </button>
                                        }
                                    })}
                                <button class="button button--quiet" type="button" aria-label=words::common::dismiss() on:click=move |_| dismiss(&closing)>
                                    "✕"
                                </button>
                            </div>
                        }
                    })
                    .collect_view()
            }}
        </section>
    }
}

/// Says that work is not being saved, and offers the export.
#[component]
fn Unsaved() -> impl IntoView {
    let app = App::expect();
    let reason = Memo::new(move |_| match app.save_state() {
        SaveState::NotSaved(reason) => Some(reason),
        SaveState::Saved | SaveState::SavedPlainly | SaveState::Pending | SaveState::Fresh | SaveState::Conflict => None,
    });
    view! {
        <Show when=move || reason.with(Option::is_some)>
            <div class="notice notice--warning" role="alert">
                <p class="notice__text">
                    {move || reason.get().map(words::status::your_work_not_being_saved)}
                </p>
                <button class="button" type="button" on:click=move |_| app.store.flush()>{words::common::try_again()}</button>
                <button class="button" type="button" on:click=move |_| export_now(app)>{words::common::export()}</button>
            </div>
        </Show>
    }
}

/// Says that another tab has saved this scenario, and offers both ways on.
#[component]
fn Conflict() -> impl IntoView {
    let app = App::expect();
    view! {
        <Show when=move || app.save_state() == SaveState::Conflict>
            <div class="notice notice--warning" role="alert">
                <p class="notice__text">{words::status::another_tab_changed_scenario_tab()}</p>
                <button class="button" type="button" on:click=move |_| load_other(app)>{words::status::load_that_version()}</button>
                <button class="button" type="button" on:click=move |_| keep_copy(app)>{words::status::keep_mine_as_a_copy()}</button>
            </div>
        </Show>
    }
}

/// Says that another tab has the scenario open, and offers both ways to change it.
#[component]
fn ReadsOnly() -> impl IntoView {
    let app = App::expect();
    view! {
        <Show when=move || app.store.role.get() == Role::Reader>
            <div class="notice">
                <p class="notice__text">{words::status::another_tab_scenario_open_changes()}</p>
                <button class="button" type="button" on:click=move |_| Command::TakeOver.run(app)>{words::status::take_over()}</button>
                <button class="button" type="button" on:click=move |_| make_copy(app)>{words::status::make_a_copy()}</button>
            </div>
        </Show>
    }
}

/// Says what was removed because the storage is full.
#[component]
fn GaveWay() -> impl IntoView {
    let app = App::expect();
    let gone = Memo::new(move |_| app.store.gave_way.get().versions);
    view! {
        <Show when=move || gone.get().gt(&0)>
            <div class="notice">
                <p class="notice__text">
                    {move || words::status::storage_full(gone.get())}
                </p>
                <button class="button" type="button" on:click=move |_| app.dialog.set(Some(Dialog::Scenarios))>{words::status::free_space()}</button>
                <button class="button button--quiet" type="button" aria-label=words::common::dismiss() on:click=move |_| app.store.gave_way.set(Default::default())>
                    "✕"
                </button>
            </div>
        </Show>
    }
}

fn make_copy(app: App) {
    app.store.become_a_copy(app);
    app.edit(words::status::copied(), |workspace| workspace.name = words::common::name_of_copy(&workspace.name));
}

fn load_other(app: App) {
    if let Some(saved) = app.store.other_tabs() {
        app.open_saved(saved);
    }
}

fn keep_copy(app: App) {
    app.edit(words::status::kept_as_a_copy(), |workspace| workspace.name = words::common::name_of_copy(&workspace.name));
    app.store.become_a_copy(app);
}

fn export_now(app: App) {
    let workspace = app.session.with_untracked(|session| session.workspace().clone());
    files::download(&files::file_name(&workspace.name), &files::document_text(&[workspace]));
}

fn action_label(action: &NoticeAction) -> &'static str {
    match action {
        NoticeAction::Undo | NoticeAction::Restore(_) => words::common::undo(),
        NoticeAction::Examples => words::common::examples(),
        NoticeAction::LoadOther(_) => words::status::load(),
        NoticeAction::Download { .. } => words::common::download(),
        NoticeAction::NewVersion => words::status::load_it(),
        NoticeAction::Reload => words::status::load_again(),
    }
}

fn carry_out(app: App, action: &NoticeAction) {
    match action {
        NoticeAction::Undo => app.undo(),
        NoticeAction::Restore(saved) => match app.store.put(saved) {
            Ok(()) => app.announce(words::status::is_back(&saved.workspace.name)),
            Err(error) => app.notify(words::common::could_not_be_brought_back(&saved.workspace.name, &error), None),
        },
        NoticeAction::Examples => app.dialog.set(Some(Dialog::Gallery)),
        NoticeAction::LoadOther(id) => {
            if let Some(saved) = app.store.load(id) {
                app.open_saved(saved);
            }
        }
        NoticeAction::Download { name, text } => {
            files::download_as(files::media_type(name), name, text);
        }
        NoticeAction::NewVersion => Command::NewVersion.run(app),
        NoticeAction::Reload => {
            super::save_now(app);
            offline::reload();
        }
    }
}
