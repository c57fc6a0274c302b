//! How many guests pass each edge and each node of the flow under one design.
//!
//! Counted over profiles, over the people of a list, or over whatever guests it is told; what the counts mean is for `lint.rs` to say.

use std::collections::BTreeMap;

use super::population::kinds::{Kinds, Played};
use super::population::summary::Range;
use super::profiles::Profiles;
use crate::flow::{Edge, Node};

/// Counts of guests by edge and by node, from those who certainly pass to those who can. A guest who passes twice counts once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heat {
    edges: BTreeMap<(Node, crate::flow::Answer), Range>,
    nodes: BTreeMap<Node, Range>,
    guests: u64,
}

impl Heat {
    /// Counts all profiles under the design at a position.
    pub fn of(profiles: &Profiles, design: usize) -> Self {
        let mut heat = Self::default();
        for profile in profiles.iter() {
            if let Some(course) = profiles.courses(profile).get(design) {
                heat.add(&[profiles.edges(*course)], 1);
            }
        }
        heat
    }

    /// Counts the people of a list, who were played under one design.
    pub fn of_list(kinds: &Kinds, played: &Played) -> Self {
        let mut heat = Self::default();
        for (kind, fates) in kinds.iter().zip(played.fates()) {
            let paths: Vec<&[Edge]> =
                fates.iter().filter_map(|courses| courses.first()).map(|course| played.edges(*course)).collect();
            heat.add(&paths, kind.rows);
        }
        heat
    }

    /// Counts guests of whom each can take any of these paths.
    pub fn add(&mut self, paths: &[&[Edge]], guests: u64) {
        self.guests += guests;
        let nodes = paths.iter().map(|path| path.iter().map(Edge::from).chain(path.last().map(Edge::to)));
        for (node, times) in occurrences(nodes) {
            self.nodes.entry(node).or_default().add(times == paths.len(), guests);
        }
        let edges = paths.iter().map(|path| path.iter().map(|edge| (edge.from(), edge.answer())));
        for (edge, times) in occurrences(edges) {
            self.edges.entry(edge).or_default().add(times == paths.len(), guests);
        }
    }

    /// How many guests were counted.
    pub fn guests(&self) -> u64 {
        self.guests
    }

    /// How many come to a node.
    pub fn node(&self, node: Node) -> Range {
        self.nodes.get(&node).copied().unwrap_or_default()
    }

    /// How many take an edge.
    pub fn edge(&self, edge: Edge) -> Range {
        self.edges.get(&(edge.from(), edge.answer())).copied().unwrap_or_default()
    }

    /// All nodes with their counts, in the order of the flow.
    pub fn nodes(&self) -> impl Iterator<Item = (Node, Range)> {
        self.nodes.iter().map(|(node, guests)| (*node, *guests))
    }
}

/// In how many of the lists each of their members is; twice in one list counts once.
fn occurrences<T: Copy + Ord>(lists: impl Iterator<Item = impl Iterator<Item = T>>) -> impl Iterator<Item = (T, usize)> {
    // With the list that a member was last seen in.
    let mut times: BTreeMap<T, (usize, usize)> = BTreeMap::new();
    for (list, members) in (1..).zip(lists) {
        for member in members {
            let (count, last) = times.entry(member).or_default();
            if *last != list {
                (*count, *last) = (*count + 1, list);
            }
        }
    }
    times.into_iter().map(|(member, (count, _))| (member, count))
}
