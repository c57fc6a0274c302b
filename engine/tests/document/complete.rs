//! The frozen document of the newest format holds everything that can be written, and every value of it is read strictly.
//!
//! The reader is asked for what it knows: a property, a word or a kind of value that it does not know makes it list those it does.
//! What single messages say is in `refused.rs` and `refused_values.rs`.

use std::collections::{BTreeMap, BTreeSet};

use redemption_engine::document::{caps, parse};
use serde_json::{Value, json};

use crate::frozen::V3;

/// A value of the frozen document.
struct Spot {
    /// Where it is, for `Value::pointer`.
    pointer: String,
    /// Where it is, as messages say it.
    path: String,
    value: Value,
}

fn spots() -> Vec<Spot> {
    fn collect(pointer: String, path: String, value: &Value, found: &mut Vec<Spot>) {
        match value {
            Value::Array(items) => items.iter().enumerate().for_each(|(position, item)| {
                collect(format!("{pointer}/{position}"), format!("{path}[{position}]"), item, found);
            }),
            Value::Object(properties) => properties.iter().for_each(|(name, value)| {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                collect(format!("{pointer}/{name}"), path, value, found);
            }),
            _ => {}
        }
        found.push(Spot { pointer, path, value: value.clone() });
    }
    let mut found = Vec::new();
    collect(String::new(), String::new(), &serde_json::from_str(V3).unwrap(), &mut found);
    found
}

impl Spot {
    /// The message with which the document is refused when this value is another one, if it is refused.
    fn complaint_about(&self, value: Value) -> Option<String> {
        let mut document: Value = serde_json::from_str(V3).unwrap();
        *document.pointer_mut(&self.pointer).unwrap() = value;
        parse(document.to_string().as_bytes()).err().map(|error| error.to_string())
    }

    #[track_caller]
    fn replaced_by(&self, value: Value) -> String {
        self.complaint_about(value).unwrap_or_else(|| panic!("{}: this must be refused", self.path))
    }
}

/// The words in a message behind this beginning of a list.
fn listed(message: &str, beginning: &str) -> Option<BTreeSet<String>> {
    let (_, list) = message.split_once(beginning)?;
    Some(list.split('`').skip(1).step_by(2).map(str::to_owned).collect())
}

/// What is known and what occurs, for each type; a type is known by the list that its message gives.
type Types = BTreeMap<BTreeSet<String>, BTreeSet<String>>;

fn left_out(types: &Types) -> Vec<&str> {
    types.iter().flat_map(|(known, found)| known.difference(found)).map(String::as_str).collect()
}

#[test]
fn every_property_of_the_format_occurs_in_the_frozen_document() {
    let mut types = Types::new();
    for spot in spots() {
        let Value::Object(mut properties) = spot.value.clone() else { continue };
        let names: Vec<String> = properties.keys().cloned().collect();
        properties.insert("unknownSetting".to_owned(), json!(true));
        if let Some(known) = listed(&spot.replaced_by(Value::Object(properties)), "known here: ") {
            types.entry(known).or_default().extend(names);
        }
    }
    assert_eq!(types.len(), 31, "kinds of objects");
    // What only a bundle has stands in `bundle-3.json`.
    assert_eq!(left_out(&types), ["$schema", "versions"]);
}

#[test]
fn every_word_of_the_format_occurs_in_the_frozen_document_except_usual_ones_that_are_not_written() {
    let mut types = Types::new();
    for spot in spots() {
        let word = match &spot.value {
            Value::String(word) => word.clone(),
            Value::Object(properties) if properties.len() == 1 => properties.keys().next().unwrap().clone(),
            _ => continue,
        };
        let complaint = spot.complaint_about(json!("?"));
        if let Some(known) = complaint.and_then(|complaint| listed(&complaint, "`?` is not known; write ")) {
            types.entry(known).or_default().insert(word);
        }
    }
    assert_eq!(types.len(), 31, "kinds of words");
    let mut missing = left_out(&types);
    missing.sort_unstable();
    assert_eq!(missing, ["Guest", "appsAccessPanel", "browser", "limited", "signsIn", "unmanaged", "valid"]);
}

#[test]
fn every_list_of_the_format_has_a_cap_of_its_own() {
    let lists: BTreeSet<String> = spots()
        .into_iter()
        .filter(|spot| spot.value.is_array())
        .map(|spot| spot.path.rsplit('.').next().unwrap().to_owned())
        .collect();
    let mut capped: BTreeSet<String> = caps::LISTS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert!(capped.remove("versions"), "only a bundle has them, see `bundle.rs`");
    assert_eq!(lists, capped);
}

#[test]
fn every_list_beyond_its_cap_is_refused_with_both_numbers() {
    for spot in spots().into_iter().filter(|spot| spot.value.is_array()) {
        let most = caps::longest_list(spot.path.rsplit('.').next().unwrap());
        let refused = spot.replaced_by(Value::Array(vec![Value::Null; most + 1]));
        assert_eq!(refused, format!("`{}`: the list has {} entries; at most {most} are read", spot.path, most + 1));
    }
}

#[test]
fn every_text_beyond_the_cap_is_refused() {
    for spot in spots().into_iter().filter(|spot| spot.value.is_string()) {
        let refused = spot.replaced_by(json!("x".repeat(caps::LONGEST_TEXT + 1)));
        assert_eq!(refused, format!("`{}`: the text has 10001 characters; at most 10000 are read", spot.path));
    }
}

#[test]
fn every_text_that_fits_no_value_is_cut_in_the_message() {
    for spot in spots().into_iter().filter(|spot| !spot.value.is_object()) {
        if let Some(complaint) = spot.complaint_about(json!("x".repeat(caps::LONGEST_TEXT))) {
            assert!(complaint.len() < 2_000, "{}: {} bytes", spot.path, complaint.len());
        }
    }
}

#[test]
fn every_value_of_another_kind_is_refused_by_its_path() {
    for spot in spots().into_iter().filter(|spot| !spot.path.is_empty()) {
        let wrong = match &spot.value {
            Value::Bool(_) => vec![json!("true"), json!(1), json!([true])],
            Value::Number(_) => vec![json!(-1), json!(1.5), json!("1"), json!([1]), json!(4_294_967_296_u64)],
            Value::String(_) => vec![json!(true), json!(1), json!([]), json!({})],
            Value::Array(_) => vec![json!("text"), json!({}), json!(1)],
            Value::Object(_) => vec![json!(true), json!([]), json!(1)],
            Value::Null => panic!("{}: nothing is written as null", spot.path),
        };
        for value in wrong {
            let refused = spot.replaced_by(value.clone());
            let by_path = refused.starts_with(&format!("`{}`: ", spot.path));
            let by_format = spot.path == "format" && refused.starts_with("the document was written by a newer version");
            assert!(by_path || by_format, "{} as {value}: {refused}", spot.path);
        }
    }
}

#[test]
fn every_setting_is_known_in_its_place_only() {
    for spot in spots().into_iter().filter(|spot| spot.value.is_object()) {
        let mut properties = spot.value.as_object().unwrap().clone();
        properties.insert("PrimaryProvider".to_owned(), json!(true));
        let refused = spot.replaced_by(Value::Object(properties));
        let path = if spot.path.is_empty() { String::new() } else { format!("{}.", spot.path) };
        let unknown = refused.starts_with(&format!("`{path}PrimaryProvider`: this property is not known; known here: "));
        let two_words = refused == format!("`{}`: expected an object with exactly one property", spot.path);
        assert!(unknown || two_words, "{}: {refused}", spot.path);
    }
}
