//! When automatic versions are made: before the first change of a visit, and then after so many changes or minutes.
//!
//! It counts; nothing is stored here, and the time comes from whoever calls.

/// After so many changes an automatic version is made.
pub const CHANGES: u32 = 25;
/// After so many milliseconds the next change makes an automatic version: ten minutes.
pub const PAUSE: u64 = 10 * 60 * 1000;

/// What has happened since the last automatic version of an open workspace.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pace {
    /// When the last one was made; `None` where nothing was changed since the workspace was opened.
    last: Option<u64>,
    changes: u32,
}

/// The content of which an automatic version is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checkpoint {
    /// As the workspace was opened, before it was changed.
    AsOpened,
    /// As it is after the change.
    Now,
}

impl Pace {
    /// Counts a change. Answers what is due to be kept.
    pub fn changed(&mut self, now: u64) -> Option<Checkpoint> {
        let Some(last) = self.last else {
            *self = Self { last: Some(now), changes: 0 };
            return Some(Checkpoint::AsOpened);
        };
        self.changes += 1;
        if self.changes < CHANGES && now.saturating_sub(last) < PAUSE {
            return None;
        }
        *self = Self { last: Some(now), changes: 0 };
        Some(Checkpoint::Now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: u64 = 1_790_000_000_000;

    #[test]
    fn the_first_change_keeps_what_was_opened() {
        let mut pace = Pace::default();
        assert_eq!(pace.changed(NOON), Some(Checkpoint::AsOpened));
        assert_eq!(pace.changed(NOON + 1), None);
    }

    #[test]
    fn after_25_changes_or_10_minutes_the_present_is_kept() {
        let mut pace = Pace::default();
        pace.changed(NOON);
        let kept: Vec<usize> = (1..=50).filter(|_| pace.changed(NOON).is_some()).collect();
        assert_eq!(kept, [25, 50]);
        assert_eq!(pace.changed(NOON + 599_999), None);
        assert_eq!(pace.changed(NOON + 600_000), Some(Checkpoint::Now));
        assert_eq!(pace.changed(NOON + 600_001), None);
    }

    #[test]
    fn a_clock_that_is_set_back_makes_no_version_by_itself() {
        let mut pace = Pace::default();
        pace.changed(NOON);
        assert_eq!(pace.changed(NOON - 3_600_000), None);
    }
}
