//! How else a page can end: what a person can do that has no button on it, and what the service may find before the next page.
//!
//! What a person does is replayed to see what it leads to; what the service may find are the flow's own exits. Nothing is made up.

use crate::act::{Act, Prompt};
use crate::design::Design;
use crate::engine::replay;
use crate::flow::{Answer, Node, Outcome};
use crate::guest::Guest;
use crate::page::has_button;
use crate::screen::{Screen, screen_at};
use crate::session::prompt_at;
use crate::storyboard::storyboard;
use crate::trace::{Place, Run};

/// Another way in which a page can end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OtherWay {
    /// Somebody does something that has no button.
    Act {
        /// What is asked.
        prompt: Prompt,
        /// What is done.
        act: Act,
        /// What it leads to.
        then: Then,
    },
    /// The service answers otherwise, because a setting, a fact or a provider is another one.
    Answer {
        /// What is checked.
        node: Node,
        /// The answer.
        answer: Answer,
        /// How it ends.
        outcome: Outcome,
    },
}

/// What an act leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// Somebody is asked something, on this page.
    Asked(Screen, Prompt),
    /// The chapter ends.
    Ends(Outcome),
}

/// The other ways in which the page at a place can end, what a person does first.
pub fn other_ways(design: &Design, guest: &Guest, run: &Run, place: Place) -> Vec<OtherWay> {
    let prompt = prompt_at(run, place).filter(|prompt| *prompt != Prompt::Between);
    let acts = prompt.into_iter().flat_map(|prompt| {
        let without_button = prompt.acts().into_iter().filter(|act| !has_button(*act));
        without_button.filter_map(move |act| Some(OtherWay::Act { prompt, act, then: leads_to(design, guest, run, place, act)? }))
    });
    acts.chain(answers(run, place)).collect()
}

/// What an act leads to at a place: the story up to there and the act, replayed.
fn leads_to(design: &Design, guest: &Guest, run: &Run, place: Place, act: Act) -> Option<Then> {
    let mut story = guest.story.get(..run.acts_before(place))?.to_vec();
    story.push(act);
    let other = replay(design, guest, &story);
    let after = other.places().into_iter().filter(|after| after.chapter == place.chapter && *after > place);
    after.into_iter().find_map(|after| match (other.node(after), prompt_at(&other, after)) {
        (Some(Node::End(outcome)), _) => Some(Then::Ends(outcome)),
        (_, Some(prompt)) => Some(Then::Asked(screen_at(&other, after)?, prompt)),
        (_, None) => None,
    })
}

