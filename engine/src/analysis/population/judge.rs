//! What becomes of the people whom a row can mean, under each design.
//!
//! Rows with the same key are the same question: the designs cannot tell their addresses apart, and they say the same of the person. Each
//! question is put to the engine once. What a row does not say is ordinary: the guest reads the mailbox, finds the mail, has an account at the
//! provider that their domain is federated with, and makes no mistakes.

use std::collections::{HashMap, HashSet};

use super::row::{Entra, Known, Row};
use crate::address::{Domain, EmailAddress};
use crate::analysis::compare::Change;
use crate::analysis::course::{Course, Manner, PathNumber, Paths, Walker};
use crate::analysis::origin::{Origin, Standing, address_mark, domain_mark, is_refused, named_addresses};
use crate::design::Design;
use crate::engine::is_consumer_domain;
use crate::guest::{Guest, MicrosoftAccount, Person, WayIn};

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

/// What a row asks.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Key {
    /// How the designs treat the domain, or the address itself where they name it.
    address: u32,
    is_named: bool,
    is_refused: bool,
    upn: Option<u32>,
    entra: Entra,
    msa: Known,
    google: Known,
    way_in: WayIn,
    contact_conflict: bool,
}

/// Judges rows.
#[derive(Debug)]
pub struct Judge {
    designs: Vec<Design>,
    named: HashSet<EmailAddress>,
    domains: HashMap<String, u32>,
    marks: HashMap<Vec<u32>, u32>,
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
        let named = named_addresses(&designs).into_iter().collect();
        Self {
            designs,
            named,
            domains: HashMap::new(),
            marks: HashMap::new(),
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
        let key = self.key(row);
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

    fn key(&mut self, row: &Row) -> Key {
        let is_named = self.named.contains(&row.email);
        let address = if is_named {
            let mark = address_mark(&self.designs, &row.email);
            number(&mut self.marks, mark)
        } else {
            self.domain(row.email.domain())
        };
        let upn = row.upn.as_ref().map(|upn| {
            if self.named.contains(upn) {
                let mark = address_mark(&self.designs, upn);
                number(&mut self.marks, mark)
            } else {
                self.domain(upn.domain())
            }
        });
        Key {
            address,
            is_named,
            is_refused: is_refused(&row.email),
            upn,
            entra: account(row),
            msa: row.msa,
            google: row.google,
            way_in: row.way_in,
            contact_conflict: row.contact_conflict,
        }
    }

    fn domain(&mut self, name: &str) -> u32 {
        if let Some(known) = self.domains.get(name) {
            return *known;
        }
        let mark = Domain::parse(name).map(|domain| domain_mark(&self.designs, &domain)).unwrap_or_default();
        let known = number(&mut self.marks, mark);
        self.domains.insert(name.to_owned(), known);
        known
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

    /// Meets everybody whom the row can mean, and answers whether it says of an account what the designs say otherwise.
    fn everybody(&self, row: &Row, paths: &mut Paths, mut meet: impl FnMut(Fate, &dyn Fn() -> Possible)) -> bool {
        let (origins, disagrees) = self.origins(row);
        for origin in origins {
            let walkers: Vec<Walker> = self
                .designs
                .iter()
                .map(|design| {
                    let mut design = design.clone();
                    origin.settle(&mut design);
                    Walker::new(design)
                })
                .collect();
            for msa in both(row.msa) {
                for google in both(row.google) {
                    let guest = person(row, &origin, msa, google);
                    let courses: Vec<Course> =
                        walkers.iter().map(|walker| walker.course(&guest, Manner::default(), paths)).collect();
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
            }
        }
        disagrees
    }

    /// Where the person can come from, and whether the row says of an account what the designs say otherwise.
    fn origins(&self, row: &Row) -> (Vec<Origin>, bool) {
        let domain = row.email.domain();
        let listed = self.designs.iter().any(|design| design.tenant_with_verified_domain(domain).is_some());
        let own = self.designs.iter().find_map(|design| {
            let users = design.home_tenants.iter().flat_map(|home| &home.users);
            users.into_iter().find(|user| user.owns(&row.email)).map(|user| user.user_principal_name.clone())
        });
        let at = |standing, owner: Option<EmailAddress>| Origin { address: row.email.clone(), standing, owner };
        let account = account(row);
        if let Some(owner) = own {
            let standing = if owner == row.email { Standing::ListedUser } else { Standing::ListedMail };
            return (vec![at(standing, Some(owner))], matches!(account, Entra::None | Entra::Unmanaged));
        }
        let owner = || Some(row.upn.clone().unwrap_or_else(|| row.email.clone()));
        let with_account = |standing| at(standing, owner());
        let user = if row.upn.is_some() { Standing::Mail } else { Standing::User };
        if listed {
            let origins = match account {
                Entra::Managed | Entra::Unmanaged => vec![with_account(user)],
                Entra::None => vec![at(Standing::Missing, None)],
                Entra::Unknown => vec![with_account(user), at(Standing::Missing, None)],
            };
            return (origins, account == Entra::Unmanaged);
        }
        if is_consumer_domain(domain) {
            return (vec![at(Standing::None, None)], matches!(account, Entra::Managed | Entra::Unmanaged));
        }
        let origins = match account {
            Entra::Managed => vec![with_account(Standing::OtherUser)],
            Entra::Unmanaged => vec![with_account(Standing::OtherUnmanaged)],
            Entra::None => vec![at(Standing::None, None)],
            Entra::Unknown => {
                vec![with_account(Standing::OtherUser), with_account(Standing::OtherUnmanaged), at(Standing::None, None)]
            }
        };
        (origins, false)
    }
}

fn number(numbers: &mut HashMap<Vec<u32>, u32>, mark: Vec<u32>) -> u32 {
    let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
    *numbers.entry(mark).or_insert(next)
}

/// The account in Microsoft Entra ID; who is said to have a home tenant has one there.
fn account(row: &Row) -> Entra {
    if row.entra == Entra::Unknown && !row.home_tenant.is_empty() { Entra::Managed } else { row.entra }
}

fn both(known: Known) -> &'static [bool] {
    match known {
        Known::Yes => &[true],
        Known::No => &[false],
        Known::Unknown => &[false, true],
    }
}

/// The guest of a row, with what it leaves open settled like this.
pub fn person(row: &Row, origin: &Origin, msa: &bool, google: &bool) -> Guest {
    let name = if row.label.is_empty() { row.email.as_str() } else { &row.label };
    let mut guest = Guest::invited(name, row.email.clone());
    let email = || row.email.clone();
    guest.person = Person {
        work_account: origin.owner.clone(),
        microsoft_account: msa.then(|| MicrosoftAccount { sign_in_name: email(), aliases: Vec::new() }),
        google_account: google.then(email),
        partner_account: true,
        preferred_language: Some(row.language.clone()).filter(|language| !language.is_empty()),
        ..Person::default()
    };
    guest.way_in = row.way_in;
    guest.invitation.contact_conflict = row.contact_conflict;
    // Who makes no mistakes types the name that the account has.
    guest.sign_in_name = origin.owner.clone().filter(|owner| *owner != row.email);
    guest
}
