//! *Compare A and B*: a second design is made, edited and dropped by keyboard alone; what it changes for one guest and for all is told.
//!
//! What differs is tested in the engine; that the worker answers as the engine does, in `worker.rs`.

use browser_tests::{Key, Page, browse};
use serde_json::json;

use crate::states::open;

/// Two guests who get in with a passcode.
async fn contractors(page: &Page) {
    let scenario = json!({
        "name": "Contractors",
        "design": { "resourceTenant": { "displayName": "Woodgrove", "initialDomain": "woodgrove.onmicrosoft.com" } },
        "guests": [
            { "displayName": "Ravi", "invitedEmail": "ravi@contractor.example" },
            { "displayName": "Uma", "invitedEmail": "uma@outlook.com", "person": { "microsoftAccount": { "signInName": "uma@outlook.com" } } },
        ]
    });
    open(page, &scenario).await;
}

async fn compare(page: &Page) {
    page.command("Compare A and B").await;
    page.until_is("text('dialog[open] h2')", "Compare A and B").await;
}

/// Presses a button of the dialog as somebody without a pointer does.
async fn press(page: &Page, name: &str) {
    page.until(&format!("all('dialog[open] button').find(button => plain(button) === '{name}')")).await;
    page.js(&format!("all('dialog[open] button').find(button => plain(button) === '{name}').focus()")).await;
    page.press(Key::Enter).await;
}

/// Makes B out of A, with passcodes off in it, and goes back to A.
async fn passcode_off_in_b(page: &Page) {
    compare(page).await;
    press(page, "Duplicate A as B").await;
    press(page, "Edit B").await;
    page.until_is("all('dialog[open]').length", 0).await;
    page.until_has("text('.second')", "The settings and the flow show design B.").await;
    page.click_button(".setup__parts", "Resource tenant").await;
    page.select("[id='resource.emailOneTimePasscode']", "disabled").await;
}

#[test]
fn a_copy_is_proven_equal_and_an_edit_of_it_tells_the_first_difference_and_who_is_affected() {
    browse(async |browser| {
        let page = browser.visit().await;
        contractors(&page).await;
        compare(&page).await;
        press(&page, "Duplicate A as B").await;
        page.until_has("text('.parting')", "No difference: the same path to the same end.").await;
        page.until_is("text('.proof__badge')", "Proven equal").await;
        page.until_has("text('.proof')", "by the rules of March 2024").await;
        press(&page, "Drop B").await;
        page.until("!seen('.proof')").await;
        page.press(Key::Escape).await;

        passcode_off_in_b(&page).await;
        assert_eq!(page.barriers("the settings of design B").await, Vec::<String>::new());
        compare(&page).await;
        // Whatever the settings show: A is A, and B is the one without passcodes.
        page.until_has("text('.parting')", "For Ravi").await;
        page.until_has("text('.parting')", "First difference at step ").await;
        page.until_has("text('.changes')", "email one-time passcode: from Not set (default) to No").await;
        page.until_is("text('.proof__badge')", "Proven").await;
        page.until_is("all('.both-orders__row').length", 2).await;
        page.until_is("text('.both-orders__said')", "Both orders are the same.").await;
        page.until("/^A \\d+, B \\d+$/.test(plain(all('.effects dd')[0]))").await;
        page.until_has("plain(all('.effects dd')[2])", "A: In with one-time passcodes. They fetch a code").await;
        page.until("texts('.pairs th').includes('Number of pages') || texts('.pairs th').includes('Number of pages ≠ differs')")
            .await;
        page.until("texts('.class__name').includes('Different provider')").await;
        page.until("seen('.class .kind li')").await;
        for mode in ["overlay", "sideBySide", "table"] {
            page.js(&format!("seen('input[name=compare-mode][value={mode}]').click()")).await;
            page.until_is("seen('input[name=compare-mode]:checked').value", mode).await;
            page.until(
                "seen('.overlay__step[data-differs]') || seen('.beside__row[data-differs]') || seen('.pairs tr[data-differs]')",
            )
            .await;
            assert_eq!(page.barriers(mode).await, Vec::<String>::new());
        }
        page.until("[...document.querySelectorAll('#compare-consequences ~ .table-frame tr[data-differs]')].length > 0").await;
        press(&page, "Edit A").await;
        page.until("!seen('.second')").await;
        page.click_button(".setup__parts", "Resource tenant").await;
        page.until_is("byId('resource.emailOneTimePasscode').value", "default").await;
    });
}

