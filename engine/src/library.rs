//! The saved workspaces: pure code over a small storage trait, so that tests can make every read and write fail.
//!
//! A workspace has two self-describing slots; a save writes the older one and reads it back, so that a write cut short leaves the
//! previous revision readable. The list of workspaces is the list of keys: there is no index. What cannot be read is never
//! overwritten and never dropped: it is moved aside and can be downloaded. No journal, no versions and no merging here.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::document::read_value;
use crate::session::View;
use crate::workspace::Workspace;

/// The prefix of every key this program writes.
pub const PREFIX: &str = "redemption/";
const DOCUMENTS: &str = "redemption/doc/";
const QUARANTINE: &str = "redemption/quarantine/";
/// The key that names the workspace to open first.
const OPEN: &str = "redemption/open";
/// The format of a stored record.
pub const RECORD_FORMAT: u32 = 1;

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
    /// Both slots hold data that this version cannot read.
    #[error("the stored scenario was written by another version and is left as it is")]
    Unreadable,
}

/// A saved workspace as it was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Saved {
    /// Its id.
    pub id: String,
    /// Its revision, counted from 1.
    pub revision: u64,
    /// The workspace.
    pub workspace: Workspace,
    /// What was looked at.
    pub view: View,
}

/// Something stored that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
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

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RecordOut<'a> {
    format: u32,
    revision: u64,
    view: View,
    workspace: &'a Workspace,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct RecordIn {
    #[serde(rename = "format")]
    _format: u32,
    revision: u64,
    #[serde(default)]
    view: View,
    workspace: Workspace,
}

#[derive(Deserialize)]
struct FormatOnly {
    format: u32,
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
                if newest.get(id).is_none_or(|other| other.revision < saved.revision) {
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
            && newest.as_ref().is_none_or(|other| other.revision < saved.revision)
        {
            newest = Some(*saved);
        }
    }
    Ok(newest)
}

/// Saves a workspace over the revision that was last read or saved (0 for a new one). Answers the new revision.
pub fn save(storage: &impl Storage, id: &str, over: u64, workspace: &Workspace, view: View) -> Result<u64, SaveError> {
    let mut oldest: Option<(u64, String)> = None;
    let mut stored = 0;
    for key in slots(id) {
        let revision = match read_slot(storage, &key, id)? {
            Slot::Empty => 0,
            Slot::Readable(saved) => saved.revision,
            Slot::Damaged { .. } | Slot::Newer { .. } => continue,
        };
        stored = stored.max(revision);
        if oldest.as_ref().is_none_or(|(other, _)| revision < *other) {
            oldest = Some((revision, key));
        }
    }
    if stored > over {
        return Err(SaveError::Conflict { stored });
    }
    let (_, key) = oldest.ok_or(SaveError::Unreadable)?;
    let revision = stored + 1;
    let record = RecordOut { format: RECORD_FORMAT, revision, view, workspace };
    let text = serde_json::to_string(&record).map_err(|_| SaveError::NotKept)?;
    storage.set(&key, &text)?;
    if storage.get(&key)?.as_deref() != Some(text.as_str()) {
        return Err(SaveError::NotKept);
    }
    Ok(revision)
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
    if let Ok(FormatOnly { format }) = serde_json::from_str(&raw)
        && format > RECORD_FORMAT
    {
        let reason = format!("the data was written by a newer version (`format` {format}; this one reads up to {RECORD_FORMAT})");
        return Ok(Slot::Newer { raw, reason });
    }
    match read_value::<RecordIn>(&raw) {
        Ok(record) => Ok(Slot::Readable(Box::new(Saved {
            id: id.to_owned(),
            revision: record.revision,
            workspace: record.workspace,
            view: record.view,
        }))),
        Err(error) => Ok(Slot::Damaged { reason: error.to_string(), raw }),
    }
}

/// Copies damaged data to a free quarantine key, checks the copy, and only then frees the slot. Answers the new key.
fn put_aside(storage: &impl Storage, key: &str, raw: &str, reason: &str) -> Result<String, SaveError> {
    let keys = sorted_keys(storage)?;
    let free = (0_u32..).map(|number| format!("{QUARANTINE}{number}")).find(|candidate| !keys.contains(candidate));
    let target = free.ok_or(SaveError::NotKept)?;
    let quarantined = Quarantined { key: key.to_owned(), reason: reason.to_owned(), raw: raw.to_owned() };
    let text = serde_json::to_string(&quarantined).map_err(|_| SaveError::NotKept)?;
    storage.set(&target, &text)?;
    if storage.get(&target)?.as_deref() != Some(text.as_str()) {
        return Err(SaveError::NotKept);
    }
    storage.remove(key)?;
    Ok(target)
}

#[cfg(test)]
pub(crate) mod memory;

#[cfg(test)]
mod tests {
    use super::memory::Memory;
    use super::*;
    use crate::design::Design;
    use crate::trace::Place;

    fn named(name: &str) -> Workspace {
        Workspace::new(name, Design::default(), Vec::new())
    }

    const HERE: View = View { guest: 0, place: Place { chapter: 0, step: 3 } };

    fn names(listing: &Listing) -> Vec<&str> {
        listing.saved.iter().map(|saved| saved.workspace.name.as_str()).collect()
    }

