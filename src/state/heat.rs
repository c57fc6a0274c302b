//! How many kinds of guests come to each check of the flow and take each answer, for as long as the flow is painted with it.
//!
//! Counted by the worker; here is only what the flow looks up.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::App;

/// The counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heat {
    /// By the stable names of nodes and edges.
    pub counts: BTreeMap<String, u64>,
    /// All kinds of guests.
    pub guests: u64,
}

/// How much of all kinds of guests: nothing, below 1 %, below 10 %, below half, more.
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
        let count = self.count(id);
        Warmth(match (count, self.guests) {
            (0, _) => "0",
            (count, all) if count * 2 >= all => "4",
            (count, all) if count * 10 >= all => "3",
            (count, all) if count * 100 >= all => "2",
            _ => "1",
        })
    }

    /// How many come to a node or take an edge.
    pub fn count(&self, id: &str) -> u64 {
        self.counts.get(id).copied().unwrap_or_default()
    }
}

impl App {
    /// How the flow paints a node or an edge, where it is painted; followed.
    pub fn warmth(&self, id: &str) -> Option<&'static str> {
        self.heat.with(|heat| heat.as_ref().map(|heat| heat.warmth(id).name()))
    }

    /// How many come to a node or take an edge, where the flow is painted; followed.
    pub fn warm(&self, id: &str) -> Option<u64> {
        self.heat.with(|heat| heat.as_ref().map(|heat| heat.count(id)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn warmth_is_by_share_and_a_single_kind_is_not_nothing() {
        let heat = |count: u64| Heat { counts: BTreeMap::from([("a".to_owned(), count)]), guests: 1000 };
        let warmth = [0, 1, 9, 10, 99, 100, 499, 500, 1000].map(|count| heat(count).warmth("a").name());
        assert_eq!(warmth, ["0", "1", "1", "2", "2", "3", "3", "4", "4"]);
        assert_eq!(heat(5).warmth("elsewhere").name(), "0");
    }
}
