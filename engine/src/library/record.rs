//! How a workspace is written, in a slot and in the journal: one JSON object that says its format and bears its own hash.
//!
//! `{"format": 3, "revision": …, "savedBy": …, "hash": …, "body": {"view": …, "workspace": …}}`, without blanks and in this order. The
//! hash is over revision, writer and the text of the body, so that a record counts as a whole or not at all. Format 1 had no hash and
//! no body, and the workspaces of format 2 had neither a second design nor expectations; both are read for ever. Where records are kept is not known here.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::document::read_value;
use crate::document::tree::Tree;
use crate::session::View;
use crate::workspace::Workspace;

/// The format in which records are written, and the newest that is read.
pub const RECORD_FORMAT: u64 = 3;

/// The oldest format with a hash and a body.
const OLDEST_WITH_HASH: u64 = 2;

const BODY: &str = ",\"body\":";

/// What tells one stored state of a workspace from every other one.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp {
    /// Its revision, counted from 1; 0 is what was never stored.
    pub revision: u64,
    /// Who saved it: a tab has a name of its own.
    pub saved_by: String,
    /// The hash of its content with both.
    pub hash: String,
}

/// The stored state that something was built on.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Base {
    /// Which one.
    pub stamp: Stamp,
    /// Whether the journal is known to have it. What is built on another one bears its revision, so that no slot is ever more than one
    /// revision ahead of the journal.
    pub settled: bool,
}

impl Base {
    /// Whether a tab that has changed nothing since goes on from what it finds in a slot. What the journal is known to have never gives way to a slot that does not
    /// follow it: another tab can have written there what it built on something older, and the journal has refused that, or will.
    pub fn gives_way_to(&self, stored: &Stamp) -> bool {
        stored.revision > self.stamp.revision || !self.settled && stored.revision == self.stamp.revision && *stored != self.stamp
    }
}

/// A workspace as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// What tells it from others.
    pub stamp: Stamp,
    /// The text that is stored.
    pub text: String,
}

/// What a text is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Content<T> {
    /// A record.
    Whole(T),
    /// None, and why not.
    Damaged(String),
    /// A record that a newer version has written, and how that is said.
    Newer(String),
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Head<'a> {
    format: u64,
    revision: u64,
    saved_by: &'a str,
    hash: &'a str,
}

#[derive(Serialize)]
struct BodyOut<'a> {
    view: View,
    workspace: &'a Workspace,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct HeadIn {
    #[serde(rename = "format")]
    _format: u64,
    revision: u64,
    saved_by: String,
    hash: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BodyIn {
    #[serde(default)]
    view: View,
    workspace: Workspace,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Format1 {
    #[serde(rename = "format")]
    _format: u64,
    revision: u64,
    #[serde(default)]
    view: View,
    workspace: Workspace,
}

impl Record {
    /// Writes a workspace; `None` where it cannot be written as JSON, which no workspace of these types is.
    pub(super) fn write(revision: u64, saved_by: &str, workspace: &Workspace, view: View) -> Option<Self> {
        let body = serde_json::to_string(&BodyOut { view, workspace }).ok()?;
        let hash = hash(revision, saved_by, &body);
        let head = serde_json::to_string(&Head { format: RECORD_FORMAT, revision, saved_by, hash: &hash }).ok()?;
        let text = format!("{}{BODY}{body}}}", head.strip_suffix('}')?);
        Some(Self { stamp: Stamp { revision, saved_by: saved_by.to_owned(), hash }, text })
    }
}

/// Reads the stamp of a record, and holds its hash against its content.
pub(super) fn stamp(text: &str) -> Content<Stamp> {
    match parts(text) {
        Content::Whole((stamp, _)) => Content::Whole(stamp),
        Content::Damaged(reason) => Content::Damaged(reason),
        Content::Newer(reason) => Content::Newer(reason),
    }
}

/// Reads a record.
pub(super) fn read(text: &str) -> Content<(Stamp, Workspace, View)> {
    let (stamp, body) = match parts(text) {
        Content::Whole((stamp, Some(body))) => (stamp, body),
        Content::Whole((stamp, None)) => {
            return match read_value::<Format1>(text) {
                Ok(record) => Content::Whole((stamp, record.workspace, record.view)),
                Err(error) => Content::Damaged(error.to_string()),
            };
        }
        Content::Damaged(reason) => return Content::Damaged(reason),
        Content::Newer(reason) => return Content::Newer(reason),
    };
    match read_value::<BodyIn>(body) {
        Ok(record) => Content::Whole((stamp, record.workspace, record.view)),
        Err(error) => Content::Damaged(error.to_string()),
    }
}

/// The stamp of a record and the text of its body, which format 1 has not.
fn parts(text: &str) -> Content<(Stamp, Option<&str>)> {
    let split = text.split_once(BODY).and_then(|(head, rest)| Some((format!("{head}}}"), rest.strip_suffix('}')?)));
    if let Some((head, body)) = split
        && let Ok(HeadIn { revision, saved_by, hash: noted, .. }) = read_value::<HeadIn>(&head)
        && matches!(format_of(&head), Some(OLDEST_WITH_HASH..=RECORD_FORMAT))
    {
        return if hash(revision, &saved_by, body) == noted {
            Content::Whole((Stamp { revision, saved_by, hash: noted }, Some(body)))
        } else {
            Content::Damaged("the content is not what was written: its hash differs".to_owned())
        };
    }
    match format_of(text) {
        Some(1) => match read_value::<Format1>(text) {
            Ok(record) => Content::Whole((old(record.revision, text), None)),
            Err(error) => Content::Damaged(error.to_string()),
        },
        Some(format) if format > RECORD_FORMAT => Content::Newer(format!(
            "the data was written by a newer version (`format` {format}; this one reads up to {RECORD_FORMAT})"
        )),
        Some(_) => Content::Damaged("this is no record as the program writes it".to_owned()),
        None => Content::Damaged(match Tree::read(text.as_bytes()) {
            Ok(_) => "the record does not say its format".to_owned(),
            Err(error) => error.to_string(),
        }),
    }
}

fn old(revision: u64, text: &str) -> Stamp {
    Stamp { revision, saved_by: String::new(), hash: hash(revision, "", text) }
}

/// The number that a text gives as its format.
fn format_of(text: &str) -> Option<u64> {
    match Tree::read(text.as_bytes()).ok()?.get("format")? {
        Tree::Whole(format) => Some(*format),
        Tree::Null | Tree::Bool(_) | Tree::Number(_) | Tree::Text(_) | Tree::List(_) | Tree::Object(_) => None,
    }
}

fn hash(revision: u64, saved_by: &str, body: &str) -> String {
    let name = format!("{revision}\n{saved_by}\n{body}");
    Uuid::new_v5(&Uuid::NAMESPACE_OID, name.as_bytes()).simple().to_string()
}
