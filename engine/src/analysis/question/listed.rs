//! Questions that are asked of the people of a list in place of every kind of guest.
//!
//! What is found in a design stays a claim about everybody; only how many of the list it concerns is counted.

use super::message::{Answer, Question, Wanted};
use super::{position, requirement, told_finding, told_group, told_heat, told_row};
use crate::analysis::heat::Heat;
use crate::analysis::lint::{Finding, Kind, LockedOut, lint, locked_out, locked_out_of_list, no_way_in_of_list};
use crate::analysis::orders::{Alike, Requirement, Row, Variation, ranked};
use crate::analysis::population::Population;
use crate::analysis::population::kinds::{Kinds, Played};
use crate::design::Design;

/// What becomes of a list under every order, kept so that another requirement does not play it again.
#[derive(Clone, Debug)]
pub struct Tried {
    design: Design,
    kinds: Kinds,
    played: Played,
}

impl Tried {
    fn of(design: &Design, list: &Population, mut progress: impl FnMut(usize, usize)) -> Self {
        let designs: Vec<Design> = Variation::all().into_iter().map(|variation| variation.made(design)).collect();
        // An order, a passcode or Google tells no two addresses apart that the design does not.
        let kinds = list.kinds(vec![design.clone()], &mut progress);
        let played = kinds.play(&designs, progress);
        Self { design: design.clone(), kinds, played }
    }

    fn rows(&self) -> Vec<Row> {
        let alike = self.kinds.iter().zip(self.played.fates()).map(|(kind, fates)| Alike { fates, guests: kind.rows });
        ranked(alike, &self.design)
    }

    fn meets(&self, list: &Population, position: usize, now: usize, requirement: &Requirement) -> bool {
        let fates: Vec<_> = self.played.fates().collect();
        match requirement {
            Requirement::SignsInAt(domain, _) => {
                let theirs = self.kinds.of_domain(list, domain).filter_map(|kind| fates.get(kind).copied());
                requirement.is_met(theirs, position, now)
            }
            _ => requirement.is_met(fates.iter().copied(), position, now),
        }
    }
}

/// Answers a question about a list. `tried` is what was played for the question before, and is kept for the next one; `progress` is told how
/// much of how much is done.
pub fn answer_of_list(
    question: &Question,
    list: &Population,
    tried: &mut Option<Tried>,
    mut progress: impl FnMut(usize, usize),
) -> Answer {
    match question {
        Question::Orders { design, requirements } => {
            let before = tried.take().filter(|tried| tried.design == **design);
            let tried = tried.insert(before.unwrap_or_else(|| Tried::of(design, list, progress)));
            orders(tried, list, requirements)
        }
        Question::Heat { design } => {
            let kinds = list.kinds(vec![(**design).clone()], &mut progress);
            let played = kinds.play(std::slice::from_ref(&**design), progress);
            told_heat(&Heat::of_list(&kinds, &played), design)
        }
        Question::Lint { design, planned } => found(list, design, planned.as_deref(), progress),
        Question::Compare { .. } | Question::Ways { .. } | Question::Affected { .. } | Question::Explain { .. } => {
            Answer::Failed { reason: "this cannot be asked of a list".to_owned() }
        }
    }
}

fn orders(tried: &Tried, list: &Population, wanted: &[Wanted]) -> Answer {
    let now = position(Variation::of(&tried.design));
    let requirements: Vec<Requirement> = wanted.iter().map(requirement).collect();
    let meets = |row: &Row| requirements.iter().all(|requirement| tried.meets(list, row.position, now, requirement));
    let rows = tried.rows().into_iter().map(|row| told_row(meets(&row), row, &tried.design)).collect();
    Answer::Orders { profiles: tried.kinds.len(), complete: true, rows }
}

fn found(list: &Population, design: &Design, planned: Option<&Design>, mut progress: impl FnMut(usize, usize)) -> Answer {
    let designs: Vec<Design> = std::iter::once(design).chain(planned).cloned().collect();
    let kinds = list.kinds(designs, &mut progress);
    let played = kinds.play(std::slice::from_ref(design), progress);
    let (profiles, found) = lint(design);
    let tell = |finding: Finding| {
        let listed = (finding.kind == Kind::NoWayIn).then(|| no_way_in_of_list(&kinds, &played));
        let mut told = told_finding(finding, &profiles, design);
        told.listed = listed;
        told
    };
    let findings = found.into_iter().map(tell).collect();
    let locked_out = planned.map_or_else(Vec::new, |planned| {
        let (profiles, groups) = locked_out(design, planned);
        let counted = locked_out_of_list(&kinds, design, planned);
        let tell = |group: LockedOut| {
            let listed = counted.iter().find(|(of, _)| *of == (group.provider, group.finish)).map(|(_, range)| *range);
            let mut told = told_group(group, &profiles, [design, planned]);
            told.listed = Some(listed.unwrap_or_default());
            told
        };
        groups.into_iter().map(tell).collect()
    });
    Answer::Lint { profiles: profiles.len(), findings, locked_out }
}
