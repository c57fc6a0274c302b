//! The command bar: commands on the left, what is open on the right.

use leptos::prelude::*;
use redemption_engine::design::Edition;
use redemption_engine::wording;
use strum::IntoEnumIterator;

use super::panels::{Widths, close_by_escape};
use crate::commands::{Button, Command, Entry, Group, TABLE};
use crate::controls::{focus, focus_when_drawn};
use crate::files;
use crate::state::{App, NoticeAction};
use crate::store::Role;
use crate::words;

/// The field with the name of the open scenario.
const SCENARIO_NAME: &str = "scenario-name";

/// Leads to the name of the open scenario.
pub fn rename_scenario() {
    focus_when_drawn(SCENARIO_NAME.to_owned());
}

/// Commands, scenario, edition and guest.
#[component]
pub fn CommandBar() -> impl IntoView {
    let app = App::expect();
    let button = move |entry: &'static Entry| match entry.command {
        Command::Undo => view! { <Undoing command=entry.command done=app.after_paint(move || undo_label(app)) /> }.into_any(),
        Command::Redo => view! { <Undoing command=entry.command done=app.after_paint(move || redo_label(app)) /> }.into_any(),
        command => {
            let opens = matches!(command, Command::Open(_) | Command::Palette).then_some("dialog");
            let hint = (!entry.keys.is_empty()).then(|| command.hint());
            view! {
                <button class="button" type="button" aria-haspopup=opens title=hint on:click=move |_| command.run(app)>
                    {entry.label}
                </button>
            }
            .into_any()
        }
    };
    view! {
        <header class="bar" id="commands" tabindex="-1">
            <h1 class="bar__title"><span class="bar__mark" aria-hidden="true"></span>{words::frame::product()}</h1>
            <div class="bar__commands" role="group" aria-label=words::common::commands()>
                {TABLE.iter().filter(|entry| entry.button == Button::Bar).map(button).collect_view()}
                <More />
            </div>
        </header>
        <Context />
    }
}

/// The menu of commands that have no room in the bar.
#[component]
fn More() -> impl IntoView {
    let app = App::expect();
    let menu = NodeRef::<leptos::html::Details>::new();
    let summary = NodeRef::<leptos::html::Summary>::new();
    let run = move |command: Command| {
        // The menu folds, and its button has the focus, before the command moves it elsewhere.
        if let (Some(menu), Some(summary)) = (menu.get_untracked(), summary.get_untracked()) {
            // An attribute of this page's own element can be removed.
            drop(menu.remove_attribute("open"));
            focus(&summary);
        }
        command.run(app);
    };
    let item = move |entry: &'static Entry| {
        let command = entry.command;
        let opens = matches!(command, Command::Open(_)).then_some("dialog");
        let hint = (!entry.keys.is_empty()).then(|| command.hint());
        let label = if command == Command::NextTheme { theme(app) } else { entry.label.into_any() };
        view! {
            <button class="button menu__button" type="button" aria-haspopup=opens title=hint on:click=move |_| run(command)>
                {label}
            </button>
        }
    };
    let group = move |group: Group| {
        let entries: Vec<&Entry> = TABLE.iter().filter(|entry| entry.button == Button::Menu && entry.group == group).collect();
        let heading = format!("menu-{group:?}");
        let named_by = heading.clone();
        (!entries.is_empty()).then(|| {
            view! {
                <div class="menu__group" role="group" aria-labelledby=named_by>
                    <span class="menu__heading" id=heading>{group.label()}</span>
                    {entries.into_iter().map(item).collect_view()}
                </div>
            }
        })
    };
    view! {
        <details class="menu menu--more" node_ref=menu on:keydown=close_by_escape>
            <summary class="button" node_ref=summary>{words::frame::more()}</summary>
            <div class="menu__body">{Group::iter().map(group).collect_view()}</div>
        </details>
    }
}

fn undo_label(app: App) -> Option<String> {
    app.session.with(|session| session.undo_label().map(str::to_owned))
}

