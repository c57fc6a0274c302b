//! The collector and the scripts: they read only, and no name in them becomes a command.
//!
//! That the import reads what they gather is in `whole.rs` and `users.rs`.

use redemption_engine::design::{Cloud, Design, TermsOfUse};
use redemption_engine::graph::ResourceKind;
use redemption_engine::graph::changes::changes;
use redemption_engine::graph::collector::{batch, call, calls, scopes, script};
use redemption_engine::graph::powershell::{self, Direction};
use serde_json::Value;
use strum::IntoEnumIterator;

#[test]
fn everything_that_is_read_can_be_asked_for_but_an_invitation() {
    let design = Design::default();
    let asked: Vec<ResourceKind> = calls(&design).iter().map(|call| call.kind).collect();
    let read: Vec<ResourceKind> = ResourceKind::iter().filter(|kind| *kind != ResourceKind::Invitation).collect();
    assert_eq!(asked, read);
    assert_eq!(call(ResourceKind::Invitation, &design), None);
}

#[test]
fn every_call_is_a_get_with_a_permission_that_reads() {
    let design = Design::default();
    let calls = calls(&design);
    for call in &calls {
        assert!(call.line().starts_with("GET https://graph.microsoft.com/"), "{}", call.line());
        assert!(!call.path.contains(' '), "{}", call.path);
        assert!(call.scope.split('.').nth(1) == Some("Read"), "{}", call.scope);
        assert!(call.source.url().starts_with("https://learn.microsoft.com/graph/"), "{}", call.path);
    }
    assert!(scopes(&calls).iter().all(|scope| !scope.contains("Write")));
    let mut in_batches = 0;
    for beta in [false, true] {
        let batch: Value = serde_json::from_str(&batch(&calls, beta)).unwrap();
        let requests = batch["requests"].as_array().unwrap();
        assert!(requests.len() <= 20 && requests.iter().all(|request| request["method"] == "GET"));
        in_batches += requests.len();
    }
    assert_eq!(in_batches, calls.len());
}

#[test]
fn the_script_gets_every_call_and_changes_nothing() {
    let design = Design::default();
    let script = script(&design);
    for call in calls(&design) {
        let quoted = call.address().replace('\'', "''");
        assert!(script.contains(&format!("Uri = '{quoted}'")), "{quoted} in {script}");
    }
    let methods: Vec<&str> = script.split("-Method ").skip(1).filter_map(|rest| rest.split_whitespace().next()).collect();
    assert_eq!(methods, ["GET", "GET"]);
    assert!(!script.contains("ReadWrite") && !script.contains("-Body"));
}

#[test]
fn an_application_id_with_a_quotation_mark_stays_in_its_place() {
    let mut design = Design::default();
    design.resource_tenant.application.app_id = "a'b".to_owned();
    let call = call(ResourceKind::ServicePrincipals, &design).unwrap();
    assert!(call.path.starts_with("/servicePrincipals(appId='a''b')"), "{}", call.path);
    assert!(script(&design).contains("appId=''a''''b''"));
}

/// The script that gives a new tenant these terms of use.
fn with_terms(name: &str, cloud: Cloud) -> String {
    let mut from = Design::default();
    from.resource_tenant.cloud = cloud;
    let mut to = from.clone();
    to.resource_tenant.terms_of_use.push(TermsOfUse::named(name));
    powershell::script(&changes(&from, &to), Direction::Forward)
}

#[test]
fn a_script_signs_in_to_the_tenant_with_the_permissions_it_needs() {
    let global = with_terms("Rules", Cloud::Global);
    let line = "Connect-MgGraph -TenantId 'woodgrove.onmicrosoft.com' -Scopes 'Agreement.ReadWrite.All' -NoWelcome";
    assert!(global.lines().any(|other| other == line), "{global}");
    assert!(global.contains("# Fill in before you run it: <PDF, en, Base64>"), "{global}");
    let request = "Invoke-MgGraphRequest -Method POST -Uri '/v1.0/identityGovernance/termsOfUse/agreements' -ContentType \
                   'application/json' -Body @'";
    assert!(global.lines().any(|other| other == request), "{global}");
    assert!(with_terms("Rules", Cloud::UsGovernment).contains("Connect-MgGraph -Environment USGov -TenantId"));
    assert!(with_terms("Rules", Cloud::China21Vianet).contains("Connect-MgGraph -Environment China -TenantId"));
}

#[test]
fn no_name_becomes_a_command() {
    for name in ["x\n'@\nRemove-Item *", "'@; whoami", "\u{2019}; whoami #", "$(whoami)", "`n whoami", "名前\u{2028}'@"] {
        let script = with_terms(name, Cloud::Global);
        let mut inside = false;
        for line in script.lines() {
            if inside {
                inside = line != "'@";
                assert!(inside == (line != "'@") && line.is_ascii(), "{line}");
            } else if line.ends_with("-Body @'") {
                inside = true;
            } else {
                let known = ["#", "$ErrorActionPreference = 'Stop'", "Connect-MgGraph ", "Invoke-MgGraphRequest "];
                assert!(line.is_empty() || known.iter().any(|beginning| line.starts_with(beginning)), "{line:?} of {name:?}");
            }
        }
        assert!(!inside, "{script}");
    }
}
