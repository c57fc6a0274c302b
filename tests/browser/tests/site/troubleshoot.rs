//! Troubleshooting: a symptom that is chosen, what a page or a log says, and the scenario that shows a cause.

use browser_tests::{Key, Page, browse, tools};
use redemption_engine::analysis::question::{Answer, Question, answer};
use redemption_engine::diagnosis;
use redemption_engine::presets;

const REPORT: &str = "text('.evidence__report [role=status]')";

#[test]
fn a_chosen_symptom_shows_its_causes_with_who_can_do_what_and_where_to_read() {
    let symptom = diagnosis::find("no-invitation-mail").unwrap();
    browse(async |browser| {
        let page = browser.visit().await;
        open(&page).await;
        let all = diagnosis::all().count();
        page.until_is("text('.gallery__count')", format!("{all} of {all} symptoms")).await;
        page.until_is("all('.cause').length", 0).await;
        page.click("#symptom-no-invitation-mail").await;
        page.until_is("all('.cause').length", symptom.causes.len()).await;
        page.until_has("text('.cause')", "The mail lies in the spam folder.").await;
        page.until_is(
            "[...document.querySelector('.cause').querySelectorAll('.cause__who')].map(plain)",
            vec!["The guest", "Your administrator"],
        )
        .await;
        page.until(
            "document.querySelector('.cause .cause__steps a[href^=https]') && document.querySelector('.cause .sources li')",
        )
        .await;
    });
}

#[test]
fn symptoms_are_found_by_words_and_by_who_reports_them() {
    browse(async |browser| {
        let page = browser.visit().await;
        open(&page).await;
        let all = diagnosis::all().count();
        page.click("#symptom-search").await;
        page.type_text("no invitation mail").await;
        page.until("texts('.symptom__head').some(text => text.includes('no invitation mail has come'))").await;
        page.until(&format!("all('.symptom').length < {all} / 4")).await;
        page.click_button("dialog[open]", "Show all symptoms").await;
        page.until_is("all('.symptom').length", all).await;
        page.until("document.activeElement.id === 'symptom-search'").await;
        page.select("#symptom-reporter", "The audit log").await;
        page.until(&format!("all('.symptom').length > 0 && all('.symptom').length < {all}")).await;
        page.js("all('.symptom details').forEach(details => details.open = true)").await;
        page.until("texts('.symptom__reported').every(text => text.includes('The audit log'))").await;
    });
}

#[test]
fn a_pasted_code_leads_to_its_symptom_and_a_scenario_that_stands_at_its_end() {
    browse(async |browser| {
        let page = browser.visit().await;
        open(&page).await;
        paste(&page, "AADSTS500213").await;
        page.until_is(REPORT, "Read as message. 1 symptom fits; it is listed below.").await;
        page.until_has("text('.evidence__report')", "Codes: AADSTS500213.").await;
        page.until_is("all('.symptom').length", 1).await;
        page.until_has(
            "text('.symptom__head')",
            "The resource tenant does not allow access for users of the guest's organization.",
        )
        .await;
        page.click_button(".cause", "Load a scenario that shows it").await;
        page.until_is("all('dialog[open]').length", 0).await;
        page.until_is("seen('.context input').value", "The resource tenant blocks the organization after the invitation").await;
        page.until_is("text('.status__outcome')", "Blocked by the resource tenant's access settings").await;
        page.until_is("seen('.frame').dataset.screen", "error").await;
        page.until_has("text('.frame')", "AADSTS500213").await;
        page.until("text('.transport__here').split(' of ').every((number, _, all) => number === all[0])").await;
        // And back: the end leads to the symptom.
        page.click_button(".because", "Troubleshoot").await;
        page.until("seen('#symptom-inbound-access-blocked').closest('details').open").await;
        page.until("seen('.cause')").await;
    });
}

#[test]
fn logs_are_read_from_files_and_by_pasting() {
    let read = [
        ("signIns.json", "Read as sign-in log (Microsoft Graph). "),
        ("signIns.csv", "Read as sign-in log (CSV). "),
        ("directoryAudits.json", "Read as audit log (Microsoft Graph). "),
        ("audit.csv", "Read as audit log (CSV). "),
    ];
    browse(async |browser| {
        let page = browser.visit().await;
        open(&page).await;
        for (name, says) in read {
            let file = tools::repository(&format!("tests/fixtures/logs/{name}"));
            page.choose_files("#evidence-file", &[&file]).await;
            page.until_is("text('.report__name')", name).await;
            page.until_has(REPORT, says).await;
            page.until("all('.symptom').length > 0 && seen('.cause')").await;
            let from_file = page.js("return texts('.symptom__head')").await;
            page.click("#evidence-text").await;
            page.chord(Key::Control, 'a').await;
            page.paste(&std::fs::read_to_string(&file).unwrap()).await;
            page.click_button("dialog[open]", "Find causes").await;
            page.until_is("text('.report__name')", "Pasted text").await;
            page.until_has(REPORT, says).await;
            page.until_is("texts('.symptom__head')", from_file).await;
        }
        page.choose_files("#evidence-file", &[&tools::repository("tests/fixtures/logs/signIns.json")]).await;
        page.until_has("text('.evidence__report')", "AADSTS90072").await;
    });
}

