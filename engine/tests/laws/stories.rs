//! Laws of whole stories: what holds over all chapters of every sampled story.
//!
//! The stories are told by the engine itself: each act is one that fits where the story has come to.

use std::collections::BTreeSet;

use redemption_engine::act::{Act, Begins, Change, Prompt};
use redemption_engine::design::{Design, PolicyState};
use redemption_engine::engine::{self, World, journey, replay};
use redemption_engine::flow::{Flow, Node, Outcome};
use redemption_engine::guest::Guest;
use redemption_engine::guest_record::{ObjectState, guest_record};
use redemption_engine::trace::{Effect, Next, Place, Run, Step};

use super::space::tales::for_each_sample;

const STORIES: usize = 8_000;

/// Calls `look` with sampled scenarios, their stories and their runs.
pub(super) fn for_each_story(count: usize, mut look: impl FnMut(&Design, &Guest, &[Act], &Run)) {
    for_each_sample(count, |sample| {
        let (design, guest) = sample.scenario();
        let acts = sample.story(|acts| awaited(&replay(&design, &guest, acts)));
        look(&design, &guest, &acts, &replay(&design, &guest, &acts));
    });
}

fn awaited(run: &Run) -> Option<Prompt> {
    match run.next {
        _ if run.refused.is_some() => None,
        Next::Person { prompt, .. } => Some(prompt),
        Next::Ended(_) => Some(Prompt::Between),
        Next::NoEdge(..) => None,
    }
}

pub(super) fn json(design: &Design, guest: &Guest, acts: &[Act]) -> String {
    serde_json::json!({ "design": design, "guest": guest, "acts": acts }).to_string()
}

fn steps(run: &Run) -> impl Iterator<Item = &Step> {
    run.chapters.iter().flat_map(|chapter| &chapter.steps)
}

#[test]
fn a_story_is_a_path_of_chapters_that_never_misses_an_edge() {
    let mut chapters = 0;
    for_each_story(STORIES, |design, guest, acts, run| {
        assert_eq!(run.chapters[0].begins, Begins::Invitation, "{}", json(design, guest, acts));
        for (number, chapter) in run.chapters.iter().enumerate() {
            chapters += 1;
            let mut at = chapter.flow.entry(chapter.begins);
            for step in &chapter.steps {
                assert_eq!(step.edge.from(), at, "{}", json(design, guest, acts));
                assert_eq!(chapter.flow.follow(at, step.edge.answer()), Some(step.edge), "{}", json(design, guest, acts));
                at = step.edge.to();
            }
            assert_eq!(chapter.at, at, "{}", json(design, guest, acts));
            let last = number + 1 == run.chapters.len();
            assert!(last || matches!(at, Node::End(_)), "{}", json(design, guest, acts));
        }
        match run.next {
            Next::NoEdge(node, answer) => panic!("{} has no edge for {answer:?}\n{}", node.id(), json(design, guest, acts)),
            Next::Ended(outcome) => assert_eq!(run.chapters.last().unwrap().at, Node::End(outcome)),
            Next::Person { .. } => assert!(!matches!(run.chapters.last().unwrap().at, Node::End(_))),
        }
    });
    assert!(chapters > 4 * STORIES, "only {chapters} chapters");
}

/// An attempt that nobody has asked for yet begins by itself at the end of a story; one more act may put something before it.
fn without_attempt_that_may_wait(run: &Run) -> &[redemption_engine::trace::Chapter] {
    match run.chapters.split_last() {
        Some((last, before)) if last.opened_by.is_none() && last.way_in().is_some() => before,
        _ => &run.chapters,
    }
}

#[test]
fn what_has_happened_does_not_depend_on_what_is_done_next() {
    for_each_story(STORIES / 4, |design, guest, acts, run| {
        assert_eq!(*run, replay(design, guest, acts), "{}", json(design, guest, acts));
        for length in 0..acts.len() {
            let part = replay(design, guest, &acts[..length]);
            let sure = without_attempt_that_may_wait(&part);
            for (number, chapter) in sure.iter().enumerate() {
                let whole = &run.chapters[number];
                assert!(whole.steps.starts_with(&chapter.steps), "{}", json(design, guest, acts));
                assert_eq!((whole.begins, whole.opened_by), (chapter.begins, chapter.opened_by), "{}", json(design, guest, acts));
                assert_eq!(whole.begins_at, chapter.begins_at, "{}", json(design, guest, acts));
            }
        }
    });
}

