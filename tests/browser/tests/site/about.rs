//! What the page says of itself: what is left out, which edition and which readings hold, and what another edition changes.

use browser_tests::browse;
use redemption_engine::coverage::not_simulated;
use redemption_engine::rules::Rule;
use serde_json::json;

use crate::states::open;

#[test]
fn about_lists_what_is_not_simulated_with_the_reason_and_where_to_read() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.command("About").await;
        let titles: Vec<&str> = not_simulated().iter().map(|left_out| left_out.title).collect();
        assert!(titles.contains(&"Guests in Teams") && titles.len() > 10);
        page.until_is("texts('.limit__title')", titles).await;
        page.until("all('.limit').every(limit => plain(limit.querySelector('p')).length > 20 && plain(limit.querySelector('.limit__read')).length > 8)")
            .await;
        page.until("all('.limit a').length > 10 && all('.limit a').every(link => link.href.startsWith('https://') && link.rel === 'noreferrer')")
            .await;
        page.until_has("text('dialog[open]')", "The open scenario follows the recommended readings.").await;
        page.until_has(
            "texts('dialog[open] .bullets li').join()",
            "March 2024: the documents as of 2024-03 (used by the open scenario)",
        )
        .await;
        page.click("details.rules summary").await;
        page.until_is("all('.table tbody tr').length", Rule::all().count()).await;
    });
}

#[test]
fn another_edition_says_what_moved_and_can_be_undone() {
    browse(async |browser| {
        let page = browser.visit().await;
        let contact = json!({
            "name": "A contact in the way",
            "design": { "resourceTenant": { "displayName": "Woodgrove", "initialDomain": "woodgrove.onmicrosoft.com" } },
            "guests": [{
                "displayName": "Ravi", "invitedEmail": "ravi@contractor.example", "wayIn": "directLink",
                "invitation": { "contactConflict": true }, "story": ["enterPasscode", "accept"]
            }]
        });
        open(&page, &contact).await;
        page.until_is("text('.status__outcome')", "A contact object is in the way").await;
        page.select("#edition", "2026-04").await;
        page.until_has(
            "text('.notice')",
            "Edition changed to April 2026: another path from “Guest object found” on, in chapter 2.",
        )
        .await;
        page.until_has("text('.notice')", "It ended with: A contact object is in the way. Now: Invitation redeemed.").await;
        page.until_is("text('.status__outcome')", "Invitation redeemed").await;
        page.click_button(".notice", "Undo").await;
        page.until_is("byId('edition').value", "2024-03").await;
        page.until_is("text('.status__outcome')", "A contact object is in the way").await;
        page.until_is("texts('.notice').length", 0).await;
    });
}

#[test]
fn an_edition_without_a_difference_says_so() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.until_is("text('.status__outcome')", "Invitation redeemed").await;
        page.select("#edition", "2026-04").await;
        page.until_has("text('.notice')", "Edition changed to April 2026: ").await;
        page.until_has("text('.notice')", "It ends as before: Invitation redeemed.").await;
    });
}
