//! The chapter at the cursor and the settings that hold in it.
//!
//! A story may have changed settings on the way, so that what holds at the cursor is not always what the forms show.

use redemption_engine::chart::{self, State};
use redemption_engine::design::Design;
use redemption_engine::flow::Node;
use redemption_engine::trace::{Place, Run};

use super::App;

impl App {
    /// Reads the run at the cursor with the settings that hold in that chapter, and follows their changes. `None` without a guest.
    pub fn at_cursor<T>(&self, read: impl FnOnce(&Run, Place, &Design) -> T) -> Option<T> {
        let place = self.place();
        self.run.with(|run| {
            let run = run?;
            self.with(|workspace| Some(read(run, place, design_at(run, place, &workspace.design))))
        })
    }

    /// The state of a node at the cursor.
    pub fn state_of(&self, node: Node) -> State {
        self.at_cursor(|run, place, design| chart::state(run, place, design, node)).unwrap_or(State::NotReached)
    }
}

/// The settings that hold in the chapter of a place.
pub fn design_at<'a>(run: &'a Run, place: Place, design: &'a Design) -> &'a Design {
    run.chapters.get(place.chapter).map_or(design, |chapter| chapter.design_in_force(design))
}
