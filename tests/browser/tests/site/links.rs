//! Links to examples: they open as scenarios of their own, once, and what a link cannot mean is said.

use browser_tests::server::{BLANK, SITE};
use browser_tests::{Key, Page, Visit, browse};
use redemption_engine::presets;

#[test]
fn a_link_opens_its_example_beside_my_work_and_only_once() {
    let example = presets::find("partner-with-saml").expect("an example of this name");
    browse(async |browser| {
        let page = browser.visit().await;
        page.click(".context input").await;
        page.chord(Key::Control, 'a').await;
        page.type_text("Mine").await;
        page.press(Key::Tab).await;
        page.until_is("text('.status__saved')", "Saved in this browser").await;
        page.go(BLANK).await;

        page.start_at("?from=mail#/preset/partner-with-saml").await;
        page.until_is("seen('.context input').value", example.title.as_str()).await;
        page.until_is("location.pathname + location.search + location.hash", format!("{SITE}?from=mail")).await;
        page.until_is("text('.status__saved')", "Saved in this browser").await;
        assert_eq!(scenarios(&page).await, 2);
        page.reload().await;
        page.until_is("seen('.context input').value", example.title.as_str()).await;
        assert_eq!(scenarios(&page).await, 2);

        page.js("location.hash = '#/preset/googlemail'").await;
        page.until_has("seen('.context input').value", "googlemail.com").await;
        page.until_is("location.hash", "").await;
        assert_eq!(scenarios(&page).await, 3);
        page.command("Scenarios").await;
        page.until("all('dialog[open] *').some(element => plain(element) === 'Mine')").await;
    });
}

#[test]
fn a_link_that_means_nothing_is_said_and_changes_nothing() {
    browse(async |browser| {
        let page = browser.open(Visit::default()).await;
        for (link, says) in [
            ("#/preset/none-such", "There is no example of the name `none-such`"),
            ("#/lesson/3", "the page does not know `lesson`"),
            ("#/?state=1.abc", "the page does not know `state`"),
            ("#/preset/%ff", "`%ff` is damaged"),
        ] {
            page.go(BLANK).await;
            page.start_at(link).await;
            page.until_has("text('.notice')", says).await;
            page.until_is("seen('.context input').value", "Managed Entra guest, default order").await;
            page.until_is("location.hash", "").await;
        }
        page.js("location.hash = '#/preset/none-such'").await;
        page.click_button(".notice", "Examples").await;
        page.until("seen('dialog[data-dialog=gallery]')?.open").await;
    });
}

#[test]
fn an_example_has_a_link_to_copy() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.js("navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); }").await;
        page.command("Examples").await;
        let button = "[aria-label='Copy link to Managed Entra guest, default order']";
        page.click(button).await;
        page.until_is("text('.example__copied')", "Link copied.").await;
        let link = page.js("return copied").await;
        let link = link.as_str().unwrap_or_default();
        assert!(link.ends_with(&format!("{SITE}#/preset/managed-entra-guest")), "{link}");
        page.js("navigator.clipboard.writeText = () => Promise.reject(new TypeError('no'))").await;
        page.click(button).await;
        page.until_has("text('.example__copied')", link).await;
    });
}

/// How many scenarios are stored.
async fn scenarios(page: &Page) -> u64 {
    let script =
        "const ids = Object.keys(localStorage).filter(key => key.startsWith('redemption/doc/')).map(key => key.split('/')[2]);
        return new Set(ids).size";
    page.js(script).await.as_u64().unwrap_or_default()
}
