//! The report of a run has the documented shape, and `docs/REPLAY.md` lists every id that a report can contain.
//!
//! `UPDATE_EXPECT=1` rewrites the generated parts of the page; the change is read in review. What a run comes to is not tested here.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a failing test may panic")]

use std::path::Path;

use redemption_engine::act::Prompt;
use redemption_engine::design::{Edition, FallbackProvider, IdentityProvider, RedemptionOrder};
use redemption_engine::document;
use redemption_engine::field::{
    FederationField, GuestField, HomeField, InterpretationField, PolicyField, ResourceField, TermsField, UserField,
};
use redemption_engine::flow::{Flow, Node, Outcome};
use redemption_engine::guest::WayIn;
use redemption_engine::presets::{self, want::prompt_id};
use redemption_engine::problems::ProblemCode;
use redemption_engine::report::{ChapterKind, report, reports};
use redemption_engine::screen::Screen;
use redemption_engine::wording;
use redemption_engine::workspace::Workspace;
use serde_json::{Value, json};
use strum::IntoEnumIterator;

/// Ravi has a mailbox and no account; he mistypes the passcode and has not yet answered *Review permissions*.
fn freelancer() -> Workspace {
    serde_json::from_value(json!({
        "name": "Freelancer",
        "design": {"resourceTenant": {"displayName": "Woodgrove", "initialDomain": "woodgrove.onmicrosoft.com"}},
        "guests": [{
            "displayName": "Ravi",
            "invitedEmail": "ravi@contractor.example",
            "invitation": {"sendInvitationMessage": false},
            "story": ["enterWrongPasscode", "enterPasscode"],
        }],
    }))
    .unwrap()
}

fn json_of(workspace: &Workspace) -> Value {
    serde_json::to_value(report(workspace)).unwrap()
}

#[test]
fn a_run_that_waits_is_reported_with_its_path_and_rules() {
    let json = json_of(&freelancer());
    assert_eq!(json["version"], 3);
    assert_eq!(json["workspace"], "Freelancer");
    assert_eq!(json["edition"], "2024-03");
    let ravi = &json["guests"][0];
    assert_eq!(ravi["guest"], "Ravi");
    assert_eq!(ravi["invitedEmail"], "ravi@contractor.example");
    assert_eq!(ravi["outcome"], Value::Null);
    assert_eq!(ravi["waitingFor"], "reviewPermissions");
    assert_eq!(ravi["errorCode"], Value::Null);
    assert_eq!(ravi["provider"], "emailOneTimePasscode");
    assert_eq!(ravi["refusedAct"], Value::Null);
    assert_eq!(ravi["guestRecord"]["externalUserState"], "PendingAcceptance");
    let invitation = &ravi["chapters"][0];
    assert_eq!(invitation["kind"], "invitation");
    assert_eq!(invitation["wayIn"], Value::Null);
    assert_eq!(invitation["outcome"], "invited");
    let chapter = &ravi["chapters"][1];
    assert_eq!((&chapter["kind"], &chapter["wayIn"]), (&json!("attempt"), &json!("emailLink")));
    assert_eq!((&chapter["act"], &chapter["outcome"]), (&Value::Null, &Value::Null));
    // redemption-experience.md, 2024-03-26, Invitation redemption flow, items 1 to 4, 6 and 8.
    assert_eq!(
        chapter["path"],
        json!([
            "wayIn",
            "mailFound",
            "linkValid",
            "guestLookup",
            "guestState",
            "domainStillAllowed",
            "primary:azureActiveDirectory",
            "primary:externalFederation",
            "primary:socialIdentityProviders",
            "fallbackInCloud",
            "existingMicrosoftAccount",
            "passcodeEnabled",
            "liveSession",
            "signIn:emailOneTimePasscode",
            "signIn:emailOneTimePasscode",
            "tenantRestrictions",
            "guestMatch",
            "automaticRedemption",
            "reviewPermissions",
        ])
    );
    assert_eq!(
        chapter["rules"],
        json!([
            "WAY-1", "MAIL-7", "LINK-1", "GUEST-1", "GUEST-9", "GUEST-21", "DISC-1", "DISC-11", "DISC-15", "CLOUD-6", "DISC-17",
            "FALL-1", "FALL-6", "SIGN-8", "SIGN-8", "ACC-5", "BACK-1", "CONS-3",
        ])
    );
    assert_eq!(json["problems"][0]["code"], "RDM-003");
    assert_eq!(json["problems"][1]["code"], "RDM-027");
    assert_eq!(json["problems"][1]["severity"], "note");
    assert_eq!(json["problems"][1]["field"], "guest.0.sendInvitationMessage");
}

