//! What is said to be saved is there after the browser was killed, and the page says where it came from.

use std::path::Path;
use std::time::Duration;

use browser_tests::{Browser, Key, Page, Visit, browse, tools};
use rand::rngs::SmallRng;
use rand::{RngExt, SeedableRng};
use serde_json::{Value, json};

use crate::keeping::{rename, saved};

const NAME: &str = "seen('.context input').value";
const STATE: &str = "seen('.status__saved').dataset.state";

#[test]
fn a_browser_that_is_killed_loses_nothing_that_was_saved() {
    browse(async |browser| {
        let profile = tools::fresh_folder("journal-profile");
        let mut before: Option<String> = None;
        for visit in 1..=4 {
            let page = browser.open_in(&profile).await;
            page.start().await;
            if let Some(name) = &before {
                page.until_is(NAME, name.as_str()).await;
            }
            let name = format!("Saved in visit {visit}");
            rename(&page, &name).await;
            saved(&page).await;
            browser.kill(&profile);
            before = Some(name);
        }
        let page = browser.open_in(&profile).await;
        page.start().await;
        page.until_is(NAME, "Saved in visit 4").await;
        page.reload().await;
        page.until_is(NAME, "Saved in visit 4").await;
    });
}

/// The moments of killing are the same in every run, up to how fast the computer is.
const SEED: u64 = 20_261_122;
/// The longest that a browser lives while it is edited, in milliseconds: some edits and their saving.
const LONGEST_LIFE: u64 = 2_500;
/// What edits change in turn: the scenario's name, and the edition of the rules.
const SHOWN: &str = "[seen('.context input').value, byId('edition').value]";
const EDITIONS: [&str; 4] = ["2019-06", "2021-05", "2024-03", "2026-04"];

/// All that was edited, in the order of the edits, and how much of it the page has called saved.
struct Edits {
    states: Vec<Value>,
    saved: usize,
    random: SmallRng,
}

impl Edits {
    /// Makes one edit of what the page shows, and as often as not waits until it calls that saved.
    async fn make(&mut self, page: &Page) {
        let before = page.js(&format!("return {SHOWN}")).await;
        let number = self.states.len();
        let (control, part, value) = if number % 2 == 1 {
            ("seen('.context input')", 0, format!("Edit {number}"))
        } else {
            let mut others = EDITIONS.into_iter().filter(|edition| before[1] != *edition);
            ("byId('edition')", 1, others.nth(number / 2 % 3).expect("there are four editions").to_owned())
        };
        let mut state = before.clone();
        state[part] = json!(value);
        // From now on it may be found, whether it is seen or not.
        self.states.push(state.clone());
        let edit = format!(
            "if (String({SHOWN}) !== String({before})) return;
            const control = {control};
            control.value = {};
            control.dispatchEvent(new Event('change', {{ bubbles: true }}))",
            state[part]
        );
        page.js(&edit).await;
        if self.random.random_bool(0.5) {
            page.drawn().await;
            if page.until(&format!("{STATE} === 'saved' && {SHOWN}")).await == state {
                self.saved = number;
            }
        }
    }

    /// Looks for one of the states from the one that was saved last: there is no other.
    async fn are_found(&mut self, page: &Page) {
        let possible = json!(self.states[self.saved..]);
        let found = page.until(&format!("{possible}.find(state => String(state) === String({SHOWN}))")).await;
        self.saved = self.states.iter().rposition(|state| *state == found).expect("it is one of them");
    }
}

#[test]
fn a_browser_that_is_killed_at_any_moment_loses_nothing_that_was_called_saved_and_mixes_nothing() {
    browse(async |browser| {
        let profile = tools::fresh_folder("journal-any-moment");
        let page = browser.open_in(&profile).await;
        page.start().await;
        let first = page.js(&format!("return {SHOWN}")).await;
        let mut edits = Edits { states: vec![first], saved: 0, random: SmallRng::seed_from_u64(SEED) };
        let mut unsaved = 0;
        let mut page = page;
        for _ in 0..tools::kills() {
            live(browser, &profile, &mut edits, &page).await;
            unsaved += usize::from(edits.states.len() - 1 > edits.saved);
            page = browser.open_in(&profile).await;
            page.start().await;
            edits.are_found(&page).await;
        }
        println!("{} kills, {} edits, {unsaved} kills with one on its way", tools::kills(), edits.states.len() - 1);
    });
}

/// One life of a browser: it is edited until it is killed at a drawn moment, whatever it does then.
async fn live(browser: &Browser, profile: &Path, edits: &mut Edits, page: &Page) {
    let life = Duration::from_millis(edits.random.random_range(0..LONGEST_LIFE));
    let editing = async {
        loop {
            edits.make(page).await;
        }
    };
    let ended: Result<(), _> = tokio::time::timeout(life, editing).await;
    assert!(ended.is_err(), "editing goes on");
    browser.kill(profile);
}

