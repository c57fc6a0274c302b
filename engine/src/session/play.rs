//! Playing a run by itself: where it stops.
//!
//! No clock: who plays decides when to go on.

use super::prompt_at;
use crate::flow::Node;
use crate::trace::{Place, Run};

/// Why playing stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The guest decides here, now or in the story as it is told.
    GuestDecides,
    /// The user has asked for a pause here.
    PausePoint,
    /// There is nothing after it.
    End,
}

/// Why playing stops after it has moved from one place to another: what lies on the way and has no row counts, too.
pub fn stop(run: &Run, from: Place, to: Place, is_pause: impl Fn(Node) -> bool) -> Option<Stop> {
    let places = run.places();
    let moved = || places.iter().copied().filter(|place| from < *place && *place <= to);
    if places.last().is_none_or(|last| *last <= to) {
        Some(Stop::End)
    } else if moved().any(|place| prompt_at(run, place).is_some()) {
        Some(Stop::GuestDecides)
    } else if moved().any(|place| run.node(place).is_some_and(&is_pause)) {
        Some(Stop::PausePoint)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::Design;
    use crate::engine::replay;
    use crate::guest::Guest;

    fn run() -> Run {
        let guest: Guest = serde_json::from_str(
            r#"{ "displayName": "Ravi", "invitedEmail": "ravi@contractor.example", "story": ["enterPasscode", "accept"] }"#,
        )
        .unwrap();
        replay(&Design::default(), &guest, &guest.story)
    }

    /// Every stop on the way, with its node.
    fn stops(run: &Run, is_pause: fn(Node) -> bool) -> Vec<(Node, Stop)> {
        let places = run.places();
        let moves = places.iter().zip(places.iter().skip(1));
        moves.filter_map(|(from, to)| Some((run.node(*to)?, stop(run, *from, *to, is_pause)?))).collect()
    }

    #[test]
    fn playing_stops_where_the_guest_decides_and_at_the_end() {
        let run = run();
        let found = stops(&run, |_| false);
        let why: Vec<Stop> = found.iter().map(|(_, stop)| *stop).collect();
        assert_eq!(why, [Stop::GuestDecides, Stop::GuestDecides, Stop::End]);
        assert_eq!(found[1].0, Node::ReviewPermissions);
    }

    #[test]
    fn playing_stops_at_a_pause_point() {
        let run = run();
        let found = stops(&run, |node| node == Node::PasscodeEnabled);
        assert!(found.contains(&(Node::PasscodeEnabled, Stop::PausePoint)), "{found:?}");
    }

    #[test]
    fn a_pause_point_without_a_row_stops_at_the_next_row() {
        let run = run();
        let places = run.places();
        let at = places.iter().position(|place| run.node(*place) == Some(Node::PasscodeEnabled)).unwrap();
        let is_pause = |node| node == Node::PasscodeEnabled;
        assert_eq!(stop(&run, places[at - 1], places[at + 1], is_pause), Some(Stop::PausePoint));
        assert_eq!(stop(&run, places[at], places[at], is_pause), None);
    }
}
