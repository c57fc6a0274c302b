//! The page's own words stand in `src/words` and nowhere else: a component that has a text of its own fails here.
//!
//! The sources are read as tokens, so that comments, attributes and unit tests do not count. What the words say is not tested here.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a failing test may panic")]

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// Attributes and properties of components whose value is shown or read out.
const SHOWN: [&str; 9] =
    ["aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "title", "placeholder", "alt", "label", "help"];

/// Attributes that may hold several words for the browser.
const MARKUP: [&str; 8] = ["class", "d", "viewBox", "rel", "accept", "aria-labelledby", "aria-describedby", "aria-controls"];

/// Functions of the page that show or announce what they are given.
const SHOWS: [&str; 6] = ["announce", "notify", "edit", "edit_guest", "group", "done"];

/// Functions of the browser and of Rust that are given names, not words.
const NAMES: [&str; 10] = [
    "match_media",
    "matches",
    "plain",
    "control",
    "control_shift",
    "get",
    "get_context",
    "query_selector",
    "query_selector_all",
    "closest",
];

/// Files with texts that are no words of the page.
const APART: [(&str, &str); 2] = [
    ("src/configure/fictional.rs", "names of made-up organizations and people, the same in every language"),
    ("src/picture/canvas.rs", "markup of the picture and names of fonts"),
];

/// Texts that read like words and are none.
const NO_WORDS: [(&str, &str, &str); 13] = [
    ("src/clipboard.rs", "no page", "why a promise failed; nobody reads it"),
    ("src/clipboard.rs", "the browser refuses", "why a promise failed; nobody reads it"),
    ("src/clipboard.rs", "no clipboard", "why a promise failed; nobody reads it"),
    ("src/picture/paint.rs", "no canvas", "why a promise failed; nobody reads it"),
    ("src/picture/paint.rs", "too large", "why a promise failed; nobody reads it"),
    ("src/configure/access.rs", "Office365", "a value of Microsoft Graph"),
    ("src/configure/policies.rs", "Office365", "a value of Microsoft Graph"),
    ("src/configure/form.rs", "only within", "two classes"),
    ("src/files.rs", "Files", "a kind of dragged things"),
    ("src/dialogs/scenarios/doing.rs", "Nina", "the name of a made-up guest"),
    ("src/flow/views.rs", "Arrow", "how keys begin"),
    ("src/inspect/next.rs", "LetTimePass", "the name of an act"),
    ("src/offline.rs", "take over", "a message to the service worker"),
];

/// What a token stands in.
enum Within {
    /// Directly in a `view!`.
    View,
    /// In the brackets of a function or macro.
    Call(String),
    /// Anywhere else.
    Other,
}

/// A text that should stand in `src/words`.
#[derive(Debug, PartialEq)]
struct Own {
    line: usize,
    text: String,
}

/// The page's own words in a source.
fn own_words(source: &str) -> Vec<Own> {
    let mut found = Vec::new();
    look(source.parse().unwrap(), &Within::Other, &mut found);
    found
}

fn look(tokens: TokenStream, within: &Within, found: &mut Vec<Own>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        match token {
            TokenTree::Punct(sign) if sign.as_char() == '#' => {
                let bang = usize::from(is_sign(tokens.get(at + 1), '!'));
                if let Some(TokenTree::Group(attribute)) = tokens.get(at + 1 + bang) {
                    at += 1 + bang;
                    let words: String = attribute.stream().to_string().split_whitespace().collect();
                    if words == "test" || words.starts_with("cfg(test)") {
                        at = end_of_item(&tokens, at + 1);
                    } else if words.starts_with("error(") {
                        look(attribute.stream(), &Within::Other, found);
                    }
                }
            }
            TokenTree::Group(group) => {
                let before = |back: usize| at.checked_sub(back).and_then(|at| tokens.get(at));
                let inner = match (before(2), before(1)) {
                    (Some(TokenTree::Ident(name)), Some(bang)) if is_sign(Some(bang), '!') => {
                        if name == "view" {
                            Within::View
                        } else {
                            Within::Call(name.to_string())
                        }
                    }
                    (_, Some(TokenTree::Ident(name))) if group.delimiter() == Delimiter::Parenthesis => {
                        Within::Call(name.to_string())
                    }
                    _ => Within::Other,
                };
                look(group.stream(), &inner, found);
            }
            TokenTree::Literal(literal) => {
                let written = literal.to_string();
                if let Some(text) = text_of(&written)
                    && is_own(&text, &tokens, at, within)
                {
                    found.push(Own { line: literal.span().start().line, text });
                }
            }
            TokenTree::Ident(_) | TokenTree::Punct(_) => {}
        }
        at += 1;
    }
}

fn is_sign(token: Option<&TokenTree>, sign: char) -> bool {
    matches!(token, Some(TokenTree::Punct(own)) if own.as_char() == sign)
}

/// Where the item that begins at a place ends.
fn end_of_item(tokens: &[TokenTree], from: usize) -> usize {
    let ends = |token: &TokenTree| match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        TokenTree::Punct(sign) => sign.as_char() == ';',
        TokenTree::Ident(_) | TokenTree::Literal(_) => false,
    };
    tokens.iter().skip(from).position(ends).map_or(tokens.len(), |distance| from + distance)
}

