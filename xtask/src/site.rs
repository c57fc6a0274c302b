//! Serves the page while it is being worked on, and builds the one that is
//! published.
//!
//! Trunk does the building. What it leaves open is added to `dist/` here: the
//! program in two modules, and the security policy, in the page and as header
//! files. The result is the same
//! under any path of any static host, so nothing here knows where it will be.

use std::fs;
use std::process::Command;

use anyhow::Context;

use crate::policy;
use crate::program;
use crate::repository::{Repository, run};
use crate::size::FirstVisit;
use crate::tools;

/// Changes there do not change the page.
const NOT_THE_PAGE: [&str; 7] = [".tools", "cli", "dist", "docs", "screenshots", "tests", "xtask"];

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
pub(crate) fn build(repository: &Repository) -> anyhow::Result<()> {
    tools::for_build(repository)?;
    build_with_tools(repository)?;
    println!("\n{}", FirstVisit::weigh(repository)?);
    println!("the page is in dist/; any static host can serve it, under any path");
    Ok(())
}

/// Builds the page into `dist/` with tools that are known to be there.
pub(crate) fn build_with_tools(repository: &Repository) -> anyhow::Result<()> {
    run(trunk(repository).args(["build", "--release", "--public-url", "./", "--features", program::FEATURE]))?;

    let page = repository.join("dist/index.html");
    let html = fs::read_to_string(&page).context("trunk has left no dist/index.html")?;
    let secured = policy::secure(&program::split(repository, &html)?)?;
    // No copy as 404.html: hosts show it at any depth, where the relative
    // addresses that make the page work under any path lead nowhere. There is
    // only one page and its state is behind `#`, so nothing is lost.
    let files = [
        ("dist/index.html", secured.html),
        ("dist/_headers", policy::headers_file(&secured.header)),
        ("dist/staticwebapp.config.json", policy::static_web_app_file(&secured.header)),
    ];
    for (file, content) in files {
        fs::write(repository.join(file), content).with_context(|| format!("cannot write `{file}`"))?;
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
