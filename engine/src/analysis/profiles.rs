//! Every guest that designs can tell apart: one profile for all guests that meet the same under each of them.
//!
//! A guest is an origin and a value for each aspect. The tree of profiles is grown from what the engine looks at: it plays the guest
//! under every design with the ordinary value of all that is open, and where a decision looked at an open aspect, the guest is split by
//! its values. What no decision looked at cannot change anything, so it stays open. Afterwards a split is taken back where all its
//! branches are alike. Why nobody is left out is argued in `docs/DESIGN.md`.
//!
//! It covers people who are invited for the first time; who was invited before, or is a user of the resource tenant, is not counted.

use std::collections::HashMap;

use strum::{EnumCount, IntoEnumIterator};

use super::aspect::{Aspect, Distinctions, Seen, Values};
use super::course::{Course, Manner, Paths, Walker};
use super::origin::Origin;
use crate::design::Design;
use crate::flow::Edge;
use crate::guest::{Guest, Person};

/// Every value of an aspect: it is left open.
const OPEN: u32 = u32::MAX;

/// How many values of one aspect a profile can tell apart.
const MOST_VALUES: u8 = 32;

/// A profile: all guests of an origin whose aspects each have one of these values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Profile {
    /// The origin, by position.
    origin: u16,
    // For each aspect a set of values, one bit each.
    values: [u32; Aspect::COUNT],
    /// What becomes of them, by position in [`Profiles::fates`].
    fate: u32,
}

/// Which facts about guests are told apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Scope {
    /// All of them.
    #[default]
    Everything,
    /// Those on which discovery hangs: the address, the accounts, the way in, the mailbox. The rest is ordinary: an administrator
    /// invites, the mail arrives, nothing is disabled.
    Discovery,
}

/// Combinations that are left out, and why they cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter)]
pub enum Impossible {
    /// A session of an account that there is not.
    SessionWithoutAccount,
    /// A work account in a consumer mail domain.
    ConsumerDomainInEntra,
    /// A guest with an address of the resource tenant's own domain in another tenant.
    OwnDomainElsewhere,
}

/// All guests that some designs can tell apart, with what becomes of them under each.
#[derive(Clone, Debug)]
pub struct Profiles {
    origins: Vec<Origin>,
    distinctions: Distinctions,
    profiles: Vec<Profile>,
    fates: Vec<Box<[Course]>>,
    paths: Paths,
    complete: bool,
    walks: u64,
}

/// A design under which a guest of an origin is played.
type Ground = Vec<Walker>;

/// Grows the profiles, origin by origin, so that whoever shows progress can.
#[derive(Debug)]
pub struct Growing {
    designs: Vec<Design>,
    base: Ground,
    numbers: HashMap<Box<[Course]>, u32>,
    next: usize,
    most: usize,
    scope: Scope,
    grown: Profiles,
}

impl Impossible {
    /// Why it cannot be.
    pub fn words(self) -> &'static str {
        match self {
            Self::SessionWithoutAccount => "Nobody is signed in with a work account without having one.",
            Self::ConsumerDomainInEntra => {
                "A consumer mail domain such as gmail.com is verified in no tenant, so its addresses are no work accounts there."
            }
            Self::OwnDomainElsewhere => "A domain that the resource tenant has verified is verified in no other tenant.",
        }
    }
}

impl Profile {
    /// How many aspects have been decided: the fewer, the plainer the guest.
    fn decided(&self) -> usize {
        self.values.iter().filter(|values| **values != OPEN).count()
    }

    /// How far from ordinary the guest is.
    fn oddity(&self) -> usize {
        self.values.iter().filter(|values| **values & 1 == 0).count()
    }
}

impl Growing {
    /// Begins with these designs. No more than `most` profiles are grown.
    pub fn new(designs: Vec<Design>, scope: Scope, most: usize) -> Self {
        let origins = Origin::all(&designs);
        let mut settled = designs.clone();
        for origin in origins.iter().filter(|origin| origin.needs_no_tenant()) {
            settled.iter_mut().for_each(|design| origin.settle(design));
        }
        let grown = Profiles {
            distinctions: Distinctions::of(&designs),
            origins,
            profiles: Vec::new(),
            fates: Vec::new(),
            paths: Paths::default(),
            complete: true,
            walks: 0,
        };
        let base = settled.into_iter().map(Walker::new).collect();
        Self { designs, base, numbers: HashMap::new(), next: 0, most, scope, grown }
    }

    /// How many of how many origins are done.
    pub fn progress(&self) -> (usize, usize) {
        (self.next, self.grown.origins.len())
    }

