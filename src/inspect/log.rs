//! The mails and logs that the run has left at the cursor: what the administrators of both sides would find.
//!
//! Everything is folded by the engine; what is not written by the service is not shown. Entries can be saved as files.

mod details;
mod entries;
mod mails;

use leptos::prelude::*;
use redemption_engine::rules::{Basis, Source};

use super::why::SourceLine;

/// The tab: mails above, logs below.
#[component]
pub(super) fn MailsAndLog() -> impl IntoView {
    view! {
        <mails::Mails />
        <entries::Logs />
    }
}

/// How sure something is, and where it can be read.
#[component]
fn Grounds(
    /// How sure it is.
    basis: Basis,
    /// Where it can be read.
    sources: Vec<Source>,
) -> impl IntoView {
    view! {
        <div class="entry__grounds">
            <span class="rule__basis" data-basis=basis.word()>{basis.word()}</span>
            <ul class="rule__sources">{sources.into_iter().map(|source| view! { <SourceLine source=source /> }).collect_view()}</ul>
        </div>
    }
}

/// Labels with values; what has no value is left out.
fn facts(rows: Vec<(&'static str, Option<String>)>) -> impl IntoView {
    let row = |(label, value): (&'static str, String)| {
        view! {
            <div class="fact">
                <dt class="fact__what">{label}</dt>
                <dd class="fact__value"><span>{value}</span></dd>
            </div>
        }
    };
    let rows = rows.into_iter().filter_map(|(label, value)| Some((label, value.filter(|value| !value.is_empty())?)));
    view! { <dl class="facts">{rows.map(row).collect_view()}</dl> }
}

/// A simulated time to the minute.
fn minute(at: impl ToString) -> String {
    at.to_string().chars().take(16).map(|c| if c == 'T' { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::minute;

    #[test]
    fn a_time_is_shown_to_the_minute() {
        assert_eq!(minute("2024-03-26T09:00:00"), "2024-03-26 09:00");
    }
}
