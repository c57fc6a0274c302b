//! What differences belong to, and how each kind of value is compared and put into words. Which fields there are is known elsewhere.

use std::fmt::Display;

use super::Difference;
use crate::design::AccessRule;
use crate::field::Field;
use crate::wording;

/// Something with settings or facts of its own.
pub(super) struct Subject<'a, F> {
    found: &'a mut Vec<Difference>,
    name: String,
    at: [usize; 2],
    field: fn([usize; 2], F) -> Field,
    label: fn(F) -> &'static str,
}

impl<'a> Subject<'a, ()> {
    /// Something whose controls are not looked up by name.
    pub(super) fn plain(found: &'a mut Vec<Difference>, name: &str) -> Self {
        Self::at(found, name, [0; 2], |_, ()| Field::edition(), |()| "")
    }
}

impl<'a, F: Copy> Subject<'a, F> {
    /// A subject at a position of the workspace's lists, with the names of its controls and what they are called.
    pub(super) fn at(
        found: &'a mut Vec<Difference>,
        name: &str,
        at: [usize; 2],
        field: fn([usize; 2], F) -> Field,
        label: fn(F) -> &'static str,
    ) -> Self {
        Self { found, name: name.to_owned(), at, field, label }
    }

    /// Notes a difference.
    pub(super) fn say(&mut self, field: Option<Field>, what: String) {
        self.found.push(Difference { subject: self.name.clone(), what, field });
    }

    /// Notes a difference of a field.
    pub(super) fn of(&mut self, field: F, what: impl Display) {
        let what = format!("{} {what}", (self.label)(field));
        self.say(Some((self.field)(self.at, field)), what);
    }

    fn became(&mut self, field: F, old: impl Display, new: impl Display) {
        let what = format!("{}: from {old} to {new}", (self.label)(field));
        self.say(Some((self.field)(self.at, field)), what);
    }

    /// A value that is always there, by its words.
    pub(super) fn value<T: PartialEq + Copy>(&mut self, field: F, old: T, new: T, words: fn(T) -> &'static str) {
        if old != new {
            self.became(field, words(old), words(new));
        }
    }

    /// A text that is always there.
    pub(super) fn text<T: PartialEq + Display>(&mut self, field: F, old: &T, new: &T) {
        if old != new {
            self.became(field, old, new);
        }
    }

    /// Something that is on or off.
    pub(super) fn switch(&mut self, field: F, old: bool, new: bool) {
        if old != new {
            self.became(field, on(old), on(new));
        }
    }

    /// Something that holds or does not.
    pub(super) fn fact(&mut self, field: F, old: bool, new: bool) {
        let yes = |holds: bool| if holds { "yes" } else { "no" };
        if old != new {
            self.became(field, yes(old), yes(new));
        }
    }

    /// Something that is on, off or not set.
    pub(super) fn maybe(&mut self, field: F, old: Option<bool>, new: Option<bool>) {
        if old != new {
            self.became(field, old.map_or("not set", on), new.map_or("not set", on));
        }
    }

    /// A value that may be absent.
    pub(super) fn optional<T: PartialEq + Display>(&mut self, field: F, old: Option<&T>, new: Option<&T>) {
        match (old, new) {
            (None, Some(new)) => self.of(field, format!("added: {new}")),
            (Some(old), None) => self.of(field, format!("removed: {old}")),
            (Some(old), Some(new)) if old != new => self.became(field, old, new),
            (Some(_), Some(_)) | (None, None) => {}
        }
    }

    /// A value that may be absent, by its words.
    pub(super) fn choice<T: PartialEq + Copy>(&mut self, field: F, old: Option<T>, new: Option<T>, words: fn(T) -> &'static str) {
        if old != new {
            let word = |value: Option<T>| value.map_or("not set", words);
            self.became(field, word(old), word(new));
        }
    }

    /// A list of texts.
    pub(super) fn members<T: PartialEq + Display>(&mut self, field: F, old: &[T], new: &[T]) {
        if old == new {
            return;
        }
        let missing = |of: &[T], from: &[T]| -> Vec<String> {
            of.iter().filter(|one| !from.contains(one)).map(ToString::to_string).collect()
        };
        let (added, removed) = (missing(new, old), missing(old, new));
        match (added.is_empty(), removed.is_empty()) {
            (true, true) => self.of(field, format!("in another order: {}", wording::list(new))),
            (false, true) => self.of(field, format!("added: {}", wording::list(added))),
            (true, false) => self.of(field, format!("removed: {}", wording::list(removed))),
            (false, false) => {
                self.of(field, format!("added: {}; removed: {}", wording::list(added), wording::list(removed)));
            }
        }
    }

    /// A list of values, by their words.
    pub(super) fn choices<T: PartialEq + Copy>(&mut self, field: F, old: &[T], new: &[T], words: fn(T) -> &'static str) {
        let worded = |list: &[T]| list.iter().map(|value| words(*value)).collect::<Vec<_>>();
        self.members(field, &worded(old), &worded(new));
    }

    /// A row of access settings.
    pub(super) fn access(&mut self, field: F, old: &AccessRule, new: &AccessRule) {
        if old != new {
            self.became(field, wording::access_rule(old), wording::access_rule(new));
        }
    }

    /// A longer text, whose words are not repeated.
    pub(super) fn note(&mut self, what: &str, old: &str, new: &str) {
        let done = match (old.is_empty(), new.is_empty()) {
            (true, false) => "added",
            (false, true) => "removed",
            (false, false) if old != new => "changed",
            (false, false) | (true, true) => return,
        };
        self.say(None, format!("{what} {done}"));
    }
}

fn on(on: bool) -> &'static str {
    if on { "on" } else { "off" }
}
