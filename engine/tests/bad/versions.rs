//! What a newer program has written, and what says no version that there ever was.

use crate::build::check;
use crate::links::{check_packed, packed};
use crate::{Class, check_with};

/// Every table of this file.
pub(crate) const ALL: &[fn()] = &[a_file_of_another_format_says_which, a_link_of_another_version_says_which];

#[test]
fn a_file_of_another_format_says_which() {
    let newer = |format: &str| format!("the document was written by a newer version (`format` {format}; this one reads up to 3)");
    let of = |format: &str| format!(r#"{{"format": {format}, "workspaces": []}}"#);
    let older = |format: &str| format!("`format`: `{format}` is not a format; the formats start with 1");
    let no_number = |found: &str| format!("`format`: expected a number, found {found}");
    let not_whole = |found: &str| format!("`format`: expected a whole number, found `{found}`");
    let cases = [
        ("the next one", of("4"), newer("4")),
        ("one of the far future", of("4294967296"), newer("4294967296")),
        ("the last number", of("18446744073709551615"), newer("18446744073709551615")),
        ("the one before the first", of("0"), older("0")),
        ("a negative one", of("-1"), not_whole("-1")),
        ("one between two", of("2.5"), not_whole("2.5")),
        ("two with a fraction of nothing", of("2.0"), not_whole("2")),
        ("a text", of("\"2\""), no_number("the string `2`")),
        ("a version as programs have them", of("\"2.0.1\""), no_number("the string `2.0.1`")),
        ("nothing", of("null"), no_number("`null`")),
        ("a flag", of("true"), no_number("`true`")),
        ("a list", of("[2]"), no_number("a list")),
        ("an object", of("{}"), no_number("an object")),
        (
            "another spelling",
            r#"{"Format": 2, "workspaces": []}"#.to_owned(),
            "`format` is missing; a document starts with `{\"format\": 3, \"workspaces\": [ … ]}`".to_owned(),
        ),
        (
            "a version in its place",
            r#"{"version": 2, "workspaces": []}"#.to_owned(),
            "`format` is missing; a document starts with `{\"format\": 3, \"workspaces\": [ … ]}`".to_owned(),
        ),
        (
            "a property of the future in a format of today",
            r#"{"format": 2, "population": [], "workspaces": []}"#.to_owned(),
            "`population`: this property is not known; known here: `$schema`, `format`, `rules`, `workspaces` or `versions`"
                .to_owned(),
        ),
        (
            "rules as a number",
            r#"{"format": 2, "rules": 202611, "workspaces": []}"#.to_owned(),
            "`rules`: expected a string, found a number".to_owned(),
        ),
        (
            "a schema as an object",
            r#"{"format": 2, "$schema": {}, "workspaces": []}"#.to_owned(),
            "`$schema`: expected a string, found an object".to_owned(),
        ),
    ];
    check(Class::Versions, &cases);
}

#[test]
fn a_link_of_another_version_says_which() {
    let newer =
        |version: &str| format!("the link was made by a newer version of this page (`{version}.`; this one reads up to `2.`)");
    let rest = packed(b"{}").replacen("2.", "", 1);
    let message = |text: &[u8]| redemption_engine::share::decode(std::str::from_utf8(text).unwrap()).unwrap_err().to_string();
    check_with(
        Class::Versions,
        "a link",
        message,
        &[
            ("the next one", format!("3.{rest}"), newer("3")),
            ("one of the far future", format!("20.{rest}"), newer("20")),
            ("the last number", format!("18446744073709551615.{rest}"), newer("18446744073709551615")),
        ],
    );
    let document = |format: &str| format!(r#"{{"format":{format},"workspaces":[]}}"#).into_bytes();
    check_packed(
        Class::Versions,
        &[
            (
                "a document of the next format",
                document("4"),
                "the document was written by a newer version (`format` 4; this one reads up to 3)",
            ),
            ("a document of no format", document("0"), "`format`: `0` is not a format; the formats start with 1"),
        ],
    );
}
