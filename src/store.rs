//! Saving and loading: the engine's library over the browser's local storage, with memory as the last resort.
//!
//! How records are written and which revision wins is decided in `redemption_engine::library`; what is stored beside them is in
//! `beside`. A journal that survives a killed browser and one writer per scenario are not here yet.

mod beside;

pub use beside::{Raw, recall};

use std::cell::RefCell;
use std::collections::BTreeMap;

use gloo_storage::Storage as _;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use redemption_engine::history::Pace;
use redemption_engine::keeping;
use redemption_engine::library::{self, Listing, SaveError, Saved, Storage, StorageError};
use redemption_engine::session::{Session, View};
use redemption_engine::workspace::Workspace;

use crate::storage;

/// How long a change waits for the next one before it is written, in milliseconds.
const DEBOUNCE: u32 = 300;

/// Whether work is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// Everything is written.
    Saved,
    /// A change waits to be written.
    Pending,
    /// A fresh page: nothing is kept beyond it, as was asked for.
    Fresh,
    /// Nothing is kept beyond this page, and why.
    NotSaved(String),
    /// Another tab has saved this scenario; this one no longer writes.
    Conflict,
}

/// The saved scenarios and the state of saving. Copy it freely.
#[derive(Clone, Copy)]
pub struct Store {
    /// Whether work is kept.
    pub state: RwSignal<SaveState>,
    /// The open scenario's id.
    pub id: RwSignal<String>,
    revision: StoredValue<u64>,
    due: StoredValue<Option<Due>>,
    /// What needs no writing: as it was opened or written last.
    clean: StoredValue<Option<Due>>,
    timer: StoredValue<Option<Timeout>, LocalStorage>,
    /// The session as it was kept last.
    session: StoredValue<Option<Session>>,
    /// The session of which the undo log was written last.
    logged: StoredValue<Option<Session>>,
    /// The undo log of an earlier visit that was not taken up yet.
    log: StoredValue<Option<String>>,
    /// When automatic versions are due.
    pace: StoredValue<Pace>,
    /// The versions of scenarios that were removed in this visit, so that they can be put back.
    removed: StoredValue<BTreeMap<String, beside::Raw>>,
    /// Counts changes of the list of scenarios, so that it is read again.
    listed: RwSignal<u32>,
}

/// What waits to be written.
#[derive(Clone, PartialEq)]
struct Due {
    workspace: Workspace,
    view: View,
}

/// What the page finds when it starts.
pub struct Found {
    /// The scenario to open, if one is saved.
    pub saved: Option<Saved>,
    /// How many things could not be read that were not moved aside before.
    pub newly_unreadable: usize,
}

impl Store {
    /// A store that has nothing open yet.
    pub fn new() -> Self {
        Self {
            state: RwSignal::new(kept()),
            id: RwSignal::new(new_id()),
            revision: StoredValue::new(0),
            due: StoredValue::new(None),
            clean: StoredValue::new(None),
            timer: StoredValue::new_local(None),
            session: StoredValue::new(None),
            logged: StoredValue::new(None),
            log: StoredValue::new(None),
            pace: StoredValue::new(Pace::default()),
            removed: StoredValue::new(BTreeMap::new()),
            listed: RwSignal::new(0),
        }
    }

    /// Reads what is saved: the scenario that was open last, or else any.
    pub fn find(&self) -> Found {
        let known = library::quarantined(&Browser);
        let listing = library::list(&Browser).unwrap_or_default();
        let open = library::open_id(&Browser);
        let position = listing.saved.iter().position(|saved| Some(&saved.id) == open.as_ref());
        let saved = listing.saved.get(position.unwrap_or(0)).cloned();
        Found { saved, newly_unreadable: listing.unreadable.len().saturating_sub(known) }
    }

    /// All saved scenarios, and follows changes of the list.
    pub fn list(&self) -> Listing {
        self.listed.track();
        library::list(&Browser).unwrap_or_default()
    }

    /// Reads one scenario as it is stored now.
    pub fn load(&self, id: &str) -> Option<Saved> {
        library::load(&Browser, id).ok().flatten()
    }

