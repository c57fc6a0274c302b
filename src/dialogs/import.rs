//! Import: one place for files that are chosen or dropped, and for pasted text.
//!
//! What the bytes mean is read by the engine; what becomes of it is in `reading`, and how it is told in `report`.

mod collect;
mod reading;
mod report;
mod scenarios;

use std::collections::{BTreeMap, BTreeSet};

use leptos::html;
use leptos::prelude::*;
use redemption_engine::graph::ResourceKind;
use strum::IntoEnumIterator;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::controls::{Modal, focus_when_drawn};
use crate::files;
use crate::later::later;
use crate::state::{App, Dialog};
use crate::words;
use reading::{Applied, Report};

/// The name of pasted text in the report.
const PASTED: &str = words::common::pasted_text();

/// What was read last. It outlives the dialog, because a dropped file opens it.
#[derive(Clone, Copy)]
struct Importer {
    app: App,
    reports: RwSignal<Vec<Report>>,
    /// What is not to be taken, by report and part.
    left_out: RwSignal<BTreeSet<(usize, usize)>>,
    /// What became of the settings that were taken.
    applied: RwSignal<Option<Applied>>,
    /// The scenarios that were kept, by report and position: their ids, or why they are not kept.
    kept: RwSignal<BTreeMap<(usize, usize), Result<String, String>>>,
    /// Whether files are being dragged over the page.
    dragging: RwSignal<bool>,
}

impl Importer {
    /// Forgets what was read, and closes the dialog.
    fn cancel(self) {
        self.reports.set(Vec::new());
        self.app.dialog.set(None);
    }

    /// Reads the files in their order and shows what became of them.
    fn read_files(self, files: Vec<web_sys::File>) {
        if files.is_empty() {
            return;
        }
        self.app.dialog.set(Some(Dialog::Import));
        spawn_local(async move {
            let mut texts = Vec::new();
            for file in files {
                texts.push((file.name(), files::bytes(&file).await));
            }
            self.take(texts);
        });
    }

    fn take(self, texts: Vec<(String, Result<Vec<u8>, String>)>) {
        spawn_local(async move {
            match read_all(self.app, texts).await {
                Ok(reports) => {
                    self.left_out.set(BTreeSet::new());
                    self.applied.set(None);
                    self.kept.set(BTreeMap::new());
                    self.reports.set(reports);
                    focus_when_drawn(report::HEADING.to_owned());
                }
                Err(_) => self.app.notify(words::import::nothing_read_part_page_could(), None),
            }
        });
    }
}

/// The dialog for files and pasted text, and the page's ear for dropped files.
#[component]
pub fn Import() -> impl IntoView {
    let import = Importer {
        app: App::expect(),
        reports: RwSignal::new(Vec::new()),
        left_out: RwSignal::new(BTreeSet::new()),
        applied: RwSignal::new(None),
        kept: RwSignal::new(BTreeMap::new()),
        dragging: RwSignal::new(false),
    };
    accept_drops(import);
    accept_launched(import);
    view! {
        <Modal kind=Dialog::Import title=words::common::import()>
            <Content import=import />
        </Modal>
    }
}

later! {
    /// Reads the texts, by code that comes later.
    fn read_all(app: App, texts: Vec<(String, Result<Vec<u8>, String>)>) -> Vec<Report> {
        reading::read_all(app, texts)
    }
}

#[component]
fn Content(
    /// Where files and texts go.
    import: Importer,
) -> impl IntoView {
    view! {
        <p class="lead">
            {words::import::scenarios_open_as_new_ones()}
        </p>
        <Files import=import />
        <Paste import=import />
        <p class="field__help">{words::import::readable_scenarios_tool_redemption_json(kinds())}</p>
        <collect::Collect />
        <report::Reports import=import />
    }
}

fn kinds() -> String {
    let names: Vec<&str> = ResourceKind::iter().map(ResourceKind::name).collect();
    names.join(", ")
}

