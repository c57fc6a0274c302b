//! The third sheet: the storyboard, every page of the run as a still.

use leptos::prelude::*;
use redemption_engine::storyboard::{Frame, storyboard};
use redemption_engine::wording;

use super::Subject;
use crate::flow::then;
use crate::inspect::still;
use crate::state::{date_and_time, minutes_at};
use crate::words;

pub(super) fn pages(subject: &Subject<'_>) -> AnyView {
    let frames = storyboard(subject.run, subject.shown).into_iter().map(|frame| card(subject, frame));
    view! {
        <h2 class="paper__title" id="paper-pages">{words::common::storyboard()}</h2>
        <ol class="board">{frames.collect_view()}</ol>
    }
    .into_any()
}

fn card(subject: &Subject<'_>, frame: Frame) -> AnyView {
    let Subject { workspace, guest, run, .. } = *subject;
    let design = &workspace.design;
    let several = if frame.first == frame.last { words::common::step() } else { words::common::steps() };
    let time = date_and_time(design, guest, minutes_at(run, frame.drawn));
    view! {
        <li class="board__card">
            <p class="board__when">{format!("{several} {}", subject.numbers(frame.first, frame.last))}</p>
            <h3 class="board__screen">{wording::screen(frame.screen)}</h3>
            <p class="board__when">{format!("{}, {time}", wording::viewer(frame.viewer))}</p>
            {still(design, guest, run, frame.drawn)}
            {then(&design.resource_tenant, &frame).map(|then| view! { <p class="board__then">{then}</p> })}
        </li>
    }
    .into_any()
}
