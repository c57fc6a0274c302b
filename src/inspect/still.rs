//! A simulated page as a still: the drawn frame as it was at a place, without buttons. Whoever shows it names the page.
//!
//! The page that can be acted on is in `screen.rs`.

use leptos::prelude::*;
use redemption_engine::design::Design;
use redemption_engine::guest::Guest;
use redemption_engine::trace::{Place, Run};

use super::frame::{Drawn, frame, tongue};
use crate::state::App;

/// The page at a place of a guest's run, marked as simulated. Whoever draws stills has every language loaded.
pub(crate) fn still(design: &Design, guest: &Guest, run: &Run, place: Place) -> Option<AnyView> {
    let app = App::expect();
    let words = tongue(app, design, guest, run, place).words();
    let drawing = Drawn::at(design, guest, run, place, words)?;
    Some(frame(app, "frame frame--still", drawing, ().into_any(), ().into_any()))
}
