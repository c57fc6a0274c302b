//! Reading a list of invitees: delimiter, header, rows, and what is wrong with a row.
//!
//! Commas, semicolons and tabs are understood, quoted fields, a byte order mark, any order of columns and any line end. A row is read or
//! rejected whole; nothing is guessed from a broken one.

use std::io::Cursor;

use csv::{ByteRecord, Reader, ReaderBuilder};
use serde::{Deserialize, Serialize};

use super::row::{Column, Row, entra, known, shown, way_in};
use crate::address::EmailAddress;

/// How large a file can be, in bytes.
pub const LARGEST_FILE: usize = 512 * 1024 * 1024;

/// How many columns a file can have.
const MOST_COLUMNS: usize = 256;

/// How long a row can be, in bytes. A quotation mark that is never closed makes one of the rest of the file.
const LONGEST_ROW: usize = 64 * 1024;

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Why a file is not a list of invitees.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TableError {
    /// There is nothing in it.
    #[error("the file is empty; its first row names the columns, one of them `email`")]
    Empty,
    /// It is larger than what is read.
    #[error("the file has {0} bytes; lists of up to {most} bytes are read", most = LARGEST_FILE)]
    TooLarge(usize),
    /// The first row names no column of addresses.
    #[error("choose which column holds the invited address: none is called `email`; the first row names {0}")]
    NoEmail(String),
    /// Two columns have one meaning.
    #[error("columns {0} and {1} both mean `{2}`; choose one of them")]
    Twice(usize, usize, &'static str),
    /// It is no text.
    #[error("the first row is no text in UTF-8; save the list as CSV in UTF-8")]
    NotText,
    /// There are too many columns to be a list of invitees.
    #[error("the first row has {0} columns; up to {most} are read", most = MOST_COLUMNS)]
    TooManyColumns(usize),
}

/// Which column of a file is which.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Columns {
    /// The headings of the file, in order.
    pub headings: Vec<String>,
    /// What each of them means; what means nothing is left out.
    pub meanings: Vec<Option<Column>>,
    /// The character between two cells.
    pub delimiter: char,
}

/// A file that is being read.
#[derive(Debug)]
pub struct Table<T = Vec<u8>> {
    reader: Reader<Cursor<T>>,
    record: ByteRecord,
    columns: Columns,
    // How far lines have been counted, and how many there were.
    counted: usize,
    lines: u64,
}

/// A row of the file, or what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The line, counted from 1.
    pub line: u64,
    /// Where it begins, in bytes.
    pub begins: u32,
    /// How many bytes it has.
    pub length: u32,
    /// What it says.
    pub row: Result<Row, String>,
}

impl Columns {
    /// Reads the first row of a file and finds out what its columns mean. Several that mean the same are left for the user to tell apart.
    pub fn of(text: &[u8]) -> Result<Self, TableError> {
        let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
        let delimiter = delimiter_of(text);
        let mut reader = reader(Cursor::new(text), delimiter);
        let mut record = ByteRecord::new();
        if !reader.read_byte_record(&mut record).unwrap_or(false) {
            return Err(TableError::Empty);
        }
        if record.len() > MOST_COLUMNS {
            return Err(TableError::TooManyColumns(record.len()));
        }
        let headings = record
            .iter()
            .map(|heading| std::str::from_utf8(heading).map(|heading| heading.trim().to_owned()))
            .collect::<Result<Vec<String>, _>>()
            .map_err(|_| TableError::NotText)?;
        if headings.iter().all(String::is_empty) {
            return Err(TableError::Empty);
        }
        let meanings = headings.iter().map(|heading| Column::of_heading(heading)).collect();
        Ok(Self { headings, meanings, delimiter: char::from(delimiter) })
    }

