//! *All redemption orders*: required, sorted, put into the forms, compared.
//!
//! Which orders behave the same and which is best is tested in the engine.

use browser_tests::{Key, Page, browse};
use serde_json::json;

use crate::population::{choose, judge, open_dialog};
use crate::states::open;

async fn orders(page: &Page) {
    page.command("All redemption orders").await;
    page.until_is("text('dialog[open] h2')", "All redemption orders").await;
    page.until("seen('.orders tbody tr')").await;
}

const ROWS: &str = "all('.orders tbody tr').length";
const SHUT_OUT: &str = "all('.orders tbody tr').map(row => Number(row.cells[5].textContent.replaceAll(',', '')))";

#[test]
fn what_is_required_leaves_fewer_orders_and_a_column_sorts_them() {
    browse(async |browser| {
        let page = browser.visit().await;
        orders(&page).await;
        let all = page.js(&format!("return {ROWS}")).await.as_u64().unwrap();
        assert!(all > 10, "{all}");
        page.until_is("all('.orders tr[data-now]').length", 1).await;
        assert_eq!(page.barriers("all orders").await, Vec::<String>::new());
        let best_first =
            page.js(&format!("const out = {SHUT_OUT}; return out.every((one, at) => at === 0 || out[at - 1] <= one)")).await;
        assert_eq!(best_first, true);

        page.tab_to("#orders-passcode").await;
        page.press(Key::Space).await;
        page.until(&format!("{ROWS} > 0 && {ROWS} < {all}")).await;
        page.until(
            "all('.orders__switches').every(line => line.textContent.includes('passcode off')) || seen('.orders tbody tr')",
        )
        .await;
        page.press(Key::Space).await;
        page.until_is(ROWS, all).await;

        page.click("[aria-label='Sort by Shut out']").await;
        page.click("[aria-label='Sort by Shut out']").await;
        page.until_is("seen('th[aria-sort=descending]') && plain(seen('th[aria-sort=descending]')).startsWith('Shut out')", true)
            .await;
        let most_first =
            page.js(&format!("const out = {SHUT_OUT}; return out.every((one, at) => at === 0 || out[at - 1] >= one)")).await;
        assert_eq!(most_first, true);
        page.click(".orders details summary").await;
        page.until("seen('.orders__others li')").await;
        page.until("all('.orders__refused').length > 0 || seen('.orders__others')").await;
    });
}

#[test]
fn an_order_is_loaded_as_an_edit_that_can_be_undone_and_compared_as_design_b() {
    browse(async |browser| {
        let page = browser.visit().await;
        orders(&page).await;
        page.click(".orders tbody tr:not([data-now]) button[aria-label^='Load']").await;
        page.until_is("all('dialog[open]').length", 0).await;
        page.until_is(
            "document.querySelector('.bar__commands button[title^=Undo]').title.includes('Redemption order loaded')",
            true,
        )
        .await;
        page.click_button(".bar__commands", "Undo").await;
        orders(&page).await;
        page.click(".orders tbody tr:not([data-now]) button[aria-label^='Compare']").await;
        page.until_is("text('dialog[open] h2')", "Compare A and B").await;
        page.until("seen('.changes li') && seen('.proof__badge')").await;
    });
}

#[test]
fn comparing_while_the_settings_show_design_b_puts_the_order_into_b_and_leaves_a_as_it_is() {
    browse(async |browser| {
        let page = browser.visit().await;
        let mut first = json!({ "displayName": "Woodgrove", "initialDomain": "woodgrove.onmicrosoft.com" });
        let second = first.clone();
        first["emailOneTimePasscode"] = json!("disabled");
        let scenario = json!({
            "name": "Two designs", "design": { "resourceTenant": first }, "secondDesign": { "resourceTenant": second },
            "guests": [{ "displayName": "Ravi", "invitedEmail": "ravi@contractor.example" }]
        });
        open(&page, &scenario).await;
        page.command("Compare A and B").await;
        page.click_button("dialog[open]", "Edit B").await;
        page.until("seen('.second')").await;
        orders(&page).await;
        page.until_has("text('#orders-design')", "What is varied is design B").await;
        page.click(".orders tbody tr:not([data-now]) button[aria-label^='Compare']").await;
        page.until_is("text('dialog[open] h2')", "Compare A and B").await;
        page.until("seen('.changes li')").await;
        page.press(Key::Escape).await;
        page.until("seen('.second')").await;
        page.click_button(".second", "Edit A").await;
        page.until("!seen('.second')").await;
        page.click_button(".setup__parts", "Resource tenant").await;
        page.until_is("byId('resource.emailOneTimePasscode').value", "disabled").await;
    });
}

#[test]
fn the_people_of_a_list_are_counted_in_place_of_every_kind_of_guest() {
    browse(async |browser| {
        let page = browser.visit().await;
        open_dialog(&page).await;
        choose(&page, "guests.csv").await;
        judge(&page).await;
        page.press(Key::Escape).await;
        page.until_is("all('dialog[open]').length", 0).await;
        orders(&page).await;
        let kinds = page.js(&format!("return {ROWS}")).await.as_u64().unwrap();
        page.tab_to("input[name=orders-whom]").await;
        page.press(Key::Right).await;
        page.until_is("plain(seen('input[name=orders-whom]:checked').closest('label'))", "My list (10)").await;
        page.until_has("text('dialog[open]')", "Counted are the 10 people of the list").await;
        page.until("seen('.orders tbody tr')").await;
        // Own account, passcode, new account and shut out are at most all ten.
        let most = page
            .js("return Math.max(...all('.orders tbody tr').flatMap(row => [1, 2, 3, 5].map(at => Number(row.cells[at].textContent.split('–').at(-1)))))")
            .await;
        assert!(most.as_u64().is_some_and(|most| most > 0 && most <= 10), "{most}");
        page.until("texts('.orders td').some(figure => /^\\d+–\\d+$/.test(figure))").await;
        assert_eq!(page.barriers("all orders for a list").await, Vec::<String>::new());
        page.until("[...byId('orders-domain').options].some(option => option.value === 'fourthcoffee.example')").await;
        page.tab_to("#orders-passcode").await;
        page.press(Key::Space).await;
        page.until("seen('.orders tbody tr') || seen('.nothing')").await;
        page.press(Key::Space).await;
        page.until("seen('.orders tbody tr')").await;
        page.click(".orders tbody tr:not([data-now]) button[aria-label^='Compare']").await;
        page.until_is("text('dialog[open] h2')", "Compare A and B").await;
        page.press(Key::Escape).await;
        // Without a list everybody is counted again.
        open_dialog(&page).await;
        page.click_button("dialog[open]", "Forget this list").await;
        page.press(Key::Escape).await;
        orders(&page).await;
        page.until("!seen('input[name=orders-whom]')").await;
        page.until_is(ROWS, kinds).await;
    });
}
