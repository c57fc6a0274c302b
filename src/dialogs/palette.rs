//! The command palette: a field and a list of what fits, by keyboard or pointer.
//!
//! What there is to choose and what fits is found in `crate::palette`.

use leptos::prelude::*;
use redemption_engine::presets;
use redemption_engine::session::Session;

use super::leave::{Leave, LeaveQuestion};
use crate::controls::{Modal, focus_when_drawn};
use crate::palette::{self, Choice, Item};
use crate::state::{App, Dialog};
use crate::words;

const FIELD: &str = "palette-field";

/// The dialog.
#[component]
pub fn Palette() -> impl IntoView {
    view! {
        <Modal kind=Dialog::Palette title=words::common::commands()>
            <Search />
        </Modal>
    }
}

#[component]
fn Search() -> impl IntoView {
    let app = App::expect();
    let leave = Leave::new(app);
    let all = StoredValue::new(untrack(|| palette::items(app)));
    let query = RwSignal::new(String::new());
    let active = RwSignal::new(0usize);
    let found = Memo::new(move |_| all.with_value(|all| palette::find(all, &query.get())));
    let count = move || found.with(Vec::len);
    let any = move || count() > 0;
    let choose = move |item: Item| choose(app, leave, item);
    let move_to = move |position: usize| {
        active.set(position);
        reveal(position);
    };
    let keys = move |event: web_sys::KeyboardEvent| {
        let last = found.with_untracked(Vec::len).saturating_sub(1);
        let now = active.get_untracked();
        match event.key().as_str() {
            "ArrowDown" => move_to(if now >= last { 0 } else { now + 1 }),
            "ArrowUp" => move_to(if now == 0 { last } else { now - 1 }),
            "PageDown" => move_to((now + 8).min(last)),
            "PageUp" => move_to(now.saturating_sub(8)),
            "Enter" => {
                if let Some(item) = found.with_untracked(|found| found.get(now).cloned()) {
                    choose(item);
                }
            }
            _ => return,
        }
        event.prevent_default();
    };
    focus_when_drawn(FIELD.to_owned());
    view! {
        <LeaveQuestion leave=leave />
        <div class="palette">
            <label class="field__label" for=FIELD>{words::commands::command_setting_example_scenario_or()}</label>
            <input
                class="field__input"
                id=FIELD
                type="text"
                role="combobox"
                aria-expanded="true"
                aria-autocomplete="list"
                aria-controls="palette-list"
                aria-activedescendant=move || any().then(|| option_id(active.get()))
                autocomplete="off"
                spellcheck="false"
                prop:value=query
                on:input=move |event| {
                    query.set(event_target_value(&event));
                    move_to(0);
                }
                on:keydown=keys
            />
            <p class="visually-hidden" role="status">{move || words::commands::found(count())}</p>
            <ul class="palette__list" id="palette-list" role="listbox" aria-label=words::commands::what_fits()>
                {move || {
                    found
                        .get()
                        .into_iter()
                        .enumerate()
                        .map(|(position, item)| {
                            let chosen = item.clone();
                            view! {
                                <li
                                    class="palette__item"
                                    id=option_id(position)
                                    role="option"
                                    aria-selected=move || (active.get() == position).to_string()
                                    on:pointermove=move |_| active.set(position)
                                    on:click=move |_| choose(chosen.clone())
                                >
                                    <span class="palette__label">{item.label}</span>
                                    <span class="palette__kind">{item.kind}</span>
                                    {(!item.keys.is_empty()).then(|| view! { <kbd>{item.keys}</kbd> })}
                                </li>
                            }
                        })
                        .collect_view()
                }}
            </ul>
            <p class="palette__none" hidden=any>{words::commands::nothing_has_these_words()}</p>
        </div>
    }
}

fn option_id(position: usize) -> String {
    format!("palette-{position}")
}

/// Scrolls the list to an entry.
fn reveal(position: usize) {
    request_animation_frame(move || {
        if let Some(option) = document().get_element_by_id(&option_id(position)) {
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Nearest);
            option.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
}

/// Closes the palette and does what was chosen; before unsaved work is left, it asks.
fn choose(app: App, leave: Leave, item: Item) {
    match item.choice {
        Choice::Command(command) => {
            app.dialog.set(None);
            command.run(app);
        }
        Choice::Setting(found) => {
            app.dialog.set(None);
            found.show(app);
        }
        Choice::Guest(at) => {
            app.dialog.set(None);
            app.select_guest(at);
        }
        Choice::Example(id) => leave.then(FIELD, move || {
            if let Some(preset) = presets::find(&id) {
                app.dialog.set(None);
                app.open_new(Session::open_first(preset.workspace));
            }
        }),
        Choice::Scenario(id) => leave.then(FIELD, move || {
            app.dialog.set(None);
            match app.store.load(&id) {
                Some(saved) => app.open_saved(saved),
                None => app.notify(words::commands::scenario_no_longer_stored(), None),
            }
        }),
    }
}
