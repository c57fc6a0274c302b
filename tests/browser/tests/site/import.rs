//! What Microsoft Graph writes, chosen as a file and pasted as text: what it changes in the settings, and how that is told.

use browser_tests::{Page, browse, tools};
use serde_json::{Value, json};

/// What a sample does to a new scenario.
struct Sample {
    file: &'static str,
    /// The report in one sentence, typed by hand.
    summary: &'static str,
    /// What to look at in the settings, and what is there afterwards.
    part: &'static str,
    look: &'static str,
    before: fn() -> Value,
    after: fn() -> Value,
}

const ORDER: &str = "[texts('ol.order__list .order__name').map(name => name.replace(/^\\d ?/, '')),
    all('[id$=\".microsoftAccount\"],[id$=\".emailOneTimePasscode\"]').filter(box => box.type === 'checkbox').map(box => box.checked)]";
const FEDERATIONS: &str = "all('[id^=\"resource.federations.\"][id$=\".domains\"]').map(input => input.value)";
const GOOGLE: &str = "byId('resource.googleFederation').checked";
const PASSCODE: &str = "byId('resource.emailOneTimePasscode').value";
const PARTNERS: &str = "all('.setup__form .card__head .card__title').map(plain)
    .map((name, at) => [name, byId('home.' + at + '.inboundAutomaticRedemption').value])";

const ENTRA: &str = "Microsoft Entra ID";
const SAML: &str = "SAML/WS-Fed identity providers";
const SOCIAL: &str = "Social identity providers";

fn default_order() -> Value {
    json!([[ENTRA, SAML, SOCIAL], [true, true]])
}

const SAMPLES: [Sample; 9] = [
    Sample {
        file: "crossTenantAccessPolicy-default.json",
        summary: "Taken: 3, ignored: 6.",
        part: "Resource tenant",
        look: ORDER,
        before: default_order,
        after: default_order,
    },
    Sample {
        file: "crossTenantAccessPolicy-default-federation-first.json",
        summary: "Taken: 3, worth knowing: 1, ignored: 4.",
        part: "Resource tenant",
        look: ORDER,
        before: default_order,
        after: || json!([[SAML, ENTRA], [false, true]]),
    },
    Sample {
        file: "crossTenantAccessPolicy-patch-as-documented.json",
        summary: "Taken: 1, repaired: 3, worth knowing: 1.",
        part: "Resource tenant",
        look: ORDER,
        before: default_order,
        after: || json!([[SAML, ENTRA], [true, true]]),
    },
    Sample {
        file: "federationConfigurations.json",
        summary: "Taken: 2, ignored: 3.",
        part: "Resource tenant",
        look: FEDERATIONS,
        before: || json!([]),
        after: || json!(["tailspin.example, toys.tailspin.example", "fabrikam.example"]),
    },
    Sample {
        file: "identityProviders.json",
        summary: "Taken: 1, ignored: 6.",
        part: "Resource tenant",
        look: GOOGLE,
        before: || json!(false),
        after: || json!(true),
    },
    Sample {
        file: "authenticationMethodConfigurations-email.json",
        summary: "Taken: 1, ignored: 2.",
        part: "Resource tenant",
        look: PASSCODE,
        before: || json!("default"),
        after: || json!("disabled"),
    },
    Sample {
        file: "crossTenantAccessPolicy-partners.json",
        summary: "Taken: 6, worth knowing: 2, ignored: 1.",
        part: "Home tenants",
        look: PARTNERS,
        before: || json!([]),
        after: || json!([["Tenant 3d0f5dec", "on"], ["Tenant 8f2a1c07", "inherit"]]),
    },
    Sample {
        file: "authorizationPolicy.json",
        summary: "Taken: 2, ignored: 5.",
        part: "Resource tenant",
        look: ORDER,
        before: default_order,
        after: default_order,
    },
    Sample {
        file: "users-guests.json",
        summary: "Taken: 6, worth knowing: 6, ignored: 2.",
        part: "Resource tenant",
        look: ORDER,
        before: default_order,
        after: default_order,
    },
];

