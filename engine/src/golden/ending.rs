//! How a run stands at the end, by its stable name: an outcome, or the question that no guest can answer.

use serde::{Deserialize, Serialize};
use strum::IntoEnumIterator;

use crate::act::PromptKind;
use crate::document::shorten;
use crate::flow::Outcome;
use crate::trace::{Next, Run};
use crate::wording;

/// An outcome, or what a run waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "&'static str")]
pub struct Ending(Known);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Known {
    Ends(Outcome),
    Waits(PromptKind),
    /// The flow has no edge; a law proves that this does not happen.
    Nowhere,
}

/// A text that names neither an outcome nor what a run waits for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is neither the name of an outcome nor of what a run waits for")]
pub struct NoEnding(String);

impl Ending {
    /// How a run ends.
    pub fn of(run: &Run) -> Self {
        Self(match &run.next {
            Next::Ended(outcome) => Known::Ends(*outcome),
            Next::Person { prompt, .. } => Known::Waits(PromptKind::from(*prompt)),
            Next::NoEdge(..) => Known::Nowhere,
        })
    }

    /// Every ending that can be expected.
    pub fn all() -> impl Iterator<Item = Self> {
        let ends = Outcome::iter().map(Known::Ends);
        ends.chain(PromptKind::iter().map(Known::Waits)).chain([Known::Nowhere]).map(Self)
    }

    /// The stable name: that of the outcome, or of what it waits for.
    pub fn id(self) -> &'static str {
        match self.0 {
            Known::Ends(outcome) => outcome.id(),
            Known::Waits(prompt) => prompt.into(),
            Known::Nowhere => "nowhere",
        }
    }

    /// The outcome; `None` where it waits.
    pub fn outcome(self) -> Option<Outcome> {
        match self.0 {
            Known::Ends(outcome) => Some(outcome),
            Known::Waits(_) | Known::Nowhere => None,
        }
    }

    /// In words.
    pub fn words(self) -> &'static str {
        match self.0 {
            Known::Ends(outcome) => wording::outcome(outcome),
            Known::Waits(prompt) => wording::waits(prompt),
            Known::Nowhere => "No rule for this case",
        }
    }
}

impl From<Outcome> for Ending {
    fn from(outcome: Outcome) -> Self {
        Self(Known::Ends(outcome))
    }
}

impl From<Ending> for &'static str {
    fn from(ending: Ending) -> Self {
        ending.id()
    }
}

impl TryFrom<String> for Ending {
    type Error = NoEnding;

    fn try_from(name: String) -> Result<Self, NoEnding> {
        Self::all().find(|ending| ending.id() == name).ok_or_else(|| NoEnding(shorten(&name)))
    }
}
