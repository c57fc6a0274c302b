//! Whom a change from one design to another affects: what a change pack says about people.
//!
//! It is counted and chosen here, where every kind of guest is played. How it is worded, and which pages somebody sees, is the pack's.

use serde::{Deserialize, Serialize};
use strum::IntoEnumIterator;

use crate::address::Domain;
use crate::analysis::assumption::Case;
use crate::analysis::compare::{self, Change};
use crate::analysis::profiles::{Profile, Profiles};
use crate::analysis::question::Example;
use crate::design::Design;

/// Whom a change affects.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Affected {
    /// How many kinds of guests there are.
    pub profiles: usize,
    /// Whether all of them were played.
    pub complete: bool,
    /// Whether every kind of guest takes the same path, proven.
    pub nobody: bool,
    /// The classes of change.
    pub classes: Vec<Kinds>,
    /// For each domain of a partner whose guests notice something.
    pub partners: Vec<Partner>,
}

/// Kinds of guests that something happens to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Kinds {
    /// What the page calls it.
    pub name: String,
    /// How many kinds of guests.
    pub count: usize,
    /// What the plainest of them has, where something changes for them.
    pub words: Vec<String>,
}

/// What the guests of a partner's domain notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Partner {
    /// The domain.
    pub domain: String,
    /// What happens to how many kinds of them.
    pub noticed: Vec<(String, usize)>,
    /// What the plainest of them has.
    pub words: Vec<String>,
    /// The same before the change, with a story that plays it.
    pub before: Example,
    /// The same after the change.
    pub after: Example,
}

impl Affected {
    /// Whom the change from the first to the second of the profiles' designs affects.
    pub fn of(profiles: &Profiles, designs: [&Design; 2]) -> Self {
        let classes = compare::classes(profiles, 0, 1);
        let kinds = classes.iter().map(|class| {
            let example = class.example.filter(|_| class.change != Change::SamePath);
            let words = example.map(|profile| profiles.words(&profile)).unwrap_or_default();
            Kinds { name: class.change.name().to_owned(), count: class.count, words }
        });
        Self {
            profiles: profiles.len(),
            complete: profiles.is_complete(),
            nobody: compare::is_proven_equal(profiles, &classes),
            classes: kinds.collect(),
            partners: domains(designs).iter().filter_map(|domain| partner(designs, profiles, domain.as_str())).collect(),
        }
    }
}

/// The domains of all partners of two designs, each once.
pub(super) fn domains(designs: [&Design; 2]) -> Vec<Domain> {
    let of = |design: &Design| -> Vec<Domain> {
        let homes = design.home_tenants.iter().flat_map(|home| &home.verified_domains);
        homes.chain(design.resource_tenant.federations.iter().flat_map(|federation| &federation.domains)).cloned().collect()
    };
    let mut domains: Vec<Domain> = designs.into_iter().flat_map(of).collect();
    domains.sort();
    domains.dedup();
    domains
}

fn partner(designs: [&Design; 2], profiles: &Profiles, domain: &str) -> Option<Partner> {
    let change = |profile: &Profile| match profiles.courses(profile) {
        [first, second, ..] => Change::between(*first, *second),
        _ => Change::Unknown,
    };
    let theirs = |profile: &&Profile| profiles.origin(profile).is_some_and(|origin| origin.address.domain() == domain);
    let members = |wanted: Change| profiles.iter().filter(theirs).filter(move |profile| change(profile) == wanted);
    // Another path by the same provider shows the same pages.
    let noticed = Change::iter().filter(|change| !matches!(change, Change::SamePath | Change::SameProvider | Change::Unknown));
    let noticed: Vec<(Change, usize)> =
        noticed.map(|change| (change, members(change).count())).filter(|(_, count)| *count > 0).collect();
    let changed = profiles.iter().filter(theirs).filter(|profile| noticed.iter().any(|(noticed, _)| change(profile) == *noticed));
    let profile = profiles.plainest(changed)?;
    let (guest, manner) = profiles.guest(profile)?;
    let origin = profiles.origin(profile)?;
    let [before, after] = designs.map(|design| {
        let mut design = design.clone();
        origin.settle(&mut design);
        let case = Case { design, guest: guest.clone(), manner, since: Vec::new() };
        Example { guest: case.told(), design: case.design, second: None }
    });
    Some(Partner {
        domain: domain.to_owned(),
        noticed: noticed.into_iter().map(|(change, count)| (change.name().to_owned(), count)).collect(),
        words: profiles.words(profile),
        before,
        after,
    })
}