/// What a string literal says, with a mark for each place that is filled in; nothing for another literal.
fn text_of(literal: &str) -> Option<String> {
    let (before, rest) = literal.split_once('"')?;
    if !before.chars().all(|sign| matches!(sign, 'r' | '#')) {
        return None;
    }
    let inside = rest.rsplit_once('"')?.0;
    let mut text = String::new();
    let mut signs = inside.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' => {
                let escaped = signs.next();
                if escaped == Some('u') {
                    signs.by_ref().find(|sign| *sign == '}');
                }
                text.push(if matches!(escaped, Some('n' | 't' | '\n')) { ' ' } else { '•' });
            }
            '{' => {
                if signs.by_ref().any(|sign| sign == '}') {
                    text.push('•');
                }
            }
            sign => text.push(sign),
        }
    }
    Some(text)
}

/// Whether a text at this place is a word of the page.
fn is_own(text: &str, tokens: &[TokenTree], at: usize, within: &Within) -> bool {
    let has_letters = text.chars().any(char::is_alphabetic);
    let is_pattern = is_sign(tokens.get(at + 1), '|')
        || (is_sign(tokens.get(at + 1), '=') && is_sign(tokens.get(at + 2), '>'))
        || at.checked_sub(2).is_some_and(|before| {
            matches!(tokens.get(before), Some(TokenTree::Punct(sign)) if matches!(sign.as_char(), '=' | '!'))
                && is_sign(tokens.get(before + 1), '=')
        });
    if !has_letters || is_pattern {
        return false;
    }
    match within {
        Within::View if at > 0 && is_sign(tokens.get(at - 1), '=') => {
            let name = attribute(tokens, at - 1);
            SHOWN.contains(&name.as_str()) || (reads_as_words(text) && !MARKUP.contains(&name.as_str()))
        }
        Within::View => true,
        Within::Call(name) if SHOWS.contains(&name.as_str()) => true,
        Within::Call(name) if NAMES.contains(&name.as_str()) => false,
        Within::Call(_) | Within::Other => reads_as_words(text),
    }
}

/// The name of the attribute before an equals sign.
fn attribute(tokens: &[TokenTree], equals: usize) -> String {
    let mut name = String::new();
    let mut at = equals;
    let mut was_name = false;
    while let Some(token) = at.checked_sub(1).and_then(|before| tokens.get(before)) {
        match token {
            TokenTree::Ident(part) if !was_name => {
                name.insert_str(0, &part.to_string());
                was_name = true;
            }
            TokenTree::Punct(sign) if matches!(sign.as_char(), '-' | ':') => {
                name.insert(0, sign.as_char());
                was_name = false;
            }
            _ => break,
        }
        at -= 1;
    }
    name
}

/// Several words, a word with a capital, or a part of a sentence. Names for the browser have none of that.
fn reads_as_words(text: &str) -> bool {
    if text.contains("--") || text.contains("__") || text.contains("://") {
        return false;
    }
    let parts: Vec<&str> = text.split_whitespace().collect();
    let is_word = |part: &&str| {
        let part = part.trim_matches(['(', ')', '“', '”', '`', ',', '.', ':', ';', '…', '!', '?']);
        part.starts_with(char::is_alphabetic) && part.chars().all(|sign| sign.is_alphabetic() || matches!(sign, '-' | '\'' | '/'))
    };
    let mut letters = text.trim().chars();
    let has_capital = letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase);
    let is_part = text.trim_matches(' ') != text;
    has_capital || (parts.iter().any(is_word) && (parts.len() > 1 || is_part))
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn no_component_has_words_of_its_own() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    sources(&root.join("src"), &mut paths);
    paths.sort();
    let mut found = Vec::new();
    for path in &paths {
        let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
        let is_apart = APART.iter().any(|(apart, _)| *apart == name);
        if is_apart || name == "src/words.rs" || name.starts_with("src/words/") || name.ends_with("/tests.rs") {
            continue;
        }
        let own = own_words(&fs::read_to_string(path).unwrap());
        let own = own.into_iter().filter(|own| !NO_WORDS.iter().any(|(file, text, _)| *file == name && *text == own.text));
        found.extend(own.map(|own| format!("{name}:{}: {}", own.line, own.text)));
    }
    assert!(paths.len() > 100, "the sources were not found");
    assert_eq!(found, [""; 0], "these belong into a file below src/words");
}

#[test]
fn what_stands_apart_exists() {
    for (name, why) in APART {
        assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join(name).is_file(), "{name} ({why}) is gone");
    }
    for (name, text, why) in NO_WORDS {
        let source = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap();
        assert!(source.contains(&format!("{text:?}")), "{text} ({why}) is gone from {name}");
    }
}

#[test]
fn a_text_a_label_a_notice_and_a_sentence_are_found() {
    let source = r#"
        fn draw(app: App) {
            app.announce("saved");
            let says = format!("{count} found");
            let end = if many { " were" } else { "Removed." };
            view! { <p class="note" title="Why">"gone " {count}</p> <Choice label="colour" id="colour" /> };
        }
        #[derive(Error)]
        enum Failure {
            #[error("nothing was read")]
            Nothing,
        }
    "#;
    let found: Vec<String> = own_words(source).into_iter().map(|own| own.text).collect();
    assert_eq!(found, ["saved", "• found", " were", "Removed.", "Why", "gone ", "colour", "nothing was read"]);
}

#[test]
fn names_for_the_browser_comments_and_unit_tests_are_not() {
    let source = r#"
        //! Not a word of the page.
        fn draw() {
            let key = match key { "ArrowLeft" => "left", other => other };
            root.set_attribute("data-theme", "dark");
            view! { <p class="note note--long" id="note" aria-describedby="a b">{words::share::link()} " · "</p> };
            if name == "Escape" { return format!("{id}-help {id}-error"); }
        }
        #[cfg(test)]
        mod tests {
            const SAID: &str = "Said in a test.";
        }
    "#;
    assert_eq!(own_words(source), []);
}
