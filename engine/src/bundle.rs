//! Everything in one file: workspaces and, where they are asked for, their versions.
//!
//! A bundle is a document (`crate::document`) that may hold `versions` and a `$schema` as well, so that whatever reads documents
//! reads bundles. Which workspaces go in, and what becomes of those that come out, is decided elsewhere.

use serde::{Deserialize, Serialize};

use crate::document::tree::Tree;
use crate::document::{self, DocumentError, caps};
use crate::history::Kind;
use crate::workspace::Workspace;

/// Workspaces with their versions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bundle {
    /// The workspaces, in the order of the file.
    pub workspaces: Vec<Workspace>,
    /// Their versions, the oldest of a workspace first.
    pub versions: Vec<Kept>,
}

/// A version in a bundle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Kept {
    /// Which workspace of the bundle it is a version of, counted from 0.
    pub of: u32,
    /// Whether it was made by itself.
    pub kind: Kind,
    /// Its name, or what was done last.
    pub label: String,
    /// When it was made, in milliseconds since 1970.
    pub time: u64,
    /// Its content.
    pub workspace: Workspace,
}

#[derive(Serialize)]
struct Out<'a> {
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    schema: Option<&'a str>,
    format: u64,
    rules: &'a str,
    workspaces: &'a [Workspace],
    #[serde(skip_serializing_if = "<[Kept]>::is_empty")]
    versions: &'a [Kept],
}

/// The text of a bundle: indented for people, unless it would then be longer than [`caps::LARGEST_FILE`]. [`parse`] reads it back
/// unless there are no workspaces or it is beyond [`caps`].
pub fn print(bundle: &Bundle) -> String {
    print_as(bundle, None)
}

/// [`print()`] with the address of the format's JSON Schema, for editors.
pub fn print_with_schema(bundle: &Bundle, schema: &str) -> String {
    print_as(bundle, Some(schema))
}

fn print_as(bundle: &Bundle, schema: Option<&str>) -> String {
    let Bundle { workspaces, versions } = bundle;
    let out = Out { schema, format: document::FORMAT, rules: document::RULE_SET, workspaces, versions };
    // Writing to memory fails only for maps whose keys are no strings; the format has none.
    let mut text = serde_json::to_string_pretty(&out).unwrap_or_else(|error| error.to_string());
    if text.len() >= caps::LARGEST_FILE {
        text = serde_json::to_string(&out).unwrap_or_else(|error| error.to_string());
    }
    text.push('\n');
    text
}

/// Reads the bytes of a bundle, or of a document without versions.
pub fn parse(bytes: &[u8]) -> Result<Bundle, DocumentError> {
    document::bundle_from_tree(&Tree::read(bytes)?)
}
