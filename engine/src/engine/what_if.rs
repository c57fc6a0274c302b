//! What would have to be set otherwise for a guest to go another way at one node: the single changes that turn its answer.
//!
//! Every change is tried by a replay of the guest's story; nothing is guessed. Sets of several changes are not looked for.

use super::{change, offer, replay};
use crate::act::{Act, Change};
use crate::address::Domain;
use crate::design::{Design, Federation};
use crate::flow::{Answer, Node, Outcome};
use crate::guest::Guest;
use crate::trace::{Next, Run};

/// How many acts a guest is followed for after the story's own.
const MOST_ACTS: usize = 24;

/// A single change of settings or facts, made before the story begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    /// One that can also be made in the course of a story.
    Change(Change),
    /// The invited domain is added to the first federation, or to a new one where there is none.
    FederateInvitedDomain,
}

/// What one change makes of a node's answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The change.
    pub edit: Edit,
    /// What the node answers then.
    pub answer: Answer,
    /// How the chapter ends then; `None` where nothing a cooperative guest could do ends it.
    pub outcome: Option<Outcome>,
}

impl Edit {
    /// Design and guest with the change; `None` where there is nothing to change.
    pub fn made(self, design: &Design, guest: &Guest) -> Option<(Design, Guest)> {
        match self {
            Self::Change(change) => change::made(Act::Change(change), design, guest),
            Self::FederateInvitedDomain => federated(design, guest).map(|design| (design, guest.clone())),
        }
    }
}

/// The single changes that turn a node's answer in a chapter, or bring the guest there who does not come there now. What keeps the
/// guest from coming there is not among them. A guest whose story waits is followed as one who wants in and makes no mistakes.
pub fn turns(design: &Design, guest: &Guest, chapter: usize, node: Node) -> Vec<Turn> {
    let (now, _) = answered(design, guest, chapter, node);
    let federated = federated(design, guest).map(|design| (Edit::FederateInvitedDomain, design, guest.clone()));
    let others = offer::alternatives(design, guest).map(|(change, design, guest)| (Edit::Change(change), design, guest));
    let tried = federated.into_iter().chain(others).filter_map(|(edit, design, guest)| {
        let (answer, outcome) = answered(&design, &guest, chapter, node);
        Some(Turn { edit, answer: answer?, outcome })
    });
    tried.filter(|turn| Some(turn.answer) != now).collect()
}

/// What a node answers in a chapter, and how the chapter ends.
fn answered(design: &Design, guest: &Guest, chapter: usize, node: Node) -> (Option<Answer>, Option<Outcome>) {
    let run = followed_through(design, guest, chapter);
    let Some(chapter) = run.chapters.get(chapter) else { return (None, None) };
    let step = chapter.steps.iter().rev().find(|step| step.edge.from() == node);
    (step.map(|step| step.edge.answer()), chapter.outcome())
}

/// The story, and what a guest does who wants in and makes no mistakes, where it waits for them.
pub fn followed(design: &Design, guest: &Guest) -> Run {
    followed_through(design, guest, usize::MAX)
}

/// The story, and what a cooperative guest does where it waits in the chapter or before.
fn followed_through(design: &Design, guest: &Guest, chapter: usize) -> Run {
    let mut acts = guest.story.clone();
    let mut run = replay(design, guest, &acts);
    for _ in 0..MOST_ACTS {
        let Next::Person { prompt, .. } = run.next else { break };
        if run.chapters.len().saturating_sub(1) > chapter {
            break;
        }
        let Some(act) = prompt.cooperative() else { break };
        // What the story did next does not fit there.
        if let Some(refused) = run.refused {
            acts.truncate(refused);
        }
        acts.push(act);
        run = replay(design, guest, &acts);
    }
    run
}

