//! What is left when the program, or the part that works beside the page, stops in the middle: the page says so, the work is there
//! after one click, and what was asked can be asked again.
//!
//! Nothing in the page is made for these tests: the browser it runs in is one that fails.

use browser_tests::{Page, Visit, browse};
use serde_json::Value;

const NAME: &str = "seen('.context input').value";

/// From here on the browser makes no elements any more, as when it has no memory for them.
const NO_ELEMENTS: &str = "
    const refuse = () => { throw new DOMException('no element', 'UnknownError'); };
    Document.prototype.createElement = refuse;
    Document.prototype.createElementNS = refuse;
    Document.prototype.importNode = refuse;
    Node.prototype.cloneNode = refuse;";

/// From here on nothing is stored, except what a stopped program leaves.
const ONLY_THE_RESCUE: &str = "
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, value) {
        if (key !== 'redemption/rescue') throw new DOMException('full', 'QuotaExceededError');
        set.call(this, key, value);
    };";

async fn rename(page: &Page, name: &str) {
    page.js(&format!(
        "const name = seen('.context input'); name.value = '{name}'; name.dispatchEvent(new Event('change', {{ bubbles: true }}))"
    ))
    .await;
    page.until_is(NAME, name).await;
}

#[test]
fn a_panic_while_a_click_is_handled_shows_the_reason_and_one_click_brings_the_work_back() {
    browse(async |browser| {
        let expected_messages = &["panicked at", "unreachable", "no element", "RuntimeError"];
        let page = browser.open(Visit { expected_messages, ..Visit::default() }).await;
        page.start().await;
        page.js(ONLY_THE_RESCUE).await;
        rename(&page, "Not stored anywhere").await;
        page.until_is("seen('.status__saved').dataset.state", "notSaved").await;
        page.until_is("byId('stopped').hidden", true).await;
        page.js(NO_ELEMENTS).await;
        page.js("byId('tab-why').click()").await;
        page.until_is("text('#stopped h2')", "The page has stopped").await;
        page.until_has("text('#stopped-reason')", "panicked at").await;
        page.until_has("text('#stopped-reason')", "Your work was kept").await;
        page.until_is("seen('#page') ?? null", Value::Null).await;
        page.click("#stopped a").await;
        page.until("document.documentElement.hasAttribute('data-started')").await;
        page.until_is(NAME, "Not stored anywhere (recovered)").await;
        page.until_has("text('.notices')", "Your work was recovered").await;
        page.until_is("localStorage.getItem('redemption/rescue')", Value::Null).await;
        page.click("#tab-why").await;
        page.until_has("text('#inspect-body')", "Rule ").await;
    });
}

#[test]
fn a_program_that_is_cut_short_without_a_word_is_told_of_and_what_was_saved_is_kept() {
    // The memory at the end of the address space is not there.
    const TRAP: &str = "
        const program = all('link[rel=modulepreload]').map(link => link.href).find(address => address.endsWith('/program.js'));
        const { default: started } = await import(program);
        const wasm = await started();
        setTimeout(() => wasm.__wbindgen_realloc(0xfffffff0, 16, 32, 8));";
    browse(async |browser| {
        let page = browser.open(Visit { expected_messages: &["memory access out of bounds"], ..Visit::default() }).await;
        page.start().await;
        rename(&page, "Saved before").await;
        page.until_is("seen('.status__saved').dataset.state", "saved").await;
        page.js(&format!("return (async () => {{ {TRAP} }})()")).await;
        page.until_has("text('#stopped-reason')", "The program was cut short: memory access out of bounds.").await;
        page.until_is("seen('#page') ?? null", Value::Null).await;
        page.click("#stopped a").await;
        page.until("document.documentElement.hasAttribute('data-started')").await;
        page.until_is(NAME, "Saved before").await;
    });
}

#[test]
fn a_worker_that_dies_over_a_question_is_told_of_and_the_next_one_answers() {
    const WATCHED: &str = "
        window.workers = [];
        const Real = Worker;
        window.Worker = class extends Real {
            constructor(...given) {
                super(...given);
                this.said = 0;
                this.addEventListener('message', () => this.said++);
                workers.push(this);
            }
        };";
    browse(async |browser| {
        let page = browser.open(Visit::default()).await;
        page.before_each_page(WATCHED).await;
        page.start().await;
        page.command("All redemption orders").await;
        page.until("workers.length === 1 && workers[0].said > 0").await;
        page.until_has("text('.asked__said')", "Playing every kind of guest").await;
        page.js("workers[0].terminate(); workers[0].dispatchEvent(new ErrorEvent('error', { message: 'out of memory', cancelable: true }))")
            .await;
        page.until_has("text('.asked__said')", "Not worked out: the part that works beside the page has stopped: out of memory.")
            .await;
        page.click_button("dialog[open]", "Try again").await;
        page.until("seen('.orders tbody tr')").await;
        page.until_is("workers.length", 2).await;
        page.until_is("text('.asked__said')", "").await;
    });
}
