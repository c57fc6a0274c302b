//! Undo and redo: each change with its label, the workspace and view it began from, and how the texts before and after differ.
//!
//! A change of this visit holds its workspace; one of an earlier visit holds the difference alone and is read when it is undone.

use std::sync::Arc;

use uuid::Uuid;

use super::{Branch, Session, UNDO_DEPTH, View};
use crate::document::read_value;
use crate::session::splice::Splice;
use crate::workspace::Workspace;

/// A change that can be undone or done again.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Change {
    pub(super) label: String,
    /// The workspace on the other side of the change; `None` where only the difference is known.
    pub(super) workspace: Option<Arc<Workspace>>,
    pub(super) view: View,
    pub(super) branches: Arc<Vec<Branch>>,
    /// What leads to the other side's text, from the text on this side.
    pub(super) splice: Splice,
}

/// A change that is being made: what it begins from.
pub(super) struct Beginning {
    label: String,
    pub(super) workspace: Arc<Workspace>,
    view: View,
    branches: Arc<Vec<Branch>>,
}

impl Session {
    /// Takes back the newest change. Answers its label.
    pub fn undo(&mut self) -> Option<String> {
        let change = self.past.pop()?;
        let label = change.label.clone();
        match self.swap(Arc::unwrap_or_clone(change)) {
            Some(undone) => self.future.push(Arc::new(undone)),
            None => {
                self.past.clear();
                return None;
            }
        }
        Some(label)
    }

    /// Does the newest undone change again. Answers its label.
    pub fn redo(&mut self) -> Option<String> {
        let change = self.future.pop()?;
        let label = change.label.clone();
        match self.swap(Arc::unwrap_or_clone(change)) {
            Some(done) => self.past.push(Arc::new(done)),
            None => {
                self.future.clear();
                return None;
            }
        }
        Some(label)
    }

    /// The label of the change that [`Session::undo`] would take back.
    pub fn undo_label(&self) -> Option<&str> {
        self.past.last().map(|change| change.label.as_str())
    }

    /// The label of the change that [`Session::redo`] would do again.
    pub fn redo_label(&self) -> Option<&str> {
        self.future.last().map(|change| change.label.as_str())
    }

    /// What a change begins from.
    pub(super) fn beginning(&self, label: impl Into<String>) -> Beginning {
        let (workspace, branches) = (Arc::clone(&self.workspace), Arc::clone(&self.branches));
        Beginning { label: label.into(), workspace, view: self.view, branches }
    }

    /// Notes a change that has been made.
    pub(super) fn note(&mut self, before: Beginning) {
        let Beginning { label, workspace, view, branches } = before;
        let splice = Splice::between(&text(&self.workspace), &text(&workspace));
        self.past.push(Arc::new(Change { label, workspace: Some(workspace), view, branches, splice }));
        if self.past.len() > UNDO_DEPTH {
            self.past.remove(0);
        }
        self.future.clear();
    }

    /// Goes to the other side of a change. Answers the way back; `None` where the change does not fit.
    fn swap(&mut self, change: Change) -> Option<Change> {
        let other = match change.workspace {
            Some(workspace) => workspace,
            None => Arc::new(told(&self.workspace, &change.splice)?),
        };
        let workspace = std::mem::replace(&mut self.workspace, other);
        let view = std::mem::replace(&mut self.view, change.view);
        let branches = std::mem::replace(&mut self.branches, change.branches);
        self.mend_view();
        Some(Change { label: change.label, workspace: Some(workspace), view, branches, splice: change.splice.reversed() })
    }
}

/// The workspace on the other side of a change that only its difference tells; `None` where that is no workspace as it is written.
fn told(from: &Workspace, splice: &Splice) -> Option<Workspace> {
    let told = splice.applied(&text(from))?;
    let workspace = read_value::<Workspace>(&told).ok()?;
    (text(&workspace) == told).then_some(workspace)
}

/// The text of a workspace, as differences count it.
pub(super) fn text(workspace: &Workspace) -> String {
    // Writing to memory fails only for maps whose keys are no strings; the format has none.
    serde_json::to_string(workspace).unwrap_or_default()
}

/// What tells contents apart: equal for equal contents.
pub fn fingerprint(workspace: &Workspace) -> String {
    Uuid::new_v5(&Uuid::NAMESPACE_OID, text(workspace).as_bytes()).simple().to_string()
}
