//! The question before something opens in place of a scenario that is not saved.
//!
//! Saved work is left without a question. Nothing is opened here: the caller says what to do.

use std::sync::Arc;

use leptos::prelude::*;

use crate::controls::focus_when_drawn;
use crate::files;
use crate::state::App;
use crate::store::SaveState;
use crate::words;

const QUESTION: &str = "leave-question";

/// What waits for an answer, if anything does. Copy it freely.
#[derive(Clone, Copy)]
pub struct Leave {
    app: App,
    asked: RwSignal<Option<Asked>>,
}

#[derive(Clone)]
struct Asked {
    reason: String,
    /// The id of the button that was pressed; it gets the focus back.
    from: String,
    then: Arc<dyn Fn() + Send + Sync>,
}

impl Leave {
    /// Nothing is asked yet.
    pub fn new(app: App) -> Self {
        Self { app, asked: RwSignal::new(None) }
    }

    /// Does it at once if no work is lost by it, or asks first. `from` is the id of the button that was pressed.
    pub fn then(self, from: &str, then: impl Fn() + Send + Sync + 'static) {
        match danger(self.app) {
            None => then(),
            Some(reason) => {
                self.asked.set(Some(Asked { reason, from: from.to_owned(), then: Arc::new(then) }));
                focus_when_drawn(QUESTION.to_owned());
            }
        }
    }

    fn stay(self) {
        if let Some(asked) = self.asked.try_update(Option::take).flatten() {
            focus_when_drawn(asked.from);
        }
    }

    fn go_on(self) {
        if let Some(asked) = self.asked.try_update(Option::take).flatten() {
            (asked.then)();
        }
    }
}

/// Why the open scenario would be lost if another one were opened now; `None` where it is stored as it stands.
pub fn danger(app: App) -> Option<String> {
    app.store.flush();
    let reason = match app.store.state.get_untracked() {
        SaveState::Saved | SaveState::SavedPlainly | SaveState::Pending | SaveState::Fresh => return None,
        SaveState::NotSaved(reason) => reason,
        SaveState::Conflict => words::scenarios::another_tab_has_changed_it().to_owned(),
    };
    let stored = app.store.load(&app.store.id.get_untracked());
    let same = app.session.with_untracked(|session| stored.is_some_and(|saved| saved.workspace == *session.workspace()));
    (!same).then_some(reason)
}

/// The question, where one is asked.
#[component]
pub fn LeaveQuestion(
    /// What waits for an answer.
    leave: Leave,
) -> impl IntoView {
    let exported = RwSignal::new("");
    let export = move || {
        let workspace = leave.app.session.with_untracked(|session| session.workspace().clone());
        let taken = files::download(&files::file_name(&workspace.name), &files::document_text(&[workspace]));
        exported.set(if taken { words::scenarios::exported() } else { words::scenarios::browser_did_not_take_download() });
    };
    view! {
        <Show when=move || leave.asked.with(Option::is_some)>
            <section class="question" id=QUESTION tabindex="-1" aria-label=words::scenarios::unsaved_work()>
                <p>
                    {move || leave.asked.with(|asked| asked.as_ref().map(|asked| words::scenarios::open_scenario_not_saved(&asked.reason)))}
                </p>
                <div class="buttons">
                    <button class="button button--primary" type="button" on:click=move |_| export()>{words::scenarios::export_it()}</button>
                    <button class="button" type="button" on:click=move |_| leave.go_on()>{words::scenarios::go_on()}</button>
                    <button class="button" type="button" on:click=move |_| leave.stay()>{words::scenarios::stay()}</button>
                </div>
                <p role="status">{exported}</p>
            </section>
        </Show>
    }
}
