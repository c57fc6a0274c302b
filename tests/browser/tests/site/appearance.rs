//! How the guest's pages are drawn: frame, colours, branding and language are the reader's choice, kept by the browser and no part of
//! the scenario.

use browser_tests::{Key, Page, browse};
use serde_json::{Value, json};

use crate::colours::switch_theme;
use crate::layout::{SIDEWAYS, complain};
use crate::palette::look_for;
use crate::states::{open, show_panel, step_to_screen};

/// A guest of a federated partner who prefers this language and comes by the direct link.
fn partners_guest(language: &str) -> Value {
    json!({
        "name": "Partner",
        "design": {"resourceTenant": {
            "displayName": "Woodgrove", "initialDomain": "woodgrove.onmicrosoft.com",
            "federations": [{"displayName": "Tailspin", "issuerUri": "http://sts.tailspin.example/trust", "domains": ["tailspin.example"]}],
            "termsOfUse": [{"displayName": "Guest terms", "isViewingBeforeAcceptanceRequired": true}],
        }},
        "guests": [{"displayName": "Paula", "invitedEmail": "paula@tailspin.example", "wayIn": "directLink",
            "person": {"partnerAccount": true, "preferredLanguage": language}, "story": ["accept", "openDocument", "accept"]}],
    })
}

#[test]
fn the_reader_chooses_frame_colours_and_language_and_the_browser_keeps_them() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.click_button("#transport", "Last step").await;
        page.until_is("seen('#inspect .frame').lang", "en").await;
        let paper = "getComputedStyle(seen('#inspect .frame__page')).backgroundColor";
        let around = "getComputedStyle(seen('#inspect .frame__caption')).backgroundColor";
        switch_theme(&page, "light").await;
        let (light, outside) = (page.js(&format!("return {paper}")).await, page.js(&format!("return {around}")).await);
        page.click("#inspect .look > summary").await;
        page.select("#look-device", "phone").await;
        page.select("#look-colours", "dark").await;
        page.select("#look-language", "german").await;
        page.until_is("seen('#inspect .frame').lang", "de").await;
        page.until_is("seen('#inspect .frame').dataset.device", "phone").await;
        page.until("seen('#inspect .frame').getBoundingClientRect().width <= 360").await;
        page.until(&format!("{paper} !== {light}")).await;
        page.until_is(around, outside).await;
        page.until_has("text('#inspect .frame__page')", "Hier stehen die Apps").await;
        page.until("all('.bar__commands .button').find(button => plain(button).startsWith('Undo')).getAttribute('aria-disabled') === 'true'").await;
        page.reload().await;
        page.until_is("seen('#inspect .frame').dataset.device", "phone").await;
        page.click_button("#transport", "Last step").await;
        page.until_is("seen('#inspect .frame').lang", "de").await;
    });
}

#[test]
fn a_page_is_in_the_guests_own_language_until_the_reader_chooses_another_and_the_storyboard_follows() {
    browse(async |browser| {
        let page = browser.visit().await;
        open(&page, &partners_guest("de-AT")).await;
        step_to(&page, "reviewPermissions").await;
        page.until_is("text('#inspect .sheet__title')", "Berechtigungen überprüfen").await;
        page.until_is("texts('#inspect .frame__actions .button').join()", "Akzeptieren,Abbrechen").await;
        page.click(".views__item:has([value='storyboard'])").await;
        page.until("all('.board .frame[lang=de]').length >= 4").await;
        page.until_is("all('.board .frame[lang=de]').filter(frame => frame.dataset.screen.startsWith('invitation')).length", 0)
            .await;
        page.click("#inspect .look > summary").await;
        page.select("#look-language", "english").await;
        page.until_is("text('#inspect .sheet__title')", "Review permissions").await;
        page.until_is("all('.board .frame[lang=de]').length", 0).await;
    });
}

