//! Error codes and known messages in any text.
//!
//! Log entries have shapes of their own: `json.rs` and `table.rs`.

use std::collections::BTreeSet;

use super::findings::Findings;
use crate::diagnosis::{Symptom, all};

/// How many digits a code has.
const DIGITS: std::ops::RangeInclusive<usize> = 5..=9;

const PREFIX: &str = "aadsts";

/// Looks for codes and messages. Answers whether anything is found by now.
pub(super) fn read(text: &str, found: &mut Findings) -> bool {
    let trimmed = text.trim();
    if is_number(trimmed) {
        found.code(trimmed);
    }
    for code in codes(text) {
        found.code(code);
    }
    for symptom in by_message(text) {
        found.symptom(symptom);
    }
    !found.is_empty()
}

/// The numbers after `AADSTS`, and bare numbers that are known codes, in the order of the text.
fn codes(text: &str) -> Vec<&str> {
    let known: BTreeSet<&str> = all().flat_map(|symptom| symptom.codes.iter().copied()).collect();
    let mut after_prefix = false;
    let mut codes = Vec::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let number = strip_prefix(word);
        let named = number.is_some() || after_prefix;
        let number = number.unwrap_or(word);
        after_prefix = number.is_empty();
        if is_number(number) && (named || known.contains(number)) {
            codes.push(number);
        }
    }
    codes
}

/// What follows `AADSTS` in a word.
fn strip_prefix(word: &str) -> Option<&str> {
    let (head, rest) = word.split_at_checked(PREFIX.len())?;
    head.eq_ignore_ascii_case(PREFIX).then_some(rest)
}

/// Whether the text is a number with as many digits as a code has.
pub(super) fn is_number(text: &str) -> bool {
    DIGITS.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The symptoms whose message stands in the text.
pub(super) fn by_message(text: &str) -> Vec<&'static Symptom> {
    let lower = text.to_lowercase();
    all().filter(|symptom| symptom.phrases.iter().any(|phrase| lower.contains(phrase))).collect()
}
