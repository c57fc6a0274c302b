//! Versions under every fault that a storage can have.

use super::*;
use crate::design::Design;
use crate::library::memory::Memory;

const NOON: u64 = 1_790_000_000_000;

fn named(name: &str) -> Workspace {
    Workspace::new(name, Design::default(), Vec::new())
}

fn automatic<'a>(workspace: &'a Workspace, time: u64) -> New<'a> {
    New { kind: Kind::Automatic, label: "As opened", time, revision: 3, workspace }
}

fn with_name<'a>(workspace: &'a Workspace, label: &'a str) -> New<'a> {
    New { kind: Kind::Named, label, time: NOON, revision: 4, workspace }
}

fn labels(storage: &Memory) -> Vec<(u64, Kind, String, String)> {
    let kept = list(storage, "one").unwrap().kept;
    kept.into_iter().map(|version| (version.number, version.kind, version.label, version.workspace.name)).collect()
}

fn row(number: u64, kind: Kind, label: &str, name: &str) -> (u64, Kind, String, String) {
    (number, kind, label.to_owned(), name.to_owned())
}

/// A storage with an automatic and a named version.
fn two() -> Memory {
    let storage = Memory::default();
    assert_eq!(keep(&storage, "one", automatic(&named("A"), NOON)), Ok(1));
    assert_eq!(keep(&storage, "one", with_name(&named("B"), "Lesson 1")), Ok(2));
    storage
}

#[test]
fn versions_are_listed_newest_first_with_what_they_say_of_themselves() {
    let storage = two();
    keep(&storage, "another", automatic(&named("C"), NOON)).unwrap();
    assert_eq!(labels(&storage), [row(2, Kind::Named, "Lesson 1", "B"), row(1, Kind::Automatic, "As opened", "A")]);
    let newest = list(&storage, "one").unwrap().kept.remove(0);
    assert_eq!((newest.time, newest.revision, newest.hash), (NOON, 4, fingerprint(&named("B"))));
    assert_eq!(storage.beginning(VERSIONS), ["redemption/hist/another/1", "redemption/hist/one/1", "redemption/hist/one/2"]);
}

#[test]
fn a_content_that_is_kept_is_not_kept_again_by_itself() {
    let storage = two();
    assert_eq!(keep(&storage, "one", automatic(&named("A"), NOON + 1)), Ok(1));
    assert_eq!(keep(&storage, "one", automatic(&named("B"), NOON + 1)), Ok(2));
    assert_eq!(labels(&storage).len(), 2);
}

#[test]
fn a_named_version_takes_the_place_of_an_automatic_one_and_not_of_a_named_one() {
    let storage = two();
    assert_eq!(keep(&storage, "one", with_name(&named("A"), "Start")), Ok(3));
    assert_eq!(keep(&storage, "one", with_name(&named("B"), "Lesson 1, again")), Ok(4));
    let all =
        [row(4, Kind::Named, "Lesson 1, again", "B"), row(3, Kind::Named, "Start", "A"), row(2, Kind::Named, "Lesson 1", "B")];
    assert_eq!(labels(&storage), all);
}

