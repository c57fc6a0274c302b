//! Theorems about every flow and every scenario of an enumerated space, named as sentences.
//!
//! A law says what holds whatever the documents say about a case; what they do say is compared in `reference.rs`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a failing test may panic, and the space has lists of known length"
)]

#[allow(dead_code, reason = "shared by several tests, each of which uses a part")]
mod space;

use std::collections::BTreeSet;

use redemption_engine::act::Prompt;
use redemption_engine::design::{Edition, IdentityProvider, PrimaryProvider, RedemptionOrder};
use redemption_engine::engine::{Ending, Move, World, discover, replay, walk};
use redemption_engine::flow::{Answer, Edge, Flow, Node, Outcome, OutcomeKind};
use redemption_engine::rules::Rule;
use redemption_engine::trace::{Effect, Next, Run, Step};
use space::{EDITIONS, as_json, flows, for_each_scene, for_each_script, walk_by};

/// Scenes that are taken of the space where only `walk` runs, and where `replay` does.
const WALKED: usize = 397;
const REPLAYED: usize = 4_001;

fn reached(flow: &Flow) -> BTreeSet<Node> {
    let mut reached = BTreeSet::from([flow.start()]);
    let mut open = vec![flow.start()];
    while let Some(node) = open.pop() {
        open.extend(flow.exits(node).iter().map(Edge::to).filter(|to| reached.insert(*to)));
    }
    reached
}