/// The answers that end the chapter, of every check that the page at a place stands for; without those that were given, and without
/// what a person decides.
fn answers(run: &Run, place: Place) -> Vec<OtherWay> {
    let frames = storyboard(run, &run.places());
    let Some(frame) = frames.into_iter().find(|frame| frame.covers(place)) else { return Vec::new() };
    let Some(chapter) = run.chapters.get(place.chapter) else { return Vec::new() };
    let mut ways = Vec::new();
    for here in (frame.first.step..=frame.last.step).map(|step| Place { step, ..place }) {
        let Some(node) = run.node(here).filter(|_| prompt_at(run, here).is_none()) else { continue };
        let taken = run.step(here).map(|step| step.edge);
        for edge in chapter.flow.exits(node).iter().filter(|edge| Some(**edge) != taken) {
            if let Node::End(outcome) = edge.to() {
                let way = OtherWay::Answer { node, answer: edge.answer(), outcome };
                if !ways.contains(&way) {
                    ways.push(way);
                }
            }
        }
    }
    ways
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::presets;

    fn ways(guest: serde_json::Value, screen: Screen) -> Vec<OtherWay> {
        let design: Design = serde_json::from_value(serde_json::json!({
            "resourceTenant": {
                "displayName": "Woodgrove", "initialDomain": "woodgrove.onmicrosoft.com",
                "federations": [{"displayName": "Tailspin", "issuerUri": "http://sts.tailspin.example/trust",
                    "domains": ["tailspin.example"]}],
            },
        }))
        .unwrap();
        let guest: Guest = serde_json::from_value(guest).unwrap();
        let run = replay(&design, &guest, &guest.story);
        let place = run.places().into_iter().rev().find(|place| screen_at(&run, *place) == Some(screen)).unwrap();
        other_ways(&design, &guest, &run, place)
    }

    #[test]
    fn a_passcode_page_ends_by_a_wrong_code_by_waiting_and_by_closing_it() {
        let ravi = serde_json::json!({"displayName": "Ravi", "invitedEmail": "ravi@contractor.example"});
        let fresh = Prompt::Passcode { readable: true, expired: false };
        let old = Prompt::Passcode { readable: true, expired: true };
        assert_eq!(
            ways(ravi, Screen::EnterPasscode),
            [
                OtherWay::Act { prompt: fresh, act: Act::EnterWrongPasscode, then: Then::Asked(Screen::WrongPasscode, fresh) },
                OtherWay::Act { prompt: fresh, act: Act::Wait(30), then: Then::Asked(Screen::EnterPasscode, old) },
                OtherWay::Act { prompt: fresh, act: Act::GiveUp, then: Then::Ends(Outcome::PasscodeNotEntered) },
            ]
        );
    }

    #[test]
    fn a_passcode_that_is_too_old_is_not_waited_for_again() {
        let ravi = serde_json::json!({"displayName": "Ravi", "invitedEmail": "ravi@contractor.example", "story": [{"wait": 30}]});
        let acts: Vec<Act> = ways(ravi, Screen::EnterPasscode)
            .into_iter()
            .filter_map(|way| if let OtherWay::Act { act, .. } = way { Some(act) } else { None })
            .collect();
        assert_eq!(acts, [Act::EnterWrongPasscode, Act::GiveUp]);
    }

    fn outcomes(ways: &[OtherWay]) -> Vec<Outcome> {
        let ends = ways.iter().filter_map(|way| match way {
            OtherWay::Answer { outcome, .. } => Some(*outcome),
            OtherWay::Act { .. } => None,
        });
        ends.collect()
    }

    #[test]
    fn the_mail_may_not_be_found_and_the_partners_provider_may_send_no_mail_claim() {
        let paula = || {
            serde_json::json!({"displayName": "Paula", "invitedEmail": "paula@tailspin.example",
                "person": {"partnerAccount": true}})
        };
        assert!(outcomes(&ways(paula(), Screen::InvitationMail)).contains(&Outcome::MailNotFound));
        let at_the_partner = outcomes(&ways(paula(), Screen::PartnerSignIn));
        for end in [Outcome::MailClaimMissing, Outcome::MailClaimOutsideDomain, Outcome::TokenInvalid] {
            assert!(at_the_partner.contains(&end), "{end:?}: {at_the_partner:?}");
        }
        assert!(!at_the_partner.contains(&Outcome::MailNotFound), "that is the page before");
    }

    #[test]
    fn on_every_page_of_every_example_whatever_can_be_done_has_a_button_or_is_another_way() {
        for preset in presets::all() {
            for guest in &preset.workspace.guests {
                let design = &preset.workspace.design;
                let run = replay(design, guest, &guest.story);
                for place in run.places() {
                    let Some(prompt) = prompt_at(&run, place).filter(|prompt| *prompt != Prompt::Between) else { continue };
                    let others: Vec<Act> = other_ways(design, guest, &run, place)
                        .into_iter()
                        .filter_map(|way| if let OtherWay::Act { act, .. } = way { Some(act) } else { None })
                        .collect();
                    let without: Vec<Act> = prompt.acts().into_iter().filter(|act| !has_button(*act)).collect();
                    assert_eq!(others, without, "{} {} {place:?}", preset.id, guest.display_name);
                }
            }
        }
    }
}
