//! The worker that comes with the page: it answers with the bytes that the engine gives natively, and a page without it says so.

use browser_tests::page::quoted;
use browser_tests::{Page, browse};
use redemption_engine::analysis::population::desk::{Ask, Desk, File, Told};
use redemption_engine::analysis::question::{Question, Wanted, Wish, answer_text};
use redemption_engine::design::{EmailOneTimePasscode, IdentityProvider};
use redemption_engine::presets;

/// No worker starts in this page.
const NO_WORKERS: &str = "window.Worker = class { constructor() { throw new Error('workers are off'); } };";

fn questions() -> Vec<Question> {
    let workspace = presets::find("federated-verified-domain").unwrap().workspace;
    let (design, guest) = (Box::new(workspace.design), Box::new(workspace.guests[0].clone()));
    let mut second = design.clone();
    second.resource_tenant.email_one_time_passcode = EmailOneTimePasscode::Disabled;
    vec![
        Question::Compare { first: design.clone(), second: second.clone(), discovery_only: false },
        Question::Orders { design: design.clone(), requirements: vec![Wanted::NobodyNeedsAPasscode] },
        Question::Lint { design: design.clone(), planned: Some(second.clone()) },
        Question::Heat { design: design.clone() },
        Question::Ways {
            design: design.clone(),
            guest: guest.clone(),
            goal: Wish::Provider(IdentityProvider::ExternalFederation),
        },
        Question::Affected { first: design.clone(), second },
        Question::Explain { design, guest, symptom: "no-invitation-mail".to_owned(), known: Vec::new() },
    ]
}

