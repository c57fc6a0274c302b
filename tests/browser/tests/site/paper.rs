//! The printout: four parts on pages of their own, laid out only while they are looked at or printed.

use browser_tests::{Key, Page, browse};
use serde_json::json;

use crate::colours::switch_theme;

#[test]
fn the_preview_has_four_parts_dark_on_white_in_every_theme() {
    browse(async |browser| {
        let page = browser.visit().await;
        for theme in ["light", "dark"] {
            switch_theme(&page, theme).await;
            preview(&page).await;
            page.until_is("document.activeElement.id", "paper").await;
            let parts = "all('.paper__sheet').map(sheet => sheet.dataset.sheet + ' ' + getComputedStyle(sheet).backgroundColor)";
            let white = ["setting", "ladder", "pages", "reasons"].map(|part| format!("{part} rgb(255, 255, 255)"));
            page.until_is(parts, json!(white)).await;
            page.until_has("text('[data-sheet=setting]')", "Outcome").await;
            page.until_has("text('[data-sheet=setting]')", "1 Microsoft Entra ID, 2 SAML/WS-Fed").await;
            page.until_has("text('[data-sheet=ladder]')", "✓Passed").await;
            page.until_has("text('[data-sheet=reasons]')", "https://learn.microsoft.com/").await;
            assert_eq!(page.js("return all('[data-sheet=pages] .frame__ribbon').length > 3").await, true);
            assert_eq!(page.js("return all('.paper__sheet button, .paper__sheet input').length").await, 0);
            page.press(Key::Escape).await;
            page.until("!seen('.paper') && seen('.bar__commands')").await;
            page.until_is("document.activeElement.id", "flow").await;
        }
    });
}

#[test]
fn the_browsers_own_printing_prints_the_four_parts_and_takes_them_away() {
    browse(async |browser| {
        let page = browser.visit().await;
        // Whatever comes later must be there before the browser prints by itself.
        preview(&page).await;
        page.press(Key::Escape).await;
        page.until("!seen('.paper') && document.activeElement.id === 'flow'").await;
        let count = "addEventListener('beforeprint', () => window.printed = document.querySelectorAll('.paper__sheet').length)";
        page.js(count).await;
        let pdf = page.devtools("Page.printToPDF", json!({ "paperWidth": 8.27, "paperHeight": 11.69 })).await;
        let data = pdf["data"].as_str().unwrap_or_default();
        let pages = page.js(&format!("return atob('{data}').match(/\\/Type\\s*\\/Page\\b(?!s)/g)?.length")).await;
        assert_eq!(pages, 4);
        page.until_is("window.printed ?? null", 4).await;
        page.until("!seen('.paper') && seen('.bar__commands')").await;
    });
}

#[test]
fn the_command_prints_and_takes_the_sheets_away() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.js("window.print = () => {
            window.sheets = document.querySelectorAll('.paper__sheet').length;
            window.dispatchEvent(new Event('afterprint'));
        }")
            .await;
        page.click(".menu--more > summary").await;
        page.click_button(".menu--more", "Print").await;
        page.until_is("window.sheets ?? null", 4).await;
        page.until("!seen('.paper') && seen('.bar__commands')").await;
    });
}

async fn preview(page: &Page) {
    page.click(".menu--more > summary").await;
    page.click_button(".menu--more", "Print preview").await;
    page.until("seen('.paper__sheet')").await;
}