    /// Why the meanings cannot be read by; nothing where they can.
    pub fn check(&self) -> Result<(), TableError> {
        for (number, meaning) in self.meanings.iter().enumerate() {
            let before = self.meanings.iter().take(number).position(|other| meaning.is_some() && other == meaning);
            if let (Some(before), Some(column)) = (before, meaning) {
                return Err(TableError::Twice(before + 1, number + 1, column.name()));
            }
        }
        if self.meanings.contains(&Some(Column::Email)) {
            return Ok(());
        }
        let named: Vec<String> = self.headings.iter().take(12).map(|heading| format!("`{}`", shown(heading))).collect();
        Err(TableError::NoEmail(named.join(", ")))
    }
}

fn reader<R: std::io::Read>(text: R, delimiter: u8) -> Reader<R> {
    ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text)
}

/// How many lines end in a text: at a line feed, a carriage return, or both together.
fn line_ends(text: &[u8]) -> u64 {
    let mut ends = 0;
    let mut after_return = false;
    for byte in text {
        ends += u64::from(*byte == b'\r' || (*byte == b'\n' && !after_return));
        after_return = *byte == b'\r';
    }
    ends
}

/// The delimiter that stands most often in the first line outside quotation marks; a comma where none does.
fn delimiter_of(text: &[u8]) -> u8 {
    let mut counts = [(b',', 0_u32), (b';', 0), (b'\t', 0)];
    let mut quoted = false;
    for byte in text.iter().take(LONGEST_ROW) {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => break,
            _ if quoted => {}
            _ => {
                if let Some((_, count)) = counts.iter_mut().find(|(delimiter, _)| delimiter == byte) {
                    *count += 1;
                }
            }
        }
    }
    counts.iter().rev().max_by_key(|(_, count)| *count).filter(|(_, count)| *count > 0).map_or(b',', |(delimiter, _)| *delimiter)
}

impl Table {
    /// Opens a file. `columns` says which column is which; `None` goes by the first row.
    pub fn open(text: Vec<u8>, columns: Option<Columns>) -> Result<Self, TableError> {
        if text.len() > LARGEST_FILE {
            return Err(TableError::TooLarge(text.len()));
        }
        let columns = match columns {
            Some(columns) => columns,
            None => Columns::of(&text)?,
        };
        columns.check()?;
        Ok(Self::at_the_first_row(text, columns))
    }

    /// The file, when nothing more is read.
    pub fn into_text(self) -> Vec<u8> {
        self.reader.into_inner().into_inner()
    }
}

impl<T: AsRef<[u8]>> Table<T> {
    fn at_the_first_row(text: T, columns: Columns) -> Self {
        let mut cursor = Cursor::new(text);
        if cursor.get_ref().as_ref().starts_with(BYTE_ORDER_MARK) {
            cursor.set_position(BYTE_ORDER_MARK.len() as u64);
        }
        let delimiter = u8::try_from(columns.delimiter).unwrap_or(b',');
        let mut table = Self { reader: reader(cursor, delimiter), record: ByteRecord::new(), columns, counted: 0, lines: 1 };
        // The first row names the columns.
        drop(table.reader.read_byte_record(&mut table.record));
        table
    }

    /// The same file, from its first row on.
    pub fn again(&self) -> Table<&[u8]> {
        Table::at_the_first_row(self.reader.get_ref().get_ref().as_ref(), self.columns.clone())
    }

    /// Which column is which.
    pub fn columns(&self) -> &Columns {
        &self.columns
    }

    /// How many bytes of how many have been read.
    pub fn progress(&self) -> (usize, usize) {
        let all = self.reader.get_ref().get_ref().as_ref().len();
        (usize::try_from(self.reader.position().byte()).unwrap_or(all).min(all), all)
    }

    /// Where the reader stands in the file.
    fn position(&self) -> usize {
        let text = self.reader.get_ref().get_ref().as_ref();
        let mark = if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
        mark.saturating_add(usize::try_from(self.reader.position().byte()).unwrap_or(usize::MAX)).min(text.len())
    }

