//! `redemption check` and `redemption diff` as a pipeline sees them: exit codes, the report, and its JSON.
//!
//! What passes and what parts is tested in the engine.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a failing test may panic")]

use assert_cmd::Command;
use serde_json::{Value, json};

const FILE: &str = "golden.redemption.json";

fn redemption(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_redemption"));
    command.current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures")).args(arguments);
    command
}

/// The report, with this exit code and nothing on standard error.
#[track_caller]
fn told(code: i32, arguments: &[&str]) -> String {
    let assert = redemption(arguments).assert().code(code).stderr("");
    String::from_utf8(assert.get_output().stdout.clone()).unwrap()
}

#[track_caller]
fn told_as_json(code: i32, arguments: &[&str]) -> Value {
    serde_json::from_str(&told(code, arguments)).unwrap()
}

#[test]
fn what_is_as_expected_exits_0() {
    let text = told(0, &["check", FILE]);
    assert_eq!(
        text,
        "Contractors\n  ok    Ravi: Invitation redeemed\n  ok    Uma: Left without a passcode\n2 of 2 as expected\n"
    );
    let report = told_as_json(0, &["check", FILE, "--json"]);
    assert_eq!((&report["schema"], &report["passed"], &report["second"]), (&json!(1), &json!(true), &json!(false)));
    assert_eq!(report["workspaces"][0]["expectations"][0]["difference"], Value::Null);
}

#[test]
fn a_miss_exits_1_and_is_named() {
    let text = told(1, &["check", FILE, "--second"]);
    assert!(text.contains("\n  MISS  Ravi: The identity provider was expected to be “"), "{text}");
    assert!(text.ends_with("\n0 of 2 as expected\n"), "{text}");
    let report = told_as_json(1, &["check", FILE, "--second", "--json"]);
    let ravi = &report["workspaces"][0]["expectations"][0];
    assert_eq!((&ravi["guest"], &ravi["passed"], &ravi["expected"]), (&json!("Ravi"), &json!(false), &json!("redeemed")));
    assert_eq!(ravi["difference"]["what"], "provider");
    assert!(ravi["difference"]["step"].as_str().unwrap().starts_with("2."), "{ravi}");
    assert!(ravi["difference"]["rule"].is_string(), "{ravi}");
}

#[test]
fn what_cannot_be_checked_exits_2() {
    let said = |arguments: &[&str], message: &str| {
        redemption(arguments).assert().code(2).stdout("").stderr(format!("error: {message}\n"));
    };
    said(&["check", "none.json"], "`none.json` cannot be read: there is no such file");
    said(&["check", "empty.json", "--json"], "`empty.json` cannot be read: there is no text");
    said(&["diff", FILE, "none.json"], "`none.json` cannot be read: there is no such file");
    let two = "two-workspaces.redemption.json";
    said(&["diff", two], &format!("no workspace of `{two}` has a second design; name another document"));
    said(&["diff", FILE, two], &format!("workspaces are compared in their order, but `{FILE}` has 1 and `{two}` has 2"));
    let mut one: Value = serde_json::from_slice(
        &std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/golden.redemption.json")).unwrap(),
    )
    .unwrap();
    one["workspaces"][0].as_object_mut().unwrap().remove("secondDesign");
    redemption(&["check", "-", "--second"])
        .write_stdin(one.to_string())
        .assert()
        .code(2)
        .stdout("")
        .stderr("error: the workspace `Contractors` of standard input has no second design\n");
}

#[test]
fn a_document_does_not_differ_from_itself_and_two_designs_do() {
    assert!(told(0, &["diff", FILE, FILE]).ends_with("Nothing differs\n"));
    let text = told(1, &["diff", FILE]);
    for part in [
        "Contractors\n  Resource tenant: email one-time passcode: from ",
        "\n  Ravi:\n    from here: ",
        "\n    end: Invitation redeemed | ",
        "They differ\n",
    ] {
        assert!(text.contains(part), "{part:?} in {text}");
    }
    let report = told_as_json(1, &["diff", FILE, "--json"]);
    assert_eq!((&report["schema"], &report["same"]), (&json!(1), &json!(false)));
    let ravi = &report["workspaces"][0]["guests"][0];
    assert_eq!(ravi["outcome"][0], "redeemed");
    assert_eq!((&ravi["step"][0]["node"], &ravi["step"][0]["answer"]), (&json!("passcodeEnabled"), &json!("yes")));
    assert_eq!(ravi["step"][1]["answer"], "no");
    assert_eq!(ravi["screen"]["pages"][0], "sendPasscode");
}
