//! The list of symptoms: searched by words and by who reports them, each with its causes when it is opened.
//!
//! What fits is found in `troubleshoot.rs`; a cause is shown in `cause.rs`, and what explains a symptom in `explain.rs`.

use leptos::prelude::*;
use redemption_engine::diagnosis::{Reporter, Symptom, all};
use redemption_engine::wording;
use strum::IntoEnumIterator;

use super::Search;
use super::cause::Causes;
use super::explain::Explain;
use crate::controls::focus_when_drawn;
use crate::dialogs::leave::{Leave, LeaveQuestion};
use crate::state::App;
use crate::words;

fn reporter_name(reporter: Reporter) -> &'static str {
    match reporter {
        Reporter::Guest => words::troubleshoot::the_guest(),
        Reporter::Inviter => words::troubleshoot::the_inviter(),
        Reporter::SignInLog => words::troubleshoot::the_sign_in_log(),
        Reporter::AuditLog => words::troubleshoot::the_audit_log(),
    }
}

/// The symptoms that fit.
#[component]
pub(super) fn Symptoms(
    /// What is being looked for.
    search: Search,
) -> impl IntoView {
    let leave = Leave::new(App::expect());
    let shown = Memo::new(move |_| search.symptoms().into_iter().map(|symptom| symptom.id).collect::<Vec<_>>());
    let total = all().count();
    if let Some(id) = search.asked.get_untracked() {
        focus_when_drawn(head(id));
    }
    let rows = move || {
        let found = shown.get();
        // What was read leads to a few symptoms; the first of them is opened.
        let read = search.evidence.with_untracked(|evidence| evidence.as_ref().is_some_and(|found| found.result.is_ok()));
        let asked = search.asked.get_untracked();
        let row = |(position, id): (usize, &'static str)| {
            let open = asked == Some(id) || (read && position == 0);
            redemption_engine::diagnosis::find(id)
                .map(|symptom| view! { <Row symptom=symptom open=open search=search leave=leave /> })
        };
        found.into_iter().enumerate().map(row).collect_view()
    };
    view! {
        <section class="symptoms" aria-labelledby="symptoms-heading">
            <h3 id="symptoms-heading">{words::troubleshoot::what_is_reported()}</h3>
            <Filters search=search />
            <p class="gallery__count" role="status">{move || words::troubleshoot::of_symptoms(shown.with(Vec::len), total)}</p>
            <Show when=move || shown.with(|shown| shown.len() < total)>
                <button
                    class="button symptoms__all"
                    type="button"
                    on:click=move |_| {
                        search.clear();
                        focus_when_drawn("symptom-search".to_owned());
                    }
                >
                    {words::troubleshoot::show_all_symptoms()}
                </button>
            </Show>
            <LeaveQuestion leave=leave />
            <ul class="symptoms__list">{rows}</ul>
        </section>
    }
}

#[component]
fn Filters(
    /// What is being looked for.
    search: Search,
) -> impl IntoView {
    let reporter = move || search.reporter.get().map_or("", reporter_name);
    view! {
        <div class="gallery__filters symptoms__filters">
            <div class="field gallery__search">
                <label class="field__label" for="symptom-search">{words::common::search()}</label>
                <input
                    class="field__input"
                    id="symptom-search"
                    type="search"
                    autocomplete="off"
                    spellcheck="false"
                    prop:value=search.words
                    on:input=move |event| search.words.set(event_target_value(&event))
                />
            </div>
            <div class="field">
                <label class="field__label" for="symptom-reporter">{words::troubleshoot::reported_by()}</label>
                <select
                    class="field__input"
                    id="symptom-reporter"
                    prop:value=reporter
                    on:change=move |event| {
                        let name = event_target_value(&event);
                        search.reporter.set(Reporter::iter().find(|reporter| reporter_name(*reporter) == name));
                    }
                >
                    <option value="">{words::troubleshoot::anybody()}</option>
                    {Reporter::iter()
                        .map(|reporter| view! { <option value=reporter_name(reporter)>{reporter_name(reporter)}</option> })
                        .collect_view()}
                </select>
            </div>
        </div>
    }
}

/// The id of a symptom's heading line.
fn head(id: &str) -> String {
    format!("symptom-{id}")
}

/// One symptom; its causes are drawn once it is opened.
#[component]
fn Row(
    /// The symptom.
    symptom: &'static Symptom,
    /// Whether it is open from the start.
    open: bool,
    /// What is being looked for.
    search: Search,
    /// Asks before unsaved work is left.
    leave: Leave,
) -> impl IntoView {
    let asked = RwSignal::new(open);
    let codes = (!symptom.codes.is_empty())
        .then(|| view! { <code class="symptom__codes">{wording::list(symptom.codes.iter().map(words::troubleshoot::error_code))}</code> });
    let reported = wording::list(symptom.reported_by.iter().map(|reporter| reporter_name(*reporter)));
    view! {
        <li class="symptom">
            <details open=open on:toggle=move |_| asked.set(true)>
                <summary class="symptom__head" id=head(symptom.id)>{symptom.says}" "{codes}</summary>
                <p class="symptom__reported">{words::troubleshoot::reported_by_whom(reported)}</p>
                {move || asked.get().then(|| view! { <Causes symptom=symptom leave=leave /> })}
                {move || {
                    (asked.get() && symptom.is_of_an_attempt())
                        .then(|| view! { <Explain symptom=symptom search=search leave=leave /> })
                }}
            </details>
        </li>
    }
}
