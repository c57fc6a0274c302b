//! A place in a JSON tree: the value together with the path that leads to it, so that every complaint can name the property.
//!
//! Which properties a resource has is decided by whoever walks the tree.

use std::fmt;

use super::caps::{LONGEST_TEXT, longest_list};
use super::tree::Tree;

/// Something is wrong with one property; the path says which, such as `workspaces[0].guests[3].invitedEmail`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PropertyError {
    /// The path of the property; empty for the whole text.
    pub path: String,
    /// What is wrong there.
    pub problem: String,
}

impl fmt::Display for PropertyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() { f.write_str(&self.problem) } else { write!(f, "`{}`: {}", self.path, self.problem) }
    }
}

impl std::error::Error for PropertyError {}

/// A value and the path that leads to it.
#[derive(Clone, Debug)]
pub(crate) struct Place<'t> {
    /// The value.
    pub(crate) tree: &'t Tree,
    /// The path from the root; empty for the root.
    pub(crate) path: String,
}

impl<'t> Place<'t> {
    /// The whole text.
    pub(crate) fn root(tree: &'t Tree) -> Self {
        Self { tree, path: String::new() }
    }

    /// A complaint about this place.
    pub(crate) fn error(&self, problem: impl Into<String>) -> PropertyError {
        PropertyError { path: self.path.clone(), problem: problem.into() }
    }

    /// A complaint about a property that should be here.
    pub(crate) fn missing(&self, name: &str) -> PropertyError {
        PropertyError { path: property_path(&self.path, name), problem: "this property is missing".to_owned() }
    }

    /// A complaint about the type of the value.
    pub(crate) fn expected(&self, what: &str) -> PropertyError {
        self.error(format!("expected {what}, found {}", self.tree.kind()))
    }

    /// The properties of an object, in the order of the text.
    pub(crate) fn properties(&self) -> Result<impl Iterator<Item = (&'t str, Place<'t>)> + use<'t>, PropertyError> {
        match self.tree {
            Tree::Object(properties) => {
                let path = self.path.clone();
                Ok(properties.iter().map(move |(name, tree)| (name.as_str(), Place { tree, path: property_path(&path, name) })))
            }
            Tree::Null | Tree::Bool(_) | Tree::Whole(_) | Tree::Number(_) | Tree::Text(_) | Tree::List(_) => {
                Err(self.expected("an object"))
            }
        }
    }

    /// A property of an object, if it is there.
    pub(crate) fn get(&self, name: &str) -> Option<Place<'t>> {
        self.tree.get(name).map(|tree| Place { tree, path: property_path(&self.path, name) })
    }

    /// The entries of a list that is not too long.
    pub(crate) fn items(&self) -> Result<impl ExactSizeIterator<Item = Place<'t>> + use<'t>, PropertyError> {
        let Tree::List(items) = self.tree else { return Err(self.expected("a list")) };
        let most = longest_list(self.path.rsplit('.').next().unwrap_or_default());
        if items.len() > most {
            return Err(self.error(format!("the list has {} entries; at most {most} are read", items.len())));
        }
        let path = self.path.clone();
        Ok(items.iter().enumerate().map(move |(position, tree)| Place { tree, path: format!("{path}[{position}]") }))
    }

    /// A string that is not too long.
    pub(crate) fn text(&self) -> Result<&'t str, PropertyError> {
        let Tree::Text(text) = self.tree else { return Err(self.expected("a string")) };
        if text.len() > LONGEST_TEXT {
            let length = text.chars().count();
            if length > LONGEST_TEXT {
                return Err(self.error(format!("the text has {length} characters; at most {LONGEST_TEXT} are read")));
            }
        }
        Ok(text)
    }

    /// `true` or `false`.
    pub(crate) fn flag(&self) -> Result<bool, PropertyError> {
        match self.tree {
            Tree::Bool(value) => Ok(*value),
            Tree::Null | Tree::Whole(_) | Tree::Number(_) | Tree::Text(_) | Tree::List(_) | Tree::Object(_) => {
                Err(self.expected("`true` or `false`"))
            }
        }
    }
}

/// The path of a property in an object.
pub(crate) fn property_path(parent: &str, name: &str) -> String {
    let plain = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || "_@$-.#".contains(c));
    // A dot in a name would read as two properties; Microsoft Graph's annotations start with `@` and are known by it.
    if !plain || (name.contains('.') && !name.starts_with('@')) {
        format!("{parent}[\"{}\"]", shorten(name))
    } else if parent.is_empty() {
        shorten(name)
    } else {
        format!("{parent}.{}", shorten(name))
    }
}

/// Foreign text cut to what fits in a message, without line breaks and without marks that turn the direction of the words around it.
pub(crate) fn shorten(text: &str) -> String {
    const LONGEST: usize = 80;
    let mut short: String = text.chars().take(LONGEST).map(|c| if is_unseen(c) { '\u{FFFD}' } else { c }).collect();
    if text.chars().nth(LONGEST).is_some() {
        short.push('…');
    }
    short
}

/// Whether a character is a control character or a mark of direction, which would change the message around it.
pub(crate) fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// Words in a sentence: `` `a`, `b` or `c` ``.
pub(crate) fn words(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
        None => String::new(),
    }
}
