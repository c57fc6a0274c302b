//! Builds the page twice from nothing and compares every file: whoever builds a
//! version again gets the bytes that were published.
//!
//! Only for one machine with one set of tools; what other tools make of the same
//! source is not looked at.

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs};

use anyhow::{Context, bail};

use crate::release::{collect, hex};
use crate::repository::{Repository, run};

/// The files of a site with their hashes.
type Site = BTreeMap<String, String>;

/// Builds into two fresh folders, one after the other. Fails where a file differs.
pub(crate) fn compare(repository: &Repository) -> anyhow::Result<()> {
    let base = repository.target()?.join("twice");
    let program = env::current_exe().context("this program does not know where it is")?;
    let mut sites = Vec::new();
    for name in ["first", "second"] {
        let folder = base.join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder).with_context(|| format!("cannot empty `{}`", folder.display()))?;
        }
        run(repository.command(&program).arg("build").env("CARGO_TARGET_DIR", &folder))?;
        sites.push(hashed(&repository.join("dist"))?);
        fs::remove_dir_all(&folder).with_context(|| format!("cannot remove `{}`", folder.display()))?;
    }
    let [first, second] = sites.as_slice() else { bail!("there are not two builds") };
    let differing = differing(first, second);
    if !differing.is_empty() {
        bail!("two builds differ in {}", differing.join(", "));
    }
    let all: String = first.iter().map(|(file, hash)| format!("{hash}  {file}\n")).collect();
    println!("two clean builds: {} files, the same bytes; SHA-256 of their list {}", first.len(), hex(all.as_bytes()));
    Ok(())
}

fn hashed(dist: &Path) -> anyhow::Result<Site> {
    let mut files = Vec::new();
    collect(dist, "", &mut files)?;
    let hash = |file: String| {
        let content = fs::read(dist.join(&file)).with_context(|| format!("cannot read `{file}`"))?;
        Ok((file, hex(&content)))
    };
    files.into_iter().map(hash).collect()
}

/// Files that only one has, or that are not the same.
fn differing(first: &Site, second: &Site) -> Vec<String> {
    let names: std::collections::BTreeSet<&String> = first.keys().chain(second.keys()).collect();
    names.into_iter().filter(|name| first.get(*name) != second.get(*name)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_declares_no_functions_that_the_minifier_would_put_in_any_order() {
        let page = include_str!("../../index.html");
        let declared: Vec<&str> = page.lines().map(str::trim).filter(|line| line.starts_with("function ")).collect();
        assert_eq!(declared, Vec::<&str>::new());
    }

    #[test]
    fn a_file_that_differs_or_is_missing_is_named() {
        let site = |files: &[(&str, &str)]| files.iter().map(|(file, hash)| ((*file).to_owned(), (*hash).to_owned())).collect();
        let first: Site = site(&[("a", "1"), ("b", "2"), ("c", "3")]);
        assert_eq!(differing(&first, &first), Vec::<String>::new());
        assert_eq!(differing(&first, &site(&[("a", "1"), ("b", "4"), ("d", "3")])), ["b", "c", "d"]);
    }
}