#[test]
fn a_run_that_ended_is_reported_with_outcome_and_error_code() {
    let mut workspace = freelancer();
    workspace.guests[0].way_in = WayIn::CommonEndpoint;
    let json = json_of(&workspace);
    let ravi = &json["guests"][0];
    assert_eq!(ravi["outcome"], "wrongEndpoint");
    assert_eq!(ravi["waitingFor"], Value::Null);
    assert_eq!(ravi["errorCode"], "AADSTS50020");
    assert_eq!(ravi["provider"], Value::Null);
    assert_eq!(ravi["refusedAct"], 0);
    assert_eq!(ravi["chapters"][1]["path"], json!(["wayIn", "commonEndpoint", "end:wrongEndpoint"]));
}

#[test]
fn what_is_done_between_two_attempts_is_a_chapter_with_its_act() {
    let mut workspace = freelancer();
    workspace.guests[0].story =
        serde_json::from_value(json!(["enterPasscode", "accept", "deleteGuest", "deletePermanently"])).unwrap();
    let json = json_of(&workspace);
    let ravi = &json["guests"][0];
    let kinds: Vec<&str> = ravi["chapters"].as_array().unwrap().iter().map(|part| part["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["invitation", "attempt", "operation", "operation"]);
    assert_eq!(ravi["chapters"][2]["act"], "deleteGuest");
    assert_eq!(ravi["chapters"][2]["path"], json!(["operation:deleteGuest", "end:done"]));
    assert_eq!((&ravi["outcome"], &ravi["guestRecord"]), (&json!("done"), &Value::Null));
}

#[test]
fn every_preset_is_reported_within_the_documented_shape() {
    let ids: Vec<String> = nodes().into_iter().map(Node::id).collect();
    for preset in presets::all() {
        for guest in report(&preset.workspace).guests {
            assert!(guest.outcome.is_some() != guest.waiting_for.is_some(), "{}: {}", preset.id, guest.guest);
            assert!(!guest.chapters.is_empty(), "{}", preset.id);
            for chapter in guest.chapters {
                assert_eq!(chapter.path.len(), chapter.rules.len() + 1, "{}", preset.id);
                for node in &chapter.path {
                    assert!(ids.contains(node), "{}: {node}", preset.id);
                }
            }
        }
    }
}

#[test]
fn the_report_of_several_workspaces_keeps_their_order() {
    let second = Workspace { name: "Second".to_owned(), ..freelancer() };
    let json = serde_json::to_value(reports(&[freelancer(), second])).unwrap();
    assert_eq!(json["version"], 3);
    assert_eq!(json["workspaces"][0]["workspace"], "Freelancer");
    assert_eq!(json["workspaces"][1]["workspace"], "Second");
}

#[test]
fn the_page_about_the_report_is_fresh() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/REPLAY.md");
    let page = std::fs::read_to_string(&path).unwrap();
    let mut fresh = page.clone();
    for (name, text) in sections() {
        fresh = with_section(&fresh, name, &text);
    }
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&path, fresh).unwrap();
    } else {
        assert_eq!(page, fresh, "docs/REPLAY.md is stale; run this test with UPDATE_EXPECT=1 and read the change");
    }
}

/// The page with what stands between the marks of a section replaced.
fn with_section(page: &str, name: &str, text: &str) -> String {
    let start = format!("<!-- generated: {name} -->\n");
    let (before, rest) = page.split_once(&start).unwrap_or_else(|| panic!("docs/REPLAY.md lacks the section `{name}`"));
    let (_, after) =
        rest.split_once("<!-- end -->").unwrap_or_else(|| panic!("the section `{name}` of docs/REPLAY.md has no end"));
    format!("{before}{start}\n{text}\n<!-- end -->{after}")
}

