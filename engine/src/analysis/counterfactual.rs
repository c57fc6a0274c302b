//! What would have to change for a guest to come to a node, an end or a provider: the smallest sets of changes, and who can make them.
//!
//! Every set is tried by playing the changed scenario. The guest makes no mistakes and chooses what their story chooses; refusing a page is tried
//! where the goal is an end, because it leads nowhere else.

use strum::IntoEnumIterator;

use super::assumption::{Assumption, Case, Maker, Met, Player};
use super::course::Refusal;
use super::search::{self, Progress, smallest};
use crate::design::IdentityProvider;
use crate::flow::{Node, Outcome};
use crate::wording::Who;

/// How many changes a set may have.
pub const MOST_CHANGES: usize = 3;

/// What is to be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// The guest comes to a node.
    Node(Node),
    /// The last attempt ends like this.
    Outcome(Outcome),
    /// The guest comes in by this provider.
    Provider(IdentityProvider),
    /// The guest comes in.
    In,
}

/// A set of changes that leads there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// The changes.
    pub changes: Vec<Assumption>,
}

/// The ways to a goal, by who can go them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ways {
    /// Whether the goal is reached as it is.
    pub reached: bool,
    /// For each party the smallest sets that this party can make alone; without an entry where there is none.
    pub alone: Vec<(Who, Vec<Way>)>,
    /// The smallest sets for which several parties are needed, where no party can do it alone.
    pub together: Vec<Way>,
}

impl Goal {
    /// Whether a case reaches it.
    pub fn is_met(self, met: &Met) -> bool {
        let last = met.courses.last();
        match self {
            Self::Node(node) => met.edges.iter().any(|edge| edge.from() == node || edge.to() == node),
            Self::Outcome(outcome) => last.is_some_and(|course| course.finish == super::course::Finish::Ended(outcome)),
            Self::Provider(provider) => last.is_some_and(|course| course.is_in() && course.provider == Some(provider)),
            Self::In => last.is_some_and(|course| course.is_in()),
        }
    }
}

impl Way {
    /// The scenario with the changes.
    pub fn made(&self, case: &Case) -> Option<Case> {
        self.changes.iter().try_fold(case.clone(), |case, change| change.made(&case))
    }
}

/// The ways to a goal. `tell` is told how many of at most how many sets have been looked at.
pub fn ways(case: &Case, goal: Goal, mut tell: impl FnMut(usize, usize)) -> Ways {
    let mut player = Player::default();
    if goal.is_met(&player.play(case)) {
        return Ways { reached: true, alone: Vec::new(), together: Vec::new() };
    }
    let mut deeds = Assumption::deeds(case);
    if matches!(goal, Goal::Outcome(_)) {
        deeds.extend(Refusal::iter().map(Assumption::Refuses));
    }
    let of_one_party = [Who::OurAdmin, Who::PartnerAdmin, Who::Guest].map(|who| {
        let own: Vec<Assumption> = deeds.iter().copied().filter(|deed| deed.who() == who).collect();
        (who, own)
    });
    let count = |deeds: &[Assumption]| search::sets(deeds.len(), MOST_CHANGES);
    let mut before = 0;
    let mut progress = Progress::new(of_one_party.iter().map(|(_, own)| count(own)).sum::<usize>() + count(&deeds), &mut tell);
    let mut alone = Vec::new();
    for (who, own) in &of_one_party {
        let found = sets(case, own, goal, &mut player, &mut progress);
        before += count(own);
        progress.reach(before);
        if !found.is_empty() {
            alone.push((*who, found));
        }
    }
    let together = if alone.is_empty() { sets(case, &deeds, goal, &mut player, &mut progress) } else { Vec::new() };
    Ways { reached: false, alone, together }
}

fn sets(case: &Case, deeds: &[Assumption], goal: Goal, player: &mut Player, progress: &mut Progress<'_>) -> Vec<Way> {
    let chosen = |set: &[usize]| -> Vec<Assumption> { set.iter().filter_map(|position| deeds.get(*position)).copied().collect() };
    let mut maker = Maker::new(case, deeds);
    let found = smallest(deeds.len(), MOST_CHANGES, |set| {
        progress.one();
        maker.made(set).is_some_and(|changed| goal.is_met(&player.play(changed)))
    });
    found.iter().map(|set| Way { changes: chosen(set) }).collect()
}
