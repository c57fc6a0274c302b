//! Whether the run, or a document in its place, is laid out on paper, and printing.
//!
//! What is on the sheets is in `crate::paper`.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::App;
use crate::controls::{focus, focus_when_drawn};
use crate::later;
use crate::regions::Region;
use crate::words;

/// Whether the run is laid out on paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// It is not.
    Away,
    /// To be looked at.
    Preview,
    /// While it is printed.
    Printing,
}

impl App {
    /// Shows the sheets, or takes them away.
    pub fn preview(&self, on: bool) {
        self.presentation.leave(self);
        self.paper.set(if on { Paper::Preview } else { Paper::Away });
        if !on {
            self.sheet.set(None);
        }
        focus_when_drawn(if on { "paper" } else { Region::Flow.id() }.to_owned());
        self.announce(if on { words::show::print_preview_esc_closes_it() } else { words::show::print_preview_closed() });
    }

    /// Prints the sheets, and takes them away afterwards unless they were shown before.
    pub fn print(&self) {
        let app = *self;
        app.travel.pause();
        app.lay_out();
        spawn_local(async move {
            if later::loaded().await.is_err() {
                app.put_away();
                app.notify(words::show::printout_could_not_loaded_check(), None);
                return;
            }
            // Drawn by then: a frame to draw it, and one to be sure of it.
            request_animation_frame(move || {
                request_animation_frame(move || {
                    if window().print().is_err() {
                        app.notify(words::show::browser_does_not_print_here(), None);
                    }
                });
            });
        });
    }

    /// Lays the run out because it is about to be printed.
    pub fn lay_out(&self) {
        if self.paper.get_untracked() == Paper::Away {
            self.paper.set(Paper::Printing);
        }
    }

    /// Takes away what was laid out to be printed only.
    pub fn put_away(&self) {
        if self.paper.get_untracked() == Paper::Printing {
            let focused = document().active_element();
            self.paper.set(Paper::Away);
            request_animation_frame(move || {
                if let Some(element) = focused {
                    focus(&element);
                }
            });
        }
    }
}
