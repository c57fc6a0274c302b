//! Presentation mode: by keyboard and clicker alone, on a projector and on a phone, with the settings over it.

use browser_tests::{Key, Page, Visit, browse};

#[test]
fn a_presentation_is_held_by_keyboard_and_clicker_alone() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.skip_to("flow").await;
        page.tab_back_to(".menu--more > summary").await;
        page.press(Key::Enter).await;
        let place =
            page.js("return all('.menu--more .menu__body button').findIndex(item => plain(item) === 'Present') + 1").await;
        for _ in 0..place.as_u64().unwrap() {
            page.press(Key::Tab).await;
        }
        page.until_is("document.activeElement.textContent", "Present").await;
        page.press(Key::Enter).await;
        page.until("seen('.presenter')").await;
        page.until_is("document.activeElement.id", "flow").await;
        page.until_has("text('.live')", "Presentation. Page Down and Page Up step").await;
        page.until_is("location.hash", "#/present").await;
        for away in [".bar__commands", ".context", "#setup", ".transport", ".status", ".views"] {
            page.until(&format!("!seen('{away}')")).await;
        }

        let (first, last) = here(&page).await;
        page.press(Key::PageDown).await;
        page.until_is("text('.presenter__here')", format!("Step {} of {last}", first + 1)).await;
        page.until("seen('.node[data-state=current], .node[data-state=waiting]')").await;
        page.press(Key::PageUp).await;
        page.until_is("text('.presenter__here')", format!("Step {first} of {last}")).await;

        page.type_text(".").await;
        page.until("seen('dialog.blank')?.open && document.activeElement.matches('.blank__button')").await;
        page.press(Key::PageDown).await;
        page.until("!seen('dialog.blank')").await;
        page.until_is("document.activeElement.id", "flow").await;
        page.until_is("text('.presenter__here')", format!("Step {first} of {last}")).await;
        page.type_text(".").await;
        page.until("seen('dialog.blank')?.open").await;
        page.press(Key::Escape).await;
        page.until("!seen('dialog.blank') && seen('.presenter')").await;

        page.press(Key::Escape).await;
        page.until("!seen('.presenter') && seen('.bar__commands')").await;
        page.until("document.activeElement.matches('.menu--more > summary')").await;
        page.until_is("text('.live')", "Presentation left").await;
        page.until_is("location.hash", "").await;
    });
}

#[test]
fn settings_are_changed_over_a_presentation_and_the_type_is_chosen() {
    browse(async |browser| {
        let page = browser.open(Visit::default()).await;
        page.start_at("#/present").await;
        page.until("seen('.presenter')").await;
        page.tab_to("#present-settings").await;
        page.press(Key::Enter).await;
        page.until("document.activeElement.id === 'setup' && seen('#setup') && seen('.frame')").await;
        page.tab_to("[id='guest.0.displayName']").await;
        page.chord(Key::Control, 'a').await;
        page.type_text("Nora. ").await;
        page.press(Key::Tab).await;
        page.until_has("text('.presenter__what')", "Nora.").await;
        page.press(Key::Escape).await;
        page.until("!seen('#setup') && seen('.presenter')").await;
        page.until_is("document.activeElement.id", "present-settings").await;

        page.until_is("getComputedStyle(document.documentElement).fontSize", "24px").await;
        page.select("#present-size", "largest").await;
        page.until_is("getComputedStyle(document.documentElement).fontSize", "32px").await;
        page.reload().await;
        page.until("seen('.presenter')").await;
        page.until_is("getComputedStyle(document.documentElement).fontSize", "32px").await;
    });
}

#[test]
fn flow_and_guest_stand_side_by_side_on_a_projector_and_one_above_the_other_on_a_phone() {
    browse(async |browser| {
        let page = browser.open(Visit::default()).await;
        page.start_at("#/present").await;
        page.until("seen('.presenter') && seen('.frame')").await;
        let boxes = "const [flow, guest] = ['flow', 'inspect'].map(id => byId(id).getBoundingClientRect());";
        for (width, height, wanted) in [(1920, 1080, "beside"), (1280, 720, "beside"), (360, 740, "below")] {
            page.resize(width, height).await;
            page.until_is("innerWidth", width).await;
            let script =
                format!("{boxes} return guest.left >= flow.right ? 'beside' : guest.top >= flow.bottom ? 'below' : 'over'");
            assert_eq!(page.js(&script).await, wanted, "{width}");
            let over = page.js("return document.documentElement.scrollWidth - innerWidth").await;
            assert!(over.as_i64() <= Some(0), "{width}: {over} pixels too wide");
        }
    });
}

#[test]
fn a_refused_full_screen_is_said_and_the_presentation_goes_on() {
    browse(async |browser| {
        let page = browser.open(Visit::default()).await;
        page.before_each_page("Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('no'))").await;
        page.start_at("#/present").await;
        page.click_button(".presenter", "Full screen").await;
        page.until_has("text('.notice')", "does not give the whole screen").await;
        page.until("seen('.presenter')").await;
    });
}

/// The number of the step and how many there are.
async fn here(page: &Page) -> (u64, u64) {
    let numbers = page.js("return text('.presenter__here').match(/\\d+/g).map(Number)").await;
    (numbers[0].as_u64().unwrap(), numbers[1].as_u64().unwrap())
}
