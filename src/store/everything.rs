//! All that the browser keeps for the page: as one file, and cleared. It comes with the later code.
//!
//! What counts as ours is decided in `redemption_engine::keeping`.

use leptos::prelude::*;
use leptos::task::spawn_local;
use redemption_engine::bundle::Bundle;
use redemption_engine::keeping::{self, Inventory};
use redemption_engine::library::StorageError;
use redemption_engine::session::Session;

use super::{Browser, Store, journal};
use crate::app::first_workspace;
use crate::files;
use crate::state::App;
use crate::words;

/// What is stored, and how much.
#[derive(Clone, Debug, PartialEq)]
pub struct Everything {
    /// How much.
    pub inventory: Inventory,
    /// The text of the bundle.
    pub text: String,
    /// The text of what cannot be read; `None` where everything can.
    pub unreadable: Option<String>,
}

impl Store {
    /// How much is stored, and follows changes of the list.
    pub fn inventory(&self) -> Inventory {
        self.listed.track();
        keeping::inventory(&Browser).unwrap_or_default()
    }

    /// All scenarios with their versions, the open one as it stands.
    pub fn everything(&self, app: App) -> Result<Everything, StorageError> {
        self.flush();
        let mut bundle = keeping::everything(&Browser)?;
        let open = app.session.with_untracked(|session| session.workspace().clone());
        if !bundle.workspaces.contains(&open) {
            // Not saved, or never changed.
            bundle.workspaces.push(open);
        }
        let Bundle { workspaces, versions } = &bundle;
        let unreadable = keeping::unreadable(&Browser)?;
        let (workspaces, versions) = (workspaces.len(), versions.len());
        let inventory = Inventory { workspaces, versions, unreadable: unreadable.len(), ..Inventory::default() };
        let unreadable = (!unreadable.is_empty()).then(|| keeping::print_unreadable(&unreadable));
        Ok(Everything { inventory, text: files::bundle_text(&bundle), unreadable })
    }
}

/// Removes all that is stored, here and in what other tabs have open, and starts with the first example. Answers why not.
pub fn clear_all(app: App) -> Result<(), StorageError> {
    let store = app.store;
    store.forget_what_waits();
    keeping::clear(&Browser)?;
    app.open_new(Session::open_first(first_workspace()));
    spawn_local(async move {
        if journal::clear().await.is_err() {
            app.notify(words::status::journal_could_not_cleared_clear(), None);
        }
    });
    Ok(())
}
