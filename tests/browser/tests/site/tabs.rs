//! Several tabs with the same scenario: one changes it, the others read along, and nothing is written over.

use browser_tests::{Browser, Key, Page, Visit, browse};
use fantoccini::wd::WindowHandle;

use crate::keeping::{rename, saved};
use crate::plain_http::IGNORED;

pub(crate) const NAME: &str = "seen('.context input').value";
pub(crate) const STATE: &str = "seen('.status__saved').dataset.state";

/// A scenario in two tabs: the first one changes it, the second one is shown and reads along.
pub(crate) async fn shared(browser: &Browser) -> (Page, WindowHandle, WindowHandle) {
    let page = browser.visit().await;
    rename(&page, "Shared").await;
    saved(&page).await;
    let (first, second) = page.second_tab().await;
    page.start().await;
    page.until_is(STATE, "reads").await;
    (page, first, second)
}

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

/// A tab that sees the slots late can write there what it has built on something older. The journal refuses that, and whoever takes over has to go on from
/// what the journal has.
#[test]
fn an_older_record_that_comes_back_into_a_slot_is_not_what_a_tab_goes_on_from() {
    const SLOTS: &str = "Object.entries(localStorage).filter(([key]) => key.startsWith('redemption/doc/'))";
    browse(async |browser| {
        let (page, first, second) = shared(browser).await;
        page.switch(&first).await;
        rename(&page, "Older").await;
        saved(&page).await;
        let older = page.js(&format!("return {SLOTS}")).await;
        assert_eq!(older.as_array().map(Vec::len), Some(2), "{older}");
        rename(&page, "Newer").await;
        saved(&page).await;
        page.switch(&second).await;
        page.until_is(NAME, "Newer").await;
        page.js(&format!("for (const [key, value] of {older}) localStorage.setItem(key, value)")).await;
        take_over(&page).await;
        page.drawn().await;
        page.until_is(NAME, "Newer").await;
        rename(&page, "Newest").await;
        saved(&page).await;
        page.switch(&first).await;
        page.until_is(NAME, "Newest").await;
        page.reload().await;
        page.until_is(NAME, "Newest").await;
    });
}

