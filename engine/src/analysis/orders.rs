//! Every redemption order at once: what becomes of guests under each of them, with passcode and Google on and off.
//!
//! Guests are every kind that there can be, or the people of a list. It changes only these settings of a design; everything else stays as
//! it is.

use std::collections::HashMap;

use strum::IntoEnumIterator;

use super::course::{Course, Finish, PathNumber};
use super::population::summary::Range;
use super::profiles::{Profile, Profiles};
use crate::design::{Design, EmailOneTimePasscode, FallbackProvider, IdentityProvider, PrimaryProvider, RedemptionOrder};
use crate::flow::{NewAccount, Outcome, OutcomeKind};

/// The settings that are tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Variation {
    /// The order.
    pub order: RedemptionOrder,
    /// Whether email one-time passcode is on.
    pub passcode: bool,
    /// Whether there is a federation with Google.
    pub google: bool,
}

/// Guests who are counted together.
#[derive(Clone, Copy, Debug)]
pub struct Alike<'a> {
    /// What can become of each of them under each of the tried settings: one thing where everything is known.
    pub fates: &'a [Box<[Course]>],
    /// How many they are; none where they only tell settings apart.
    pub guests: u64,
}

/// What becomes of guests, counted from those for whom it is certain to those for whom it is possible.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// All guests.
    pub guests: u64,
    /// Those who come in.
    pub come_in: Range,
    /// Those who come in with an account that they had: work account, partner's provider, Google, personal account.
    pub own_account: Range,
    /// Those who come in with a passcode.
    pub passcode: Range,
    /// Those who have to create a Microsoft account, or another one.
    pub new_account: Range,
    /// Those who do not come in.
    pub shut_out: Range,
    /// Those for whom no provider is left.
    pub dead_end: Range,
    /// Pages that ask somebody for something, from the fewest to the most.
    pub prompts: Range,
}

/// Orders that behave the same for every guest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The settings, the nearest to the ordinary first.
    pub variations: Vec<Variation>,
    /// What becomes of the guests.
    pub tally: Tally,
    /// Which of the tried settings it is, by position in [`Variation::all`].
    pub position: usize,
}

/// What an order has to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Requirement {
    /// Nobody is asked to create an account.
    NobodyCreatesAnAccount,
    /// Nobody needs a passcode.
    NobodyNeedsAPasscode,
    /// Who can come in under the settings as they are comes in.
    NobodyIsNewlyShutOut,
    /// Guests of a domain come in with this provider: at least one does, and everybody who can under any of the tried settings. Who cannot under any
    /// of them speaks against none.
    SignsInAt(String, IdentityProvider),
}

impl Variation {
    /// All orders, each with passcode and Google on and off: 48 orders, 192 settings.
    pub fn all() -> Vec<Self> {
        let switches = [(true, true), (true, false), (false, true), (false, false)];
        orders().into_iter().flat_map(|order| switches.map(|(passcode, google)| Self { order, passcode, google })).collect()
    }

    /// The settings of a design.
    pub fn of(design: &Design) -> Self {
        let resource = &design.resource_tenant;
        Self { order: resource.redemption_order, passcode: design.passcode_enabled(), google: resource.google_federation }
    }

    /// A design with these settings.
    pub fn made(self, design: &Design) -> Design {
        let mut design = design.clone();
        let now = Self::of(&design);
        let resource = &mut design.resource_tenant;
        resource.redemption_order = self.order;
        resource.google_federation = self.google;
        // What is left to its default and has this effect stays so.
        if now.passcode != self.passcode {
            resource.email_one_time_passcode =
                if self.passcode { EmailOneTimePasscode::Enabled } else { EmailOneTimePasscode::Disabled };
        }
        design
    }

    /// Whether the admin center refuses it: a passcode as the only fallback while passcodes are off.
    pub fn is_refused(self) -> bool {
        self.order.fallback() == FallbackProvider::EmailOneTimePasscode && !self.passcode
    }

    /// How far these settings are from others: pairs of providers that change places, providers added or left out, and other settings.
    fn distance(self, other: Self) -> usize {
        moves(self.order.primary(), other.order.primary())
            + usize::from(self.order.fallback() != other.order.fallback())
            + usize::from(self.passcode != other.passcode)
            + usize::from(self.google != other.google)
    }
}

