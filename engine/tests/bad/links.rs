//! Links that were cut, changed, mistyped or made up, and the steps that they name.
//!
//! What a link holds is read as a file is; how an address is taken apart around it is tested in the page's `route`.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec;
use redemption_engine::presets;
use redemption_engine::share::{decode, encode, read_step};
use uuid::Uuid;

use crate::build::named;
use crate::{Class, check_with};

/// Every table of this file.
pub(crate) const ALL: &[fn()] = &[
    a_link_without_its_version_or_its_end_says_so,
    characters_that_no_link_has_are_named_with_their_place,
    what_was_changed_on_the_way_is_not_taken_for_a_scenario,
    what_is_packed_but_no_scenario_is_refused_as_a_file_is,
    a_text_that_is_no_step_is_named,
];

fn message(text: &[u8]) -> String {
    decode(std::str::from_utf8(text).unwrap()).expect_err("this must be refused").to_string()
}

fn check<Input: AsRef<[u8]>, Expected: AsRef<str>>(class: Class, cases: &[(&str, Input, Expected)]) {
    check_with(class, "a link", message, cases);
}

/// The text of a link that holds these bytes.
pub(crate) fn packed(content: &[u8]) -> String {
    let mut bytes = compress_to_vec(content, 10);
    bytes.extend(&Uuid::new_v5(&Uuid::NAMESPACE_OID, content).into_bytes()[..4]);
    format!("2.{}", URL_SAFE_NO_PAD.encode(bytes))
}

/// The text of a link of version 1 that holds these bytes.
pub(crate) fn packed_plainly(content: &[u8]) -> String {
    format!("1.{}", URL_SAFE_NO_PAD.encode(compress_to_vec(content, 10)))
}

/// Asserts how a link is refused that holds these bytes, in both versions.
pub(crate) fn check_packed<Expected: AsRef<str>>(class: Class, cases: &[(&str, Vec<u8>, Expected)]) {
    check_with(class, "packed in a link", |content| message(packed(content).as_bytes()), cases);
    check_with(class, "packed in a link of version 1", |content| message(packed_plainly(content).as_bytes()), cases);
}

fn good() -> String {
    encode(&presets::first().unwrap().workspace)
}

const BREAKS_OFF: &str = "the link breaks off: its end is missing, as when a mail has cut a long address";
const DAMAGED: &str = "the link is damaged: a character of it is missing or was changed on its way";
const NO_VERSION: &str = "the link does not begin with its version, such as `2.`; a part of it may be missing";

#[test]
fn a_link_without_its_version_or_its_end_says_so() {
    let good = good();
    let rest = good.strip_prefix("2.").unwrap();
    check(
        Class::Structure,
        &[
            ("nothing", String::new(), "the link holds nothing"),
            ("a version alone", "2".to_owned(), NO_VERSION),
            ("a version and its point", "2.".to_owned(), BREAKS_OFF),
            ("version 1 and its point", "1.".to_owned(), BREAKS_OFF),
            ("no version", rest.to_owned(), NO_VERSION),
            ("a point alone", ".".to_owned(), NO_VERSION),
            ("a blank", " ".to_owned(), NO_VERSION),
            ("words", "hello".to_owned(), NO_VERSION),
            ("a word for a version", format!("v2.{rest}"), NO_VERSION),
            ("a negative version", format!("-2.{rest}"), NO_VERSION),
            ("version 0", format!("0.{rest}"), NO_VERSION),
            ("a version beyond all numbers", format!("99999999999999999999999.{rest}"), NO_VERSION),
            ("half of it", good.get(..good.len() / 2).unwrap().to_owned(), BREAKS_OFF),
            ("its last character missing", good.get(..good.len() - 1).unwrap().to_owned(), BREAKS_OFF),
            ("its checksum missing", good.get(..good.len() - 6).unwrap().to_owned(), BREAKS_OFF),
        ],
    );
}

#[test]
fn characters_that_no_link_has_are_named_with_their_place() {
    let good = good();
    let after = good.len() + 1;
    let stray =
        |character: &str, at: usize| format!("the link is damaged: `{character}` at character {at} does not belong there");
    let with = |begin: &str| good.replacen('.', begin, 1);
    check(
        Class::Encoding,
        &[
            ("a full stop of the sentence around it", format!("{good}."), stray(".", after)),
            ("a bracket around it", format!("{good})"), stray(")", after)),
            ("padding", format!("{good}=="), stray("=", after)),
            ("a line break", format!("{good}\n"), stray("\u{FFFD}", after)),
            ("the other alphabet", with(".+"), stray("+", 3)),
            ("a slash", with("./"), stray("/", 3)),
            ("a blank", with(".a "), stray(" ", 4)),
            ("percent signs", with(".%20"), stray("%", 3)),
            ("a letter with an accent", with(".é"), stray("é", 3)),
            ("a zero", with(".\0"), stray("\u{FFFD}", 3)),
            ("a mark of direction", with(".\u{202E}"), stray("\u{FFFD}", 3)),
            ("a mark of no width", with(".\u{FEFF}"), stray("\u{FFFD}", 3)),
            ("a wide letter", with(".Ａ"), stray("Ａ", 3)),
        ],
    );
}

