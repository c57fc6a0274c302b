//! The gallery by keyboard alone: every example opens and is stepped to its end without a pointer.

use browser_tests::{Key, Page, browse};
use redemption_engine::engine::replay;
use redemption_engine::flow::Outcome;
use redemption_engine::presets::{self, Preset, Want};
use redemption_engine::wording;
use strum::IntoEnumIterator;

#[test]
fn every_example_opens_and_is_stepped_to_its_end_by_keyboard_alone() {
    browse(async |browser| {
        let page = browser.visit().await;
        let examples = presets::all();
        assert!(examples.len() > 20);
        for example in &examples {
            open_by_keyboard(&page, example).await;
            step_to_the_end(&page, example).await;
        }
    });
}

#[test]
fn home_and_end_jump_to_the_first_and_the_last_step() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.until_is("seen('.frame').dataset.screen", "invitationMail").await;
        page.skip_to("flow").await;
        page.press(Key::End).await;
        page.until_is("text('.frame__name')", "Apps access panel").await;
        page.press(Key::Home).await;
        page.until_is("seen('.frame').dataset.screen", "invitation").await;
        page.until_has("text('.transport__here')", "1 of ").await;
    });
}

#[test]
fn enter_on_a_check_shows_why_and_the_arrows_move_between_the_checks() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.skip_to("flow").await;
        page.tab_to(".ladder button.node__button").await;
        let first = page.js("return document.activeElement.closest('.node').dataset.node").await;
        page.press(Key::Down).await;
        let second = page.js("return document.activeElement.closest('.node').dataset.node").await;
        assert_ne!(first, second);
        page.press(Key::Up).await;
        page.until_is("document.activeElement.closest('.node').dataset.node", first).await;
        page.press(Key::Down).await;
        page.press(Key::Enter).await;
        page.until_is("seen('.why').dataset.why", second).await;
        page.until("text('.rule__statement')").await;
    });
}

/// Opens the examples, searches for one by its title, and presses its button.
async fn open_by_keyboard(page: &Page, example: &Preset) {
    page.skip_to("flow").await;
    page.tab_back_to(".bar__commands button:first-child").await;
    page.press(Key::Enter).await;
    page.until("seen('dialog[data-dialog=gallery]')?.open").await;
    page.tab_to("#gallery-search").await;
    page.type_text(&example.title).await;
    page.until(&format!("texts('.example__title').includes({:?})", example.title)).await;
    page.enter(&format!("#example-{}", example.id)).await;
    page.until_is("all('dialog[open]').length", 0).await;
    page.until("document.activeElement.matches('.bar__commands button:first-child')").await;
    page.until_is("seen('.context input').value", example.title.as_str()).await;
}

/// From the first attempt, where an example opens, presses the right arrow until there is no further step; the end must be what the documents say about the first guest.
async fn step_to_the_end(page: &Page, example: &Preset) {
    let guest = &example.workspace.guests[0].display_name;
    let want = example.want.iter().find(|want| want.guest == *guest).expect("every guest has an expectation");
    page.until_is("seen('.chapter[aria-current]').dataset.chapter", first_chapter(example).to_string()).await;
    let numbers = page.js("return text('.transport__here').split(' of ').map(Number)").await;
    let (first, last) = (numbers[0].as_u64().unwrap(), numbers[1].as_u64().unwrap());
    assert!(last > 1, "{}: there is nothing to step through", example.id);
    page.skip_to("flow").await;
    for number in first + 1..=last {
        page.press(Key::Right).await;
        page.until_is("text('.transport__here')", format!("{number} of {last}")).await;
    }
    page.press(Key::Right).await;
    page.until_is("text('.transport__here')", format!("{last} of {last}")).await;
    if let Some(screen) = &want.last_screen {
        page.until_is("seen('.frame')?.dataset.screen", screen.as_str()).await;
    }
    page.until_is("text('.status__outcome')", outcome(want)).await;
    let shown = page.js("return text('.status__outcome')").await;
    assert_eq!(shown, outcome(want), "{}", example.id);
}

/// The chapter at which an example opens: the first attempt, or the invitation where nothing follows it.
fn first_chapter(example: &Preset) -> usize {
    let guest = &example.workspace.guests[0];
    replay(&example.workspace.design, guest, &guest.story).first_attempt().unwrap_or_default()
}

/// The status strip for what is expected.
fn outcome(want: &Want) -> &'static str {
    let Some(id) = &want.outcome else { return "Waiting for the guest" };
    let outcome = Outcome::iter().find(|outcome| outcome.id() == id).expect("a known outcome");
    wording::outcome(outcome)
}
