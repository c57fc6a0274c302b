//! The registry of rules: complete, cited, exercised, and printed in `docs/RULES.md`.
//!
//! `UPDATE_EXPECT=1 cargo test -p redemption-engine --test rules` writes that file. Whether a rule is applied where the documents
//! apply it is shown in `reference.rs`; that each has a case of its own edition, in `cases.rs`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failing test may panic")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};

use redemption_engine::act::{Act, Prompt};
use redemption_engine::coverage::{self, Part, Reading};
use redemption_engine::design::{Design, Edition, FallbackProvider, RedemptionOrder};
use redemption_engine::elsewhere;
use redemption_engine::engine::replay;
use redemption_engine::flow::{Flow, Node};
use redemption_engine::guest::{Guest, WayIn};
use redemption_engine::presets;
use redemption_engine::problems::ProblemCode;
use redemption_engine::rules::{Document, Rule, Source};
use redemption_engine::trace::{Next, Run};
use redemption_engine::workspace::Workspace;
use redemption_engine::{diagnosis, settings};
use strum::IntoEnumIterator;

#[test]
fn every_rule_has_a_name_of_its_own() {
    let ids: BTreeSet<&str> = Rule::all().map(|rule| rule.card().id).collect();
    assert_eq!(ids.len(), Rule::all().count());
    for id in ids {
        let (prefix, number) = id.split_once('-').unwrap();
        assert!(prefix.chars().all(|c| c.is_ascii_uppercase()) && number.parse::<u16>().is_ok(), "{id}");
    }
}

#[test]
fn rules_are_numbered_without_gaps_except_where_a_later_group_begins() {
    let mut numbers: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for rule in Rule::all() {
        let (prefix, number) = rule.card().id.split_once('-').unwrap();
        numbers.entry(prefix).or_default().insert(number.parse().unwrap());
    }
    // What came with the whole domain is numbered from 20 or 30 on in groups that stood before.
    let later = [("DISC", 30), ("FALL", 30), ("GUEST", 20)];
    for (prefix, numbers) in numbers {
        let begins = later.iter().find(|(group, _)| *group == prefix).map_or(usize::MAX, |(_, begins)| *begins);
        let (first, second): (Vec<usize>, Vec<usize>) = numbers.into_iter().partition(|number| *number < begins);
        assert_eq!(first, (1..=first.len()).collect::<Vec<_>>(), "{prefix}");
        assert_eq!(second, (begins..).take(second.len()).collect::<Vec<_>>(), "{prefix}");
    }
}

#[test]
fn every_rule_has_a_source_and_states_one_sentence() {
    for rule in Rule::all() {
        let card = rule.card();
        assert!(!card.sources.is_empty(), "{}", card.id);
        assert!(card.sources.iter().all(|source| !source.place.is_empty()), "{}", card.id);
        assert!(card.statement.ends_with('.') && card.statement.starts_with(char::is_uppercase), "{}", card.id);
        assert!(card.editions.0 <= card.editions.1, "{}", card.id);
    }
    let statements: BTreeSet<&str> = Rule::all().map(|rule| rule.card().statement).collect();
    assert_eq!(statements.len(), Rule::all().count(), "a statement stands twice");
}

#[test]
fn every_document_is_cited_by_a_rule_a_setting_a_problem_a_cause_a_part_or_what_is_left_out() {
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
    for document in Document::all() {
        assert!(cited.contains(&document), "{} {}", document.key(), document.date());
    }
}

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

/// The workspaces of all cases and of the gallery.
fn workspaces() -> Vec<Workspace> {
    #[derive(serde::Deserialize)]
    struct Case {
        workspace: Workspace,
    }
    let mut paths = Vec::new();
    files_below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/cases"), &mut paths);
    paths.sort();
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).unwrap();
        serde_json::from_str::<Case>(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display())).workspace
    };
    let cases = paths.into_iter().map(read);
    cases.chain(presets::all().into_iter().map(|preset| preset.workspace)).collect()
}

/// What runs cite in each edition, and where they find no edge.
#[derive(Default)]
struct Cited {
    rules: BTreeSet<(Rule, Edition)>,
    /// The rules by which each check answers, whatever the edition.
    at: BTreeMap<Node, BTreeSet<Rule>>,
    dead_ends: BTreeSet<String>,
}

