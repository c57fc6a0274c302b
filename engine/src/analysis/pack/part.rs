//! The parts of a document that is handed round, and the same as Markdown.
//!
//! A part holds text as it is; what Markdown would read as markup is escaped only here.

use std::fmt::Write as _;

use crate::markdown::escaped;

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// What the document is called.
    Title {
        /// The title.
        text: String,
    },
    /// Begins a section.
    Heading {
        /// The heading.
        text: String,
    },
    /// Begins what follows the document proper, on a page of its own.
    Appendix {
        /// The heading.
        text: String,
    },
    /// Begins a part of a section.
    Subheading {
        /// The heading.
        text: String,
    },
    /// A paragraph.
    Text {
        /// The words.
        text: String,
    },
    /// Points in no order.
    Points {
        /// The points.
        points: Vec<String>,
    },
    /// Steps, the first one first.
    Steps {
        /// The steps.
        steps: Vec<String>,
    },
    /// A table.
    Table {
        /// The heads of the columns.
        head: Vec<String>,
        /// The rows.
        rows: Vec<Vec<String>>,
    },
    /// Something for a machine.
    Code {
        /// The language it is written in.
        language: String,
        /// The text.
        text: String,
    },
}

/// A document as Markdown.
pub fn markdown(parts: &[Part]) -> String {
    let mut text = String::new();
    for (position, part) in parts.iter().enumerate() {
        if position > 0 {
            text.push('\n');
        }
        // Writing to memory does not fail.
        write(&mut text, part).ok();
    }
    text
}

fn write(text: &mut String, part: &Part) -> std::fmt::Result {
    match part {
        Part::Title { text: title } => writeln!(text, "# {}", escaped(title)),
        Part::Heading { text: heading } => writeln!(text, "## {}", escaped(heading)),
        Part::Appendix { text: heading } => writeln!(text, "---\n\n# {}", escaped(heading)),
        Part::Subheading { text: heading } => writeln!(text, "### {}", escaped(heading)),
        Part::Text { text: words } => writeln!(text, "{}", escaped(words)),
        Part::Points { points } => points.iter().try_for_each(|point| writeln!(text, "- {}", escaped(point))),
        Part::Steps { steps } => {
            steps.iter().enumerate().try_for_each(|(number, step)| writeln!(text, "{}. {}", number + 1, escaped(step)))
        }
        Part::Table { head, rows } => {
            row(text, head)?;
            writeln!(text, "|{}", "---|".repeat(head.len()))?;
            rows.iter().try_for_each(|cells| row(text, cells))
        }
        Part::Code { language, text: code } => writeln!(text, "```{language}\n{}\n```", code.trim_end()),
    }
}

fn row(text: &mut String, cells: &[String]) -> std::fmt::Result {
    text.push('|');
    cells.iter().try_for_each(|cell| write!(text, " {} |", escaped(cell)))?;
    text.push('\n');
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_is_a_block_of_its_own_and_names_are_no_markup() {
        let text = |text: &str| text.to_owned();
        let parts = [
            Part::Title { text: text("Pack | 2027") },
            Part::Heading { text: text("Settings") },
            Part::Text { text: text("Nothing.") },
            Part::Points { points: vec![text("one"), text("two")] },
            Part::Steps { steps: vec![text("first"), text("second")] },
            Part::Table { head: vec![text("What"), text("Kinds")], rows: vec![vec![text("Same"), text("3")]] },
            Part::Appendix { text: text("More") },
            Part::Code { language: text("http"), text: text("GET /\n") },
        ];
        let expected = "# Pack \\| 2027\n\n## Settings\n\nNothing.\n\n- one\n- two\n\n1. first\n2. second\n\n\
                        | What | Kinds |\n|---|---|\n| Same | 3 |\n\n---\n\n# More\n\n```http\nGET /\n```\n";
        assert_eq!(markdown(&parts), expected);
    }
}