fn redo_label(app: App) -> Option<String> {
    app.session.with(|session| session.redo_label().map(str::to_owned))
}

/// Undo or redo, with what it would do.
#[component]
fn Undoing(
    /// Which.
    command: Command,
    /// The label of the change, if there is one.
    done: Memo<Option<String>>,
) -> impl IntoView {
    let app = App::expect();
    let label = command.label();
    view! {
        <button
            class="button"
            type="button"
            aria-disabled=move || done.with(Option::is_none).to_string()
            title=move || match done.get() {
                Some(change) => format!("{label}: {change} ({})", command.keys()),
                None => words::frame::nothing_to(label.to_lowercase()),
            }
            on:click=move |_| command.run(app)
        >
            {label}
        </button>
    }
}

/// What is open: scenario, edition, guest.
#[component]
fn Context() -> impl IntoView {
    let app = App::expect();
    let name = Memo::new(move |_| app.with(|workspace| workspace.name.clone()));
    let guests = Memo::new(move |_| {
        app.with(|workspace| workspace.guests.iter().map(|guest| guest.display_name.clone()).collect::<Vec<_>>())
    });
    let edition = Memo::new(move |_| app.with(|workspace| workspace.design.edition));
    let at_start = app.session.with_untracked(|session| session.workspace().design.edition);
    let selected = move || app.view.guest();
    let rename = move |text: String| {
        let text = text.trim().to_owned();
        if !text.is_empty() {
            app.edit(words::common::scenario_renamed(), |workspace| workspace.name = text);
        }
    };
    let reads = move || app.store.role.get() == Role::Reader;
    let switch_edition = move |value: String| {
        if let Ok(edition) = value.parse::<Edition>() {
            app.switch_edition(edition);
        }
    };
    view! {
        <section class="context" aria-label=words::frame::open_scenario()>
            <label class="context__item context__item--wide">
                <span class="context__label">{words::common::scenario()}</span>
                <input
                    class="context__input"
                    id=SCENARIO_NAME
                    type="text"
                    maxlength="200"
                    disabled=reads
                    prop:value=move || name.get()
                    on:change=move |event| {
                        rename(event_target_value(&event));
                        event_target::<web_sys::HtmlInputElement>(&event).set_value(&name.get_untracked());
                    }
                />
            </label>
            <label class="context__item">
                <span class="context__label">{words::common::guest()}</span>
                <select
                    class="context__input"
                    id="guest-chooser"
                    prop:value=move || {
                        guests.track();
                        selected().to_string()
                    }
                    on:change=move |event| {
                        if let Ok(position) = event_target_value(&event).parse() {
                            app.select_guest(position);
                        }
                    }
                >
                    {move || {
                        let now = untrack(selected);
                        guests
                            .get()
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
                <span class="context__label">{words::common::rules_of()}</span>
                <select
                    class="context__input"
                    id="edition"
                    disabled=reads
                    prop:value=move || edition.get().name()
                    on:change=move |event| switch_edition(event_target_value(&event))
                >
                    {Edition::iter()
                        .map(|each| {
                            view! { <option value=each.name() selected=each == at_start>{wording::edition(each)}</option> }
                        })
                        .collect_view()}
                </select>
            </label>
            <Widths />
        </section>
    }
}

/// Light, dark, or as the system has it, by name; the page is coloured so. Kept with the browser, not with the scenario.
fn theme(app: App) -> AnyView {
    Effect::new(move |_| {
        if let Some(root) = document().document_element() {
            drop(root.set_attribute("data-theme", app.theme.get().name()));
        }
    });
    (move || words::common::theme(app.theme.get().label())).into_any()
}

/// Downloads the open scenario.
pub fn export(app: App) {
    let workspace = app.session.with_untracked(|session| session.workspace().clone());
    let name = files::file_name(&workspace.name);
    let text = files::document_text(&[workspace]);
    if files::download(&name, &text) {
        app.announce(words::frame::exported(&name));
    } else {
        app.notify(words::common::browser_did_not_take_download(&name), Some(NoticeAction::Download { name, text }));
    }
}
