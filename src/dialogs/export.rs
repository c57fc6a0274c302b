//! Export: everything that can be taken elsewhere as a file or a text, each in a row of its own; and the change pack.
//!
//! What the files hold is written by the engine, the pictures by `crate::picture`; which rows there are stands in `rows`, the pack in `pack`.

mod pack;
mod rows;

use leptos::prelude::*;
use strum::IntoEnumIterator;

use crate::clipboard;
use crate::controls::Modal;
use crate::files;
use crate::picture::{self, PictureUse, Pictured};
use crate::state::{App, Dialog};
use crate::words;
use rows::{Made, Row};

/// The dialog.
#[component]
pub fn Export() -> impl IntoView {
    view! {
        <Modal kind=Dialog::Export title=words::common::export()>
            <Content />
        </Modal>
    }
}

#[component]
fn Content() -> impl IntoView {
    let app = App::expect();
    let said = RwSignal::new(String::new());
    let guest = move || {
        app.session.with(|session| {
            session.guest().map_or_else(|| words::export::no_guest().to_owned(), |guest| guest.display_name.clone())
        })
    };
    let rows = move |about: fn(Row) -> bool| {
        Row::iter().filter(move |row| about(*row)).map(|row| view! { <OneRow row=row said=said /> }).collect_view()
    };
    view! {
        <p class="lead">{words::export::files_and_texts_made_in()}</p>
        <section class="exports" aria-labelledby="export-work">
            <h3 id="export-work">{words::common::scenarios()}</h3>
            <ul class="exports__rows">{rows(|row| !row.is_of_guest())}</ul>
        </section>
        <section class="exports" aria-labelledby="export-guest">
            <h3 id="export-guest">{words::export::the_run_of()} <bdi>{guest}</bdi>{words::export::step_shown()}</h3>
            <ul class="exports__rows">
                {rows(Row::is_of_guest)} {Pictured::iter().map(|what| view! { <PictureRow what=what /> }).collect_view()}
            </ul>
        </section>
        <pack::ChangePack />
        <p class="exports__said" role="status">{said}</p>
    }
}

#[component]
fn OneRow(
    /// What is exported.
    row: Row,
    /// What the last press did.
    said: RwSignal<String>,
) -> impl IntoView {
    let app = App::expect();
    let made = move || untrack(|| rows::make(app, row));
    let nothing = words::export::nothing_to_export_scenario_no();
    let copy = move |_| match made() {
        Some(Made { name, text, .. }) => leptos::task::spawn_local(async move {
            said.set(match clipboard::write_text(&text).await {
                Ok(()) => words::export::copied_the_text_of(&name),
                Err(_) => words::export::browser_did_not_let_text().to_owned(),
            });
        }),
        None => said.set(nothing.to_owned()),
    };
    let download = move |_| {
        said.set(match made() {
            Some(Made { name, media_type, text }) if files::download_as(media_type, &name, &text) => words::common::saved(&name),
            Some(Made { name, .. }) => words::common::the_browser_did_not_take(&name),
            None => nothing.to_owned(),
        });
    };
    view! {
        <li class="exports__row" data-export=row.name()>
            <div class="exports__what">
                <h4 class="exports__title">{row.title()}</h4>
                <p class="exports__about">{row.about()}</p>
            </div>
            <div class="buttons">
                <button class="button" type="button" aria-label=words::export::copy(row.title()) on:click=copy>{words::common::copy()}</button>
                <button class="button" type="button" aria-label=words::export::download(row.title()) on:click=download>{words::common::download()}</button>
            </div>
        </li>
    }
}

/// A picture, with what can be done with it. What came of it is told where pictures tell it, in the page's notices.
#[component]
fn PictureRow(
    /// Which.
    what: Pictured,
) -> impl IntoView {
    let app = App::expect();
    let button = move |label: &'static str, done: PictureUse| {
        view! {
            <button
                class="button"
                type="button"
                aria-label=format!("{label}: {}", what.title())
                on:click=move |_| picture::take_of(app, what, done)
            >
                {label}
            </button>
        }
    };
    view! {
        <li class="exports__row" data-export=what.name()>
            <div class="exports__what">
                <h4 class="exports__title">{what.title()}</h4>
                <p class="exports__about">{what.about()}</p>
            </div>
            <div class="buttons">
                {button(words::common::copy(), PictureUse::Copy)} {button(words::export::png(), PictureUse::SavePng)} {button(words::export::svg(), PictureUse::SaveSvg)}
            </div>
        </li>
    }
}