    /// Notes that a scenario is open as it is in this revision (0: never saved). It is written once it changes.
    pub fn opened(&self, id: &str, revision: u64, session: &Session) {
        self.clean.set_value(Some(Due::of(session)));
        self.id.set(id.to_owned());
        self.revision.set_value(revision);
        self.state.set(kept());
        self.opened_beside(id, session);
        // Only which scenario opens first is lost where this cannot be kept; the state above says so.
        drop(library::set_open_id(&Browser, id));
        self.listed.update(|count| *count += 1);
    }

    /// Keeps a change: it is written after a short wait, together with what follows it.
    pub fn keep(&self, session: &Session) {
        if self.state.with_untracked(|state| *state == SaveState::Conflict) {
            return;
        }
        let due = Due::of(session);
        self.session.set_value(Some(session.clone()));
        if self.clean.with_value(|clean| clean.as_ref() == Some(&due)) && self.due.with_value(Option::is_none) {
            return;
        }
        crate::recovery::remember(&due.workspace);
        self.due.set_value(Some(due));
        if matches!(self.state.get_untracked(), SaveState::Saved) {
            self.state.set(SaveState::Pending);
        }
        let store = *self;
        self.timer.set_value(Some(Timeout::new(DEBOUNCE, move || store.flush())));
    }

    /// Writes what waits, now.
    pub fn flush(&self) {
        self.timer.set_value(None);
        let Some(due) = self.due.try_update_value(Option::take).flatten() else { return };
        let id = self.id.get_untracked();
        let write = |over| keeping::save(&Browser, &id, over, &due.workspace, due.view);
        let written = match write(self.revision.get_value()) {
            Err(SaveError::Conflict { stored }) if self.only_looked_at(&id, &due) => write(stored),
            written => written,
        };
        let state = match written {
            Ok(revision) => {
                let first = self.revision.get_value() == 0;
                self.revision.set_value(revision);
                let before = self.clean.try_update_value(|clean| clean.replace(due.clone())).flatten();
                self.write_log();
                self.keep_version_if_due(before.map(|before| before.workspace), due.workspace);
                if first {
                    drop(library::set_open_id(&Browser, &id));
                }
                self.listed.update(|count| *count += 1);
                kept()
            }
            Err(SaveError::Conflict { .. }) => {
                self.due.set_value(Some(due));
                SaveState::Conflict
            }
            Err(error @ (SaveError::Storage(_) | SaveError::NotKept | SaveError::Unreadable)) => {
                self.due.set_value(Some(due));
                SaveState::NotSaved(error.to_string())
            }
        };
        self.state.set(state);
    }

    /// Whether what another tab has stored differs from this tab's only in what is looked at.
    fn only_looked_at(&self, id: &str, due: &Due) -> bool {
        let Some(stored) = self.load(id) else { return false };
        let as_before = self.clean.with_value(|clean| clean.as_ref().is_some_and(|clean| clean.workspace == stored.workspace));
        as_before || stored.workspace == due.workspace
    }

    /// Whether there is work that is kept only by this page.
    pub fn has_unsaved(&self) -> bool {
        self.due.with_value(Option::is_some)
            || self.state.with_untracked(|state| matches!(state, SaveState::NotSaved(_) | SaveState::Conflict))
                && self.revision.get_value() > 0
    }

    /// Goes on as a new scenario, leaving the stored one to the other tab.
    pub fn become_a_copy(&self, session: &Session) {
        self.opened(&new_id(), 0, session);
        self.clean.set_value(None);
        self.keep(session);
        self.flush();
    }

    /// Saves a scenario that is not open. Answers why not.
    pub fn put(&self, saved: &Saved) -> Result<(), SaveError> {
        let stored = library::load(&Browser, &saved.id)?.map_or(0, |other| other.revision);
        keeping::save(&Browser, &saved.id, stored, &saved.workspace, saved.view)?;
        self.put_versions_back(&saved.id);
        self.listed.update(|count| *count += 1);
        Ok(())
    }

