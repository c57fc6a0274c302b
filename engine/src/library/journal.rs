//! The journal: one record of each workspace in a store whose transactions all tabs take part in, one after another.
//!
//! Each tab may see the storage of the slots as it was a moment ago, so two of them can take the same slot. The journal decides between
//! them: a record goes in only over the one that the tab has built on, and a save counts once its transaction is complete. A slot is
//! never more than one revision ahead of what the journal had when it was written, so the highest revision wins and the journal wins a
//! tie. What is decided here is pure; the transaction is the caller's.

use super::record::{self, Content, Stamp};
use super::{Saved, Slot, Storage, StorageError, id_is_plain, read_slot, slots};

/// What is to be done with a record, by what the journal holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// Nothing: the journal has it.
    Kept,
    /// Put it in.
    Write,
    /// Put it in; what was there cannot be read and is to be moved aside before.
    WriteOver {
        /// What was there.
        raw: String,
        /// Why it cannot be read.
        reason: String,
    },
    /// Save again on what the journal holds, which this record follows without a higher revision. In the journal each revision is
    /// given once, so that a slot with a higher one has been built on all that was reported.
    Again(Stamp),
    /// Leave the journal as it is: another tab has saved what this one has not seen.
    Conflict(Box<Saved>),
    /// Leave the journal as it is: a newer version has written there.
    Newer,
}

/// What is to be done with what a tab has built on `base`, where the journal holds this.
///
/// `writer` is the tab's name when it handed the record over. A tab takes another name when it goes on from what somebody else has saved, so that what it has
/// made in this name is in what it goes on from.
pub fn verdict(id: &str, held: Option<&str>, base: Option<&Stamp>, record: &Stamp, writer: &str) -> Verdict {
    let Some(held) = held else { return Verdict::Write };
    match record::read(held) {
        Content::Whole((stamp, workspace, view)) => {
            // A record that this tab has made is one of which it did not hear that it was kept.
            let own = stamp.saved_by == writer;
            let built_on = base.is_some_and(|base| *base == stamp || base.revision > stamp.revision);
            if stamp == *record {
                Verdict::Kept
            } else if (own || built_on) && record.revision > stamp.revision {
                Verdict::Write
            } else if own || built_on {
                Verdict::Again(stamp)
            } else {
                Verdict::Conflict(Box::new(Saved { id: id.to_owned(), stamp, workspace, view }))
            }
        }
        Content::Damaged(reason) => Verdict::WriteOver { raw: held.to_owned(), reason },
        Content::Newer(_) => Verdict::Newer,
    }
}

/// What a record of the journal is worth beside the slots.
#[derive(Clone, Debug, PartialEq)]
pub enum Held {
    /// Nothing: the slots have the same or a later one.
    Known,
    /// It wins over what the slots had. They hold it now too, where there was room.
    Newer {
        /// The workspace as it was saved.
        saved: Box<Saved>,
        /// What a slot held that was saved by another tab on the same base, and never said to be saved.
        beside: Option<Box<Saved>>,
    },
    /// It cannot be read.
    Unreadable(String),
}

/// Holds a record of the journal against the slots. Where it wins, it is written into a slot, so that the slots are as good.
pub fn hold(storage: &impl Storage, id: &str, text: &str) -> Result<Held, StorageError> {
    if !id_is_plain(id) {
        return Ok(Held::Unreadable("the name is none that the program gives".to_owned()));
    }
    let (stamp, workspace, view) = match record::read(text) {
        Content::Whole(record) => record,
        Content::Damaged(reason) | Content::Newer(reason) => return Ok(Held::Unreadable(reason)),
    };
    let (mut beside, mut known, mut losing) = (None, false, Vec::new());
    let mut target: Option<(u64, String)> = None;
    for key in slots(id) {
        let rank = match read_slot(storage, &key, id)? {
            Slot::Empty => 0,
            Slot::Readable(saved) if saved.stamp.revision > stamp.revision => return Ok(Held::Known),
            Slot::Readable(saved) if saved.stamp == stamp => {
                known = true;
                continue;
            }
            Slot::Readable(saved) if saved.stamp.revision == stamp.revision => {
                losing.push(key);
                if saved.stamp.saved_by != stamp.saved_by {
                    beside = Some(saved);
                }
                continue;
            }
            Slot::Readable(saved) => saved.stamp.revision,
            Slot::Damaged { .. } | Slot::Newer { .. } => continue,
        };
        if target.as_ref().is_none_or(|(other, _)| rank < *other) {
            target = Some((rank, key));
        }
    }
    if known && losing.is_empty() {
        return Ok(Held::Known);
    }
    if losing.is_empty() {
        losing.extend(target.map(|(_, key)| key));
    }
    for key in losing {
        // The journal has it; a slot that did not take it is as it would be without.
        drop(storage.set(&key, text));
    }
    Ok(Held::Newer { saved: Box::new(Saved { id: id.to_owned(), stamp, workspace, view }), beside })
}
