//! The notices that the licences of foreign code ask for, as one text beside the
//! published page.
//!
//! Each package's own licence files, as they come with it; where it brings none,
//! the standard text of the licence that it declares. It judges nothing: which
//! licences are allowed is in `deny.toml`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, bail};
use cargo_metadata::Package;

use crate::dependencies;
use crate::repository::Repository;

const HEAD: &str = "Third-party notices

The page contains code of the packages below, under the licences that follow, and of the Rust standard library
(The Rust Project Developers, MIT OR Apache-2.0).
";

/// The text.
pub(crate) fn text(repository: &Repository) -> anyhow::Result<String> {
    let packages = dependencies::of_the_page(repository)?;
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut list = String::new();
    for package in &packages {
        let name = format!("{} {}", package.name, package.version);
        let declared = package.license.as_deref().with_context(|| format!("{name} declares no licence"))?;
        list += &format!("  {name}: {declared}\n");
        for text in licences(package, declared)? {
            texts.entry(text).or_default().push(name.clone());
        }
    }
    let mut blocks: Vec<(Vec<String>, String)> = texts.into_iter().map(|(text, names)| (names, text)).collect();
    blocks.sort();
    let blocks: String =
        blocks.iter().map(|(names, text)| format!("\n{}\n{}\n\n{text}\n", "-".repeat(80), names.join(", "))).collect();
    Ok(format!("{HEAD}\n{list}{blocks}"))
}

/// The texts that come with a package, or else the standard ones of what it declares.
fn licences(package: &Package, declared: &str) -> anyhow::Result<Vec<String>> {
    let folder = package.manifest_path.parent().context("a manifest is in a folder")?;
    let own = in_folder(folder.as_std_path())?;
    if own.is_empty() { standard(declared) } else { Ok(own) }
}

fn in_folder(folder: &Path) -> anyhow::Result<Vec<String>> {
    let mut texts = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read `{}`", folder.display()))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().to_ascii_uppercase();
        let is_licence = ["LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE"].iter().any(|start| name.starts_with(start));
        if is_licence && entry.file_type()?.is_file() {
            let text = fs::read(entry.path()).with_context(|| format!("cannot read `{}`", entry.path().display()))?;
            texts.push(tidy(&String::from_utf8_lossy(&text)));
        }
    }
    texts.sort();
    texts.dedup();
    Ok(texts)
}

fn standard(declared: &str) -> anyhow::Result<Vec<String>> {
    let expression = spdx::Expression::parse_mode(declared, spdx::ParseMode::LAX)
        .with_context(|| format!("`{declared}` is not a licence expression"))?;
    let mut texts: Vec<String> =
        expression.requirements().filter_map(|required| required.req.license.id()).map(|id| tidy(id.text())).collect();
    texts.sort();
    texts.dedup();
    if texts.is_empty() {
        bail!("`{declared}` names no known licence");
    }
    Ok(texts)
}

/// Without blanks at the ends of lines, so that equal texts are equal.
fn tidy(text: &str) -> String {
    let lines: Vec<&str> = text.trim().lines().map(str::trim_end).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_package_of_the_page_is_listed_with_a_licence_and_has_its_text() {
        let repository = Repository::find().unwrap();
        let text = text(&repository).unwrap();
        for package in dependencies::of_the_page(&repository).unwrap() {
            let name = format!("{} {}", package.name, package.version);
            assert!(text.contains(&format!("  {name}: ")), "{name} is not listed");
            let named = text.lines().any(|line| !line.starts_with("  ") && line.split(", ").any(|part| part == name));
            assert!(named, "{name} has no text");
        }
    }

    #[test]
    fn a_package_without_a_licence_file_gets_the_standard_texts() {
        let texts = standard("MIT OR Apache-2.0").unwrap();
        assert_eq!(texts.len(), 2);
        assert!(texts.iter().any(|text| text.contains("Permission is hereby granted, free of charge")));
        assert_eq!(standard("MIT/Apache-2.0").unwrap(), texts);
        assert!(standard("see the web").is_err());
    }
}
