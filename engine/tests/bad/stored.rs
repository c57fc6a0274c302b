//! What the browser's storage holds under the program's keys, and is no record, version or journal entry that it has written.
//!
//! That nothing of it is lost is tested in `storage`; here stands what is said about it.

use std::cell::RefCell;
use std::collections::BTreeMap;

use redemption_engine::history;
use redemption_engine::library::journal::{Held, hold};
use redemption_engine::library::{self, Storage};
use uuid::Uuid;

use crate::build::TENANT;
use crate::{Class, check_with};

#[path = "../memory/mod.rs"]
mod memory;

use memory::Memory;

/// Every table of this file.
pub(crate) const ALL: &[fn()] = &[
    damaged_records_say_what_is_wrong_with_them,
    a_record_of_a_newer_format_says_so,
    damaged_versions_say_what_is_wrong_with_them,
    damaged_entries_of_the_journal_say_what_is_wrong_with_them,
];

fn storage(key: &str, text: &[u8]) -> Memory {
    Memory(RefCell::new(BTreeMap::from([(key.to_owned(), String::from_utf8(text.to_vec()).unwrap())])))
}

/// What is said about a record in a slot.
fn record(text: &[u8]) -> String {
    let listing = library::list(&storage("redemption/doc/one/a", text)).unwrap();
    assert!(listing.saved.is_empty());
    listing.unreadable.first().expect("this must not be read").reason.clone()
}

/// What is said about a version.
fn version(text: &[u8]) -> String {
    let storage = storage("redemption/hist/one/1", text);
    let versions = history::list(&storage, "one").unwrap();
    assert_eq!(storage.get("redemption/hist/one/1").unwrap().unwrap().as_bytes(), text);
    versions.unreadable.first().expect("this must not be read").reason.clone()
}

/// What is said about an entry of the journal.
fn entry(text: &[u8]) -> String {
    match hold(&storage("redemption/open", b""), "one", std::str::from_utf8(text).unwrap()) {
        Ok(Held::Unreadable(reason)) => reason,
        other => panic!("this must not be read: {other:?}"),
    }
}

