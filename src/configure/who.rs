//! *Who is it?*: kinds of guests, written into the raw facts and recognised from them.
//!
//! A kind is never stored: the facts are. What happens to a guest of a kind is for the engine to say.

use redemption_engine::address::EmailAddress;
use redemption_engine::design::{Design, HomeUser, Management};
use redemption_engine::guest::{Guest, MicrosoftAccount, Person};
use redemption_engine::workspace::Workspace;
use strum::{EnumIter, EnumString, IntoStaticStr};

use super::fictional::{at, next_federation, next_home, own_domain, owned};
use crate::words;

/// A kind of guest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub(super) enum Kind {
    /// A user of a managed home tenant.
    Entra,
    /// A user of a federated provider.
    Federated,
    /// A Gmail user.
    Gmail,
    /// An Outlook.com user.
    Outlook,
    /// Somebody with a domain and no account.
    Freelancer,
    /// A work account and a personal account of the same address.
    Both,
}

/// A kind, as a choice.
pub(super) fn label(kind: Kind) -> &'static str {
    match kind {
        Kind::Entra => words::guest::partner_with_microsoft_entra_id(),
        Kind::Federated => words::guest::partner_with_saml_ws_fed(),
        Kind::Gmail => words::guest::gmail_user(),
        Kind::Outlook => words::guest::outlook_com_user(),
        Kind::Freelancer => words::guest::freelancer_with_own_domain(),
        Kind::Both => words::guest::same_address_as_work_and(),
    }
}

/// Rewrites the guest's address and accounts. Adds the user, home tenant or federation that the kind needs; the other facts about
/// the person, the invitation, the way in and the story stay.
pub(super) fn make(workspace: &mut Workspace, position: usize, kind: Kind) {
    let Workspace { design, guests, .. } = workspace;
    let Some(guest) = guests.get_mut(position) else { return };
    let nobody = Person {
        work_account: None,
        microsoft_account: None,
        google_account: None,
        partner_account: false,
        reads_invited_mailbox: true,
        live_work_session: false,
        ..guest.person.clone()
    };
    let made = match kind {
        Kind::Entra => work_account(design, guest).map(|address| {
            let person = Person { work_account: Some(address.clone()), ..nobody };
            (address, person)
        }),
        Kind::Both => work_account(design, guest).map(|address| {
            let person = Person {
                work_account: Some(address.clone()),
                microsoft_account: Some(MicrosoftAccount { sign_in_name: address.clone(), aliases: Vec::new() }),
                ..nobody
            };
            (address, person)
        }),
        Kind::Federated => federated_address(design, guest).map(|address| (address, Person { partner_account: true, ..nobody })),
        Kind::Gmail => in_domain(guest, "gmail.com").map(|address| {
            let person = Person { google_account: Some(address.clone()), ..nobody };
            (address, person)
        }),
        Kind::Outlook => in_domain(guest, "outlook.com").map(|address| {
            let account = MicrosoftAccount { sign_in_name: address.clone(), aliases: Vec::new() };
            (address, Person { microsoft_account: Some(account), ..nobody })
        }),
        Kind::Freelancer => freelance_address(design, guest).map(|address| (address, nobody)),
    };
    if let Some((address, person)) = made {
        guest.invited_email = address;
        guest.person = person;
        guest.sign_in_name = None;
        // Somebody else has redeemed nothing, and of them nothing was imported.
        guest.redeemed = None;
        guest.assumed = Vec::new();
    }
}

/// The kind that a guest's facts amount to; none where they are of no kind.
pub(super) fn recognise(design: &Design, guest: &Guest) -> Option<Kind> {
    let Person { work_account, microsoft_account, google_account, partner_account, .. } = &guest.person;
    let invited = &guest.invited_email;
    let same_account = microsoft_account.as_ref().map(|account| account.sign_in_name == *invited);
    match (work_account, same_account, google_account, partner_account) {
        (Some(work), None, None, false) => (work == invited && managed_user(design, invited)).then_some(Kind::Entra),
        (Some(work), Some(true), None, false) => (work == invited && managed_user(design, invited)).then_some(Kind::Both),
        (None, None, None, true) => {
            let covered = design.resource_tenant.federations.iter().any(|federation| federation.covers(invited.domain()));
            covered.then_some(Kind::Federated)
        }
        (None, None, Some(google), false) => (google == invited && gmail(invited.domain())).then_some(Kind::Gmail),
        (None, Some(true), None, false) => outlook(invited.domain()).then_some(Kind::Outlook),
        (None, None, None, false) => {
            let domain = invited.domain();
            (!owned(design, domain) && !gmail(domain) && !outlook(domain)).then_some(Kind::Freelancer)
        }
        (Some(_) | None, Some(_) | None, Some(_) | None, true | false) => None,
    }
}

fn gmail(domain: &str) -> bool {
    domain == "gmail.com" || domain == "googlemail.com"
}

fn outlook(domain: &str) -> bool {
    ["outlook.com", "hotmail.com", "live.com", "msn.com"].contains(&domain)
}

fn in_domain(guest: &Guest, domain: &str) -> Option<EmailAddress> {
    at(guest.invited_email.local(), domain)
}

fn managed_user(design: &Design, address: &EmailAddress) -> bool {
    let managed = design.home_tenants.iter().filter(|tenant| tenant.management == Management::Managed);
    managed.flat_map(|tenant| &tenant.users).any(|user| user.user_principal_name == *address)
}

