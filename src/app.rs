//! The frame of the page: command bar, panels, status, notices, dialogs and the keys that work everywhere.
//!
//! What is in the panels has folders of its own.

mod bar;
mod status;

use leptos::prelude::*;
use redemption_engine::document;
use redemption_engine::presets;
use redemption_engine::session::View;
use redemption_engine::workspace::Workspace;
use strum::IntoEnumIterator;
use wasm_bindgen::JsCast;

use crate::configure::Configure;
use crate::dialogs::Dialogs;
use crate::flow::FlowPanel;
use crate::inspect::Inspect;
use crate::later;
use crate::recovery;
use crate::state::{App, Dialog, InspectTab, NoticeAction, Panel};
use crate::store::Store;

/// Puts the app where the static page has its skeleton.
pub fn start() {
    let Some(page) = document().get_element_by_id("page").and_then(|page| page.dyn_into::<web_sys::HtmlElement>().ok()) else {
        return;
    };
    page.set_text_content(None);
    mount_to(page, Page).forget();
    request_animation_frame(|| request_animation_frame(later::load_ahead));
    if let Some(root) = document().document_element() {
        // The static page's note that the program is starting goes by this attribute.
        drop(root.set_attribute("data-started", ""));
    }
}

/// The whole page over a fresh store.
#[component]
pub fn Page() -> impl IntoView {
    let store = Store::new();
    let found = store.find();
    let app = match found.saved {
        Some(saved) => {
            let app = App::new(store, saved.workspace, saved.view);
            app.session.with_untracked(|session| store.opened(&saved.id, saved.revision, session));
            app
        }
        None => {
            let app = App::new(store, first_workspace(), View::default());
            app.session.with_untracked(|session| store.opened(&crate::store::new_id(), 0, session));
            app
        }
    };
    let damaged = found.newly_unreadable;
    if damaged > 0 {
        let text = match damaged {
            1 => "A saved item could not be read. It is kept as it is, under Scenarios.".to_owned(),
            _ => format!("{damaged} saved items could not be read. They are kept as they are, under Scenarios."),
        };
        app.notify(text, None);
    }
    if let Some(text) = recovery::rescued() {
        open_rescued(&app, text);
    }
    provide_context(app);
    keep_saved(app);
    listen(app);
    view! {
        <nav class="skip" aria-label="Skip links">
            <a class="skip__link" href="#setup" on:click=move |event| jump(app, &event, Panel::Setup)>"Skip to settings"</a>
            <a class="skip__link" href="#flow" on:click=move |event| jump(app, &event, Panel::Flow)>"Skip to flow"</a>
            <a class="skip__link" href="#inspect" on:click=move |event| jump(app, &event, Panel::Inspect)>"Skip to guest screen and reasons"</a>
        </nav>
        <bar::CommandBar />
        <Segments />
        <main class="panels" data-panel=move || app.panel.get().name()>
            <Configure />
            <FlowPanel />
            <Inspect />
        </main>
        <status::Status />
        <status::Notices />
        <Dialogs />
        <p class="live" role="status" aria-live="polite">{move || app.announcement.get()}</p>
    }
}

/// The scenario of a first visit.
pub fn first_workspace() -> Workspace {
    presets::first().map(|preset| preset.workspace).unwrap_or_else(|| Workspace {
        name: "New scenario".to_owned(),
        design: redemption_engine::design::Design::default(),
        guests: Vec::new(),
    })
}

/// Which panel is shown where only one fits.
#[component]
fn Segments() -> impl IntoView {
    let app = App::expect();
    let segment = move |panel: Panel| {
        let label = match panel {
            Panel::Setup => "Setup",
            Panel::Flow => "Flow",
            Panel::Inspect => "Guest view",
        };
        view! {
            <button
                class="segments__item"
                type="button"
                aria-pressed=move || (app.panel.get() == panel).to_string()
                on:click=move |_| app.panel.set(panel)
            >
                {label}
            </button>
        }
    };
    view! { <nav class="segments" aria-label="Panels">{Panel::iter().map(segment).collect_view()}</nav> }
}

