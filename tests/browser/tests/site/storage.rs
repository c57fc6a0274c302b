//! The browser's storage where it is damaged, full or refused: work goes on, nothing is lost silently.

use browser_tests::server::BLANK;
use browser_tests::{Key, Page, Visit, browse};

const DAMAGED: &str = "{\"format\":1,\"revision\":3,\"workspace\":{\"name\":\"Half a sce";

#[test]
fn a_damaged_record_is_moved_aside_and_offered_for_download() {
    browse(async |browser| {
        let page = browser.open(Visit::default()).await;
        page.go(BLANK).await;
        page.js(&format!("localStorage.setItem('redemption/doc/one/a', {DAMAGED:?})")).await;
        page.start().await;
        page.until_has("text('.notice')", "A saved item could not be read").await;
        page.until_is("localStorage.getItem('redemption/doc/one/a')", serde_json::Value::Null).await;
        page.until_is("JSON.parse(localStorage.getItem('redemption/quarantine/0')).raw", DAMAGED).await;

        page.command("Scenarios").await;
        page.until("seen('.unreadable')").await;
        page.click_button(".unreadable", "Download").await;
        let file = page.downloaded("redemption-quarantine-0.txt").await;
        assert_eq!(std::fs::read_to_string(file).unwrap(), DAMAGED);
        page.click_button(".unreadable", "Remove").await;
        page.until_is("texts('.unreadable').length", 0).await;
        page.until_is("localStorage.getItem('redemption/quarantine/0')", serde_json::Value::Null).await;
    });
}

#[test]
fn what_a_stopped_program_left_opens_as_a_scenario_of_its_own() {
    let preset = redemption_engine::presets::find("partner-with-saml").expect("an example of this name");
    let left = redemption_engine::document::print(std::slice::from_ref(&preset.workspace));
    browse(async |browser| {
        let page = browser.open(Visit::default()).await;
        page.go(BLANK).await;
        page.js(&format!("localStorage.setItem('redemption/rescue', {})", serde_json::json!(left))).await;
        page.start().await;
        page.until_has("text('.notice')", "Your work was recovered").await;
        page.until_is("seen('.context input').value", format!("{} (recovered)", preset.workspace.name)).await;
        page.until_is("localStorage.getItem('redemption/rescue')", serde_json::Value::Null).await;
        page.reload().await;
        page.until_is("seen('.context input').value", format!("{} (recovered)", preset.workspace.name)).await;
    });
}

#[test]
fn a_record_of_a_newer_version_stays_where_it_is() {
    let newer = "{\"format\":99,\"anything\":true}";
    browse(async |browser| {
        let page = browser.open(Visit::default()).await;
        page.go(BLANK).await;
        page.js(&format!("localStorage.setItem('redemption/doc/one/a', {newer:?})")).await;
        page.start().await;
        page.until_has("text('.notice')", "could not be read").await;
        page.command("Scenarios").await;
        page.until_has("text('.unreadable')", "newer version").await;
        page.until_is("localStorage.getItem('redemption/doc/one/a')", newer).await;
    });
}

const FILL: &str = "
    let size = 4 * 1024 * 1024, number = 0;
    while (size >= 1) {
        try { localStorage.setItem('elsewhere/' + number, 'x'.repeat(size)); number++; } catch { size = Math.floor(size / 2); }
    }
    return number;";

#[test]
fn the_oldest_automatic_versions_give_way_in_a_full_storage_and_the_page_says_so() {
    const VERSIONS: &str = "
        const version = (number, kind) => localStorage.setItem('redemption/hist/other/' + number,
            JSON.stringify({ format: 1, kind, label: 'x'.repeat(1000), time: number, revision: 1, hash: '', workspace: {} }));
        for (const number of [1, 2, 3, 4, 5, 6]) version(number, 'automatic');
        version(7, 'named');";
    const KEPT: &str =
        "Object.keys(localStorage).filter(key => key.startsWith('redemption/hist/other/')).map(key => key.at(-1)).sort()";
    browse(async |browser| {
        let page = browser.open(Visit::default()).await;
        page.go(BLANK).await;
        page.js(VERSIONS).await;
        assert!(page.js(FILL).await.as_u64() > Some(1), "nothing was filled");
        page.start().await;
        rename(&page, "Has room").await;
        page.until_has("texts('.notice').join()", "The browser's storage for this site is full. To save your work, ").await;
        page.until_has("texts('.notice').join()", "oldest automatic versions were removed.").await;
        page.until_is("seen('.status__saved').dataset.state", "saved").await;
        // The oldest went first, and the named one never goes.
        let kept = page.js(&format!("return {KEPT}")).await;
        let kept: Vec<&str> = kept.as_array().expect("a list").iter().filter_map(serde_json::Value::as_str).collect();
        assert!(["7", "67", "567", "4567", "34567"].contains(&kept.concat().as_str()), "{kept:?}");
        page.click_button(".notice", "Free space").await;
        page.until("seen('#scenarios-new')").await;
        page.click_button("dialog[open]", "Close").await;
        page.click_button(".notice", "Dismiss").await;
        page.until_is("texts('.notice').length", 0).await;
        page.reload().await;
        page.until_is("seen('.context input').value", "Has room").await;
    });
}

