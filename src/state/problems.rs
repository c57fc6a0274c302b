//! What is questionable in the open workspace, looked for again after each change, once that is painted.
//!
//! The search is the engine's and its code comes with the later module; before that is there, nothing is known to be questionable.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use redemption_engine::problems::{self, Problem};
use redemption_engine::workspace::Workspace;

use super::{WorkspaceSignal, after_paint};
use crate::later::later;

/// The problems of the open workspace.
pub(super) fn problems_of(workspace: WorkspaceSignal) -> ReadSignal<Vec<Problem>> {
    let (found, set_found) = signal(Vec::new());
    Effect::new(move |_| {
        let asked = workspace.now();
        after_paint(move || {
            if !workspace.is_still(&asked) {
                return;
            }
            spawn_local(async move {
                let Ok(problems) = search(Arc::clone(&asked)).await else { return };
                if workspace.is_still(&asked) && found.try_with_untracked(|found| *found != problems) == Some(true) {
                    set_found.set(problems);
                }
            });
        });
    });
    found
}

later! {
    /// Looks for problems.
    fn search(workspace: Arc<Workspace>) -> Vec<Problem> {
        problems::check(&workspace)
    }
}
