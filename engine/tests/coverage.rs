//! Every item of the documents went somewhere: to a rule that a case cites, a setting, a symptom, a part, or to the list of what is
//! not simulated. Printed in `docs/COVERAGE.md`.
//!
//! `UPDATE_EXPECT=1 cargo test -p redemption-engine --test coverage` writes that file. Whether a case ends as its document says is
//! shown in `cases.rs`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failing test may panic")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use redemption_engine::coverage::{self, Covered, Item, Part, Reading, SECTIONS};
use redemption_engine::engine::replay;
use redemption_engine::presets::want;
use redemption_engine::problems::ProblemCode;
use redemption_engine::rules::{Document, Rule, Source};
use redemption_engine::workspace::Workspace;
use redemption_engine::{diagnosis, settings};
use serde::Deserialize;
use strum::IntoEnumIterator;

/// What is read of a case.
#[derive(Deserialize)]
struct Case {
    workspace: Workspace,
    want: Vec<Want>,
}

/// What is read of an expectation.
#[derive(Deserialize)]
struct Want {
    #[serde(default)]
    rules: Vec<String>,
}

/// The cases of a rule, by their names.
#[derive(Default)]
struct Cited {
    /// Those in which a run cites it.
    by_runs: BTreeSet<String>,
    /// Those that are about it: their expectation names it.
    by_wants: BTreeSet<String>,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn files_below(folder: &Path, kind: &str, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files_below(&path, kind, found);
        } else if path.extension().is_some_and(|extension| extension == kind) {
            found.push(path);
        }
    }
}

/// The name of every case, such as `vectors/t01-entra-user`, with its content.
fn corpus() -> Vec<(String, Case)> {
    let folder = root().join("tests/cases");
    let mut paths = Vec::new();
    files_below(&folder, "json", &mut paths);
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let name = path.strip_prefix(&folder).unwrap().with_extension("").display().to_string();
            let text = std::fs::read_to_string(&path).unwrap();
            (name.clone(), serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}")))
        })
        .collect()
}

/// The names of all tests of the engine and the page, each with the file it is in.
fn tests() -> &'static BTreeMap<String, String> {
    static TESTS: OnceLock<BTreeMap<String, String>> = OnceLock::new();
    TESTS.get_or_init(|| {
        let mut paths = Vec::new();
        for folder in ["engine/src", "engine/tests", "src", "tests"] {
            files_below(&root().join(folder), "rs", &mut paths);
        }
        paths.sort();
        let mut tests = BTreeMap::new();
        for path in paths {
            let file = path.strip_prefix(root()).unwrap().display().to_string();
            let text = std::fs::read_to_string(&path).unwrap();
            let mut lines = text.lines().map(str::trim_start);
            while let Some(line) = lines.next() {
                if matches!(line, "#[test]" | "#[wasm_bindgen_test]")
                    && let Some(rest) = lines.find_map(|line| line.trim_start_matches("async ").strip_prefix("fn "))
                    && let Some((name, _)) = rest.split_once('(')
                {
                    tests.insert(name.to_owned(), file.clone());
                }
            }
        }
        tests
    })
}

/// The cases of every rule, by the rule's name.
fn citations() -> BTreeMap<String, Cited> {
    let mut cited: BTreeMap<String, Cited> = BTreeMap::new();
    for (name, case) in corpus() {
        for guest in &case.workspace.guests {
            for rule in want::cited_rules(&replay(&case.workspace.design, guest, &guest.story)) {
                cited.entry(rule.to_owned()).or_default().by_runs.insert(name.clone());
            }
        }
        for rule in case.want.iter().flat_map(|want| &want.rules) {
            cited.entry(rule.clone()).or_default().by_wants.insert(name.clone());
        }
    }
    cited
}

/// The names of the cases whose files begin like this, in any folder.
fn cases_that_begin(begin: &str) -> Vec<String> {
    let begins = |name: &String| name.rsplit('/').next().is_some_and(|file| file.starts_with(begin));
    corpus().into_iter().map(|(name, _)| name).filter(begins).collect()
}

fn rules_of(item: &Item) -> impl Iterator<Item = Rule> {
    item.covered
        .iter()
        .flat_map(|covered| match covered {
            Covered::Rules(rules) => *rules,
            Covered::Diagnosis(_)
            | Covered::Setting(_)
            | Covered::Problems(_)
            | Covered::Part(..)
            | Covered::Cases(_)
            | Covered::NotSimulated(_) => &[],
        })
        .copied()
}

