//! What a setting is to a form: its name, its words, and how it is read and written.
//!
//! Every value passes as text, so that one set of controls serves all settings. Nothing here draws; `form.rs` does.

use redemption_engine::workspace::Workspace;
use strum::IntoEnumIterator;

use super::subject::At;
use crate::state::{App, Refusal};
use crate::words;

/// Name and label of each choice.
pub(super) type Options = Vec<(String, String)>;

/// A setting of a subject, such as of a home tenant.
pub(super) struct Setting<S: 'static> {
    /// The control's name within the subject.
    pub(super) path: &'static str,
    /// What the admin center calls it.
    pub(super) label: &'static str,
    /// One line of help, with the default.
    pub(super) help: &'static str,
    /// The kind of control, with the way to the value.
    pub(super) kind: Kind<S>,
}

/// The kinds of settings.
pub(super) enum Kind<S: 'static> {
    /// A line of text; lists have commas between their values.
    Line {
        /// The value as text.
        show: fn(&S) -> String,
        /// Takes a text, or says why not.
        put: fn(&mut S, &str) -> Result<(), Refusal>,
        /// Which keyboard a phone shows: `text`, `email`, `url` or `numeric`.
        mode: &'static str,
        /// An example.
        example: &'static str,
    },
    /// On or off.
    Flag {
        /// Whether it is on.
        is: fn(&S) -> bool,
        /// Switches.
        set: fn(&mut S, bool),
    },
    /// One of a few values.
    One {
        /// The name of the present one.
        is: fn(&S) -> &'static str,
        /// Takes another by its name.
        set: fn(&mut S, &str),
        /// All of them.
        options: fn(&Workspace) -> Options,
    },
    /// Any number of values, one to a line of the text.
    Many {
        /// The names of the chosen ones.
        is: fn(&S) -> String,
        /// Takes others by their names.
        set: fn(&mut S, &str),
        /// Those that can be ticked.
        options: fn(&Workspace) -> Options,
        /// Whether others can be typed.
        others: bool,
    },
    /// A part with controls of its own.
    Part {
        /// A text that differs where the value differs.
        show: fn(&S) -> String,
        /// Takes the text of the default back.
        put: fn(&mut S, &str),
        /// Draws it.
        view: fn(App, At) -> leptos::prelude::AnyView,
    },
}

/// A setting with its words.
pub(super) const fn setting<S>(path: &'static str, label: &'static str, help: &'static str, kind: Kind<S>) -> Setting<S> {
    Setting { path, label, help, kind }
}

impl<S> Setting<S> {
    /// The value as text.
    pub(super) fn show(&self, of: &S) -> String {
        match &self.kind {
            Kind::Line { show, .. } | Kind::Part { show, .. } => show(of),
            Kind::Flag { is, .. } => if is(of) { ON } else { "" }.to_owned(),
            Kind::One { is, .. } => is(of).to_owned(),
            Kind::Many { is, .. } => is(of),
        }
    }

    /// Takes a text, or says why not.
    pub(super) fn put(&self, of: &mut S, text: &str) -> Result<(), Refusal> {
        match &self.kind {
            Kind::Line { put, .. } => return put(of, text),
            Kind::Part { put, .. } => put(of, text),
            Kind::Flag { set, .. } => set(of, text == ON),
            Kind::One { set, .. } | Kind::Many { set, .. } => set(of, text),
        }
        Ok(())
    }
}

/// The text of what is on.
pub(super) const ON: &str = "on";
const OFF: &str = "off";
const UNSET: &str = "inherit";

