//! Two designs side by side: what changes for one guest, and for every guest that they can tell apart.
//!
//! Which guests there are is found in `profiles.rs`; a row of the result is a claim about all of them only where that is complete.

use strum::{EnumCount, EnumIter, IntoEnumIterator, IntoStaticStr};

use super::course::Course;
use super::profiles::{Profile, Profiles};
use crate::engine::followed;
use crate::golden::{Side, Stand, apart};
use crate::screen::Screen;
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

/// The first difference between two runs of a guest in one sentence, with what the sides are called; `None` where both go the same way to
/// the same end. Steps are counted from 1 over all chapters.
pub fn first_difference(first: Side<'_>, second: Side<'_>, names: [&str; 2]) -> Option<String> {
    let found = apart(first, second)?;
    let [one, another] = names;
    let Some([a, b]) = found.step else {
        return found.page.map(|(number, [a, b])| {
            let page = |page: Option<Screen>| page.map_or("no page", wording::screen);
            format!("First difference at page {}: {one} shows “{}”, {another} shows “{}”.", number + 1, page(a), page(b))
        });
    };
    let run = followed(first.design, first.guest);
    let step = run.places().iter().take_while(|place| **place != a.place).count() + 1;
    let finds = |stand: Stand| stand.answer.map_or("nothing yet", |answer| wording::answer(stand.node, answer));
    Some(if a.node == b.node {
        let node = wording::node(a.node);
        format!("First difference at step {step}, {node}: {one} finds “{}”, {another} finds “{}”.", finds(a), finds(b))
    } else {
        let (a, b) = (wording::node(a.node), wording::node(b.node));
        format!("First difference at step {step}: {one} comes to {a}, {another} to {b}.")
    })
}