fn workspace() -> String {
    format!(r#"{{"name":"w","design":{{"resourceTenant":{{{TENANT}}}}}}}"#)
}

/// A record of format 2 whose hash is right, whatever its body is.
fn sealed(body: &str) -> String {
    let hash = Uuid::new_v5(&Uuid::NAMESPACE_OID, format!("7\ntab\n{body}").as_bytes()).simple().to_string();
    format!(r#"{{"format":2,"revision":7,"savedBy":"tab","hash":"{hash}","body":{body}}}"#)
}

fn first(properties: &str) -> String {
    format!(r#"{{"format":1,"revision":7,{properties}}}"#)
}

/// Whatever a record may be that nobody has written.
fn records() -> Vec<(&'static str, String, String)> {
    let t = str::to_owned;
    let good = sealed(&format!(r#"{{"view":{{"guest":0,"place":{{"chapter":0,"step":0}}}},"workspace":{}}}"#, workspace()));
    let (no_format, no_record) = ("the record does not say its format", "this is no record as the program writes it");
    let differs = "the content is not what was written: its hash differs";
    vec![
        ("nothing", t(""), t("there is no text")),
        ("zeros", "\0".repeat(100), t("this looks like a file of zeros, not JSON; choose a file that holds JSON text")),
        ("null", t("null"), t(no_format)),
        ("a list", t("[]"), t(no_format)),
        ("a number", t("7"), t(no_format)),
        ("no format", t(r#"{"revision":7}"#), t(no_format)),
        ("a format as a text", t(r#"{"format":"2"}"#), t(no_format)),
        ("a negative format", t(r#"{"format":-2}"#), t(no_format)),
        ("format 0", t(r#"{"format":0}"#), t(no_record)),
        ("format 2 and nothing else", t(r#"{"format":2}"#), t(no_record)),
        (
            "another program's text",
            t("theme=dark"),
            t("the text is not valid JSON: a word is neither `true`, `false` nor `null` at line 1 column 2"),
        ),
        (
            "cut in its head",
            good.get(..30).unwrap().to_owned(),
            t("the text breaks off at line 1 column 30; a part of the JSON is missing"),
        ),
        (
            "cut in its body",
            good.get(..good.len() - 20).unwrap().to_owned(),
            format!("the text breaks off at line 1 column {}; a part of the JSON is missing", good.len() - 20),
        ),
        ("a letter of its content changed", good.replace("\"w\"", "\"v\""), t(differs)),
        ("another revision", good.replace("\"revision\":7", "\"revision\":8"), t(differs)),
        ("another writer", good.replace("\"tab\"", "\"other\""), t(differs)),
        ("another hash", good.replacen("\"hash\":\"", "\"hash\":\"0", 1), t(differs)),
        ("blanks between", good.replacen(",\"body\":", ", \"body\": ", 1), t(no_record)),
        ("one more property in its head", good.replacen(",\"body\":", ",\"more\":1,\"body\":", 1), t(no_record)),
        ("a body of nothing", sealed("{}"), t("`workspace`: this property is missing")),
        ("a body as a list", sealed("[]"), t("expected an object, found a list")),
        (
            "a name as a number",
            sealed(&format!(r#"{{"workspace":{}}}"#, workspace().replace("\"w\"", "5"))),
            t("`workspace.name`: expected a string, found a number"),
        ),
        (
            "one more property in its body",
            sealed(&format!(r#"{{"workspace":{},"more":1}}"#, workspace())),
            t("`more`: this property is not known; known here: `view` or `workspace`"),
        ),
        ("10,000 levels in its body", sealed(&"[".repeat(10_000)), t("the text is nested too deeply at line 1 column 128")),
        (
            "a name of a megabyte",
            sealed(&format!(r#"{{"workspace":{}}}"#, workspace().replace("\"w\"", &format!("\"{}\"", "n".repeat(1_000_000))))),
            t("`workspace.name`: the text has 1000000 characters; at most 10000 are read"),
        ),
        ("format 1 without a scenario", t(r#"{"format":1,"revision":7}"#), t("`workspace`: this property is missing")),
        (
            "format 1 without a revision",
            format!(r#"{{"format":1,"workspace":{}}}"#, workspace()),
            t("`revision`: this property is missing"),
        ),
        (
            "format 1 with a negative revision",
            format!(r#"{{"format":1,"revision":-1,"workspace":{}}}"#, workspace()),
            t("`revision`: expected a whole number from 0 to 18446744073709551615, found `-1`"),
        ),
        (
            "format 1 with an unknown setting",
            first(&format!(r#""workspace":{}"#, workspace().replace("\"design\"", "\"more\":1,\"design\""))),
            t(
                "`workspace.more`: this property is not known; known here: `name`, `note`, `design`, `secondDesign`, `guests` or `expectations`",
            ),
        ),
        (
            "format 1 with a property twice",
            first(&format!(r#""workspace":{0},"workspace":{0}"#, workspace())),
            format!(
                "the text is not valid JSON: the property `workspace` is written twice in one object at line 1 column {}",
                first(&format!(r#""workspace":{0},"workspace":{0}"#, workspace())).len()
            ),
        ),
    ]
}

#[test]
fn damaged_records_say_what_is_wrong_with_them() {
    check_with(Class::Structure, "a slot", record, &records());
}

#[test]
fn damaged_entries_of_the_journal_say_what_is_wrong_with_them() {
    check_with(Class::Structure, "the journal", entry, &records());
}

#[test]
fn a_record_of_a_newer_format_says_so() {
    let newer = |format: &str| format!("the data was written by a newer version (`format` {format}; this one reads up to 3)");
    let cases = [
        ("the next one", r#"{"format":4,"revision":9}"#.to_owned(), newer("4")),
        ("one that looks as today's", sealed("{}").replacen("\"format\":2", "\"format\":5", 1), newer("5")),
        ("the last number", r#"{"format":18446744073709551615}"#.to_owned(), newer("18446744073709551615")),
    ];
    check_with(Class::Versions, "a slot", record, &cases);
    check_with(Class::Versions, "the journal", entry, &cases);
    check_with(
        Class::Versions,
        "a version",
        version,
        &[
            (
                "the next one",
                r#"{"format":3,"label":"L"}"#,
                "the version was written by a newer program (`format` 3; this one reads up to 2)",
            ),
            (
                "the far future",
                r#"{"format":99}"#,
                "the version was written by a newer program (`format` 99; this one reads up to 2)",
            ),
        ],
    );
}

#[test]
fn damaged_versions_say_what_is_wrong_with_them() {
    let of = |kind: &str, label: &str, time: &str, hash: &str| {
        format!(
            r#"{{"format":1,"kind":{kind},"label":{label},"time":{time},"revision":1,"hash":{hash},"workspace":{}}}"#,
            workspace()
        )
    };
    let good = of("\"named\"", "\"L\"", "1", "\"h\"");
    let cases = [
        ("nothing", String::new(), "there is no text".to_owned()),
        ("a list", "[]".to_owned(), "expected an object, found a list".to_owned()),
        ("no kind", good.replacen(r#""kind":"named","#, "", 1), "`kind`: this property is missing".to_owned()),
        ("an unknown kind", of("\"secret\"", "\"L\"", "1", "\"h\""), "`kind`: `secret` is not known; write `automatic` or `named`".to_owned()),
        ("a label as a number", of("\"named\"", "5", "1", "\"h\""), "`label`: expected a string, found a number".to_owned()),
        ("a label of a megabyte", of("\"named\"", &format!("\"{}\"", "n".repeat(1_000_000)), "1", "\"h\""), "`label`: the text has 1000000 characters; at most 10000 are read".to_owned()),
        ("a time before all", of("\"named\"", "\"L\"", "-1", "\"h\""), "`time`: expected a whole number from 0 to 18446744073709551615, found `-1`".to_owned()),
        ("a time in words", of("\"named\"", "\"L\"", "\"noon\"", "\"h\""), "`time`: expected a whole number from 0 to 18446744073709551615, found a string".to_owned()),
        ("a hash of nothing", of("\"named\"", "\"L\"", "1", "null"), "`hash`: expected a string, found `null`".to_owned()),
        ("one more property", good.replacen("\"kind\"", "\"more\":1,\"kind\"", 1), "`more`: this property is not known; known here: `format`, `kind`, `label`, `time`, `revision`, `hash` or `workspace`".to_owned()),
        ("no content", good.split_once(",\"workspace\"").unwrap().0.to_owned() + "}", "`workspace`: this property is missing".to_owned()),
        ("a format as a text", good.replacen("\"format\":1", "\"format\":\"1\"", 1), "`format`: expected a whole number from 0 to 4294967295, found a string".to_owned()),
        ("cut short", good.get(..40).unwrap().to_owned(), "the text breaks off at line 1 column 40; a part of the JSON is missing".to_owned()),
    ];
    check_with(Class::Types, "a version", version, &cases);
}
