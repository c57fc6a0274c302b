//! The transport: first, back, play, forward, last, a slider over all stops, and how playing goes.
//!
//! Where it stands and where playing stops is for the session to say.

mod playback;
mod ticks;

use leptos::prelude::*;

use crate::commands::Command;
use crate::state::App;
use crate::words;

/// The bar under the flow.
#[component]
pub fn Transport() -> impl IntoView {
    let app = App::expect();
    keep_playing(app);
    let stops = app.after_paint(move || app.stops());
    let position = Memo::new(move |_| {
        let place = app.place();
        stops.with(|stops| stops.iter().rposition(|other| *other <= place).unwrap_or(0))
    });
    let last = Memo::new(move |_| stops.with(Vec::len).saturating_sub(1));
    let at_start = move || position.get() == 0;
    let at_end = move || position.get() >= last.get();
    let playing = app.travel.playing;
    let here = app.after_paint(move || app.describe(app.place()));
    let button = move |command: Command, glyph: &'static str, off: Signal<bool>| {
        let label = command.label();
        view! {
            <button
                class="button transport__button"
                type="button"
                aria-label=label
                title=command.hint()
                aria-disabled=move || off.get().to_string()
                on:click=move |_| command.run(app)
            >
                <span aria-hidden="true">{glyph}</span>
            </button>
        }
    };
    let slide = move |event: web_sys::Event| {
        let chosen = event_target_value(&event).parse::<usize>().ok();
        if let Some(place) = chosen.and_then(|position| stops.with_untracked(|stops| stops.get(position).copied())) {
            app.go(place);
        }
    };
    let keys = move |event: web_sys::KeyboardEvent| {
        if Command::by_key(app, &event, crate::commands::Scope::Slider) {
            event.prevent_default();
        }
    };
    view! {
        <div class="transport" role="group" aria-label=words::common::steps() id="transport" tabindex="-1">
            <Diverged />
            <div class="transport__track">
                <div class="transport__rail">
                    <input
                        class="transport__slider"
                        type="range"
                        aria-label=words::common::step()
                        min="0"
                        max=move || last.get().to_string()
                        step="1"
                        aria-valuetext=move || here.get()
                        title=move || here.get()
                        prop:max=move || last.get().to_string()
                        prop:value=move || position.get().to_string()
                        on:input=slide
                        on:keydown=keys
                    />
                    <ticks::Ticks stops=stops />
                </div>
                <p class="transport__here">{move || words::flow::position_of(position.get() + 1, last.get() + 1)}</p>
            </div>
            <div class="transport__row">
                {button(Command::First, "|◀", Signal::derive(at_start))}
                {button(Command::Back, "◀", Signal::derive(at_start))}
                <button
                    class="button transport__button"
                    type="button"
                    id="play"
                    aria-label=move || if playing.get() { words::flow::pause() } else { words::flow::play() }
                    title=Command::PlayOrPause.hint()
                    aria-disabled=move || (!playing.get() && at_end()).to_string()
                    on:click=move |_| Command::PlayOrPause.run(app)
                >
                    <span class="transport__play" data-playing=move || playing.get().then_some("") aria-hidden="true"></span>
                </button>
                <button
                    class="button button--primary transport__forward"
                    type="button"
                    aria-disabled=move || at_end().to_string()
                    on:click=move |_| Command::Next.run(app)
                >
                    {words::common::next_step()}
                    <span aria-hidden="true">"▶"</span>
                </button>
                {button(Command::Last, "▶|", Signal::derive(at_end))}
                <playback::Playback />
            </div>
        </div>
    }
}

/// Goes on in time with the speed as long as it plays and the page can be seen.
fn keep_playing(app: App) {
    let hidden = RwSignal::new(document().hidden());
    let seen = window_event_listener_untyped("visibilitychange", move |_| hidden.set(document().hidden()));
    on_cleanup(move || seen.remove());
    Effect::new(move |_| {
        if !app.travel.playing.get() || hidden.get() {
            return;
        }
        if let Ok(timer) = set_interval_with_handle(move || app.play_on(), app.travel.speed.get().step()) {
            on_cleanup(move || timer.clear());
        }
    });
}

/// Says that an edit has changed the way that had been travelled, with the way there and the way back.
#[component]
fn Diverged() -> impl IntoView {
    let app = App::expect();
    let diverged = Memo::new(move |_| app.travel.diverged.get().map(|place| (app.numbered(place), place == app.place())));
    view! {
        <Show when=move || diverged.with(Option::is_some)>
            <div class="diverged" role="group" aria-label=words::flow::settings_changed()>
                <p class="diverged__text">
                    {move || diverged.get().map(|(number, _)| words::flow::settings_changed_path_differs(&number))}
                </p>
                <Show when=move || diverged.get().is_some_and(|(_, is_here)| !is_here)>
                    <button class="button" type="button" on:click=move |_| app.go_to_divergence()>{words::flow::go_there()}</button>
                </Show>
                <button class="button" type="button" on:click=move |_| app.undo()>{words::common::undo()}</button>
                <button
                    class="button button--quiet"
                    type="button"
                    aria-label=words::common::dismiss()
                    on:click=move |_| app.travel.diverged.set(None)
                >
                    "✕"
                </button>
            </div>
        </Show>
    }
}