#[test]
fn a_copy_leaves_the_scenario_to_the_other_tab() {
    browse(async |browser| {
        let (page, first, _) = shared(browser).await;
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
        let (page, first, second) = shared(browser).await;
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

/// Before the page listens itself, so that a deaf tab hears nothing.
const DEAF: &str = "addEventListener('storage', event => window.deaf && event.stopImmediatePropagation());";

/// Where the browser has no locks, as on plain http, two tabs may both change a scenario: neither writes over the other.
#[test]
fn without_locks_work_that_meets_another_tabs_is_kept_as_a_copy() {
    browse(async |browser| {
        let page = browser.open(Visit { plain_http: true, expected_messages: IGNORED, ..Visit::default() }).await;
        page.before_each_page(DEAF).await;
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

#[test]
fn what_was_edited_last_is_not_lost_when_another_tab_takes_over_in_the_middle_of_typing() {
    browse(async |browser| {
        let (page, first, second) = shared(browser).await;
        page.switch(&first).await;
        // One edit that is not saved yet, and a text that is only half typed.
        edit(&page, "Edited just before").await;
        page.click(".context input").await;
        page.press(Key::End).await;
        page.type_text(" and half").await;
        page.switch(&second).await;
        take_over(&page).await;
        page.until_has(NAME, "Edited just before").await;
        rename(&page, "Taken over").await;
        saved(&page).await;
        page.switch(&first).await;
        page.until_is(STATE, "reads").await;
        page.until_is(NAME, "Taken over").await;
    });
}

#[test]
fn a_reader_changes_the_scenario_once_the_tab_that_did_is_closed_and_begins_with_its_last_edit() {
    browse(async |browser| {
        let (page, first, second) = shared(browser).await;
        page.until("all('.notices button').some(button => plain(button) === 'Take over')").await;
        page.switch(&first).await;
        for number in 1..=20 {
            edit(&page, &format!("Edit {number}")).await;
        }
        page.close_tab(&second).await;
        page.until_is(STATE, "saved").await;
        page.until_is(NAME, "Edit 20").await;
        page.until("!seen('.notice')").await;
        rename(&page, "Goes on").await;
        saved(&page).await;
        page.reload().await;
        page.until_is(NAME, "Goes on").await;
    });
}

#[test]
fn a_tab_that_loads_again_leaves_its_turn_to_the_one_that_waits() {
    browse(async |browser| {
        let page = browser.visit().await;
        rename(&page, "Shared").await;
        let (first, second) = page.second_tab().await;
        page.start().await;
        page.until_is(STATE, "reads").await;
        page.switch(&first).await;
        edit(&page, "Before it loads again").await;
        page.reload().await;
        page.until_is(NAME, "Before it loads again").await;
        page.until_is(STATE, "reads").await;
        page.switch(&second).await;
        page.until_is(STATE, "saved").await;
        page.until_is(NAME, "Before it loads again").await;
        rename(&page, "From the second").await;
        saved(&page).await;
        page.switch(&first).await;
        page.until_is(NAME, "From the second").await;
    });
}

#[test]
fn a_reader_undoes_nothing_and_after_taking_over_only_from_what_both_have_seen() {
    browse(async |browser| {
        let page = browser.visit().await;
        rename(&page, "One").await;
        rename(&page, "Two").await;
        saved(&page).await;
        let (first, second) = page.second_tab().await;
        page.start().await;
        page.until_is(STATE, "reads").await;
        page.chord(Key::Control, 'z').await;
        page.until_has("text('.live')", "open in another tab").await;
        page.until_is(NAME, "Two").await;
        take_over(&page).await;
        rename(&page, "Three").await;
        page.command("Undo").await;
        page.until_is(NAME, "Two").await;
        saved(&page).await;
        page.switch(&first).await;
        page.until_is(STATE, "reads").await;
        page.until_is(NAME, "Two").await;
        page.switch(&second).await;
        page.command("Redo").await;
        page.until_is(NAME, "Three").await;
    });
}

#[test]
fn a_scenario_that_is_deleted_in_another_tab_is_kept_by_the_one_that_has_it_open() {
    browse(async |browser| {
        let page = browser.visit().await;
        rename(&page, "Shared").await;
        saved(&page).await;
        let (first, second) = page.second_tab().await;
        page.start().await;
        another_scenario(&page).await;
        page.command("Scenarios").await;
        page.click_button("dialog[open]", "Delete Shared").await;
        page.switch(&first).await;
        page.until_is(NAME, "Shared").await;
        saved(&page).await;
        page.switch(&second).await;
        page.until_has("texts('.scenario__name').join()", "Shared").await;
        page.switch(&first).await;
        rename(&page, "Still mine").await;
        saved(&page).await;
        page.reload().await;
        page.command("Scenarios").await;
        page.until_has("texts('.scenario__name').join()", "Still mine").await;
    });
}

#[test]
fn a_name_that_is_given_in_another_tab_arrives_where_the_scenario_is_open_and_is_edited_on() {
    browse(async |browser| {
        let page = browser.visit().await;
        rename(&page, "Shared").await;
        saved(&page).await;
        let (first, _) = page.second_tab().await;
        page.start().await;
        another_scenario(&page).await;
        page.command("Scenarios").await;
        page.click_button("dialog[open]", "Rename Shared").await;
        page.until("document.activeElement.id.startsWith('scenario-name-')").await;
        page.chord(Key::Control, 'a').await;
        page.type_text("Named elsewhere").await;
        page.press(Key::Enter).await;
        page.until_has("texts('.scenario__name').join()", "Named elsewhere").await;
        page.switch(&first).await;
        page.until_is(NAME, "Named elsewhere").await;
        page.select("#edition", "2021-05").await;
        saved(&page).await;
        page.reload().await;
        // The scenario that was opened last opens first.
        page.until_is(NAME, "Another").await;
        page.command("Scenarios").await;
        page.click_button("dialog[open]", "Open Named elsewhere").await;
        page.until_is(NAME, "Named elsewhere").await;
        page.until_is("byId('edition').value", "2021-05").await;
    });
}

/// A record as format 2 wrote it, of a tab in which an older version of the page is still open.
#[test]
fn what_a_tab_with_an_older_version_of_the_page_saves_is_read_and_edited_on() {
    let older = include_str!("../../../documents/record-2.json").trim_end();
    browse(async |browser| {
        let page = browser.visit().await;
        rename(&page, "Mine").await;
        saved(&page).await;
        let (first, _) = page.second_tab().await;
        page.go(browser_tests::server::BLANK).await;
        page.js(&format!(
            "const key = Object.keys(localStorage).find(key => key.startsWith('redemption/doc/'));
            localStorage.setItem(key.slice(0, -1) + 'b', {})",
            serde_json::json!(older)
        ))
        .await;
        page.switch(&first).await;
        page.until_is(NAME, "Woodgrove, week one").await;
        rename(&page, "Edited on").await;
        saved(&page).await;
        page.reload().await;
        page.until_is(NAME, "Edited on").await;
        page.until_has("byId('guest-chooser').selectedOptions[0].text", "Ravi").await;
    });
}

/// A browser that has no locks to give.
pub(crate) const NO_LOCKS: &str = "Object.defineProperty(Navigator.prototype, 'locks', { value: undefined });";

#[test]
fn without_locks_on_https_two_tabs_that_change_one_scenario_are_told_and_can_take_the_others_version() {
    browse(async |browser| {
        let page = browser.open(Visit::default()).await;
        page.before_each_page(&format!("{NO_LOCKS} {DEAF}")).await;
        page.start().await;
        rename(&page, "Shared").await;
        saved(&page).await;
        let (first, second) = page.second_tab().await;
        page.before_each_page(NO_LOCKS).await;
        page.start().await;
        page.until_is(NAME, "Shared").await;
        page.until_is(STATE, "saved").await;
        page.switch(&first).await;
        page.js("window.deaf = true").await;
        page.switch(&second).await;
        rename(&page, "Theirs").await;
        saved(&page).await;
        page.switch(&first).await;
        rename(&page, "Mine").await;
        page.until_is(STATE, "conflict").await;
        page.until_has("text('.notice--warning')", "This tab no longer saves over it.").await;
        page.click_button(".notice--warning", "Load that version").await;
        page.until_is(NAME, "Theirs").await;
        page.until_is(STATE, "saved").await;
        page.switch(&second).await;
        page.until_is(NAME, "Theirs").await;
        page.until_is(STATE, "saved").await;
    });
}

/// Opens another scenario in this tab.
async fn another_scenario(page: &Page) {
    page.command("Scenarios").await;
    page.click("#scenarios-new").await;
    page.until_is(NAME, "New scenario").await;
    rename(page, "Another").await;
    saved(page).await;
}

/// Gives the scenario a name and waits for nothing.
async fn edit(page: &Page, name: &str) {
    page.js(&format!("const field = seen('.context input'); field.value = '{name}'; field.dispatchEvent(new Event('change', {{ bubbles: true }}))")).await;
}

pub(crate) async fn take_over(page: &Page) {
    page.until_is(STATE, "reads").await;
    page.click_button(".notices", "Take over").await;
    page.until("!byId('setup').querySelector('fieldset').disabled").await;
}
