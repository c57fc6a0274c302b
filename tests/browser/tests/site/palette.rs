//! Commands by name and by key: the palette, the help sheet, and the ways between the regions.

use browser_tests::{Key, Page, browse};

use crate::states::open;

const FIELD: &str = "#palette-field";

#[test]
fn the_palette_opens_by_key_finds_a_command_and_runs_it() {
    browse(async |browser| {
        let page = browser.visit().await;
        look_for(&page, "every check").await;
        page.until_is("text('.palette__item[aria-selected=true] .palette__label')", "Flow: every check").await;
        page.press(Key::Enter).await;
        page.until_is("all('dialog[open]').length", 0).await;
        page.until_is("texts('.flow__detail [aria-pressed=true]').join()", "Every check").await;
    });
}

#[test]
fn escape_closes_the_palette_and_gives_the_focus_back() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.tab_to(".transport__slider").await;
        look_for(&page, "zebra").await;
        page.until_is("texts('.palette__item').length", 0).await;
        page.until("seen('.palette__none')").await;
        page.press(Key::Escape).await;
        page.until_is("all('dialog[open]').length", 0).await;
        page.until("document.activeElement.matches('.transport__slider')").await;
    });
}

#[test]
fn every_button_of_the_bar_is_in_the_palette() {
    browse(async |browser| {
        let page = browser.visit().await;
        let bar = page.js("return texts('.bar__commands .button').map(name => name.replace(/:.*/, ''))").await;
        page.chord(Key::Control, 'k').await;
        page.until(&format!("document.activeElement.matches('{FIELD}')")).await;
        let listed = page.js("return texts('.palette__label')").await;
        let listed = listed.as_array().unwrap();
        for name in bar.as_array().unwrap().iter().filter(|name| *name != "Commands" && *name != "More") {
            assert!(listed.contains(name), "{name} is not in the palette");
        }
    });
}

#[test]
fn old_names_lead_to_the_settings_of_today() {
    browse(async |browser| {
        let page = browser.visit().await;
        for (query, label) in [
            ("AllowEmailVerifiedUsers", "Just-in-time creation of accounts"),
            ("AAD", "Trust multifactor authentication from Microsoft Entra tenants"),
            ("Organizational relationships", "Terms of use"),
            ("viral tenant", "Administration"),
            ("AllowAdHocSubscriptions", "Just-in-time creation of accounts"),
            ("direct federation", "SAML/WS-Fed identity providers"),
            ("azure ad b2b settings", "Settings of the resource tenant"),
        ] {
            look_for(&page, query.trim_end_matches(" b2b settings")).await;
            page.until_has("texts('.palette__label').join()", label).await;
            page.press(Key::Escape).await;
            page.until_is("all('dialog[open]').length", 0).await;
        }
    });
}

#[test]
fn every_setting_of_the_resource_tenant_can_be_reached() {
    browse(async |browser| {
        let page = browser.visit().await;
        look_for(&page, "of the resource tenant").await;
        page.until("texts('.palette__label').length > 20").await;
        let settings = "texts('.palette__kind').map((kind, at) => [kind, texts('.palette__label')[at]])
            .filter(([kind]) => kind.startsWith('Setting') && kind.endsWith('the resource tenant')).map(([, label]) => label)";
        let labels = page.js(&format!("return {settings}")).await;
        page.press(Key::Escape).await;
        page.until_is("all('dialog[open]').length", 0).await;
        for label in labels.as_array().unwrap().iter().filter_map(serde_json::Value::as_str) {
            look_for(&page, label).await;
            page.click_element(&format!(
                "all('.palette__item').find(item => item.querySelector('.palette__label').textContent === {}
                    && item.querySelector('.palette__kind').textContent.endsWith('the resource tenant'))",
                serde_json::json!(label)
            ))
            .await;
            page.until_is("all('dialog[open]').length", 0).await;
            page.until("document.activeElement.closest('.group')?.checkVisibility() && /^(resource|interpretations)\\./.test(document.activeElement.id)")
                .await;
        }
    });
}

#[test]
fn an_example_opens_from_the_palette() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.chord(Key::Control, 'k').await;
        page.until(&format!("document.activeElement.matches('{FIELD}')")).await;
        page.type_text("example passcode").await;
        page.until("texts('.palette__kind').length > 0 && texts('.palette__kind').includes('Example')").await;
        let title =
            page.js("return texts('.palette__item').find(item => item.endsWith('Example')).replace(/\\s*Example$/, '')").await;
        page.click_element("all('.palette__item').find(item => item.querySelector('.palette__kind').textContent === 'Example')")
            .await;
        page.until_is("all('dialog[open]').length", 0).await;
        page.until_is("seen('.context input').value.trim()", title).await;
    });
}

#[test]
fn the_help_sheet_has_the_keys_and_switches_single_keys_off_for_good() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.skip_to("flow").await;
        page.type_text("?").await;
        page.until_is("text('dialog[open] h2')", "Keys").await;
        page.until_has("texts('dialog[open] kbd').join(' ')", "Ctrl+S Ctrl+K ? Ctrl+F6").await;
        page.click("#single-keys").await;
        page.press(Key::Escape).await;
        page.until_is("all('dialog[open]').length", 0).await;
        page.reload().await;
        page.skip_to("flow").await;
        page.tab_to(".ladder .node__button").await;
        page.type_text("b?").await;
        // What holds with Ctrl still does, and comes after what does nothing.
        look_for(&page, "single keys").await;
        page.until_is("all('dialog[open]').length", 1).await;
        assert_eq!(page.js("return all('.node[data-pause]').length").await, 0);
        page.press(Key::Enter).await;
        page.until_is("text('.live')", "Single keys are on").await;
    });
}

