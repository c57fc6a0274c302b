//! Numbers, days and positions beyond their limits.

use crate::build::{TENANT, check, of_guest, of_tenant, of_workspace};
use crate::{Class, graph};

/// Every table of this file.
pub(crate) const ALL: &[fn()] = &[
    numbers_beyond_their_limits_are_named_with_them,
    days_that_are_none_are_named_with_an_example,
    positions_that_do_not_exist_are_named,
    days_and_numbers_of_microsoft_graph_are_named,
];

const STORY: &str = "workspaces[0].guests[0].story[0]";

#[test]
fn numbers_beyond_their_limits_are_named_with_them() {
    let act = |act: &str, number: &str| of_guest(&format!(r#""story": [{{"{act}": {number}}}]"#));
    let found =
        |path: &str, most: &str, found: &str| format!("`{path}`: expected a whole number from 0 to {most}, found {found}");
    let beyond = |path: &str, most: &str, number: &str| {
        format!("`{path}`: `{number}` is out of range; expected a whole number from 0 to {most}")
    };
    let (wait, time, federation) = (format!("{STORY}.wait"), format!("{STORY}.letTimePass"), format!("{STORY}.selectFederation"));
    let days = "workspaces[0].design.interpretations.linkExpiresAfterDays";
    let expires = |number: &str| {
        of_workspace(&format!(
            r#""name": "w", "design": {{"resourceTenant": {{{TENANT}}}, "interpretations": {{"linkExpiresAfterDays": {number}}}}}"#
        ))
    };
    let reaccept = "workspaces[0].design.resourceTenant.termsOfUse[0].reacceptAfterDays";
    let terms = |number: &str| of_tenant(&format!(r#""termsOfUse": [{{"displayName": "T", "reacceptAfterDays": {number}}}]"#));
    check(
        Class::Ranges,
        &[
            ("a negative wait", act("wait", "-30"), found(&wait, "4294967295", "`-30`")),
            ("half a minute", act("wait", "0.5"), found(&wait, "4294967295", "`0.5`")),
            ("a wait with an exponent", act("wait", "1e3"), found(&wait, "4294967295", "`1000`")),
            ("a wait of less than nothing", act("wait", "-0.0"), found(&wait, "4294967295", "`-0`")),
            ("a wait one minute too long", act("wait", "4294967296"), beyond(&wait, "4294967295", "4294967296")),
            (
                "a wait of the largest number",
                act("wait", "18446744073709551615"),
                beyond(&wait, "4294967295", "18446744073709551615"),
            ),
            (
                "a wait beyond the largest number",
                act("wait", "18446744073709551616"),
                found(&wait, "4294967295", "`18446744073709552000`"),
            ),
            ("a wait in words", act("wait", "\"30\""), found(&wait, "4294967295", "a string")),
            ("a wait of nothing", act("wait", "null"), found(&wait, "4294967295", "`null`")),
            ("time that goes back", act("letTimePass", "-1"), found(&time, "4294967295", "`-1`")),
            ("time without end", act("letTimePass", "9999999999"), beyond(&time, "4294967295", "9999999999")),
            ("a federation before the first", act("selectFederation", "-1"), found(&federation, "65535", "`-1`")),
            ("a federation after the last", act("selectFederation", "70000"), beyond(&federation, "65535", "70000")),
            ("a link that expired before", expires("-1"), found(days, "65535", "`-1`")),
            ("a link of a day and a half", expires("1.5"), found(days, "65535", "`1.5`")),
            ("a link for two centuries", expires("73000"), beyond(days, "65535", "73000")),
            ("terms that come again before", terms("-90"), found(reaccept, "65535", "`-90`")),
            ("terms for two centuries", terms("73000"), beyond(reaccept, "65535", "73000")),
        ],
    );
}

#[test]
fn days_that_are_none_are_named_with_an_example() {
    let days = [
        "2026-02-29",
        "2026-13-01",
        "2026-00-10",
        "2026-04-31",
        "2026-4-1",
        "20260401",
        "01.04.2026",
        "04/01/2026",
        "2026-04-21T09:00:00Z",
        "10000-01-01",
        "-2026-04-1",
        "yesterday",
        "",
    ];
    let cases = days.map(|day| {
        let text = of_guest(&format!(r#""invitation": {{"invitedOn": "{day}"}}"#));
        (
            day,
            text,
            format!("`workspaces[0].guests[0].invitation.invitedOn`: `{day}` is not a day; write one such as `2026-04-21`"),
        )
    });
    check(Class::Ranges, &cases);
}

#[test]
fn positions_that_do_not_exist_are_named() {
    let workspace = format!(r#"{{"name": "w", "design": {{"resourceTenant": {{{TENANT}}}}}}}"#);
    let version = |of: &str, time: &str| {
        format!(
            r#"{{"format": 2, "workspaces": [{workspace}, {workspace}], "versions": [{{"of": {of}, "kind": "named", "label": "L", "time": {time}, "workspace": {workspace}}}]}}"#
        )
    };
    check(
        Class::Ranges,
        &[
            (
                "a version of the third of two",
                version("2", "1"),
                "`versions[0].of`: `2` is out of range; the workspaces are counted from 0 to 1",
            ),
            (
                "a version of the last of all",
                version("4294967295", "1"),
                "`versions[0].of`: `4294967295` is out of range; the workspaces are counted from 0 to 1",
            ),
            (
                "a version of one beyond all",
                version("4294967296", "1"),
                "`versions[0].of`: `4294967296` is out of range; expected a whole number from 0 to 4294967295",
            ),
            (
                "a version of none",
                version("-1", "1"),
                "`versions[0].of`: expected a whole number from 0 to 4294967295, found `-1`",
            ),
            (
                "a time before all",
                version("0", "-1"),
                "`versions[0].time`: expected a whole number from 0 to 18446744073709551615, found `-1`",
            ),
            (
                "a time in words",
                version("0", "\"now\""),
                "`versions[0].time`: expected a whole number from 0 to 18446744073709551615, found a string",
            ),
        ],
    );
}

#[test]
fn days_and_numbers_of_microsoft_graph_are_named() {
    let terms = |properties: &str| format!(r#"{{"displayName": "T", "isViewingBeforeAcceptanceRequired": true, {properties}}}"#);
    let no_time = |text: &str| format!("`termsExpiration.startDateTime`: `{text}` is not a time such as `2026-01-31T00:00:00Z`");
    let no_days = |text: &str| format!("`userReacceptRequiredFrequency`: `{text}` is not a number of days such as `P90D`");
    let start = |text: &str| terms(&format!(r#""termsExpiration": {{"startDateTime": "{text}", "frequency": "P30D"}}"#));
    let again = |text: &str| terms(&format!(r#""userReacceptRequiredFrequency": "{text}""#));
    graph::check(
        Class::Ranges,
        &[
            ("a day that is none", start("2026-02-30T00:00:00Z"), no_time("2026-02-30T00:00:00Z")),
            ("a start in words", start("soon"), no_time("soon")),
            ("hours", again("PT12H"), no_days("PT12H")),
            ("a number", again("90"), no_days("90")),
            ("days beyond all", again("P99999999D"), no_days("P99999999D")),
            ("negative days", again("-P90D"), no_days("-P90D")),
        ],
    );
}
