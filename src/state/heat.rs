//! How many kinds of guests, or people of the list, come to each check of the flow and take each answer, for as long as the flow is painted with it.
//!
//! Counted by the worker; here is only what the flow looks up.

use std::collections::BTreeMap;

use leptos::prelude::*;
use redemption_engine::analysis::population::summary::Range;

use super::App;
use crate::words;

/// The counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heat {
    /// By the stable names of nodes and edges.
    pub counts: BTreeMap<String, Range>,
    /// All that were counted.
    pub guests: u64,
    /// Whether people of the list were counted and not kinds of guests.
    pub are_people: bool,
}

/// How much of all that were counted, at most: nothing, below 1 %, below 10 %, below half, more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Warmth(&'static str);

impl Warmth {
    /// Its name in markup.
    pub fn name(self) -> &'static str {
        self.0
    }
}

impl Heat {
    /// How much of all come to a node or take an edge.
    pub fn warmth(&self, id: &str) -> Warmth {
        Warmth(match (self.count(id).possible, self.guests) {
            (0, _) => "0",
            (count, all) if count * 2 >= all => "4",
            (count, all) if count * 10 >= all => "3",
            (count, all) if count * 100 >= all => "2",
            _ => "1",
        })
    }

    /// How many come to a node or take an edge.
    pub fn count(&self, id: &str) -> Range {
        self.counts.get(id).copied().unwrap_or_default()
    }

    /// How many, in words.
    pub fn words(&self, count: Range) -> String {
        if self.are_people { words::analysis::people_range(count) } else { words::flow::kinds(count.possible) }
    }
}

impl App {
    /// How the flow paints a node or an edge, where it is painted; followed.
    pub fn warmth(&self, id: &str) -> Option<&'static str> {
        self.heat.with(|heat| heat.as_ref().map(|heat| heat.warmth(id).name()))
    }

    /// How many come to a node, in words, where the flow is painted; followed.
    pub fn warm_words(&self, id: &str) -> Option<String> {
        self.heat.with(|heat| heat.as_ref().map(|heat| heat.words(heat.count(id))))
    }

    /// How many take an edge, in figures, where the flow is painted; followed.
    pub fn warm(&self, id: &str) -> Option<String> {
        self.heat.with(|heat| heat.as_ref().map(|heat| words::population::range(heat.count(id))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn warmth_is_by_share_and_a_single_kind_is_not_nothing() {
        let heat = |possible: u64| {
            let counts = BTreeMap::from([("a".to_owned(), Range { certain: 0, possible })]);
            Heat { counts, guests: 1000, are_people: true }
        };
        let warmth = [0, 1, 9, 10, 99, 100, 499, 500, 1000].map(|count| heat(count).warmth("a").name());
        assert_eq!(warmth, ["0", "1", "1", "2", "2", "3", "3", "4", "4"]);
        assert_eq!(heat(5).warmth("elsewhere").name(), "0");
    }

    #[test]
    fn people_are_a_range_and_kinds_a_number() {
        let people = Heat { are_people: true, ..Heat::default() };
        assert_eq!(people.words(Range { certain: 3, possible: 5 }), "3–5 people");
        assert_eq!(people.words(Range { certain: 1, possible: 1 }), "1 person");
        assert_eq!(people.words(Range { certain: 0, possible: 1 }), "0–1 people");
        assert_eq!(Heat::default().words(Range { certain: 4, possible: 4 }), "4 kinds of guests");
    }
}
