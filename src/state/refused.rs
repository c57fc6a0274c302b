//! Texts that stand in a field although they cannot be taken, each with the code of a problem.
//!
//! A text is listed as long as the value for which it was refused is there. Why one is refused is for whoever reads it to say.

use leptos::prelude::*;
use redemption_engine::field::Field;
use redemption_engine::problems::{Problem, ProblemCode};

/// Why a text cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Which kind of problem that is.
    pub code: ProblemCode,
    /// What is wrong and what to write, in a sentence.
    pub why: String,
}

impl Refusal {
    /// A refusal of this kind.
    pub fn new(code: ProblemCode, why: impl Into<String>) -> Self {
        Self { code, why: why.into() }
    }
}

/// A text that stands in a field.
#[derive(Clone)]
struct Standing {
    problem: Problem,
    /// The value that the workspace has in its place.
    instead_of: String,
    value: Signal<String>,
}

/// All texts that stand in fields and cannot be taken. Copy it freely: it is a signal.
#[derive(Clone, Copy)]
pub struct Refused(RwSignal<Vec<Standing>>);

impl Refused {
    /// None yet.
    pub(super) fn new() -> Self {
        Self(RwSignal::new(Vec::new()))
    }

    /// Lists the text of a field, in place of another one of the same field. It goes when the field's value changes.
    pub fn list(self, id: &str, refusal: &Refusal, value: Signal<String>) {
        let problem = Problem::of_typed_text(refusal.code, Field::control(id), refusal.why.clone());
        let standing = Standing { problem, instead_of: value.get_untracked(), value };
        self.0.update(|all| {
            all.retain(|other| other.problem.field.as_str() != id);
            all.push(standing);
        });
    }

    /// Lists the text of a field no more.
    pub fn strike(self, id: &str) {
        let is_its = |standing: &Standing| standing.problem.field.as_str() == id;
        if self.0.try_with_untracked(|all| all.iter().any(is_its)) == Some(true) {
            self.0.update(|all| all.retain(|standing| !is_its(standing)));
        }
    }

    /// The texts that still stand, as problems.
    pub(super) fn problems(self) -> Vec<Problem> {
        let stands = |standing: &&Standing| standing.value.try_with(|now| *now == standing.instead_of) == Some(true);
        self.0.with(|all| all.iter().filter(stands).map(|standing| standing.problem.clone()).collect())
    }
}
