//! A stored version as it was written once: it opens and means the same for ever.

#![allow(clippy::unwrap_used, reason = "a failing test may panic")]

mod memory;

use redemption_engine::act::Act;
use redemption_engine::address::{Domain, EmailAddress};
use redemption_engine::design::{Design, Edition, EmailOneTimePasscode, ResourceTenant};
use redemption_engine::flow::Outcome;
use redemption_engine::golden::Expectation;
use redemption_engine::guest::{Guest, StepNote, WayIn};
use redemption_engine::history::{self, Kind, Version};
use redemption_engine::library::Storage as _;
use redemption_engine::workspace::Workspace;

use memory::Memory;

/// The frozen records. They are never changed; a new format has a file of its own.
const VERSION_1: &str = include_str!("../../tests/documents/version-1.json");
const VERSION_2: &str = include_str!("../../tests/documents/version-2.json");

fn frozen() -> Version {
    let resource_tenant = ResourceTenant {
        display_name: "Woodgrove Groceries".to_owned(),
        initial_domain: Domain::parse("woodgrove.onmicrosoft.com").unwrap(),
        email_one_time_passcode: EmailOneTimePasscode::Disabled,
        ..ResourceTenant::default()
    };
    let ravi = Guest {
        way_in: WayIn::DirectLink,
        story: vec![Act::EnterPasscode, Act::Accept],
        notes: vec![StepNote {
            node: "reviewPermissions".to_owned(),
            text: "Compare with the consent of the application.".to_owned(),
        }],
        ..Guest::invited("Ravi", EmailAddress::parse("ravi@contractor.example").unwrap())
    };
    let design = Design { edition: Edition::Y2024, resource_tenant, ..Design::default() };
    Version {
        number: 7,
        revision: 12,
        kind: Kind::Named,
        label: "Lesson 1: before the passcode".to_owned(),
        time: 1_795_341_148_000,
        hash: "5c0b2f3d6a1e58c79d2c7d7d8f3e4a61".to_owned(),
        workspace: Workspace {
            note: "Ask before step 4.".to_owned(),
            ..Workspace::new("Woodgrove, week one", design, vec![ravi])
        },
    }
}

#[test]
fn the_frozen_version_is_read_as_it_was_meant() {
    let storage = Memory::default();
    storage.set("redemption/hist/one/7", VERSION_1).unwrap();
    let versions = history::list(&storage, "one").unwrap();
    assert_eq!((versions.kept, versions.unreadable), (vec![frozen()], Vec::new()));
}

#[test]
fn the_frozen_version_of_format_2_has_a_second_design_and_an_expectation() {
    let storage = Memory::default();
    storage.set("redemption/hist/one/7", VERSION_2).unwrap();
    let mut meant = frozen();
    let mut second = meant.workspace.design.clone();
    second.resource_tenant.email_one_time_passcode = EmailOneTimePasscode::Enabled;
    meant.workspace.second_design = Some(second);
    meant.workspace.expectations = vec![Expectation {
        guest: "Ravi".to_owned(),
        outcome: Outcome::PasscodeOff.into(),
        provider: None,
        screens: Vec::new(),
        note: "Until Friday.".to_owned(),
    }];
    let versions = history::list(&storage, "one").unwrap();
    assert_eq!((versions.kept, versions.unreadable), (vec![meant], Vec::new()));
}

#[test]
fn what_is_missing_or_foreign_in_a_version_is_named() {
    let reason = |text: String| {
        let storage = Memory::default();
        storage.set("redemption/hist/one/7", &text).unwrap();
        history::list(&storage, "one").unwrap().unreadable.remove(0).reason
    };
    for name in ["kind", "label", "time", "revision", "hash", "workspace"] {
        let other = VERSION_1.replacen(&format!("\"{name}\":"), "\"unknown\":", 1);
        assert!(reason(other).starts_with("`unknown`: this property is not known"), "{name}");
    }
    assert!(reason(VERSION_1.replace("\"named\"", "\"saved\"")).contains("write `automatic` or `named`"));
    assert!(reason(VERSION_1.replace("1795341148000", "-5")).starts_with("`time`: "));
    assert!(reason(VERSION_1.replace("\"format\":1", "\"format\":3")).contains("written by a newer program"));
}
