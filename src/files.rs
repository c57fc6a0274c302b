//! Files in and out: downloads, and the bytes of files that are chosen, dropped or pasted.
//!
//! What the bytes mean is read by the engine.

use js_sys::{Array, Uint8Array};
use redemption_engine::bundle::{self, Bundle};
use redemption_engine::document;
use redemption_engine::workspace::Workspace;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::address;
use crate::words;

/// The name of the schema of documents, in the folder of the page.
const SCHEMA: &str = "redemption.schema.json";

/// Offers a JSON text as a download. Answers whether the browser took it.
pub fn download(name: &str, text: &str) -> bool {
    download_as("application/json", name, text)
}

/// Offers a text of this media type as a download. Answers whether the browser took it.
pub fn download_as(media_type: &str, name: &str, text: &str) -> bool {
    offer(media_type, name, text).is_ok()
}

/// What kind of file it is, by the ending of its name.
pub fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        _ => "text/plain",
    }
}

fn offer(media_type: &str, name: &str, text: &str) -> Result<(), JsValue> {
    offer_blob(name, &blob(media_type, text)?)
}

/// A text as a file of this media type.
pub fn blob(media_type: &str, text: &str) -> Result<web_sys::Blob, JsValue> {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(media_type);
    web_sys::Blob::new_with_str_sequence_and_options(&Array::of1(&JsValue::from_str(text)), &options)
}

/// Offers a file as a download.
pub fn offer_blob(name: &str, blob: &web_sys::Blob) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let url = web_sys::Url::create_object_url_with_blob(blob)?;
    let link: web_sys::HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    web_sys::Url::revoke_object_url(&url)
}

/// The text of a document with these scenarios. It names its schema, which lies beside the page.
pub fn document_text(workspaces: &[Workspace]) -> String {
    document::print_with_schema(workspaces, &address::beside(SCHEMA))
}

/// The text of a bundle, with its schema as a document has it.
pub fn bundle_text(bundle: &Bundle) -> String {
    bundle::print_with_schema(bundle, &address::beside(SCHEMA))
}

/// A file name made of a scenario's name: letters, digits and hyphens.
pub fn file_name(name: &str) -> String {
    format!("{}.redemption.json", stem(name, "scenario"))
}

/// A text as a part of a file name: letters, digits and hyphens, or another text where nothing is left.
pub fn stem(text: &str, otherwise: &str) -> String {
    let letters = |c: char| if c.is_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    let plain: String = text.chars().map(letters).collect();
    let parts: Vec<&str> = plain.split('-').filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { otherwise.to_owned() } else { parts.join("-") }
}

/// What is dragged, where it holds files.
pub fn dragged(event: &web_sys::DragEvent) -> Option<web_sys::DataTransfer> {
    event.data_transfer().filter(|data| data.types().includes(&JsValue::from_str("Files"), 0))
}

/// The files of a list of the browser, in order.
pub fn list(files: Option<web_sys::FileList>) -> Vec<web_sys::File> {
    files.map(|files| (0..files.length()).filter_map(|position| files.get(position)).collect()).unwrap_or_default()
}

/// The bytes of a file. Refuses one that is larger than any file this page writes, before reading it.
pub async fn bytes(file: &web_sys::File) -> Result<Vec<u8>, String> {
    const LARGEST: f64 = 16.0 * 1024.0 * 1024.0;
    if file.size() > LARGEST {
        return Err(words::status::larger_than_16_mib_not(file.name()));
    }
    let buffer = JsFuture::from(file.array_buffer()).await;
    buffer.map(|buffer| Uint8Array::new(&buffer).to_vec()).map_err(|_| words::status::the_browser_could_not_read(file.name()))
}

#[cfg(test)]
mod tests {
    use super::{file_name, media_type};

    #[test]
    fn a_file_is_of_the_kind_that_its_name_says() {
        let kinds = ["a.redemption.json", "b.svg", "recovered.txt", "none"].map(media_type);
        assert_eq!(kinds, ["application/json", "image/svg+xml", "text/plain", "text/plain"]);
    }

    #[test]
    fn a_file_name_keeps_letters_and_digits() {
        assert_eq!(file_name("Woodgrove: SAML first (v2)"), "woodgrove-saml-first-v2.redemption.json");
        assert_eq!(file_name("…"), "scenario.redemption.json");
    }
}
