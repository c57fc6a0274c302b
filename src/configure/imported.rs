//! What is known and what was assumed of an imported guest: beside the facts about them, and beside the reasons of their run.
//!
//! Nothing is judged here: what a directory says is kept by the engine, and what it does not say was assumed at the import.

use leptos::prelude::*;
use redemption_engine::guest::{Guest, WayIn};
use redemption_engine::wording;

use super::bind::edit;
use crate::state::App;
use crate::words;

/// What the guest has redeemed with, and what was assumed.
type Told = (Option<String>, Vec<String>);

fn told(guest: &Guest) -> Told {
    let redeemed = guest.redeemed.as_ref().map(|redeemed| words::guest::run_begins_there(wording::redeemed(redeemed)));
    (redeemed, guest.assumed.clone())
}

/// What is known and what was assumed of the selected guest; nothing of a guest who was not imported.
#[component]
pub(crate) fn Imported() -> impl IntoView {
    let app = App::expect();
    let shown = Memo::new(move |_| app.session.with(|session| session.guest().map(told).unwrap_or_default()));
    view! {
        {move || {
            let (redeemed, assumed) = shown.get();
            (redeemed.is_some() || !assumed.is_empty()).then(|| view! { <Statement redeemed=redeemed assumed=assumed /> })
        }}
    }
}

#[component]
fn Statement(
    /// The redemption, in a sentence.
    redeemed: Option<String>,
    /// What was assumed.
    assumed: Vec<String>,
) -> impl IntoView {
    let list = (!assumed.is_empty()).then(|| {
        let items = assumed.into_iter().map(|text| view! { <li><bdi>{text}</bdi></li> }).collect_view();
        view! { <p>{words::guest::assumed_at_import()}</p> <ul class="bullets">{items}</ul> }
    });
    view! {
        <div class="imported">
            {redeemed.map(|says| view! { <p>{says}</p> })}
            {list}
        </div>
    }
}

/// Lets the selected guest begin with the invitation, where the redemption is a fact.
#[component]
pub(super) fn BeginAnew(
    /// The guest's position.
    at: usize,
) -> impl IntoView {
    let app = App::expect();
    let is_fact =
        Memo::new(move |_| app.with(|workspace| workspace.guests.get(at).is_some_and(|guest| guest.redeemed.is_some())));
    let forget = move |_| {
        edit(app, words::guest::begins_with_invitation(), move |workspace| {
            if let Some(guest) = workspace.guests.get_mut(at) {
                guest.redeemed = None;
                guest.way_in = WayIn::default();
                guest.story = Vec::new();
            }
        });
        app.announce(words::guest::begins_with_invitation());
    };
    view! {
        <Show when=move || is_fact.get()>
            <p class="setup__buttons">
                <button class="button" type="button" on:click=forget>{words::guest::begin_with_the_invitation()}</button>
            </p>
        </Show>
    }
}
