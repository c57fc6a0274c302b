//! Collects what is found in a text: codes, activities, symptoms and notes, each once.
//!
//! Knows nothing about the shape of the text.

use std::collections::BTreeSet;

use super::{Evidence, Kind};
use crate::diagnosis::{Symptom, find, with_code};

/// How many different codes or activities are listed.
const MOST: usize = 200;

/// How many log entries are described one by one.
const MOST_DESCRIBED: usize = 50;

/// What has been found so far.
#[derive(Debug, Default)]
pub(super) struct Findings {
    codes: Unique,
    activities: Unique,
    symptoms: Vec<&'static Symptom>,
    notes: Unique,
    described: usize,
    read: usize,
    failed: usize,
}

/// Texts in the order in which they came, each once.
#[derive(Debug, Default)]
struct Unique {
    list: Vec<String>,
    known: BTreeSet<String>,
}

impl Unique {
    /// Whether the text is new and was taken.
    fn add(&mut self, text: &str) -> bool {
        let new = self.list.len() < MOST && !self.known.contains(text);
        if new {
            self.known.insert(text.to_owned());
            self.list.push(text.to_owned());
        }
        new
    }
}

impl Findings {
    /// An error code, by its number. The symptoms of the first codes come first.
    pub(super) fn code(&mut self, number: &str) {
        if !self.codes.add(number) {
            return;
        }
        let symptoms = with_code(number);
        if symptoms.is_empty() {
            self.note(format!("`AADSTS{number}` belongs to none of the symptoms here; Microsoft lists all codes"));
        }
        symptoms.into_iter().for_each(|symptom| self.symptom(symptom));
    }

    /// An audited activity, by its name.
    pub(super) fn activity(&mut self, name: &str) {
        self.activities.add(name);
    }

    /// A symptom that fits.
    pub(super) fn symptom(&mut self, symptom: &'static Symptom) {
        if !self.symptoms.contains(&symptom) {
            self.symptoms.push(symptom);
        }
    }

    /// A symptom that fits, by its name.
    pub(super) fn symptom_named(&mut self, id: &str) {
        if let Some(symptom) = find(id) {
            self.symptom(symptom);
        }
    }

    /// Something else that is worth knowing.
    pub(super) fn note(&mut self, text: String) {
        self.notes.add(&text);
    }

    /// A log entry was read.
    pub(super) fn entry(&mut self, failed: bool) {
        self.read += 1;
        self.failed += usize::from(failed);
    }

    /// What one log entry holds.
    pub(super) fn describe(&mut self, text: String) {
        self.described += 1;
        if self.described <= MOST_DESCRIBED {
            self.note(text);
        }
    }

    /// Whether nothing has been found.
    pub(super) fn is_empty(&self) -> bool {
        self.codes.list.is_empty() && self.symptoms.is_empty()
    }

    /// Everything that was found.
    pub(super) fn finish(self, kind: Kind) -> Evidence {
        let mut notes = self.notes.list;
        if self.read > 0 {
            let entries = if self.read == 1 { "1 entry".to_owned() } else { format!("{} entries", self.read) };
            let failed = match self.failed {
                0 => "no failure".to_owned(),
                1 => "1 reports a failure".to_owned(),
                many => format!("{many} report a failure"),
            };
            notes.insert(0, format!("{entries} read, {failed}"));
        }
        let more = self.described.saturating_sub(MOST_DESCRIBED);
        if more > 0 {
            notes.push(format!("and {more} more entries, which are not listed here"));
        }
        Evidence { kind, codes: self.codes.list, activities: self.activities.list, symptoms: self.symptoms, notes }
    }
}
