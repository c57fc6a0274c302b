//! How playing goes: speed, by what it is stepped, and the pause points.
//!
//! All of it is the reader's preference and belongs to no scenario.

use leptos::prelude::*;
use redemption_engine::wording;
use strum::IntoEnumIterator;

use crate::app::close_by_escape;
use crate::commands::Command;
use crate::state::{App, Speed, Stride};
use crate::words;

/// The menu.
#[component]
pub(super) fn Playback() -> impl IntoView {
    let app = App::expect();
    let travel = app.travel;
    let speeds = Speed::iter().map(|speed| {
        let value: &'static str = speed.into();
        view! { <option value=value selected=move || travel.speed.get() == speed>{speed.label()}</option> }
    });
    let strides = Stride::iter().map(|stride| {
        let value: &'static str = stride.into();
        view! { <option value=value selected=move || travel.stride.get() == stride>{stride.label()}</option> }
    });
    let speed = move || <&str>::from(travel.speed.get());
    let stride = move || <&str>::from(travel.stride.get());
    let any = move || travel.pauses.with(|pauses| !pauses.is_empty());
    let count = move || travel.pauses.with(|pauses| pauses.len());
    let node = app.after_paint(move || app.node_shown());
    let node = move || node.get();
    view! {
        <details class="menu menu--up" on:keydown=close_by_escape>
            <summary class="button">
                <span class="menu__what">{words::flow::playback()}</span>
                <span>{move || travel.speed.get().label()}</span>
            </summary>
            <div class="menu__body">
                <label class="menu__row">
                    <span>{words::flow::speed()}</span>
                    <select
                        class="context__input"
                        id="speed"
                        prop:value=speed
                        on:change=move |event| {
                            if let Ok(speed) = event_target_value(&event).parse() {
                                travel.set_speed(speed);
                            }
                        }
                    >
                        {speeds.collect_view()}
                    </select>
                </label>
                <label class="menu__row">
                    <span>{words::flow::step_by()}</span>
                    <select
                        class="context__input"
                        id="stride"
                        prop:value=stride
                        on:change=move |event| {
                            if let Ok(stride) = event_target_value(&event).parse() {
                                travel.set_stride(stride);
                            }
                        }
                    >
                        {strides.collect_view()}
                    </select>
                </label>
                <label class="menu__check">
                    <input
                        type="checkbox"
                        id="follow-cursor"
                        prop:checked=move || travel.follows.get()
                        on:change=move |event| travel.set_follows(event_target_checked(&event))
                    />
                    <span>{words::flow::scroll_along_with_the_cursor()}</span>
                </label>
                <label class="menu__check">
                    <input
                        type="checkbox"
                        id="quiet"
                        prop:checked=move || travel.quiet.get()
                        on:change=move |event| travel.set_quiet(event_target_checked(&event))
                    />
                    <span>{words::flow::quiet_announce_no_steps_to()}</span>
                </label>
                <p class="menu__note">{words::flow::playing_stops_where_guest_decides()}</p>
                <button
                    class="button menu__button"
                    id="pause-here"
                    type="button"
                    title=Command::PausePoint.hint()
                    aria-pressed=move || node().is_some_and(|node| travel.pauses_at(node)).to_string()
                    on:click=move |_| Command::PausePoint.run(app)
                >
                    {move || words::flow::pause_at(node().map_or("", wording::node))}
                </button>
                <Show when=any>
                    <button class="button menu__button" type="button" on:click=move |_| Command::RemovePauses.run(app)>
                        {move || words::flow::remove_all_pause_points(count())}
                    </button>
                </Show>
            </div>
        </details>
    }
}
