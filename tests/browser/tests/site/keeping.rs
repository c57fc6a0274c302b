//! Work is kept: over a reload, under several names, and through files into another browser.

use browser_tests::server::BLANK;
use browser_tests::{Key, Page, Visit, browse};
use redemption_engine::document;

/// How well the open scenario is kept.
const STATE: &str = "seen('.status__saved').dataset.state";

#[test]
fn a_reload_keeps_scenario_guest_and_place() {
    browse(async |browser| {
        let page = browser.visit().await;
        rename(&page, "Kept").await;
        page.select("#guest-chooser", "3").await;
        page.until_is("seen('[id=\"guest.3.displayName\"]').value", "Ravi").await;
        page.skip_to("flow").await;
        let start = page.js("return parseInt(text('.transport__here'))").await.as_u64().unwrap();
        for _ in 0..3 {
            page.press(Key::Right).await;
        }
        page.until_has("text('.transport__here')", &format!("{} of ", start + 3)).await;
        let place = page.js("return text('.transport__here')").await;
        saved(&page).await;
        page.reload().await;
        page.until_is("seen('.context input').value", "Kept").await;
        page.until_is("byId('guest-chooser').value", "3").await;
        page.until_is("text('.transport__here')", place).await;
        page.until_is("seen('[id=\"guest.3.displayName\"]').value", "Ravi").await;
    });
}

#[test]
fn a_change_just_before_a_reload_is_kept() {
    browse(async |browser| {
        let page = browser.visit().await;
        rename(&page, "At the last moment").await;
        page.reload().await;
        page.until_is("seen('.context input').value", "At the last moment").await;
    });
}

#[test]
fn what_is_being_typed_is_kept_by_saving_and_by_leaving() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.click(".context input").await;
        page.chord(Key::Control, 'a').await;
        page.type_text("Typed and saved").await;
        page.chord(Key::Control, 's').await;
        page.until("document.activeElement.id === 'version-name'").await;
        page.press(Key::Escape).await;
        page.until_is("all('dialog[open]').length", 0).await;
        page.click(".context input").await;
        page.press(Key::End).await;
        page.type_text(" again").await;
        page.reload().await;
        page.until_has("seen('.context input').value", "again").await;
    });
}

#[test]
fn scenarios_are_saved_renamed_duplicated_deleted_and_brought_back() {
    browse(async |browser| {
        let page = browser.visit().await;
        rename(&page, "First").await;
        saved(&page).await;
        page.command("Scenarios").await;
        page.click("#scenarios-new").await;
        page.until_is("seen('.context input').value", "New scenario").await;
        rename(&page, "Second").await;
        saved(&page).await;

        page.command("Scenarios").await;
        names_are(&page, &["Second", "First"]).await;
        page.click_button("dialog[open]", "Rename First").await;
        page.until("document.activeElement.id.startsWith('scenario-name-')").await;
        page.chord(Key::Control, 'a').await;
        page.type_text("Premier").await;
        page.press(Key::Enter).await;
        names_are(&page, &["Second", "Premier"]).await;
        page.click_button("dialog[open]", "Duplicate Premier").await;
        names_are(&page, &["Second", "Premier", "Premier (copy)"]).await;
        page.click_button("dialog[open]", "Delete Premier").await;
        names_are(&page, &["Second", "Premier (copy)"]).await;
        page.until("document.activeElement.id === 'scenarios-undo'").await;
        page.press(Key::Enter).await;
        names_are(&page, &["Second", "Premier", "Premier (copy)"]).await;
        page.click_button("dialog[open]", "Delete Second").await;
        page.until_is("texts('.scenario__name').includes('Second')", false).await;

        page.reload().await;
        page.command("Scenarios").await;
        page.until_is("texts('.scenario__name').toSorted()", vec!["Premier", "Premier (copy)"]).await;
    });
}

