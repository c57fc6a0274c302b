//! Groups of settings: a heading that folds, where the setting is in the portal, whether it was changed, and the way back.
//!
//! What is in a group is written by whoever uses it.

use leptos::prelude::*;

use crate::state::App;

/// Settings that belong together, folded away at will.
#[component]
pub fn Group(
    /// The heading, as the admin center has it.
    title: &'static str,
    /// The way to it in the portal, or where else it comes from.
    #[prop(optional)]
    place: Option<&'static str>,
    /// Whether something in it differs from the defaults.
    changed: Signal<bool>,
    /// Sets everything in it to the defaults; without it there is no such button.
    #[prop(optional)]
    reset: Option<Callback<()>>,
    /// Whether the filter for changed settings applies.
    #[prop(default = false)]
    filtered: bool,
    /// The controls.
    children: Children,
) -> impl IntoView {
    let shown = if filtered { passes_filter(changed) } else { true.into() };
    view! {
        <details class="group" open=true hidden=move || !shown.get()>
            <summary class="group__head">
                <h3 class="group__title">{title}</h3>
                <Changed changed=changed />
            </summary>
            <div class="group__body">
                {place.map(|place| view! { <Where place=place /> })}
                {children()}
                {reset.map(|reset| view! { <Reset what=title changed=changed reset=reset /> })}
            </div>
        </details>
    }
}

/// Settings that belong together within a card; always unfolded.
#[component]
pub fn Section(
    /// The heading.
    title: &'static str,
    /// The id, where something leads here.
    #[prop(optional, into)]
    id: Option<String>,
    /// The way to it in the portal.
    #[prop(optional)]
    place: Option<&'static str>,
    /// Whether something in it differs from the defaults.
    #[prop(optional)]
    changed: Option<Signal<bool>>,
    /// Sets everything in it to the defaults.
    #[prop(optional)]
    reset: Option<Callback<()>>,
    /// The controls.
    children: Children,
) -> impl IntoView {
    let changed = changed.unwrap_or(false.into());
    view! {
        <fieldset class="section" id=id tabindex="-1">
            <legend class="section__title">{title}<Changed changed=changed /></legend>
            {place.map(|place| view! { <Where place=place /> })}
            {children()}
            {reset.map(|reset| view! { <Reset what=title changed=changed reset=reset /> })}
        </fieldset>
    }
}

/// One control of a group that holds several, hidden by the filter on its own.
#[component]
pub fn Only(
    /// Whether it differs from the default.
    changed: Signal<bool>,
    /// The control.
    children: Children,
) -> impl IntoView {
    let shown = passes_filter(changed);
    view! { <div class="only" hidden=move || !shown.get()>{children()}</div> }
}

/// Whether the filter lets something through. What was let through stays until the filter is switched, so that nothing vanishes
/// under the hands of somebody who edits it.
fn passes_filter(changed: Signal<bool>) -> Signal<bool> {
    let app = App::expect();
    let state = Memo::new(move |before: Option<&(bool, bool)>| {
        let filter = app.only_changed.get();
        let stays = before.is_some_and(|(filtered, shown)| *filtered && *shown);
        let changed = changed.get();
        (filter, !filter || changed || stays)
    });
    Signal::derive(move || state.get().1)
}

/// A dot where something differs from the defaults.
#[component]
fn Changed(
    /// Whether it does.
    changed: Signal<bool>,
) -> impl IntoView {
    view! {
        <Show when=move || changed.get()>
            <span class="changed" title="Differs from the default">
                <span class="visually-hidden">" (changed)"</span>
            </span>
        </Show>
    }
}

/// The way to a setting in the portal.
#[component]
fn Where(
    /// The steps of the way, with `›` between them.
    place: &'static str,
) -> impl IntoView {
    view! {
        <p class="where">
            <span class="where__question">"Where is this in the portal? "</span>
            {place}
        </p>
    }
}

/// Sets a group to the defaults. It keeps its place and the focus when there is nothing to do.
#[component]
fn Reset(
    /// What is reset.
    what: &'static str,
    /// Whether there is anything to do.
    changed: Signal<bool>,
    /// Does it.
    reset: Callback<()>,
) -> impl IntoView {
    view! {
        <p class="group__foot">
            <button
                class="button button--quiet"
                type="button"
                aria-disabled=move || (!changed.get()).to_string()
                on:click=move |_| {
                    if changed.get_untracked() {
                        reset.run(());
                    }
                }
            >
                "Reset to default"
                <span class="visually-hidden">{format!(": {what}")}</span>
            </button>
        </p>
    }
}