    /// Grows the next origin; `false` once there is none.
    pub fn grow(&mut self) -> bool {
        let Some(origin) = self.grown.origins.get(self.next).cloned() else { return false };
        if self.grown.profiles.len() >= self.most {
            self.grown.complete = false;
            self.next = self.grown.origins.len();
            return false;
        }
        let own: Ground;
        let ground = if origin.needs_no_tenant() {
            &self.base
        } else {
            let mut designs = self.designs.clone();
            designs.iter_mut().for_each(|design| origin.settle(design));
            own = designs.into_iter().map(Walker::new).collect();
            &own
        };
        let mut guest = Guest::invited("Guest", origin.address.clone());
        guest.person = Person { work_account: origin.owner.clone(), partner_account: true, ..Person::default() };
        guest.person.google_account = Some(origin.address.clone());
        let mut branch = Branch {
            ground,
            values: Values { distinctions: &self.grown.distinctions, origin: &origin },
            origin: u16::try_from(self.next).unwrap_or(u16::MAX),
            guest,
            manner: Manner::default(),
            decided: [OPEN; Aspect::COUNT],
            paths: &mut self.grown.paths,
            numbers: &mut self.numbers,
            fates: &mut self.grown.fates,
            walks: 0,
            scope: self.scope,
            left: self.most.saturating_mul(4),
        };
        let found = branch.grow();
        let (walks, left) = (branch.walks, branch.left);
        self.grown.walks += walks;
        self.grown.complete &= left > 0;
        self.grown.profiles.extend(found);
        self.next += 1;
        true
    }

    /// What has been grown.
    pub fn finish(mut self) -> Profiles {
        self.grown.complete &= self.next >= self.grown.origins.len();
        self.grown
    }
}

struct Branch<'a> {
    ground: &'a Ground,
    values: Values<'a>,
    origin: u16,
    guest: Guest,
    manner: Manner,
    decided: [u32; Aspect::COUNT],
    paths: &'a mut Paths,
    numbers: &'a mut HashMap<Box<[Course]>, u32>,
    fates: &'a mut Vec<Box<[Course]>>,
    walks: u64,
    scope: Scope,
    left: usize,
}

impl Branch<'_> {
    /// Whether the values of an aspect are told apart.
    fn is_split(&self, aspect: Aspect) -> bool {
        aspect.count(self.values) > 1 && (self.scope == Scope::Everything || aspect.is_of_discovery())
    }

    fn is_open(&self, aspect: Aspect) -> bool {
        self.decided.get(aspect as usize) == Some(&OPEN)
    }

    /// Decides an aspect, or leaves it open again, with its ordinary value.
    fn decide(&mut self, aspect: Aspect, value: Option<u8>) {
        if let Some(decided) = self.decided.get_mut(aspect as usize) {
            *decided = value.map_or(OPEN, |value| 1 << value);
        }
        aspect.set(value.unwrap_or_default(), self.values, &mut self.guest, &mut self.manner);
    }

    /// The profiles under what is decided so far.
    fn grow(&mut self) -> Vec<Profile> {
        let mut seen = Seen::default();
        let mut courses = Vec::with_capacity(self.ground.len());
        let mut open = None;
        for walker in self.ground {
            courses.push(walker.seen(&self.guest, self.manner, self.paths, &mut seen));
            self.walks += 1;
            if self.paths.chose_an_account() {
                seen.note(Aspect::AccountChoice);
            }
            open = Aspect::iter().find(|aspect| seen.has(*aspect) && self.is_open(*aspect) && self.is_split(*aspect));
            if open.is_some() {
                break;
            }
        }
        let Some(aspect) = open else {
            self.left = self.left.saturating_sub(1);
            return vec![Profile { origin: self.origin, values: self.decided, fate: self.fate(courses) }];
        };
        let mut branches: Vec<Vec<Profile>> = Vec::new();
        for value in 0..aspect.count(self.values).min(MOST_VALUES) {
            if self.left == 0 {
                break;
            }
            if self.is_impossible(aspect, value) {
                continue;
            }
            self.decide(aspect, Some(value));
            let found = self.grow();
            branches.push(found);
        }
        self.decide(aspect, None);
        joined(aspect, branches)
    }

    /// Whether nobody can have this value beside what is decided.
    fn is_impossible(&self, aspect: Aspect, value: u8) -> bool {
        let has_account = match self.decided.get(Aspect::WorkAccount as usize) {
            Some(&OPEN) | None => self.values.origin.owner.is_some(),
            Some(values) => self.values.origin.owner.is_some() == (*values & 1 != 0),
        };
        aspect == Aspect::LiveSession && value == 1 && !has_account
    }

    fn fate(&mut self, courses: Vec<Course>) -> u32 {
        if let Some(number) = self.numbers.get(courses.as_slice()) {
            return *number;
        }
        let number = u32::try_from(self.fates.len()).unwrap_or(u32::MAX);
        let courses: Box<[Course]> = courses.into();
        self.fates.push(courses.clone());
        self.numbers.insert(courses, number);
        number
    }
}