/// A line of text at a path: its keyboard and an example may follow.
macro_rules! line {
    ($($at:ident).+) => { line!($($at).+, "text", "") };
    ($($at:ident).+, $mode:literal) => { line!($($at).+, $mode, "") };
    ($($at:ident).+, $mode:literal, $example:expr) => {
        line!($($at).+, $mode, $example, $crate::configure::line::put)
    };
    ($($at:ident).+, $mode:literal, $example:expr, $put:path) => {
        $crate::configure::setting::Kind::Line {
            show: |of| $crate::configure::line::Line::show(&of.$($at).+),
            put: |of, text| $put(&mut of.$($at).+, text),
            mode: $mode,
            example: $example,
        }
    };
}
/// A name that must not be blank.
macro_rules! name {
    ($($at:ident).+) => { $crate::configure::setting::line!($($at).+, "text", "", $crate::configure::line::put_name) };
}
/// Something on or off.
macro_rules! flag {
    ($($at:ident).+) => {
        $crate::configure::setting::Kind::Flag { is: |of| of.$($at).+, set: |of, on| of.$($at).+ = on }
    };
}
/// Settings that exist once they are turned on.
macro_rules! own {
    ($($at:ident).+) => {
        $crate::configure::setting::Kind::Flag {
            is: |of| of.$($at).+.is_some(),
            set: |of, on| of.$($at).+ = on.then(Default::default),
        }
    };
}
/// One value of an enumeration, with its wording.
macro_rules! one {
    ($($at:ident).+, $label:expr) => {
        $crate::configure::setting::Kind::One {
            is: |of| of.$($at).+.into(),
            set: |of, name| $crate::configure::setting::choose(&mut of.$($at).+, name),
            options: |_| $crate::configure::setting::options($label),
        }
    };
}
/// One value of an enumeration or none, with the wording of the values and of none.
macro_rules! one_or_none {
    ($($at:ident).+, $label:expr, $none:expr) => {
        $crate::configure::setting::Kind::One {
            is: |of| of.$($at).+.map_or("", Into::into),
            set: |of, name| of.$($at).+ = name.parse().ok(),
            options: |_| $crate::configure::setting::options_or($none, $label),
        }
    };
}
/// On, off or not set, with the wording of not set.
macro_rules! tri {
    ($($at:ident).+, $none:expr) => {
        $crate::configure::setting::Kind::One {
            is: |of| $crate::configure::setting::tri_name(of.$($at).+),
            set: |of, name| of.$($at).+ = $crate::configure::setting::tri_value(name),
            options: |_| $crate::configure::setting::tri_options($none),
        }
    };
}
/// Any values of an enumeration, with their wording.
macro_rules! many {
    ($($at:ident).+, $label:expr) => {
        $crate::configure::setting::Kind::Many {
            is: |of| $crate::configure::setting::names(&of.$($at).+),
            set: |of, text| of.$($at).+ = text.lines().filter_map(|name| name.parse().ok()).collect(),
            options: |_| $crate::configure::setting::options($label),
            others: false,
        }
    };
}
/// Any texts, with a function of the workspace that offers some, and whether others can be typed.
macro_rules! texts {
    ($($at:ident).+, $options:expr, $others:literal) => {
        $crate::configure::setting::Kind::Many {
            is: |of| of.$($at).+.join("\n"),
            set: |of, text| of.$($at).+ = text.lines().map(str::to_owned).collect(),
            options: $options,
            others: $others,
        }
    };
}
/// A list with a card for each, empty by default.
macro_rules! list {
    ($at:ident, $list:expr) => {
        $crate::configure::setting::Kind::Part {
            show: |of| of.$at.len().to_string(),
            put: |of, _| of.$at.clear(),
            view: |_, [of, _]| $crate::configure::cards::cards($list, of),
        }
    };
}
pub(super) use {flag, line, list, many, name, one, one_or_none, own, texts, tri};

/// Takes another value by its name; an unknown name is left alone.
pub(super) fn choose<E: std::str::FromStr>(place: &mut E, name: &str) {
    if let Ok(value) = name.parse() {
        *place = value;
    }
}

/// All values of an enumeration.
pub(super) fn options<E: IntoEnumIterator + Into<&'static str> + Copy>(label: fn(E) -> &'static str) -> Options {
    E::iter().map(|value| (value.into().to_owned(), label(value).to_owned())).collect()
}

/// All values of an enumeration after *none*.
pub(super) fn options_or<E: IntoEnumIterator + Into<&'static str> + Copy>(none: &str, label: fn(E) -> &'static str) -> Options {
    let mut all = options(label);
    all.insert(0, (String::new(), none.to_owned()));
    all
}

/// The names of values, one to a line.
pub(super) fn names<E: Into<&'static str> + Copy>(values: &[E]) -> String {
    values.iter().map(|value| (*value).into()).collect::<Vec<_>>().join("\n")
}

/// The name of a switch that may be unset.
pub(super) fn tri_name(value: Option<bool>) -> &'static str {
    match value {
        None => UNSET,
        Some(true) => ON,
        Some(false) => OFF,
    }
}

/// What a name of such a switch means.
pub(super) fn tri_value(name: &str) -> Option<bool> {
    (name != UNSET).then_some(name == ON)
}

/// The three positions of such a switch.
pub(super) fn tri_options(none: &str) -> Options {
    [(UNSET, none), (ON, words::configure::on()), (OFF, words::configure::off())]
        .into_iter()
        .map(|(name, label)| (name.to_owned(), label.to_owned()))
        .collect()
}
