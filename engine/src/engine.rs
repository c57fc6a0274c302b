//! The interpreter: stands on a node, finds its answer and the rule that justifies it, and moves along that edge.
//!
//! [`walk`] allocates nothing; [`replay`] adds the trace over the same `decide`, so the two cannot differ. There is no clock, no
//! randomness, no input or output, and no panic. What the documents say about each node is in the submodules.

mod consent;
mod discovery;
mod effect;
mod fallback;
mod sign_in;
mod way_in;

use std::sync::Arc;

use crate::act::{Act, Prompt};
use crate::design::{Design, Edition, IdentityProvider};
use crate::flow::{Answer, Edge, Flow, NewAccount, Node, Outcome};
use crate::guest::{Guest, WayIn};
use crate::rules::Rule;
use crate::trace::{Cause, Chapter, Choice, Fact, Next, Run, Step, What};

/// What a decision may look at: one guest under one design. A million guests share a borrowed design.
#[derive(Clone, Copy, Debug)]
pub struct World<'a> {
    /// The settings of both sides.
    pub design: &'a Design,
    /// The guest.
    pub guest: &'a Guest,
}

/// What has been settled so far: small, and copied rather than shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The provider that accepted the invitation; `None` while it is pending. Kept between attempts.
    pub accepted_with: Option<IdentityProvider>,
    /// The work account that accepted. Kept between attempts.
    pub accepted_account: Option<Account>,
    /// Whether *Review permissions* was accepted. Kept between attempts.
    pub permissions_accepted: bool,
    /// How many terms of use were accepted, in order. Kept between attempts.
    pub terms_accepted: u16,
    /// An account that came to be on the way. Kept between attempts.
    pub created: Option<NewAccount>,
    /// Simulated minutes since the first attempt.
    pub minutes: u32,
    /// How the guest came this time.
    pub way_in: WayIn,
    /// Whether the link in the mail is really used this time.
    pub by_mail_link: bool,
    /// The work account that discovery found.
    pub account: Option<Account>,
    /// The federation that matched or was selected, by position.
    pub federation: Option<u16>,
    /// Whether the guest selected the provider without discovery.
    pub selected: bool,
    /// The provider that the guest was sent to.
    pub provider: Option<IdentityProvider>,
    /// When the newest passcode was sent.
    pub passcode_sent: Option<u32>,
}

/// A work account, by the positions of its home tenant and of the user in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Account {
    /// The home tenant.
    pub tenant: u16,
    /// The user; `None` for one that was created on the way.
    pub user: Option<u16>,
}

/// What a node has to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    /// The engine knows the answer.
    Is(Answer, Rule),
    /// A person decides.
    Ask(Prompt, Rule),
    /// There is nothing to decide: the attempt is over.
    Ends(Outcome),
}

/// One move of a walk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// The edge taken.
    pub edge: Edge,
    /// The rule that justifies it.
    pub rule: Rule,
    /// The act, where a person decided.
    pub act: Option<Act>,
}

/// How a walk stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// At an end of the flow.
    Ended(Outcome),
    /// At a prompt to which the person did nothing, or nothing that fits.
    Waiting(Prompt),
    /// At a node that has no edge for its answer. A law proves that this does not happen.
    NoEdge(Node, Answer),
}

/// Who wants to know what a decision looked at. The fast walk does not.
trait Look {
    fn saw(&mut self, what: What, value: impl FnOnce() -> String);
}

struct Blind;

impl Look for Blind {
    #[inline(always)]
    fn saw(&mut self, _: What, _: impl FnOnce() -> String) {}
}

struct Facts(Vec<Fact>);

impl Look for Facts {
    fn saw(&mut self, what: What, value: impl FnOnce() -> String) {
        self.0.push(Fact { what, value: value() });
    }
}

/// Takes one attempt from its start to where it ends or waits, calling `visit` for each move. Allocates nothing.
///
/// `person` answers prompts; `None` stops the walk there. The flow must be the one of the design's order and edition.
pub fn walk(
    world: World<'_>,
    flow: &Flow,
    mut person: impl FnMut(Prompt) -> Option<Act>,
    mut visit: impl FnMut(Move),
) -> (Ending, Progress) {
    let mut so_far = Progress::at_the_start(world.guest.way_in);
    let mut at = flow.start();
    loop {
        let (answer, rule, act) = match decide(world, at, &mut so_far, &mut Blind) {
            Verdict::Ends(outcome) => return (Ending::Ended(outcome), so_far),
            Verdict::Is(answer, rule) => (answer, rule, None),
            Verdict::Ask(prompt, rule) => {
                match person(prompt).filter(|act| prompt.takes(*act)).and_then(|act| Some((act, heed(act, at, &mut so_far)?))) {
                    Some((act, answer)) => (answer, rule, Some(act)),
                    None => return (Ending::Waiting(prompt), so_far),
                }
            }
        };
        let Some(edge) = flow.follow(at, answer) else {
            return (Ending::NoEdge(at, answer), so_far);
        };
        so_far.pass(edge);
        visit(Move { edge, rule, act });
        at = edge.to();
    }
}

