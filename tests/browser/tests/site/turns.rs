//! What would turn an answer: asked for on the card of a check, tried, and taken back.

use browser_tests::browse;

#[test]
fn the_edit_that_turns_an_answer_is_tried_and_taken_back() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.command("Examples").await;
        page.click("#example-no-account-passcode-on").await;
        page.until_is("all('dialog[open]').length", 0).await;
        page.click_button(".tabs", "Why").await;
        page.click_button(".flow__detail", "Every check").await;
        page.click("[data-node='passcodeEnabled'] .node__button").await;
        page.until_is("seen('.why').dataset.why", "passcodeEnabled").await;
        page.until_is("all('.turn').length", 0).await;
        page.click_button(".turns", "What would turn this answer?").await;
        page.until_is("text('.turn__what')", "Turn email one-time passcode off").await;
        page.until_has("text('.turn__then')", "Your administrator: then the answer is").await;
        page.until_is("text('.why__answer strong')", "yes").await;

        page.click("button[aria-label='Try it: Turn email one-time passcode off']").await;
        page.until_is("text('.why__answer strong')", "no").await;
        page.command("Undo").await;
        page.until_is("text('.why__answer strong')", "yes").await;
    });
}

#[test]
fn an_answer_that_no_single_change_turns_says_so() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.click_button(".tabs", "Why").await;
        page.click_button(".flow__detail", "Every check").await;
        page.click("[data-node='automaticRedemption'] .node__button").await;
        page.until_is("seen('.why').dataset.why", "automaticRedemption").await;
        page.click_button(".turns", "What would turn this answer?").await;
        page.until_is("text('.turns p')", "No single change of a setting or an account does.").await;
    });
}
