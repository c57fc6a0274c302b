//! What people paste instead of an answer: names in other capitals, lists of answers, commas between them, nothing, and what this
//! program itself has written for others.
//!
//! The samples are in `tests/fixtures`; what is exported is written by the engine.

use redemption_engine::design::{Design, IdentityProvider};
use redemption_engine::engine::replay;
use redemption_engine::graph::collector::script as collector;
use redemption_engine::graph::{Level, Pasted, Reading, ResourceKind, read_any};
use redemption_engine::log::export::{audit_csv, sign_in_csv};
use redemption_engine::markdown::{Subject, report};
use redemption_engine::trace::Place;
use redemption_engine::workspace::Workspace;
use redemption_engine::{chart, presets, sequence};
use serde_json::{Map, Value, json};

const SAMPLES: &[&str] = &[
    include_str!("../../../tests/fixtures/graph/authenticationMethodConfigurations-email.json"),
    include_str!("../../../tests/fixtures/graph/authorizationPolicy.json"),
    include_str!("../../../tests/fixtures/graph/crossTenantAccessPolicy-default-federation-first.json"),
    include_str!("../../../tests/fixtures/graph/crossTenantAccessPolicy-default.json"),
    include_str!("../../../tests/fixtures/graph/crossTenantAccessPolicy-partners.json"),
    include_str!("../../../tests/fixtures/graph/federationConfigurations.json"),
    include_str!("../../../tests/fixtures/graph/identityProviders.json"),
    include_str!("../../../tests/fixtures/graph/users-guests.json"),
];

fn workspace() -> Workspace {
    Workspace::new("Woodgrove", Design::default(), Vec::new())
}

fn read(text: &str) -> (Workspace, Vec<Reading>) {
    match read_any(text.as_bytes()) {
        Ok(Pasted::Graph(paste)) => paste.read(&workspace(), |_| true),
        other => panic!("{text}: {other:?}"),
    }
}

fn refused(text: &str) -> String {
    read_any(text.as_bytes()).expect_err("this must be refused").to_string()
}

fn repairs(reading: &Reading) -> Vec<(&str, &str)> {
    let notes = &reading.result.as_ref().unwrap().notes;
    notes.iter().filter(|note| note.level == Level::Repaired).map(|note| (note.path.as_str(), note.text.as_str())).collect()
}

/// The value with every name in the capitals of PowerShell, annotations left as they are.
fn pascal(value: Value) -> Value {
    match value {
        Value::Object(properties) => {
            Value::Object(properties.into_iter().map(|(name, value)| (capital(&name), pascal(value))).collect::<Map<_, _>>())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(pascal).collect()),
        plain => plain,
    }
}

fn capital(name: &str) -> String {
    if name.contains('@') {
        return name.to_owned();
    }
    let mut letters = name.chars();
    letters.next().map(|first| first.to_uppercase().to_string() + letters.as_str()).unwrap_or_default()
}

#[test]
fn every_sample_means_the_same_in_the_capitals_of_powershell() {
    for sample in SAMPLES {
        let (plain, _) = read(sample);
        let value = pascal(serde_json::from_str(sample).unwrap());
        let (other, readings) = read(&value.to_string());
        assert_eq!(other, plain, "{value}");
        assert!(repairs(&readings[0]).iter().any(|(_, text)| text.contains("was read as")), "{value}");
    }
}

