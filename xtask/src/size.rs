//! Weighs what a first visit loads, and holds it against the budget.
//!
//! Counted is what the built page names: itself, its style sheets, its scripts
//! and its wasm. Icons and the manifest, which nobody waits for, and modules that
//! are loaded once the page has started are not; those are listed for comparison. The worker, which is loaded with the first question
//! that is asked of it, has a budget of its own. Both budgets stand in the root `Cargo.toml` (`[workspace.metadata.first-visit]` and
//! `[workspace.metadata.worker]`), nowhere else.

use std::fmt;
use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, bail};

use crate::html::tags;
use crate::repository::Repository;

/// What a first visit loads.
pub(crate) struct FirstVisit {
    files: Vec<File>,
    /// What is loaded once the page has started.
    later: Vec<File>,
    /// In bytes, brotli.
    budget: usize,
    /// What is loaded with the first question to the worker.
    worker: Vec<File>,
    /// In bytes, brotli.
    worker_budget: usize,
}

struct File {
    name: String,
    bytes: Bytes,
}

/// A size in the three forms in which a host may send a file.
#[derive(Clone, Copy, Default)]
struct Bytes {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Prints the table of the page in `dist/` and fails when it is over budget.
pub(crate) fn check(repository: &Repository) -> anyhow::Result<()> {
    let visit = FirstVisit::weigh(repository)?;
    println!("{visit}");
    visit.within_budget()
}

impl FirstVisit {
    /// Weighs the page in `dist/`.
    pub(crate) fn weigh(repository: &Repository) -> anyhow::Result<Self> {
        let dist = repository.join("dist");
        let html = fs::read_to_string(dist.join("index.html")).context("there is no page in dist/; run `cargo xtask build`")?;
        let first = first_files(&html);
        let weigh = |names: Vec<String>| names.into_iter().map(|name| File::weigh(&dist, name)).collect::<anyhow::Result<_>>();
        let later = weigh(later_modules(&dist, &first)?)?;
        let worker = weigh(worker_files(&dist, &html)?)?;
        let manifest = repository.read("Cargo.toml")?;
        let (budget, worker_budget) = (budget(&manifest, "first-visit")?, budget(&manifest, "worker")?);
        Ok(Self { files: weigh(first)?, later, budget, worker, worker_budget })
    }

    fn total(&self) -> Bytes {
        total(&self.files)
    }

