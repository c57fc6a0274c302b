//! Texts that would run where a text becomes markup, in every field of a scenario, of a link and of a log: none of them ever does.

use browser_tests::server::BLANK;
use browser_tests::{Key, Page, Visit, browse, tools};
use redemption_engine::{document, share};
use serde_json::Value;

use crate::security::WATCH;

/// What runs in one place or another where a page makes markup, styles, addresses or scripts of texts.
fn payloads() -> Vec<String> {
    let run = "window.ran=1";
    let mut payloads: Vec<String> =
        ["img", "image", "svg", "video", "audio", "body", "input", "iframe", "object", "embed", "marquee", "details"]
            .iter()
            .flat_map(|tag| {
                ["onerror", "onload", "onfocus", "ontoggle", "onstart", "onmouseover", "onanimationstart"]
                    .map(|event| format!("\"'><{tag} src=x autofocus open {event}={run}>"))
            })
            .collect();
    for (before, after) in [
        ("", ""),
        ("\"", ""),
        ("'", ""),
        ("`", ""),
        ("</title>", ""),
        ("</textarea>", ""),
        ("-->", ""),
        ("]]>", ""),
        ("*/", "/*"),
        ("\\", "\\"),
    ] {
        for script in [
            "<script>RUN</script>",
            "<script src=data:,RUN></script>",
            "<svg><script>RUN</script></svg>",
            "<svg/onload=RUN>",
            "<math><mtext><script>RUN</script>",
            "<template><script>RUN</script></template>",
            "<iframe srcdoc='<script>parent.RUN</script>'>",
            "<a href=javascript:RUN>x</a>",
            "<base href=//a.example/>",
            "<style>@import url(//a.example/x)</style>",
            "<link rel=stylesheet href=//a.example/x>",
            "<meta http-equiv=refresh content=0;url=//a.example/>",
        ] {
            payloads.push(format!("{before}{}{after}", script.replace("RUN", run)));
        }
    }
    payloads.extend(
        [
            "javascript:RUN",
            "data:text/html,<script>RUN</script>",
            "{{constructor.constructor('RUN')()}}",
            "${RUN}",
            "#{RUN}",
            "<%=RUN%>",
            "url(javascript:RUN)",
            "=cmd|'/c calc'!A1",
            "@import 'x'",
            "\u{202E}<script>RUN</script>",
        ]
        .map(|text| text.replace("RUN", run)),
    );
    payloads
}

/// Puts the payloads into every text that the reader takes as any text. Answers how many places there were.
fn poison(value: &mut Value, path: &str, payloads: &mut impl Iterator<Item = String>, places: &mut usize) {
    match value {
        Value::String(text) => {
            if FREE.iter().any(|name| path.ends_with(name)) {
                *text = payloads.next().expect("they begin anew");
                *places += 1;
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| poison(item, path, payloads, places)),
        Value::Object(properties) => {
            for (name, value) in properties {
                poison(value, name, payloads, places);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Properties that hold any text.
const FREE: [&str; 22] = [
    "name",
    "note",
    "displayName",
    "issuerUri",
    "passiveSignInUri",
    "statementUrl",
    "contact",
    "inviteRedirectUrl",
    "tenantId",
    "groups",
    "targets",
    "applications",
    "includeLocations",
    "excludeLocations",
    "termsOfUse",
    "customizedMessageBody",
    "customizedMessageLanguage",
    "notificationLanguage",
    "text",
    "appId",
    "languages",
    "location",
];

#[test]
fn two_hundred_payloads_in_every_text_of_a_scenario_run_nowhere() {
    let all = payloads();
    assert!(all.len() >= 200, "{}", all.len());
    let complete: Value = serde_json::from_str(include_str!("../../../documents/v2.json")).expect("a document");
    let mut endless = all.iter().cloned().cycle();
    let mut scenarios = Vec::new();
    let mut places = 0;
    while places < 2 * all.len() {
        let mut document = complete.clone();
        poison(&mut document["workspaces"], "", &mut endless, &mut places);
        scenarios.extend(document::parse(document.to_string().as_bytes()).expect("any text is taken"));
    }
    println!("{} payloads in {places} places of {} scenarios", all.len(), scenarios.len());
    let file = tools::fresh_folder("injection").join("poisoned.redemption.json");
    std::fs::write(&file, document::print(&scenarios)).expect("a file can be written");
    browse(async |browser| {
        let page = browser.open(Visit::default()).await;
        page.before_each_page(WATCH).await;
        page.start().await;
        for number in 0..scenarios.len() {
            page.command("Import").await;
            page.choose_files("#import-files", &[&file]).await;
            page.until("seen('.report')").await;
            page.click_element(&format!("all('.report summary')[{number}]")).await;
            page.until(&format!("seen('#import-0-{number}-open')")).await;
            page.click(&format!("#import-0-{number}-open")).await;
            page.until_is("all('dialog[open]').length", 0).await;
            look_around(&page).await;
        }
        clean(&page).await;
        // The same through links, and as a log.
        for scenario in scenarios.iter().take(4) {
            page.go(BLANK).await;
            page.start_at(&format!("#/?s={}", share::encode(scenario))).await;
            page.until("seen('#link-name') || seen('#link-broken')").await;
            clean(&page).await;
        }
        page.press(Key::Escape).await;
        page.command("Troubleshoot").await;
        clean(&page).await;
    });
}

/// Every view, every tab, and some dialogs.
async fn look_around(page: &Page) {
    for tab in ["why", "directory", "log", "screen"] {
        page.click(&format!("#tab-{tab}")).await;
    }
    for view in ["outline", "storyboard", "sequence", "timeline", "flow"] {
        page.js(&format!("document.querySelector(\".views__item [value='{view}'], .views__item[value='{view}']\")?.click()"))
            .await;
    }
    for part in ["Home tenants", "Guest", "Resource tenant"] {
        page.js(&format!("all('.setup__parts button').find(button => plain(button) === {part:?})?.click()")).await;
    }
    page.press(Key::End).await;
    for dialog in ["Scenarios", "Share", "Export"] {
        page.command(dialog).await;
        page.until("seen('dialog[open]')").await;
        page.press(Key::Escape).await;
        page.until_is("all('dialog[open]').length", 0).await;
    }
    clean(page).await;
}

/// Nothing has run, nothing was markup, no policy was broken.
async fn clean(page: &Page) {
    assert_eq!(
        page.js("return [window.ran ?? null, document.querySelectorAll('[onerror], [onload], [src=x], iframe, marquee').length, breaches]").await,
        serde_json::json!([null, 0, []])
    );
}
