//! What becomes of a whole list of invitees: read from a file, judged under one design or two, counted.
//!
//! Rows that a design treats alike are judged once, so a million rows cost little more than reading them. What a row leaves open is judged
//! both ways; counts are ranges then. Addresses stay where the file is: nothing here keeps or sends them.
//!
//! How the file is read is in [`table`], what a row says in [`row`], what becomes of it in [`judge`], counting in [`summary`], what is written
//! of it in [`export`]. Under other designs a list is asked about as [`kinds`] of people. A list of users of Microsoft Graph becomes such a file in [`users`]. Whoever is not beside a population asks it
//! through a [`desk`].

pub mod desk;
pub mod export;
pub mod judge;
mod key;
pub mod kinds;
pub mod meant;
pub mod row;
pub mod summary;
pub mod table;
pub mod users;

use std::collections::HashMap;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};

use crate::design::Design;
use judge::{Judge, VerdictNumber};
use row::Row;
use table::{Columns, Table, TableError};

/// How many rows can be read.
pub const MOST_ROWS: usize = 4_000_000;

/// How many rejected rows are kept with their reasons; further ones are counted.
pub const MOST_REJECTED: usize = 100_000;

/// A row that was read, in few bytes: the text of the file is kept beside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Where the row begins in the file, in bytes.
    pub begins: u32,
    /// How many bytes it has.
    pub length: u32,
    /// What becomes of it.
    pub verdict: VerdictNumber,
    /// Its domain, by position in [`Population::domains`].
    pub domain: u32,
    /// Its tags, by position in [`Population::tags`].
    pub tags: u32,
}

/// A row that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejected {
    /// The line of the file, counted from 1.
    pub line: u64,
    /// Where the row begins in the file, in bytes.
    pub begins: u32,
    /// How many bytes it has.
    pub length: u32,
    /// Why not.
    pub reason: String,
}

/// A list of invitees that is being read and judged.
#[derive(Debug)]
pub struct Population {
    table: Table,
    judge: Judge,
    rows: Vec<Kept>,
    rejected: Vec<Rejected>,
    more_rejected: u64,
    duplicates: u64,
    first_duplicate: Option<(u64, String)>,
    // The rows by the hash of their address; only needed while reading.
    seen: HashMap<u64, u32>,
    hasher: BuildHasherDefault<DefaultHasher>,
    domains: Names,
    tags: Names,
    line: u64,
}

/// Texts that are met again and again, each kept once.
#[derive(Clone, Debug, Default)]
pub struct Names {
    numbers: HashMap<String, u32>,
    names: Vec<String>,
}

impl Names {
    /// The number of a text.
    fn number(&mut self, name: &str) -> u32 {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        let number = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        self.names.push(name.to_owned());
        self.numbers.insert(name.to_owned(), number);
        number
    }

    /// The number that a text has, if it was met.
    fn known(&self, name: &str) -> Option<u32> {
        self.numbers.get(name).copied()
    }

    /// The text of a number.
    pub fn name(&self, number: u32) -> &str {
        usize::try_from(number).ok().and_then(|number| self.names.get(number)).map_or("", String::as_str)
    }
}

impl Population {
    /// Begins to read a file for one design or two. `columns` says which column is which; `None` goes by the names in the first row.
    pub fn open(text: Vec<u8>, columns: Option<Columns>, designs: Vec<Design>) -> Result<Self, TableError> {
        Ok(Self {
            table: Table::open(text, columns)?,
            judge: Judge::new(designs),
            rows: Vec::new(),
            rejected: Vec::new(),
            more_rejected: 0,
            duplicates: 0,
            first_duplicate: None,
            seen: HashMap::new(),
            hasher: BuildHasherDefault::default(),
            domains: Names::default(),
            tags: Names::default(),
            line: 1,
        })
    }

    /// Reads and judges up to so many rows; `false` at the end of the file.
    pub fn go_on(&mut self, most: usize) -> bool {
        for _ in 0..most {
            let Some(found) = self.table.next_row() else {
                self.seen = HashMap::new();
                return false;
            };
            self.line = found.line;
            match found.row {
                Ok(row) => self.keep(&row, found.begins, found.length),
                Err(reason) => self.reject(found.begins, found.length, reason),
            }
            if self.rows.len() >= MOST_ROWS {
                let reason = format!("no more than {MOST_ROWS} rows are read; what follows is left out");
                self.reject(found.begins, found.length, reason);
                return false;
            }
        }
        true
    }

    fn keep(&mut self, row: &Row, begins: u32, length: u32) {
        let hash = self.hasher.hash_one(row.email.as_str());
        // Two addresses could have one hash, so the earlier row is read again.
        let earlier = self.seen.get(&hash).and_then(|earlier| self.rows.get(usize::try_from(*earlier).ok()?));
        if earlier.and_then(|earlier| self.row(earlier)).is_some_and(|earlier| earlier.email == row.email) {
            self.duplicates += 1;
            let line = self.line;
            self.first_duplicate.get_or_insert_with(|| (line, row.email.to_string()));
            return;
        }
        self.seen.insert(hash, u32::try_from(self.rows.len()).unwrap_or(u32::MAX));
        let verdict = self.judge.verdict(row);
        let domain = self.domains.number(row.email.domain());
        let tags = self.tags.number(&row.tags);
        self.rows.push(Kept { begins, length, verdict, domain, tags });
    }

    fn reject(&mut self, begins: u32, length: u32, reason: String) {
        if self.rejected.len() < MOST_REJECTED {
            self.rejected.push(Rejected { line: self.line, begins, length, reason });
        } else {
            self.more_rejected += 1;
        }
    }

    /// How many bytes of how many have been read.
    pub fn progress(&self) -> (usize, usize) {
        self.table.progress()
    }

    /// The file, to be read again in another way.
    pub fn into_text(self) -> Vec<u8> {
        self.table.into_text()
    }

    /// The rows that were read, each address once.
    pub fn rows(&self) -> &[Kept] {
        &self.rows
    }

    /// The rows that cannot be read.
    pub fn rejected(&self) -> &[Rejected] {
        &self.rejected
    }

    /// How many rows cannot be read.
    pub fn rejected_count(&self) -> u64 {
        u64::try_from(self.rejected.len()).unwrap_or(u64::MAX).saturating_add(self.more_rejected)
    }

    /// How many rows repeat an address, and the first of them.
    pub fn duplicates(&self) -> (u64, Option<&(u64, String)>) {
        (self.duplicates, self.first_duplicate.as_ref())
    }

    /// What becomes of the rows.
    pub fn judge(&self) -> &Judge {
        &self.judge
    }

    /// The domains of the rows.
    pub fn domains(&self) -> &Names {
        &self.domains
    }

    /// The tags of the rows.
    pub fn tags(&self) -> &Names {
        &self.tags
    }

    /// Which column is which.
    pub fn columns(&self) -> &Columns {
        self.table.columns()
    }

    /// What a kept row says, read again from the file.
    pub fn row(&self, kept: &Kept) -> Option<Row> {
        self.table.read_again(kept.begins, kept.length)
    }

    /// The text of a row, as it stands in the file.
    pub fn text(&self, begins: u32, length: u32) -> String {
        self.table.text(begins, length)
    }
}
