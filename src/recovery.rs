//! What a panic leaves: the work is written to the browser's storage, and the static page says what happened.
//!
//! A panicked WebAssembly program does not run again, so nothing here depends on leptos: the message stands in `index.html`.

use std::cell::RefCell;
use std::sync::Arc;

use redemption_engine::document;
use redemption_engine::workspace::Workspace;
use wasm_bindgen::JsCast;

use crate::storage;
use crate::words;

/// Where the last good state is put when the program stops.
pub const RESCUE_KEY: &str = "redemption/rescue";

thread_local! {
    static LAST: RefCell<Option<Arc<Workspace>>> = const { RefCell::new(None) };
}

/// Installs the panic hook.
pub fn install() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        rescue(&info.to_string());
    }));
}

/// Remembers the newest state, so that a panic does not cost it.
pub fn remember(workspace: Arc<Workspace>) {
    LAST.with_borrow_mut(|last| *last = Some(workspace));
}

/// What a panic of an earlier visit has left.
pub fn rescued() -> Option<String> {
    storage::local()?.get_item(RESCUE_KEY).ok()?
}

/// Drops what a panic has left, once it is saved elsewhere.
pub fn forget() {
    if let Some(storage) = storage::local() {
        // What stays is offered again at the next visit.
        drop(storage.remove_item(RESCUE_KEY));
    }
}

/// Writes the newest state to the browser's storage and shows the static page's message with the reason.
pub fn rescue(reason: &str) {
    let workspace = LAST.try_with(|last| last.try_borrow().ok().and_then(|last| last.clone())).ok().flatten();
    let kept = workspace.is_some_and(|workspace| {
        storage::local()
            .is_some_and(|storage| storage.set_item(RESCUE_KEY, &document::print(std::slice::from_ref(&*workspace))).is_ok())
    });
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    if let Some(line) = document.get_element_by_id("stopped-reason") {
        let kept = if kept { words::frame::your_work_was_kept() } else { words::frame::last_change_may_lost() };
        line.set_text_content(Some(&format!("{kept} ({reason})")));
    }
    if let Some(stopped) =
        document.get_element_by_id("stopped").and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok())
    {
        stopped.set_hidden(false);
    }
    if let Some(page) = document.get_element_by_id("page").and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        page.set_hidden(true);
    }
}
