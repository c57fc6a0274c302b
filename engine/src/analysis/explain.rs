//! *The guest says …*: the smallest sets of facts and settings under which a guest meets a symptom.
//!
//! The scenario at hand is where the search starts; what is known of the guest is part of it, everything else may be otherwise.
//! Symptoms and their causes are in `diagnosis`; a symptom that the model does not end in is not found here.

use super::aspect::Aspect;
use super::assumption::{Assumption, Case, Maker, Player};
use super::search::{self, Progress, smallest};
use crate::diagnosis::Symptom;
use crate::flow::{Node, Outcome};

/// How many assumptions an explanation may have.
pub const MOST_ASSUMPTIONS: usize = 3;

/// What is said of an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Complaint {
    /// A symptom of the table.
    Symptom(&'static Symptom),
    /// A page is seen that was not expected.
    Asked(Node),
    /// An attempt ends like this.
    Ends(Outcome),
}

/// A set of assumptions under which it happens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// What is assumed; nothing where it happens as the scenario is.
    pub assumptions: Vec<Assumption>,
    /// How the last attempt ends.
    pub outcome: Option<Outcome>,
}

impl Complaint {
    /// Whether it can end like this.
    fn ends(self, outcome: Outcome) -> bool {
        match self {
            Self::Symptom(symptom) => symptom.causes_of(outcome).next().is_some(),
            Self::Ends(wanted) => wanted == outcome,
            Self::Asked(_) => false,
        }
    }

    /// How a case ends that meets it.
    fn is_met(self, case: &Case, player: &mut Player) -> Option<Option<Outcome>> {
        let met = player.play(case);
        let last = met.courses.last()?;
        let outcome = if let super::course::Finish::Ended(outcome) = last.finish { Some(outcome) } else { None };
        match self {
            Self::Asked(node) => met.edges.iter().any(|edge| edge.from() == node).then_some(outcome),
            Self::Symptom(_) | Self::Ends(_) => outcome.filter(|outcome| self.ends(*outcome)).map(Some),
        }
    }
}

/// The smallest sets of assumptions under which a guest meets the complaint. What is known stays as it is. `tell` is told
/// how many of at most how many sets have been looked at.
pub fn explanations(case: &Case, complaint: Complaint, known: &[Aspect], mut tell: impl FnMut(usize, usize)) -> Vec<Explanation> {
    let mut player = Player::default();
    if let Some(outcome) = complaint.is_met(case, &mut player) {
        return vec![Explanation { assumptions: Vec::new(), outcome }];
    }
    let is_open = |assumption: &Assumption| !matches!(assumption, Assumption::Fact(aspect, _) if known.contains(aspect));
    let all: Vec<Assumption> = Assumption::all(case).into_iter().filter(is_open).collect();
    let chosen = |set: &[usize]| -> Vec<Assumption> { set.iter().filter_map(|position| all.get(*position)).copied().collect() };
    let mut maker = Maker::new(case, &all);
    let mut outcomes = Vec::new();
    let mut progress = Progress::new(search::sets(all.len(), MOST_ASSUMPTIONS), &mut tell);
    let found = smallest(all.len(), MOST_ASSUMPTIONS, |set| {
        progress.one();
        let outcome = maker.made(set).and_then(|case| complaint.is_met(case, &mut player));
        outcomes.extend(outcome);
        outcome.is_some()
    });
    found.iter().zip(outcomes).map(|(set, outcome)| Explanation { assumptions: chosen(set), outcome }).collect()
}
