//! The saved workspaces: pure code over a small storage trait, so that tests can make every read and write fail.
//!
//! A workspace has two self-describing slots; a save writes the older one and reads it back, so that a write cut short leaves the
//! previous revision readable. The list of workspaces is the list of keys: there is no index. What cannot be read is never
//! overwritten and never dropped: it is moved aside and can be downloaded. No versions and no merging here.

pub mod journal;
mod record;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::document::read_value;
use crate::session::View;
use crate::workspace::Workspace;
use record::Content;

pub use record::{Base, RECORD_FORMAT, Record, Stamp};

/// The prefix of every key this program writes.
pub const PREFIX: &str = "redemption/";
const DOCUMENTS: &str = "redemption/doc/";
const QUARANTINE: &str = "redemption/quarantine/";
/// The key that names the workspace to open first.
const OPEN: &str = "redemption/open";

/// A key-value store such as the browser's local storage.
pub trait Storage {
    /// The value of a key, if there is one.
    fn get(&self, key: &str) -> Result<Option<String>, StorageError>;
    /// Sets the value of a key.
    fn set(&self, key: &str, value: &str) -> Result<(), StorageError>;
    /// Removes a key.
    fn remove(&self, key: &str) -> Result<(), StorageError>;
    /// All keys, foreign ones too.
    fn keys(&self) -> Result<Vec<String>, StorageError>;
}

/// Why the store did not do what was asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StorageError {
    /// The browser refuses storage.
    #[error("this browser does not let the page store anything")]
    Refused,
    /// There is no room left.
    #[error("the browser's storage for this site is full")]
    Full,
}

/// Why a workspace was not saved.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SaveError {
    /// The store did not take it.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// What was read back is not what was written.
    #[error("the browser did not keep what was written")]
    NotKept,
    /// A newer revision is stored, so another tab or window has saved this scenario.
    #[error("another tab has saved this scenario in the meantime")]
    Conflict {
        /// The stored revision.
        stored: u64,
    },
    /// A newer version of this program has written the workspace.
    #[error("a newer version of this page has saved this scenario; reload the page")]
    Newer,
}

/// A saved workspace as it was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Saved {
    /// Its id.
    pub id: String,
    /// What tells this state of it from others.
    pub stamp: Stamp,
    /// The workspace.
    pub workspace: Workspace,
    /// What was looked at.
    pub view: View,
}

/// Something stored that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unreadable {
    /// The key it stands under now.
    pub key: String,
    /// The bytes as they were.
    pub raw: String,
    /// Why it cannot be read.
    pub reason: String,
}

/// Everything that was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listing {
    /// The readable workspaces, by id.
    pub saved: Vec<Saved>,
    /// What could not be read, moved aside where there was room.
    pub unreadable: Vec<Unreadable>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Quarantined {
    key: String,
    reason: String,
    raw: String,
}

/// What a slot holds.
enum Slot {
    Empty,
    Readable(Box<Saved>),
    /// Damaged; may be moved aside.
    Damaged {
        raw: String,
        reason: String,
    },
    /// Written by a newer version; stays where it is.
    Newer {
        raw: String,
        reason: String,
    },
}

/// Reads all workspaces. Damaged slots are moved aside where there is room.
pub fn list(storage: &impl Storage) -> Result<Listing, StorageError> {
    let mut listing = Listing::default();
    let mut newest: BTreeMap<String, Saved> = BTreeMap::new();
    let keys = sorted_keys(storage)?;
    for key in keys.iter().filter(|key| key.starts_with(DOCUMENTS)) {
        let Some(id) = id_of(key) else { continue };
        match read_slot(storage, key, id)? {
            Slot::Empty => {}
            Slot::Readable(saved) => {
                if newest.get(id).is_none_or(|other| other.stamp < saved.stamp) {
                    newest.insert(id.to_owned(), *saved);
                }
            }
            Slot::Damaged { raw, reason } => {
                let kept = put_aside(storage, key, &raw, &reason).unwrap_or_else(|_| key.clone());
                listing.unreadable.push(Unreadable { key: kept, raw, reason });
            }
            Slot::Newer { raw, reason } => listing.unreadable.push(Unreadable { key: key.clone(), raw, reason }),
        }
    }
    for key in keys.iter().filter(|key| key.starts_with(QUARANTINE)) {
        let Some(text) = storage.get(key)? else { continue };
        let (raw, reason) = match read_value::<Quarantined>(&text) {
            Ok(quarantined) => (quarantined.raw, quarantined.reason),
            Err(error) => (text, error.to_string()),
        };
        listing.unreadable.push(Unreadable { key: key.clone(), raw, reason });
    }
    listing.saved = newest.into_values().collect();
    Ok(listing)
}

