//! Bad inputs by class, each with the whole message that a person reads instead of their work: what is wrong, where, what to do.
//!
//! Every way in has its tables here: files, pasted answers of Microsoft Graph, links, what is stored, and what is typed. That good
//! inputs are read is tested beside each reader; inputs without names come from the fuzzer.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a failing test may panic")]

mod build;
mod encoding;
mod graph;
mod injection;
mod links;
mod logs;
mod ranges;
mod sizes;
mod stored;
mod structure;
mod typed;
mod types;
mod types_of_format_2;
mod versions;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};

/// What is wrong with an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, strum::EnumIter)]
pub(crate) enum Class {
    /// Its bytes are not the text that is expected.
    Encoding,
    /// It is not built as it should be.
    Structure,
    /// A value is of another type, or an unknown word.
    Types,
    /// A number, a day or a position is beyond its limits.
    Ranges,
    /// There is too much of something.
    Sizes,
    /// A newer program has written it, or none at all.
    Versions,
    /// It tries to become more than text.
    Injection,
}

thread_local! {
    static SEEN: RefCell<BTreeMap<Class, BTreeSet<u64>>> = const { RefCell::new(BTreeMap::new()) };
}

/// Counts an input once, however often it is asserted.
pub(crate) fn count(class: Class, reader: &str, input: &[u8]) {
    let mut hasher = DefaultHasher::new();
    (reader, input).hash(&mut hasher);
    SEEN.with_borrow_mut(|seen| seen.entry(class).or_default().insert(hasher.finish()));
}

/// Asserts a table of names, inputs and messages, and tells all that differ at once.
pub(crate) fn check_with<Input: AsRef<[u8]>, Expected: AsRef<str>>(
    class: Class,
    reader: &str,
    message: impl Fn(&[u8]) -> String,
    cases: &[(&str, Input, Expected)],
) {
    let mut wrong = Vec::new();
    for (name, input, expected) in cases {
        count(class, reader, input.as_ref());
        let says = message(input.as_ref());
        if says != expected.as_ref() {
            wrong.push(format!("{reader}, {name}\n  says     {says}\n  expected {}", expected.as_ref()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn three_hundred_bad_inputs_of_all_classes_are_refused_in_known_words() {
    SEEN.take();
    let parts = [
        encoding::ALL,
        graph::ALL,
        injection::ALL,
        links::ALL,
        logs::ALL,
        ranges::ALL,
        sizes::ALL,
        stored::ALL,
        structure::ALL,
        typed::ALL,
        types::ALL,
        types_of_format_2::ALL,
        versions::ALL,
    ];
    parts.iter().copied().flatten().for_each(|part| part());
    let seen = SEEN.take();
    let total: usize = seen.values().map(BTreeSet::len).sum();
    for (class, inputs) in &seen {
        println!("{class:?}: {}", inputs.len());
    }
    println!("{total} bad inputs");
    assert_eq!(seen.len(), <Class as strum::IntoEnumIterator>::iter().count(), "{:?}", seen.keys());
    assert!(total >= 300, "{total}");
}
