//! Undo after a reload, versions of a scenario, and the notes of whoever teaches.

use browser_tests::{Key, Page, browse};

use crate::keeping::{rename, saved};

const GOOGLE: &str = "[id='resource.googleFederation']";
const NAME: &str = "seen('.context input').value";

#[test]
fn undo_and_redo_go_on_after_a_reload_with_their_labels() {
    browse(async |browser| {
        let page = browser.visit().await;
        let first = page.js(&format!("return {NAME}")).await;
        rename(&page, "One").await;
        page.click_button(".setup__parts", "Resource tenant").await;
        page.tab_to(GOOGLE).await;
        page.press(Key::Space).await;
        page.until_is(&checked(GOOGLE), false).await;
        rename(&page, "Two").await;
        page.command("Undo").await;
        page.until_is(NAME, "One").await;
        saved(&page).await;

        page.reload().await;
        page.until_is(&hint("Undo"), "Undo: Turned off: Google is configured (Ctrl+Z)").await;
        page.until_is(&hint("Redo"), "Redo: Scenario renamed (Ctrl+Y)").await;
        page.chord(Key::Control, 'y').await;
        page.until_is(NAME, "Two").await;
        saved(&page).await;
        page.reload().await;
        page.until_is(&hint("Undo"), "Undo: Scenario renamed (Ctrl+Z)").await;
        for _ in 0..3 {
            page.chord(Key::Control, 'z').await;
        }
        page.until_is(NAME, first).await;
        page.until_is(&hint("Undo"), "Nothing to undo").await;
        page.click_button(".setup__parts", "Resource tenant").await;
        page.until_is(&checked(GOOGLE), true).await;
    });
}

#[test]
fn a_damaged_undo_log_costs_undo_and_nothing_else() {
    browse(async |browser| {
        let page = browser.visit().await;
        rename(&page, "Kept").await;
        saved(&page).await;
        let damaged = page
            .js("const keys = Object.keys(localStorage).filter(key => key.startsWith('redemption/undo/'));
                keys.forEach(key => localStorage.setItem(key, '{\"format\":1,\"of\":'));
                return keys.length;")
            .await;
        assert_eq!(damaged, 1);
        page.reload().await;
        page.until_is(NAME, "Kept").await;
        page.until_is(&hint("Undo"), "Nothing to undo").await;
        rename(&page, "Renamed").await;
        page.chord(Key::Control, 'z').await;
        page.until_is(NAME, "Kept").await;
    });
}

#[test]
fn a_version_is_named_compared_and_restored_by_keyboard_alone() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.click_button(".setup__parts", "Resource tenant").await;
        name_version(&page, "With Google").await;
        page.press(Key::Escape).await;
        page.until_is("all('dialog[open]').length", 0).await;
        page.tab_to(GOOGLE).await;
        page.press(Key::Space).await;
        page.until_is(&checked(GOOGLE), false).await;

        page.chord(Key::Control, 's').await;
        page.until("document.activeElement.id === 'version-name'").await;
        page.until_is("texts('.compare .changes li')", vec!["Resource tenant: Google federation: from on to off"]).await;
        page.enter("[aria-label^='Restore as new: With Google, ']").await;
        page.until_is("all('dialog[open]').length", 0).await;
        page.until_has(NAME, "(With Google)").await;
        page.until_is(&checked(GOOGLE), true).await;

        page.command("Scenarios").await;
        page.until_is("all('.scenario').length", 2).await;
        page.press(Key::Escape).await;
        page.reload().await;
        page.until_has(NAME, "(With Google)").await;
    });
}