/// How many pairs of providers stand the other way round, and how many providers stand in one list only.
fn moves(one: &[PrimaryProvider], other: &[PrimaryProvider]) -> usize {
    let place = |provider: &PrimaryProvider| other.iter().position(|theirs| theirs == provider);
    let kept: Vec<usize> = one.iter().filter_map(place).collect();
    let turned = kept.iter().enumerate().map(|(at, first)| kept.iter().skip(at + 1).filter(|later| *later < first).count());
    turned.sum::<usize>() + (one.len() - kept.len()) + (other.len() - kept.len())
}

/// Every redemption order: each ordered subset of the primary providers with each fallback.
pub fn orders() -> Vec<RedemptionOrder> {
    let mut primaries: Vec<Vec<PrimaryProvider>> = vec![Vec::new()];
    let mut longest = primaries.clone();
    while let Some(short) = longest.pop() {
        for provider in PrimaryProvider::iter().filter(|provider| !short.contains(provider)) {
            let mut longer = short.clone();
            longer.push(provider);
            primaries.push(longer.clone());
            longest.push(longer);
        }
    }
    let fallbacks = |primary: Vec<PrimaryProvider>| {
        FallbackProvider::iter().filter_map(move |fallback| RedemptionOrder::new(primary.clone(), fallback).ok())
    };
    primaries.into_iter().flat_map(fallbacks).collect()
}

impl Tally {
    /// Counts guests of whom each can meet any of these.
    pub fn add<'a>(&mut self, courses: impl Iterator<Item = &'a Course> + Clone, guests: u64) {
        self.guests += guests;
        let count = |range: &mut Range, holds: fn(&Course) -> bool| range.count(courses.clone().map(holds), guests);
        count(&mut self.come_in, |course| course.is_in());
        count(&mut self.own_account, comes_in_with_an_own_account);
        count(&mut self.passcode, |course| course.is_in() && course.provider == Some(IdentityProvider::EmailOneTimePasscode));
        count(&mut self.new_account, |course| course.new_account.is_some());
        count(&mut self.shut_out, |course| !course.is_in());
        count(&mut self.dead_end, is_without_a_provider);
        let pages = || courses.clone().map(|course| u64::from(course.prompts));
        self.prompts.certain += guests * pages().min().unwrap_or_default();
        self.prompts.possible += guests * pages().max().unwrap_or_default();
    }

    /// The order of the table: fewest shut out, fewest new accounts, fewest passcodes, fewest prompts; of a range the upper end first.
    fn rank(&self) -> [(u64, u64); 4] {
        [self.shut_out, self.new_account, self.passcode, self.prompts].map(|range| (range.possible, range.certain))
    }
}

fn comes_in_with_an_own_account(course: &Course) -> bool {
    course.is_in() && course.new_account.is_none() && course.provider != Some(IdentityProvider::EmailOneTimePasscode)
}

fn is_without_a_provider(course: &Course) -> bool {
    matches!(course.finish, Finish::Ended(outcome) if outcome.kind() == OutcomeKind::DeadEnd)
}

/// Whether a provider refuses the guest for want of a fitting account there. Every such way to be without one is a kind of its own, so
/// counted as kinds they would speak against each provider that is asked at all.
fn is_refused_by_a_provider(course: &Course) -> bool {
    matches!(course.finish, Finish::Ended(Outcome::NoAccountAtProvider | Outcome::AccountMismatch | Outcome::NotTheirAccount))
}

/// What becomes of all profiles under each of the tried settings, as [`ranked`] has it. Whom a provider refuses under one of the settings
/// for want of a fitting account is not counted under any.
///
/// The profiles must have been grown under [`Variation::all`] of the design, in this order.
pub fn rows(profiles: &Profiles, design: &Design) -> Vec<Row> {
    let alike = profiles.iter().map(|profile| {
        let is_counted = !profiles.courses(profile).iter().any(is_refused_by_a_provider);
        Alike { fates: profiles.fates(profile), guests: u64::from(is_counted) }
    });
    ranked(alike, design)
}

