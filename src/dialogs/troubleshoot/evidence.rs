//! What was reported in writing: a code, a message or a log, pasted or from a file.
//!
//! The engine reads it; here it is taken in, and what was found is told.

use leptos::html;
use leptos::prelude::*;
use redemption_engine::diagnosis::evidence::{self, Evidence};
use redemption_engine::wording;
use wasm_bindgen_futures::spawn_local;

use super::{Found, Search};
use crate::controls::focus_when_drawn;
use crate::files;
use crate::words;

/// The id of the heading that gets the focus after a reading.
const HEADING: &str = "evidence-report";

/// The name of pasted text.
const PASTED: &str = words::common::pasted_text();

fn take(search: Search, name: String, bytes: Result<Vec<u8>, String>) {
    let result = bytes.and_then(|bytes| evidence::read(&bytes).map_err(|error| error.to_string()));
    search.evidence.set(Some(Found { name, result }));
    focus_when_drawn(HEADING.to_owned());
}

/// A field for text, a chooser for a file, and what was found.
#[component]
pub(super) fn Reader(
    /// What is being looked for.
    search: Search,
) -> impl IntoView {
    let area = NodeRef::<html::Textarea>::new();
    let error = RwSignal::new("");
    let read = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Some(area) = area.get_untracked() else { return };
        let text = area.value();
        if text.trim().is_empty() {
            error.set(words::troubleshoot::no_text_yet_paste_code());
            drop(area.focus());
            return;
        }
        error.set("");
        take(search, PASTED.to_owned(), Ok(text.into_bytes()));
    };
    let chosen = move |event: web_sys::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        let file = input.files().and_then(|files| files.get(0));
        // The same file can be chosen again after it was changed.
        input.set_value("");
        let Some(file) = file else { return };
        spawn_local(async move {
            let bytes = files::bytes(&file).await;
            take(search, file.name(), bytes);
        });
    };
    view! {
        <form class="paste" on:submit=read>
            <div class="field">
                <label class="field__label" for="evidence-text">{words::troubleshoot::error_code_message_or_log()}</label>
                <textarea
                    class="field__input paste__text"
                    id="evidence-text"
                    node_ref=area
                    rows="3"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    placeholder=words::troubleshoot::aadsts50020()
                    aria-describedby="evidence-text-help evidence-text-error"
                    aria-invalid=move || (!error.get().is_empty()).then_some("true")
                ></textarea>
                <p class="field__help" id="evidence-text-help">
                    {words::troubleshoot::sign_in_and_audit_logs()}
                </p>
                <p class="field__error" id="evidence-text-error" role="alert">{error}</p>
            </div>
            <div class="evidence__ways">
                <button class="button button--primary" type="submit">{words::troubleshoot::find_causes()}</button>
                <div class="field">
                    <label class="field__label" for="evidence-file">{words::troubleshoot::or_a_log_file()}</label>
                    <input
                        class="drop__files"
                        id="evidence-file"
                        type="file"
                        accept=".json,.csv,.txt,application/json,text/csv,text/plain"
                        on:change=chosen
                    />
                </div>
            </div>
        </form>
        {move || search.evidence.get().map(|found| view! { <Report found=found /> })}
    }
}

/// What was found, or why nothing was.
#[component]
fn Report(
    /// What was read.
    found: Found,
) -> impl IntoView {
    let Found { name, result } = found;
    let (state, content) = match result {
        Err(error) => ("refused", view! { <p>{words::troubleshoot::not_read(error)}</p> }.into_any()),
        Ok(evidence) => (if evidence.symptoms.is_empty() { "unchanged" } else { "taken" }, told(evidence).into_any()),
    };
    view! {
        <section class="report evidence__report" data-state=state aria-labelledby=HEADING>
            <h3 class="report__name" id=HEADING tabindex="-1">{name}</h3>
            {content}
        </section>
    }
}

fn told(evidence: Evidence) -> impl IntoView {
    let count = match evidence.symptoms.len() {
        0 => words::troubleshoot::no_symptom_fits().to_owned(),
        some => words::troubleshoot::symptoms_fit_listed_below(some),
    };
    let codes = (!evidence.codes.is_empty())
        .then(|| view! { <p>{words::troubleshoot::codes(wording::list(evidence.codes.iter().map(words::troubleshoot::error_code)))}</p> });
    let activities = (!evidence.activities.is_empty())
        .then(|| view! { <p>{words::troubleshoot::activities(evidence.activities.join("; "))}</p> });
    let note = |note: String| view! { <li class="note"><span class="note__text">{note}</span></li> };
    view! {
        <p role="status">{words::troubleshoot::read_as(evidence.kind.name(), count)}</p>
        {codes}
        {activities}
        {(!evidence.notes.is_empty()).then(|| view! { <ul class="notes">{evidence.notes.into_iter().map(note).collect_view()}</ul> })}
    }
}
