//! Measures how long interactions with the built page take until the next paint, against the click of a minimal leptos counter.
//! `cargo xtask bench-page` builds the counter and runs this.
//!
//! The browser's event timing measures, with the processor slowed down four times. It rounds to 8 ms and leaves out what is under 16 ms,
//! which is counted as 16 here. What an interaction changes at once is in that paint, the rest in a frame after it: how long it takes until the
//! document is what it is to be stands beside it. Nothing is judged: the table is for people.

use std::future::Future;

use browser_tests::{Key, Page, Visit, browse, server};
use redemption_engine::engine::replay;
use redemption_engine::presets::{self, Preset};
use serde_json::json;

/// How often each interaction is done.
const TIMES: usize = 60;
/// How much slower than this computer.
const SLOWER: u32 = 4;
/// The shortest duration that the browser reports, in milliseconds.
const SHORTEST: f64 = 16.0;

/// Keeps the longest event of each interaction, and when the document was last changed after its beginning.
const OBSERVE: &str = "
    window.interactions = new Map();
    const keep = entries => entries.filter(entry => entry.interactionId).forEach(entry =>
        interactions.set(entry.interactionId, Math.max(interactions.get(entry.interactionId) ?? 0, entry.duration)));
    window.watch = new PerformanceObserver(list => keep(list.getEntries()));
    window.durations = () => { keep(watch.takeRecords()); const all = [...interactions.values()]; interactions.clear(); return all; };
    watch.observe({ type: 'event', durationThreshold: 16 });
    window.began = window.changed = 0;
    const begin = event => { began = changed = event.timeStamp; };
    for (const kind of ['pointerdown', 'keydown']) addEventListener(kind, begin, { capture: true });
    new MutationObserver(() => { changed = performance.now(); })
        .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    const frame = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    window.settled = async () => {
        let before;
        do { before = changed; await frame(); await frame(); } while (changed !== before);
    };";
/// When nothing has changed for two frames, all that an interaction has changed is painted and reported.
const SETTLED: &str = "return settled()";

fn main() {
    let largest = presets::all().into_iter().max_by_key(steps).expect("the gallery has examples");
    println!("largest example: {} ({} steps)", largest.title, steps(&largest));
    browse(async |browser| {
        let counter = browser.open(Visit::default()).await;
        counter.go(server::COUNTER).await;
        counter.until("seen('button')").await;
        let counter = Bench::new(counter).await;
        let base = counter.measure("counter: click", async |_| counter.tap("seen('button')").await).await;

        let page = browser.open(Visit::default()).await;
        page.start_at(&format!("#/fresh?preset={}", largest.id)).await;
        page.until_is("seen('.context input').value", largest.workspace.name.clone()).await;
        page.click_button(".setup__parts", "Resource tenant").await;
        page.until("byId('resource.googleFederation')").await;
        let bench = Bench::new(page).await;
        let all = [base].into_iter().chain(measure_page(&bench).await).collect::<Vec<_>>();
        print(&all);
    });
}

async fn measure_page(bench: &Bench) -> Vec<Series> {
    let page = &bench.page;
    let mut all = Vec::new();
    let rows = "all('.ladder button.node__button').filter(button => button.checkVisibility())";
    let row = async |time: usize| bench.tap(&format!("{rows}[{time} % {rows}.length]")).await;
    all.push(bench.measure("choosing a check of the flow", row).await);

    page.click(".transport__button[aria-label='First step']").await;
    let stops = page.js("return Number(text('.transport__here').split(' of ')[1])").await.as_u64().unwrap_or(1).max(2);
    page.js("byId('flow').focus()").await;
    let step = async |time: usize| {
        let is_on_the_way_back = (time as u64 / (stops - 1)) % 2 == 1;
        page.press(if is_on_the_way_back { Key::Left } else { Key::Right }).await;
    };
    all.push(bench.measure("stepping, an arrow key", step).await);

    let flip = async |_| bench.tap("byId('resource.googleFederation')").await;
    all.push(bench.measure("switching a setting", flip).await);

    let order = async |time: usize| {
        let moved = if time.is_multiple_of(2) { ":first-child [id$=down]" } else { ":nth-child(2) [id$=up]" };
        bench.tap(&format!("seen('.order__list .order__row{moved}')")).await;
    };
    all.push(bench.measure("reordering providers", order).await);

    page.click("[id='resource.displayName']").await;
    all.push(bench.measure("typing a letter", async |_| page.type_text("a").await).await);
    page.press(Key::Enter).await;
    let mut taken = Series::new("taking over what was typed (Enter)");
    for _ in 0..TIMES {
        page.type_text("b").await;
        page.js(SETTLED).await;
        bench.reset().await;
        taken.extend(bench, async || page.press(Key::Enter).await).await;
    }
    all.push(taken);
    all
}

