//! Where the lines of the flowchart run: beside the rows, in lanes of which as few as possible are used.
//!
//! Which rows there are, and which edges they have, is settled before.

use super::{Row, Segment};
use crate::flow::{Edge, Node};

/// Gives every edge between shown rows a way: straight down to the next row, or a lane that all edges to the same row share.
pub(super) fn route(rows: &mut [Row], taken: &[Edge], leads_to: impl Fn(Edge) -> Node) -> usize {
    let row_of = |node: Node, rows: &[Row]| rows.iter().position(|row| row.node() == Some(node));
    let mut buses: Vec<Bus> = Vec::new();
    for from in 0..rows.len() {
        let exits = rows.get(from).map(Row::exits).unwrap_or_default().to_vec();
        for edge in exits {
            let Some(to) = row_of(leads_to(edge), rows).filter(|to| *to != from) else { continue };
            if to == from + 1 {
                if let Some(row) = rows.get_mut(from) {
                    row.down.push(edge);
                }
            } else if taken.contains(&edge) || !is_side_entrance(edge) {
                match buses.iter_mut().find(|bus| bus.to == to) {
                    Some(bus) => bus.edges.push((from, edge)),
                    None => buses.push(Bus { to, edges: vec![(from, edge)] }),
                }
            }
        }
    }
    buses.sort_by_key(|bus| (bus.length(), bus.to));
    let mut ends: Vec<Vec<(usize, usize)>> = Vec::new();
    for bus in &buses {
        let (top, bottom) = bus.span();
        let free =
            ends.iter().position(|lane| lane.iter().all(|(other_top, other_bottom)| *other_bottom < top || bottom < *other_top));
        let lane = free.unwrap_or_else(|| {
            ends.push(Vec::new());
            ends.len() - 1
        });
        if let Some(spans) = ends.get_mut(lane) {
            spans.push((top, bottom));
        }
        bus.draw(rows, lane);
    }
    ends.len()
}

/// Edges that come from before discovery straight to a sign-in page: drawn only where a guest takes them.
pub(super) fn is_side_entrance(edge: Edge) -> bool {
    matches!(edge.from(), Node::GuestState | Node::SignInOptions | Node::SignInSession)
        && matches!(edge.to(), Node::OutboundAccess | Node::SignIn(_))
}

/// All edges that end in one row.
struct Bus {
    to: usize,
    edges: Vec<(usize, Edge)>,
}

impl Bus {
    fn span(&self) -> (usize, usize) {
        let rows = || self.edges.iter().map(|(from, _)| *from).chain([self.to]);
        (rows().min().unwrap_or(self.to), rows().max().unwrap_or(self.to))
    }

    fn length(&self) -> usize {
        let (top, bottom) = self.span();
        bottom - top
    }

    fn draw(&self, rows: &mut [Row], lane: usize) {
        let (top, bottom) = self.span();
        for (number, row) in rows.iter_mut().enumerate().take(bottom + 1).skip(top) {
            let mut segment = Segment { lane, ..Segment::default() };
            for (from, edge) in &self.edges {
                let (first, last) = (self.to.min(*from), self.to.max(*from));
                if first < number && number <= last {
                    segment.upper.push(*edge);
                }
                if first <= number && number < last {
                    segment.lower.push(*edge);
                }
                if number == *from {
                    segment.out.push(*edge);
                }
                if number == self.to {
                    segment.into.push(*edge);
                }
            }
            row.segments.push(segment);
        }
    }
}
