//! Counting a population: by end, by provider, by domain and tag, and by what changes from one design to the other.
//!
//! Where a row can mean several people, it counts as certain only where all of them meet the same; a count is a range from the certain
//! rows to the possible ones.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::judge::{Fate, VerdictNumber};
use super::{Names, Population};
use crate::analysis::compare::Change;
use crate::analysis::course::{Course, Finish};
use crate::design::IdentityProvider;
use crate::flow::{Answer, Node, OutcomeKind};
use crate::trace::Run;

/// How many groups of one kind are told; the rest is added up.
pub const MOST_GROUPS: usize = 200;

/// A count of rows, from the certain to the possible ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Range {
    /// Rows for which it is certain.
    pub certain: u64,
    /// Rows for which it is possible.
    pub possible: u64,
}

/// What people are grouped by at the end: the words of the help desk.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::EnumIter, strum::IntoStaticStr,
)]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum Group {
    /// In, with a work account.
    WorkAccount,
    /// In, with the partner's provider.
    Partner,
    /// In, with Google.
    Google,
    /// In, with a personal Microsoft account that was there.
    MicrosoftAccount,
    /// In, with passcodes.
    Passcode,
    /// In, after creating an account.
    NewAccount,
    /// Not invited.
    NotInvited,
    /// No identity provider is left.
    DeadEnd,
    /// Stopped by something else.
    Stopped,
}

/// A line of the summary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The group, by its stable name.
    pub id: String,
    /// What the page calls it.
    pub name: String,
    /// Under the first design.
    pub first: Range,
    /// Under the second design, where there is one.
    pub second: Option<Range>,
}

/// Rows of a domain or a tag.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// The domain or the tag.
    pub name: String,
    /// All of its rows.
    pub rows: u64,
    /// Each group under the first design.
    pub groups: BTreeMap<Group, Range>,
    /// Rows for which something changes.
    pub changed: Range,
}

/// What becomes of a population.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Summary {
    /// Rows that were read, each address once.
    pub rows: u64,
    /// Rows that cannot be read.
    pub rejected: u64,
    /// Rows that repeat an address.
    pub duplicates: u64,
    /// The line and the address of the first of them.
    pub first_duplicate: Option<(u64, String)>,
    /// Rows that leave something open that matters.
    pub open: u64,
    /// Questions that say of an account what the scenario says otherwise.
    pub disagreements: u64,
    /// How many different questions the rows were.
    pub questions: u64,
    /// By group.
    pub groups: Vec<Line>,
    /// By end.
    pub ends: Vec<Line>,
    /// By change, where there are two designs.
    pub changes: Vec<Line>,
    /// Pages that ask somebody for something, from the fewest to the most, under each design.
    pub prompts: Vec<(u64, u64)>,
    /// By domain, the largest first.
    pub domains: Vec<Share>,
    /// By tag, the largest first; a row counts under each of its tags.
    pub tags: Vec<Share>,
}

impl Group {
    /// The group of a course.
    pub fn of(course: Course) -> Self {
        Self::at(course.finish, course.provider, course.new_account.is_some())
    }

    /// The group of a run, by how it stands; nothing where it ends with something else than an attempt to get in.
    pub fn of_run(run: &Run) -> Option<Self> {
        let finish = match run.outcome() {
            Some(outcome) if outcome.kind() == OutcomeKind::Done => return None,
            Some(outcome) => Finish::Ended(outcome),
            None => Finish::Stuck,
        };
        let mut steps = run.chapters.iter().flat_map(|chapter| &chapter.steps);
        let creates =
            steps.any(|step| matches!(step.edge.from(), Node::CreateAccount(_)) && step.edge.answer() == Answer::Created);
        Some(Self::at(finish, run.last_provider().map(|(provider, _)| provider), creates))
    }

