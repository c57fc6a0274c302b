//! The left-hand panel: the settings of both sides and the facts about the selected guest, as forms.
//!
//! Each change is one step of the history. Nothing is checked here beyond whether a text can be read at all: what is questionable
//! is found by the engine and shown under the field.

mod about;
mod access;
mod bind;
mod cards;
mod collaboration;
mod federations;
mod fictional;
mod form;
mod graph_view;
mod group;
pub mod guest;
pub mod home;
pub(crate) mod imported;
mod index;
mod interpretations;
mod invitation;
mod line;
mod lists;
mod order;
mod person;
mod policies;
mod reset;
pub mod resource;
mod setting;
mod subject;
pub(crate) mod summary;
mod terms;
mod ticks;
mod users;
mod who;

use leptos::prelude::*;
use strum::IntoEnumIterator;

use crate::later::{drawn_later, later};
use crate::state::{App, ConfigurePart};
use crate::store::Role;
use crate::words;

pub(crate) use guest::{add_guest, duplicate_guest, remove_guest, rename_guest};
#[cfg(test)]
pub(crate) use index::all;
pub use index::{Found, settings};
pub(crate) use reset::reset_settings;

/// The settings: which part is shown, and that part's form.
#[component]
pub fn Configure() -> impl IntoView {
    let app = App::expect();
    // A memo, so that choosing the present part again does not build its form anew.
    let shown = Memo::new(move |_| app.part.get());
    let edits_second = Memo::new(move |_| app.edits_second());
    let part = move |part: ConfigurePart| {
        view! {
            <button
                class="setup__part"
                type="button"
                aria-pressed=move || (shown.get() == part).to_string()
                on:click=move |_| app.part.set(part)
            >
                {part_label(part)}
            </button>
        }
    };
    view! {
        <section class="panel panel--setup" id="setup" tabindex="-1" aria-labelledby="setup-h">
            <h2 id="setup-h">{words::common::settings()}</h2>
            {move || edits_second.get().then(|| drawn_later(second_banner))}
            <div class="setup__parts" role="group" aria-label=words::configure::part_of_the_settings()>
                {ConfigurePart::iter().map(part).collect_view()}
            </div>
            <fieldset class="setup__form" aria-label=words::configure::settings_of_this_part() disabled=move || app.store.role.get() == Role::Reader>
                {move || match shown.get() {
                    ConfigurePart::Guest => drawn_later(guest_view),
                    ConfigurePart::Resource => drawn_later(resource_view),
                    ConfigurePart::Home => drawn_later(home_view),
                }}
            </fieldset>
        </section>
    }
}

later! {
    /// What says that the forms edit design B.
    fn second_banner() -> AnyView {
        view! { <crate::dialogs::SecondBanner /> }.into_any()
    }
}

later! {
    /// The form of the guest.
    fn guest_view() -> AnyView {
        view! { <guest::GuestPart /> }.into_any()
    }
}

later! {
    /// The form of the resource tenant.
    fn resource_view() -> AnyView {
        view! { <resource::Resource /> }.into_any()
    }
}

later! {
    /// The form of the home tenants.
    fn home_view() -> AnyView {
        view! { <home::Homes /> }.into_any()
    }
}

fn part_label(part: ConfigurePart) -> &'static str {
    match part {
        ConfigurePart::Guest => words::common::guest(),
        ConfigurePart::Resource => words::common::resource_tenant(),
        ConfigurePart::Home => words::common::home_tenants(),
    }
}
