//! Which rows ask the same: the designs cannot tell their addresses apart, and they say the same of the person.
//!
//! What becomes of them is for others to find out.

use std::collections::{HashMap, HashSet};

use super::meant::account;
use super::row::{Entra, Known, Row};
use crate::address::{Domain, EmailAddress};
use crate::analysis::origin::{address_mark, domain_mark, is_refused, named_addresses};
use crate::design::Design;
use crate::guest::WayIn;

/// What a row asks.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Key {
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

/// The keys of rows under some designs, which have to be the same at each row.
#[derive(Debug)]
pub(super) struct Keys {
    named: HashSet<EmailAddress>,
    domains: HashMap<String, u32>,
    marks: HashMap<Vec<u32>, u32>,
}

impl Keys {
    /// No row has been met.
    pub(super) fn new(designs: &[Design]) -> Self {
        let named = named_addresses(designs).into_iter().collect();
        Self { named, domains: HashMap::new(), marks: HashMap::new() }
    }

    /// What a row asks.
    pub(super) fn key(&mut self, designs: &[Design], row: &Row) -> Key {
        let is_named = self.named.contains(&row.email);
        let address = if is_named {
            let mark = address_mark(designs, &row.email);
            number(&mut self.marks, mark)
        } else {
            self.domain(designs, row.email.domain())
        };
        let upn = row.upn.as_ref().map(|upn| {
            if self.named.contains(upn) {
                let mark = address_mark(designs, upn);
                number(&mut self.marks, mark)
            } else {
                self.domain(designs, upn.domain())
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

    fn domain(&mut self, designs: &[Design], name: &str) -> u32 {
        if let Some(known) = self.domains.get(name) {
            return *known;
        }
        let mark = Domain::parse(name).map(|domain| domain_mark(designs, &domain)).unwrap_or_default();
        let known = number(&mut self.marks, mark);
        self.domains.insert(name.to_owned(), known);
        known
    }
}

fn number(numbers: &mut HashMap<Vec<u32>, u32>, mark: Vec<u32>) -> u32 {
    let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
    *numbers.entry(mark).or_insert(next)
}