#[track_caller]
fn report(found: Vec<String>) {
    assert!(found.is_empty(), "{} found:\n  {}\n", found.len(), found.join("\n  "));
}

#[test]
fn every_item_is_covered_or_is_said_not_to_be() {
    let mut found = Vec::new();
    for item in coverage::all() {
        if item.covered.is_empty() {
            found.push(format!("{}: {}", item.id, item.title));
        }
        for covered in item.covered {
            let empty = match covered {
                Covered::Rules(rules) => rules.is_empty(),
                Covered::Diagnosis(symptoms) => symptoms.is_empty(),
                Covered::Problems(codes) => codes.is_empty(),
                Covered::NotSimulated(card) => card.reason.is_empty(),
                Covered::Cases(begin) => cases_that_begin(begin).is_empty(),
                Covered::Setting(_) => false,
                Covered::Part(_, test) => !tests().contains_key(*test),
            };
            if empty {
                found.push(format!("{}: nothing behind {covered:?}", item.id));
            }
        }
    }
    report(found);
}

#[test]
fn every_rule_is_under_an_item() {
    let covered: BTreeSet<Rule> = coverage::all().flat_map(rules_of).collect();
    let missing = Rule::all().filter(|rule| !covered.contains(rule));
    report(missing.map(|rule| format!("{} ({rule:?})", rule.card().id)).collect());
}

#[test]
fn an_item_that_went_to_rules_is_played_by_a_case() {
    let cited = citations();
    let played = |rule: Rule| cited.get(rule.card().id).is_some_and(|cases| !cases.by_runs.is_empty());
    let mut found = Vec::new();
    for item in coverage::all() {
        if rules_of(item).next().is_some() && !rules_of(item).any(played) {
            found.push(format!("{}: {}", item.id, item.title));
        }
    }
    report(found);
}

/// The only numbered situation that is no run: a setting that forms and imports refuse.
const REFUSED_BY_FORMS: &str = "T17";

#[test]
fn every_numbered_situation_has_a_case_that_begins_with_its_number() {
    let numbered = SECTIONS.iter().flat_map(|section| section.items).filter(|item| item.id.starts_with('T'));
    let mut found = Vec::new();
    for item in numbered.filter(|item| item.id != REFUSED_BY_FORMS) {
        let wanted = format!("{}-", item.id.to_lowercase());
        if !item.covered.iter().any(|covered| matches!(covered, Covered::Cases(begin) if *begin == wanted)) {
            found.push(format!("{}: not by `{wanted}`", item.id));
        }
        if cases_that_begin(&wanted).is_empty() {
            found.push(format!("{}: {}", item.id, item.title));
        }
    }
    report(found);
}

#[test]
fn every_symptom_that_an_item_names_exists_and_every_symptom_is_under_an_item() {
    let known: BTreeSet<&str> = diagnosis::all().map(|symptom| symptom.id).collect();
    let mut named = BTreeSet::new();
    for covered in coverage::all().flat_map(|item| item.covered) {
        if let Covered::Diagnosis(symptoms) = covered {
            named.extend(symptoms.iter().copied());
        }
    }
    report(named.symmetric_difference(&known).map(|symptom| (*symptom).to_owned()).collect());
}

#[test]
fn every_setting_that_an_item_names_has_a_card_and_every_card_is_under_an_item() {
    let known: BTreeSet<&str> = settings::all().map(|card| card.id).collect();
    let mut named = BTreeSet::new();
    for covered in coverage::all().flat_map(|item| item.covered) {
        if let Covered::Setting(id) = covered {
            named.insert(*id);
        }
    }
    report(named.symmetric_difference(&known).map(|id| (*id).to_owned()).collect());
}

#[test]
fn every_part_is_where_it_says() {
    report(Part::iter().filter(|part| !root().join(part.path()).is_file()).map(|part| part.path().to_owned()).collect());
}