/// The newest readable revision of one workspace.
pub fn load(storage: &impl Storage, id: &str) -> Result<Option<Saved>, StorageError> {
    let mut newest: Option<Saved> = None;
    for key in slots(id) {
        if let Slot::Readable(saved) = read_slot(storage, &key, id)?
            && newest.as_ref().is_none_or(|other| other.stamp < saved.stamp)
        {
            newest = Some(*saved);
        }
    }
    Ok(newest)
}

/// The newest readable record of one workspace as it is stored.
pub fn newest_record(storage: &impl Storage, id: &str) -> Result<Option<Record>, StorageError> {
    let mut newest: Option<Record> = None;
    for key in slots(id) {
        if let Some(text) = storage.get(&key)?
            && let Content::Whole(stamp) = record::stamp(&text)
            && newest.as_ref().is_none_or(|other| other.stamp < stamp)
        {
            newest = Some(Record { stamp, text });
        }
    }
    Ok(newest)
}

/// Saves a workspace that was built on what was read or saved last (`None` for a new one), in the name of a tab. Answers the record.
///
/// The slot that holds the base is not touched, so that the base is there until the record counts.
pub fn save(
    storage: &impl Storage,
    id: &str,
    base: Option<&Base>,
    writer: &str,
    workspace: &Workspace,
    view: View,
) -> Result<Record, SaveError> {
    let key = free_slot(storage, id, base, writer)?;
    let revision = base.map_or(1, |base| base.stamp.revision.saturating_add(base.settled.into()));
    let record = Record::write(revision, writer, workspace, view).ok_or(SaveError::NotKept)?;
    storage.set(&key, &record.text)?;
    if storage.get(&key)?.as_deref() != Some(record.text.as_str()) {
        return Err(SaveError::NotKept);
    }
    Ok(record)
}

/// The slot to write: one that does not hold the base; the tab's own later one, or else the older one. Damaged data is copied aside.
fn free_slot(storage: &impl Storage, id: &str, base: Option<&Base>, writer: &str) -> Result<String, SaveError> {
    let base = base.map(|base| &base.stamp);
    let known = base.map_or(0, |base| base.revision);
    let (mut base_is_there, mut free) = (false, None::<(u64, String)>);
    for key in slots(id) {
        let rank = match storage.get(&key)?.map(|raw| (record::stamp(&raw), raw)) {
            None => 1,
            Some((Content::Whole(stamp), _)) if base == Some(&stamp) && !base_is_there => {
                base_is_there = true;
                continue;
            }
            Some((Content::Whole(stamp), _)) if stamp.saved_by == writer && stamp.revision >= known => 0,
            Some((Content::Whole(stamp), _)) if stamp.revision <= known => stamp.revision.saturating_add(1),
            Some((Content::Whole(stamp), _)) => return Err(SaveError::Conflict { stored: stamp.revision }),
            Some((Content::Damaged(reason), raw)) => {
                write_aside(storage, &key, &raw, &reason)?;
                if storage.get(&key)?.as_ref() != Some(&raw) {
                    // What was read is not what is there.
                    return Err(SaveError::NotKept);
                }
                0
            }
            Some((Content::Newer(_), _)) => return Err(SaveError::Newer),
        };
        if free.as_ref().is_none_or(|(other, _)| rank < *other) {
            free = Some((rank, key));
        }
    }
    free.map(|(_, key)| key).ok_or(SaveError::NotKept)
}