/// How many steps the runs of an example have together.
fn steps(preset: &Preset) -> usize {
    let design = &preset.workspace.design;
    let runs = preset.workspace.guests.iter().map(|guest| replay(design, guest, &guest.story));
    runs.flat_map(|run| run.chapters).map(|chapter| chapter.steps.len()).sum()
}

/// A page whose interactions are timed.
struct Bench {
    page: Page,
}

impl Bench {
    async fn new(page: Page) -> Self {
        page.js(OBSERVE).await;
        page.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER })).await;
        Self { page }
    }

    /// Does one interaction again and again, each after the one before was painted.
    async fn measure<F: Future<Output = ()>>(&self, what: &'static str, interact: impl Fn(usize) -> F) -> Series {
        let mut series = Series::new(what);
        self.reset().await;
        for time in 0..TIMES {
            series.extend(self, || interact(time)).await;
        }
        series
    }

    /// Forgets what was timed.
    async fn reset(&self) {
        self.page.js("durations()").await;
    }

    /// Presses and releases the mouse on the element that an expression stands for, once it is in view and the mouse on it.
    async fn tap(&self, element: &str) {
        let script = format!(
            "const element = {element};
            element.scrollIntoView({{ block: 'nearest' }});
            const box = element.getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2];"
        );
        let at = self.page.js(&script).await;
        self.page.devtools("Input.dispatchMouseEvent", json!({ "type": "mouseMoved", "x": at[0], "y": at[1] })).await;
        self.page.js(SETTLED).await;
        for kind in ["mousePressed", "mouseReleased"] {
            let event = json!({ "type": kind, "x": at[0], "y": at[1], "button": "left", "clickCount": 1 });
            self.page.devtools("Input.dispatchMouseEvent", event).await;
        }
    }
}

/// What one kind of interaction took, in milliseconds.
struct Series {
    what: &'static str,
    /// Until the next paint.
    durations: Vec<f64>,
    /// Until the last change of the document.
    changes: Vec<f64>,
}

impl Series {
    fn new(what: &'static str) -> Self {
        Self { what, durations: Vec::with_capacity(TIMES), changes: Vec::with_capacity(TIMES) }
    }

    /// Does an interaction once and takes its duration.
    async fn extend<F: Future<Output = ()>>(&mut self, bench: &Bench, interact: impl FnOnce() -> F) {
        interact().await;
        bench.page.js(SETTLED).await;
        let timed = bench.page.js("return durations()").await;
        let longest = timed.as_array().into_iter().flatten().filter_map(serde_json::Value::as_f64).fold(SHORTEST, f64::max);
        self.durations.push(longest);
        let changed = bench.page.js("return changed - began").await;
        self.changes.push(changed.as_f64().unwrap_or_default());
    }
}

/// The duration that so many in a hundred do not exceed.
fn percentile(durations: &[f64], percent: usize) -> f64 {
    let mut sorted = durations.to_vec();
    sorted.sort_by(f64::total_cmp);
    let rank = (sorted.len() * percent).div_ceil(100).max(1);
    sorted.get(rank - 1).copied().unwrap_or_default()
}

fn print(all: &[Series]) {
    let base = all.first().map_or(1.0, |counter| percentile(&counter.durations, 98));
    println!(
        "\nmilliseconds until the next paint, {TIMES} times each, processor {SLOWER} times slower, rounded to 8 by the browser\n"
    );
    println!(
        "| Interaction | Median | 98th percentile | Longest | 98th against the counter's | Until the last change, median | 98th |"
    );
    println!("|---|---:|---:|---:|---:|---:|---:|");
    for Series { what, durations, changes } in all {
        let [median, p98, longest] = [50, 98, 100].map(|percent| percentile(durations, percent));
        let [changed, last] = [50, 98].map(|percent| percentile(changes, percent));
        println!("| {what} | {median} | {p98} | {longest} | {:.1} | {changed:.0} | {last:.0} |", p98 / base);
    }
}