/// Every workspace is read under all editions, and every guest comes by all ways in.
fn cited() -> Cited {
    let mut cited = Cited::default();
    for workspace in workspaces() {
        for edition in Edition::iter() {
            let design = Design { edition, ..workspace.design.clone() };
            for guest in &workspace.guests {
                note(&replay(&design, guest, &guest.story), edition, &mut cited);
                for way_in in WayIn::iter() {
                    go_on(&design, &Guest { way_in, ..guest.clone() }, &mut cited);
                }
            }
        }
    }
    cited
}

/// No story of the corpus needs more acts to come to its end.
const MOST_ACTS: usize = 40;

/// The guest's own story as far as it fits, then whatever leads in, and once it has ended, the other ways in.
fn go_on(design: &Design, guest: &Guest, cited: &mut Cited) {
    let mut run = replay(design, guest, &guest.story);
    let mut story: Vec<Act> = guest.story.iter().copied().take(run.refused.unwrap_or(guest.story.len())).collect();
    let mut ways_left: Vec<WayIn> = WayIn::iter().filter(|way_in| *way_in != guest.way_in).collect();
    while story.len() < MOST_ACTS {
        let act = match run.next {
            Next::Person { prompt: Prompt::Between, .. } | Next::Ended(_) => ways_left.pop().map(Act::TryAgain),
            Next::Person { prompt, .. } => prompt.cooperative().or(Some(Act::GiveUp)),
            Next::NoEdge(..) => None,
        };
        let Some(act) = act else { break };
        story.push(act);
        run = replay(design, guest, &story);
        if run.refused.is_some() {
            break;
        }
    }
    note(&run, design.edition, cited);
}

fn note(run: &Run, edition: Edition, cited: &mut Cited) {
    for step in run.chapters.iter().flat_map(|chapter| &chapter.steps) {
        cited.rules.insert((step.cause.rule, edition));
        cited.at.entry(step.edge.from()).or_default().insert(step.cause.rule);
    }
    match &run.next {
        Next::Person { rule, .. } => {
            cited.rules.insert((*rule, edition));
        }
        Next::NoEdge(node, answer) => {
            cited.dead_ends.insert(format!("{} has no edge {} in {}", node.id(), answer.id(), edition.name()));
        }
        Next::Ended(_) => {}
    }
}

#[test]
fn a_rule_that_is_cited_holds_in_the_edition_and_every_rule_is_cited_in_each_of_its_editions() {
    let Cited { rules, dead_ends, .. } = cited();
    let mut wrong: Vec<String> = dead_ends.into_iter().collect();
    for (rule, edition) in rules.iter().filter(|(rule, edition)| !rule.holds_in(*edition)) {
        wrong.push(format!("{} is cited in {}: {}", rule.card().id, edition.name(), rule.card().statement));
    }
    for rule in Rule::all() {
        for edition in Edition::iter().filter(|edition| rule.holds_in(*edition)) {
            match (rules.contains(&(rule, edition)), reason_for_no_move(rule, edition)) {
                (false, None) => {
                    wrong.push(format!("{} is not cited in {}: {}", rule.card().id, edition.name(), rule.card().statement));
                }
                (true, Some(_)) => {
                    wrong.push(format!("{} in {} is cited, so it needs no reason", rule.card().id, edition.name()));
                }
                (true, None) | (false, Some(_)) => {}
            }
        }
    }
    assert!(wrong.is_empty(), "{} found:\n{}", wrong.len(), wrong.join("\n"));
}