#[test]
fn every_sample_of_microsoft_graph_is_imported_from_a_file() {
    browse(async |browser| {
        let page = browser.visit().await;
        for sample in &SAMPLES {
            prepare(&page, sample).await;
            let file = tools::repository(&format!("tests/fixtures/graph/{}", sample.file));
            page.choose_files("#import-files", &[&file]).await;
            page.until_is("text('.report__name')", sample.file).await;
            check(&page, sample).await;
        }
    });
}

#[test]
fn every_sample_of_microsoft_graph_is_imported_by_pasting() {
    browse(async |browser| {
        let page = browser.visit().await;
        for sample in &SAMPLES {
            prepare(&page, sample).await;
            page.click("#import-text").await;
            page.paste(&text_of(sample.file)).await;
            page.click_button("form.paste", "Read").await;
            page.until_is("text('.report__name')", "Pasted text").await;
            check(&page, sample).await;
        }
    });
}

#[test]
fn the_documented_request_body_is_told_with_every_repair_and_can_be_undone() {
    browse(async |browser| {
        let page = browser.visit().await;
        prepare(&page, &SAMPLES[2]).await;
        page.click("#import-text").await;
        page.paste(&text_of(SAMPLES[2].file)).await;
        page.click_button("form.paste", "Read").await;
        page.until_is("texts('.report__group summary')", vec!["Taken (1)", "Repaired (3)", "Worth knowing (1)"]).await;
        let notes = page.js("return texts('.note')").await.to_string();
        for repair in
            ["`ExternalFederation ` was read as", "`AzureActiveDirectory ` was read as", "`defaultConfiguredIdp ` was read as"]
        {
            assert!(notes.contains(repair), "{repair}: {notes}");
        }
        assert!(notes.contains("`socialIdentityProviders` is not listed"), "{notes}");
        apply_all(&page).await;
        page.click_button(".import__reports", "Undo").await;
        page.until_has("texts('.import__reports [role=status]').join()", "Undone").await;
        page.click_button("dialog[open]", "Close").await;
        page.until_is(ORDER, default_order()).await;
    });
}

#[test]
fn a_file_that_names_a_provider_twice_is_refused_with_the_property_and_changes_nothing() {
    let text = text_of("crossTenantAccessPolicy-patch-as-documented.json").replace("AzureActiveDirectory ", "externalFederation");
    browse(async |browser| {
        let page = browser.visit().await;
        prepare(&page, &SAMPLES[2]).await;
        let folder = tools::fresh_folder("refused-file");
        let file = folder.join("twice.json");
        std::fs::write(&file, &text).unwrap();
        page.choose_files("#import-files", &[&file]).await;
        page.until_is("text('.import__summary')", "1 not read.").await;
        page.until_is("seen('.report').dataset.state", "refused").await;
        page.until_has("text('.report')", "primaryIdentityProviderPrecedenceOrder").await;
        page.until_has("text('.report')", "Nothing was changed").await;
        page.click_button("dialog[open]", "Close").await;
        page.until_is(ORDER, default_order()).await;
        page.until_is("seen('.bar__commands button[title=\"Nothing to undo\"]').getAttribute('aria-disabled')", "true").await;
    });
}

#[test]
fn several_files_at_once_are_told_one_by_one() {
    browse(async |browser| {
        let page = browser.visit().await;
        prepare(&page, &SAMPLES[3]).await;
        let files = [&SAMPLES[3], &SAMPLES[4], &SAMPLES[5]]
            .map(|sample| tools::repository(&format!("tests/fixtures/graph/{}", sample.file)));
        page.choose_files("#import-files", &[&files[0], &files[1], &files[2]]).await;
        page.until_is("text('.import__summary')", "Taken: 4, ignored: 11.").await;
        page.until_is("texts('.report__name').length", 3).await;
        apply_all(&page).await;
        page.click_button("dialog[open]", "Close").await;
        page.until_is(FEDERATIONS, (SAMPLES[3].after)()).await;
        page.until_is(GOOGLE, (SAMPLES[4].after)()).await;
        page.until_is(PASSCODE, (SAMPLES[5].after)()).await;
    });
}

