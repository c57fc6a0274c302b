//! Laws of the flows alone: every redemption order in every edition.

use std::collections::BTreeSet;

use redemption_engine::act::{Begins, Operation};
use redemption_engine::design::{Edition, IdentityProvider, PrimaryProvider, RedemptionOrder};
use redemption_engine::flow::{Edge, Flow, Node, Outcome, OutcomeKind};
use redemption_engine::guest::WayIn;
use strum::IntoEnumIterator;

use super::is_end;
use super::space::flows;

/// Every place where a chapter can start.
fn entries(flow: &Flow) -> Vec<Node> {
    let operations = Operation::iter().map(Begins::Operation);
    let all = [Begins::Invitation, Begins::Attempt(WayIn::EmailLink)].into_iter().chain(operations);
    all.map(|begins| flow.entry(begins)).collect()
}

fn reached(flow: &Flow) -> BTreeSet<Node> {
    let mut open = entries(flow);
    let mut reached = BTreeSet::from_iter(open.iter().copied());
    while let Some(node) = open.pop() {
        open.extend(flow.exits(node).iter().map(Edge::to).filter(|to| reached.insert(*to)));
    }
    reached
}

#[test]
fn there_are_48_orders_in_4_editions() {
    let different: BTreeSet<String> =
        flows().iter().map(|(order, flow)| format!("{order:?} {}", flow.edition().name())).collect();
    assert_eq!(different.len(), 192);
}

#[test]
fn each_answer_of_a_node_has_exactly_one_edge() {
    for (order, flow) in flows() {
        for edge in flow.edges() {
            let same = flow.edges().iter().filter(|other| other.from() == edge.from() && other.answer() == edge.answer());
            assert_eq!(same.count(), 1, "{} in {order:?}", edge.id());
            assert_eq!(flow.follow(edge.from(), edge.answer()), Some(*edge));
        }
    }
}

#[test]
fn answers_of_a_node_have_different_names() {
    for (order, flow) in flows() {
        let ids: BTreeSet<String> = flow.edges().iter().map(Edge::id).collect();
        assert_eq!(ids.len(), flow.edges().len(), "{order:?}");
    }
}

#[test]
fn every_drawn_node_is_reachable() {
    for (order, flow) in flows() {
        let reached = reached(&flow);
        for node in flow.nodes() {
            assert!(reached.contains(node), "{} in {order:?}, {}", node.id(), flow.edition().name());
        }
    }
}

#[test]
fn an_edge_leads_to_an_end_or_to_a_drawn_node() {
    for (order, flow) in flows() {
        for edge in flow.edges() {
            assert!(is_end(edge.to()) || flow.nodes().contains(&edge.to()), "{} in {order:?}", edge.id());
            assert!(!is_end(edge.to()) || flow.exits(edge.to()).is_empty(), "{} in {order:?}", edge.id());
        }
        assert_eq!(flow.nodes().iter().map(|node| flow.exits(*node).len()).sum::<usize>(), flow.edges().len());
    }
}

#[test]
fn every_node_reaches_an_end() {
    for (order, flow) in flows() {
        let mut ending: BTreeSet<Node> = flow.edges().iter().map(Edge::to).filter(|node| is_end(*node)).collect();
        while flow.edges().iter().any(|edge| ending.contains(&edge.to()) && ending.insert(edge.from())) {}
        for node in flow.nodes() {
            assert!(ending.contains(node), "{} in {order:?}", node.id());
        }
    }
}

/// The places where a person acts, so that going round is not the engine's doing.
fn asks(node: Node) -> bool {
    matches!(node, Node::SignIn(IdentityProvider::EmailOneTimePasscode) | Node::TermsOfUse)
}

#[test]
fn a_cycle_passes_a_prompt() {
    for (order, flow) in flows() {
        let mut left: BTreeSet<Node> = flow.nodes().iter().copied().filter(|node| !asks(*node)).collect();
        // Nodes whose edges all leave what is left are on no cycle within it.
        loop {
            let stays = |node: &Node| flow.exits(*node).iter().any(|edge| left.contains(&edge.to()));
            let fewer: BTreeSet<Node> = left.iter().copied().filter(stays).collect();
            if fewer.len() == left.len() {
                break;
            }
            left = fewer;
        }
        assert!(left.is_empty(), "{left:?} in {order:?}");
    }
}

#[test]
fn editions_before_2024_03_ignore_the_redemption_order() {
    for edition in [Edition::Y2019, Edition::Y2021] {
        let usual = Flow::of(&RedemptionOrder::default(), edition);
        assert!(flows().iter().filter(|(_, flow)| flow.edition() == edition).all(|(_, flow)| *flow == usual));
    }
    let different = |edition| {
        let of_edition: Vec<Flow> = flows().into_iter().map(|(_, flow)| flow).filter(|flow| flow.edition() == edition).collect();
        of_edition.iter().enumerate().all(|(at, flow)| !of_edition[at + 1..].contains(flow))
    };
    assert!(different(Edition::Y2024) && different(Edition::Y2026));
}

#[test]
fn a_provider_dropped_from_the_order_has_no_place_in_the_flow() {
    use PrimaryProvider::{AzureActiveDirectory, ExternalFederation, SocialIdentityProviders};
    for (order, flow) in flows().into_iter().filter(|(_, flow)| flow.edition() >= Edition::Y2024) {
        for provider in [AzureActiveDirectory, ExternalFederation, SocialIdentityProviders] {
            let drawn = flow.nodes().contains(&Node::Primary(provider));
            assert_eq!(drawn, order.primary().contains(&provider), "{order:?}");
        }
    }
}

#[test]
fn every_outcome_ends_some_flow() {
    let ends: BTreeSet<Node> = flows().iter().flat_map(|(_, flow)| flow.edges().iter().map(Edge::to)).collect();
    for outcome in Outcome::iter() {
        assert!(ends.contains(&Node::End(outcome)), "{outcome:?}");
    }
    assert!(Outcome::iter().any(|outcome| outcome.kind() == OutcomeKind::DeadEnd));
}
