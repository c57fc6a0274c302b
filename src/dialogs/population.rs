//! A list of invitees: given as a file or as text, read and judged by a worker, counted, looked through row by row, and taken along.
//!
//! The list stays in the worker's memory. Nothing here stores it, links to it or names it in an address; it is gone with the page.

mod columns;
mod files;
mod grid;
mod person;
mod rejected;
mod result;
mod source;

use leptos::prelude::*;

use crate::controls::Modal;
use crate::state::{Dialog, List};
use crate::words;

/// The dialog. The list outlives its closing, so that a scenario can be looked at in between.
#[component]
pub fn Population() -> impl IntoView {
    let list = List::new();
    view! {
        <Modal kind=Dialog::Population title=words::population::population()>
            <Content list=list />
        </Modal>
    }
}

#[component]
fn Content(
    /// The list.
    list: List,
) -> impl IntoView {
    view! {
        <p class="lead">{words::population::lead()}</p>
        <p class="list__private">{words::population::stays_here()}</p>
        <source::Source list=list />
        <p class="field__error" role="alert">{move || list.refused.get()}</p>
        <Show when=move || list.columns.with(Option::is_some)>
            <columns::Mapping list=list />
        </Show>
        <Progress list=list />
        <Show when=move || list.summary.with(Option::is_some)>
            <result::Result list=list />
        </Show>
    }
}

/// How far it is, with a way to stop it.
#[component]
fn Progress(
    /// The list.
    list: List,
) -> impl IntoView {
    let bar = move || {
        let far = list.desk.far();
        let (done, all) = far.map_or((0, 1), |far| (far.done, far.all.max(1)));
        let left = far.and_then(|far| far.left).and_then(|left| usize::try_from(left).ok()).map(words::analysis::seconds_left);
        view! {
            <progress class="list__bar" max=all.to_string() value=done.to_string() aria-label=words::population::reading()></progress>
            <span class="list__left">{left}</span>
        }
    };
    view! {
        <p role="status">
            {move || match (list.is_busy.get(), list.cancelled.get()) {
                (true, _) => words::population::reading().to_owned(),
                (false, Some(read)) => words::population::cancelled(read),
                (false, None) => String::new(),
            }}
        </p>
        <Show when=move || list.is_busy.get()>
            <div class="list__progress">
                {bar}
                <button class="button" type="button" on:click=move |_| list.cancel()>{words::common::cancel()}</button>
            </div>
        </Show>
    }
}
