//! Named versions that were said to be saved: the journal brings back what a killed browser has lost of its local storage.

use std::collections::BTreeMap;

use redemption_engine::history::journal::{self, Held};
use redemption_engine::history::{self, Kind, New};
use redemption_engine::library::Storage;
use redemption_engine::session::View;
use redemption_engine::{keeping, library};

use crate::store::{Fault, Store, Values, named};

/// The journal: it keeps what a transaction has put in.
type Journal = BTreeMap<String, String>;

fn sound() -> Store {
    Store::new(Values::new(), Fault::None)
}

/// A scenario that is stored.
fn with_a_scenario() -> Store {
    let store = sound();
    library::save(&store, "one", None, "tab", &named("Now"), View::default()).unwrap();
    store
}

/// Makes a named version, and puts it into the journal as the page does.
fn name(store: &Store, journal: &mut Journal, label: &str) -> u64 {
    let content = named(label);
    let new = New { kind: Kind::Named, label, time: 1, revision: 1, workspace: &content };
    let number = history::keep(store, "one", new).unwrap();
    enter(store, journal, number);
    number
}

fn enter(store: &Store, journal: &mut Journal, number: u64) {
    journal.insert(journal::key("one", number), journal::text(store, "one", number).unwrap().unwrap());
}

fn start(store: &Store, journal: &Journal) -> Vec<Held> {
    journal.iter().map(|(key, text)| journal::hold(store, key, text).unwrap()).collect()
}

fn labels(store: &Store) -> Vec<String> {
    let mut labels: Vec<String> = history::list(store, "one")
        .unwrap()
        .kept
        .into_iter()
        .map(|version| format!("{} {}", version.number, version.label))
        .collect();
    labels.sort();
    labels
}

#[test]
fn what_the_storage_has_lost_comes_back_under_its_number() {
    let store = with_a_scenario();
    let before = store.sound();
    let mut journal = Journal::new();
    name(&store, &mut journal, "First");
    name(&store, &mut journal, "Second");
    assert_eq!(start(&store, &journal), [Held::Known, Held::Known]);
    assert_eq!(start(&before, &journal), [Held::Brought, Held::Brought]);
    assert_eq!(labels(&before), ["1 First", "2 Second"]);
    assert_eq!(start(&before, &journal), [Held::Known, Held::Known]);
    assert!(journal.iter().all(|(key, text)| journal::is_stored(&before, key, text)));
}

#[test]
fn a_name_that_was_given_later_comes_back_and_a_number_that_another_version_has_is_left_to_it() {
    let store = with_a_scenario();
    let mut journal = Journal::new();
    let content = named("Changed");
    let new = New { kind: Kind::Automatic, label: "As opened", time: 5, revision: 1, workspace: &content };
    let number = history::keep(&store, "one", new).unwrap();
    let before = store.sound();
    let version = history::list(&store, "one").unwrap().kept.remove(0);
    history::name(&store, "one", &version, "Lesson 1").unwrap();
    enter(&store, &mut journal, number);
    assert_eq!(start(&before, &journal), [Held::Brought]);
    assert_eq!(labels(&before), ["1 Lesson 1"]);

    // Another tab has made a version of this number since.
    let other = with_a_scenario();
    name(&other, &mut Journal::new(), "Of another tab");
    assert_eq!(start(&other, &journal), [Held::Brought]);
    assert_eq!(labels(&other), ["1 Of another tab", "2 Lesson 1"]);
    assert_eq!(start(&other, &journal), [Held::Known]);
}

#[test]
fn versions_of_a_scenario_that_was_removed_do_not_come_back() {
    let store = with_a_scenario();
    let mut journal = Journal::new();
    name(&store, &mut journal, "First");
    keeping::remove(&store, "one").unwrap();
    assert_eq!(start(&store, &journal), [Held::Gone]);
    assert!(store.keys().unwrap().is_empty());
}

#[test]
fn what_is_no_version_is_left_alone() {
    let store = with_a_scenario();
    let values = store.values.borrow().clone();
    for (key, text) in [
        ("/version/one/1", "{\"format\":1,\"kind\":\"named\""),
        ("/version/one/1", "{\"format\":9}"),
        ("/version/one/x", "{}"),
        ("/version/one", "{}"),
        ("/version//1", "{}"),
        ("/version/a/b/1", "{}"),
        ("/last", "one"),
    ] {
        assert!(matches!(journal::hold(&store, key, text), Ok(Held::Unreadable(_))), "{key}");
        assert_eq!(*store.values.borrow(), values, "{key}");
    }
    assert!(journal::is_version("/version/one/1") && !journal::is_version("one") && !journal::is_version("/last"));
}

/// The browser is killed after any operation of naming three versions; the storage is then as it was after any earlier one.
#[test]
fn what_was_said_to_be_saved_is_there_wherever_the_browser_is_killed() {
    let mut tried = 0;
    for acknowledged in 0..=3 {
        for flushed in 0..=3 {
            let store = with_a_scenario();
            let (mut journal, mut disk) = (Journal::new(), store.sound());
            for made in 1..=acknowledged {
                name(&store, &mut journal, &format!("Version {made}"));
                if made == flushed {
                    disk = store.sound();
                }
            }
            // One more was written, and neither told to be saved nor in the journal.
            let content = named("In between");
            let new = New { kind: Kind::Named, label: "In between", time: 1, revision: 1, workspace: &content };
            history::keep(&store, "one", new).unwrap();
            for after in [disk, store] {
                start(&after, &journal);
                let found = labels(&after);
                assert!((1..=acknowledged).all(|made| found.contains(&format!("{made} Version {made}"))), "{found:?}");
                tried += 1;
            }
        }
    }
    println!("{tried} killed browsers");
}

#[test]
fn every_failing_operation_at_the_start_leaves_the_entry_for_the_next_one() {
    let base = with_a_scenario();
    let mut journal = Journal::new();
    let named = base.sound();
    name(&named, &mut journal, "First");
    let (key, text) = journal.iter().next().unwrap();
    let mut operation = 0;
    loop {
        let store = Store::new(base.values.borrow().clone(), Fault::Fails(operation));
        let result = journal::hold(&store, key, text);
        let reached = store.operations.get() > operation;
        if reached {
            assert!(result.is_err(), "{operation}: {result:?}");
        }
        let sound = store.sound();
        assert!(matches!(journal::hold(&sound, key, text), Ok(Held::Brought | Held::Known)), "{operation}");
        assert_eq!(labels(&sound), ["1 First"], "{operation}");
        if !reached {
            break;
        }
        operation += 1;
    }
    println!("{operation} operations failed");
    assert!(operation >= 4, "{operation}");
}

#[test]
fn clearing_tells_other_tabs_first_and_leaves_nothing() {
    let store = with_a_scenario();
    store.set("elsewhere", "stays").unwrap();
    // The keys are read and the word is written; what comes after that fails.
    let cut = Store::new(store.values.borrow().clone(), Fault::FailsFrom(2));
    assert!(keeping::clear(&cut).is_err());
    assert!(cut.values.borrow().contains_key(keeping::CLEARED));
    assert_eq!(cut.values.borrow().len(), store.values.borrow().len() + 1);
    keeping::clear(&store).unwrap();
    assert_eq!(store.keys().unwrap(), ["elsewhere"]);
}
