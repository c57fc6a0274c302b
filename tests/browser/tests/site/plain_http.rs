//! The page by plain http from another computer, as on an intranet: what browsers give only to secure pages has a stand-in, or is said.

use browser_tests::{Key, Visit, browse};

use crate::keeping::{rename, saved};

/// Chromium says this about a header that does no harm.
pub(crate) const IGNORED: &[&str] = &["Cross-Origin-Opener-Policy header has been ignored"];

#[test]
fn without_tls_work_is_kept_texts_are_copied_and_the_rest_is_said() {
    browse(async |browser| {
        let page = browser.open(Visit { plain_http: true, expected_messages: IGNORED, ..Visit::default() }).await;
        page.start().await;
        assert_eq!(page.js("return [isSecureContext, navigator.clipboard ?? null]").await, serde_json::json!([false, null]));
        page.command("About").await;
        page.until_has("text('#offline')", "browsers keep a page only when it comes by https").await;
        page.until_has("text('#tabs-alone')", "tabs of this page cannot agree on which of them changes a scenario").await;
        page.press(Key::Escape).await;

        page.command("Scenarios").await;
        page.click("#scenarios-new").await;
        page.until_is("seen('.context input').value", "New scenario").await;
        rename(&page, "On the intranet").await;
        saved(&page).await;
        page.reload().await;
        page.until_is("seen('.context input').value", "On the intranet").await;

        page.command("Examples").await;
        page.click_element("all('dialog[open] button').find(button => button.ariaLabel?.startsWith('Copy link to '))").await;
        page.until_has("text('dialog[open]')", "Link copied").await;
        page.press(Key::Escape).await;
        page.until_is("seen('dialog[open]')", serde_json::Value::Null).await;
        page.click(".context input").await;
        page.chord(Key::Control, 'a').await;
        page.chord(Key::Control, 'v').await;
        page.until_has("seen('.context input').value", "#/preset/").await;
    });
}
