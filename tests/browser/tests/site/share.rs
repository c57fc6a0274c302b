//! Links that hold a scenario: made in the share dialog, opened through a preview, never over local work, and refused kindly where
//! they are broken.

use browser_tests::server::{BLANK, SITE};
use browser_tests::{Key, Page, Visit, browse};
use redemption_engine::presets;
use redemption_engine::share;

/// The text of an example's link.
fn text_of(id: &str) -> String {
    share::encode(&presets::find(id).expect("an example of this name").workspace)
}

/// Names the open scenario, and waits until it is stored.
async fn work_as(page: &Page, name: &str) {
    page.click(".context input").await;
    page.chord(Key::Control, 'a').await;
    page.type_text(name).await;
    page.press(Key::Tab).await;
    page.until_is("text('.status__saved')", "Saved in this browser").await;
}

/// How many scenarios are stored.
async fn scenarios(page: &Page) -> u64 {
    let script =
        "const ids = Object.keys(localStorage).filter(key => key.startsWith('redemption/doc/')).map(key => key.split('/')[2]);
        return new Set(ids).size";
    page.js(script).await.as_u64().unwrap_or_default()
}

#[test]
fn a_scenario_travels_as_a_link_with_its_step_and_view_into_another_browser() {
    browse(async |browser| {
        let page = browser.visit().await;
        work_as(&page, "Travels by link").await;
        page.click(".views__item:has([value='outline'])").await;
        page.js("navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); }").await;
        page.command("Share").await;
        page.until_has("text('#share-length')", "characters: fits mail, chat and a QR code.").await;
        page.click("#share-at").await;
        page.click("#share-view").await;
        page.click_button("dialog[open]", "Copy link").await;
        page.until_has("text('.share__said')", "Copied: ").await;
        let link = page.js("return copied").await;
        let link = link.as_str().unwrap_or_default();
        assert_eq!(page.js("return document.querySelector('#share-link').value").await, link);
        assert!(link.contains("&at=1.2.1&view=outline"), "{link}");
        let fragment = link.split_once('#').expect("a fragment").1.to_owned();

        let other = browser.visit().await;
        work_as(&other, "Mine").await;
        other.go(BLANK).await;
        other.start_at(&format!("?from=mail#{fragment}")).await;
        other.until_is("text('#link-name')", "Travels by link").await;
        // Nothing is opened by following the link.
        other.until_is("document.querySelector('.context input').value", "Mine").await;
        other.until_has("text('.incoming__differs')", "One thing differs from the open scenario, Mine").await;
        other.until_has("text('.incoming')", "It opens at step 1 of part 2, in the view outline.").await;
        other.click_button("dialog[open]", "Compare with mine").await;
        other.until_has("text('#link-found')", "Scenario: renamed from Mine to Travels by link").await;
        other.click_button("dialog[open]", "Open as new").await;
        other.until_is("seen('.context input').value", "Travels by link").await;
        other.until("seen('[data-rows=outline]')").await;
        other.until_is("location.pathname + location.search + location.hash", format!("{SITE}?from=mail")).await;
        other.until_is("text('.status__saved')", "Saved in this browser").await;
        assert_eq!(scenarios(&other).await, 2);
        other.reload().await;
        other.until_is("seen('.context input').value", "Travels by link").await;
        other.until("!document.querySelector('dialog[open]')").await;
        other.command("Scenarios").await;
        other.until("all('dialog[open] *').some(element => plain(element) === 'Mine')").await;
    });
}

#[test]
fn a_link_that_is_followed_while_the_page_is_open_waits_for_an_answer() {
    browse(async |browser| {
        let page = browser.visit().await;
        work_as(&page, "Mine").await;
        let text = text_of("googlemail");
        page.js(&format!("location.hash = '#/?s={text}'")).await;
        page.until("seen('#link-name')").await;
        page.click_button("dialog[open]", "Compare with mine").await;
        let found = page.barriers("the preview of a link").await;
        assert!(found.is_empty(), "{} barriers:\n{}", found.len(), found.join("\n"));
        page.click_button("dialog[open]", "Cancel").await;
        page.until_is("location.hash", "").await;
        page.until_is("seen('.context input').value", "Mine").await;
        assert_eq!(scenarios(&page).await, 1);
        // The same link again asks again; Escape is no answer either.
        page.js(&format!("location.hash = '#/?s={text}'")).await;
        page.until("seen('#link-name')").await;
        page.press(Key::Escape).await;
        page.until_is("location.hash", "").await;
        assert_eq!(scenarios(&page).await, 1);

        page.js(&format!("location.hash = '#/present?s={text}&at=9.9.9&view=none'")).await;
        page.until_has("text('.incoming')", "It opens at step 9 of part 9, as a presentation.").await;
        page.until("!seen('.presenter')").await;
        page.click_button("dialog[open]", "Open as new").await;
        page.until("seen('.presenter')").await;
        page.until_is("location.hash", "#/present").await;
        assert_eq!(scenarios(&page).await, 2);
    });
}

