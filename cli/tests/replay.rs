//! The program as a pipeline sees it: standard output, standard error and exit codes.
//!
//! The shape of a report is tested in the engine; here only that it arrives.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a failing test may panic")]

use assert_cmd::Command;
use serde_json::Value;

fn redemption() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_redemption"));
    command.current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures"));
    command
}

fn replayed(command: &mut Command) -> Value {
    let assert = command.assert().success().stderr("");
    serde_json::from_slice(&assert.get_output().stdout).unwrap()
}

/// Exits 1 with these lines on standard error and nothing on standard output.
#[track_caller]
fn refused(file: &str, message: &str) {
    redemption().args(["replay", file]).assert().code(1).stdout("").stderr(format!("error: {message}\n"));
}

#[test]
fn a_document_is_replayed_workspace_by_workspace_and_guest_by_guest() {
    let json = replayed(redemption().args(["replay", "two-workspaces.redemption.json"]));
    assert_eq!(json["version"], 3);
    assert_eq!(json["workspaces"].as_array().unwrap().len(), 2);
    let contractors = &json["workspaces"][0];
    assert_eq!(contractors["version"], 3);
    assert_eq!(contractors["workspace"], "Contractors");
    assert_eq!(contractors["edition"], "2024-03");
    assert_eq!(contractors["guests"][0]["guest"], "Ravi");
    assert_eq!(contractors["guests"][0]["outcome"], "redeemed");
    assert_eq!(contractors["guests"][0]["provider"], "emailOneTimePasscode");
    assert_eq!(contractors["guests"][0]["guestRecord"]["externalUserState"], "Accepted");
    assert_eq!(contractors["guests"][1]["waitingFor"], "passcode");
    let problems = contractors["problems"].as_array().unwrap();
    assert_eq!(problems.iter().map(|problem| &problem["code"]).collect::<Vec<_>>(), ["RDM-003"]);
    // redemption-experience.md, 2019-06-12, direct link, special cases: without an account the mail is needed.
    assert_eq!(json["workspaces"][1]["guests"][0]["outcome"], "creationNeedsMailLink");
}

#[test]
fn a_guest_who_does_not_get_in_is_a_result_and_not_a_failure() {
    redemption().args(["replay", "two-workspaces.redemption.json"]).assert().code(0);
}

#[test]
fn standard_input_is_read_for_a_dash() {
    let from_file = replayed(redemption().args(["replay", "two-workspaces.redemption.json"]));
    let text = include_str!("fixtures/two-workspaces.redemption.json");
    let from_input = replayed(redemption().args(["replay", "-"]).write_stdin(text));
    assert_eq!(from_input, from_file);
}

#[test]
fn a_file_that_is_not_there_is_named() {
    refused("absent.json", "`absent.json` cannot be read: there is no such file");
}

#[test]
fn a_directory_is_not_a_file() {
    refused(".", "`.` cannot be read: it is a directory");
}

#[test]
fn an_empty_file_has_no_text() {
    refused("empty.json", "`empty.json` cannot be read: there is no text");
}

#[test]
fn a_text_that_breaks_off_is_located() {
    refused(
        "breaks-off.json",
        "`breaks-off.json` cannot be read: the text breaks off at line 1 column 29; a part of the JSON is missing",
    );
}

#[test]
fn a_document_of_a_newer_version_says_so() {
    refused(
        "newer-format.json",
        "`newer-format.json` cannot be read: the document was written by a newer version (`format` 99; this one reads up to 3)",
    );
}

#[test]
fn a_wrong_property_is_named_by_its_path() {
    let assert = redemption().args(["replay", "wrong-address.json"]).assert().code(1).stdout("");
    let message = String::from_utf8(assert.get_output().stderr.clone()).unwrap();
    assert!(message.starts_with("error: `wrong-address.json` cannot be read: "), "{message}");
    assert!(message.contains("workspaces[0].guests[0].invitedEmail"), "{message}");
    assert!(message.contains("`ravi`"), "{message}");
}

#[test]
fn what_standard_input_lacks_is_said_of_standard_input() {
    redemption()
        .args(["replay", "-"])
        .write_stdin(" \n")
        .assert()
        .code(1)
        .stdout("")
        .stderr("error: standard input cannot be read: there is no text\n");
}

#[test]
fn an_endless_input_is_refused() {
    let much = vec![b' '; 8 * 1024 * 1024 + 5];
    let assert = redemption().args(["replay", "-"]).write_stdin(much).assert().code(1).stdout("");
    let message = String::from_utf8(assert.get_output().stderr.clone()).unwrap();
    assert!(message.contains("at most"), "{message}");
}

#[test]
fn a_wrong_command_line_exits_with_2() {
    for arguments in [&[][..], &["replay"], &["replay", "a", "b"], &["redo"], &["replay", "--loud", "a"]] {
        redemption().args(arguments).assert().code(2).stdout("");
    }
}

#[test]
fn help_names_the_command_and_the_dash() {
    let assert = redemption().args(["replay", "--help"]).assert().success();
    let help = String::from_utf8(assert.get_output().stdout.clone()).unwrap();
    assert!(help.contains("redemption replay <FILE>") && help.contains("`-` for standard input"), "{help}");
}
