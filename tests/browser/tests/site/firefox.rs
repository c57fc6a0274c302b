//! The main journey in the second browser: a guest is stepped through an invitation, reasons are read, a setting is changed, work is
//! kept and goes through links and files, and the page opens without a network.

use browser_tests::server::{self, BLANK, Host};
use browser_tests::{Key, browse_with_firefox};
use redemption_engine::{document, presets, share};
use serde_json::Value;

use crate::keeping::{rename, saved};

#[test]
fn a_guest_is_stepped_through_an_invitation_and_work_is_kept() {
    browse_with_firefox(async |page| {
        page.start().await;
        page.click_button("#transport", "First step").await;
        page.until_has("text('.transport__here')", "1 of ").await;
        page.skip_to("flow").await;
        page.press(Key::Right).await;
        page.until_has("text('.transport__here')", "2 of ").await;
        page.click_button("#transport", "Last step").await;
        page.until("seen('.frame').dataset.screen").await;
        page.click("#tab-why").await;
        page.until_has("text('#inspect-body')", "Rule ").await;

        page.command("Examples").await;
        page.until("seen('dialog[open]')").await;
        page.press(Key::Escape).await;
        page.until_is("seen('dialog[open]')", Value::Null).await;
        rename(page, "In another browser").await;
        saved(page).await;
        page.reload().await;
        page.until_is("seen('.context input').value", "In another browser").await;
    });
}

#[test]
fn a_setting_that_is_changed_changes_the_end_and_is_kept() {
    browse_with_firefox(async |page| {
        const PASSCODE: &str = "byId('resource.emailOneTimePasscode').value";
        page.start_at("#/preset/no-account-passcode-on").await;
        let before = page.js("return [text('.status__outcome'), text('.transport__here')]").await;
        page.click_button(".setup__parts", "Resource tenant").await;
        page.until(&format!("{PASSCODE} !== 'disabled'")).await;
        page.select("[id='resource.emailOneTimePasscode']", "disabled").await;
        page.until(&format!("String([text('.status__outcome'), text('.transport__here')]) !== String({before})")).await;
        saved(page).await;
        page.reload().await;
        page.click_button(".setup__parts", "Resource tenant").await;
        page.until_is(PASSCODE, "disabled").await;
    });
}

#[test]
fn a_scenario_comes_by_a_link_goes_out_as_a_file_and_comes_back() {
    let workspace = presets::find("partner-with-saml").expect("an example of this name").workspace;
    browse_with_firefox(async |page| {
        page.go(BLANK).await;
        page.start_at(&format!("#/?s={}", share::encode(&workspace))).await;
        page.until_is("text('#link-name')", workspace.name.as_str()).await;
        page.click_button("dialog[open]", "Open as new").await;
        page.until_is("seen('.context input').value", workspace.name.as_str()).await;
        rename(page, "Goes out").await;
        saved(page).await;
        page.command("Export").await;
        page.click_button("[data-export=scenario]", "Download").await;
        let file = page.downloaded("goes-out.redemption.json").await;
        let mut there = document::parse(&std::fs::read(&file).expect("a file can be read")).expect("a document");
        assert_eq!(there[0].name, "Goes out");
        there[0].name.clone_from(&workspace.name);
        assert_eq!(there.as_slice(), std::slice::from_ref(&workspace));
        page.click_button("dialog[open]", "Close").await;
        rename(page, "Changed since").await;
        saved(page).await;

        page.command("Import").await;
        page.choose_files("#import-files", &[&file]).await;
        page.until_is("text('.import__summary')", "1 scenario found.").await;
        page.click_button("dialog[open]", "Open as new").await;
        page.until_is("seen('.context input').value", "Goes out").await;
        saved(page).await;
        page.command("Scenarios").await;
        page.until_is("texts('.scenario__name').sort()", vec!["Changed since", "Goes out"]).await;
    });
}

#[test]
fn the_page_opens_without_a_network() {
    browse_with_firefox(async |page| {
        let site = server::host("firefox", Host::Serves);
        page.start_on(&site).await;
        page.command("About").await;
        page.until_has("text('#offline')", "opens without a network").await;
        server::host("firefox", Host::Gone);
        // Its driver's way of loading again goes past every cache.
        page.start_on(&format!("{site}?again")).await;
        page.click("#tab-why").await;
        page.until_has("text('#inspect-body')", "Rule ").await;
    });
}
