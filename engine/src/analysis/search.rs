//! The smallest sets of changes that bring something about.
//!
//! It knows nothing of guests or settings: what a set does is asked of the caller.

/// How many sets are looked at between two reports.
const BETWEEN_REPORTS: usize = 256;

/// The sets of positions, of at most `most` of `count`, that hold and of which no smaller part holds. Sets of one size are looked at
/// only where no smaller one has been found, so all that are found have one size; the order is that of the positions.
pub fn smallest(count: usize, most: usize, mut holds: impl FnMut(&[usize]) -> bool) -> Vec<Vec<usize>> {
    (1..=most.min(count)).map(|size| of_size(count, size, &mut holds)).find(|found| !found.is_empty()).unwrap_or_default()
}

/// The sets of `size` positions of `count` that hold, in the order of the positions; the empty set is one.
pub(super) fn of_size(count: usize, size: usize, mut holds: impl FnMut(&[usize]) -> bool) -> Vec<Vec<usize>> {
    let mut found = Vec::new();
    if size > count {
        return found;
    }
    let mut set: Vec<usize> = (0..size).collect();
    loop {
        if holds(&set) {
            found.push(set.clone());
        }
        if !advance(&mut set, count) {
            return found;
        }
    }
}

/// How many sets of at most `most` of `count` there are.
pub fn sets(count: usize, most: usize) -> usize {
    let mut of_this_size: usize = 1;
    let mut all: usize = 0;
    for size in 1..=most.min(count) {
        of_this_size = of_this_size.saturating_mul(count - (size - 1)) / size;
        all = all.saturating_add(of_this_size);
    }
    all
}

/// How many sets have been looked at, told to whoever waits after every few of them.
pub(super) struct Progress<'a> {
    tell: &'a mut dyn FnMut(usize, usize),
    done: usize,
    all: usize,
}

impl<'a> Progress<'a> {
    /// Nothing is looked at yet of all that there are.
    pub(super) fn new(all: usize, tell: &'a mut dyn FnMut(usize, usize)) -> Self {
        tell(0, all);
        Self { tell, done: 0, all }
    }

    /// One more is looked at.
    pub(super) fn one(&mut self) {
        self.done += 1;
        if self.done.is_multiple_of(BETWEEN_REPORTS) {
            (self.tell)(self.done.min(self.all), self.all);
        }
    }

    /// So many are done, looked at or not.
    pub(super) fn reach(&mut self, done: usize) {
        self.done = self.done.max(done);
        (self.tell)(self.done.min(self.all), self.all);
    }
}

/// The next set of the same size; `false` after the last.
fn advance(set: &mut [usize], count: usize) -> bool {
    let size = set.len();
    for place in (0..size).rev() {
        let last = count - (size - place);
        if set.get(place).is_some_and(|position| *position < last) {
            let mut next = set.get(place).copied().unwrap_or_default();
            for position in set.iter_mut().skip(place) {
                next += 1;
                *position = next;
            }
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_sets_of_the_smallest_size_are_found() {
        let found = smallest(4, 3, |set| set.contains(&1) && set.len() > 1);
        assert_eq!(found, [vec![0, 1], vec![1, 2], vec![1, 3]]);
        assert_eq!(smallest(4, 3, |set| set == [2]), [vec![2]]);
        assert_eq!(smallest(4, 1, |set| set.len() > 1), Vec::<Vec<usize>>::new());
    }

    #[test]
    fn every_set_of_a_size_is_looked_at_once() {
        let mut seen = Vec::new();
        smallest(6, 3, |set| {
            seen.push(set.to_vec());
            false
        });
        assert_eq!(seen.len(), 6 + 15 + 20);
        assert_eq!(sets(6, 3), seen.len());
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 41);
    }

    #[test]
    fn sets_are_counted_for_few_and_for_many() {
        assert_eq!([sets(0, 3), sets(1, 3), sets(2, 3), sets(4, 1), sets(100, 3)], [0, 1, 3, 4, 166_750]);
        assert_eq!(sets(usize::MAX, 3), usize::MAX);
    }

    #[test]
    fn progress_is_told_after_every_few_and_never_exceeds_all() {
        let mut told = Vec::new();
        let mut tell = |done, all| told.push((done, all));
        let mut progress = Progress::new(300, &mut tell);
        for _ in 0..600 {
            progress.one();
        }
        progress.reach(100);
        assert_eq!(told, [(0, 300), (256, 300), (300, 300), (300, 300)]);
    }
}
