//! Two runs side by side, step by step, and what comes of them: what a view of both is drawn from.
//!
//! Where they part first is for `compare` to say in a sentence. Nothing is replayed here.

use crate::design::Design;
use crate::flow::{Answer, Edge, Node};
use crate::golden::Ending;
use crate::guest::Guest;
use crate::guest_record::guest_record;
use crate::storyboard::guest_pages;
use crate::trace::{Run, Step};
use crate::wording;

/// A step of two runs; `None` where one of them has none that answers to the other's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// What the first run does.
    pub first: Option<Edge>,
    /// What the second run does.
    pub second: Option<Edge>,
}

impl Pair {
    /// Whether both find the same at the same check; where it leads may differ, and shows in the next step.
    pub fn is_shared(&self) -> bool {
        self.first.map(found) == self.second.map(found)
    }

    /// The check.
    pub fn node(&self) -> Option<Node> {
        self.first.or(self.second).map(|edge| edge.from())
    }
}

/// A design, a guest of it, and the guest's run.
#[derive(Clone, Copy, Debug)]
pub struct Played<'a> {
    /// The settings.
    pub design: &'a Design,
    /// The guest.
    pub guest: &'a Guest,
    /// What happened.
    pub run: &'a Run,
}

/// Something that comes of both runs: what it is, and how it is in each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consequence {
    /// What it is called.
    pub name: &'static str,
    /// How it is after the first run.
    pub first: String,
    /// How it is after the second run.
    pub second: String,
}

impl Consequence {
    /// Whether both runs come to the same.
    pub fn is_shared(&self) -> bool {
        self.first == self.second
    }
}

/// The steps of both runs in their order, as many as possible beside each other: those that are equal, and those that ask the same.
pub fn aligned(first: &Run, second: &Run) -> Vec<Pair> {
    let (first, second) = (edges(first), edges(second));
    // How well what is left of both can be put beside each other, from the end on: a row for each step of the first run.
    let mut rows = vec![vec![0_u32; second.len() + 1]];
    for edge in first.iter().rev() {
        let below = rows.last().cloned().unwrap_or_default();
        let mut row = vec![0_u32; second.len() + 1];
        for (at, other) in second.iter().enumerate().rev() {
            let after = |row: &[u32], at: usize| row.get(at).copied().unwrap_or_default();
            let together = likeness(*edge, *other).map_or(0, |likeness| likeness + after(&below, at + 1));
            let best = together.max(after(&below, at)).max(after(&row, at + 1));
            if let Some(cell) = row.get_mut(at) {
                *cell = best;
            }
        }
        rows.push(row);
    }
    let value = |one: usize, other: usize| -> u32 {
        let row = rows.len().checked_sub(one + 1).and_then(|row| rows.get(row));
        row.and_then(|row| row.get(other)).copied().unwrap_or_default()
    };
    let mut pairs = Vec::new();
    let (mut one, mut other) = (0, 0);
    loop {
        let (a, b) = (first.get(one).copied(), second.get(other).copied());
        let together = a.zip(b).and_then(|(a, b)| likeness(a, b)).map(|likeness| likeness + value(one + 1, other + 1));
        match (a, b) {
            (None, None) => return pairs,
            (Some(_), Some(_)) if together == Some(value(one, other)) => {
                pairs.push(Pair { first: a, second: b });
                one += 1;
                other += 1;
            }
            (Some(_), None) => {
                pairs.push(Pair { first: a, second: None });
                one += 1;
            }
            (Some(_), Some(_)) if value(one + 1, other) == value(one, other) => {
                pairs.push(Pair { first: a, second: None });
                one += 1;
            }
            (_, Some(_)) => {
                pairs.push(Pair { first: None, second: b });
                other += 1;
            }
        }
    }
}

/// The check of a step, and what it finds.
fn found(edge: Edge) -> (Node, Answer) {
    (edge.from(), edge.answer())
}

/// How alike two steps are; `None` where they ask something else.
fn likeness(one: Edge, other: Edge) -> Option<u32> {
    match (found(one) == found(other), one.from() == other.from()) {
        (true, _) => Some(2),
        (false, true) => Some(1),
        (false, false) => None,
    }
}

fn edges(run: &Run) -> Vec<Edge> {
    steps(run).map(|step| step.edge).collect()
}

fn steps(run: &Run) -> impl Iterator<Item = &Step> {
    run.chapters.iter().flat_map(|chapter| &chapter.steps)
}

/// What comes of both runs: the end, the provider, the pages, and what the portal shows of the guest's user object.
pub fn consequences(first: Played<'_>, second: Played<'_>) -> Vec<Consequence> {
    let mut found = paired([first, second].map(told));
    found.extend(directory(first, second));
    found
}

/// What the portal shows of the guest's user object after both runs; nothing of one where there is none.
pub fn directory(first: Played<'_>, second: Played<'_>) -> Vec<Consequence> {
    paired([first, second].map(shown_in_the_portal))
}

/// What both are told, each name once.
fn paired([one, other]: [Vec<(&'static str, String)>; 2]) -> Vec<Consequence> {
    let mut found: Vec<Consequence> = Vec::new();
    for (name, first) in &one {
        let second = other.iter().find(|(theirs, _)| theirs == name).map(|(_, value)| value.clone()).unwrap_or_default();
        found.push(Consequence { name, first: first.clone(), second });
    }
    for (name, second) in other {
        if !one.iter().any(|(theirs, _)| *theirs == name) {
            found.push(Consequence { name, first: String::new(), second });
        }
    }
    found
}

fn told(played: Played<'_>) -> Vec<(&'static str, String)> {
    let run = played.run;
    let provider = run.last_provider().map_or("none", |(provider, _)| wording::provider(provider));
    let pages = guest_pages(run).into_iter().map(wording::screen).collect::<Vec<_>>().join(" → ");
    let pages = if pages.is_empty() { "none".to_owned() } else { pages };
    vec![("End", Ending::of(run).words().to_owned()), ("Identity provider", provider.to_owned()), ("Pages", pages)]
}

fn shown_in_the_portal(played: Played<'_>) -> Vec<(&'static str, String)> {
    let record = guest_record(played.design, played.guest, steps(played.run));
    if record.exists() { record.portal(played.design.edition) } else { Vec::new() }
}