    #[test]
    fn what_was_saved_last_is_read_with_its_view_and_foreign_keys_stay() {
        let storage = Memory::default();
        storage.set("someone-elses-key", "{not ours").unwrap();
        assert_eq!(save(&storage, "one", 0, &named("First"), View::default()), Ok(1));
        assert_eq!(save(&storage, "one", 1, &named("Second"), HERE), Ok(2));
        assert_eq!(save(&storage, "two", 0, &named("Other"), View::default()), Ok(1));
        let listing = list(&storage).unwrap();
        assert_eq!(names(&listing), ["Second", "Other"]);
        assert_eq!(listing.saved[0].view, HERE);
        assert_eq!(load(&storage, "one").unwrap().unwrap().revision, 2);
        remove(&storage, "one").unwrap();
        assert_eq!(names(&list(&storage).unwrap()), ["Other"]);
        assert_eq!(storage.get("someone-elses-key").unwrap().as_deref(), Some("{not ours"));
    }

    #[test]
    fn a_write_cut_short_at_any_byte_leaves_the_previous_revision() {
        let length = {
            let storage = Memory::default();
            save(&storage, "one", 0, &named("New"), View::default()).unwrap();
            storage.values.borrow().values().next().unwrap().len()
        };
        for cut in 0..length {
            let storage = Memory::default();
            save(&storage, "one", 0, &named("Old"), View::default()).unwrap();
            storage.cut.set(Some(cut));
            let result = save(&storage, "one", 1, &named("New"), View::default());
            storage.cut.set(None);
            assert_eq!(result, Err(SaveError::NotKept), "cut at {cut}");
            let listing = list(&storage).unwrap();
            assert_eq!(names(&listing), ["Old"], "cut at {cut}");
            assert_eq!(listing.unreadable.len(), 1, "cut at {cut}");
        }
    }

    #[test]
    fn every_failing_operation_is_reported_and_loses_nothing() {
        for failing in 0..40 {
            let storage = Memory::default();
            save(&storage, "one", 0, &named("Old"), View::default()).unwrap();
            storage.operations.set(0);
            storage.failing.set(Some(failing));
            let result = save(&storage, "one", 1, &named("New"), View::default());
            storage.failing.set(None);
            let name = load(&storage, "one").unwrap().unwrap().workspace.name;
            match result {
                Ok(revision) => assert_eq!((revision, name.as_str()), (2, "New")),
                Err(error) => {
                    assert_eq!(error, SaveError::Storage(StorageError::Full));
                    assert!(name == "Old" || name == "New");
                }
            }
        }
    }

    #[test]
    fn damaged_data_is_moved_aside_with_its_bytes_and_stays_there() {
        let storage = Memory::default();
        save(&storage, "one", 0, &named("Good"), View::default()).unwrap();
        storage.set("redemption/doc/one/b", r#"{"format":1,"revision":7,"workspace":{"name":5}}"#).unwrap();
        let listing = list(&storage).unwrap();
        assert_eq!(names(&listing), ["Good"]);
        assert_eq!(listing.unreadable[0].key, "redemption/quarantine/0");
        assert_eq!(listing.unreadable[0].raw, r#"{"format":1,"revision":7,"workspace":{"name":5}}"#);
        assert!(listing.unreadable[0].reason.contains("`workspace.name`"), "{}", listing.unreadable[0].reason);
        let again = list(&storage).unwrap();
        assert_eq!(again.unreadable, listing.unreadable);
        discard(&storage, &again.unreadable[0]).unwrap();
        assert!(list(&storage).unwrap().unreadable.is_empty());
    }

    #[test]
    fn where_there_is_no_room_to_move_damaged_data_it_stays_where_it_is() {
        let storage = Memory::default();
        storage.set("redemption/doc/one/a", "{").unwrap();
        for failing in 1..12 {
            storage.operations.set(0);
            storage.failing.set(Some(failing));
            if let Ok(listing) = list(&storage) {
                assert!(listing.unreadable.iter().any(|unreadable| unreadable.raw == "{"), "{failing}");
            }
            storage.failing.set(None);
            let values = storage.values.borrow().clone();
            assert!(values.values().any(|value| value == "{" || value.contains(r#""raw":"{""#)), "{failing}: {values:?}");
        }
    }

    #[test]
    fn a_newer_format_is_shown_and_never_overwritten() {
        let storage = Memory::default();
        let newer = r#"{"format":2,"revision":9,"everything":"else"}"#;
        storage.set("redemption/doc/one/a", newer).unwrap();
        storage.set("redemption/doc/one/b", newer).unwrap();
        let listing = list(&storage).unwrap();
        assert_eq!(listing.unreadable.len(), 2);
        assert!(listing.unreadable[0].reason.contains("newer version (`format` 2"));
        assert_eq!(save(&storage, "one", 0, &named("Mine"), View::default()), Err(SaveError::Unreadable));
        assert_eq!(storage.get("redemption/doc/one/a").unwrap().as_deref(), Some(newer));
        assert_eq!(storage.get("redemption/doc/one/b").unwrap().as_deref(), Some(newer));
    }

    #[test]
    fn a_save_over_another_tabs_newer_revision_is_refused() {
        let storage = Memory::default();
        save(&storage, "one", 0, &named("Mine"), View::default()).unwrap();
        save(&storage, "one", 1, &named("Theirs"), View::default()).unwrap();
        assert_eq!(save(&storage, "one", 1, &named("Mine again"), View::default()), Err(SaveError::Conflict { stored: 2 }));
        assert_eq!(load(&storage, "one").unwrap().unwrap().workspace.name, "Theirs");
    }

    #[test]
    fn the_open_workspace_is_remembered() {
        let storage = Memory::default();
        assert_eq!(open_id(&storage), None);
        set_open_id(&storage, "one").unwrap();
        assert_eq!(open_id(&storage).as_deref(), Some("one"));
    }
}
