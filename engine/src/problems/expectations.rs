//! Problems of what is expected of guests. Whether it comes true is not asked here: see `golden`.

use std::collections::BTreeSet;

use super::{Problem, ProblemCode};
use crate::field::Field;
use crate::workspace::Workspace;

pub(super) fn check(workspace: &Workspace, problems: &mut Vec<Problem>) {
    let guests: BTreeSet<&str> = workspace.guests.iter().map(|guest| guest.display_name.as_str()).collect();
    for (number, expected) in workspace.expectations.iter().enumerate() {
        if !guests.contains(expected.guest.as_str()) {
            let message = format!(
                "“{}” is expected of {}, who is not in this scenario. Give a guest that name, or remove the expectation.",
                expected.outcome.words(),
                expected.guest
            );
            problems.push(ProblemCode::ExpectationWithoutGuest.at(Field::expectation(number), message));
        }
    }
}
