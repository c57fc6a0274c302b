//! Makes the tools available that serving, building and testing need.
//!
//! A tool that is already there in a fitting version is used as it is. What is
//! missing goes into `.tools/`, announced with the time it takes. Nothing is
//! removed, and nothing that works is upgraded.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, bail};

use crate::repository::{Repository, run};

/// Later versions need a newer compiler than this project asks for.
const TRUNK: &str = "0.21.14";
/// Settings and output have been stable within this series.
const TRUNK_SERIES: &str = "0.21.";
/// The release of binaryen, the package that `wasm-opt` comes in.
const BINARYEN: &str = "132";
/// Older ones refuse the wasm feature names that today's compiler writes.
const OLDEST_WASM_OPT: u32 = 121;
/// The accessibility checker that the browser tests put into the page.
const AXE: &str = "4.14";
/// The parser of CSV that the worker is measured against.
const PAPAPARSE: &str = "5.7";

/// The driver of the second browser.
const GECKODRIVER: &str = "0.37.1";
/// The checker of licences and known weaknesses.
const CARGO_DENY: &str = "0.20.2";

/// What the browser tests need to know about the tools.
pub(crate) struct BrowserTools {
    pub(crate) chromium: PathBuf,
    pub(crate) chromedriver: PathBuf,
    /// The one file of axe-core that is injected into the page under test.
    pub(crate) axe: PathBuf,
    pub(crate) firefox: PathBuf,
    pub(crate) geckodriver: PathBuf,
}

/// Everything that any command needs.
pub(crate) fn set_up_everything(repository: &Repository) -> anyhow::Result<()> {
    for_build(repository)?;
    for_browser(repository)?;
    println!("all tools are there; `cargo xtask serve` shows the page");
    Ok(())
}

/// What a development build needs.
pub(crate) fn for_serve(repository: &Repository) -> anyhow::Result<()> {
    wasm_target(repository)?;
    trunk(repository)?;
    wasm_bindgen(repository)
}

/// What a release build needs.
pub(crate) fn for_build(repository: &Repository) -> anyhow::Result<()> {
    for_serve(repository)?;
    wasm_opt(repository)
}

/// What the tests in a browser need, beyond a release build.
pub(crate) fn for_browser(repository: &Repository) -> anyhow::Result<BrowserTools> {
    let axe = axe(repository)?;
    let (chromium, chromedriver) = browser(repository)?;
    let (firefox, geckodriver) = (firefox(repository)?, geckodriver(repository)?);
    Ok(BrowserTools { chromium, chromedriver, axe, firefox, geckodriver })
}

/// What the audit of packages needs.
pub(crate) fn for_audit(repository: &Repository) -> anyhow::Result<()> {
    if let Some(version) = version(repository, "cargo-deny") {
        found("cargo-deny", &version);
        return Ok(());
    }
    installing(&format!("cargo-deny {CARGO_DENY} into .tools"), "about 8 minutes");
    cargo_install(repository, &format!("install cargo-deny --locked --version {CARGO_DENY}"))
}

fn wasm_target(repository: &Repository) -> anyhow::Result<()> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let library = repository
        .command("rustc")
        .args(["--print", "target-libdir", "--target", TARGET])
        .output()
        .context("`rustc` cannot be started; install Rust with rustup")?;
    let library = String::from_utf8_lossy(&library.stdout);
    if Path::new(library.trim()).is_dir() {
        found("Rust target", TARGET);
        return Ok(());
    }
    if repository.program("rustup").is_none() {
        bail!(
            "the Rust target {TARGET} is missing and so is `rustup`; \
             install the target from where your Rust comes from, or use rustup"
        );
    }
    installing(&format!("the Rust target {TARGET}"), "under a minute");
    run(repository.command("rustup").args(["target", "add", TARGET]))
        .context("the Rust target could not be added; try `rustup target add wasm32-unknown-unknown`")
}

fn trunk(repository: &Repository) -> anyhow::Result<()> {
    if let Some(version) = version(repository, "trunk")
        && version.starts_with(TRUNK_SERIES)
    {
        found("trunk", &version);
        return Ok(());
    }
    installing(&format!("trunk {TRUNK} into .tools"), "about 6 minutes");
    cargo_install(repository, &format!("install trunk --locked --version {TRUNK}"))
}

fn wasm_bindgen(repository: &Repository) -> anyhow::Result<()> {
    let wanted = locked_version(&repository.read("Cargo.lock")?, "wasm-bindgen")?;
    let programs = ["wasm-bindgen", "wasm-bindgen-test-runner"];
    if programs.iter().all(|program| version(repository, program).as_ref() == Some(&wanted)) {
        found("wasm-bindgen", &wanted);
        return Ok(());
    }
    installing(&format!("wasm-bindgen {wanted} into .tools"), "about 3 minutes");
    // Without --locked: its own lock file has named versions that were withdrawn.
    cargo_install(repository, &format!("install wasm-bindgen-cli --version {wanted}"))
}

