//! What the buttons of the list do.
//!
//! Every refusal of the browser's storage becomes a message; nothing is written over another scenario.

use std::sync::Arc;

use leptos::prelude::*;
use redemption_engine::address::EmailAddress;
use redemption_engine::design::Design;
use redemption_engine::document::caps;
use redemption_engine::guest::Guest;
use redemption_engine::keeping::Inventory;
use redemption_engine::library::{Listing, Saved, Stamp};
use redemption_engine::session::Session;
use redemption_engine::wording;
use redemption_engine::workspace::Workspace;

use crate::app::first_workspace;
use crate::files;
use crate::state::{App, NoticeAction};
use crate::store::{Hears, Kept, SaveState, new_id};
use crate::words;

/// What a press did.
#[derive(Clone, PartialEq)]
pub(super) struct Message {
    /// In one or two sentences.
    pub(super) text: String,
    /// Whether it did not do what was asked.
    pub(super) failed: bool,
    /// The scenario that was deleted and can be brought back.
    pub(super) deleted: Option<Box<Saved>>,
}

impl Message {
    /// It did what was asked.
    pub(super) fn done(text: impl Into<String>) -> Self {
        Self { text: text.into(), failed: false, deleted: None }
    }

    /// It did not do what was asked.
    pub(super) fn failed(text: impl Into<String>) -> Self {
        Self { text: text.into(), failed: true, deleted: None }
    }
}

/// A row of the list.
#[derive(Clone, PartialEq)]
pub(super) struct Row {
    /// The scenario's id.
    pub(super) id: String,
    /// Its name.
    pub(super) name: String,
    /// Guests and edition.
    pub(super) about: String,
    /// Whether it is open, and how it is saved then.
    pub(super) standing: Standing,
}

/// Whether a scenario is open, and how it is saved then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    /// Open and saved.
    Open,
    /// Open, and nothing was changed that could be saved.
    OpenUnchanged,
    /// Open with changes that are not saved.
    OpenUnsaved,
    /// Saved.
    Closed,
}

impl Standing {
    /// Whether it is open.
    pub(super) fn is_open(self) -> bool {
        self != Self::Closed
    }

    /// The word beside the name; empty where there is nothing to say.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Open => words::common::open_now(),
            Self::OpenUnchanged => words::scenarios::open_now_not_changed_yet(),
            Self::OpenUnsaved => words::scenarios::open_now_not_saved(),
            Self::Closed => "",
        }
    }
}

/// The rows: the open scenario first, then the others by name.
pub(super) fn rows(app: App, listing: &Listing) -> Vec<Row> {
    let open = app.store.id.get();
    let stored = listing.saved.iter().any(|saved| saved.id == open);
    let standing = match app.save_state() {
        SaveState::NotSaved(_) | SaveState::Conflict => Standing::OpenUnsaved,
        SaveState::Saved | SaveState::SavedPlainly | SaveState::Pending | SaveState::Fresh if stored => Standing::Open,
        SaveState::Saved | SaveState::SavedPlainly | SaveState::Pending | SaveState::Fresh => Standing::OpenUnchanged,
    };
    let mut rows = vec![app.with(|workspace| row(&open, workspace, standing))];
    let others = listing.saved.iter().filter(|saved| saved.id != open);
    rows.extend(others.map(|saved| row(&saved.id, &saved.workspace, Standing::Closed)));
    rows.sort_by_cached_key(|row| (row.standing, row.name.to_lowercase(), row.id.clone()));
    rows
}

fn row(id: &str, workspace: &Workspace, standing: Standing) -> Row {
    let guests = match workspace.guests.len() {
        0 => words::scenarios::no_guests().to_owned(),
        some => words::scenarios::guests(some),
    };
    let about = words::scenarios::rules_of(&guests, wording::edition(workspace.design.edition));
    Row { id: id.to_owned(), name: workspace.name.clone(), about, standing }
}

