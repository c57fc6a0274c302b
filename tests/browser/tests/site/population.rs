//! *Population*: a list of invitees is read beside the page, looked through by keyboard, stopped, taken along, and kept nowhere.
//!
//! What becomes of the rows is tested in the engine.

use std::path::PathBuf;

use browser_tests::{Key, Page, browse};
use serde_json::{Value, json};

use crate::states::open;

/// How many rows the long list has.
const MANY: u32 = 1_000_000;

/// No task of the page may keep it from answering for longer, in milliseconds.
const LONGEST_TASK: f64 = 200.0;

fn list(name: &str) -> PathBuf {
    let lists = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../engine/tests/analysis/lists");
    // The driver takes no path with `..` in it.
    lists.join(name).canonicalize().expect("the list is there")
}

pub(crate) async fn open_dialog(page: &Page) {
    page.chord(Key::Control, 'k').await;
    page.until("seen('.palette__item')").await;
    page.type_text("Population").await;
    page.press(Key::Enter).await;
    page.until_is("text('dialog[open] h2')", "Population").await;
}

pub(crate) async fn choose(page: &Page, name: &str) {
    page.choose_files("#list-file", &[&list(name)]).await;
    page.until("seen('#list-columns')").await;
}

async fn press(page: &Page, name: &str) {
    page.click_button("dialog[open]", name).await;
}

pub(crate) async fn judge(page: &Page) {
    press(page, "Read and judge the list").await;
    page.until("seen('#list-result')").await;
}

/// Gives the page a list of so many rows, made by script as a browser would hand over a file.
async fn choose_many(page: &Page, rows: u32) {
    page.js(&format!(
        "const parts = ['email,entra,msa,google\\n'];
         for (let from = 0; from < {rows}; from += 10000) {{
           let text = '';
           for (let row = from; row < Math.min(from + 10000, {rows}); row += 1)
             text += `person${{row}}@org${{row % 97}}.example,${{row % 4 ? 'none' : 'managed'}},no,no\\n`;
           parts.push(text);
         }}
         const data = new DataTransfer();
         data.items.add(new File(parts, 'many.csv', {{ type: 'text/csv' }}));
         const input = byId('list-file');
         input.files = data.files;
         input.dispatchEvent(new Event('change', {{ bubbles: true }}));"
    ))
    .await;
    page.until("seen('#list-columns')").await;
}

#[test]
fn the_sample_list_is_counted_with_ranges_and_a_row_is_loaded_by_keyboard_alone() {
    browse(async |browser| {
        let page = browser.visit().await;
        open_dialog(&page).await;
        choose(&page, "guests.csv").await;
        page.until_is("byId('list-column-0').value", "email").await;
        page.js("all('dialog[open] button').find(button => plain(button) === 'Read and judge the list').focus()").await;
        page.press(Key::Enter).await;
        page.until_is("text('#list-result')", "What becomes of 10 addresses").await;
        // Nina, Priya and Wei are managed; Viktor may be.
        page.until_is("plain(all('.counts tr').find(row => plain(row).startsWith('In with a work account')).cells[1])", "3–4")
            .await;
        page.until_is(
            "plain(all('.counts tr').find(row => plain(row).startsWith('In with a work account')).cells[2])",
            "30–40 %",
        )
        .await;
        page.until_is("text('#list-row-0 td')", "nina@adatum.example").await;
        page.until_has("all('#list-row-0 td')[1].title", "In with a work account (").await;
        page.js("byId('list-grid').focus()").await;
        page.press(Key::End).await;
        page.until_is("text('#list-grid [aria-selected=true] td')", "wei@fourthcoffee.example").await;
        page.press(Key::Up).await;
        page.until_is("text('#list-grid [aria-selected=true] td')", "viktor@wingtip.example").await;
        page.until_is("document.activeElement.id", "list-grid").await;
        page.press(Key::Enter).await;
        page.until_is("text('dialog[open] h4')", "viktor@wingtip.example").await;
        page.until_is("document.activeElement.id", "list-person").await;
        page.press(Key::Tab).await;
        page.until_is("plain(document.activeElement)", "Back to the rows").await;
        page.press(Key::Enter).await;
        page.until_is("document.activeElement.id", "list-grid").await;
        page.press(Key::Enter).await;
        page.until_is("document.activeElement.id", "list-person").await;
        page.until("all('.people__one').length > 1").await;
        page.js("all('.people__one button')[0].focus()").await;
        page.press(Key::Enter).await;
        page.until_is("all('dialog[open]').length", 0).await;
        page.until_has("byId('guest-chooser').selectedOptions[0].text", "Viktor").await;
        // The list is still there, and says that the settings are others now.
        open_dialog(&page).await;
        page.until_has("text('dialog[open] .list__open')", "guests.csv").await;
        press(&page, "Forget this list").await;
        page.until("seen('#list-file')").await;
        page.until("!seen('#list-result')").await;
    });
}

