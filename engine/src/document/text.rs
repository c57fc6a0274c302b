//! From the bytes of a file to text: size, encoding, and what is plainly another kind of file.
//!
//! Knows nothing about what the text says, beyond recognising what is not JSON.

use super::caps::LARGEST_FILE;

/// Why bytes could not be read as JSON.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Nothing but blanks.
    #[error("there is no text")]
    Empty,
    /// More bytes than are read.
    #[error("the text has {0} bytes; at most {most} (8 MiB) are read", most = LARGEST_FILE)]
    TooLarge(usize),
    /// Two or four bytes a character.
    #[error("the text is in {0}; save it as UTF-8 and try again")]
    OtherEncoding(&'static str),
    /// Not UTF-8, at this byte, counted from 1.
    #[error("the text is not UTF-8 (byte {0} is not part of a character); save it as UTF-8 and try again")]
    NotUtf8(usize),
    /// Another kind of file, and what to do instead.
    #[error("this looks like {what}, not JSON; {advice}")]
    OtherKind {
        /// What it looks like.
        what: &'static str,
        /// What to do instead.
        advice: &'static str,
    },
    /// Objects and lists in one another beyond any document.
    #[error("the text is nested too deeply at line {line} column {column}")]
    TooDeep {
        /// Counted from 1.
        line: usize,
        /// Counted from 1, in bytes.
        column: usize,
    },
    /// The text ends before the JSON does.
    #[error("the text breaks off at line {line} column {column}; a part of the JSON is missing")]
    BreaksOff {
        /// Counted from 1.
        line: usize,
        /// Counted from 1, in bytes.
        column: usize,
    },
    /// Not JSON.
    #[error("the text is not valid JSON: {problem} at line {line} column {column}")]
    NotJson {
        /// What is wrong there.
        problem: String,
        /// Counted from 1.
        line: usize,
        /// Counted from 1, in bytes.
        column: usize,
    },
}

/// The text of a file, without a byte order mark.
pub(crate) fn decode(bytes: &[u8]) -> Result<&str, TextError> {
    if bytes.len() > LARGEST_FILE {
        return Err(TextError::TooLarge(bytes.len()));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if let Some(error) = binary(bytes) {
        return Err(error);
    }
    if let Some(encoding) = wide_encoding(bytes) {
        return Err(TextError::OtherEncoding(encoding));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| TextError::NotUtf8(error.valid_up_to() + 1))?;
    if text.trim().is_empty() { Err(TextError::Empty) } else { Ok(text) }
}

/// UTF-16 and UTF-32, by their byte order marks or by the zero byte beside the first character.
fn wide_encoding(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] | [_, 0, 0, 0, ..] | [0, 0, 0, _, ..] => Some("UTF-32"),
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [1..=255, 0, ..] | [0, 1..=255, ..] => Some("UTF-16"),
        _ => None,
    }
}

fn binary(bytes: &[u8]) -> Option<TextError> {
    let what = match bytes {
        [b'P', b'K', 3 | 5, 4 | 6, ..] => "a ZIP archive or an Office file",
        [0x1F, 0x8B, ..] => "a gzip archive",
        [b'%', b'P', b'D', b'F', ..] => "a PDF file",
        [0x89, b'P', b'N', b'G', ..] | [0xFF, 0xD8, 0xFF, ..] => "a picture",
        [0, 0, 0, 0, ..] => "a file of zeros",
        _ => return None,
    };
    Some(TextError::OtherKind { what, advice: "choose a file that holds JSON text" })
}

/// What a text that is no JSON looks like, where that is plain.
pub(crate) fn other_kind(text: &str) -> Option<TextError> {
    let text = text.trim_start();
    let first_line = text.lines().next().unwrap_or_default().trim();
    let lower = first_line.to_lowercase();
    let (what, advice) = if let Some(export) = export(text, first_line) {
        export
    } else if lower.starts_with("<!doctype html") || lower.starts_with("<html") {
        ("an HTML page", "save the JSON itself, not the page that shows it")
    } else if text.starts_with('<') {
        ("XML, such as federation metadata", "paste the federation as Microsoft Graph returns it")
    } else if text.starts_with("```") || text.starts_with("~~~") {
        ("Markdown", "paste only what stands between the fences")
    } else if ["get ", "patch ", "post ", "put ", "http/"].iter().any(|verb| lower.starts_with(verb)) {
        ("a whole HTTP message", "paste only its body, from the first `{` on")
    } else if is_powershell(text, first_line) {
        ("PowerShell", "paste the JSON that `Invoke-MgGraphRequest -OutputType Json` prints")
    } else if is_table(first_line) {
        ("a table (CSV)", "paste JSON as Microsoft Graph returns it")
    } else if text.starts_with("//") || text.starts_with("/*") || text.starts_with('#') {
        ("a text with comments", "remove the comments")
    } else if text.contains(['\u{201C}', '\u{201D}']) && !text.contains('"') {
        ("JSON with curly quotation marks", "replace them by straight ones (`\"`)")
    } else {
        return None;
    };
    Some(TextError::OtherKind { what, advice })
}

