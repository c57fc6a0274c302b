//! Measures how long the worker of the built page takes for questions about many guests, against the same engine as native code.
//! `cargo xtask bench-page` runs this.
//!
//! Both have the same input, and an answer that differs from the native one in a byte stops the bench. A list of invitees is read, judged
//! under two designs and counted, end to end; the list itself is made beforehand. The same is done with PapaParse and a plain decision in
//! JavaScript; other counts stop the bench, too. Nothing is judged: the tables are for people.

#[path = "../../../engine/benches/lists/mod.rs"]
mod lists;

use std::time::{Duration, Instant};

use browser_tests::page::quoted;
use browser_tests::{Page, browse, tools};
use lists::list;
use redemption_engine::analysis::population::desk::{Ask, Desk, Told};
use redemption_engine::analysis::population::summary::Summary;
use redemption_engine::analysis::question::{Question, Wish, answer_text};
use redemption_engine::design::{Design, IdentityProvider};
use redemption_engine::presets;
use serde_json::{Value, json};

/// How often each question is asked.
const TIMES: usize = 5;
/// How long the lists are.
const LISTS: [usize; 4] = [1_000, 10_000, 100_000, 1_000_000];

/// Gives `ask` to the page: a question, and a list beside it, to what is answered and how many milliseconds that took.
const ASK: &str = "
    window.asked?.terminate();
    window.asked = new Worker(document.querySelector('meta[name=worker]').content, { type: 'module' });
    window.ready = new Promise((done, failed) => { asked.onmessage = () => done(true); asked.onerror = failed; });
    window.ask = (question, file) => new Promise((done, failed) => {
        const start = performance.now();
        asked.onerror = failed;
        asked.onmessage = ({ data }) => {
            if (typeof data === 'number') return done(data);
            const answer = typeof data === 'string' ? data : typeof data[0] === 'string' ? data[0] : undefined;
            if (answer !== undefined) done([performance.now() - start, answer]);
        };
        file === undefined ? asked.postMessage(question) : asked.postMessage([question, file], file ? [file] : []);
    });
    window.memory = () => ask(true);
    return ready;";

