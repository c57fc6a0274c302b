//! Foreign words within a text for Mermaid: what Mermaid would read as its own is written by the codes that it gives for it.
//!
//! The diagrams are in `chart/mermaid.rs` and `sequence/mermaid.rs`.

/// A text that stays within its label and its line.
pub(crate) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '#' => escaped.push_str("#35;"),
            ';' => escaped.push_str("#59;"),
            '<' => escaped.push_str("#lt;"),
            '>' => escaped.push_str("#gt;"),
            '&' => escaped.push_str("#amp;"),
            '"' => escaped.push_str("#quot;"),
            // Within `[ ]` and `| |` these would end a label; `%%` begins a comment or a directive, a backslash a line break, and a
            // backtick formatted text.
            '[' => escaped.push_str("#91;"),
            ']' => escaped.push_str("#93;"),
            '|' => escaped.push_str("#124;"),
            '%' => escaped.push_str("#37;"),
            '\\' => escaped.push_str("#92;"),
            '`' => escaped.push_str("#96;"),
            letter if letter.is_control() => escaped.push(' '),
            letter => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn what_mermaid_reads_as_its_own_is_written_by_its_code() {
        assert_eq!(
            escaped("Ravi; #1\nend <b> \"x\" & [y] | %%{z}%% \\n `w`"),
            concat!("Ravi#59; #35;1 end #lt;b#gt; #quot;x#quot; #amp; #91;y#93; #124; ", "#37;#37;{z}#37;#37; #92;n #96;w#96;")
        );
        assert_eq!(escaped("Nina (Adatum): 100 – done?"), "Nina (Adatum): 100 – done?");
    }
}
