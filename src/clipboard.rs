//! Text and pictures for the clipboard. Answers why not: the browser may have none, or may refuse.
//!
//! Asked for by name, because a page without TLS has no clipboard, and reaching for what is missing would stop the program.

use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Puts a text on the clipboard.
pub async fn write_text(text: &str) -> Result<(), JsValue> {
    write("writeText", &JsValue::from_str(text)).await
}

/// Puts a picture on the clipboard that is still being drawn. Asked for at once, while the browser remembers that somebody pressed.
pub async fn write_png(drawn: &Promise) -> Result<(), JsValue> {
    let kinds = Object::new();
    Reflect::set(&kinds, &"image/png".into(), drawn)?;
    let item: Function = Reflect::get(&window(), &"ClipboardItem".into())?.dyn_into()?;
    let item = Reflect::construct(&item, &Array::of1(&kinds))?;
    write("write", &Array::of1(&item)).await
}

async fn write(method: &str, what: &JsValue) -> Result<(), JsValue> {
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into())?;
    if clipboard.is_undefined() {
        return Err(JsValue::from_str("no clipboard"));
    }
    let method: Function = Reflect::get(&clipboard, &method.into())?.dyn_into()?;
    let writing: Promise = method.call1(&clipboard, what)?.dyn_into()?;
    JsFuture::from(writing).await.map(drop)
}
