//! What stands in place of the flow where a scenario has no guest: three ways to start.
//!
//! They are commands of the page like any others.

use leptos::prelude::*;

use crate::commands::Command;
use crate::state::{App, Dialog};
use crate::words;

/// Why there is nothing to see, and what can be done about it.
#[component]
pub(super) fn NoGuest() -> impl IntoView {
    let app = App::expect();
    let way = move |command: Command, name: &'static str, says: &'static str| {
        view! {
            <li class="start__way">
                <button class="button" type="button" on:click=move |_| command.run(app)>{name}</button>
                <span>{says}</span>
            </li>
        }
    };
    view! {
        <section class="empty" aria-label=words::flow::ways_to_start()>
            <p>{words::flow::no_guest_in_scenario_add()}</p>
            <ul class="start">
                {way(Command::Open(Dialog::Gallery), words::flow::step_through_an_example(), words::flow::from_the_gallery())}
                {way(Command::AddGuest, words::flow::build_my_tenant(), words::flow::adds_a_guest_to_start_with())}
                {way(Command::Open(Dialog::Troubleshoot), words::common::troubleshoot(), words::flow::from_what_a_guest_says())}
            </ul>
        </section>
    }
}
