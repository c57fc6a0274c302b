//! Bytes that are not the text they should be: other encodings, damaged UTF-8, half characters, marks where no text may stand.

use crate::build::{check, named};
use crate::links;
use crate::{Class, graph};

const V1: &str = include_str!("../../../tests/documents/v1.json");

/// Every table of this file.
pub(crate) const ALL: &[fn()] = &[
    other_encodings_and_other_files_are_named,
    damaged_utf_8_is_named_with_its_byte,
    half_a_character_and_control_characters_are_named_with_their_place,
    marks_that_are_not_seen_are_no_blanks,
    a_link_is_read_as_strictly_as_a_file,
    a_pasted_answer_is_read_as_strictly_as_a_file,
];

#[test]
fn other_encodings_and_other_files_are_named() {
    let little: Vec<u8> = V1.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = V1.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let with = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
    let wide = |bytes: fn(u32) -> [u8; 4]| V1.chars().flat_map(|c| bytes(u32::from(c))).collect::<Vec<u8>>();
    let utf_16 = "the text is in UTF-16; save it as UTF-8 and try again";
    let utf_32 = "the text is in UTF-32; save it as UTF-8 and try again";
    let other = |what: &str| format!("this looks like {what}, not JSON; choose a file that holds JSON text");
    let cases: Vec<(&str, Vec<u8>, String)> = vec![
        ("UTF-16 with a mark", with(b"\xFF\xFE", &little), utf_16.to_owned()),
        ("UTF-16 without a mark", little.clone(), utf_16.to_owned()),
        ("UTF-16, big end first, with a mark", with(b"\xFE\xFF", &big), utf_16.to_owned()),
        ("UTF-16, big end first, without a mark", big, utf_16.to_owned()),
        ("UTF-32, little end first", wide(u32::to_le_bytes), utf_32.to_owned()),
        ("UTF-32, big end first", wide(u32::to_be_bytes), utf_32.to_owned()),
        ("UTF-32 with a mark", with(b"\xFF\xFE\0\0", &wide(u32::to_le_bytes)), utf_32.to_owned()),
        ("nothing but zeros", vec![0; 64], other("a file of zeros")),
        ("ZIP", b"PK\x03\x04....".to_vec(), other("a ZIP archive or an Office file")),
        ("an empty ZIP", b"PK\x05\x06....".to_vec(), other("a ZIP archive or an Office file")),
        ("gzip", b"\x1F\x8B\x08..".to_vec(), other("a gzip archive")),
        ("PDF", b"%PDF-1.7".to_vec(), other("a PDF file")),
        ("PNG", b"\x89PNG\r\n".to_vec(), other("a picture")),
        ("JPEG", b"\xFF\xD8\xFF\xE0..JFIF".to_vec(), other("a picture")),
    ];
    check(Class::Encoding, &cases);
}

#[test]
fn damaged_utf_8_is_named_with_its_byte() {
    let at =
        |byte: usize| format!("the text is not UTF-8 (byte {byte} is not part of a character); save it as UTF-8 and try again");
    check(
        Class::Encoding,
        &[
            ("Latin-1", b"{\"name\": \"Caf\xE9\"}".to_vec(), at(14)),
            ("quotation marks of Windows-1252", b"{\x93format\x94: 1}".to_vec(), at(2)),
            ("the euro of Windows-1252", b"{\"name\": \"\x80\"}".to_vec(), at(11)),
            ("Shift JIS", b"{\"name\": \"\x83\x65\x83\x58\"}".to_vec(), at(11)),
            ("a character cut short", b"{\"name\": \"\xC3\"}".to_vec(), at(11)),
            ("a character cut short at the end", b"{\"name\": \"\xE2\x82".to_vec(), at(11)),
            ("a rest of a character", b"{\"name\": \"\xBF\"}".to_vec(), at(11)),
            ("a zero written too long", b"{\"name\": \"\xC0\x80\"}".to_vec(), at(11)),
            ("half a surrogate pair", b"{\"name\": \"\xED\xA0\x80\"}".to_vec(), at(11)),
            ("beyond the last character", b"{\"name\": \"\xF5\x80\x80\x80\"}".to_vec(), at(11)),
            ("a byte that is never one", b"{\"name\": \"\xFF\"}".to_vec(), at(11)),
        ],
    );
}

