//! Problems of what is expected of guests. Whether it comes true is not asked here: see `golden`.

use std::collections::BTreeSet;

use super::{Problem, ProblemCode, Removal};
use crate::field::Field;
use crate::workspace::Workspace;

pub(super) fn check(workspace: &Workspace, problems: &mut Vec<Problem>) {
    let guests: BTreeSet<&str> = workspace.guests.iter().map(|guest| guest.display_name.as_str()).collect();
    for (number, expected) in workspace.expectations.iter().enumerate() {
        if !guests.contains(expected.guest.as_str()) {
            let message = format!(
                "“{}” is expected of {}, who is not in this scenario. Give a guest that name, or take the expectation out.",
                expected.outcome.words(),
                expected.guest
            );
            let problem = ProblemCode::ExpectationWithoutGuest.at(Field::expectation(number), message);
            problems.push(problem.mended_by(Removal::Expectation(number)));
        }
    }
}
