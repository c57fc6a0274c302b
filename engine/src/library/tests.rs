//! The slots under every fault that a storage can have.

use super::memory::Memory;
use super::*;
use crate::design::Design;
use crate::trace::Place;

fn named(name: &str) -> Workspace {
    Workspace::new(name, Design::default(), Vec::new())
}

fn settled(saved: Saved) -> Base {
    Base { stamp: saved.stamp, settled: true }
}

/// Saves in the name of a tab over what is stored.
fn put(storage: &Memory, id: &str, writer: &str, workspace: &Workspace, view: View) -> Result<u64, SaveError> {
    let base = load(storage, id).unwrap().map(settled);
    save(storage, id, base.as_ref(), writer, workspace, view).map(|record| record.stamp.revision)
}

fn put_named(storage: &Memory, id: &str, name: &str) -> Result<u64, SaveError> {
    put(storage, id, "tab", &named(name), View::default())
}

const HERE: View = View { guest: 0, place: Place { chapter: 0, step: 3 } };

fn names(listing: &Listing) -> Vec<&str> {
    listing.saved.iter().map(|saved| saved.workspace.name.as_str()).collect()
}

#[test]
fn what_was_saved_last_is_read_with_its_view_and_foreign_keys_stay() {
    let storage = Memory::default();
    storage.set("someone-elses-key", "{not ours").unwrap();
    assert_eq!(put_named(&storage, "one", "First"), Ok(1));
    assert_eq!(put(&storage, "one", "tab", &named("Second"), HERE), Ok(2));
    assert_eq!(put_named(&storage, "two", "Other"), Ok(1));
    let listing = list(&storage).unwrap();
    assert_eq!(names(&listing), ["Second", "Other"]);
    assert_eq!(listing.saved[0].view, HERE);
    assert_eq!(load(&storage, "one").unwrap().unwrap().stamp.revision, 2);
    remove(&storage, "one").unwrap();
    assert_eq!(names(&list(&storage).unwrap()), ["Other"]);
    assert_eq!(storage.get("someone-elses-key").unwrap().as_deref(), Some("{not ours"));
}

#[test]
fn a_write_cut_short_at_any_byte_leaves_the_previous_revision() {
    let length = {
        let storage = Memory::default();
        put_named(&storage, "one", "New").unwrap();
        storage.values.borrow().values().next().unwrap().len()
    };
    for cut in 0..length {
        let storage = Memory::default();
        put_named(&storage, "one", "Old").unwrap();
        let base = load(&storage, "one").unwrap().map(settled);
        storage.cut.set(Some(cut));
        let result = save(&storage, "one", base.as_ref(), "tab", &named("New"), View::default());
        storage.cut.set(None);
        assert_eq!(result, Err(SaveError::NotKept), "cut at {cut}");
        let listing = list(&storage).unwrap();
        assert_eq!(names(&listing), ["Old"], "cut at {cut}");
        assert_eq!(listing.unreadable.len(), 1, "cut at {cut}");
    }
}

#[test]
fn every_failing_operation_is_reported_and_loses_nothing() {
    for failing in 0..40 {
        let storage = Memory::default();
        put_named(&storage, "one", "Old").unwrap();
        let base = load(&storage, "one").unwrap().map(settled);
        storage.operations.set(0);
        storage.failing.set(Some(failing));
        let result = save(&storage, "one", base.as_ref(), "tab", &named("New"), View::default());
        storage.failing.set(None);
        let name = load(&storage, "one").unwrap().unwrap().workspace.name;
        match result {
            Ok(record) => assert_eq!((record.stamp.revision, name.as_str()), (2, "New")),
            Err(error) => {
                assert_eq!(error, SaveError::Storage(StorageError::Full));
                assert!(name == "Old" || name == "New");
            }
        }
    }
}