/// Removes a workspace.
pub fn remove(storage: &impl Storage, id: &str) -> Result<(), StorageError> {
    slots(id).iter().try_for_each(|key| storage.remove(key))
}

/// Removes something that was moved aside, once the user has it.
pub fn discard(storage: &impl Storage, unreadable: &Unreadable) -> Result<(), StorageError> {
    if unreadable.key.starts_with(PREFIX) { storage.remove(&unreadable.key) } else { Ok(()) }
}

/// How many things have been moved aside.
pub fn quarantined(storage: &impl Storage) -> usize {
    storage.keys().map_or(0, |keys| keys.iter().filter(|key| key.starts_with(QUARANTINE)).count())
}

/// The workspace that was open last.
pub fn open_id(storage: &impl Storage) -> Option<String> {
    storage.get(OPEN).ok().flatten()
}

/// Notes which workspace is open.
pub fn set_open_id(storage: &impl Storage, id: &str) -> Result<(), StorageError> {
    storage.set(OPEN, id)
}

/// The workspace that a key belongs to, if it is a slot.
pub fn id_of(key: &str) -> Option<&str> {
    let (id, slot) = key.strip_prefix(DOCUMENTS)?.rsplit_once('/')?;
    (!id.is_empty() && (slot == "a" || slot == "b")).then_some(id)
}

/// Whether a name may be a workspace's id.
fn id_is_plain(id: &str) -> bool {
    !id.is_empty() && id.len() <= 100 && !id.contains('/')
}

fn slots(id: &str) -> [String; 2] {
    [format!("{DOCUMENTS}{id}/a"), format!("{DOCUMENTS}{id}/b")]
}

fn sorted_keys(storage: &impl Storage) -> Result<Vec<String>, StorageError> {
    let mut keys = storage.keys()?;
    keys.sort_unstable();
    Ok(keys)
}

fn read_slot(storage: &impl Storage, key: &str, id: &str) -> Result<Slot, StorageError> {
    let Some(raw) = storage.get(key)? else { return Ok(Slot::Empty) };
    Ok(match record::read(&raw) {
        Content::Whole((stamp, workspace, view)) => Slot::Readable(Box::new(Saved { id: id.to_owned(), stamp, workspace, view })),
        Content::Damaged(reason) => Slot::Damaged { raw, reason },
        Content::Newer(reason) => Slot::Newer { raw, reason },
    })
}

/// Keeps something that cannot be read, and stands in no slot, where it can be downloaded.
pub fn quarantine(storage: &impl Storage, from: &str, raw: &str, reason: &str) -> Result<(), SaveError> {
    write_aside(storage, from, raw, reason).map(drop)
}

/// Copies damaged data to a free quarantine key, checks the copy, and only then frees the slot. Answers the new key.
fn put_aside(storage: &impl Storage, key: &str, raw: &str, reason: &str) -> Result<String, SaveError> {
    let target = write_aside(storage, key, raw, reason)?;
    if storage.get(key)?.as_deref() != Some(raw) {
        return Err(SaveError::NotKept);
    }
    storage.remove(key)?;
    Ok(target)
}

fn write_aside(storage: &impl Storage, key: &str, raw: &str, reason: &str) -> Result<String, SaveError> {
    let keys = sorted_keys(storage)?;
    let free = (0_u32..).map(|number| format!("{QUARANTINE}{number}")).find(|candidate| !keys.contains(candidate));
    let target = free.ok_or(SaveError::NotKept)?;
    let quarantined = Quarantined { key: key.to_owned(), reason: reason.to_owned(), raw: raw.to_owned() };
    let text = serde_json::to_string(&quarantined).map_err(|_| SaveError::NotKept)?;
    storage.set(&target, &text)?;
    if storage.get(&target)?.as_deref() != Some(text.as_str()) {
        return Err(SaveError::NotKept);
    }
    Ok(target)
}

#[cfg(test)]
pub(crate) mod memory;
#[cfg(test)]
mod tests;
