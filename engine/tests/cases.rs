//! Runs the conformance corpus (`tests/cases` in the repository's root) and the gallery, and proves that together they leave no
//! rule, no edge and no documented vector out.
//!
//! What a case expects is typed by hand from the documents. Nothing here writes a case.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a failing test may panic")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use redemption_engine::design::{Edition, FallbackProvider, PrimaryProvider, RedemptionOrder};
use redemption_engine::engine::replay;
use redemption_engine::flow::{Edge, Flow};
use redemption_engine::presets::{self, Want, want};
use redemption_engine::problems;
use redemption_engine::rules::{Document, Rule};
use redemption_engine::trace::Run;
use redemption_engine::workspace::Workspace;
use serde::Deserialize;
use strum::IntoEnumIterator;

/// A file of the corpus.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Case {
    title: String,
    source: Vec<Source>,
    workspace: Workspace,
    /// Codes of problems that the workspace must have.
    #[serde(default)]
    problems: Vec<String>,
    want: Vec<Want>,
}

/// Where the expectation can be read: a document by its short name, with `@date` where there are several versions.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Source {
    document: String,
    place: String,
}

/// The numbered situations that every reading of the documents is tried with; one more is about a form and is tried there. Each
/// begins the name of a file.
const VECTORS: [&str; 50] = [
    "t01", "t02", "t03", "t04", "t05", "t06", "t07", "t08", "t09", "t10", "t11", "t12", "t13", "t14", "t15", "t16", "t18", "t19",
    "t20", "t21", "t22", "t23", "t24", "t25", "t26", "t27", "t28", "t29", "t29b", "t30", "t31", "t32", "t33", "t34", "t35",
    "t36", "t37", "t38", "t39", "t40", "t41", "t42", "t43", "t44", "t45", "t46", "t47", "t48", "t49", "t50",
];

/// The effect matrix: ten kinds of person, five redemption orders.
const MATRIX_ROWS: usize = 10;
const MATRIX_COLUMNS: [&str; 5] = ["default", "federation-first", "primary-empty", "fallback-passcode", "fallback-microsoft"];

/// Problems that are slips of the pen in a case or a preset, never its subject: empty names, odd tenant ids, unknown accounts.
const SLIPS: [&str; 10] =
    ["RDM-010", "RDM-011", "RDM-017", "RDM-018", "RDM-019", "RDM-020", "RDM-021", "RDM-025", "RDM-031", "RDM-033"];

/// Rules that no run cites in these editions, with the reason.
const UNCITED: [(Rule, &[Edition], &str); 3] = [
    (
        Rule::UnverifiedDomainGetsMicrosoftAccount,
        &[Edition::Y2021],
        "this edition offers two kinds of account, and the rule that tells them apart is cited",
    ),
    (
        Rule::MayComeAgain,
        &[Edition::Y2019, Edition::Y2021, Edition::Y2024, Edition::Y2026],
        "coming again starts a chapter and is not a move along an edge",
    ),
    (Rule::AccountIsOffered, &[Edition::Y2021], "this edition verifies the address first, and that rule is cited at the offer"),
];

fn files_below(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files_below(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "json") {
            found.push(path);
        }
    }
}

/// Every case with the name of its file, in the order of the names.
#[track_caller]
fn corpus() -> Vec<(String, Case)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/cases");
    let mut paths = Vec::new();
    files_below(&root, &mut paths);
    paths.sort();
    assert!(!paths.is_empty(), "there is no case in {}", root.display());
    let mut unreadable = Vec::new();
    let mut cases = Vec::new();
    for path in paths {
        let name = path.strip_prefix(&root).unwrap().display().to_string();
        match serde_json::from_str(&std::fs::read_to_string(&path).unwrap()) {
            Ok(case) => cases.push((name, case)),
            Err(error) => unreadable.push(format!("{name}: {error}")),
        }
    }
    report(unreadable);
    cases
}

/// Cases and presets alike: name, workspace, expectations.
fn everything() -> Vec<(String, Workspace, Vec<Want>)> {
    let cases = corpus().into_iter().map(|(name, case)| (name, case.workspace, case.want));
    cases.chain(presets::all().into_iter().map(|preset| (preset.id, preset.workspace, preset.want))).collect()
}

