//! The dialogs: examples, saved scenarios, versions, import, export, links, Graph requests, problems, troubleshooting, commands, keys, about.

mod about;
mod changes;
mod export;
mod gallery;
mod graph_export;
mod history;
mod import;
mod keys;
mod leave;
mod link;
mod name_form;
mod palette;
mod problem_list;
mod readings;
mod scenarios;
mod share;
pub(crate) mod sources;
mod text_block;
mod troubleshoot;

use leptos::prelude::*;

pub use leave::danger;
pub use readings::readings;
pub(crate) use scenarios::{ask_to_clear, download_all};

/// All dialogs, closed.
#[component]
pub fn Dialogs() -> impl IntoView {
    view! {
        <gallery::Gallery />
        <scenarios::Scenarios />
        <history::History />
        <import::Import />
        <graph_export::GraphExport />
        <export::Export />
        <share::Share />
        <link::Link />
        <problem_list::ProblemList />
        <troubleshoot::Troubleshoot />
        <about::About />
        <keys::Keys />
        <palette::Palette />
    }
}
