//! Two designs side by side: what changes for one guest, and for every guest that they can tell apart.
//!
//! Which guests there are is found in `profiles.rs`; a row of the result is a claim about all of them only where that is complete.

use strum::{EnumCount, EnumIter, IntoEnumIterator, IntoStaticStr};

use super::course::Course;
use super::profiles::{Profile, Profiles};
use crate::flow::Edge;
use crate::trace::{Run, Step};
use crate::wording;

/// What becomes of a guest under the second design, measured by the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, EnumCount, IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum Change {
    /// The guest came in and does not any more.
    NowBlocked,
    /// The guest comes in and did not before.
    NowPossible,
    /// Another provider signs the guest in.
    DifferentProvider,
    /// The same provider, and more pages that ask for something.
    MorePrompts,
    /// The same provider, and fewer pages that ask for something.
    FewerPrompts,
    /// The same provider on another path.
    SameProvider,
    /// The same path.
    SamePath,
    /// It is not known, because not every guest was played.
    Unknown,
}

/// How many guests a change happens to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Class {
    /// The change.
    pub change: Change,
    /// How many profiles.
    pub count: usize,
    /// The plainest of them.
    pub example: Option<Profile>,
}

/// Where two runs part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parting {
    /// The number of the step, from 1, over all chapters.
    pub step: usize,
    /// The edge that the first run takes there; `None` where it has ended or waits.
    pub first: Option<Edge>,
    /// The edge that the second run takes there.
    pub second: Option<Edge>,
}

impl Change {
    /// What happens to a guest of these courses.
    pub fn between(first: Course, second: Course) -> Self {
        match (first.is_in(), second.is_in()) {
            (true, false) => return Self::NowBlocked,
            (false, true) => return Self::NowPossible,
            _ => {}
        }
        if first.path == second.path && first.finish == second.finish {
            Self::SamePath
        } else if first.provider != second.provider {
            Self::DifferentProvider
        } else {
            match second.prompts.cmp(&first.prompts) {
                std::cmp::Ordering::Greater => Self::MorePrompts,
                std::cmp::Ordering::Less => Self::FewerPrompts,
                std::cmp::Ordering::Equal => Self::SameProvider,
            }
        }
    }

    /// What the page calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::NowBlocked => "Now blocked",
            Self::NowPossible => "Now possible",
            Self::DifferentProvider => "Different provider",
            Self::MorePrompts => "More prompts",
            Self::FewerPrompts => "Fewer prompts",
            Self::SameProvider => "Same provider, different path",
            Self::SamePath => "Same path",
            Self::Unknown => "Unknown",
        }
    }

    /// What happens when the designs change places.
    pub fn turned(self) -> Self {
        match self {
            Self::NowBlocked => Self::NowPossible,
            Self::NowPossible => Self::NowBlocked,
            Self::MorePrompts => Self::FewerPrompts,
            Self::FewerPrompts => Self::MorePrompts,
            Self::DifferentProvider | Self::SameProvider | Self::SamePath | Self::Unknown => self,
        }
    }
}

/// The classes of change from one design of the profiles to another, those that hurt first; empty ones are left out.
pub fn classes(profiles: &Profiles, first: usize, second: usize) -> Vec<Class> {
    let change = |profile: &Profile| {
        let courses = profiles.courses(profile);
        match (courses.get(first), courses.get(second)) {
            (Some(first), Some(second)) => Change::between(*first, *second),
            _ => Change::Unknown,
        }
    };
    Change::iter()
        .filter_map(|wanted| {
            let members = || profiles.iter().filter(|profile| change(profile) == wanted);
            let count = members().count();
            (count > 0).then(|| Class { change: wanted, count, example: profiles.plainest(members()).copied() })
        })
        .collect()
}

/// Whether every guest behaves the same, and all of them were found.
pub fn is_proven_equal(profiles: &Profiles, classes: &[Class]) -> bool {
    profiles.is_complete() && classes.iter().all(|class| class.change == Change::SamePath)
}

/// Where two runs part; `None` where they take the same path to the same end.
pub fn parting(first: &Run, second: &Run) -> Option<Parting> {
    let edges = |run: &Run| run.chapters.iter().flat_map(|chapter| &chapter.steps).map(step_edge).collect::<Vec<_>>();
    let (first, second) = (edges(first), edges(second));
    let step = first.iter().zip(&second).take_while(|(one, another)| one == another).count();
    let (first, second) = (first.get(step).copied(), second.get(step).copied());
    // The answer is the same, and what is asked after it is not.
    let step = step
        + usize::from(
            first.zip(second).is_some_and(|(first, second)| (first.from(), first.answer()) == (second.from(), second.answer())),
        );
    (first.is_some() || second.is_some()).then_some(Parting { step: step + 1, first, second })
}

fn step_edge(step: &Step) -> Edge {
    step.edge
}

impl Parting {
    /// The first difference in one sentence, with what the designs are called.
    pub fn sentence(&self, names: [&str; 2]) -> String {
        let [one, another] = names;
        let step = self.step;
        let answer = |edge: Edge| wording::answer(edge.from(), edge.answer());
        match (self.first, self.second) {
            (Some(first), Some(second)) if first.from() == second.from() && first.answer() == second.answer() => format!(
                "First difference at step {step}: {one} asks {}, {another} asks {}.",
                wording::node(first.to()),
                wording::node(second.to())
            ),
            (Some(first), Some(second)) if first.from() == second.from() => format!(
                "First difference at step {step}, {}: {one} finds “{}”, {another} finds “{}”.",
                wording::node(first.from()),
                answer(first),
                answer(second)
            ),
            (Some(first), Some(second)) => format!(
                "First difference at step {step}: {one} asks {}, {another} asks {}.",
                wording::node(first.from()),
                wording::node(second.from())
            ),
            (Some(first), None) => {
                format!("First difference at step {step}: {one} goes on to {}, {another} does not.", wording::node(first.from()))
            }
            (None, Some(second)) => {
                format!("First difference at step {step}: {another} goes on to {}, {one} does not.", wording::node(second.from()))
            }
            (None, None) => "There is no difference.".to_owned(),
        }
    }
}
