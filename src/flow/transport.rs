//! The transport: first, back, forward, last, and a slider over all steps.
//!
//! Playing by itself is not here yet.

use leptos::prelude::*;

use super::here;
use crate::state::App;

/// The bar under the flow.
#[component]
pub fn Transport() -> impl IntoView {
    let app = App::expect();
    let places = Memo::new(move |_| app.shown_places());
    let position = Memo::new(move |_| {
        let place = app.place();
        places.with(|places| places.iter().rposition(|other| *other <= place).unwrap_or(0))
    });
    let last = Memo::new(move |_| places.with(Vec::len).saturating_sub(1));
    let at_start = move || position.get() == 0;
    let at_end = move || position.get() == last.get();
    let button = move |label: &'static str, glyph: &'static str, by: isize, off: Signal<bool>| {
        view! {
            <button
                class="button transport__button"
                type="button"
                aria-label=label
                title=label
                aria-disabled=move || off.get().to_string()
                on:click=move |_| app.step(by)
            >
                <span aria-hidden="true">{glyph}</span>
            </button>
        }
    };
    let slide = move |event: web_sys::Event| {
        let chosen = event_target_value(&event).parse::<usize>().ok();
        if let Some(place) = chosen.and_then(|position| places.with_untracked(|places| places.get(position).copied())) {
            app.go(place);
        }
    };
    view! {
        <div class="transport" role="group" aria-label="Steps" id="transport">
            {button("First step", "|◀", isize::MIN, Signal::derive(at_start))}
            {button("Step back", "◀", -1, Signal::derive(at_start))}
            <button
                class="button button--primary transport__forward"
                type="button"
                aria-disabled=move || at_end().to_string()
                on:click=move |_| app.step(1)
            >
                "Next step"
                <span aria-hidden="true">"▶"</span>
            </button>
            {button("Last step", "▶|", isize::MAX, Signal::derive(at_end))}
            <input
                class="transport__slider"
                type="range"
                aria-label="Step"
                min="0"
                max=move || last.get().to_string()
                step="1"
                aria-valuetext=move || here(app)
                prop:max=move || last.get().to_string()
                prop:value=move || position.get().to_string()
                on:input=slide
                on:keydown=|event| event.stop_propagation()
            />
            <output class="transport__here">{move || format!("{} of {}", position.get() + 1, last.get() + 1)}</output>
        </div>
    }
}
