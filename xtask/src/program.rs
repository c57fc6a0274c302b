//! The program of the built page, in two modules: what a first visit needs, and what is loaded once the page has started.
//!
//! Trunk knows programs of one module only and has put the whole into `dist/`. Here the compiler's output is taken once more, split
//! at the functions that the page marks with `later!`, bound, made small, and put in the place of trunk's. Which functions these
//! are is decided in `src/`; nothing is split while the page is served for development.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow};

use crate::hashed::Files;
use crate::html::{Tag, tags};
use crate::repository::{Repository, run};

/// The cargo feature under which the compiler leaves in what the splitter needs.
pub(crate) const FEATURE: &str = "split";

/// The compiler's output, below its folder.
const COMPILED: &str = "wasm32-unknown-unknown/release/redemption-simulator.wasm";
/// How the folder in `dist/` is called, in front of what its content gives it.
const FOLDER: &str = "program";
/// The script that starts the program.
const SCRIPT: &str = "program.js";
/// The main module.
const MODULE: &str = "program_bg.wasm";
/// The script that loads the other modules; the program's script imports it.
const LOADER: &str = "split.js";

/// Puts the split program into `dist/` in the place of the whole one, and returns the page that names it.
pub(crate) fn split(repository: &Repository, html: &str) -> anyhow::Result<String> {
    let whole = Whole::of(html)?;
    let target = repository.target()?;
    let made = target.join("split");
    if made.exists() {
        fs::remove_dir_all(&made).context("cannot empty the folder for the split program")?;
    }
    let modules = split_modules(&target.join(COMPILED), &made)?;
    bind(repository, &made)?;
    for module in modules.iter().chain([&made.join(MODULE)]) {
        // Packed by brotli, this is smaller than what `-Oz` makes, which is shorter before.
        let options = ["-O2", "--output"];
        run(repository.command("wasm-opt").arg(module).args(options).arg(module))?;
    }

    let mut files = Files::read(&made)?;
    check_later_modules(&mut files)?;
    let dist = repository.join("dist");
    files.put(&dist, FOLDER)?;
    for name in [&whole.script, &whole.module] {
        fs::remove_file(dist.join(name)).with_context(|| format!("trunk has left no `dist/{name}`"))?;
    }
    whole.replaced_by(&files, html)
}

/// Takes the compiler's output apart; returns the modules besides the main one.
fn split_modules(compiled: &Path, made: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let input = fs::read(compiled).with_context(|| format!("the compiler has left no `{}`", compiled.display()))?;
    let main = made.join("program.wasm");
    let script = format!("./{SCRIPT}");
    let loader = format!("./{LOADER}");
    let mut options = wasm_split_cli_support::Options::new(&input);
    options.output_dir = made;
    options.main_out_path = &main;
    options.main_module = &script;
    options.link_name = &loader;
    let split = wasm_split_cli_support::transform(options).map_err(|error| anyhow!("the program cannot be split: {error:#}"))?;
    Ok(split.split_modules)
}

/// Writes the script of the main module.
fn bind(repository: &Repository, made: &Path) -> anyhow::Result<()> {
    let main = made.join("program.wasm");
    // The other modules find their way into the main one by what the linker exports.
    let options = ["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", "program", "--out-dir"];
    run(repository.command("wasm-bindgen").args(options).arg(made).arg(&main))?;
    fs::remove_file(main).context("the main module has gone")
}

