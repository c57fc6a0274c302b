//! Versions that cannot be read: why, and their bytes as a download. Nothing is removed by itself.

use leptos::prelude::*;
use redemption_engine::library::Unreadable;

use super::Shared;
use super::doing::Message;
use crate::files;

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
                Message::done(format!("Exported {name}."))
            } else {
                Message::failed(format!("The browser did not take the download of {name}."))
            });
        };
        let (labelled, of) = (key.clone(), key.clone());
        let delete = move |_| {
            let raw = vec![(unreadable.key.clone(), unreadable.raw.clone())];
            shared.say(match shared.app.store.discard(&unreadable) {
                Ok(()) => Message { text: "Deleted.".to_owned(), failed: false, deleted: Some(raw) },
                Err(error) => Message::failed(format!("Not deleted: {error}.")),
            });
        };
        view! {
            <li class="scenario">
                <div class="scenario__head">
                    <h4 class="scenario__name"><code>{key}</code></h4>
                    <p class="scenario__about">{reason}</p>
                </div>
                <div class="buttons">
                    <button class="button" type="button" aria-label=format!("Download {labelled}") on:click=download>"Download"</button>
                    <button class="button" type="button" aria-label=format!("Delete {of}") on:click=delete>"Delete"</button>
                </div>
            </li>
        }
    };
    view! {
        <Show when=move || any.get()>
            <section class="unreadable" aria-labelledby="unreadable-versions">
                <h3 id="unreadable-versions">"Could not be read"</h3>
                <ul class="scenarios">{move || list().into_iter().map(item).collect_view()}</ul>
            </section>
        </Show>
    }
}