fn jump(app: App, event: &web_sys::MouseEvent, panel: Panel) {
    event.prevent_default();
    app.panel.set(panel);
    crate::controls::focus_when_drawn(panel.name().to_owned());
}

/// Writes every change, and what still waits when the page is hidden.
fn keep_saved(app: App) {
    Effect::new(move |before: Option<()>| {
        app.session.track();
        if before.is_some() {
            app.session.with_untracked(|session| app.store.keep(session));
        }
    });
    let hidden = window_event_listener_untyped("pagehide", move |_| save_now(app));
    let document_hidden = window_event_listener_untyped("visibilitychange", move |_| save_now(app));
    let leaving = window_event_listener_untyped("beforeunload", move |event| {
        save_now(app);
        if app.store.has_unsaved() {
            // The browser asks before it drops what could not be saved.
            event.prevent_default();
        }
    });
    let other_tab = window_event_listener(leptos::ev::storage, move |event| {
        app.session.with_untracked(|session| app.store.other_tab_wrote(event.key().as_deref(), session));
    });
    on_cleanup(move || {
        hidden.remove();
        document_hidden.remove();
        leaving.remove();
        other_tab.remove();
    });
}

/// Keys that work everywhere: undo, redo, save now, help.
fn listen(app: App) {
    let keys = window_event_listener(leptos::ev::keydown, move |event| {
        let command = event.ctrl_key() || event.meta_key();
        // Behind an open dialog nothing is undone, and a field that is typed in has an undo of its own.
        let dialog = app.dialog.with_untracked(Option::is_some);
        let typing =
            dialog || event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok()).is_some_and(is_text_input);
        match event.key().as_str() {
            "z" | "Z" if command && !typing && event.shift_key() => app.redo(),
            "z" if command && !typing => app.undo(),
            "y" if command && !typing => app.redo(),
            "s" if command => {
                save_now(app);
                app.announce(status::save_word(&app.store.state.get_untracked()).1);
            }
            "?" if !typing => app.dialog.set(Some(Dialog::About)),
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || keys.remove());
}

/// Takes what is being typed, and writes what waits.
fn save_now(app: App) {
    if let Some(field) = document().active_element().and_then(|element| element.dyn_into::<web_sys::HtmlInputElement>().ok())
        && is_text_input(field.clone().into())
    {
        // Leaving the field takes its text; both are possible for an element that has the focus.
        drop(field.blur());
        drop(field.focus());
    }
    app.session.with_untracked(|session| app.store.keep(session));
    app.store.flush();
}

fn is_text_input(element: web_sys::Element) -> bool {
    let kind = element.get_attribute("type").unwrap_or_default();
    match element.tag_name().to_ascii_lowercase().as_str() {
        "textarea" => true,
        "input" => !matches!(kind.as_str(), "checkbox" | "radio" | "range" | "button"),
        _ => false,
    }
}

/// Opens what a panic has left as a scenario of its own; what cannot be read stays, and is offered as it is.
fn open_rescued(app: &App, text: String) {
    match document::parse(text.as_bytes()) {
        Ok(workspaces) => {
            let Some(mut workspace) = workspaces.into_iter().next() else { return };
            if app.with(|open| *open == workspace) {
                recovery::forget();
                return;
            }
            workspace.name = format!("{} (recovered)", workspace.name);
            app.open_new(workspace, View::default());
            app.session.with_untracked(|session| app.store.become_a_copy(session));
            if !app.store.has_unsaved() {
                recovery::forget();
            }
            app.notify("The page had stopped. Your work was recovered as a scenario of its own.", None);
        }
        Err(error) => {
            let action = NoticeAction::Download { name: "recovered.txt".to_owned(), text };
            app.notify(format!("The page had stopped, and what it left cannot be read: {error}"), Some(action));
        }
    }
}

/// Shows a tab of the right-hand panel.
pub fn show_tab(app: App, tab: InspectTab) {
    app.tab.set(tab);
    app.panel.set(Panel::Inspect);
}
