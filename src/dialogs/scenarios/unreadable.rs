//! What was stored but cannot be read: why, its bytes as a download, and a removal that needs the download or a second press.
//!
//! Nothing is mended here and nothing is removed by itself.

use leptos::prelude::*;
use redemption_engine::library::Unreadable;

use super::doing::{self, Message};
use super::{NEW, Shared};
use crate::controls::focus_when_drawn;

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
                <h3 id="unreadable-heading">"Could not be read"</h3>
                <p>"This was stored in the browser but cannot be read. Its text is kept as it was. Download it before you remove it."</p>
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
            shared.say(Message::done("Not downloaded yet. Press again to remove it for good."));
            return;
        }
        shared.say(match unreadable.with_value(|unreadable| shared.app.store.discard(unreadable)) {
            Ok(()) => Message::done("Removed."),
            Err(error) => Message::failed(format!("Not removed: {error}.")),
        });
        focus_when_drawn(NEW.to_owned());
    };
    let remove_label = move || if asked.get() && !downloaded.get() { "Remove without a copy" } else { "Remove" };
    view! {
        <li class="scenario">
            <div class="scenario__head">
                <h4 class="scenario__name" id=heading><code>{key}</code></h4>
                <p class="scenario__about">{reason}{format!(" ({size} bytes)")}</p>
            </div>
            <div class="buttons" role="group" aria-labelledby=labelled>
                <button class="button" type="button" on:click=move |_| download()>"Download"</button>
                <button class="button" type="button" on:click=move |_| remove()>{remove_label}</button>
            </div>
        </li>
    }
}

fn file_name(key: &str) -> String {
    format!("{}.txt", key.replace('/', "-"))
}