#[test]
fn names_in_other_capitals_are_read_and_listed() {
    let text = r#"{"InvitationRedemptionIdentityProviderConfiguration": {"PrimaryIdentityProviderPrecedenceOrder": ["externalFederation"],
        "FallbackIdentityProvider": "microsoftAccount"}, "B2BCollaborationInbound": null,
        "InboundTrust": {"IsMfaAccepted": true, "IsHybridAzureAdJoinedDeviceAccepted": true}}"#;
    let (after, readings) = read(text);
    let trust = after.design.resource_tenant.inbound_trust;
    assert!(trust.is_mfa_accepted && trust.is_hybrid_azure_ad_joined_device_accepted && !trust.is_compliant_device_accepted);
    assert_eq!(after.design.resource_tenant.redemption_order.primary().len(), 1);
    let configuration = "InvitationRedemptionIdentityProviderConfiguration";
    let repaired = repairs(&readings[0]);
    assert!(repaired.contains(&(
        configuration,
        "`InvitationRedemptionIdentityProviderConfiguration` was read as `invitationRedemptionIdentityProviderConfiguration`"
    )));
    assert!(repaired.contains(&(
        "invitationRedemptionIdentityProviderConfiguration.PrimaryIdentityProviderPrecedenceOrder",
        "`PrimaryIdentityProviderPrecedenceOrder` was read as `primaryIdentityProviderPrecedenceOrder`"
    )));
    assert!(repaired.contains(&(
        "inboundTrust.IsHybridAzureAdJoinedDeviceAccepted",
        "`IsHybridAzureAdJoinedDeviceAccepted` was read as `isHybridAzureADJoinedDeviceAccepted`"
    )));
}

#[test]
fn the_exact_name_counts_where_both_are_there() {
    let text = r#"{"allowInvitesFrom": "none", "AllowInvitesFrom": "everyone", "GuestUserRoleId": "2af84b1e-32c8-42b7-82bc-daa82404023b"}"#;
    let (after, readings) = read(text);
    assert_eq!(after.design.resource_tenant.allow_invites_from.map(<&str>::from), Some("none"));
    assert_eq!(repairs(&readings[0]).first(), Some(&("GuestUserRoleId", "`GuestUserRoleId` was read as `guestUserRoleId`")));
    let notes = &readings[0].result.as_ref().unwrap().notes;
    assert!(notes.iter().any(|note| note.path == "AllowInvitesFrom" && note.level == Level::Ignored), "{notes:?}");
}

