//! A story over weeks, played by the buttons of the page: what is done between two attempts, and what the page keeps of it.

use browser_tests::{Key, Page, browse};

use crate::keeping::saved;
use crate::states::step_to_screen;

#[test]
fn a_story_over_weeks_is_played_by_buttons_kept_and_taken_back() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.command("Scenarios").await;
        page.click("#scenarios-new").await;
        page.until_is("seen('.context input').value", "New scenario").await;
        chapters_are(&page, &["1 Invitation", "2 First attempt: mail link"]).await;

        // The guest leaves the invitation lying for forty days.
        page.click("[data-chapter='0']").await;
        directory_says(&page, "There is no guest object yet: this is what the invitation would make.").await;
        step_to_the_end(&page).await;
        page.until_is("seen('.frame').dataset.screen", "invitationSent").await;
        page.until_is("text('.next__now')", "Simulated time: 2024-03-26 09:00").await;
        does(&page, "time", "LetTimePass(57600)").await;
        chapters_are(&page, &["1 Invitation", "2 Wait 40 days", "3 First attempt: mail link"]).await;
        page.until_is("text('.next__now')", "Simulated time: 2024-05-05 09:00").await;
        does(&page, "yourAdministrator", "ResendInvitation").await;
        page.until_has("text('.frame')", "Resend invitation").await;
        state_is(&page, "PendingAcceptance").await;

        // They come by the mail and redeem with a passcode.
        does(&page, "guest", "TryAgain(EmailLink)").await;
        page.until_is("seen('.frame').dataset.screen", "invitationMail").await;
        presses(&page, "Accept invitation").await;
        page.until_is("seen('.frame').dataset.screen", "sendPasscode").await;
        presses(&page, "Send code").await;
        page.until_is("seen('.frame').dataset.screen", "enterPasscode").await;
        acts(&page, "EnterPasscode").await;
        step_to_screen(&page, "reviewPermissions").await;
        acts(&page, "Accept").await;
        page.click_button("#transport", "Last step").await;
        page.until_is("text('.status__outcome')", "Invitation redeemed").await;
        state_is(&page, "Accepted").await;

        // Without the passcode they are locked out until the redemption is reset.
        does(&page, "time", "LetTimePass(57600)").await;
        does(&page, "yourAdministrator", "Change(EmailOneTimePasscode(Disabled))").await;
        does(&page, "guest", "TryAgain(DirectLink)").await;
        page.click_button("#transport", "Last step").await;
        page.until_is("text('.status__outcome')", "Provider no longer configured").await;
        page.until_is("seen('.frame').dataset.screen", "error").await;
        state_is(&page, "Accepted").await;
        does(&page, "yourAdministrator", "ResetRedemption").await;
        state_is(&page, "PendingAcceptance").await;
        does(&page, "guest", "TryAgain(EmailLink)").await;
        step_to_screen(&page, "createMicrosoftAccount").await;
        acts(&page, "CreateAccount").await;
        step_to_screen(&page, "reviewPermissions").await;
        acts(&page, "Accept").await;
        page.click_button("#transport", "Last step").await;
        page.until_is("text('.status__outcome')", "Invitation redeemed").await;
        state_is(&page, "Accepted").await;

        let names = [
            "1 Invitation",
            "2 Wait 40 days",
            "3 Resend invitation",
            "4 First attempt: mail link",
            "5 Wait 40 days",
            "6 Turn email one-time passcode off",
            "7 Attempt 2: direct link",
            "8 Reset redemption status",
            "9 Attempt 3: mail link",
        ];
        chapters_are(&page, &names).await;
        let ends = ["done", "done", "done", "in", "done", "done", "stopped", "done", "in"];
        page.until_is("all('.chapter').map(chapter => chapter.dataset.end)", ends.to_vec()).await;
        page.until_is(
            "texts('.chapter__begins').filter((time, at, times) => times.indexOf(time) === at)",
            vec!["2024-03-26 09:00", "2024-05-05 09:00", "2024-06-14 09:00"],
        )
        .await;

        // Everything is there after a reload; undo takes back the last thing that was done, and no more.
        let place = page.js("return text('.transport__here')").await;
        saved(&page).await;
        page.reload().await;
        chapters_are(&page, &names).await;
        page.until_is("text('.transport__here')", place).await;
        page.until_is("seen('.chapter[aria-current]').dataset.chapter", "8").await;
        page.until_is("text('.status__outcome')", "Invitation redeemed").await;
    });
}

