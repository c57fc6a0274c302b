//! What the columns of a list mean: one choice for each heading, and the way on.

use leptos::prelude::*;
use redemption_engine::analysis::population::row::Column;
use strum::IntoEnumIterator;

use crate::state::{COLUMNS, List};
use crate::words;

/// The choices, and the button that reads the list.
#[component]
pub(super) fn Mapping(
    /// The list.
    list: List,
) -> impl IntoView {
    // The choices are drawn once for each list; what is chosen does not draw them again.
    let headings = Memo::new(move |_| list.columns.with(|columns| columns.as_ref().map(|columns| columns.headings.clone())));
    let choices = move || {
        let headings = headings.get().unwrap_or_default();
        headings
            .into_iter()
            .enumerate()
            .map(|(position, heading)| view! { <Heading list=list position=position heading=heading /> })
            .collect_view()
    };
    let users = move || {
        list.users.get().map(|(guests, others, goes_on)| {
            let more = goes_on.then(words::population::users_go_on);
            view! { <p>{words::population::made_of_users(words::number(guests), words::number(others))}" "{more}</p> }
        })
    };
    view! {
        <section class="list__part" aria-labelledby=COLUMNS>
            <h3 id=COLUMNS tabindex="-1">{words::population::columns()}</h3>
            {users}
            <div class="list__columns">{choices}</div>
            <p class="field__error" role="alert">{move || list.mismatch()}</p>
            <details class="about">
                <summary class="about__head">{words::population::assumed_of_everybody()}</summary>
                <div class="about__body">
                    <ul class="bullets">
                        <li>{words::population::assumed_invited()}</li>
                        <li>{words::population::assumed_mail()}</li>
                        <li>{words::population::assumed_open()}</li>
                        <li>{words::population::assumed_mistakes()}</li>
                        <li>{words::population::assumed_gates()}</li>
                    </ul>
                </div>
            </details>
            <div class="buttons">
                <button
                    class="button button--primary"
                    type="button"
                    disabled=move || list.is_busy.get() || list.mismatch().is_some()
                    on:click=move |_| list.judge()
                >
                    {words::population::judge()}
                </button>
            </div>
        </section>
    }
}

#[component]
fn Heading(
    /// The list.
    list: List,
    /// The column's position.
    position: usize,
    /// Its heading in the file.
    heading: String,
) -> impl IntoView {
    let id = format!("list-column-{position}");
    let meaning = move || {
        list.columns
            .with(|columns| columns.as_ref().and_then(|columns| *columns.meanings.get(position)?).map_or("", Column::name))
    };
    let chosen = move |event: web_sys::Event| {
        let value = event_target_value(&event);
        list.map(position, Column::iter().find(|column| column.name() == value));
    };
    let heading = if heading.is_empty() { words::population::column_without_heading(position + 1) } else { heading };
    let now = untrack(meaning);
    let options = Column::iter()
        .map(|column| view! { <option value=column.name() selected=column.name() == now>{words::population::meaning(column)}</option> })
        .collect_view();
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()><bdi>{heading}</bdi></label>
            <select class="field__input" id=id prop:value=meaning on:change=chosen>
                <option value="" selected=now.is_empty()>{words::population::no_meaning()}</option>
                {options}
            </select>
        </div>
    }
}