/// Starts a worker as `asked`, with all that it says in `said`, and waits until it is ready.
async fn start_worker(page: &Page) {
    page.js("window.said = [];
        window.asked = new Worker(document.querySelector('meta[name=worker]').content, { type: 'module' });
        asked.onerror = event => said.push('failed: ' + event.message);
        asked.onmessage = event => said.push(event.data);")
        .await;
    page.until_is("said[0]", true).await;
}

#[test]
fn the_worker_answers_every_kind_of_question_with_the_same_bytes_as_the_engine() {
    browse(async |browser| {
        let page = browser.visit().await;
        start_worker(&page).await;
        for question in questions() {
            let text = serde_json::to_string(&question).unwrap();
            page.js(&format!("said.length = 0; asked.postMessage({})", quoted(&text))).await;
            let answer = page.until("said.find(said => typeof said === 'string')").await;
            let expected = answer_text(&text, |_, _| {});
            assert!(!expected.starts_with(r#"{"failed""#), "{expected}");
            assert!(answer.as_str() == Some(expected.as_str()), "another answer to {}", &text[..60]);
            // What is said on the way is how much of how much is done.
            assert_eq!(page.js("return said.slice(0, -1).every(([done, all]) => done <= all)").await, true);
        }
        page.js("asked.terminate()").await;
    });
}

/// What is asked of the people of a list.
fn questions_of_a_list() -> Vec<Ask> {
    let is_of_a_list =
        |question: &Question| matches!(question, Question::Orders { .. } | Question::Heat { .. } | Question::Lint { .. });
    let asked = questions().into_iter().filter(is_of_a_list).map(|question| Ask::Question { question: Box::new(question) });
    asked.collect()
}

#[test]
fn the_worker_answers_questions_about_a_list_with_the_same_bytes_as_the_engine_and_tells_its_memory() {
    browse(async |browser| {
        let page = browser.visit().await;
        start_worker(&page).await;
        let list = "email,entra,msa,google\nnina@adatum.example,managed,no,no\nvera@freelance.example,none,unknown,no\n";
        let text = |ask: &Ask| serde_json::to_string(ask).unwrap();
        let mut desk = Desk::default();
        let (told, _) = desk.ask(Ask::Open, Some(list.as_bytes().to_vec()), |_, _| {});
        let Told::Columns { columns, .. } = told else { panic!("{told:?}") };
        let design = presets::find("federated-verified-domain").unwrap().workspace.design;
        page.js(&format!(
            "said.length = 0; asked.postMessage([{}, new TextEncoder().encode({}).buffer])",
            quoted(&text(&Ask::Open)),
            quoted(list)
        ))
        .await;
        page.until("said.find(said => typeof said[0] === 'string')").await;
        let questions = questions_of_a_list();
        assert_eq!(questions.len(), 3);
        for ask in std::iter::once(Ask::Read { designs: vec![design], columns }).chain(questions) {
            let asked = text(&ask);
            page.js(&format!("said.length = 0; asked.postMessage([{}])", quoted(&asked))).await;
            let answer = page.until("said.find(said => typeof said[0] === 'string')?.[0]").await;
            let expected = desk.ask_text(&asked, None, |_, _| {}).0;
            assert!(!expected.starts_with(r#"{"refused""#), "{expected}");
            assert!(answer.as_str() == Some(expected.as_str()), "another answer to {}", &asked[..60]);
        }
        page.js("said.length = 0; asked.postMessage(true)").await;
        let memory = page.until("said[0]").await;
        assert!(memory.as_u64().is_some_and(|bytes| bytes > 0 && bytes % 65_536 == 0), "{memory} bytes are no pages of memory");
        page.js("asked.terminate()").await;
    });
}

/// How many people are judged by the worker and natively.
const PEOPLE: usize = 100_000;

/// A list in which what is known of a person takes every combination, at a hundred organisations.
fn people() -> String {
    let pick = |values: &'static [&'static str], number: usize, step: usize| values[number / step % values.len()];
    let row = |number: usize| {
        format!(
            "person{number}@{},{},{},{},{},{},{}\n",
            match number % 5 {
                0 => "tailspin.example".to_owned(),
                1 => "outlook.com".to_owned(),
                2 => "gmail.com".to_owned(),
                _ => format!("org{}.example", number % 97),
            },
            pick(&["managed", "none", "unmanaged", "unknown"], number, 1),
            pick(&["yes", "no", "unknown"], number, 4),
            pick(&["yes", "no", "unknown"], number, 12),
            pick(&["emailLink", "directLink", "commonEndpoint"], number, 36),
            pick(&["no", "yes"], number, 108),
            pick(&["en", "de", "fr"], number, 216),
        )
    };
    let header = "email,entra,msa,google,way_in,contact_conflict,language\n".to_owned();
    std::iter::once(header).chain((0..PEOPLE).map(row)).collect()
}

#[test]
fn a_hundred_thousand_people_have_the_same_fate_in_the_worker_and_natively_byte_for_byte() {
    let list = people();
    let mut desk = Desk::default();
    let (told, _) = desk.ask(Ask::Open, Some(list.as_bytes().to_vec()), |_, _| {});
    let Told::Columns { columns, .. } = told else { panic!("{told:?}") };
    let first = presets::find("federated-verified-domain").unwrap().workspace.design;
    let mut second = first.clone();
    second.resource_tenant.email_one_time_passcode = EmailOneTimePasscode::Disabled;
    let read = serde_json::to_string(&Ask::Read { designs: vec![first, second], columns }).unwrap();
    let write = serde_json::to_string(&Ask::Write { file: File::Rows { raw: true, anonymous: false } }).unwrap();
    let counted = desk.ask_text(&read, None, |_, _| {}).0;
    let (written, file) = desk.ask_text(&write, None, |_, _| {});
    let file = String::from_utf8(file.expect("a file is written")).unwrap();
    assert_eq!(file.lines().count(), PEOPLE + 1, "{counted}");
    browse(async |browser| {
        let page = browser.visit().await;
        start_worker(&page).await;
        let open = serde_json::to_string(&Ask::Open).unwrap();
        page.js(&format!(
            "said.length = 0; asked.postMessage([{}, new TextEncoder().encode({}).buffer])",
            quoted(&open),
            quoted(&list)
        ))
        .await;
        page.until("said.find(said => typeof said[0] === 'string') && true").await;
        for (ask, expected) in [(&read, &counted), (&write, &written)] {
            page.js(&format!("said.length = 0; asked.postMessage([{}])", quoted(ask))).await;
            let answer = page.until("said.find(said => typeof said[0] === 'string')?.[0]").await;
            assert!(answer.as_str() == Some(expected.as_str()), "another answer to {}", &ask[..60]);
        }
        let theirs = page
            .js("return new TextDecoder('utf-8', { ignoreBOM: true }).decode(said.find(said => said[1]?.byteLength)[1])")
            .await;
        let theirs = theirs.as_str().expect("a text");
        let differing = theirs.lines().zip(file.lines()).filter(|(theirs, mine)| theirs != mine).count();
        let kinds: std::collections::BTreeSet<&str> =
            file.lines().skip(1).filter_map(|line| line.split_once(',')).map(|(_, rest)| rest).collect();
        println!("{PEOPLE} people, {} kinds of rows, {} bytes, {differing} rows differ", kinds.len(), file.len());
        assert!(theirs == file, "{differing} rows differ");
        page.js("asked.terminate()").await;
    });
}

#[test]
fn without_the_worker_a_small_question_is_answered_on_the_page_and_a_large_one_refused_with_the_reason() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.before_each_page(NO_WORKERS).await;
        page.reload().await;
        page.command("Findings").await;
        page.until_has(
            "text('.asked__said')",
            "Worked out on the page itself, because the part that works beside the page could not start: workers are off.",
        )
        .await;
        page.until("seen('#findings-design')").await;
        page.click_button("dialog[open]", "Close").await;
        page.command("All redemption orders").await;
        page.until_has(
            "text('.asked__said')",
            "Not worked out: the part that works beside the page could not start: workers are off.",
        )
        .await;
        page.until("all('dialog[open] button').some(button => plain(button) === 'Try again')").await;
        assert_eq!(page.barriers("a refused question").await, Vec::<String>::new());
    });
}

#[test]
fn what_is_worked_on_can_be_stopped_and_asked_again() {
    browse(async |browser| {
        let page = browser.visit().await;
        open_orders(&page).await;
        page.click_button("dialog[open]", "Cancel").await;
        page.until_is("text('.asked__said')", "Cancelled.").await;
        page.click_button("dialog[open]", "Try again").await;
        page.until("seen('.orders tbody tr')").await;
        page.until_is("text('.asked__said')", "").await;
    });
}

async fn open_orders(page: &Page) {
    page.command("All redemption orders").await;
    page.until_is("text('.asked__said')", "Playing every kind of guest …").await;
}
