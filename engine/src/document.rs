//! The file format: workspaces in a versioned envelope, `{"format": 3, "rules": …, "workspaces": [ … ]}`.
//!
//! The envelope may name its `$schema`, which is not looked at, and hold `versions`, which `crate::bundle` writes. Files end in
//! `.redemption.json`. Reading is total: any bytes yield workspaces or an error that names the property. Where the file is kept, and
//! what becomes of an unreadable one, is not decided here.

use serde::Serialize;

use crate::bundle::{Bundle, Kept};
use crate::graph::{ResourceKind, recognise};
use crate::workspace::Workspace;

pub mod caps;
pub(crate) mod day;
pub(crate) mod place;
mod read;
#[cfg(feature = "schema")]
mod schema;
pub(crate) mod text;
pub(crate) mod tree;

pub use day::{Date, written_out};
pub use place::PropertyError;
#[cfg(feature = "schema")]
pub use schema::schema;
pub use text::TextError;

pub(crate) use place::shorten;
use place::{Place, words};
use tree::Tree;

/// The format that is written, and the newest that is read. Format 1 knew fewer settings and acts, format 2 neither a second design
/// nor expectations; what they hold means the same in format 3, so they are read as they are.
pub const FORMAT: u64 = 3;

const OLDEST: u64 = 1;

/// The version of the rules, by the month in which a verdict last changed. Written into every document, so that a reader of an
/// old file can tell that its runs may have ended differently.
pub const RULE_SET: &str = "2026-11";

/// What a document's file name ends in.
pub const EXTENSION: &str = ".redemption.json";

const KNOWN: &[&str] = &["$schema", "format", "rules", "workspaces", "versions"];