#[test]
fn a_named_version_and_a_copy_survive_a_killed_browser() {
    browse(async |browser| {
        let profile = tools::fresh_folder("journal-versions");
        let page = browser.open_in(&profile).await;
        page.start().await;
        rename(&page, "Taught").await;
        saved(&page).await;
        page.chord(Key::Control, 's').await;
        page.until("document.activeElement.id === 'version-name'").await;
        page.press(Key::Enter).await;
        page.until_is("text('.said__text')", "Saved Version 1.").await;
        page.click_element("all('button').find(button => button.ariaLabel?.startsWith('Delete Version 1'))").await;
        page.click("#history-undo").await;
        page.until_has("texts('.scenario__name').join()", "Version 1").await;
        page.click_button("dialog[open]", "Close").await;
        page.until_is("all('dialog[open]').length", 0).await;
        page.command("Scenarios").await;
        page.click_button("dialog[open]", "Duplicate Taught").await;
        page.until_is("text('dialog[open] .said__text')", "Saved Taught (copy).").await;
        browser.kill(&profile);

        let page = browser.open_in(&profile).await;
        page.start().await;
        // Which of the two was open is among what the browser has lost.
        page.command("Scenarios").await;
        page.until_is("texts('.scenario__name').sort()", vec!["Taught", "Taught (copy)"]).await;
        page.click_button("dialog[open]", "Open Taught").await;
        page.until_is(NAME, "Taught").await;
        page.chord(Key::Control, 's').await;
        page.until_has("texts('.scenario__name').join()", "Version 1").await;
    });
}

/// The local storage as a killed browser leaves it: as it was some seconds ago.
#[test]
fn what_the_local_storage_has_lost_comes_back_and_the_page_says_so() {
    browse(async |browser| {
        let page = browser.visit().await;
        rename(&page, "Old").await;
        saved(&page).await;
        let old = page.js("return JSON.stringify({ ...localStorage })").await;
        rename(&page, "New").await;
        saved(&page).await;
        page.go(browser_tests::server::BLANK).await;
        page.js(&format!(
            "localStorage.clear(); Object.entries(JSON.parse({old})).forEach(([key, value]) => localStorage.setItem(key, value))"
        ))
        .await;
        page.start().await;
        page.until_has("text('.notices')", "brought back from the journal").await;
        page.until_is(NAME, "New").await;
        // All of it, with nothing left.
        page.go(browser_tests::server::BLANK).await;
        page.js("localStorage.clear()").await;
        page.start().await;
        page.until_is(NAME, "New").await;
        page.until_has("text('.notices')", "brought back from the journal").await;
        page.reload().await;
        page.until_is(NAME, "New").await;
        page.until("!seen('.notice')").await;
    });
}

#[test]
fn without_a_journal_the_page_says_what_is_true() {
    const REFUSE: &str = "IDBFactory.prototype.open = () => { throw new DOMException('No.', 'SecurityError'); };";
    browse(async |browser| {
        let page = browser.open(Visit::default()).await;
        page.before_each_page(REFUSE).await;
        page.start().await;
        rename(&page, "Kept plainly").await;
        page.until_is(STATE, "savedPlainly").await;
        page.until_has("text('.status__saved')", "a crash may lose the last seconds").await;
        // In every visit the later of two records is the one that comes back.
        for visit in 1..=6 {
            page.reload().await;
            page.until_is(NAME, if visit == 1 { "Kept plainly".to_owned() } else { format!("Visit {}", visit - 1) }).await;
            rename(&page, &format!("Visit {visit}")).await;
            page.until_is(STATE, "savedPlainly").await;
        }
    });
}

#[test]
fn corrupt_bytes_in_every_key_leave_a_page_that_works_and_the_work_comes_back() {
    browse(async |browser| {
        let page = browser.visit().await;
        rename(&page, "Once").await;
        saved(&page).await;
        rename(&page, "Kept").await;
        saved(&page).await;
        page.go(browser_tests::server::BLANK).await;
        let keys = page.js("Object.keys(localStorage).forEach(key => localStorage.setItem(key, '\\u{0}{\"format\":2,\\ufffd')); return localStorage.length").await;
        assert!(keys.as_u64() >= Some(3), "{keys}");
        page.start().await;
        page.until_is(NAME, "Kept").await;
        page.until_has("text('.notices')", "could not be read").await;
        rename(&page, "Goes on").await;
        saved(&page).await;
        page.reload().await;
        page.until_is(NAME, "Goes on").await;
    });
}

#[test]
fn a_newer_version_s_work_is_not_written_over() {
    let newer = "{\"format\":99,\"anything\":true}";
    browse(async |browser| {
        let page = browser.visit().await;
        rename(&page, "Mine").await;
        saved(&page).await;
        // A newer build saves the scenario from another tab.
        page.js(&format!(
            "Object.keys(localStorage).filter(key => key.includes('/doc/')).forEach(key => localStorage.setItem(key, {newer:?}))"
        ))
        .await;
        rename(&page, "Too old").await;
        page.until_is(STATE, "notSaved").await;
        page.until_has("text('.notice--warning')", "newer version").await;
        page.until_is(
            "Object.entries(localStorage).filter(([key]) => key.includes('/doc/')).map(([, value]) => value)[0]",
            newer,
        )
        .await;
    });
}
