//! Pixels of a picture: the browser draws the SVG, and writes it as PNG. Nothing is loaded from elsewhere.

use js_sys::{Function, Promise};
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::canvas::Drawn;
use crate::files;

/// The most pixels that every browser has room for.
const MOST_PIXELS: usize = 16_000_000;

/// The picture as a PNG file: with twice as many pixels each way, as far as there is room.
pub(super) async fn png(drawn: &Drawn) -> Result<web_sys::Blob, JsValue> {
    let scale = if drawn.width * drawn.height * 4 <= MOST_PIXELS { 2 } else { 1 };
    let (width, height) = (pixels(drawn.width * scale)?, pixels(drawn.height * scale)?);
    let blob = files::blob("image/svg+xml", &drawn.text)?;
    let url = web_sys::Url::create_object_url_with_blob(&blob)?;
    let painted = paint(&url, width, height).await;
    web_sys::Url::revoke_object_url(&url)?;
    painted
}

async fn paint(url: &str, width: u32, height: u32) -> Result<web_sys::Blob, JsValue> {
    let image = web_sys::HtmlImageElement::new()?;
    image.set_src(url);
    JsFuture::from(image.decode()).await?;
    let canvas: web_sys::HtmlCanvasElement = document().create_element("canvas")?.dyn_into()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context: web_sys::CanvasRenderingContext2d =
        canvas.get_context("2d")?.ok_or_else(|| JsValue::from_str("no canvas"))?.dyn_into()?;
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, f64::from(width), f64::from(height))?;
    let mut failed = Ok(());
    let written = Promise::new(&mut |resolve: Function, _| {
        let done = Closure::once_into_js(move |blob: JsValue| drop(resolve.call1(&JsValue::NULL, &blob)));
        failed = canvas.to_blob(done.unchecked_ref());
    });
    failed?;
    // Nothing comes where the canvas is too large after all.
    JsFuture::from(written).await?.dyn_into()
}

fn pixels(number: usize) -> Result<u32, JsValue> {
    u32::try_from(number).map_err(|_| JsValue::from_str("too large"))
}
