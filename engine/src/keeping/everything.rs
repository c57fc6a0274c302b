//! All that is stored, at once: counted, as one bundle, and removed. What other programs of the same site have stored is not touched.
//!
//! What cannot be read is counted and removed with the rest; it is not part of a bundle, and is a text of its own beside it.

use super::UNDO_LOGS;
use crate::bundle::{Bundle, Kept};
use crate::history;
use crate::library::{self, PREFIX, Storage, StorageError, Unreadable};

/// The key that is written before all is removed, so that other tabs hear that it was meant so.
pub const CLEARED: &str = "redemption/cleared";

/// How much is stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Inventory {
    /// Workspaces that can be read.
    pub workspaces: usize,
    /// Versions, readable or not.
    pub versions: usize,
    /// Things that cannot be read, without versions.
    pub unreadable: usize,
    /// All keys of the program; beside the above those of undo logs, preferences and the like.
    pub keys: usize,
}

/// Counts what is stored.
pub fn inventory(storage: &impl Storage) -> Result<Inventory, StorageError> {
    let listing = library::list(storage)?;
    let keys = own_keys(storage)?;
    let versions = keys.iter().filter(|key| key.starts_with(history::VERSIONS)).count();
    Ok(Inventory { workspaces: listing.saved.len(), versions, unreadable: listing.unreadable.len(), keys: keys.len() })
}

/// Every workspace that can be read, with every version that can be.
pub fn everything(storage: &impl Storage) -> Result<Bundle, StorageError> {
    let mut bundle = Bundle::default();
    for (of, saved) in (0_u32..).zip(library::list(storage)?.saved) {
        for version in history::list(storage, &saved.id)?.kept.into_iter().rev() {
            let history::Version { kind, label, time, workspace, .. } = version;
            bundle.versions.push(Kept { of, kind, label, time, workspace });
        }
        bundle.workspaces.push(saved.workspace);
    }
    Ok(bundle)
}

/// What is stored and cannot be read, versions included: the rest of [`everything`].
pub fn unreadable(storage: &impl Storage) -> Result<Vec<Unreadable>, StorageError> {
    let listing = library::list(storage)?;
    let mut found = listing.unreadable;
    for saved in &listing.saved {
        found.extend(history::list(storage, &saved.id)?.unreadable);
    }
    Ok(found)
}

/// What cannot be read as one text: where each thing was kept, why it cannot be read, and its text as it was.
pub fn print_unreadable(unreadable: &[Unreadable]) -> String {
    // Writing to memory fails only for maps whose keys are no strings.
    let mut text = serde_json::to_string_pretty(unreadable).unwrap_or_else(|error| error.to_string());
    text.push('\n');
    text
}

/// Removes all that the program has stored. Answers how many keys.
pub fn clear(storage: &impl Storage) -> Result<usize, StorageError> {
    let keys = own_keys(storage)?;
    if storage.set(CLEARED, "") == Err(StorageError::Full) {
        // Undo logs go first, and leave room for the word to other tabs.
        keys.iter().filter(|key| key.starts_with(UNDO_LOGS)).try_for_each(|key| storage.remove(key))?;
        drop(storage.set(CLEARED, ""));
    }
    keys.iter().try_for_each(|key| storage.remove(key))?;
    storage.remove(CLEARED)?;
    Ok(keys.len())
}

fn own_keys(storage: &impl Storage) -> Result<Vec<String>, StorageError> {
    let mut keys = storage.keys()?;
    keys.retain(|key| key.starts_with(PREFIX));
    Ok(keys)
}
