//! The style sheets as text: contrast of the tokens, no colour outside them, no name that nothing uses.
//!
//! How the page looks in a browser is tested in `tests/browser`; this needs none.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a failing test may panic")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// What WCAG 2.2 asks of text that is not large (1.4.3), and of borders that tell a control (1.4.11).
const TEXT: f64 = 4.5;
const BORDER: f64 = 3.0;

/// What it asks of text at the enhanced level (1.4.6).
const ENHANCED: f64 = 7.0;

/// A colour in the light and in the dark theme.
type Colour = [[u8; 3]; 2];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below a folder, with its text.
fn texts(folder: &str, extension: &str) -> Vec<(PathBuf, String)> {
    fn collect(folder: &Path, extension: &str, found: &mut Vec<(PathBuf, String)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(&path, extension, found);
            } else if path.extension().is_some_and(|own| own == extension) {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    let mut found = Vec::new();
    collect(&root().join(folder), extension, &mut found);
    found
}

/// All style sheets as one text, without comments.
fn sheets() -> String {
    let mut all = String::new();
    for (_, text) in texts("style", "css") {
        for (number, part) in text.split("/*").enumerate() {
            all.push_str(if number == 0 { part } else { part.split_once("*/").unwrap().1 });
        }
    }
    all
}

/// Selectors and declarations of every innermost block.
fn blocks(sheets: &str) -> Vec<(&str, &str)> {
    let mut blocks = Vec::new();
    for part in sheets.split('}') {
        if let Some((before, declarations)) = part.rsplit_once('{') {
            let selector = before.rsplit(['{', ';']).next().unwrap_or(before);
            blocks.push((selector.trim(), declarations));
        }
    }
    blocks
}

/// The value of a property in a block.
fn value<'a>(declarations: &'a str, property: &str) -> Option<&'a str> {
    declarations
        .split(';')
        .filter_map(|one| one.split_once(':'))
        .find(|(name, _)| name.trim() == property)
        .map(|(_, value)| value.trim())
}

fn hex(text: &str) -> [u8; 3] {
    let digits = text.trim().strip_prefix('#').unwrap_or_else(|| panic!("`{text}` is not a colour"));
    [0, 2, 4].map(|at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap())
}

/// The two sets of colours in the token file.
#[derive(Clone, Copy, Debug)]
enum Palette {
    Usual,
    HighContrast,
}

/// The colours of the token file by name. Those of high contrast stand first.
fn tokens(palette: Palette) -> BTreeMap<String, Colour> {
    let text = fs::read_to_string(root().join("style/tokens.css")).unwrap();
    let (high_contrast, usual) = text.split_once("@media not (prefers-contrast: more)").unwrap();
    let text = match palette {
        Palette::Usual => usual,
        Palette::HighContrast => high_contrast,
    };
    let pairs = text.lines().filter_map(|line| {
        let (name, value) = line.trim().strip_prefix("--")?.split_once(": light-dark(#")?;
        let (light, dark) = value.strip_suffix(");")?.split_once(',')?;
        Some((name.to_owned(), [hex(&format!("#{light}")), hex(dark)]))
    });
    pairs.collect()
}

/// Relative luminance. Source: WCAG 2.2, *relative luminance*.
fn luminance(colour: [u8; 3]) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// Contrast ratio. Source: WCAG 2.2, *contrast ratio*.
fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    if one > other { one / other } else { other / one }
}

/// The pairs below a limit, in words.
fn too_weak(palette: Palette, front: &[&str], behind: &[&str], least: f64) -> Vec<String> {
    let tokens = tokens(palette);
    let mut weak = Vec::new();
    for front in front {
        for behind in behind {
            for (theme, name) in ["light", "dark"].iter().enumerate() {
                let ratio = contrast(tokens[*front][theme], tokens[*behind][theme]);
                if ratio < least {
                    weak.push(format!("{front} on {behind}, {name}: {ratio:.2}"));
                }
            }
        }
    }
    weak
}

const SURFACES: [&str; 7] = ["paper", "paper-2", "paper-3", "accent-soft", "good-soft", "bad-soft", "warn-soft"];

