//! Problems of a guest's story: acts that do not fit where they stand.
//!
//! The story is played by the engine. There is no control for it; the way in, with which it begins, stands for it.

use super::Invited;
use crate::engine::replay;
use crate::field::{Field, GuestField};
use crate::flow::{Node, Outcome};
use crate::problems::{Problem, ProblemCode, Removal};
use crate::wording;

impl Invited<'_> {
    pub(super) fn story(self, number: usize, problems: &mut Vec<Problem>) {
        let field = || Field::of_guest(number, GuestField::WayIn);
        let story = &self.guest.story;
        if story.is_empty() {
            return;
        }
        let run = replay(self.design, self.guest, story);
        for chapter in &run.chapters {
            let not_offered = chapter.steps.last().is_some_and(|step| step.edge.to() == Node::End(Outcome::NotOffered));
            if let Some((position, act)) = chapter.opened_by.filter(|_| not_offered) {
                let problem = ProblemCode::StoryActIsNotOffered.at(
                    field(),
                    format!(
                        "Act {} of the story, \u{201c}{}\u{201d}, is not offered there, so it changes nothing. Take it out, or leave it to show that.",
                        position + 1,
                        wording::act(act)
                    ),
                );
                problems.push(problem.mended_by(Removal::Act { guest: number, at: position, act }));
            }
        }
        if let Some((position, act)) = run.refused.and_then(|position| Some((position, story.get(position)?))) {
            let problem = ProblemCode::StoryActIsRefused.at(
                field(),
                format!(
                    "Act {} of the story, \u{201c}{}\u{201d}, does not fit there, so the run stops before it. Take it out, and what follows it.",
                    position + 1,
                    wording::act(*act)
                ),
            );
            problems.push(problem.mended_by(Removal::RestOfStory { guest: number, from: position }));
        }
    }
}
