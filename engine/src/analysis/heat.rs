//! How many guests pass each edge and each node of the flow under one design.
//!
//! Counted over profiles or over whatever guests it is told; what the counts mean is for `lint.rs` to say.

use std::collections::BTreeMap;

use super::profiles::Profiles;
use crate::flow::{Edge, Node};

/// Counts of guests by edge and by node. A guest who passes twice counts once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heat {
    edges: BTreeMap<(Node, crate::flow::Answer), u64>,
    nodes: BTreeMap<Node, u64>,
    guests: u64,
}

impl Heat {
    /// Counts all profiles under the design at a position.
    pub fn of(profiles: &Profiles, design: usize) -> Self {
        let mut heat = Self::default();
        for profile in profiles.iter() {
            if let Some(course) = profiles.courses(profile).get(design) {
                heat.add(profiles.edges(*course), 1);
            }
        }
        heat
    }

    /// Counts guests who take a path.
    pub fn add(&mut self, path: &[Edge], guests: u64) {
        self.guests += guests;
        let mut nodes: Vec<Node> = path.iter().map(Edge::from).collect();
        nodes.extend(path.last().map(Edge::to));
        nodes.sort_unstable();
        nodes.dedup();
        for node in nodes {
            *self.nodes.entry(node).or_default() += guests;
        }
        let mut edges: Vec<_> = path.iter().map(|edge| (edge.from(), edge.answer())).collect();
        edges.sort_unstable();
        edges.dedup();
        for edge in edges {
            *self.edges.entry(edge).or_default() += guests;
        }
    }

    /// How many guests were counted.
    pub fn guests(&self) -> u64 {
        self.guests
    }

    /// How many come to a node.
    pub fn node(&self, node: Node) -> u64 {
        self.nodes.get(&node).copied().unwrap_or_default()
    }

    /// How many take an edge.
    pub fn edge(&self, edge: Edge) -> u64 {
        self.edges.get(&(edge.from(), edge.answer())).copied().unwrap_or_default()
    }

    /// All nodes with their counts, in the order of the flow.
    pub fn nodes(&self) -> impl Iterator<Item = (Node, u64)> {
        self.nodes.iter().map(|(node, guests)| (*node, *guests))
    }
}
