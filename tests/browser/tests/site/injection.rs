//! Texts that would run where a text becomes markup, in every place where the page takes any text: the fields of a scenario and the
//! names of its versions, a link and the parts beside it, a list of invitees, answers of Microsoft Graph, a pasted log. Each is shown
//! somewhere as what it is, and none of them ever runs.
//!
//! Which fields of a scenario take any text is asked of the reader, over the document that holds every field there is.

use std::collections::{BTreeMap, BTreeSet};

use browser_tests::server::BLANK;
use browser_tests::{Browser, Key, Page, Visit, browse, tools};
use redemption_engine::workspace::Workspace;
use redemption_engine::{document, share};
use serde_json::{Value, json};

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

/// The document with every field of the format that is written now.
const EVERY_FIELD: &str = include_str!("../../../documents/v3.json");

/// Where a document has texts, as pointers.
fn texts(value: &Value, pointer: &str, found: &mut Vec<String>) {
    let below = |name: &str| format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"));
    match value {
        Value::String(_) => found.push(pointer.to_owned()),
        Value::Array(items) => items.iter().enumerate().for_each(|(at, item)| texts(item, &below(&at.to_string()), found)),
        Value::Object(properties) => properties.iter().for_each(|(name, value)| texts(value, &below(name), found)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The places of a document where the reader takes any text.
fn free_places(complete: &Value) -> Vec<String> {
    let mut all = Vec::new();
    texts(&complete["workspaces"], "/workspaces", &mut all);
    let takes_any = |pointer: &String| {
        let mut document = complete.clone();
        *document.pointer_mut(pointer).expect("it was found there") = json!("\"><b>~0~</b>");
        document::parse(document.to_string().as_bytes()).is_ok()
    };
    all.retain(takes_any);
    all
}

/// A place without its positions in lists: one for all guests, one for all policies.
fn kind(pointer: &str) -> String {
    pointer.split('/').filter(|part| part.parse::<usize>().is_err()).skip(2).collect::<Vec<_>>().join("/")
}

/// Documents in which every free place has a payload, with a number by which it is known again; and which place has which number.
fn poisoned(payloads: &[String], least: usize) -> (Vec<Workspace>, Vec<String>) {
    let complete: Value = serde_json::from_str(EVERY_FIELD).expect("a document");
    let free = free_places(&complete);
    let (mut scenarios, mut places) = (Vec::new(), Vec::new());
    while places.len() < least {
        let mut document = complete.clone();
        for pointer in &free {
            let text = marked(&payloads[places.len() % payloads.len()], places.len());
            *document.pointer_mut(pointer).expect("it was found there") = json!(text);
            places.push(kind(pointer));
        }
        scenarios.extend(document::parse(document.to_string().as_bytes()).expect("any text is taken"));
    }
    (scenarios, places)
}

fn marked(payload: &str, number: usize) -> String {
    format!("{payload} ~{number}~")
}

/// Notes the numbers of all payloads that are on the page now, as texts, in fields and in titles.
const LOOK: &str = r"
    window.reached ??= new Set();
    const parts = [document.title, document.body.textContent];
    for (const field of all('input, textarea')) parts.push(field.value);
    for (const each of all('[title], [aria-label], [href]')) parts.push(each.title, each.ariaLabel ?? '', decodeURI(each.getAttribute('href') ?? ''));
    for (const [, number] of parts.join('\n').matchAll(/~(\d+)~/g)) reached.add(Number(number));";

async fn look(page: &Page) {
    page.drawn().await;
    page.js(LOOK).await;
}

async fn watched(browser: &Browser) -> Page {
    let page = browser.open(Visit::default()).await;
    page.before_each_page(WATCH).await;
    page.start().await;
    page
}

async fn reached(page: &Page) -> BTreeSet<u64> {
    let numbers = page.js("return [...window.reached ?? []]").await;
    numbers.as_array().expect("a list").iter().filter_map(Value::as_u64).collect()
}

/// The one place whose text goes only into files: what is noted beside an expectation.
const NOT_SHOWN: &str = "expectations/note";

#[test]
fn two_hundred_payloads_in_every_text_of_a_scenario_are_shown_and_run_nowhere() {
    let all = payloads();
    let (scenarios, places) = poisoned(&all, 2 * all.len());
    let kinds: BTreeSet<&String> = places.iter().collect();
    for subject in ["name", "note", "secondDesign/resourceTenant/displayName", "expectations/guest"] {
        assert!(kinds.iter().any(|kind| kind.ends_with(subject)), "{subject} is not among {kinds:?}");
    }
    assert!(all.len() >= 200 && places.len() >= 400, "{} payloads in {} places", all.len(), places.len());
    let file = tools::fresh_folder("injection").join("poisoned.redemption.json");
    std::fs::write(&file, document::print(&scenarios)).expect("a file can be written");
    browse(async |browser| {
        let page = watched(browser).await;
        for (number, scenario) in scenarios.iter().enumerate() {
            page.command("Import").await;
            page.choose_files("#import-files", &[&file]).await;
            page.until("seen('.report')").await;
            page.click_element(&format!("all('.report summary')[{number}]")).await;
            page.until(&format!("seen('#import-0-{number}-open')")).await;
            page.js("all('dialog[open] button').filter(button => button.checkVisibility() && plain(button) === 'Compare with mine').forEach(button => button.click())").await;
            look(&page).await;
            page.click(&format!("#import-0-{number}-open")).await;
            page.until_is("all('dialog[open]').length", 0).await;
            look_around(&page, scenario.guests.len()).await;
        }
        clean(&page).await;
        let reached = reached(&page).await;
        let mut hidden: BTreeMap<&String, usize> = kinds.iter().map(|kind| (*kind, 0)).collect();
        for number in &reached {
            hidden.entry(&places[usize::try_from(*number).expect("a small number")]).and_modify(|seen| *seen += 1);
        }
        hidden.retain(|kind, seen| *seen == 0 && kind.as_str() != NOT_SHOWN);
        println!(
            "{} payloads in {} places of {} kinds and {} scenarios; {} were seen",
            all.len(),
            places.len(),
            kinds.len(),
            scenarios.len(),
            reached.len()
        );
        assert!(hidden.is_empty(), "never seen: {:?}", hidden.keys());
        assert!(reached.len() >= 200, "{} were seen", reached.len());
    });
}

#[test]
fn payloads_in_links_are_shown_and_run_nowhere_also_once_the_scenario_is_opened() {
    let all = payloads();
    let (scenarios, _) = poisoned(&all, 1);
    browse(async |browser| {
        let page = watched(browser).await;
        for scenario in &scenarios {
            page.go(BLANK).await;
            page.start_at(&format!("#/?s={}", share::encode(scenario))).await;
            page.until("seen('#link-name')").await;
            look(&page).await;
            page.click_button("dialog[open]", "Open as new").await;
            page.until_is("seen('.context input').value", scenario.name.trim()).await;
            look_around(&page, scenario.guests.len()).await;
            assert!(!reached(&page).await.is_empty());
        }
        let text = share::encode(&scenarios[0]);
        let mut repeated = 0;
        for (number, payload) in all.iter().enumerate().step_by(3) {
            let mark = 6000 + number;
            // What a message repeats of a link is cut.
            let text_of_it = format!("~{mark}~{payload}");
            let payload: String = url::form_urlencoded::byte_serialize(text_of_it.as_bytes()).collect();
            let (way, beside) = match number % 5 {
                0 => ("#/preset/", ""),
                1 => ("#/?preset=", ""),
                2 => ("#/", ""),
                3 => ("#/?at=", text.as_str()),
                _ => ("#/?view=", text.as_str()),
            };
            let beside = if beside.is_empty() { String::new() } else { format!("&s={beside}") };
            page.go(BLANK).await;
            page.start_at(&format!("{way}{payload}{beside}")).await;
            page.until(if beside.is_empty() { "seen('.notice')" } else { "seen('#link-name')" }).await;
            look(&page).await;
            repeated += usize::from(reached(&page).await.contains(&(mark as u64)));
            clean(&page).await;
        }
        println!("{} payloads in links, of which {repeated} are repeated on the page", all.iter().step_by(3).count());
        assert!(repeated >= 20, "{repeated} were seen");
    });
}

#[test]
fn payloads_in_lists_answers_logs_and_names_of_versions_are_shown_and_run_nowhere() {
    let all = payloads();
    let cell = |text: String| format!("\"{}\"", text.replace('"', "\"\""));
    let mut list = "email,label,entra,msa,google,home_tenant,tags\n".to_owned();
    for (number, payload) in all.iter().enumerate() {
        let [label, home, tags] = [0, 1000, 2000].map(|more| cell(marked(payload, number + more)));
        // Every tenth row is one that is refused, with the payload for an address.
        let email =
            if number % 10 == 9 { cell(marked(payload, number + 3000)) } else { format!("person{number}@org{number}.example") };
        list += &format!("{email},{label},managed,no,no,{home},{tags}\n");
    }
    let users: Vec<Value> = all.iter().enumerate().map(|(number, payload)| json!({
        "id": format!("0a7b7e66-2222-4333-8444-{number:012}"), "displayName": marked(payload, number + 4000),
        "mail": format!("user{number}@adatum.example"), "userPrincipalName": format!("user{number}_adatum.example#EXT#@woodgrove.onmicrosoft.com"),
        "userType": "Guest", "creationType": "Invitation", "accountEnabled": true, "externalUserState": "PendingAcceptance",
    })).collect();
    let users = json!({ "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#users", "value": users[..40] });
    let agreements: Vec<Value> = all
        .iter()
        .enumerate()
        .skip(40)
        .take(40)
        .map(|(number, payload)| {
            json!({
                "id": format!("7a1d5c22-3333-4444-8555-{number:012}"), "displayName": marked(payload, number + 4000),
                "isViewingBeforeAcceptanceRequired": false, "isPerDeviceAcceptanceRequired": false,
            })
        })
        .collect();
    let agreements = json!({ "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#identityGovernance/termsOfUse/agreements", "value": agreements });
    let log = std::fs::read_to_string(tools::repository("tests/fixtures/logs/signIns.json")).expect("a log");
    let folder = tools::fresh_folder("injection-list");
    let file = folder.join("<img src=x onerror=window.ran=1>.csv");
    std::fs::write(&file, &list).expect("a file can be written");
    browse(async |browser| {
        let page = watched(browser).await;
        // A list of invitees: its rows, and who a row can mean.
        crate::population::open_dialog(&page).await;
        page.choose_files("#list-file", &[&file]).await;
        page.until("seen('#list-columns')").await;
        look(&page).await;
        crate::population::judge(&page).await;
        page.js("all('dialog[open] details').forEach(details => details.open = true)").await;
        page.js("byId('list-grid').focus()").await;
        for _ in 0..40 {
            look(&page).await;
            page.press(Key::PageDown).await;
        }
        page.press(Key::Home).await;
        page.press(Key::Enter).await;
        page.until("document.activeElement.id === 'list-person' && all('.people__one').length > 0").await;
        look(&page).await;
        // A name is shown where the person is opened as a guest.
        page.js("all('.people__one button')[0].focus()").await;
        page.press(Key::Enter).await;
        page.until_is("all('dialog[open]').length", 0).await;
        look(&page).await;
        clean(&page).await;

        // Answers of Microsoft Graph, as one paste.
        page.command("Import").await;
        page.click("#import-text").await;
        page.paste(&format!("{users}\n{agreements}")).await;
        page.click_button("form.paste", "Read").await;
        page.until("seen('.import__reports')").await;
        look(&page).await;
        page.click_button(".import__reports", "Apply all").await;
        page.until_has("texts('.import__reports [role=status]').join()", "Taken, as one change.").await;
        page.click_button("dialog[open]", "Close").await;
        page.until_is("all('dialog[open]').length", 0).await;
        look_around(&page, 2).await;

        // A log, with a payload for every text that an entry has.
        for payload in all.iter().step_by(8) {
            let mut entry: Value = serde_json::from_str(&log).expect("a log");
            let mut texts_of = Vec::new();
            texts(&entry["value"][1], "/value/1", &mut texts_of);
            for pointer in texts_of.iter().filter(|pointer| !pointer.ends_with("createdDateTime")) {
                *entry.pointer_mut(pointer).expect("it was found there") = json!(payload);
            }
            for text in [entry.to_string(), format!("AADSTS90072: {payload}")] {
                page.command("Troubleshoot").await;
                page.click("#evidence-text").await;
                page.chord(Key::Control, 'a').await;
                page.paste(&text).await;
                page.click_button("dialog[open]", "Find causes").await;
                page.until("seen('.evidence__report')").await;
                page.js("all('dialog[open] details').forEach(details => details.open = true)").await;
                look(&page).await;
                page.click_button("dialog[open]", "Close").await;
                page.until_is("all('dialog[open]').length", 0).await;
            }
        }
        clean(&page).await;

        // Names of versions.
        for (number, payload) in all.iter().enumerate().step_by(10) {
            page.chord(Key::Control, 's').await;
            page.until("document.activeElement.id === 'version-name'").await;
            page.chord(Key::Control, 'a').await;
            page.paste(&marked(payload, number + 5000)).await;
            page.press(Key::Enter).await;
            page.until_has("text('.said__text')", &format!("~{}~", number + 5000)).await;
            look(&page).await;
            page.click_button("dialog[open]", "Close").await;
            page.until_is("all('dialog[open]').length", 0).await;
        }
        clean(&page).await;
        let seen = reached(&page).await;
        let of = |from: u64| seen.range(from..from + 1000).count();
        let counts = [0, 1000, 2000, 3000, 4000, 5000].map(of);
        println!(
            "seen of a list: {} names, {} home tenants, {} tags, {} refused addresses; of answers: {}; of versions: {}",
            counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]
        );
        assert!(counts[0] >= 1 && counts[2] >= 150 && counts[3] >= 10 && counts[4] >= 80 && counts[5] >= 20, "{counts:?}");
    });
}

/// Every view, every tab, every guest with the first steps, and some dialogs.
async fn look_around(page: &Page, guests: usize) {
    for guest in 0..guests.min(4) {
        page.select("#guest-chooser", &guest.to_string()).await;
        for part in ["Home tenants", "Guest", "Resource tenant"] {
            page.js(&format!("all('.setup__parts button').find(button => plain(button) === {part:?})?.click()")).await;
            page.drawn().await;
            page.js("all('.setup__form details').forEach(details => details.open = true)").await;
            look(page).await;
        }
        page.skip_to("flow").await;
        page.press(Key::Home).await;
        for _ in 0..8 {
            look(page).await;
            page.press(Key::Right).await;
        }
        page.press(Key::End).await;
        for tab in ["why", "directory", "log", "screen"] {
            page.click(&format!("#tab-{tab}")).await;
            look(page).await;
        }
    }
    for view in ["outline", "storyboard", "sequence", "timeline", "flow"] {
        page.js(&format!("document.querySelector(\".views__item [value='{view}'], .views__item[value='{view}']\")?.click()"))
            .await;
        look(page).await;
    }
    for dialog in ["Scenarios", "Share", "Export", "Compare A and B", "Golden guests", "Findings"] {
        page.command("Commands").await;
        page.until("seen('.palette__item')").await;
        page.type_text(dialog).await;
        page.press(Key::Enter).await;
        page.until(&format!("all('dialog[open] h2').some(head => plain(head) === {dialog:?})")).await;
        page.js("all('dialog[open] details').forEach(details => details.open = true)").await;
        look(page).await;
        page.press(Key::Escape).await;
        page.until_is("all('dialog[open]').length", 0).await;
    }
    clean(page).await;
}

/// Nothing has run, nothing was markup, no policy was broken.
async fn clean(page: &Page) {
    assert_eq!(
        page.js("return [window.ran ?? null, document.querySelectorAll('[onerror], [onload], [src=x], iframe, marquee').length, breaches]").await,
        json!([null, 0, []])
    );
}
