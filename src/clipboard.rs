//! Text and pictures for the clipboard. Answers why not: the browser may have none, or may refuse.
//!
//! Asked for by name, because a page without TLS has no clipboard, and reaching for what is missing would stop the program. There a
//! text is copied in the older way, from a field that is selected; a picture is not.

use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Puts a text on the clipboard.
pub async fn write_text(text: &str) -> Result<(), JsValue> {
    if window().is_secure_context() { write("writeText", &JsValue::from_str(text)).await } else { copy_selected(text) }
}

/// Copies a text from a field that is there for a moment, as browsers did before there was a clipboard to write to.
fn copy_selected(text: &str) -> Result<(), JsValue> {
    let page: web_sys::HtmlDocument = document().unchecked_into();
    let focused = page.active_element().and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    // Behind an open dialog nothing can be selected.
    let place = match page.query_selector("dialog[open]")? {
        Some(dialog) => dialog,
        None => page.body().ok_or("no page")?.into(),
    };
    let field: web_sys::HtmlTextAreaElement = page.create_element("textarea")?.unchecked_into();
    field.set_value(text);
    field.set_read_only(true);
    field.set_class_name("visually-hidden");
    place.append_child(&field)?;
    field.select();
    let copied = page.exec_command("copy");
    field.remove();
    if let Some(focused) = focused {
        focused.focus()?;
    }
    if copied? { Ok(()) } else { Err("the browser refuses".into()) }
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
