//! The widths of the panels: by arrow keys, by dragging, by the menu; and the transport at every width of the window.

use browser_tests::{Key, Page, browse};
use serde_json::json;

const SETUP: &str = "Math.round(byId('setup').getBoundingClientRect().width)";
const INSPECT: &str = "Math.round(byId('inspect').getBoundingClientRect().width)";

#[test]
fn a_separator_is_moved_by_arrow_keys_and_stays_where_it_was_put() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.until_is(SETUP, 360).await;
        page.tab_to(".separator[data-side='setup']").await;
        page.press(Key::Right).await;
        page.until_is(SETUP, 376).await;
        page.press(Key::Left).await;
        page.press(Key::Left).await;
        page.until_is(SETUP, 344).await;
        page.press(Key::Home).await;
        page.until_is(SETUP, 288).await;
        page.until_is("seen('.separator').ariaValueNow", "18").await;
        page.reload().await;
        page.until_is(SETUP, 288).await;
        page.tab_to(".separator[data-side='setup']").await;
        page.press(Key::Enter).await;
        page.until_is(SETUP, 360).await;
        page.tab_to(".separator[data-side='inspect']").await;
        page.press(Key::Left).await;
        page.until_is(INSPECT, 440).await;
    });
}

#[test]
fn a_separator_is_dragged() {
    browse(async |browser| {
        let page = browser.visit().await;
        let at = page
            .js("const box = seen('.separator[data-side=setup]').getBoundingClientRect();
                return { x: Math.round(box.x + 4), y: Math.round(box.y + 100) }")
            .await;
        let (x, y) = (at["x"].as_i64().unwrap(), at["y"].as_i64().unwrap());
        mouse(&page, "mousePressed", x, y).await;
        mouse(&page, "mouseMoved", 400, y).await;
        page.until_is(SETUP, 400).await;
        mouse(&page, "mouseReleased", 400, y).await;
        mouse(&page, "mouseMoved", 300, y).await;
        page.until_is(SETUP, 400).await;
    });
}

#[test]
fn the_menu_has_named_widths() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.click(".menu--widths summary").await;
        page.select("#width-inspect", "narrow").await;
        page.until_is(INSPECT, 288).await;
        page.select("#width-inspect", "wide").await;
        page.until(&format!("{INSPECT} > 440")).await;
        page.select("#width-inspect", "default").await;
        page.until_is(INSPECT, 424).await;
        page.press(Key::Escape).await;
        page.until_is("document.activeElement.textContent", "Sizes").await;
        page.until_is("Boolean(seen('#width-inspect'))", false).await;
    });
}

#[test]
fn the_widest_panels_leave_the_flow_its_room() {
    browse(async |browser| {
        let page = browser.visit().await;
        for side in ["setup", "inspect"] {
            page.tab_to(&format!(".separator[data-side='{side}']")).await;
            page.press(Key::End).await;
        }
        for width in [1920, 1280, 1200, 1024, 820] {
            page.resize(width, 800).await;
            page.until_is("innerWidth", width).await;
            page.until("document.scrollingElement.scrollWidth <= innerWidth").await;
            page.until("byId('flow').getBoundingClientRect().width >= 384").await;
            page.until("byId('inspect').getBoundingClientRect().right <= innerWidth").await;
        }
    });
}

#[test]
fn the_transport_is_in_reach_at_every_width() {
    const WITHIN: &str = "
        const box = byId('transport').getBoundingClientRect();
        const beyond = all('#transport button, #transport input, #transport summary').filter(control => {
            const inner = control.getBoundingClientRect();
            return inner.width > 0 && (inner.right > box.right || inner.left < box.left || inner.bottom > innerHeight);
        });
        if (box.bottom > innerHeight + 0.5) beyond.push(byId('transport'));
        return beyond.map(element => element.outerHTML.slice(0, 120));";
    browse(async |browser| {
        let page = browser.visit().await;
        let mut found = Vec::new();
        for (width, height) in [(1920, 1080), (1280, 800), (1024, 768), (820, 1180), (360, 740), (320, 640)] {
            page.resize(width, height).await;
            page.until_is("innerWidth", width).await;
            for panel in ["Setup", "Flow", "Guest view"] {
                if width < 1200 {
                    page.click_button(".segments", panel).await;
                }
                let beyond = page.js(WITHIN).await;
                found.extend(beyond.as_array().unwrap().iter().map(|what| format!("{width}, {panel}: {what}")));
            }
        }
        assert!(found.is_empty(), "{}", found.join("\n"));
    });
}

async fn mouse(page: &Page, kind: &str, x: i64, y: i64) {
    let buttons = i32::from(kind != "mouseReleased");
    let event = json!({ "type": kind, "x": x, "y": y, "button": "left", "buttons": buttons, "clickCount": 1 });
    page.devtools("Input.dispatchMouseEvent", event).await;
}
