//! The three panels side by side, and the menu of sizes.
//!
//! What is in a panel is not known here.

use leptos::prelude::*;
use strum::IntoEnumIterator;
use wasm_bindgen::JsCast;

use super::separator::Separator;
use crate::configure::Configure;
use crate::flow::FlowPanel;
use crate::inspect::Inspect;
use crate::state::{App, Panel, Side, Width};
use crate::words;

/// Settings, flow and inspection.
#[component]
pub fn Panels() -> impl IntoView {
    let app = App::expect();
    let width = move |side: Side| app.widths.css(side);
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
                            view! { <option value=value selected=move || app.widths.name(side) == Some(width)>{width.label(side)}</option> }
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
