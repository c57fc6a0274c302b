//! What gives way in a full storage, and in which order.

use super::*;
use crate::design::Design;
use crate::history::New;
use crate::library::memory::Memory;

const NOON: u64 = 1_790_000_000_000;

fn named(name: &str) -> Workspace {
    Workspace::new(name, Design::default(), Vec::new())
}

fn settled(saved: library::Saved) -> Base {
    Base { stamp: saved.stamp, settled: true }
}

/// Saves over what is stored. Answers the revision and what gave way.
fn put(storage: &Memory, workspace: &Workspace) -> (Result<u64, SaveError>, GaveWay) {
    let base = library::load(storage, "one").unwrap().map(settled);
    storage.operations.set(0);
    let (result, gave_way) = save(storage, "one", base.as_ref(), "tab", workspace, View::default());
    (result.map(|record| record.stamp.revision), gave_way)
}

fn gave_way(undo_logs: usize, versions: usize) -> GaveWay {
    GaveWay { undo_logs, versions }
}

fn version<'a>(kind: Kind, workspace: &'a Workspace, time: u64) -> New<'a> {
    New { kind, label: "x", time, revision: 1, workspace }
}

/// A workspace with an undo log, three automatic versions and a named one, and no room beyond that.
fn full() -> Memory {
    let storage = Memory::default();
    put(&storage, &named("1")).0.unwrap();
    put(&storage, &named("2")).0.unwrap();
    write_undo_log(&storage, "one", Some("log"));
    write_undo_log(&storage, "two", Some("other log"));
    for (id, kind, name, time) in [
        ("one", Kind::Automatic, "A", NOON + 2),
        ("two", Kind::Automatic, "B", NOON + 1),
        ("one", Kind::Automatic, "C", NOON + 3),
        ("one", Kind::Named, "D", NOON),
    ] {
        keep_version(&storage, id, version(kind, &named(name), time)).0.unwrap();
    }
    storage.room.set(Some(storage.size()));
    storage
}

fn versions(storage: &Memory) -> Vec<String> {
    storage.beginning(history::VERSIONS)
}

#[test]
fn undo_logs_give_way_first() {
    let storage = full();
    assert_eq!(put(&storage, &named("four")), (Ok(3), gave_way(2, 0)));
    assert_eq!(storage.beginning(UNDO_LOGS), Vec::<String>::new());
    assert_eq!(versions(&storage).len(), 4);
}

#[test]
fn then_the_oldest_automatic_versions_do_and_named_ones_never() {
    let storage = full();
    let longer = named(&"x".repeat(200));
    assert_eq!(put(&storage, &longer), (Ok(3), gave_way(2, 1)));
    assert_eq!(versions(&storage), ["redemption/hist/one/1", "redemption/hist/one/2", "redemption/hist/one/3"]);
    let too_long = named(&"x".repeat(1_000_000));
    assert_eq!(put(&storage, &too_long), (Err(SaveError::Storage(StorageError::Full)), gave_way(0, 2)));
    assert_eq!(versions(&storage), ["redemption/hist/one/3"]);
    assert_eq!(library::load(&storage, "one").unwrap().unwrap().workspace, longer);
}

#[test]
fn an_automatic_version_pushes_out_undo_logs_only() {
    let storage = full();
    let large = named(&"x".repeat(5_000));
    let result = keep_version(&storage, "one", version(Kind::Automatic, &large, NOON + 9));
    assert_eq!(result, (Err(SaveError::Storage(StorageError::Full)), gave_way(2, 0)));
    assert_eq!((storage.beginning(UNDO_LOGS).len(), versions(&storage).len()), (0, 4));
    let result = keep_version(&storage, "one", version(Kind::Named, &named("E"), NOON + 9));
    assert_eq!(result, (Ok(4), gave_way(0, 1)));
    assert_eq!(versions(&storage).len(), 4);
    assert_eq!(undo_log(&storage, "one"), None);
}