#[test]
fn which_design_is_shown_is_undone_and_done_again_with_the_change_and_survives_a_reload() {
    browse(async |browser| {
        let page = browser.visit().await;
        contractors(&page).await;
        passcode_off_in_b(&page).await;
        page.click_button(".bar__commands", "Undo").await;
        page.until("seen('.second')").await;
        page.click_button(".bar__commands", "Undo").await;
        page.until("!seen('.second')").await;
        page.click_button(".bar__commands", "Redo").await;
        page.until("seen('.second')").await;
        page.click_button(".bar__commands", "Redo").await;
        page.until_is("byId('resource.emailOneTimePasscode').value", "disabled").await;
        page.until_is("text('.status__saved')", "Saved in this browser").await;
        page.reload().await;
        page.until("seen('.second')").await;
        page.click_button(".second", "Edit A").await;
        page.until("!seen('.second')").await;
        page.click_button(".setup__parts", "Resource tenant").await;
        page.until_is("byId('resource.emailOneTimePasscode').value", "default").await;
    });
}

#[test]
fn an_example_opens_as_a_new_scenario_with_both_designs() {
    browse(async |browser| {
        let page = browser.visit().await;
        contractors(&page).await;
        passcode_off_in_b(&page).await;
        compare(&page).await;
        page.click("#load-differentProvider").await;
        page.until_is("all('dialog[open]').length", 0).await;
        page.until_is("seen('.context input').value", "Contractors: Different provider").await;
        page.until_has("text('.notices')", "This scenario is an example of: Different provider").await;
        compare(&page).await;
        page.until_has("text('.parting')", "First difference at ").await;
        page.press(Key::Escape).await;
        page.command("Scenarios").await;
        page.until("texts('.scenario').some(text => text.includes('Contractors') && !text.includes('Different'))").await;
    });
}

#[test]
fn a_guest_is_compared_with_another_guest_and_an_edition_with_another_edition() {
    browse(async |browser| {
        let page = browser.visit().await;
        contractors(&page).await;
        compare(&page).await;
        page.select("#compare-with", "guest-1").await;
        page.until_has("text('.parting')", "Uma").await;
        page.until_has("text('.parting')", "First difference at ").await;
        page.until("!seen('#compare-everyone')").await;
        page.select("#compare-with", "edition-2019-06").await;
        page.until_has("text('.parting')", "June 2019").await;
        // Both have the same settings: nothing is said of an order or of design B.
        page.until("!seen('.both-orders') && !seen('#compare-settings')").await;
        page.until_has("text('.proof__badge')", "Proven").await;
    });
}

#[test]
fn the_moves_between_two_orders_are_drawn_and_said() {
    browse(async |browser| {
        let page = browser.visit().await;
        let tenant = json!({ "displayName": "Woodgrove", "initialDomain": "woodgrove.onmicrosoft.com" });
        let mut turned = tenant.clone();
        turned["redemptionOrder"] = json!({
            "primaryIdentityProviderPrecedenceOrder": ["externalFederation", "azureActiveDirectory"],
            "fallbackIdentityProvider": "emailOneTimePasscode",
        });
        let scenario = json!({
            "name": "Turned", "design": { "resourceTenant": tenant }, "secondDesign": { "resourceTenant": turned },
            "guests": [{ "displayName": "Ravi", "invitedEmail": "ravi@contractor.example" }]
        });
        open(&page, &scenario).await;
        compare(&page).await;
        let said = "Microsoft Entra ID: from place 1 to 2. SAML/WS-Fed identity providers: from place 2 to 1. \
                    Social identity providers: only in A.";
        page.until_has("text('.both-orders__said')", said).await;
        page.until_is("all('.both-orders__line[data-moved]').length", 2).await;
        // The answer is the first line of all.
        page.until(
            "seen('dialog[open] .parting').compareDocumentPosition(seen('.effects')) === Node.DOCUMENT_POSITION_FOLLOWING",
        )
        .await;
        for (width, height) in [(1280, 800), (320, 640)] {
            page.resize(width, height).await;
            assert_eq!(page.barriers(&format!("moves, {width}")).await, Vec::<String>::new());
            let wide = page.js("const dialog = seen('dialog[open]'); return dialog.scrollWidth - dialog.clientWidth").await;
            assert_eq!(wide, 0, "the dialog scrolls sideways at {width}");
        }
    });
}