#[test]
fn a_broken_link_says_what_failed_and_leads_on() {
    browse(async |browser| {
        let page = browser.open(Visit::default()).await;
        let sound = text_of("googlemail");
        for (text, says) in [
            ("", "the link holds nothing"),
            ("3.abcd", "made by a newer version"),
            ("1.abc%20d", "at character 6 does not belong there"),
            (&sound[..sound.len() / 2], "its end is missing"),
            ("1.PHNjcmlwdD4", "the link is damaged"),
        ] {
            page.go(BLANK).await;
            page.start_at(&format!("#/?s={text}")).await;
            page.until_has("text('.incoming__error')", says).await;
            page.until_is("document.querySelector('.context input').value", "Managed Entra guest, default order").await;
            page.click_button("dialog[open]", "Back to my work").await;
            page.until_is("location.hash", "").await;
        }
        page.js("location.hash = '#/?s=1.'").await;
        page.until_is("text('#link-broken')", "This link cannot be read").await;
        let found = page.barriers("a broken link").await;
        assert!(found.is_empty(), "{} barriers:\n{}", found.len(), found.join("\n"));
        page.click_button("dialog[open]", "Start empty").await;
        page.until_is("seen('.context input').value", "New scenario").await;
        page.until_is("location.hash", "").await;
    });
}

#[test]
fn names_can_be_left_out_of_a_link() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.js("navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); }").await;
        page.command("Share").await;
        page.click_button("dialog[open]", "Copy without names").await;
        page.until_has("text('.share__said')", "Copied: ").await;
        page.until_has("text('.share__replaced')", "Replaced by made-up ones: ").await;
        let link = page.js("return copied").await;
        let text = link.as_str().and_then(|link| link.split_once("s=")).expect("a scenario").1.to_owned();
        let shared = share::decode(&text).expect("a link that is read");
        let first = presets::first().expect("an example").workspace;
        assert_eq!(shared, share::without_names(&first).0);
        assert_eq!(page.js("return byId('share-nameless').checked").await, true);
        // A refused copy leaves the link selected.
        page.js("navigator.clipboard.writeText = () => Promise.reject(new TypeError('no'))").await;
        page.click_button("dialog[open]", "Copy link").await;
        page.until_has("text('.share__said')", "It is selected").await;
        page.until_is("document.activeElement.id", "share-link").await;
        page.until("document.activeElement.selectionEnd === document.activeElement.value.length").await;
    });
}

#[test]
fn a_link_has_a_qr_code_that_is_drawn_when_it_is_asked_for() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.command("Share").await;
        page.until("seen('#share-link') && !document.querySelector('.qr__code')").await;
        page.click(".share__qr > summary").await;
        page.until_is("seen('.qr__code')?.getAttribute('aria-label')", "QR code of the link above").await;
        // Dark squares on light ones in the dark theme, too; the squares are those of the engine's link in the library's code.
        let colours = "['.qr__light', '.qr__dark'].map(css => getComputedStyle(document.querySelector(css)).fill)";
        page.until_is(colours, serde_json::json!(["rgb(255, 255, 255)", "rgb(0, 0, 0)"])).await;
        page.until("document.querySelector('.qr__dark').getAttribute('d').length > 1000").await;
        page.until("document.querySelector('.qr__code').getBoundingClientRect().width > 200").await;
    });
}

#[test]
fn a_scenario_that_is_too_large_for_a_link_is_offered_as_a_file() {
    browse(async |browser| {
        let page = browser.visit().await;
        let mut workspace = presets::first().expect("an example").workspace;
        workspace.name = "Large".to_owned();
        // A text that does not pack: the digits of a simple generator.
        let mut number = 1_u64;
        workspace.note = std::iter::repeat_with(|| {
            number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            char::from_u32(0x4E00 + (number >> 40) as u32 % 20_000).unwrap_or('字')
        })
        .take(9_000)
        .collect();
        let path = browser_tests::tools::fresh_folder("share-large").join("large.redemption.json");
        std::fs::write(&path, redemption_engine::document::print(&[workspace])).expect("a file can be written");
        page.command("Import").await;
        page.choose_files("#import-files", &[&path]).await;
        page.click_button("dialog[open]", "Open as new").await;
        page.until_is("seen('.context input').value", "Large").await;
        page.command("Share").await;
        page.until_has("text('.share__refused')", "Above 16,000 it is not made").await;
        page.until("!document.querySelector('#share-link')").await;
        page.click_button("dialog[open]", "Download the scenario").await;
        page.downloaded("large.redemption.json").await;
    });
}

#[test]
fn a_fresh_page_keeps_the_scenario_of_its_link_and_stores_nothing() {
    browse(async |browser| {
        let page = browser.open(Visit::default()).await;
        let text = text_of("googlemail");
        page.start_at(&format!("#/fresh?s={text}")).await;
        page.until("seen('#link-name')").await;
        page.click_button("dialog[open]", "Open as new").await;
        page.until_has("seen('.context input').value", "googlemail.com").await;
        page.until_is("location.hash", format!("#/fresh?s={text}")).await;
        assert_eq!(page.js("return localStorage.length").await, 0);
        page.reload().await;
        page.until("seen('#link-name')").await;
        page.click_button("dialog[open]", "Cancel").await;
        page.until_is("location.hash", "#/fresh").await;
    });
}