fn runs(workspace: &Workspace) -> impl Iterator<Item = Run> {
    workspace.guests.iter().map(|guest| replay(&workspace.design, guest, &guest.story))
}

/// Every difference between what is expected and what happens, and every guest of whom nothing is expected.
fn check(name: &str, workspace: &Workspace, wants: &[Want]) -> Vec<String> {
    let mut found = Vec::new();
    for guest in &workspace.guests {
        if wants.iter().filter(|want| want.guest == guest.display_name).count() != 1 {
            found.push(format!("{name}: `want` must name `{}` once", guest.display_name));
        }
    }
    for want in wants {
        found.extend(want.mismatches(workspace).into_iter().map(|mismatch| format!("{name}: {}: {mismatch}", want.guest)));
        if want.rules.is_empty() {
            found.push(format!("{name}: {}: no rule says why", want.guest));
        }
    }
    found
}

#[track_caller]
fn report(found: Vec<String>) {
    assert!(found.is_empty(), "{} found:\n  {}\n", found.len(), found.join("\n  "));
}

#[test]
fn every_case_runs_as_its_document_says() {
    report(corpus().iter().flat_map(|(name, case)| check(name, &case.workspace, &case.want)).collect());
}

#[test]
fn every_scenario_of_the_gallery_runs_to_its_end_as_its_file_says() {
    let mut found = Vec::new();
    for preset in presets::all() {
        found.extend(check(&preset.id, &preset.workspace, &preset.want));
        found.extend(
            preset.want.iter().filter(|want| want.outcome.is_none()).map(|want| format!("{}: {} waits", preset.id, want.guest)),
        );
    }
    report(found);
}

#[test]
fn every_case_has_the_problems_it_names_and_nothing_contradicts_itself() {
    let codes = |workspace: &Workspace| -> Vec<&str> {
        problems::check(workspace).into_iter().map(|problem| problem.code.card().id).collect()
    };
    let mut found = Vec::new();
    for (name, case) in corpus() {
        let present = codes(&case.workspace);
        let missing = case.problems.iter().filter(|code| !present.contains(&code.as_str()));
        found.extend(missing.map(|code| format!("{name}: problem `{code}` is missing")));
    }
    for (name, workspace, _) in everything() {
        let slips = codes(&workspace).into_iter().filter(|code| SLIPS.contains(code));
        found.extend(slips.map(|code| format!("{name}: problem `{code}`")));
    }
    report(found);
}

#[test]
fn a_wrong_expectation_is_reported_with_what_happened() {
    let preset = presets::first().unwrap();
    let mut want = preset.want[0].clone();
    assert_eq!(want.mismatches(&preset.workspace), Vec::<String>::new());
    want.outcome = Some("guestNotFound".to_owned());
    want.issuer = None;
    want.rules.push("FALL-1".to_owned());
    want.not_cited.push("WAY-1".to_owned());
    want.not_visited.push("guestState".to_owned());
    assert_eq!(
        want.mismatches(&preset.workspace),
        [
            "outcome: expected `guestNotFound`, got `redeemed`",
            "issuer: expected nothing, got `ExternalAzureAD`",
            "rules: `FALL-1` is not cited",
            "notCited: `WAY-1` is cited",
            "notVisited: `guestState` is visited",
        ]
    );
    assert_eq!(check("x", &preset.workspace, &[]).len(), preset.workspace.guests.len());
}

#[test]
fn every_vector_and_every_cell_of_the_effect_matrix_has_a_case() {
    let names: Vec<String> = corpus().into_iter().map(|(name, _)| name).collect();
    let vectors = VECTORS.iter().map(|vector| format!("vectors/{vector}-"));
    let cells = (1..=MATRIX_ROWS).flat_map(|row| MATRIX_COLUMNS.map(|column| format!("matrix/matrix-r{row:02}-{column}")));
    let missing = vectors.chain(cells).filter(|prefix| !names.iter().any(|name| name.starts_with(prefix.as_str())));
    report(missing.collect());
}

