//! The moves of a run up to a place, each with its chapter: what mails and logs are folded from.
//!
//! Nothing is interpreted here.

use crate::trace::{Chapter, Place, Run, Step};

/// One move with its place and its chapter.
#[derive(Clone, Copy)]
pub(crate) struct Moved<'a> {
    /// Where it was made.
    pub place: Place,
    /// The chapter it belongs to.
    pub chapter: &'a Chapter,
    /// The move.
    pub step: &'a Step,
}

/// Every move before a place, in order.
pub(crate) fn moves(run: &Run, up_to: Place) -> impl Iterator<Item = Moved<'_>> {
    run.chapters.iter().enumerate().flat_map(move |(number, chapter)| {
        taken(chapter, number, up_to).iter().enumerate().map(move |(step_number, step)| Moved {
            place: Place { chapter: number, step: step_number },
            chapter,
            step,
        })
    })
}

/// The moves of one chapter, by its position, that lie before a place.
pub(crate) fn taken(chapter: &Chapter, number: usize, up_to: Place) -> &[Step] {
    let count = match number.cmp(&up_to.chapter) {
        std::cmp::Ordering::Less => chapter.steps.len(),
        std::cmp::Ordering::Equal => up_to.step.min(chapter.steps.len()),
        std::cmp::Ordering::Greater => 0,
    };
    chapter.steps.get(..count).unwrap_or_default()
}

impl Moved<'_> {
    /// The place after the move.
    pub fn after(&self) -> Place {
        Place { step: self.place.step + 1, ..self.place }
    }
}
