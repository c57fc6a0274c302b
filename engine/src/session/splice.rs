//! How two texts differ: one piece of the first stands in place of one piece of the second.
//!
//! One piece, not a minimal set of edits: a change of the history touches one setting or one row of a list.

use serde::{Deserialize, Serialize};

/// Where two texts differ.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Splice {
    /// Where the pieces begin, in bytes.
    pub(super) at: usize,
    /// The piece of the first text.
    pub(super) from: String,
    /// The piece of the second text.
    pub(super) to: String,
}

impl Splice {
    /// What leads from one text to another.
    pub(super) fn between(from: &str, to: &str) -> Self {
        let same = |(one, other): &((usize, char), (usize, char))| one.1 == other.1;
        let shared = from.char_indices().zip(to.char_indices()).take_while(same);
        let at = shared.last().map_or(0, |((at, letter), _)| at + letter.len_utf8());
        let (from, to) = (from.get(at..).unwrap_or_default(), to.get(at..).unwrap_or_default());
        let end: usize = from
            .chars()
            .rev()
            .zip(to.chars().rev())
            .take_while(|(one, other)| one == other)
            .map(|(letter, _)| letter.len_utf8())
            .sum();
        let piece = |text: &str| text.get(..text.len() - end).unwrap_or_default().to_owned();
        Self { at, from: piece(from), to: piece(to) }
    }

    /// The second text, where this is the first one.
    pub(super) fn applied(&self, text: &str) -> Option<String> {
        let rest = text.get(self.at..)?.strip_prefix(self.from.as_str())?;
        let mut applied = String::with_capacity(self.at + self.to.len() + rest.len());
        applied.push_str(text.get(..self.at)?);
        applied.push_str(&self.to);
        applied.push_str(rest);
        Some(applied)
    }

    /// The way back.
    pub(super) fn reversed(self) -> Self {
        Self { at: self.at, from: self.to, to: self.from }
    }

    /// Whether both texts are the same.
    pub(super) fn is_empty(&self) -> bool {
        self.from.is_empty() && self.to.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_what_differs_is_held() {
        let splice = Splice::between(r#"{"name":"Ada","guests":[]}"#, r#"{"name":"Adam","guests":[]}"#);
        assert_eq!(splice, Splice { at: 12, from: String::new(), to: "m".to_owned() });
        assert_eq!(Splice::between("abab", "ab"), Splice { at: 2, from: "ab".to_owned(), to: String::new() });
        assert!(Splice::between("same", "same").is_empty());
    }

    #[test]
    fn letters_of_several_bytes_are_not_taken_apart() {
        let splice = Splice::between("Zoë und Åsa", "Zoé und Äsa");
        assert_eq!(splice, Splice { at: 2, from: "ë und Å".to_owned(), to: "é und Ä".to_owned() });
        assert_eq!(splice.applied("Zoë und Åsa").as_deref(), Some("Zoé und Äsa"));
    }

    #[test]
    fn a_text_that_is_not_the_first_one_is_refused() {
        let splice = Splice::between("one two", "one three");
        assert_eq!(splice.applied("one "), None);
        assert_eq!(splice.applied("one zwei"), None);
        assert_eq!(splice.applied(""), None);
        assert_eq!(Splice { at: 1, ..Splice::default() }.applied("é"), None);
    }

    proptest! {
        #[test]
        fn it_leads_there_and_back(from in "[ab{é]{0,12}", to in "[ab{é]{0,12}") {
            let splice = Splice::between(&from, &to);
            prop_assert_eq!(splice.applied(&from), Some(to.clone()));
            prop_assert_eq!(splice.reversed().applied(&to), Some(from));
        }
    }
}
