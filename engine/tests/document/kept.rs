//! The file format: the frozen documents open and mean the same, what is printed is read back, and no bytes make reading panic.
//!
//! That the newest of them holds everything is shown in `complete.rs`; what is refused is in `refused.rs` and `refused_values.rs`.

use proptest::prelude::*;
use redemption_engine::design::Design;
use redemption_engine::document::{RULE_SET, TextError, caps, parse, print};

use crate::any::any_workspace;
use crate::frozen::{V1, V2, V3, frozen, guest, workspace};
use crate::frozen_v2::frozen_v2;
use crate::frozen_v3::frozen_v3;

#[test]
fn the_frozen_document_of_format_1_opens_and_means_the_same() {
    let read = parse(V1.as_bytes()).unwrap();
    for (read, meant) in read.iter().zip(frozen()) {
        assert_eq!(*read, meant);
    }
    assert_eq!(read.len(), 4);
}

#[test]
fn the_frozen_document_of_format_2_opens_and_means_the_same() {
    let read = parse(V2.as_bytes()).unwrap();
    for (read, meant) in read.iter().zip(frozen_v2()) {
        assert_eq!(*read, meant);
    }
    assert_eq!(read.len(), 4);
}

#[test]
fn the_frozen_document_of_format_3_opens_and_means_the_same() {
    let read = parse(V3.as_bytes()).unwrap();
    for (read, meant) in read.iter().zip(frozen_v3()) {
        assert_eq!(*read, meant);
    }
    assert_eq!(read.len(), 4);
}

fn with_todays_rules(text: &str) -> String {
    text.replace("\"rules\": \"2026-11\"", &format!("\"rules\": \"{RULE_SET}\""))
}

#[test]
fn format_3_is_still_written_as_the_frozen_document_is() {
    assert_eq!(print(&frozen_v3()), with_todays_rules(V3));
}

#[test]
fn what_older_formats_held_is_written_in_the_same_words_in_format_3() {
    assert_eq!(print(&frozen()), with_todays_rules(&V1.replace("\"format\": 1", "\"format\": 3")));
    assert_eq!(print(&frozen_v2()), with_todays_rules(&V2.replace("\"format\": 2", "\"format\": 3")));
}

#[test]
fn all_formats_are_read_alike() {
    for (text, format) in [(V1, 1), (V2, 2), (V3, 3)] {
        for other in [1, 2, 3].into_iter().filter(|other| *other != format) {
            let other = text.replace(&format!("\"format\": {format}"), &format!("\"format\": {other}"));
            assert_ne!(other, text);
            assert_eq!(parse(other.as_bytes()), parse(text.as_bytes()));
        }
    }
}

#[test]
fn ten_thousand_guests_fit_into_one_file() {
    let guests = (0..10_000).map(|n| guest(&format!("Guest {n}"), &format!("guest.{n}@adatum.example"))).collect();
    let crowd = vec![workspace("Crowd", Design::default(), guests)];
    assert_eq!(parse(print(&crowd).as_bytes()).unwrap(), crowd);
}

/// Of how many bytes of the longer document one is tried; the shorter one is tried at each.
const STEP: usize = 13;

#[test]
fn a_frozen_document_cut_off_anywhere_is_an_error() {
    for (text, step) in [(V1, 1), (V3, STEP)] {
        let whole = text.trim_end().len();
        for end in (0..whole).step_by(step).filter(|end| text.is_char_boundary(*end)) {
            let error = parse(&text.as_bytes()[..end]).expect_err(&format!("cut off at byte {end}"));
            assert!(error.to_string().contains("line") || error.to_string() == "there is no text", "byte {end}: {error}");
        }
        assert_eq!(parse(&text.as_bytes()[..whole]), parse(text.as_bytes()));
    }
}

#[test]
fn a_frozen_document_with_any_one_byte_changed_never_panics() {
    for (text, step) in [(V1, 1), (V3, STEP)] {
        let mut read = 0;
        for at in (0..text.len()).step_by(step) {
            for byte in [b'"', b'9', 0xFF] {
                let mut bytes = text.as_bytes().to_vec();
                bytes[at] = byte;
                read += usize::from(parse(&bytes).is_ok());
            }
        }
        assert!(read > 0, "a changed letter of a name leaves a document");
    }
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_do_no_harm() {
    for (text, meant) in [(V1, frozen()), (V2, frozen_v2()), (V3, frozen_v3())] {
        let windows = format!("\u{FEFF}{}", text.replace('\n', "\r\n"));
        assert_eq!(parse(windows.as_bytes()).unwrap(), meant);
    }
}

#[test]
fn the_property_rules_is_for_the_reader_and_may_be_absent_or_old() {
    let absent = V2.replace("  \"rules\": \"2026-11\",\n", "");
    let old = V2.replace("2026-11", "2025-01");
    assert_ne!(absent, V2);
    assert_ne!(old, V2);
    assert_eq!(parse(absent.as_bytes()).unwrap(), frozen_v2());
    assert_eq!(parse(old.as_bytes()).unwrap(), frozen_v2());
}

#[test]
fn what_may_be_left_out_takes_the_value_of_a_new_tenant() {
    let text = r#"{"format": 2, "workspaces": [{"name": "", "design": {"resourceTenant":
        {"displayName": "Woodgrove", "initialDomain": "WOODGROVE.onmicrosoft.com "}},
        "guests": [{"displayName": "Nina", "invitedEmail": "Nina@Adatum.example"}]}]}"#;
    let meant = workspace("", Design::default(), vec![guest("Nina", "nina@adatum.example")]);
    assert_eq!(parse(text.as_bytes()).unwrap(), vec![meant]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_printed_is_read_back(workspaces in prop::collection::vec(any_workspace(), 1..4)) {
        let text = print(&workspaces);
        prop_assert_eq!(text.lines().last(), Some("}"));
        prop_assert_eq!(parse(text.as_bytes()).unwrap(), workspaces);
    }

    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(parse(&bytes).is_err());
    }

    #[test]
    fn arbitrary_json_like_text_never_panics(text in "[\\[\\]{}\",:0-9a-e \\\\.-]{0,80}") {
        prop_assert!(parse(text.as_bytes()).is_err());
    }
}

#[test]
fn the_largest_file_is_the_last_that_is_read() {
    let padding = caps::LARGEST_FILE - V1.len();
    let largest = format!("{V1}{}", " ".repeat(padding));
    assert_eq!(parse(largest.as_bytes()).unwrap(), frozen());
    let error = parse(format!("{largest} ").as_bytes()).unwrap_err();
    assert_eq!(error, TextError::TooLarge(caps::LARGEST_FILE + 1).into());
}
