//! Travelling through a run: playing by itself, pause points, pages instead of rows, branches, and edits that change the way.

use browser_tests::{Key, Page, browse};

use crate::keeping::saved;

const HERE: &str = "text('.transport__here')";
const NOW: &str = "seen('[aria-current=step]').closest('.node').dataset.node";

#[test]
fn playing_is_asked_for_and_stops_where_the_guest_decides() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.until_is("byId('play').ariaLabel", "Play").await;
        fast(&page).await;
        page.click("#play").await;
        page.until_is("byId('play').ariaLabel", "Pause").await;
        page.until_has("text('.live')", "Paused: the guest decides").await;
        page.until_is(NOW, "reviewPermissions").await;
        page.until_is("byId('play').ariaLabel", "Play").await;
        page.click("#play").await;
        page.until_has("text('.live')", "The end").await;
        page.until_is("byId('play').ariaDisabled", "true").await;
    });
}

#[test]
fn playing_speaks_at_most_every_two_seconds() {
    const LISTEN: &str = "
        window.said = [];
        new MutationObserver(() => window.said.push(performance.now()))
            .observe(seen('.live'), { characterData: true, childList: true, subtree: true });";
    browse(async |browser| {
        let page = browser.visit().await;
        fast(&page).await;
        page.click_button("#transport", "First step").await;
        page.until_has(HERE, "1 of ").await;
        page.js(LISTEN).await;
        page.click("#play").await;
        page.until_has("text('.live')", "Paused: the guest decides").await;
        let said = page.js("return window.said").await;
        let said: Vec<f64> = said.as_array().unwrap().iter().filter_map(serde_json::Value::as_f64).collect();
        assert!(said.len() >= 3, "{said:?}");
        assert!(said.windows(2).all(|two| two[1] - two[0] >= 1900.0), "{said:?}");
    });
}

#[test]
fn playing_waits_while_the_page_is_hidden() {
    const HIDE: &str = "
        Object.defineProperty(document, 'hidden', { configurable: true, get: () => window.away });
        window.leave = away => { window.away = away; document.dispatchEvent(new Event('visibilitychange', { bubbles: true })); };
        window.leave(true);
        window.at = performance.now();
        window.was = text('.transport__here');";
    browse(async |browser| {
        let page = browser.visit().await;
        fast(&page).await;
        page.click_button("#transport", "First step").await;
        page.click("#play").await;
        page.until_has(HERE, "2 of ").await;
        page.js(HIDE).await;
        // Three steps would have been made in this time.
        page.until("performance.now() - window.at > 1000").await;
        page.until("text('.transport__here') === window.was").await;
        page.js("window.leave(false)").await;
        page.until("text('.transport__here') !== window.was").await;
    });
}

#[test]
fn a_phone_shows_the_row_at_the_cursor_when_it_comes_back_to_the_flow() {
    const IN_VIEW: &str = "(row => row.top >= 0 && row.bottom <= byId('transport').getBoundingClientRect().top)
        (seen('#flow-scroll [aria-current=step]').getBoundingClientRect())";
    browse(async |browser| {
        let page = browser.visit().await;
        page.resize(360, 740).await;
        page.until_is("innerWidth", 360).await;
        for view in ["flow", "outline"] {
            page.click_button(".segments", "Flow").await;
            page.click(&format!(".views__item:has([value='{view}'])")).await;
            page.click_button("#transport", "First step").await;
            page.click_button(".segments", "Guest view").await;
            page.click_button("#transport", "Last step").await;
            page.click_button(".segments", "Flow").await;
            page.until(IN_VIEW).await;
        }
    });
}

#[test]
fn a_step_by_hand_pauses() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.click_button("#transport", "First step").await;
        page.click("#play").await;
        page.until_is("byId('play').ariaLabel", "Pause").await;
        page.click(".transport__forward").await;
        page.until_is("byId('play').ariaLabel", "Play").await;
    });
}

#[test]
fn a_pause_point_is_set_by_key_kept_and_stopped_at() {
    browse(async |browser| {
        let page = browser.visit().await;
        let row = ".node[data-node='primary:azureActiveDirectory'] button";
        page.js(&format!("seen(\"{row}\").focus()")).await;
        page.type_text("b").await;
        page.until_has("text('.live')", "Playing pauses at").await;
        page.until("seen('.node[data-node=\"primary:azureActiveDirectory\"]').matches('[data-pause]')").await;
        page.reload().await;
        page.until("seen('.node[data-node=\"primary:azureActiveDirectory\"]').matches('[data-pause]')").await;
        fast(&page).await;
        page.click_button("#transport", "First step").await;
        page.click("#play").await;
        page.until_has("text('.live')", "Paused: pause point").await;
        page.until_is(NOW, "primary:azureActiveDirectory").await;
        page.click(".menu--up summary").await;
        page.until_is("byId('pause-here').ariaPressed", "true").await;
        page.click("#pause-here").await;
        page.until_is("all('.node[data-pause]').length", 0).await;
    });
}

