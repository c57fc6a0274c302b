//! The view in another site's frame: it steps, shows reasons, edits nothing, keeps nothing, and leads to the simulator.

use browser_tests::server::{FRAMING, SITE};
use browser_tests::{Key, Page, Visit, browse};

/// In the frame of a page: what the embedded view's root shows.
async fn in_frame(page: &Page, fragment: &str) {
    page.go(&format!("{FRAMING}{fragment}")).await;
    page.until("seen('iframe').contentDocument?.documentElement.hasAttribute('data-started')").await;
    page.enter_frame("iframe").await;
    page.until("text('.status__outcome')").await;
}

#[test]
fn an_example_is_shown_in_a_frame_and_can_be_stepped() {
    let preset = redemption_engine::presets::find("partner-with-saml").expect("an example of this name");
    browse(async |browser| {
        let page = browser.open(Visit::default()).await;
        in_frame(&page, "#/preset/partner-with-saml").await;
        page.until_is("text('h1')", preset.workspace.name.as_str()).await;
        let start = page.js("return parseInt(text('.transport__here'))").await.as_u64().unwrap();
        page.click("#flow .transport [aria-label='Back'], #flow .transport [aria-label='First step']").await;
        page.until(&format!("parseInt(text('.transport__here')) < {start}")).await;
        page.click("#tab-why").await;
        page.until("seen('#inspect-body .turns')").await;
        assert_eq!(page.js("return texts('.panel--setup, .bar__commands, .fact__go, .turn__try').length").await, 0);
        let out = page.js("return seen('.embed__open').href").await;
        assert!(out.as_str().unwrap().ends_with(&format!("{SITE}#/preset/partner-with-saml")), "{out}");
    });
}

#[test]
fn a_scenario_of_a_link_is_shown_in_a_frame_without_a_question() {
    let preset = redemption_engine::presets::find("googlemail").expect("an example of this name");
    let text = redemption_engine::share::encode(&preset.workspace);
    browse(async |browser| {
        let page = browser.open(Visit::default()).await;
        in_frame(&page, &format!("#/?s={text}&at=1.1.1")).await;
        page.until_is("text('h1')", preset.workspace.name.as_str()).await;
        page.until("!document.querySelector('dialog[open]')").await;
        let out = page.js("return seen('.embed__open').href").await;
        assert!(out.as_str().unwrap().ends_with(&format!("{SITE}#/?s={text}&at=1.1.1")), "{out}");
    });
}

#[test]
fn nothing_is_read_or_kept() {
    browse(async |browser| {
        let page = browser.open(Visit::default()).await;
        page.go(browser_tests::server::BLANK).await;
        page.js("localStorage.setItem('redemption/theme', 'dark')").await;
        in_frame(&page, "#/preset/partner-with-saml").await;
        page.skip_to("flow").await;
        page.press(Key::Left).await;
        page.until_is("document.documentElement.dataset.theme", "system").await;
        page.until_is("Object.keys(localStorage).join()", "redemption/theme").await;
        page.until_is("(await navigator.serviceWorker.getRegistrations()).length", 0).await;
    });
}

#[test]
fn a_link_that_is_damaged_says_so_in_the_frame() {
    browse(async |browser| {
        let page = browser.open(Visit::default()).await;
        in_frame(&page, "#/preset/no-such-example").await;
        page.until_has("text('.notice')", "There is no example of the name").await;
        page.go(browser_tests::server::BLANK).await;
        in_frame(&page, "#/?s=1.abc").await;
        page.until_has("text('.notice')", "The scenario of the link cannot be read: the link").await;
    });
}

#[test]
fn only_the_embedded_view_may_be_framed() {
    browse(async |browser| {
        let visit = Visit { expected_messages: &["frame-ancestors"], ..Visit::default() };
        let page = browser.open(visit).await;
        page.go(FRAMING).await;
        page.js(&format!("byId('probe')?.remove(); const frame = document.createElement('iframe'); frame.id = 'probe'; frame.src = '{SITE}'; document.body.append(frame)")).await;
        // A frame that is refused shows the browser's own page, of another origin.
        page.until_is("byId('probe').contentDocument === null", true).await;
        assert_eq!(page.js("return seen('iframe').contentDocument === null").await, false);
    });
}

#[test]
fn the_embedded_view_has_no_barriers_wide_and_narrow() {
    browse(async |browser| {
        let page = browser.open(Visit::default()).await;
        for width in [1280, 320] {
            page.resize(width, 700).await;
            page.start_on(&format!("{SITE}embed/index.html#/preset/partner-with-saml")).await;
            page.until("seen('.embed__open')").await;
            let barriers = page.barriers(&format!("embedded at {width}")).await;
            assert!(barriers.is_empty(), "{}", barriers.join("\n"));
            let wider = page.js("return document.documentElement.scrollWidth > innerWidth").await;
            assert_eq!(wider, false, "wider than {width}");
        }
    });
}
