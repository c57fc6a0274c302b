//! The three panels side by side, the separators between them, and the choice of their widths.
//!
//! What is in a panel is not known here.

use leptos::prelude::*;
use strum::IntoEnumIterator;
use wasm_bindgen::JsCast;

use crate::configure::Configure;
use crate::flow::FlowPanel;
use crate::inspect::Inspect;
use crate::state::{App, Panel, Side, WIDTH_LIMITS, Width};
use crate::words;

/// How far an arrow key moves a separator, in tenths of the page's text size.
const STEP: i32 = 10;

/// Settings, flow and inspection.
#[component]
pub fn Panels() -> impl IntoView {
    let app = App::expect();
    let width = move |side: Side| app.widths.get(side).map(|size| format!("{}.{}rem", size / 10, size % 10));
    // A presentation has flow and guest view side by side, with or without the settings over them.
    let panel = move || if app.presentation.on.get() { Panel::Flow } else { app.panel.get() }.name();
    view! {
        <main
            class="panels"
            data-panel=panel
            style:--setup-width=move || width(Side::Setup)
            style:--inspect-width=move || width(Side::Inspect)
        >
            <Configure />
            <Separator side=Side::Setup />
            <FlowPanel />
            <Separator side=Side::Inspect />
            <Inspect />
        </main>
    }
}

/// A separator that a pointer drags and arrow keys move.
#[component]
fn Separator(
    /// The panel whose width it changes.
    side: Side,
) -> impl IntoView {
    let app = App::expect();
    let dragging = RwSignal::new(false);
    let now = move || app.widths.get(side).unwrap_or_else(|| measured(side)).div_euclid(10).to_string();
    let text = move || app.widths.name(side).map(Width::label);
    let down = move |event: web_sys::PointerEvent| {
        let separator: web_sys::Element = event_target(&event);
        if event.button() == 0 && separator.set_pointer_capture(event.pointer_id()).is_ok() {
            dragging.set(true);
        }
    };
    let moved = move |event: web_sys::PointerEvent| {
        if dragging.get_untracked() {
            app.widths.set(side, Some(reaching(side, f64::from(event.client_x()))));
        }
    };
    let keys = move |event: web_sys::KeyboardEvent| {
        let outwards = match side {
            Side::Setup => STEP,
            Side::Inspect => -STEP,
        };
        let size = app.widths.of_untracked(side).unwrap_or_else(|| measured(side));
        let size = match event.key().as_str() {
            "ArrowRight" => Some(size + outwards),
            "ArrowLeft" => Some(size - outwards),
            "Home" => Some(WIDTH_LIMITS.0),
            "End" => Some(WIDTH_LIMITS.1),
            "Enter" => None,
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
            aria-orientation="vertical"
            aria-label=words::frame::width_of(side.label())
            aria-controls=side.panel()
            aria-valuemin=(WIDTH_LIMITS.0 / 10).to_string()
            aria-valuemax=(WIDTH_LIMITS.1 / 10).to_string()
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

/// The menu of widths, for whoever does not drag.
#[component]
pub fn Widths() -> impl IntoView {
    let app = App::expect();
    let choice = move |side: Side| {
        let name = move || app.widths.name(side).map_or("own", <&str>::from);
        let choose = move |event: web_sys::Event| {
            let value = event_target_value(&event);
            if let Some(width) = Width::iter().find(|width| <&str>::from(width) == value) {
                app.widths.choose(side, width);
            }
        };
        view! {
            <label class="menu__row">
                <span>{side.label()}</span>
                <select class="context__input" id=format!("width-{}", side.panel()) prop:value=name on:change=choose>
                    {Width::iter()
                        .map(|width| {
                            let value: &'static str = width.into();
                            view! { <option value=value selected=move || app.widths.name(side) == Some(width)>{width.label()}</option> }
                        })
                        .collect_view()}
                    <option value="own" disabled=true selected=move || app.widths.name(side).is_none()>{words::frame::your_own()}</option>
                </select>
            </label>
        }
    };
    view! {
        <details class="menu menu--widths" on:keydown=close_by_escape>
            <summary class="button">{words::frame::widths()}</summary>
            <div class="menu__body">{Side::iter().map(choice).collect_view()}</div>
        </details>
    }
}

/// Folds every open menu but the one in which something was pressed or has the focus.
pub(super) fn close_menus_elsewhere(event: &web_sys::Event) {
    let at = event.target().and_then(|at| at.dyn_into::<web_sys::Node>().ok());
    let Ok(menus) = document().query_selector_all("details.menu[open]") else { return };
    for number in 0..menus.length() {
        let Some(menu) = menus.get(number) else { continue };
        if !menu.contains(at.as_ref()) {
            // An attribute of this page's own element can be removed.
            drop(menu.unchecked_into::<web_sys::Element>().remove_attribute("open"));
        }
    }
}

/// Escape folds a menu and gives the focus back to its summary.
pub fn close_by_escape(event: web_sys::KeyboardEvent) {
    if event.key() != "Escape" {
        return;
    }
    let menu = event_target::<web_sys::Element>(&event).closest("details[open]").ok().flatten();
    if let Some(menu) = menu {
        // An element of this page can be changed and focused.
        drop(menu.remove_attribute("open"));
        if let Ok(Some(summary)) = menu.query_selector("summary") {
            crate::controls::focus(&summary);
        }
        event.prevent_default();
        event.stop_propagation();
    }
}

/// How wide a panel is drawn, in tenths of the page's text size.
fn measured(side: Side) -> i32 {
    panel(side).map_or(WIDTH_LIMITS.0, |panel| tenths(panel.width()))
}

/// How wide a panel would be if its inner edge were at this place of the window.
fn reaching(side: Side, x: f64) -> i32 {
    panel(side).map_or(WIDTH_LIMITS.0, |panel| match side {
        Side::Setup => tenths(x - panel.left()),
        Side::Inspect => tenths(panel.right() - x),
    })
}

fn panel(side: Side) -> Option<web_sys::DomRect> {
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