/// Where discovery and everything before it leads: the first provider or end that a cooperative guest is sent to.
pub fn discover(world: World<'_>, flow: &Flow) -> Node {
    let mut so_far = Progress::at_the_start(world.guest.way_in);
    let mut at = flow.start();
    loop {
        if matches!(at, Node::SignIn(_) | Node::End(_) | Node::CreateAccount(_)) {
            return at;
        }
        let answer = match decide(world, at, &mut so_far, &mut Blind) {
            Verdict::Ends(_) => return at,
            Verdict::Is(answer, _) => answer,
            Verdict::Ask(prompt, _) => match prompt.cooperative().and_then(|act| heed(act, at, &mut so_far)) {
                Some(answer) => answer,
                None => return at,
            },
        };
        let Some(edge) = flow.follow(at, answer) else { return at };
        so_far.pass(edge);
        at = edge.to();
    }
}

/// Plays a guest's story to where it ends or waits, with trace, facts and effects.
pub fn replay(design: &Design, guest: &Guest, acts: &[Act]) -> Run {
    let flow = Arc::new(Flow::of(&design.resource_tenant.redemption_order, design.edition));
    replay_along(&flow, design, guest, acts)
}

/// [`replay`] along a flow that is drawn once for many guests. It must be the one of the design's order and edition.
pub fn replay_along(flow: &Arc<Flow>, design: &Design, guest: &Guest, acts: &[Act]) -> Run {
    let world = World { design, guest };
    let mut so_far = Progress::at_the_start(guest.way_in);
    let mut used = 0;
    let mut chapters = Vec::new();
    loop {
        let mut chapter = Chapter { way_in: so_far.way_in, at: flow.start(), flow: Arc::clone(flow), steps: Vec::new() };
        let next = play(world, acts, &mut used, &mut so_far, &mut chapter);
        let comes_again = match (&next, acts.get(used)) {
            (Next::Ended(_), Some(Act::TryAgain(way_in))) => Some(*way_in),
            _ => None,
        };
        chapters.push(chapter);
        match comes_again {
            Some(way_in) => {
                used += 1;
                so_far.start_again(way_in);
            }
            None => {
                let refused = (used < acts.len()).then_some(used);
                return Run { chapters, next, refused };
            }
        }
    }
}

/// Plays one chapter.
fn play(world: World<'_>, acts: &[Act], used: &mut usize, so_far: &mut Progress, chapter: &mut Chapter) -> Next {
    loop {
        let at = chapter.at;
        let mut facts = Facts(Vec::new());
        let (answer, rule, choice) = match decide(world, at, so_far, &mut facts) {
            Verdict::Ends(outcome) => return Next::Ended(outcome),
            Verdict::Is(answer, rule) => (answer, rule, None),
            Verdict::Ask(prompt, rule) => {
                let heeded =
                    acts.get(*used).filter(|act| prompt.takes(**act)).and_then(|act| Some((*act, heed(*act, at, so_far)?)));
                match heeded {
                    Some((act, answer)) => {
                        let position = *used;
                        *used += 1;
                        (answer, rule, Some(Choice { prompt, act, position }))
                    }
                    None => return Next::Person { prompt, rule, facts: facts.0 },
                }
            }
        };
        let Some(edge) = chapter.flow.follow(at, answer) else {
            return Next::NoEdge(at, answer);
        };
        so_far.pass(edge);
        let effects = effect::effects(world, edge, choice.map(|choice| choice.act), so_far);
        chapter.steps.push(Step { edge, cause: Cause { rule, choice }, facts: facts.0, effects });
        chapter.at = edge.to();
    }
}

/// The answer of a node, with its rule. One arm for each node; the families have a file each.
fn decide(world: World<'_>, at: Node, so_far: &mut Progress, look: &mut impl Look) -> Verdict {
    match at {
        Node::WayIn => way_in::way_in(world, so_far, look),
        Node::CommonEndpoint => way_in::common_endpoint(world, so_far, look),
        Node::SignInOptions => way_in::sign_in_options(world, look),
        Node::GuestLookup => way_in::guest_lookup(world, so_far, look),
        Node::GuestState => way_in::guest_state(so_far, look),
        Node::Primary(provider) => discovery::primary(world, provider, so_far, look),
        Node::AlsoMicrosoftAccount => discovery::also_microsoft_account(world, so_far, look),
        Node::AccountChoice => Verdict::Ask(Prompt::AccountChoice, Rule::GuestPicksAccount),
        Node::ExistingMicrosoftAccount => discovery::existing_microsoft_account(world, so_far, look),
        Node::PasscodeEnabled => fallback::passcode_enabled(world, look),
        Node::LiveSession => fallback::live_session(world, look),
        Node::CreationAllowed => fallback::creation_allowed(world, so_far, look),
        Node::DomainVerified => fallback::domain_verified(world, so_far, look),
        Node::UserInVerifiedTenant => fallback::user_in_verified_tenant(world, look),
        Node::JustInTimeCreation => fallback::just_in_time_creation(world, look),
        Node::ConsumerDomain => fallback::consumer_domain(world, look),
        Node::CreateAccount(_) => fallback::create_account(world, look),
        Node::SignIn(provider) => sign_in::sign_in(world, provider, so_far, look),
        Node::GuestMatch => consent::guest_match(world, so_far, look),
        Node::AutomaticRedemption => consent::automatic_redemption(world, so_far, look),
        Node::ReviewPermissions => consent::review_permissions(so_far, look),
        Node::TermsOfUse => consent::terms_of_use(world, so_far, look),
        Node::Accept => Verdict::Is(Answer::Yes, Rule::StateBecomesAccepted),
        Node::Redirect => consent::redirect(world, so_far, look),
        Node::End(outcome) => Verdict::Ends(outcome),
    }
}

