//! A fresh page neither reads nor writes what the browser stores, and says so.

use browser_tests::server::BLANK;
use browser_tests::{Key, Page, Visit, browse};
use redemption_engine::document;

/// Counts every use of the storage, the journal and the locks by the page.
const WATCH: &str = "
    window.touched = [];
    for (const name of ['getItem', 'setItem', 'removeItem', 'key', 'clear']) {
        const method = Storage.prototype[name];
        Storage.prototype[name] = function (...values) { touched.push(name + ' ' + values[0]); return method.apply(this, values); };
    }
    for (const [kind, name] of [[IDBFactory, 'open'], [LockManager, 'request']]) {
        const method = kind.prototype[name];
        kind.prototype[name] = function (...values) { touched.push(name + ' ' + values[0]); return method.apply(this, values); };
    }";

#[test]
fn a_fresh_page_leaves_the_storage_alone_and_shows_nothing_of_it() {
    browse(async |browser| {
        let page = browser.visit().await;
        rename(&page, "Confidential design").await;
        page.until_is("text('.status__saved')", "Saved in this browser").await;
        page.command("Theme: system").await;
        page.go(BLANK).await;
        let stored = stored(&page).await;
        assert!(stored.contains("Confidential design"), "{stored}");

        page.before_each_page(WATCH).await;
        page.start_at("#/fresh").await;
        page.until_is("text('.status__saved')", "Not saved: fresh page").await;
        page.until_is("document.documentElement.dataset.theme", "system").await;
        page.until_is("seen('.context input').value", "Managed Entra guest, default order").await;
        page.until("!seen('.notice')").await;
        page.command("Scenarios").await;
        page.until("text('dialog[open] h2')").await;
        assert_eq!(page.js("return document.body.textContent.includes('Confidential')").await, false);
        page.press(Key::Escape).await;
        page.until_is("all('dialog[open]').length", 0).await;

        rename(&page, "Shown to a class").await;
        page.command("Theme: system").await;
        page.click(".transport__forward").await;
        page.click(".views__item:has([value='outline'])").await;
        page.chord(Key::Control, 's').await;
        page.until("seen('dialog[open] #version-name')").await;
        page.press(Key::Escape).await;
        page.until_is("all('dialog[open]').length", 0).await;
        page.until_is("text('.status__saved')", "Not saved: fresh page").await;
        page.click_button(".status", "Export to keep it").await;
        let file = page.downloaded("shown-to-a-class.redemption.json").await;
        let kept = document::parse(&std::fs::read(file).unwrap()).unwrap();
        assert_eq!(kept[0].name, "Shown to a class");

        assert_eq!(page.js("return touched").await, serde_json::json!([]));
        page.until_is("location.hash", "#/fresh").await;
        assert_eq!(self::stored(&page).await, stored);
    });
}

#[test]
fn a_fresh_page_opens_an_example_and_can_be_left_for_what_is_stored() {
    browse(async |browser| {
        let page = browser.open(Visit::default()).await;
        page.start_at("#/fresh/present?preset=googlemail").await;
        page.until("seen('.presenter')").await;
        page.until_has("text('.presenter__what')", "googlemail.com").await;
        assert_eq!(stored(&page).await, "[]");
        page.reload().await;
        page.until_has("text('.presenter__what')", "googlemail.com").await;
        page.js("location.hash = ''").await;
        page.until("!seen('.presenter') && text('.status__saved') === 'Saved in this browser'").await;
    });
}

async fn rename(page: &Page, name: &str) {
    page.click(".context input").await;
    page.chord(Key::Control, 'a').await;
    page.type_text(name).await;
    page.press(Key::Tab).await;
    page.until_is("seen('.context input').value", name).await;
}

/// All that the browser stores for the page, in one text.
async fn stored(page: &Page) -> String {
    let stored = page.js("return JSON.stringify(Object.entries(localStorage).sort())").await;
    stored.as_str().unwrap_or_default().to_owned()
}
