//! What a change says: the properties that differ, and what of the former ones goes.
//!
//! Knows no resource.

use std::collections::BTreeSet;

use crate::document::tree::Tree;

/// The names of the properties that differ.
pub(super) fn differing<'a>(old: &'a Tree, new: &'a Tree) -> BTreeSet<&'a str> {
    let names = |tree: &'a Tree| match tree {
        Tree::Object(properties) => properties.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(),
        Tree::Null | Tree::Bool(_) | Tree::Whole(_) | Tree::Number(_) | Tree::Text(_) | Tree::List(_) => Vec::new(),
    };
    let all: BTreeSet<&str> = names(old).into_iter().chain(names(new)).collect();
    all.into_iter().filter(|name| old.get(name) != new.get(name)).collect()
}

/// The properties that differ with their new values, in the order of the thing, after the type where it has to be named.
pub(super) fn patch_body(old: &Tree, new: &Tree) -> Tree {
    let differing = differing(old, new);
    let mut body = Vec::new();
    let mut seen = BTreeSet::new();
    for tree in [new, old] {
        let Tree::Object(properties) = tree else { continue };
        for (name, value) in properties {
            let is_type = name == "@odata.type";
            if (differing.contains(name.as_str()) || is_type) && seen.insert(name.as_str()) {
                let value = match new.get(name) {
                    Some(now) => old.get(name).map_or_else(|| now.clone(), |before| completed(before, now)),
                    None => nothing(value),
                };
                body.push((name.clone(), value));
            }
        }
    }
    Tree::Object(body)
}

/// A new value that also says what of the old one goes, because Microsoft Graph keeps what a request does not name.
fn completed(old: &Tree, new: &Tree) -> Tree {
    let (Tree::Object(before), Tree::Object(now)) = (old, new) else { return new.clone() };
    let kept = now.iter().map(|(name, value)| {
        let before = before.iter().find(|(known, _)| known == name);
        (name.clone(), before.map_or_else(|| value.clone(), |(_, before)| completed(before, value)))
    });
    let gone = before.iter().filter(|(name, _)| new.get(name).is_none()).map(|(name, value)| (name.clone(), nothing(value)));
    Tree::Object(kept.chain(gone).collect())
}

/// What says that a value is no longer there.
fn nothing(value: &Tree) -> Tree {
    match value {
        Tree::List(_) => Tree::List(Vec::new()),
        Tree::Null | Tree::Bool(_) | Tree::Whole(_) | Tree::Number(_) | Tree::Text(_) | Tree::Object(_) => Tree::Null,
    }
}

/// All strings of a body.
pub(super) fn collect(tree: &Tree, into: &mut Vec<String>) {
    match tree {
        Tree::Text(text) => into.push(text.clone()),
        Tree::List(items) => items.iter().for_each(|item| collect(item, into)),
        Tree::Object(properties) => properties.iter().for_each(|(_, value)| collect(value, into)),
        Tree::Null | Tree::Bool(_) | Tree::Whole(_) | Tree::Number(_) => {}
    }
}
