//! Pictures of the flow and the storyboard: to the clipboard, as files, and what is said where the browser refuses.

use browser_tests::{Page, browse};
use serde_json::json;

const NAME: &str = "managed-entra-guest-default-order-nina";

#[test]
fn the_picture_is_copied_as_png() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.js("navigator.clipboard.write = async items => {
            const blob = await items[0].getType('image/png');
            const bytes = new Uint8Array(await blob.arrayBuffer());
            window.copied = { type: blob.type, starts: [...bytes.slice(1, 4)], large: bytes.length > 20000 };
        }")
            .await;
        choose(&page, "Copy picture").await;
        let png = json!({ "type": "image/png", "starts": [80, 78, 71], "large": true });
        page.until_is("window.copied ?? null", png).await;
        page.until_is("text('.live')", "Copied the picture").await;
    });
}

#[test]
fn a_refused_copy_offers_the_picture_as_a_file() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.js("navigator.clipboard.write = () => Promise.reject(new TypeError('no'))").await;
        choose(&page, "Copy picture").await;
        page.until_has("text('.notice')", "The browser did not let the picture be copied. You can download it").await;
        page.click_button(".notice", "Download").await;
        let file = page.downloaded(&format!("{NAME}-flow.svg")).await;
        let text = std::fs::read_to_string(file).unwrap();
        assert!(text.contains("<title id=\"title\">Redemption flow: "), "{}", &text[..200]);

        page.js("delete window.ClipboardItem").await;
        choose(&page, "Copy picture").await;
        page.until_has("text('.notice')", "did not let the picture be copied").await;
    });
}

#[test]
fn flow_and_storyboard_are_saved_as_files() {
    browse(async |browser| {
        let page = browser.visit().await;
        choose(&page, "Save picture (PNG)").await;
        let png = std::fs::read(page.downloaded(&format!("{NAME}-flow.png")).await).unwrap();
        assert_eq!(png.get(1..4), Some(b"PNG".as_slice()));
        page.command("Theme: system").await;
        page.command("Theme: light").await;
        page.click(".views__item:has([value='storyboard'])").await;
        choose(&page, "Save picture (SVG)").await;
        let svg = std::fs::read_to_string(page.downloaded(&format!("{NAME}-storyboard.svg")).await).unwrap();
        let script = format!(
            "const picture = new DOMParser().parseFromString({}, 'image/svg+xml');
            return [picture.querySelector('parsererror')?.textContent ?? null, picture.querySelectorAll('text').length > 20,
                /^#f{{3}}(f{{3}})?$/.test(picture.querySelector('rect').getAttribute('fill'))]",
            json!(svg)
        );
        // Dark on white in the dark theme, too.
        assert_eq!(page.js(&script).await, json!([null, true, true]));
    });
}

async fn choose(page: &Page, command: &str) {
    page.click(".menu--more > summary").await;
    page.click_button(".menu--more", command).await;
}
