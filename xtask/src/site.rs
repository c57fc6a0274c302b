//! Serves the page while it is being worked on, and builds the one that is
//! published.
//!
//! Trunk does the building. What it leaves open is added to `dist/` here: the
//! program in two modules, the worker, the security policy, in the page and as
//! header files, the embedded view, the licences, and what makes the page work offline. The
//! result is the same under any path of any static host, so nothing here knows
//! where it will be.

use std::fs;
use std::process::Command;

use anyhow::Context;

use crate::embed;
use crate::html::tags;
use crate::notices;
use crate::offline::{self, Offline};
use crate::policy::{self, Framing};
use crate::program;
use crate::repository::{Repository, run};
use crate::size::FirstVisit;
use crate::tools;
use crate::worker;

/// Changes there do not change the page.
const NOT_THE_PAGE: [&str; 10] = [".github", ".tools", "cli", "dist", "docs", "fuzz", "screenshots", "tests", "worker", "xtask"];

/// Serves the page until interrupted.
pub(crate) fn serve(repository: &Repository, port: u16, open: bool, release: bool) -> anyhow::Result<()> {
    tools::for_serve(repository)?;
    let mut trunk = trunk(repository);
    // Not into dist/: what lies there is always a finished release.
    trunk.args(["serve", "--dist", "target/serve"]).args(["--port", &port.to_string()]);
    if open {
        trunk.arg("--open");
    }
    if release {
        trunk.arg("--release");
    }
    for folder in NOT_THE_PAGE {
        if repository.join(folder).is_dir() {
            trunk.args(["--ignore", folder]);
        }
    }
    println!("\nbuilding the page (the first time takes a few minutes), then serving it on");
    println!("    http://localhost:{port}/\nuntil you press Ctrl-C\n");
    run(&mut trunk)
}

/// Builds the page into `dist/` and prints what a first visit loads.
pub(crate) fn build(repository: &Repository, offline: Offline) -> anyhow::Result<()> {
    tools::for_build(repository)?;
    build_with_tools(repository, offline)?;
    println!("\n{}", FirstVisit::weigh(repository)?);
    println!("the page is in dist/; any static host can serve it, under any path");
    Ok(())
}

/// Builds the page into `dist/` with tools that are known to be there.
pub(crate) fn build_with_tools(repository: &Repository, offline: Offline) -> anyhow::Result<()> {
    run(trunk(repository).args(["build", "--release", "--public-url", "./", "--features", program::FEATURE]))?;

    let page = repository.join("dist/index.html");
    let html = fs::read_to_string(&page).context("trunk has left no dist/index.html")?;
    let html = program::split(repository, &html)?;
    let embedded = policy::secure(&embed::page(&html)?, Framing::Everyone)?;
    let worker = worker::build(repository)?;
    let links = format!("{}{}", worker.mark(), offline::links(offline));
    let page = policy::secure(&with_links(html, &links)?, Framing::Nobody)?;
    // No copy as 404.html: hosts show it at any depth, where the relative
    // addresses that make the page work under any path lead nowhere. There is
    // only one page and its state is behind `#`, so nothing is lost.
    let files = [
        ("index.html", page.html),
        (embed::PAGE, embedded.html),
        ("_headers", policy::headers_file(&page.header, &embedded.header, worker.folder())),
        ("staticwebapp.config.json", policy::static_web_app_file(&page.header, &embedded.header)),
        // GitHub Pages leaves out files that begin with `_` otherwise.
        (".nojekyll", String::new()),
        (offline::MANIFEST, offline::manifest()),
        ("LICENSE.txt", repository.read("LICENSE")?),
        ("third-party-notices.txt", notices::text(repository)?),
    ];
    let dist = repository.join("dist");
    fs::create_dir_all(dist.join("embed")).context("cannot make `dist/embed`")?;
    for icon in &offline::ICONS {
        let from = repository.join("public").join(icon.file);
        fs::copy(&from, dist.join(icon.file)).with_context(|| format!("cannot copy `{}`", from.display()))?;
    }
    for picture in &offline::SCREENSHOTS {
        let (from, to) = (repository.join(picture.source()), dist.join(picture.address()));
        to.parent().map_or(Ok(()), fs::create_dir_all).context("cannot make the folder for pictures in `dist/`")?;
        fs::copy(&from, to).with_context(|| format!("cannot copy `{}`", from.display()))?;
    }
    for (file, content) in files {
        fs::write(dist.join(file), content).with_context(|| format!("cannot write `dist/{file}`"))?;
    }
    // Trunk leaves the folder that it worked in.
    if dist.join(".stage").is_dir() {
        fs::remove_dir_all(dist.join(".stage")).context("cannot remove `dist/.stage`")?;
    }
    // Last: it lists all others.
    fs::write(dist.join(offline::WORKER), offline::worker(&dist, offline)?).context("cannot write the service worker")
}

/// The page with what installs it and where its worker is, after the last link of its head.
fn with_links(mut html: String, links: &str) -> anyhow::Result<String> {
    let end = tags(&html).iter().filter(|tag| tag.name == "link").map(|tag| tag.span.end).max();
    html.insert_str(end.context("trunk's page has no links")?, links);
    Ok(html)
}

/// Fails where there is no page in `dist/`.
pub(crate) fn must_be_built(repository: &Repository) -> anyhow::Result<()> {
    if !repository.join("dist/index.html").is_file() {
        anyhow::bail!("there is no page in dist/; run `cargo xtask build`");
    }
    Ok(())
}

/// Trunk, in the environment that it needs.
fn trunk(repository: &Repository) -> Command {
    let mut trunk = repository.command("trunk");
    // It asks the network for a newer version of itself on every run otherwise.
    trunk.env("TRUNK_SKIP_VERSION_CHECK", "true");
    // It rejects the customary `NO_COLOR=1`.
    trunk.env_remove("NO_COLOR");
    if std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        trunk.env("TRUNK_COLOR", "never");
    }
    trunk
}
