//! Two tabs with the same scenario: looking does not disturb, and no tab writes over the other's work.

use browser_tests::{Key, browse};

use crate::keeping::{rename, saved};

#[test]
fn looking_in_one_tab_does_not_stop_the_other_from_saving() {
    browse(async |browser| {
        let page = browser.visit().await;
        rename(&page, "Shared").await;
        saved(&page).await;
        let (first, second) = page.second_tab().await;
        page.start().await;
        page.until_is("seen('.context input').value", "Shared").await;
        page.skip_to("flow").await;
        let start = page.js("return parseInt(text('.transport__here'))").await.as_u64().unwrap();
        page.press(Key::Right).await;
        page.until_has("text('.transport__here')", &format!("{} of ", start + 1)).await;
        saved(&page).await;
        page.switch(&first).await;
        rename(&page, "Mine").await;
        saved(&page).await;
        page.switch(&second).await;
        page.until_is("seen('.status__saved').dataset.state", "conflict").await;
    });
}

#[test]
fn work_that_meets_another_tabs_is_kept_as_a_copy() {
    browse(async |browser| {
        let page = browser.visit().await;
        rename(&page, "Shared").await;
        saved(&page).await;
        let (first, second) = page.second_tab().await;
        page.start().await;
        rename(&page, "Theirs").await;
        saved(&page).await;
        page.switch(&first).await;
        page.until_has("text('.notice--warning')", "Another tab has changed this scenario").await;
        page.click_button(".notice--warning", "Keep mine as a copy").await;
        page.until_is("seen('.context input').value", "Shared (copy)").await;
        saved(&page).await;
        page.click_button(".bar__commands", "Scenarios").await;
        page.until_is("texts('.scenario__name').sort()", vec!["Shared (copy)", "Theirs"]).await;
        page.switch(&second).await;
        page.until_is("seen('.context input').value", "Theirs").await;
    });
}
