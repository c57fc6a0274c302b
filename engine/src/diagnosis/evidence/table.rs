//! Logs as the admin center exports them: tables with a row of column names.
//!
//! Columns are known by their names without blanks and signs, because the exports of different years write them differently.

use super::entry::{Audit, SignIn};
use super::findings::Findings;
use super::{EvidenceError, Kind};
use crate::document::caps::LONGEST_LIST;

/// Names of a column, without blanks and signs, in lower case.
type Names = &'static [&'static str];

const CODE: Names = &["signinerrorcode", "errorcode", "statuserrorcode"];
const FAILURE_REASON: Names = &["failurereason", "statusfailurereason"];
const DETAILS: Names = &["additionaldetails", "statusadditionaldetails"];
const USER: Names = &["username", "userprincipalname", "user"];
const APPLICATION: Names = &["application", "appdisplayname"];
const CROSS_TENANT: Names = &["crosstenantaccesstype"];
const HOME_TENANT: Names = &["hometenantid"];
const RESOURCE_TENANT: Names = &["resourcetenantid"];
const ACTIVITY: Names = &["activity", "activitydisplayname"];
const RESULT: Names = &["status", "result"];
const RESULT_REASON: Names = &["statusreason", "resultreason"];
const SERVICE: Names = &["service", "loggedbyservice"];
const CATEGORY: Names = &["category"];
const TARGETS: Names = &["targets", "target", "target1displayname", "target2displayname", "target3displayname"];

/// Reads a table; `None` where the text is none that is known.
pub(super) fn read(text: &str, found: &mut Findings) -> Result<Option<Kind>, EvidenceError> {
    let text = text.trim_start();
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter(text)).flexible(true).from_reader(text.as_bytes());
    let Ok(header) = reader.headers() else { return Ok(None) };
    let columns = Columns(header.iter().map(plain).collect());
    let kind = if columns.has(CODE) {
        Kind::SignInTable
    } else if columns.has(ACTIVITY) && (columns.has(SERVICE) || columns.has(CATEGORY) || columns.has(RESULT)) {
        Kind::AuditTable
    } else {
        return Ok(None);
    };
    let mut rows = 0;
    for record in reader.records() {
        let record = record.map_err(|error| EvidenceError::Row(error.position().map_or(0, csv::Position::line)))?;
        rows += 1;
        if rows > LONGEST_LIST {
            return Err(EvidenceError::TooManyRows(LONGEST_LIST));
        }
        let row = Row { columns: &columns, record: &record };
        if kind == Kind::SignInTable { row.sign_in().find(found) } else { row.audit().find(found) }
    }
    if rows == 0 { Err(EvidenceError::EmptyLog) } else { Ok(Some(kind)) }
}

/// The separator that the first line has most of.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |separator: &u8| first.bytes().filter(|byte| byte == separator).count();
    // The comma comes last: of several that are equal, the last one wins.
    [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
}

/// A column's name without blanks and signs, in lower case.
fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The plain names of the columns.
struct Columns(Vec<String>);

impl Columns {
    fn has(&self, names: Names) -> bool {
        self.positions(names).next().is_some()
    }

    /// The columns of these names, the first name first.
    fn positions(&self, names: Names) -> impl Iterator<Item = usize> {
        names.iter().filter_map(|name| self.0.iter().position(|column| column == name))
    }
}

/// One row with the columns of its table.
struct Row<'t> {
    columns: &'t Columns,
    record: &'t csv::StringRecord,
}

impl<'t> Row<'t> {
    fn cells(&self, names: Names) -> impl Iterator<Item = &'t str> {
        self.columns
            .positions(names)
            .filter_map(|position| self.record.get(position))
            .map(unguarded)
            .filter(|cell| !cell.is_empty())
    }

    fn cell(&self, names: Names) -> &'t str {
        self.cells(names).next().unwrap_or_default()
    }

    fn sign_in(&self) -> SignIn<'t> {
        let code = self.cell(CODE);
        let number = code.bytes().all(|byte| byte.is_ascii_digit());
        SignIn {
            code: if number { code.to_owned() } else { String::new() },
            status: self.cell(RESULT),
            reason: self.cell(FAILURE_REASON),
            details: self.cell(DETAILS),
            user: self.cell(USER),
            application: self.cell(APPLICATION),
            cross_tenant: self.cell(CROSS_TENANT),
            home_tenant: self.cell(HOME_TENANT),
            resource_tenant: self.cell(RESOURCE_TENANT),
            failed_policies: Vec::new(),
        }
    }

    fn audit(&self) -> Audit<'t> {
        Audit {
            activity: self.cell(ACTIVITY),
            result: self.cell(RESULT),
            reason: self.cell(RESULT_REASON),
            service: self.cell(SERVICE),
            category: self.cell(CATEGORY),
            targets: self.cells(TARGETS).collect(),
        }
    }
}

/// A cell without blanks around it, and without the quote that keeps a spreadsheet from reading it as a formula.
fn unguarded(cell: &str) -> &str {
    let cell = cell.trim();
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@', '\t', '\r']) => rest,
        Some(_) | None => cell,
    }
}
