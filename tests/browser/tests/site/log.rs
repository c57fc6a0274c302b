//! Mails and log: what a run leaves at the cursor, and the files that can be saved from it.

use browser_tests::{Page, browse};
use serde_json::Value;

use crate::states::{chapter, everything, open};

#[test]
fn mails_and_entries_come_with_the_cursor() {
    browse(async |browser| {
        let page = browser.visit().await;
        open(&page, &everything()).await;
        page.click_button(".tabs", "Mails and log").await;
        chapter(&page, 0).await;
        page.until_is("all('[data-mail]').length", 0).await;
        page.until_is("texts('.empty').at(-1)", "No audit entry has been written at this step.").await;
        page.until_is("all('.log__choices button[disabled]').map(plain)", vec!["Export CSV", "Export JSON"]).await;
        chapter(&page, 1).await;
        page.until_is("all('[data-mail]').map(mail => mail.dataset.mail)", vec!["invitation"]).await;
        page.until("all('[data-log=audit] [data-activity=\"Invite external user\"][data-result=success]').length === 1").await;
        page.click_button("#transport", "Last step").await;
        page.until_is("all('[data-mail]').length", 3).await;
        page.click("[data-mail]").await;
        page.until_has("text('.entry__mail')", "Welcome to the project.").await;
        page.until_has("text('[data-mail] .facts')", "mia@adatum.example").await;
        page.click_button(".log__choices", "Sign-in log (5)").await;
        page.until_is("all('[data-log=sign-ins] [data-status]').filter(entry => entry.matches('details')).length", 5).await;
        page.click("[data-log=sign-ins] details").await;
        page.until_has("text('[data-log=sign-ins] details')", "b2bCollaboration").await;
        page.until("seen('[data-log=sign-ins] details .rule__basis')").await;
    });
}

#[test]
fn logs_are_saved_as_table_and_as_json_and_can_be_read_again() {
    browse(async |browser| {
        let page = browser.visit().await;
        open(&page, &everything()).await;
        page.click_button(".tabs", "Mails and log").await;
        page.click_button("#transport", "Last step").await;
        let count = page.until("all('[data-log=audit] > li').length").await.as_u64().unwrap() as usize;

        page.click_button(".log__choices", "Export CSV").await;
        let audit = std::fs::read_to_string(page.downloaded("woodgrove-audit.csv").await).unwrap();
        let mut lines = audit.trim_start_matches('\u{feff}').lines();
        let head = lines.next().unwrap();
        assert!(head.starts_with("Date (UTC),") && head.contains("Activity"), "{head}");
        assert!(lines.clone().any(|line| line.contains("Redeem external user invite")), "{audit}");
        page.click_button(".log__choices", "Export JSON").await;
        let audits = json(&page, "woodgrove-audit.json").await;
        let names: Vec<&str> = audits.iter().filter_map(|entry| entry["activityDisplayName"].as_str()).collect();
        assert_eq!(names.len(), count);
        assert!(names.contains(&"Invite external user") && names.contains(&"Redeem external user invite"), "{names:?}");

        page.click_button(".log__choices", "Sign-in log (5)").await;
        page.click_button(".log__choices", "Export CSV").await;
        let table = page.downloaded("woodgrove-sign-ins.csv").await;
        let text = std::fs::read_to_string(&table).unwrap();
        assert_eq!(text.trim_end().lines().count(), 6, "{text}");
        page.click_button(".log__choices", "Export JSON").await;
        let sign_ins = json(&page, "woodgrove-sign-ins.json").await;
        assert_eq!(sign_ins.len(), 5);
        assert!(
            sign_ins.iter().all(|entry| entry["userPrincipalName"].is_string() && entry["status"].is_object()),
            "{sign_ins:?}"
        );

        // The home tenant has a log of its own.
        page.click_button(".log__choices", "Adatum (home)").await;
        page.until_is("texts('.log__choices [aria-pressed=true]')[0]", "Adatum (home)").await;
        page.click_button(".log__choices", "Export JSON").await;
        assert!(!json(&page, "adatum-sign-ins.json").await.is_empty());

        // What was saved is what troubleshooting reads.
        page.command("Troubleshoot").await;
        page.choose_files("#evidence-file", &[&table]).await;
        page.until_is("text('.report__name')", "woodgrove-sign-ins.csv").await;
        page.until_has("text('.evidence__report [role=status]')", "Read as sign-in log (CSV).").await;
    });
}

/// The entries of a saved file.
async fn json(page: &Page, name: &str) -> Vec<Value> {
    let text = std::fs::read_to_string(page.downloaded(name).await).unwrap();
    let value: Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}\n{text}"));
    value["value"].as_array().or(value.as_array()).unwrap_or_else(|| panic!("{name} has no entries: {text}")).clone()
}
