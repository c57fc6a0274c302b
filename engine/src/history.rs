//! Versions of a workspace: automatic ones, of which the newest are kept, and named ones, which stay until they are deleted.
//!
//! Pure code over the library's storage; the time comes from whoever calls. A version is one self-describing record under a key of its
//! own, written once and read back; only its name may change. When an automatic one is made is decided by [`Pace`]. A version is never
//! written over the workspace: restoring is opening it as a new one.

pub mod journal;
mod pace;
mod record;

use crate::document::read_value;
use crate::library::{SaveError, Storage, StorageError, Unreadable};
use crate::session::fingerprint;
use crate::workspace::Workspace;
use record::{Record, RecordIn};

pub use pace::{Checkpoint, Pace};
pub use record::Kind;

/// The prefix of the keys of all versions.
pub const VERSIONS: &str = "redemption/hist/";
/// The format of a stored version. Workspaces of format 1 had neither a second design nor expectations; it is read as it is.
pub const FORMAT: u32 = 2;
/// How many automatic versions of a workspace are kept.
pub const AUTOMATIC: usize = 30;

/// A version as it was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// Its number among the versions of the workspace; a newer one has a higher number.
    pub number: u64,
    /// The revision in which the workspace was stored when the version was made.
    pub revision: u64,
    /// Whether it was made by itself.
    pub kind: Kind,
    /// Its name, or what was done last.
    pub label: String,
    /// When it was made, in milliseconds since 1970.
    pub time: u64,
    /// The fingerprint of its content when it was made.
    pub hash: String,
    /// Its content.
    pub workspace: Workspace,
}

/// What a version is made of.
#[derive(Clone, Copy, Debug)]
pub struct New<'a> {
    /// Whether it is made by itself.
    pub kind: Kind,
    /// Its name, or what was done last.
    pub label: &'a str,
    /// The time, in milliseconds since 1970.
    pub time: u64,
    /// The revision in which the workspace is stored.
    pub revision: u64,
    /// The content.
    pub workspace: &'a Workspace,
}

/// All versions of a workspace.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Versions {
    /// The readable ones, newest first.
    pub kept: Vec<Version>,
    /// What cannot be read. It stays as it is until somebody deletes it.
    pub unreadable: Vec<Unreadable>,
}

/// Reads all versions of a workspace.
pub fn list(storage: &impl Storage, id: &str) -> Result<Versions, StorageError> {
    let mut versions = Versions::default();
    for (number, key) in keys_of(storage, id)? {
        let Some(raw) = storage.get(&key)? else { continue };
        match read(number, &raw) {
            Ok(version) => versions.kept.push(version),
            Err(reason) => versions.unreadable.push(Unreadable { key, raw, reason }),
        }
    }
    versions.kept.reverse();
    Ok(versions)
}

/// Makes a version. An automatic one of a content that is kept already is not made again, and the oldest beyond [`AUTOMATIC`] go; a
/// named one takes the place of automatic ones with the same content. Answers its number, or that of the one that was there.
///
/// Nothing that was kept is touched before the new version is written and read back.
pub fn keep(storage: &impl Storage, id: &str, new: New<'_>) -> Result<u64, SaveError> {
    let versions = list(storage, id)?;
    let hash = fingerprint(new.workspace);
    let same = |version: &&Version| version.hash == hash;
    if let (Kind::Automatic, Some(there)) = (new.kind, versions.kept.iter().find(same)) {
        return Ok(there.number);
    }
    let number = keys_of(storage, id)?.last().map_or(1, |(last, _)| last.saturating_add(1));
    let New { kind, label, time, revision, workspace } = new;
    write(storage, id, number, &Record { format: FORMAT, kind, label, time, revision, hash: &hash, workspace })?;
    let automatic = versions.kept.iter().filter(|version| version.kind == Kind::Automatic);
    let superseded: Vec<u64> = match kind {
        Kind::Automatic => automatic.skip(AUTOMATIC - 1).map(|version| version.number).collect(),
        Kind::Named => automatic.filter(same).map(|version| version.number).collect(),
    };
    for old in superseded {
        // The new version is kept; what could not be removed is removed with the next one.
        drop(remove(storage, id, old));
    }
    Ok(number)
}

