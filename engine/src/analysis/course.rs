//! The course of one guest under one design, from the invitation to where it ends: short enough to be kept for a million guests.
//!
//! The guest wants in and makes no mistakes; what is left to them is their [`Manner`]. How it is explained is for a replay to show.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use strum::EnumIter;

use super::origin::Origin;
use crate::act::{Act, Prompt};
use crate::design::{Design, IdentityProvider};
use crate::engine::{Ending, Look, Move, Progress, World, again, journey_seen};
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
    /// Where the guest does not go on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refusal: Option<Refusal>,
}

/// A page on which a guest stops of their own accord.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter)]
#[serde(rename_all = "camelCase")]
pub enum Refusal {
    /// Does not accept the permissions.
    Permissions,
    /// Does not accept the terms of use.
    Terms,
    /// Does not consent to the application.
    Application,
    /// Does not give the second factor.
    SecondFactor,
    /// Does not create the account that is offered.
    NewAccount,
    /// Does not enter the passcode.
    Passcode,
    /// Does not enter the device code.
    DeviceCode,
    /// Goes on with the work account that the browser is signed in with.
    OtherAccount,
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
    known: Vec<Box<[Edge]>>,
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

    /// The edges of a path.
    pub fn edges(&self, path: PathNumber) -> &[Edge] {
        usize::try_from(path.0).ok().and_then(|number| self.known.get(number)).map_or(&[], |edges| edges)
    }

    /// Whether the guest walked last was asked to choose between two accounts.
    pub(super) fn chose_an_account(&self) -> bool {
        self.walked.iter().any(|edge| edge.from() == Node::AccountChoice)
    }

    fn number(&mut self) -> PathNumber {
        if let Some(number) = self.numbers.get(self.walked.as_slice()) {
            return PathNumber(*number);
        }
        let number = u32::try_from(self.known.len()).unwrap_or(u32::MAX);
        self.known.push(self.walked.as_slice().into());
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

    /// The same with the tenant or the user behind an address.
    pub(super) fn settled(&self, origin: &Origin) -> Self {
        let mut settled = self.clone();
        origin.settle(&mut settled.design);
        settled
    }

    /// The course of a guest.
    pub fn course(&self, guest: &Guest, manner: Manner, paths: &mut Paths) -> Course {
        self.seen(guest, manner, paths, &mut NotLooking)
    }

    /// The course of a guest, with somebody who wants to know what the decisions looked at.
    pub(crate) fn seen(&self, guest: &Guest, manner: Manner, paths: &mut Paths, look: &mut impl Look) -> Course {
        let world = World { design: &self.design, guest };
        let mut tracks = Tracks::new(paths);
        let ended = journey_seen(world, &self.flow, |prompt| manner.act(prompt, world), |step| tracks.take(step), look);
        tracks.course(ended)
    }
}

/// The course of a guest, and what it leaves behind.
pub(super) fn first_attempt(world: World<'_>, flow: &Flow, manner: Manner, paths: &mut Paths) -> (Course, Progress) {
    let mut tracks = Tracks::new(paths);
    let ended = journey_seen(world, flow, |prompt| manner.act(prompt, world), |step| tracks.take(step), &mut NotLooking);
    (tracks.course(ended), ended.1)
}

/// Another attempt of a guest, after what an earlier one has left behind.
pub(super) fn next_attempt(world: World<'_>, flow: &Flow, manner: Manner, so_far: Progress, paths: &mut Paths) -> Course {
    let mut tracks = Tracks::new(paths);
    let ended = again(world, flow, so_far, |prompt| manner.act(prompt, world), |step| tracks.take(step));
    tracks.course(ended)
}

/// What is noted while a guest is walked.
struct Tracks<'a> {
    paths: &'a mut Paths,
    provider: Option<IdentityProvider>,
    new_account: Option<NewAccount>,
    prompts: u8,
}

impl<'a> Tracks<'a> {
    fn new(paths: &'a mut Paths) -> Self {
        paths.walked.clear();
        Self { paths, provider: None, new_account: None, prompts: 0 }
    }

    fn take(&mut self, step: Move) {
        self.paths.walked.push(step.edge);
        match step.edge.from() {
            Node::SignIn(used) => {
                self.provider = Some(used);
                self.prompts = self.prompts.saturating_add(u8::from(step.act.is_none()));
            }
            Node::CreateAccount(account) if step.edge.answer() == Answer::Created => self.new_account = Some(account),
            _ => {}
        }
        self.prompts = self.prompts.saturating_add(u8::from(step.act.is_some()));
    }

    fn course(self, (ending, so_far): (Ending, Progress)) -> Course {
        let mut provider = self.provider;
        let finish = match ending {
            Ending::Ended(outcome) => Finish::Ended(outcome),
            Ending::Waiting(Prompt::Passcode { .. }) => {
                provider = so_far.provider;
                Finish::NoPasscode
            }
            Ending::Waiting(Prompt::CreateAccount { .. }) => Finish::NoProof,
            Ending::Waiting(_) | Ending::NoEdge(..) => Finish::Stuck,
        };
        Course { finish, provider, new_account: self.new_account, prompts: self.prompts, path: self.paths.number() }
    }
}

impl Manner {
    /// What the guest does at a prompt.
    pub fn act(self, prompt: Prompt, world: World<'_>) -> Option<Act> {
        match prompt {
            refused if self.refusal.is_some_and(|refusal| refusal.is_at(refused)) => match refused {
                Prompt::ReviewPermissions | Prompt::TermsOfUse { .. } | Prompt::ApplicationConsent => Some(Act::Decline),
                Prompt::LiveSession => Some(Act::ContinueWithSession),
                _ => Some(Act::GiveUp),
            },
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

impl Manner {
    /// What a story shows of it: which account is chosen, and what is selected among the sign-in options.
    pub fn of(story: &[Act]) -> Self {
        let mut manner = Self::default();
        for act in story {
            match act {
                Act::ChoosePersonalAccount => manner.personal_account = true,
                Act::ChooseWorkAccount => manner.personal_account = false,
                Act::SelectGoogle => manner.option = SignInOption::Google,
                Act::SelectFederation(_) => manner.option = SignInOption::Federation,
                Act::SignInWithAddress => manner.option = SignInOption::Address,
                _ => {}
            }
        }
        manner
    }
}

impl Refusal {
    fn is_at(self, prompt: Prompt) -> bool {
        match self {
            Self::Permissions => prompt == Prompt::ReviewPermissions,
            Self::Terms => matches!(prompt, Prompt::TermsOfUse { .. }),
            Self::Application => prompt == Prompt::ApplicationConsent,
            Self::SecondFactor => matches!(prompt, Prompt::Multifactor { .. }),
            Self::NewAccount => matches!(prompt, Prompt::CreateAccount { .. }),
            Self::Passcode => matches!(prompt, Prompt::Passcode { .. }),
            Self::DeviceCode => prompt == Prompt::DeviceCode,
            Self::OtherAccount => prompt == Prompt::LiveSession,
        }
    }

    /// What the page says of it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Permissions => "The guest does not accept the permissions",
            Self::Terms => "The guest does not accept the terms of use",
            Self::Application => "The guest does not consent to the application",
            Self::SecondFactor => "The guest does not give the second factor",
            Self::NewAccount => "The guest does not create the account that is offered",
            Self::Passcode => "The guest does not enter the passcode",
            Self::DeviceCode => "The guest does not enter the device code",
            Self::OtherAccount => "The guest goes on with the account that the browser is signed in with",
        }
    }
}
