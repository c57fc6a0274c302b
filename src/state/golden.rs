//! What became of the golden guests of the open workspace, looked at again after each change once that is painted.
//!
//! The check is the engine's and its code comes with the later module; before that is there, nothing is known of them.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use redemption_engine::golden::{self, Checked};
use redemption_engine::workspace::Workspace;

use super::{App, Dialog, WorkspaceSignal};
use crate::later::later;

/// What became of the expectations of the open workspace, in its order.
pub(super) fn golden_of(workspace: WorkspaceSignal) -> ReadSignal<Vec<Checked>> {
    let (found, set_found) = signal(Vec::new());
    Effect::new(move |_| {
        let asked = workspace.now();
        // The second frame begins when what the edit changed has been painted.
        request_animation_frame(move || {
            request_animation_frame(move || {
                spawn_local(async move {
                    if !workspace.is_still(&asked) {
                        return;
                    }
                    let Ok(checked) = checked(Arc::clone(&asked)).await else { return };
                    if workspace.is_still(&asked) && found.try_with_untracked(|found| *found != checked) == Some(true) {
                        set_found.set(checked);
                    }
                });
            });
        });
    });
    found
}

later! {
    /// Holds the expectations against what happens now.
    fn checked(workspace: Arc<Workspace>) -> Vec<Checked> {
        golden::check(&workspace, &workspace.design)
    }
}

impl App {
    /// Selects the guest of an expectation and goes to the step where it is not met.
    pub fn show_golden(&self, checked: &Checked) {
        // A guest who is gone is mended where everything expected is listed.
        let Some(guest) = checked.number else { return self.dialog.set(Some(Dialog::Golden)) };
        self.dialog.set(None);
        self.select_guest(guest);
        if let Some(place) = checked.miss.as_ref().and_then(|miss| miss.place) {
            self.go(place);
        }
    }
}
