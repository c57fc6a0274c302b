//! The status strip and the notices.

use leptos::prelude::*;
use redemption_engine::act::Begins;
use redemption_engine::design::Design;
use redemption_engine::flow::OutcomeKind;
use redemption_engine::problems::Severity;
use redemption_engine::screen;
use redemption_engine::trace::{Next, Run};
use redemption_engine::wording;

use crate::commands::Command;
use crate::files;
use crate::offline;
use crate::state::{App, Dialog, Notice, NoticeAction, chapter_name};
use crate::store::{Role, SaveState};

/// Outcome, problems, and whether work is saved.
#[component]
pub fn Status() -> impl IntoView {
    let app = App::expect();
    let readings = Memo::new(move |_| app.with(|workspace| crate::dialogs::readings(&workspace.design.interpretations)));
    let screens = move || app.run.with(|run| run.map_or(0, |run| screen::screens(run).len()));
    let warnings =
        move || app.problems.with(|problems| problems.iter().filter(|problem| problem.severity == Severity::Warning).count());
    let notes = move || app.problems.with(Vec::len) - warnings();
    view! {
        <footer class="status" id="status" tabindex="-1">
            <Outcome />
            <span class="status__item">{move || counted(screens(), "screen")}</span>
            <Show when=move || readings.with(|readings| !readings.is_empty())>
                <button
                    class="button button--quiet status__readings"
                    type="button"
                    aria-haspopup="dialog"
                    title=move || readings.with(|readings| wording::list(readings))
                    on:click=move |_| app.dialog.set(Some(Dialog::About))
                >
                    {move || counted(readings.with(Vec::len), "other reading")}
                </button>
            </Show>
            <button class="button button--quiet status__problems" type="button" aria-haspopup="dialog" on:click=move |_| app.dialog.set(Some(Dialog::Problems))>
                {move || format!("{}, {}", counted(warnings(), "warning"), counted(notes(), "note"))}
            </button>
            <span class="status__saved" data-state=move || standing(app).0>{move || standing(app).1}</span>
            <Show when=move || app.save_state() == SaveState::Fresh>
                <button class="button button--quiet" type="button" on:click=move |_| Command::Export.run(app)>"Export to keep it"</button>
            </Show>
        </footer>
    }
}

/// How the selected guest's run ends.
#[component]
pub(super) fn Outcome() -> impl IntoView {
    let app = App::expect();
    let standing =
        Memo::new(move |_| app.run.with(|run| run.map(|run| app.with(|workspace| Standing::of(run, &workspace.design)))));
    let outcome = move || standing.get().map_or_else(|| "No guest".to_owned(), |standing| standing.says);
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
                Next::Person { .. } => "Waiting for the guest",
                Next::NoEdge(..) => "No rule for this case",
            };
            return Self { says: says.to_owned(), kind: "open" };
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
            OutcomeKind::Left | OutcomeKind::Done => "open",
        };
        Self { says, kind }
    }
}

/// A number with its noun.
fn counted(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

/// Whether work is kept, or that this tab only reads.
fn standing(app: App) -> (&'static str, &'static str) {
    match app.store.role.get() {
        Role::Reader => ("reads", "Read only: open in another tab"),
        Role::Writer => save_word(&app.save_state()),
    }
}

pub(super) fn save_word(state: &SaveState) -> (&'static str, &'static str) {
    match state {
        SaveState::Saved => ("saved", "Saved in this browser"),
        SaveState::SavedPlainly => ("savedPlainly", "Saved, but a crash may lose the last seconds"),
        SaveState::Pending => ("pending", "Saving …"),
        SaveState::Fresh => ("fresh", "Not saved: fresh page"),
        SaveState::NotSaved(_) => ("notSaved", "Not saved"),
        SaveState::Conflict => ("conflict", "Not saved: open in another tab"),
    }
}

/// What happened, with something to do about it.
#[component]
pub fn Notices() -> impl IntoView {
    let app = App::expect();
    let dismiss = move |notice: &Notice| app.notices.update(|notices| notices.retain(|other| other != notice));
    view! {
        <section class="notices" aria-label="Notices">
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
                                <button class="button button--quiet" type="button" aria-label="Dismiss" on:click=move |_| dismiss(&closing)>
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
                    "Your work is not being saved: " {move || reason.get()} ". Export it to keep it."
                </p>
                <button class="button" type="button" on:click=move |_| app.store.flush()>"Try again"</button>
                <button class="button" type="button" on:click=move |_| export_now(app)>"Export"</button>
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
                <p class="notice__text">"Another tab has changed this scenario. This tab no longer saves over it."</p>
                <button class="button" type="button" on:click=move |_| load_other(app)>"Load that version"</button>
                <button class="button" type="button" on:click=move |_| keep_copy(app)>"Keep mine as a copy"</button>
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
                <p class="notice__text">"Another tab has this scenario open. Its changes are shown here; this tab changes nothing."</p>
                <button class="button" type="button" on:click=move |_| Command::TakeOver.run(app)>"Take over"</button>
                <button class="button" type="button" on:click=move |_| make_copy(app)>"Make a copy"</button>
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
                    "The browser's storage for this site is full. To save your work, "
                    {move || counted(gone.get(), "oldest automatic version")} {move || if gone.get() == 1 { " was" } else { " were" }} " removed."
                </p>
                <button class="button" type="button" on:click=move |_| app.dialog.set(Some(Dialog::Scenarios))>"Free space"</button>
                <button class="button button--quiet" type="button" aria-label="Dismiss" on:click=move |_| app.store.gave_way.set(Default::default())>
                    "✕"
                </button>
            </div>
        </Show>
    }
}

fn make_copy(app: App) {
    app.store.become_a_copy(app);
    app.edit("Copied", |workspace| workspace.name = format!("{} (copy)", workspace.name));
}

fn load_other(app: App) {
    if let Some(saved) = app.store.other_tabs() {
        app.open_saved(saved);
    }
}

fn keep_copy(app: App) {
    app.edit("Kept as a copy", |workspace| workspace.name = format!("{} (copy)", workspace.name));
    app.store.become_a_copy(app);
}

fn export_now(app: App) {
    let workspace = app.session.with_untracked(|session| session.workspace().clone());
    files::download(&files::file_name(&workspace.name), &files::document_text(&[workspace]));
}

fn action_label(action: &NoticeAction) -> &'static str {
    match action {
        NoticeAction::Undo | NoticeAction::Restore(_) => "Undo",
        NoticeAction::Examples => "Examples",
        NoticeAction::LoadOther(_) => "Load",
        NoticeAction::Download { .. } => "Download",
        NoticeAction::NewVersion => "Load it",
        NoticeAction::Reload => "Load again",
    }
}

fn carry_out(app: App, action: &NoticeAction) {
    match action {
        NoticeAction::Undo => app.undo(),
        NoticeAction::Restore(saved) => match app.store.put(saved) {
            Ok(()) => app.announce(format!("{} is back", saved.workspace.name)),
            Err(error) => app.notify(format!("{} could not be brought back: {error}.", saved.workspace.name), None),
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
