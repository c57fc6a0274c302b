//! The frame of the page: command bar, panels, status, notices, dialogs and the keys that work everywhere.
//!
//! What is in the panels has folders of its own.

mod bar;
mod drawer;
mod embed;
mod panels;
mod present;
mod separator;
mod status;

use leptos::prelude::*;
use leptos::task::spawn_local;
use redemption_engine::document;
use redemption_engine::presets;
use redemption_engine::session::Session;
use redemption_engine::workspace::Workspace;
use strum::IntoEnumIterator;
use wasm_bindgen::JsCast;

use crate::address;
use crate::commands::{Command, Scope};
use crate::delivery;
use crate::later::{self, drawn_later, later};
use crate::offline;
use crate::recovery;
use crate::regions::Region;
use crate::state::{App, Dialog, InspectTab, NoticeAction, Panel, Paper};
use crate::storage;
use crate::store::Store;
use crate::words;

pub use bar::{export, rename_scenario};
pub use drawer::button_of;
pub use panels::close_by_escape;
pub(crate) use status::Standing;

/// The field for the name of a version.
pub const VERSION_NAME: &str = "version-name";

/// The name of the preference for the theme.
pub const THEME: &str = "theme";

/// Puts the app where the static page has its skeleton.
pub fn start() {
    let Some(page) = document().get_element_by_id("page").and_then(|page| page.dyn_into::<web_sys::HtmlElement>().ok()) else {
        return;
    };
    let embedded = delivery::is_embedded();
    if embedded || address::route().0.fresh {
        storage::refrain();
    }
    page.set_text_content(None);
    if embedded {
        mount_to(page, || drawn_later(embedded_view)).forget();
    } else {
        mount_to(page, Page).forget();
    }
    request_animation_frame(|| request_animation_frame(later::load_ahead));
    if let Some(root) = document().document_element() {
        // The static page's note that the program is starting goes by this attribute.
        drop(root.set_attribute("data-started", ""));
    }
}

later! {
    /// The view for other sites.
    fn embedded_view() -> AnyView {
        view! { <embed::Embedded /> }.into_any()
    }
}

/// The whole page over a fresh store.
#[component]
pub fn Page() -> impl IntoView {
    let store = Store::new();
    let found = store.find();
    let app = match found.saved {
        Some(saved) => {
            let app = App::new(store, Session::open(saved.workspace, saved.view));
            app.session.with_untracked(|session| store.opened(&saved.id, Some(saved.stamp.clone()), session));
            app
        }
        None => {
            let app = App::new(store, Session::open_first(first_workspace()));
            app.session.with_untracked(|session| store.opened(&crate::store::new_id(), None, session));
            app
        }
    };
    address::follow_first(app);
    let damaged = found.newly_unreadable;
    if damaged > 0 {
        app.notify(words::frame::saved_items_could_not_read(damaged), None);
    }
    if let Some(text) = recovery::rescued() {
        open_rescued(&app, text);
    }
    store.shown_in(app.session);
    provide_context(app);
    request_animation_frame(move || {
        request_animation_frame(move || {
            crate::store::recall(app);
            offline::keep(app);
            crate::store::catch_up(app);
            crate::store::claim(app);
        });
    });
    keep_saved(app);
    listen(app);
    address::listen(app);
    let paper = move || (app.paper.get() != Paper::Away).then(|| drawn_later(sheets));
    view! {
        <nav class="skip" aria-label=words::frame::skip_links()>{Region::iter().filter_map(|region| skip_link(app, region)).collect_view()}</nav>
        <bar::CommandBar />
        <Segments />
        <panels::Panels />
        <drawer::Drawer />
        <status::Status />
        <present::Presenting />
        {paper}
        <status::Notices />
        <p class="live" role="status" aria-live="polite">{move || app.announcement.get()}</p>
    }
}

later! {
    /// The run on paper.
    fn sheets() -> AnyView {
        view! { <crate::paper::Sheets /> }.into_any()
    }
}

/// The scenario of a first visit.
pub fn first_workspace() -> Workspace {
    let empty = || Workspace::new(words::common::new_scenario(), redemption_engine::design::Design::default(), Vec::new());
    presets::first().map(|preset| preset.workspace).unwrap_or_else(empty)
}

