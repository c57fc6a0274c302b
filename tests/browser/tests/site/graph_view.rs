//! *Microsoft Graph* in a group of settings: the request follows the settings, is copied, and fits the page.
//!
//! What each family of requests says is tested in the engine.

use browser_tests::{Page, browse};
use serde_json::{Value, json};

use crate::states::{State, everything, open, show_panel, unfold_all};

/// The view of the redemption order.
const VIEW: &str =
    "all('details.about').find(view => plain(view.querySelector('summary')) === 'Microsoft Graph: Redemption order')";

/// By how much the page is wider than the window.
const SIDEWAYS: &str = "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth";

#[test]
fn the_body_follows_a_provider_that_is_moved() {
    browse(async |browser| {
        let page = browser.visit().await;
        open_order(&page).await;
        page.until_is(&shown("code"), "PATCH /v1.0/policies/crossTenantAccessPolicy/default").await;
        page.until_is(&primary(), json!(["azureActiveDirectory", "externalFederation", "socialIdentityProviders"])).await;
        page.click_element("all('.order__button').find(button => plain(button).startsWith('Move down'))").await;
        page.until_is(&primary(), json!(["externalFederation", "azureActiveDirectory", "socialIdentityProviders"])).await;
        page.command("Undo").await;
        page.until_is(&primary(), json!(["azureActiveDirectory", "externalFederation", "socialIdentityProviders"])).await;
        // A view that is folded is not drawn.
        page.click_element(&format!("{VIEW}.querySelector('summary')")).await;
        page.until_is(&format!("{VIEW}.querySelectorAll('pre').length"), 0).await;
    });
}

#[test]
fn copying_puts_the_json_on_the_clipboard() {
    browse(async |browser| {
        let page = browser.visit().await;
        answer_copies(&page, "text => { document.body.dataset.copied = text; return Promise.resolve(); }").await;
        open_order(&page).await;
        copy(&page).await;
        page.until("document.body.dataset.copied").await;
        let copied = page.js("return document.body.dataset.copied").await;
        let copied: Value = serde_json::from_str(copied.as_str().unwrap()).unwrap();
        let expected = json!({
            "invitationRedemptionIdentityProviderConfiguration": {
                "primaryIdentityProviderPrecedenceOrder": ["azureActiveDirectory", "externalFederation", "socialIdentityProviders"],
                "fallbackIdentityProvider": "defaultConfiguredIdp"
            }
        });
        assert_eq!(copied, expected);
        page.until_is("all('.notice').length", 0).await;
    });
}

#[test]
fn a_copy_that_the_browser_refuses_leaves_the_json_selected_and_says_so() {
    browse(async |browser| {
        let page = browser.visit().await;
        answer_copies(&page, "() => Promise.reject(new DOMException('no', 'NotAllowedError'))").await;
        open_order(&page).await;
        copy(&page).await;
        page.until_has("text('.notice')", "The browser did not let the JSON be copied.").await;
        page.until(&format!("getSelection().toString().trim() === {VIEW}.querySelector('pre').textContent.trim()")).await;
        page.until(&format!("document.activeElement === {VIEW}.querySelector('pre')")).await;
    });
}

#[test]
fn every_view_of_a_scenario_with_everything_fits_a_narrow_page() {
    browse(async |browser| {
        let page = browser.visit().await;
        open(&page, &everything()).await;
        page.resize(320, 640).await;
        page.until_is("innerWidth", 320).await;
        for (state, views) in [(State::GuestSettings, 2), (State::ResourceSettings, 14), (State::HomeSettings, 9)] {
            show_panel(&page, "Setup").await;
            state.reach(&page).await;
            unfold_all(&page, "#setup").await;
            let drawn = "all('#setup details.about[open]').filter(view => \
                         plain(view).startsWith('Microsoft Graph') && view.querySelector('.about__body > *'))";
            page.until_is(&format!("{drawn}.length"), views).await;
            page.until_is(SIDEWAYS, 0).await;
        }
    });
}

/// Opens the view of the redemption order.
async fn open_order(page: &Page) {
    page.click_button(".setup__parts", "Resource tenant").await;
    page.until(VIEW).await;
    page.click_element(&format!("{VIEW}.querySelector('summary')")).await;
    page.until(&format!("{VIEW}.querySelector('pre')")).await;
}

async fn copy(page: &Page) {
    page.click_element(&format!("{VIEW}.querySelector('button')")).await;
}

/// Has the clipboard answer like this.
async fn answer_copies(page: &Page, answer: &str) {
    page.js(&format!(
        "Object.defineProperty(navigator, 'clipboard', {{ configurable: true, value: {{ writeText: {answer} }} }})"
    ))
    .await;
}

/// The text of the first such element of the view.
fn shown(css: &str) -> String {
    format!("plain({VIEW}.querySelector('{css}'))")
}

/// The primary providers that the body names.
fn primary() -> String {
    format!(
        "JSON.parse({VIEW}.querySelector('pre').textContent)\
         .invitationRedemptionIdentityProviderConfiguration.primaryIdentityProviderPrecedenceOrder"
    )
}
