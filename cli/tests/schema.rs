//! The JSON Schema of documents: the file that is checked in is what the types say, and what it takes is what is read.

use std::fs;
use std::path::PathBuf;

use assert_cmd::Command;
use redemption_engine::document::{parse, print_with_schema};
use redemption_engine::presets;
use serde_json::{Value, json};

fn repository(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

fn checked_in() -> String {
    fs::read_to_string(repository("docs/redemption.schema.json")).unwrap()
}

fn complaint(document: &Value) -> Option<String> {
    let schema: Value = serde_json::from_str(&checked_in()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    validator.validate(document).err().map(|error| format!("{}: {error}", error.instance_path()))
}

#[test]
fn the_schema_that_is_checked_in_is_the_one_that_is_printed() {
    let output = Command::cargo_bin("redemption").unwrap().arg("schema").output().unwrap();
    assert!(output.status.success());
    let printed = String::from_utf8(output.stdout).unwrap();
    assert!(printed == checked_in(), "write it anew: cargo run -p redemption-cli -- schema > docs/redemption.schema.json");
}

#[test]
fn every_example_and_every_frozen_document_is_valid() {
    let mut tried = 0;
    for preset in presets::all() {
        let text = print_with_schema(&[preset.workspace], "https://simulator.example/redemption.schema.json");
        assert_eq!(complaint(&serde_json::from_str(&text).unwrap()), None, "{}", preset.id);
        tried += 1;
    }
    for name in ["v1.json", "v2.json", "v3.json", "bundle-2.json", "bundle-3.json"] {
        let text = fs::read_to_string(repository(&format!("tests/documents/{name}"))).unwrap();
        assert_eq!(complaint(&serde_json::from_str(&text).unwrap()), None, "{name}");
        tried += 1;
    }
    assert!(tried > 10, "{tried}");
}

#[test]
fn what_the_reader_refuses_for_its_shape_the_schema_refuses_too() {
    let sound = || {
        json!({ "format": 2, "workspaces": [{
            "name": "w",
            "design": { "resourceTenant": { "displayName": "Woodgrove", "initialDomain": "woodgrove.onmicrosoft.com" } },
            "guests": [{ "displayName": "Nina", "invitedEmail": "nina@adatum.example", "story": ["accept", { "wait": 30 }] }]
        }] })
    };
    let both = |document: &Value| (parse(document.to_string().as_bytes()).is_ok(), complaint(document).is_none());
    assert_eq!(both(&sound()), (true, true));
    for (place, wrong) in [
        ("/format", json!(4)),
        ("/format", json!("2")),
        ("/workspaces", json!([])),
        ("/workspaces/0/name", json!(7)),
        ("/workspaces/0/design/resourceTenant/initialDomain", json!("no domain")),
        ("/workspaces/0/design/resourceTenant", json!({ "displayName": "Woodgrove" })),
        ("/workspaces/0/guests/0/invitedEmail", json!("nina")),
        ("/workspaces/0/guests/0/story", json!(["fly"])),
        ("/workspaces/0/guests/0/story", json!([{ "wait": -1 }])),
        ("/workspaces/0/guests/0", json!({ "displayName": "Nina", "invitedEmail": "n@a.example", "colour": "red" })),
    ] {
        let mut document = sound();
        *document.pointer_mut(place).unwrap() = wrong.clone();
        assert_eq!(both(&document), (false, false), "{place}: {wrong}");
    }
}