#[test]
fn stepping_by_pages_shows_another_page_each_time() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.click(".menu--up summary").await;
        page.select("#stride", "screens").await;
        page.press(Key::Escape).await;
        page.until_is("document.activeElement.tagName", "SUMMARY").await;
        page.click_button("#transport", "First step").await;
        let all = page.js("return Number(text('.transport__here').split(' of ')[1])").await.as_u64().unwrap();
        assert!((3..10).contains(&all), "{all}");
        for number in 1..=all {
            page.until_is(HERE, format!("{number} of {all}")).await;
            page.until_has("seen('.transport__slider').getAttribute('aria-valuetext')", &format!("Page {number} of {all}: "))
                .await;
            page.until_is("all('[aria-current=step]').length", 1).await;
            page.click(".transport__forward").await;
        }
        page.reload().await;
        page.until_is("byId('stride').value", "screens").await;
    });
}

#[test]
fn the_slider_says_where_it_stands_and_plays_by_space() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.tab_to(".transport__slider").await;
        page.press(Key::Home).await;
        page.until_has("seen('.transport__slider').getAttribute('aria-valuetext')", "Step 1 of ").await;
        page.press(Key::Right).await;
        page.until_has(HERE, "2 of ").await;
        page.until_is("all('.tick').length", page.js("return Number(text('.transport__here').split(' of ')[1])").await).await;
        page.press(Key::Space).await;
        page.until_is("byId('play').ariaLabel", "Pause").await;
        page.press(Key::Space).await;
        page.until_is("byId('play').ariaLabel", "Play").await;
    });
}

#[test]
fn another_choice_leaves_a_branch_that_can_be_gone_back_to() {
    browse(async |browser| {
        let page = browser.visit().await;
        assert_eq!(page.js("return Boolean(seen('.branches'))").await, false);
        decline(&page).await;
        page.until_is("text('.branches__head')", "2 branches of the story").await;
        page.click(".branches__head").await;
        page.until_has("text('[data-branch=\"1\"]')", "Invitation redeemed").await;
        page.until_has("text('[data-branch=\"2\"]')", "Permissions not accepted · now").await;
        saved(&page).await;
        page.reload().await;
        page.until_is("text('.branches__head')", "2 branches of the story").await;
        page.click(".branches__head").await;
        page.until_has("text('[data-branch=\"2\"]')", "Permissions not accepted · now").await;
        page.click("[data-branch='1']").await;
        page.until_is("text('.status__outcome')", "Invitation redeemed").await;
        page.until_has("text('.live')", "Branch 1. ").await;
        page.until_is(NOW, "reviewPermissions").await;
        page.chord(Key::Control, 'z').await;
        page.until_is("text('.status__outcome')", "Permissions not accepted").await;
        page.click_button(".branches", "Remove branch 1").await;
        page.until_is("Boolean(seen('.branches'))", false).await;
    });
}

#[test]
fn an_edit_that_changes_the_way_shows_a_strip_with_the_way_there_and_back() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.click_button("#transport", "Last step").await;
        let at_the_end = page.js("return text('.transport__here')").await;
        page.click_button(".setup__parts", "Resource tenant").await;
        page.click("[id$='.azureActiveDirectory.off']").await;
        page.until_has("text('.diverged__text')", "Settings changed: the path differs from step ").await;
        page.until_is("all('[aria-current=step]').length", 1).await;
        page.click_button(".diverged", "Undo").await;
        page.until_is("Boolean(seen('.diverged'))", false).await;
        page.until_is(HERE, at_the_end).await;
    });
}

#[test]
fn an_edit_before_a_check_that_stays_keeps_the_cursor_and_leads_to_the_difference() {
    browse(async |browser| {
        let page = browser.visit().await;
        to_permissions(&page).await;
        page.click_button(".setup__parts", "Resource tenant").await;
        // The Entra guest signs in all the same, but is looked for after the federations.
        page.click("[id$='.azureActiveDirectory.down']").await;
        page.until_has("text('.diverged__text')", "the path differs from step ").await;
        page.until_is(NOW, "reviewPermissions").await;
        page.click_button(".diverged", "Go there").await;
        page.until("!seen('.diverged')").await;
        page.until_is(NOW, "primary:externalFederation").await;
    });
}

#[test]
fn a_reload_on_the_very_first_step_stays_there() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.click_button("#transport", "First step").await;
        page.until_has(HERE, "1 of ").await;
        saved(&page).await;
        page.reload().await;
        page.until_has(HERE, "1 of ").await;
        page.until_is("seen('.chapter[aria-current]').dataset.chapter", "0").await;
    });
}

#[test]
fn the_page_has_one_polite_live_region() {
    browse(async |browser| {
        let page = browser.visit().await;
        let regions = "all('[role=status], [aria-live], output').filter(element => !element.closest('dialog')).length";
        page.until_is(regions, 1).await;
    });
}

/// Plays at four times the speed.
async fn fast(page: &Page) {
    page.click(".menu--up summary").await;
    page.select("#speed", "fourfold").await;
    page.click(".menu--up summary").await;
    page.until_has("text('.menu--up summary')", "4×").await;
}

async fn to_permissions(page: &Page) {
    page.skip_to("flow").await;
    for _ in 0..40 {
        if page.js(&format!("return {NOW}")).await == "reviewPermissions" {
            return;
        }
        page.press(Key::Right).await;
        page.drawn().await;
    }
    panic!("the guest is not asked for permissions");
}

async fn decline(page: &Page) {
    to_permissions(page).await;
    page.click("[data-act=Decline]").await;
    page.until_is("text('.status__outcome')", "Permissions not accepted").await;
}