/// Lets the loader compare every module that it fetches with what was built here.
fn check_later_modules(files: &mut Files) -> anyhow::Result<()> {
    let mut loader = String::from_utf8(files.content(LOADER)?.to_vec()).context("the splitter's script is no text")?;
    let fetches = loader.matches("fetch(").count();
    let modules: Vec<String> =
        files.names().filter(|name| name.ends_with(".wasm") && *name != MODULE).map(str::to_owned).collect();
    for module in &modules {
        let fetch = format!(r#"fetch(new URL("./{module}", import.meta.url))"#);
        let checked =
            format!(r#"fetch(new URL("./{module}", import.meta.url), {{ integrity: "{}" }})"#, files.integrity(module)?);
        anyhow::ensure!(loader.contains(&fetch), "the splitter's script does not fetch `{module}` as it used to");
        loader = loader.replace(&fetch, &checked);
    }
    anyhow::ensure!(fetches == modules.len(), "the splitter's script fetches {fetches} times, for {} modules", modules.len());
    files.replace(LOADER, loader.into_bytes());
    Ok(())
}

/// The whole program, as trunk's page names it.
struct Whole {
    script: String,
    script_integrity: String,
    module: String,
    module_integrity: String,
}

impl Whole {
    fn of(html: &str) -> anyhow::Result<Self> {
        let tags = tags(html);
        let (script, script_integrity) = loaded(&tags, ".js").context("trunk's page names no script")?;
        let (module, module_integrity) = loaded(&tags, ".wasm").context("trunk's page names no wasm module")?;
        Ok(Self { script, script_integrity, module, module_integrity })
    }

    /// The page with the split program in the place of this one.
    fn replaced_by(&self, files: &Files, html: &str) -> anyhow::Result<String> {
        let folder = files.folder(FOLDER);
        let html = html
            .replace(&self.module, &format!("{folder}/{MODULE}"))
            .replace(&self.module_integrity, &files.integrity(MODULE)?)
            .replace(&self.script, &format!("{folder}/{SCRIPT}"))
            .replace(&self.script_integrity, &files.integrity(SCRIPT)?);
        let loader =
            format!(r#"<link crossorigin href=./{folder}/{LOADER} integrity={} rel=modulepreload>"#, files.integrity(LOADER)?);
        // After the last link of the head, among which trunk has put the program's script.
        let end = tags(&html).iter().filter(|tag| tag.name == "link").map(|tag| tag.span.end).max();
        let mut html = html;
        html.insert_str(end.context("trunk's page has no links")?, &loader);
        Ok(html)
    }
}

/// The file with this ending that a page loads ahead, and its integrity.
fn loaded(tags: &[Tag<'_>], ending: &str) -> Option<(String, String)> {
    let ahead = |tag: &&Tag<'_>| tag.name == "link" && matches!(tag.attribute("rel"), Some("preload" | "modulepreload"));
    let tag = tags.iter().filter(ahead).find(|tag| tag.attribute("href").is_some_and(|href| href.ends_with(ending)))?;
    Some((tag.attribute("href")?.trim_start_matches("./").to_owned(), tag.attribute("integrity")?.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><link href=./a.css rel=stylesheet><script type=module>import './app-1.js'; './app-1_bg.wasm'</script>\
        <link href=./app-1.js integrity=sha384-S rel=modulepreload>\
        <link as=fetch href=./app-1_bg.wasm integrity=sha384-M rel=preload></head>";

    fn files(module: &[u8]) -> Files {
        let file = |name: &str, content: &[u8]| (name.to_owned(), content.to_vec());
        Files::from(vec![
            file(SCRIPT, b"script"),
            file(MODULE, module),
            file(LOADER, b"loader"),
            file("split_later.wasm", b"later"),
        ])
    }

    #[test]
    fn the_page_names_the_split_program_with_its_own_integrity() {
        let files = files(b"module");
        let folder = files.folder(FOLDER);
        let page = Whole::of(PAGE).unwrap().replaced_by(&files, PAGE).unwrap();
        assert!(!page.contains("app-1") && !page.contains("sha384-S ") && !page.contains("sha384-M "), "{page}");
        let named: Vec<(String, String)> = tags(&page)
            .iter()
            .filter(|tag| tag.attribute("integrity").is_some())
            .map(|tag| (tag.attribute("href").unwrap().to_owned(), tag.attribute("integrity").unwrap().to_owned()))
            .collect();
        let expected = [SCRIPT, MODULE, LOADER].map(|name| (format!("./{folder}/{name}"), files.integrity(name).unwrap()));
        assert_eq!(named, expected);
        assert!(page.contains(&format!("import './{folder}/{SCRIPT}'; './{folder}/{MODULE}'")), "{page}");
    }

    #[test]
    fn the_loader_compares_a_later_module_with_what_was_built() {
        let mut files = files(b"module");
        let loader = br#"const src = fetch(new URL("./split_later.wasm", import.meta.url));"#;
        files.replace(LOADER, loader.to_vec());
        check_later_modules(&mut files).unwrap();
        // `printf later | openssl dgst -sha384 -binary | base64`
        let integrity = "sha384-CqAonNvgYiWsDzsX0PYYECt+BumuxAR5n5NvENn6gFoMwZH+SQedmxXDcyTlYjYU";
        let expected =
            format!(r#"const src = fetch(new URL("./split_later.wasm", import.meta.url), {{ integrity: "{integrity}" }});"#);
        assert_eq!(String::from_utf8_lossy(files.content(LOADER).unwrap()), expected);
    }

    #[test]
    fn a_loader_that_fetches_in_another_way_is_refused() {
        assert!(check_later_modules(&mut files(b"module")).is_err());
    }

    #[test]
    fn a_page_without_a_program_is_refused() {
        assert!(Whole::of("<head><link href=./a.css rel=stylesheet></head>").is_err());
    }
}