#[test]
fn the_newest_30_automatic_versions_are_kept_and_every_named_one() {
    let storage = two();
    for number in 0..40 {
        keep(&storage, "one", automatic(&named(&format!("N{number}")), NOON + number)).unwrap();
    }
    let kept = list(&storage, "one").unwrap().kept;
    let of = |kind: Kind| {
        kept.iter().filter(|version| version.kind == kind).map(|version| version.workspace.name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(of(Kind::Named), ["B"]);
    let newest: Vec<String> = (10..40).rev().map(|number| format!("N{number}")).collect();
    assert_eq!(of(Kind::Automatic), newest);
}

#[test]
fn an_automatic_version_that_is_named_stays() {
    let storage = two();
    let first = list(&storage, "one").unwrap().kept.remove(1);
    name(&storage, "one", &first, "Start").unwrap();
    assert_eq!(labels(&storage)[1], row(1, Kind::Named, "Start", "A"));
    let again = list(&storage, "one").unwrap().kept.remove(1);
    assert_eq!((again.time, again.revision, again.workspace), (first.time, first.revision, first.workspace));
    remove(&storage, "one", 1).unwrap();
    assert_eq!(labels(&storage), [row(2, Kind::Named, "Lesson 1", "B")]);
}

#[test]
fn every_failing_operation_leaves_what_was_kept() {
    let before = labels(&two());
    for failing in 0..40 {
        let storage = two();
        storage.operations.set(0);
        storage.failing.set(Some(failing));
        let result = keep(&storage, "one", with_name(&named("C"), "Lesson 2"));
        storage.failing.set(None);
        let mut now = labels(&storage);
        match result {
            Ok(number) => assert_eq!(now.remove(0), row(number, Kind::Named, "Lesson 2", "C"), "{failing}"),
            Err(error) => {
                assert_eq!(error, SaveError::Storage(StorageError::Full), "{failing}");
                now.retain(|version| version.2 != "Lesson 2");
            }
        }
        assert_eq!(now, before, "{failing}");
    }
}

#[test]
fn a_failing_removal_of_the_oldest_is_made_up_for_with_the_next_one() {
    let full = || {
        let storage = Memory::default();
        for number in 0..30 {
            keep(&storage, "one", automatic(&named(&format!("N{number}")), NOON)).unwrap();
        }
        storage
    };
    for failing in 0..80 {
        let storage = full();
        storage.operations.set(0);
        storage.failing.set(Some(failing));
        let result = keep(&storage, "one", automatic(&named("New"), NOON));
        storage.failing.set(None);
        let kept = labels(&storage);
        assert!(kept.len() >= 30, "{failing}: {result:?}");
        assert_eq!(result.is_ok(), kept[0].3 == "New" && result.is_ok(), "{failing}");
        keep(&storage, "one", automatic(&named("Newer"), NOON)).unwrap();
        assert_eq!(labels(&storage).len(), 30, "{failing}");
    }
}

#[test]
fn a_version_that_was_cut_short_is_taken_away_again() {
    let whole = {
        let storage = Memory::default();
        keep(&storage, "one", automatic(&named("New"), NOON)).unwrap();
        storage.size()
    };
    for cut in 0..whole {
        let storage = two();
        let before = labels(&storage);
        storage.cut.set(Some(cut));
        assert_eq!(keep(&storage, "one", automatic(&named("New"), NOON)), Err(SaveError::NotKept), "{cut}");
        storage.cut.set(None);
        assert_eq!(labels(&storage), before, "{cut}");
        assert_eq!(list(&storage, "one").unwrap().unreadable, [], "{cut}");
    }
}

#[test]
fn a_failing_operation_while_naming_leaves_the_version_readable() {
    for failing in 0..6 {
        let storage = two();
        let first = list(&storage, "one").unwrap().kept.remove(1);
        storage.operations.set(0);
        storage.failing.set(Some(failing));
        let result = name(&storage, "one", &first, "Start");
        storage.failing.set(None);
        let now = labels(&storage).remove(1);
        assert_eq!(now.3, "A", "{failing}");
        if result.is_ok() {
            assert_eq!(now.2, "Start", "{failing}");
        }
    }
}

#[test]
fn what_cannot_be_read_is_named_and_stays() {
    let storage = two();
    let newer = r#"{"format":3,"everything":"else"}"#;
    let damaged = r#"{"format":1,"kind":"named","label":"x","time":1,"revision":1,"hash":"","workspace":{"name":5}}"#;
    storage.set("redemption/hist/one/3", newer).unwrap();
    storage.set("redemption/hist/one/4", damaged).unwrap();
    storage.set("redemption/hist/one/x", "of somebody else").unwrap();
    let unreadable = list(&storage, "one").unwrap().unreadable;
    assert_eq!(unreadable.iter().map(|unreadable| unreadable.raw.as_str()).collect::<Vec<_>>(), [newer, damaged]);
    assert!(unreadable[0].reason.contains("newer program (`format` 3"), "{}", unreadable[0].reason);
    assert!(unreadable[1].reason.contains("`workspace.name`"), "{}", unreadable[1].reason);
    assert_eq!(keep(&storage, "one", automatic(&named("C"), NOON)), Ok(5));
    assert_eq!(storage.get("redemption/hist/one/3").unwrap().as_deref(), Some(newer));
    assert_eq!(storage.get("redemption/hist/one/x").unwrap().as_deref(), Some("of somebody else"));
}
