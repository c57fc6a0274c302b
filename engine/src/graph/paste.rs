//! Everything that is pasted together: one answer, several one after another, or the answers of a batch.
//!
//! Each answer is a part of its own, and is taken or left. A part that cannot be read is reported and leaves the others alone.

use super::names::Names;
use super::{Import, ImportError, Level, Note, ResourceKind, from_place, recognise, unrecognised, untidy};
use crate::difference::{self, Difference};
use crate::document::place::{Place, shorten};
use crate::document::tree::Tree;
use crate::workspace::Workspace;

/// Answers of Microsoft Graph, in the order in which they are read.
#[derive(Clone, Debug, PartialEq)]
pub struct Paste {
    parts: Vec<Part>,
}

/// One answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What it is called where it was pasted: the id of a request, or its number.
    pub name: String,
    path: String,
    content: Result<(ResourceKind, Tree), ImportError>,
    /// What was mended before it was read.
    repairs: Vec<Note>,
}

/// What became of one part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// What the part is called where it was pasted.
    pub name: String,
    /// What it is; `None` where that cannot be told.
    pub kind: Option<ResourceKind>,
    /// Why it was not read, or what it changes.
    pub result: Result<Effect, ImportError>,
}

/// What a part changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// What was taken, repaired and left out.
    pub notes: Vec<Note>,
    /// What is different afterwards, in words.
    pub differences: Vec<Difference>,
}

impl Part {
    /// What it is; `None` where that cannot be told.
    pub fn kind(&self) -> Option<ResourceKind> {
        self.content.as_ref().ok().map(|(kind, _)| *kind)
    }
}

impl Paste {
    /// The answers in these values, between which so many commas stood. Fails where none of them can be told, with the reason for the
    /// first.
    pub(super) fn of(trees: Vec<Tree>, commas: usize) -> Result<Self, ImportError> {
        let mut parts: Vec<Part> = Vec::new();
        match trees.as_slice() {
            [only] => match untidy::answers(only) {
                Some(answers) => {
                    answers.iter().enumerate().for_each(|(at, answer)| take(&mut parts, &nth(at), &format!("[{at}]"), answer))
                }
                None => take(&mut parts, "", "", only),
            },
            several => several.iter().enumerate().for_each(|(at, tree)| take(&mut parts, &nth(at), "", tree)),
        }
        if parts.iter().all(|part| part.content.is_err())
            && let Some(error) = parts.iter().find_map(|part| part.content.as_ref().err())
        {
            return Err(error.clone());
        }
        // What others rely on is read first; within a kind the order of the text counts.
        parts.sort_by_key(|part| part.kind());
        if let Some(part) = parts.iter_mut().find(|part| part.content.is_ok()).filter(|_| commas > 0) {
            let text = "commas between the answers were passed over".to_owned();
            part.repairs.push(Note { level: Level::Repaired, path: String::new(), text });
        }
        Ok(Self { parts })
    }

    /// The parts, in the order in which they are read.
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// Reads the chosen parts into a workspace, one after the other; answers what becomes of it, and of each part that was chosen.
    pub fn read(&self, workspace: &Workspace, is_chosen: impl Fn(usize) -> bool) -> (Workspace, Vec<Reading>) {
        let names = Names::of(self.parts.iter().filter_map(|part| part.content.as_ref().ok()).map(|(_, tree)| tree));
        let mut after = workspace.clone();
        let mut readings = Vec::new();
        for (_, part) in self.parts.iter().enumerate().filter(|(at, _)| is_chosen(*at)) {
            let result = part.content.clone().and_then(|(kind, tree)| {
                let root = Place { tree: &tree, path: part.path.clone() };
                let import = from_place(kind, &root, &after.design, &after.guests, &names)?;
                Ok(part.effect(import, &mut after))
            });
            readings.push(Reading { name: part.name.clone(), kind: part.kind(), result });
        }
        (after, readings)
    }
}

/// What one of several texts is called.
fn nth(at: usize) -> String {
    format!("Text {}", at + 1)
}

/// Takes one value: an answer, or those of a batch.
fn take(parts: &mut Vec<Part>, name: &str, path: &str, tree: &Tree) {
    let mut tree = tree.clone();
    if crate::document::is_ours(&tree) {
        return parts.push(Part::failed(name.to_owned(), path.to_owned(), ImportError::OurDocument));
    }
    let repairs = untidy::mend(&mut tree, path);
    let first = parts.len();
    match responses(&tree) {
        Some([]) => parts.push(Part::failed(name.to_owned(), path.to_owned(), ImportError::EmptyBatch)),
        Some(responses) => {
            let within = if path.is_empty() { String::new() } else { format!("{path}.") };
            parts.extend(responses.iter().enumerate().map(|(at, response)| Part::of_batch(&within, at, response)));
        }
        None => parts.push(Part::new(name.to_owned(), path.to_owned(), tree)),
    }
    if let Some(part) = parts.get_mut(first) {
        part.repairs = repairs;
    }
}

impl Part {
    fn failed(name: String, path: String, error: ImportError) -> Self {
        Self { name, path, content: Err(error), repairs: Vec::new() }
    }

    fn new(name: String, path: String, tree: Tree) -> Self {
        let content = match recognise(&tree) {
            _ if crate::document::is_ours(&tree) => Err(ImportError::OurDocument),
            Some(kind) => Ok((kind, tree)),
            None => Err(unrecognised(&tree)),
        };
        Self { name, path, content, repairs: Vec::new() }
    }

    /// One response of a batch. Source: *Combine multiple HTTP requests using JSON batching* (Microsoft Graph).
    fn of_batch(parent: &str, at: usize, response: &Tree) -> Self {
        let path = format!("{parent}responses[{at}].body");
        let name = match response.get("id") {
            Some(Tree::Text(id)) => shorten(id),
            Some(Tree::Whole(number)) => number.to_string(),
            Some(_) | None => format!("{}", at + 1),
        };
        let failed = match response.get("status") {
            Some(Tree::Whole(status)) if !(200..300).contains(status) => Some(*status),
            Some(_) | None => None,
        };
        match (failed, response.get("body")) {
            (None, Some(body)) => Self::new(name, path, body.clone()),
            (None, None) => Self::failed(name, path, ImportError::NoBody),
            (Some(status), body) => {
                let code = match body.and_then(|body| body.get("error")).and_then(|error| error.get("code")) {
                    Some(Tree::Text(code)) if !code.is_empty() => shorten(code),
                    Some(_) | None => "unknown".to_owned(),
                };
                Self::failed(name, path, ImportError::RequestFailed { status, code })
            }
        }
    }

    /// Takes what was read over into the workspace.
    fn effect(&self, import: Import, workspace: &mut Workspace) -> Effect {
        let before = workspace.clone();
        workspace.design = import.design;
        workspace.guests = import.guests;
        let notes = self.repairs.iter().cloned().chain(import.notes).collect();
        Effect { notes, differences: difference::between(&before, workspace) }
    }
}

/// The responses of a batch, if it is one.
fn responses(tree: &Tree) -> Option<&[Tree]> {
    match tree.get("responses")? {
        Tree::List(responses) => Some(responses),
        Tree::Null | Tree::Bool(_) | Tree::Whole(_) | Tree::Number(_) | Tree::Text(_) | Tree::Object(_) => None,
    }
}