#[test]
fn half_a_character_and_control_characters_are_named_with_their_place() {
    let half = |column: usize| {
        format!(
            r"the text is not valid JSON: an escape such as `\ud83d` is half a character; its other half must follow at line 1 column {column}"
        )
    };
    let control = |line: usize, column: usize| {
        format!(
            r"the text is not valid JSON: a line break or another control character stands in a string; write it as an escape, such as `\n` at line {line} column {column}"
        )
    };
    let escape = |column: usize| {
        format!(
            r"the text is not valid JSON: `\` begins an escape that JSON does not know; write `\\` for the character itself at line 1 column {column}"
        )
    };
    let t = str::to_owned;
    check(
        Class::Encoding,
        &[
            ("a first half alone", t(r#"{"a": "\ud800"}"#), half(14)),
            ("a first half before a letter", t(r#"{"a": "\ud83dx"}"#), half(14)),
            ("a first half before another escape", t(r#"{"a": "\ud83d\n"}"#), half(15)),
            ("two first halves", t(r#"{"a": "\ud83d\ud83d"}"#), half(19)),
            ("a second half alone", t(r#"{"a": "\ude00"}"#), half(13)),
            ("an escape of three digits", t(r#"{"a": "\u12"}"#), escape(13)),
            ("an escape that is not hexadecimal", t(r#"{"a": "\uzzzz"}"#), escape(13)),
            ("the escape of another language", t(r#"{"a": "\x41"}"#), escape(9)),
            ("a path of Windows", t(r#"{"a": "C:\Users"}"#), escape(11)),
            ("a zero in a string", t("{\"a\": \"\0\"}"), control(1, 8)),
            ("a line break in a string", t("{\"a\": \"\n\"}"), control(2, 0)),
            ("a tab in a string", t("{\"a\": \"\t\"}"), control(1, 8)),
            ("a line break in a name", t("{\"a\r\n\": 1}"), control(1, 4)),
        ],
    );
}

#[test]
fn marks_that_are_not_seen_are_no_blanks() {
    let value = "the text is not valid JSON: a value is expected at line 1 column 1";
    check(
        Class::Encoding,
        &[
            ("a mark of direction before the text", "\u{202E}{}", value),
            ("a blank of no width before the text", "\u{200B}{}", value),
            ("a second byte order mark", "\u{FEFF}\u{FEFF}{}", value),
            ("a zero before the text", "\0{}  ", "the text is in UTF-16; save it as UTF-8 and try again"),
            (
                "a blank that does not break",
                "{\u{A0}\"format\": 1}",
                "the text is not valid JSON: the name of a property must stand in straight double quotation marks at line 1 column 2",
            ),
            ("a zero after the text", "{}\0", "the text is not valid JSON: there is more text after the end at line 1 column 3"),
        ],
    );
}

#[test]
fn a_link_is_read_as_strictly_as_a_file() {
    links::check_packed(
        Class::Encoding,
        &[
            (
                "not UTF-8",
                b"\xFF\xFF{}".to_vec(),
                "the text is not UTF-8 (byte 1 is not part of a character); save it as UTF-8 and try again",
            ),
            ("UTF-16", b"{\0}\0".to_vec(), "the text is in UTF-16; save it as UTF-8 and try again"),
            (
                "half a character",
                named(r#""\ud800""#).into_bytes(),
                r"the text is not valid JSON: an escape such as `\ud83d` is half a character; its other half must follow at line 1 column 46",
            ),
            (
                "a zero in a name",
                named("\"a\0b\"").into_bytes(),
                r"the text is not valid JSON: a line break or another control character stands in a string; write it as an escape, such as `\n` at line 1 column 41",
            ),
        ],
    );
}

#[test]
fn a_pasted_answer_is_read_as_strictly_as_a_file() {
    graph::check(
        Class::Encoding,
        &[
            ("UTF-16", b"{\0\"\0".to_vec(), "the text is in UTF-16; save it as UTF-8 and try again"),
            (
                "not UTF-8",
                b"{\"displayName\": \"M\xFCnchen\"}".to_vec(),
                "the text is not UTF-8 (byte 19 is not part of a character); save it as UTF-8 and try again",
            ),
            (
                "half a character",
                br#"{"displayName": "\udfff"}"#.to_vec(),
                r"the text is not valid JSON: an escape such as `\ud83d` is half a character; its other half must follow at line 1 column 23",
            ),
        ],
    );
}
