//! What a reading took, repaired and left out, for the reader of the page.
//!
//! A text that cannot be read is an error, never a note.

use std::collections::BTreeMap;

use strum::IntoEnumIterator;

use crate::document::PropertyError;
use crate::document::place::{Place, shorten, words};
use crate::document::tree::Tree;

/// What a note reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// A setting went into the design.
    Taken,
    /// A value was not written as Microsoft Graph writes it, and was read all the same.
    Repaired,
    /// A property or an entry has no place in the design.
    Ignored,
    /// Something worth knowing about what was read.
    Notice,
}

/// One remark on one property.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What it reports.
    pub level: Level,
    /// The path of the property, such as `value[0].tenantId`; empty for the whole text.
    pub path: String,
    /// The remark: lower case, no final stop, values in backticks.
    pub text: String,
}

/// How many different ignored properties are listed one by one.
const MOST_IGNORED: usize = 100;

/// Collects notes; an ignored property that many entries have becomes one note.
#[derive(Debug, Default)]
pub(super) struct Notes {
    list: Vec<Note>,
    ignored: BTreeMap<(String, &'static str), Ignored>,
}

#[derive(Debug)]
struct Ignored {
    order: usize,
    path: String,
    count: usize,
}

impl Notes {
    pub(super) fn taken(&mut self, path: &str, text: String) {
        self.push(Level::Taken, path, text);
    }

    pub(super) fn notice(&mut self, path: &str, text: String) {
        self.push(Level::Notice, path, text);
    }

    /// An entry or a property that is left out for a reason of its own.
    pub(super) fn ignored(&mut self, path: &str, text: String) {
        self.push(Level::Ignored, path, text);
    }

    fn push(&mut self, level: Level, path: &str, text: String) {
        self.list.push(Note { level, path: path.to_owned(), text });
    }

    /// A property that is left out, counted over all entries.
    fn leave(&mut self, name: &str, path: String, why: &'static str) {
        let order = self.ignored.len();
        let entry = self.ignored.entry((name.to_owned(), why)).or_insert(Ignored { order, path, count: 0 });
        entry.count += 1;
    }

    /// Reports every property of an object but the ones taken: `known` ones as not used yet, others as unknown.
    pub(super) fn leave_rest(&mut self, entry: &Place<'_>, taken: &[&str], known: &[&str]) -> Result<(), PropertyError> {
        for (name, place) in entry.properties()? {
            let is_annotation = name.starts_with('@') || name.contains("@odata.");
            if is_annotation || taken.contains(&name) {
                continue;
            }
            if name == "id" {
                self.leave(name, place.path, "a scenario keeps no ids of Microsoft Graph, ignored");
            } else if !known.contains(&name) {
                self.leave(name, place.path, "unknown property, ignored");
            } else if *place.tree != Tree::Null {
                self.leave(name, place.path, "not used yet");
            }
        }
        Ok(())
    }

    /// A word of Microsoft Graph's, read without regard to blanks around it and to capitals.
    pub(super) fn word<T>(&mut self, place: &Place<'_>) -> Result<T, PropertyError>
    where
        T: IntoEnumIterator + Copy + Into<&'static str>,
    {
        let written = place.text()?;
        let Some(value) = find_word::<T>(written) else {
            let known: Vec<&'static str> = T::iter().map(Into::into).collect();
            return Err(place.error(format!("`{}` is not known; write {}", shorten(written), words(&known))));
        };
        let name: &'static str = value.into();
        self.repaired(place, written, name);
        Ok(value)
    }

    /// A text without the blanks around it.
    pub(super) fn trimmed<'t>(&mut self, place: &Place<'t>) -> Result<&'t str, PropertyError> {
        let written = place.text()?;
        let trimmed = written.trim();
        if trimmed.is_empty() {
            return Err(place.error("the text is empty"));
        }
        self.repaired(place, written, trimmed);
        Ok(trimmed)
    }

    /// A value that was read otherwise than it was written; nothing where both are the same.
    pub(super) fn repaired(&mut self, place: &Place<'_>, written: &str, read: &str) {
        if written != read {
            self.push(Level::Repaired, &place.path, format!("`{}` was read as `{}`", shorten(written), shorten(read)));
        }
    }

    /// All notes: the ignored properties last, in the order of the text.
    pub(super) fn finish(self) -> Vec<Note> {
        let mut list = self.list;
        let mut ignored: Vec<_> = self.ignored.into_iter().collect();
        ignored.sort_by_key(|(_, ignored)| ignored.order);
        let more = ignored.len().saturating_sub(MOST_IGNORED);
        list.extend(ignored.into_iter().take(MOST_IGNORED).map(|((_, why), Ignored { path, count, .. })| {
            let text = if count == 1 { why.to_owned() } else { format!("{why} (in {count} entries)") };
            Note { level: Level::Ignored, path, text }
        }));
        if more > 0 {
            list.push(Note { level: Level::Ignored, path: String::new(), text: format!("and {more} more properties, ignored") });
        }
        list
    }
}

/// The value with this name, without regard to blanks around it and to capitals.
pub(super) fn find_word<T: IntoEnumIterator + Copy + Into<&'static str>>(written: &str) -> Option<T> {
    T::iter().find(|value| {
        let name: &'static str = (*value).into();
        name.eq_ignore_ascii_case(written.trim())
    })
}

/// The name in a placeholder of our own requests, such as `Sales` in `<id of Sales>`.
pub(super) fn blank_name(text: &str) -> Option<&str> {
    text.strip_prefix("<id of ")?.strip_suffix('>')
}
