//! Measures how long the worker of the built page takes for questions about many guests, against the same engine as native code.
//! `cargo xtask bench-page` runs this.
//!
//! Both have the same input, and an answer that differs from the native one in a byte stops the bench. A list of invitees is read, judged
//! under two designs and counted, end to end; the list itself is made beforehand. Nothing is judged: the table is for people.

#[path = "../../../engine/benches/lists/mod.rs"]
mod lists;

use std::time::{Duration, Instant};

use browser_tests::page::quoted;
use browser_tests::{Page, browse};
use lists::list;
use redemption_engine::analysis::population::desk::{Ask, Desk, Told};
use redemption_engine::analysis::question::{Question, Wish, answer_text};
use redemption_engine::design::IdentityProvider;
use redemption_engine::presets;
use serde_json::Value;

/// How often each question is asked.
const TIMES: usize = 5;
/// How long the lists are.
const LISTS: [usize; 4] = [1_000, 10_000, 100_000, 1_000_000];

/// Gives `ask` to the page: a question, and a list beside it, to what is answered and how many milliseconds that took.
const ASK: &str = "
    window.asked = new Worker(document.querySelector('meta[name=worker]').content, { type: 'module' });
    window.ready = new Promise((done, failed) => { asked.onmessage = () => done(true); asked.onerror = failed; });
    window.ask = (question, file) => new Promise((done, failed) => {
        const start = performance.now();
        asked.onerror = failed;
        asked.onmessage = ({ data }) => {
            const answer = typeof data === 'string' ? data : typeof data[0] === 'string' ? data[0] : undefined;
            if (answer !== undefined) done([performance.now() - start, answer]);
        };
        file === undefined ? asked.postMessage(question) : asked.postMessage([question, file], file ? [file] : []);
    });
    return ready;";

/// The same list as [`list`].
const LIST: &str = "
    window.list = count => {
        let text = 'email,label,entra,msa,google,tags\\n';
        for (let number = 0; number < count; number++) {
            const domain = ['adatum.example', 'gmail.com', 'outlook.com'][number % 5] ?? `company${number % 97}.example`;
            const entra = ['managed', 'none', 'unknown'][number % 3];
            text += `guest${number}@${domain},Guest ${number},${entra},no,unknown,team${number % 7}\\n`;
        }
        return new TextEncoder().encode(text).buffer;
    };";

fn main() {
    browse(async |browser| {
        let page = browser.visit().await;
        page.js(ASK).await;
        page.js(LIST).await;
        let mut all = Vec::new();
        for (what, question, unit) in questions() {
            all.push(measure(&page, what, &question, unit).await);
        }
        for count in LISTS {
            all.push(measure_list(&page, count).await);
        }
        print(&all);
    });
}

/// What is counted.
enum Unit {
    /// Guests who are played, as the answer says.
    Walks,
    /// Answers.
    Answers,
}

fn questions() -> Vec<(&'static str, Question, Unit)> {
    let of = |name: &str| presets::find(name).expect("the gallery has the example").workspace;
    let first = Box::new(of("federated-verified-domain").design);
    let second = Box::new(of("federated-verified-domain-saml-first").design);
    let partner = Box::new(of("partner-with-saml").design);
    let managed = of("managed-entra-guest");
    let guest = Box::new(managed.guests.first().expect("the example has a guest").clone());
    let goal = Wish::Provider(IdentityProvider::Google);
    vec![
        (
            "two designs, every guest, discovery",
            Question::Compare { first: first.clone(), second: second.clone(), discovery_only: true },
            Unit::Walks,
        ),
        ("two designs, every guest, whole journeys", Question::Compare { first, second, discovery_only: false }, Unit::Walks),
        ("all 192 settings, every guest", Question::Orders { design: partner, requirements: Vec::new() }, Unit::Answers),
        ("what would have to change", Question::Ways { design: Box::new(managed.design), guest, goal }, Unit::Answers),
    ]
}