    fn within_budget(&self) -> anyhow::Result<()> {
        let first = self.total().brotli;
        if first > self.budget {
            bail!(
                "a first visit loads {} bytes more than the budget; move what is rarely needed out \
                 of it, or raise `brotli-bytes` in the root Cargo.toml and say there why",
                grouped(first - self.budget)
            );
        }
        let worker = total(&self.worker).brotli;
        if worker > self.worker_budget {
            bail!(
                "the worker has {} bytes more than its budget; leave out what no question needs, or raise \
                 `brotli-bytes` of the worker in the root Cargo.toml and say there why",
                grouped(worker - self.worker_budget)
            );
        }
        Ok(())
    }
}

impl File {
    fn weigh(dist: &Path, name: String) -> anyhow::Result<Self> {
        let content =
            fs::read(dist.join(&name)).with_context(|| format!("dist/index.html names `{name}`, which cannot be read"))?;
        let bytes = Bytes { raw: content.len(), gzip: gzip(&content)?, brotli: brotli(&content)? };
        Ok(Self { name, bytes })
    }
}

/// The files that a browser loads before the page can be used, the page first.
fn first_files(html: &str) -> Vec<String> {
    let mut files = vec!["index.html".to_owned()];
    for tag in tags(html) {
        let Some(address) = tag.attribute("href").or_else(|| tag.attribute("src")) else {
            continue;
        };
        let file = address.split(['?', '#']).next().unwrap_or(address).trim_start_matches("./");
        let counts = matches!(tag.name.as_str(), "link" | "script")
            && [".css", ".js", ".wasm"].iter().any(|ending| file.ends_with(ending));
        if counts && !files.iter().any(|known| known == file) {
            files.push(file.to_owned());
        }
    }
    files
}

/// The modules beside the main one, in its folder.
fn later_modules(dist: &Path, first: &[String]) -> anyhow::Result<Vec<String>> {
    let Some((folder, _)) = first.iter().find(|name| name.ends_with(".wasm")).and_then(|name| name.rsplit_once('/')) else {
        return Ok(Vec::new());
    };
    let mut modules = Vec::new();
    for entry in fs::read_dir(dist.join(folder)).with_context(|| format!("cannot read `dist/{folder}`"))? {
        let name = format!("{folder}/{}", entry?.file_name().to_string_lossy());
        if name.ends_with(".wasm") && !first.contains(&name) {
            modules.push(name);
        }
    }
    modules.sort();
    Ok(modules)
}

/// The files of the worker, in the folder that the page names.
fn worker_files(dist: &Path, html: &str) -> anyhow::Result<Vec<String>> {
    let tags = tags(html);
    let mark = tags.iter().find(|tag| tag.attribute("name") == Some("worker")).and_then(|tag| tag.attribute("content"));
    let Some((folder, _)) = mark.and_then(|address| address.trim_start_matches("./").rsplit_once('/')) else {
        return Ok(Vec::new());
    };
    let mut files = Vec::new();
    for entry in fs::read_dir(dist.join(folder)).with_context(|| format!("cannot read `dist/{folder}`"))? {
        files.push(format!("{folder}/{}", entry?.file_name().to_string_lossy()));
    }
    files.sort();
    Ok(files)
}

fn total(files: &[File]) -> Bytes {
    files.iter().fold(Bytes::default(), |sum, file| Bytes {
        raw: sum.raw + file.bytes.raw,
        gzip: sum.gzip + file.bytes.gzip,
        brotli: sum.brotli + file.bytes.brotli,
    })
}

fn gzip(content: &[u8]) -> anyhow::Result<usize> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(content)?;
    Ok(packer.finish()?.len())
}

fn brotli(content: &[u8]) -> anyhow::Result<usize> {
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: content.len(), ..Default::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &content[..], &mut packed, &parameters)?;
    Ok(packed.len())
}

/// The budget that the root `Cargo.toml` sets for a part.
fn budget(manifest: &str, part: &str) -> anyhow::Result<usize> {
    let manifest: toml::Table = manifest.parse().context("`Cargo.toml` is not readable")?;
    let steps = ["metadata", part, "brotli-bytes"];
    steps
        .iter()
        .try_fold(manifest.get("workspace"), |value, step| Some(value?.get(step)))
        .flatten()
        .and_then(toml::Value::as_integer)
        .and_then(|bytes| usize::try_from(bytes).ok())
        .with_context(|| format!("the root `Cargo.toml` sets no budget: `brotli-bytes` in `[workspace.metadata.{part}]`"))
}

impl fmt::Display for FirstVisit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = self.files.iter().chain(&self.later).chain(&self.worker).map(|file| file.name.len());
        let width = names.max().unwrap_or_default().max("first visit".len());
        let row = |out: &mut fmt::Formatter<'_>, name: &str, [raw, gzip, brotli]: [String; 3]| {
            writeln!(out, "{name:<width$} {raw:>10} {gzip:>10} {brotli:>10}")
        };
        let sizes = |bytes: Bytes| [bytes.raw, bytes.gzip, bytes.brotli].map(grouped);
        row(out, "first visit", ["bytes", "gzip -9", "brotli 11"].map(str::to_owned))?;
        for file in &self.files {
            row(out, &file.name, sizes(file.bytes))?;
        }
        row(out, "total", sizes(self.total()))?;
        if !self.later.is_empty() {
            row(out, "later", Default::default())?;
        }
        for file in &self.later {
            row(out, &file.name, sizes(file.bytes))?;
        }
        if !self.worker.is_empty() {
            row(out, "worker", Default::default())?;
        }
        for file in &self.worker {
            row(out, &file.name, sizes(file.bytes))?;
        }
        if !self.worker.is_empty() {
            let worker = total(&self.worker).brotli;
            let percent = worker * 100 / self.worker_budget.max(1);
            writeln!(
                out,
                "{} of {} bytes (brotli), {percent} % of the worker's budget",
                grouped(worker),
                grouped(self.worker_budget)
            )?;
        }
        let total = self.total();
        let percent = total.brotli * 100 / self.budget.max(1);
        write!(out, "{} of {} bytes (brotli), {percent} % of the budget", grouped(total.brotli), grouped(self.budget))
    }
}

