//! Cells of a table that a spreadsheet shows and does not calculate.
//!
//! A spreadsheet takes a cell for a formula that begins with one of a few characters; names and addresses are the user's own text.

use std::borrow::Cow;

/// The text with an apostrophe before it where a spreadsheet would calculate it.
pub(crate) fn guarded(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::guarded;

    #[test]
    fn what_a_spreadsheet_would_calculate_gets_an_apostrophe() {
        for text in ["=1+1", "+49", "-2", "@SUM(A1)", "\t=1", "\r=1"] {
            assert_eq!(guarded(text), format!("'{text}"));
        }
        for text in ["", "Nina", "nina@adatum.example", "1-2", " =1"] {
            assert_eq!(guarded(text), text);
        }
    }
}
