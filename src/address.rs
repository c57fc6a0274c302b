//! The address bar: the route that the page was opened with, what is left of it afterwards, and links to examples and scenarios.
//!
//! How a route is written is said in `crate::route`. Whatever is shown replaces the entry of the history; the back button leaves the page.

use leptos::prelude::*;
use leptos::task::spawn_local;
use redemption_engine::presets;
use redemption_engine::session::Session;
use redemption_engine::share;
use wasm_bindgen::JsValue;

use crate::commands::Command;
use crate::dialogs::danger;
use crate::later::later;
use crate::route::{Door, Route, RouteError};
use crate::state::{App, Dialog, Incoming, NoticeAction};
use crate::storage;
use crate::words;

/// The route in the address, and why a part of it is not followed.
pub fn route() -> (Route, Option<RouteError>) {
    Route::read(&window().location().hash().unwrap_or_default())
}

/// The address of an example, for others.
pub fn link_to(preset: &str) -> String {
    link(&Route { preset: Some(preset.to_owned()), ..Route::default() })
}

/// The address of a file in the folder of the page.
pub fn beside(name: &str) -> String {
    let location = window().location();
    let path = location.pathname().unwrap_or_default();
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    format!("{}{folder}/{name}", location.origin().unwrap_or_default())
}

/// The address of a route, for others.
pub fn link(route: &Route) -> String {
    let location = window().location();
    let page = |part: Result<String, JsValue>| part.unwrap_or_default();
    format!("{}{}{}{route}", page(location.origin()), page(location.pathname()), page(location.search()))
}

/// Takes the scenario out of the address once the reader has answered what becomes of it. A fresh page on which it was opened keeps
/// it, because it has nothing else to begin from.
pub fn answered(app: App, opened: bool) {
    let now = Route { present: app.presentation.on.get_untracked(), ..route().0 };
    show(&if opened && now.fresh { now } else { now.answered() });
}

/// Notes in the address whether the page is presented, so that loading it again goes on.
pub fn set_presenting(on: bool) {
    show(&Route { present: on, ..route().0.opened() });
}

/// Opens what the address asks for when the page starts: there is no work yet that could be lost.
pub fn follow_first(app: App) {
    follow(app, |_| None);
}

/// Opens what the address of an embedded view asks for. The address stays, so that the view can be loaded again.
pub fn follow_embedded(app: App) {
    let (route, error) = route();
    let placed = (route.at, route.view);
    spawn_local(async move {
        if let Some(id) = route.preset
            && example_opened(app, id, None, placed.clone()).await.is_err()
        {
            app.notify(words::address::example_link_could_not_loaded(), None);
        }
        if let Some(text) = route.scenario
            && scenario_shown(app, text, placed).await.is_err()
        {
            app.notify(words::address::scenario_link_could_not_loaded(), None);
        }
        if let Some(error) = error {
            app.notify(words::address::link_not_followed_as_whole(&error), None);
        }
    });
}

/// Where the simulator shows what an embedded view shows.
pub fn out_of_the_frame() -> String {
    format!("../{}", window().location().hash().unwrap_or_default())
}

/// Opens what the address asks for, says what it does not know, and leaves in the address what holds on. An example waits where
/// there is a reason to stay.
fn follow(app: App, stay: impl Fn(App) -> Option<String>) {
    if !window().location().hash().is_ok_and(|hash| hash.starts_with("#/")) {
        return;
    }
    let (route, error) = route();
    let placed = (route.at.clone(), route.view.clone());
    if let Some(text) = route.scenario.clone() {
        let (at, view) = placed.clone();
        app.incoming.set(Some(Incoming { text, at, view, present: route.present }));
        app.dialog.set(Some(Dialog::Link));
    }
    match route.door {
        Some(Door::Import) => app.dialog.set(Some(Dialog::Import)),
        Some(Door::Examples) => app.dialog.set(Some(Dialog::Gallery)),
        Some(Door::New) => Command::NewScenario.run(app),
        None => {}
    }
    let example = route.preset.clone();
    let stay = example.as_ref().and_then(|_| stay(app));
    spawn_local(async move {
        if let Some(id) = example
            && example_opened(app, id, stay, placed).await.is_err()
        {
            app.notify(words::address::example_link_could_not_loaded_check(), None);
        }
        if let Some(error) = error {
            app.notify(words::address::link_not_followed_as_whole_nothing(&error), None);
        }
    });
    let (wanted, asked) = (route.present, route.scenario.is_some());
    show(&route.opened());
    // A scenario is presented once it is opened.
    if !asked && wanted != app.presentation.on.get_untracked() {
        app.present(wanted);
    }
}

/// Follows an address that was changed while the page is open. A fresh page and a page with stored work do not become each other:
/// the page is loaded again.
pub fn listen(app: App) {
    let changed = window_event_listener(leptos::ev::hashchange, move |_| {
        if route().0.fresh == storage::is_fresh() {
            follow(app, danger);
        } else {
            // Asks first where work would be lost, as any way of leaving does.
            drop(window().location().reload());
        }
    });
    on_cleanup(move || changed.remove());
}

later! {
    /// Opens an example as a new scenario that is kept from the start, so that loading the page again shows it. All examples come later.
    fn example_opened(app: App, id: String, stay: Option<String>, placed: (Option<String>, Option<String>)) -> () {
        open_example(app, &id, stay, placed);
    }
}

later! {
    /// Shows the scenario of a link where there is no work that it could be taken for, and nothing is kept.
    fn scenario_shown(app: App, text: String, placed: (Option<String>, Option<String>)) -> () {
        match share::decode(&text) {
            Ok(workspace) => {
                app.open_new(Session::open_first(workspace));
                app.arrive(placed.0.as_deref(), placed.1.as_deref());
            }
            Err(error) => app.notify(words::address::scenario_link_cannot_read(&error), None),
        }
    }
}

fn open_example(app: App, id: &str, stay: Option<String>, (at, view): (Option<String>, Option<String>)) {
    let Some(preset) = presets::find(id) else {
        let text = words::address::no_example_name_link_may(id);
        app.notify(text, Some(NoticeAction::Examples));
        return;
    };
    if let Some(reason) = stay {
        let text = words::address::example_link_not_opened_because(&reason);
        app.notify(text, Some(NoticeAction::Examples));
        return;
    }
    app.open_new(Session::open_first(preset.workspace));
    app.store.become_a_copy(app);
    app.arrive(at.as_deref(), view.as_deref());
}

fn show(route: &Route) {
    let location = window().location();
    let page = format!("{}{}", location.pathname().unwrap_or_default(), location.search().unwrap_or_default());
    if let Ok(history) = window().history() {
        // Only a page in a file may not change its address; then the route stays, and nothing else happens.
        drop(history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("{page}{route}"))));
    }
}