/// The scenario as it stands now: the open one with its newest changes.
fn current(app: App, id: &str) -> Option<Saved> {
    if app.store.id.with_untracked(|open| open == id) {
        let (workspace, view) = app.session.with_untracked(|session| (session.workspace().clone(), session.view()));
        Some(Saved { id: id.to_owned(), stamp: Stamp::default(), workspace, view })
    } else {
        app.store.load(id)
    }
}

/// What is stored, read once.
fn stored(app: App) -> Vec<Saved> {
    untrack(|| app.store.list()).saved
}

fn gone() -> Message {
    Message::failed(words::scenarios::scenario_no_longer_stored_another())
}

/// Opens a saved scenario.
pub(super) fn open(app: App, id: &str) -> Result<(), Message> {
    let saved = app.store.load(id).ok_or_else(gone)?;
    app.open_saved(saved);
    Ok(())
}

/// Opens a brand-new tenant with one guest.
pub(in crate::dialogs) fn open_new(app: App) {
    let taken: Vec<String> = stored(app).into_iter().map(|saved| saved.workspace.name).collect();
    let workspace = Workspace::new(free_name(words::common::new_scenario(), &taken), Design::default(), first_guest());
    app.open_new(Session::open_first(workspace));
}

fn first_guest() -> Vec<Guest> {
    let guest = |invited_email| Guest::invited("Nina", invited_email);
    EmailAddress::parse("nina@adatum.example").map(guest).into_iter().collect()
}

/// The name, or the name with the first number that is not taken.
pub(in crate::dialogs) fn free_name(name: &str, taken: &[String]) -> String {
    let numbered = (2..).map(|number: u32| format!("{name} {number}"));
    let mut names = std::iter::once(name.to_owned()).chain(numbered);
    names.find(|name| !taken.contains(name)).unwrap_or_else(|| name.to_owned())
}

/// Says something once it is known.
pub(super) type Later = Arc<dyn Fn(Message) + Send + Sync>;

fn heard(done: String, not_done: fn(&str) -> String, later: Later) -> Vec<Hears> {
    vec![Arc::new(move |kept: Kept| later(kept.told(&done, not_done).map_or_else(Message::failed, Message::done)))]
}

/// Gives a scenario another name, or says why not. Where it is not open, how well that is kept is said later.
pub(super) fn rename(app: App, id: &str, name: &str, later: Later) -> Result<Message, String> {
    let name = name.trim();
    if name.is_empty() {
        return Err(words::scenarios::a_scenario_needs_a_name().to_owned());
    }
    let done = words::scenarios::renamed_to(name);
    if app.store.id.with_untracked(|open| open == id) {
        app.edit(words::common::scenario_renamed(), |workspace| name.clone_into(&mut workspace.name));
        return Ok(Message::done(done));
    }
    let Some(mut saved) = app.store.load(id) else { return Err(gone().text) };
    name.clone_into(&mut saved.workspace.name);
    let put = app.store.put_and_hear(&saved, heard(done, |reason| words::scenarios::not_renamed(reason), later));
    put.map(|()| Message::done(words::scenarios::renaming_to(name))).map_err(|error| words::scenarios::not_renamed(&error))
}

/// Saves a copy of a scenario. How well it is kept is said later.
pub(super) fn duplicate(app: App, id: &str, later: Later) -> Message {
    let Some(mut copy) = current(app, id) else { return gone() };
    copy.id = new_id();
    let taken: Vec<String> = stored(app).into_iter().map(|saved| saved.workspace.name).collect();
    copy.workspace.name = free_name(&words::common::name_of_copy(&copy.workspace.name), &taken);
    let name = &copy.workspace.name;
    match app
        .store
        .put_and_hear(&copy, heard(words::common::saved(name), |reason| words::scenarios::not_duplicated(reason), later))
    {
        Ok(()) => Message::done(words::common::saving_named(name)),
        Err(error) => Message::failed(words::scenarios::not_duplicated(&error)),
    }
}

