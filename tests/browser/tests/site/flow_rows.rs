//! The rows of the flow: levels of detail, unused rows, what can come next, gliding, and a check in other editions.
//!
//! How the run is stepped is in `travel.rs`.

use browser_tests::{Page, browse};
use serde_json::json;

const NODES: &str = "all('.ladder .node').map(node => node.dataset.node ?? node.dataset.provider)";

async fn example(page: &Page, id: &str) {
    page.command("Examples").await;
    page.click(&format!("#example-{id}")).await;
    page.until_is("all('dialog[open]').length", 0).await;
}

#[test]
fn the_overview_shows_the_turning_points_and_stepping_follows_it() {
    browse(async |browser| {
        let page = browser.visit().await;
        example(&page, "no-account-passcode-on").await;
        page.click_button(".flow__detail", "Overview").await;
        page.until_is(
            NODES,
            json!([
                "wayIn",
                "passcodeEnabled",
                "signIn:emailOneTimePasscode",
                "reviewPermissions",
                "accept",
                "arrival",
                "end:redeemed"
            ]),
        )
        .await;
        page.click_button("#transport", "First step").await;
        page.until_is("text('.transport__here')", "1 of 9").await;
        page.click(".transport__forward").await;
        page.click(".transport__forward").await;
        page.until_is("seen('.node[data-state=current]').dataset.node", "wayIn").await;
        page.click(".transport__forward").await;
        page.until_is("seen('.node[data-state=current]').dataset.node", "passcodeEnabled").await;
    });
}

#[test]
fn unused_rows_are_hidden_and_stay_hidden_after_a_reload() {
    browse(async |browser| {
        let page = browser.visit().await;
        example(&page, "no-account-passcode-on").await;
        let rows = "all('.ladder .node[data-state=notSetUp]').length";
        let unused = page.until(rows).await;
        page.click("#hide-unused").await;
        page.until_is(rows, 0).await;
        page.until_is("byId('hide-unused').getAttribute('aria-pressed')", "true").await;
        page.reload().await;
        page.until_is(rows, 0).await;
        page.click("#hide-unused").await;
        page.until_is(rows, unused).await;
    });
}

#[test]
fn what_can_come_next_is_marked_at_the_focus() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.click_button(".flow__detail", "Every check").await;
        page.until("all('.node').length > 40").await;
        page.js("byId('node-guestState').focus()").await;
        let mut next = page.until("all('.node[data-next]').map(node => node.dataset.node)").await;
        next.as_array_mut().unwrap().retain(|node| !node.as_str().unwrap().starts_with("signIn:"));
        assert_eq!(next, json!(["signInSession", "domainStillAllowed", "outboundAccess"]));
        page.js("byId('hide-unused').focus()").await;
        page.until_is("all('.node[data-next]').length", 0).await;
    });
}

#[test]
fn moved_providers_glide_unless_motion_is_reduced() {
    const GLIDES: &str =
        "document.getAnimations().filter(animation => animation.effect.target?.matches?.('.ladder__row')).length";
    browse(async |browser| {
        let page = browser.visit().await;
        page.click_button(".setup__parts", "Resource tenant").await;
        page.js("globalThis.glides = 0; const animate = Element.prototype.animate;
            Element.prototype.animate = function (...rest) { globalThis.glides += 1; return animate.apply(this, rest); };")
            .await;
        let up = "[id='resource.redemptionOrder.primary.externalFederation.up']";
        page.click(up).await;
        page.until("globalThis.glides > 0").await;
        page.until_is(GLIDES, 0).await;
        let reduced = json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
        page.devtools("Emulation.setEmulatedMedia", reduced).await;
        page.until("matchMedia('(prefers-reduced-motion: reduce)').matches").await;
        page.js("globalThis.glides = 0").await;
        let down = "[id='resource.redemptionOrder.primary.externalFederation.down']";
        page.click(down).await;
        page.until_is("text('.ladder .node[data-node^=primary] .node__title')", "Microsoft Entra ID account step 1").await;
        page.until("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))").await;
        assert_eq!(page.js("return [globalThis.glides, document.getAnimations().length]").await, json!([0, 0]));
    });
}

#[test]
fn a_check_says_what_other_editions_make_of_it_and_leads_there() {
    browse(async |browser| {
        let page = browser.visit().await;
        example(&page, "no-account-passcode-on").await;
        page.click_button(".tabs", "Why").await;
        page.click_button(".flow__detail", "Every check").await;
        page.click("[data-node='automaticRedemption'] .node__button").await;
        page.click_button(".why", "What do other editions say?").await;
        page.until_is("text('[data-edition=\"2019-06\"] .turn__what')", "June 2019: the flow has no such check").await;
        page.until_has("text('[data-edition=\"2026-04\"] .turn__what')", "by the same rule").await;
        page.click_button("[data-edition='2026-04']", "Switch to it").await;
        page.until_is("byId('edition').value", "2026-04").await;
    });
}
