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
use crate::later::{drawn_later, later};
use crate::offline::Offline;
use crate::state::{App, Dialog};

/// The dialog about the tool.
#[component]
pub fn About() -> impl IntoView {
    view! {
        <Modal kind=Dialog::About title="About">
            {drawn_later(content)}
        </Modal>
    }
}

later! {
    /// What is in the dialog, by code that comes later.
    fn content() -> AnyView {
        view! {
            <Purpose />
            <Readings />
            <Limits />
            <Rules />
        }
        .into_any()
    }
}

#[component]
fn Purpose() -> impl IntoView {
    let app = App::expect();
    let edition = move |each: Edition| {
        let open = move || app.with(|workspace| workspace.design.edition == each).then_some(" (used by the open scenario)");
        view! { <li>{wording::edition(each)}": the documents as of "{each.name()}{open}</li> }
    };
    view! {
        <section class="about">
            <p class="lead">
                "What exactly happens to a guest who redeems a Microsoft Entra B2B invitation, step by step, and why. Version "
                {env!("CARGO_PKG_VERSION")} "."
            </p>
            <p>
                "Independent training tool. Not affiliated with or endorsed by Microsoft. Results are a simulation. \
                Everything runs in this page; nothing is sent anywhere; work is kept in this browser's storage."
            </p>
            <Notices />
            <h3>"Without a network"</h3>
            <WithoutNetwork />
            <h3>"Editions of the documents"</h3>
            <p>"A scenario is read under one state of Microsoft's documents. Choose it under Rules of, above the panels."</p>
            <ul class="bullets">{Edition::iter().map(edition).collect_view()}</ul>
        </section>
    }
}

/// Where the licences of the code in the page are, in a build that has them.
#[component]
fn Notices() -> impl IntoView {
    delivery::notices().map(|address| {
        view! { <p><a href=address>"Licences of the code in this page"</a></p> }
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
        <Show when=kept>
            <p class="actions">
                <button class="button" type="button" on:click=move |_| Command::LookForNewVersion.run(app)>"Look for a new version"</button>
                <Show when=newer>
                    <button class="button button--primary" type="button" on:click=move |_| Command::NewVersion.run(app)>
                        "Load the new version"
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
    let reading = |(says, document): (String, Document)| view! { <li>{says}", as in "{document.title()}</li> };
    view! {
        <section class="about">
            <h3>"Readings in force"</h3>
            <p>"Where two documents disagree, the reading is a setting, under Interpretations."</p>
            {move || {
                let readings = app.with(|workspace| in_force(&workspace.design.interpretations));
                if readings.is_empty() {
                    view! { <p>"The open scenario follows the recommended readings."</p> }.into_any()
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
                <p class="limit__read">"Read: "{title}</p>
            </li>
        }
    };
    view! {
        <section class="about">
            <h3>"What is not simulated"</h3>
            <p>"Each of these can stop or change a redemption that succeeds here."</p>
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
            <h3>"Rules"</h3>
            <details class="rules" on:toggle=move |_| asked.set(true)>
                <summary>{format!("All {} rules with their sources", Rule::all().count())}</summary>
                <p>
                    "Documented: a document says so. Inferred: it follows from a document. Assumed: a choice of this model. \
                    Disputed: two documents point different ways."
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
        let editions = if from == to { from.name().to_owned() } else { format!("{} to {}", from.name(), to.name()) };
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
        <div class="table-frame" role="region" aria-label="Rules" tabindex="0">
            <table class="table">
                <caption class="visually-hidden">"All rules of the model"</caption>
                <thead>
                    <tr>
                        <th scope="col">"Rule"</th>
                        <th scope="col">"What the service does"</th>
                        <th scope="col">"Basis"</th>
                        <th scope="col">"Editions"</th>
                        <th scope="col">"Sources"</th>
                    </tr>
                </thead>
                <tbody>{Rule::all().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}
