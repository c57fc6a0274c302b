//! Everything that must hold before a change is good: one list of steps, in
//! order, the quick ones first.
//!
//! It stops at the first step that fails and names it. It repairs nothing: each
//! step shows the command that it runs, to be run and worked on by itself.

use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::Context;

use crate::offline::Offline;
use crate::repository::{Repository, run};
use crate::site;
use crate::size;
use crate::tools;

/// The page's own package, which is also checked as wasm.
const PAGE_AS_WASM: &str = "-p redemption-simulator --target wasm32-unknown-unknown";

/// Sets up what is missing, then runs every check.
pub(crate) fn run_all(repository: &Repository, skip_browser: bool) -> anyhow::Result<()> {
    let mut steps = Steps::default();
    steps.step("tools", "find or install them; a moment if all are there", || tools::for_build(repository))?;
    let browser = if skip_browser {
        None
    } else {
        let what = "find or install Chromium, Firefox, their drivers and axe";
        Some(steps.step("browser tools", what, || tools::for_browser(repository))?)
    };

    steps.step("format", "rustfmt, seconds", || run(&mut repository.cargo("fmt --all --check")))?;
    steps.step("lints", "clippy as native code, minutes the first time", || {
        run(&mut repository.cargo("clippy --workspace --all-targets -- -D warnings"))
    })?;
    steps.step("lints of the page", "clippy as wasm, minutes the first time", || {
        let arguments = format!("clippy {PAGE_AS_WASM} --all-targets -- -D warnings");
        run(&mut repository.cargo(&arguments))
    })?;
    steps.step("documents", "rustdoc without warnings, a minute", || {
        let arguments = "doc --workspace --no-deps --document-private-items";
        run(repository.cargo(arguments).env("RUSTDOCFLAGS", "-D warnings"))
    })?;
    // Without the browser tests: they need the built page, and bring tokio.
    steps.step("native tests", "engine, command line and xtask, minutes the first time", || {
        run(&mut repository.cargo("test --workspace --exclude browser-tests"))
    })?;
    if let Some(browser) = &browser {
        steps.step("tests of the page", "components in a headless browser, minutes the first time", || {
            let arguments = format!("test {PAGE_AS_WASM} --test web");
            run(repository
                .cargo(&arguments)
                // Found on PATH, where ours comes first: cargo splits a path at spaces.
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
                .env("CHROMEDRIVER", &browser.chromedriver)
                // Seconds; the default of 20 is too short for a busy machine.
                .env("WASM_BINDGEN_TEST_TIMEOUT", "180"))
        })?;
    }
    steps.step("build", "the release build into dist/, minutes", || site::build_with_tools(repository, Offline::Kept))?;
    steps.step("size", "the first visit against its budget, seconds", || size::check(repository))?;
    if let Some(browser) = &browser {
        steps.step("tests of the site", "the built page in headless browsers, minutes", || {
            run(&mut with_browser(repository, browser, "test -p browser-tests"))
        })?;
    }
    steps.print_summary();
    println!("everything holds");
    Ok(())
}

/// Takes pictures of the page in `dist/`, for people to look at.
pub(crate) fn screenshots(repository: &Repository) -> anyhow::Result<()> {
    site::must_be_built(repository)?;
    let browser = tools::for_browser(repository)?;
    let folder = repository.join("screenshots");
    run(with_browser(repository, &browser, "run -p browser-tests --example screenshots").env("SCREENSHOTS", &folder))
}

/// A cargo command that drives the page in `dist/`.
pub(crate) fn with_browser(repository: &Repository, browser: &tools::BrowserTools, arguments: &str) -> Command {
    let mut command = repository.cargo(arguments);
    command
        .env("SITE_DIR", repository.join("dist"))
        .env("CHROMIUM", &browser.chromium)
        .env("CHROMEDRIVER", &browser.chromedriver)
        .env("AXE", &browser.axe)
        .env("FIREFOX", &browser.firefox)
        .env("GECKODRIVER", &browser.geckodriver);
    command
}

/// The steps done so far, with the time that each took.
#[derive(Default)]
struct Steps {
    done: Vec<(&'static str, Duration)>,
}

impl Steps {
    /// Announces and does one step; an error names it.
    fn step<T>(&mut self, name: &'static str, what: &str, work: impl FnOnce() -> anyhow::Result<T>) -> anyhow::Result<T> {
        println!("\n== {name}: {what}");
        let start = Instant::now();
        let result = work();
        self.done.push((name, start.elapsed()));
        if result.is_err() {
            self.print_summary();
        }
        result.with_context(|| format!("the step `{name}` failed"))
    }

    fn print_summary(&self) {
        println!();
        for (name, time) in &self.done {
            println!("{name:<20} {:>7.1} s", time.as_secs_f64());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_names_the_step_that_it_happened_in() {
        let mut steps = Steps::default();
        let result: anyhow::Result<()> = steps.step("lints", "quick", || anyhow::bail!("`cargo clippy` failed"));
        let error = format!("{:#}", result.unwrap_err());
        assert_eq!(error, "the step `lints` failed: `cargo clippy` failed");
        assert_eq!(steps.done.len(), 1);
    }
}