/// What was measured, in milliseconds.
struct Measured {
    what: String,
    /// What was counted, and its name, where anything was.
    amount: Option<(f64, &'static str)>,
    native: f64,
    wasm: f64,
}

async fn measure(page: &Page, what: &str, question: &Question, unit: Unit) -> Measured {
    let text = serde_json::to_string(question).expect("a question can be written");
    let (native, expected) =
        (0..TIMES).map(|_| timed(|| answer_text(&text, |_, _| {}))).min_by_key(|(time, _)| *time).expect("times");
    let mut wasm = f64::INFINITY;
    for _ in 0..TIMES {
        let said = page.js(&format!("return ask({})", quoted(&text))).await;
        assert!(said[1].as_str() == Some(expected.as_str()), "the worker answers otherwise: {what}");
        wasm = wasm.min(said[0].as_f64().unwrap_or(f64::NAN));
    }
    let answer: Value = serde_json::from_str(&expected).expect("an answer is JSON");
    let amount = match unit {
        Unit::Walks => Some((answer["walks"].as_f64().unwrap_or(f64::NAN), "guests played")),
        Unit::Answers => None,
    };
    Measured { what: what.to_owned(), amount, native: native.as_secs_f64() * 1000.0, wasm }
}

async fn measure_list(page: &Page, count: usize) -> Measured {
    let designs = ["federated-verified-domain", "federated-verified-domain-saml-first"]
        .map(|name| presets::find(name).expect("the gallery has the example").workspace.design);
    let open = serde_json::to_string(&Ask::Open).expect("a question can be written");
    let mut desk = Desk::default();
    let Told::Columns { columns, .. } = desk.ask(Ask::Open, Some(list(count)), |_, _| ()).0 else {
        panic!("the list is not read")
    };
    let read = serde_json::to_string(&Ask::Read { designs: designs.to_vec(), columns }).expect("a question can be written");
    let times = if count > 100_000 { 2 } else { TIMES };
    let native = (0..times).map(|_| {
        let (mut desk, file) = (Desk::default(), list(count));
        timed(|| {
            desk.ask_text(&open, Some(file), |_, _| ());
            desk.ask_text(&read, None, |_, _| ()).0
        })
    });
    let (native, expected) = native.min_by_key(|(time, _)| *time).expect("times");
    let mut wasm = f64::INFINITY;
    for _ in 0..times {
        let (open, read) = (quoted(&open), quoted(&read));
        let said = page
            .js(&format!(
                "return (async () => {{
                    const file = list({count});
                    const [first] = await ask({open}, file);
                    const [second, answer] = await ask({read}, null);
                    return [first + second, answer];
                }})()"
            ))
            .await;
        assert!(said[1].as_str() == Some(expected.as_str()), "the worker counts otherwise: {count} rows");
        wasm = wasm.min(said[0].as_f64().unwrap_or(f64::NAN));
    }
    Measured {
        what: format!("a list of {count} invitees, two designs, end to end"),
        amount: Some((count as f64, "rows")),
        native: native.as_secs_f64() * 1000.0,
        wasm,
    }
}

/// Does something, and says how long it took.
fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let made = work();
    (start.elapsed(), made)
}

fn print(all: &[Measured]) {
    println!("\nmilliseconds, the shortest of up to {TIMES}; M/s is millions a second\n");
    println!("| Question | native | wasm in the worker | wasm / native | counted | native, M/s | wasm, M/s |");
    println!("|---|---:|---:|---:|---:|---:|---:|");
    for Measured { what, amount, native, wasm } in all {
        print!("| {what} | {native:.1} | {wasm:.1} | {:.2} |", wasm / native);
        match amount {
            Some((amount, unit)) => {
                let speed = |milliseconds: &f64| amount / milliseconds / 1000.0;
                println!(" {amount} {unit} | {:.2} | {:.2} |", speed(native), speed(wasm));
            }
            None => println!(" | | |"),
        }
    }
}
