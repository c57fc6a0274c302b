//! The page's own words: every label, heading, button, hint, notice and accessible name, a file for each part of the page.
//!
//! [`words!`] declares them, and is the one place where the language is chosen. To add one: a variant of [`Language`], and its text behind each
//! English one; a text that it lacks does not compile. Words that come from facts are the engine's (`wording`), and what guests read is in
//! their own language, which this does not touch. Nothing is looked up by a key: an entry is a function, and one that nothing shows is a warning.
//! The few sentences of the static page stand in `index.html`.

pub(crate) mod about;
pub(crate) mod address;
pub(crate) mod analysis;
pub(crate) mod commands;
pub(crate) mod common;
pub(crate) mod configure;
pub(crate) mod export;
pub(crate) mod flow;
pub(crate) mod frame;
pub(crate) mod gallery;
pub(crate) mod golden;
pub(crate) mod guest;
pub(crate) mod history;
pub(crate) mod home;
pub(crate) mod import;
pub(crate) mod inspect;
pub(crate) mod old_names;
pub(crate) mod person;
pub(crate) mod policies;
pub(crate) mod population;
pub(crate) mod resource;
pub(crate) mod scenarios;
pub(crate) mod share;
pub(crate) mod show;
pub(crate) mod status;
pub(crate) mod troubleshoot;
pub(crate) mod ways;

/// A language that the page itself is written in. Not the guest's: a German guest is looked at on an English page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Language {
    /// English.
    English,
}

/// The language of this build. Where there are several, each is built into a folder of its own, so that a visit loads one.
pub(crate) const LANGUAGE: Language = Language::English;

impl Language {
    /// The value of `lang` on the page's root, and how the browser writes dates and numbers.
    pub(crate) const fn tag(self) -> &'static str {
        match self {
            Self::English => "en-GB",
        }
    }

    /// Whether this many is said in the singular. Source: Unicode CLDR, *Language Plural Rules*, cardinal numbers.
    pub(crate) const fn is_one(self, count: usize) -> bool {
        match self {
            Self::English => count == 1,
        }
    }

    /// What stands between the thousands of a number.
    pub(crate) const fn separator(self) -> char {
        match self {
            Self::English => ',',
        }
    }
}

/// A number with its thousands apart.
pub(crate) fn number(number: impl TryInto<u64>) -> String {
    apart(number, LANGUAGE.separator())
}

/// A number with this between its thousands.
fn apart(number: impl TryInto<u64>, separator: char) -> String {
    let digits = number.try_into().unwrap_or(u64::MAX).to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// Declares words, the English text first and every other language behind it:
///
/// ```text
/// words! {
///     undo: "Undo", German "Rückgängig";                        // undo()
///     removed(who): "Removed {who}";                             // removed(who)
///     steps[count]: one "{count} step", other "{count} steps";   // steps(count), or steps(count, more) with `[count](more)`
/// }
/// ```
///
/// A count is written with its thousands apart. What has no room for anything is a constant function, so that tables can have it. A language whose plural has more forms
/// than these two needs them here.
macro_rules! words {
    ($(
        $name:ident $([$count:ident])? $(($($slot:ident),+))?: $(one $one:literal, other)? $english:literal
        $(, $language:ident $(one $language_one:literal, other)? $text:literal)*;
    )*) => {
        $($crate::words::word! {
            $name [$($count)?] [$($($slot)+)?]
            English $(one $one, other)? $english $(; $language $(one $language_one, other)? $text)*
        })*
    };
}

/// One entry of [`words!`].
macro_rules! word {
    ($name:ident [] [] $($language:ident $text:literal);+) => {
        pub(crate) const fn $name() -> &'static str {
            match LANGUAGE {
                $(Language::$language => $text,)+
            }
        }
    };
    ($name:ident [] [$($slot:ident)+] $($language:ident $text:literal);+) => {
        pub(crate) fn $name($($slot: impl std::fmt::Display),+) -> String {
            match LANGUAGE {
                $(Language::$language => format!($text),)+
            }
        }
    };
    ($name:ident [$count:ident] [$($slot:ident)*] $($language:ident one $one:literal, other $other:literal);+) => {
        pub(crate) fn $name($count: usize, $($slot: impl std::fmt::Display),*) -> String {
            match LANGUAGE {
                $(Language::$language => {
                    let is_one = LANGUAGE.is_one($count);
                    let $count = $crate::words::apart($count, LANGUAGE.separator());
                    if is_one { format!($one) } else { format!($other) }
                })+
            }
        }
    };
}

pub(crate) use {word, words};

#[cfg(test)]
mod tests {
    #[derive(Clone, Copy)]
    enum Language {
        English,
        German,
    }

    impl Language {
        const fn is_one(self, count: usize) -> bool {
            match self {
                Self::English | Self::German => count == 1,
            }
        }

        const fn separator(self) -> char {
            match self {
                Self::English => ',',
                Self::German => '.',
            }
        }
    }

    macro_rules! page_in {
        ($page:ident, $language:ident) => {
            mod $page {
                use super::Language;

                const LANGUAGE: Language = Language::$language;

                words! {
                    undo: "Undo", German "Rückgängig";
                    removed(who): "Removed {who}", German "{who} entfernt";
                    steps[count]: one "{count} step", other "{count} steps", German one "{count} Schritt", other "{count} Schritte";
                    found[count](word): one "one {word}", other "{count} times {word}", German one "ein {word}", other "{count}-mal {word}";
                }
            }
        };
    }

    page_in!(english, English);
    page_in!(german, German);

    #[test]
    fn a_page_has_the_texts_of_its_language() {
        assert_eq!((english::undo(), german::undo()), ("Undo", "Rückgängig"));
        assert_eq!((english::removed("Nina"), german::removed("Nina")), ("Removed Nina".to_owned(), "Nina entfernt".to_owned()));
    }

    #[test]
    fn a_count_chooses_between_one_and_several() {
        assert_eq!([0, 1, 2].map(english::steps), ["0 steps", "1 step", "2 steps"]);
        assert_eq!([1, 2].map(german::steps), ["1 Schritt", "2 Schritte"]);
        assert_eq!([1, 2].map(|count| english::found(count, "rule")), ["one rule", "2 times rule"]);
        assert_eq!([1, 2].map(|count| german::found(count, "Regel")), ["ein Regel", "2-mal Regel"]);
    }

    #[test]
    fn a_number_is_written_with_its_thousands_apart() {
        let written = ["0", "999", "1,000", "16,000", "1,234,567"];
        assert_eq!([0_u32, 999, 1_000, 16_000, 1_234_567].map(super::number), written);
        assert_eq!((english::steps(3912), german::steps(3912)), ("3,912 steps".to_owned(), "3.912 Schritte".to_owned()));
    }

    #[test]
    fn the_static_page_names_the_language_of_the_words() {
        let tag = super::LANGUAGE.tag();
        let language = tag.split_once('-').map_or(tag, |(language, _)| language);
        assert!(include_str!("../index.html").contains(&format!("<html lang=\"{language}\"")), "index.html is not in {tag}");
    }
}
