//! What the tool is and is not: purpose, limits of the model, and every rule with its sources.
//!
//! The rules are the engine's; nothing is fetched, and links to documents are only followed when someone presses them.

use leptos::prelude::*;
use redemption_engine::coverage::{NotSimulated, not_simulated};
use redemption_engine::design::Edition;
use redemption_engine::rules::{Document, Rule};
use redemption_engine::wording;
use strum::IntoEnumIterator;

use super::readings::in_force;
use super::sources::Sources;
use crate::commands::Command;
use crate::controls::Modal;
use crate::delivery;
use crate::offline::Offline;
use crate::state::{App, Dialog};
use crate::words;

/// The dialog about the tool.
#[component]
pub fn About() -> impl IntoView {
    view! {
        <Modal kind=Dialog::About title=words::common::about()>
            {content()}
        </Modal>
    }
}

/// What is in the dialog.
fn content() -> AnyView {
    view! {
        <Purpose />
        <Readings />
        <Limits />
        <Rules />
    }
    .into_any()
}

#[component]
fn Purpose() -> impl IntoView {
    let app = App::expect();
    let edition = move |each: Edition| {
        let open =
            move || app.with(|workspace| workspace.design.edition == each).then_some(words::about::used_by_the_open_scenario());
        view! { <li>{words::about::documents_as_of(wording::edition(each), each.name())}{open}</li> }
    };
    view! {
        <section class="about">
            <p class="lead">
                {words::about::exactly_happens_to_guest_redeems(env!("CARGO_PKG_VERSION"))}
            </p>
            <p>
                {words::about::independent_training_tool_not_affiliated()}
            </p>
            <Notices />
            <h3>{words::about::without_a_network()}</h3>
            <WithoutNetwork />
            <h3>{words::about::editions_of_the_documents()}</h3>
            <p>{words::about::scenario_read_under_one_state()}</p>
            <ul class="bullets">{Edition::iter().map(edition).collect_view()}</ul>
        </section>
    }
}

/// Where the licences of the code in the page are, in a build that has them.
#[component]
fn Notices() -> impl IntoView {
    delivery::notices().map(|address| {
        view! { <p><a href=address>{words::about::licences_code_in_page()}</a></p> }
    })
}

/// Whether the page opens without a network, and whether there is a new version.
#[component]
fn WithoutNetwork() -> impl IntoView {
    let app = App::expect();
    let kept = move || matches!(app.offline.get(), Offline::Ready | Offline::NewVersion);
    let newer = move || app.offline.get() == Offline::NewVersion;
    view! {
        <p id="offline">{move || app.offline.get().says()}</p>
        {(!window().is_secure_context()).then(|| view! { <p id="tabs-alone">{words::about::tabs_do_not_know_of_each_other()}</p> })}
        <Show when=kept>
            <p class="actions">
                <button class="button" type="button" on:click=move |_| Command::LookForNewVersion.run(app)>{words::common::look_for_a_new_version()}</button>
                <Show when=newer>
                    <button class="button button--primary" type="button" on:click=move |_| Command::NewVersion.run(app)>
                        {words::common::load_the_new_version()}
                    </button>
                </Show>
            </p>
        </Show>
    }
}

/// The readings in force in the open scenario, where documents disagree.
#[component]
fn Readings() -> impl IntoView {
    let app = App::expect();
    let reading = |(says, document): (String, Document)| view! { <li>{words::about::reading_as_in(says, document.title())}</li> };
    view! {
        <section class="about">
            <h3>{words::about::readings_in_force()}</h3>
            <p>{words::about::where_two_documents_disagree_reading()}</p>
            {move || {
                let readings = app.with(|workspace| in_force(&workspace.design.interpretations));
                if readings.is_empty() {
                    view! { <p>{words::about::open_scenario_follows_recommended_readings()}</p> }.into_any()
                } else {
                    view! { <ul class="bullets">{readings.into_iter().map(reading).collect_view()}</ul> }.into_any()
                }
            }}
        </section>
    }
}

/// What is left out, with the reason and where to read about it.
#[component]
fn Limits() -> impl IntoView {
    let card = |left_out: &'static NotSimulated| {
        let read = left_out.read;
        let title = match read.url() {
            "" => read.title().into_any(),
            url => view! { <a href=url target="_blank" rel="noreferrer">{read.title()}</a> }.into_any(),
        };
        view! {
            <li class="limit">
                <h4 class="limit__title">{left_out.title}</h4>
                <p>{left_out.reason}</p>
                <p class="limit__read">{words::about::read()}{title}</p>
            </li>
        }
    };
    view! {
        <section class="about">
            <h3>{words::about::what_is_not_simulated()}</h3>
            <p>{words::about::each_these_can_stop_or()}</p>
            <ul class="limits">{not_simulated().iter().map(card).collect_view()}</ul>
        </section>
    }
}

/// All rules, drawn once they are asked for.
#[component]
fn Rules() -> impl IntoView {
    let asked = RwSignal::new(false);
    view! {
        <section class="about">
            <h3>{words::about::rules()}</h3>
            <details class="rules" on:toggle=move |_| asked.set(true)>
                <summary>{words::about::all_rules_with_their_sources(Rule::all().count())}</summary>
                <p>
                    {words::about::documented_document_says_inferred_follows()}
                </p>
                {move || asked.get().then(|| view! { <RuleTable /> })}
            </details>
        </section>
    }
}

#[component]
fn RuleTable() -> impl IntoView {
    let row = |rule: Rule| {
        let card = rule.card();
        let (from, to) = card.editions;
        let editions = if from == to { from.name().to_owned() } else { words::common::from_to(from.name(), to.name()) };
        view! {
            <tr>
                <th scope="row"><code>{card.id}</code></th>
                <td>{card.statement}</td>
                <td>{card.basis.word()}</td>
                <td>{editions}</td>
                <td><Sources sources=card.sources /></td>
            </tr>
        }
    };
    view! {
        <div class="table-frame" role="region" aria-label=words::about::rules() tabindex="0">
            <table class="table">
                <caption class="visually-hidden">{words::about::all_rules_of_the_model()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words::about::rule()}</th>
                        <th scope="col">{words::about::what_the_service_does()}</th>
                        <th scope="col">{words::about::basis()}</th>
                        <th scope="col">{words::about::editions()}</th>
                        <th scope="col">{words::common::sources()}</th>
                    </tr>
                </thead>
                <tbody>{Rule::all().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}
