//! *The guest says …*: the smallest sets of facts and settings under which a guest meets a symptom.
//!
//! The scenario at hand is where the search starts; what is known of the guest is part of it, everything else may be otherwise. The guest
//! stays the one who is invited: what only another guest can meet is looked for from plain guests of other addresses.
//! Symptoms and their causes are in `diagnosis`; a symptom that the model does not end in is not found here.

use super::aspect::Aspect;
use super::assumption::{Assumption, Case, Maker, Player};
use super::search::{self, Progress, of_size};
use crate::address::EmailAddress;
use crate::diagnosis::Symptom;
use crate::flow::{Node, Outcome};
use crate::guest::{Guest, Person, TargetApp, WayIn};

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

/// Guests of whom nothing is known but what is known of this one, under the same design: of a mail domain that no tenant has, of Google
/// Mail, and of an organization, who opens an application. Whoever stands in the scenario may be none of them.
pub fn plain_guests(case: &Case, known: &[Aspect]) -> Vec<Case> {
    let invited = |address: &str| {
        let address = EmailAddress::parse(address).ok()?;
        let person = Person { google_account: Some(address.clone()), ..Person::default() };
        Some(Guest { person, ..Guest::invited("Another guest", address) })
    };
    let somebody = invited("guest@elsewhere.example");
    let at_an_app =
        somebody.clone().map(|guest| Guest { way_in: WayIn::DirectLink, target_app: TargetApp::MultitenantApp, ..guest });
    let guests = [somebody, invited("guest@gmail.com"), at_an_app].into_iter().flatten();
    guests.map(|guest| known.iter().fold(Case::of(&case.design, &guest), |plain, aspect| case.lent(*aspect, plain))).collect()
}

/// The smallest sets of assumptions under which a guest meets the complaint. What is known stays as it is. `tell` is told
/// how many of at most how many sets have been looked at.
pub fn explanations(case: &Case, complaint: Complaint, known: &[Aspect], tell: impl FnMut(usize, usize)) -> Vec<Explanation> {
    first_explained(std::slice::from_ref(case), complaint, known, tell).map(|(_, found)| found).unwrap_or_default()
}

/// The first of some guests whom the fewest assumptions explain, by position, with these explanations.
pub fn first_explained(
    cases: &[Case],
    complaint: Complaint,
    known: &[Aspect],
    mut tell: impl FnMut(usize, usize),
) -> Option<(usize, Vec<Explanation>)> {
    let mut player = Player::default();
    let is_open = |assumption: &Assumption| !matches!(assumption, Assumption::Fact(aspect, _) if known.contains(aspect));
    for (position, case) in cases.iter().enumerate() {
        if let Some(outcome) = complaint.is_met(case, &mut player) {
            return Some((position, vec![Explanation { assumptions: Vec::new(), outcome }]));
        }
    }
    let all: Vec<Vec<Assumption>> =
        cases.iter().map(|case| Assumption::all(case).into_iter().filter(is_open).collect()).collect();
    let sets = all.iter().map(|all| search::sets(all.len(), MOST_ASSUMPTIONS)).sum();
    let mut progress = Progress::new(sets, &mut tell);
    for size in 1..=MOST_ASSUMPTIONS {
        for (position, (case, all)) in cases.iter().zip(&all).enumerate() {
            let mut maker = Maker::new(case, all);
            let mut outcomes = Vec::new();
            let found = of_size(all.len(), size, |set| {
                progress.one();
                let outcome = maker.made(set).and_then(|case| complaint.is_met(case, &mut player));
                outcomes.extend(outcome);
                outcome.is_some()
            });
            if !found.is_empty() {
                let chosen = |set: &[usize]| set.iter().filter_map(|position| all.get(*position)).copied().collect();
                let explained = found.iter().zip(outcomes);
                let explained = explained.map(|(set, outcome)| Explanation { assumptions: chosen(set), outcome });
                return Some((position, explained.collect()));
            }
        }
    }
    None
}
