//! How the page starts, and what it says where it cannot.

use browser_tests::server::{BLANK, SITE, WITHOUT_PROGRAM};
use browser_tests::{Visit, browse};
use serde_json::json;

#[test]
fn the_raw_page_has_its_title_its_purpose_and_a_word_for_browsers_without_scripts() {
    browse(async |browser| {
        let page = browser.open(Visit::default()).await;
        page.go(BLANK).await;
        let raw = page
            .until(&format!(
                "await fetch('{SITE}').then(async answer => ({{
                    policy: answer.headers.get('content-security-policy'), html: await answer.text() }}))"
            ))
            .await;
        let html = raw["html"].as_str().unwrap();
        assert!(html.contains("<h1") && html.contains("Invitation Redemption Simulator</h1>"), "{html}");
        let noscript = html.split("<noscript>").nth(1).and_then(|rest| rest.split("</noscript>").next()).unwrap();
        assert!(noscript.contains("JavaScript and WebAssembly must be on"), "{noscript}");
        let policy = raw["policy"].as_str().unwrap();
        assert!(policy.contains("default-src 'none'") && policy.contains("'wasm-unsafe-eval'"), "{policy}");
        assert!(!policy.contains("'unsafe-eval'") && !policy.contains("'unsafe-inline'"), "{policy}");
    });
}

#[test]
fn without_scripts_the_page_says_what_it_needs() {
    browse(async |browser| {
        let page = browser.open(Visit { javascript: false, ..Visit::default() }).await;
        page.go(SITE).await;
        page.until_has("text('noscript')", "JavaScript and WebAssembly must be on").await;
        assert_eq!(page.js("return document.documentElement.hasAttribute('data-started')").await, false);
        page.until_is("text('h1')", "Invitation Redemption Simulator").await;
    });
}

#[test]
fn a_page_that_runs_keeps_its_emergency_message_hidden() {
    browse(async |browser| {
        let page = browser.visit().await;
        assert_eq!(page.js("return byId('stopped').hidden && !byId('stopped').checkVisibility()").await, true);
        page.until_is("text('h1')", "Invitation Redemption Simulator").await;
        page.until_is("all('h1').length", 1).await;
    });
}

#[test]
fn a_page_whose_program_does_not_load_says_so() {
    browse(async |browser| {
        let visit = Visit { expected_messages: &["404 (Not Found)", ".wasm", "WebAssembly"], ..Visit::default() };
        let page = browser.open(visit).await;
        page.go(WITHOUT_PROGRAM).await;
        page.until_has("text('#stopped')", "The program could not start in this browser").await;
        assert_eq!(page.js("return document.documentElement.hasAttribute('data-started')").await, false);
        page.until("seen('#stopped a')").await;
    });
}

#[test]
fn a_browser_that_is_too_old_is_told_which_ones_are_not_and_can_go_on() {
    browse(async |browser| {
        let page = browser.open(Visit::default()).await;
        page.before_each_page("CSS.supports = () => false").await;
        page.start().await;
        page.until_has("text('#aged')", "older than Chrome or Edge 123, Firefox 121, or Safari 17.5").await;
        page.until_is("byId('stopped').hidden", true).await;
        page.click_button("#aged", "Go on with this browser").await;
        page.until_is("byId('aged').hidden", true).await;
        page.until("seen('.node[data-state=current]')").await;
    });
}

#[test]
fn a_part_of_the_page_that_does_not_load_says_so_and_comes_when_tried_again() {
    browse(async |browser| {
        let visit = Visit { expected_messages: &["split_later.wasm", "Failed to fetch"], ..Visit::default() };
        let page = browser.open(visit).await;
        page.devtools("Network.enable", json!({})).await;
        page.devtools("Network.setBlockedURLs", json!({ "urls": ["*split_later.wasm"] })).await;
        page.go(SITE).await;
        page.until("document.documentElement.hasAttribute('data-started')").await;
        page.click("#tab-why").await;
        page.until_has("text('#inspect-body')", "could not be loaded").await;
        page.until_is("byId('stopped').hidden", true).await;

        page.devtools("Network.setBlockedURLs", json!({ "urls": [] })).await;
        page.click_button("#inspect-body", "Try again").await;
        page.until_has("text('#inspect-body')", "Way in").await;
        page.until_is("all('#inspect-body [role=alert]').length", 0).await;
    });
}
