//! *Golden guests*: what happens is kept by keyboard alone, an edit that changes it is named in the status strip, and the way there leads
//! to the guest and the step.
//!
//! What is expected, checked and exported is tested in the engine.

use browser_tests::{Page, browse};
use fantoccini::key::Key;
use serde_json::json;

use crate::states::open;

/// Two guests who get in with a passcode.
async fn contractors(page: &Page) {
    let scenario = json!({
        "name": "Contractors",
        "design": { "resourceTenant": { "displayName": "Woodgrove", "initialDomain": "woodgrove.onmicrosoft.com" } },
        "guests": [
            { "displayName": "Ravi", "invitedEmail": "ravi@contractor.example" },
            { "displayName": "Uma", "invitedEmail": "uma@consultant.example" },
        ]
    });
    open(page, &scenario).await;
}

async fn open_dialog(page: &Page) {
    page.chord(Key::Control, 'k').await;
    page.until("seen('.palette__item')").await;
    page.type_text("Golden guests").await;
    page.press(Key::Enter).await;
    page.until_is("text('dialog[open] h2')", "Golden guests").await;
}

/// Presses a button of the dialog as somebody without a pointer does.
async fn press(page: &Page, name: &str) {
    page.js(&format!("all('dialog[open] button').find(button => plain(button).startsWith('{name}')).focus()")).await;
    page.press(Key::Enter).await;
}

#[test]
fn what_is_kept_is_named_once_an_edit_changes_it_and_can_be_undone() {
    browse(async |browser| {
        let page = browser.visit().await;
        contractors(&page).await;
        page.until("!seen('.status__golden')").await;
        open_dialog(&page).await;
        press(&page, "Keep all as expected").await;
        page.until_is("texts('.finding__title').map(title => title.slice(1))", json!(["As expected: Ravi", "As expected: Uma"]))
            .await;
        assert_eq!(page.barriers("golden guests").await, Vec::<String>::new());
        page.press(Key::Escape).await;
        page.until_has("text('.status__golden')", "2 ✓ 0 ✗").await;
        page.until_has("text('.status__golden')", "Golden guests: 2 as expected, 0 not").await;

        page.click_button(".setup__parts", "Resource tenant").await;
        page.select("[id='resource.emailOneTimePasscode']", "disabled").await;
        page.until_has("text('.status__golden')", "0 ✓ 2 ✗").await;
        page.until_has("text('.status__miss')", "Not as expected: Ravi").await;
        page.until_has("text('.status__miss')", "was expected to be").await;
        open_dialog(&page).await;
        page.until_has("text('.finding')", "Not as expected: Ravi").await;
        page.until_has("text('dialog[open]')", " at step 2.").await;
        press(&page, "Remove what is expected of Ravi").await;
        page.until_is("all('.finding').length", 1).await;
        press(&page, "Show Uma").await;
        page.until_is("all('dialog[open]').length", 0).await;
        page.until_has("byId('guest-chooser').selectedOptions[0].text", "Uma").await;

        page.command("Undo").await;
        page.until_has("text('.status__golden')", "0 ✓ 2 ✗").await;
        page.command("Undo").await;
        page.until_has("text('.status__golden')", "2 ✓ 0 ✗").await;
        page.until("!seen('.status__miss')").await;
        page.command("Undo").await;
        page.until("!seen('.status__golden')").await;
    });
}

#[test]
fn the_test_plan_and_the_assertions_are_files() {
    browse(async |browser| {
        let page = browser.visit().await;
        contractors(&page).await;
        open_dialog(&page).await;
        press(&page, "Keep as expected: Ravi").await;
        page.until_is("all('.finding').length", 1).await;
        for (summary, file, part) in [
            ("Test plan (Markdown)", "contractors-test-plan.md", "# Test plan: Contractors\n"),
            ("Assertions (PowerShell)", "contractors-assert.ps1", "-Method GET"),
        ] {
            page.click_element(&format!("all('dialog[open] summary').find(summary => plain(summary) === '{summary}')")).await;
            page.click_element(
                "all('dialog[open] details[open] button').filter(button => plain(button).startsWith('Download')).pop()",
            )
            .await;
            let text = std::fs::read_to_string(page.downloaded(file).await).unwrap();
            assert!(text.contains(part), "{file}: {}", text.chars().take(300).collect::<String>());
        }
    });
}
