//! Named versions in the journal: kept there until the storage is sure to have them, and brought back where it has lost them.
//!
//! The text is that of the stored version, under a key that no workspace has. When an entry goes again, and the transaction, are the
//! caller's.

use super::{Version, key as stored_key, keys_of, read, set_and_check};
use crate::library::{self, SaveError, Storage, StorageError};

const VERSIONS: &str = "/version/";

/// What an entry of the journal is worth beside the storage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Held {
    /// Nothing: the storage has the version as it is here.
    Known,
    /// The storage lacked it, and has it now.
    Brought,
    /// Nothing: its workspace was removed.
    Gone,
    /// It cannot be read.
    Unreadable(String),
}

/// The key of a version in the journal.
pub fn key(id: &str, number: u64) -> String {
    format!("{}{number}", keys_begin(id))
}

/// What the keys of all versions of a workspace begin with in the journal.
pub fn keys_begin(id: &str) -> String {
    format!("{VERSIONS}{id}/")
}

/// Whether a key of the journal is that of a version.
pub fn is_version(key: &str) -> bool {
    key.starts_with(VERSIONS)
}

/// The text of a version as it is stored.
pub fn text(storage: &impl Storage, id: &str, number: u64) -> Result<Option<String>, StorageError> {
    storage.get(&stored_key(id, number))
}

/// Whether the storage has the version of an entry as it is in the journal.
pub fn is_stored(storage: &impl Storage, entry: &str, text: &str) -> bool {
    place(entry).is_some_and(|(id, number)| storage.get(&stored_key(id, number)).is_ok_and(|held| held.as_deref() == Some(text)))
}

/// Holds an entry against the storage, and brings the version back where the storage lacks it. What stands under its number and is
/// another version stays; the entry's then gets the next number.
pub fn hold(storage: &impl Storage, entry: &str, text: &str) -> Result<Held, SaveError> {
    let Some((id, number)) = place(entry) else {
        return Ok(Held::Unreadable("the name is none that the program gives".to_owned()));
    };
    let version = match read(number, text) {
        Ok(version) => version,
        Err(reason) => return Ok(Held::Unreadable(reason)),
    };
    if !storage.keys()?.iter().any(|key| library::id_of(key) == Some(id)) {
        return Ok(Held::Gone);
    }
    let mut free = number;
    for (taken, key) in keys_of(storage, id)? {
        let Some(held) = storage.get(&key)? else { continue };
        if held == text {
            return Ok(Held::Known);
        }
        if taken == number && !is_the_same(&read(number, &held), &version) {
            free = 0;
        }
    }
    if free == 0 {
        free = keys_of(storage, id)?.last().map_or(1, |(last, _)| last.saturating_add(1));
    }
    set_and_check(storage, &stored_key(id, free), text)?;
    Ok(Held::Brought)
}

/// Whether both are one version, perhaps under another name.
fn is_the_same(held: &Result<Version, String>, version: &Version) -> bool {
    held.as_ref().is_ok_and(|held| held.hash == version.hash && held.time == version.time)
}

/// The workspace and the number that an entry belongs to.
fn place(entry: &str) -> Option<(&str, u64)> {
    let (id, number) = entry.strip_prefix(VERSIONS)?.rsplit_once('/')?;
    let number: u64 = number.parse().ok()?;
    (!id.is_empty() && !id.contains('/')).then_some((id, number))
}