/// One answer of each kind that no sample file holds, as Microsoft Graph documents them.
const ORGANIZATION: &str = r#"{"@odata.context": "https://graph.microsoft.com/v1.0/$metadata#organization", "value": [{
    "id": "9f3c1c1e-1111-4222-8333-444455556666", "displayName": "Fabrikam Foods",
    "verifiedDomains": [{"name": "fabrikamfoods.onmicrosoft.com", "isInitial": true, "isDefault": false},
        {"name": "fabrikam.example", "isInitial": false, "isDefault": true}],
    "privacyProfile": {"contactEmail": "privacy@fabrikam.example", "statementUrl": null}}]}"#;
const POLICIES: &str = r##"{"@odata.context": "https://graph.microsoft.com/v1.0/$metadata#identity/conditionalAccess/policies", "value": [{
    "id": "5f2b1f7e-2222-4333-8444-000000000001", "displayName": "Guests prove themselves twice", "state": "enabled",
    "conditions": {"clientAppTypes": ["all"], "applications": {"includeApplications": ["All"]},
        "users": {"includeGuestsOrExternalUsers": {"guestOrExternalUserTypes": "b2bCollaborationGuest",
            "externalTenants": {"@odata.type": "#microsoft.graph.conditionalAccessAllExternalTenants", "membershipKind": "all"}}}},
    "grantControls": {"operator": "OR", "builtInControls": ["mfa"]}}]}"##;
const AGREEMENTS: &str = r#"{"@odata.context": "https://graph.microsoft.com/v1.0/$metadata#identityGovernance/termsOfUse/agreements",
    "value": [{"id": "7a1d5c22-3333-4444-8555-000000000001", "displayName": "Rules of the house",
        "isViewingBeforeAcceptanceRequired": true, "isPerDeviceAcceptanceRequired": false}]}"#;
const INVITATION: &str = r#"{"invitedUserEmailAddress": "ada@adatum.example", "invitedUserDisplayName": "Ada",
    "inviteRedirectUrl": "https://apps.woodgrove.example", "sendInvitationMessage": true}"#;

const TENANT: &str = "byId('resource.displayName')?.value";
const GUESTS: &str = "[...byId('guest-chooser').options].map(option => option.text)";
/// What stands in the fields of the resource tenant, with everything unfolded.
const FIELDS: &str = "[...all('.setup__form input, .setup__form textarea').map(field => field.value), ...all('.setup__form').map(plain)].join('|')";

/// A new scenario with this pasted and read.
async fn read(page: &Page, text: &str) {
    page.command("Scenarios").await;
    page.click("#scenarios-new").await;
    page.until_has("document.querySelector('.context input').value", "New scenario").await;
    page.click_button(".setup__parts", "Resource tenant").await;
    page.command("Import").await;
    page.click("#import-text").await;
    page.paste(text).await;
    page.click_button("form.paste", "Read").await;
    page.until_is("text('.report__name')", "Pasted text").await;
}

async fn close(page: &Page) {
    page.click_button("dialog[open]", "Close").await;
    page.until_is("all('dialog[open]').length", 0).await;
    page.js("all('.setup__form details').forEach(details => details.open = true)").await;
}

#[test]
fn organization_policies_agreements_and_an_invitation_each_go_where_they_belong() {
    browse(async |browser| {
        let page = browser.visit().await;
        for (text, part, look, says) in [
            (ORGANIZATION, "organization", FIELDS, "Fabrikam Foods"),
            (POLICIES, "Conditional Access policies", FIELDS, "Guests prove themselves twice"),
            (AGREEMENTS, "agreements", FIELDS, "Rules of the house"),
            (INVITATION, "invitation", "[...byId('guest-chooser').options].map(option => option.text).join('|')", "Ada"),
        ] {
            read(&page, text).await;
            page.until_is("texts('.report__part .toggle__label').length", 1).await;
            page.until_has("text('.report__part .toggle__label').toLowerCase()", &part.to_lowercase()).await;
            assert_eq!(page.js(&format!("return ({look}).includes('{says}')")).await, false, "{says} is there before");
            apply_all(&page).await;
            close(&page).await;
            page.until_has(look, says).await;
            page.command("Undo").await;
            page.until(&format!("!({look}).includes('{says}')")).await;
        }
    });
}

