//! What follows from the journal's answer to a record: it is saved, it is saved again on what the journal holds, or another tab has saved what this one has
//! not seen.
//!
//! The answer itself is decided in `redemption_engine::library::journal`.

use leptos::prelude::*;
use redemption_engine::library::{Base, SaveError, Saved};

use super::journal::{Kept, Outcome, Waiting};
use super::{SaveState, Store, is_foreign, settled, tab_name};

impl Store {
    /// Hears what the journal has done with a record.
    pub(super) fn heard(&self, waiting: &Waiting, outcome: Outcome) {
        // Where nothing decides between two records of one revision, the later one bears a higher one.
        let tied = waiting.base.clone().filter(|base| base.revision == waiting.record.stamp.revision);
        let outcome = match (outcome, tied) {
            (Outcome::None, Some(base)) => Outcome::Again(base),
            (outcome, _) => outcome,
        };
        let is_open = self.id.with_untracked(|id| *id == waiting.id);
        let more = self.waiting.with_value(|queue| queue.iter().any(|other| other.id == waiting.id));
        if is_open && !more && !matches!(outcome, Outcome::Again(_)) {
            self.unanswered.set_value(false);
        }
        let tell = |kept: &Kept| waiting.hears.iter().for_each(|hears| hears(kept.clone()));
        let state = match outcome {
            Outcome::Kept => {
                tell(&Kept::Safely);
                SaveState::Saved
            }
            Outcome::None => {
                tell(&Kept::Plainly);
                SaveState::SavedPlainly
            }
            Outcome::Newer => {
                let reason = SaveError::Newer.to_string();
                tell(&Kept::Not(reason.clone()));
                SaveState::NotSaved(reason)
            }
            Outcome::Again(stamp) => {
                let base = Some(settled(stamp));
                if is_open {
                    self.base.set_value(base.clone());
                }
                if more {
                    self.wait_with_the_later(waiting);
                } else {
                    self.again(waiting, base);
                }
                return;
            }
            Outcome::Conflict(saved) => {
                tell(&Kept::Not(SaveError::Conflict { stored: saved.stamp.revision }.to_string()));
                if is_open {
                    self.met(*saved);
                }
                return;
            }
        };
        if !is_open {
            return;
        }
        let later =
            self.base.with_value(|base| base.as_ref().is_some_and(|base| base.stamp.revision > waiting.record.stamp.revision));
        if state.is_settled() && !later {
            self.base.set_value(Some(settled(waiting.record.stamp.clone())));
        }
        let more = more || self.due.with_value(Option::is_some);
        if !more && self.state.with_untracked(|state| *state == SaveState::Pending) {
            self.state.set(state);
        }
        self.catch_up_with_others();
    }

    /// Lets the change of the same scenario that was written after this one speak for both. It is in the slots already, and would be lost if this one was
    /// written over it; the journal will say of it what it said of this one.
    fn wait_with_the_later(&self, waiting: &Waiting) {
        self.waiting.update_value(|queue| {
            if let Some(later) = queue.iter_mut().find(|other| other.id == waiting.id) {
                later.hears.extend(waiting.hears.iter().cloned());
            }
        });
    }

    /// Saves again what the journal had something to say about.
    fn again(&self, waiting: &Waiting, base: Option<Base>) {
        let (id, due) = (waiting.id.clone(), waiting.due.clone());
        match self.write(&id, base.as_ref(), &due) {
            Ok(record) => {
                self.journal(Waiting {
                    id,
                    base: base.map(|base| base.stamp),
                    record,
                    due,
                    writer: tab_name(),
                    hears: waiting.hears.clone(),
                });
                self.listed.update(|count| *count += 1);
            }
            Err(error) if self.id.with_untracked(|open| *open == id) => {
                self.unanswered.set_value(false);
                self.due.update_value(|waits| *waits = waits.take().or(Some(due)));
                self.state.set(match error {
                    SaveError::Conflict { .. } => SaveState::Conflict,
                    SaveError::Storage(_) | SaveError::NotKept | SaveError::Newer => SaveState::NotSaved(error.to_string()),
                });
            }
            // The slots have it as it was written before.
            Err(_) => waiting.hears.iter().for_each(|hears| hears(Kept::Plainly)),
        }
    }

    /// Goes on over what another tab has saved, where only what is looked at differs; shows it where nothing was changed here; stops
    /// where both have changed the scenario.
    fn met(&self, saved: Saved) {
        let changed = self.due.with_value(Option::is_some)
            || self.clean.with_value(|clean| {
                self.session.with_value(|session| match (clean, session) {
                    (Some(clean), Some(session)) => *clean.workspace != *session.workspace(),
                    (Some(_) | None, Some(_) | None) => false,
                })
            });
        let opened = self.waited_only_to_settle(&saved);
        if !changed && opened {
            self.show(saved);
            return;
        }
        let Some(mine) = self.due.get_value().or_else(|| self.clean.get_value()) else { return };
        if self.only_looked_at(&saved, &mine) {
            self.base.set_value(Some(settled(saved.stamp)));
            self.due.set_value(Some(mine));
            self.flush();
        } else {
            self.due.set_value(Some(mine));
            self.other.set_value(Some(saved));
            self.state.set(SaveState::Conflict);
        }
    }

    /// Whether what is open was written by another tab or in another visit, so that nothing of this tab is lost with it.
    fn waited_only_to_settle(&self, saved: &Saved) -> bool {
        self.state.with_untracked(|state| *state != SaveState::Pending)
            && is_foreign(&saved.stamp)
            && self.base.with_value(|base| base.as_ref().is_none_or(|base| !base.settled || is_foreign(&base.stamp)))
    }
}
