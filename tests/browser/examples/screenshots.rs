//! Takes pictures of the built page: themes, widths and states, one file each. `cargo xtask screenshots` runs it.
//!
//! It checks nothing beyond what every session checks: people look at the pictures.

use std::path::{Path, PathBuf};

use browser_tests::{Key, Page, Visit, browse};
use serde_json::json;

/// How the page is coloured.
const COLOURS: [(&str, &str, &str); 3] = [("light", "light", "none"), ("dark", "dark", "none"), ("forced", "light", "active")];
/// Names and sizes of the windows.
const WINDOWS: [(&str, u32, u32); 2] = [("desktop", 1280, 800), ("phone", 360, 740)];

fn main() {
    let folder =
        PathBuf::from(std::env::var_os("SCREENSHOTS").expect("SCREENSHOTS names the folder; `cargo xtask screenshots` sets it"));
    std::fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    browse(async |browser| {
        let page = browser.open(Visit::default()).await;
        for (colours, scheme, forced) in COLOURS {
            let features =
                json!([{ "name": "prefers-color-scheme", "value": scheme }, { "name": "forced-colors", "value": forced }]);
            page.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
            for (window, width, height) in WINDOWS {
                page.resize(width, height).await;
                take_all(&page, &folder, &format!("{colours}-{window}")).await;
            }
        }
    });
    println!("the pictures are in {}", folder.display());
}

async fn take_all(page: &Page, folder: &Path, name: &str) {
    let take = async |state: &str| {
        page.drawn().await;
        page.screenshot(&folder.join(format!("{name}-{state}.png"))).await;
    };
    fresh(page, "#/fresh").await;
    take("start").await;
    page.js("byId('flow').focus()").await;
    for _ in 0..3 {
        page.press(Key::Right).await;
    }
    take("middle").await;
    fresh(page, "#/fresh?preset=common-endpoint").await;
    // Examples come later than the page.
    page.until("seen('.context input').value !== 'Managed Entra guest, default order'").await;
    page.js("byId('flow').focus()").await;
    page.press(Key::End).await;
    page.until("seen('.node[data-state=stopped]')").await;
    take("dead-end").await;
    page.js("document.querySelector('.views__box[value=storyboard]').click()").await;
    page.until("seen('.board')").await;
    take("storyboard").await;
    fresh(page, "#/fresh/present?preset=partner-with-saml").await;
    page.until_has("text('.presenter__what')", "SAML").await;
    page.press(Key::PageDown).await;
    page.press(Key::PageDown).await;
    page.press(Key::PageDown).await;
    take("presentation").await;
    page.press(Key::Escape).await;
    page.until("seen('.bar__commands')").await;
    page.click(".menu--more > summary").await;
    page.click_button(".menu--more", "Print preview").await;
    page.until("seen('.paper__sheet')").await;
    take("print").await;
}

/// A page that no visit before has left anything to.
async fn fresh(page: &Page, route: &str) {
    page.go(browser_tests::server::BLANK).await;
    page.start_at(route).await;
}
