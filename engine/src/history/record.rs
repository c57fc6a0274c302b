//! How a version is written: one JSON object that says its format.
//!
//! What is foreign or newer is recognised here without reading the whole.

use serde::{Deserialize, Serialize};

use super::FORMAT;
use crate::document::tree::Tree;
use crate::workspace::Workspace;

/// Whether a version was made by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Kind {
    /// Made by itself; the oldest go.
    Automatic,
    /// Named by a person; it stays.
    Named,
}

/// A version as it is written.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Record<'a> {
    pub(super) format: u32,
    pub(super) kind: Kind,
    pub(super) label: &'a str,
    pub(super) time: u64,
    pub(super) revision: u64,
    pub(super) hash: &'a str,
    pub(super) workspace: &'a Workspace,
}

/// A version as it is read.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct RecordIn {
    #[serde(rename = "format")]
    pub(super) _format: u32,
    pub(super) kind: Kind,
    pub(super) label: String,
    pub(super) time: u64,
    pub(super) revision: u64,
    pub(super) hash: String,
    pub(super) workspace: Workspace,
}

/// The format of a record that a newer program has written.
pub(super) fn newer(raw: &str) -> Option<u64> {
    match Tree::read(raw.as_bytes()).ok()?.get("format")? {
        Tree::Whole(format) if *format > u64::from(FORMAT) => Some(*format),
        Tree::Null | Tree::Bool(_) | Tree::Whole(_) | Tree::Number(_) | Tree::Text(_) | Tree::List(_) | Tree::Object(_) => None,
    }
}

/// When an automatic version was made; `None` for a named one and for what cannot be read.
pub(super) fn time_of_automatic(raw: &str) -> Option<u64> {
    let record = Tree::read(raw.as_bytes()).ok()?;
    if !matches!(record.get("format"), Some(Tree::Whole(format)) if (1..=u64::from(FORMAT)).contains(format))
        || record.get("kind") != Some(&Tree::Text("automatic".to_owned()))
    {
        return None;
    }
    match record.get("time")? {
        Tree::Whole(time) => Some(*time),
        Tree::Null | Tree::Bool(_) | Tree::Number(_) | Tree::Text(_) | Tree::List(_) | Tree::Object(_) => None,
    }
}