#[test]
fn branding_is_drawn_where_a_page_carries_it_and_can_be_left_out() {
    browse(async |browser| {
        let page = browser.visit().await;
        open(&page, &partners_guest("en")).await;
        step_to(&page, "enterEmail").await;
        page.until_has("text('#inspect .frame__brand')", "Woodgrove").await;
        step_to(&page, "partnerSignIn").await;
        page.until_has("text('#inspect .frame__brand')", "Tailspin").await;
        page.click("#inspect .look > summary").await;
        page.click("#look-branding").await;
        page.until_is("all('#inspect .frame__brand').length", 0).await;
        page.until("seen('#inspect .frame[data-screen=partnerSignIn] .frame__ribbon')").await;
    });
}

#[test]
fn every_exit_without_a_button_is_listed_below_the_page_with_what_it_leads_to() {
    browse(async |browser| {
        let page = browser.visit().await;
        open(&page, &partners_guest("en")).await;
        step_to(&page, "partnerSignIn").await;
        page.click(".ways__more > summary").await;
        page.until_has("text('.ways__more')", "ends with: Mail claim missing").await;
        page.click(".bar__commands button:nth-child(2)").await;
        page.click("#scenarios-new").await;
        page.until_is("seen('.context input').value", "New scenario").await;
        step_to(&page, "enterPasscode").await;
        let acts = "all('.ways__list > li:has([data-act])').map(way => plain(way)).join('; ')";
        page.until_has(acts, "Close the page").await;
        page.until_has(acts, "ends with: Left without a passcode").await;
        page.until_has(acts, "leads to: Wrong passcode").await;
    });
}

#[test]
fn in_every_frame_and_language_the_pages_fit_a_narrow_window_and_bar_nobody() {
    browse(async |browser| {
        let page = browser.visit().await;
        open(&page, &partners_guest("de")).await;
        let mut found = Vec::new();
        for (width, height) in [(320, 640), (1280, 800)] {
            page.resize(width, height).await;
            page.until_is("innerWidth", width).await;
            for device in ["phone", "desktop"] {
                show_panel(&page, "Guest view").await;
                page.js("all('#inspect .look').forEach(fold => fold.open = true)").await;
                page.until("seen('#look-device')").await;
                page.select("#look-device", device).await;
                for (theme, colours) in [("light", "dark"), ("dark", "light")] {
                    switch_theme(&page, theme).await;
                    show_panel(&page, "Guest view").await;
                    page.select("#look-colours", colours).await;
                    page.click(".transport__button[aria-label='First step']").await;
                    for screen in ["enterEmail", "partnerSignIn", "reviewPermissions", "termsOfUse", "appsAccessPanel"] {
                        step_to(&page, screen).await;
                        show_panel(&page, "Guest view").await;
                        let place = format!("{width}, {device}, {colours} on {theme}, {screen}");
                        complain(&page, SIDEWAYS, &place, &mut found).await;
                        if width == 1280 || colours == "dark" {
                            found.extend(page.barriers(&place).await);
                        }
                    }
                }
            }
        }
        assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
    });
}

/// Steps on, over the ends of chapters too, until the guest sees a page.
async fn step_to(page: &Page, screen: &str) {
    step_to_screen(page, screen).await;
}

#[test]
fn tablet_and_desktop_differ_in_width_and_in_the_bar() {
    const WIDTH: &str = "seen('#inspect .frame').getBoundingClientRect().width";
    browse(async |browser| {
        let page = browser.visit().await;
        for (width, height) in [(1440, 900), (1100, 800), (360, 740)] {
            page.resize(width, height).await;
            page.until_is("innerWidth", width).await;
            look_for(&page, "Guest's page: desktop").await;
            page.press(Key::Enter).await;
            page.until_is("seen('#inspect .frame')?.dataset.device", "desktop").await;
            page.until("seen('#inspect .frame__tabs')").await;
            let desktop = page.js(&format!("return {WIDTH}")).await.as_f64().unwrap();
            look_for(&page, "Guest's page: tablet").await;
            page.press(Key::Enter).await;
            page.until_is("seen('#inspect .frame')?.dataset.device", "tablet").await;
            page.until_is("Boolean(seen('#inspect .frame__tabs'))", false).await;
            let tablet = page.js(&format!("return {WIDTH}")).await.as_f64().unwrap();
            assert!(tablet <= desktop - 20.0, "{width}: {tablet} and {desktop}");
        }
    });
}
