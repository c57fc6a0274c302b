//! What is stored beside the open scenario: the undo log with every write, and versions. Losing either is no error.
//!
//! What gives way in a full storage, and how versions are written, is decided in `redemption_engine::keeping` and `history`. What is
//! read or made here comes with the later code; the undo log is written by what is there at once.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use redemption_engine::bundle::Kept;
use redemption_engine::history::{self, Checkpoint, Kind, New, Pace, Version, Versions, journal};
use redemption_engine::keeping;
use redemption_engine::library::{SaveError, Saved, StorageError};
use redemption_engine::session::Session;
use redemption_engine::workspace::Workspace;

use super::{Browser, Hears, Store};
use crate::later::later;
use crate::state::App;
use crate::words;

/// Versions as they are stored: keys and values.
pub type Raw = Vec<(String, String)>;

impl Store {
    /// Begins anew with another scenario.
    pub(super) fn opened_beside(&self, id: &str, session: &Session) {
        self.session.set_value(Some(session.clone()));
        self.logged.set_value(None);
        self.pace.set_value(Pace::default());
        self.log.set_value(keeping::undo_log(&Browser, id));
    }

    /// Writes what can be undone, where that has changed. A log that was not taken up yet stays.
    pub(super) fn write_log(&self) {
        let Some(session) = self.session.get_value() else { return };
        let written = self.logged.with_value(|logged| logged.as_ref().is_some_and(|logged| session.has_steps_of(logged)));
        if !written && self.log.with_value(Option::is_none) {
            keeping::write_undo_log(&Browser, &self.id.get_untracked(), session.undo_log().as_deref());
            self.logged.set_value(Some(session));
        }
    }

    /// Makes an automatic version, if one is due.
    pub(super) fn keep_version_if_due(&self, before: Option<Arc<Workspace>>, now: Arc<Workspace>) {
        let Some(before) = before.filter(|before| !Arc::ptr_eq(before, &now) && *before != now) else { return };
        let time = milliseconds();
        let (workspace, label) = match self.pace.try_update_value(|pace| pace.changed(time)).flatten() {
            None => return,
            Some(Checkpoint::AsOpened) => (before, words::status::as_opened().to_owned()),
            Some(Checkpoint::Now) => {
                let done = self.session.with_value(|session| session.as_ref()?.undo_label().map(str::to_owned));
                (now, done.unwrap_or_else(|| words::status::changed().to_owned()))
            }
        };
        let (store, id, revision) = (*self, self.id.get_untracked(), self.revision());
        spawn_local(async move { drop(keep_automatic(store, id, revision, label, time, workspace).await) });
    }

    /// The revision in which the open scenario is stored.
    fn revision(&self) -> u64 {
        self.base.with_value(|base| base.as_ref().map_or(0, |base| base.stamp.revision))
    }

    /// Keeps a scenario as a version that a tab has written and never said to be saved, because another tab's work counts.
    pub(super) fn keep_beside(&self, saved: Saved) {
        let (label, time) = (words::status::written_in_another_tab_same(), milliseconds());
        let new = New { kind: Kind::Automatic, label, time, revision: saved.stamp.revision, workspace: &saved.workspace };
        self.tell(keeping::keep_version(&Browser, &saved.id, new).1);
    }

    /// The versions of the open scenario, and follows changes of the list.
    pub fn versions(&self) -> Versions {
        self.listed.track();
        history::list(&Browser, &self.id.get()).unwrap_or_default()
    }

    /// Makes a named version of the open scenario as it stands. Saves the scenario first, also where it was never changed.
    pub fn name_present(&self, session: &Session, label: &str, hears: Hears) -> Result<(), SaveError> {
        if self.base.with_value(Option::is_none) {
            self.clean.set_value(None);
            self.keep(session);
        }
        self.flush();
        let id = self.id.get_untracked();
        let (time, revision, workspace) = (milliseconds(), self.revision(), session.workspace());
        let (kept, gave_way) = keeping::keep_version(&Browser, &id, New { kind: Kind::Named, label, time, revision, workspace });
        self.tell(gave_way);
        self.journal_version(&id, kept?, hears);
        self.listed.update(|count| *count += 1);
        Ok(())
    }

