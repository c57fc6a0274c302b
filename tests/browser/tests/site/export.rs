//! Export: every row makes its file, texts can be copied, and what was exported is imported again.

use browser_tests::{Key, Page, browse};
use serde_json::json;

use crate::states::open;

const STEM: &str = "managed-entra-guest-default-order-nina";

async fn exported(page: &Page, row: &str, button: &str) {
    page.click_button(&format!("[data-export={row}]"), button).await;
}

#[test]
fn every_row_makes_its_file() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.command("Export").await;
        page.until("seen('.exports')").await;
        for (row, button, file, part) in [
            (
                "scenario",
                "Download",
                "managed-entra-guest-default-order.redemption.json".to_owned(),
                "/redemption.schema.json\",",
            ),
            ("allScenarios", "Download", "all-scenarios.redemption.json".to_owned(), "\"workspaces\": ["),
            ("report", "Download", format!("{STEM}-report.md"), "\n## Path\n"),
            ("flowchart", "Download", format!("{STEM}-flow.mmd"), "flowchart TD\n"),
            ("sequence", "Download", format!("{STEM}-sequence.mmd"), "sequenceDiagram\n"),
            ("auditLog", "Download", format!("{STEM}-audit.csv"), "Date (UTC),CorrelationId,"),
            ("signInLog", "Download", format!("{STEM}-sign-ins.csv"), "Date (UTC),Request ID,"),
            ("flowPicture", "SVG", format!("{STEM}-flow.svg"), "Redemption flow: "),
            ("storyboardPicture", "SVG", format!("{STEM}-storyboard.svg"), "Storyboard: "),
        ] {
            exported(&page, row, button).await;
            let text = std::fs::read_to_string(page.downloaded(&file).await).expect("a file can be read");
            assert!(text.contains(part), "{file}: {}", text.chars().take(300).collect::<String>());
        }
        exported(&page, "storyboardPicture", "PNG").await;
        let png = std::fs::read(page.downloaded(&format!("{STEM}-storyboard.png")).await).expect("a file can be read");
        assert_eq!(png.get(1..4), Some(b"PNG".as_slice()));
    });
}

#[test]
fn a_text_is_copied_and_a_refusal_is_told() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.js("navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); }").await;
        page.command("Export").await;
        exported(&page, "report", "Copy: Report (Markdown)").await;
        page.until_is("text('.exports__said')", format!("Copied the text of {STEM}-report.md.")).await;
        page.until("window.copied.startsWith('# Managed Entra guest, default order\\n')").await;
        page.js("navigator.clipboard.writeText = () => Promise.reject(new TypeError('no'))").await;
        exported(&page, "sequence", "Copy: Sequence (Mermaid)").await;
        page.until_is("text('.exports__said')", "The browser did not let the text be copied. Download it.").await;
    });
}

#[test]
fn the_schema_that_exports_name_lies_beside_the_page() {
    browse(async |browser| {
        let page = browser.visit().await;
        let id = page.js("return fetch('redemption.schema.json').then(answer => answer.json()).then(schema => schema.$id)").await;
        assert_eq!(id, "urn:invitation-redemption-simulator:document:3");
    });
}

#[test]
fn a_scenario_with_a_second_design_makes_a_change_pack_to_copy_save_and_print() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.command("Export").await;
        page.until("seen('.exports')").await;
        assert_eq!(page.js("return all('#export-pack').length").await, 0);
        page.press(Key::Escape).await;
        page.until_is("all('dialog[open]').length", 0).await;

        let resource = json!({ "displayName": "Woodgrove", "initialDomain": "woodgrove.onmicrosoft.com" });
        let mut planned = resource.clone();
        planned["emailOneTimePasscode"] = json!("disabled");
        let scenario = json!({
            "name": "Passcodes off",
            "design": { "resourceTenant": resource },
            "secondDesign": { "resourceTenant": planned },
            "guests": [{ "displayName": "Ravi", "invitedEmail": "ravi@contractor.example" }]
        });
        open(&page, &scenario).await;
        page.command("Export").await;
        page.click_button("dialog[open]", "Make the change pack").await;
        page.until_has("text('.request__body')", "# Change pack: Passcodes off").await;
        page.until_has("text('.request__body')", "Rollback:").await;
        assert_eq!(page.barriers("the change pack").await, Vec::<String>::new());
        page.click_button("[aria-labelledby=export-pack]", "Download the change pack").await;
        let text = std::fs::read_to_string(page.downloaded("passcodes-off-change-pack.md").await).expect("a file can be read");
        assert!(text.contains("## Who is affected"), "{}", text.chars().take(300).collect::<String>());

        page.click_button("dialog[open]", "Read and print").await;
        page.until_is("all('.paper__sheet').map(sheet => sheet.dataset.sheet)", json!(["pack"])).await;
        page.until_is("text('.paper__title')", "Change pack: Passcodes off").await;
        page.until("texts('.paper__part').includes('Requests of Microsoft Graph') && seen('.paper__code')").await;
        page.until("texts('.paper__table th').includes('Kinds of guests')").await;
        assert_eq!(page.barriers("the change pack on paper").await, Vec::<String>::new());
        page.press(Key::Escape).await;
        page.until("!seen('.paper') && seen('.bar__commands')").await;
        // The run is printed again.
        page.click(".menu--more > summary").await;
        page.click_button(".menu--more", "Print preview").await;
        page.until_is("all('.paper__sheet').length", 4).await;
    });
}
