//! Saving and loading: the engine's library over the browser's local storage, with memory as the last resort.
//!
//! How records are written and which revision wins is decided in `redemption_engine::library`; what is stored beside them is in
//! `beside`, the journal that survives a killed browser in `journal`, what follows from its answers in `answered`, which tab may write in `tabs`, and what it
//! hears of others in `heard`.

mod answered;
mod beside;
mod browser;
mod everything;
mod heard;
mod journal;
mod lasting;
mod tabs;

pub use beside::{Raw, recall};
pub use everything::{Everything, clear_all};
pub use journal::{Hears, Kept, catch_up};
pub use tabs::{Role, claim, take_over};

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use redemption_engine::history::Pace;
use redemption_engine::keeping::{self, GaveWay};
use redemption_engine::library::{self, Base, Listing, Record, SaveError, Saved, Stamp, StorageError};
use redemption_engine::session::{Session, View};
use redemption_engine::workspace::Workspace;

use crate::state::{App, SessionSignal};
use crate::storage;
use browser::{Browser, local_storage};
use journal::Waiting;

/// How long a change waits for the next one before it is written, in milliseconds.
const DEBOUNCE: u32 = 300;

/// Whether work is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// Everything is written, and the disk has it.
    Saved,
    /// Everything is written; a browser that is killed now may lose the last seconds, because it gives the page no journal.
    SavedPlainly,
    /// A change waits to be written.
    Pending,
    /// A fresh page: nothing is kept beyond it, as was asked for.
    Fresh,
    /// Nothing is kept beyond this page, and why.
    NotSaved(String),
    /// Another tab has saved this scenario; this one no longer writes.
    Conflict,
}

impl SaveState {
    /// Whether nothing waits and nothing is wrong.
    fn is_settled(&self) -> bool {
        match self {
            Self::Saved | Self::SavedPlainly => true,
            Self::Pending | Self::Fresh | Self::NotSaved(_) | Self::Conflict => false,
        }
    }
}

/// The saved scenarios and the state of saving. Copy it freely.
#[derive(Clone, Copy)]
pub struct Store {
    /// Whether work is kept.
    pub state: RwSignal<SaveState>,
    /// The open scenario's id.
    pub id: RwSignal<String>,
    /// Whether this tab may change it.
    pub role: RwSignal<Role>,
    /// What gave way in a full storage and was not told yet.
    pub gave_way: RwSignal<GaveWay>,
    /// The stored state that the open scenario was built on; `None` where it was never saved.
    base: StoredValue<Option<Base>>,
    /// What another tab has saved, where both have changed the scenario.
    other: StoredValue<Option<Saved>>,
    /// The session that the page shows.
    shown: StoredValue<Option<SessionSignal>>,
    /// What waits for the journal.
    waiting: StoredValue<Vec<Waiting>>,
    /// Whether the journal has not said yet what becomes of a change of the open scenario. Nothing else is shown in its place until then.
    unanswered: StoredValue<bool>,
    /// Whether another tab has written meanwhile.
    missed: StoredValue<bool>,
    /// How often a scenario was opened, and the lock asked for.
    claims: StoredValue<u32>,
    /// Gives the lock back.
    release: StoredValue<Option<js_sys::Function>, LocalStorage>,
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
#[derive(Clone)]
struct Due {
    workspace: Arc<Workspace>,
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
            role: RwSignal::new(Role::Writer),
            gave_way: RwSignal::new(GaveWay::default()),
            base: StoredValue::new(None),
            other: StoredValue::new(None),
            shown: StoredValue::new(None),
            waiting: StoredValue::new(Vec::new()),
            unanswered: StoredValue::new(false),
            missed: StoredValue::new(false),
            claims: StoredValue::new(0),
            release: StoredValue::new_local(None),
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

