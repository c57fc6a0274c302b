//! The browser's local storage, or none: where the browser refuses it, and on a fresh page, which neither reads nor writes any.
//!
//! The only place that asks the browser for it; `clippy.toml` holds that. What is kept under which name is for others to say.

use std::cell::Cell;

thread_local! {
    static FRESH: Cell<bool> = const { Cell::new(false) };
}

/// Makes this a fresh page, for as long as it is open. Comes before anything is read.
pub fn refrain() {
    FRESH.set(true);
}

/// Whether this is a fresh page.
pub fn is_fresh() -> bool {
    FRESH.get()
}

/// The browser's local storage, if it may be used.
#[expect(clippy::disallowed_methods, reason = "the one place that asks for it")]
pub fn local() -> Option<web_sys::Storage> {
    if is_fresh() {
        return None;
    }
    web_sys::window()?.local_storage().ok().flatten()
}
