//! Too much of something: bytes, depth, lists, texts, and small inputs that become large ones.

use redemption_engine::document::{DocumentError, parse};

use crate::build::{TENANT, check, message, named, of_guest, of_home_tenants, of_tenant, of_workspace, repeat};
use crate::links::{check_packed, packed};
use crate::{Class, check_with, graph, links};

/// Every table of this file.
pub(crate) const ALL: &[fn()] = &[
    lists_and_texts_beyond_their_caps_are_refused_with_both_numbers,
    ten_thousand_levels_are_refused_where_they_begin_to_be_too_many,
    large_files_and_names_are_refused_unread_or_by_their_path,
    what_unpacks_to_too_much_is_stopped,
    large_answers_of_microsoft_graph_are_refused_with_both_numbers,
];

#[test]
fn lists_and_texts_beyond_their_caps_are_refused_with_both_numbers() {
    let tenant = r#"{"tenantId": "t", "displayName": "Adatum", "verifiedDomains": []}"#;
    let federation = r#"{"displayName": "F", "issuerUri": "i", "domains": []}"#;
    let guest = r#"{"displayName": "N", "invitedEmail": "n@a.example"}"#;
    let guests = format!(r#""name": "w", "design": {{"resourceTenant": {{{TENANT}}}}}, "guests": {}"#, repeat(guest, 10_001));
    check(
        Class::Sizes,
        &[
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
        ],
    );
    let longest = of_workspace(&format!(r#""name": "{}", "design": {{"resourceTenant": {{{TENANT}}}}}"#, "ä".repeat(10_000)));
    assert_eq!(parse(longest.as_bytes()).unwrap()[0].name.chars().count(), 10_000);
}

#[test]
fn ten_thousand_levels_are_refused_where_they_begin_to_be_too_many() {
    let deep = |column: usize| format!("the text is nested too deeply at line 1 column {column}");
    let lists = "[".repeat(10_000);
    let closed = format!("{lists}{}", "]".repeat(10_000));
    let objects = "{\"a\":".repeat(10_000);
    check(
        Class::Sizes,
        &[
            ("lists", lists.clone(), deep(128)),
            ("lists that are closed", closed.clone(), deep(128)),
            ("objects", objects.clone(), deep(636)),
            ("lists in a name", named(&lists), deep(163)),
            ("lists in a story", of_guest(&format!(r#""story": {closed}"#)).replace('\n', " "), deep(366)),
            ("lists and objects by turns", "[{\"a\":".repeat(10_000), deep(380)),
        ],
    );
    check_packed(
        Class::Sizes,
        &[
            ("lists in a link", lists.clone().into_bytes(), deep(128)),
            ("objects in a link", objects.clone().into_bytes(), deep(636)),
        ],
    );
    graph::check(
        Class::Sizes,
        &[
            ("lists", lists.clone(), deep(128)),
            ("a list named value", format!("{{\"value\": {lists}"), deep(137)),
            ("objects named value", "{\"value\":".repeat(10_000), deep(1144)),
        ],
    );
}

#[test]
fn large_files_and_names_are_refused_unread_or_by_their_path() {
    let megabyte = "n".repeat(1_000_000);
    let text = |path: &str, length: usize| format!("`{path}`: the text has {length} characters; at most 10000 are read");
    check(
        Class::Sizes,
        &[
            (
                "a file beyond the cap",
                " ".repeat(8 * 1024 * 1024 + 1),
                "the text has 8388609 bytes; at most 8388608 (8 MiB) are read".to_owned(),
            ),
            (
                "zeros beyond the cap",
                "\0".repeat(8 * 1024 * 1024 + 1),
                "the text has 8388609 bytes; at most 8388608 (8 MiB) are read".to_owned(),
            ),
            ("a scenario's name of a megabyte", named(&format!("\"{megabyte}\"")), text("workspaces[0].name", 1_000_000)),
            (
                "a guest's note of a megabyte",
                of_guest(&format!(r#""notes": [{{"node": "wayIn", "text": "{megabyte}"}}]"#)),
                text("workspaces[0].guests[0].notes[0].text", 1_000_000),
            ),
            (
                "a tenant's name of a megabyte",
                of_home_tenants(&format!(r#"[{{"tenantId": "t", "displayName": "{megabyte}", "verifiedDomains": []}}]"#)),
                text("workspaces[0].design.homeTenants[0].displayName", 1_000_000),
            ),
            (
                "an address of a megabyte",
                of_guest(&format!(r#""signInName": "{megabyte}@adatum.example""#)),
                text("workspaces[0].guests[0].signInName", 1_000_015),
            ),
            (
                "a word of a megabyte",
                of_tenant(&format!(r#""cloud": "{megabyte}""#)),
                text("workspaces[0].design.resourceTenant.cloud", 1_000_000),
            ),
            ("a million wide letters", named(&format!("\"{}\"", "字".repeat(1_000_000))), text("workspaces[0].name", 1_000_000)),
            (
                "a property's name of a megabyte",
                format!(r#"{{"format": 2, "{megabyte}": 1}}"#),
                format!(
                    "`{}…`: this property is not known; known here: `$schema`, `format`, `rules`, `workspaces` or `versions`",
                    "n".repeat(80)
                ),
            ),
            (
                "a property's name of a megabyte, twice",
                format!(r#"{{"{megabyte}": 1, "{megabyte}": 2}}"#),
                format!(
                    "the text is not valid JSON: the property `{}…` is written twice in one object at line 1 column 2000014",
                    "n".repeat(80)
                ),
            ),
            (
                "a number of a megabyte",
                format!("{{\"format\": {}}}", "9".repeat(1_000_000)),
                "the text is not valid JSON: a number is too large at line 1 column 1000011".to_owned(),
            ),
        ],
    );
}

#[test]
fn what_unpacks_to_too_much_is_stopped() {
    let too_large = "the link unpacks to more than 1024 KiB, so it was not read";
    let of = |length: usize| packed(&vec![b' '; length]);
    let kibibyte = of(1_040_000);
    assert!(kibibyte.len() < 1_500, "{}", kibibyte.len());
    let gibibyte_begun = of(48_000_000);
    assert!(gibibyte_begun.len() <= 65_536, "{}", gibibyte_begun.len());
    let message = |text: &[u8]| redemption_engine::share::decode(std::str::from_utf8(text).unwrap()).unwrap_err().to_string();
    check_with(
        Class::Sizes,
        "a link",
        message,
        &[
            ("a kibibyte of blanks", kibibyte, "there is no text".to_owned()),
            ("a kibibyte that unpacks to more", of(1_060_000), too_large.to_owned()),
            ("as much as a link can pack", gibibyte_begun, too_large.to_owned()),
            (
                "a gibibyte, which takes a mebibyte",
                "A".repeat(1_048_576),
                "the link has 1048576 characters; at most 65536 are read".to_owned(),
            ),
            (
                "a name of a megabyte",
                packed(named(&format!("\"{}\"", "n".repeat(1_000_000))).as_bytes()),
                "`workspaces[0].name`: the text has 1000000 characters; at most 10000 are read".to_owned(),
            ),
            ("one character too many", "1".repeat(65_537), "the link has 65537 characters; at most 65536 are read".to_owned()),
            ("wide characters", "é".repeat(40_000), "the link has 40000 characters; at most 65536 are read".to_owned()),
        ],
    );
    links::check_packed(
        Class::Sizes,
        &[(
            "a list of scenarios without end",
            format!(r#"{{"format": 2, "workspaces": {}}}"#, repeat("{}", 5_001)).into_bytes(),
            "`workspaces`: the list has 5001 entries; at most 5000 are read".to_owned(),
        )],
    );
}

#[test]
fn large_answers_of_microsoft_graph_are_refused_with_both_numbers() {
    let users = r#"{"userType": "Guest", "mail": "n@a.example"}"#;
    graph::check(
        Class::Sizes,
        &[
            ("users", repeat(users, 10_001), "the list has 10001 entries; at most 10000 are read".to_owned()),
            (
                "users in value",
                format!(r#"{{"value": {}}}"#, repeat(users, 10_001)),
                "`value`: the list has 10001 entries; at most 10000 are read".to_owned(),
            ),
            (
                "domains of a federation",
                format!(r#"{{"issuerUri": "a", "domains": {}}}"#, repeat(r#"{"id": "a.example"}"#, 5_001)),
                "`domains`: the list has 5001 entries; at most 5000 are read".to_owned(),
            ),
            (
                "an issuer",
                format!(r#"{{"issuerUri": "{}"}}"#, "i".repeat(10_001)),
                "`issuerUri`: the text has 10001 characters; at most 10000 are read".to_owned(),
            ),
            (
                "a tenant id",
                format!(r#"{{"tenantId": "{}"}}"#, "3".repeat(1_000_000)),
                "`tenantId`: the text has 1000000 characters; at most 10000 are read".to_owned(),
            ),
        ],
    );
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
