//! Theorems about every flow, every scenario of an enumerated space and every sampled story, named as sentences.
//!
//! A law says what holds whatever the documents say about a case; what they do say is compared in `reference.rs`. The laws of the
//! flows alone and of whole stories are in the folder `laws`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a failing test may panic, and the space has lists of known length"
)]

#[path = "laws/flows.rs"]
mod flows;
#[allow(dead_code, reason = "shared by several tests, each of which uses a part")]
mod space;
#[path = "laws/stories.rs"]
mod stories;
#[path = "laws/views.rs"]
mod views;

use redemption_engine::act::Prompt;
use redemption_engine::design::{Edition, PrimaryProvider};
use redemption_engine::engine::{Ending, Move, World, discover, invite, replay, walk};
use redemption_engine::flow::{Answer, Node, Outcome};
use redemption_engine::rules::Rule;
use redemption_engine::trace::{Chapter, Effect, Next, Run, Step};
use space::{as_json, for_each_scene, for_each_script, walk_by};

/// Scenes that are taken of the space where only `walk` runs, and where `replay` does.
const WALKED: usize = 397;
const REPLAYED: usize = 4_001;

fn is_end(node: Node) -> bool {
    matches!(node, Node::End(_))
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

/// The chapters of a run: the invitation, and the first attempt where it succeeds.
fn invitation_and_attempt(run: &Run) -> (&Chapter, Option<&Chapter>) {
    assert!(run.chapters.len() <= 2);
    (&run.chapters[0], run.chapters.get(1))
}

fn moves_of(chapter: &Chapter) -> impl Iterator<Item = Move> {
    chapter.steps.iter().map(|step| Move {
        edge: step.edge,
        rule: step.cause.rule,
        act: step.cause.choice.map(|choice| choice.act),
    })
}

#[test]
fn replay_and_walk_agree() {
    let mut attempts = 0;
    for_each_walk(REPLAYED, |scene, acts, moves, ending| {
        let run = replay(scene.design, scene.guest, acts);
        let (invitation, attempt) = invitation_and_attempt(&run);
        let mut gates = Vec::new();
        let (invited, _) = invite(World { design: scene.design, guest: scene.guest }, scene.flow, |step| gates.push(step));
        assert!(moves_of(invitation).eq(gates), "{}", as_json(scene, acts));
        assert_eq!(invited == Ending::Ended(Outcome::Invited), attempt.is_some(), "{}", as_json(scene, acts));
        let Some(attempt) = attempt else { return };
        attempts += 1;
        assert!(moves_of(attempt).eq(moves.iter().copied()), "{}", as_json(scene, acts));
        let next = match run.next {
            Next::Ended(outcome) => Ending::Ended(outcome),
            Next::Person { prompt, .. } => Ending::Waiting(prompt),
            Next::NoEdge(node, answer) => Ending::NoEdge(node, answer),
        };
        assert_eq!(next, ending, "{}", as_json(scene, acts));
        assert_eq!(*attempt.flow, *scene.flow);
    });
    assert!(attempts > 10_000, "only {attempts} invitations succeed");
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
            let mut at = chapter.flow.entry(chapter.begins);
            for step in &chapter.steps {
                assert_eq!(step.edge.from(), at, "{}", as_json(scene, acts));
                at = step.edge.to();
            }
            assert_eq!(chapter.at, at, "{}", as_json(scene, acts));
        }
        let effects: Vec<Effect> = steps(&run).into_iter().flat_map(|step| step.effects).collect();
        let identities = effects.iter().filter(|effect| matches!(effect, Effect::IdentityAdded { .. })).count();
        let accepted = usize::from(run.chapters.len() == 2 && ending == Ending::Ended(Outcome::Redeemed));
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
        if run.chapters.len() == 1 {
            return;
        }
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
