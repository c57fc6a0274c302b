//! The people of a list by kinds: rows that designs treat alike, each kind once, with how many rows are of it.
//!
//! For questions under other designs than those that the list was judged under; a row keeps no answer to them. What a row leaves open is
//! played both ways.

use std::collections::{BTreeSet, HashMap};

use super::Population;
use super::key::{Key, Keys};
use super::meant::everybody;
use super::row::Row;
use crate::analysis::course::{Course, Manner, Paths, Walker};
use crate::design::Design;
use crate::flow::Edge;

/// How many rows are read between two reports of how far it is.
const SLICE: usize = 2_000;

/// Rows that ask the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kind {
    /// One of them.
    pub row: Row,
    /// How many there are.
    pub rows: u64,
}

/// The kinds of people of a list.
#[derive(Clone, Debug)]
pub struct Kinds {
    designs: Vec<Design>,
    kinds: Vec<Kind>,
    // Each domain with each kind that its rows are of, by their positions.
    homes: BTreeSet<(u32, u32)>,
}

/// What becomes of kinds of people under some designs.
#[derive(Clone, Debug, Default)]
pub struct Played {
    fates: Vec<Vec<Box<[Course]>>>,
    paths: Paths,
}

impl Population {
    /// The rows by kinds, as these designs tell them apart. `progress` is told how many of how many rows are read.
    pub fn kinds(&self, designs: Vec<Design>, mut progress: impl FnMut(usize, usize)) -> Kinds {
        let mut keys = Keys::new(&designs);
        let mut numbers: HashMap<Key, u32> = HashMap::new();
        let mut found = Kinds { designs, kinds: Vec::new(), homes: BTreeSet::new() };
        let mut again = self.table.again();
        for (done, kept) in self.rows.iter().enumerate() {
            if done % SLICE == 0 {
                progress(done, self.rows.len());
            }
            // Rejected and repeated rows stand between those that are kept.
            let row = std::iter::from_fn(|| again.next_row()).find(|row| row.begins == kept.begins);
            let Some(row) = row.and_then(|row| row.row.ok()) else { continue };
            let next = u32::try_from(found.kinds.len()).unwrap_or(u32::MAX);
            let number = *numbers.entry(keys.key(&found.designs, &row)).or_insert(next);
            match usize::try_from(number).ok().and_then(|number| found.kinds.get_mut(number)) {
                Some(kind) => kind.rows += 1,
                None => found.kinds.push(Kind { row, rows: 1 }),
            }
            found.homes.insert((kept.domain, number));
        }
        found
    }
}

impl Kinds {
    /// The kinds, in the order of their first rows.
    pub fn iter(&self) -> impl Iterator<Item = &Kind> {
        self.kinds.iter()
    }

    /// How many kinds there are.
    pub fn len(&self) -> usize {
        self.kinds.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.kinds.is_empty()
    }

    /// How many rows there are.
    pub fn rows(&self) -> u64 {
        self.kinds.iter().map(|kind| kind.rows).sum()
    }

    /// The positions of the kinds that rows of a domain are of. The list is the one that the kinds are of.
    pub fn of_domain(&self, list: &Population, domain: &str) -> impl Iterator<Item = usize> {
        let homes = list.domains.known(domain).map(|domain| self.homes.range((domain, 0)..=(domain, u32::MAX)));
        homes.into_iter().flatten().filter_map(|(_, kind)| usize::try_from(*kind).ok())
    }

    /// Plays everybody under designs that treat addresses as those do by which the kinds were told apart. `progress` is told how many of how
    /// many kinds are played.
    pub fn play(&self, designs: &[Design], mut progress: impl FnMut(usize, usize)) -> Played {
        let as_they_are: Vec<Walker> = designs.iter().cloned().map(Walker::new).collect();
        let mut played = Played { fates: Vec::with_capacity(self.kinds.len()), paths: Paths::default() };
        for (done, kind) in self.kinds.iter().enumerate() {
            progress(done, self.kinds.len());
            let mut fates: Vec<Box<[Course]>> = Vec::new();
            everybody(&self.designs, &kind.row, |origin, guests| {
                let settled: Vec<Walker>;
                let walkers = if origin.is_settled() {
                    &as_they_are
                } else {
                    settled = as_they_are.iter().map(|walker| walker.settled(origin)).collect();
                    &settled
                };
                let paths = &mut played.paths;
                fates.extend(guests.iter().map(|guest| {
                    walkers.iter().map(|walker| walker.course(guest, Manner::default(), paths)).collect::<Box<[Course]>>()
                }));
            });
            fates.sort_unstable();
            fates.dedup();
            played.fates.push(fates);
        }
        played
    }
}

impl Played {
    /// What can become of each kind, in their order: for everybody whom its rows can mean, the courses under each design.
    pub fn fates(&self) -> impl Iterator<Item = &[Box<[Course]>]> {
        self.fates.iter().map(Vec::as_slice)
    }

    /// The edges that a course takes.
    pub fn edges(&self, course: Course) -> &[Edge] {
        self.paths.edges(course.path)
    }
}
