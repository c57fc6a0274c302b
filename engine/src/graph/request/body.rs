//! Bodies of requests: JSON whose properties keep the order in which they are written, and the placeholders in it.
//!
//! Knows no resource.

use std::fmt::Display;

use crate::document::tree::Tree;

/// An object with these properties, in this order.
pub(in crate::graph) fn object<const N: usize>(properties: [(&str, Tree); N]) -> Tree {
    Tree::Object(properties.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

/// An object with those of these properties that have a value, in this order.
pub(in crate::graph) fn object_of<const N: usize>(properties: [(&str, Option<Tree>); N]) -> Tree {
    Tree::Object(properties.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect())
}

/// A string.
pub(in crate::graph) fn text(text: impl Into<String>) -> Tree {
    Tree::Text(text.into())
}

/// The word of Microsoft Graph for a value.
pub(in crate::graph) fn word(value: impl Into<&'static str>) -> Tree {
    text(value.into())
}

/// A string, or `null` where there is none.
pub(in crate::graph) fn text_or_null(text: Option<&String>) -> Tree {
    text.map_or(Tree::Null, |text| Tree::Text(text.clone()))
}

/// A list of strings.
pub(in crate::graph) fn texts(items: impl IntoIterator<Item = impl Into<String>>) -> Tree {
    Tree::List(items.into_iter().map(text).collect())
}

/// A list of words; nothing where the list is empty.
pub(in crate::graph) fn words<T: Copy + Into<&'static str>>(items: &[T]) -> Option<Tree> {
    (!items.is_empty()).then(|| texts(items.iter().copied().map(Into::<&'static str>::into)))
}

/// What somebody has to fill in before a request can be sent.
#[derive(Default)]
pub(in crate::graph) struct Blanks(Vec<String>);

impl Blanks {
    /// The placeholder for something that the design does not know.
    pub(in crate::graph) fn put(&mut self, what: impl Display) -> String {
        let blank = format!("<{what}>");
        if !self.0.contains(&blank) {
            self.0.push(blank.clone());
        }
        blank
    }

    /// The id, where it is one already; otherwise the placeholder for the id of what has this name.
    pub(in crate::graph) fn id_of(&mut self, name: &str) -> String {
        let name = name.trim();
        if uuid::Uuid::try_parse(name).is_ok() { name.to_owned() } else { self.put(format_args!("id of {name}")) }
    }

    /// All placeholders, in the order of their first use.
    pub(in crate::graph) fn finish(self) -> Vec<String> {
        self.0
    }
}
