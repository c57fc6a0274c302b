//! No barriers that axe can find: both themes, a wide and a narrow page, at the start, on the way and at the end, each dialog, and the
//! states of a scenario in which everything is set up.

use browser_tests::{Key, Page, browse};
use strum::IntoEnumIterator;

use crate::states::{State, everything, open};

#[test]
fn axe_finds_nothing_on_the_wide_page() {
    browse(async |browser| {
        let page = browser.visit().await;
        let mut found = Vec::new();
        for theme in ["light", "dark", "highContrast"] {
            switch_theme(&page, theme).await;
            for (stop, (place, part, tab)) in
                [("start", "Guest", "Guest screen"), ("middle", "Resource tenant", "Why"), ("end", "Home tenants", "Directory")]
                    .into_iter()
                    .enumerate()
            {
                stand(&page, stop).await;
                page.click_button(".setup__parts", part).await;
                page.click_button(".tabs", tab).await;
                found.extend(page.barriers(&format!("{theme}, 1280, {place}")).await);
            }
        }
        assert!(found.is_empty(), "{} barriers:\n{}", found.len(), found.join("\n"));
    });
}

#[test]
fn axe_finds_nothing_on_the_narrow_page() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.resize(360, 740).await;
        page.until_is("innerWidth", 360).await;
        let mut found = Vec::new();
        for theme in ["light", "dark"] {
            switch_theme(&page, theme).await;
            for (stop, place) in ["start", "middle", "end"].into_iter().enumerate() {
                page.click_button(".segments", "Flow").await;
                stand(&page, stop).await;
                for panel in ["Setup", "Flow", "Guest view"] {
                    page.click_button(".segments", panel).await;
                    found.extend(page.barriers(&format!("{theme}, 360, {place}, {panel}")).await);
                }
            }
        }
        assert!(found.is_empty(), "{} barriers:\n{}", found.len(), found.join("\n"));
    });
}

#[test]
fn axe_finds_nothing_in_the_dialogs() {
    browse(async |browser| {
        let page = browser.visit().await;
        let mut found = Vec::new();
        for theme in ["light", "dark"] {
            switch_theme(&page, theme).await;
            for dialog in ["Examples", "Scenarios", "Import", "Export", "Share", "Troubleshoot", "Problems", "Commands", "Keys", "About"] {
                let within = if dialog == "Problems" { "status__problems" } else { "" };
                match within {
                    "" => page.click_button(".bar__commands", dialog).await,
                    button => page.click(&format!(".{button}")).await,
                }
                page.until("text('dialog[open] h2')").await;
                unfold(&page, dialog).await;
                found.extend(page.barriers(&format!("{theme}, {dialog}")).await);
                page.press(Key::Escape).await;
                page.until_is("all('dialog[open]').length", 0).await;
            }
        }
        assert!(found.is_empty(), "{} barriers:\n{}", found.len(), found.join("\n"));
    });
}

#[test]
fn axe_finds_nothing_where_the_guest_is_stopped() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.click_button(".bar__commands", "Examples").await;
        page.click("#example-common-endpoint").await;
        page.until_is("all('dialog[open]').length", 0).await;
        let mut found = Vec::new();
        for theme in ["light", "dark"] {
            switch_theme(&page, theme).await;
            stand(&page, 2).await;
            page.until("seen('.node[data-state=stopped]')").await;
            for tab in ["Guest screen", "Why"] {
                page.click_button(".tabs", tab).await;
                page.click_button(".flow__detail", "Every check").await;
                found.extend(page.barriers(&format!("{theme}, stopped, {tab}")).await);
            }
        }
        assert!(found.is_empty(), "{} barriers:\n{}", found.len(), found.join("\n"));
    });
}

#[test]
fn axe_finds_nothing_on_the_wide_page_with_everything_set_up() {
    browse(async |browser| nothing_with_everything_set_up(&browser.visit().await, 1280, 800).await);
}

#[test]
fn axe_finds_nothing_on_the_narrow_page_with_everything_set_up() {
    browse(async |browser| nothing_with_everything_set_up(&browser.visit().await, 360, 740).await);
}

async fn nothing_with_everything_set_up(page: &Page, width: u32, height: u32) {
    open(page, &everything()).await;
    page.resize(width, height).await;
    page.until_is("innerWidth", width).await;
    let mut found = Vec::new();
    for theme in ["light", "dark"] {
        switch_theme(page, theme).await;
        for state in State::iter() {
            state.reach(page).await;
            found.extend(page.barriers(&format!("{theme}, {width}, {state:?}")).await);
            state.leave(page).await;
        }
    }
    assert!(found.is_empty(), "{} barriers:\n{}", found.len(), found.join("\n"));
}

/// Presses the theme's button until the theme is the wanted one.
pub(crate) async fn switch_theme(page: &Page, theme: &str) {
    for _ in 0..4 {
        if page.js("return document.documentElement.dataset.theme").await == theme {
            return;
        }
        let now = page.js("return document.documentElement.dataset.theme").await;
        let now = now.as_str().unwrap_or_default();
        let shown = now.replace("highContrast", "high contrast");
        page.click_button(".bar__commands", &format!("Theme: {shown}")).await;
        page.until(&format!("document.documentElement.dataset.theme !== '{now}'")).await;
    }
    assert_eq!(page.js("return document.documentElement.dataset.theme").await, theme);
}

/// Goes to the first step, one in the middle, or the last.
async fn stand(page: &Page, stop: usize) {
    page.click(".transport__button[aria-label='First step']").await;
    match stop {
        0 => {}
        1 => {
            for _ in 0..3 {
                page.click(".transport__forward").await;
            }
        }
        _ => page.click(".transport__button[aria-label='Last step']").await,
    }
}

/// Shows what a dialog folds away.
async fn unfold(page: &Page, dialog: &str) {
    match dialog {
        "Examples" => {
            page.click(".example__outcome summary").await;
            page.until("seen('.outcomes')").await;
        }
        "Troubleshoot" => {
            page.click("#symptom-no-invitation-mail").await;
            page.until("seen('.cause')").await;
        }
        "Import" => {
            page.click("#import-text").await;
            page.paste(include_str!("../../../fixtures/graph/crossTenantAccessPolicy-patch-as-documented.json")).await;
            page.click_button("form.paste", "Read").await;
            page.until("seen('.report')").await;
        }
        "Share" => {
            page.click(".share__qr > summary").await;
            page.until("seen('.qr__code')").await;
        }
        "About" => {
            page.click("details.rules summary").await;
            page.until("seen('.table')").await;
        }
        _ => {}
    }
}