/// Why bytes are not a document.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DocumentError {
    /// The bytes are not JSON.
    #[error(transparent)]
    Text(#[from] TextError),
    /// One property is wrong.
    #[error(transparent)]
    Property(#[from] PropertyError),
    /// The property `format` is absent, and nothing says what the text is.
    #[error("`format` is missing; a document starts with `{{\"format\": {newest}, \"workspaces\": [ … ]}}`", newest = FORMAT)]
    NoFormat,
    /// Written by a newer version of this program.
    #[error("the document was written by a newer version (`format` {0}; this one reads up to {newest})", newest = FORMAT)]
    Newer(u64),
    /// A list of no workspaces.
    #[error("`workspaces`: the list is empty; a document has at least one workspace")]
    NoWorkspaces,
    /// A part of a document without its envelope.
    #[error("this looks like {0} without its document; put it into `{{\"format\": {newest}, \"workspaces\": [ … ]}}`", newest = FORMAT)]
    NoEnvelope(&'static str),
    /// A resource of Microsoft Graph.
    #[error("this looks like Microsoft Graph's {name}, not a document; import it into a workspace instead", name = .0.name())]
    Graph(ResourceKind),
}

#[derive(Serialize)]
struct Envelope<'a> {
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    schema: Option<&'a str>,
    format: u64,
    rules: &'a str,
    workspaces: &'a [Workspace],
}

/// The text of a document with these workspaces. [`parse`] reads it back unless the list is empty or beyond [`caps`].
pub fn print(workspaces: &[Workspace]) -> String {
    print_as(workspaces, None)
}

/// [`print()`] with the address of the format's JSON Schema, for editors.
pub fn print_with_schema(workspaces: &[Workspace], schema: &str) -> String {
    print_as(workspaces, Some(schema))
}

fn print_as(workspaces: &[Workspace], schema: Option<&str>) -> String {
    let envelope = Envelope { schema, format: FORMAT, rules: RULE_SET, workspaces };
    // Writing to memory fails only for maps whose keys are no strings; the format has none.
    let mut text = serde_json::to_string_pretty(&envelope).unwrap_or_else(|error| error.to_string());
    text.push('\n');
    text
}

/// [`print()`] without blanks, for where every character counts.
pub(crate) fn print_compact(workspaces: &[Workspace]) -> String {
    let envelope = Envelope { schema: None, format: FORMAT, rules: RULE_SET, workspaces };
    serde_json::to_string(&envelope).unwrap_or_else(|error| error.to_string())
}

/// Reads the bytes of a document.
pub fn parse(bytes: &[u8]) -> Result<Vec<Workspace>, DocumentError> {
    from_tree(&Tree::read(bytes)?)
}

/// Reads a value of the format from a text, with the same complaints as a document.
///
/// Everything that is read from outside goes through here: one reader, one kind of message.
pub(crate) fn read_value<T: for<'de> serde::Deserialize<'de>>(text: &str) -> Result<T, DocumentError> {
    let tree = Tree::read(text.as_bytes())?;
    Ok(read::value(Place::root(&tree))?)
}

/// Whether the text means to be a document, or a part of one.
pub(crate) fn is_ours(tree: &Tree) -> bool {
    tree.get("format").is_some() || tree.get("workspaces").is_some() || part(tree).is_some()
}

/// Reads a document that is already a tree.
pub(crate) fn from_tree(tree: &Tree) -> Result<Vec<Workspace>, DocumentError> {
    Ok(bundle_from_tree(tree)?.workspaces)
}

/// Reads a document with its versions, if it has some.
pub(crate) fn bundle_from_tree(tree: &Tree) -> Result<Bundle, DocumentError> {
    let root = Place::root(tree);
    let Some(format) = root.get("format") else { return Err(without_format(&root)) };
    check_format(&format)?;
    for (name, place) in root.properties()? {
        if name == "rules" || name == "$schema" {
            place.text()?;
        } else if !KNOWN.contains(&name) {
            return Err(place.error(format!("this property is not known; known here: {}", words(KNOWN))).into());
        }
    }
    let list = root.get("workspaces").ok_or_else(|| root.missing("workspaces"))?;
    let workspaces: Vec<Workspace> = list.items()?.map(read::value).collect::<Result<_, _>>()?;
    if workspaces.is_empty() {
        return Err(DocumentError::NoWorkspaces);
    }
    let versions = match root.get("versions") {
        Some(list) => list.items()?.map(|place| version(place, workspaces.len())).collect::<Result<_, _>>()?,
        None => Vec::new(),
    };
    Ok(Bundle { workspaces, versions })
}

/// Reads a version, which belongs to one of so many workspaces.
fn version(place: Place<'_>, workspaces: usize) -> Result<Kept, PropertyError> {
    let of = place.get("of");
    let kept: Kept = read::value(place)?;
    match of {
        Some(of) if kept.of as usize >= workspaces => {
            Err(of.error(format!("`{}` is out of range; the workspaces are counted from 0 to {}", kept.of, workspaces - 1)))
        }
        Some(_) | None => Ok(kept),
    }
}

fn check_format(format: &Place<'_>) -> Result<(), DocumentError> {
    match format.tree {
        Tree::Whole(number) if (OLDEST..=FORMAT).contains(number) => Ok(()),
        Tree::Whole(number) if *number > FORMAT => Err(DocumentError::Newer(*number)),
        Tree::Whole(number) => Err(format.error(format!("`{number}` is not a format; the formats start with 1")).into()),
        Tree::Text(text) => Err(format.error(format!("expected a number, found the string `{}`", shorten(text))).into()),
        Tree::Number(number) => Err(format.error(format!("expected a whole number, found `{number}`")).into()),
        Tree::Null | Tree::Bool(_) | Tree::List(_) | Tree::Object(_) => Err(format.expected("a number").into()),
    }
}

/// What to say about a text that has no `format`.
fn without_format(root: &Place<'_>) -> DocumentError {
    if root.tree.get("workspaces").is_some() {
        DocumentError::NoFormat
    } else if let Some(part) = part(root.tree) {
        DocumentError::NoEnvelope(part)
    } else if let Some(kind) = recognise(root.tree) {
        DocumentError::Graph(kind)
    } else if let Tree::Object(_) = root.tree {
        DocumentError::NoFormat
    } else {
        root.expected("an object with the property `format`").into()
    }
}

/// The part of a document that a text is, if it is one.
fn part(tree: &Tree) -> Option<&'static str> {
    if let Tree::List(items) = tree {
        return match part(items.first()?)? {
            "a workspace" => Some("a list of workspaces"),
            "a guest" => Some("a list of guests"),
            _ => None,
        };
    }
    let has = |name| tree.get(name).is_some();
    if has("design") {
        Some("a workspace")
    } else if has("resourceTenant") {
        Some("a design")
    } else if has("invitedEmail") {
        Some("a guest")
    } else {
        None
    }
}
