//! What the build says about this document, in the head of the page: whether it is the view for other sites, and where the worker
//! and the service worker are.
//!
//! The marks are written by `cargo xtask build`; while the page is served for development there are none. Nothing is decided here.

use leptos::prelude::*;

/// Whether this document is the view that other sites show in a frame: it has no storage and nothing to edit.
pub fn is_embedded() -> bool {
    mark("view").as_deref() == Some("embed")
}

/// The address of the service worker, if this build has one.
pub fn service_worker() -> Option<String> {
    mark("service-worker")
}

/// The address of the worker that was built with this page, if there is one.
pub fn worker() -> Option<String> {
    mark("worker")
}

/// The address of the licences of the code in the page, if this build has them.
pub fn notices() -> Option<String> {
    document().query_selector("link[rel='license']").ok().flatten()?.get_attribute("href")
}

fn mark(name: &str) -> Option<String> {
    let tag = document().query_selector(&format!("meta[name='{name}']")).ok().flatten()?;
    tag.get_attribute("content")
}
