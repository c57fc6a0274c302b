//! Measures: the engine by its benchmarks, the page against a minimal counter of the same framework, and its worker against native code.
//!
//! Figures are printed for people; nothing here fails because something is slow.

use std::fs;

use anyhow::Context;

use crate::checks::with_browser;
use crate::repository::{Repository, run};
use crate::site;
use crate::tools;
use crate::worker::PROFILE;

/// The counter's package.
const COUNTER: &str = "tests/browser/counter";
/// The compiler's output, below its folder.
const COMPILED: &str = "wasm32-unknown-unknown/release/counter.wasm";

/// Runs the benchmarks of the engine.
pub(crate) fn engine(repository: &Repository) -> anyhow::Result<()> {
    run(&mut repository.cargo("bench -p redemption-engine"))
}

/// Times questions about many guests, by the worker in `dist/` and by the engine compiled alike; lists also by PapaParse and plain JavaScript.
pub(crate) fn questions(repository: &Repository) -> anyhow::Result<()> {
    site::must_be_built(repository)?;
    let browser = tools::for_browser(repository)?;
    let papaparse = tools::papaparse(repository)?;
    let arguments = format!("run --profile {PROFILE} -p browser-tests --example questions");
    run(with_browser(repository, &browser, &arguments).env("PAPAPARSE", &papaparse))
}

/// Times interactions with the page in `dist/`.
pub(crate) fn page(repository: &Repository) -> anyhow::Result<()> {
    site::must_be_built(repository)?;
    tools::for_build(repository)?;
    let browser = tools::for_browser(repository)?;
    let target = repository.target()?;

    // With the same profile as the page, and optimised alike.
    run(&mut repository.cargo("build --release -p counter --target wasm32-unknown-unknown"))?;
    let folder = target.join("counter");
    fs::create_dir_all(&folder).context("cannot make a folder for the counter")?;
    let options = ["--target", "web", "--no-typescript", "--out-name", "counter", "--out-dir"];
    run(repository.command("wasm-bindgen").args(options).arg(&folder).arg(target.join(COMPILED)))?;
    let module = folder.join("counter_bg.wasm");
    run(repository.command("wasm-opt").arg(&module).args(["-O2", "--output"]).arg(&module))?;
    for name in ["index.html", "start.js"] {
        fs::copy(repository.join(COUNTER).join(name), folder.join(name)).with_context(|| format!("cannot copy `{name}`"))?;
    }

    run(with_browser(repository, &browser, "run -p browser-tests --example interactions").env("COUNTER_DIR", &folder))
}
