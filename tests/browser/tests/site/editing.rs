//! Changes and the way back: undo and redo, and the editor of the redemption order.

use browser_tests::{Key, Page, browse};

const GOOGLE: &str = "[id='resource.googleFederation']";

#[test]
fn an_edit_is_undone_and_redone_by_keys() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.click_button(".setup__parts", "Resource tenant").await;
        page.until_is(&checked(GOOGLE), true).await;
        page.tab_to(GOOGLE).await;
        page.press(Key::Space).await;
        page.until_is(&checked(GOOGLE), false).await;
        page.until("seen('.changed') && !plain(seen('.group:has([id=\"resource.googleFederation\"])')).includes('(changed)')")
            .await;
        page.chord(Key::Control, 'z').await;
        page.until_is(&checked(GOOGLE), true).await;
        page.until_has("text('.live')", "Undone").await;
        page.chord(Key::Control, 'y').await;
        page.until_is(&checked(GOOGLE), false).await;
        page.until_has("text('.live')", "Done again").await;
        page.chord(Key::Control, 'z').await;
        page.until_is(&checked(GOOGLE), true).await;
    });
}

#[test]
fn a_choice_of_the_guest_is_undone_and_redone_by_keys() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.until_is("text('.status__outcome')", "Invitation redeemed").await;
        page.skip_to("flow").await;
        while page.js("return seen('.frame').dataset.screen").await != "reviewPermissions" {
            page.press(Key::Right).await;
            page.drawn().await;
        }
        page.skip_to("inspect").await;
        page.enter("[data-act=Decline]").await;
        page.until_is("text('.status__outcome')", "Permissions not accepted").await;
        page.chord(Key::Control, 'z').await;
        page.until_is("text('.status__outcome')", "Invitation redeemed").await;
        page.chord(Key::Control, 'y').await;
        page.until_is("text('.status__outcome')", "Permissions not accepted").await;
    });
}

#[test]
fn undo_in_a_text_field_is_left_to_the_field() {
    browse(async |browser| {
        let page = browser.visit().await;
        let name = "[id='guest.0.displayName']";
        page.tab_to(name).await;
        page.type_text(" of Adatum").await;
        page.chord(Key::Control, 'z').await;
        page.until_is("seen('.context input').value", "Managed Entra guest, default order").await;
        page.press(Key::Tab).await;
        page.chord(Key::Shift, Key::Tab).await;
        assert!(page.has_focus(name).await);
    });
}

#[test]
fn a_provider_is_moved_by_keyboard_and_the_focus_goes_along() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.click_button(".setup__parts", "Resource tenant").await;
        order_is(&page, &["Microsoft Entra ID", "SAML/WS-Fed identity providers", "Social identity providers"]).await;
        let up = "[id$='.externalFederation.up']";
        page.tab_to(up).await;
        // The row with the focus is not taken out of the page: a screen reader would lose its place.
        page.js("globalThis.lost = 0;
            document.querySelector('ol.order__list').addEventListener('focusout', () => globalThis.lost += 1)")
            .await;
        page.press(Key::Enter).await;
        order_is(&page, &["SAML/WS-Fed identity providers", "Microsoft Entra ID", "Social identity providers"]).await;
        page.until(&focused(up)).await;
        assert_eq!(page.js("return globalThis.lost").await, 0);
        page.until_has("text('.live')", "SAML/WS-Fed moved to position 1 of 3").await;
        // At the top there is nothing left to do, and the focus stays.
        page.press(Key::Enter).await;
        page.until_has("text('.live')", "already first").await;
        page.until(&focused(up)).await;
        // The ladder follows.
        let rows = page.js("return all('.node[data-node^=\"primary:\"]').map(node => node.dataset.node)").await;
        assert_eq!(rows[0], "primary:externalFederation");

        // To the end, past both others, and back.
        let down = "[id$='.externalFederation.down']";
        page.tab_to(down).await;
        page.js("globalThis.lost = 0").await;
        page.press(Key::Enter).await;
        page.press(Key::Enter).await;
        order_is(&page, &["Microsoft Entra ID", "Social identity providers", "SAML/WS-Fed identity providers"]).await;
        page.until(&focused(down)).await;
        assert_eq!(page.js("return globalThis.lost").await, 0);
        for _ in 0..2 {
            page.click_button(".bar__commands", "Undo").await;
        }
        order_is(&page, &["SAML/WS-Fed identity providers", "Microsoft Entra ID", "Social identity providers"]).await;

        let off = "[id$='.socialIdentityProviders.off']";
        page.tab_to(off).await;
        page.press(Key::Enter).await;
        order_is(&page, &["SAML/WS-Fed identity providers", "Microsoft Entra ID"]).await;
        page.until(&focused("[id$='.socialIdentityProviders.on']")).await;
        page.press(Key::Enter).await;
        order_is(&page, &["SAML/WS-Fed identity providers", "Microsoft Entra ID", "Social identity providers"]).await;
        page.until(&focused(off)).await;
    });
}

#[test]
fn the_last_fallback_provider_cannot_be_turned_off() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.click_button(".setup__parts", "Resource tenant").await;
        let account = "[id$='.microsoftAccount'][type=checkbox]";
        let passcode = "[id$='.emailOneTimePasscode'][type=checkbox]";
        page.until_is(&format!("[{}, {}]", checked(account), checked(passcode)), vec![true, true]).await;
        page.tab_to(account).await;
        page.press(Key::Space).await;
        page.until_is(&checked(account), false).await;
        page.tab_to(passcode).await;
        page.press(Key::Space).await;
        let message = "At least one fallback identity provider must stay on.";
        page.until("text('.live')").await;
        page.until_is("texts('.field__error').find(text => text)", format!("RDM-114 {message}")).await;
        page.until_is("text('.live')", message).await;
        page.until_is(&format!("[{}, {}]", checked(account), checked(passcode)), vec![false, true]).await;
        page.until(&focused(passcode)).await;
    });
}

async fn order_is(page: &Page, names: &[&str]) {
    let numbered: Vec<String> = names.iter().enumerate().map(|(position, name)| format!("{}{name}", position + 1)).collect();
    let rows = "texts('ol.order__list .order__name').map(name => name.replace(/^(\\d) /, '$1'))";
    page.until_is(rows, numbered).await;
}

fn checked(css: &str) -> String {
    format!("document.querySelector(\"{css}\")?.checked")
}

fn focused(css: &str) -> String {
    format!("document.activeElement.matches(\"{css}\")")
}
