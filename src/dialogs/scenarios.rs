//! The saved scenarios: open, rename, duplicate, delete, export; and what was stored but cannot be read.
//!
//! What a button does is in `doing`; how records are kept is decided by the engine's library.

pub(super) mod doing;
mod everything;
mod row;
mod unreadable;

use leptos::prelude::*;
use redemption_engine::library::{Listing, Saved};

use super::leave::{Leave, LeaveQuestion};
use crate::controls::{Modal, focus_when_drawn};
use crate::later::later;
use crate::state::{App, Dialog, NoticeAction};
use crate::words;
use doing::{Message, Row};

use doing::download_everything;
pub(crate) use everything::ask_to_clear;

const UNDO: &str = "scenarios-undo";
const NEW: &str = "scenarios-new";

later! {
    /// Downloads everything, and says so in the page.
    fn download_now(app: App) -> () {
        let message = download_everything(app);
        app.notify(message.text, None);
    }
}

later! {
    /// Opens a new scenario.
    fn open_new(app: App) -> () {
        doing::open_new(app);
    }
}

later! {
    /// Saves a copy of the open scenario, and says so in the page.
    fn duplicate_now(app: App) -> () {
        let later = std::sync::Arc::new(move |message: Message| app.announce(message.text));
        let message = doing::duplicate(app, &app.store.id.get_untracked(), later);
        if message.failed { app.notify(message.text, None) } else { app.announce(message.text) }
    }
}

later! {
    /// Deletes the open scenario; the page's notice has the way back.
    fn delete_now(app: App) -> () {
        let message = doing::delete(app, &app.store.id.get_untracked());
        if message.failed {
            app.notify(message.text, None);
        }
    }
}

/// Saves a copy of the open scenario from outside of the dialog.
pub(crate) fn duplicate_scenario(app: App) {
    leptos::task::spawn_local(async move { drop(duplicate_now(app).await) });
}

/// Deletes the open scenario from outside of the dialog.
pub(crate) fn delete_scenario(app: App) {
    leptos::task::spawn_local(async move { drop(delete_now(app).await) });
}

/// Opens a new scenario from outside of the dialog.
pub(crate) fn new_scenario(app: App) {
    leptos::task::spawn_local(async move { drop(open_new(app).await) });
}

/// Downloads everything from outside of the dialog.
pub(crate) fn download_all(app: App) {
    leptos::task::spawn_local(async move { drop(download_now(app).await) });
}

/// The dialog with the saved scenarios.
#[component]
pub fn Scenarios() -> impl IntoView {
    view! {
        <Modal kind=Dialog::Scenarios title=words::common::scenarios()>
            <Content />
        </Modal>
    }
}

/// What the parts of the dialog share.
#[derive(Clone, Copy)]
struct Shared {
    app: App,
    /// Everything that is stored.
    listing: Memo<Listing>,
    /// The rows of the list.
    rows: Memo<Vec<Row>>,
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

    fn undo_delete(self) {
        let Some(saved) = self.message.try_update(Option::take).flatten().and_then(|message| message.deleted) else { return };
        self.say(doing::restore(self.app, &saved));
        focus_when_drawn(NEW.to_owned());
    }
}

#[component]
fn Content() -> impl IntoView {
    let app = App::expect();
    let listing = Memo::new(move |_| app.store.list());
    let rows = Memo::new(move |_| listing.with(|listing| doing::rows(app, listing)));
    let shared = Shared { app, listing, rows, message: RwSignal::new(None), leave: Leave::new(app) };
    let new = move || {
        doing::open_new(app);
        app.dialog.set(None);
    };
    view! {
        <p class="lead">{words::scenarios::scenarios_saved_in_browser_as()}</p>
        <div class="buttons">
            <button class="button button--primary" type="button" id=NEW on:click=move |_| shared.leave.then(NEW, new)>
                {words::common::new_scenario()}
            </button>
            <button class="button" type="button" on:click=move |_| shared.say(doing::export_all(app, &listing.get_untracked()))>
                {words::scenarios::export_all()}
            </button>
        </div>
        <LeaveQuestion leave=shared.leave />
        <Said shared=shared />
        <ul class="scenarios">
            <For each=move || rows.get() key=|row| row.id.clone() let:row>
                <row::ScenarioRow shared=shared id=row.id />
            </For>
        </ul>
        <unreadable::UnreadableList shared=shared />
        <everything::Everything shared=shared />
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

/// Takes the page's notice of a deletion away, which was undone here.
fn drop_notice(app: App, saved: &Saved) {
    let is_that = |action: &Option<NoticeAction>| matches!(action, Some(NoticeAction::Restore(other)) if other.id == saved.id);
    app.notices.update(|notices| notices.retain(|notice| !is_that(&notice.action)));
}
