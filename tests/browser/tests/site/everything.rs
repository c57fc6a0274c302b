//! Everything that is stored, at once: as one file, and cleared.

use browser_tests::{Key, browse};
use redemption_engine::bundle;

use crate::keeping::{rename, saved};

const INDEXED: &str = "new Promise(done => { const open = indexedDB.open('redemption'); open.onsuccess = () => {
    const all = open.result.transaction('journal').objectStore('journal').getAllKeys();
    all.onsuccess = () => { open.result.close(); done(all.result.length); } } })";

#[test]
fn everything_is_downloaded_with_its_versions_and_then_cleared() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.js("localStorage.setItem('elsewhere', 'stays')").await;
        rename(&page, "First").await;
        saved(&page).await;
        page.chord(Key::Control, 's').await;
        page.until("document.activeElement.id === 'version-name'").await;
        page.press(Key::Enter).await;
        page.until_is("text('dialog[open] .said__text')", "Saved Version 1.").await;
        page.press(Key::Escape).await;
        page.command("Scenarios").await;
        page.click("#scenarios-new").await;
        rename(&page, "Second").await;
        saved(&page).await;
        page.command("Scenarios").await;
        page.click_button(".everything", "Download everything").await;
        page.until_has("text('dialog[open] .said__text')", "Downloaded 2 scenarios").await;
        let file = page.downloaded("everything.redemption.json").await;
        let bundle = bundle::parse(&std::fs::read(file).unwrap()).unwrap();
        let mut names: Vec<&str> = bundle.workspaces.iter().map(|workspace| workspace.name.as_str()).collect();
        names.sort_unstable();
        assert_eq!(names, ["First", "Second"]);
        assert!(bundle.versions.iter().any(|version| version.label == "Version 1"));

        page.click("#clear-all").await;
        page.until("document.activeElement.id === 'clear-question'").await;
        page.until_has("text('#clear-question')", "2 scenarios").await;
        page.click_button("#clear-question", "Keep it").await;
        page.until_is("texts('.scenario__name').length", 2).await;
        page.click("#clear-all").await;
        page.click_button("#clear-question", "Remove everything").await;
        page.until_is("text('dialog[open] .said__text')", "Everything was removed from this browser.").await;
        page.until_is("Object.keys(localStorage)", vec!["elsewhere"]).await;
        page.until_is(INDEXED, 0).await;
        page.reload().await;
        page.until_is("seen('.context input').value", "Managed Entra guest, default order").await;
        page.until_is("Object.keys(localStorage)", vec!["elsewhere"]).await;
    });
}
