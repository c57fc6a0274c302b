//! Without a network the page opens and works; a new version waits until it is asked for; a host can take the offline page back.

use browser_tests::server::{self, Host};
use browser_tests::{Page, Visit, browse};

use crate::keeping::{rename, saved};

/// What the browser keeps for this page and others, by name.
const CACHES: &str = "await caches.keys()";
/// Chromium says this when it looks for a new worker and the host is gone.
const GONE: &[&str] = &["503 (Service Unavailable)"];

async fn is_ready(page: &Page) {
    page.command("About").await;
    page.until_has("text('#offline')", "opens without a network").await;
    page.press(browser_tests::Key::Escape).await;
    page.until_is("seen('dialog[open]')", serde_json::Value::Null).await;
}

#[test]
fn without_a_network_the_page_opens_steps_and_saves() {
    browse(async |browser| {
        let site = server::host("gone", Host::Serves);
        let page = browser.open(Visit { expected_messages: GONE, ..Visit::default() }).await;
        page.start_on(&site).await;
        is_ready(&page).await;

        server::host("gone", Host::Gone);
        assert_eq!(page.js("return fetch('_headers').then(answer => answer.status)").await, 503, "the host is not gone");
        page.reload().await;
        let start = page.js("return parseInt(text('.transport__here'))").await.as_u64().unwrap();
        page.skip_to("flow").await;
        page.press(browser_tests::Key::Right).await;
        page.until_has("text('.transport__here')", &format!("{} of ", start + 1)).await;
        rename(&page, "Made without a network").await;
        saved(&page).await;
        // What comes later comes from the browser as well.
        page.click("#tab-why").await;
        page.until("seen('#inspect-body .turns')").await;

        page.reload().await;
        page.until_is("seen('.context input').value", "Made without a network").await;
        page.until_has("text('.transport__here')", &format!("{} of ", start + 1)).await;
    });
}

#[test]
fn a_new_version_waits_until_it_is_asked_for_and_work_is_saved_before() {
    browse(async |browser| {
        let site = server::host("newer", Host::Serves);
        let page = browser.open(Visit::default()).await;
        page.start_on(&site).await;
        page.js("return caches.open('of another page')").await;
        is_ready(&page).await;
        let caches = page.until(CACHES).await;
        assert_eq!(caches.as_array().map(Vec::len), Some(2), "{caches}");

        server::host("newer", Host::ServesNewer);
        page.command("About").await;
        page.click_button("dialog[open]", "Look for a new version").await;
        page.until_has("text('#offline')", "a new version waits").await;
        page.press(browser_tests::Key::Escape).await;
        page.until_has("text('.notice')", "A new version of this page is there").await;
        // It waits: a page that is loaded again is the one before.
        page.reload().await;
        page.until_has("text('.notice')", "A new version of this page is there").await;
        page.js("byId('page').dataset.before = ''").await;
        rename(&page, "Kept over the change").await;
        page.click_button(".notice", "Load it").await;
        page.until("!byId('page').hasAttribute('data-before') && document.documentElement.hasAttribute('data-started')").await;
        page.until_is("seen('.context input').value", "Kept over the change").await;
        is_ready(&page).await;
        page.until_is("texts('.notice').length", 0).await;

        // The version before stays for tabs that still run it, and what is not ours stays at all.
        let caches = page.until(CACHES).await;
        let names: Vec<&str> = caches.as_array().unwrap().iter().filter_map(|name| name.as_str()).collect();
        assert_eq!(names.len(), 3, "{names:?}");
        assert!(names.contains(&"of another page") && names.iter().any(|name| name.contains(" newer-")), "{names:?}");
    });
}

#[test]
fn another_tab_is_told_and_goes_on_as_it_is() {
    browse(async |browser| {
        let site = server::host("tabs", Host::Serves);
        let page = browser.open(Visit::default()).await;
        page.start_on(&site).await;
        is_ready(&page).await;
        page.reload().await;
        let (first, second) = page.second_tab().await;
        page.start_on(&site).await;
        server::host("tabs", Host::ServesNewer);
        page.command("About").await;
        page.click_button("dialog[open]", "Look for a new version").await;
        page.until_has("text('#offline')", "a new version waits").await;
        page.js("byId('page').dataset.before = ''").await;
        page.click_button("dialog[open]", "Load the new version").await;
        page.until("!byId('page').hasAttribute('data-before') && document.documentElement.hasAttribute('data-started')").await;
        page.switch(&first).await;
        page.until_has("texts('.notice').join()", "Another tab has changed to a new version").await;
        // Its code of the version before is still there.
        page.click("#tab-why").await;
        page.until("seen('#inspect-body .turns')").await;
        page.switch(&second).await;
    });
}

#[test]
fn a_host_can_take_the_offline_page_back() {
    browse(async |browser| {
        let site = server::host("removed", Host::Serves);
        let page = browser.open(Visit::default()).await;
        page.start_on(&site).await;
        is_ready(&page).await;
        server::host("removed", Host::ServesWithoutOffline);
        page.js("return navigator.serviceWorker.getRegistration().then(ours => ours.update()).then(() => null)").await;
        page.until_is("(await caches.keys()).length", 0).await;
        page.until_is("(await navigator.serviceWorker.getRegistrations()).length", 0).await;
        assert_eq!(page.js("return fetch('_headers').then(answer => answer.status)").await, 200);
    });
}

#[test]
fn a_fresh_page_is_not_kept() {
    browse(async |browser| {
        let page = browser.open(Visit::default()).await;
        page.start_at("#/fresh").await;
        page.command("About").await;
        page.until_has("text('#offline')", "Not offered here").await;
        page.until_is("(await navigator.serviceWorker.getRegistrations()).length", 0).await;
    });
}

#[test]
fn the_page_can_be_installed_and_names_its_licences() {
    browse(async |browser| {
        let page = browser.visit().await;
        let manifest =
            page.js("return fetch(seen('html').querySelector('link[rel=manifest]').href).then(answer => answer.json())").await;
        for icon in manifest["icons"].as_array().unwrap() {
            let found = format!("return fetch({}).then(answer => answer.status)", icon["src"]);
            assert_eq!(page.js(&found).await, 200, "{icon}");
        }
        let complaints = page.devtools("Page.getInstallabilityErrors", serde_json::json!({})).await;
        assert_eq!(complaints["installabilityErrors"], serde_json::json!([]), "{complaints}");
        page.command("About").await;
        let licences = page.until("seen('dialog[open] a[href$=\"third-party-notices.txt\"]').href").await;
        let text = page.js(&format!("return fetch({licences}).then(answer => answer.text())")).await;
        assert!(text.as_str().unwrap().contains("leptos "), "{text}");
    });
}