/// The branches of a split, those that are alike in one.
fn joined(aspect: Aspect, branches: Vec<Vec<Profile>>) -> Vec<Profile> {
    let of = |profile: &Profile| profile.values.get(aspect as usize).copied().unwrap_or(OPEN);
    let with = |profile: &Profile, values: u32| {
        let mut profile = *profile;
        if let Some(own) = profile.values.get_mut(aspect as usize) {
            *own = values;
        }
        profile
    };
    let alike = |one: &[Profile], another: &[Profile]| {
        one.len() == another.len() && one.iter().zip(another).all(|(one, another)| with(one, OPEN) == with(another, OPEN))
    };
    let split = branches.len();
    let mut groups: Vec<(Vec<Profile>, usize)> = Vec::new();
    for branch in branches {
        match groups.iter_mut().find(|(known, _)| alike(known, &branch)) {
            Some((known, size)) => {
                *size += 1;
                for (known, new) in known.iter_mut().zip(&branch) {
                    *known = with(known, of(known) | of(new));
                }
            }
            None => groups.push((branch, 1)),
        }
    }
    for (group, size) in &mut groups {
        if *size == split {
            group.iter_mut().for_each(|profile| *profile = with(profile, OPEN));
        }
    }
    groups.into_iter().flat_map(|(group, _)| group).collect()
}

impl Profiles {
    /// Every guest that these designs can tell apart.
    pub fn of(designs: Vec<Design>, scope: Scope, most: usize) -> Self {
        let mut growing = Growing::new(designs, scope, most);
        while growing.grow() {}
        growing.finish()
    }

    /// Whether all of them were found.
    pub fn is_complete(&self) -> bool {
        self.complete
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.profiles.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.profiles.is_empty()
    }

    /// How often a guest was played to find them.
    pub fn walks(&self) -> u64 {
        self.walks
    }

    /// All profiles.
    pub fn iter(&self) -> impl Iterator<Item = &Profile> {
        self.profiles.iter()
    }

    /// What becomes of a profile under each design.
    pub fn courses(&self, profile: &Profile) -> &[Course] {
        usize::try_from(profile.fate).ok().and_then(|fate| self.fates.get(fate)).map_or(&[], |courses| courses)
    }

    /// The same as the only thing that can become of it.
    pub(super) fn fates(&self, profile: &Profile) -> &[Box<[Course]>] {
        usize::try_from(profile.fate).ok().and_then(|fate| self.fates.get(fate)).map_or(&[], std::slice::from_ref)
    }

    /// The edges that a course takes.
    pub fn edges(&self, course: Course) -> &[Edge] {
        self.paths.edges(course.path)
    }

    /// The plainest of some profiles.
    pub fn plainest<'a>(&self, profiles: impl Iterator<Item = &'a Profile>) -> Option<&'a Profile> {
        profiles.min_by_key(|profile| (profile.oddity(), profile.decided(), profile.origin))
    }

    /// The origins of the guests.
    pub fn origins(&self) -> &[Origin] {
        &self.origins
    }

    /// What the designs tell apart.
    pub fn distinctions(&self) -> &Distinctions {
        &self.distinctions
    }

    /// The profiles that hold a guest of an origin who has these values.
    pub fn holding(&self, origin: usize, value: impl Fn(Aspect) -> u8) -> impl Iterator<Item = &Profile> {
        self.profiles.iter().filter(move |profile| {
            usize::from(profile.origin) == origin
                && Aspect::iter().zip(profile.values).all(|(aspect, among)| among & (1 << value(aspect)) != 0)
        })
    }

    /// Where a profile's guests come from.
    pub fn origin(&self, profile: &Profile) -> Option<&Origin> {
        self.origins.get(usize::from(profile.origin))
    }

    /// A guest of a profile, with what they do where they may do this or that.
    pub fn guest(&self, profile: &Profile) -> Option<(Guest, Manner)> {
        let origin = self.origin(profile)?;
        let values = Values { distinctions: &self.distinctions, origin };
        let mut guest = Guest::invited("Guest", origin.address.clone());
        let mut manner = Manner::default();
        for (aspect, among) in Aspect::iter().zip(profile.values) {
            aspect.set(lowest(among), values, &mut guest, &mut manner);
        }
        Some((guest, manner))
    }

    /// What a profile's guests have in common: the origin, and each decided aspect that is not ordinary or tells the way in.
    pub fn words(&self, profile: &Profile) -> Vec<String> {
        let Some(origin) = self.origin(profile) else { return Vec::new() };
        let values = Values { distinctions: &self.distinctions, origin };
        let decided = Aspect::iter().zip(profile.values).filter(|(_, among)| *among != OPEN);
        let told = decided.filter(|(aspect, among)| among & 1 == 0 || *aspect == Aspect::WayIn);
        let mut words = vec![format!("{}: {}", origin.address.domain(), origin.standing.words())];
        words.extend(told.map(|(aspect, among)| {
            let each = (0..MOST_VALUES).filter(|value| among & (1 << value) != 0 && *value < aspect.count(values));
            each.map(|value| aspect.words(value, values)).collect::<Vec<_>>().join(", or ")
        }));
        words
    }
}

fn lowest(among: u32) -> u8 {
    u8::try_from(among.trailing_zeros()).unwrap_or_default()
}
