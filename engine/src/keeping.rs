//! What is stored beside a workspace, and what gives way to it when the storage is full: undo logs first, then the oldest automatic
//! versions. The workspace itself and named versions never do.
//!
//! Pure code over the library's storage. A lost undo log or automatic version is no error; a workspace that could not be saved is.

mod everything;

use crate::history::{self, Kind};
use crate::library::{self, Base, Record, SaveError, Storage, StorageError};
use crate::session::View;
use crate::workspace::Workspace;

pub use everything::{CLEARED, Inventory, clear, everything, inventory, print_unreadable, unreadable};

/// The prefix of the keys of all undo logs.
pub const UNDO_LOGS: &str = "redemption/undo/";

/// What gave way to something that had no room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GaveWay {
    /// How many undo logs.
    pub undo_logs: usize,
    /// How many automatic versions.
    pub versions: usize,
}

/// [`library::save`], and again after each thing that gives way where the storage is full. Answers what gave way, whether or not it
/// helped.
pub fn save(
    storage: &impl Storage,
    id: &str,
    base: Option<&Base>,
    writer: &str,
    workspace: &Workspace,
    view: View,
) -> (Result<Record, SaveError>, GaveWay) {
    with_room(storage, || library::save(storage, id, base, writer, workspace, view))
}

/// [`history::keep`], and again after each thing that gives way where the storage is full. For an automatic version only undo logs
/// do: one that is too long would take all the others with it.
pub fn keep_version(storage: &impl Storage, id: &str, new: history::New<'_>) -> (Result<u64, SaveError>, GaveWay) {
    let attempt = || history::keep(storage, id, new);
    match new.kind {
        Kind::Named => with_room(storage, attempt),
        Kind::Automatic => without_logs(storage, &attempt),
    }
}

/// The undo log of a workspace, if there is one.
pub fn undo_log(storage: &impl Storage, id: &str) -> Option<String> {
    storage.get(&undo_key(id)).ok().flatten()
}

/// Writes the undo log of a workspace, or removes it. Where there is no room, there is none: an older one would not fit the workspace.
pub fn write_undo_log(storage: &impl Storage, id: &str, log: Option<&str>) {
    let key = undo_key(id);
    let written = log.is_some_and(|log| storage.set(&key, log).is_ok());
    if !written {
        // A log that stays is refused when it is read, because it belongs to another content.
        drop(storage.remove(&key));
    }
}

/// Removes a workspace with its undo log and its versions. Answers the versions as they were stored, so that they can be put back.
pub fn remove(storage: &impl Storage, id: &str) -> Result<Vec<(String, String)>, StorageError> {
    let versions = history::raw(storage, id)?;
    library::remove(storage, id)?;
    write_undo_log(storage, id, None);
    for (key, _) in &versions {
        storage.remove(key)?;
    }
    Ok(versions)
}

/// Puts the versions of a removed workspace back. Answers whether all of them are kept.
pub fn put_back(storage: &impl Storage, versions: &[(String, String)]) -> bool {
    versions.iter().all(|(key, text)| storage.set(key, text).is_ok())
}

fn undo_key(id: &str) -> String {
    format!("{UNDO_LOGS}{id}")
}

/// Tries, and tries again while the storage is full and something gives way.
fn with_room<T>(storage: &impl Storage, attempt: impl Fn() -> Result<T, SaveError>) -> (Result<T, SaveError>, GaveWay) {
    let (mut result, mut gave_way) = without_logs(storage, &attempt);
    if !is_full(&result) {
        return (result, gave_way);
    }
    let versions = match history::automatic_by_age(storage) {
        Ok(versions) => versions,
        Err(error) => return (Err(error.into()), gave_way),
    };
    for key in versions {
        if let Err(error) = storage.remove(&key) {
            return (Err(error.into()), gave_way);
        }
        gave_way.versions += 1;
        result = attempt();
        if !is_full(&result) {
            break;
        }
    }
    (result, gave_way)
}

/// Tries, and tries again without undo logs where the storage is full.
fn without_logs<T>(storage: &impl Storage, attempt: &impl Fn() -> Result<T, SaveError>) -> (Result<T, SaveError>, GaveWay) {
    let (result, mut gave_way) = (attempt(), GaveWay::default());
    if !is_full(&result) {
        return (result, gave_way);
    }
    let mut keys = match storage.keys() {
        Ok(keys) => keys,
        Err(error) => return (Err(error.into()), gave_way),
    };
    keys.retain(|key| key.starts_with(UNDO_LOGS));
    for key in &keys {
        if let Err(error) = storage.remove(key) {
            return (Err(error.into()), gave_way);
        }
        gave_way.undo_logs += 1;
    }
    if keys.is_empty() { (result, gave_way) } else { (attempt(), gave_way) }
}

fn is_full<T>(result: &Result<T, SaveError>) -> bool {
    matches!(result, Err(SaveError::Storage(StorageError::Full)))
}

#[cfg(test)]
mod tests;
