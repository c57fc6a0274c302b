//! What is written of a population: the rows with what becomes of them, the rejected rows, and the summary in words.
//!
//! A cell that a spreadsheet would calculate gets an apostrophe before it, unless raw values are asked for.

use std::borrow::Cow;
use std::fmt::Write as _;

use csv::{QuoteStyle, Writer, WriterBuilder};

use super::judge::Fate;
use super::summary::{Group, Line, Range, Share, Summary};
use super::{Kept, Population};
use crate::analysis::course::Course;
use crate::log::export::cell::guarded;
use crate::wording;

/// How rows are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// Cells as they are, for machines. A spreadsheet may calculate them.
    pub raw: bool,
    /// `user001@domain` in place of addresses, and no names.
    pub anonymous: bool,
}

impl Population {
    /// All rows with what becomes of them, as CSV in UTF-8.
    pub fn csv(&self, style: Style) -> String {
        let two = self.judge().designs().len() > 1;
        let mut writer = WriterBuilder::new().quote_style(QuoteStyle::Necessary).from_writer(Vec::new());
        let mut heading = vec!["email", "label", "tags", "outcome", "provider", "prompts"];
        if two {
            heading.extend(["outcome_b", "provider_b", "prompts_b", "change"]);
        }
        put(&mut writer, heading.iter().map(|cell| Cow::Borrowed(*cell)), true);
        for (number, kept) in self.rows().iter().enumerate() {
            let Some(cells) = self.cells(number, kept, style.anonymous, two) else { continue };
            put(&mut writer, cells.into_iter().map(Cow::Owned), style.raw);
        }
        text(writer)
    }

    fn cells(&self, number: usize, kept: &Kept, anonymous: bool, two: bool) -> Option<Vec<String>> {
        let row = self.row(kept)?;
        let fates = self.judge().fates(kept.verdict);
        let (email, label) =
            if anonymous { (anonymised(number, row.email.domain()), String::new()) } else { (row.email.to_string(), row.label) };
        let mut cells = vec![email, label, row.tags];
        cells.extend(side(fates, |fate| Some(fate.first)));
        if two {
            cells.extend(side(fates, |fate| Some(fate.second?.0)));
            cells.push(words(fates.iter().filter_map(|fate| Some(fate.second?.1.name().to_owned()))));
        }
        Some(cells)
    }

    /// The rejected rows with their reasons, as CSV in UTF-8.
    pub fn rejected_csv(&self) -> String {
        let mut writer = WriterBuilder::new().from_writer(Vec::new());
        put(&mut writer, ["line", "reason", "row"].map(Cow::Borrowed).into_iter(), true);
        for rejected in self.rejected() {
            let row = self.text(rejected.begins, rejected.length);
            let cells = [rejected.line.to_string(), rejected.reason.clone(), row];
            put(&mut writer, cells.into_iter().map(Cow::Owned), false);
        }
        text(writer)
    }
}

/// An address that names nobody, with the domain that decides.
pub fn anonymised(number: usize, domain: &str) -> String {
    format!("user{:03}@{domain}", number + 1)
}

/// The ends, the providers and the prompts under one design.
pub(super) fn side(fates: &[Fate], course: impl Fn(&Fate) -> Option<Course>) -> [String; 3] {
    let courses: Vec<Course> = fates.iter().filter_map(course).collect();
    let provider = |course: &Course| course.provider.map_or_else(String::new, |provider| wording::provider(provider).to_owned());
    [
        words(courses.iter().map(|course| course.finish.name().to_owned())),
        words(courses.iter().map(provider)),
        words(courses.iter().map(|course| course.prompts.to_string())),
    ]
}

/// The different words, in the order in which they come.
pub(super) fn words(all: impl Iterator<Item = String>) -> String {
    let mut different: Vec<String> = Vec::new();
    for word in all {
        if !different.contains(&word) {
            different.push(word);
        }
    }
    different.join(" or ")
}

