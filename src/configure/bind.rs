//! Between controls and the workspace: one step of the history for each change, and where the focus goes.
//!
//! How single settings are read and written is in `form.rs`.

use leptos::prelude::*;
use redemption_engine::workspace::Workspace;
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::state::{App, after_paint};

/// Changes the workspace as one step of the history.
pub(super) fn edit(app: App, label: &str, change: impl FnOnce(&mut Workspace) + 'static) {
    edit_boxed(app, label, Box::new(change));
}

#[inline(never)]
fn edit_boxed(app: App, label: &str, change: Box<dyn FnOnce(&mut Workspace)>) {
    app.edit(label, change);
}

/// Focuses an element once the page has been drawn anew, and scrolls it into view in the frame after. A focus that scrolls has the browser lay out the
/// page before it paints.
pub(super) fn keep_focus(id: String) {
    leptos::task::spawn_local(async move {
        leptos::task::tick().await;
        if let Some(element) =
            document().get_element_by_id(&id).and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok())
        {
            let stay = FocusOptions::new();
            stay.set_prevent_scroll(true);
            // A refused focus stays where it is.
            drop(element.focus_with_options(&stay));
        }
        keep_in_view(id);
    });
}

/// Scrolls an element into view after the next paint, no further than needed.
pub(super) fn keep_in_view(id: String) {
    after_paint(move || {
        if let Some(element) = document().get_element_by_id(&id) {
            let nearest = ScrollIntoViewOptions::new();
            nearest.set_block(ScrollLogicalPosition::Nearest);
            element.scroll_into_view_with_scroll_into_view_options(&nearest);
        }
    });
}

/// After a row is removed from a list that now has `left` rows: keeps the focus at the row in its place, else at another control.
pub(super) fn focus_after_removal(at: usize, left: usize, row: impl Fn(usize) -> String, otherwise: String) {
    keep_focus(if at < left { row(at) } else { otherwise });
}