/// The user principal name of a user in a managed tenant: the tenant of the present domain, else the first, else a new one.
fn work_account(design: &mut Design, guest: &Guest) -> Option<EmailAddress> {
    if managed_user(design, &guest.invited_email) {
        return Some(guest.invited_email.clone());
    }
    let fits = |tenant: &redemption_engine::design::HomeTenant| {
        tenant.management == Management::Managed && !tenant.verified_domains.is_empty()
    };
    let domain = guest.invited_email.domain();
    let here = design.tenant_with_verified_domain(domain).filter(|number| design.home_tenants.get(*number).is_some_and(fits));
    let (number, domain) = match (here, design.home_tenants.iter().position(fits)) {
        (Some(number), _) => (number, domain.to_owned()),
        (None, Some(number)) => (number, design.home_tenants.get(number)?.verified_domains.first()?.to_string()),
        (None, None) => {
            let mut tenant = next_home(design);
            tenant.users.clear();
            let domain = tenant.verified_domains.first()?.to_string();
            design.home_tenants.push(tenant);
            (design.home_tenants.len().checked_sub(1)?, domain)
        }
    };
    let address = at(guest.invited_email.local(), &domain)?;
    let tenant = design.home_tenants.get_mut(number)?;
    if tenant.users.iter().all(|user| user.user_principal_name != address) {
        tenant.users.push(HomeUser::named(address.clone()));
    }
    Some(address)
}

/// An address in a federated domain: the present one, else the first federation's, else a new one's.
fn federated_address(design: &mut Design, guest: &Guest) -> Option<EmailAddress> {
    let federations = &mut design.resource_tenant.federations;
    if federations.iter().any(|federation| federation.covers(guest.invited_email.domain())) {
        return Some(guest.invited_email.clone());
    }
    let known = federations.iter().find_map(|federation| federation.domains.first().cloned());
    let domain = match known {
        Some(domain) => domain,
        None => {
            let federation = next_federation(design);
            let domain = federation.domains.first().cloned()?;
            design.resource_tenant.federations.push(federation);
            domain
        }
    };
    in_domain(guest, domain.as_str())
}

/// An address in a domain of the guest's own: the present one where it is nobody else's.
fn freelance_address(design: &Design, guest: &Guest) -> Option<EmailAddress> {
    let domain = guest.invited_email.domain();
    if !owned(design, domain) && !gmail(domain) && !outlook(domain) {
        return Some(guest.invited_email.clone());
    }
    in_domain(guest, own_domain(design)?.as_str())
}

#[cfg(test)]
mod tests {
    use redemption_engine::act::Act;
    use redemption_engine::presets;
    use strum::IntoEnumIterator;

    use super::*;

    #[test]
    fn every_kind_is_recognised_from_the_facts_that_it_writes_in_every_example() {
        for preset in presets::all() {
            for position in 0..preset.workspace.guests.len() {
                for kind in Kind::iter() {
                    let mut workspace = preset.workspace.clone();
                    make(&mut workspace, position, kind);
                    let guest = &workspace.guests[position];
                    assert_eq!(recognise(&workspace.design, guest), Some(kind), "{}: {guest:?}", preset.id);
                    assert_eq!(guest.story, preset.workspace.guests[position].story);
                    let before = workspace.clone();
                    make(&mut workspace, position, kind);
                    assert_eq!(workspace, before, "{}: twice is once", preset.id);
                }
            }
        }
    }

    #[test]
    fn a_kind_brings_the_tenant_or_the_federation_that_it_needs() {
        let nina = Guest {
            sign_in_name: EmailAddress::parse("other@gmail.com").ok(),
            story: vec![Act::Accept],
            ..Guest::invited("Nina", EmailAddress::parse("nina@gmail.com").unwrap())
        };
        let empty = Workspace::new("Test", Design::default(), vec![nina]);
        let mut workspace = empty.clone();
        make(&mut workspace, 0, Kind::Entra);
        assert_eq!(workspace.guests[0].invited_email.as_str(), "nina@adatum.example");
        assert_eq!(workspace.guests[0].sign_in_name, None);
        assert_eq!(workspace.design.home_tenants[0].users.len(), 1);
        let mut workspace = empty.clone();
        make(&mut workspace, 0, Kind::Federated);
        assert_eq!(workspace.guests[0].invited_email.as_str(), "nina@tailspin.example");
        assert_eq!(workspace.design.resource_tenant.federations.len(), 1);
        make(&mut workspace, 5, Kind::Gmail);
        assert_eq!(workspace.guests[0].invited_email.as_str(), "nina@tailspin.example");
    }

    #[test]
    fn a_kind_leaves_the_other_facts_about_the_person() {
        let mut workspace = presets::first().unwrap().workspace;
        workspace.guests[0].person.location = Some("Sweden".to_owned());
        for kind in Kind::iter() {
            make(&mut workspace, 0, kind);
            assert_eq!(workspace.guests[0].person.location.as_deref(), Some("Sweden"));
        }
    }

    #[test]
    fn facts_of_no_kind_are_not_forced_into_one() {
        let mut workspace = presets::first().unwrap().workspace;
        make(&mut workspace, 0, Kind::Outlook);
        workspace.guests[0].person.google_account = EmailAddress::parse("nina@gmail.com").ok();
        assert_eq!(recognise(&workspace.design, &workspace.guests[0]), None);
    }
}