    fn at(finish: Finish, provider: Option<IdentityProvider>, creates_an_account: bool) -> Self {
        if !finish.is_in() {
            return match finish {
                Finish::Ended(outcome) if outcome.kind() == OutcomeKind::DeadEnd => Self::DeadEnd,
                Finish::Ended(outcome) if outcome.ends_the_invitation() => Self::NotInvited,
                Finish::Ended(_) | Finish::NoPasscode | Finish::NoProof | Finish::Stuck => Self::Stopped,
            };
        }
        match provider {
            _ if creates_an_account => Self::NewAccount,
            Some(IdentityProvider::AzureActiveDirectory) | None => Self::WorkAccount,
            Some(IdentityProvider::ExternalFederation) => Self::Partner,
            Some(IdentityProvider::Google) => Self::Google,
            Some(IdentityProvider::MicrosoftAccount) => Self::MicrosoftAccount,
            Some(IdentityProvider::EmailOneTimePasscode) => Self::Passcode,
        }
    }

    /// What the page calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::WorkAccount => "In with a work account",
            Self::Partner => "In with the partner's provider",
            Self::Google => "In with Google",
            Self::MicrosoftAccount => "In with a personal Microsoft account",
            Self::Passcode => "In with one-time passcodes",
            Self::NewAccount => "In after creating an account",
            Self::NotInvited => "Cannot be invited",
            Self::DeadEnd => "No identity provider is left",
            Self::Stopped => "Stopped on the way",
        }
    }

    /// What the help desk should know of it.
    pub fn note(self) -> &'static str {
        match self {
            Self::WorkAccount => "They sign in at home; their own administrator resets passwords.",
            Self::Partner => {
                "They sign in at their organization's own provider; tell its administrator before the first sign-in."
            }
            Self::Google => "They sign in at Google; not in embedded web-views.",
            Self::MicrosoftAccount => "They sign in with a personal account that their organization does not control.",
            Self::Passcode => {
                "They fetch a code from their mailbox at each sign-in; a code is valid for 30 minutes, a session for 24 hours."
            }
            Self::NewAccount => "They have to create an account first; expect questions.",
            Self::NotInvited => "The invitation itself is refused; mend the address or the settings.",
            Self::DeadEnd => "Nothing they could do helps; change the settings before you invite them.",
            Self::Stopped => "They come to a page where they stop; load one of them to see why.",
        }
    }
}

impl Population {
    /// Counts what has been read.
    pub fn summary(&self) -> Summary {
        let mut by_verdict: BTreeMap<VerdictNumber, u64> = BTreeMap::new();
        let mut by_domain: BTreeMap<(u32, VerdictNumber), u64> = BTreeMap::new();
        let mut by_tags: BTreeMap<(u32, VerdictNumber), u64> = BTreeMap::new();
        for row in self.rows() {
            *by_verdict.entry(row.verdict).or_default() += 1;
            *by_domain.entry((row.domain, row.verdict)).or_default() += 1;
            *by_tags.entry((row.tags, row.verdict)).or_default() += 1;
        }
        let (duplicates, first_duplicate) = self.duplicates();
        let mut summary = Summary {
            rows: count(self.rows().len()),
            rejected: self.rejected_count(),
            duplicates,
            first_duplicate: first_duplicate.cloned(),
            disagreements: self.judge().disagreements(),
            questions: count(self.judge().questions()),
            ..Summary::default()
        };
        let two = self.judge().designs().len() > 1;
        let mut groups: Lines = BTreeMap::new();
        let mut ends: Lines = BTreeMap::new();
        let mut changes: Lines = BTreeMap::new();
        let mut prompts = [(0, 0); 2];
        for (verdict, rows) in &by_verdict {
            let fates = self.judge().fates(*verdict);
            summary.open += if fates.len() > 1 { *rows } else { 0 };
            let firsts: Vec<Course> = fates.iter().map(|fate| fate.first).collect();
            let seconds: Vec<Course> = fates.iter().filter_map(|fate| Some(fate.second?.0)).collect();
            for (side, courses) in [(0, &firsts), (1, &seconds)] {
                tell(&mut groups, side, courses, *rows, |course| {
                    let group = Group::of(*course);
                    (group as usize, <&str>::from(group).to_owned(), group.name().to_owned())
                });
                tell(&mut ends, side, courses, *rows, |course| {
                    (0, course.finish.id().to_owned(), course.finish.name().to_owned())
                });
                let few = courses.iter().map(|course| u64::from(course.prompts)).min().unwrap_or_default();
                let many = courses.iter().map(|course| u64::from(course.prompts)).max().unwrap_or_default();
                if let Some((least, most)) = prompts.get_mut(side) {
                    *least += few * rows;
                    *most += many * rows;
                }
            }
            let changed: Vec<Change> = fates.iter().filter_map(|fate| Some(fate.second?.1)).collect();
            tell(&mut changes, 0, &changed, *rows, |change| {
                (*change as usize, <&str>::from(*change).to_owned(), change.name().to_owned())
            });
        }
        summary.groups = lines(groups, two);
        summary.ends = lines(ends, two);
        summary.ends.sort_by_key(|line| std::cmp::Reverse(line.first.possible));
        summary.changes = lines(changes, false);
        summary.prompts = prompts.into_iter().take(if two { 2 } else { 1 }).collect();
        summary.domains = self.shares(&by_domain, self.domains());
        let mut tags = Names::default();
        let mut by_tag: BTreeMap<(u32, VerdictNumber), u64> = BTreeMap::new();
        for ((cell, verdict), rows) in &by_tags {
            let mut own: Vec<&str> = self.tags().name(*cell).split([';', ',']).map(str::trim).collect();
            own.sort_unstable();
            own.dedup();
            for tag in own.into_iter().filter(|tag| !tag.is_empty()) {
                *by_tag.entry((tags.number(tag), *verdict)).or_default() += rows;
            }
        }
        summary.tags = self.shares(&by_tag, &tags);
        summary
    }