#[test]
fn black_on_white_has_the_contrast_that_the_guideline_names() {
    assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 1e-9);
    assert!((contrast(hex("#767676"), [255; 3]) - 4.54).abs() < 0.01);
}

#[test]
fn text_of_every_colour_is_readable_on_every_surface() {
    let text = ["ink", "ink-soft", "accent", "good", "bad", "warn"];
    for (palette, least) in [(Palette::Usual, TEXT), (Palette::HighContrast, ENHANCED)] {
        assert_eq!(too_weak(palette, &text, &SURFACES, least), [""; 0]);
        assert_eq!(too_weak(palette, &["accent-ink"], &["accent"], least), [""; 0]);
        assert_eq!(too_weak(palette, &["paper"], &["good", "bad"], least), [""; 0]);
    }
}

#[test]
fn the_lines_that_tell_a_control_or_a_state_stand_out_from_every_surface() {
    for palette in [Palette::Usual, Palette::HighContrast] {
        assert_eq!(too_weak(palette, &["line-strong", "accent", "good", "bad", "warn"], &SURFACES, BORDER), [""; 0]);
    }
}

#[test]
fn both_palettes_have_the_same_names() {
    let names = |palette| tokens(palette).into_keys().collect::<Vec<_>>();
    assert_eq!(names(Palette::Usual), names(Palette::HighContrast));
    assert!(!names(Palette::Usual).is_empty());
}

#[test]
fn where_a_rule_sets_text_and_background_the_pair_is_readable() {
    let sheets = sheets();
    let token = |value: &str| Some(value.strip_prefix("var(--")?.split_once(')')?.0.to_owned());
    let pairs: BTreeSet<(String, String)> = blocks(&sheets)
        .into_iter()
        .filter_map(|(_, declarations)| {
            let background = value(declarations, "background").or_else(|| value(declarations, "background-color"))?;
            Some((token(value(declarations, "color")?)?, token(background)?))
        })
        .collect();
    assert!(pairs.len() > 3, "the sheets were not understood: {pairs:?}");
    for (text, background) in pairs {
        assert_eq!(too_weak(Palette::Usual, &[&text], &[&background], TEXT), [""; 0]);
    }
}

#[test]
fn colours_stand_in_the_token_file_and_nowhere_else() {
    for (path, text) in texts("style", "css") {
        if path.ends_with("tokens.css") {
            continue;
        }
        for (number, line) in text.lines().enumerate() {
            let literal = line.contains("rgb(") || line.contains("hsl(") || line.contains("light-dark(");
            let hex = line.split('#').skip(1).any(|rest| rest.chars().take_while(char::is_ascii_hexdigit).count() >= 3);
            assert!(!literal && !hex, "{}:{}: {line}", path.display(), number + 1);
        }
    }
}

#[test]
fn every_property_that_is_used_is_defined() {
    let sheets = sheets();
    let sources: String = texts("src", "rs").into_iter().map(|(_, text)| text).collect();
    let name = |rest: &str| rest.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).next().unwrap().to_owned();
    let used: BTreeSet<String> = sheets.split("var(--").skip(1).map(name).collect();
    assert!(used.contains("ink"), "the sheets were not understood");
    for property in used {
        let defined = sheets.contains(&format!("--{property}:")) || sources.contains(&format!("--{property}"));
        assert!(defined, "--{property} is used and not defined");
    }
}

#[test]
fn every_class_in_the_sheets_is_on_an_element() {
    let sheets = sheets();
    let mut sources = fs::read_to_string(root().join("index.html")).unwrap();
    for (_, text) in texts("src", "rs") {
        sources.push_str(&text);
    }
    let words: BTreeSet<&str> = sources.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_')).collect();
    let mut classes = BTreeSet::new();
    for (selector, _) in blocks(&sheets) {
        for rest in selector.split('.').skip(1).filter(|rest| rest.starts_with(|c: char| c.is_ascii_lowercase())) {
            classes.insert(rest.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_')).next().unwrap());
        }
    }
    assert!(classes.contains("node"), "the sheets were not understood: {classes:?}");
    let unused: Vec<&str> = classes.into_iter().filter(|class| !words.contains(class)).collect();
    assert_eq!(unused, [""; 0], "classes that no element has");
}
