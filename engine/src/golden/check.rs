//! Holds expectations against what happens now, and names the first difference in the run.
//!
//! Which of two designs is asked is for the caller to say.

use serde::Serialize;

use super::{Ending, Expectation};
use crate::design::Design;
use crate::engine::followed;
use crate::rules::Rule;
use crate::screen::pages;
use crate::trace::{Next, Place, Run};
use crate::wording;
use crate::workspace::Workspace;

/// What came of one expectation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The guest's display name.
    pub guest: String,
    /// The guest, by position; `None` where there is none of that name.
    pub number: Option<usize>,
    /// What the guest was followed to now; `None` where there is no such guest.
    pub came: Option<Ending>,
    /// The first difference; `None` where everything is as expected.
    pub miss: Option<Miss>,
}

impl Checked {
    /// Whether everything is as expected.
    pub fn passed(&self) -> bool {
        self.miss.is_none()
    }
}

/// What is not as expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Missed {
    /// There is no guest of that name.
    Guest,
    /// Another page.
    Page,
    /// Another provider.
    Provider,
    /// Another end.
    Outcome,
}

/// The first difference between what was expected and what came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Miss {
    /// What differs.
    pub what: Missed,
    /// Where; `None` where there is no run.
    pub place: Option<Place>,
    /// The rule by which it came; `None` where nothing has been decided.
    pub rule: Option<Rule>,
    /// All of it in one sentence.
    pub sentence: String,
}

/// Holds every expectation of a workspace against a design, in the workspace's order.
pub fn check(workspace: &Workspace, design: &Design) -> Vec<Checked> {
    workspace.expectations.iter().map(|expected| one(workspace, design, expected)).collect()
}

/// How many are not as expected.
pub fn failed(checked: &[Checked]) -> usize {
    checked.iter().filter(|one| !one.passed()).count()
}

fn one(workspace: &Workspace, design: &Design, expected: &Expectation) -> Checked {
    let guest = expected.guest.clone();
    let number = expected.guest_in(&workspace.guests);
    let Some(person) = number.and_then(|number| workspace.guests.get(number)) else {
        let sentence = format!("There is no guest “{guest}”.");
        let miss = Miss { what: Missed::Guest, place: None, rule: None, sentence };
        return Checked { guest, number: None, came: None, miss: Some(miss) };
    };
    let run = followed(design, person);
    Checked { guest, number, came: Some(Ending::of(&run)), miss: first_miss(expected, &run) }
}

/// The first difference in the order of the run: a page, else the provider, else the end.
fn first_miss(expected: &Expectation, run: &Run) -> Option<Miss> {
    let came = Ending::of(run);
    let end = (came != expected.outcome).then(|| wording::other_than_expected("The end", expected.outcome.words(), came.words()));
    if let Some((number, place)) = other_page(expected, run) {
        let came = pages(run);
        let came = came.get(number).map(|(screen, _)| *screen);
        let page = wording::other_page(number + 1, expected.screens.get(number).copied(), came);
        return Some(miss(Missed::Page, run, place, page, end));
    }
    let provider = run.last_provider();
    if let Some(wanted) = expected.provider.filter(|wanted| provider.is_none_or(|(came, _)| came != *wanted)) {
        let came = provider.map_or("none", |(came, _)| wording::provider(came));
        let place = provider.map_or_else(|| last(run), |(_, place)| place);
        let said = wording::other_than_expected("The identity provider", wording::provider(wanted), came);
        return Some(miss(Missed::Provider, run, place, said, end));
    }
    end.map(|said| miss(Missed::Outcome, run, last(run), said, None))
}

/// The first page that is another one, by position, and where.
fn other_page(expected: &Expectation, run: &Run) -> Option<(usize, Place)> {
    if expected.screens.is_empty() {
        return None;
    }
    let came = pages(run);
    let longest = came.len().max(expected.screens.len());
    let differs = |number: &usize| came.get(*number).map(|(screen, _)| screen) != expected.screens.get(*number);
    let number = (0..longest).find(differs)?;
    Some((number, came.get(number).map_or_else(|| last(run), |(_, place)| *place)))
}

fn miss(what: Missed, run: &Run, place: Place, said: String, end: Option<String>) -> Miss {
    let rule = rule_at(run, place);
    let node = run.node(place).map_or("", wording::node);
    let by = rule.map(|rule| format!(", rule {}", rule.card().id)).unwrap_or_default();
    let also =
        end.map(|end| format!("; {}{}", end.get(..1).unwrap_or_default().to_lowercase(), end.get(1..).unwrap_or_default()));
    let step = step_name(place);
    let sentence = format!("{said} at step {step} ({node}{by}){}.", also.unwrap_or_default());
    Miss { what, place: Some(place), rule, sentence }
}

/// A step as people count: chapter and step, from 1.
pub(super) fn step_name(place: Place) -> String {
    format!("{}.{}", place.chapter + 1, place.step + 1)
}

/// The rule by which the run came to a place, or by which a person is asked there.
pub(super) fn rule_at(run: &Run, place: Place) -> Option<Rule> {
    match &run.next {
        Next::Person { rule, .. } if place == last(run) => return Some(*rule),
        Next::Person { .. } | Next::Ended(_) | Next::NoEdge(..) => {}
    }
    let before = place.step.checked_sub(1).and_then(|step| run.step(Place { step, ..place }));
    before.or_else(|| run.step(place)).map(|step| step.cause.rule)
}

/// The last place of a run.
pub(super) fn last(run: &Run) -> Place {
    run.places().last().copied().unwrap_or_default()
}
