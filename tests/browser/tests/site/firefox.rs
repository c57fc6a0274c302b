//! The main journey in the second browser: a guest is stepped through an invitation, reasons are read, a setting is changed, work is
//! kept, and the page opens without a network.

use browser_tests::server::{self, Host};
use browser_tests::{Key, browse_with_firefox};
use serde_json::Value;

use crate::keeping::{rename, saved};

#[test]
fn a_guest_is_stepped_through_an_invitation_and_work_is_kept() {
    browse_with_firefox(async |page| {
        page.start().await;
        page.js("window.errors = []; addEventListener('error', event => errors.push(event.message))").await;
        page.click_button("#transport", "First step").await;
        page.until_has("text('.transport__here')", "1 of ").await;
        page.skip_to("flow").await;
        page.press(Key::Right).await;
        page.until_has("text('.transport__here')", "2 of ").await;
        page.click_button("#transport", "Last step").await;
        page.until("seen('.frame').dataset.screen").await;
        page.click("#tab-why").await;
        page.until_has("text('#inspect-body')", "Rule ").await;

        page.command("Examples").await;
        page.until("seen('dialog[open]')").await;
        page.press(Key::Escape).await;
        page.until_is("seen('dialog[open]')", Value::Null).await;
        rename(page, "In another browser").await;
        saved(page).await;
        page.reload().await;
        page.until_is("seen('.context input').value", "In another browser").await;
        assert_eq!(page.js("return window.errors ?? []").await, serde_json::json!([]));
    });
}

#[test]
fn the_page_opens_without_a_network() {
    browse_with_firefox(async |page| {
        let site = server::host("firefox", Host::Serves);
        page.start_on(&site).await;
        page.command("About").await;
        page.until_has("text('#offline')", "opens without a network").await;
        server::host("firefox", Host::Gone);
        // Its driver's way of loading again goes past every cache.
        page.start_on(&format!("{site}?again")).await;
        page.click("#tab-why").await;
        page.until_has("text('#inspect-body')", "Rule ").await;
    });
}
