//! What can be taken along: the rows with what becomes of them, the rejected rows, and the summary in words.

use js_sys::{Array, ArrayBuffer};
use leptos::prelude::*;
use redemption_engine::analysis::population::desk::{Ask, File, Told};

use crate::controls::Toggle;
use crate::files;
use crate::state::List;
use crate::words;

/// The switches and the buttons.
#[component]
pub(super) fn Files(
    /// The list.
    list: List,
) -> impl IntoView {
    let raw = RwSignal::new(false);
    let anonymous = RwSignal::new(false);
    let rows = move || File::Rows { raw: raw.get_untracked(), anonymous: anonymous.get_untracked() };
    view! {
        <section class="list__part" aria-labelledby="list-files">
            <h3 id="list-files">{words::population::take_along()}</h3>
            <Toggle
                id="list-anonymous"
                label=words::population::anonymous()
                help=words::population::anonymous_help()
                value=anonymous
                switch=Callback::new(move |on| anonymous.set(on))
            />
            <Toggle
                id="list-raw"
                label=words::population::raw()
                help=words::population::raw_help()
                value=raw
                switch=Callback::new(move |on| raw.set(on))
            />
            <p role="status">{move || raw.get().then(words::population::raw_warning)}</p>
            <div class="buttons">
                <button class="button" type="button" on:click=move |_| download(list, rows())>{words::population::download_rows()}</button>
                <button class="button" type="button" on:click=move |_| download(list, File::Summary)>{words::population::download_summary()}</button>
            </div>
        </section>
    }
}

/// Asks for a file and offers it as a download.
pub(super) fn download(list: List, file: File) {
    let stem = list.name.with_untracked(|name| files::stem(name.rsplit_once('.').map_or(name, |(stem, _)| stem), "invitees"));
    let (ending, kind) = match file {
        File::Rows { anonymous: false, .. } => ("results.csv", "text/csv"),
        File::Rows { anonymous: true, .. } => ("results-anonymous.csv", "text/csv"),
        File::Rejected => ("rejected.csv", "text/csv"),
        File::Summary => ("summary.md", "text/markdown"),
    };
    list.desk.ask(&Ask::Write { file }, None, move |answered| match answered {
        Ok((Told::File, Some(bytes))) => {
            if offer(&format!("{stem}-{ending}"), kind, &bytes).is_none() {
                list.app.notify(words::about::browser_did_not_take_file(), None);
            }
        }
        Ok(_) => {}
        Err(reason) => list.refused.set(Some(reason)),
    });
}

fn offer(name: &str, kind: &str, bytes: &ArrayBuffer) -> Option<()> {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let blob = web_sys::Blob::new_with_buffer_source_sequence_and_options(&Array::of1(bytes), &options).ok()?;
    files::offer_blob(name, &blob).ok()
}
