//! The course of one guest under one design, from the invitation to where it ends: short enough to be kept for a million guests.
//!
//! The guest wants in and makes no mistakes; what is left to them is their [`Manner`]. How it is explained is for a replay to show.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::act::{Act, Prompt};
use crate::design::{Design, IdentityProvider};
use crate::engine::{Ending, Look, Move, World, journey_seen};
use crate::flow::{Answer, Edge, Flow, NewAccount, Node, Outcome, OutcomeKind};
use crate::guest::Guest;

/// What a guest does where somebody who wants in may do this or that.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Manner {
    /// Takes the personal account where two accounts have the same name.
    #[serde(default)]
    pub personal_account: bool,
    /// What is selected among the sign-in options of a common endpoint.
    #[serde(default)]
    pub option: SignInOption,
}

/// What is selected among the sign-in options of a common endpoint.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum SignInOption {
    /// The guest types an address.
    #[default]
    Address,
    /// Google, where it is offered.
    Google,
    /// The federation of the invited domain, otherwise the first, where there is one.
    Federation,
}

/// Where a course ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Finish {
    /// At an end of the flow.
    Ended(Outcome),
    /// At the passcode page: the guest cannot read the mail.
    NoPasscode,
    /// Where an account is to be created: the guest cannot read the mail that proves the address.
    NoProof,
    /// At another page on which nothing helps.
    Stuck,
}

/// The number of a path among those that a [`Paths`] has met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PathNumber(u32);

impl PathNumber {
    /// No path: for courses of which only the result counts.
    pub(super) const NONE: Self = Self(u32::MAX);
}

/// What becomes of a guest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Course {
    /// Where it ends.
    pub finish: Finish,
    /// The provider that the guest was sent to last.
    pub provider: Option<IdentityProvider>,
    /// The account that the guest had to create.
    pub new_account: Option<NewAccount>,
    /// How many pages asked the guest for something: sign-ins, codes, choices, consents.
    pub prompts: u8,
    /// The edges taken.
    pub path: PathNumber,
}

/// The paths met so far. Equal paths have equal numbers, whichever design they belong to.
#[derive(Clone, Debug, Default)]
pub struct Paths {
    numbers: HashMap<Box<[Edge]>, u32>,
    walked: Vec<Edge>,
}

/// A design with its flow, ready for many guests.
#[derive(Clone, Debug)]
pub struct Walker {
    /// The design.
    pub design: Design,
    /// Its flow.
    pub flow: Flow,
}

/// Somebody who does not want to know what was looked at.
pub(crate) struct NotLooking;

impl Look for NotLooking {
    fn saw(&mut self, _: crate::trace::What, _: impl FnOnce() -> &'static str) {}

    fn read<V: Into<smol_str::SmolStr>>(&mut self, _: crate::trace::What, _: impl FnOnce() -> V) {}
}

impl Finish {
    /// Whether the guest is in.
    pub fn is_in(self) -> bool {
        matches!(self, Self::Ended(outcome) if outcome.kind() == OutcomeKind::In)
    }

    /// What the page calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ended(outcome) => crate::wording::outcome(outcome),
            Self::NoPasscode => "Waits for a passcode that the guest cannot read",
            Self::NoProof => "Waits for a code that proves the address, which the guest cannot read",
            Self::Stuck => "Waits on a page where nothing helps",
        }
    }

    /// The stable name.
    pub fn id(self) -> &'static str {
        match self {
            Self::Ended(outcome) => outcome.id(),
            Self::NoPasscode => "waits:passcode",
            Self::NoProof => "waits:createAccount",
            Self::Stuck => "waits",
        }
    }
}

impl Course {
    /// Whether the guest is in.
    pub fn is_in(self) -> bool {
        self.finish.is_in()
    }
}

impl Paths {
    /// The edges of the path walked last.
    pub fn last(&self) -> &[Edge] {
        &self.walked
    }

    /// Whether the guest walked last was asked to choose between two accounts.
    pub(super) fn chose_an_account(&self) -> bool {
        self.walked.iter().any(|edge| edge.from() == Node::AccountChoice)
    }

    fn number(&mut self) -> PathNumber {
        if let Some(number) = self.numbers.get(self.walked.as_slice()) {
            return PathNumber(*number);
        }
        let number = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
        self.numbers.insert(self.walked.as_slice().into(), number);
        PathNumber(number)
    }
}

impl Walker {
    /// A design and its flow.
    pub fn new(design: Design) -> Self {
        let flow = Flow::of(&design.resource_tenant.redemption_order, design.edition);
        Self { design, flow }
    }

    /// The course of a guest.
    pub fn course(&self, guest: &Guest, manner: Manner, paths: &mut Paths) -> Course {
        self.seen(guest, manner, paths, &mut NotLooking)
    }

    /// The course of a guest, with somebody who wants to know what the decisions looked at.
    pub(crate) fn seen(&self, guest: &Guest, manner: Manner, paths: &mut Paths, look: &mut impl Look) -> Course {
        let world = World { design: &self.design, guest };
        let (mut provider, mut new_account, mut prompts) = (None, None, 0_u8);
        let walked = &mut paths.walked;
        walked.clear();
        let visit = |step: Move| {
            walked.push(step.edge);
            match step.edge.from() {
                Node::SignIn(used) => {
                    provider = Some(used);
                    prompts = prompts.saturating_add(u8::from(step.act.is_none()));
                }
                Node::CreateAccount(account) if step.edge.answer() == Answer::Created => new_account = Some(account),
                _ => {}
            }
            prompts = prompts.saturating_add(u8::from(step.act.is_some()));
        };
        let (ending, so_far) = journey_seen(world, &self.flow, |prompt| manner.act(prompt, world), visit, look);
        let finish = match ending {
            Ending::Ended(outcome) => Finish::Ended(outcome),
            Ending::Waiting(Prompt::Passcode { .. }) => {
                provider = so_far.provider;
                Finish::NoPasscode
            }
            Ending::Waiting(Prompt::CreateAccount { .. }) => Finish::NoProof,
            Ending::Waiting(_) | Ending::NoEdge(..) => Finish::Stuck,
        };
        Course { finish, provider, new_account, prompts, path: paths.number() }
    }
}

impl Manner {
    /// What the guest does at a prompt.
    pub fn act(self, prompt: Prompt, world: World<'_>) -> Option<Act> {
        match prompt {
            Prompt::AccountChoice if self.personal_account => Some(Act::ChoosePersonalAccount),
            Prompt::SignInOptions { google: true, .. } if self.option == SignInOption::Google => Some(Act::SelectGoogle),
            Prompt::SignInOptions { federations: 1.., .. } if self.option == SignInOption::Federation => {
                let domain = world.guest.invited_email.domain();
                let federations = &world.design.resource_tenant.federations;
                let own = federations.iter().position(|federation| federation.covers(domain)).unwrap_or_default();
                Some(Act::SelectFederation(u16::try_from(own).unwrap_or_default()))
            }
            _ => prompt.cooperative(),
        }
    }
}