fn sections() -> [(&'static str, String); 10] {
    [
        ("example", example()),
        (
            "chapters",
            table(["Id", "Chapter"], ChapterKind::iter().map(|kind| [code(kind.into()), wording::chapter_kind(kind).to_owned()])),
        ),
        ("outcomes", table(["Id", "Kind", "Error code", "Meaning"], Outcome::iter().map(outcome_row))),
        (
            "prompts",
            table(
                ["Id", "Question"],
                PROMPTS.iter().map(|prompt| [code(prompt_id(*prompt)), wording::prompt(*prompt).to_owned()]),
            ),
        ),
        (
            "providers",
            table(
                ["Id", "Provider"],
                IdentityProvider::iter().map(|provider| [code(provider.into()), wording::provider(provider).to_owned()]),
            ),
        ),
        ("ways in", table(["Id", "Way in"], WayIn::iter().map(|way| [code(way.into()), wording::way_in(way).to_owned()]))),
        ("nodes", table(["Id", "Node", "Answers"], nodes().into_iter().map(node_row))),
        ("screens", table(["Id", "Page"], Screen::iter().map(|screen| [code(screen.id()), wording::screen(screen).to_owned()]))),
        ("problems", table(["Id", "Severity", "Problem"], ProblemCode::iter().map(problem_row))),
        ("fields", fields()),
    ]
}

/// What a report can wait for. Coming again is possible after every end and never waited for.
const PROMPTS: [Prompt; 10] = [
    Prompt::AccountChoice,
    Prompt::SignInOptions { google: true, federations: 0 },
    Prompt::LiveSession,
    Prompt::Passcode { readable: true, expired: false },
    Prompt::CreateAccount { possible: true },
    Prompt::ReviewPermissions,
    Prompt::TermsOfUse { number: 0, unread: false },
    Prompt::Multifactor { registers: false },
    Prompt::DeviceCode,
    Prompt::ApplicationConsent,
];

fn code(id: &str) -> String {
    format!("`{id}`")
}

fn table<const N: usize>(head: [&str; N], rows: impl IntoIterator<Item = [String; N]>) -> String {
    let mut text = format!("| {} |\n|{}\n", head.join(" | "), "---|".repeat(N));
    for row in rows {
        text.push_str(&format!("| {} |\n", row.join(" | ")));
    }
    text
}

fn outcome_row(outcome: Outcome) -> [String; 4] {
    let kind = serde_json::to_value(outcome.kind()).unwrap();
    let error = outcome.error_code().map(code).unwrap_or_default();
    [code(outcome.id()), kind.as_str().unwrap().to_owned(), error, wording::outcome_text(outcome).to_owned()]
}

fn problem_row(problem: ProblemCode) -> [String; 3] {
    let card = problem.card();
    [code(card.id), <&str>::from(card.severity).to_owned(), card.title.to_owned()]
}

/// A flow of every edition and fallback; the default order has all primary providers.
fn flows() -> Vec<Flow> {
    let order = |fallback| RedemptionOrder::new(RedemptionOrder::default().primary().to_vec(), fallback).unwrap();
    let editions: Vec<Edition> = Edition::iter().collect();
    editions
        .into_iter()
        .rev()
        .flat_map(|edition| FallbackProvider::iter().map(move |fallback| Flow::of(&order(fallback), edition)))
        .collect()
}

/// Every node of any flow, ends last.
fn nodes() -> Vec<Node> {
    let mut nodes: Vec<Node> = flows().iter().flat_map(|flow| flow.nodes().to_vec()).collect();
    nodes.sort_unstable();
    nodes.dedup();
    nodes.extend(Outcome::iter().map(Node::End));
    nodes
}

fn node_row(node: Node) -> [String; 3] {
    let mut answers: Vec<&str> = Vec::new();
    for flow in flows() {
        for edge in flow.exits(node) {
            if !answers.contains(&edge.answer().id()) {
                answers.push(edge.answer().id());
            }
        }
    }
    let answers: Vec<String> = answers.into_iter().map(code).collect();
    let title = match node {
        Node::End(outcome) => wording::outcome(outcome),
        other => wording::node(other),
    };
    [code(&node.id()), title.to_owned(), answers.join(", ")]
}

fn fields() -> String {
    let parts = |names: Vec<&str>| names.into_iter().map(code).collect::<Vec<_>>().join(", ");
    let rows = [
        ("edition", String::new()),
        ("resource.", parts(ResourceField::iter().map(Into::into).collect())),
        ("resource.federations.{n}.", parts(FederationField::iter().map(Into::into).collect())),
        ("resource.termsOfUse.{n}.", parts(TermsField::iter().map(Into::into).collect())),
        ("resource.conditionalAccess.{n}.", parts(PolicyField::iter().map(Into::into).collect())),
        ("home.{n}.", parts(HomeField::iter().map(Into::into).collect())),
        ("home.{n}.users.{n}.", parts(UserField::iter().map(Into::into).collect())),
        ("guest.{n}.", parts(GuestField::iter().map(Into::into).collect())),
        ("interpretations.", parts(InterpretationField::iter().map(Into::into).collect())),
        ("expectations.{n}", String::new()),
    ];
    table(["Path begins with", "and ends with"], rows.map(|(start, ends)| [code(start), ends]))
}

fn example() -> String {
    let workspaces = [freelancer()];
    let input = document::print(&workspaces);
    let output = serde_json::to_string_pretty(&reports(&workspaces)).unwrap();
    format!("The document\n\n```json\n{input}```\n\ngives\n\n```json\n{output}\n```\n")
}
