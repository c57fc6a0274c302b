//! A text to take along: shown in full, with buttons that copy it and offer it as a file.
//!
//! What the text says is made by the engine.

use leptos::html::Pre;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::clipboard;
use crate::files;
use crate::state::App;
use crate::words;

/// A text with *Copy* and, where it has a file name, *Download*.
#[component]
pub(super) fn TextBlock(
    /// What the text is, for whoever does not see it.
    #[prop(into)]
    title: String,
    /// The text.
    #[prop(into)]
    text: Signal<String>,
    /// The name of the file; no button where it is empty.
    #[prop(optional, into)]
    file: String,
) -> impl IntoView {
    let app = App::expect();
    let node = NodeRef::<Pre>::new();
    let title = StoredValue::new(title);
    let copy = move |_| {
        let text = text.get_untracked();
        spawn_local(async move {
            if clipboard::write_text(&text).await.is_ok() {
                app.announce(words::about::copied(title.get_value()));
            } else {
                select(node);
                app.notify(words::about::browser_did_not_let_text(), None);
            }
        });
    };
    let download = (!file.is_empty()).then(|| {
        let name = StoredValue::new(file);
        let save = move |_| {
            let name = name.get_value();
            if !files::download_as(files::media_type(&name), &name, &text.get_untracked()) {
                app.notify(words::about::browser_did_not_take_file(), None);
            }
        };
        view! {
            <button class="button" type="button" on:click=save>
                {words::common::download()} <span class="visually-hidden">{format!(" {}", title.get_value())}</span>
            </button>
        }
    });
    view! {
        <div class="request">
            <pre class="request__body" tabindex="0" role="group" aria-label=title.get_value() node_ref=node><code>{text}</code></pre>
            <div class="buttons">
                <button class="button" type="button" on:click=copy>
                    {words::common::copy()} <span class="visually-hidden">{format!(" {}", title.get_value())}</span>
                </button>
                {download}
            </div>
        </div>
    }
}

/// Selects the text and puts the focus there, for whoever copies it by hand.
fn select(body: NodeRef<Pre>) {
    let Some(body) = body.get_untracked() else { return };
    if body.focus().is_ok()
        && let Ok(Some(selection)) = window().get_selection()
    {
        // What cannot be selected can still be selected by hand.
        drop(selection.select_all_children(&body));
    }
}
