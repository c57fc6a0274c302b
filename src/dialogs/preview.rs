//! A scenario that has come from elsewhere, before anything of it is opened: what it holds, and what differs from the open one.
//!
//! Opening and leaving are for whoever shows it. Its text only ever becomes text of the page.

use leptos::prelude::*;
use redemption_engine::difference;
use redemption_engine::wording;
use redemption_engine::workspace::Workspace;

use super::changes::Changes;
use super::leave::Leave;
use crate::state::App;
use crate::words;

/// What the scenario holds, what differs from the open one, and the ways on.
#[component]
pub(super) fn Preview(
    /// The scenario.
    workspace: Workspace,
    /// What the ids within begin with.
    id: String,
    /// A sentence on what else has come with it.
    more: Option<String>,
    /// Asks before unsaved work is left.
    leave: Leave,
    /// Opens it.
    open: Callback<()>,
    /// What opening is called.
    #[prop(into)]
    open_label: Signal<&'static str>,
    /// Leaves it, where there is a button for that here.
    cancel: Option<Callback<()>>,
    /// What stands before the buttons.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let app = App::expect();
    let compared = RwSignal::new(false);
    let told = told(&workspace);
    let note = (!workspace.note.is_empty())
        .then(|| view! { <blockquote class="incoming__note" dir="auto">{workspace.note.clone()}</blockquote> });
    let workspace = StoredValue::new(workspace);
    let changes = Memo::new(move |_| app.with(|mine| workspace.with_value(|theirs| difference::between(mine, theirs))));
    let mine = move || app.with(|mine| mine.name.clone());
    let line = |(what, value): (&'static str, String)| {
        view! {
            <div class="fact">
                <dt class="fact__what">{what}</dt>
                <dd class="fact__value"><bdi>{value}</bdi></dd>
            </div>
        }
    };
    let (found, button) = (format!("{id}-found"), StoredValue::new(format!("{id}-open")));
    view! {
        {note}
        <dl class="facts">{told.into_iter().map(line).collect_view()}</dl>
        {more.map(|more| view! { <p>{more}</p> })}
        <p class="incoming__differs">
            {move || match changes.with(Vec::len) {
                0 => words::share::same_as_open_scenario().to_owned(),
                some => words::share::things_differ_open_scenario(some),
            }}
            <bdi>{mine}</bdi> "."
        </p>
        {children.map(|children| children())}
        <div class="buttons">
            <button
                class="button button--primary"
                type="button"
                id=button.get_value()
                on:click=move |_| leave.then(&button.get_value(), move || open.run(()))
            >
                {open_label}
            </button>
            <button
                class="button"
                type="button"
                aria-expanded=move || compared.get().to_string()
                aria-controls=found.clone()
                on:click=move |_| compared.update(|compared| *compared = !*compared)
            >
                {words::share::compare_with_mine()}
            </button>
            {cancel.map(|cancel| view! { <button class="button" type="button" on:click=move |_| cancel.run(())>{words::common::cancel()}</button> })}
        </div>
        <div class="incoming__found" id=found>
            <Show when=move || compared.get()>
                <p class="incoming__differs">{words::share::what_differs_in_it()}</p>
                {move || view! { <Changes changes=changes.get() empty={words::common::nothing_is_different()} /> }}
            </Show>
        </div>
    }
}

/// What a scenario holds, in a few lines.
fn told(workspace: &Workspace) -> Vec<(&'static str, String)> {
    let design = &workspace.design;
    let or_none = |names: Vec<&str>| if names.is_empty() { words::common::none().to_owned() } else { some_of(&names) };
    let acts: usize = workspace.guests.iter().map(|guest| guest.story.len()).sum();
    let notes: usize = workspace.guests.iter().map(|guest| guest.notes.len()).sum();
    let mut told = vec![
        (words::share::guests(), or_none(workspace.guests.iter().map(|guest| guest.display_name.as_str()).collect())),
        (words::common::resource_tenant(), design.resource_tenant.display_name.clone()),
        (words::common::home_tenants(), or_none(design.home_tenants.iter().map(|home| home.display_name.as_str()).collect())),
        (words::common::rules_of(), wording::edition(design.edition).to_owned()),
        (words::share::stories(), words::share::acts(acts)),
    ];
    if notes > 0 {
        told.push((words::share::notes_at_steps(), notes.to_string()));
    }
    told
}

/// A few names, and how many more there are.
fn some_of(names: &[&str]) -> String {
    const MOST: usize = 5;
    let some = names.iter().take(MOST).copied().collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(MOST) {
        0 => some,
        more => words::share::and_more(&some, more),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use redemption_engine::presets;

    #[test]
    fn the_preview_tells_what_the_scenario_holds() {
        let mut workspace = presets::first().unwrap().workspace;
        workspace.guests.truncate(1);
        let told = told(&workspace);
        assert_eq!(told.first(), Some(&("Guests", workspace.guests[0].display_name.clone())));
        assert_eq!(told.get(1), Some(&("Resource tenant", "Woodgrove".to_owned())));
        assert_eq!(some_of(&["a", "b", "c", "d", "e", "f", "g"]), "a, b, c, d, e and 2 more");
    }
}
