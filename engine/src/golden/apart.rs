//! Where two runs of one guest part: the first step that answers otherwise, and what comes of it.
//!
//! What was set otherwise is for `difference` to say.

use super::Ending;
use super::check::rule_at;
use crate::design::{Design, IdentityProvider};
use crate::engine::followed;
use crate::flow::{Answer, Node};
use crate::guest::Guest;
use crate::rules::Rule;
use crate::screen::{Screen, screens};
use crate::trace::{Place, Run};

/// What differs between two runs of a guest; what is equal is `None`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Apart {
    /// The first step that answers otherwise, as it is in each.
    pub step: Option<[Stand; 2]>,
    /// The ends.
    pub outcome: Option<[Ending; 2]>,
    /// The providers that the guest was last sent to.
    pub provider: Option<[Option<IdentityProvider>; 2]>,
    /// The first page that is another one, by its position from 0.
    pub page: Option<(usize, [Option<Screen>; 2])>,
}

/// A design and a guest of it.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// The settings.
    pub design: &'a Design,
    /// The guest.
    pub guest: &'a Guest,
}

/// How a run stands at a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stand {
    /// Where.
    pub place: Place,
    /// The check.
    pub node: Node,
    /// What it answers; `None` where the run ends or waits.
    pub answer: Option<Answer>,
    /// The rule of the answer, of the question, or of the step that led there.
    pub rule: Option<Rule>,
}

/// Follows a guest under both; `None` where both go the same way to the same end.
pub fn apart(first: Side<'_>, second: Side<'_>) -> Option<Apart> {
    let runs = [first, second].map(|side| followed(side.design, side.guest));
    let [a, b] = &runs;
    let seen = [screens(a), screens(b)];
    let longest = seen.iter().map(Vec::len).max().unwrap_or_default();
    let page = |number: usize| (number, seen.each_ref().map(|pages| pages.get(number).copied()));
    let found = Apart {
        step: parting(a, b),
        outcome: unlike(runs.each_ref().map(Ending::of)),
        provider: unlike(runs.each_ref().map(|run| run.last_provider().map(|(provider, _)| provider))),
        page: (0..longest).map(page).find(|(_, [a, b])| a != b),
    };
    let same = found.step.is_none() && found.outcome.is_none() && found.provider.is_none() && found.page.is_none();
    (!same).then_some(found)
}

/// Both, where they are not the same.
fn unlike<T: PartialEq>(both: [T; 2]) -> Option<[T; 2]> {
    let [a, b] = &both;
    (a != b).then_some(both)
}

/// The first step that is another one.
fn parting(a: &Run, b: &Run) -> Option<[Stand; 2]> {
    let [first, second] = [stands(a), stands(b)];
    let same = |a: &Stand, b: &Stand| (a.node, a.answer) == (b.node, b.answer);
    let longest = first.len().max(second.len());
    // A run that ends where the other goes on stands at its end.
    let at = |stands: &[Stand], number: usize| stands.get(number).or(stands.last()).copied();
    (0..longest).find_map(|number| {
        let (one, other) = (at(&first, number)?, at(&second, number)?);
        (!same(&one, &other)).then_some([one, other])
    })
}

fn stands(run: &Run) -> Vec<Stand> {
    let stand = |place: Place| {
        let step = run.step(place);
        let rule = step.map(|step| step.cause.rule).or_else(|| rule_at(run, place));
        Some(Stand { place, node: run.node(place)?, answer: step.map(|step| step.edge.answer()), rule })
    };
    run.places().into_iter().filter_map(stand).collect()
}
