//! The second design: the settings that the open scenario's are compared with, and which of both the forms edit.
//!
//! In the scenario, the forms' design is always the first; that it is the one called B is remembered beside it.

use leptos::prelude::*;
use redemption_engine::design::Design;

use super::App;
use crate::preferences;
use crate::words;

const EDITS_SECOND: &str = "edits-second";

/// The id of the scenario whose design B the forms edit, if there is one.
pub(super) fn kept() -> Option<String> {
    preferences::kept::<String>(EDITS_SECOND).filter(|id| !id.is_empty())
}

impl App {
    /// Whether the forms edit design B; followed.
    pub fn edits_second(&self) -> bool {
        let open = self.store.id.get();
        self.second_shown.with(|id| id.as_deref() == Some(open.as_str()))
            && self.with(|workspace| workspace.second_design.is_some())
    }

    /// Design A, and B where there is one; followed.
    pub fn designs(&self) -> (Design, Option<Design>) {
        let edits_second = self.edits_second();
        self.with(|workspace| match &workspace.second_design {
            Some(first) if edits_second => (first.clone(), Some(workspace.design.clone())),
            second => (workspace.design.clone(), second.clone()),
        })
    }

    /// Puts the other design into the forms.
    pub fn swap_designs(&self) {
        let label =
            if untrack(|| self.edits_second()) { words::analysis::now_editing_a() } else { words::analysis::now_editing_b() };
        let (has_second, are_equal) = self.session.with_untracked(|session| {
            let workspace = session.workspace();
            (workspace.second_design.is_some(), workspace.second_design.as_ref() == Some(&workspace.design))
        });
        if !has_second {
            return;
        }
        if are_equal {
            // Nothing changes but what the forms' design is called.
            self.announce(label);
            return self.done(label, true);
        }
        self.edit(label, |workspace| {
            if let Some(second) = &mut workspace.second_design {
                std::mem::swap(&mut workspace.design, second);
            }
        });
        if self.session.with_untracked(|session| session.undo_label() == Some(label)) {
            self.done(label, true);
        }
    }

    /// Follows a change that was done, or undone, if it put a design into the forms.
    pub(super) fn done(&self, label: &str, done: bool) {
        let second = if label == words::analysis::now_editing_b() {
            done
        } else if label == words::analysis::now_editing_a() {
            !done
        } else {
            return;
        };
        let shown = second.then(|| self.store.id.get_untracked());
        preferences::keep(EDITS_SECOND, shown.as_deref().unwrap_or_default());
        self.second_shown.set(shown);
    }

    /// Makes these settings design B, in the forms where they edit B; or leaves only the forms' design.
    pub fn set_second(&self, label: &str, second: Option<Design>) {
        let second = match second {
            // Beside the forms stands A then.
            Some(second) if untrack(|| self.edits_second()) => return self.edit(label, |workspace| workspace.design = second),
            second => second,
        };
        let is_new = self.session.with_untracked(|session| session.workspace().second_design.is_none());
        if is_new {
            preferences::keep(EDITS_SECOND, "");
            self.second_shown.set(None);
        }
        self.edit(label, |workspace| workspace.second_design = second);
    }
}
