//! `redemption graph` as a pipeline sees it. What the texts say is tested in the engine.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a failing test may panic")]

use assert_cmd::Command;
use serde_json::Value;

fn graph(what: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_redemption"));
    command.current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures")).args(["graph", what]).args(arguments);
    command
}

fn printed(what: &str, arguments: &[&str]) -> String {
    let assert = graph(what, arguments).assert().success().stderr("");
    String::from_utf8(assert.get_output().stdout.clone()).unwrap()
}

const FILE: &str = "two-workspaces.redemption.json";

#[test]
fn the_settings_are_printed_as_answers_of_a_batch() {
    let json: Value = serde_json::from_str(&printed("json", &[FILE])).unwrap();
    assert_eq!(json["responses"][0]["id"], "default cross-tenant access policy");
    assert_eq!(json["responses"][0]["status"], 200);
}

#[test]
fn a_tenant_that_is_so_already_needs_no_request() {
    let script = printed("changes", &[FILE, "--from", FILE]);
    assert!(script.starts_with("#Requires -Modules Microsoft.Graph.Authentication\n# Makes the changes.\n"), "{script}");
    assert!(!script.contains("Invoke-MgGraphRequest"), "{script}");
    assert!(printed("rollback", &[FILE]).contains("# Puts the former values back."));
    assert!(printed("collector", &[FILE]).contains("-Method GET"));
}

#[test]
fn a_document_that_is_missing_is_named() {
    let said = "error: `none.json` cannot be read: there is no such file\n";
    graph("left-out", &["none.json"]).assert().code(1).stdout("").stderr(said);
    graph("changes", &[FILE, "--from", "none.json"]).assert().code(1).stdout("").stderr(said);
    graph("everything", &[FILE]).assert().code(2);
}
