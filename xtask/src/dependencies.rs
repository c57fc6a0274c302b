//! What the published page is made of: the packages whose code is in it, with
//! their licences.
//!
//! Asked of cargo, so it is what was really built. Packages that only help to
//! build (procedural macros, build scripts and what these need) are left out:
//! nothing of them is published.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Context;
use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package, PackageId, TargetKind};

use crate::repository::Repository;

/// The package whose code the page is.
const PAGE: &str = "redemption-simulator";

/// The foreign packages in the page, by name and version.
pub(crate) fn of_the_page(repository: &Repository) -> anyhow::Result<Vec<Package>> {
    let metadata = MetadataCommand::new()
        .manifest_path(repository.join("Cargo.toml"))
        .features(cargo_metadata::CargoOpt::SomeFeatures(vec![crate::program::FEATURE.to_owned()]))
        .other_options(vec!["--filter-platform".to_owned(), "wasm32-unknown-unknown".to_owned(), "--locked".to_owned()])
        .exec()
        .context("cargo does not say what the page is made of")?;
    linked(&metadata)
}

fn linked(metadata: &Metadata) -> anyhow::Result<Vec<Package>> {
    let packages: BTreeMap<&PackageId, &Package> = metadata.packages.iter().map(|package| (&package.id, package)).collect();
    let resolve = metadata.resolve.as_ref().context("cargo has resolved nothing")?;
    let nodes: BTreeMap<&PackageId, _> = resolve.nodes.iter().map(|node| (&node.id, node)).collect();
    let page = metadata.packages.iter().find(|package| package.name.as_str() == PAGE).context("the page's package is missing")?;
    let mut seen = BTreeSet::new();
    let mut open = vec![&page.id];
    while let Some(id) = open.pop() {
        let package = packages.get(id).with_context(|| format!("cargo does not describe `{id}`"))?;
        if package.targets.iter().any(|target| target.kind.contains(&TargetKind::ProcMacro)) || !seen.insert(id) {
            continue;
        }
        let node = nodes.get(id).with_context(|| format!("cargo does not resolve `{id}`"))?;
        let normal = node.deps.iter().filter(|needed| needed.dep_kinds.iter().any(|kind| kind.kind == DependencyKind::Normal));
        open.extend(normal.map(|needed| &needed.pkg));
    }
    let mut foreign: Vec<Package> = seen
        .iter()
        .filter_map(|id| packages.get(*id))
        .filter(|package| package.source.is_some())
        .map(|package| (*package).clone())
        .collect();
    foreign.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    Ok(foreign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_made_of_what_runs_in_it_and_not_of_what_builds_it() {
        let packages = of_the_page(&Repository::find().unwrap()).unwrap();
        let names: Vec<&str> = packages.iter().map(|package| package.name.as_str()).collect();
        for linked in ["leptos", "serde_json", "wasm-bindgen", "web-sys", "gloo-storage", "uuid"] {
            assert!(names.contains(&linked), "{linked} is missing");
        }
        // They build, are a macro, test, and run these commands.
        for other in ["wasm-bindgen-macro", "serde_derive", "fantoccini", "clap", PAGE, "redemption-engine"] {
            assert!(!names.contains(&other), "{other} is not in the page");
        }
        assert!(names.is_sorted());
    }
}