    fn shares(&self, counts: &BTreeMap<(u32, VerdictNumber), u64>, names: &Names) -> Vec<Share> {
        let mut shares: Vec<Share> = Vec::new();
        let mut last = None;
        for ((name, verdict), rows) in counts {
            if last != Some(*name) {
                last = Some(*name);
                let name = names.name(*name).to_owned();
                shares.push(Share { name, rows: 0, groups: BTreeMap::new(), changed: Range::default() });
            }
            let Some(share) = shares.last_mut() else { continue };
            share.rows += rows;
            let fates = self.judge().fates(*verdict);
            let mut found: Vec<Group> = fates.iter().map(|fate| Group::of(fate.first)).collect();
            found.sort_unstable();
            found.dedup();
            for group in &found {
                share.groups.entry(*group).or_default().add(found.len() == 1, *rows);
            }
            if fates.iter().any(Fate::changes) {
                share.changed.add(fates.iter().all(Fate::changes), *rows);
            }
        }
        shares.sort_by(|one, other| other.rows.cmp(&one.rows).then_with(|| one.name.cmp(&other.name)));
        shares.truncate(MOST_GROUPS);
        shares
    }
}

impl Range {
    /// As many rows for certain.
    pub(crate) fn exactly(rows: u64) -> Self {
        Self { certain: rows, possible: rows }
    }

    /// Counts rows for which it is possible, or certain.
    pub(crate) fn add(&mut self, certain: bool, rows: u64) {
        self.possible += rows;
        self.certain += if certain { rows } else { 0 };
    }

    /// Counts rows that can mean several people, by whether it holds for each of these.
    pub(crate) fn count(&mut self, holds: impl Iterator<Item = bool>, rows: u64) {
        let (mut some, mut all) = (false, true);
        for holds in holds {
            some |= holds;
            all &= holds;
        }
        if some {
            self.add(all, rows);
        }
    }
}

/// Lines by position and stable name: the name, and a range for each design.
type Lines = BTreeMap<(usize, String), (String, [Range; 2])>;

fn tell<T>(lines: &mut Lines, side: usize, fates: &[T], rows: u64, group: impl Fn(&T) -> (usize, String, String)) {
    let mut found: Vec<(usize, String, String)> = fates.iter().map(group).collect();
    found.sort_unstable();
    found.dedup();
    let certain = found.len() == 1;
    for (position, id, name) in found {
        let (_, ranges) = lines.entry((position, id)).or_insert_with(|| (name, [Range::default(); 2]));
        if let Some(range) = ranges.get_mut(side) {
            range.add(certain, rows);
        }
    }
}

fn lines(lines: Lines, two: bool) -> Vec<Line> {
    lines.into_iter().map(|((_, id), (name, [first, second]))| Line { id, name, first, second: two.then_some(second) }).collect()
}

fn count(rows: usize) -> u64 {
    u64::try_from(rows).unwrap_or(u64::MAX)
}