#[test]
fn bad_rows_and_repeated_ones_are_told_and_taken_along_guarded_raw_and_anonymous() {
    browse(async |browser| {
        let page = browser.visit().await;
        open_dialog(&page).await;
        choose(&page, "untidy.csv").await;
        judge(&page).await;
        page.until_has("text('dialog[open]')", "3 rows cannot be read and were rejected.").await;
        page.until_has("text('dialog[open]')", "line 6, nina@adatum.example").await;
        page.click_element("all('dialog[open] summary').find(summary => plain(summary).startsWith('The first of them'))").await;
        page.until_has("text('dialog[open]')", "Line 5: msa: `maybe` is none of yes, no, unknown").await;
        press(&page, "Download rejected rows").await;
        let rejected = std::fs::read_to_string(page.downloaded("untidy-rejected.csv").await).unwrap();
        assert!(rejected.contains("5,\"msa: `maybe` is none of yes, no, unknown\""), "{rejected}");
        press(&page, "Download rows (CSV)").await;
        let rows = std::fs::read_to_string(page.downloaded("untidy-results.csv").await).unwrap();
        assert!(rows.contains("nina@adatum.example,Nina"), "{rows}");
        page.click("#list-anonymous").await;
        page.click("#list-raw").await;
        page.until_has("text('dialog[open]')", "may calculate it").await;
        press(&page, "Download rows (CSV)").await;
        let rows = std::fs::read_to_string(page.downloaded("untidy-results-anonymous.csv").await).unwrap();
        assert!(rows.contains("user001@adatum.example") && !rows.contains("nina@"), "{rows}");
        press(&page, "Download summary (Markdown)").await;
        let summary = std::fs::read_to_string(page.downloaded("untidy-summary.md").await).unwrap();
        assert!(summary.starts_with("# What becomes of the invitees\n"), "{summary}");
    });
}

#[test]
fn pasted_text_is_mapped_by_hand_and_a_mismatch_is_told() {
    browse(async |browser| {
        let page = browser.visit().await;
        open_dialog(&page).await;
        page.click("#list-text").await;
        page.paste("Contact mail;Work\nnina@adatum.example;managed\n").await;
        press(&page, "Open the text").await;
        page.until_has("text('dialog[open]')", "choose which column holds the invited address: none is called `email`").await;
        page.select("#list-column-0", "email").await;
        page.select("#list-column-1", "entra").await;
        judge(&page).await;
        page.until_is("text('#list-result')", "What becomes of one address").await;
    });
}

#[test]
fn a_row_that_is_clicked_is_shown_and_the_arrow_keys_go_on_from_it() {
    browse(async |browser| {
        let page = browser.visit().await;
        open_dialog(&page).await;
        choose(&page, "guests.csv").await;
        judge(&page).await;
        page.until_is("text('#list-row-0 td')", "nina@adatum.example").await;
        page.click("#list-row-2").await;
        page.until_is("text('dialog[open] h4')", "priya@fabrikam.example").await;
        page.until_is("document.activeElement.id", "list-grid").await;
        page.press(Key::Down).await;
        page.until_is("text('#list-grid [aria-selected=true] td')", "quinn.freelance@gmail.com").await;
        page.until_is("document.activeElement.id", "list-grid").await;
    });
}