fn cargo_install(repository: &Repository, arguments: &str) -> anyhow::Result<()> {
    // `--force` replaces a program that cargo does not know it installed.
    let by_hand = format!("cargo {arguments} --force --root .tools");
    run(repository.cargo(arguments).args(["--force", "--root"]).arg(repository.join(".tools")))
        .with_context(|| format!("check the network, or install it by hand in the root: `{by_hand}`"))
}

fn wasm_opt(repository: &Repository) -> anyhow::Result<()> {
    if let Some(version) = version(repository, "wasm-opt")
        && is_recent_wasm_opt(&version)
    {
        found("wasm-opt", &version);
        return Ok(());
    }
    let package = format!("binaryen@{BINARYEN}");
    installing(&format!("wasm-opt (npm's {package}) into .tools"), "under a minute");
    npm_install(repository, &package).with_context(|| {
        format!("or put a wasm-opt of version {OLDEST_WASM_OPT} or later on PATH (package `binaryen` of most systems)")
    })
}

fn is_recent_wasm_opt(version: &str) -> bool {
    version.parse().is_ok_and(|version: u32| version >= OLDEST_WASM_OPT)
}

fn axe(repository: &Repository) -> anyhow::Result<PathBuf> {
    npm_file(repository, "axe-core", AXE, "axe.min.js")
}

/// The one file of PapaParse that is put into the page when the worker is measured.
pub(crate) fn papaparse(repository: &Repository) -> anyhow::Result<PathBuf> {
    npm_file(repository, "papaparse", PAPAPARSE, "papaparse.min.js")
}

/// A file of an npm package in this series of versions; the package is installed where it is not there.
fn npm_file(repository: &Repository, name: &str, series: &str, file: &str) -> anyhow::Result<PathBuf> {
    let folder = format!(".tools/node/node_modules/{name}");
    let file = repository.join(&folder).join(file);
    let version = repository
        .read(&format!("{folder}/package.json"))
        .ok()
        .and_then(|text| serde_json::from_str::<serde_json::Value>(&text).ok())
        .and_then(|package| package["version"].as_str().map(str::to_owned))
        .unwrap_or_default();
    if version.starts_with(series) && file.is_file() {
        found(name, &version);
        return Ok(file);
    }
    let package = format!("{name}@{series}");
    installing(&format!("axe-core (npm's {package}) into .tools"), "under a minute");
    npm_install(repository, &package)?;
    Ok(file)
}

fn npm_install(repository: &Repository, package: &str) -> anyhow::Result<()> {
    if repository.program("npm").is_none() {
        bail!("`{package}` comes from npm, which is missing; install Node.js and its npm");
    }
    let folder = repository.join(".tools/node");
    fs::create_dir_all(&folder).context("cannot make the folder `.tools/node`")?;
    // Saved in that folder's own package.json: otherwise npm, asked for the
    // next package, removes this one.
    run(repository
        .command("npm")
        .args(["install", "--no-audit", "--no-fund", "--save-exact"])
        .arg("--prefix")
        .arg(folder)
        .arg(package))
    .with_context(|| {
        format!(
            "check the network, or install it by hand in the root: \
             `npm install --prefix .tools/node {package}`"
        )
    })
}

/// The browser and its driver, installed on Debian when we may.
fn browser(repository: &Repository) -> anyhow::Result<(PathBuf, PathBuf)> {
    if let Some(both) = find_browser(repository) {
        return Ok(both);
    }
    if repository.program("apt-get").is_none() {
        bail!(
            "the tests in a browser need Chromium or Chrome and the `chromedriver` of the same \
             version on PATH (or named in the variables CHROMIUM and CHROMEDRIVER); install them, \
             or run `cargo xtask test --skip-browser`"
        );
    }
    apt_install(repository, &["chromium", "chromium-driver"])?;
    find_browser(repository).context("chromium and chromium-driver are installed, but not on PATH; check PATH")
}

/// The second browser, installed on Debian when we may.
fn firefox(repository: &Repository) -> anyhow::Result<PathBuf> {
    let find = || {
        let named = std::env::var_os("FIREFOX").map(PathBuf::from);
        named.or_else(|| ["firefox-esr", "firefox"].iter().find_map(|name| repository.program(name)))
    };
    if let Some(path) = find() {
        found("browser", &version_of(Command::new(&path)).unwrap_or_else(|| "Firefox".to_owned()));
        return Ok(path);
    }
    if repository.program("apt-get").is_none() {
        bail!(
            "the tests in a browser need Firefox on PATH (or named in the variable FIREFOX); install it, \
             or run `cargo xtask test --skip-browser`"
        );
    }
    apt_install(repository, &["firefox-esr"])?;
    find().context("firefox-esr is installed, but not on PATH; check PATH")
}

fn geckodriver(repository: &Repository) -> anyhow::Result<PathBuf> {
    if let Some(path) = std::env::var_os("GECKODRIVER").map(PathBuf::from).or_else(|| repository.program("geckodriver")) {
        found("geckodriver", &version_of(Command::new(&path)).unwrap_or_default());
        return Ok(path);
    }
    installing(&format!("geckodriver {GECKODRIVER}, Firefox's driver, into .tools"), "about 4 minutes");
    cargo_install(repository, &format!("install geckodriver --locked --version {GECKODRIVER}"))?;
    repository.program("geckodriver").context("geckodriver was installed, but cannot be found in .tools/bin")
}

