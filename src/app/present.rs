//! The frame of a presentation: marks at the root of the page, by which the style sheets hide what is not for a room, and a bar at
//! the foot in place of transport and status.
//!
//! What it does is in `state/presentation.rs`.

use leptos::html;
use leptos::prelude::*;
use strum::IntoEnumIterator;

use super::status::Outcome;
use crate::commands::Command;
use crate::later::{drawn_later, later};
use crate::state::{App, Paper, SETTINGS_BUTTON, TypeSize};
use crate::words;

/// The marks, and the bar while the presentation is on.
#[component]
pub fn Presenting() -> impl IntoView {
    let app = App::expect();
    let presentation = app.presentation;
    let size = move || presentation.on.get().then(|| presentation.size.get().name());
    let settings = move || app.has_settings_over().then_some("");
    mark("data-present", size);
    mark("data-over", settings);
    mark("data-paper", move || (app.paper.get() != Paper::Away).then_some(""));
    mark("data-changed", move || app.travel.diverged.with(Option::is_some).then_some(""));
    move || presentation.on.get().then(|| drawn_later(bar))
}

/// Keeps an attribute of the page's root: a selector that looks for what is inside would make the browser look again at every change.
fn mark(name: &'static str, value: impl Fn() -> Option<&'static str> + 'static) {
    Effect::new(move |_| {
        let value = value();
        if let Some(root) = document().document_element() {
            // An attribute of this page's own root can be set.
            drop(match value {
                Some(value) => root.set_attribute(name, value),
                None => root.remove_attribute(name),
            });
        }
    });
}

later! {
    /// The bar and the blank screen.
    fn bar() -> AnyView {
        view! {
            <Bar />
            <BlankScreen />
        }
        .into_any()
    }
}

#[component]
fn Bar() -> impl IntoView {
    let app = App::expect();
    let presentation = app.presentation;
    let scenario = move || app.with(|workspace| workspace.name.clone());
    let guest = move || app.session.with(|session| session.guest().map(|guest| guest.display_name.clone()));
    let here = Memo::new(move |_| app.describe(app.place()).split_once(':').map(|(number, _)| number.to_owned()));
    let at_start = move || app.place() <= app.stops().first().copied().unwrap_or_default();
    let at_end = move || app.is_at_the_end();
    let step = move |command: Command, glyph: &'static str, off: Signal<bool>| {
        view! {
            <button
                class="button"
                type="button"
                aria-label=command.label()
                title=command.hint()
                aria-disabled=move || off.get().to_string()
                on:click=move |_| command.run(app)
            >
                <span aria-hidden="true">{glyph}</span>
            </button>
        }
    };
    let choose = move |event: web_sys::Event| {
        let name = event_target_value(&event);
        if let Ok(size) = name.parse() {
            Command::TypeSize(size).run(app);
        }
    };
    view! {
        <section class="presenter" aria-label=words::show::presentation()>
            <p class="presenter__what">
                <strong>{scenario}</strong>
                {move || guest().map(|guest| format!(" · {guest}"))}
            </p>
            <Outcome />
            <div class="presenter__steps" role="group" aria-label=words::common::steps()>
                {step(Command::Back, "◀\u{fe0e}", Signal::derive(at_start))}
                <span class="presenter__here">{move || here.get()}</span>
                {step(Command::Next, "▶\u{fe0e}", Signal::derive(at_end))}
            </div>
            <div class="presenter__tools">
                <button
                    class="button"
                    id=SETTINGS_BUTTON
                    type="button"
                    aria-controls="setup"
                    aria-expanded=move || app.has_settings_over().to_string()
                    on:click=move |_| app.settings_over(!untrack(|| app.has_settings_over()))
                >
                    {words::common::settings()}
                </button>
                <label class="presenter__size">
                    <span class="visually-hidden">{words::show::size_of_type()}</span>
                    <select class="context__input" id="present-size" prop:value=move || presentation.size.get().name() on:change=choose>
                        {TypeSize::iter()
                            .map(|size| {
                                view! {
                                    <option value=size.name() selected=move || presentation.size.get() == size>
                                        {words::show::type_size(size.label())}
                                    </option>
                                }
                            })
                            .collect_view()}
                    </select>
                </label>
                <button class="button" type="button" on:click=move |_| app.full_screen()>{words::common::full_screen()}</button>
                <button class="button" type="button" title=words::show::key_full_stop() on:click=move |_| app.blank()>{words::show::blank()}</button>
                <button class="button" type="button" title=words::show::key_esc() on:click=move |_| app.present(false)>{words::show::leave()}</button>
            </div>
        </section>
    }
}

/// A black screen over everything. The browser keeps the focus in it, and gives it back.
#[component]
fn BlankScreen() -> impl IntoView {
    let app = App::expect();
    let blank = app.presentation.blank;
    let node = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = node.get() else { return };
        if blank.get() && !dialog.open() {
            // Not open yet, so it can be shown; a browser that refuses shows the page.
            drop(dialog.show_modal());
        } else if !blank.get() && dialog.open() {
            dialog.close();
        }
    });
    let shown = move || {
        if blank.get_untracked() {
            app.blank();
        }
    };
    view! {
        <dialog class="blank" node_ref=node aria-label=words::show::blank_screen() on:close=move |_| shown()>
            <button class="blank__button" type="button" aria-label=words::show::show_the_page_again() on:click=move |_| shown()></button>
        </dialog>
    }
}
