//! A guest without any account, walked from the mail to the apps by the buttons of the pages they see, by keyboard.

use browser_tests::{Key, Page, browse};

use crate::states::open;

#[test]
fn a_new_guest_is_walked_from_the_invitation_to_the_app_with_every_mishap_of_the_passcode() {
    browse(async |browser| {
        let page = browser.visit().await;
        open_new_scenario(&page).await;
        page.until_is("text('.status__outcome')", "Waiting for the guest").await;
        directory_says(&page, "PendingAcceptance").await;

        page.skip_to("inspect").await;
        sees(&page, "invitationMail").await;
        presses(&page, ".frame__actions button").await;
        sees(&page, "sendPasscode").await;
        presses(&page, ".frame__actions button").await;
        sees(&page, "enterPasscode").await;
        does(&page, "EnterWrongPasscode").await;
        sees(&page, "wrongPasscode").await;
        does(&page, "Wait(30)").await;
        does(&page, "EnterPasscode").await;
        sees(&page, "passcodeExpired").await;
        does(&page, "ResendPasscode").await;
        sees(&page, "enterPasscode").await;
        directory_says(&page, "PendingAcceptance").await;
        does(&page, "EnterPasscode").await;
        goes_on_to(&page, "reviewPermissions").await;
        directory_says(&page, "PendingAcceptance").await;
        does(&page, "Accept").await;
        goes_on_to(&page, "appsAccessPanel").await;
        page.until_is("text('.status__outcome')", "Invitation redeemed").await;
        directory_says(&page, "Accepted").await;
    });
}

#[test]
fn another_choice_changes_the_end() {
    browse(async |browser| {
        let page = browser.visit().await;
        open_new_scenario(&page).await;
        page.skip_to("inspect").await;
        presses(&page, ".frame__actions button").await;
        sees(&page, "sendPasscode").await;
        presses(&page, ".frame__actions button").await;
        sees(&page, "enterPasscode").await;
        does(&page, "GiveUp").await;
        page.skip_to("flow").await;
        page.press(Key::End).await;
        sees(&page, "stopped").await;
        page.until_is("text('.status__outcome')", "Left without a passcode").await;
        directory_says(&page, "PendingAcceptance").await;
        page.skip_to("inspect").await;
        does(&page, "TryAgain(EmailLink)").await;
        page.until_is("texts('.chapters button').length", 3).await;
        page.until_is("text('.status__outcome')", "Waiting for the guest").await;
    });
}

#[test]
fn before_the_invitation_the_directory_has_no_guest_object() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.click_button(".tabs", "Directory").await;
        page.until_is("texts('.record__state').length", 0).await;
        page.click("[data-chapter='0']").await;
        page.until_has("text('.record__state')", "There is no guest object yet").await;
        page.click_button("#transport", "Last step").await;
        page.until_is("plain(seen('[data-property=externalUserState] code'))", "Accepted").await;
        page.until_is("texts('.record__state').length", 0).await;
    });
}

async fn open_new_scenario(page: &Page) {
    page.skip_to("setup").await;
    page.tab_back_to(".bar__commands button:nth-child(2)").await;
    page.press(Key::Enter).await;
    page.enter("#scenarios-new").await;
    page.until_is("seen('.context input').value", "New scenario").await;
}

async fn sees(page: &Page, screen: &str) {
    page.until_is("seen('.frame')?.dataset.screen", screen).await;
}

/// Presses the button of an act.
async fn does(page: &Page, act: &str) {
    presses(page, &format!(".tabs__body [data-act='{act}']")).await;
}

/// Goes on with Tab to a button and presses Enter. The button goes with its page, but the focus stays in the panel.
async fn presses(page: &Page, css: &str) {
    let place = page.js("return text('.transport__here')").await;
    page.enter(css).await;
    page.until(&format!("text('.transport__here') !== {place}")).await;
    page.until("document.activeElement.id === 'inspect-body'").await;
}

/// Presses the page's own button, where the service has checks to make, until another page comes.
async fn goes_on_to(page: &Page, screen: &str) {
    while page.js("return seen('.frame').dataset.screen").await != screen {
        presses(page, ".frame__actions button").await;
        page.drawn().await;
    }
}

/// Looks into the directory and comes back to the guest's screen, by the arrow keys of the tabs.
async fn directory_says(page: &Page, state: &str) {
    page.skip_to("inspect").await;
    page.tab_to("[role=tab]").await;
    page.press(Key::Right).await;
    page.press(Key::Right).await;
    page.until("document.activeElement.id === 'tab-directory'").await;
    page.until_is("plain(seen('[data-property=externalUserState] code'))", state).await;
    let changed = page.js("return seen('[data-property=externalUserState]').hasAttribute('data-changed')").await;
    assert_eq!(changed, state != "PendingAcceptance");
    page.press(Key::Home).await;
    page.until("document.activeElement.id === 'tab-screen' && seen('.frame')").await;
}

/// Source: `redemption-experience.md`, 2024-03-26, the common endpoint.
#[test]
fn sign_in_to_an_organization_is_a_button_that_leads_to_the_tenants_own_endpoint() {
    let ravi = serde_json::json!({
        "name": "Common endpoint",
        "design": { "resourceTenant": { "displayName": "Woodgrove", "initialDomain": "woodgrove.onmicrosoft.com" } },
        "guests": [{ "displayName": "Ravi", "invitedEmail": "ravi@contractor.example", "wayIn": "commonEndpoint" }]
    });
    browse(async |browser| {
        let page = browser.visit().await;
        open(&page, &ravi).await;
        page.until_is("seen('#inspect .frame').dataset.screen", "commonEndpoint").await;
        page.click_button("#inspect .frame__actions", "Sign in to an organization").await;
        page.until_is("seen('#inspect .frame').dataset.screen", "signInOptions").await;
        page.click_button("#inspect .frame__actions", "Sign in with the email address").await;
        page.until("['sendPasscode', 'enterPasscode'].includes(seen('#inspect .frame').dataset.screen)").await;
        page.command("Undo").await;
        page.command("Undo").await;
        page.click("[data-chapter='1']").await;
        page.until_is("seen('#inspect .frame').dataset.screen", "commonEndpoint").await;
        page.until_is("text('#inspect .frame__actions .button--primary')", "Next").await;
    });
}
