//! The scenario of a link that was followed: what it holds and what differs from the open one, before anything is opened.
//!
//! Opening makes a new scenario; the open one stays as it is. A link that cannot be read says why. The text of a link only ever
//! becomes text of the page.

use leptos::prelude::*;
use redemption_engine::session::Session;
use redemption_engine::share::{self, ShareError};
use redemption_engine::workspace::Workspace;

use super::leave::{Leave, LeaveQuestion};
use super::preview::Preview;
use super::scenarios::doing;
use crate::address;
use crate::controls::Modal;
use crate::state::{App, Dialog, Incoming, Projection};
use crate::words;

const EMPTY: &str = "link-empty";

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
            Ok(workspace) => view! { <Sound incoming=incoming workspace=workspace /> }.into_any(),
            Err(error) => view! { <Broken error=error /> }.into_any(),
        })
    })
    .into_any()
}

/// What the link holds, and what can be done with it.
#[component]
fn Sound(
    /// What the link has brought.
    incoming: Incoming,
    /// The scenario in it.
    workspace: Workspace,
) -> impl IntoView {
    let app = App::expect();
    let leave = Leave::new(app);
    let points = points(&incoming);
    let name = workspace.name.clone();
    let theirs = workspace.clone();
    let open = Callback::new(move |()| open(app, &incoming, theirs.clone()));
    let cancel = Callback::new(move |()| app.dialog.set(None));
    view! {
        <section class="incoming" aria-labelledby="link-name">
            <p class="lead">
                {words::share::somebody_sent_you_scenario_within()}
            </p>
            <h3 class="incoming__name" id="link-name"><bdi>{name}</bdi></h3>
            <Preview workspace=workspace id={"link".to_owned()} more=points leave=leave open=open open_label=words::share::open_as_new() cancel=Some(cancel)>
                <LeaveQuestion leave=leave />
            </Preview>
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