#[test]
fn the_first_change_keeps_what_was_opened_and_a_version_is_deleted_and_brought_back() {
    browse(async |browser| {
        let page = browser.visit().await;
        let first = page.js(&format!("return {NAME}")).await;
        rename(&page, "Changed").await;
        saved(&page).await;
        name_version(&page, "Lesson 1").await;
        labels_are(&page, &["Lesson 1", "As opened"]).await;
        let changed = format!("Scenario: renamed from {} to Changed", first.as_str().unwrap());
        page.until_is("texts('[data-version=\"2\"] .changes li')", vec![changed]).await;
        page.until("seen('[data-version=\"2\"] time').dateTime.endsWith('Z')").await;

        page.click_element("all('button').find(button => button.ariaLabel?.startsWith('Name it: As opened'))").await;
        page.until("document.activeElement.id === 'version-1-name'").await;
        page.type_text("Start").await;
        page.press(Key::Enter).await;
        labels_are(&page, &["Lesson 1", "Start"]).await;
        page.until_is("texts('.scenario .tag')", vec!["Named", "Named"]).await;

        page.click_element("all('button').find(button => button.ariaLabel?.startsWith('Delete Start'))").await;
        labels_are(&page, &["Lesson 1"]).await;
        page.until("document.activeElement.id === 'history-undo'").await;
        page.press(Key::Enter).await;
        labels_are(&page, &["Lesson 1", "Start"]).await;

        page.select("#compare-from", "2").await;
        page.select("#compare-to", "1").await;
        page.until_has("text('.compare .changes')", "Scenario: renamed from Changed to ").await;
        page.click_element("all('button').find(button => button.ariaLabel?.startsWith('Download Lesson 1'))").await;
        let file = page.downloaded("changed-lesson-1.redemption.json").await;
        let workspaces = redemption_engine::document::parse(&std::fs::read(file).unwrap()).unwrap();
        assert_eq!(workspaces[0].name, "Changed");

        page.reload().await;
        page.click(".menu--more > summary").await;
        page.click_button(".menu--more", "History").await;
        labels_are(&page, &["Lesson 1", "Start"]).await;
    });
}

#[test]
fn the_versions_of_a_deleted_scenario_come_back_with_it() {
    browse(async |browser| {
        let page = browser.visit().await;
        rename(&page, "Deleted").await;
        name_version(&page, "Lesson 1").await;
        page.press(Key::Escape).await;
        let versions = "Object.keys(localStorage).filter(key => key.startsWith('redemption/hist/')).length";
        page.until_is(versions, 2).await;
        page.command("Scenarios").await;
        page.click_button("dialog[open]", "Delete Deleted").await;
        page.until_is(versions, 0).await;
        page.until("document.activeElement.id === 'scenarios-undo'").await;
        page.press(Key::Enter).await;
        page.until_is(versions, 2).await;
    });
}

#[test]
fn notes_survive_a_reload_and_stand_in_outline_reasons_and_print() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.click(".transport__forward").await;
        page.click_button(".tabs", "Why").await;
        page.click("#step-note").await;
        page.type_text("Ask first").await;
        page.command("Scenarios").await;
        page.click("#scenario-note").await;
        page.type_text("For Monday").await;
        page.press(Key::Escape).await;
        page.until_is(&hint("Undo"), "Undo: Note changed (Ctrl+Z)").await;
        saved(&page).await;

        page.reload().await;
        page.click_button(".tabs", "Why").await;
        page.until_is("seen('#step-note').value", "Ask first").await;
        page.devtools("Emulation.setEmulatedMedia", serde_json::json!({ "media": "print" })).await;
        page.until_has("text('.trainer')", "For Monday").await;
        page.until_has("text('.trainer')", "Ask first").await;
        page.devtools("Emulation.setEmulatedMedia", serde_json::json!({ "media": "" })).await;
        page.until_is("seen('.trainer') === undefined", true).await;
        page.click_element("all('.views__item').find(view => plain(view) === 'Outline')").await;
        page.until_has("text('.trainer')", "For Monday").await;
        page.until_is("texts('.row__note')", vec!["Ask first"]).await;
        page.command("Undo").await;
        page.until_is("all('.trainer').length", 0).await;
        page.until_is("texts('.row__note')", vec!["Ask first"]).await;
    });
}

/// Saves a named version with Ctrl+S. The dialog stays open.
async fn name_version(page: &Page, name: &str) {
    page.chord(Key::Control, 's').await;
    page.until("document.activeElement.id === 'version-name'").await;
    page.type_text(name).await;
    page.press(Key::Enter).await;
    page.until_is("text('.said__text')", format!("Saved {name}.")).await;
}

async fn labels_are(page: &Page, labels: &[&str]) {
    page.until_is("texts('.versions .scenario__name')", labels.to_vec()).await;
}

fn checked(css: &str) -> String {
    format!("document.querySelector({css:?})?.checked")
}

/// What a command of the bar says it does.
fn hint(command: &str) -> String {
    format!("all('.bar__commands button').find(button => plain(button) === '{command}').title")
}