#[test]
fn full_storage_is_said_and_the_page_works_on() {
    browse(async |browser| {
        let page = browser.open(Visit::default()).await;
        page.go(BLANK).await;
        assert!(page.js(FILL).await.as_u64() > Some(1), "nothing was filled");
        page.start().await;
        rename(&page, "Too late").await;
        page.until_has("text('.notice--warning')", "the browser's storage for this site is full").await;
        page.until_is("seen('.status__saved').dataset.state", "notSaved").await;
        works_on(&page).await;
        page.click_button(".notice--warning", "Export").await;
        let exported = std::fs::read_to_string(page.downloaded("too-late.redemption.json").await).unwrap();
        assert!(exported.contains("Too late"), "{exported}");
        // What is not saved is not left without a question.
        page.command("Examples").await;
        page.click("#example-googlemail").await;
        page.until_has("text('#leave-question')", "It is lost if you go on").await;
        page.click_button("#leave-question", "Stay").await;
        page.click_button("dialog[open]", "Close").await;
        page.until_is("seen('.context input').value", "Too late").await;

        // With room again, the next change is kept, and so is everything before it.
        page.js(
            "Object.keys(localStorage).filter(key => key.startsWith('elsewhere/')).forEach(key => localStorage.removeItem(key))",
        )
        .await;
        rename(&page, "In time").await;
        page.until_is("seen('.status__saved').dataset.state", "saved").await;
        page.until_is("texts('.notice--warning').length", 0).await;
        page.reload().await;
        page.until_is("seen('.context input').value", "In time").await;
    });
}

#[test]
fn refused_storage_is_said_and_the_page_works_on() {
    const REFUSE: &str = "Object.defineProperty(window, 'localStorage', {
        get() { throw new DOMException('The operation is insecure.', 'SecurityError'); } });";
    browse(async |browser| {
        let page = browser.open(Visit::default()).await;
        page.before_each_page(REFUSE).await;
        page.start().await;
        page.until_has("text('.notice--warning')", "does not let the page store anything").await;
        page.until_is("seen('.status__saved').dataset.state", "notSaved").await;
        rename(&page, "Only here").await;
        works_on(&page).await;
        page.command("Theme: system").await;
        page.until_is("document.documentElement.dataset.theme", "light").await;
        // As long as the page is open, nothing is lost by opening something else.
        page.command("Examples").await;
        page.click("#example-googlemail").await;
        page.until("seen('.context input').value !== 'Only here'").await;
        rename(&page, "Another").await;
        page.command("Scenarios").await;
        page.click_button("dialog[open]", "Open Only here").await;
        page.until_is("seen('.context input').value", "Only here").await;
    });
}

async fn rename(page: &Page, name: &str) {
    page.click(".context input").await;
    page.chord(Key::Control, 'a').await;
    page.type_text(name).await;
    page.press(Key::Enter).await;
    page.until_is("texts('.live')[0]", "Scenario renamed").await;
}

/// Steps and undoes, as on any day.
async fn works_on(page: &Page) {
    page.skip_to("flow").await;
    page.press(Key::End).await;
    page.until_is("seen('.frame').dataset.screen", "appsAccessPanel").await;
    page.press(Key::Home).await;
    page.until_is("seen('.frame').dataset.screen", "invitation").await;
    let name = page.js("return seen('.context input').value").await;
    page.chord(Key::Control, 'z').await;
    page.until_has("text('.live')", "Undone").await;
    page.chord(Key::Control, 'y').await;
    page.until_is("seen('.context input').value", name).await;
}