#[test]
fn text_without_evidence_is_refused_with_a_word_on_what_to_paste() {
    browse(async |browser| {
        let page = browser.visit().await;
        open(&page).await;
        page.click_button("dialog[open]", "Find causes").await;
        page.until_has("text('#evidence-text-error')", "There is no text yet.").await;
        page.until("document.activeElement.id === 'evidence-text'").await;
        paste(&page, "good morning").await;
        page.until_is("seen('.evidence__report').dataset.state", "refused").await;
        page.until_has(
            "text('.evidence__report')",
            "Not read: there is no error code, no log entry and no known message in this text",
        )
        .await;
        page.until_is("text('#evidence-text-error')", serde_json::Value::Null).await;
        // A code that nothing here belongs to is told as such, and nothing is made up.
        paste(&page, "AADSTS7000218").await;
        page.until_has(REPORT, "No symptom fits.").await;
        page.until_has("text('.evidence__report .notes')", "belongs to none of the symptoms here").await;
        page.until_is("all('.symptom').length", 0).await;
    });
}

#[test]
fn what_explains_a_symptom_here_is_found_and_what_is_known_is_not_assumed_otherwise() {
    let explained = |known: &[&str]| {
        let workspace = presets::first().unwrap().workspace;
        let guest = Box::new(workspace.guests[0].clone());
        let known = known.iter().map(|aspect| (*aspect).to_owned()).collect();
        let symptom = "no-invitation-mail".to_owned();
        let question = Question::Explain { design: Box::new(workspace.design), guest, symptom, known };
        let Answer::Explain { explanations, .. } = answer(&question, |_, _| {}) else { panic!("no explanations") };
        explanations
    };
    let (open_case, mail_is_known) = (explained(&[]), explained(&["mail"]));
    assert_ne!(open_case, mail_is_known);
    let first = &open_case[0];
    browse(async |browser| {
        let page = browser.visit().await;
        open(&page).await;
        page.click("#symptom-no-invitation-mail").await;
        page.until("seen('.explain')").await;
        page.click_button(".explain", "Find what explains it here").await;
        page.until_is("all('.explain .reach__way').length", open_case.len()).await;
        page.until_is("text('.explain .reach__way .bullets li')", first.words[0].clone()).await;
        page.until_has("text('.explain .reach__way')", &first.outcome.clone().unwrap().1).await;
        page.click(".explain .reach__way summary").await;
        page.until_has("text('.explain .reach__way details li')", &first.fixes[0].1).await;
        assert_eq!(page.barriers("what explains a symptom").await, Vec::<String>::new());

        page.click(".explain__known summary").await;
        page.until_has("plain(seen('[data-aspect=mail]').closest('.toggle'))", "Invitation mail: ").await;
        page.click("[data-aspect=mail]").await;
        page.until_is("all('.explain .reach__way').length", mail_is_known.len()).await;
        page.until_has("text('.explain__known summary')", "What is known: 1 fact").await;
        page.click("[data-aspect=mail]").await;
        page.until_is("text('.explain .reach__way .bullets li')", first.words[0].clone()).await;

        page.click("#explained-no-invitation-mail-0").await;
        page.until_is("all('dialog[open]').length", 0).await;
        page.until_has("seen('.context input').value", &first.words[0]).await;
    });
}

#[test]
fn a_symptom_that_no_attempt_ends_in_has_no_search() {
    let other = "operation-not-offered";
    assert!(!diagnosis::find(other).unwrap().is_of_an_attempt());
    browse(async |browser| {
        let page = browser.visit().await;
        open(&page).await;
        page.click(&format!("#symptom-{other}")).await;
        page.until("seen('.cause')").await;
        page.until_is("all('.explain').length", 0).await;
    });
}

async fn open(page: &Page) {
    page.command("Troubleshoot").await;
    page.until_is("text('dialog[open] h2')", "Troubleshoot").await;
}

async fn paste(page: &Page, text: &str) {
    page.click("#evidence-text").await;
    page.chord(Key::Control, 'a').await;
    page.paste(text).await;
    page.click_button("dialog[open]", "Find causes").await;
}
