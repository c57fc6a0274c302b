//! The drawer: views that stay open under the panels while the page is worked on.
//!
//! What a view shows is tested where its subject is.

use browser_tests::{Key, Page, browse};
use serde_json::json;

use crate::states::{everything, open};

const HEIGHT: &str = "Math.round(byId('drawer').getBoundingClientRect().height)";
const NAMES: &str = "all('.drawer__name').map(name => name.firstChild.textContent.trim())";

#[test]
fn the_drawer_has_the_views_to_work_beside() {
    browse(async |browser| {
        let page = browser.visit().await;
        let names =
            ["Scenarios", "Golden guests", "Compare", "All orders", "Population", "Findings and coverage", "Problems", "History"];
        assert_eq!(page.js(&format!("return {NAMES}")).await, json!(names));
        page.until_is("all('.drawer__name[aria-expanded=true]').length", 0).await;
        for view in ["scenarios", "golden", "compare", "orders", "population", "findings", "problems", "history"] {
            page.click(&format!("#drawer-{view}")).await;
            page.until_is("all('dialog[open]').map(view => view.dataset.dialog)", json!([view])).await;
            page.until_is("all('.drawer__name[aria-expanded=true]').map(name => name.id)", json!([format!("drawer-{view}")]))
                .await;
            page.until_is("document.querySelector('dialog[open]').matches(':modal')", false).await;
        }
        page.click("#drawer-history").await;
        page.until_is("all('dialog[open]').length", 0).await;
    });
}

#[test]
fn a_setting_is_mended_while_its_problem_stands_in_the_drawer() {
    browse(async |browser| {
        let page = browser.visit().await;
        open(&page, &everything()).await;
        page.click("#drawer-problems").await;
        page.until("all('#drawer .finding').length > 0").await;
        let count = page.js("return all('#drawer .finding').length").await;
        page.until_is("Number(seen('#drawer-problems .drawer__count').textContent)", count).await;
        page.click_button("#drawer", "Go to the setting").await;
        page.until("document.activeElement.closest('#setup')").await;
        page.until_is("all('dialog[open]').length", 1).await;
        assert!(is_in_view(&page, ".transport").await, "the transport is out of sight beside the drawer");
    });
}

#[test]
fn a_comparison_in_the_drawer_follows_the_settings() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.click("#drawer-compare").await;
        page.click_button("#drawer", "Duplicate A as B").await;
        page.until_has("text('#drawer .modal__body')", "Nothing is different").await;
        page.click_button("#drawer", "Edit B").await;
        page.click_button(".setup__parts", "Resource tenant").await;
        page.click("[id$='azureActiveDirectory.off']").await;
        page.until("all('#drawer .changes li').length > 0").await;
    });
}

#[test]
fn a_dialog_goes_into_the_drawer_and_out_and_is_there_after_a_reload() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.command("Golden guests").await;
        page.until("seen('dialog[open]:modal')").await;
        page.click_button("dialog[open]", "Keep in the drawer").await;
        page.until("seen('dialog[data-dialog=golden][data-drawer]')").await;
        page.until("document.activeElement.id === 'drawer-golden'").await;
        page.reload().await;
        page.until("seen('dialog[data-dialog=golden][data-drawer]')").await;
        page.click_button("#drawer", "Open large").await;
        page.until("seen('dialog[data-dialog=golden]:modal')").await;
        page.press(Key::Escape).await;
        page.until("seen('dialog[data-dialog=golden][data-drawer]:not(:modal)')").await;
        page.tab_to("#drawer .modal__place").await;
        page.press(Key::Escape).await;
        page.until_is("all('dialog[open]').length", 0).await;
        page.until("document.activeElement.id === 'drawer-golden'").await;
    });
}

#[test]
fn the_drawer_is_made_higher_by_keys_by_dragging_and_by_the_menu() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.skip_to("drawer").await;
        page.click("#drawer-problems").await;
        page.until_is(HEIGHT, 288).await;
        page.tab_to("#drawer .separator").await;
        page.press(Key::Up).await;
        page.until_is(HEIGHT, 304).await;
        page.press(Key::Down).await;
        page.press(Key::Down).await;
        page.until_is(HEIGHT, 272).await;
        page.press(Key::Home).await;
        page.until_is(HEIGHT, 192).await;
        page.press(Key::Enter).await;
        page.until_is(HEIGHT, 288).await;
        page.click(".menu--widths summary").await;
        page.select("#width-drawer", "narrow").await;
        page.until_is(HEIGHT, 192).await;
        page.reload().await;
        page.until_is(HEIGHT, 192).await;
    });
}

#[test]
fn a_presentation_has_no_drawer_and_gives_it_back() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.click("#drawer-problems").await;
        page.until_is("all('dialog[open]').length", 1).await;
        page.command("Present").await;
        page.until("document.documentElement.dataset.present").await;
        page.until_is("all('dialog[open]').length + all('.drawer__name').filter(name => name.checkVisibility()).length", 0).await;
        page.press(Key::Escape).await;
        page.until_is("all('dialog[open]').length", 1).await;
    });
}

#[test]
fn where_the_page_has_one_column_a_name_opens_the_dialog() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.resize(360, 740).await;
        page.click("#drawer-history").await;
        page.until("seen('dialog[data-dialog=history]:modal')").await;
        page.press(Key::Escape).await;
        page.until_is("all('dialog[open]').length", 0).await;
    });
}

/// Whether an element is wholly within the window.
async fn is_in_view(page: &Page, css: &str) -> bool {
    let inside = format!(
        "const box = seen('{css}').getBoundingClientRect();
        return box.top >= 0 && box.bottom <= innerHeight && box.height > 0"
    );
    page.js(&inside).await == true
}
