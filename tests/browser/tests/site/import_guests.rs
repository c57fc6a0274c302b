//! Guests from Microsoft Graph: who has redeemed stays so whatever the settings are, and what was assumed stands beside the run.

use browser_tests::{Page, browse, tools};

#[test]
fn an_imported_guest_has_redeemed_and_the_page_says_what_was_assumed() {
    browse(async |browser| {
        let page = browser.visit().await;
        import_guests(&page).await;
        // Google is off in a new scenario, and Quinn has redeemed with it all the same.
        choose_guest(&page, "Quinn").await;
        page.until_is("text('.status__outcome')", "Provider no longer configured").await;
        page.click_button(".setup__parts", "Guest").await;
        page.until_has("text('.panel--setup .imported')", "The guest has redeemed with Google").await;
        page.until_has("text('.panel--setup .imported')", "An administrator invited").await;
        for tab in ["Why", "Directory"] {
            page.click_button(".tabs", tab).await;
            page.until_has("text('.tabs__body .imported')", "Assumed at import").await;
        }
        page.until_is("plain(seen('[data-property=externalUserState] code'))", "Accepted").await;
        page.until_is("texts('.chapters button').length", 1).await;

        page.click_button(".panel--setup", "Begin with the invitation instead").await;
        page.until_is("texts('.chapters button').length", 2).await;
        page.until_is("text('.panel--setup .imported').includes('has redeemed')", false).await;
    });
}

#[test]
fn an_empty_batch_is_told_and_offers_nothing_to_apply() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.command("Import").await;
        page.click("#import-text").await;
        page.paste(r#"{"responses": []}"#).await;
        page.click_button("form.paste", "Read").await;
        page.until_is("text('.import__summary')", "1 not read.").await;
        page.until_has("text('.report')", "the batch has no answers").await;
        page.until_is("texts('.import__reports button').filter(name => name.startsWith('Apply')).length", 0).await;
    });
}

/// The sample of users, in a new scenario.
async fn import_guests(page: &Page) {
    page.command("Scenarios").await;
    page.click("#scenarios-new").await;
    page.until_has("document.querySelector('.context input').value", "New scenario").await;
    page.command("Import").await;
    page.until("seen('#import-text')").await;
    let file = tools::repository("tests/fixtures/graph/users-guests.json");
    page.choose_files("#import-files", &[&file]).await;
    page.until_is("text('.report__name')", "users-guests.json").await;
    page.click_button(".import__reports", "Apply all").await;
    page.until("!texts('.import__reports [role=status]').includes('Nothing is taken yet.')").await;
    page.click_button("dialog[open]", "Close").await;
    page.until_is("all('dialog[open]').length", 0).await;
}

async fn choose_guest(page: &Page, name: &str) {
    let option = format!("return all('#guest-chooser option').find(option => option.textContent.includes('{name}')).value");
    let value = page.js(&option).await;
    page.select("#guest-chooser", value.as_str().unwrap()).await;
}
