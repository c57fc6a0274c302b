//! Texts that are no documents: other kinds of files, parts of documents, broken envelopes.
//!
//! Wrong values of single properties are in `types.rs`.

use redemption_engine::document::{DocumentError, parse};
use redemption_engine::graph::ResourceKind;

use crate::Class;
use crate::build::{TENANT, check_texts, message};

/// Every table of this file.
pub(crate) const ALL: &[fn()] = &[
    a_text_that_is_not_json_is_named_with_its_place_or_its_kind,
    a_text_without_its_envelope_is_told_what_it_looks_like,
    a_resource_of_microsoft_graph_is_recognised,
    the_envelope_is_read_strictly,
];

#[test]
fn a_text_that_is_not_json_is_named_with_its_place_or_its_kind() {
    let t = str::to_owned;
    check_texts(
        Class::Structure,
        &[
            ("nothing", t(""), "there is no text"),
            ("blanks", t(" \n\t "), "there is no text"),
            ("cut off", t("{\"format\": 1,"), "the text breaks off at line 1 column 13; a part of the JSON is missing"),
            (
                "a missing comma",
                t("{\n\"format\": 1\n\"rules\": \"\"}"),
                "the text is not valid JSON: expected `,` or `}` at line 3 column 1",
            ),
            (
                "a comma too many",
                t("{\"format\": 1,}"),
                "the text is not valid JSON: there is a comma too many at line 1 column 14",
            ),
            ("two documents", t("{} {}"), "the text is not valid JSON: there is more text after the end at line 1 column 4"),
            (
                "single quotation marks",
                t("{'format': 1}"),
                "the text is not valid JSON: the name of a property must stand in straight double quotation marks at line 1 column 2",
            ),
            (
                "a broken escape",
                t(r#"{"a": "\x"}"#),
                r"the text is not valid JSON: `\` begins an escape that JSON does not know; write `\\` for the character itself at line 1 column 9",
            ),
            (
                "a line break in a string",
                t("{\"a\": \"\n\"}"),
                r"the text is not valid JSON: a line break or another control character stands in a string; write it as an escape, such as `\n` at line 2 column 0",
            ),
            (
                "half a character",
                t(r#"{"a": "\ud800"}"#),
                r"the text is not valid JSON: an escape such as `\ud83d` is half a character; its other half must follow at line 1 column 14",
            ),
            (
                "a number beyond all",
                t("{\"format\": 1e999}"),
                "the text is not valid JSON: a number is too large at line 1 column 16",
            ),
            ("not a number", t("{\"format\": NaN}"), "the text is not valid JSON: a value is expected at line 1 column 12"),
            (
                "a property twice",
                t("{\"format\": 1, \"format\": 1}"),
                "the text is not valid JSON: the property `format` is written twice in one object at line 1 column 26",
            ),
            ("nested lists", "[".repeat(500), "the text is nested too deeply at line 1 column 128"),
            ("nested objects", "{\"a\":".repeat(500), "the text is nested too deeply at line 1 column 636"),
            (
                "curly quotation marks",
                t("{\u{201C}format\u{201D}: 1}"),
                "this looks like JSON with curly quotation marks, not JSON; replace them by straight ones (`\"`)",
            ),
            ("comments", t("// ours\n{\"format\": 1}"), "this looks like a text with comments, not JSON; remove the comments"),
            (
                "Markdown",
                t("```json\n{\"format\": 1}\n```"),
                "this looks like Markdown, not JSON; paste only what stands between the fences",
            ),
            (
                "HTML",
                t("<!DOCTYPE html><html></html>"),
                "this looks like an HTML page, not JSON; save the JSON itself, not the page that shows it",
            ),
            (
                "XML",
                t("<?xml version=\"1.0\"?><EntityDescriptor/>"),
                "this looks like XML, such as federation metadata, not JSON; paste the federation as Microsoft Graph returns it",
            ),
            (
                "CSV",
                t("displayName,mail\nNina,nina@adatum.example"),
                "this looks like a table (CSV), not JSON; paste JSON as Microsoft Graph returns it",
            ),
        ],
    );
}

#[test]
fn a_text_without_its_envelope_is_told_what_it_looks_like() {
    let t = str::to_owned;
    let wrap = |what: &str| {
        format!("this looks like {what} without its document; put it into `{{\"format\": 3, \"workspaces\": [ … ]}}`")
    };
    let workspace = format!(r#"{{"name": "w", "design": {{"resourceTenant": {{{TENANT}}}}}}}"#);
    let guest = r#"{"displayName": "Nina", "invitedEmail": "nina@adatum.example"}"#;
    check_texts(
        Class::Structure,
        &[
            ("a workspace", workspace.clone(), &wrap("a workspace")),
            ("workspaces", format!("[{workspace}]"), &wrap("a list of workspaces")),
            ("a design", format!(r#"{{"resourceTenant": {{{TENANT}}}}}"#), &wrap("a design")),
            ("a guest", t(guest), &wrap("a guest")),
            ("guests", format!("[{guest}]"), &wrap("a list of guests")),
            (
                "no format",
                t(r#"{"workspaces": []}"#),
                "`format` is missing; a document starts with `{\"format\": 3, \"workspaces\": [ … ]}`",
            ),
            ("nothing known", t("{}"), "`format` is missing; a document starts with `{\"format\": 3, \"workspaces\": [ … ]}`"),
            ("a string", t("\"format\""), "expected an object with the property `format`, found a string"),
            ("an empty list", t("[]"), "expected an object with the property `format`, found a list"),
            ("null", t("null"), "expected an object with the property `format`, found `null`"),
        ],
    );
}

#[test]
fn a_resource_of_microsoft_graph_is_recognised() {
    let cases = [
        (
            ResourceKind::DefaultPolicy,
            include_str!("../../../tests/fixtures/graph/crossTenantAccessPolicy-patch-as-documented.json"),
        ),
        (ResourceKind::Partners, include_str!("../../../tests/fixtures/graph/crossTenantAccessPolicy-partners.json")),
        (ResourceKind::Federations, include_str!("../../../tests/fixtures/graph/federationConfigurations.json")),
        (ResourceKind::IdentityProviders, include_str!("../../../tests/fixtures/graph/identityProviders.json")),
        (ResourceKind::Users, include_str!("../../../tests/fixtures/graph/users-guests.json")),
    ];
    for (kind, text) in cases {
        assert_eq!(parse(text.as_bytes()), Err(DocumentError::Graph(kind)));
    }
    assert_eq!(
        message(cases[0].1),
        "this looks like Microsoft Graph's default cross-tenant access policy, not a document; import it into a workspace instead"
    );
}

#[test]
fn the_envelope_is_read_strictly() {
    let t = str::to_owned;
    check_texts(
        Class::Structure,
        &[
            (
                "newer",
                t(r#"{"format": 7, "future": {}}"#),
                "the document was written by a newer version (`format` 7; this one reads up to 3)",
            ),
            ("older than all", t(r#"{"format": 0}"#), "`format`: `0` is not a format; the formats start with 1"),
            ("format as a string", t(r#"{"format": "1"}"#), "`format`: expected a number, found the string `1`"),
            ("format as a fraction", t(r#"{"format": 1.5}"#), "`format`: expected a whole number, found `1.5`"),
            ("a negative format", t(r#"{"format": -1}"#), "`format`: expected a whole number, found `-1`"),
            ("no number at all", t(r#"{"format": null}"#), "`format`: expected a number, found `null`"),
            ("no workspaces", t(r#"{"format": 1}"#), "`workspaces`: this property is missing"),
            (
                "an empty list",
                t(r#"{"format": 1, "workspaces": []}"#),
                "`workspaces`: the list is empty; a document has at least one workspace",
            ),
            (
                "workspaces as an object",
                t(r#"{"format": 1, "workspaces": {}}"#),
                "`workspaces`: expected a list, found an object",
            ),
            (
                "a workspace as a string",
                t(r#"{"format": 1, "workspaces": ["w"]}"#),
                "`workspaces[0]`: expected an object, found a string",
            ),
            (
                "a workspace as a list",
                t(r#"{"format": 1, "workspaces": [["w", {}, []]]}"#),
                "`workspaces[0]`: expected an object, found a list",
            ),
            (
                "rules as a number",
                t(r#"{"format": 1, "rules": 3, "workspaces": []}"#),
                "`rules`: expected a string, found a number",
            ),
            (
                "an unknown property",
                t(r#"{"format": 1, "author": "me"}"#),
                "`author`: this property is not known; known here: `$schema`, `format`, `rules`, `workspaces` or `versions`",
            ),
            (
                "a name with a dot",
                t(r#"{"format": 1, "a.b": 1}"#),
                "`[\"a.b\"]`: this property is not known; known here: `$schema`, `format`, `rules`, `workspaces` or `versions`",
            ),
        ],
    );
}