fn put<'a>(writer: &mut Writer<Vec<u8>>, cells: impl Iterator<Item = Cow<'a, str>>, raw: bool) {
    let cells = cells.map(|cell| if raw { cell.into_owned() } else { guarded(&cell).into_owned() });
    // Writing to memory does not fail, and each row has its own number of cells by construction.
    drop(writer.write_record(cells));
}

fn text(writer: Writer<Vec<u8>>) -> String {
    writer.into_inner().map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default()
}

impl Range {
    /// The range in figures.
    pub fn words(self) -> String {
        if self.certain == self.possible { self.possible.to_string() } else { format!("{}–{}", self.certain, self.possible) }
    }
}

impl Summary {
    /// The summary as Markdown. It names domains and tags, and no address.
    pub fn markdown(&self) -> String {
        let mut text = String::from("# What becomes of the invitees\n\n");
        let _ = writeln!(text, "{} addresses; {} rows rejected, {} repeated.", self.rows, self.rejected, self.duplicates);
        if self.open > 0 {
            let _ = writeln!(
                text,
                "\n{} rows leave open what matters; they are counted both ways, and counts are ranges.",
                self.open
            );
        }
        text.push_str("\nAssumed of everybody: an administrator invites, the mail arrives, the mailbox can be read, and the guest makes no mistakes.\n");
        table(&mut text, "By result", &self.groups);
        table(&mut text, "By end", &self.ends);
        if !self.changes.is_empty() {
            table(&mut text, "What changes from A to B", &self.changes);
        }
        let two = self.groups.iter().any(|line| line.second.is_some());
        shares(&mut text, "By domain", "Domain", &self.domains, two);
        if !self.tags.is_empty() {
            shares(&mut text, "By tag", "Tag", &self.tags, two);
        }
        text.push_str(if two { "\n## For the help desk, under B\n\n" } else { "\n## For the help desk\n\n" });
        for line in &self.groups {
            let told = line.second.unwrap_or(line.first);
            let group = <Group as strum::IntoEnumIterator>::iter().find(|group| <&str>::from(group) == line.id);
            if let Some(group) = group.filter(|_| told.possible > 0) {
                let _ = writeln!(text, "- **{}** ({}): {}", line.name, told.words(), group.note());
            }
        }
        text
    }
}

fn table(text: &mut String, heading: &str, lines: &[Line]) {
    let two = lines.iter().any(|line| line.second.is_some());
    let _ = writeln!(text, "\n## {heading}\n");
    text.push_str(if two { "| | A | B |\n|---|---:|---:|\n" } else { "| | Rows |\n|---|---:|\n" });
    for line in lines {
        let second = line.second.map(|range| format!(" {} |", range.words())).unwrap_or_default();
        let _ = writeln!(text, "| {} | {} |{second}", plain(&line.name), line.first.words());
    }
}

/// Rows of domains or tags, each with what becomes of them under the first design.
fn shares(text: &mut String, heading: &str, column: &str, shares: &[Share], two: bool) {
    let _ = writeln!(text, "\n## {heading}\n");
    text.push_str(&if two {
        format!("| {column} | Rows | Changed from A to B | Results under A |\n|---|---:|---:|---|\n")
    } else {
        format!("| {column} | Rows | Results |\n|---|---:|---|\n")
    });
    for share in shares {
        let groups: Vec<String> =
            share.groups.iter().map(|(group, range)| format!("{}: {}", group.name(), range.words())).collect();
        let changed = if two { format!(" {} |", share.changed.words()) } else { String::new() };
        let _ = writeln!(text, "| {} | {} |{changed} {} |", plain(&share.name), share.rows, groups.join("; "));
    }
}

/// A text in a cell of a Markdown table.
fn plain(text: &str) -> String {
    text.chars()
        .flat_map(|c| match c {
            '|' | '\\' | '`' | '<' | '*' | '_' | '[' | ']' => vec!['\\', c],
            '\n' | '\r' => vec![' '],
            c => vec![c],
        })
        .collect()
}
