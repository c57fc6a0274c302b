//! Every format that was ever written has a frozen file below `tests/documents/`, which opens and means what it meant.

use std::path::Path;

use redemption_engine::address::EmailAddress;
use redemption_engine::design::{Design, Edition, IdentityProvider};
use redemption_engine::flow::Outcome;
use redemption_engine::golden::Expectation;
use redemption_engine::guest::Guest;
use redemption_engine::library::{self, Base, RECORD_FORMAT, Saved, Stamp, Storage};
use redemption_engine::session::{Session, View};
use redemption_engine::trace::Place;
use redemption_engine::{bundle, document, history};

use crate::store::{Fault, Store, Values, named};

const RECORD_1: &str = include_str!("../../../tests/documents/record-1.json");
const RECORD_2: &str = include_str!("../../../tests/documents/record-2.json");
const RECORD_3: &str = include_str!("../../../tests/documents/record-3.json");
const UNDO_LOG_1: &str = include_str!("../../../tests/documents/undo-log-1.json");

fn frozen(revision: u64, saved_by: &str, hash: &str) -> Saved {
    let mut workspace = named("Woodgrove, week one");
    workspace.note = "Ask before step 4.".to_owned();
    workspace.guests = vec![Guest::invited("Ravi", EmailAddress::parse("ravi@contractor.example").unwrap())];
    Saved {
        id: "one".to_owned(),
        stamp: Stamp { revision, saved_by: saved_by.to_owned(), hash: hash.to_owned() },
        workspace,
        view: View { guest: 0, place: Place { chapter: 0, step: 3 } },
    }
}

fn opened(text: &str) -> Option<Saved> {
    let store = Store::new(Values::new(), Fault::None);
    store.set("redemption/doc/one/b", text.trim_end()).unwrap();
    library::load(&store, "one").unwrap()
}

#[test]
fn a_record_of_format_1_opens_and_means_the_same() {
    let saved = opened(RECORD_1).unwrap();
    assert_eq!(saved, frozen(12, "", &saved.stamp.hash));
}

#[test]
fn a_record_of_format_2_opens_and_means_the_same() {
    assert_eq!(opened(RECORD_2), Some(frozen(13, "0b9e", "df7489abaeaa575baf6676b7700a8d1a")));
}

#[test]
fn a_record_of_format_3_opens_and_means_the_same() {
    let mut meant = frozen(14, "0b9e", "5d7c381ad1745674b6fcb10dc03b95e7");
    let second = Design { edition: Edition::Y2026, ..meant.workspace.design.clone() };
    meant.workspace.second_design = Some(second);
    meant.workspace.expectations = vec![Expectation {
        guest: "Ravi".to_owned(),
        outcome: Outcome::Redeemed.into(),
        provider: Some(IdentityProvider::EmailOneTimePasscode),
        screens: Vec::new(),
        note: String::new(),
    }];
    assert_eq!(opened(RECORD_3), Some(meant));
}

#[test]
fn a_record_of_format_1_is_followed_by_one_of_the_newest_and_stays_until_then() {
    let store = Store::new(Values::new(), Fault::None);
    store.set("redemption/doc/one/a", RECORD_1.trim_end()).unwrap();
    let base = library::load(&store, "one").unwrap().unwrap();
    let record =
        library::save(&store, "one", Some(&Base { stamp: base.stamp, settled: true }), "tab", &base.workspace, base.view)
            .unwrap();
    assert_eq!(record.stamp.revision, 13);
    assert_eq!(store.get("redemption/doc/one/a").unwrap().as_deref(), Some(RECORD_1.trim_end()));
    assert_eq!(library::load(&store, "one").unwrap().unwrap().workspace, base.workspace);
}

#[test]
fn every_format_has_its_frozen_file() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/documents");
    let document = (1..=document::FORMAT).map(|format| format!("v{format}.json"));
    let record = (1..=RECORD_FORMAT).map(|format| format!("record-{format}.json"));
    let version = (1..=history::FORMAT).map(|format| format!("version-{format}.json"));
    // Bundles began with format 2 of the documents.
    let bundle = (2..=document::FORMAT).map(|format| format!("bundle-{format}.json"));
    let wanted: Vec<String> = document.chain(record).chain(version).chain(bundle).collect();
    let missing: Vec<&String> = wanted.iter().filter(|name| !folder.join(name).is_file()).collect();
    assert!(missing.is_empty(), "{missing:?}");
    for name in wanted.iter().filter(|name| name.starts_with("bundle") || name.starts_with('v') && !name.starts_with("version")) {
        let bytes = std::fs::read(folder.join(name)).unwrap();
        assert!(bundle::parse(&bytes).is_ok(), "{name}");
    }
}

#[test]
fn an_undo_log_of_format_1_is_taken_up() {
    let mut session = Session::open(named("Woodgrove, week two"), View::default());
    assert!(session.recall(UNDO_LOG_1));
    assert_eq!(session.undo(), Some("Scenario renamed".to_owned()));
    assert_eq!(session.workspace().name, "Woodgrove, week one");
}
