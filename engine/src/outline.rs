//! The outline of a run: its steps one after the other, each with the check, the facts, the answer and the rule.
//!
//! Read off the trace for whoever reads a list or a table rather than a picture; nothing is decided or put into words here.

use crate::flow::{Edge, Node, Outcome};
use crate::rules::Rule;
use crate::trace::{Choice, Fact, Next, Place, Run};

/// A step of the outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    /// Where it stands in the run.
    pub place: Place,
    /// What is checked or asked.
    pub node: Node,
    /// What was looked at.
    pub facts: &'a [Fact],
    /// What came of it; `None` where the flow has no way on.
    pub answer: Option<Answered>,
    /// Why; at an end, the rule of the move that led there.
    pub rule: Option<Rule>,
}

/// What came of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answered {
    /// The service has answered.
    Found(Edge),
    /// A person has decided.
    Chosen(Edge, Choice),
    /// A person is awaited.
    Waits(crate::act::Prompt),
    /// The chapter is over.
    Ended(Outcome),
}

/// The steps of a run at these places, in order.
pub fn outline<'a>(run: &'a Run, places: &[Place]) -> Vec<Entry<'a>> {
    places.iter().filter_map(|place| entry(run, *place)).collect()
}

fn entry(run: &Run, place: Place) -> Option<Entry<'_>> {
    let node = run.node(place)?;
    if let Some(step) = run.step(place) {
        let answer = match step.cause.choice {
            Some(choice) => Answered::Chosen(step.edge, choice),
            None => Answered::Found(step.edge),
        };
        return Some(Entry { place, node, facts: &step.facts, answer: Some(answer), rule: Some(step.cause.rule) });
    }
    if let Node::End(outcome) = node {
        let before = place.step.checked_sub(1).and_then(|step| run.step(Place { step, ..place }));
        let rule = before.map(|step| step.cause.rule);
        return Some(Entry { place, node, facts: &[], answer: Some(Answered::Ended(outcome)), rule });
    }
    Some(match &run.next {
        Next::Person { prompt, rule, facts } => {
            Entry { place, node, facts, answer: Some(Answered::Waits(*prompt)), rule: Some(*rule) }
        }
        Next::Ended(_) | Next::NoEdge(..) => Entry { place, node, facts: &[], answer: None, rule: None },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::act::{Act, Prompt};
    use crate::chart::{Detail, shown_places};
    use crate::design::{Design, IdentityProvider};
    use crate::flow::Answer;
    use crate::trace::What;

    fn freelancer(story: serde_json::Value) -> Run {
        let guest: crate::guest::Guest = serde_json::from_value(serde_json::json!({
            "displayName": "Ravi", "invitedEmail": "ravi@contractor.example", "story": story
        }))
        .unwrap();
        let run = crate::engine::replay(&Design::default(), &guest, &guest.story);
        assert_eq!(run.refused, None);
        run
    }

    fn at(entries: &[Entry<'_>], node: Node) -> Entry<'static> {
        let found = entries.iter().find(|entry| entry.node == node).unwrap();
        Entry { facts: &[], place: found.place, node, answer: found.answer, rule: found.rule }
    }

    #[test]
    fn there_is_an_entry_for_each_place_in_order() {
        let run = freelancer(serde_json::json!(["enterPasscode", "accept"]));
        for detail in [Detail::Overview, Detail::Steps, Detail::All] {
            let places = shown_places(&run, &Design::default(), detail);
            let listed: Vec<Place> = outline(&run, &places).iter().map(|entry| entry.place).collect();
            assert_eq!(listed, places);
        }
    }

    #[test]
    fn what_the_service_finds_what_a_person_chooses_and_how_it_ends_are_told_apart() {
        let run = freelancer(serde_json::json!(["enterPasscode", "accept"]));
        let entries = outline(&run, &run.places());
        assert!(matches!(at(&entries, Node::WayIn).answer, Some(Answered::Found(edge)) if edge.answer() == Answer::EmailLink));
        let passcode = at(&entries, Node::SignIn(IdentityProvider::EmailOneTimePasscode));
        assert!(matches!(passcode.answer, Some(Answered::Chosen(edge, choice))
            if edge.answer() == Answer::SignedIn && choice.act == Act::EnterPasscode));
        let end = entries.last().unwrap();
        assert_eq!((end.node, end.answer), (Node::End(Outcome::Redeemed), Some(Answered::Ended(Outcome::Redeemed))));
        assert_eq!(end.rule, entries.iter().rev().nth(1).unwrap().rule);
    }

    #[test]
    fn where_a_person_is_awaited_the_question_and_the_facts_stand() {
        let run = freelancer(serde_json::json!(["enterPasscode"]));
        let entries = outline(&run, &run.places());
        let last = entries.last().unwrap();
        assert_eq!((last.node, last.answer), (Node::ReviewPermissions, Some(Answered::Waits(Prompt::ReviewPermissions))));
        assert!(last.rule.is_some());
    }

    #[test]
    fn the_facts_are_those_of_the_move() {
        let run = freelancer(serde_json::json!([]));
        let entries = outline(&run, &run.places());
        let way_in = entries.iter().find(|entry| entry.node == Node::WayIn).unwrap();
        assert_eq!(way_in.facts.first().map(|fact| fact.what), Some(What::WayIn));
    }
}
