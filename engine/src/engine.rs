//! The interpreter: stands on a node, finds its answer and the rule that justifies it, and moves along that edge.
//!
//! [`walk`] allocates nothing; [`replay()`] adds the trace over the same `decide`, so the two cannot differ. There is no clock, no
//! randomness, no input or output, and no panic. What the documents say about each node is in the submodules.

mod access;
mod arrival;
mod change;
mod conditional_access;
mod consent;
mod discovery;
mod effect;
mod fallback;
mod invitation;
mod lifecycle;
mod link;
mod offer;
mod progress;
mod replay;
mod session;
mod sign_in;
mod terms;
mod way_in;
mod what_if;

#[cfg(test)]
mod tests;

use smol_str::SmolStr;

use crate::act::{Act, Begins, Prompt};
use crate::design::{Design, Edition, HomeTenant, IdentityProvider};
use crate::flow::{Answer, Edge, Flow, Node, Outcome};
use crate::guest::Guest;
use crate::rules::Rule;
use crate::trace::{Fact, Facts, What};

pub(crate) use fallback::is_consumer_domain;
pub(crate) use invitation::{is_forbidden_in_address, may_invite};
pub(crate) use offer::alternatives;
pub use offer::{in_force, possible_changes};
pub use progress::{Account, GuestObject, Link, Progress, SignInSession};
pub use replay::{replay, replay_along};
pub use what_if::{Edit, Turn, followed, turns};

/// What a decision may look at: one guest under one design. A million guests share a borrowed design.
#[derive(Clone, Copy, Debug)]
pub struct World<'a> {
    /// The settings of both sides.
    pub design: &'a Design,
    /// The guest.
    pub guest: &'a Guest,
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
pub(crate) trait Look {
    /// A value that is one of a few words.
    fn saw(&mut self, what: What, word: impl FnOnce() -> &'static str);

    /// A value that stands in the design or with the guest.
    fn read<V: Into<SmolStr>>(&mut self, what: What, text: impl FnOnce() -> V);
}

struct Blind;

impl Look for Blind {
    #[inline(always)]
    fn saw(&mut self, _: What, _: impl FnOnce() -> &'static str) {}

    #[inline(always)]
    fn read<V: Into<SmolStr>>(&mut self, _: What, _: impl FnOnce() -> V) {}
}

impl Look for Facts {
    fn saw(&mut self, what: What, word: impl FnOnce() -> &'static str) {
        self.push(Fact { what, value: SmolStr::new_static(word()) });
    }

