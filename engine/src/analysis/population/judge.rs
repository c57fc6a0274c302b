//! What becomes of the people whom a row can mean, under each design.
//!
//! Rows with the same key are the same question, and each question is put to the engine once. Which rows these are is for `key` to say, and
//! whom they can mean for `meant`.

use std::collections::HashMap;

use super::key::{Key, Keys};
use super::meant::everybody;
use super::row::Row;
use crate::analysis::compare::Change;
use crate::analysis::course::{Course, Manner, PathNumber, Paths, Walker};
use crate::analysis::origin::Standing;
use crate::design::Design;
use crate::guest::Guest;

/// The number of a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VerdictNumber(u32);

impl VerdictNumber {
    /// Its position in [`Judge::verdicts`].
    pub fn position(self) -> usize {
        usize::try_from(self.0).unwrap_or(usize::MAX)
    }
}

/// What becomes of one person under the designs. The paths are left out: they belong to one reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fate {
    /// Under the first design.
    pub first: Course,
    /// Under the second design, where there is one, and what changes.
    pub second: Option<(Course, Change)>,
}

impl Fate {
    /// Whether something changes from the first design to the second.
    pub fn changes(&self) -> bool {
        self.second.is_some_and(|(_, change)| change != Change::SamePath)
    }
}

/// Somebody whom a row can mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Possible {
    /// What becomes of them.
    pub fate: Fate,
    /// What stands behind the address.
    pub standing: Standing,
    /// The designs, with the tenant or the user behind the address.
    pub designs: Vec<Design>,
    /// The guest.
    pub guest: Guest,
}

/// Judges rows.
#[derive(Debug)]
pub struct Judge {
    designs: Vec<Design>,
    keys: Keys,
    verdicts: HashMap<Key, VerdictNumber>,
    numbers: HashMap<Vec<Fate>, VerdictNumber>,
    fates: Vec<Vec<Fate>>,
    paths: Paths,
    asked: u64,
    disagreements: u64,
}

impl Judge {
    /// For one design or two.
    pub fn new(designs: Vec<Design>) -> Self {
        Self {
            keys: Keys::new(&designs),
            designs,
            verdicts: HashMap::new(),
            numbers: HashMap::new(),
            fates: Vec::new(),
            paths: Paths::default(),
            asked: 0,
            disagreements: 0,
        }
    }

    /// The fates that a row can have: one where it leaves nothing open that matters.
    pub fn fates(&self, verdict: VerdictNumber) -> &[Fate] {
        usize::try_from(verdict.0).ok().and_then(|number| self.fates.get(number)).map_or(&[], Vec::as_slice)
    }

    /// All verdicts there are.
    pub fn verdicts(&self) -> impl Iterator<Item = (VerdictNumber, &[Fate])> {
        (0..).map(VerdictNumber).zip(self.fates.iter().map(Vec::as_slice))
    }

    /// How many different questions the rows were.
    pub fn questions(&self) -> usize {
        self.verdicts.len()
    }

    /// How many people were played.
    pub fn played(&self) -> u64 {
        self.asked
    }

    /// How many questions say of an account what the scenario says otherwise. The scenario is followed.
    pub fn disagreements(&self) -> u64 {
        self.disagreements
    }

    /// The designs.
    pub fn designs(&self) -> &[Design] {
        &self.designs
    }

    /// What becomes of a row.
    pub fn verdict(&mut self, row: &Row) -> VerdictNumber {
        let key = self.keys.key(&self.designs, row);
        if let Some(verdict) = self.verdicts.get(&key) {
            return *verdict;
        }
        let fates = self.judge(row);
        let next = VerdictNumber(u32::try_from(self.fates.len()).unwrap_or(u32::MAX));
        let verdict = *self.numbers.entry(fates).or_insert_with_key(|fates| {
            self.fates.push(fates.clone());
            next
        });
        self.verdicts.insert(key, verdict);
        verdict
    }

    /// Plays everybody whom the row can mean.
    fn judge(&mut self, row: &Row) -> Vec<Fate> {
        let mut paths = std::mem::take(&mut self.paths);
        let mut fates = Vec::new();
        let disagrees = self.everybody(row, &mut paths, |fate, _| fates.push(fate));
        self.paths = paths;
        self.disagreements += u64::from(disagrees);
        self.asked += u64::try_from(fates.len() * self.designs.len()).unwrap_or(u64::MAX);
        fates.sort_unstable();
        fates.dedup();
        fates
    }

    /// Somebody for each fate that the row can have, in the order of [`Self::fates`].
    pub fn people(&self, row: &Row) -> Vec<Possible> {
        let mut people: Vec<Possible> = Vec::new();
        self.everybody(row, &mut Paths::default(), |fate, possible| {
            if people.iter().all(|known| known.fate != fate) {
                people.push(possible());
            }
        });
        people.sort_by_key(|possible| possible.fate);
        people
    }

    /// Meets everybody whom a row can mean, and answers whether it says of an account what the designs say otherwise.
    fn everybody(&self, row: &Row, paths: &mut Paths, mut meet: impl FnMut(Fate, &dyn Fn() -> Possible)) -> bool {
        everybody(&self.designs, row, |origin, guests| {
            let walkers: Vec<Walker> = self.designs.iter().map(|design| Walker::new(design.clone()).settled(origin)).collect();
            for guest in guests {
                let courses: Vec<Course> = walkers.iter().map(|walker| walker.course(guest, Manner::default(), paths)).collect();
                let told = |course: Course| Course { path: PathNumber::NONE, ..course };
                let Some((first, others)) = courses.split_first() else { continue };
                let second = others.first().map(|second| (told(*second), Change::between(*first, *second)));
                let fate = Fate { first: told(*first), second };
                meet(fate, &|| Possible {
                    fate,
                    standing: origin.standing,
                    designs: walkers.iter().map(|walker| walker.design.clone()).collect(),
                    guest: guest.clone(),
                });
            }
        })
    }
}
