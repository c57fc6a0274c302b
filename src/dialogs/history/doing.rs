//! What the buttons of the history do.
//!
//! Every refusal of the browser's storage becomes a message; a version is never written over the open scenario.

use std::sync::Arc;

use leptos::prelude::*;
use redemption_engine::difference::{self, Difference};
use redemption_engine::history::{Kind, Version, Versions};
use redemption_engine::session::Session;
use redemption_engine::workspace::Workspace;
use wasm_bindgen::JsValue;

use crate::dialogs::scenarios::doing::free_name;
use crate::files;
use crate::state::App;
use crate::store::{Hears, Kept, Raw};
use crate::words;

/// What a press did.
#[derive(Clone, PartialEq)]
pub(super) struct Message {
    /// In one or two sentences.
    pub(super) text: String,
    /// Whether it did not do what was asked.
    pub(super) failed: bool,
    /// The version that was deleted and can be brought back, as it was stored.
    pub(super) deleted: Option<Raw>,
}

impl Message {
    /// It did what was asked.
    pub(super) fn done(text: impl Into<String>) -> Self {
        Self { text: text.into(), failed: false, deleted: None }
    }

    /// It did not do what was asked.
    pub(super) fn failed(text: impl Into<String>) -> Self {
        Self { text: text.into(), failed: true, deleted: None }
    }
}

/// A name that no version has.
pub(super) fn next_name(versions: &Versions) -> String {
    let named = versions.kept.iter().filter(|version| version.kind == Kind::Named);
    let taken: Vec<String> = named.map(|version| version.label.clone()).collect();
    let numbered = (1..).map(|number: u32| words::history::version(number));
    numbered.into_iter().find(|name| !taken.contains(name)).unwrap_or_default()
}

/// Makes a named version of the scenario as it stands. How well it is kept is said later.
pub(super) fn name_present(app: App, label: &str, later: Later) -> Message {
    let session = app.session.with_untracked(Clone::clone);
    let name = label.to_owned();
    let hears = heard(words::common::saved(label), move |reason| words::history::was_not_saved(&name, reason), later);
    match app.store.name_present(&session, label, hears) {
        Ok(()) => Message::done(words::common::saving_named(label)),
        Err(error) => Message::failed(words::history::was_not_saved(label, &error)),
    }
}

/// Says something once it is known.
pub(super) type Later = Arc<dyn Fn(Message) + Send + Sync>;

fn heard(done: String, not_done: impl Fn(&str) -> String + Send + Sync + 'static, later: Later) -> Hears {
    Arc::new(move |kept: Kept| later(kept.told(&done, &not_done).map_or_else(Message::failed, Message::done)))
}

/// Gives a version a name, or says why not. How well it is kept is said later.
pub(super) fn name_version(app: App, version: &Version, label: &str, later: Later) -> Result<Message, String> {
    let label = label.trim();
    if label.is_empty() {
        return Err(words::history::a_version_needs_a_name().to_owned());
    }
    let hears = heard(words::history::named(label), |reason| words::history::not_named(reason), later);
    let named = app.store.name_version(version, label, hears);
    named.map(|()| Message::done(words::history::naming(label))).map_err(|error| words::history::not_named(&error))
}

/// Opens a version as a scenario of its own.
pub(super) fn restore(app: App, version: &Version) {
    let taken: Vec<String> = untrack(|| app.store.list()).saved.into_iter().map(|saved| saved.workspace.name).collect();
    let name = free_name(&format!("{} ({})", version.workspace.name, version.label), &taken);
    app.open_new(Session::open_first(Workspace { name, ..version.workspace.clone() }));
    // It is saved at once: a version is not an example that can be had again.
    app.store.become_a_copy(app);
}

/// Deletes a version.
pub(super) fn delete(app: App, version: &Version) -> Message {
    match app.store.remove_version(version.number) {
        Ok(raw) => Message { text: words::common::deleted(&version.label), failed: false, deleted: Some(raw) },
        Err(error) => Message::failed(words::common::was_not_deleted(&version.label, &error)),
    }
}

/// Brings a deleted version back.
pub(super) fn put_back(app: App, raw: Raw) -> Message {
    if app.store.put_back(&raw) {
        Message::done(words::history::the_version_is_back())
    } else {
        Message { text: words::history::version_could_not_brought_back().to_owned(), failed: true, deleted: Some(raw) }
    }
}

/// Downloads a version as a file with one scenario.
pub(super) fn download(version: &Version) -> Message {
    let name = files::file_name(&format!("{} {}", version.workspace.name, version.label));
    if files::download(&name, &files::document_text(std::slice::from_ref(&version.workspace))) {
        Message::done(words::common::exported(&name))
    } else {
        Message::failed(words::common::browser_did_not_take_download(&name))
    }
}

/// What changed from the version before; `None` for the oldest.
pub(super) fn since_before(versions: &Versions, number: u64) -> Option<Vec<Difference>> {
    let at = versions.kept.iter().position(|version| version.number == number)?;
    let (this, before) = (versions.kept.get(at)?, versions.kept.get(at + 1)?);
    Some(difference::between(&before.workspace, &this.workspace))
}

/// A time as machines read it.
pub(super) fn machine_time(time: u64) -> String {
    js_sys::Date::new(&JsValue::from_f64(time as f64)).to_iso_string().into()
}

/// A time as people read it, such as `21 Nov 2026, 17:52`.
pub(super) fn written_time(time: u64) -> String {
    let options = js_sys::Object::new();
    for (name, value) in [("dateStyle", "medium"), ("timeStyle", "short")] {
        // Setting a property of a plain object is never refused.
        drop(js_sys::Reflect::set(&options, &name.into(), &value.into()));
    }
    js_sys::Date::new(&JsValue::from_f64(time as f64)).to_locale_string(words::LANGUAGE.tag(), &options).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_name_is_the_first_number_that_no_named_version_has() {
        let version = |kind, label: &str| Version {
            number: 1,
            revision: 1,
            kind,
            label: label.to_owned(),
            time: 0,
            hash: String::new(),
            workspace: crate::app::first_workspace(),
        };
        let kept = vec![version(Kind::Named, "Version 1"), version(Kind::Automatic, "Version 2")];
        assert_eq!(next_name(&Versions { kept, unreadable: Vec::new() }), "Version 2");
        assert_eq!(next_name(&Versions::default()), "Version 1");
    }
}