#[test]
fn exported_scenarios_open_in_another_browser() {
    browse(async |browser| {
        let page = browser.visit().await;
        rename(&page, "Travels: one").await;
        page.select("#edition", "2021-05").await;
        page.until_has("text('.live')", "Edition changed").await;
        saved(&page).await;
        page.command("Export").await;
        page.click_button("[data-export=scenario]", "Download: This scenario (.redemption.json)").await;
        let one = page.downloaded("travels-one.redemption.json").await;
        page.click_button("dialog[open]", "Close").await;
        page.command("Scenarios").await;
        page.click("#scenarios-new").await;
        rename(&page, "Travels: two").await;
        saved(&page).await;
        page.command("Scenarios").await;
        page.click_button("dialog[open]", "Export all").await;
        let all = page.downloaded("all-scenarios.redemption.json").await;
        let workspaces = document::parse(&std::fs::read(&all).unwrap()).unwrap();
        assert_eq!(
            workspaces.iter().map(|workspace| workspace.name.as_str()).collect::<Vec<_>>(),
            ["Travels: two", "Travels: one"]
        );

        let other = browser.visit().await;
        other.command("Import").await;
        other.choose_files("#import-files", &[&one]).await;
        other.until_is("text('.import__summary')", "1 scenario found.").await;
        // It is shown first, and left without a trace.
        let differs = "text('.report .incoming__differs')";
        other.until_has(differs, "differ from the open scenario, Managed Entra guest, default order.").await;
        other.click_button("dialog[open]", "Compare with mine").await;
        other.until_has("text('#import-0-0-found')", "to Travels: one").await;
        let found = other.barriers("the preview of a file").await;
        assert!(found.is_empty(), "{} barriers:\n{}", found.len(), found.join("\n"));
        other.click_button("dialog[open]", "Cancel").await;
        other.until_is("all('dialog[open]').length", 0).await;
        other.until_is("seen('.context input').value", "Managed Entra guest, default order").await;
        assert_eq!(other.js("return Object.keys(localStorage).filter(key => key.startsWith('redemption/doc/')).length").await, 0);
        // Opened, it is a scenario of its own.
        other.command("Import").await;
        other.choose_files("#import-files", &[&one]).await;
        other.until_is("text('.import__summary')", "1 scenario found.").await;
        other.click_button("dialog[open]", "Open as new").await;
        other.until_is("seen('.context input').value", "Travels: one").await;
        other.until_is("byId('edition').value", "2021-05").await;
        other.command("Import").await;
        other.choose_files("#import-files", &[&all]).await;
        other.until_is("text('.import__summary')", "2 scenarios found.").await;
        other.click_element("all('.report summary').find(summary => plain(summary) === 'Travels: one')").await;
        other.until_has(differs, "It is the same as the open scenario, Travels: one.").await;
        other.click_button("dialog[open]", "Keep all 2 as new").await;
        other.until_has("texts('.report [role=status]').join()", "New under Scenarios: 2 of 2.").await;
        other.reload().await;
        other.until_is("seen('.context input').value", "Travels: one").await;
        other.command("Scenarios").await;
        other.until_is("texts('.scenario__name').toSorted()", vec!["Travels: one", "Travels: one", "Travels: two"]).await;

        // Out again, the file is the same, byte for byte.
        let again = browser.visit().await;
        again.command("Import").await;
        again.choose_files("#import-files", &[&one]).await;
        again.click_button("dialog[open]", "Open as new").await;
        again.until_is("seen('.context input').value", "Travels: one").await;
        again.command("Export").await;
        again.click_button("[data-export=scenario]", "Download: This scenario (.redemption.json)").await;
        let back = again.downloaded("travels-one.redemption.json").await;
        assert_eq!(std::fs::read(one).unwrap(), std::fs::read(back).unwrap());
    });
}

#[test]
fn a_journal_that_does_not_answer_keeps_nobody_waiting_and_is_used_again_when_it_does() {
    browse(async |browser| {
        let page = browser.open(Visit::default()).await;
        page.go(BLANK).await;
        // While another tab waits for a newer version, the browser lets nobody open the database.
        page.js("return new Promise(done => {
                const held = indexedDB.open('redemption', 1);
                held.onupgradeneeded = () => held.result.createObjectStore('journal');
                held.onsuccess = () => {
                    window.held = held.result;
                    const next = indexedDB.open('redemption', 2);
                    next.onblocked = () => done(true);
                    next.onupgradeneeded = () => next.transaction.abort();
                };
            })")
            .await;
        let (first, second) = page.second_tab().await;
        page.start().await;
        rename(&page, "Without an answer").await;
        page.until_is(STATE, "savedPlainly").await;
        page.until_has("text('.status__saved')", "crash").await;
        page.switch(&first).await;
        page.js("held.close()").await;
        page.switch(&second).await;
        rename(&page, "With an answer").await;
        page.until_is(STATE, "saved").await;
    });
}

#[test]
fn the_browser_is_asked_once_to_keep_the_storage_and_only_for_work() {
    browse(async |browser| {
        let page = browser.open(Visit::default()).await;
        page.before_each_page("window.asked = 0; navigator.storage.persist = async () => { asked += 1; return false; }").await;
        page.start().await;
        page.skip_to("flow").await;
        page.press(Key::Right).await;
        page.until("Object.keys(localStorage).some(key => key.startsWith('redemption/doc/'))").await;
        assert_eq!(page.js("return asked").await, 0);
        for name in ["Work", "More work"] {
            rename(&page, name).await;
            saved(&page).await;
        }
        page.until_is("asked", 1).await;
    });
}

pub(crate) async fn rename(page: &Page, name: &str) {
    page.click(".context input").await;
    page.chord(Key::Control, 'a').await;
    page.type_text(name).await;
    page.press(Key::Enter).await;
    // What was announced may be followed by something else at once.
    page.until_has("seen('.bar__commands [title^=Undo]').title", "Scenario renamed").await;
}

pub(crate) async fn saved(page: &Page) {
    page.until_is(STATE, "saved").await;
}

async fn names_are(page: &Page, names: &[&str]) {
    page.until_is("texts('.scenario__name')", names.to_vec()).await;
}
