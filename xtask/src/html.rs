//! Finds the tags of the one page that trunk writes, with their attributes and
//! the text of its scripts.
//!
//! Enough of HTML for a well-formed page of our own; not a parser for anybody
//! else's: no entities, no repair, no tree.

/// A start tag.
pub(crate) struct Tag<'a> {
    /// In lower case.
    pub(crate) name: String,
    /// Names in lower case, values as written.
    pub(crate) attributes: Vec<(String, &'a str)>,
    /// Where the tag stands in the page, from `<` to just after `>`.
    pub(crate) span: std::ops::Range<usize>,
    /// For a script or a style element, what is in it.
    pub(crate) text: &'a str,
}

impl Tag<'_> {
    /// The value of an attribute, empty if it has none, if the tag has it.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(attribute, _)| attribute == name).map(|(_, value)| *value)
    }
}

/// The start tags of a page, in order.
pub(crate) fn tags(html: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(next) = html[at..].find('<') {
        let start = at + next;
        let rest = &html[start..];
        if rest.starts_with("<!--") {
            at = start + end_of(rest, "-->");
        } else if rest[1..].starts_with(|first: char| first.is_ascii_alphabetic()) {
            let (name, attributes, length) = start_tag(rest);
            let end = start + length;
            let raw = matches!(name.as_str(), "script" | "style");
            let text = if raw { &html[end..end_of_element(html, end, &name)] } else { "" };
            at = end + text.len();
            tags.push(Tag { name, attributes, span: start..end, text });
        } else {
            at = start + end_of(rest, ">");
        }
    }
    tags
}

/// Just after the first `mark`, or the end of the text.
fn end_of(text: &str, mark: &str) -> usize {
    text.find(mark).map_or(text.len(), |at| at + mark.len())
}

/// Where `</name` begins, in any case of letters, or the end of the page.
fn end_of_element(html: &str, from: usize, name: &str) -> usize {
    // Lower case in ASCII only: every position stays what it was.
    let lower = html[from..].to_ascii_lowercase();
    lower.find(&format!("</{name}")).map_or(html.len(), |at| from + at)
}

/// The name, the attributes and the length of the start tag that `text` begins with.
fn start_tag(text: &str) -> (String, Vec<(String, &str)>, usize) {
    let name_end = text.find(|c: char| c.is_ascii_whitespace() || c == '>' || c == '/').unwrap_or(text.len());
    let name = text[1..name_end].to_ascii_lowercase();
    let mut attributes = Vec::new();
    let mut rest = &text[name_end..];
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if rest.is_empty() || rest.starts_with('>') {
            break;
        }
        let (attribute, after) = attribute(rest);
        attributes.push(attribute);
        rest = after;
    }
    let length = text.len() - rest.strip_prefix('>').unwrap_or(rest).len();
    (name, attributes, length)
}

/// One attribute, and what follows it.
fn attribute(text: &str) -> ((String, &str), &str) {
    let name_end = text
        .find(|c: char| c.is_ascii_whitespace() || matches!(c, '=' | '>' | '/'))
        // An `=` in front belongs to the name, so that every turn makes progress.
        .map_or(text.len(), |end| end.max(1));
    let name = text[..name_end].to_ascii_lowercase();
    let Some(value) = text[name_end..].trim_ascii_start().strip_prefix('=') else {
        return ((name, ""), &text[name_end..]);
    };
    let value = value.trim_ascii_start();
    for quote in ['"', '\''] {
        if let Some(quoted) = value.strip_prefix(quote) {
            let (value, after) = quoted.split_once(quote).unwrap_or((quoted, ""));
            return ((name, value), after);
        }
    }
    let end = value.find(|c: char| c.is_ascii_whitespace() || c == '>').unwrap_or(value.len());
    ((name, &value[..end]), &value[end..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_found_with_their_attributes_however_they_are_quoted() {
        let page = "<!doctype html><META Charset=utf-8><link rel = 'icon' href=\"a>b\" hidden/>é</p>";
        let tags = tags(page);
        assert_eq!(tags.len(), 2);
        assert_eq!(tags[0].attribute("charset"), Some("utf-8"));
        assert_eq!(&page[tags[0].span.clone()], "<META Charset=utf-8>");
        assert_eq!(tags[1].attribute("rel"), Some("icon"));
        assert_eq!(tags[1].attribute("href"), Some("a>b"));
        assert_eq!(tags[1].attribute("hidden"), Some(""));
        assert_eq!(tags[1].attribute("integrity"), None);
    }

    #[test]
    fn the_text_of_a_script_is_not_read_as_tags() {
        let tags = tags("<script type=module>if (a<b) { '<i>' }</SCRIPT><b>");
        let names: Vec<_> = tags.iter().map(|tag| tag.name.as_str()).collect();
        assert_eq!(names, ["script", "b"]);
        assert_eq!(tags[0].text, "if (a<b) { '<i>' }");
    }

    #[test]
    fn comments_hold_no_tags() {
        assert_eq!(tags("<!-- <script>1</script> --><p>").len(), 1);
    }

    #[test]
    fn a_page_that_ends_early_does_no_harm() {
        for page in ["<", "<a", "<a b", "<a b=", "<a b='c", "<a =>", "<!--", "<script>x", "</"] {
            let found = tags(page);
            assert!(found.len() <= 1, "{page}: {}", found.len());
        }
    }
}
