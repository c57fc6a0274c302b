//! *Findings*: what does nothing, whom design B locks out, what is not tried, and the painted flow.
//!
//! What is found is tested in the engine.

use browser_tests::{Key, browse};
use serde_json::{Value, json};

use crate::population::{choose, judge, open_dialog};
use crate::states::open;

/// Passcodes are off in design B: who redeemed with one does not come in again.
fn contractors() -> Value {
    json!({
        "name": "Contractors",
        "design": { "resourceTenant": { "displayName": "Woodgrove", "initialDomain": "woodgrove.onmicrosoft.com" } },
        "secondDesign": { "resourceTenant": {
            "displayName": "Woodgrove", "initialDomain": "woodgrove.onmicrosoft.com", "emailOneTimePasscode": "disabled"
        } },
        "guests": [{ "displayName": "Ravi", "invitedEmail": "ravi@contractor.example" }]
    })
}

#[test]
fn findings_open_as_scenarios_and_coverage_names_what_is_not_tried() {
    browse(async |browser| {
        let page = browser.visit().await;
        open(&page, &contractors()).await;
        page.command("Findings").await;
        page.until_is("text('dialog[open] h2')", "Findings").await;
        page.until_has("text('#findings-locked-out ~ .findings')", "Email one-time passcode").await;
        page.until_is("text('#findings-design')", "In design A").await;
        page.until_is("text('#findings-coverage')", "Coverage of design A").await;
        page.until_has("text('[aria-labelledby=findings-coverage]')", "checks that some guest can reach at a first attempt")
            .await;
        page.until("seen('[aria-labelledby=findings-coverage] .bullets li')").await;
        // Nobody has a session at a first attempt, so that it is no check that such a guest could come to.
        page.until_is("text('[aria-labelledby=findings-coverage]').includes('Session in this browser')", false).await;
        assert_eq!(page.barriers("findings").await, Vec::<String>::new());
        page.click("#load-locked-out-0").await;
        page.until_is("all('dialog[open]').length", 0).await;
        page.until_has("seen('.context input').value", "Contractors: Who redeemed with").await;
    });
}

#[test]
fn the_flow_is_painted_with_the_kinds_of_guests_and_the_same_is_a_list() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.command("Findings").await;
        page.click_button("dialog[open]", "Paint the flow").await;
        page.until("seen('.node[data-warmth=\"4\"]') && seen('.node__count') && seen('.exit__count')").await;
        assert_eq!(page.barriers("the painted flow").await, Vec::<String>::new());
        page.click(".painted summary").await;
        page.until("all('.painted__list > li').length > 10").await;
        let same = page
            .js("const first = seen('.node[data-warmth=\"4\"]');
                const count = first.querySelector('.node__count').textContent;
                return texts('.painted__node').some(item => item.endsWith(count))")
            .await;
        assert_eq!(same, true);
        // The answers that guests take stand below each check, and nothing that nobody comes to.
        page.until("all('.painted__list > li > ul > li').length > 10").await;
        let taken = page
            .js("const count = seen('.exit[data-warmth=\"4\"] .exit__count').textContent.replace('·', '').trim();
                return texts('.painted__list > li > ul > li').some(item => item.includes(`: ${count} kind`))")
            .await;
        assert_eq!(taken, true);
        page.until_is("texts('.painted__list li').some(item => / 0 kinds of guests$/.test(item))", false).await;
        page.tab_to(".painted > .button").await;
        page.press(Key::Enter).await;
        page.until("!seen('.painted') && !seen('[data-warmth]')").await;
    });
}

#[test]
fn findings_and_the_painted_flow_count_the_people_of_the_list() {
    browse(async |browser| {
        let page = browser.visit().await;
        open(&page, &contractors()).await;
        open_dialog(&page).await;
        choose(&page, "guests.csv").await;
        judge(&page).await;
        page.press(Key::Escape).await;
        page.command("Findings").await;
        page.js("seen('input[name=findings-whom][value=list]').click()").await;
        // Omar and Uma have nothing but a passcode; Ravi and Viktor may have something else.
        page.until(
            "all('.finding').some(finding => plain(finding).startsWith('Who redeemed with Email one-time passcode') \
             && plain(finding).includes('2–4 people of the list'))",
        )
        .await;
        page.until("texts('[aria-labelledby=findings-coverage] .bullets li').some(line => / (person|people)$/.test(line))").await;
        assert_eq!(page.barriers("findings with a list").await, Vec::<String>::new());
        page.click_button("dialog[open]", "Paint the flow").await;
        page.until_has("text('.painted')", "more people of the list can come there").await;
        page.until("texts('.node__count').includes('10 people')").await;
        page.js("seen('input[name=painting-whom][value=everybody]').click()").await;
        page.until_has("text('.painted')", "more kinds of guests come there").await;
        page.until("texts('.node__count').some(count => count.endsWith('kinds of guests'))").await;
        assert_eq!(page.barriers("the flow painted with a list").await, Vec::<String>::new());
    });
}