/// What becomes of guests under each of the tried settings, the best first, those that behave the same for everybody in one row; of equally
/// good rows the one nearest to the settings in force comes first.
///
/// The guests must have been played under [`Variation::all`] of the design, in this order.
pub fn ranked<'a>(guests: impl Iterator<Item = Alike<'a>>, design: &Design) -> Vec<Row> {
    let now = Variation::of(design);
    let variations = Variation::all();
    let mut numbers: HashMap<Course, u32> = HashMap::new();
    let mut columns: Vec<Vec<u32>> = vec![Vec::new(); variations.len()];
    let mut tallies = vec![Tally::default(); variations.len()];
    for alike in guests {
        for (position, (column, tally)) in columns.iter_mut().zip(&mut tallies).enumerate() {
            let courses = alike.fates.iter().filter_map(|fate| fate.get(position));
            for course in courses.clone() {
                // Orders that ask in another sequence and find the same behave the same.
                let number = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
                column.push(*numbers.entry(Course { path: PathNumber::NONE, ..*course }).or_insert(number));
            }
            tally.add(courses, alike.guests);
        }
    }
    folded(&variations, &columns, tallies, now)
}

/// A row for each column, those with the same fates in one, the best first.
fn folded(variations: &[Variation], columns: &[Vec<u32>], tallies: Vec<Tally>, now: Variation) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut known: HashMap<&[u32], usize> = HashMap::new();
    for (position, ((variation, column), tally)) in variations.iter().zip(columns).zip(tallies).enumerate() {
        match known.get(column.as_slice()).and_then(|row| rows.get_mut(*row)) {
            Some(row) => row.variations.push(*variation),
            None => {
                known.insert(column, rows.len());
                rows.push(Row { variations: vec![*variation], tally, position });
            }
        }
    }
    for row in &mut rows {
        row.variations.sort_by_key(|variation| (variation.is_refused(), variation.distance(now)));
    }
    let nearest = |row: &Row| row.variations.first().map(|variation| variation.distance(now));
    rows.sort_by_key(|row| (row.tally.rank(), nearest(row)));
    rows
}

/// Whether the tried settings at a position do what is required, for all profiles that it is required of.
pub fn meets(profiles: &Profiles, position: usize, now: usize, requirement: &Requirement) -> bool {
    let is_meant = |profile: &&Profile| match requirement {
        Requirement::SignsInAt(domain, _) => profiles.origin(profile).is_some_and(|origin| origin.address.domain() == domain),
        _ => true,
    };
    requirement.is_met(profiles.iter().filter(is_meant).map(|profile| profiles.fates(profile)), position, now)
}

impl Requirement {
    /// Whether the tried settings at a position do what is required of guests, whatever can become of each of them. Whose domain is meant is
    /// for the caller to know.
    pub(super) fn is_met<'a>(&self, guests: impl Iterator<Item = &'a [Box<[Course]>]>, position: usize, now: usize) -> bool {
        let mut anybody_comes = !matches!(self, Self::SignsInAt(..));
        for fates in guests {
            if !fates.iter().all(|courses| self.lets(courses, position, now)) {
                return false;
            }
            if let Self::SignsInAt(_, provider) = self {
                let comes = |courses: &[Course]| courses.get(position).is_some_and(|course| comes_in_with(course, *provider));
                anybody_comes |= !fates.is_empty() && fates.iter().all(|courses| comes(courses));
            }
        }
        anybody_comes
    }

    /// Whether what becomes of a guest at a position does not speak against it.
    fn lets(&self, courses: &[Course], position: usize, now: usize) -> bool {
        let Some(course) = courses.get(position) else { return false };
        let comes_in_now = || courses.get(now).is_some_and(|before| before.is_in());
        match self {
            Self::NobodyCreatesAnAccount => course.new_account.is_none_or(|account| account != NewAccount::Microsoft),
            Self::NobodyNeedsAPasscode => course.provider != Some(IdentityProvider::EmailOneTimePasscode),
            Self::NobodyIsNewlyShutOut => course.is_in() || !comes_in_now(),
            Self::SignsInAt(_, provider) => {
                comes_in_with(course, *provider) || !courses.iter().any(|other| comes_in_with(other, *provider))
            }
        }
    }
}

fn comes_in_with(course: &Course, provider: IdentityProvider) -> bool {
    course.is_in() && course.provider == Some(provider)
}