fn is_end(node: Node) -> bool {
    matches!(node, Node::End(_))
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

/// Every walk of the space: the moves, the ending, and what was kept.
fn for_each_walk(every: usize, mut look: impl FnMut(space::Scene<'_>, &[redemption_engine::act::Act], &[Move], Ending)) -> usize {
    let mut count = 0;
    let mut moves = Vec::new();
    for_each_scene(every, |scene| {
        for_each_script(scene, &mut |script, ending, _| {
            count += 1;
            moves.clear();
            let (again, _) = walk_by(scene, script.acts(), |step| moves.push(step));
            assert_eq!(ending, again, "{}", as_json(scene, script.acts()));
            look(scene, script.acts(), &moves, ending);
        });
    });
    count
}

#[test]
fn a_walk_is_a_path_that_never_misses_an_edge() {
    let count = for_each_walk(WALKED, |scene, acts, moves, ending| {
        let mut at = scene.flow.start();
        for step in moves {
            assert_eq!(step.edge.from(), at, "{}", as_json(scene, acts));
            assert_eq!(scene.flow.follow(at, step.edge.answer()), Some(step.edge), "{}", as_json(scene, acts));
            at = step.edge.to();
        }
        match ending {
            Ending::NoEdge(node, answer) => panic!("{} has no edge for {answer:?}\n{}", node.id(), as_json(scene, acts)),
            Ending::Ended(outcome) => assert_eq!(at, Node::End(outcome), "{}", as_json(scene, acts)),
            Ending::Waiting(_) => assert!(!is_end(at), "{}", as_json(scene, acts)),
        }
    });
    println!("{count} walks");
    assert!(count > 100_000, "the space has shrunk to {count} walks");
}

#[test]
fn a_provider_dropped_from_the_order_is_never_consulted() {
    for_each_walk(WALKED, |scene, acts, moves, _| {
        let order = scene.design.resource_tenant.redemption_order.primary();
        for step in moves.iter().filter(|_| scene.design.edition >= Edition::Y2024) {
            if let Node::Primary(provider) = step.edge.from() {
                assert!(order.contains(&provider), "{}", as_json(scene, acts));
            }
        }
    });
}

#[test]
fn providers_are_consulted_in_the_order_that_is_set() {
    for_each_walk(WALKED, |scene, acts, moves, _| {
        let asked = moves.iter().filter_map(|step| match step.edge.from() {
            Node::Primary(provider) => Some(provider),
            _ => None,
        });
        let asked: Vec<PrimaryProvider> = asked.collect();
        if scene.design.edition >= Edition::Y2024 {
            let order = scene.design.resource_tenant.redemption_order.primary();
            assert!(order.starts_with(&asked), "{}", as_json(scene, acts));
        }
    });
}

#[test]
fn an_accepted_guest_has_been_shown_the_permissions_or_exempted() {
    for_each_walk(WALKED, |scene, acts, moves, ending| {
        if ending != Ending::Ended(Outcome::Redeemed) {
            return;
        }
        let shown =
            moves.iter().any(|step| step.edge.from() == Node::ReviewPermissions && step.edge.answer() == Answer::Accepted);
        let exempted = moves.iter().any(|step| step.rule == Rule::BothSidesRedeemAutomatically);
        assert!(shown != exempted, "{}", as_json(scene, acts));
        let terms = moves.iter().filter(|step| step.edge.from() == Node::TermsOfUse && step.edge.answer() == Answer::Accepted);
        assert_eq!(terms.count(), scene.design.resource_tenant.terms_of_use.len(), "{}", as_json(scene, acts));
        let signed_in = moves.iter().filter(|step| step.edge.answer() == Answer::SignedIn).count();
        assert_eq!(signed_in, 1, "{}", as_json(scene, acts));
    });
}

#[test]
fn declining_consent_leaves_the_guest_pending() {
    let mut declined = 0;
    for_each_scene(WALKED, |scene| {
        for_each_script(scene, &mut |script, ending, progress| {
            let accepted = ending == Ending::Ended(Outcome::Redeemed);
            assert_eq!(progress.accepted_with.is_some(), accepted, "{}", as_json(scene, script.acts()));
            declined += usize::from(matches!(ending, Ending::Ended(Outcome::PermissionsDeclined | Outcome::TermsDeclined)));
        });
    });
    assert!(declined > 1_000, "only {declined}");
}

#[test]
fn discovery_alone_stops_where_the_walk_of_a_cooperative_guest_passes() {
    for_each_scene(WALKED, |scene| {
        let world = World { design: scene.design, guest: scene.guest };
        let place = discover(world, scene.flow);
        let mut passed = vec![scene.flow.start()];
        walk(world, scene.flow, Prompt::cooperative, |step| passed.push(step.edge.to()));
        assert!(passed.contains(&place), "{}", as_json(scene, &[]));
        assert!(matches!(place, Node::SignIn(_) | Node::End(_) | Node::CreateAccount(_)), "{}", as_json(scene, &[]));
    });
}

#[test]
fn a_walk_allocates_nothing() {
    let mut worst = 0;
    for_each_scene(WALKED, |scene| {
        let world = World { design: scene.design, guest: scene.guest };
        let info = allocation_counter::measure(|| {
            walk(world, scene.flow, Prompt::cooperative, |_| {});
            discover(world, scene.flow);
        });
        worst = worst.max(info.count_total);
    });
    assert_eq!(worst, 0);
    assert!(allocation_counter::measure(|| drop(vec![1_u8])).count_total > 0, "the counter counts");
}

fn steps(run: &Run) -> Vec<Step> {
    run.chapters.iter().flat_map(|chapter| chapter.steps.clone()).collect()
}

#[test]
fn replay_and_walk_agree() {
    for_each_walk(REPLAYED, |scene, acts, moves, ending| {
        let run = replay(scene.design, scene.guest, acts);
        let same = steps(&run).into_iter().map(|step| Move {
            edge: step.edge,
            rule: step.cause.rule,
            act: step.cause.choice.map(|choice| choice.act),
        });
        assert!(same.eq(moves.iter().copied()), "{}", as_json(scene, acts));
        let next = match run.next {
            Next::Ended(outcome) => Ending::Ended(outcome),
            Next::Person { prompt, .. } => Ending::Waiting(prompt),
            Next::NoEdge(node, answer) => Ending::NoEdge(node, answer),
        };
        assert_eq!(next, ending, "{}", as_json(scene, acts));
        assert_eq!(run.chapters.len(), 1);
        assert_eq!(*run.chapters[0].flow, *scene.flow);
    });
}

#[test]
fn replay_of_a_prefix_is_a_prefix_of_the_replay() {
    for_each_walk(REPLAYED, |scene, acts, _, _| {
        let whole = replay(scene.design, scene.guest, acts);
        assert_eq!(whole, replay(scene.design, scene.guest, acts), "{}", as_json(scene, acts));
        for length in 0..acts.len() {
            let part = replay(scene.design, scene.guest, &acts[..length]);
            assert!(steps(&whole).starts_with(&steps(&part)), "{}", as_json(scene, acts));
        }
    });
}

#[test]
fn a_trace_is_a_path_and_its_effects_say_who_is_accepted() {
    for_each_walk(REPLAYED, |scene, acts, _, ending| {
        let run = replay(scene.design, scene.guest, acts);
        for chapter in &run.chapters {
            let mut at = chapter.flow.start();
            for step in &chapter.steps {
                assert_eq!(step.edge.from(), at, "{}", as_json(scene, acts));
                at = step.edge.to();
            }
            assert_eq!(chapter.at, at, "{}", as_json(scene, acts));
        }
        let effects: Vec<Effect> = steps(&run).into_iter().flat_map(|step| step.effects).collect();
        let identities = effects.iter().filter(|effect| matches!(effect, Effect::IdentityAdded { .. })).count();
        let accepted = usize::from(ending == Ending::Ended(Outcome::Redeemed));
        assert_eq!(
            effects.iter().filter(|effect| **effect == Effect::StateAccepted).count(),
            accepted,
            "{}",
            as_json(scene, acts)
        );
        assert_eq!(identities, accepted, "{}", as_json(scene, acts));
    });
}

#[test]
fn an_act_that_does_not_fit_is_named_and_changes_nothing() {
    let mut refused = 0;
    for_each_walk(REPLAYED, |scene, acts, moves, _| {
        let run = replay(scene.design, scene.guest, acts);
        let used = moves.iter().filter(|step| step.act.is_some()).count();
        assert_eq!(run.refused, (used < acts.len()).then_some(used), "{}", as_json(scene, acts));
        if let Some(position) = run.refused {
            refused += 1;
            let before = replay(scene.design, scene.guest, &acts[..position]);
            assert_eq!((before.chapters, before.next), (run.chapters, run.next), "{}", as_json(scene, acts));
        }
    });
    assert!(refused > 100, "only {refused}");
}

#[test]
fn every_outcome_of_a_flow_is_met_in_its_edition() {
    let mut met: BTreeSet<(Edition, Outcome)> = BTreeSet::new();
    for_each_walk(WALKED, |scene, _, _, ending| {
        if let Ending::Ended(outcome) = ending {
            met.insert((scene.design.edition, outcome));
        }
    });
    for edition in EDITIONS {
        let drawn = flows().into_iter().filter(|(_, flow)| flow.edition() == edition).flat_map(|(_, flow)| flow.edges().to_vec());
        for edge in drawn {
            if let Node::End(outcome) = edge.to() {
                // A signed-in guest has been accepted in an earlier attempt; a walk is the first one.
                let later = outcome == Outcome::SignedIn;
                assert!(later || met.contains(&(edition, outcome)), "{} in {}", edge.id(), edition.name());
            }
        }
    }
    assert!(met.iter().any(|(_, outcome)| outcome.kind() == OutcomeKind::DeadEnd));
}