/// Installs packages of Debian, as root; says what to run where that is not possible.
fn apt_install(repository: &Repository, packages: &[&str]) -> anyhow::Result<()> {
    let names = packages.join(" ");
    let by_hand = format!("apt-get update && apt-get install -y {names}");
    if !is_root(repository) {
        bail!(
            "the tests in a browser need {}, and installing needs root: run `sudo sh -c '{by_hand}'`, \
             or `cargo xtask test --skip-browser`",
            packages.join(" and ")
        );
    }
    installing(&format!("{} with apt-get", packages.join(" and ")), "about 2 minutes");
    let apt = |arguments: &[&str]| run(repository.command("apt-get").env("DEBIAN_FRONTEND", "noninteractive").args(arguments));
    apt(&["update", "-qq"])
        .and_then(|()| apt(&[&["install", "-y", "-qq"], packages].concat()))
        .with_context(|| format!("{names} could not be installed; try `{by_hand}`"))
}

fn find_browser(repository: &Repository) -> Option<(PathBuf, PathBuf)> {
    const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    let named = |variable| std::env::var_os(variable).map(PathBuf::from);
    let chromium = named("CHROMIUM").or_else(|| BROWSERS.iter().find_map(|name| repository.program(name)))?;
    let chromedriver = named("CHROMEDRIVER").or_else(|| repository.program("chromedriver"))?;
    let version = version_of(Command::new(&chromedriver)).unwrap_or_default();
    found("browser and driver", &version);
    Some((chromium, chromedriver))
}

fn is_root(repository: &Repository) -> bool {
    repository.command("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

/// The version of one of our tools, if it is there and runs.
fn version(repository: &Repository, program: &str) -> Option<String> {
    repository.program(program)?;
    version_of(repository.command(program))
}

fn version_of(mut command: Command) -> Option<String> {
    // trunk takes the variable for an option of its own and rejects `1`.
    let output = command.env_remove("NO_COLOR").arg("--version").output().ok()?;
    first_version(&String::from_utf8_lossy(&output.stdout))
}

/// The first word that looks like a version: `132` in `wasm-opt version 132 (…)`.
fn first_version(text: &str) -> Option<String> {
    text.split_whitespace().find(|word| word.starts_with(|first: char| first.is_ascii_digit())).map(str::to_owned)
}

/// The version of a package that `Cargo.lock` names; it must name exactly one.
fn locked_version(lock: &str, package: &str) -> anyhow::Result<String> {
    let lock: toml::Table = lock.parse().context("`Cargo.lock` is not readable")?;
    let mut versions = lock
        .get("package")
        .and_then(toml::Value::as_array)
        .into_iter()
        .flatten()
        .filter(|entry| entry.get("name").and_then(toml::Value::as_str) == Some(package))
        .filter_map(|entry| entry.get("version").and_then(toml::Value::as_str));
    match (versions.next(), versions.next()) {
        (Some(version), None) => Ok(version.to_owned()),
        (None, _) => {
            bail!("`Cargo.lock` does not name `{package}`; run `cargo update --workspace`")
        }
        (Some(_), Some(_)) => bail!("`Cargo.lock` names several versions of `{package}`; `cargo tree -i {package}` shows why"),
    }
}

fn found(tool: &str, version: &str) {
    println!("found {tool} {version}");
}

fn installing(what: &str, time: &str) {
    println!("installing {what} ({time}, once)");
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"
        version = 4
        [[package]]
        name = "wasm-bindgen"
        version = "0.2.130"
        [[package]]
        name = "syn"
        version = "1.0.0"
        [[package]]
        name = "syn"
        version = "2.0.0"
    "#;

    #[test]
    fn the_lock_file_says_which_wasm_bindgen_is_needed() {
        assert_eq!(locked_version(LOCK, "wasm-bindgen").unwrap(), "0.2.130");
    }

    #[test]
    fn a_package_that_is_missing_or_there_twice_has_no_locked_version() {
        assert!(locked_version(LOCK, "leptos").is_err());
        assert!(locked_version(LOCK, "syn").is_err());
        assert!(locked_version("not = [toml", "syn").is_err());
    }

    #[test]
    fn a_version_is_found_in_what_each_tool_prints() {
        for (printed, version) in [
            ("trunk 0.21.14\n", "0.21.14"),
            ("wasm-bindgen 0.2.130", "0.2.130"),
            ("wasm-opt version 132 (version_132)", "132"),
            ("ChromeDriver 156.0.8078.79 (a21ce9-refs/branch-heads/8078)", "156.0.8078.79"),
        ] {
            assert_eq!(first_version(printed).as_deref(), Some(version));
        }
        assert_eq!(first_version("no such command"), None);
    }

    #[test]
    fn an_old_wasm_opt_is_not_used() {
        assert!(is_recent_wasm_opt("132"));
        assert!(!is_recent_wasm_opt("108"));
        assert!(!is_recent_wasm_opt("unknown"));
    }
}