#[test]
fn time_never_goes_back() {
    let mut passed = 0;
    for_each_story(STORIES, |design, guest, acts, run| {
        let mut now = 0;
        for chapter in &run.chapters {
            assert_eq!(chapter.begins_at, now, "{}", json(design, guest, acts));
            for step in &chapter.steps {
                let passes: u32 =
                    step.effects.iter().map(|effect| if let Effect::TimePassed(minutes) = effect { *minutes } else { 0 }).sum();
                now += passes;
                passed += usize::from(passes > 0);
                assert_eq!(step.minutes, now, "{}", json(design, guest, acts));
            }
        }
    });
    assert!(passed > STORIES / 10, "time passes only {passed} times");
}

/// What the effects say of the guest object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Object {
    None,
    Pending,
    Accepted,
    Deleted { accepted: bool },
}

#[test]
fn every_effect_fits_the_guest_object_it_changes() {
    let mut seen = BTreeSet::new();
    for_each_story(STORIES, |design, guest, acts, run| {
        let mut object = Object::None;
        for effect in steps(run).flat_map(|step| &step.effects) {
            object = match (effect, object) {
                (Effect::Invited, Object::None | Object::Deleted { .. }) => Object::Pending,
                (Effect::StateAccepted, Object::Pending) => Object::Accepted,
                (Effect::RedemptionReset { .. }, Object::Accepted) => Object::Pending,
                (Effect::ObjectDeleted | Effect::GuestLeft, Object::Pending) => Object::Deleted { accepted: false },
                (Effect::ObjectDeleted | Effect::GuestLeft, Object::Accepted) => Object::Deleted { accepted: true },
                (Effect::ObjectRestored, Object::Deleted { accepted: false }) => Object::Pending,
                (Effect::ObjectRestored, Object::Deleted { accepted: true }) => Object::Accepted,
                (Effect::ObjectPurged, Object::Deleted { .. }) => Object::None,
                (Effect::IdentityAdded { .. } | Effect::PermissionsAccepted, Object::Pending) => object,
                (
                    Effect::TermsAccepted(_)
                    | Effect::TermsDeclined(_)
                    | Effect::MultifactorDone
                    | Effect::MultifactorRegistered
                    | Effect::ApplicationConsented
                    | Effect::AddressAdded(_),
                    Object::Pending | Object::Accepted,
                ) => object,
                (
                    Effect::PasscodeSent
                    | Effect::TimePassed(_)
                    | Effect::AccountCreated(_)
                    | Effect::InvitationMailed
                    | Effect::NotificationMailed
                    | Effect::MailSuppressed
                    | Effect::Changed(_),
                    _,
                ) => object,
                (effect, object) => panic!("{effect:?} of an object that is {object:?}\n{}", json(design, guest, acts)),
            };
            seen.insert(format!("{object:?}"));
        }
        let record = guest_record(design, guest, steps(run));
        let expected = match object {
            // A user of the resource tenant who is invited is there before.
            Object::None if guest.invitation.internal_user.is_some() => return,
            Object::None => [ObjectState::None, ObjectState::Gone].as_slice(),
            Object::Pending | Object::Accepted => &[ObjectState::Active],
            Object::Deleted { .. } => &[ObjectState::SoftDeleted],
        };
        assert!(expected.contains(&record.object), "{object:?} {:?}\n{}", record.object, json(design, guest, acts));
        let (state, accepted) = match object {
            Object::None => return,
            Object::Pending | Object::Deleted { accepted: false } => ("PendingAcceptance", false),
            Object::Accepted | Object::Deleted { accepted: true } => ("Accepted", true),
        };
        assert_eq!(record.external_user_state, Some(state), "{}", json(design, guest, acts));
        assert_eq!(record.accepted_with.is_some(), accepted, "{}", json(design, guest, acts));
    });
    assert_eq!(seen.len(), 5, "{seen:?}");
}

