//! *What would have to change*: the sets of changes are found beside the page, tried, taken back and opened on their own.
//!
//! Which sets there are is tested in the engine.

use browser_tests::{Key, Page, browse};
use redemption_engine::analysis::question::{Answer, Question, ToldWay, Wish, answer};
use redemption_engine::presets;

/// Parts of the dialog that are wider than they can show.
const TOO_WIDE: &str = "[document.scrollingElement, seen('dialog[open]'), seen('.modal__body')]
    .filter(part => part.scrollWidth > part.clientWidth).length";

const PRESET: &str = "outbound-blocked";

/// What the engine says of the guest of the example.
fn ways(goal: Wish) -> Vec<ToldWay> {
    let workspace = presets::find(PRESET).unwrap().workspace;
    let guest = Box::new(workspace.guests[0].clone());
    let Answer::Ways { ways, .. } = answer(&Question::Ways { design: Box::new(workspace.design), guest, goal }, |_, _| {}) else {
        panic!("no ways")
    };
    ways
}

/// Opens the example, and what would have to change from the card of the end.
async fn at_the_end(page: &Page) {
    page.command("Examples").await;
    page.click(&format!("#example-{PRESET}")).await;
    page.until_is("all('dialog[open]').length", 0).await;
    page.click_button(".tabs", "Why").await;
    page.click(".transport__button[aria-label='Last step']").await;
    page.click_button(".why", "What would have to change").await;
    page.until_is("text('dialog[open] h2')", "What would have to change").await;
}

#[test]
fn the_smallest_sets_of_changes_are_listed_by_who_can_make_them_tried_and_taken_back() {
    let expected = ways(Wish::In);
    let first = expected.first().expect("access can be opened").clone();
    browse(async |browser| {
        let page = browser.visit().await;
        at_the_end(&page).await;
        let before = page.js("return text('.status__outcome')").await;
        page.until_is("all('.reach__way').length", expected.len()).await;
        page.until_is("text('.reach h3')", first.who.clone().unwrap_or_default()).await;
        page.until_is("text('.reach__way li')", first.words[0].clone()).await;
        assert_eq!(page.barriers("what would have to change").await, Vec::<String>::new());
        page.tab_to(".reach__way .button").await;
        page.press(Key::Enter).await;
        page.until_is("all('dialog[open]').length", 0).await;
        page.until(&format!("text('.status__outcome') !== {before}")).await;
        page.command("Undo").await;
        page.until(&format!("text('.status__outcome') === {before}")).await;
    });
}

#[test]
fn another_goal_is_looked_for_and_a_way_opens_as_a_scenario_of_its_own() {
    use redemption_engine::design::IdentityProvider;
    let goal = IdentityProvider::EmailOneTimePasscode;
    let expected = ways(Wish::Provider(goal));
    assert!(!expected.is_empty());
    browse(async |browser| {
        let page = browser.visit().await;
        at_the_end(&page).await;
        page.select("#ways-goal", &format!("provider-{}", <&str>::from(goal))).await;
        page.until_is("all('.reach__way').length", expected.len()).await;
        page.select("#ways-goal", "in").await;
        page.until("seen('#open-way-0-0')").await;
        page.click("#open-way-0-0").await;
        page.until_is("all('dialog[open]').length", 0).await;
        let name = presets::find(PRESET).unwrap().workspace.name;
        page.until(&format!("seen('.context input').value.startsWith({})", serde_json::json!(format!("{name}: ")))).await;
    });
}

#[test]
fn a_check_that_the_guest_does_not_come_to_is_the_goal_and_a_narrow_window_shows_all_of_it() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.click_button(".tabs", "Why").await;
        page.click_button(".flow__detail", "Every check").await;
        page.click("[data-node='passcodeEnabled'] .node__button").await;
        page.until_is("seen('.why').dataset.why", "passcodeEnabled").await;
        page.click_button(".why", "What would have to change").await;
        page.until_is("seen('#ways-goal').value", "node-passcodeEnabled").await;
        page.until_has("plain(seen('#ways-goal').selectedOptions[0])", "The guest comes to: ").await;
        page.until("seen('.reach__way')").await;
        page.resize(320, 640).await;
        page.until_is(TOO_WIDE, 0).await;
        page.js("document.querySelector('.modal__body').scrollTo(0, 10000)").await;
        page.until_is(TOO_WIDE, 0).await;
    });
}