#[component]
fn Files(
    /// Where the files go.
    import: Importer,
) -> impl IntoView {
    let chosen = move |event: web_sys::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        let files = files::list(input.files());
        // The same file can be chosen again after it was changed.
        input.set_value("");
        import.read_files(files);
    };
    view! {
        <div class="drop" data-dragging=move || import.dragging.get().to_string()>
            <div class="field">
                <label class="field__label" for="import-files">{words::import::files()}</label>
                <input
                    class="drop__files"
                    id="import-files"
                    type="file"
                    multiple
                    accept=".json,.txt,application/json,text/plain"
                    aria-describedby="import-files-help"
                    on:change=chosen
                />
                <p class="field__help" id="import-files-help">{words::import::or_drop_files_anywhere_on()}</p>
            </div>
        </div>
    }
}

#[component]
fn Paste(
    /// Where the text goes.
    import: Importer,
) -> impl IntoView {
    let area = NodeRef::<html::Textarea>::new();
    let error = RwSignal::new("");
    let read = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Some(area) = area.get_untracked() else { return };
        let text = area.value();
        if text.trim().is_empty() {
            error.set(words::import::no_text_yet_paste_here());
            drop(area.focus());
            return;
        }
        error.set("");
        import.take(vec![(PASTED.to_owned(), Ok(text.into_bytes()))]);
    };
    view! {
        <form class="paste" on:submit=read>
            <div class="field">
                <label class="field__label" for="import-text">{words::import::text()}</label>
                <textarea
                    class="field__input paste__text"
                    id="import-text"
                    node_ref=area
                    rows="6"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    aria-describedby="import-text-error"
                    aria-invalid=move || (!error.get().is_empty()).then_some("true")
                ></textarea>
                <p class="field__error" id="import-text-error" role="alert">{error}</p>
            </div>
            <button class="button button--primary" type="submit">{words::import::read()}</button>
        </form>
    }
}

/// Takes files that are dropped anywhere on the page. Other things that are dragged are left to the browser, and lists of invitees to
/// the dialog that asks for one.
fn accept_drops(import: Importer) {
    let is_for_others = move || import.app.dialog.get_untracked() == Some(Dialog::Population);
    let over = window_event_listener(leptos::ev::dragover, move |event| {
        if let Some(data) = files::dragged(&event).filter(|_| !is_for_others()) {
            event.prevent_default();
            data.set_drop_effect("copy");
            import.dragging.set(true);
        }
    });
    let leave = window_event_listener(leptos::ev::dragleave, move |event| {
        if event.related_target().is_none() {
            import.dragging.set(false);
        }
    });
    let dropped = window_event_listener(leptos::ev::drop, move |event| {
        import.dragging.set(false);
        if let Some(data) = files::dragged(&event).filter(|_| !is_for_others()) {
            event.prevent_default();
            import.read_files(files::list(data.files()));
        }
    });
    on_cleanup(move || {
        over.remove();
        leave.remove();
        dropped.remove();
    });
}

/// Takes files with which the installed page was opened, where the browser hands it any. Web-sys does not know the queue yet.
fn accept_launched(import: Importer) {
    let get = |of: &JsValue, name: &str| js_sys::Reflect::get(of, &name.into()).ok().filter(|found| !found.is_undefined());
    let Some(queue) = get(&window(), "launchQueue") else { return };
    let Some(set_consumer) = get(&queue, "setConsumer").and_then(|found| found.dyn_into::<js_sys::Function>().ok()) else {
        return;
    };
    let consumer = Closure::<dyn Fn(JsValue)>::new(move |launched: JsValue| {
        let handles = get(&launched, "files").map(|files| js_sys::Array::from(&files)).unwrap_or_default();
        spawn_local(async move {
            let mut files = Vec::new();
            for handle in handles.iter() {
                let file = get(&handle, "getFile").and_then(|file| file.dyn_into::<js_sys::Function>().ok());
                let asked =
                    file.and_then(|file| file.call0(&handle).ok()).and_then(|asked| asked.dyn_into::<js_sys::Promise>().ok());
                if let Some(asked) = asked
                    && let Ok(file) = JsFuture::from(asked).await
                    && let Ok(file) = file.dyn_into::<web_sys::File>()
                {
                    files.push(file);
                }
            }
            import.read_files(files);
        });
    });
    if set_consumer.call1(&queue, consumer.as_ref()).is_ok() {
        consumer.forget();
    }
}
