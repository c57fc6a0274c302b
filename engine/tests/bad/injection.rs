//! Inputs that try to become more than text: markup, formulas, commands, names that programs give a meaning to, marks that turn words.
//!
//! That what is read stays text on the page is tested in a browser; formulas in tables that are written, beside what writes them.

use crate::build::{check, named, of_guest, of_home_tenants, of_tenant, of_workspace};
use crate::{Class, graph};

/// Every table of this file.
pub(crate) const ALL: &[fn()] = &[
    markup_and_commands_are_quoted_as_they_are,
    names_that_programs_give_a_meaning_to_are_unknown_properties,
    what_would_turn_or_break_a_message_is_taken_out_of_it,
    answers_of_microsoft_graph_are_quoted_as_they_are,
];

const GUEST: &str = "workspaces[0].guests[0]";
const TENANT: &str = "workspaces[0].design.resourceTenant";

fn no_address(path: &str, text: &str) -> String {
    format!("`{path}`: `{text}` is not an email address; write one such as `nina@adatum.example`")
}

fn no_domain(path: &str, text: &str) -> String {
    format!("`{path}`: `{text}` is not a domain; write one such as `adatum.example`")
}

/// The text as JSON writes it.
fn json(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

#[test]
fn markup_and_commands_are_quoted_as_they_are() {
    let sign_in = |text: &str| of_guest(&format!(r#""signInName": {}"#, json(text)));
    let domain = |text: &str| of_tenant(&format!(r#""verifiedDomains": [{}]"#, json(text)));
    let (at, among) = (format!("{GUEST}.signInName"), format!("{TENANT}.verifiedDomains[0]"));
    let addresses = [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "javascript:alert(1)",
        "nina@adatum.example'--",
        "nina@a.example\" or 1=1",
        "=cmd|' /c calc'!a1",
        "@sum(1+1)",
        "+1-800@-",
        "${jndi:ldap://a.example/x}",
        "{{7*7}}@x",
        "nina@adatum.example%0d%0abcc:x",
        "nina @adatum.example",
        "$(rm -rf ~)@`x`",
        "nina@a@b.example",
        "nina@<b>.example",
    ];
    let mut cases: Vec<(&str, String, String)> =
        addresses.iter().map(|text| (*text, sign_in(text), no_address(&at, text))).collect();
    let domains = [
        "<svg/onload=alert(1)>",
        "*.example",
        "../../etc/passwd",
        "adatum.example/path",
        "adatum.example:443",
        "adatum..example",
        "-a.example",
        "a_b.example",
        "127.0.0.1;x",
        "https://a.example",
    ];
    cases.extend(domains.iter().map(|text| (*text, domain(text), no_domain(&among, text))));
    cases.push((
        "markup as a word",
        of_tenant(r#""cloud": "<b>global</b>""#),
        format!("`{TENANT}.cloud`: `<b>global</b>` is not known; write `global`, `usGovernment` or `china21Vianet`"),
    ));
    cases.push((
        "a command as an edition",
        of_workspace(r#""name": "w", "design": {"edition": "2024-03; rm -rf /"}"#),
        "`workspaces[0].design.edition`: `2024-03; rm -rf /` is not known; write `2019-06`, `2021-05`, `2024-03` or `2026-04`"
            .to_owned(),
    ));
    check(Class::Injection, &cases);
}

#[test]
fn names_that_programs_give_a_meaning_to_are_unknown_properties() {
    let known = "this property is not known; known here: `name`, `note`, `design`, `secondDesign`, `guests` or `expectations`";
    let names =
        ["__proto__", "constructor", "prototype", "toString", "$ref", "$where", "@type", "hasOwnProperty", "then", "innerHTML"];
    let cases = names.map(|name| {
        (
            name,
            named("\"w\"").replacen("\"name\"", &format!("\"{name}\": {{}}, \"name\""), 1),
            format!("`workspaces[0].{name}`: {known}"),
        )
    });
    check(Class::Injection, &cases);
    let quoted = ["<img src=x onerror=alert(1)>", "a.b", "", "a b", "a\"b", "../x"].map(|name| {
        let text = named("\"w\"").replacen("\"name\"", &format!("{}: 1, \"name\"", json(name)), 1);
        (name, text, format!("`workspaces[0][\"{name}\"]`: {known}"))
    });
    check(Class::Injection, &quoted);
}

#[test]
fn what_would_turn_or_break_a_message_is_taken_out_of_it() {
    let at = format!("{GUEST}.signInName");
    let sign_in = |text: &str| of_guest(&format!(r#""signInName": {}"#, json(text)));
    let long = "n".repeat(200);
    check(
        Class::Injection,
        &[
            ("a mark that turns the direction", sign_in("\u{202E}elpmaxe.mutada"), no_address(&at, "\u{FFFD}elpmaxe.mutada")),
            ("marks of right-to-left writing", sign_in("\u{200F}nina\u{200E}"), no_address(&at, "\u{FFFD}nina\u{FFFD}")),
            ("marks that isolate", sign_in("\u{2066}nina\u{2069}"), no_address(&at, "\u{FFFD}nina\u{FFFD}")),
            ("a mark of byte order", sign_in("ni\u{FEFF}na"), no_address(&at, "ni\u{FFFD}na")),
            ("a zero", sign_in("ni\0na@adatum.example"), no_address(&at, "ni\u{FFFD}na@adatum.example")),
            ("line breaks", sign_in("nina\r\nbcc: x@a.example"), no_address(&at, "nina\u{FFFD}\u{FFFD}bcc: x@a.example")),
            ("a colour of terminals", sign_in("\u{1b}[31mnina"), no_address(&at, "\u{FFFD}[31mnina")),
            ("an address that fills the message", sign_in(&long), no_address(&at, &format!("{}…", "n".repeat(80)))),
            (
                "a domain that turns the direction",
                of_home_tenants(&format!(
                    r#"[{{"tenantId": "t", "displayName": "A", "verifiedDomains": [{}]}}]"#,
                    json("a\u{202E}.example")
                )),
                no_domain("workspaces[0].design.homeTenants[0].verifiedDomains[0]", "a\u{FFFD}.example"),
            ),
            (
                "a property that turns the direction",
                named("\"w\"").replacen("\"name\"", "\"\u{202E}eman\": 1, \"name\"", 1),
                "`workspaces[0][\"\u{FFFD}eman\"]`: this property is not known; known here: `name`, `note`, `design`, `secondDesign`, `guests` or `expectations`"
                    .to_owned(),
            ),
            (
                "a word that breaks the line",
                of_tenant(r#""cloud": "global\nNot read""#),
                format!(
                    "`{TENANT}.cloud`: `global\u{FFFD}Not read` is not known; write `global`, `usGovernment` or `china21Vianet`"
                ),
            ),
            (
                "backticks around a word",
                of_tenant(r#""cloud": "`; write `x`""#),
                format!("`{TENANT}.cloud`: ``; write `x`` is not known; write `global`, `usGovernment` or `china21Vianet`"),
            ),
        ],
    );
}

#[test]
fn answers_of_microsoft_graph_are_quoted_as_they_are() {
    let no_id = |text: &str| format!("`tenantId`: `{text}` is not a tenant id such as `3d0f5dec-5d3d-455c-8016-e2af1ae4d31a`");
    let markup = "<script>alert(1)</script>";
    graph::check(
        Class::Injection,
        &[
            ("markup as an id", format!(r#"{{"tenantId": "{markup}"}}"#), no_id(markup)),
            ("an id that turns the direction", "{\"tenantId\": \"\u{202E}d3\"}".to_owned(), no_id("\u{FFFD}d3")),
            ("a request in an id", r#"{"tenantId": "x') or (1 eq 1"}"#.to_owned(), no_id("x') or (1 eq 1")),
            (
                "markup as a state",
                format!(r#"{{"userType": "Guest", "mail": "a@b.example", "externalUserState": "{markup}"}}"#),
                format!("`externalUserState`: `{markup}` is not known; write `PendingAcceptance` or `Accepted`"),
            ),
            (
                "markup as an error",
                format!(r#"{{"error": {{"code": "{markup}"}}}}"#),
                format!("this is Microsoft Graph's error `{markup}`, not a resource; make the request again"),
            ),
            (
                "an error that breaks the line",
                r#"{"error": {"code": "a\nb"}}"#.to_owned(),
                "this is Microsoft Graph's error `a\u{FFFD}b`, not a resource; make the request again".to_owned(),
            ),
            (
                "a domain with markup",
                r#"{"issuerUri": "i", "domains": [{"id": "<b>.example"}]}"#.to_owned(),
                no_domain("domains[0].id", "<b>.example"),
            ),
            (
                "an address with a header",
                r#"{"invitedUserEmailAddress": "a@b.example\r\nBcc: c@d.example"}"#.to_owned(),
                no_address("invitedUserEmailAddress", "a@b.example\u{FFFD}\u{FFFD}bcc: c@d.example"),
            ),
        ],
    );
}
