//! The versions of the open scenario: name the present one, see what changed, compare any two, restore, name, delete, download.
//!
//! What a button does is in `doing`; how versions are kept is decided by the engine's history. Nothing is restored over the scenario.

mod compare;
mod doing;
mod row;
mod unreadable;

use leptos::prelude::*;
use redemption_engine::history::{Version, Versions};

use super::leave::{Leave, LeaveQuestion};
use crate::app::VERSION_NAME;
use crate::controls::{Modal, focus_when_drawn};
use crate::state::{App, Dialog};
use crate::words;
use doing::Message;

const UNDO: &str = "history-undo";

/// The dialog with the versions.
#[component]
pub fn History() -> impl IntoView {
    view! {
        <Modal kind=Dialog::History title=words::common::history()>
            <Content />
        </Modal>
    }
}

/// What the parts of the dialog share.
#[derive(Clone, Copy)]
struct Shared {
    app: App,
    /// All versions.
    versions: Memo<Versions>,
    /// What the last press did.
    message: RwSignal<Option<Message>>,
    leave: Leave,
}

impl Shared {
    fn say(self, message: Message) {
        let can_undo = message.deleted.is_some();
        self.message.set(Some(message));
        if can_undo {
            focus_when_drawn(UNDO.to_owned());
        }
    }

    /// Says something once it is known, where the dialog is still there.
    fn later(self) -> doing::Later {
        std::sync::Arc::new(move |message| drop(self.message.try_set(Some(message))))
    }

    /// One of the versions.
    fn version(self, number: u64) -> Option<Version> {
        self.versions.with(|versions| versions.kept.iter().find(|version| version.number == number).cloned())
    }

    fn undo_delete(self) {
        let Some(raw) = self.message.try_update(Option::take).flatten().and_then(|message| message.deleted) else { return };
        self.say(doing::put_back(self.app, raw));
        focus_when_drawn(VERSION_NAME.to_owned());
    }
}

#[component]
fn Content() -> impl IntoView {
    let app = App::expect();
    let versions = Memo::new(move |_| app.store.versions());
    let shared = Shared { app, versions, message: RwSignal::new(None), leave: Leave::new(app) };
    let numbers = move || versions.with(|versions| versions.kept.iter().map(|version| version.number).collect::<Vec<_>>());
    let none = Memo::new(move |_| versions.with(|versions| versions.kept.is_empty()));
    view! {
        <p class="lead">
            {words::history::versions_of()}<strong>{move || app.with(|workspace| workspace.name.clone())}</strong>
            {words::history::one_made_before_first_change()}
        </p>
        <NamePresent shared=shared />
        <LeaveQuestion leave=shared.leave />
        <Said shared=shared />
        <Show when=move || none.get()>
            <p class="nothing">{words::history::no_version_yet_first_change()}</p>
        </Show>
        <Show when=move || !none.get()>
            <compare::Compare shared=shared />
            <section class="versions" aria-labelledby="versions-h">
                <h3 id="versions-h">{words::history::versions_newest_first()}</h3>
                <ol class="scenarios">
                    <For each=numbers key=|number| *number let:number>
                        <row::VersionRow shared=shared number=number />
                    </For>
                </ol>
            </section>
        </Show>
        <unreadable::UnreadableVersions shared=shared />
    }
}

/// The form that makes a named version of the scenario as it stands.
#[component]
fn NamePresent(
    /// What the dialog's parts share.
    shared: Shared,
) -> impl IntoView {
    if shared.app.naming.get_untracked() {
        shared.app.naming.set(false);
        focus_when_drawn(VERSION_NAME.to_owned());
    }
    let error = RwSignal::new("");
    let name = RwSignal::new(shared.versions.with_untracked(doing::next_name));
    let select = |event: web_sys::FocusEvent| event_target::<web_sys::HtmlInputElement>(&event).select();
    let save = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let label = name.get_untracked().trim().to_owned();
        if label.is_empty() {
            error.set(words::history::a_version_needs_a_name());
            focus_when_drawn(VERSION_NAME.to_owned());
            return;
        }
        error.set("");
        let message = doing::name_present(shared.app, &label, shared.later());
        if !message.failed {
            name.set(shared.versions.with_untracked(doing::next_name));
        }
        shared.say(message);
    };
    view! {
        <form class="rename" on:submit=save>
            <div class="field rename__field">
                <label class="field__label" for=VERSION_NAME>{words::history::name_of_this_version()}</label>
                <input
                    class="field__input"
                    id=VERSION_NAME
                    type="text"
                    maxlength="200"
                    autocomplete="off"
                    aria-describedby="version-name-error"
                    aria-invalid=move || (!error.with(|error| error.is_empty())).then_some("true")
                    prop:value=name
                    on:focus=select
                    on:input=move |event| name.set(event_target_value(&event))
                />
                <p class="field__error" id="version-name-error" role="alert">{error}</p>
            </div>
            <button class="button button--primary" type="submit">{words::common::save_named_version()}</button>
        </form>
    }
}

/// What the last press did, with a way back from a deletion.
#[component]
fn Said(
    /// What the dialog's parts share.
    shared: Shared,
) -> impl IntoView {
    let text = move || shared.message.with(|message| message.as_ref().map(|message| message.text.clone()));
    let failed = move || shared.message.with(|message| message.as_ref().is_some_and(|message| message.failed));
    let can_undo = Memo::new(move |_| shared.message.with(|message| message.as_ref().is_some_and(|said| said.deleted.is_some())));
    view! {
        <div class="said" data-failed=move || failed().to_string()>
            <p class="said__text" role="status">{text}</p>
            <Show when=move || can_undo.get()>
                <button class="button" type="button" id=UNDO on:click=move |_| shared.undo_delete()>{words::common::undo()}</button>
            </Show>
        </div>
    }
}
