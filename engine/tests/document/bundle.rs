//! A bundle: workspaces with their versions in one file, which every reader of documents reads.

use proptest::prelude::*;
use redemption_engine::bundle::{self, Bundle, Kept};
use redemption_engine::design::{Design, Edition};
use redemption_engine::document::{self, caps};
use redemption_engine::history::Kind;
use redemption_engine::workspace::Workspace;

use crate::any::any_workspace;
use crate::frozen_v3::expected;

/// A bundle of format 2 as it was written once. It is never changed.
const FROZEN: &str = include_str!("../../../tests/documents/bundle-2.json");

/// A bundle of format 3, with a second design and an expectation. It is never changed.
const FROZEN_3: &str = include_str!("../../../tests/documents/bundle-3.json");

fn named(name: &str) -> Workspace {
    Workspace::new(name, Design::default(), Vec::new())
}

fn kept(of: u32, kind: Kind, label: &str, time: u64, name: &str) -> Kept {
    Kept { of, kind, label: label.to_owned(), time, workspace: named(name) }
}

fn two() -> Bundle {
    let versions = vec![
        kept(1, Kind::Automatic, "As opened", 1_795_341_148_000, "Adatum, before"),
        kept(1, Kind::Named, "Lesson 1", 1_795_341_149_000, "Adatum, lesson"),
    ];
    Bundle { workspaces: vec![named("Woodgrove"), named("Adatum")], versions }
}

fn refused(text: &str) -> String {
    bundle::parse(text.as_bytes()).expect_err("this must be refused").to_string()
}

#[test]
fn the_frozen_bundle_means_what_it_meant() {
    assert_eq!(bundle::parse(FROZEN.as_bytes()), Ok(two()));
    let mut newer = two();
    newer.workspaces[0].second_design = Some(Design { edition: Edition::Y2026, ..Design::default() });
    newer.workspaces[0].expectations = vec![expected("Ravi", "redeemed", None)];
    assert_eq!(bundle::parse(FROZEN_3.as_bytes()), Ok(newer));
}

#[test]
fn what_is_written_is_read_again_and_documents_are_bundles_without_versions() {
    assert_eq!(bundle::parse(bundle::print(&two()).as_bytes()), Ok(two()));
    assert_eq!(document::parse(bundle::print(&two()).as_bytes()), Ok(two().workspaces));
    let without = Bundle { versions: Vec::new(), ..two() };
    assert_eq!(bundle::print(&without), document::print(&without.workspaces));
    assert_eq!(bundle::parse(document::print(&without.workspaces).as_bytes()), Ok(without));
}

#[test]
fn a_bundle_names_its_schema_where_it_is_told_to_and_is_read_all_the_same() {
    let text = bundle::print_with_schema(&two(), "https://simulator.example/redemption.schema.json");
    assert!(
        text.starts_with("{\n  \"$schema\": \"https://simulator.example/redemption.schema.json\",\n  \"format\": 3,"),
        "{text}"
    );
    assert_eq!(bundle::parse(text.as_bytes()), Ok(two()));
}

#[test]
fn a_bundle_that_would_be_too_long_with_blanks_is_written_without() {
    // Indenting takes about as much again as these short guests themselves.
    let many = Bundle { workspaces: (0..5_000).map(|number| named(&number.to_string())).collect(), versions: Vec::new() };
    let text = bundle::print(&many);
    assert!(text.len() < caps::LARGEST_FILE, "{}", text.len());
    assert_eq!(bundle::parse(text.as_bytes()), Ok(many));
}

#[test]
fn what_does_not_fit_is_named_with_its_path() {
    let design = r#"{"resourceTenant": {"displayName": "W", "initialDomain": "w.onmicrosoft.com"}}"#;
    let workspace = format!(r#"{{"name": "W", "design": {design}}}"#);
    let with = |versions: &str| format!(r#"{{"format": 2, "workspaces": [{workspace}], "versions": {versions}}}"#);
    let version = |of: &str| format!(r#"[{{"of": {of}, "kind": "named", "label": "L", "time": 1, "workspace": {workspace}}}]"#);
    assert!(bundle::parse(with(&version("0")).as_bytes()).is_ok());
    for (name, text, message) in [
        (
            "a workspace that is not there",
            version("1"),
            "`versions[0].of`: `1` is out of range; the workspaces are counted from 0 to 0",
        ),
        ("no workspace", version("-1"), "`versions[0].of`: expected a whole number from 0 to 4294967295, found `-1`"),
        ("no list", "{}".to_owned(), "`versions`: expected a list, found an object"),
        ("nothing", "[{}]".to_owned(), "`versions[0].of`: this property is missing"),
        (
            "an unknown kind",
            version("0").replace("named", "auto"),
            "`versions[0].kind`: `auto` is not known; write `automatic` or `named`",
        ),
        (
            "an unknown property",
            version("0").replace("\"label\"", "\"title\""),
            "`versions[0].title`: this property is not known; known here: `of`, `kind`, `label`, `time` or `workspace`",
        ),
        (
            "a wrong content",
            version("0").replace("\"W\", \"design\"", "5, \"design\""),
            "`versions[0].workspace.name`: expected a string, found a number",
        ),
        (
            "too many",
            format!("[{}]", vec!["0"; 20_001].join(",")),
            "`versions`: the list has 20001 entries; at most 20000 are read",
        ),
    ] {
        assert_eq!(refused(&with(&text)), message, "{name}");
    }
    assert_eq!(refused(r#"{"format": 2, "$schema": 5, "workspaces": []}"#), "`$schema`: expected a string, found a number");
    assert_eq!(
        refused(r#"{"format": 4, "workspaces": [], "versions": []}"#),
        "the document was written by a newer version (`format` 4; this one reads up to 3)"
    );
    assert_eq!(
        refused(r#"{"format": 2, "workspaces": []}"#),
        "`workspaces`: the list is empty; a document has at least one workspace"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn every_bundle_is_read_as_it_was_written(workspaces in prop::collection::vec(any_workspace(), 1..3), content in any_workspace(), time: u64) {
        let versions = vec![Kept { of: 0, kind: Kind::Named, label: "“L”\u{0}".to_owned(), time, workspace: content }];
        let written = Bundle { workspaces, versions };
        prop_assert_eq!(bundle::parse(bundle::print(&written).as_bytes()), Ok(written));
    }
}
