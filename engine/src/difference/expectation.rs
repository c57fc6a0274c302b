//! What differs in what is expected of guests. They are matched by the guest's name.

use super::Difference;
use super::lists::pairs;
use super::subject::Subject;
use crate::golden::Expectation;
use crate::wording;

pub(super) fn compare(found: &mut Vec<Difference>, old: &[Expectation], new: &[Expectation]) {
    let rows = pairs(old, new, |row| row.guest.clone(), |row| row.guest.clone());
    let named = |row: &Expectation| format!("Expectation of {}", row.guest);
    for row in rows.removed.iter().filter_map(|at| old.get(*at)) {
        Subject::plain(found, &named(row)).say(None, "removed".to_owned());
    }
    for row in rows.added.iter().filter_map(|at| new.get(*at)) {
        Subject::plain(found, &named(row)).say(None, "added".to_owned());
    }
    if rows.reordered() {
        Subject::plain(found, "Expectations").say(None, "in another order".to_owned());
    }
    for (old, new) in rows.both.iter().filter_map(|(before, at)| Some((old.get(*before)?, new.get(*at)?))) {
        let mut row = Subject::plain(found, &named(new));
        let Expectation { guest: _, outcome, provider, screens, note } = new;
        let mut became = |what: &str, old: &str, new: &str| row.say(None, format!("{what}: from {old} to {new}"));
        if old.outcome != *outcome {
            became("end", old.outcome.words(), outcome.words());
        }
        if old.provider != *provider {
            let [old, new] = [old.provider, *provider].map(|provider| provider.map_or("left open", wording::provider));
            became("identity provider", old, new);
        }
        if old.screens != *screens {
            row.say(None, "pages changed".to_owned());
        }
        row.note("note", &old.note, note);
    }
}