#[test]
fn control_and_f6_go_around_the_regions() {
    browse(async |browser| {
        let page = browser.visit().await;
        for region in ["commands", "setup", "flow", "transport", "inspect", "drawer", "status", "commands"] {
            page.chord(Key::Control, Key::F6).await;
            page.until_is("document.activeElement.id", region).await;
        }
        page.resize(360, 740).await;
        page.until_is("innerWidth", 360).await;
        page.chord(Key::Control, Key::F6).await;
        page.until_is("document.activeElement.id", "setup").await;
        page.until("seen('#setup .setup__parts')").await;
    });
}

#[test]
fn skip_links_lead_to_the_steps_the_drawer_and_the_status() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.skip_to("transport").await;
        page.skip_to("drawer").await;
        page.skip_to("status").await;
    });
}

/// Runs the command of this name from the palette.
async fn run(page: &Page, command: &str) {
    look_for(page, command).await;
    page.until_is("text('.palette__item[aria-selected=true] .palette__label')", command).await;
    page.press(Key::Enter).await;
    page.until_is("all('dialog[open]').length", 0).await;
}

const GUESTS: &str = "[...byId('guest-chooser').options].map(option => option.text)";
const SCENARIO: &str = "byId('scenario-name').value";

/// Nina of Adatum in a tenant with settings of its own.
fn nina() -> serde_json::Value {
    serde_json::json!({
        "name": "Nina of Adatum",
        "design": { "resourceTenant": {
            "displayName": "Proseware", "initialDomain": "proseware.onmicrosoft.com", "googleFederation": true,
            "allowInvitesFrom": "adminsAndGuestInviters"
        } },
        "guests": [{ "displayName": "Nina", "invitedEmail": "nina@adatum.example" }]
    })
}

#[test]
fn the_selected_guest_is_duplicated_renamed_and_removed_from_the_palette() {
    browse(async |browser| {
        let page = browser.visit().await;
        open(&page, &nina()).await;
        run(&page, "Duplicate guest").await;
        page.until_is(GUESTS, vec!["Nina", "Nina 2"]).await;
        page.until_is("byId('guest-chooser').value", "1").await;
        run(&page, "Rename guest").await;
        page.until_is("document.activeElement.id", "guest.1.displayName").await;
        page.chord(Key::Control, 'a').await;
        page.type_text("Ola").await;
        page.press(Key::Enter).await;
        page.until_is(GUESTS, vec!["Nina", "Ola"]).await;
        run(&page, "Remove guest").await;
        page.until_is(GUESTS, vec!["Nina"]).await;
        page.command("Undo").await;
        page.until_is(GUESTS, vec!["Nina", "Ola"]).await;
    });
}

#[test]
fn the_open_scenario_is_duplicated_renamed_and_deleted_from_the_palette() {
    browse(async |browser| {
        let page = browser.visit().await;
        open(&page, &nina()).await;
        run(&page, "Duplicate the scenario").await;
        page.until_has("text('.live')", "Nina of Adatum (copy)").await;
        page.until_is(SCENARIO, "Nina of Adatum").await;
        run(&page, "Rename the scenario").await;
        page.until_is("document.activeElement.id", "scenario-name").await;
        page.chord(Key::Control, 'a').await;
        page.type_text("Nina at Proseware").await;
        page.press(Key::Enter).await;
        page.until_is(SCENARIO, "Nina at Proseware").await;
        run(&page, "Delete the scenario").await;
        page.until_has("texts('.notice').join()", "Deleted Nina at Proseware").await;
        page.until(&format!("{SCENARIO} !== 'Nina at Proseware'")).await;
        page.click_button(".notice", "Undo").await;
        page.command("Scenarios").await;
        page.until("texts('.scenario__name').includes('Nina at Proseware')").await;
        page.until("texts('.scenario__name').includes('Nina of Adatum (copy)')").await;
    });
}

#[test]
fn all_settings_go_back_to_microsofts_defaults_and_undo_brings_them_back() {
    browse(async |browser| {
        let page = browser.visit().await;
        open(&page, &nina()).await;
        page.click_button(".setup__parts", "Resource tenant").await;
        let settings = "[byId('resource.googleFederation').checked, byId('resource.allowInvitesFrom').value,
            byId('resource.displayName').value]";
        page.until("byId('resource.googleFederation')").await;
        page.until_is(settings, serde_json::json!([true, "adminsAndGuestInviters", "Proseware"])).await;
        run(&page, "Reset all settings to Microsoft's defaults").await;
        page.until_is(settings, serde_json::json!([false, "", "Proseware"])).await;
        run(&page, "Reset all settings to Microsoft's defaults").await;
        page.until_is("text('.live')", "All settings are Microsoft's defaults already").await;
        page.command("Undo").await;
        page.until_is(settings, serde_json::json!([true, "adminsAndGuestInviters", "Proseware"])).await;
    });
}

/// Opens the palette by key and types.
pub(crate) async fn look_for(page: &Page, words: &str) {
    page.chord(Key::Control, 'k').await;
    page.until(&format!("document.activeElement.matches('{FIELD}')")).await;
    page.type_text(words).await;
    page.until_is(&format!("seen('{FIELD}').value"), words).await;
}