    fn read<V: Into<SmolStr>>(&mut self, what: What, text: impl FnOnce() -> V) {
        self.push(Fact { what, value: text().into() });
    }
}

/// Takes the first attempt of an invited guest from its start to where it ends or waits, calling `visit` for each move.
/// Allocates nothing.
///
/// `person` answers prompts; `None` stops the walk there. The flow must be the one of the design's order and edition.
pub fn walk(
    world: World<'_>,
    flow: &Flow,
    person: impl FnMut(Prompt) -> Option<Act>,
    visit: impl FnMut(Move),
) -> (Ending, Progress) {
    go(world, flow, flow.start(), Progress::invited(world), person, visit, &mut Blind)
}

/// Takes an invitation through its gates, calling `visit` for each move. Allocates nothing.
pub fn invite(world: World<'_>, flow: &Flow, visit: impl FnMut(Move)) -> (Ending, Progress) {
    let entry = flow.entry(Begins::Invitation);
    go(world, flow, entry, Progress::before_the_invitation(world.guest.way_in), |_| None, visit, &mut Blind)
}

/// [`invite`] and, where that succeeds, [`walk`]: a whole journey. Who has redeemed for a fact is not invited. Allocates nothing.
pub fn journey(
    world: World<'_>,
    flow: &Flow,
    person: impl FnMut(Prompt) -> Option<Act>,
    visit: impl FnMut(Move),
) -> (Ending, Progress) {
    journey_seen(world, flow, person, visit, &mut Blind)
}

/// [`journey`], with somebody who wants to know what the decisions looked at.
pub(crate) fn journey_seen(
    world: World<'_>,
    flow: &Flow,
    person: impl FnMut(Prompt) -> Option<Act>,
    mut visit: impl FnMut(Move),
    look: &mut impl Look,
) -> (Ending, Progress) {
    if let Some(so_far) = Progress::redeemed(world) {
        return go(world, flow, flow.start(), so_far, person, visit, look);
    }
    let before = Progress::before_the_invitation(world.guest.way_in);
    match go(world, flow, flow.entry(Begins::Invitation), before, |_| None, &mut visit, look) {
        (Ending::Ended(Outcome::Invited), mut so_far) => {
            so_far.begin_attempt(world.guest.way_in, None);
            go(world, flow, flow.start(), so_far, person, visit, look)
        }
        refused => refused,
    }
}

/// Another attempt of a guest, by the same way in, after what an earlier one has left behind; the settings may be others by now.
pub(crate) fn again(
    world: World<'_>,
    flow: &Flow,
    mut so_far: Progress,
    person: impl FnMut(Prompt) -> Option<Act>,
    visit: impl FnMut(Move),
) -> (Ending, Progress) {
    so_far.begin_chapter(None);
    so_far.begin_attempt(world.guest.way_in, None);
    go(world, flow, flow.start(), so_far, person, visit, &mut Blind)
}

fn go(
    world: World<'_>,
    flow: &Flow,
    mut at: Node,
    mut so_far: Progress,
    mut person: impl FnMut(Prompt) -> Option<Act>,
    mut visit: impl FnMut(Move),
    look: &mut impl Look,
) -> (Ending, Progress) {
    loop {
        let (answer, rule, act) = match decide(world, at, &mut so_far, look) {
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
        so_far.pass(world, edge);
        visit(Move { edge, rule, act });
        at = edge.to();
    }
}

/// Where discovery and everything before it leads: the first provider or end that a cooperative guest is sent to.
pub fn discover(world: World<'_>, flow: &Flow) -> Node {
    let mut so_far = Progress::invited(world);
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
        so_far.pass(world, edge);
        at = edge.to();
    }
}

/// The answer of a node, with its rule. One arm for each node; the families have a file each.
fn decide(world: World<'_>, at: Node, so_far: &mut Progress, look: &mut impl Look) -> Verdict {
    match at {
        Node::InviterAllowed => invitation::inviter_allowed(world, look),
        Node::AddressAllowed => invitation::address_allowed(world, look),
        Node::AddressFree => invitation::address_free(world, so_far, look),
        Node::DomainInvitable => invitation::domain_invitable(world, look),
        Node::InvitationAccess => access::invitation_access(world, look),
        Node::InvitationCloud => access::invitation_cloud(world, look),
        Node::InvitationMail => invitation::mail(world, look),
        Node::Operation(operation) => lifecycle::operation(world, operation, so_far, look),
        Node::WayIn => way_in::way_in(world, so_far, look),
        Node::MailFound => link::mail_found(world, so_far, look),
        Node::LinkValid => link::link_valid(world, so_far, look),
        Node::CommonEndpoint => way_in::common_endpoint(world, so_far, look),
        Node::SignInOptions => way_in::sign_in_options(world, look),
        Node::GuestLookup => way_in::guest_lookup(world, so_far, look),
        Node::GuestState => way_in::guest_state(so_far, look),
        Node::SignInSession => session::sign_in_session(world, so_far, look),
        Node::DomainStillAllowed => way_in::domain_still_allowed(world, look),
        Node::Primary(provider) => discovery::primary(world, provider, so_far, look),
        Node::AccountCloud => access::account_cloud(world, so_far, look),
        Node::CreatePassword => Verdict::Ask(Prompt::CreateAccount { possible: true }, Rule::UnmanagedAccountGetsPassword),
        Node::AlsoMicrosoftAccount => discovery::also_microsoft_account(world, so_far, look),
        Node::AccountChoice => Verdict::Ask(Prompt::AccountChoice, Rule::GuestPicksAccount),
        Node::FallbackInCloud => fallback::fallback_in_cloud(world, look),
        Node::ExistingMicrosoftAccount => discovery::existing_microsoft_account(world, so_far, look),
        Node::PasscodeEnabled => fallback::passcode_enabled(world, look),
        Node::LiveSession => fallback::live_session(world, look),
        Node::CreationAllowed => fallback::creation_allowed(world, so_far, look),
        Node::DomainVerified => fallback::domain_verified(world, so_far, look),
        Node::UserInVerifiedTenant => fallback::user_in_verified_tenant(world, look),
        Node::JustInTimeCreation => fallback::just_in_time_creation(world, so_far, look),
        Node::ConsumerDomain => fallback::consumer_domain(world, look),
        Node::CreateAccount(_) => fallback::create_account(world, look),
        Node::OutboundAccess => access::outbound(world, so_far, look),
        Node::SignIn(provider) => sign_in::sign_in(world, provider, so_far, look),
        Node::DeviceCode => Verdict::Ask(Prompt::DeviceCode, Rule::DeviceCodeIsShown),
        Node::InboundAccess => access::inbound(world, so_far, look),
        Node::TenantRestrictions => access::tenant_restrictions(world, look),
        Node::GuestMatch => consent::guest_match(world, so_far, look),
        Node::AutomaticRedemption => consent::automatic_redemption(world, so_far, look),
        Node::ReviewPermissions => consent::review_permissions(so_far, look),
        Node::ConditionalAccess => conditional_access::blocked(world, so_far, look),
        Node::Multifactor => conditional_access::multifactor(world, so_far, look),
        Node::MultifactorChallenge => conditional_access::challenge(so_far, look),
        Node::DeviceState => conditional_access::device(world, so_far, look),
        Node::UserRisk => conditional_access::user_risk(world, so_far, look),
        Node::TermsOfUse => terms::terms_of_use(world, so_far, look),
        Node::Accept => arrival::accept(so_far, look),
        Node::Redirect => arrival::redirect(world, so_far, look),
        Node::ApplicationAccess => access::application(world, so_far, look),
        Node::ApplicationAssignment => arrival::assignment(world, so_far, look),
        Node::ApplicationConsent => arrival::application_consent(world, so_far, look),
        Node::Arrival => arrival::arrival(so_far),
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
        Act::EnterPasscode => {
            so_far.passcode_session = Some(so_far.minutes);
            Answer::SignedIn
        }
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
                Node::ApplicationConsent => so_far.application_consented = true,
                _ => so_far.accept_terms(),
            }
            Answer::Accepted
        }
        Act::OpenDocument => {
            so_far.terms_opened = true;
            Answer::Opened
        }
        Act::CompleteMultifactor => {
            so_far.multifactor_done = true;
            so_far.multifactor_registered |= !so_far.multifactor_at_home;
            Answer::Done
        }
        Act::EnterDeviceCode => Answer::SignedIn,
        Act::Decline => Answer::Declined,
        Act::GiveUp if at == Node::MultifactorChallenge && so_far.multifactor_registers => Answer::NotRegistered,
        Act::GiveUp => Answer::GaveUp,
        Act::LetTimePass(_)
        | Act::ComeIn
        | Act::TryAgain(_)
        | Act::OpenOldLink
        | Act::ReturnInSameBrowser
        | Act::Invite
        | Act::InviteSecondAddress
        | Act::ResendInvitation
        | Act::DeleteGuest
        | Act::DeletePermanently
        | Act::RestoreGuest
        | Act::ResetRedemption
        | Act::ResetRedemptionToSecondAddress
        | Act::LeaveOrganization
        | Act::Change(_) => return None,
    })
}

impl<'a> World<'a> {
    fn edition(&self) -> Edition {
        self.design.edition
    }

    /// The name by which the guest is looked for: the invited address behind the mail link, otherwise what they type.
    fn name_used(&self, so_far: &Progress) -> &'a crate::address::EmailAddress {
        if so_far.by_mail_link { &self.guest.invited_email } else { self.guest.typed_name() }
    }

    /// The home tenant of the work account in use.
    fn account_tenant(&self, so_far: &Progress) -> Option<(u16, &'a HomeTenant)> {
        let account =
            so_far.account.filter(|_| so_far.provider.is_none_or(|used| used == IdentityProvider::AzureActiveDirectory))?;
        Some((account.tenant, self.design.home_tenants.get(usize::from(account.tenant))?))
    }
}

/// Yes or no.
fn yes_no(yes: bool) -> Answer {
    if yes { Answer::Yes } else { Answer::No }
}

/// A yes or no as the page shows it.
fn word(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}