/// Keeps versions that came from elsewhere, in their order, behind those that are there; of automatic ones only the newest
/// [`AUTOMATIC`]. Stops at the first that is not kept. Answers how many were kept, and why no more.
pub fn bring(storage: &impl Storage, id: &str, versions: &[New<'_>]) -> (usize, Option<SaveError>) {
    let last = match keys_of(storage, id) {
        Ok(keys) => keys.last().map_or(0, |(last, _)| *last),
        Err(error) => return (0, Some(error.into())),
    };
    let is_automatic = |new: &&New<'_>| new.kind == Kind::Automatic;
    let mut too_many = versions.iter().filter(is_automatic).count().saturating_sub(AUTOMATIC);
    let mut kept = 0;
    for new in versions {
        if is_automatic(&new) && too_many > 0 {
            too_many -= 1;
            continue;
        }
        let New { kind, label, time, revision, workspace } = *new;
        let record = Record { format: FORMAT, kind, label, time, revision, hash: &fingerprint(workspace), workspace };
        if let Err(error) = write(storage, id, last.saturating_add(1).saturating_add(kept), &record) {
            return (kept as usize, Some(error));
        }
        kept += 1;
    }
    (kept as usize, None)
}

/// Names a version, so that it stays until it is deleted.
pub fn name(storage: &impl Storage, id: &str, version: &Version, label: &str) -> Result<(), SaveError> {
    let Version { number, revision, time, hash, workspace, .. } = version;
    let record = Record { format: FORMAT, kind: Kind::Named, label, time: *time, revision: *revision, hash, workspace };
    rewrite(storage, id, *number, &record)
}

/// Removes a version.
pub fn remove(storage: &impl Storage, id: &str, number: u64) -> Result<(), StorageError> {
    storage.remove(&key(id, number))
}

/// Reads all versions of a workspace as they are stored, so that they can be put back.
pub fn raw(storage: &impl Storage, id: &str) -> Result<Vec<(String, String)>, StorageError> {
    let mut raw = Vec::new();
    for (_, key) in keys_of(storage, id)? {
        if let Some(text) = storage.get(&key)? {
            raw.push((key, text));
        }
    }
    Ok(raw)
}

/// The keys of the automatic versions of all workspaces, the oldest first.
pub(crate) fn automatic_by_age(storage: &impl Storage) -> Result<Vec<String>, StorageError> {
    let mut found = Vec::new();
    for key in storage.keys()?.into_iter().filter(|key| key.starts_with(VERSIONS)) {
        if let Some(raw) = storage.get(&key)?
            && let Some(time) = record::time_of_automatic(&raw)
        {
            found.push((time, key));
        }
    }
    found.sort();
    Ok(found.into_iter().map(|(_, key)| key).collect())
}

fn key(id: &str, number: u64) -> String {
    format!("{VERSIONS}{id}/{number}")
}

/// The keys of a workspace's versions with their numbers, the oldest first.
fn keys_of(storage: &impl Storage, id: &str) -> Result<Vec<(u64, String)>, StorageError> {
    let number = |key: &str| key.strip_prefix(VERSIONS)?.strip_prefix(id)?.strip_prefix('/')?.parse::<u64>().ok();
    let mut keys: Vec<(u64, String)> = storage.keys()?.into_iter().filter_map(|key| Some((number(&key)?, key))).collect();
    keys.sort_unstable();
    Ok(keys)
}

fn read(number: u64, raw: &str) -> Result<Version, String> {
    if let Some(format) = record::newer(raw) {
        return Err(format!("the version was written by a newer program (`format` {format}; this one reads up to {FORMAT})"));
    }
    let record = read_value::<RecordIn>(raw).map_err(|error| error.to_string())?;
    let RecordIn { _format, kind, label, time, revision, hash, workspace } = record;
    Ok(Version { number, revision, kind, label, time, hash, workspace })
}

/// Writes a new record and reads it back; one that was not kept whole is taken away again.
fn write(storage: &impl Storage, id: &str, number: u64, record: &Record<'_>) -> Result<(), SaveError> {
    let key = key(id, number);
    let text = serde_json::to_string(record).map_err(|_| SaveError::NotKept)?;
    let kept = set_and_check(storage, &key, &text);
    if kept.is_err() {
        drop(storage.remove(&key));
    }
    kept
}

/// Writes a record in place of another one; the other one is put back where that fails.
fn rewrite(storage: &impl Storage, id: &str, number: u64, record: &Record<'_>) -> Result<(), SaveError> {
    let key = key(id, number);
    let before = storage.get(&key)?;
    let text = serde_json::to_string(record).map_err(|_| SaveError::NotKept)?;
    let kept = set_and_check(storage, &key, &text);
    if let (Err(_), Some(before)) = (&kept, before) {
        drop(storage.set(&key, &before));
    }
    kept
}

fn set_and_check(storage: &impl Storage, key: &str, text: &str) -> Result<(), SaveError> {
    storage.set(key, text)?;
    if storage.get(key)?.as_deref() == Some(text) { Ok(()) } else { Err(SaveError::NotKept) }
}

#[cfg(test)]
mod tests;
