//! The clipboard: a text is put there.
//!
//! Says nothing to anybody; whoever copies tells what came of it. Reading is left to the browser's own paste.

use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Puts a text on the clipboard. Answers whether the browser let it: without a secure context there is no clipboard at all.
pub async fn put(text: &str) -> bool {
    let clipboard = window().navigator().clipboard();
    if AsRef::<JsValue>::as_ref(&clipboard).is_undefined() {
        return false;
    }
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}
