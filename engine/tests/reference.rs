//! The documents' numbered steps as plain lines, compared with the engine in every scenario of an enumerated space.
//!
//! `steps` is written from the documents alone, in another style than the engine: straight down, with no flow, no rules,
//! no trace, and none of the engine's functions. Ending, provider and kept acceptances must agree in every state; a state is a
//! design, a guest and a list of acts.
//!
//! The ordinary run takes every 211th scenario: more than a million states in a few seconds. `REFERENCE_EVERY` says how many to
//! step over in a release run; 1 is the whole space of 239 million states (one to two minutes on one core), 5 a fifth of it:
//! `REFERENCE_EVERY=5 cargo test --release -p redemption-engine --test reference -- --nocapture`.
//!
//! Pages and explanations are not compared: they have tests of their own.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a failing test may panic, and the space has lists of known length"
)]

#[allow(dead_code, reason = "shared by several tests, each of which uses a part")]
mod space;
mod steps;

use redemption_engine::act::{Act, Prompt};
use redemption_engine::design::{Edition, IdentityProvider};
use redemption_engine::engine::{Ending, Progress, replay};
use redemption_engine::flow::Flow;
use redemption_engine::guest::WayIn;
use redemption_engine::trace::Next;
use space::{Differences, Scene, Script, as_json, for_each_scene, for_each_script, situations, tries, walk_by};
use steps::{Kept, attempt};

/// What is compared.
type Compared = (Ending, Option<IdentityProvider>, Option<IdentityProvider>, bool, u16);

fn of_engine(ending: Ending, progress: &Progress) -> Compared {
    (ending, progress.provider, progress.accepted_with, progress.permissions_accepted, progress.terms_accepted)
}

fn of_documents(scene: Scene<'_>, acts: &[Act]) -> Compared {
    let mut kept = Kept::default();
    let (ending, provider) = attempt(scene.design, scene.guest, scene.guest.way_in, &mut kept, &mut acts.iter().copied());
    (ending, provider, kept.accepted_with, kept.permissions, kept.terms)
}

/// Of how many scenarios one is taken; a prime meets every setting and every fact.
fn every() -> usize {
    std::env::var("REFERENCE_EVERY").map_or(211, |text| text.parse().expect("`REFERENCE_EVERY` is a number such as `5`"))
}

#[test]
fn the_engine_does_what_the_documents_say() {
    let (mut scenes, mut states) = (0_usize, 0_usize);
    let mut differences = Differences::default();
    for_each_scene(every(), |scene| {
        scenes += 1;
        for_each_script(scene, &mut |script, ending, progress| {
            states += 1;
            let engine = of_engine(ending, &progress);
            let documents = of_documents(scene, script.acts());
            if engine != documents {
                let kind = format!("{}: engine {engine:?}, documents {documents:?}", scene.design.edition.name());
                differences.add(kind, as_json(scene, script.acts()));
            }
        });
    });
    println!("{states} states of {scenes} scenarios compared");
    differences.none_or_panic(states);
    assert!(states >= 220_000_000 / every(), "the space has shrunk to {states} states");
}

/// Everything that can be done on the passcode page, where the order of waiting, resending and entering counts.
#[test]
fn every_story_of_five_acts_on_the_passcode_page_agrees() {
    let situation = situations().into_iter().find(|situation| situation.home_tenants.is_empty()).unwrap();
    let design = situation.design();
    let acts = [
        Act::EnterPasscode,
        Act::EnterWrongPasscode,
        Act::ResendPasscode,
        Act::Wait(0),
        Act::Wait(29),
        Act::Wait(1),
        Act::GiveUp,
    ];
    let flow = Flow::of(&design.resource_tenant.redemption_order, design.edition);
    let mut differences = Differences::default();
    let mut states = 0;
    for guest in situation.guests().iter().filter(|guest| guest.way_in == WayIn::EmailLink && guest.sign_in_name.is_none()) {
        let scene = Scene { design: &design, guest, flow: &flow };
        let mut scripts = vec![Script::empty()];
        while let Some(script) = scripts.pop() {
            states += 1;
            let (ending, progress) = walk_by(scene, script.acts(), |_| {});
            if of_engine(ending, &progress) != of_documents(scene, script.acts()) {
                differences.add(format!("{ending:?}"), as_json(scene, script.acts()));
            }
            if matches!(ending, Ending::Waiting(Prompt::Passcode { .. })) && script.acts().len() < 5 {
                scripts.extend(acts.map(|act| script.then(act)));
            }
        }
    }
    println!("{states} stories compared");
    differences.none_or_panic(states);
}

/// A second attempt in every way, after each end of a first one: what was accepted or created must count.
#[test]
fn a_second_attempt_agrees_too() {
    let mut states = 0_usize;
    let mut differences = Differences::default();
    let mut scenes = 0_usize;
    for_each_scene(607, |scene| {
        // Redemption orders multiply the newer editions; the older ones would be rare otherwise.
        scenes += 1;
        if scene.design.edition >= Edition::Y2024 && !scenes.is_multiple_of(7) {
            return;
        }
        let mut firsts = Vec::new();
        for_each_script(scene, &mut |script, ending, _| firsts.extend(matches!(ending, Ending::Ended(_)).then_some(*script)));
        for first in firsts {
            for way_in in [WayIn::EmailLink, WayIn::DirectLink, WayIn::CommonEndpointWithOrganization] {
                second_attempts(scene, &first.then(Act::TryAgain(way_in)), &mut states, &mut differences);
            }
        }
    });
    println!("{states} second attempts compared");
    differences.none_or_panic(states);
}

fn second_attempts(scene: Scene<'_>, script: &Script, states: &mut usize, differences: &mut Differences) {
    *states += 1;
    let run = replay(scene.design, scene.guest, script.acts());
    let engine = match &run.next {
        Next::Ended(outcome) => Ending::Ended(*outcome),
        Next::Person { prompt, .. } => Ending::Waiting(*prompt),
        Next::NoEdge(node, answer) => Ending::NoEdge(*node, *answer),
    };
    let mut kept = Kept::default();
    let mut acts = script.acts().iter().copied();
    let mut documents = attempt(scene.design, scene.guest, scene.guest.way_in, &mut kept, &mut acts).0;
    if let (Ending::Ended(_), Some(Act::TryAgain(way_in))) = (documents, acts.next()) {
        documents = attempt(scene.design, scene.guest, way_in, &mut kept, &mut acts).0;
    }
    if engine != documents {
        let kind = format!("{}: engine {engine:?}, documents {documents:?}", scene.design.edition.name());
        differences.add(kind, as_json(scene, script.acts()));
    }
    if let (Ending::Waiting(prompt), None) = (engine, run.refused) {
        for act in tries(prompt) {
            second_attempts(scene, &script.then(*act), states, differences);
        }
    }
}
