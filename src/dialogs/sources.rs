//! The documents behind a rule or a problem, as a list.
//!
//! Shows titles, dates and places; the documents' text is not part of the page.

use leptos::prelude::*;
use redemption_engine::rules::Source;

use crate::words;

/// Title, date and place of each source; nothing where there is none.
#[component]
pub fn Sources(
    /// The sources.
    sources: &'static [Source],
) -> impl IntoView {
    let entry = |source: &'static Source| {
        let document = source.document;
        let date = if document.date().is_empty() { words::common::undated() } else { document.date() };
        let title = match document.url() {
            "" => document.title().into_any(),
            url => view! { <a href=url target="_blank" rel="noreferrer">{document.title()}</a> }.into_any(),
        };
        view! { <li>{title}", "{date}": "{source.place}</li> }
    };
    (!sources.is_empty()).then(
        || view! { <ul class="sources" aria-label=words::common::sources()>{sources.iter().map(entry).collect_view()}</ul> },
    )
}