/// The same counts with PapaParse and a decision written by hand: for each order, each group with the certain and the possible rows.
const PLAIN: &str = "
    const consumer = new Set(['gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'live.com', 'msn.com']);
    const both = cell => cell === 'yes' ? [true] : cell === 'no' ? [false] : [true, false];
    const decide = ({ order, federated, google, passcode }, domain, entra, msa, hasGoogle) => {
        for (const provider of order) {
            if (provider === 'azureActiveDirectory' && entra !== 'none') return 'workAccount';
            if (provider === 'externalFederation' && federated.has(domain)) return 'partner';
            if (provider === 'socialIdentityProviders' && google && hasGoogle && domain === 'gmail.com') return 'google';
        }
        return msa ? 'microsoftAccount' : passcode ? 'passcode' : 'newAccount';
    };
    const add = (groups, found) => {
        for (const group of found) {
            const range = groups[group] ??= [0, 0];
            range[0] += found.size === 1;
            range[1] += 1;
        }
    };
    window.decidedPlainly = (file, designs) => {
        const start = performance.now();
        const settings = designs.map(design => ({ ...design, federated: new Set(design.federated) }));
        const rows = Papa.parse(new TextDecoder().decode(file), { skipEmptyLines: true }).data;
        const [email, entra, msa, google, tags] = ['email', 'entra', 'msa', 'google', 'tags'].map(name => rows[0].indexOf(name));
        const seen = new Set(), groups = designs.map(() => ({})), domains = new Map(), teams = new Map();
        let changed = 0;
        for (let number = 1; number < rows.length; number++) {
            const row = rows[number], address = row[email].trim().toLowerCase();
            if (!/^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$/.test(address) || seen.has(address)) continue;
            seen.add(address);
            const domain = address.slice(address.lastIndexOf('@') + 1);
            const accounts = consumer.has(domain) ? ['none'] : ['managed', 'unmanaged', 'none'].includes(row[entra]) ? [row[entra]] : ['managed', 'unmanaged', 'none'];
            const found = settings.map(design => {
                const found = new Set();
                for (const account of accounts) for (const personal of both(row[msa])) for (const mail of both(row[google]))
                    found.add(decide(design, domain, account, personal, mail));
                return found;
            });
            found.forEach((found, side) => add(groups[side], found));
            changed += [...found[0]].join() !== [...found[1]].join();
            for (const [map, key] of [[domains, domain], [teams, row[tags]]]) {
                if (!map.has(key)) map.set(key, {});
                add(map.get(key), found[0]);
            }
        }
        return [performance.now() - start, groups, seen.size, domains.size, teams.size, changed];
    };";

/// The same list as that of the natives.
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
        let path = tools::papaparse();
        let papaparse = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        page.js(&format!("(function () {{ {papaparse}\n }}).call(window);")).await;
        page.js(PLAIN).await;
        page.js(LIST).await;
        page.js(ASK).await;
        let mut all = Vec::new();
        for (what, question, unit) in questions() {
            all.push(measure(&page, what, &question, unit).await);
        }
        let mut lists = Vec::new();
        for count in LISTS {
            let (measured, list) = measure_list(&page, count).await;
            all.push(measured);
            lists.push(list);
        }
        all.push(measure_orders_of_list(&page, LISTS[2]).await);
        print(&all);
        print_lists(&lists);
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

/// What was measured of a list beside the time of the worker.
struct List {
    rows: usize,
    /// How many bytes the file has.
    bytes: usize,
    wasm: f64,
    /// PapaParse and plain JavaScript, in milliseconds.
    plain: f64,
    /// The memory of a fresh worker in bytes, before the list and after it was counted.
    memory: [f64; 2],
}

/// The settings that the plain decision knows.
fn plain_settings(design: &Design) -> Value {
    let resource = &design.resource_tenant;
    let federated: Vec<&str> =
        resource.federations.iter().flat_map(|federation| &federation.domains).map(|domain| domain.as_str()).collect();
    let order = serde_json::to_value(resource.redemption_order).expect("an order can be written");
    json!({
        "order": order["primaryIdentityProviderPrecedenceOrder"],
        "federated": federated,
        "google": resource.google_federation,
        "passcode": design.passcode_enabled(),
    })
}

/// Stops where the plain decision counts otherwise than the engine.
fn must_be_the_same(summary: &Summary, plain: &Value) {
    assert_eq!(plain[2].as_u64(), Some(summary.rows), "PapaParse reads other rows");
    assert_eq!(plain[4].as_u64(), u64::try_from(summary.tags.len()).ok(), "PapaParse reads other tags");
    for line in &summary.groups {
        for (side, range) in [(0, Some(line.first)), (1, line.second)] {
            let Some(range) = range else { continue };
            let counted = &plain[1][side][line.id.as_str()];
            let counted = (counted[0].as_u64().unwrap_or_default(), counted[1].as_u64().unwrap_or_default());
            assert_eq!(
                counted,
                (range.certain, range.possible),
                "the plain decision counts otherwise: {}, design {side}",
                line.name
            );
        }
    }
}

async fn measure_list(page: &Page, count: usize) -> (Measured, List) {
    // A fresh worker, because memory is never given back.
    page.js(ASK).await;
    let before = page.js("return memory()").await.as_f64().unwrap_or(f64::NAN);
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
    let (mut wasm, mut after) = (f64::INFINITY, f64::NAN);
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
        // Of one list: a second one is there beside the first until that is dropped.
        if after.is_nan() {
            after = page.js("return memory()").await.as_f64().unwrap_or(f64::NAN);
        }
    }
    let Ok(Told::Counted { summary }) = serde_json::from_str(&expected) else { panic!("the list is not counted") };
    let settings = json!(designs.each_ref().map(plain_settings));
    let mut plain = f64::INFINITY;
    for _ in 0..times {
        let said = page.js(&format!("const file = list({count}); return decidedPlainly(file, {settings})")).await;
        must_be_the_same(&summary, &said);
        plain = plain.min(said[0].as_f64().unwrap_or(f64::NAN));
    }
    let measured = Measured {
        what: format!("a list of {count} invitees, two designs, end to end"),
        amount: Some((count as f64, "rows")),
        native: native.as_secs_f64() * 1000.0,
        wasm,
    };
    (measured, List { rows: count, bytes: list(count).len(), wasm, plain, memory: [before, after] })
}

fn print_lists(lists: &[List]) {
    println!(
        "\n| Rows | wasm in the worker, ms | PapaParse and plain JavaScript, ms | wasm / PapaParse | file, MB | wasm memory before, MB | after, MB | growth beside the file, bytes a row |"
    );
    println!("|---:|---:|---:|---:|---:|---:|---:|---:|");
    for List { rows, bytes, wasm, plain, memory: [before, after] } in lists {
        let beside = (after - before - *bytes as f64) / *rows as f64;
        let mega = |bytes: f64| bytes / 1_000_000.0;
        println!(
            "| {rows} | {wasm:.1} | {plain:.1} | {:.2} | {:.1} | {:.1} | {:.1} | {beside:.1} |",
            wasm / plain,
            mega(*bytes as f64),
            mega(*before),
            mega(*after),
        );
    }
}

/// All orders for a list that the worker and the desk have read before.
async fn measure_orders_of_list(page: &Page, count: usize) -> Measured {
    let design = presets::find("partner-with-saml").expect("the gallery has the example").workspace.design;
    let mut desk = Desk::default();
    let Told::Columns { columns, .. } = desk.ask(Ask::Open, Some(list(count)), |_, _| ()).0 else {
        panic!("the list is not read")
    };
    let text = |ask: &Ask| serde_json::to_string(ask).expect("a question can be written");
    let read = text(&Ask::Read { designs: vec![design.clone()], columns });
    desk.ask_text(&read, None, |_, _| ());
    let question = Question::Orders { design: Box::new(design), requirements: Vec::new() };
    let question = text(&Ask::Question { question: Box::new(question) });
    let (native, (expected, _)) = timed(|| desk.ask_text(&question, None, |_, _| ()));
    let (open, read, question) = (quoted(&text(&Ask::Open)), quoted(&read), quoted(&question));
    let said = page
        .js(&format!(
            "return (async () => {{ await ask({open}, list({count})); await ask({read}, null); return ask({question}, null); }})()"
        ))
        .await;
    assert!(said[1].as_str() == Some(expected.as_str()), "the worker ranks otherwise: {count} rows");
    Measured {
        what: format!("all 192 settings, a list of {count} invitees that was read"),
        amount: Some((count as f64, "rows")),
        native: native.as_secs_f64() * 1000.0,
        wasm: said[0].as_f64().unwrap_or(f64::NAN),
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