#[test]
fn damaged_data_is_moved_aside_with_its_bytes_and_stays_there() {
    let storage = Memory::default();
    put_named(&storage, "one", "Good").unwrap();
    storage.set("redemption/doc/one/b", r#"{"format":1,"revision":7,"workspace":{"name":5}}"#).unwrap();
    let listing = list(&storage).unwrap();
    assert_eq!(names(&listing), ["Good"]);
    assert_eq!(listing.unreadable[0].key, "redemption/quarantine/0");
    assert_eq!(listing.unreadable[0].raw, r#"{"format":1,"revision":7,"workspace":{"name":5}}"#);
    assert!(listing.unreadable[0].reason.contains("`workspace.name`"), "{}", listing.unreadable[0].reason);
    let again = list(&storage).unwrap();
    assert_eq!(again.unreadable, listing.unreadable);
    discard(&storage, &again.unreadable[0]).unwrap();
    assert!(list(&storage).unwrap().unreadable.is_empty());
}

#[test]
fn where_there_is_no_room_to_move_damaged_data_it_stays_where_it_is() {
    let storage = Memory::default();
    storage.set("redemption/doc/one/a", "{").unwrap();
    for failing in 1..12 {
        storage.operations.set(0);
        storage.failing.set(Some(failing));
        if let Ok(listing) = list(&storage) {
            assert!(listing.unreadable.iter().any(|unreadable| unreadable.raw == "{"), "{failing}");
        }
        storage.failing.set(None);
        let values = storage.values.borrow().clone();
        assert!(values.values().any(|value| value == "{" || value.contains(r#""raw":"{""#)), "{failing}: {values:?}");
    }
}

#[test]
fn a_newer_format_is_shown_and_never_overwritten() {
    let newer = r#"{"format":4,"revision":9,"everything":"else"}"#;
    for slot in ["a", "b"] {
        let storage = Memory::default();
        put_named(&storage, "one", "Mine").unwrap();
        put_named(&storage, "one", "Mine again").unwrap();
        let key = format!("redemption/doc/one/{slot}");
        storage.set(&key, newer).unwrap();
        let before = storage.values.borrow().clone();
        let listing = list(&storage).unwrap();
        assert_eq!(listing.unreadable.len(), 1);
        assert!(listing.unreadable[0].reason.contains("newer version (`format` 4"), "{}", listing.unreadable[0].reason);
        assert_eq!(put_named(&storage, "one", "Too old"), Err(SaveError::Newer));
        assert_eq!(*storage.values.borrow(), before);
    }
}

#[test]
fn a_save_over_another_tabs_newer_revision_is_refused() {
    let storage = Memory::default();
    put_named(&storage, "one", "Mine").unwrap();
    let base = load(&storage, "one").unwrap().map(settled).unwrap();
    put(&storage, "one", "other tab", &named("Theirs"), View::default()).unwrap();
    let mine = save(&storage, "one", Some(&base), "tab", &named("Mine again"), View::default());
    assert_eq!(mine, Err(SaveError::Conflict { stored: 2 }));
    assert_eq!(load(&storage, "one").unwrap().unwrap().workspace.name, "Theirs");
}

#[test]
fn what_a_tab_writes_again_on_the_same_base_leaves_the_base() {
    let storage = Memory::default();
    put_named(&storage, "one", "Base").unwrap();
    let base = load(&storage, "one").unwrap().map(settled).unwrap();
    for name in ["Once", "Twice", "Three times"] {
        let record = save(&storage, "one", Some(&base), "tab", &named(name), View::default()).unwrap();
        assert_eq!(record.stamp.revision, 2);
        assert_eq!(load(&storage, "one").unwrap().unwrap().workspace.name, name);
        let texts: Vec<String> = storage.values.borrow().values().cloned().collect();
        assert!(texts.iter().any(|text| record::stamp(text) == Content::Whole(base.stamp.clone())), "{texts:?}");
    }
}

#[test]
fn a_record_that_was_changed_in_any_byte_does_not_count() {
    let record = Record::write(7, "tab", &named("Whole"), HERE).unwrap();
    let mut tried = 0;
    for position in 0..record.text.len() {
        for other in [b' ', b'0', b'"', b'}', b'x'] {
            let mut bytes = record.text.clone().into_bytes();
            if bytes[position] == other {
                continue;
            }
            bytes[position] = other;
            let text = String::from_utf8(bytes).unwrap();
            tried += 1;
            match record::read(&text) {
                Content::Damaged(_) => {}
                Content::Newer(_) => assert!(text.starts_with(r#"{"format":"#) && position < 12, "{text}"),
                Content::Whole(_) => panic!("at {position}: {text}"),
            }
        }
    }
    println!("{tried} changed bytes");
}

#[test]
fn the_open_workspace_is_remembered() {
    let storage = Memory::default();
    assert_eq!(open_id(&storage), None);
    set_open_id(&storage, "one").unwrap();
    assert_eq!(open_id(&storage).as_deref(), Some("one"));
}