#[test]
fn every_case_has_a_title_of_its_own_and_cites_a_document_of_the_registry() {
    let documents: Vec<String> = Document::all()
        .flat_map(|document| [document.key().to_owned(), format!("{}@{}", document.key(), document.date())])
        .collect();
    let mut titles = BTreeSet::new();
    let mut found = Vec::new();
    for (name, case) in corpus() {
        if case.source.is_empty() {
            found.push(format!("{name}: no source"));
        }
        for source in &case.source {
            if !documents.contains(&source.document) || source.place.is_empty() {
                found.push(format!("{name}: `{}`, `{}` is no source of the registry", source.document, source.place));
            }
        }
        if !titles.insert(case.title.clone()) {
            found.push(format!("{name}: another case has the title `{}`", case.title));
        }
    }
    report(found);
}

/// Every node's name, over all editions and orders. An expectation with a slip of the pen would hold for ever.
fn node_names() -> BTreeSet<String> {
    let primaries: Vec<PrimaryProvider> = PrimaryProvider::iter().collect();
    let mut names = BTreeSet::new();
    for edition in Edition::iter() {
        for fallback in FallbackProvider::iter() {
            let order = RedemptionOrder::new(primaries.clone(), fallback).unwrap();
            let flow = Flow::of(&order, edition);
            names.extend(flow.edges().iter().flat_map(|edge| [edge.from().id(), edge.to().id()]));
        }
    }
    names
}

#[test]
fn every_node_that_an_expectation_names_exists() {
    let known = node_names();
    let mut found = Vec::new();
    for (name, _, wants) in everything() {
        let named = wants.iter().flat_map(|want| want.nodes.iter().chain(&want.not_visited));
        found.extend(named.filter(|node| !known.contains(*node)).map(|node| format!("{name}: there is no node `{node}`")));
    }
    report(found);
}

#[test]
fn every_rule_that_an_expectation_names_exists() {
    let known: BTreeSet<&str> = Rule::iter().map(|rule| rule.card().id).collect();
    let mut found = Vec::new();
    for (name, _, wants) in everything() {
        let named = wants.iter().flat_map(|want| want.rules.iter().chain(&want.not_cited));
        found
            .extend(named.filter(|rule| !known.contains(rule.as_str())).map(|rule| format!("{name}: there is no rule `{rule}`")));
    }
    report(found);
}

#[test]
fn every_rule_is_cited_by_a_case_in_every_edition_in_which_it_holds() {
    let mut cited = BTreeSet::new();
    for (_, workspace, _) in everything() {
        for run in runs(&workspace) {
            cited.extend(want::cited_rules(&run).into_iter().map(|rule| (workspace.design.edition, rule)));
        }
    }
    let mut found = Vec::new();
    for rule in Rule::all() {
        for edition in Edition::iter().filter(|edition| rule.holds_in(*edition)) {
            let seen = cited.contains(&(edition, rule.card().id));
            let excused = UNCITED.iter().any(|(uncited, editions, _)| *uncited == rule && editions.contains(&edition));
            if seen == excused {
                found.push(format!(
                    "{} ({rule:?}) in {}: {}",
                    rule.card().id,
                    edition.name(),
                    if seen { "excused, yet cited" } else { "not cited" }
                ));
            }
        }
    }
    report(found);
}

#[test]
fn every_edge_of_each_editions_default_flow_is_taken_by_a_case() {
    let mut taken: Vec<(Edition, Edge)> = Vec::new();
    for (_, workspace, _) in everything() {
        for run in runs(&workspace) {
            let steps = run.chapters.iter().flat_map(|chapter| &chapter.steps);
            taken.extend(steps.map(|step| (workspace.design.edition, step.edge)));
        }
    }
    let mut found = Vec::new();
    for edition in Edition::iter() {
        for edge in Flow::of(&RedemptionOrder::default(), edition).edges() {
            if !taken.contains(&(edition, *edge)) {
                found.push(format!("{} {} -> {}", edition.name(), edge.id(), edge.to().id()));
            }
        }
    }
    report(found);
}
