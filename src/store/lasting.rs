//! Asks the browser not to clear this page's storage by itself when it runs short of room, once somebody has changed something.
//!
//! The browser decides, or asks the reader. Work is saved either way, so nobody waits for the answer.

use std::cell::Cell;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

use super::local_storage;

thread_local! {
    static ASKED: Cell<bool> = const { Cell::new(false) };
}

/// Asks once for each visit, where the page has a storage of its own and the browser can be asked.
pub(super) fn ask_to_keep() {
    // Without https there is nobody to ask.
    if local_storage().is_err() || !window().is_secure_context() || ASKED.replace(true) {
        return;
    }
    spawn_local(async {
        if let Ok(answer) = window().navigator().storage().persist() {
            drop(JsFuture::from(answer).await);
        }
    });
}