#[test]
fn every_failing_operation_leaves_the_workspace_readable() {
    for failing in 0..60 {
        let storage = full();
        let base = library::load(&storage, "one").unwrap().map(settled);
        storage.operations.set(0);
        storage.failing.set(Some(failing));
        let (result, _) = save(&storage, "one", base.as_ref(), "tab", &named(&"x".repeat(200)), View::default());
        storage.failing.set(None);
        let stored = library::load(&storage, "one").unwrap().unwrap();
        match result {
            Ok(record) => assert_eq!((record.stamp.revision, stored.workspace.name.len()), (3, 200), "{failing}"),
            Err(_) => assert!(stored.workspace.name == "2" || stored.workspace.name.len() == 200, "{failing}"),
        }
        assert!(storage.values.borrow().contains_key("redemption/hist/one/3"), "{failing}: the named version stays");
    }
}

#[test]
fn an_undo_log_that_cannot_be_written_is_removed() {
    let storage = full();
    write_undo_log(&storage, "one", Some("a log that is longer than there is room for"));
    assert_eq!(undo_log(&storage, "one"), None);
    assert_eq!(undo_log(&storage, "two").as_deref(), Some("other log"));
    write_undo_log(&storage, "two", None);
    assert_eq!(undo_log(&storage, "two"), None);
}

#[test]
fn a_removed_workspace_takes_its_versions_along_and_they_come_back() {
    let storage = full();
    let before = storage.values.borrow().clone();
    let removed = remove(&storage, "one").unwrap();
    assert_eq!(storage.beginning("redemption/doc/one/"), Vec::<String>::new());
    assert_eq!((storage.beginning(UNDO_LOGS).len(), versions(&storage)), (1, vec!["redemption/hist/two/1".to_owned()]));
    assert!(put_back(&storage, &removed));
    for key in ["redemption/hist/one/1", "redemption/hist/one/2", "redemption/hist/one/3"] {
        assert_eq!(storage.values.borrow().get(key), before.get(key));
    }
    storage.room.set(Some(0));
    assert!(!put_back(&storage, &removed));
}

/// `everything` leaves out what cannot be read; this is the rest of it.
#[test]
fn what_cannot_be_read_is_a_text_of_its_own_with_every_byte() {
    let storage = full();
    storage.room.set(None);
    assert_eq!(unreadable(&storage), Ok(Vec::new()));
    storage.set("redemption/hist/one/9", "{\"half").unwrap();
    let bytes = "not \u{0} a \"record\"\n";
    storage.set("redemption/doc/three/a", bytes).unwrap();
    let found = unreadable(&storage).unwrap();
    let listed: serde_json::Value = serde_json::from_str(&print_unreadable(&found)).unwrap();
    let raws: Vec<&str> = listed.as_array().unwrap().iter().map(|item| item["raw"].as_str().unwrap()).collect();
    assert_eq!(raws, [bytes, "{\"half"]);
    assert!(listed.as_array().unwrap().iter().all(|item| !item["reason"].as_str().unwrap().is_empty()));
    assert_eq!(listed[1]["key"], "redemption/hist/one/9");
}

#[test]
fn everything_goes_into_one_bundle_and_comes_out_again() {
    let storage = full();
    storage.room.set(None);
    let bundle = everything(&storage).unwrap();
    let names: Vec<&str> = bundle.workspaces.iter().map(|workspace| workspace.name.as_str()).collect();
    let versions: Vec<(u32, Kind, &str)> =
        bundle.versions.iter().map(|kept| (kept.of, kept.kind, kept.workspace.name.as_str())).collect();
    assert_eq!(names, ["2"]);
    assert_eq!(versions, [(0, Kind::Automatic, "A"), (0, Kind::Automatic, "C"), (0, Kind::Named, "D")]);
    assert_eq!(crate::bundle::parse(crate::bundle::print(&bundle).as_bytes()), Ok(bundle));
}

#[test]
fn clearing_removes_all_that_is_counted_and_nothing_of_others() {
    let storage = full();
    storage.room.set(None);
    storage.set("redemption/theme", "dark").unwrap();
    storage.set("redemption/doc/one/c", "no slot").unwrap();
    storage.set("redemption/doc/three/a", "damaged").unwrap();
    storage.set("of somebody else", "stays").unwrap();
    // Two slots, two undo logs, four versions, the theme, what is no slot, and what was moved aside.
    assert_eq!(inventory(&storage), Ok(Inventory { workspaces: 1, versions: 4, unreadable: 1, keys: 11 }));
    assert_eq!(clear(&storage), Ok(11));
    assert_eq!(storage.beginning(""), ["of somebody else"]);
    assert_eq!(inventory(&storage), Ok(Inventory::default()));
}
