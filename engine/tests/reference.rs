//! The documents' numbered steps as plain lines, compared with the engine.
//!
//! `steps` is written from the documents alone, in another style than the engine: straight down, with no flow, no rules,
//! no trace, and none of the engine's functions. A state is a design, a guest and a list of acts; what each chapter comes to must
//! agree in every state.
//!
//! Discovery is enumerated: the ordinary run takes every 211th scenario, more than a million states in a few seconds.
//! `REFERENCE_EVERY` says how many to step over in a release run; 1 is the whole space of 239 million states (one to two minutes
//! on one core), 5 a fifth of it:
//! `REFERENCE_EVERY=5 cargo test --release -p redemption-engine --test reference -- --nocapture`.
//!
//! Gates, policies and lifecycle have too many settings for a product: a family of settings at a time is enumerated, and whole
//! stories are sampled from a fixed seed, `REFERENCE_SAMPLES` of them; a sample that disagrees is made smaller first. Each edge of
//! each edition's default flow must be met, so that no part is missed without a word. `REFERENCE_SURVEY=1` names every kind of
//! difference among the samples, instead of making the first one smaller.
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

#[path = "reference/engine_side.rs"]
mod engine_side;

use std::cell::RefCell;

use engine_side::{Met, difference, told};
use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngSeed, TestCaseError, TestRunner};
use redemption_engine::act::{Act, Prompt};
use redemption_engine::design::{Design, Edition, IdentityProvider};
use redemption_engine::engine::{Ending, Progress, replay};
use redemption_engine::flow::{Flow, Outcome};
use redemption_engine::guest::{Guest, WayIn};
use redemption_engine::trace::Run;
use space::families::families;
use space::tales::{Sample, policy_samples, samples};
use space::{Differences, Scene, Script, as_json, for_each_scene, for_each_script, situations, tries, walk_by};
use steps::{Acts, Comes, Kept, Told, attempt, story};

/// What is compared of a first attempt.
type Compared = (Ending, Option<IdentityProvider>, Option<IdentityProvider>, bool, u16);

fn of_engine(ending: Ending, progress: &Progress) -> Compared {
    (ending, progress.provider, progress.accepted_with, progress.permissions_accepted, progress.terms_accepted())
}

fn of_documents(scene: Scene<'_>, acts: &[Act]) -> Compared {
    let mut kept = Kept::invited(scene.design, scene.guest);
    let way_in = scene.guest.way_in;
    let (ending, provider) = attempt(scene.design, scene.guest, way_in, Comes::Afresh, &mut kept, &mut Acts::new(acts));
    let accepted_with = kept.accepted.map(|accepted| accepted.with);
    (ending, provider, accepted_with, kept.permissions, u16::try_from(kept.terms_accepted).unwrap())
}

/// Of how many scenarios one is taken; a prime meets every setting and every fact.
fn every() -> usize {
    number("REFERENCE_EVERY", 211)
}

fn number(variable: &str, usual: usize) -> usize {
    std::env::var(variable).map_or(usual, |text| text.parse().unwrap_or_else(|_| panic!("`{variable}` is a number such as `5`")))
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
    let documents = compare(scene.design, scene.guest, script.acts(), differences).0;
    if let (Ok(prompt), false) = (awaited(&documents), documents.1.is_some()) {
        for act in tries(prompt) {
            second_attempts(scene, &script.then(*act), states, differences);
        }
    }
}

/// What a whole story comes to, with the position of the first act that does not fit.
type Story = (Vec<Told>, Option<usize>);

/// The prompt that a story waits at; an outcome where it has ended.
fn awaited(story: &Story) -> Result<Prompt, Outcome> {
    match story.0.last().unwrap().ending {
        Ending::Waiting(prompt) => Ok(prompt),
        Ending::Ended(outcome) => Err(outcome),
        Ending::NoEdge(node, answer) => panic!("{} has no edge for {answer:?}", node.id()),
    }
}

/// Compares a story; differences are kept by kind.
fn compare(design: &Design, guest: &Guest, acts: &[Act], differences: &mut Differences) -> (Story, Run) {
    let documents = story(design, guest, acts);
    let run = replay(design, guest, acts);
    let engine = told(&run);
    if engine != documents {
        let flow = Flow::of(&design.resource_tenant.redemption_order, design.edition);
        differences.add(difference(design, &engine, &documents), as_json(Scene { design, guest, flow: &flow }, acts));
    }
    (documents, run)
}

/// Compares sampled stories. The first one that differs is made smaller; the failure names what is left of it.
fn compare_samples(samples: impl Strategy<Value = Sample>, cases: usize, met: &RefCell<Met>) {
    let config = Config {
        cases: u32::try_from(cases).unwrap(),
        rng_seed: RngSeed::Fixed(20_260_421),
        failure_persistence: None,
        max_shrink_iters: 20_000,
        ..Config::default()
    };
    let survey = std::env::var_os("REFERENCE_SURVEY").is_some();
    let all = RefCell::<Differences>::default();
    let result = TestRunner::new(config).run(&samples, |sample| {
        let (design, guest) = sample.scenario();
        let acts = sample.story(|acts| awaits(&story(&design, &guest, acts)));
        let (_, run) = compare(&design, &guest, &acts, &mut all.borrow_mut());
        met.borrow_mut().add(&run);
        if survey {
            return Ok(());
        }
        let first = std::mem::take(&mut *all.borrow_mut()).first();
        first.map_or(Ok(()), |difference| Err(TestCaseError::fail(difference)))
    });
    if let Err(error) = result {
        panic!("{error}");
    }
    all.into_inner().none_or_panic(cases);
}

/// What a story waits for at its end; nothing, where an act does not fit.
fn awaits(story: &Story) -> Option<Prompt> {
    story.1.is_none().then(|| awaited(story).unwrap_or(Prompt::Between))
}

#[test]
fn sampled_stories_agree_and_meet_every_edge_and_outcome() {
    let met = RefCell::default();
    compare_samples(samples(), number("REFERENCE_SAMPLES", 60_000), &met);
    compare_samples(policy_samples(), number("REFERENCE_SAMPLES", 60_000) / 4, &met);
    let met = met.into_inner();
    println!("{} stories compared, {} get in", met.stories, met.got_in);
    assert!(met.got_in * 2 > met.stories, "only {} of {} stories get in", met.got_in, met.stories);
    let missed = met.missed();
    assert!(missed.is_empty(), "{} are never met:\n{}", missed.len(), missed.join("\n"));
}

#[test]
fn every_family_of_settings_agrees() {
    let (mut all, mut differences) = (0, Differences::default());
    for (family, every, scenarios) in families() {
        let mut states = 0;
        for (design, guest, prelude) in scenarios.into_iter().step_by(every) {
            stories_from(&design, &guest, prelude, &mut states, &mut differences);
        }
        println!("{family}: {states} stories compared");
        assert!(states > 1_000, "{family} has shrunk to {states} stories");
        all += states;
    }
    differences.none_or_panic(all);
}

/// Compares a story and all its continuations on pages, up to where it ends.
fn stories_from(design: &Design, guest: &Guest, acts: Vec<Act>, states: &mut usize, differences: &mut Differences) {
    *states += 1;
    let (documents, _) = compare(design, guest, &acts, differences);
    if let (Ok(prompt), None) = (awaited(&documents), documents.1) {
        for act in tries(prompt) {
            stories_from(design, guest, [acts.as_slice(), &[*act]].concat(), states, differences);
        }
    }
}