#[test]
fn undo_takes_back_the_last_thing_that_was_done() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.click_button("#transport", "Last step").await;
        does(&page, "time", "LetTimePass(1440)").await;
        does(&page, "yourAdministrator", "DeleteGuest").await;
        chapters_are(&page, &["1 Invitation", "2 First attempt: mail link", "3 Wait 1 day", "4 Delete the guest"]).await;
        directory_says(&page, "The guest object is deleted and can be restored. These were its properties.").await;
        page.command("Undo").await;
        chapters_are(&page, &["1 Invitation", "2 First attempt: mail link", "3 Wait 1 day"]).await;
        page.until_has("text('.live')", "Undone: Your administrator: ").await;
        page.command("Undo").await;
        chapters_are(&page, &["1 Invitation", "2 First attempt: mail link"]).await;
        page.until_is("text('.status__outcome')", "Invitation redeemed").await;
        page.command("Redo").await;
        page.command("Redo").await;
        chapters_are(&page, &["1 Invitation", "2 First attempt: mail link", "3 Wait 1 day", "4 Delete the guest"]).await;
    });
}

#[test]
fn what_the_service_does_not_offer_now_says_why_when_it_is_tried() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.click_button("#transport", "Last step").await;
        page.until_is("text('.status__outcome')", "Invitation redeemed").await;
        unfold(&page, "yourAdministrator", "RestoreGuest").await;
        page.until_has("text(\"details:has([data-act='RestoreGuest']) .next__note\")", "Not offered as things are").await;
        does(&page, "yourAdministrator", "RestoreGuest").await;
        page.until_is("seen('.chapter[aria-current]').dataset.end", "stopped").await;
        page.until_has("text('.frame')", "This cannot be done with the guest as they are now.").await;
        page.click_button(".tabs", "Why").await;
        page.until("seen('.rule[data-rule]') && text('.rule__statement')").await;
    });
}

#[test]
fn a_wait_of_any_number_of_days_can_be_typed() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.click_button("#transport", "Last step").await;
        unfold(&page, "time", "LetTimePass").await;
        page.click("#next-days").await;
        page.chord(Key::Control, 'a').await;
        page.type_text("12").await;
        page.press(Key::Tab).await;
        page.click_button(".next__wait", "Wait 12 days").await;
        page.until_is("texts('.chapter__name').at(-1)", "3 Wait 12 days").await;
        page.until_is("text('.next__now')", "Simulated time: 2024-04-07 09:00").await;
    });
}

async fn chapters_are(page: &Page, names: &[&str]) {
    page.until_is("texts('.chapter__name')", names.to_vec()).await;
}

async fn step_to_the_end(page: &Page) {
    while page.js("return Boolean(seen('.next'))").await != true {
        page.click(".transport__forward").await;
        page.drawn().await;
    }
}

/// Unfolds the group in which an act is offered.
async fn unfold(page: &Page, doer: &str, act: &str) {
    page.click_button(".tabs", "Guest screen").await;
    let group = format!("document.querySelector(\"[data-doer='{doer}']:has([data-act='{act}'])\")");
    page.until(&group).await;
    if page.js(&format!("return {group}.open")).await != true {
        page.click_element(&format!("{group}.querySelector('summary')")).await;
    }
}

/// Lets somebody do something between two attempts.
async fn does(page: &Page, doer: &str, act: &str) {
    unfold(page, doer, act).await;
    acts(page, act).await;
}

/// Presses the button of an act; another place is shown then.
async fn acts(page: &Page, act: &str) {
    let place = page.js("return text('.transport__here')").await;
    page.click(&format!(".tabs__body [data-act='{act}']")).await;
    page.until(&format!("text('.transport__here') !== {place}")).await;
}

/// Presses the page's own button.
async fn presses(page: &Page, label: &str) {
    let place = page.js("return text('.transport__here')").await;
    page.click_button(".frame__actions", label).await;
    page.until(&format!("text('.transport__here') !== {place}")).await;
}

async fn state_is(page: &Page, state: &str) {
    page.click_button(".tabs", "Directory").await;
    page.until_is("plain(seen('[data-property=externalUserState] code'))", state).await;
    page.click_button(".tabs", "Guest screen").await;
}

async fn directory_says(page: &Page, note: &str) {
    page.click_button(".tabs", "Directory").await;
    page.until_is("text('.record__state')", note).await;
    page.click_button(".tabs", "Guest screen").await;
}
