//! Several tabs with the same scenario: one changes it, the others read along, and nothing is written over.

use browser_tests::{Key, Page, Visit, browse};

use crate::keeping::{rename, saved};
use crate::plain_http::IGNORED;

const NAME: &str = "seen('.context input').value";
const STATE: &str = "seen('.status__saved').dataset.state";

#[test]
fn a_second_tab_reads_along_and_can_still_step() {
    browse(async |browser| {
        let page = browser.visit().await;
        rename(&page, "Shared").await;
        saved(&page).await;
        let (first, second) = page.second_tab().await;
        page.start().await;
        page.until_is(NAME, "Shared").await;
        page.until_is(STATE, "reads").await;
        page.until_has("text('.notices')", "Another tab has this scenario open").await;
        page.until("byId('setup').querySelector('fieldset').disabled").await;
        page.skip_to("flow").await;
        let start = page.js("return parseInt(text('.transport__here'))").await.as_u64().unwrap();
        page.press(Key::Right).await;
        page.until_has("text('.transport__here')", &format!("{} of ", start + 1)).await;
        // What is changed in the first tab arrives in the second one, which stays where it is.
        page.switch(&first).await;
        rename(&page, "Changed over there").await;
        saved(&page).await;
        page.switch(&second).await;
        page.until_is(NAME, "Changed over there").await;
        page.until_has("text('.transport__here')", &format!("{} of ", start + 1)).await;
        // Keys that would change something say why they do not.
        page.chord(Key::Control, 'z').await;
        page.until_has("text('.live')", "open in another tab").await;
        page.until_is(NAME, "Changed over there").await;
    });
}

#[test]
fn a_tab_takes_over_and_the_other_one_reads_along() {
    browse(async |browser| {
        let page = browser.visit().await;
        rename(&page, "Shared").await;
        let (first, second) = page.second_tab().await;
        page.start().await;
        take_over(&page).await;
        rename(&page, "Mine now").await;
        saved(&page).await;
        page.switch(&first).await;
        page.until_is(NAME, "Mine now").await;
        page.until_is(STATE, "reads").await;
        take_over(&page).await;
        rename(&page, "Mine again").await;
        saved(&page).await;
        page.switch(&second).await;
        page.until_is(NAME, "Mine again").await;
        page.until_is(STATE, "reads").await;
    });
}

#[test]
fn a_copy_leaves_the_scenario_to_the_other_tab() {
    browse(async |browser| {
        let page = browser.visit().await;
        rename(&page, "Shared").await;
        saved(&page).await;
        let (first, _) = page.second_tab().await;
        page.start().await;
        page.until_is(STATE, "reads").await;
        page.click_button(".notices", "Make a copy").await;
        page.until_is(NAME, "Shared (copy)").await;
        saved(&page).await;
        rename(&page, "A variant").await;
        saved(&page).await;
        page.command("Scenarios").await;
        page.until_is("texts('.scenario__name').sort()", vec!["A variant", "Shared"]).await;
        page.switch(&first).await;
        page.until_is(NAME, "Shared").await;
        page.until_is(STATE, "saved").await;
    });
}

#[test]
fn the_next_of_three_tabs_changes_it_when_the_first_goes_elsewhere() {
    browse(async |browser| {
        let page = browser.visit().await;
        rename(&page, "Shared").await;
        saved(&page).await;
        let (first, second) = page.second_tab().await;
        page.start().await;
        page.until_is(STATE, "reads").await;
        let (_, third) = page.second_tab().await;
        page.start().await;
        page.until_is(STATE, "reads").await;
        page.switch(&first).await;
        page.command("Scenarios").await;
        page.click("#scenarios-new").await;
        page.until_is(NAME, "New scenario").await;
        page.switch(&second).await;
        page.until_is(STATE, "saved").await;
        rename(&page, "From the second").await;
        saved(&page).await;
        page.switch(&third).await;
        page.until_is(NAME, "From the second").await;
        page.until_is(STATE, "reads").await;
    });
}

/// Where the browser has no locks, as on plain http, two tabs may both change a scenario: neither writes over the other.
#[test]
fn without_locks_work_that_meets_another_tabs_is_kept_as_a_copy() {
    browse(async |browser| {
        let page = browser.open(Visit { plain_http: true, expected_messages: IGNORED, ..Visit::default() }).await;
        // Before the page listens itself, so that a deaf tab hears nothing.
        page.before_each_page("addEventListener('storage', event => window.deaf && event.stopImmediatePropagation())").await;
        page.start().await;
        rename(&page, "Shared").await;
        saved(&page).await;
        let (first, second) = page.second_tab().await;
        page.start().await;
        page.until_is(NAME, "Shared").await;
        // Neither hears of the other until both have changed it.
        page.switch(&first).await;
        page.js("window.deaf = true").await;
        page.switch(&second).await;
        rename(&page, "Theirs").await;
        saved(&page).await;
        page.switch(&first).await;
        rename(&page, "Mine").await;
        page.until_is(STATE, "conflict").await;
        page.click_button(".notice--warning", "Keep mine as a copy").await;
        page.until_is(NAME, "Mine (copy)").await;
        saved(&page).await;
        page.command("Scenarios").await;
        page.until_is("texts('.scenario__name').sort()", vec!["Mine (copy)", "Theirs"]).await;
        page.switch(&second).await;
        page.until_is(NAME, "Theirs").await;
    });
}

#[test]
fn what_is_cleared_in_one_tab_is_not_written_back_by_another() {
    const OURS: &str =
        "Object.keys(localStorage).filter(key => key.startsWith('redemption/doc/') || key.startsWith('redemption/undo/'))";
    browse(async |browser| {
        let page = browser.visit().await;
        rename(&page, "In the first").await;
        saved(&page).await;
        let (first, second) = page.second_tab().await;
        page.start().await;
        page.command("Scenarios").await;
        page.click("#clear-all").await;
        page.until_has("text('#clear-question')", "Another tab keeps what it shows").await;
        page.click_button("#clear-question", "Remove everything").await;
        page.until_is("text('dialog[open] .said__text')", "Everything was removed from this browser.").await;
        page.switch(&first).await;
        page.until_has("text('.notices')", "All data was removed in another tab.").await;
        page.until_is(NAME, "In the first").await;
        page.until_is(OURS, Vec::<String>::new()).await;
        // Leaving it writes nothing either.
        page.reload().await;
        page.until_is(NAME, "Managed Entra guest, default order").await;
        page.until_is(OURS, Vec::<String>::new()).await;
        // What is changed afterwards is kept again.
        rename(&page, "Begun again").await;
        saved(&page).await;
        page.switch(&second).await;
        page.click_button("dialog[open]", "Close").await;
        page.command("Scenarios").await;
        page.until_has("texts('.scenario__name').join()", "Begun again").await;
    });
}

async fn take_over(page: &Page) {
    page.until_is(STATE, "reads").await;
    page.click_button(".notices", "Take over").await;
    page.until("!byId('setup').querySelector('fieldset').disabled").await;
}
