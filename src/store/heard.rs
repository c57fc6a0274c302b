//! What this tab does about what another tab has written or removed.
//!
//! Which tab may write is in `tabs`.

use std::collections::BTreeMap;

use leptos::prelude::*;
use redemption_engine::keeping;
use redemption_engine::library;

use super::{Due, Role, SaveState, Store, is_foreign, kept};
use crate::state::App;
use crate::words;

impl Store {
    /// Looks at what another tab wrote. A tab that reads shows it; one that writes stops where both have changed the scenario, and
    /// writes again what was removed there.
    pub fn other_tab_wrote(&self, key: Option<&str>, app: App) {
        if key == Some(keeping::CLEARED) {
            self.other_tab_cleared(app);
        }
        let id = self.id.get_untracked();
        if key.is_none() || key.and_then(library::id_of) == Some(id.as_str()) {
            self.look_again(&id);
        }
        self.listed.update(|count| *count += 1);
    }

    /// Writes nothing again of what another tab has removed on purpose. What is open stays on the page, as if it had never been saved.
    fn other_tab_cleared(&self, app: App) {
        self.forget_what_waits();
        self.base.set_value(None);
        self.other.set_value(None);
        self.removed.set_value(BTreeMap::new());
        self.log.set_value(None);
        self.clean.set_value(Some(app.session.with_untracked(Due::of)));
        self.state.set(kept());
        app.notify(words::status::another_tab_removed_everything(), None);
    }

    /// Drops what was to be written.
    pub(super) fn forget_what_waits(&self) {
        self.timer.set_value(None);
        self.due.set_value(None);
        self.waiting.set_value(Vec::new());
    }

    /// Looks at what another tab has written while the journal had something to say about a change of this one.
    pub(super) fn catch_up_with_others(&self) {
        if !self.unanswered.get_value() && self.missed.try_update_value(std::mem::take) == Some(true) {
            self.look_again(&self.id.get_untracked());
        }
    }

    /// Whether what another tab has written has to wait, because a change of this one would be lost with it: the journal has not said yet
    /// which of both holds, or the reader has not.
    pub(super) fn has_to_wait(&self) -> bool {
        if self.unanswered.get_value() {
            self.missed.set_value(true);
            return true;
        }
        self.state.with_untracked(|state| *state == SaveState::Conflict)
    }

    fn look_again(&self, id: &str) {
        let Some(session) = self.shown.get_value() else { return };
        if self.has_to_wait() {
            return;
        }
        let mine = session.with_untracked(Due::of);
        let known = self.base.with_value(|base| base.as_ref().map_or(0, |base| base.stamp.revision));
        let untouched = self.clean.with_value(|clean| clean.as_ref().is_some_and(|clean| clean.workspace == mine.workspace));
        let reads = self.role.get_untracked() == Role::Reader;
        match self.load(id) {
            Some(_) if reads => self.newest(),
            Some(saved) if saved.stamp.revision > known && is_foreign(&saved.stamp) => {
                if self.only_looked_at(&saved, &mine) {
                    self.built_on(id, Some(saved.stamp), mine);
                } else if untouched {
                    self.newest();
                } else {
                    self.state.set(SaveState::Conflict);
                }
            }
            None if known > 0 && !reads => {
                self.base.set_value(None);
                self.clean.set_value(None);
                session.with_untracked(|session| self.keep(session));
            }
            Some(_) | None => {}
        }
    }
}