    /// Keeps versions that came with a scenario from elsewhere. Answers why not all of them are kept.
    pub fn bring_versions(&self, id: &str, versions: &[Kept]) -> Result<(), SaveError> {
        let all: Vec<New<'_>> = versions
            .iter()
            .map(|kept| New { kind: kept.kind, label: &kept.label, time: kept.time, revision: 0, workspace: &kept.workspace })
            .collect();
        let (_, error) = history::bring(&Browser, id, &all);
        self.journal_named(id);
        self.listed.update(|count| *count += 1);
        error.map_or(Ok(()), Err)
    }

    /// Names a version, so that it stays.
    pub fn name_version(&self, version: &Version, label: &str, hears: Hears) -> Result<(), SaveError> {
        let id = self.id.get_untracked();
        history::name(&Browser, &id, version, label)?;
        self.journal_version(&id, version.number, hears);
        self.listed.update(|count| *count += 1);
        Ok(())
    }

    /// Removes a version. Answers it as it was stored.
    pub fn remove_version(&self, number: u64) -> Result<Raw, StorageError> {
        let id = self.id.get_untracked();
        let mut raw = history::raw(&Browser, &id)?;
        raw.retain(|(key, _)| key.ends_with(&format!("/{number}")));
        history::remove(&Browser, &id, number)?;
        self.drop_versions_from_journal(journal::key(&id, number));
        self.listed.update(|count| *count += 1);
        Ok(raw)
    }

    /// Puts removed versions back. Answers whether all of them are kept.
    pub fn put_back(&self, raw: &Raw) -> bool {
        let kept = keeping::put_back(&Browser, raw);
        self.journal_named(&self.id.get_untracked());
        self.listed.update(|count| *count += 1);
        kept
    }

    /// Puts the versions of a scenario back that was removed in this visit.
    pub(super) fn put_versions_back(&self, id: &str) {
        if let Some(raw) = self.removed.try_update_value(|removed| removed.remove(id)).flatten() {
            // The scenario is back; a version that found no room is lost with its removal.
            keeping::put_back(&Browser, &raw);
            self.journal_named(id);
        }
    }

    /// Hands the named versions of a scenario to the journal, which nobody waits for.
    fn journal_named(&self, id: &str) {
        let versions = history::list(&Browser, id).unwrap_or_default().kept;
        for version in versions.iter().filter(|version| version.kind == Kind::Named) {
            self.journal_version(id, version.number, Arc::new(|_| {}));
        }
    }
}

/// Takes up the undo log of an earlier visit, if there is one.
pub fn recall(app: App) {
    if app.store.log.with_value(Option::is_some) {
        spawn_local(async move { drop(recall_now(app).await) });
    }
}

later! {
    /// Takes up the undo log of an earlier visit; one that does not fit is dropped.
    fn recall_now(app: App) -> () {
        if let Some(log) = app.store.log.try_update_value(Option::take).flatten() {
            app.session.update(|session| session.recall(&log));
            app.store.session.set_value(Some(app.session.with_untracked(Clone::clone)));
            app.store.write_log();
        }
    }
}

later! {
    /// Makes an automatic version. One that finds no room is not made.
    fn keep_automatic(store: Store, id: String, revision: u64, label: String, time: u64, workspace: Arc<Workspace>) -> () {
        let new = New { kind: Kind::Automatic, label: &label, time, revision, workspace: &workspace };
        store.tell(keeping::keep_version(&Browser, &id, new).1);
        store.listed.update(|count| *count += 1);
    }
}

/// The page's clock.
fn milliseconds() -> u64 {
    js_sys::Date::now() as u64
}
