//! What the page's policy lets in: nothing from elsewhere, nothing inline, and text only ever as text.

use browser_tests::server::{BLANK, REPORTING, SITE};
use browser_tests::{Visit, browse, page::quoted};

use crate::keeping::rename;

/// Notes every breach of a policy, enforced or only reported.
pub(crate) const WATCH: &str = "window.breaches = [];
    addEventListener('securitypolicyviolation', event => breaches.push(
        [event.disposition, event.effectiveDirective, event.sample, event.blockedURI].join(' ')));";
/// A name that would run a script where a text becomes markup.
const MARKUP: &str = "<img src=x onerror=window.ran=1>";

#[test]
fn names_from_people_are_only_ever_text_and_nothing_breaks_the_policy() {
    browse(async |browser| {
        let page = browser.open(Visit::default()).await;
        page.before_each_page(WATCH).await;
        page.start().await;
        rename(&page, MARKUP).await;
        for tab in ["why", "directory", "log"] {
            page.click(&format!("#tab-{tab}")).await;
        }
        for dialog in ["Scenarios", "About"] {
            page.command(dialog).await;
            page.until("seen('dialog[open]')").await;
            page.press(browser_tests::Key::Escape).await;
        }
        page.reload().await;
        page.until_is("seen('.context input').value", MARKUP).await;
        assert_eq!(
            page.js("return [window.ran ?? null, all('img[src=x]').length, breaches]").await,
            serde_json::json!([null, 0, []])
        );
    });
}

#[test]
fn markup_is_only_made_of_what_was_written_at_build_time() {
    browse(async |browser| {
        // The reports stand on the console as well.
        let expected_messages = &["TrustedHTML", "TrustedScriptURL", "Report Only", "report-only"];
        let page = browser.open(Visit { expected_messages, ..Visit::default() }).await;
        page.before_each_page(WATCH).await;
        page.start_on(REPORTING).await;
        rename(&page, MARKUP).await;
        for tab in ["why", "directory", "log", "screen"] {
            page.click(&format!("#tab-{tab}")).await;
        }
        page.command("Scenarios").await;
        page.until("seen('dialog[open]')").await;
        let breaches = page.js("return breaches").await;
        let breaches: Vec<&str> = breaches.as_array().unwrap().iter().filter_map(|breach| breach.as_str()).collect();
        assert!(!breaches.is_empty(), "nothing was reported, so nothing was checked");
        for breach in &breaches {
            let known = ["innerHTML|", "register|"].iter().any(|sink| breach.contains(sink));
            assert!(known && breach.starts_with("report require-trusted-types-for"), "{breach}");
            assert!(!breach.contains("onerror") && !breach.contains("img src"), "{breach}");
        }
        eprintln!("{} reports", breaches.len());
    });
}

#[test]
fn the_page_carries_the_policy_that_a_host_without_headers_would_not_send() {
    browse(async |browser| {
        let page = browser.open(Visit::default()).await;
        page.go(BLANK).await;
        for (file, ancestors) in [("index.html", "'none'"), ("embed/index.html", "*")] {
            let address = quoted(&format!("{SITE}{file}"));
            let header =
                page.js(&format!("return fetch({address}).then(answer => answer.headers.get('content-security-policy'))")).await;
            let script = format!(
                "return fetch({address}).then(answer => answer.text()).then(text =>
                    new DOMParser().parseFromString(text, 'text/html').querySelector('meta[http-equiv]').content)"
            );
            let meta = page.js(&script).await;
            assert_eq!(header.as_str().unwrap(), format!("{}; frame-ancestors {ancestors}", meta.as_str().unwrap()), "{file}");
            for open in ["unsafe-inline", "'unsafe-eval'", "http:", "https:", "nonce-"] {
                assert!(!meta.as_str().unwrap().contains(open), "{file} has {open}");
            }
        }
    });
}