/// The answer that an act gives at a node, once the prompt has taken it.
fn heed(act: Act, at: Node, so_far: &mut Progress) -> Option<Answer> {
    let passcode = IdentityProvider::EmailOneTimePasscode;
    Some(match act {
        Act::ChooseWorkAccount => Answer::Provider(IdentityProvider::AzureActiveDirectory),
        Act::ChoosePersonalAccount => Answer::Provider(IdentityProvider::MicrosoftAccount),
        Act::SignInWithAddress => Answer::Address,
        Act::SelectGoogle => {
            so_far.selected = true;
            Answer::Provider(IdentityProvider::Google)
        }
        Act::SelectFederation(position) => {
            so_far.selected = true;
            so_far.federation = Some(position);
            Answer::Provider(IdentityProvider::ExternalFederation)
        }
        Act::ContinueWithSession => Answer::Refused,
        Act::UseAnotherAccount => Answer::Provider(passcode),
        Act::EnterPasscode if so_far.passcode_expired() => Answer::Expired,
        Act::EnterPasscode => Answer::SignedIn,
        Act::EnterWrongPasscode => Answer::WrongPasscode,
        Act::ResendPasscode => {
            so_far.passcode_sent = Some(so_far.minutes);
            Answer::Resent
        }
        Act::Wait(minutes) => {
            so_far.minutes = so_far.minutes.saturating_add(minutes);
            Answer::Waited
        }
        Act::CreateAccount => {
            if let Node::CreateAccount(account) = at {
                so_far.created = Some(account);
            }
            Answer::Created
        }
        Act::Accept => {
            match at {
                Node::ReviewPermissions => so_far.permissions_accepted = true,
                _ => so_far.terms_accepted = so_far.terms_accepted.saturating_add(1),
            }
            Answer::Accepted
        }
        Act::Decline => Answer::Declined,
        Act::GiveUp => Answer::GaveUp,
        Act::TryAgain(_) => return None,
    })
}

impl Progress {
    fn at_the_start(way_in: WayIn) -> Self {
        Self {
            accepted_with: None,
            accepted_account: None,
            permissions_accepted: false,
            terms_accepted: 0,
            created: None,
            minutes: 0,
            way_in,
            by_mail_link: false,
            account: None,
            federation: None,
            selected: false,
            provider: None,
            passcode_sent: None,
        }
    }

    /// A new attempt: what was accepted or created stays, what this attempt settled goes.
    fn start_again(&mut self, way_in: WayIn) {
        *self = Self {
            accepted_with: self.accepted_with,
            accepted_account: self.accepted_account,
            permissions_accepted: self.permissions_accepted,
            terms_accepted: self.terms_accepted,
            created: self.created,
            minutes: self.minutes,
            ..Self::at_the_start(way_in)
        };
    }

    /// Notes what follows from a move for any node: the provider that the guest is sent to, and the acceptance.
    fn pass(&mut self, edge: Edge) {
        if let Node::SignIn(provider) = edge.to() {
            self.provider = Some(provider);
            if provider == IdentityProvider::EmailOneTimePasscode && self.passcode_sent.is_none() {
                self.passcode_sent = Some(self.minutes);
            }
        }
        if edge.from() == Node::Accept {
            self.accepted_with = self.provider;
            self.accepted_account = self.account.filter(|_| self.provider == Some(IdentityProvider::AzureActiveDirectory));
        }
    }

    /// The age of the newest passcode in minutes.
    fn passcode_age(&self) -> u32 {
        self.passcode_sent.map_or(0, |sent| self.minutes.saturating_sub(sent))
    }

    fn passcode_expired(&self) -> bool {
        self.passcode_age() >= crate::act::PASSCODE_LIFE_MINUTES
    }
}

impl World<'_> {
    fn edition(&self) -> Edition {
        self.design.edition
    }

    /// The name by which the guest is looked for: the invited address behind the mail link, otherwise what they type.
    fn name_used(&self, so_far: &Progress) -> &crate::address::EmailAddress {
        if so_far.by_mail_link { &self.guest.invited_email } else { self.guest.typed_name() }
    }
}

/// Yes or no.
fn yes_no(yes: bool) -> Answer {
    if yes { Answer::Yes } else { Answer::No }
}

/// A yes or no as the page shows it.
fn word(yes: bool) -> String {
    if yes { "yes".to_owned() } else { "no".to_owned() }
}