#[test]
fn a_list_of_answers_is_several_answers() {
    let [authorization, default, users] = [SAMPLES[1], SAMPLES[3], SAMPLES[7]];
    for text in [format!("[{authorization}, {default}, {users}]"), format!("[{authorization}, {default}]"), format!("[{users}]")]
    {
        let (_, readings) = read(&text);
        assert!(readings.iter().all(|reading| reading.result.is_ok()), "{readings:?}");
        let answers = serde_json::from_str::<Vec<Value>>(&text).unwrap().len();
        assert_eq!(readings.len(), answers);
    }
    let (after, readings) = read(&format!("[{authorization}, {default}, {users}]"));
    assert_eq!(after.guests.len(), 7);
    assert_eq!(readings.iter().map(|reading| reading.name.as_str()).collect::<Vec<_>>(), ["Text 2", "Text 1", "Text 3"]);
    assert_eq!(readings[2].kind, Some(ResourceKind::Users));
    // Things of one kind are one list.
    let (_, readings) = read(r#"[{"issuerUri": "a", "displayName": "A"}, {"issuerUri": "b", "displayName": "B"}]"#);
    assert_eq!(readings.len(), 1);
}

#[test]
fn commas_between_answers_are_passed_over_and_listed() {
    let text = format!("{},\n{} , {}", SAMPLES[1], SAMPLES[3], SAMPLES[7]);
    let (after, readings) = read(&text);
    assert_eq!((after.guests.len(), readings.len()), (7, 3));
    assert!(repairs(&readings[0]).contains(&("", "commas between the answers were passed over")));
    assert!(readings[1..].iter().all(|reading| !repairs(reading).iter().any(|(_, text)| text.starts_with("commas"))));
    assert_eq!(
        refused("{\"isServiceDefault\": true},\n{\"value\": tru}"),
        "the text is not valid JSON: a word is neither `true`, `false` nor `null` at line 2 column 14"
    );
    assert_eq!(refused("{\"isServiceDefault\": true},"), "the text is not valid JSON: a value is expected at line 1 column 27");
}

#[test]
fn where_there_is_nothing_in_it_that_is_said_and_nothing_is_offered() {
    let empty = "the list is empty and has no known `@odata.context`, so nothing says what it lists";
    for (text, expected) in [
        (r#"{"responses": []}"#, "the batch has no answers (`responses` is empty), so there is nothing to read"),
        (r#"{"Responses": []}"#, "the batch has no answers (`responses` is empty), so there is nothing to read"),
        (r#"{"value": []}"#, empty),
        ("[]", empty),
    ] {
        assert_eq!(refused(text), expected, "{text}");
    }
}

/// Everything that the page offers under *Export* for others to read, of one run.
#[test]
fn what_this_program_writes_for_others_is_named_and_has_a_place_to_go() {
    let logs = "open them under *Troubleshoot*, which reads logs";
    let look = "it is there to be looked at; import the scenario itself, a file that ends in `.redemption.json`";
    let script = "run it in PowerShell and import the JSON that it gives";
    let preset = presets::all().into_iter().find(|preset| !preset.workspace.guests.is_empty()).unwrap();
    let workspace = &preset.workspace;
    let (design, guest) = (&workspace.design, &workspace.guests[0]);
    let run = replay(design, guest, &guest.story);
    let (places, here) = (run.places(), Place::default());
    let said = |what: &str, advice: &str| format!("this looks like {what}, not JSON; {advice}");
    for (text, expected) in [
        (audit_csv(&[]), said("audit logs as a table (CSV)", logs)),
        (sign_in_csv(design, &[]), said("sign-in logs as a table (CSV)", logs)),
        (include_str!("../../../tests/fixtures/logs/audit.csv").to_owned(), said("audit logs as a table (CSV)", logs)),
        (include_str!("../../../tests/fixtures/logs/signIns.csv").to_owned(), said("sign-in logs as a table (CSV)", logs)),
        (report(&Subject { workspace, guest, run: &run, places: &places, here }), said("a report (Markdown)", look)),
        (chart::mermaid(design, &run, here), said("a diagram for Mermaid", look)),
        (sequence::mermaid(design, guest, &run, &[]), said("a diagram for Mermaid", look)),
        (collector(design), said("a script for PowerShell (.ps1)", script)),
        ("<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>".to_owned(), said("a picture (SVG)", look)),
    ] {
        assert_eq!(refused(&text), expected, "{}", text.lines().next().unwrap_or_default());
    }
}

/// Comments above JSON are still that, and other tables are other tables.
#[test]
fn what_only_resembles_an_export_is_called_what_it_is() {
    for (text, expected) in [
        ("# ours\n{\"isServiceDefault\": true}", "this looks like a text with comments, not JSON; remove the comments"),
        ("Name,Status\nNina,Accepted", "this looks like a table (CSV), not JSON; paste JSON as Microsoft Graph returns it"),
    ] {
        assert_eq!(refused(text), expected, "{text}");
    }
}

/// A guest of PowerShell's objects keeps state and provider, too.
#[test]
fn a_user_of_powershell_is_a_guest_with_state_and_provider() {
    let user = json!([{"DisplayName": "Lee", "Mail": "lee@gmail.com", "ExternalUserState": "Accepted", "UserType": "Guest",
        "ExternalUserStateChangeDateTime": "/Date(1617000000000)/",
        "Identities": [{"SignInType": "federated", "Issuer": "google.com", "IssuerAssignedId": null}]}]);
    let (after, _) = read(&user.to_string());
    let redeemed = after.guests[0].redeemed.as_ref().unwrap();
    assert_eq!(redeemed.identity_provider, IdentityProvider::Google);
    assert_eq!(redeemed.on.map(|day| day.to_string()).as_deref(), Some("2021-03-29"));
}