#[test]
fn of_several_answers_in_one_paste_only_the_chosen_ones_are_taken_as_one_change() {
    let together = format!("{ORGANIZATION}\n{INVITATION}\n{}", text_of("identityProviders.json"));
    browse(async |browser| {
        let page = browser.visit().await;
        read(&page, &together).await;
        let before = page.js(&format!("return [{TENANT}, {GOOGLE}, {GUESTS}]")).await;
        page.until_is("texts('.report__part .toggle__label').length", 3).await;
        let chosen = "all('button').find(button => plain(button) === 'Apply chosen')";
        page.until_is(&format!("{chosen}.getAttribute('aria-disabled')"), "true").await;
        let boxes = "all('.report__part .toggle__box')";
        page.until_is(&format!("{boxes}.map(box => box.checked)"), json!([true, true, true])).await;
        page.click_element("all('.report__part .toggle__label').find(label => plain(label).startsWith('invitation'))").await;
        page.until_is(&format!("{boxes}.filter(box => !box.checked).length"), 1).await;
        page.click_button(".import__reports", "Apply chosen").await;
        page.until_has("texts('.import__reports [role=status]').join()", "Taken, as one change.").await;
        close(&page).await;
        page.until_is(TENANT, "Fabrikam Foods").await;
        page.until_is(GOOGLE, true).await;
        page.until_is(GUESTS, before[2].clone()).await;
        page.command("Undo").await;
        page.until_is(&format!("[{TENANT}, {GOOGLE}, {GUESTS}]"), before).await;
    });
}

#[test]
fn the_answers_of_a_batch_are_read_one_by_one_and_a_refused_one_is_told() {
    let answer = |text: &str| serde_json::from_str::<Value>(text).unwrap();
    let batch = json!({ "responses": [
        { "id": "1", "status": 200, "headers": { "Content-Type": "application/json" }, "body": answer(ORGANIZATION) },
        { "id": "2", "status": 403, "body": { "error": { "code": "Forbidden", "message": "Insufficient privileges." } } },
        { "id": "3", "status": 200, "body": answer(POLICIES) },
    ] });
    browse(async |browser| {
        let page = browser.visit().await;
        read(&page, &batch.to_string()).await;
        page.until_has("text('.import__summary')", "1 not read").await;
        page.until_has("text('.report')", "Forbidden").await;
        page.until_is("texts('.report__part .toggle__label').length", 2).await;
        apply_all(&page).await;
        close(&page).await;
        page.until_is(TENANT, "Fabrikam Foods").await;
        page.until_has(FIELDS, "Guests prove themselves twice").await;
    });
}

/// Takes what was read into the open scenario.
async fn apply_all(page: &Page) {
    page.click_button(".import__reports", "Apply all").await;
    page.until("!texts('.import__reports [role=status]').includes('Nothing is taken yet.')").await;
}

fn text_of(file: &str) -> String {
    std::fs::read_to_string(tools::repository(&format!("tests/fixtures/graph/{file}"))).unwrap()
}

/// A new scenario with the settings in view and the import open.
async fn prepare(page: &Page, sample: &Sample) {
    page.command("Scenarios").await;
    page.click("#scenarios-new").await;
    page.until_has("document.querySelector('.context input').value", "New scenario").await;
    page.click_button(".setup__parts", sample.part).await;
    page.until_is(sample.look, (sample.before)()).await;
    page.command("Import").await;
    page.until("seen('#import-text')").await;
}

/// The report, and after the dialog the settings, once they are taken.
async fn check(page: &Page, sample: &Sample) {
    page.until_is("text('.import__summary')", sample.summary).await;
    apply_all(page).await;
    page.click_button("dialog[open]", "Close").await;
    page.until_is("all('dialog[open]').length", 0).await;
    page.until_is(sample.look, (sample.after)()).await;
}
