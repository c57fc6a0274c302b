//! The dialogs: comparing designs, redemption orders, findings, what would have to change, examples, saved scenarios, versions, import, export, links, Graph requests, golden guests, lists of invitees, problems, troubleshooting, commands, keys, about.

mod about;
mod asked;
mod changes;
mod compare;
mod export;
mod findings;
mod gallery;
mod golden;
mod graph_export;
mod history;
mod import;
mod keys;
mod leave;
mod link;
mod name_form;
mod orders;
mod palette;
mod population;
mod preview;
mod problem_list;
mod readings;
mod scenarios;
mod share;
pub(crate) mod sources;
mod text_block;
mod troubleshoot;
mod ways;

use leptos::prelude::*;

use crate::later::{drawn_later, later};
use crate::state::App;

pub use compare::SecondBanner;
pub use findings::Painting;
pub use leave::danger;
pub use readings::readings;

pub(crate) use scenarios::{ask_to_clear, delete_scenario, download_all, duplicate_scenario, new_scenario};
pub(crate) use share::qr_code;

/// The dialogs, of which one can be in the drawer. None is there before one is wanted; from then on all are.
#[component]
pub fn Dialogs() -> impl IntoView {
    let app = App::expect();
    // The import listens for files that are dropped anywhere; it is there once something is dragged over the page.
    let dragged = RwSignal::new(false);
    let entered = window_event_listener(leptos::ev::dragenter, move |_| dragged.set(true));
    on_cleanup(move || entered.remove());
    let wanted = Memo::new(move |before: Option<&bool>| {
        before == Some(&true) || dragged.get() || app.dialog.get().is_some() || app.drawer.get().is_some()
    });
    view! { <div class="dialogs">{move || wanted.get().then(|| drawn_later(all))}</div> }
}

later! {
    /// All dialogs, by code that comes later.
    fn all() -> AnyView {
        view! {
            <gallery::Gallery />
            <scenarios::Scenarios />
            <history::History />
            <import::Import />
            <graph_export::GraphExport />
            <export::Export />
            <compare::Compare />
            <orders::Orders />
            <findings::Findings />
            <ways::Ways />
            <share::Share />
            <link::Link />
            <golden::Golden />
            <population::Population />
            <problem_list::ProblemList />
            <troubleshoot::Troubleshoot />
            <about::About />
            <keys::Keys />
            <palette::Palette />
        }
        .into_any()
    }
}
