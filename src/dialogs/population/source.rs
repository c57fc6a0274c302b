//! Where a list comes from: a file that is chosen or dropped, or a text that is pasted.

use leptos::html;
use leptos::prelude::*;

use crate::files;
use crate::state::List;
use crate::words;

/// The ways in.
#[component]
pub(super) fn Source(
    /// The list.
    list: List,
) -> impl IntoView {
    let dragging = RwSignal::new(false);
    accept_drops(list, dragging);
    let chosen = move |event: web_sys::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        let file = files::list(input.files()).into_iter().next();
        // The same file can be chosen again after it was changed.
        input.set_value("");
        open(list, file);
    };
    view! {
        <Show
            when=move || list.name.with(String::is_empty)
            fallback=move || view! {
                <div class="buttons list__open">
                    <span>{words::population::open_list()}" "<bdi>{list.name}</bdi></span>
                    <button class="button" type="button" on:click=move |_| list.drop_all()>{words::population::drop_list()}</button>
                </div>
            }
        >
            <div class="drop" data-dragging=move || dragging.get().to_string()>
                <div class="field">
                    <label class="field__label" for="list-file">{words::population::file()}</label>
                    <input
                        class="drop__files"
                        id="list-file"
                        type="file"
                        accept=".csv,.tsv,.txt,.json,text/csv,application/json"
                        aria-describedby="list-file-help"
                        on:change=chosen
                    />
                    <p class="field__help" id="list-file-help">{words::population::file_help()}</p>
                </div>
            </div>
            <Paste list=list />
        </Show>
    }
}

#[component]
fn Paste(
    /// The list.
    list: List,
) -> impl IntoView {
    let area = NodeRef::<html::Textarea>::new();
    let read = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Some(area) = area.get_untracked() else { return };
        let text = area.value();
        // What was pasted does not stay in a field that the browser may restore.
        area.set_value("");
        match files::blob("text/csv", &text) {
            Ok(text) => list.open(words::common::pasted_text().to_owned(), text),
            Err(_) => list.refused.set(Some(words::population::could_not_be_read().to_owned())),
        }
    };
    view! {
        <form class="paste" autocomplete="off" on:submit=read>
            <div class="field">
                <label class="field__label" for="list-text">{words::population::text()}</label>
                <textarea
                    class="field__input paste__text"
                    id="list-text"
                    node_ref=area
                    rows="4"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                ></textarea>
            </div>
            <button class="button" type="submit">{words::population::open_text()}</button>
        </form>
    }
}

/// Takes a file that is dropped anywhere on the page while this is shown.
fn accept_drops(list: List, dragging: RwSignal<bool>) {
    let over = window_event_listener(leptos::ev::dragover, move |event| {
        if let Some(data) = files::dragged(&event) {
            event.prevent_default();
            data.set_drop_effect("copy");
            dragging.set(true);
        }
    });
    let leave = window_event_listener(leptos::ev::dragleave, move |event| {
        if event.related_target().is_none() {
            dragging.set(false);
        }
    });
    let dropped = window_event_listener(leptos::ev::drop, move |event| {
        dragging.set(false);
        if let Some(data) = files::dragged(&event) {
            event.prevent_default();
            open(list, files::list(data.files()).into_iter().next());
        }
    });
    on_cleanup(move || {
        over.remove();
        leave.remove();
        dropped.remove();
    });
}

fn open(list: List, file: Option<web_sys::File>) {
    if let Some(file) = file {
        list.open(file.name(), file.into());
    }
}
