//! Which rows of two lists are the same one, and which came, went or moved. What differs within a row is not compared here.

use std::fmt::Display;

use super::Difference;
use super::subject::Subject;
use crate::field::Field;

/// How the rows of two lists belong together, by position.
pub(super) struct Pairs {
    /// The rows of both lists, in the newer order.
    pub(super) both: Vec<(usize, usize)>,
    /// The rows that only the older list has.
    pub(super) removed: Vec<usize>,
    /// The rows that only the newer list has.
    pub(super) added: Vec<usize>,
}

/// Finds each row of the newer list in the older one: by the first name, and what is left by the second. Where several rows have the
/// same name, the first is the first.
pub(super) fn pairs<T, A: Ord, B: Ord>(old: &[T], new: &[T], first: impl Fn(&T) -> A, second: impl Fn(&T) -> B) -> Pairs {
    let mut pairs = Pairs { both: Vec::new(), removed: (0..old.len()).collect(), added: (0..new.len()).collect() };
    pair_by(&mut pairs, old, new, first);
    pair_by(&mut pairs, old, new, second);
    pairs.both.sort_unstable_by_key(|(_, new)| *new);
    pairs
}

fn pair_by<T, K: Ord>(pairs: &mut Pairs, old: &[T], new: &[T], key: impl Fn(&T) -> K) {
    let mut known: Vec<(K, usize)> = pairs.removed.iter().filter_map(|at| Some((key(old.get(*at)?), *at))).collect();
    known.sort();
    let mut taken = vec![false; known.len()];
    let both = &mut pairs.both;
    pairs.added.retain(|at| {
        let Some(wanted) = new.get(*at).map(&key) else { return true };
        let begin = known.partition_point(|(name, _)| *name < wanted);
        let mut same = known.iter().zip(taken.iter_mut()).skip(begin).take_while(|((name, _), _)| *name == wanted);
        match same.find(|(_, taken)| !**taken) {
            Some(((_, found), taken)) => {
                *taken = true;
                both.push((*found, *at));
                false
            }
            None => true,
        }
    });
    pairs.removed = known.into_iter().zip(taken).filter(|(_, taken)| !taken).map(|((_, at), _)| at).collect();
    pairs.removed.sort_unstable();
}

/// A kind of rows.
pub(super) struct Rows<T> {
    /// What one is called, and several.
    pub(super) called: [&'static str; 2],
    /// What one is known by.
    pub(super) name: fn(&T) -> String,
    /// Where the newer one is set, by the position of what it belongs to and its own.
    pub(super) field: fn([usize; 2]) -> Field,
}

impl<T> Rows<T> {
    /// Notes which rows came, went and changed places. Answers the rows that both lists have, with the newer position.
    pub(super) fn compare<'a>(
        &self,
        found: &mut Vec<Difference>,
        within: usize,
        old: &'a [T],
        new: &'a [T],
        pairs: &Pairs,
    ) -> Vec<(&'a T, usize, &'a T)> {
        let [one, several] = self.called;
        let named = |row: &T| format!("{one} {}", (self.name)(row));
        for row in pairs.removed.iter().filter_map(|at| old.get(*at)) {
            Subject::plain(found, &named(row)).say(None, "removed".to_owned());
        }
        for (at, row) in pairs.added.iter().filter_map(|at| Some((*at, new.get(*at)?))) {
            Subject::plain(found, &named(row)).say(Some((self.field)([within, at])), "added".to_owned());
        }
        if pairs.reordered() {
            Subject::plain(found, several).say(None, "in another order".to_owned());
        }
        pairs.both.iter().filter_map(|(before, at)| Some((old.get(*before)?, *at, new.get(*at)?))).collect()
    }
}

impl Pairs {
    /// Whether the rows of both lists stand in another order.
    pub(super) fn reordered(&self) -> bool {
        !self.both.is_sorted_by_key(|(old, _)| *old)
    }
}

/// How a short list without duplicates was reordered: the one row that moved, else the new order.
pub(super) fn moved<T: PartialEq + Copy>(old: &[T], new: &[T]) -> Option<Moved<T>> {
    let kept: Vec<T> = old.iter().filter(|row| new.contains(row)).copied().collect();
    let now: Vec<T> = new.iter().filter(|row| old.contains(row)).copied().collect();
    if kept == now {
        return None;
    }
    let without = |list: &[T], row: T| list.iter().filter(|other| **other != row).copied().collect::<Vec<_>>();
    let alone = |row: &&T| without(&kept, **row) == without(&now, **row);
    let place = |list: &[T], row: T| list.iter().position(|other| *other == row).map_or(0, |at| at + 1);
    // Of two neighbours that have changed places, the one that moved up is told.
    Some(match now.iter().find(alone) {
        Some(row) => Moved::One { row: *row, from: place(old, *row), to: place(new, *row) },
        None => Moved::All,
    })
}

/// How a list was reordered.
pub(super) enum Moved<T> {
    /// One row has another place, counted from 1.
    One { row: T, from: usize, to: usize },
    /// Several have.
    All,
}

/// Where a row has gone.
pub(super) fn to_place(what: impl Display, from: usize, to: usize) -> String {
    let way = if to < from { "up" } else { "down" };
    format!("{what} moved {way} from {from} to {to}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(old: &[(&str, u8)], new: &[(&str, u8)]) -> (Vec<(usize, usize)>, Vec<usize>, Vec<usize>) {
        let pairs = pairs(old, new, |row| row.0.to_owned(), |row| row.1);
        (pairs.both, pairs.removed, pairs.added)
    }

    #[test]
    fn rows_are_found_by_the_first_name_and_then_by_the_second() {
        assert_eq!(of(&[("a", 1), ("b", 2)], &[("b", 9), ("c", 1), ("d", 3)]), (vec![(1, 0), (0, 1)], vec![], vec![2]));
        assert_eq!(of(&[("a", 1), ("b", 2), ("e", 5)], &[("b", 2)]), (vec![(1, 0)], vec![0, 2], vec![]));
    }

    #[test]
    fn of_equal_names_the_first_is_the_first() {
        assert_eq!(of(&[("a", 1), ("a", 2)], &[("a", 1), ("a", 2), ("a", 3)]), (vec![(0, 0), (1, 1)], vec![], vec![2]));
    }
}