    /// The next row; `None` at the end.
    pub fn next_row(&mut self) -> Option<Found> {
        let before = self.position();
        let read = self.reader.read_byte_record(&mut self.record);
        let after = self.position();
        let text = self.reader.get_ref().get_ref().as_ref();
        // What is left of the last line end, and empty lines, come before the row.
        let passed = text.get(before..after).unwrap_or_default();
        let begins = before + passed.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        self.lines += line_ends(text.get(self.counted..begins).unwrap_or_default());
        self.counted = begins;
        let length = after.saturating_sub(begins);
        let narrow = |bytes: usize| u32::try_from(bytes).unwrap_or(u32::MAX);
        let found = |row| Some(Found { line: self.lines, begins: narrow(begins), length: narrow(length), row });
        match read {
            Ok(false) => None,
            Err(error) => found(Err(error.to_string())),
            Ok(true) if length > LONGEST_ROW => {
                found(Err(format!("the row has {length} bytes; is a quotation mark missing that closes a cell?")))
            }
            Ok(true) => found(self.read()),
        }
    }

    /// A row that was read before, by its place.
    pub fn read_again(&self, begins: u32, length: u32) -> Option<Row> {
        let delimiter = u8::try_from(self.columns.delimiter).unwrap_or(b',');
        let mut record = ByteRecord::new();
        reader(Cursor::new(self.bytes(begins, length)), delimiter).read_byte_record(&mut record).ok()?;
        row(&record, &self.columns).ok()
    }

    /// The text of a row, as it stands in the file.
    pub fn text(&self, begins: u32, length: u32) -> String {
        String::from_utf8_lossy(self.bytes(begins, length)).trim_end_matches(['\r', '\n']).to_owned()
    }

    fn bytes(&self, begins: u32, length: u32) -> &[u8] {
        let (begins, length) = (begins as usize, length as usize);
        self.reader.get_ref().get_ref().as_ref().get(begins..begins.saturating_add(length)).unwrap_or_default()
    }

    fn read(&self) -> Result<Row, String> {
        row(&self.record, &self.columns)
    }
}

/// What the cells of a row say.
fn row(record: &ByteRecord, columns: &Columns) -> Result<Row, String> {
    if record.len() > columns.meanings.len() {
        return Err(format!(
            "the row has {} cells and the first row names {}; is a quotation mark missing?",
            record.len(),
            columns.meanings.len()
        ));
    }
    let mut email = None;
    let mut read = Read::default();
    for (meaning, cell) in columns.meanings.iter().zip(record) {
        let Some(column) = meaning else { continue };
        let cell = std::str::from_utf8(cell).map_err(|_| format!("{}: the cell is no text in UTF-8", column.name()))?;
        let cell = cell.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        match column {
            Column::Email => email = Some(EmailAddress::parse(cell).map_err(|error| error.to_string())?),
            Column::Label => read.label = cell,
            Column::Entra => read.entra = entra(cell)?,
            Column::Upn if cell.is_empty() => {}
            Column::Upn => read.upn = Some(EmailAddress::parse(cell).map_err(|error| format!("upn: {error}"))?),
            Column::Msa => read.msa = known(Column::Msa, cell)?,
            Column::Google => read.google = known(Column::Google, cell)?,
            Column::WayIn => read.way_in = way_in(cell)?,
            Column::ContactConflict => read.contact = known(Column::ContactConflict, cell)?,
            Column::HomeTenant => read.home_tenant = cell,
            Column::Language => read.language = cell,
            Column::Tags => read.tags = cell,
        }
    }
    let email = email.ok_or_else(|| crate::address::AddressError::Empty.to_string())?;
    Ok(Row {
        upn: read.upn.filter(|upn| *upn != email),
        email,
        label: read.label.to_owned(),
        entra: read.entra,
        msa: read.msa,
        google: read.google,
        way_in: read.way_in,
        contact_conflict: read.contact == super::row::Known::Yes,
        home_tenant: read.home_tenant.to_owned(),
        language: read.language.to_owned(),
        tags: read.tags.to_owned(),
    })
}

#[derive(Default)]
struct Read<'a> {
    label: &'a str,
    entra: super::row::Entra,
    upn: Option<EmailAddress>,
    msa: super::row::Known,
    google: super::row::Known,
    way_in: crate::guest::WayIn,
    contact: super::row::Known,
    home_tenant: &'a str,
    language: &'a str,
    tags: &'a str,
}
