//! What the selected guest does at the cursor, or anybody between two attempts.
//!
//! What an act means is for the engine; here it only finds its place in the story.

use std::sync::Arc;

use super::{Session, offers};
use crate::act::{Act, Begins};
use crate::guest::WayIn;
use crate::trace::{Place, Run};

impl Session {
    /// Lets the selected guest do something at the cursor. What the story held from there on stays as a branch, and a choice that a
    /// branch holds goes on along that branch.
    ///
    /// Answers whether the act fits where the cursor stands.
    pub fn act(&mut self, label: impl Into<String>, act: Act) -> bool {
        let (Some(run), Some(guest)) = (self.run(), self.guest()) else { return false };
        let place = self.view.place;
        if !offers(&run, place, act) {
            return false;
        }
        let used = run.acts_before(place);
        let came = comes_first(&run, place, act);
        let same = match came {
            Some(way_in) => guest.way_in == way_in && run.first_attempt() == Some(place.chapter + 1),
            None => guest.story.get(used) == Some(&act),
        };
        if !same {
            let mut story: Vec<Act> = guest.story.iter().take(used).copied().collect();
            if came.is_none() {
                if let Some(told_at) = untold(&run, place, act) {
                    story.insert(told_at.min(story.len()), Act::ComeIn);
                }
                story.push(act);
            }
            let way_in = came.unwrap_or(guest.way_in);
            // Another first way in replaces one, even where nothing was done on it yet.
            let replaces = guest.story.len() > used || (came.is_some() && self.own_branches().next().is_some());
            let before = self.beginning(label);
            let (way_in, story) = if replaces { self.branch_off(act, way_in, story) } else { (way_in, story) };
            self.tell(way_in, story);
            self.note(before);
        }
        self.step(1);
        true
    }

    /// Lets the selected guest begin the attempt at the cursor by another way in. What the story held from there on stays as a branch.
    ///
    /// Answers whether the cursor stands in an attempt that can begin so.
    pub fn come_by(&mut self, label: impl Into<String>, way_in: WayIn) -> bool {
        let Some(run) = self.run() else { return false };
        let now = self.view.place;
        let attempt = run.chapters.get(now.chapter).is_some_and(|chapter| chapter.way_in().is_some());
        let Some(chapter) = now.chapter.checked_sub(1).filter(|_| attempt) else { return false };
        let Some(before) = run.chapters.get(chapter) else { return false };
        self.view.place = Place { chapter, step: before.steps.len() };
        let came = self.act(label, Act::TryAgain(way_in));
        if !came {
            self.view.place = now;
        }
        came
    }

    /// Gives the selected guest another story.
    pub(super) fn tell(&mut self, way_in: WayIn, story: Vec<Act>) {
        if let Some(guest) = Arc::make_mut(&mut self.workspace).guests.get_mut(self.view.guest) {
            guest.way_in = way_in;
            guest.story = story;
        }
    }
}

/// Before the first attempt, *coming this way* is what the first attempt is.
fn comes_first(run: &Run, place: Place, act: Act) -> Option<WayIn> {
    match act {
        Act::TryAgain(way_in) if run.first_attempt().is_some_and(|first| place.chapter < first) => Some(way_in),
        _ => None,
    }
}

/// Where the story must tell of a first attempt that came by itself and without a single act, or what follows would come before it.
fn untold(run: &Run, place: Place, act: Act) -> Option<usize> {
    let first = run.first_attempt().filter(|first| *first <= place.chapter)?;
    let chapter = run.chapters.get(first)?;
    let follows = act.begins().is_some_and(|begins| !matches!(begins, Begins::Attempt(_)));
    let silent = chapter.opened_by.is_none() && chapter.steps.iter().all(|step| step.cause.choice.is_none());
    (follows && silent).then(|| run.acts_before(Place { chapter: first, step: 0 }))
}
