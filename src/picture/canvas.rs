//! What pictures are made of: boxes, lines and lines of text, written as SVG. Its words are text, and it has a title and a description.
//!
//! A file that is opened alone has no style sheet, so colours are written out; they are the page's own, for light.

use leptos::prelude::*;
use redemption_engine::guest::Guest;
use redemption_engine::trace::{Place, Run};
use redemption_engine::workspace::Workspace;

use crate::state::GuestLanguage;

/// Around a picture, and between its parts.
pub(super) const MARGIN: usize = 24;

/// The fonts of the page that a computer has; the last one every computer has.
const FONTS: &str = "Segoe UI, system-ui, Helvetica Neue, Arial, sans-serif";

/// What is drawn.
pub(super) struct Subject<'a> {
    pub(super) workspace: &'a Workspace,
    pub(super) guest: &'a Guest,
    pub(super) run: &'a Run,
    /// The steps, as the page counts them.
    pub(super) shown: &'a [Place],
    /// The language of the guest's pages.
    pub(super) language: GuestLanguage,
}

/// A finished picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Drawn {
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) text: String,
}

/// The colours of the page that pictures use, as they are in the light.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Colours {
    pub(super) ink: String,
    pub(super) soft: String,
    pub(super) paper: String,
    pub(super) line: String,
    pub(super) accent: String,
    pub(super) accent_soft: String,
    pub(super) good: String,
    pub(super) good_soft: String,
    pub(super) bad: String,
    pub(super) bad_soft: String,
}

impl Colours {
    /// As the style sheets have them.
    pub(super) fn of_page() -> Self {
        let style = document().document_element().and_then(|root| window().get_computed_style(&root).ok().flatten());
        let token = |name: &str| {
            let value = style.as_ref().and_then(|style| style.get_property_value(name).ok());
            in_light(&value.unwrap_or_default()).to_owned()
        };
        Self {
            ink: token("--ink"),
            soft: token("--ink-soft"),
            paper: token("--paper"),
            line: token("--line-strong"),
            accent: token("--accent"),
            accent_soft: token("--accent-soft"),
            good: token("--good"),
            good_soft: token("--good-soft"),
            bad: token("--bad"),
            bad_soft: token("--bad-soft"),
        }
    }
}

/// The first of two colours of a token.
fn in_light(token: &str) -> &str {
    let token = token.trim();
    let pair = token.strip_prefix("light-dark(").and_then(|rest| rest.split_once(','));
    pair.map_or(token, |(light, _)| light.trim())
}

/// How a line of text looks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Type<'a> {
    pub(super) size: usize,
    pub(super) strong: bool,
    pub(super) colour: &'a str,
}

/// How a box or a line is drawn.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stroke<'a> {
    pub(super) colour: &'a str,
    pub(super) width: usize,
    /// Dashes and gaps; blank for none.
    pub(super) dashes: &'static str,
}

/// A picture that is being drawn, from the top down.
#[derive(Default)]
pub(super) struct Canvas {
    body: String,
}

impl Canvas {
    /// A box with rounded corners.
    pub(super) fn rectangle(&mut self, [x, y, width, height]: [usize; 4], fill: &str, stroke: Stroke<'_>) {
        self.add(format_args!(
            r#"<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="6" fill="{fill}" {}/>"#,
            outline(stroke)
        ));
    }

