//! The entries of a text: one object, or the list of a collection.
//!
//! Knows nothing about what the entries are.

use super::note::Notes;
use crate::document::caps::longest_list;
use crate::document::place::{Place, shorten};
use crate::document::tree::Tree;
use crate::document::{Date, PropertyError, written_out};

/// What a text says about the entries it does not name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    /// A single object: nothing.
    One,
    /// A whole list: there are no others.
    WholeList,
    /// A list that goes on at `@odata.nextLink`: nothing.
    Page,
}

/// The entries of a text.
pub(super) struct Entries<'t> {
    /// The entries, in order.
    pub(super) list: Vec<Place<'t>>,
    /// What is said about others.
    pub(super) scope: Scope,
    /// The path of the list, or of the object.
    pub(super) path: String,
}

/// The entries of an object, of `{"value": { … }}`, of `{"value": [ … ]}` or of a bare list. Each is an object.
pub(super) fn entries<'t>(root: &Place<'t>) -> Result<Entries<'t>, PropertyError> {
    let (list, scope) = match (root.tree, root.get("value")) {
        (Tree::List(_), _) => (root.clone(), Scope::WholeList),
        (_, Some(value)) if matches!(value.tree, Tree::Object(_)) => {
            return Ok(Entries { path: value.path.clone(), list: vec![value], scope: Scope::One });
        }
        (_, Some(value)) if root.get("@odata.nextLink").is_some() => (value, Scope::Page),
        (_, Some(value)) => (value, Scope::WholeList),
        (_, None) => return Ok(Entries { list: vec![root.clone()], scope: Scope::One, path: root.path.clone() }),
    };
    let entries: Vec<Place<'t>> = list.items()?.collect();
    match entries.iter().find(|entry| !matches!(entry.tree, Tree::Object(_))) {
        Some(wrong) => Err(wrong.expected("an object")),
        None => Ok(Entries { list: entries, scope, path: list.path }),
    }
}

/// The only entry of a text that holds one resource.
pub(super) fn only<'t>(root: &Place<'t>) -> Result<Place<'t>, PropertyError> {
    let entries = entries(root)?;
    let mut list = entries.list.into_iter();
    match (list.next(), list.next()) {
        (Some(one), None) => Ok(one),
        (None, _) | (Some(_), Some(_)) => {
            Err(PropertyError { path: entries.path, problem: "expected a list of exactly one entry".to_owned() })
        }
    }
}

/// An object that may be `null` or absent.
pub(super) fn object_or_null<'t>(parent: &Place<'t>, name: &str) -> Result<Option<Place<'t>>, PropertyError> {
    match parent.get(name) {
        None => Ok(None),
        Some(place) => match place.tree {
            Tree::Null => Ok(None),
            Tree::Object(_) => Ok(Some(place)),
            Tree::Bool(_) | Tree::Whole(_) | Tree::Number(_) | Tree::Text(_) | Tree::List(_) => {
                Err(place.expected("an object or `null`"))
            }
        },
    }
}

/// A list that may be `null` or absent, no longer than a list of a design under this name.
pub(super) fn list_or_null<'t>(parent: &Place<'t>, name: &str, most_of: &str) -> Result<Vec<Place<'t>>, PropertyError> {
    match parent.get(name).filter(|place| *place.tree != Tree::Null) {
        None => Ok(Vec::new()),
        Some(place) => {
            let items: Vec<Place<'t>> = place.items()?.collect();
            within(&place, items.len(), most_of)?;
            Ok(items)
        }
    }
}

/// Refuses more entries than a design may have under this name.
pub(super) fn within(place: &Place<'_>, count: usize, most_of: &str) -> Result<(), PropertyError> {
    let most = longest_list(most_of);
    if count > most { Err(place.error(format!("the list has {count} entries; at most {most} are read"))) } else { Ok(()) }
}

/// A string that may be `null`, absent or blank.
pub(super) fn text_or_null<'t>(parent: &Place<'t>, name: &str) -> Result<Option<&'t str>, PropertyError> {
    match parent.get(name).filter(|place| *place.tree != Tree::Null) {
        None => Ok(None),
        Some(place) => Ok(Some(place.text()?.trim()).filter(|text| !text.is_empty())),
    }
}

/// A string as it is written, blanks included; nothing where it is `null`, absent or empty.
pub(super) fn written_or_null<'t>(parent: &Place<'t>, name: &str) -> Result<Option<&'t str>, PropertyError> {
    let place = parent.get(name).filter(|place| *place.tree != Tree::Null);
    Ok(place.map(|place| place.text()).transpose()?.filter(|text| !text.is_empty()))
}

/// `true` or `false`; nothing where it is `null` or absent.
pub(super) fn flag_or_null(parent: &Place<'_>, name: &str) -> Result<Option<bool>, PropertyError> {
    parent.get(name).filter(|place| *place.tree != Tree::Null).map(|place| place.flag()).transpose()
}

/// The day of a time that may be `null`, absent or blank; one that cannot be read is noted, not guessed.
pub(super) fn day_or_null(parent: &Place<'_>, name: &str, notes: &mut Notes) -> Result<Option<Date>, PropertyError> {
    let Some(written) = text_or_null(parent, name)? else { return Ok(None) };
    let day = day_of(written);
    let place = parent.get(name).unwrap_or_else(|| parent.clone());
    match day {
        Some(day) if milliseconds(written).is_some() => notes.repaired(&place, written, &day.to_string()),
        Some(_) => {}
        None => {
            let why = format!("`{name}`: `{}` is not a time as Microsoft Graph writes it, so it is left out", shorten(written));
            notes.notice(&place.path, why);
        }
    }
    Ok(day)
}

/// The day of a time such as `2026-04-02T10:00:00Z`, or `/Date(1617000000000)/` as older programs write it.
pub(super) fn day_of(written: &str) -> Option<Date> {
    written.get(..10).and_then(written_out).or_else(|| {
        let days = milliseconds(written)?.div_euclid(24 * 60 * 60 * 1000);
        let days = jiff::Span::new().try_days(days).ok()?;
        Date::new(1970, 1, 1).ok()?.checked_add(days).ok()
    })
}

/// The milliseconds since 1970 in `/Date(1617000000000)/`; an offset behind them only says where it was written.
fn milliseconds(written: &str) -> Option<i64> {
    let inner = written.strip_prefix("/Date(")?.strip_suffix(")/")?;
    let offset = inner.get(1..).and_then(|rest| rest.find(['+', '-'])).map_or(inner.len(), |at| at + 1);
    inner.get(..offset)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_of_either_form_has_a_day_and_others_have_none() {
        let days = [
            ("2026-04-02T10:00:00Z", Some("2026-04-02")),
            // 29 March 2021, 06:40:00 UTC.
            ("/Date(1617000000000)/", Some("2021-03-29")),
            ("/Date(1617000000000+0200)/", Some("2021-03-29")),
            ("/Date(-1)/", Some("1969-12-31")),
            ("/Date(99999999999999999)/", None),
            ("/Date()/", None),
            ("04/02/2026 10:00:00", None),
            ("", None),
        ];
        for (written, day) in days {
            assert_eq!(day_of(written).map(|day| day.to_string()).as_deref(), day, "{written}");
        }
    }
}