#[test]
fn every_document_is_cited_by_a_rule_a_card_a_warning_a_cause_or_a_part() {
    let of = |sources: &[Source]| sources.iter().map(|source| source.document).collect::<Vec<_>>();
    let mut cited: Vec<Document> = Rule::all().flat_map(|rule| of(rule.card().sources)).collect();
    cited.extend(settings::all().flat_map(|card| of(card.sources)));
    cited.extend(ProblemCode::iter().flat_map(|code| of(code.card().sources)));
    cited.extend(diagnosis::all().flat_map(|symptom| symptom.causes).flat_map(|cause| of(cause.sources)));
    cited.extend(Part::iter().flat_map(|part| part.documents().iter().copied()));
    cited.extend(coverage::not_simulated().iter().filter_map(|card| match card.read {
        Reading::Document(document) => Some(document),
        Reading::Page { .. } => None,
    }));
    let missing = Document::all().filter(|document| !cited.contains(document));
    report(missing.map(|document| format!("{} {} ({document:?})", document.key(), document.date())).collect());
}

/// How many cases cite the rule, with those that are about it first.
fn cases_text(cited: Option<&Cited>) -> String {
    let Some(cited) = cited.filter(|cited| !cited.by_runs.is_empty()) else { return "no move of a run cites it".to_owned() };
    let about = cited.by_wants.intersection(&cited.by_runs);
    let others = cited.by_runs.difference(&cited.by_wants);
    let shown: Vec<String> = about.chain(others).take(2).map(|name| format!("`{name}`")).collect();
    match cited.by_runs.len() {
        1 => shown.join(""),
        2 => shown.join(", "),
        number => format!("{number} cases, such as {}", shown.join(" and ")),
    }
}

fn covered_text(covered: &Covered, cited: &BTreeMap<String, Cited>) -> Vec<String> {
    let list = |names: &[&str]| names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    match covered {
        Covered::Rules(rules) => rules
            .iter()
            .map(|rule| {
                let id = rule.card().id;
                format!("[{id}](RULES.md#{}): {}", id.to_lowercase(), cases_text(cited.get(id)))
            })
            .collect(),
        Covered::Diagnosis(symptoms) => vec![format!("Troubleshooting: {}", list(symptoms))],
        Covered::Setting(id) => vec![format!("Card of the setting {id}")],
        Covered::Problems(codes) => {
            vec![format!("Problems: {}", codes.iter().map(|code| code.card().id).collect::<Vec<_>>().join(", "))]
        }
        Covered::Part(part, test) => {
            let path = tests().get(*test).map_or("", |path| path.as_str());
            vec![format!("`{}`: test `{test}` in `{path}`", part.path())]
        }
        Covered::Cases(begin) => {
            let cases = cases_that_begin(begin);
            if cases.len() > 12 {
                vec![format!("{} cases that begin with `{begin}`", cases.len())]
            } else {
                cases.into_iter().map(|name| format!("`{name}`")).collect()
            }
        }
        Covered::NotSimulated(card) => vec![format!("[Not simulated](#not-simulated): {}", card.title)],
    }
}

fn printed() -> String {
    let cited = citations();
    let mut text = String::from(
        "# Coverage\n\nWhat the documents say, item by item, and where it went: to rules with the cases that cite them in a run, to the card of a\n\
         setting, to the troubleshooting table, to a warning, to a part of the program with the test that shows it there, or to the list of what is not simulated.\n\n\
         This page is printed from `engine/src/coverage.rs`; `UPDATE_EXPECT=1 cargo test -p redemption-engine --test coverage` writes it.\n",
    );
    for section in SECTIONS {
        writeln!(text, "\n## {}\n", section.title).unwrap();
        for item in section.items {
            writeln!(text, "- **{}** {}", item.id, item.title).unwrap();
            for line in item.covered.iter().flat_map(|covered| covered_text(covered, &cited)) {
                writeln!(text, "  - {line}").unwrap();
            }
        }
    }
    writeln!(text, "\n## Parts and the documents they follow\n").unwrap();
    for part in Part::iter() {
        writeln!(text, "- `{}`", part.path()).unwrap();
        for document in part.documents() {
            let date = if document.date().is_empty() { "undated" } else { document.date() };
            match document.url() {
                "" => writeln!(text, "  - {}, {date}", document.title()).unwrap(),
                url => writeln!(text, "  - [{}]({url}), {date}", document.title()).unwrap(),
            }
        }
    }
    writeln!(text, "\n## Not simulated\n").unwrap();
    for card in coverage::not_simulated() {
        writeln!(text, "- **{}.** {} Read: [{}]({}).", card.title, card.reason, card.read.title(), card.read.url()).unwrap();
    }
    text
}

#[test]
fn the_printed_coverage_is_fresh() {
    expect_test::expect_file!["../../docs/COVERAGE.md"].assert_eq(&printed());
}