    /// A straight line.
    pub(super) fn line(&mut self, [x1, y1, x2, y2]: [usize; 4], stroke: Stroke<'_>) {
        self.add(format_args!(r#"<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" {}/>"#, outline(stroke)));
    }

    /// A tip that points to the left.
    pub(super) fn tip(&mut self, x: usize, y: usize, colour: &str) {
        self.add(format_args!(r#"<path d="M{x} {y} l7 -4 v8 z" fill="{colour}"/>"#));
    }

    /// A line of text from here on.
    pub(super) fn text(&mut self, x: usize, y: usize, look: Type<'_>, text: &str) {
        self.write(x, y, "start", look, text);
    }

    /// A line of text that ends here.
    pub(super) fn text_to(&mut self, x: usize, y: usize, look: Type<'_>, text: &str) {
        self.write(x, y, "end", look, text);
    }

    /// A line of text around here.
    pub(super) fn text_around(&mut self, x: usize, y: usize, look: Type<'_>, text: &str) {
        self.write(x, y, "middle", look, text);
    }

    fn write(&mut self, x: usize, y: usize, anchor: &str, look: Type<'_>, text: &str) {
        let Type { size, strong, colour } = look;
        let weight = if strong { 650 } else { 400 };
        self.add(format_args!(
            r#"<text x="{x}" y="{y}" font-size="{size}" font-weight="{weight}" fill="{colour}" text-anchor="{anchor}">{}</text>"#,
            escaped(text)
        ));
    }

    fn add(&mut self, what: std::fmt::Arguments<'_>) {
        let line = std::fmt::format(what);
        self.body.push_str(&line);
        self.body.push('\n');
    }

    /// The finished picture of this size on paper, with its title and what is to be seen in words.
    pub(super) fn finish(self, [width, height]: [usize; 2], paper: &str, title: &str, description: &str) -> Drawn {
        let text = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img" aria-labelledby="title" aria-describedby="description" font-family="{FONTS}">
<title id="title">{}</title>
<desc id="description">{}</desc>
<rect width="{width}" height="{height}" fill="{paper}"/>
{}</svg>
"#,
            escaped(title),
            escaped(description),
            self.body
        );
        Drawn { width, height, text }
    }
}

fn outline(stroke: Stroke<'_>) -> String {
    let Stroke { colour, width, dashes } = stroke;
    let dashes =
        if dashes.is_empty() { String::new() } else { format!(r#" stroke-dasharray="{dashes}" stroke-linecap="round""#) };
    format!(r#"stroke="{colour}" stroke-width="{width}"{dashes}"#)
}

/// A text as it stands in XML; what XML has no place for is left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(' '),
            letter if letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}') => {}
            letter => out.push(letter),
        }
    }
    out
}

/// A text in lines of at most so many characters; a word that is longer is cut.
pub(super) fn wrapped(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let most = most.max(1);
    for word in text.split_whitespace() {
        let letters: Vec<char> = word.chars().collect();
        for piece in letters.chunks(most) {
            let fits = lines.last().is_some_and(|line| line.chars().count() + 1 + piece.len() <= most);
            match lines.last_mut().filter(|_| fits) {
                Some(line) => {
                    line.push(' ');
                    line.extend(piece);
                }
                None => lines.push(piece.iter().collect()),
            }
        }
    }
    lines
}

/// How many characters of a size fit into so many pixels, in the widest of the fonts.
pub(super) fn fitting(pixels: usize, size: usize) -> usize {
    (pixels * 100 / (size * 56)).max(4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_taken_as_it_is_in_the_light() {
        assert_eq!(in_light(" light-dark(#0b5cab, #6cb2f7)"), "#0b5cab");
        assert_eq!(in_light("#123456"), "#123456");
    }

    #[test]
    fn words_are_wrapped_and_what_is_too_long_is_cut() {
        assert_eq!(wrapped("one two  three", 7), ["one two", "three"]);
        assert_eq!(wrapped("abcdefgh ij", 3), ["abc", "def", "gh", "ij"]);
        assert!(wrapped(" ", 5).is_empty());
    }

    #[test]
    fn a_name_cannot_leave_its_text() {
        let mut canvas = Canvas::default();
        let look = Type { size: 12, strong: false, colour: "#000000" };
        canvas.text(1, 2, look, "</text><script>\"&\u{0}");
        let drawn = canvas.finish([10, 20], "#ffffff", "A < B", "");
        assert!(drawn.text.contains(">&lt;/text&gt;&lt;script&gt;&quot;&amp;</text>"), "{}", drawn.text);
        assert!(drawn.text.contains("<title id=\"title\">A &lt; B</title>"));
    }
}
