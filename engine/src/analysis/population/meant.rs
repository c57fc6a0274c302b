//! Whom a row can mean: where they can come from, and the accounts that they can have.
//!
//! What a row does not say is ordinary: the guest reads the mailbox, finds the mail, has an account at the provider that their domain is
//! federated with, and makes no mistakes.

use super::row::{Entra, Known, Row};
use crate::address::EmailAddress;
use crate::analysis::origin::{Origin, Standing};
use crate::design::Design;
use crate::engine::is_consumer_domain;
use crate::guest::{Guest, MicrosoftAccount, Person};

/// Meets everybody whom a row can mean, origin by origin, and answers whether it says of an account what the designs say otherwise.
pub(in crate::analysis) fn everybody(designs: &[Design], row: &Row, mut meet: impl FnMut(&Origin, &[Guest])) -> bool {
    let (origins, disagrees) = origins(designs, row);
    for origin in origins {
        let mut guests = Vec::with_capacity(4);
        for msa in both(row.msa) {
            guests.extend(both(row.google).iter().map(|google| person(row, &origin, *msa, *google)));
        }
        meet(&origin, &guests);
    }
    disagrees
}

/// Where the person can come from, and whether the row says of an account what the designs say otherwise.
fn origins(designs: &[Design], row: &Row) -> (Vec<Origin>, bool) {
    let domain = row.email.domain();
    let listed = designs.iter().any(|design| design.tenant_with_verified_domain(domain).is_some());
    let own = designs.iter().find_map(|design| {
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

/// The account in Microsoft Entra ID; who is said to have a home tenant has one there.
pub(super) fn account(row: &Row) -> Entra {
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
pub fn person(row: &Row, origin: &Origin, msa: bool, google: bool) -> Guest {
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
