//! Golden guests: what somebody expects of a guest, kept in the workspace and held against what happens now.
//!
//! An expectation is checked by playing the guest's story, and then what a guest does who wants in and makes no mistakes. Nothing
//! here decides: what comes is read off the run. What a scenario of the gallery expects is typed from the documents, in `presets`.

mod apart;
mod check;
mod ending;
mod report;

use serde::{Deserialize, Serialize};

use crate::design::{Design, IdentityProvider};
use crate::engine::followed;
use crate::guest::Guest;
use crate::screen::{Screen, screens};
use crate::workspace::Workspace;

pub use apart::{Apart, Side, Stand, apart};
pub use check::{Checked, Miss, Missed, check, failed};
pub use ending::{Ending, NoEnding};
pub use report::{
    CheckReport, CheckedExpectation, CheckedWorkspace, Compared, DiffReport, FirstDifference, GuestDiff, PageReport, SCHEMA,
    SettingDiff, StepReport, check_report, compare_designs, compare_workspaces,
};

/// What is expected of one guest of the workspace.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Expectation {
    /// The guest's display name. Of several guests with one name it is the first.
    pub guest: String,
    /// How it ends, or what it waits for.
    pub outcome: Ending,
    /// The provider that the guest is last sent to; left open where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider: Option<IdentityProvider>,
    /// The pages that are seen, in order, each once in a row; left open where there is none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub screens: Vec<Screen>,
    /// Why it is expected.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Expectation {
    /// What happens to a guest now, as what is expected from now on.
    pub fn of(design: &Design, guest: &Guest) -> Self {
        let run = followed(design, guest);
        Self {
            guest: guest.display_name.clone(),
            outcome: Ending::of(&run),
            provider: run.last_provider().map(|(provider, _)| provider),
            screens: screens(&run),
            note: String::new(),
        }
    }

    /// The guest it is about, by position.
    pub fn guest_in(&self, guests: &[Guest]) -> Option<usize> {
        guests.iter().position(|guest| guest.display_name == self.guest)
    }
}

impl Workspace {
    /// What is expected of a guest who has got another name is expected of the new name.
    pub(crate) fn follow_renamed_guests(&mut self, before: &Self) {
        if self.expectations.is_empty() || self.guests.len() != before.guests.len() {
            return;
        }
        for (old, new) in before.guests.iter().zip(&self.guests) {
            let still_there = || self.guests.iter().any(|guest| guest.display_name == old.display_name);
            if old.display_name != new.display_name && !still_there() {
                for expected in self.expectations.iter_mut().filter(|expected| expected.guest == old.display_name) {
                    expected.guest.clone_from(&new.display_name);
                }
            }
        }
    }

    /// Keeps what happens to these guests as what is expected of them, in place of what was; notes stay.
    pub fn keep_as_expected(&mut self, guests: impl IntoIterator<Item = usize>) {
        for number in guests {
            let Some(guest) = self.guests.get(number) else { continue };
            let kept = Expectation::of(&self.design, guest);
            match self.expectations.iter_mut().find(|known| known.guest == kept.guest) {
                Some(known) => *known = Expectation { note: std::mem::take(&mut known.note), ..kept },
                None => self.expectations.push(kept),
            }
        }
    }
}