    /// Removes a scenario.
    pub fn remove(&self, id: &str) -> Result<(), StorageError> {
        let versions = keeping::remove(&Browser, id)?;
        self.removed.update_value(|removed| drop(removed.insert(id.to_owned(), versions)));
        self.listed.update(|count| *count += 1);
        Ok(())
    }

    /// Removes something unreadable that the user no longer wants.
    pub fn discard(&self, unreadable: &library::Unreadable) -> Result<(), StorageError> {
        library::discard(&Browser, unreadable)?;
        self.listed.update(|count| *count += 1);
        Ok(())
    }

    /// Looks at what another tab wrote: a newer revision of the open scenario with another content stops this tab from writing,
    /// and a scenario that was removed there is written again from here.
    pub fn other_tab_wrote(&self, key: Option<&str>, session: &Session) {
        let id = self.id.get_untracked();
        if key.is_none() || key.and_then(library::id_of) == Some(id.as_str()) {
            match self.load(&id) {
                Some(saved) if saved.revision > self.revision.get_value() => {
                    if self.only_looked_at(&id, &Due::of(session)) {
                        self.revision.set_value(saved.revision);
                    } else {
                        self.state.set(SaveState::Conflict);
                    }
                }
                None if self.revision.get_value() > 0 => {
                    self.revision.set_value(0);
                    self.clean.set_value(None);
                    self.keep(session);
                }
                Some(_) | None => {}
            }
        }
        self.listed.update(|count| *count += 1);
    }
}

impl Due {
    fn of(session: &Session) -> Self {
        Self { workspace: session.workspace().clone(), view: session.view() }
    }
}

impl Default for Store {
    fn default() -> Self {
        Self::new()
    }
}

/// A new scenario's id.
pub fn new_id() -> String {
    #[cfg(target_arch = "wasm32")]
    let id = uuid::Uuid::new_v4().to_string();
    #[cfg(not(target_arch = "wasm32"))]
    let id = uuid::Uuid::nil().to_string();
    id
}

/// What a write that succeeded is worth: nothing beyond this page where the browser refuses storage.
fn kept() -> SaveState {
    match local_storage() {
        Err(_) if storage::is_fresh() => SaveState::Fresh,
        Ok(()) => SaveState::Saved,
        Err(error) => SaveState::NotSaved(error.to_string()),
    }
}

/// The browser's local storage, where it is allowed. `gloo_storage` panics where it is refused, so it is asked for here first.
fn local_storage() -> Result<(), StorageError> {
    storage::local().map(drop).ok_or(StorageError::Refused)
}

thread_local! {
    /// Keeps scenarios for as long as the page is open, where the browser refuses to.
    static MEMORY: RefCell<BTreeMap<String, String>> = const { RefCell::new(BTreeMap::new()) };
}

/// The browser's local storage, or memory where it is refused.
struct Browser;

impl Storage for Browser {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        if local_storage().is_err() {
            return Ok(MEMORY.with_borrow(|memory| memory.get(key).cloned()));
        }
        gloo_storage::LocalStorage::raw().get_item(key).map_err(|_| StorageError::Refused)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        if local_storage().is_err() {
            MEMORY.with_borrow_mut(|memory| memory.insert(key.to_owned(), value.to_owned()));
            return Ok(());
        }
        gloo_storage::LocalStorage::raw().set_item(key, value).map_err(|_| StorageError::Full)
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        if local_storage().is_err() {
            MEMORY.with_borrow_mut(|memory| memory.remove(key));
            return Ok(());
        }
        gloo_storage::LocalStorage::raw().remove_item(key).map_err(|_| StorageError::Refused)
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        if local_storage().is_err() {
            return Ok(MEMORY.with_borrow(|memory| memory.keys().cloned().collect()));
        }
        let storage = gloo_storage::LocalStorage::raw();
        let length = storage.length().map_err(|_| StorageError::Refused)?;
        Ok((0..length).filter_map(|position| storage.key(position).ok().flatten()).collect())
    }
}
