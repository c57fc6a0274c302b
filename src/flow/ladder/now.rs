//! What there is to show in a row at the cursor: the state, the numbers of its visits, and which lines and exits are taken.
//!
//! One value for each row, so that a step touches nothing in the rows that it does not change. Read off the trace.

use redemption_engine::chart::{self, Row, RowKind, State};
use redemption_engine::design::Design;
use redemption_engine::flow::{Edge, Node};
use redemption_engine::trace::{Place, Run};

/// A row at the cursor.
#[derive(Clone, PartialEq)]
pub(super) struct Now {
    /// What the check is there.
    pub(super) state: State,
    /// The numbers of its visits.
    pub(super) badges: String,
    /// Which exits are taken, in the order of the row.
    pub(super) taken: Vec<bool>,
    /// Which parts of the lanes beside the row are lit, in the order of the row.
    pub(super) lanes: Vec<Lit>,
    /// Whether the line to the next row is.
    pub(super) down: bool,
}

/// Which parts of a lane are lit.
#[derive(Clone, Copy, Default, PartialEq)]
pub(super) struct Lit {
    /// The upper half.
    pub(super) upper: bool,
    /// The lower half.
    pub(super) lower: bool,
    /// The arm out of the box.
    pub(super) out: bool,
    /// The arm into the box.
    pub(super) into: bool,
}

impl Default for Now {
    fn default() -> Self {
        Self { state: State::NotReached, badges: String::new(), taken: Vec::new(), lanes: Vec::new(), down: false }
    }
}

impl Now {
    /// A row when the run stands at a place, with the numbers of the places that are shown.
    pub(super) fn of(row: &Row, run: &Run, at: Place, design: &Design, numbered: &[(Place, usize)]) -> Self {
        let is_taken = |edge: &Edge| chart::is_taken(run, at, *edge);
        let any_taken = |edges: &[Edge]| edges.iter().any(is_taken);
        let lit = |segment: &chart::Segment| Lit {
            upper: any_taken(&segment.upper),
            lower: any_taken(&segment.lower),
            out: any_taken(&segment.out),
            into: any_taken(&segment.into),
        };
        let (state, badges, taken) = match &row.what {
            RowKind::Node { node, exits } => {
                (chart::state(run, at, design, *node), listed(run, numbered, *node), exits.iter().map(is_taken).collect())
            }
            RowKind::NotInOrder(_) => (State::NotSetUp, String::new(), Vec::new()),
        };
        Self { state, badges, taken, lanes: row.segments.iter().map(lit).collect(), down: any_taken(&row.down) }
    }
}

/// The numbers of a node among the places of a chapter.
fn listed(run: &Run, numbered: &[(Place, usize)], node: Node) -> String {
    let numbers = numbered.iter().filter(|(place, _)| run.node(*place) == Some(node));
    ranges(numbers.map(|(_, number)| *number))
}

/// Ascending numbers, three or more in a row as a range: `9, 17–20`.
pub(crate) fn ranges(numbers: impl Iterator<Item = usize>) -> String {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for number in numbers {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => runs.push((number, number)),
        }
    }
    let run = |(first, last): (usize, usize)| match last - first {
        0 => first.to_string(),
        1 => format!("{first}, {last}"),
        _ => format!("{first}–{last}"),
    };
    runs.into_iter().map(run).collect::<Vec<_>>().join(", ")
}

/// The numbers of a node in a chapter among the places that are shown, as they are stepped through: checks without a row have none.
pub(crate) fn numbers(run: &Run, shown: &[Place], chapter: usize, node: Node) -> String {
    let numbered: Vec<(Place, usize)> = shown.iter().copied().zip(1..).filter(|(place, _)| place.chapter == chapter).collect();
    listed(run, &numbered, node)
}

#[cfg(test)]
mod tests {
    use super::ranges;

    #[test]
    fn many_visits_one_after_the_other_are_one_range() {
        assert_eq!(ranges([17, 18, 19, 20].into_iter()), "17–20");
        assert_eq!(ranges([3, 9, 10, 12, 13, 14].into_iter()), "3, 9, 10, 12–14");
        assert_eq!(ranges(std::iter::empty()), "");
    }
}