#[test]
fn design_b_is_counted_beside_a() {
    browse(async |browser| {
        let page = browser.visit().await;
        let woodgrove = json!({ "displayName": "Woodgrove", "initialDomain": "woodgrove.onmicrosoft.com" });
        let mut without = woodgrove.clone();
        without["emailOneTimePasscode"] = json!("disabled");
        let scenario = json!({
            "name": "Two designs", "design": { "resourceTenant": woodgrove }, "secondDesign": { "resourceTenant": without },
            "guests": [{ "displayName": "Ravi", "invitedEmail": "ravi@contractor.example" }]
        });
        open(&page, &scenario).await;
        open_dialog(&page).await;
        choose(&page, "guests.csv").await;
        judge(&page).await;
        page.select("#list-by", "change").await;
        page.until("all('.counts tbody tr').length > 0").await;
        page.until("[...byId('list-filter').options].some(option => option.text === 'Rows that change from A to B')").await;
        page.until_is("texts('#list-grid th')", json!(["Address", "A", "B", "Change", "Tags"])).await;
    });
}

#[test]
fn a_million_rows_are_counted_while_the_page_answers() {
    browse(async |browser| {
        let page = browser.visit().await;
        open_dialog(&page).await;
        choose_many(&page, MANY).await;
        page.js(
            "window.longest = 0;
             new PerformanceObserver(list => list.getEntries().forEach(entry => { window.longest = Math.max(window.longest, entry.duration); }))
               .observe({ type: 'longtask' });
             window.began = performance.now();",
        )
        .await;
        press(&page, "Read and judge the list").await;
        page.until("seen('dialog[open] progress')").await;
        page.js("window.watch = setInterval(() => { if (byId('list-result')) { window.took = performance.now() - window.began; clearInterval(window.watch); } }, 20);").await;
        let mut took = Value::Null;
        for _ in 0..12 {
            took = page.js("return new Promise(done => setTimeout(() => done(window.took ?? null), 1000))").await;
            if took != Value::Null {
                break;
            }
        }
        let longest = page.js("return window.longest").await.as_f64().unwrap();
        println!("{MANY} rows: {took} ms, longest task {longest} ms");
        page.until_is("text('#list-result')", "What becomes of 1,000,000 addresses").await;
        let row = |name: &str| format!("plain(all('.counts tr').find(row => plain(row).startsWith('{name}')).cells[1])");
        page.until_is(&row("In with a work account"), "250,000").await;
        page.until_is(&row("In with one-time passcodes"), "750,000").await;
        assert!(longest <= LONGEST_TASK, "a task of the page took {longest} ms");

        page.js("byId('list-grid').focus()").await;
        page.press(Key::End).await;
        page.until_is("text('#list-grid [aria-selected=true] td')", format!("person{}@org{}.example", MANY - 1, (MANY - 1) % 97))
            .await;
        page.press(Key::Up).await;
        page.until_is("text('#list-grid [aria-selected=true] td')", format!("person{}@org{}.example", MANY - 2, (MANY - 2) % 97))
            .await;
        page.js("const rows = all('.invitees')[0]; rows.scrollTop = rows.scrollHeight / 2").await;
        page.until("Number((text('#list-row-0 td').match(/person(\\d+)/) ?? [])[1]) > 400000").await;
        let nodes = page.js("return document.querySelectorAll('dialog[open] *').length").await;
        assert!(nodes.as_u64().unwrap() < 600, "{nodes} elements for a million rows");
    });
}

/// Presses *Cancel* in the frame in which the bar first shows that some rows are read, and answers how many bytes of how many it shows.
const CANCEL_IN_MID_RUN: &str = "return new Promise(done => {
    const look = () => {
        const bar = seen('dialog[open] .list__bar');
        if (!bar || bar.value === 0) return requestAnimationFrame(look);
        const shown = [bar.value, bar.max];
        all('dialog[open] button').find(button => plain(button) === 'Cancel').click();
        done(shown);
    };
    look();
});";

