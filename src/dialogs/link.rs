//! The scenario of a link that was followed: what it holds and what differs from the open one, before anything is opened.
//!
//! Opening makes a new scenario; the open one stays as it is. A link that cannot be read says why. The text of a link only ever
//! becomes text of the page.

use leptos::prelude::*;
use redemption_engine::difference;
use redemption_engine::session::Session;
use redemption_engine::share::{self, ShareError};
use redemption_engine::wording;
use redemption_engine::workspace::Workspace;

use super::changes::Changes;
use super::leave::{Leave, LeaveQuestion};
use super::scenarios::doing;
use crate::address;
use crate::controls::Modal;
use crate::state::{App, Dialog, Incoming, Projection};
use crate::words;

const OPEN: &str = "link-open";
const EMPTY: &str = "link-empty";
const FOUND: &str = "link-found";

/// The dialog. Once it is closed, the scenario is no longer in the address.
#[component]
pub fn Link() -> impl IntoView {
    let app = App::expect();
    Effect::new(move |was: Option<bool>| {
        let open = app.dialog.get() == Some(Dialog::Link);
        if was == Some(true) && !open {
            address::answered(app, app.incoming.with_untracked(Option::is_none));
        }
        open
    });
    view! {
        <Modal kind=Dialog::Link title=words::share::scenario_of_a_link()>
            {content()}
        </Modal>
    }
}

/// What is in the dialog. Another link that is followed meanwhile takes the place of the first.
fn content() -> AnyView {
    let app = App::expect();
    (move || {
        app.incoming.get().map(|incoming| match share::decode(&incoming.text) {
            Ok(workspace) => view! { <Preview incoming=incoming workspace=workspace /> }.into_any(),
            Err(error) => view! { <Broken error=error /> }.into_any(),
        })
    })
    .into_any()
}

/// What the link holds, and what can be done with it.
#[component]
fn Preview(
    /// What the link has brought.
    incoming: Incoming,
    /// The scenario in it.
    workspace: Workspace,
) -> impl IntoView {
    let app = App::expect();
    let leave = Leave::new(app);
    let compared = RwSignal::new(false);
    let told = told(&workspace);
    let points = points(&incoming);
    let name = workspace.name.clone();
    let note = (!workspace.note.is_empty())
        .then(|| view! { <blockquote class="incoming__note" dir="auto">{workspace.note.clone()}</blockquote> });
    let workspace = StoredValue::new(workspace);
    let changes = Memo::new(move |_| app.with(|mine| workspace.with_value(|theirs| difference::between(mine, theirs))));
    let mine = move || app.with(|mine| mine.name.clone());
    let incoming = StoredValue::new(incoming);
    let open = move || open(app, &incoming.get_value(), workspace.get_value());
    let line = |(what, value): (&'static str, String)| {
        view! {
            <div class="fact">
                <dt class="fact__what">{what}</dt>
                <dd class="fact__value"><bdi>{value}</bdi></dd>
            </div>
        }
    };
    view! {
        <section class="incoming" aria-labelledby="link-name">
            <p class="lead">
                {words::share::somebody_sent_you_scenario_within()}
            </p>
            <h3 class="incoming__name" id="link-name"><bdi>{name}</bdi></h3>
            {note}
            <dl class="facts">{told.into_iter().map(line).collect_view()}</dl>
            {points.map(|points| view! { <p>{points}</p> })}
            <p class="incoming__differs">
                {move || match changes.with(Vec::len) {
                    0 => words::share::same_as_open_scenario().to_owned(),
                    some => words::share::things_differ_open_scenario(some),
                }}
                <bdi>{mine}</bdi> "."
            </p>
            <LeaveQuestion leave=leave />
            <div class="buttons">
                <button class="button button--primary" type="button" id=OPEN on:click=move |_| leave.then(OPEN, open)>
                    {words::share::open_as_new()}
                </button>
                <button
                    class="button"
                    type="button"
                    aria-expanded=move || compared.get().to_string()
                    aria-controls=FOUND
                    on:click=move |_| compared.update(|compared| *compared = !*compared)
                >
                    {words::share::compare_with_mine()}
                </button>
                <button class="button" type="button" on:click=move |_| app.dialog.set(None)>{words::common::cancel()}</button>
            </div>
            <div class="incoming__found" id=FOUND>
                <Show when=move || compared.get()>
                    <h4>{words::share::what_differs_in_the_link()}</h4>
                    {move || view! { <Changes changes=changes.get() empty={words::common::nothing_is_different()} /> }}
                </Show>
            </div>
        </section>
    }
}

