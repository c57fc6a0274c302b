//! Damaged storage, everywhere and in every way: the page opens, the version before comes back, the damaged bytes stay to be
//! downloaded, and what a newer program has written stays where it is.

use redemption_engine::library::{self, Base, RECORD_FORMAT, Storage};
use redemption_engine::session::View;
use redemption_engine::{history, keeping};

use crate::store::{Fault, Store, Values, named};

const ID: &str = "one";

/// A scenario with both slots, as two saves leave them: the older one and the newer one.
fn two_slots() -> (Values, String, String) {
    let store = Store::new(Values::new(), Fault::None);
    let first = library::save(&store, ID, None, "tab", &named("Before"), View::default()).unwrap();
    let older: Vec<String> = store.keys().unwrap();
    library::save(&store, ID, Some(&Base { stamp: first.stamp, settled: true }), "tab", &named("After"), View::default())
        .unwrap();
    let newer = store.keys().unwrap().into_iter().find(|key| !older.contains(key)).unwrap();
    (store.values.borrow().clone(), older[0].clone(), newer)
}

/// Opens the page on these values. Answers the scenario's name, and whether it can be saved again.
fn opens(values: &Values, damaged: &str) -> Option<String> {
    let store = Store::new(values.clone(), Fault::None);
    let listing = library::list(&store).unwrap();
    let found = listing.saved.iter().find(|saved| saved.id == ID).map(|saved| saved.workspace.name.clone());
    let is_offered = listing.unreadable.iter().any(|unreadable| unreadable.raw == damaged);
    assert!(is_offered || found.as_deref() == Some("After"), "neither read nor offered: {damaged:?}");
    // All of it can be asked for, and removed.
    assert!(keeping::everything(&store).is_ok() && history::list(&store, ID).is_ok());
    assert!(keeping::inventory(&store).is_ok());
    found
}

#[test]
fn a_slot_that_is_damaged_in_any_way_leaves_the_one_before() {
    let (values, older, newer) = two_slots();
    let sound = values[&newer].clone();
    let mut damaged: Vec<String> = (0..sound.len()).map(|cut| sound.get(..cut).unwrap().to_owned()).collect();
    for at in 0..sound.len() {
        for bit in [0x01, 0x02, 0x10, 0x20] {
            let mut bytes = sound.clone().into_bytes();
            bytes[at] ^= bit;
            damaged.push(String::from_utf8(bytes).unwrap());
        }
        damaged.push(format!("{}{}", sound.get(..at).unwrap(), sound.get(at + 1..).unwrap()));
    }
    damaged.extend(["null", "[]", "7", "{}", "\"\"", "{\"format\":1}", "\u{0}\u{0}", "[object Object]"].map(str::to_owned));
    damaged.push("junk ".repeat(1_000_000));
    damaged.push("[".repeat(1_000_000));
    let mut tried = 0;
    for text in &damaged {
        let mut values = values.clone();
        values.insert(newer.clone(), text.clone());
        // The one thing that may change unseen is the number of a format that is read as well.
        let is_whole =
            *text == sound.replacen(&format!("\"format\":{RECORD_FORMAT}"), &format!("\"format\":{}", RECORD_FORMAT - 1), 1);
        let found = opens(&values, text);
        assert_eq!(
            found.as_deref(),
            Some(if is_whole { "After" } else { "Before" }),
            "{}",
            text.chars().take(300).collect::<String>()
        );
        tried += 1;
        // With nothing before it, nothing is made up.
        values.remove(&older);
        assert_eq!(opens(&values, text).is_some(), is_whole);
        tried += 1;
    }
    println!("{tried} damaged stores");
    assert!(tried >= 1_000, "{tried}");
}

#[test]
fn what_a_newer_program_has_written_is_never_written_over() {
    let (values, _, newer) = two_slots();
    for text in ["{\"format\":4}", "{\"format\":99,\"body\":{}}", "{\"a\":1,\"format\":18446744073709551615}"] {
        let mut values = values.clone();
        values.insert(newer.clone(), text.to_owned());
        let store = Store::new(values, Fault::None);
        let saved = library::list(&store).unwrap().saved.remove(0);
        let base = Base { stamp: saved.stamp, settled: true };
        for _ in 0..3 {
            let again = library::save(&store, ID, Some(&base), "tab", &named("Mine"), View::default());
            assert_eq!(again, Err(library::SaveError::Newer));
        }
        assert_eq!(store.get(&newer).unwrap().as_deref(), Some(text));
    }
}
