//! What is questionable in the open workspace, looked for again after each change.
//!
//! The search is the engine's and its code comes with the later module; before that is there, nothing is known to be questionable.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use redemption_engine::problems::{self, Problem};
use redemption_engine::session::Session;
use redemption_engine::workspace::Workspace;

use super::SessionSignal;
use crate::later::later;

/// The problems of the session's workspace.
pub(super) fn problems_of(session: SessionSignal) -> ReadSignal<Vec<Problem>> {
    let (found, set_found) = signal(Vec::new());
    let workspace = Memo::new_with_compare(
        move |_| session.with(Session::shared),
        |one, other| !one.zip(other).is_some_and(|(one, other)| Arc::ptr_eq(one, other)),
    );
    Effect::new(move |_| {
        let asked = workspace.get();
        spawn_local(async move {
            let Ok(problems) = search(Arc::clone(&asked)).await else { return };
            let is_present = workspace.try_with_untracked(|now| Arc::ptr_eq(now, &asked)) == Some(true);
            if is_present && found.try_with_untracked(|found| *found != problems) == Some(true) {
                set_found.set(problems);
            }
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
