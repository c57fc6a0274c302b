//! Named versions in the journal: put in when they are made or named, and out again once the local storage is sure to have them.
//!
//! What an entry is worth is decided in `redemption_engine::history::journal`. Automatic versions are not said to be saved.

use gloo_timers::callback::Timeout;
use indexed_db_futures::error::Error;
use indexed_db_futures::object_store::ObjectStore;
use indexed_db_futures::prelude::*;
use leptos::prelude::*;
use leptos::task::spawn_local;
use redemption_engine::history::journal::{self, Held};

use super::{Hears, Kept, RECORDS, begin, database};
use crate::later::later;
use crate::state::App;
use crate::store::{Browser, Store, local_storage};
use crate::words;

/// How long the browser may take to write its local storage to the disk, in milliseconds; six seconds were measured.
const SETTLES: u32 = 60_000;

/// Entries as they are in the journal: keys and texts.
type Entries = Vec<(String, String)>;

impl Store {
    /// Hands a named version to the journal, and says how well it is kept.
    pub(in crate::store) fn journal_version(&self, id: &str, number: u64, hears: Hears) {
        if local_storage().is_err() {
            hears(Kept::ByThePage);
            return;
        }
        let (id, heard) = (id.to_owned(), hears.clone());
        spawn_local(async move {
            if write_version(id, number, hears).await.is_err() {
                heard(Kept::Plainly);
            }
        });
    }

    /// Takes a version out of the journal, or all whose keys begin so, where it ends in a slash.
    pub(in crate::store) fn drop_versions_from_journal(&self, keys: String) {
        if local_storage().is_ok() {
            spawn_local(async move { drop(forget_versions(keys).await) });
        }
    }

    /// Brings versions back that the local storage has lost, and says so.
    pub(super) fn versions_in_journal(&self, app: App, entries: Entries) {
        let mut brought = 0;
        let mut known = Vec::new();
        for (key, text) in entries {
            match journal::hold(&Browser, &key, &text) {
                Ok(Held::Brought) => brought += 1,
                Ok(Held::Known) => {}
                Ok(Held::Gone) => {
                    self.drop_versions_from_journal(key);
                    continue;
                }
                Ok(Held::Unreadable(_)) | Err(_) => continue,
            }
            known.push((key, text));
        }
        if brought > 0 {
            self.listed.update(|count| *count += 1);
            app.notify(words::status::versions_brought_back(brought), None);
        }
        if !known.is_empty() {
            settle(known);
        }
    }
}

later! {
    /// Puts a version in.
    fn write_version(id: String, number: u64, hears: Hears) -> () {
        spawn_local(async move {
            let text = journal::text(&Browser, &id, number).ok().flatten();
            let entry = text.map(|text| (journal::key(&id, number), text));
            let kept = match &entry {
                Some((key, text)) => put(key, text).await.unwrap_or(false),
                None => false,
            };
            if let Some(entry) = entry.filter(|_| kept) {
                settle(vec![entry]);
            }
            hears(if kept { Kept::Safely } else { Kept::Plainly });
        });
    }
}

later! {
    /// Takes versions out.
    fn forget_versions(keys: String) -> () {
        spawn_local(async move { drop(take_out(&keys).await) });
    }
}

/// Takes entries out after a while, where the local storage still has them.
fn settle(entries: Entries) {
    let settled = move || {
        spawn_local(async move {
            for (key, text) in entries {
                if journal::is_stored(&Browser, &key, &text) {
                    // What stays is looked at again in the next visit.
                    drop(take_out(&key).await);
                }
            }
        });
    };
    Timeout::new(SETTLES, settled).forget();
}

/// Answers whether the disk has it.
async fn put(key: &str, text: &str) -> Result<bool, Error> {
    let Some(database) = database().await else { return Ok(false) };
    let transaction = begin(&database)?;
    transaction.object_store(RECORDS)?.put(text).with_key(key).without_key_type().primitive()?.await?;
    transaction.commit().await?;
    Ok(true)
}

async fn take_out(keys: &str) -> Result<(), Error> {
    let Some(database) = database().await else { return Ok(()) };
    let transaction = begin(&database)?;
    delete(&transaction.object_store(RECORDS)?, keys).await?;
    transaction.commit().await
}

/// Deletes the entry of this key, or all whose keys begin so, where it ends in a slash.
pub(super) async fn delete(records: &ObjectStore<'_>, wanted: &str) -> Result<(), Error> {
    let keys: Vec<String> = records.get_all_keys::<String>().primitive()?.await?.collect::<Result<_, _>>()?;
    for key in keys.iter().filter(|key| *key == wanted || wanted.ends_with('/') && key.starts_with(wanted)) {
        records.delete(key.as_str()).primitive()?.await?;
    }
    Ok(())
}
