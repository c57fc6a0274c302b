//! A scenario that a link has brought and that the reader is asked about, and how the page goes where a link points.
//!
//! The text is read by the engine when the question is drawn; nothing is opened without an answer.

use leptos::prelude::*;
use redemption_engine::share;

use super::{App, Projection};
use crate::words;

/// What a link has brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    /// The scenario's text.
    pub text: String,
    /// The step to go to.
    pub at: Option<String>,
    /// The view to show.
    pub view: Option<String>,
    /// Whether to present it.
    pub present: bool,
}

impl App {
    /// Goes to a step and a view of a link, and says where there are none. The reader's own choice of view is kept for the next visit.
    pub fn arrive(&self, at: Option<&str>, view: Option<&str>) {
        if let Some(view) = view {
            match view.parse::<Projection>() {
                Ok(view) => self.projection.set(view),
                Err(_) => self.notify(words::address::link_asks_for_view_page(), None),
            }
        }
        let Some(at) = at else { return };
        match share::read_step(at) {
            Ok(wanted) => {
                let guests = self.session.with_untracked(|session| session.workspace().guests.len());
                if wanted.guest < guests {
                    self.select_guest(wanted.guest);
                }
                let there = self.run.with_untracked(|run| run.is_some_and(|run| run.places().contains(&wanted.place)));
                if wanted.guest < guests && there {
                    self.go(wanted.place);
                } else {
                    self.notify(words::address::step_link_not_in_scenario(), None);
                }
            }
            Err(error) => self.notify(words::address::step_link_not_found(&error), None),
        }
    }
}
