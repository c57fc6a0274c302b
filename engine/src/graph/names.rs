//! Names of things that other resources know by their ids: terms of use and named locations.
//!
//! Collected from everything that is pasted together, before any of it is read.

use std::collections::BTreeMap;

use super::entries::entries;
use super::note::{Notes, blank_name};
use super::recognise::{ResourceKind, recognise};
use crate::document::PropertyError;
use crate::document::place::Place;
use crate::document::tree::Tree;

/// Names by ids in lower case.
#[derive(Debug, Default)]
pub(super) struct Names(BTreeMap<String, String>);

impl Names {
    /// The names in these resources. What cannot be read is reported where it is read.
    pub(super) fn of<'t>(trees: impl IntoIterator<Item = &'t Tree>) -> Self {
        let mut names = BTreeMap::new();
        for tree in trees {
            if !matches!(recognise(tree), Some(ResourceKind::Agreements | ResourceKind::NamedLocations)) {
                continue;
            }
            for entry in entries(&Place::root(tree)).map(|entries| entries.list).unwrap_or_default() {
                if let (Some(Tree::Text(id)), Some(Tree::Text(name))) = (entry.tree.get("id"), entry.tree.get("displayName")) {
                    names.insert(id.trim().to_lowercase(), name.clone());
                }
            }
        }
        Self(names)
    }

    /// The name of what has this id, or the name in a placeholder of ours.
    pub(super) fn get<'a>(&'a self, id: &'a str) -> Option<&'a str> {
        self.0.get(&id.trim().to_lowercase()).map(String::as_str).or_else(|| blank_name(id.trim()))
    }
}

/// Named locations: they give policies their names, and change nothing themselves.
pub(super) fn read(root: &Place<'_>, notes: &mut Notes) -> Result<(), PropertyError> {
    let entries = entries(root)?;
    for entry in &entries.list {
        entry.get("displayName").ok_or_else(|| entry.missing("displayName"))?.text()?;
    }
    let text = format!("the names of {} locations, for the policies that are read with them", entries.list.len());
    notes.taken(&entries.path, text);
    Ok(())
}