/// A number with its thousands set apart.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn visit(brotli: usize, budget: usize) -> FirstVisit {
        let bytes = Bytes { raw: 4000, gzip: 1500, brotli };
        let name = "index.html".to_owned();
        FirstVisit { files: vec![File { name, bytes }], later: Vec::new(), budget, worker: Vec::new(), worker_budget: 500 }
    }

    #[test]
    fn the_first_visit_is_what_the_page_names_each_file_once() {
        let page = r#"
            <link rel="modulepreload" href="./app-1.js" integrity="sha384-x">
            <link rel="preload" href="./app-1_bg.wasm" as="fetch">
            <link rel="stylesheet" href="./style/base-2.css?v=1">
            <link rel="icon" href="./icon.svg">
            <a href="./later.js">l</a>
            <script src="app-1.js"></script>"#;
        let expected = ["index.html", "app-1.js", "app-1_bg.wasm", "style/base-2.css"];
        assert_eq!(first_files(page), expected);
    }

    #[test]
    fn the_budget_is_read_from_the_root_manifest() {
        let manifest = "[workspace.metadata.first-visit]\nbrotli-bytes = 195000 # why";
        assert_eq!(budget(manifest, "first-visit").unwrap(), 195_000);
        assert!(budget("[workspace]", "first-visit").is_err());
        assert!(budget(manifest, "worker").is_err());
        assert!(budget("", "worker").is_err());
    }

    #[test]
    fn a_page_may_be_as_heavy_as_the_budget_and_no_heavier() {
        assert!(visit(1000, 1000).within_budget().is_ok());
        let error = visit(3001, 1000).within_budget().unwrap_err();
        assert!(error.to_string().contains("2,001 bytes more"), "{error}");
    }

    #[test]
    fn the_table_ends_with_the_total_and_the_budget() {
        let expected = "\
first visit      bytes    gzip -9  brotli 11
index.html       4,000      1,500      1,000
total            4,000      1,500      1,000
1,000 of 2,000 bytes (brotli), 50 % of the budget";
        assert_eq!(visit(1000, 2000).to_string(), expected);
    }

    #[test]
    fn what_is_loaded_later_is_listed_and_not_counted() {
        let mut visit = visit(1000, 2000);
        let bytes = Bytes { raw: 9000, gzip: 3000, brotli: 2500 };
        visit.later.push(File { name: "later.wasm".to_owned(), bytes });
        assert!(visit.within_budget().is_ok());
        let table = visit.to_string();
        let rows: Vec<&str> = table.lines().map(str::trim_end).collect();
        assert_eq!(rows[3..5], ["later", "later.wasm       9,000      3,000      2,500"]);
    }

    #[test]
    fn the_worker_has_a_budget_of_its_own() {
        let mut visit = visit(1000, 1000);
        let file = |brotli| File { name: "worker-1/worker_bg.wasm".to_owned(), bytes: Bytes { raw: 900, gzip: 600, brotli } };
        visit.worker = vec![file(500)];
        assert!(visit.within_budget().is_ok());
        assert!(visit.to_string().contains("500 of 500 bytes (brotli), 100 % of the worker's budget"));
        visit.worker = vec![file(501)];
        assert!(visit.within_budget().unwrap_err().to_string().contains("the worker has 1 bytes more"));
    }

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!([0, 999, 1000, 1_234_567].map(grouped), ["0", "999", "1,000", "1,234,567"]);
    }

    #[test]
    fn packed_text_is_smaller() {
        let text = "the guest is invited ".repeat(100);
        let (gzip, brotli) = (gzip(text.as_bytes()).unwrap(), brotli(text.as_bytes()).unwrap());
        assert!(brotli <= gzip && gzip < text.len() / 10);
    }
}
