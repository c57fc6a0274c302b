//! What was stored but cannot be read: why, its bytes as a download, and a removal that needs the download or a second press.
//!
//! Nothing is mended here and nothing is removed by itself.

use leptos::prelude::*;
use redemption_engine::library::Unreadable;

use super::doing::{self, Message};
use super::{NEW, Shared};
use crate::controls::focus_when_drawn;
use crate::words;

/// What cannot be read; nothing where everything can.
#[component]
pub(super) fn UnreadableList(
    /// What the dialog's parts share.
    shared: Shared,
) -> impl IntoView {
    let list = move || shared.listing.with(|listing| listing.unreadable.clone());
    let any = Memo::new(move |_| shared.listing.with(|listing| !listing.unreadable.is_empty()));
    view! {
        <Show when=move || any.get()>
            <section class="unreadable" aria-labelledby="unreadable-heading">
                <h3 id="unreadable-heading">{words::common::could_not_be_read()}</h3>
                <p>{words::scenarios::stored_in_browser_but_cannot()}</p>
                <ul class="scenarios">
                    <For each=list key=|unreadable| (unreadable.key.clone(), unreadable.raw.len()) let:unreadable>
                        <Item shared=shared unreadable=unreadable />
                    </For>
                </ul>
            </section>
        </Show>
    }
}

#[component]
fn Item(
    /// What the dialog's parts share.
    shared: Shared,
    /// What cannot be read.
    unreadable: Unreadable,
) -> impl IntoView {
    let downloaded = RwSignal::new(false);
    let asked = RwSignal::new(false);
    let (key, reason, size) = (unreadable.key.clone(), unreadable.reason.clone(), unreadable.raw.len());
    let heading = format!("unreadable-{}", key.replace('/', "-"));
    let labelled = heading.clone();
    let unreadable = StoredValue::new(unreadable);
    let download = move || {
        let message = unreadable.with_value(|unreadable| doing::download(&file_name(&unreadable.key), &unreadable.raw));
        downloaded.set(!message.failed);
        shared.say(message);
    };
    let remove = move || {
        if !downloaded.get_untracked() && !asked.get_untracked() {
            asked.set(true);
            shared.say(Message::done(words::scenarios::not_downloaded_yet_press_again()));
            return;
        }
        shared.say(match unreadable.with_value(|unreadable| shared.app.store.discard(unreadable)) {
            Ok(()) => Message::done(words::scenarios::removed()),
            Err(error) => Message::failed(words::scenarios::not_removed(&error)),
        });
        focus_when_drawn(NEW.to_owned());
    };
    let remove_label = move || {
        if asked.get() && !downloaded.get() { words::scenarios::remove_without_a_copy() } else { words::common::remove() }
    };
    view! {
        <li class="scenario">
            <div class="scenario__head">
                <h4 class="scenario__name" id=heading><code>{key}</code></h4>
                <p class="scenario__about">{reason}{words::scenarios::bytes(size)}</p>
            </div>
            <div class="buttons" role="group" aria-labelledby=labelled>
                <button class="button" type="button" on:click=move |_| download()>{words::common::download()}</button>
                <button class="button" type="button" on:click=move |_| remove()>{remove_label}</button>
            </div>
        </li>
    }
}

fn file_name(key: &str) -> String {
    format!("{}.txt", key.replace('/', "-"))
}