/// Deletes a scenario. Where it is the open one, another one opens.
pub(super) fn delete(app: App, id: &str) -> Message {
    let Some(saved) = current(app, id) else { return gone() };
    let name = saved.workspace.name.clone();
    if app.store.id.with_untracked(|open| open == id) {
        if app.store.state.with_untracked(|state| *state == SaveState::Conflict) {
            return Message::failed(words::scenarios::another_tab_changed_scenario_close());
        }
        match stored(app).into_iter().find(|other| other.id != id) {
            Some(other) => app.open_saved(other),
            None => app.open_new(Session::open_first(first_workspace())),
        }
    }
    // Opening another one writes what waited, so the removal comes last.
    match app.store.remove(id) {
        Ok(()) => {
            let text = words::common::deleted(&name);
            app.notify(text.clone(), Some(NoticeAction::Restore(Box::new(saved.clone()))));
            Message { text, failed: false, deleted: Some(Box::new(saved)) }
        }
        Err(error) => Message::failed(words::common::was_not_deleted(&name, &error)),
    }
}

/// Brings a deleted scenario back.
pub(super) fn restore(app: App, saved: &Saved) -> Message {
    match app.store.put(saved) {
        Ok(()) => {
            super::drop_notice(app, saved);
            Message::done(words::scenarios::is_back(&saved.workspace.name))
        }
        Err(error) => Message {
            text: words::common::could_not_be_brought_back(&saved.workspace.name, &error),
            failed: true,
            deleted: Some(Box::new(saved.clone())),
        },
    }
}

/// Downloads one scenario.
pub(super) fn export(app: App, id: &str) -> Message {
    let Some(saved) = current(app, id) else { return gone() };
    let name = files::file_name(&saved.workspace.name);
    download(&name, &files::document_text(&[saved.workspace]))
}

/// Downloads all scenarios: in one file, or in several where one would be too long to be read back.
pub(super) fn export_all(app: App, listing: &Listing) -> Message {
    let open = app.store.id.get_untracked();
    let mut all = vec![app.session.with_untracked(|session| session.workspace().clone())];
    all.extend(listing.saved.iter().filter(|saved| saved.id != open).map(|saved| saved.workspace.clone()));
    let parts = all.chunks(caps::longest_list("workspaces"));
    let several = parts.len() > 1;
    let mut message = Message::done("");
    for (position, part) in parts.enumerate() {
        let title =
            if several { words::scenarios::all_scenarios(position + 1) } else { words::common::all_scenarios().to_owned() };
        message = download(&files::file_name(&title), &files::document_text(part));
        if message.failed {
            return message;
        }
    }
    if several { Message::done(words::scenarios::exported_scenarios_in_several_files(all.len())) } else { message }
}

/// Downloads all scenarios with their versions, in one file.
pub(super) fn download_everything(app: App) -> Message {
    let everything = match app.store.everything(app) {
        Ok(everything) => everything,
        Err(error) => return Message::failed(words::scenarios::nothing_was_downloaded(&error)),
    };
    let message = download(&files::file_name("everything"), &everything.text);
    if message.failed {
        return message;
    }
    let Inventory { workspaces, versions, unreadable, .. } = everything.inventory;
    let done = words::scenarios::downloaded_and(
        words::common::count_of_scenarios(workspaces),
        words::scenarios::count_of_versions(versions),
    );
    let Some(text) = everything.unreadable else { return Message::done(done) };
    let beside = download(words::scenarios::unreadable_json(), &text);
    if beside.failed {
        return beside;
    }
    Message::done(words::scenarios::and_beside_it(done, words::scenarios::items_could_not_read(unreadable)))
}

/// Offers a text as a download.
pub(super) fn download(name: &str, text: &str) -> Message {
    if files::download(name, text) {
        Message::done(words::common::exported(name))
    } else {
        Message::failed(words::common::browser_did_not_take_download(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_name_is_numbered_until_it_is_free() {
        let taken = ["New scenario".to_owned(), "New scenario 2".to_owned()];
        assert_eq!(free_name("New scenario", &taken), "New scenario 3");
        assert_eq!(free_name("Another", &taken), "Another");
    }

    #[test]
    fn a_brand_new_tenant_has_one_guest() {
        assert_eq!(first_guest().len(), 1);
    }
}