#[test]
fn only_who_has_a_guest_object_gets_in() {
    let mut got_in = 0;
    for_each_story(STORIES, |design, guest, acts, run| {
        let mut here = false;
        for chapter in &run.chapters {
            for effect in chapter.steps.iter().flat_map(|step| &step.effects) {
                match effect {
                    Effect::Invited | Effect::ObjectRestored => here = true,
                    Effect::ObjectDeleted | Effect::GuestLeft | Effect::ObjectPurged => here = false,
                    _ => {}
                }
            }
            if matches!(chapter.at, Node::End(Outcome::Redeemed | Outcome::SignedIn)) {
                got_in += 1;
                assert!(here, "{}", json(design, guest, acts));
            }
        }
    });
    assert!(got_in > STORIES / 2, "only {got_in}");
}

#[test]
fn every_act_is_used_once_up_to_the_first_that_does_not_fit() {
    let mut refused = 0;
    for_each_story(STORIES, |design, guest, acts, run| {
        let opened = run.chapters.iter().filter_map(|chapter| chapter.opened_by);
        let chosen = steps(run).filter_map(|step| step.cause.choice.map(|choice| (choice.position, choice.act)));
        let mut used: Vec<(usize, Act)> = opened.chain(chosen).collect();
        used.sort_by_key(|(position, _)| *position);
        let all = acts.iter().copied().enumerate().take(run.refused.unwrap_or(acts.len()));
        assert!(used.into_iter().eq(all), "{}", json(design, guest, acts));
        refused += usize::from(run.refused.is_some());
    });
    assert!(refused > 50, "only {refused}");
}

#[test]
fn a_rule_is_cited_only_in_the_editions_in_which_it_holds() {
    for_each_story(STORIES, |design, guest, acts, run| {
        for step in steps(run) {
            let card = step.cause.rule.card();
            assert!(step.cause.rule.holds_in(design.edition), "{}\n{}", card.id, json(design, guest, acts));
        }
    });
}

#[test]
fn a_change_holds_from_the_next_chapter_on_and_leaves_the_edition_alone() {
    let mut changed = 0;
    for_each_story(STORIES, |design, guest, acts, run| {
        let mut in_force = design.clone();
        for pair in run.chapters.windows(2) {
            let [before, after] = pair else { unreachable!() };
            let now = after.design_in_force(design);
            let by_change = before.steps.iter().flat_map(|step| &step.effects).any(|effect| matches!(effect, Effect::Changed(_)));
            assert!(by_change || *now == in_force, "{}", json(design, guest, acts));
            let number = run.chapters.iter().position(|chapter| std::ptr::eq(chapter, after)).unwrap();
            let (told, _) = engine::in_force(design, guest, run, Place { chapter: number, step: 0 });
            assert_eq!(told, *now, "{}", json(design, guest, acts));
            changed += usize::from(*now != in_force);
            assert_eq!(after.flow.edition(), design.edition, "{}", json(design, guest, acts));
            let order = &now.resource_tenant.redemption_order;
            assert_eq!(*after.flow, Flow::of(order, design.edition), "{}", json(design, guest, acts));
            in_force = now.clone();
        }
    });
    assert!(changed > STORIES / 20, "only {changed}");
}

#[test]
fn a_policy_that_is_off_or_reports_only_changes_nothing_but_which_terms_it_names() {
    let mut removed = 0;
    for_each_story(STORIES, |design, guest, acts, run| {
        let mut without = design.clone();
        let policies = &mut without.resource_tenant.conditional_access;
        policies.retain(|policy| policy.state == PolicyState::Enabled || !policy.terms_of_use.is_empty());
        let turned = acts.iter().any(|act| matches!(act, Act::Change(Change::PolicyState { .. })));
        if without == *design || turned {
            return;
        }
        removed += 1;
        let other = replay(&without, guest, acts);
        assert!(steps(run).map(|step| step.edge).eq(steps(&other).map(|step| step.edge)), "{}", json(design, guest, acts));
    });
    assert!(removed > 100, "only {removed}");
}

#[test]
fn a_whole_journey_allocates_nothing() {
    let mut worst = (0, String::new());
    for_each_sample(STORIES, |sample| {
        let (design, guest) = sample.scenario();
        let flow = Flow::of(&design.resource_tenant.redemption_order, design.edition);
        let world = World { design: &design, guest: &guest };
        let info = allocation_counter::measure(|| {
            journey(world, &flow, Prompt::cooperative, |_| {});
        });
        if info.count_total > worst.0 {
            worst = (info.count_total, json(&design, &guest, &[]));
        }
    });
    assert_eq!(worst.0, 0, "{}", worst.1);
}
