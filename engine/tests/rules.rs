//! The registry of rules: complete, cited, exercised, and printed in `docs/RULES.md`.
//!
//! `UPDATE_EXPECT=1 cargo test -p redemption-engine --test rules` writes that file. Whether a rule is applied where the documents
//! apply it is shown in `reference.rs`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a failing test may panic, and the space has lists of known length"
)]

#[allow(dead_code, reason = "shared by several tests, each of which uses a part")]
mod space;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use redemption_engine::act::Act;
use redemption_engine::design::{Edition, EmailOneTimePasscode};
use redemption_engine::engine::{Ending, replay};
use redemption_engine::flow::{Flow, Outcome};
use redemption_engine::guest::WayIn;
use redemption_engine::rules::{Document, Rule};
use redemption_engine::trace::{Next, Run};
use space::{EDITIONS, Scene, as_json, federations, for_each_scene, for_each_script, situations, walk_by};

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
fn rules_are_numbered_without_gaps() {
    let mut numbers: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for rule in Rule::all() {
        let (prefix, number) = rule.card().id.split_once('-').unwrap();
        numbers.entry(prefix).or_default().push(number.parse().unwrap());
    }
    for (prefix, numbers) in numbers {
        assert_eq!(numbers, (1..=numbers.len()).collect::<Vec<_>>(), "{prefix}");
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
fn every_document_is_cited() {
    for document in Document::all() {
        let cited = Rule::all().any(|rule| rule.card().sources.iter().any(|source| source.document == document));
        assert!(cited, "{} {}", document.key(), document.date());
    }
}

/// The rules cited in each edition by first attempts, by second ones, and by the passcode page's acts.
fn cited() -> BTreeSet<(Rule, Edition)> {
    let mut cited = BTreeSet::new();
    for_each_scene(397, |scene| {
        for_each_script(scene, &mut |script, ending, _| {
            walk_by(scene, script.acts(), |step| {
                cited.insert((step.rule, scene.design.edition));
            });
            assert!(!matches!(ending, Ending::NoEdge(..)), "{}", as_json(scene, script.acts()));
        });
    });
    for_each_scene(4_001, |scene| come_again(scene, &mut cited));
    for situation in situations() {
        let mut design = situation.design();
        design.resource_tenant.google_federation = true;
        let [none, partner, ..] = federations(situation.invited.domain());
        for (edition, federations) in EDITIONS.into_iter().flat_map(|edition| [(edition, &none), (edition, &partner)]) {
            design.edition = edition;
            design.resource_tenant.federations.clone_from(federations);
            let flow = Flow::of(&design.resource_tenant.redemption_order, edition);
            for guest in situation.guests() {
                let scene = Scene { design: &design, guest: &guest, flow: &flow };
                come_again(scene, &mut cited);
                wait_for_expiry(scene, &mut cited);
            }
        }
    }
    cited
}

/// A second attempt in every way, after each first one that got as far as consent.
fn come_again(scene: Scene<'_>, cited: &mut BTreeSet<(Rule, Edition)>) {
    for_each_script(scene, &mut |script, ending, _| {
        let Ending::Ended(Outcome::Redeemed | Outcome::PermissionsDeclined | Outcome::TermsDeclined) = ending else { return };
        let by_endpoint = script.then(Act::TryAgain(WayIn::CommonEndpointWithOrganization));
        for acts in [
            script.then(Act::TryAgain(WayIn::EmailLink)),
            script.then(Act::TryAgain(WayIn::DirectLink)),
            by_endpoint.then(Act::SelectFederation(0)),
            by_endpoint.then(Act::SelectGoogle),
        ] {
            note(&replay(scene.design, scene.guest, acts.acts()), scene.design.edition, cited);
        }
    });
}

/// Waiting on the passcode page until the code has expired.
fn wait_for_expiry(scene: Scene<'_>, cited: &mut BTreeSet<(Rule, Edition)>) {
    let mut design = scene.design.clone();
    design.resource_tenant.email_one_time_passcode = EmailOneTimePasscode::Enabled;
    note(&replay(&design, scene.guest, &[Act::Wait(30), Act::EnterPasscode]), design.edition, cited);
}

fn note(run: &Run, edition: Edition, cited: &mut BTreeSet<(Rule, Edition)>) {
    cited.extend(run.chapters.iter().flat_map(|chapter| &chapter.steps).map(|step| (step.cause.rule, edition)));
    if let Next::Person { rule, .. } = run.next {
        cited.insert((rule, edition));
    }
}

#[test]
fn a_rule_that_is_cited_holds_in_the_edition_and_every_rule_is_cited_in_each_of_its_editions() {
    let cited = cited();
    for (rule, edition) in &cited {
        assert!(rule.holds_in(*edition), "{} is cited in {}", rule.card().id, edition.name());
    }
    let mut missing = Vec::new();
    for rule in Rule::all() {
        for edition in EDITIONS.into_iter().filter(|edition| rule.holds_in(*edition)) {
            if !cited.contains(&(rule, edition)) && reason_for_no_move(rule, edition).is_none() {
                missing.push(format!("{} in {}: {}", rule.card().id, edition.name(), rule.card().statement));
            } else if cited.contains(&(rule, edition)) && reason_for_no_move(rule, edition).is_some() {
                missing.push(format!("{} in {} is cited, so it needs no reason", rule.card().id, edition.name()));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
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
    let mut last = "";
    for rule in Rule::all() {
        let card = rule.card();
        let prefix = card.id.split_once('-').unwrap().0;
        if prefix != last {
            writeln!(text, "\n## {}", group(prefix)).unwrap();
            last = prefix;
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