/// Why the link cannot be read, and what to do instead.
#[component]
fn Broken(
    /// Why.
    error: ShareError,
) -> impl IntoView {
    let app = App::expect();
    let leave = Leave::new(app);
    let empty = move || {
        doing::open_new(app);
        app.dialog.set(None);
    };
    view! {
        <section class="incoming" aria-labelledby="link-broken">
            <h3 class="incoming__name" id="link-broken">{words::share::this_link_cannot_be_read()}</h3>
            <p class="incoming__error" role="alert">{words::share::what_failed()}<bdi>{error.to_string()}</bdi>"."</p>
            <p>{advice(&error)}{words::share::your_own_work_as()}</p>
            <LeaveQuestion leave=leave />
            <div class="buttons">
                <button class="button button--primary" type="button" on:click=move |_| app.dialog.set(None)>{words::share::back_to_my_work()}</button>
                <button class="button" type="button" id=EMPTY on:click=move |_| leave.then(EMPTY, empty)>{words::share::start_empty()}</button>
                <button class="button" type="button" on:click=move |_| app.dialog.set(Some(Dialog::Gallery))>{words::common::examples()}</button>
            </div>
        </section>
    }
}

/// What whoever got the link can do.
fn advice(error: &ShareError) -> &'static str {
    match error {
        ShareError::Newer(_) => words::share::load_page_again_to_get(),
        ShareError::Empty | ShareError::NoVersion | ShareError::Stray { .. } | ShareError::BreaksOff | ShareError::Damaged => {
            words::share::mail_programs_cut_and_change()
        }
        ShareError::TooLong(_)
        | ShareError::TooLarge
        | ShareError::Document(_)
        | ShareError::Several(_)
        | ShareError::NotAStep(_) => words::share::ask_whoever_sent_for_scenario(),
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

/// Where the link points within the scenario, in a sentence.
fn points(incoming: &Incoming) -> Option<String> {
    let mut parts = Vec::new();
    if let Some(view) = incoming.at.as_deref().and_then(|at| share::read_step(at).ok()) {
        parts.push(words::share::at_step_of_part(view.place.step + 1, view.place.chapter + 1));
    }
    if let Some(view) = incoming.view.as_deref().and_then(|view| view.parse::<Projection>().ok()) {
        parts.push(words::share::in_the_view(view.name()));
    }
    if incoming.present {
        parts.push(words::share::as_a_presentation().to_owned());
    }
    (!parts.is_empty()).then(|| words::share::it_opens(parts.join(", ")))
}

/// Opens the scenario as a new one that is kept from the start, where the link points.
fn open(app: App, incoming: &Incoming, workspace: Workspace) {
    app.open_new(Session::open_first(workspace));
    app.store.become_a_copy(app);
    app.incoming.set(None);
    app.dialog.set(None);
    app.arrive(incoming.at.as_deref(), incoming.view.as_deref());
    if incoming.present && !app.presentation.on.get_untracked() {
        app.present(true);
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

    #[test]
    fn the_preview_tells_where_the_link_points() {
        let text = |text: &str| Some(text.to_owned());
        let bare = Incoming { text: String::new(), at: None, view: None, present: false };
        assert_eq!(points(&bare), None);
        let full = Incoming { at: text("1.2.5"), view: text("outline"), present: true, ..bare.clone() };
        assert_eq!(points(&full).as_deref(), Some("It opens at step 5 of part 2, in the view outline, as a presentation."));
        assert_eq!(points(&Incoming { at: text("x"), view: text("y"), ..bare }), None);
    }
}