fn federated(design: &Design, guest: &Guest) -> Option<Design> {
    let domain = Domain::parse(guest.invited_email.domain()).ok()?;
    if design.resource_tenant.federations.iter().any(|federation| federation.covers(domain.as_str())) {
        return None;
    }
    let mut design = design.clone();
    let federations = &mut design.resource_tenant.federations;
    match federations.first_mut() {
        Some(first) => first.domains.push(domain),
        None => {
            let issuer = format!("https://sts.{}/", domain.as_str());
            federations.push(Federation::of(domain.as_str().to_owned(), issuer, vec![domain]));
        }
    }
    Some(design)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test may panic")]
mod tests {
    use super::*;
    use crate::act::Prompt;
    use crate::design::{AccessType, EmailOneTimePasscode, PrimaryProvider};
    use crate::engine::{World, walk};
    use crate::flow::Flow;

    const RAVI: &str = r#"{ "displayName": "Ravi", "invitedEmail": "ravi@contractor.example" }"#;

    const NINA: &str = r#"{ "displayName": "Nina", "invitedEmail": "nina@adatum.example",
        "person": { "workAccount": "nina@adatum.example" }, "wayIn": "directLink" }"#;

    fn design(home: &str) -> Design {
        let text = format!(
            r#"{{ "resourceTenant": {{ "displayName": "Woodgrove", "initialDomain": "woodgrove.onmicrosoft.com" }},
                "homeTenants": [{{ "tenantId": "3d0f5dec-5d3d-455c-8016-e2af1ae4d31a", "displayName": "Adatum",
                "verifiedDomains": ["adatum.example"], "users": [{{ "userPrincipalName": "nina@adatum.example" }}] {home} }}] }}"#
        );
        serde_json::from_str(&text).unwrap()
    }

    fn turns_of(home: &str, guest: &str, node: Node) -> Vec<Turn> {
        turns(&design(home), &serde_json::from_str(guest).unwrap(), 1, node)
    }

    fn of(turns: &[Turn], edit: Edit) -> Option<Turn> {
        turns.iter().find(|turn| turn.edit == edit).copied()
    }

    #[test]
    fn a_domain_without_federation_matches_once_it_is_federated_and_needs_an_account_there() {
        let found = turns_of("", RAVI, Node::Primary(PrimaryProvider::ExternalFederation));
        let [turn] = found.as_slice() else { unreachable!("{found:?}") };
        assert_eq!(turn.edit, Edit::FederateInvitedDomain);
        assert_eq!(turn.answer, Answer::Yes);
        assert_eq!(turn.outcome, Some(Outcome::NoAccountAtProvider));
    }

    #[test]
    fn passcode_is_answered_by_its_setting_and_by_nothing_else() {
        let found = turns_of("", RAVI, Node::PasscodeEnabled);
        let off = of(&found, Edit::Change(Change::EmailOneTimePasscode(EmailOneTimePasscode::Disabled))).unwrap();
        assert_eq!(off.answer, Answer::No);
        assert_eq!(found.len(), 1, "{found:?}");
    }

    #[test]
    fn where_one_side_redeems_automatically_the_other_side_turns_the_answer() {
        let one = turns_of(r#", "outboundAutomaticRedemption": true"#, NINA, Node::AutomaticRedemption);
        let inbound = of(&one, Edit::Change(Change::InboundAutomaticRedemption(true))).unwrap();
        assert_eq!((inbound.answer, inbound.outcome), (Answer::Yes, Some(Outcome::Redeemed)));
        let none = turns_of("", NINA, Node::AutomaticRedemption);
        assert!(!none.iter().any(|turn| turn.answer == Answer::Yes), "{none:?}");
    }

    #[test]
    fn a_block_of_either_side_turns_the_gate_of_that_side() {
        let inbound = turns_of("", NINA, Node::InvitationAccess);
        assert!(inbound.is_empty(), "the gate is in the chapter before: {inbound:?}");
        let found = turns(&design(""), &serde_json::from_str(NINA).unwrap(), 0, Node::InvitationAccess);
        for blocked in [Change::InboundAccess(AccessType::Blocked), Change::OutboundAccess(AccessType::Blocked)] {
            assert_eq!(of(&found, Edit::Change(blocked)).unwrap().outcome, Some(Outcome::InvitationBlocked));
        }
    }

    #[test]
    fn every_turn_is_the_answer_on_a_walk_under_the_edited_settings() {
        let (design, guest) = (design(r#", "outboundAutomaticRedemption": true"#), serde_json::from_str(NINA).unwrap());
        let mut turned = 0;
        for node in [Node::OutboundAccess, Node::InboundAccess, Node::AutomaticRedemption, Node::GuestLookup] {
            for turn in turns(&design, &guest, 1, node) {
                let (design, guest) = turn.edit.made(&design, &guest).unwrap();
                let flow = Flow::of(&design.resource_tenant.redemption_order, design.edition);
                let mut answer = None;
                walk(World { design: &design, guest: &guest }, &flow, Prompt::cooperative, |step| {
                    answer = answer.or((step.edge.from() == node).then_some(step.edge.answer()));
                });
                assert_eq!(answer, Some(turn.answer), "{turn:?}");
                turned += 1;
            }
        }
        assert_eq!(turned, 2, "inbound automatic redemption, and the guest disabled");
    }

    #[test]
    fn a_story_is_followed_through_the_chapter_that_is_asked_about_and_no_further() {
        let ravi = serde_json::from_str(RAVI).unwrap();
        assert_eq!(followed_through(&design(""), &ravi, 1).outcome(), Some(Outcome::Redeemed));
        assert_eq!(followed_through(&design(""), &ravi, 0).outcome(), None, "the attempt waits for its passcode");
    }
}