/// Which panel is shown where only one fits.
#[component]
fn Segments() -> impl IntoView {
    let app = App::expect();
    let segment = move |panel: Panel| {
        let label = match panel {
            Panel::Setup => words::frame::setup(),
            Panel::Flow => words::common::flow(),
            Panel::Inspect => words::frame::guest_view(),
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
    view! { <nav class="segments" aria-label=words::frame::panels()>{Panel::iter().map(segment).collect_view()}</nav> }
}

fn skip_link(app: App, region: Region) -> Option<impl IntoView> {
    let label = region.skip_label()?;
    let go = move |event: web_sys::MouseEvent| {
        event.prevent_default();
        region.go(app);
    };
    Some(view! { <a class="skip__link" href=format!("#{}", region.id()) on:click=go>{label}</a> })
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
        let made_here = storage::is_fresh() && app.session.with_untracked(|session| session.undo_label().is_some());
        if app.store.has_unsaved() || made_here {
            // The browser asks before it drops what could not be saved.
            event.prevent_default();
        }
    });
    let other_tab = window_event_listener(leptos::ev::storage, move |event| {
        app.store.other_tab_wrote(event.key().as_deref(), app);
    });
    on_cleanup(move || {
        hidden.remove();
        document_hidden.remove();
        leaving.remove();
        other_tab.remove();
    });
}

/// The keys that hold wherever the focus is.
fn listen(app: App) {
    let keys = window_event_listener(leptos::ev::keydown, move |event| {
        // Behind an open dialog nothing is undone, and a field that is typed in has an undo of its own.
        let dialog = app.dialog.with_untracked(Option::is_some);
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let in_field =
            target.as_ref().is_some_and(|target| matches!(target.tag_name().as_str(), "INPUT" | "SELECT" | "TEXTAREA"));
        let typing = target.is_some_and(is_text_input);
        let presenting = app.presentation.on.get_untracked();
        let aside = presenting || app.paper.get_untracked() == Paper::Preview;
        let holds = |scope: Scope| match scope {
            Scope::Page => true,
            Scope::NoDialog => !dialog,
            Scope::NotTyping => !dialog && !typing,
            Scope::Presenting => presenting && !dialog && !in_field,
            Scope::Aside => aside && !dialog,
            Scope::Flow | Scope::Slider => false,
        };
        if app.presentation.blank.get_untracked() && Command::has_key(&event, &[Scope::Presenting, Scope::Aside]) {
            // Nothing is done that nobody sees.
            app.blank();
            event.prevent_default();
            return;
        }
        let scopes = [Scope::Page, Scope::NoDialog, Scope::NotTyping, Scope::Presenting, Scope::Aside];
        if scopes.into_iter().filter(|scope| holds(*scope)).any(|scope| Command::by_key(app, &event, scope)) {
            event.prevent_default();
        }
    });
    let pressed = window_event_listener_untyped("pointerdown", |event| panels::close_menus_elsewhere(&event));
    let focused = window_event_listener_untyped("focusin", |event| panels::close_menus_elsewhere(&event));
    let before = window_event_listener_untyped("beforeprint", move |_| app.lay_out());
    let after = window_event_listener_untyped("afterprint", move |_| app.put_away());
    on_cleanup(move || {
        keys.remove();
        pressed.remove();
        focused.remove();
        before.remove();
        after.remove();
    });
}

/// Saves now, and says whether it is saved.
pub fn save_and_say(app: App) {
    save_now(app);
    app.announce(status::save_word(&app.store.state.get_untracked()).1);
}

/// Saves now, and changes to the new version of the page that waits.
pub fn change_version(app: App) {
    save_now(app);
    spawn_local(async move { drop(offline::take_over(app).await) });
}

/// Saves now, and asks for the name of a version.
pub fn name_version(app: App) {
    save_and_say(app);
    if app.dialog.get_untracked() == Some(Dialog::History) {
        crate::controls::focus_when_drawn(VERSION_NAME.to_owned());
    } else {
        app.naming.set(true);
        app.dialog.set(Some(Dialog::History));
    }
}

/// Takes what is being typed, and writes what waits.
fn save_now(app: App) {
    if let Some(field) = document().active_element().and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok())
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
            workspace.name = words::frame::recovered(&workspace.name);
            app.open_new(Session::open_first(workspace));
            app.store.become_a_copy(*app);
            if !app.store.has_unsaved() {
                recovery::forget();
            }
            app.notify(words::frame::page_stopped_your_work_recovered(), None);
        }
        Err(error) => {
            let action = NoticeAction::Download { name: "recovered.txt".to_owned(), text };
            app.notify(words::frame::page_stopped_and_left_cannot(&error), Some(action));
        }
    }
}

/// Shows a tab of the right-hand panel.
pub fn show_tab(app: App, tab: InspectTab) {
    app.tab.set(tab);
    app.panel.set(Panel::Inspect);
}
