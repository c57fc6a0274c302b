//! How somebody likes to look at the page, kept by the browser between visits: theme, speed, widths, pause points.
//!
//! Preferences belong to no scenario and are not exported. What the browser refuses to keep is lost with the page, and nothing else.

use std::str::FromStr;

use crate::storage;

/// What the names of preferences begin with in the browser's storage.
const PREFIX: &str = "redemption/";

/// A preference, if the browser has kept one that can be read.
pub fn kept<T: FromStr>(name: &str) -> Option<T> {
    storage::local()?.get_item(&format!("{PREFIX}{name}")).ok().flatten()?.parse().ok()
}

/// Keeps a preference.
pub fn keep(name: &str, value: &str) {
    if let Some(storage) = storage::local() {
        drop(storage.set_item(&format!("{PREFIX}{name}"), value));
    }
}
