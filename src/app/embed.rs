//! The view that other sites show in a frame: the flow and what the guest sees, to be stepped, with nothing to edit and no storage.
//!
//! A document of its own, made by `cargo xtask build`; it is the same program over a scenario from the link. The guest's choices can
//! be tried, and are gone with the frame.

use leptos::prelude::*;
use redemption_engine::session::Session;
use strum::IntoEnumIterator;

use super::panels::Panels;
use super::status::{Notices, Outcome};
use crate::address;
use crate::dialogs::Dialogs;
use crate::later::{drawn_later, later};
use crate::regions::Region;
use crate::state::App;
use crate::store::Store;
use crate::words;

/// The whole view, over a store that keeps nothing.
#[component]
pub fn Embedded() -> impl IntoView {
    let store = Store::new();
    let app = App::new(store, Session::open_first(super::first_workspace()));
    app.session.with_untracked(|session| store.opened(&crate::store::new_id(), None, session));
    provide_context(app);
    if let Some(root) = document().document_element() {
        // An attribute of this page's own root can be set.
        drop(root.set_attribute("data-embed", ""));
        drop(root.set_attribute("data-theme", app.theme.get_untracked().name()));
    }
    address::follow_embedded(app);
    let name = move || app.with(|workspace| workspace.name.clone());
    view! {
        <nav class="skip" aria-label=words::frame::skip_links()>
            {Region::iter().filter(|region| matches!(region, Region::Flow | Region::Inspect)).filter_map(|region| super::skip_link(app, region)).collect_view()}
        </nav>
        <header class="embed__head">
            <h1 class="embed__title">{name}</h1>
            <Outcome />
            {drawn_later(way_out)}
        </header>
        <Panels />
        <footer class="embed__foot">
            {words::frame::simulation_independent_training_tool_not()}
        </footer>
        <Notices />
        <Dialogs />
        <p class="live" role="status" aria-live="polite">{move || app.announcement.get()}</p>
    }
}

later! {
    /// The way to the simulator, with what is shown here.
    fn way_out() -> AnyView {
        view! {
            <a class="button button--primary embed__open" target="_blank" rel="noopener" href=address::out_of_the_frame>
                {words::frame::open_in_simulator()}
            </a>
        }
        .into_any()
    }
}