#[test]
fn what_was_changed_on_the_way_is_not_taken_for_a_scenario() {
    // Always the same link, because what is said depends on where the unpacking stops.
    let good = include_str!("../../../tests/documents/link-2.txt").trim_end();
    let rest = good.strip_prefix("2.").unwrap();
    let with_bytes = |change: fn(&mut Vec<u8>)| {
        let mut bytes = URL_SAFE_NO_PAD.decode(rest).unwrap();
        change(&mut bytes);
        format!("2.{}", URL_SAFE_NO_PAD.encode(bytes))
    };
    check(
        Class::Structure,
        &[
            ("in capitals", good.to_uppercase(), DAMAGED),
            (
                "the packing of version 1 as version 2",
                packed_plainly(named("\"w\"").as_bytes()).replacen("1.", "2.", 1),
                BREAKS_OFF,
            ),
            ("the packing of version 2 as version 1", good.replacen("2.", "1.", 1), DAMAGED),
            ("a wrong checksum", with_bytes(|bytes| *bytes.last_mut().unwrap() ^= 1), DAMAGED),
            ("more behind it", with_bytes(|bytes| bytes.push(0)), DAMAGED),
            ("twice", with_bytes(|bytes| bytes.extend(bytes.clone())), DAMAGED),
            ("its first bytes missing", with_bytes(|bytes| drop(bytes.drain(..2))), DAMAGED),
            ("a bit in its middle", with_bytes(|bytes| *bytes.get_mut(100).unwrap() ^= 16), DAMAGED),
            ("zeros", format!("2.{}", "A".repeat(400)), DAMAGED),
        ],
    );
}

#[test]
fn what_is_packed_but_no_scenario_is_refused_as_a_file_is() {
    let two = |name: &str| named("\"w\"").replace(r#""name": "w""#, &format!(r#""name": "w", {name}"#)).into_bytes();
    check_packed(
        Class::Structure,
        &[
            ("nothing", Vec::new(), "there is no text".to_owned()),
            ("blanks", b"  \n".to_vec(), "there is no text".to_owned()),
            ("a word", b"hello".to_vec(), "the text is not valid JSON: a value is expected at line 1 column 1".to_owned()),
            (
                "an object of nothing",
                b"{}".to_vec(),
                "`format` is missing; a document starts with `{\"format\": 3, \"workspaces\": [ … ]}`".to_owned(),
            ),
            (
                "no scenario",
                br#"{"format":2,"workspaces":[]}"#.to_vec(),
                "`workspaces`: the list is empty; a document has at least one workspace".to_owned(),
            ),
            (
                "an unknown property",
                two(r#""colour": "red""#),
                "`workspaces[0].colour`: this property is not known; known here: `name`, `note`, `design`, `secondDesign`, `guests` or `expectations`".to_owned(),
            ),
            (
                "a property twice",
                two(r#""name": "v""#),
                "the text is not valid JSON: the property `name` is written twice in one object at line 1 column 161".to_owned(),
            ),
            (
                "two scenarios",
                named("\"w\"")
                    .replace("}]}", &format!("}}, {}]}}", named("\"v\"").split_once('[').unwrap().1.trim_end_matches("]}")))
                    .into_bytes(),
                "the link holds 2 scenarios; a link has one".to_owned(),
            ),
            (
                "a page",
                b"<!DOCTYPE html><p>".to_vec(),
                "this looks like an HTML page, not JSON; save the JSON itself, not the page that shows it".to_owned(),
            ),
        ],
    );
}

#[test]
fn a_text_that_is_no_step_is_named() {
    let step = |text: &[u8]| read_step(std::str::from_utf8(text).unwrap()).expect_err("this must be refused").to_string();
    let no_step = |text: &str| format!("`{text}` is no step; a step is written as guest, part and step, such as `1.2.5`");
    let same = [
        "",
        "1",
        "1.2",
        "0.1.1",
        "1.0.1",
        "1.2.0",
        "1.2.5.1",
        "1.-2.5",
        "a.b.c",
        "1,2,5",
        "1.2.99999999999999999999999",
        "1 .2.5",
    ];
    let mut cases: Vec<(&str, String, String)> = same.iter().map(|text| (*text, (*text).to_owned(), no_step(text))).collect();
    cases.push(("a huge one", "9".repeat(1_000_000), no_step(&format!("{}…", "9".repeat(80)))));
    cases.push(("a mark of direction", "1.\u{202E}2.5".to_owned(), no_step("1.\u{FFFD}2.5")));
    cases.push(("a zero", "1.2.5\0".to_owned(), no_step("1.2.5\u{FFFD}")));
    check_with(Class::Ranges, "a step", step, &cases);
}
