//! The storyboard: all pages of the run side by side, each with its steps, who sees it, when, and what is done on it. It prints.
//!
//! The pages are stills: what can be done on the page at the cursor is in the right-hand panel.

use leptos::prelude::*;
use redemption_engine::design::ResourceTenant;
use redemption_engine::storyboard::{Frame, storyboard};
use redemption_engine::wording;

use super::views::{Drawing, Shown};
use crate::inspect::still;
use crate::state::{Doer, date_and_time, minutes_at};
use crate::words;

/// The run as a storyboard.
#[component]
pub fn Storyboard() -> impl IntoView {
    Shown::new().drawn(board)
}

fn board(shown: Shown, drawing: &Drawing<'_>) -> AnyView {
    let frames = storyboard(drawing.run, drawing.places);
    drawing.by_chapter(frames.into_iter().map(|frame| (frame.first, card(shown, drawing, frame))).collect(), "board")
}

/// What is done on a page, or what is asked there.
pub(crate) fn then(resource: &ResourceTenant, frame: &Frame) -> Option<String> {
    match (frame.asked, frame.choice) {
        (_, Some(choice)) => {
            let act = wording::act_in(resource, choice.prompt, choice.act);
            Some(format!("{}: {act}", Doer::of(choice.act).name()))
        }
        (Some(prompt), None) => Some(wording::prompt(prompt).to_owned()),
        (None, None) => None,
    }
}

fn card(shown: Shown, drawing: &Drawing<'_>, frame: Frame) -> AnyView {
    let numbers = drawing.numbers(frame.first, frame.last);
    let several = if frame.first == frame.last { words::common::step() } else { words::common::steps() };
    let title = view! {
        <span class="board__steps">{format!("{several} {numbers}")}</span>
        <span class="visually-hidden">": "</span>
        <span class="board__screen">{wording::screen(frame.screen)}</span>
    };
    let minutes = minutes_at(drawing.run, frame.drawn);
    let time = date_and_time(drawing.design, drawing.guest, minutes);
    let then = then(&drawing.design.resource_tenant, &frame);
    view! {
        <li class="board__card">
            {shown.stop("board__go", frame.first, frame.last, title)}
            <p class="board__when">{format!("{}, {time}", wording::viewer(frame.viewer))}</p>
            {still(drawing.design, drawing.guest, drawing.run, frame.drawn)}
            {then.map(|then| view! { <p class="board__then">{then}</p> })}
        </li>
    }
    .into_any()
}