/// What this program writes for others to read, and the tables that the admin center writes alike: none of it is read back here.
fn export(text: &str, first_line: &str) -> Option<(&'static str, &'static str)> {
    const SCENARIO: &str = "it is there to be looked at; import the scenario itself, a file that ends in `.redemption.json`";
    let has = |columns: &[&str]| {
        let mut found = first_line.split([',', ';', '\t']).map(|column| column.trim_matches(['"', '\u{feff}', ' ']));
        columns.iter().all(|column| found.clone().any(|name| name == *column)) && found.any(|name| name.starts_with("Date"))
    };
    let lines = || text.lines().take(20).map(str::trim);
    if has(&["Service", "Category", "Activity"]) {
        Some(("audit logs as a table (CSV)", "open them under *Troubleshoot*, which reads logs"))
    } else if has(&["User", "Status", "Application"]) {
        Some(("sign-in logs as a table (CSV)", "open them under *Troubleshoot*, which reads logs"))
    } else if ["flowchart", "sequenceDiagram"].iter().any(|word| first_line.split(' ').next() == Some(word)) {
        Some(("a diagram for Mermaid", SCENARIO))
    } else if text.starts_with("<svg") {
        Some(("a picture (SVG)", SCENARIO))
    } else if lines().any(|line| line.starts_with("#Requires")) {
        Some(("a script for PowerShell (.ps1)", "run it in PowerShell and import the JSON that it gives"))
    } else if text.starts_with("# ") && lines().any(|line| line.starts_with("## ") || line.starts_with("- Rules of: ")) {
        Some(("a report (Markdown)", SCENARIO))
    } else {
        None
    }
}

/// A command, a script, or an object printed as `Name : value` lines.
fn is_powershell(text: &str, first_line: &str) -> bool {
    let command = first_line.strip_prefix("PS ").and_then(|rest| rest.split_once("> ")).map_or(first_line, |(_, rest)| rest);
    let verb = |word: &str| {
        word.split_once('-').is_some_and(|(verb, noun)| {
            ["get", "set", "new", "update", "remove", "connect", "invoke", "import", "install"]
                .contains(&verb.to_lowercase().as_str())
                && noun.starts_with(|c: char| c.is_ascii_alphabetic())
        })
    };
    let assigns = command.starts_with('$') && command.contains('=');
    let table_of_properties = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .take(2)
        .all(|line| line.split_once(" :").is_some_and(|(name, _)| name.trim().chars().all(|c| c.is_ascii_alphanumeric())));
    command.starts_with("@{") || assigns || table_of_properties || command.split_whitespace().next().is_some_and(verb)
}

/// A first line of at least two columns, none of which opens JSON.
fn is_table(first_line: &str) -> bool {
    let columns = |separator: char| first_line.split(separator).filter(|column| !column.trim().is_empty()).count();
    !first_line.contains(['{', '}', '[', ']', ':']) && [',', ';', '\t'].into_iter().any(|separator| columns(separator) >= 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_is_dropped() {
        assert_eq!(decode(b"\xEF\xBB\xBF{}"), Ok("{}"));
    }

    #[test]
    fn utf_16_and_utf_32_are_named_with_and_without_a_mark() {
        assert_eq!(decode(b"\xFF\xFE{\0}\0"), Err(TextError::OtherEncoding("UTF-16")));
        assert_eq!(decode(b"\xFE\xFF\0{\0}"), Err(TextError::OtherEncoding("UTF-16")));
        assert_eq!(decode(b"{\0}\0"), Err(TextError::OtherEncoding("UTF-16")));
        assert_eq!(decode(b"\0{\0}"), Err(TextError::OtherEncoding("UTF-16")));
        assert_eq!(decode(b"\xFF\xFE\0\0{\0\0\0"), Err(TextError::OtherEncoding("UTF-32")));
        assert_eq!(decode(b"{\0\0\0"), Err(TextError::OtherEncoding("UTF-32")));
    }

    #[test]
    fn json_is_no_other_kind() {
        for text in ["{\"a\": 1}", "[1, 2]", "{", "{\"a\": \"x,y\",", "[1,", "\"a\", \"b\": 1"] {
            assert_eq!(other_kind(text), None, "{text}");
        }
    }
}
