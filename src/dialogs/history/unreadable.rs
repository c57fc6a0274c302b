//! Versions that cannot be read: why, and their bytes as a download. Nothing is removed by itself.

use leptos::prelude::*;
use redemption_engine::library::Unreadable;

use super::Shared;
use super::doing::Message;
use crate::files;
use crate::words;

/// What cannot be read; nothing where everything can.
#[component]
pub(super) fn UnreadableVersions(
    /// What the dialog's parts share.
    shared: Shared,
) -> impl IntoView {
    let list = move || shared.versions.with(|versions| versions.unreadable.clone());
    let any = Memo::new(move |_| shared.versions.with(|versions| !versions.unreadable.is_empty()));
    let item = move |unreadable: Unreadable| {
        let Unreadable { key, raw, reason } = unreadable.clone();
        let name = format!("{}.txt", key.replace('/', "-"));
        let download = move |_| {
            shared.say(if files::download(&name, &raw) {
                Message::done(words::common::exported(&name))
            } else {
                Message::failed(words::common::browser_did_not_take_download(&name))
            });
        };
        let (labelled, of) = (key.clone(), key.clone());
        let delete = move |_| {
            let raw = vec![(unreadable.key.clone(), unreadable.raw.clone())];
            shared.say(match shared.app.store.discard(&unreadable) {
                Ok(()) => Message { text: words::history::deleted().to_owned(), failed: false, deleted: Some(raw) },
                Err(error) => Message::failed(words::history::not_deleted(&error)),
            });
        };
        view! {
            <li class="scenario">
                <div class="scenario__head">
                    <h4 class="scenario__name"><code>{key}</code></h4>
                    <p class="scenario__about">{reason}</p>
                </div>
                <div class="buttons">
                    <button class="button" type="button" aria-label=words::history::download(&labelled) on:click=download>{words::common::download()}</button>
                    <button class="button" type="button" aria-label=words::history::delete(&of) on:click=delete>{words::common::delete()}</button>
                </div>
            </li>
        }
    };
    view! {
        <Show when=move || any.get()>
            <section class="unreadable" aria-labelledby="unreadable-versions">
                <h3 id="unreadable-versions">{words::common::could_not_be_read()}</h3>
                <ul class="scenarios">{move || list().into_iter().map(item).collect_view()}</ul>
            </section>
        </Show>
    }
}