#[test]
fn a_run_is_stopped_in_the_middle_says_how_far_it_was_and_is_begun_again() {
    browse(async |browser| {
        let page = browser.visit().await;
        open_dialog(&page).await;
        choose_many(&page, MANY).await;
        press(&page, "Read and judge the list").await;
        let shown = page.js(CANCEL_IN_MID_RUN).await;
        let (read, all) = (shown[0].as_f64().unwrap(), shown[1].as_f64().unwrap());
        assert!(0.0 < read && read < all, "{read} bytes of {all} were read when it was cancelled");
        let said = format!("Cancelled when {} % of the list were read. Nothing was counted", (read * 100.0 / all).floor());
        page.until_has("text('dialog[open]')", &said).await;
        page.until_has("text('dialog[open] .list__open')", "many.csv").await;
        page.until("!seen('dialog[open] progress')").await;
        page.until("!seen('#list-result')").await;
        judge(&page).await;
        page.until_is("text('#list-result')", "What becomes of 1,000,000 addresses").await;
    });
}

#[test]
fn an_address_of_the_list_is_in_no_storage_no_link_and_gone_with_the_page() {
    browse(async |browser| {
        let page = browser.visit().await;
        open_dialog(&page).await;
        page.click("#list-text").await;
        page.paste("email,entra\ncanary@sparrow.example,none\n").await;
        press(&page, "Open the text").await;
        page.until("seen('#list-columns')").await;
        judge(&page).await;
        page.until_is("text('#list-row-0 td')", "canary@sparrow.example").await;
        page.click("#list-row-0").await;
        page.until_is("text('dialog[open] h4')", "canary@sparrow.example").await;
        let found = page
            .js("const kept = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), location.href, document.title, JSON.stringify(history.state)];
                 return (async () => {
                   for (const { name } of await indexedDB.databases()) {
                     const base = await new Promise((done, fail) => { const open = indexedDB.open(name); open.onsuccess = () => done(open.result); open.onerror = fail; });
                     for (const store of base.objectStoreNames) {
                       const all = await new Promise(done => { const get = base.transaction(store).objectStore(store).getAll(); get.onsuccess = () => done(get.result); });
                       kept.push(new TextDecoder().decode(new TextEncoder().encode(JSON.stringify(all))));
                     }
                     base.close();
                   }
                   for (const key of await caches.keys()) for (const request of await (await caches.open(key)).keys()) kept.push(request.url);
                   return kept.filter(text => /canary|sparrow/.test(text));
                 })();")
            .await;
        assert_eq!(found, json!([]));
        page.reload().await;
        open_dialog(&page).await;
        page.until("seen('#list-file')").await;
        page.until("!seen('#list-result')").await;
    });
}

#[test]
fn axe_finds_nothing_in_light_and_dark_colours_wide_and_narrow() {
    browse(async |browser| {
        let page = browser.visit().await;
        open_dialog(&page).await;
        choose(&page, "guests.csv").await;
        judge(&page).await;
        page.click("#list-row-8").await;
        page.until("seen('.people__one')").await;
        let mut found = Vec::new();
        for theme in ["light", "dark"] {
            page.devtools(
                "Emulation.setEmulatedMedia",
                json!({ "features": [{ "name": "prefers-color-scheme", "value": theme }] }),
            )
            .await;
            for (width, height) in [(1280, 800), (320, 640)] {
                page.resize(width, height).await;
                found.extend(page.barriers(&format!("population, {theme}, {width}")).await);
                let wide = page.js("return document.querySelector('dialog[open]').scrollWidth - document.querySelector('dialog[open]').clientWidth").await;
                assert_eq!(wide, 0, "the dialog scrolls sideways at {width}");
            }
        }
        assert_eq!(found, Vec::<String>::new());
    });
}
