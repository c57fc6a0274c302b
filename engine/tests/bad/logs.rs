//! What is pasted into *Troubleshoot* and holds no evidence.

use redemption_engine::diagnosis::evidence;

use crate::{Class, check_with};

/// Every table of this file.
pub(crate) const ALL: &[fn()] = &[what_holds_no_evidence_says_what_to_paste];

#[test]
fn what_holds_no_evidence_says_what_to_paste() {
    let message = |bytes: &[u8]| evidence::read(bytes).expect_err("this must be refused").to_string();
    let nothing = "there is no error code, no log entry and no known message in this text; paste a code such as `AADSTS50020`";
    let other = |what: &str| format!("this looks like {what}; paste a message, or choose a log as JSON or CSV");
    let json =
        |found: &str| format!("this JSON is neither a sign-in nor an audit entry ({found}), and no error code stands in it");
    let b = |text: &str| text.as_bytes().to_vec();
    check_with(
        Class::Structure,
        "evidence",
        message,
        &[
            ("nothing", b(""), "there is no text".to_owned()),
            ("words", b("It does not work."), nothing.to_owned()),
            ("a formula", b("=cmd|' /c calc'!A1"), nothing.to_owned()),
            ("an object of nothing", b("{}"), json("an object")),
            ("another object", b(r#"{"displayName": "Nina"}"#), json("an object with `displayName`")),
            ("a log of nothing", b(r#"{"value": []}"#), "the log has no entries".to_owned()),
            ("a table of nothing", b("Date,Sign-in error code,Username\n"), "the log has no entries".to_owned()),
            ("a ZIP", b("PK\u{3}\u{4}"), other("a ZIP archive or an Office file")),
            ("a picture", vec![0x89, b'P', b'N', b'G'], other("a picture")),
            ("UTF-16", "A\0B\0".as_bytes().to_vec(), "the text is in UTF-16; save it as UTF-8 and try again".to_owned()),
            (
                "not UTF-8",
                vec![b'a', 0xFF],
                "the text is not UTF-8 (byte 2 is not part of a character); save it as UTF-8 and try again".to_owned(),
            ),
            (
                "a code as a flag",
                b(r#"{"status": {"errorCode": true}}"#),
                "`status.errorCode`: expected a number, found `true`".to_owned(),
            ),
            ("10,000 levels", b(&"[".repeat(10_000)), "the text is nested too deeply at line 1 column 128".to_owned()),
            (
                "too many rows",
                b(&format!("Sign-in error code,Username\n{}", "0,nina@adatum.example\n".repeat(10_001))),
                "the table has more than 10000 rows; filter the log and export it again".to_owned(),
            ),
        ],
    );
}
