//! Two tabs that change one scenario as fast as they can: nothing is lost that nobody was told of.
//!
//! How tabs get along when nobody hurries is in `tabs`; every order of what they do is enumerated natively, in the engine's tests.

use std::collections::BTreeSet;

use browser_tests::{Page, Visit, browse, tools};
use fantoccini::wd::WindowHandle;

use crate::keeping::{rename, saved};
use crate::tabs::{NAME, NO_LOCKS, STATE};

/// What two tabs have added to a scenario's name, in whatever order, and what one of them has said that it does not keep.
#[derive(Default)]
struct Race {
    added: BTreeSet<String>,
    /// What each tab has added since it last said that everything is saved.
    waiting: [BTreeSet<String>; 2],
    told: BTreeSet<String>,
}

impl Race {
    /// Adds a word to the name that a tab shows, at once, as soon as it may.
    async fn add(&mut self, page: &Page, tab: usize, word: String) {
        self.go_on(page, tab).await;
        // What has arrived is added to once it is shown.
        page.drawn().await;
        let add = format!(
            "const field = seen('.context input'); field.value += ' {word}'; field.dispatchEvent(new Event('change', {{ bubbles: true }}))"
        );
        page.js(&add).await;
        self.waiting[tab].insert(word.clone());
        self.added.insert(word);
    }

    /// Takes over where another tab has the scenario, and takes its version where this one says that it was too late.
    async fn go_on(&mut self, page: &Page, tab: usize) {
        let stands = page.until(&format!("[{CONFLICT}, {STATE}]")).await;
        if stands[0] == true {
            page.click_button(".notice--warning", "Load that version").await;
            page.until(&format!("!{CONFLICT}")).await;
            let after = words(page).await;
            self.told.extend(std::mem::take(&mut self.waiting[tab]).difference(&after).cloned());
        } else if stands[1] == "saved" {
            self.waiting[tab].clear();
        }
        if stands[1] == "reads" {
            page.js("all('.notices button').find(button => plain(button) === 'Take over')?.click()").await;
            page.until("!seen('.context input').disabled").await;
        }
    }

    /// Waits until both tabs are at rest with the same words, and answers these as the first tab finds them after loading again.
    async fn end(&mut self, page: &Page, tabs: [&WindowHandle; 2]) -> BTreeSet<String> {
        for at in [0, 1, 0, 1] {
            page.switch(tabs[at]).await;
            page.until(&format!("{CONFLICT} || ['saved', 'reads'].includes({STATE})")).await;
            if page.js(&format!("return {CONFLICT}")).await == true {
                self.go_on(page, at).await;
                page.until(&format!("['saved', 'reads'].includes({STATE})")).await;
            }
        }
        let shown = page.js(&format!("return {NAME}")).await;
        page.switch(tabs[0]).await;
        page.until_is(NAME, shown.clone()).await;
        page.reload().await;
        page.until_is(NAME, shown).await;
        words(page).await
    }
}

const CONFLICT: &str = "texts('.notice--warning').some(text => text.includes('This tab no longer saves over it.'))";

async fn words(page: &Page) -> BTreeSet<String> {
    let name = page.js(&format!("return {NAME}")).await;
    name.as_str().unwrap_or_default().split(' ').map(str::to_owned).collect()
}

/// Two tabs add words in turn, without waiting for anything but the right to.
async fn race(page: &Page, tabs: [&WindowHandle; 2], times: u32) {
    let mut race = Race::default();
    for number in 0..times {
        for (at, letter) in ["a", "b"].into_iter().enumerate() {
            page.switch(tabs[at]).await;
            race.add(page, at, format!("{letter}{number}")).await;
        }
    }
    let found = race.end(page, tabs).await;
    let lost: Vec<&String> = race.added.iter().filter(|word| !found.contains(*word) && !race.told.contains(*word)).collect();
    let kept = race.added.iter().filter(|word| found.contains(*word)).count();
    println!("{} edits in two tabs: {kept} kept, {} told of, {} lost", race.added.len(), race.told.len(), lost.len());
    assert!(lost.is_empty(), "nobody said that these were not kept: {lost:?}");
    assert!(kept > 0, "nothing was kept");
}

#[test]
fn two_tabs_that_edit_at_once_without_locks_lose_nothing_silently() {
    browse(async |browser| {
        let page = browser.open(Visit::default()).await;
        page.before_each_page(NO_LOCKS).await;
        page.start().await;
        rename(&page, "Race").await;
        saved(&page).await;
        let (first, second) = page.second_tab().await;
        page.before_each_page(NO_LOCKS).await;
        page.start().await;
        page.until_is(NAME, "Race").await;
        race(&page, [&first, &second], tools::edits_of_a_race()).await;
    });
}

#[test]
fn two_tabs_that_take_over_from_each_other_at_once_lose_nothing_silently() {
    browse(async |browser| {
        let page = browser.visit().await;
        rename(&page, "Race").await;
        saved(&page).await;
        let (first, second) = page.second_tab().await;
        page.start().await;
        page.until_is(STATE, "reads").await;
        race(&page, [&first, &second], tools::edits_of_a_race()).await;
    });
}
