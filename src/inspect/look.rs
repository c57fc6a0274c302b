//! How the guest's pages are drawn: a fold above them with the width of the frame, its colours, branding and language.
//!
//! The choices are preferences of the reader and change nothing of the scenario.

use leptos::prelude::*;
use strum::IntoEnumIterator;

use crate::later::{drawn_later, later};
use crate::state::{App, Appearance, Device, GuestColours, GuestLanguage};
use crate::words;

/// The fold; what is in it comes later.
#[component]
pub(crate) fn LookFold() -> impl IntoView {
    let app = App::expect();
    let now = move || {
        let look = app.look;
        let language = match look.language.get() {
            GuestLanguage::Guests => words::inspect::guests_language(),
            GuestLanguage::English => words::inspect::english(),
            GuestLanguage::German => words::inspect::german(),
        };
        words::inspect::drawn_as(look.device.get().label().to_lowercase(), language)
    };
    view! {
        <details class="look">
            <summary>{now}</summary>
            {drawn_later(choices)}
        </details>
    }
}

later! {
    /// The choices.
    fn choices() -> AnyView {
        let app = App::expect();
        let look = app.look;
        let devices = Device::iter().map(|each| (each, each.label())).collect();
        let colours = GuestColours::iter().map(|each| (each, each.label())).collect();
        let languages = GuestLanguage::iter().map(|each| (each, each.label())).collect();
        view! {
            <div class="look__choices">
                {choice(app, "look-device", words::inspect::frame(), devices, look.device, Appearance::Device)}
                {choice(app, "look-colours", words::inspect::colours(), colours, look.colours, Appearance::Colours)}
                {choice(app, "look-language", words::inspect::language(), languages, look.language, Appearance::Language)}
                <label class="look__branding">
                    <input
                        class="toggle__box"
                        type="checkbox"
                        id="look-branding"
                        prop:checked=move || look.branding.get()
                        on:change=move |event| app.draw_guest_pages(Appearance::Branding(event_target_checked(&event)))
                    />
                    {words::inspect::branding()}
                </label>
            </div>
        }
        .into_any()
    }
}

/// One choice among a few, as a select.
fn choice<T>(
    app: App,
    id: &'static str,
    label: &'static str,
    offered: Vec<(T, &'static str)>,
    now: RwSignal<T>,
    chosen: fn(T) -> Appearance,
) -> AnyView
where
    T: Copy + PartialEq + Into<&'static str> + std::str::FromStr + Send + Sync + 'static,
{
    let option = move |(value, name): (T, &'static str)| {
        let key: &'static str = value.into();
        view! { <option value=key selected=move || now.get() == value>{name}</option> }
    };
    let take = move |event: web_sys::Event| {
        if let Ok(value) = event_target_value(&event).parse() {
            app.draw_guest_pages(chosen(value));
        }
    };
    let value = move || -> &'static str { now.get().into() };
    view! {
        <label class="look__choice" for=id>{label}</label>
        <select class="field__input" id=id on:change=take prop:value=value>
            {offered.into_iter().map(option).collect_view()}
        </select>
    }
    .into_any()
}
