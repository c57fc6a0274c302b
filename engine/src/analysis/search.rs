//! The smallest sets of changes that bring something about.
//!
//! It knows nothing of guests or settings: what a set does is asked of the caller.

/// The sets of positions, of at most `most` of `count`, that hold and of which no smaller part holds. Sets of one size are looked at
/// only where no smaller one has been found, so all that are found have one size; the order is that of the positions.
pub fn smallest(count: usize, most: usize, mut holds: impl FnMut(&[usize]) -> bool) -> Vec<Vec<usize>> {
    for size in 1..=most.min(count) {
        let mut found = Vec::new();
        let mut set: Vec<usize> = (0..size).collect();
        loop {
            if holds(&set) {
                found.push(set.clone());
            }
            if !advance(&mut set, count) {
                break;
            }
        }
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
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
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 41);
    }
}
