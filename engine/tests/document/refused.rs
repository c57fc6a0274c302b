//! Texts that are no documents: other kinds of files, broken envelopes, and too much of everything.
//!
//! Wrong values of single properties are in `refused_values.rs`.

use redemption_engine::document::{DocumentError, parse};
use redemption_engine::graph::ResourceKind;

use crate::build::{TENANT, check, message, of_guest, of_home_tenants, of_tenant, of_workspace};
use crate::frozen::V1;

#[test]
fn a_text_that_is_not_json_is_named_with_its_place_or_its_kind() {
    let t = str::to_owned;
    check(&[
        ("nothing", t(""), "there is no text"),
        ("blanks", t(" \n\t "), "there is no text"),
        ("cut off", t("{\"format\": 1,"), "the text breaks off at line 1 column 13; a part of the JSON is missing"),
        (
            "a missing comma",
            t("{\n\"format\": 1\n\"rules\": \"\"}"),
            "the text is not valid JSON: expected `,` or `}` at line 3 column 1",
        ),
        ("a comma too many", t("{\"format\": 1,}"), "the text is not valid JSON: trailing comma at line 1 column 14"),
        ("two documents", t("{} {}"), "the text is not valid JSON: trailing characters at line 1 column 4"),
        ("single quotation marks", t("{'format': 1}"), "the text is not valid JSON: key must be a string at line 1 column 2"),
        ("a broken escape", t(r#"{"a": "\x"}"#), "the text is not valid JSON: invalid escape at line 1 column 9"),
        (
            "a line break in a string",
            t("{\"a\": \"\n\"}"),
            "the text is not valid JSON: control character (\\u0000-\\u001F) found while parsing a string at line 2 column 0",
        ),
        (
            "half a character",
            t(r#"{"a": "\ud800"}"#),
            "the text is not valid JSON: unexpected end of hex escape at line 1 column 14",
        ),
        ("a number beyond all", t("{\"format\": 1e999}"), "the text is not valid JSON: number out of range at line 1 column 16"),
        ("not a number", t("{\"format\": NaN}"), "the text is not valid JSON: expected value at line 1 column 12"),
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
    ]);
}

#[test]
fn other_encodings_and_other_files_are_named() {
    let utf_16: Vec<u8> = V1.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let with_mark: Vec<u8> = [0xFF, 0xFE].into_iter().chain(utf_16.clone()).collect();
    let utf_32: Vec<u8> = V1.chars().flat_map(|c| u32::from(c).to_be_bytes()).collect();
    let cases: &[(&str, &[u8], &str)] = &[
        ("UTF-16 with a mark", &with_mark, "the text is in UTF-16; save it as UTF-8 and try again"),
        ("UTF-16 without a mark", &utf_16, "the text is in UTF-16; save it as UTF-8 and try again"),
        ("UTF-32", &utf_32, "the text is in UTF-32; save it as UTF-8 and try again"),
        (
            "Latin-1",
            b"{\"name\": \"Caf\xE9\"}",
            "the text is not UTF-8 (byte 14 is not part of a character); save it as UTF-8 and try again",
        ),
        (
            "ZIP",
            b"PK\x03\x04....",
            "this looks like a ZIP archive or an Office file, not JSON; choose a file that holds JSON text",
        ),
        ("gzip", b"\x1F\x8B\x08..", "this looks like a gzip archive, not JSON; choose a file that holds JSON text"),
        ("PDF", b"%PDF-1.7", "this looks like a PDF file, not JSON; choose a file that holds JSON text"),
        ("PNG", b"\x89PNG\r\n", "this looks like a picture, not JSON; choose a file that holds JSON text"),
    ];
    for (name, bytes, expected) in cases {
        assert_eq!(message(bytes), *expected, "{name}");
    }
}

#[test]
fn a_text_without_its_envelope_is_told_what_it_looks_like() {
    let t = str::to_owned;
    let wrap = |what: &str| {
        format!("this looks like {what} without its document; put it into `{{\"format\": 3, \"workspaces\": [ … ]}}`")
    };
    let workspace = format!(r#"{{"name": "w", "design": {{"resourceTenant": {{{TENANT}}}}}}}"#);
    let guest = r#"{"displayName": "Nina", "invitedEmail": "nina@adatum.example"}"#;
    check(&[
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
    ]);
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
    check(&[
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
        ("workspaces as an object", t(r#"{"format": 1, "workspaces": {}}"#), "`workspaces`: expected a list, found an object"),
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
        ("rules as a number", t(r#"{"format": 1, "rules": 3, "workspaces": []}"#), "`rules`: expected a string, found a number"),
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
    ]);
}

#[test]
fn lists_and_texts_beyond_their_caps_are_refused_with_both_numbers() {
    let repeat = |entry: &str, count: usize| format!("[{}]", vec![entry; count].join(","));
    let tenant = r#"{"tenantId": "t", "displayName": "Adatum", "verifiedDomains": []}"#;
    let federation = r#"{"displayName": "F", "issuerUri": "i", "domains": []}"#;
    let guest = r#"{"displayName": "N", "invitedEmail": "n@a.example"}"#;
    let guests = format!(r#""name": "w", "design": {{"resourceTenant": {{{TENANT}}}}}, "guests": {}"#, repeat(guest, 10_001));
    check(&[
        ("guests", of_workspace(&guests), "`workspaces[0].guests`: the list has 10001 entries; at most 10000 are read"),
        (
            "home tenants",
            of_home_tenants(&repeat(tenant, 1_001)),
            "`workspaces[0].design.homeTenants`: the list has 1001 entries; at most 1000 are read",
        ),
        (
            "federations",
            of_tenant(&format!(r#""federations": {}"#, repeat(federation, 2_001))),
            "`workspaces[0].design.resourceTenant.federations`: the list has 2001 entries; at most 2000 are read",
        ),
        (
            "terms",
            of_tenant(&format!(r#""termsOfUse": {}"#, repeat(r#"{"displayName": "T"}"#, 65))),
            "`workspaces[0].design.resourceTenant.termsOfUse`: the list has 65 entries; at most 64 are read",
        ),
        (
            "languages",
            of_tenant(&format!(r#""termsOfUse": [{{"displayName": "T", "languages": {}}}]"#, repeat("\"de\"", 201))),
            "`workspaces[0].design.resourceTenant.termsOfUse[0].languages`: the list has 201 entries; at most 200 are read",
        ),
        (
            "policies",
            of_tenant(&format!(r#""conditionalAccess": {}"#, repeat(r#"{"displayName": "P"}"#, 501))),
            "`workspaces[0].design.resourceTenant.conditionalAccess`: the list has 501 entries; at most 500 are read",
        ),
        (
            "targets",
            of_tenant(&format!(r#""inbound": {{"applications": {{"targets": {}}}}}"#, repeat("\"a\"", 5_001))),
            "`workspaces[0].design.resourceTenant.inbound.applications.targets`: the list has 5001 entries; at most 5000 are read",
        ),
        (
            "domains",
            of_tenant(&format!(r#""collaborationRestrictions": {{"domains": {}}}"#, repeat("\"a.example\"", 5_001))),
            "`workspaces[0].design.resourceTenant.collaborationRestrictions.domains`: the list has 5001 entries; at most 5000 are read",
        ),
        (
            "groups",
            of_home_tenants(&format!(
                r#"[{{"tenantId": "t", "displayName": "A", "verifiedDomains": [], "users": [{{"userPrincipalName": "n@a.example", "groups": {}}}]}}]"#,
                repeat("\"g\"", 501)
            )),
            "`workspaces[0].design.homeTenants[0].users[0].groups`: the list has 501 entries; at most 500 are read",
        ),
        (
            "an inviter's message",
            of_guest(&format!(r#""invitation": {{"customizedMessageBody": "{}"}}"#, "ä".repeat(10_001))),
            "`workspaces[0].guests[0].invitation.customizedMessageBody`: the text has 10001 characters; at most 10000 are read",
        ),
        (
            "a story",
            of_guest(&format!(r#""story": {}"#, repeat("\"accept\"", 1_001))),
            "`workspaces[0].guests[0].story`: the list has 1001 entries; at most 1000 are read",
        ),
        (
            "workspaces",
            format!(r#"{{"format": 2, "workspaces": {}}}"#, repeat("{}", 5_001)),
            "`workspaces`: the list has 5001 entries; at most 5000 are read",
        ),
        (
            "a name",
            of_workspace(&format!(r#""name": "{}""#, "ä".repeat(10_001))),
            "`workspaces[0].name`: the text has 10001 characters; at most 10000 are read",
        ),
    ]);
    let longest = of_workspace(&format!(r#""name": "{}", "design": {{"resourceTenant": {{{TENANT}}}}}"#, "ä".repeat(10_000)));
    assert_eq!(parse(longest.as_bytes()).unwrap()[0].name.chars().count(), 10_000);
}

#[test]
fn a_huge_name_or_word_is_cut_in_the_message() {
    let huge = "x".repeat(1_000_000);
    assert!(message(of_tenant(&format!(r#""{huge}": 1"#))).len() < 1_000);
    assert!(message(of_tenant(&format!(r#""emailOneTimePasscode": "{}""#, "x".repeat(9_000)))).len() < 1_000);
    assert!(message(format!(r#"{{"{huge}": 1, "{huge}": 2}}"#)).len() < 1_000);
}

#[test]
fn a_million_properties_are_refused_in_good_time() {
    let properties: Vec<String> = (0..700_000).map(|n| format!("\"{n}\":0")).collect();
    let error = parse(format!("{{{}}}", properties.join(",")).as_bytes()).unwrap_err();
    assert_eq!(error, DocumentError::NoFormat);
}
