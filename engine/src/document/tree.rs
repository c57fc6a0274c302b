//! JSON as a tree that keeps the order of properties and refuses a property written twice.
//!
//! Says nothing about which properties are known: see `place.rs` for reading a tree, with paths.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

use super::place::shorten;
use super::text::{TextError, decode, other_kind};

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Tree {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number that is not negative.
    Whole(u64),
    /// Any other number.
    Number(f64),
    /// A string.
    Text(String),
    /// A list.
    List(Vec<Tree>),
    /// An object. INVARIANT: no name twice.
    Object(Vec<(String, Tree)>),
}

/// Values that stood one after another.
#[derive(Debug)]
pub(crate) struct Several {
    /// The values, in the order of the text.
    pub(crate) values: Vec<Tree>,
    /// How many commas stood between them.
    pub(crate) commas: usize,
}

impl Tree {
    /// Reads the bytes of a file.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, TextError> {
        let text = decode(bytes)?;
        serde_json::from_str(text).map_err(|error| explain(text, &error))
    }

    /// Reads the bytes of several values, one after another; commas between them are passed over.
    pub(crate) fn read_all(bytes: &[u8]) -> Result<Several, TextError> {
        let text = decode(bytes)?;
        let plain = values(text);
        let commas = if plain.is_err() { commas_between(text) } else { Vec::new() };
        let values = if commas.is_empty() {
            plain
        } else {
            // Blanks keep the lines and columns of complaints.
            let mut blanked = text.to_owned();
            commas.iter().for_each(|at| blanked.replace_range(*at..at + 1, " "));
            values(&blanked)
        };
        Ok(Several { values: values.map_err(|error| explain(text, &error))?, commas: commas.len() })
    }

    /// The property of an object.
    pub(crate) fn get(&self, name: &str) -> Option<&Tree> {
        match self {
            Self::Object(properties) => properties.iter().find(|(known, _)| known == name).map(|(_, value)| value),
            Self::Null | Self::Bool(_) | Self::Whole(_) | Self::Number(_) | Self::Text(_) | Self::List(_) => None,
        }
    }

    /// What kind of value it is, for messages.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Null => "`null`",
            Self::Bool(true) => "`true`",
            Self::Bool(false) => "`false`",
            Self::Whole(_) | Self::Number(_) => "a number",
            Self::Text(_) => "a string",
            Self::List(_) => "a list",
            Self::Object(_) => "an object",
        }
    }
}

fn values(text: &str) -> serde_json::Result<Vec<Tree>> {
    serde_json::Deserializer::from_str(text).into_iter().collect()
}

/// Where commas stand between values, which JSON does not have.
fn commas_between(text: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut begins = 0;
    while let Some(rest) = text.get(begins..) {
        let mut values = serde_json::Deserializer::from_str(rest).into_iter::<IgnoredAny>();
        while values.next().is_some_and(|value| value.is_ok()) {}
        let behind = rest.get(values.byte_offset()..).unwrap_or_default();
        let next = behind.trim_start();
        let goes_on = next.strip_prefix(',').is_some_and(|more| !more.trim_start().is_empty());
        if values.byte_offset() == 0 || !goes_on {
            break;
        }
        let comma = begins + rest.len() - next.len();
        found.push(comma);
        begins = comma + 1;
    }
    found
}

fn explain(text: &str, error: &serde_json::Error) -> TextError {
    let (line, column) = (error.line(), error.column());
    let message = error.to_string();
    let problem = message.strip_suffix(&format!(" at line {line} column {column}")).unwrap_or(&message);
    if problem == "recursion limit exceeded" {
        return TextError::TooDeep { line, column };
    }
    let problem = in_words(problem);
    if error.is_data() {
        return TextError::NotJson { problem: problem.to_owned(), line, column };
    }
    if let Some(kind) = other_kind(text) {
        return kind;
    }
    if error.is_eof() {
        return TextError::BreaksOff { line, column };
    }
    TextError::NotJson { problem: problem.to_owned(), line, column }
}

/// What the reader of JSON complains about, for people who do not know its terms.
fn in_words(problem: &str) -> &str {
    match problem {
        "expected value" => "a value is expected",
        "expected ident" => "a word is neither `true`, `false` nor `null`",
        "key must be a string" => "the name of a property must stand in straight double quotation marks",
        "trailing comma" => "there is a comma too many",
        "trailing characters" => "there is more text after the end",
        "invalid escape" => "`\\` begins an escape that JSON does not know; write `\\\\` for the character itself",
        "invalid number" => "a number is not written as JSON writes numbers",
        "number out of range" => "a number is too large",
        "unexpected end of hex escape" | "lone leading surrogate in hex escape" => {
            "an escape such as `\\ud83d` is half a character; its other half must follow"
        }
        "control character (\\u0000-\\u001F) found while parsing a string" => {
            "a line break or another control character stands in a string; write it as an escape, such as `\\n`"
        }
        other => other,
    }
}

impl Serialize for Tree {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Whole(value) => serializer.serialize_u64(*value),
            Self::Number(value) => serializer.serialize_f64(*value),
            Self::Text(value) => serializer.serialize_str(value),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(properties) => serializer.collect_map(properties.iter().map(|(name, value)| (name, value))),
        }
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }
    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }
    fn visit_bool<E>(self, value: bool) -> Result<Tree, E> {
        Ok(Tree::Bool(value))
    }
    fn visit_u64<E>(self, value: u64) -> Result<Tree, E> {
        Ok(Tree::Whole(value))
    }
    fn visit_i64<E>(self, value: i64) -> Result<Tree, E> {
        Ok(u64::try_from(value).map_or(Tree::Number(value as f64), Tree::Whole))
    }
    fn visit_f64<E>(self, value: f64) -> Result<Tree, E> {
        Ok(Tree::Number(value))
    }
    fn visit_str<E>(self, value: &str) -> Result<Tree, E> {
        Ok(Tree::Text(value.to_owned()))
    }
    fn visit_string<E>(self, value: String) -> Result<Tree, E> {
        Ok(Tree::Text(value))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Tree, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Tree::List(items))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree, A::Error> {
        let mut properties: Vec<(String, Tree)> = Vec::new();
        while let Some(property) = map.next_entry()? {
            properties.push(property);
        }
        // Sorted, because a hostile object may have a million properties.
        let mut names: Vec<&str> = properties.iter().map(|(name, _)| name.as_str()).collect();
        names.sort_unstable();
        if let Some(pair) = names.windows(2).find(|pair| pair.first() == pair.last()) {
            let name = pair.first().copied().unwrap_or_default();
            return Err(A::Error::custom(format_args!("the property `{}` is written twice in one object", shorten(name))));
        }
        Ok(Tree::Object(properties))
    }
}
