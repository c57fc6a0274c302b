//! The edge between two parts of the page: a pointer drags it, arrow keys move it, Enter and a double click give the default back.
//!
//! What a size does is in the style sheet; what is kept, with the widths.

use leptos::prelude::*;

use crate::state::{App, Side, Width};
use crate::words;

/// How far an arrow key moves a separator, in tenths of the page's text size.
const STEP: i32 = 10;

/// A separator.
#[component]
pub fn Separator(
    /// The part of the page whose size it changes.
    side: Side,
) -> impl IntoView {
    let app = App::expect();
    let (least, most) = side.limits();
    let dragging = RwSignal::new(false);
    let now = move || app.widths.get(side).unwrap_or_else(|| measured(side)).div_euclid(10).to_string();
    let text = move || app.widths.name(side).map(|width| width.label(side));
    let (orientation, label) = match side {
        Side::Setup | Side::Inspect => ("vertical", words::frame::width_of(side.label())),
        Side::Drawer => ("horizontal", words::frame::height_of(side.label())),
    };
    let down = move |event: web_sys::PointerEvent| {
        let separator: web_sys::Element = event_target(&event);
        if event.button() == 0 && separator.set_pointer_capture(event.pointer_id()).is_ok() {
            dragging.set(true);
        }
    };
    let moved = move |event: web_sys::PointerEvent| {
        if dragging.get_untracked() {
            app.widths.set(side, Some(reaching(side, &event)));
        }
    };
    let keys = move |event: web_sys::KeyboardEvent| {
        let size = app.widths.of_untracked(side).unwrap_or_else(|| measured(side));
        // How much larger it gets to the right, and upwards.
        let (right, up) = match side {
            Side::Setup => (STEP, 0),
            Side::Inspect => (-STEP, 0),
            Side::Drawer => (0, STEP),
        };
        let key = event.key();
        let by = match key.as_str() {
            "ArrowRight" => right,
            "ArrowLeft" => -right,
            "ArrowUp" => up,
            "ArrowDown" => -up,
            _ => 0,
        };
        let size = match key.as_str() {
            "Home" => Some(least),
            "End" => Some(most),
            "Enter" => None,
            _ if by != 0 => Some(size + by),
            _ => return,
        };
        app.widths.set(side, size);
        event.prevent_default();
    };
    view! {
        <div
            class="separator"
            data-side=side.panel()
            data-dragging=move || dragging.get().then_some("")
            role="separator"
            tabindex="0"
            aria-orientation=orientation
            aria-label=label
            aria-controls=side.panel()
            aria-valuemin=(least / 10).to_string()
            aria-valuemax=(most / 10).to_string()
            aria-valuenow=now
            aria-valuetext=text
            title=words::frame::drag_or_use_arrow_keys()
            on:pointerdown=down
            on:pointermove=moved
            on:pointerup=move |_| dragging.set(false)
            on:pointercancel=move |_| dragging.set(false)
            on:dblclick=move |_| app.widths.choose(side, Width::Default)
            on:keydown=keys
        ></div>
    }
}

/// How large a part is drawn, in tenths of the page's text size.
fn measured(side: Side) -> i32 {
    drawn(side).map_or(side.limits().0, |drawn| match side {
        Side::Setup | Side::Inspect => tenths(drawn.width()),
        Side::Drawer => tenths(drawn.height()),
    })
}

/// How large a part would be if its edge were where the pointer is.
fn reaching(side: Side, event: &web_sys::PointerEvent) -> i32 {
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    drawn(side).map_or(side.limits().0, |drawn| match side {
        Side::Setup => tenths(x - drawn.left()),
        Side::Inspect => tenths(drawn.right() - x),
        Side::Drawer => tenths(drawn.bottom() - y),
    })
}

fn drawn(side: Side) -> Option<web_sys::DomRect> {
    document().get_element_by_id(side.panel()).map(|panel| panel.get_bounding_client_rect())
}

/// Pixels in tenths of the page's text size.
fn tenths(pixels: f64) -> i32 {
    let root = document().document_element();
    let style = root.and_then(|root| window().get_computed_style(&root).ok().flatten());
    let size = style.and_then(|style| style.get_property_value("font-size").ok());
    let size = size.map(|size| js_sys::parse_float(&size)).filter(|size| *size > 0.0).unwrap_or(16.0);
    // Whole tenths are near enough.
    (pixels * 10.0 / size).round() as i32
}
