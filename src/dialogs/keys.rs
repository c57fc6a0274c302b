//! The help sheet: every key, by where it holds, and the switch for those without Ctrl.
//!
//! The keys are the table of commands.

use leptos::prelude::*;
use strum::IntoEnumIterator;

use crate::commands::{Entry, Group, Key, Scope, TABLE, WIDGET_KEYS};
use crate::controls::Modal;
use crate::state::{App, Dialog};
use crate::words;

/// The dialog.
#[component]
pub fn Keys() -> impl IntoView {
    view! {
        <Modal kind=Dialog::Keys title=words::commands::keys()>
            {content()}
        </Modal>
    }
}

/// What is in the dialog.
fn content() -> AnyView {
    view! {
        <Switch />
        {Group::iter().map(|group| view! { <OfGroup group=group /> }).collect_view()}
        <section class="about">
            <h3>{words::commands::within_a_control()}</h3>
            <dl class="keys">
                {WIDGET_KEYS
                    .iter()
                    .map(|(keys, does)| line(keys.iter().map(|key| (*key).to_owned()).collect(), does))
                    .collect_view()}
            </dl>
            <p>{words::commands::on_mac_press_in_place()}</p>
        </section>
    }
    .into_any()
}

/// Keys without Ctrl get in the way of people who speak to their computer.
#[component]
fn Switch() -> impl IntoView {
    let app = App::expect();
    view! {
        <p class="lead">
            <span class="toggle">
                <input
                    class="toggle__box"
                    id="single-keys"
                    type="checkbox"
                    prop:checked=move || app.single_keys.get()
                    on:change=move |event| app.set_single_keys(event_target_checked(&event))
                />
                <label class="toggle__label" for="single-keys">{words::commands::single_keys_b_space_on()}</label>
            </span>
        </p>
    }
}

#[component]
fn OfGroup(
    /// The commands of this group.
    group: Group,
) -> impl IntoView {
    let entries: Vec<&Entry> = TABLE.iter().filter(|entry| entry.group == group && !entry.keys.is_empty()).collect();
    (!entries.is_empty()).then(|| {
        let lines = entries.into_iter().map(|entry| line(entry.keys.iter().map(named).collect(), entry.label));
        view! {
            <section class="about">
                <h3>{group.label()}</h3>
                <dl class="keys">{lines.collect_view()}</dl>
            </section>
        }
    })
}

/// A key, with where it holds if that is less than the heading says.
fn named(key: &Key) -> String {
    match key.scope {
        Scope::Slider => words::commands::on_the_slider(key.name()),
        Scope::Presenting => words::commands::in_a_presentation(key.name()),
        Scope::Aside => words::commands::in_presentation_or_print_preview(key.name()),
        Scope::Page | Scope::NoDialog | Scope::NotTyping | Scope::Flow => key.name(),
    }
}

fn line(keys: Vec<String>, does: &'static str) -> impl IntoView {
    let keys = keys
        .into_iter()
        .enumerate()
        .map(|(position, key)| view! { {(position > 0).then_some(words::commands::or())}<kbd>{key}</kbd> });
    view! {
        <dt>{keys.collect_view()}</dt>
        <dd>{does}</dd>
    }
}
