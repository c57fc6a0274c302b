//! The right-hand panel: what the guest sees, why it goes on as it does, the guest's user object, and the mails and logs.

mod desk;
mod directory;
mod editions;
mod exits;
mod frame;
mod help;
mod log;
mod look;
mod next;
mod screen;
mod sheet;
mod still;
mod text;
mod turns;
mod why;

pub(crate) use directory::shown;
pub(crate) use still::still;
pub(crate) use text::page_text;
pub(crate) use why::SourceLine;

use leptos::prelude::*;
use strum::IntoEnumIterator;
use wasm_bindgen::JsCast;

use crate::later::{drawn_later, later};
use crate::state::{App, InspectTab};
use crate::words;

/// The four tabs.
#[component]
pub fn Inspect() -> impl IntoView {
    let app = App::expect();
    let tab = move |each: InspectTab| {
        let name: &'static str = each.into();
        view! {
            <button
                class="tabs__tab"
                id=format!("tab-{name}")
                type="button"
                role="tab"
                aria-selected=move || (app.tab.get() == each).to_string()
                aria-controls="inspect-body"
                tabindex=move || if app.tab.get() == each { "0" } else { "-1" }
                on:click=move |_| app.tab.set(each)
            >
                {label(each)}
            </button>
        }
    };
    let shown = app.after_paint(move || app.tab.get());
    view! {
        <section class="panel panel--inspect" id="inspect" tabindex="-1" aria-labelledby="inspect-h">
            <h2 class="visually-hidden" id="inspect-h">{words::inspect::guest_screen_reasons_directory_mails()}</h2>
            <div class="tabs" role="tablist" aria-labelledby="inspect-h" on:keydown=move |event| left_and_right(app, &event)>
                {InspectTab::iter().map(tab).collect_view()}
            </div>
            <div
                class="tabs__body"
                id="inspect-body"
                role="tabpanel"
                tabindex="0"
                aria-labelledby=move || format!("tab-{}", <&str>::from(shown.get()))
            >
                {move || match shown.get() {
                    InspectTab::Screen => view! { <screen::GuestScreen /> }.into_any(),
                    InspectTab::Why => drawn_later(why_view),
                    InspectTab::Directory => drawn_later(directory_view),
                    InspectTab::Log => drawn_later(log_view),
                }}
            </div>
        </section>
    }
}

later! {
    /// Why it goes on as it does.
    fn why_view() -> AnyView {
        view! { <why::Why /> }.into_any()
    }
}

later! {
    /// The guest's user object.
    fn directory_view() -> AnyView {
        view! { <directory::Directory /> }.into_any()
    }
}

later! {
    /// Mails and logs.
    fn log_view() -> AnyView {
        view! { <log::MailsAndLog /> }.into_any()
    }
}

fn label(tab: InspectTab) -> &'static str {
    match tab {
        InspectTab::Screen => words::inspect::guest_screen(),
        InspectTab::Why => words::inspect::why(),
        InspectTab::Directory => words::inspect::directory(),
        InspectTab::Log => words::inspect::mails_and_log(),
    }
}

/// Left and Right move between the tabs, as the tab pattern has it.
fn left_and_right(app: App, event: &web_sys::KeyboardEvent) {
    let tabs: Vec<InspectTab> = InspectTab::iter().collect();
    let now = tabs.iter().position(|tab| *tab == app.tab.get_untracked()).unwrap_or(0);
    let next = match event.key().as_str() {
        "ArrowRight" => (now + 1) % tabs.len(),
        "ArrowLeft" => (now + tabs.len() - 1) % tabs.len(),
        "Home" => 0,
        "End" => tabs.len() - 1,
        _ => return,
    };
    if let Some(tab) = tabs.get(next) {
        app.tab.set(*tab);
        let name: &'static str = (*tab).into();
        if let Some(button) =
            document().get_element_by_id(&format!("tab-{name}")).and_then(|tab| tab.dyn_into::<web_sys::HtmlElement>().ok())
        {
            // A tab of this page can be focused.
            drop(button.focus());
        }
    }
    event.prevent_default();
}
