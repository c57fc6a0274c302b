//! *Problems*: what the portal would refuse, what is questionable, the way to the setting, and *Take it out*.
//!
//! Which settings are problems is tested in the engine.

use browser_tests::{Key, Page, browse};
use serde_json::{Value, json};

use crate::states::open;

const STATUS: &str = "text('.status__problems')";
const ADDRESS: &str = "[id='guest.0.invitedEmail']";

/// Nina of Adatum, with these settings of the resource tenant and this story. Her order asks federations that do not exist.
fn nina(resource: &Value, story: &Value) -> Value {
    let mut settings = json!({ "displayName": "Woodgrove", "initialDomain": "woodgrove.onmicrosoft.com" });
    for (name, value) in resource.as_object().into_iter().flatten() {
        settings[name] = value.clone();
    }
    json!({
        "name": "Nina of Adatum",
        "design": {
            "resourceTenant": settings,
            "homeTenants": [{
                "tenantId": "3d0f5dec-5d3d-455c-8016-e2af1ae4d31a", "displayName": "Adatum", "verifiedDomains": ["adatum.example"],
                "users": [{ "userPrincipalName": "nina@adatum.example" }]
            }]
        },
        "guests": [{
            "displayName": "Nina", "invitedEmail": "nina@adatum.example",
            "person": { "workAccount": "nina@adatum.example" }, "story": story
        }]
    })
}

async fn write(page: &Page, field: &str, text: &str) {
    page.click(field).await;
    page.chord(Key::Control, 'a').await;
    page.type_text(text).await;
    page.press(Key::Enter).await;
}

/// Presses a button of the problem with this code.
async fn press(page: &Page, code: &str, button: &str) {
    page.click_element(&format!(
        "[...(all('dialog[open] .finding').find(item => item.textContent.includes('{code}'))?.querySelectorAll('button') ?? [])]
            .find(button => plain(button) === '{button}')"
    ))
    .await;
}

#[test]
fn an_address_that_cannot_be_taken_is_listed_with_its_code_and_leads_to_its_field() {
    browse(async |browser| {
        let page = browser.visit().await;
        open(&page, &nina(&json!({}), &json!(["accept"]))).await;
        page.until_is(STATUS, "1 note").await;
        write(&page, ADDRESS, "nina at adatum").await;
        page.until_is(STATUS, "1 refused, 1 note").await;
        page.until_has("text('[id=\"guest.0.invitedEmail-error\"]')", "RDM-108").await;
        page.click_button(".setup__parts", "Guest").await;
        page.click(".status__problems").await;
        page.until_has("texts('dialog[open] .finding')[0]", "Refused by the portal RDM-108").await;
        press(&page, "RDM-108", "Go to the setting").await;
        page.until_is("all('dialog[open]').length", 0).await;
        page.until(&format!("document.activeElement.matches(\"{ADDRESS}\")")).await;
        page.until_is("document.activeElement.value", "nina at adatum").await;
        write(&page, ADDRESS, "nina@adatum.example").await;
        page.until_is(STATUS, "1 note").await;
    });
}

#[test]
fn a_refused_text_is_listed_no_more_once_its_field_is_gone() {
    browse(async |browser| {
        let page = browser.visit().await;
        open(&page, &nina(&json!({}), &json!(["accept"]))).await;
        write(&page, ADDRESS, "nina").await;
        page.until_is(STATUS, "1 refused, 1 note").await;
        page.click_button(".setup__parts", "Resource tenant").await;
        page.until_is(STATUS, "1 note").await;
    });
}

#[test]
fn a_setting_that_the_portal_refuses_is_kept_as_a_draft_and_said_to_be_refused() {
    let own_domain = json!({
        "federations": [{
            "displayName": "Tailspin sign-in", "issuerUri": "https://sts.tailspin.example/saml",
            "domains": ["tailspin.example", "woodgrove.onmicrosoft.com"]
        }]
    });
    browse(async |browser| {
        let page = browser.visit().await;
        open(&page, &nina(&own_domain, &json!(["accept"]))).await;
        page.until_is(STATUS, "1 refused").await;
        page.until_is("text('.status__outcome')", "Invitation redeemed").await;
        page.click(".status__problems").await;
        page.until_has("texts('dialog[open] .finding')[0]", "Refused by the portal RDM-002").await;
        press(&page, "RDM-002", "Go to the setting").await;
        page.until_is("document.activeElement.id", "resource.federations.0.domains").await;
        page.until_is("seen('.problem[data-severity=refused] .problem__code').textContent", "RDM-002").await;
    });
}

#[test]
fn an_act_that_does_not_fit_is_taken_out_and_brought_back_by_undo() {
    browse(async |browser| {
        let page = browser.visit().await;
        open(&page, &nina(&json!({}), &json!(["accept", "enterPasscode"]))).await;
        page.until_is(STATUS, "1 warning, 1 note").await;
        page.click(".status__problems").await;
        press(&page, "RDM-099", "Take it out").await;
        page.until_is("texts('dialog[open] .finding').some(text => text.includes('RDM-099'))", false).await;
        page.until_is("document.activeElement.id", "problems-lead").await;
        page.press(Key::Escape).await;
        page.until_is(STATUS, "1 note").await;
        page.command("Undo").await;
        page.until_is(STATUS, "1 warning, 1 note").await;
    });
}

#[test]
fn where_nothing_is_questionable_the_strip_says_so() {
    let federated = json!({
        "federations": [{
            "displayName": "Tailspin sign-in", "issuerUri": "https://sts.tailspin.example/saml", "domains": ["tailspin.example"]
        }]
    });
    browse(async |browser| {
        let page = browser.visit().await;
        open(&page, &nina(&federated, &json!(["accept"]))).await;
        page.until_is(STATUS, "No problems").await;
    });
}
