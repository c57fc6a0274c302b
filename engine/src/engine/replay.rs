//! A guest's whole story with trace, facts and effects: chapter after chapter over the same decisions as a walk.
//!
//! Nothing is decided here except which chapter comes next.

use std::sync::Arc;

use super::{Progress, Verdict, World, change, decide, effect, heed};
use crate::act::{Act, Begins, Prompt};
use crate::design::Design;
use crate::flow::{Answer, Flow, Node, Outcome};
use crate::guest::Guest;
use crate::trace::{Cause, Chapter, Choice, Facts, Next, Run, Step};

/// How many steps a long attempt has.
const MANY_STEPS: usize = 48;

/// Plays a guest's story to where it ends or waits, with trace, facts and effects.
pub fn replay(design: &Design, guest: &Guest, acts: &[Act]) -> Run {
    let flow = Arc::new(Flow::of(&design.resource_tenant.redemption_order, design.edition));
    replay_along(&flow, design, guest, acts)
}

/// [`replay`] along a flow that is drawn once for many guests. It must be the one of the design's order and edition.
pub fn replay_along(flow: &Arc<Flow>, design: &Design, guest: &Guest, acts: &[Act]) -> Run {
    // Who has redeemed for a fact is there already.
    let redeemed = Progress::redeemed(World { design, guest });
    let mut story = Story {
        flow: Arc::clone(flow),
        design,
        guest,
        changed_design: None,
        changed_guest: None,
        acts,
        used: 0,
        so_far: redeemed.unwrap_or_else(|| Progress::before_the_invitation(guest.way_in)),
    };
    let mut chapters = Vec::new();
    let mut invited = redeemed.is_some();
    let mut begins = if invited { Begins::Attempt(guest.way_in) } else { Begins::Invitation };
    let mut opened_by = None;
    let mut attempted = false;
    loop {
        let (chapter, next) = story.play(begins, opened_by);
        attempted |= matches!(begins, Begins::Attempt(_));
        let ended = matches!(next, Next::Ended(_));
        if invited && next == Next::Ended(Outcome::Invited) {
            story.take_over_new_object();
        }
        invited |= next == Next::Ended(Outcome::Invited);
        story.take_over(&chapter);
        chapters.push(chapter);
        let following = acts.get(story.used).filter(|act| ended && Prompt::Between.takes(**act)).copied();
        let first_attempt_is_due = ended && !attempted && invited;
        match following.and_then(|act| Some((act, act.begins()?))) {
            Some((act, next_begins)) if !(first_attempt_is_due && matches!(next_begins, Begins::Attempt(_))) => {
                opened_by = Some((story.used, act));
                story.used += 1;
                begins = next_begins;
            }
            // The guest comes by themselves once they are invited.
            _ if first_attempt_is_due => {
                opened_by = acts.get(story.used).filter(|act| **act == Act::ComeIn).map(|act| (story.used, *act));
                story.used += usize::from(opened_by.is_some());
                begins = Begins::Attempt(guest.way_in);
            }
            _ => {
                let refused = (story.used < acts.len()).then_some(story.used);
                return Run { chapters, next, refused };
            }
        }
    }
}

/// A story while it is played. Design and guest are the workspace's until a chapter changes them.
struct Story<'a> {
    flow: Arc<Flow>,
    design: &'a Design,
    guest: &'a Guest,
    changed_design: Option<Arc<Design>>,
    changed_guest: Option<Guest>,
    acts: &'a [Act],
    used: usize,
    so_far: Progress,
}

impl Story<'_> {
    /// Plays one chapter.
    fn play(&mut self, begins: Begins, opened_by: Option<(usize, Act)>) -> (Chapter, Next) {
        let act = opened_by.map(|(_, act)| act);
        self.so_far.begin_chapter(act);
        if let Begins::Attempt(way_in) = begins {
            self.so_far.begin_attempt(way_in, act);
        }
        let mut chapter = Chapter {
            begins,
            opened_by,
            design: self.changed_design.clone(),
            begins_at: self.so_far.minutes,
            at: self.flow.entry(begins),
            flow: Arc::clone(&self.flow),
            steps: Vec::with_capacity(MANY_STEPS),
        };
        let next = self.go(&mut chapter);
        (chapter, next)
    }

    fn go(&mut self, chapter: &mut Chapter) -> Next {
        let world = World {
            design: self.changed_design.as_deref().unwrap_or(self.design),
            guest: self.changed_guest.as_ref().unwrap_or(self.guest),
        };
        loop {
            let at = chapter.at;
            let before = effect::Before::of(&self.so_far);
            let mut facts = Facts::new();
            let (answer, rule, choice) = match decide(world, at, &mut self.so_far, &mut facts) {
                Verdict::Ends(outcome) => return Next::Ended(outcome),
                Verdict::Is(answer, rule) => (answer, rule, None),
                Verdict::Ask(prompt, rule) => {
                    let offered = self.acts.get(self.used).filter(|act| prompt.takes(**act));
                    match offered.and_then(|act| Some((*act, heed(*act, at, &mut self.so_far)?))) {
                        Some((act, answer)) => {
                            let position = self.used;
                            self.used += 1;
                            (answer, rule, Some(Choice { prompt, act, position }))
                        }
                        None => return Next::Person { prompt, rule, facts },
                    }
                }
            };
            let Some(edge) = chapter.flow.follow(at, answer) else {
                return Next::NoEdge(at, answer);
            };
            self.so_far.pass(world, edge);
            let effects = effect::effects(world, edge, choice.map(|choice| choice.act), &before, &self.so_far);
            let minutes = self.so_far.minutes;
            chapter.steps.push(Step { edge, cause: Cause { rule, choice }, facts, effects, minutes });
            chapter.at = edge.to();
        }
    }

    /// Forgets what belonged to a guest object that has been deleted: whoever is invited again has another one.
    fn take_over_new_object(&mut self) {
        let guest = self.changed_guest.as_ref().unwrap_or(self.guest);
        self.changed_guest = Some(change::of_new_object(self.guest, guest));
    }

    /// Takes over what a chapter has changed in design and guest.
    fn take_over(&mut self, chapter: &Chapter) {
        let done =
            chapter.steps.iter().any(|step| matches!(step.edge.from(), Node::Operation(_)) && step.edge.answer() == Answer::Done);
        let Some((_, act)) = chapter.opened_by.filter(|_| done) else { return };
        let design = self.changed_design.as_deref().unwrap_or(self.design);
        let guest = self.changed_guest.as_ref().unwrap_or(self.guest);
        let Some((design_after, guest_after)) = change::made(act, design, guest) else { return };
        let order = &design_after.resource_tenant.redemption_order;
        if *order != design.resource_tenant.redemption_order {
            self.flow = Arc::new(Flow::of(order, design_after.edition));
        }
        if design_after != *design {
            self.changed_design = Some(Arc::new(design_after));
        }
        self.changed_guest = Some(guest_after);
    }
}