/// What the card of a check says that the guest does not come to.
#[test]
fn every_check_of_every_flow_has_rules_and_only_such_as_some_run_cites_there() {
    let Cited { at, .. } = cited();
    let mut wrong = BTreeSet::new();
    for edition in Edition::iter() {
        let primary = RedemptionOrder::default().primary().to_vec();
        let orders = FallbackProvider::iter().map(|fallback| RedemptionOrder::new(primary.clone(), fallback).unwrap());
        let nodes: BTreeSet<Node> = orders.flat_map(|order| Flow::of(&order, edition).nodes().to_vec()).collect();
        for node in nodes {
            let rules = elsewhere::cited(node, edition);
            let known = at.get(&node).cloned().unwrap_or_default();
            if rules.is_empty() {
                let held: Vec<String> =
                    known.iter().filter(|rule| rule.holds_in(edition)).map(|rule| format!("{rule:?}")).collect();
                wrong.insert(format!("{} in {} has no rule; runs cite {}", node.id(), edition.name(), held.join(", ")));
            }
            for rule in rules {
                if !rule.holds_in(edition) || !known.contains(&rule) {
                    wrong.insert(format!("{} in {} does not answer by {}", node.id(), edition.name(), rule.card().id));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} found:\n{}", wrong.len(), wrong.into_iter().collect::<Vec<_>>().join("\n"));
}

/// Why a rule justifies no move in an edition in which it holds.
fn reason_for_no_move(rule: Rule, edition: Edition) -> Option<&'static str> {
    match (rule, edition) {
        (Rule::MayComeAgain, _) => Some("coming again begins a chapter and is no move within one"),
        (Rule::UnverifiedDomainGetsMicrosoftAccount, Edition::Y2021) => {
            Some("FALL-18 tells the two kinds of account apart and is cited in its place")
        }
        (Rule::AccountIsOffered, Edition::Y2021) => Some("FALL-20 adds the code to the same prompt and is cited in its place"),
        _ => None,
    }
}

/// The heading of a group of rules.
fn group(prefix: &str) -> &str {
    match prefix {
        "WAY" => "Ways in",
        "GUEST" => "The guest object",
        "DISC" => "Discovery",
        "FALL" => "When no provider matched",
        "SIGN" => "Signing in",
        "BACK" => "Back in the resource tenant",
        "CONS" => "Consent",
        "LAND" => "Where the guest lands",
        "INV" => "Inviting",
        "CLOUD" => "Microsoft clouds",
        "MAIL" => "Mails",
        "LINK" => "The link in the mail",
        "ACC" => "Access between tenants",
        "CA" => "Conditional Access",
        "TERMS" => "Terms of use",
        "APP" => "The application",
        "LIFE" => "Between two attempts",
        "AGAIN" => "Coming again",
        other => panic!("the prefix `{other}` has no heading in this test"),
    }
}

fn printed() -> String {
    let mut text = String::from(
        "# Rules\n\nEvery documented statement that the engine relies on. *Basis*: *documented* (a document says so), *inferred* (it follows\n\
         from one), *assumed* (no document says anything; a choice of this model), *disputed* (two documents point different ways).\n\n\
         This page is printed from `engine/src/rules.rs`; `UPDATE_EXPECT=1 cargo test -p redemption-engine --test rules` writes it.\n",
    );
    let prefix = |rule: Rule| rule.card().id.split_once('-').unwrap().0;
    let number = |rule: Rule| rule.card().id.split_once('-').unwrap().1.parse::<u16>().unwrap();
    // A later rule stands far from the first of its group in the registry; on the page a group stands together.
    let mut groups: Vec<&str> = Vec::new();
    Rule::all().map(prefix).for_each(|prefix| groups.extend((!groups.contains(&prefix)).then_some(prefix)));
    let mut rules: Vec<Rule> = Rule::all().collect();
    rules.sort_by_key(|rule| (groups.iter().position(|group| *group == prefix(*rule)), number(*rule)));
    let mut last = "";
    for rule in rules {
        let card = rule.card();
        if prefix(rule) != last {
            last = prefix(rule);
            writeln!(text, "\n## {}", group(last)).unwrap();
        }
        let (from, to) = card.editions;
        let editions = if from == to { from.name().to_owned() } else { format!("{} to {}", from.name(), to.name()) };
        writeln!(text, "\n### {}\n\n{}\n\n*{}*; editions {editions}", card.id, card.statement, card.basis.word()).unwrap();
        writeln!(text).unwrap();
        for source in card.sources {
            let document = source.document;
            let date = if document.date().is_empty() { "undated" } else { document.date() };
            let title = if document.url().is_empty() {
                document.title().to_owned()
            } else {
                format!("[{}]({})", document.title(), document.url())
            };
            writeln!(text, "- {title}, {date}: {}", source.place).unwrap();
        }
    }
    text
}

#[test]
fn the_printed_rules_are_fresh() {
    expect_test::expect_file!["../../docs/RULES.md"].assert_eq(&printed());
}