    /// Notes where the session is that the page shows.
    pub fn shown_in(&self, session: SessionSignal) {
        self.shown.set_value(Some(session));
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

    /// Notes that a scenario is open as it was stored (`None`: never). It is written once it changes.
    pub fn opened(&self, id: &str, stored: Option<Stamp>, session: &Session) {
        stored.iter().for_each(goes_on_from);
        self.clean.set_value(Some(Due::of(session)));
        self.id.set(id.to_owned());
        self.other.set_value(None);
        self.unanswered.set_value(false);
        self.missed.set_value(false);
        self.built_on(id, stored, Due::of(session));
        self.state.set(kept());
        self.opened_beside(id, session);
        if self.base.with_value(Option::is_some) {
            // Only which scenario opens first is lost where this cannot be kept; the state above says so.
            drop(library::set_open_id(&Browser, id));
        }
        self.listed.update(|count| *count += 1);
    }

    /// Notes what the open scenario was built on, and hands it to the journal, which may have it already or something later.
    fn built_on(&self, id: &str, stored: Option<Stamp>, due: Due) {
        let record = stored.as_ref().and_then(|stamp| {
            let record = library::newest_record(&Browser, id).ok().flatten()?;
            (record.stamp == *stamp).then_some(record)
        });
        self.base.set_value(stored.map(unsettled));
        if let Some(record) = record.filter(|_| local_storage().is_ok()) {
            self.journal(Waiting {
                id: id.to_owned(),
                base: Some(record.stamp.clone()),
                record,
                due,
                writer: tab_name(),
                hears: Vec::new(),
            });
        }
    }

    /// Keeps a change: it is written after a short wait, together with what follows it.
    pub fn keep(&self, session: &Session) {
        let stopped = self.state.with_untracked(|state| *state == SaveState::Conflict);
        if stopped || self.role.get_untracked() == Role::Reader {
            return;
        }
        let due = Due::of(session);
        self.session.set_value(Some(session.clone()));
        if self.clean.with_value(|clean| clean.as_ref() == Some(&due)) && self.due.with_value(Option::is_none) {
            return;
        }
        crate::recovery::remember(Arc::clone(&due.workspace));
        self.due.set_value(Some(due));
        if self.state.with_untracked(SaveState::is_settled) {
            self.state.set(SaveState::Pending);
        }
        let store = *self;
        self.timer.set_value(Some(Timeout::new(DEBOUNCE, move || store.flush())));
    }

    /// Writes what waits into the local storage, now, and hands it to the journal.
    pub fn flush(&self) {
        self.timer.set_value(None);
        let Some(due) = self.due.try_update_value(Option::take).flatten() else { return };
        let id = self.id.get_untracked();
        let mut base = self.base.get_value();
        let mut written = self.write(&id, base.as_ref(), &due);
        if matches!(written, Err(SaveError::Conflict { .. }))
            && let Some(stored) = self.load(&id)
            && self.only_looked_at(&stored, &due)
        {
            base = Some(unsettled(stored.stamp));
            written = self.write(&id, base.as_ref(), &due);
        }
        let state = match written {
            Ok(record) => {
                let first = base.is_none();
                let before = self.clean.try_update_value(|clean| clean.replace(due.clone())).flatten();
                self.write_log();
                if before.as_ref().is_some_and(|before| before.workspace != due.workspace) {
                    lasting::ask_to_keep();
                }
                self.keep_version_if_due(before.map(|before| before.workspace), due.workspace.clone());
                if first {
                    drop(library::set_open_id(&Browser, &id));
                }
                self.listed.update(|count| *count += 1);
                self.base.set_value(base.clone());
                if local_storage().is_ok() {
                    self.unanswered.set_value(true);
                    self.journal(Waiting {
                        id,
                        base: base.map(|base| base.stamp),
                        record,
                        due,
                        writer: tab_name(),
                        hears: Vec::new(),
                    });
                    SaveState::Pending
                } else {
                    self.base.set_value(Some(settled(record.stamp)));
                    kept()
                }
            }
            Err(SaveError::Conflict { .. }) => {
                self.due.set_value(Some(due));
                SaveState::Conflict
            }
            Err(error @ (SaveError::Storage(_) | SaveError::NotKept | SaveError::Newer)) => {
                self.due.set_value(Some(due));
                SaveState::NotSaved(error.to_string())
            }
        };
        self.state.set(state);
    }

    fn write(&self, id: &str, base: Option<&Base>, due: &Due) -> Result<Record, SaveError> {
        let (written, gave_way) = TAB.with_borrow(|tab| keeping::save(&Browser, id, base, tab, &due.workspace, due.view));
        self.tell(gave_way);
        written
    }

    /// Notes what gave way, so that the page says so.
    fn tell(&self, gave_way: GaveWay) {
        if gave_way != GaveWay::default() {
            self.gave_way.update(|all| {
                all.undo_logs += gave_way.undo_logs;
                all.versions += gave_way.versions;
            });
        }
    }

    /// Shows a scenario as it is stored, at the place that is looked at here.
    fn show(&self, saved: Saved) {
        let Some(shown) = self.shown.get_value() else { return };
        let same = shown.with_untracked(|session| *session.workspace() == saved.workspace);
        goes_on_from(&saved.stamp);
        self.base.set_value(Some(unsettled(saved.stamp)));
        if !same {
            let session = Session::open(saved.workspace, shown.with_untracked(Session::view));
            self.clean.set_value(Some(Due::of(&session)));
            self.session.set_value(Some(session.clone()));
            shown.set(session);
        }
    }

    /// What another tab has saved of the open scenario: what the journal answered, or what has been stored since.
    pub fn other_tabs(&self) -> Option<Saved> {
        let id = self.id.get_untracked();
        let Some(other) = self.other.get_value().filter(|other| other.id == id) else { return self.load(&id) };
        let later = self.load(&id).filter(|stored| stored.stamp.revision > other.stamp.revision);
        Some(later.unwrap_or(other))
    }

    /// Whether what another tab has stored differs from this tab's only in what is looked at.
    fn only_looked_at(&self, stored: &Saved, due: &Due) -> bool {
        let as_before = self.clean.with_value(|clean| clean.as_ref().is_some_and(|clean| *clean.workspace == stored.workspace));
        as_before || stored.workspace == *due.workspace
    }

    /// Whether there is work that is kept only by this page.
    pub fn has_unsaved(&self) -> bool {
        self.due.with_value(Option::is_some)
            || self.state.with_untracked(|state| matches!(state, SaveState::NotSaved(_) | SaveState::Conflict))
                && self.base.with_value(Option::is_some)
    }

    /// Goes on as a new scenario, leaving the stored one to the other tab.
    pub fn become_a_copy(&self, app: App) {
        app.session.with_untracked(|session| self.opened(&new_id(), None, session));
        claim(app);
        self.clean.set_value(None);
        app.session.with_untracked(|session| self.keep(session));
        self.flush();
    }

    /// Saves a scenario that is not open. Answers why not.
    pub fn put(&self, saved: &Saved) -> Result<(), SaveError> {
        self.put_and_hear(saved, Vec::new())
    }

    /// [`Store::put`], and lets somebody hear how well it is kept.
    pub fn put_and_hear(&self, saved: &Saved, hears: Vec<Hears>) -> Result<(), SaveError> {
        let base = library::load(&Browser, &saved.id)?.map(|stored| unsettled(stored.stamp));
        let due = Due { workspace: Arc::new(saved.workspace.clone()), view: saved.view };
        let record = self.write(&saved.id, base.as_ref(), &due)?;
        if local_storage().is_ok() {
            self.journal(Waiting {
                id: saved.id.clone(),
                base: base.map(|base| base.stamp),
                record,
                due,
                writer: tab_name(),
                hears,
            });
        } else {
            hears.iter().for_each(|hears| hears(Kept::ByThePage));
        }
        self.put_versions_back(&saved.id);
        self.listed.update(|count| *count += 1);
        Ok(())
    }

    /// Removes a scenario.
    pub fn remove(&self, id: &str) -> Result<(), StorageError> {
        let versions = keeping::remove(&Browser, id)?;
        self.drop_from_journal(id);
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
}

/// What the journal has.
fn settled(stamp: Stamp) -> Base {
    Base { stamp, settled: true }
}

/// What a slot has, and perhaps the journal.
fn unsettled(stamp: Stamp) -> Base {
    Base { stamp, settled: false }
}

impl PartialEq for Due {
    /// A step shares the workspace with the one before, which is not compared then.
    fn eq(&self, other: &Self) -> bool {
        self.view == other.view && (Arc::ptr_eq(&self.workspace, &other.workspace) || self.workspace == other.workspace)
    }
}

impl Due {
    fn of(session: &Session) -> Self {
        Self { workspace: session.shared(), view: session.view() }
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

thread_local! {
    /// The name in which this tab saves.
    static TAB: RefCell<String> = RefCell::new(new_id());
}

/// The name in which this tab saves now.
fn tab_name() -> String {
    TAB.with_borrow(Clone::clone)
}

/// Whether somebody else has saved this: another tab, an earlier visit, or this tab before it went on from what another one had saved.
fn is_foreign(stamp: &Stamp) -> bool {
    TAB.with_borrow(|tab| stamp.saved_by != *tab)
}

/// Takes another name where what this tab goes on from is somebody else's: what it has saved before is not in there.
fn goes_on_from(stamp: &Stamp) {
    if is_foreign(stamp) {
        TAB.set(new_id());
    }
}
