//! The command bar: commands on the left, what is open on the right.

use leptos::prelude::*;
use redemption_engine::design::Edition;
use redemption_engine::document;
use redemption_engine::wording;
use strum::IntoEnumIterator;

use crate::files;
use crate::state::{App, Dialog, NoticeAction};

/// Commands, scenario, edition and guest.
#[component]
pub fn CommandBar() -> impl IntoView {
    let app = App::expect();
    let dialog = move |kind: Dialog, label: &'static str| {
        view! {
            <button class="button" type="button" aria-haspopup="dialog" on:click=move |_| app.dialog.set(Some(kind))>
                {label}
            </button>
        }
    };
    view! {
        <header class="bar">
            <h1 class="bar__title"><span class="bar__mark" aria-hidden="true"></span>"Invitation Redemption Simulator"</h1>
            <div class="bar__commands" role="group" aria-label="Commands">
                {dialog(Dialog::Gallery, "Examples")}
                {dialog(Dialog::Scenarios, "Scenarios")}
                {dialog(Dialog::Import, "Import")}
                <button class="button" type="button" on:click=move |_| export(app)>"Export"</button>
                {dialog(Dialog::Troubleshoot, "Troubleshoot")}
                <UndoRedo />
                <Theme />
                {dialog(Dialog::About, "About")}
            </div>
        </header>
        <Context />
    }
}

#[component]
fn UndoRedo() -> impl IntoView {
    let app = App::expect();
    let undo = Memo::new(move |_| app.session.with(|session| session.undo_label().map(str::to_owned)));
    let redo = Memo::new(move |_| app.session.with(|session| session.redo_label().map(str::to_owned)));
    view! {
        <button
            class="button"
            type="button"
            aria-disabled=move || undo.with(Option::is_none).to_string()
            title=move || undo.get().map_or("Nothing to undo".to_owned(), |label| format!("Undo: {label} (Ctrl+Z)"))
            on:click=move |_| app.undo()
        >
            "Undo"
        </button>
        <button
            class="button"
            type="button"
            aria-disabled=move || redo.with(Option::is_none).to_string()
            title=move || redo.get().map_or("Nothing to redo".to_owned(), |label| format!("Redo: {label} (Ctrl+Y)"))
            on:click=move |_| app.redo()
        >
            "Redo"
        </button>
    }
}

/// What is open: scenario, edition, guest.
#[component]
fn Context() -> impl IntoView {
    let app = App::expect();
    let name = Signal::derive(move || app.with(|workspace| workspace.name.clone()));
    let guests =
        move || app.with(|workspace| workspace.guests.iter().map(|guest| guest.display_name.clone()).collect::<Vec<_>>());
    let edition = move || app.with(|workspace| workspace.design.edition);
    let at_start = app.session.with_untracked(|session| session.workspace().design.edition);
    let selected = move || app.session.with(|session| session.view().guest);
    let rename = move |text: String| {
        let text = text.trim().to_owned();
        if !text.is_empty() {
            app.edit("Scenario renamed", |workspace| workspace.name = text);
        }
    };
    let switch_edition = move |value: String| {
        if let Ok(edition) = value.parse::<Edition>() {
            app.switch_edition(edition);
        }
    };
    view! {
        <section class="context" aria-label="Open scenario">
            <label class="context__item context__item--wide">
                <span class="context__label">"Scenario"</span>
                <input
                    class="context__input"
                    type="text"
                    maxlength="200"
                    prop:value=name
                    on:change=move |event| {
                        rename(event_target_value(&event));
                        event_target::<web_sys::HtmlInputElement>(&event).set_value(&name.get_untracked());
                    }
                />
            </label>
            <label class="context__item">
                <span class="context__label">"Guest"</span>
                <select
                    class="context__input"
                    id="guest-chooser"
                    prop:value=move || {
                        let _ = guests();
                        selected().to_string()
                    }
                    on:change=move |event| {
                        if let Ok(position) = event_target_value(&event).parse() {
                            app.select_guest(position);
                        }
                    }
                >
                    {move || {
                        let now = selected();
                        guests()
                            .into_iter()
                            .enumerate()
                            .map(|(position, name)| {
                                view! { <option value=position.to_string() selected=position == now>{name}</option> }
                            })
                            .collect_view()
                    }}
                </select>
            </label>
            <label class="context__item">
                <span class="context__label">"Rules of"</span>
                <select
                    class="context__input"
                    id="edition"
                    prop:value=move || edition().name()
                    on:change=move |event| switch_edition(event_target_value(&event))
                >
                    {Edition::iter()
                        .map(|each| {
                            view! { <option value=each.name() selected=each == at_start>{wording::edition(each)}</option> }
                        })
                        .collect_view()}
                </select>
            </label>
        </section>
    }
}

/// Light, dark, or as the system has it. Kept with the browser, not with the scenario.
#[component]
fn Theme() -> impl IntoView {
    let theme = RwSignal::new(stored_theme());
    Effect::new(move |_| apply_theme(&theme.get()));
    let next = move || match theme.get().as_str() {
        "light" => "dark",
        "dark" => "system",
        _ => "light",
    };
    view! {
        <button
            class="button"
            type="button"
            title=move || format!("Theme: {}. Switch to {}.", theme.get(), next())
            on:click=move |_| {
                let chosen = next();
                theme.set(chosen.to_owned());
                keep_theme(chosen);
            }
        >
            {move || match theme.get().as_str() {
                "light" => "Theme: light",
                "dark" => "Theme: dark",
                _ => "Theme: system",
            }}
        </button>
    }
}

const THEME_KEY: &str = "redemption/theme";

fn stored_theme() -> String {
    let stored = window().local_storage().ok().flatten().and_then(|storage| storage.get_item(THEME_KEY).ok().flatten());
    stored.filter(|theme| theme == "light" || theme == "dark").unwrap_or_else(|| "system".to_owned())
}

fn keep_theme(theme: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        // A refused preference is lost with the page, and nothing else.
        drop(storage.set_item(THEME_KEY, theme));
    }
}

fn apply_theme(theme: &str) {
    if let Some(root) = document().document_element() {
        drop(root.set_attribute("data-theme", theme));
    }
}

fn export(app: App) {
    let workspace = app.session.with_untracked(|session| session.workspace().clone());
    let name = files::file_name(&workspace.name);
    let text = document::print(&[workspace]);
    if files::download(&name, &text) {
        app.announce(format!("Exported {name}"));
    } else {
        app.notify(format!("The browser did not take the download of {name}."), Some(NoticeAction::Download { name, text }));
    }
}
