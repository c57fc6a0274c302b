//! Fictional organisations and people, from which new tenants, federations, users and guests get their first values.
//!
//! All of them live under `example`; none belongs to anybody.

use redemption_engine::address::{Domain, EmailAddress};
use redemption_engine::design::{Design, Federation, HomeTenant, HomeUser};

/// A name, the first label of the domain, and a tenant id.
type Organisation = (&'static str, &'static str, &'static str);

const HOMES: [Organisation; 8] = [
    ("Adatum", "adatum", "3d0f5dec-5d3d-455c-8016-e2af1ae4d31a"),
    ("Contoso", "contoso", "6e1f0b52-94c7-4d1a-a3f8-52c6d07b9e14"),
    ("Fabrikam", "fabrikam", "8f2a1c07-1c5f-4f0a-9c55-0d4fd0b6a7e2"),
    ("Proseware", "proseware", "e9077b3c-4f12-4a8d-b5e0-61c8d2f94a37"),
    ("Litware", "litware", "5b1d3e60-7a41-4c0f-8f6e-2d9c14b7a903"),
    ("Wingtip", "wingtip", "c2e4a7f1-90b3-4d58-a1c6-7e3f5d208b14"),
    ("Fourth Coffee", "fourthcoffee", "17a6c9d4-2be8-4f35-93d7-a0b4e8c15f62"),
    ("Northwind", "northwind", "a94d2f68-0e7b-4c93-8b15-f3d60c7e2a51"),
];

const FEDERATED: [(&str, &str); 4] =
    [("Tailspin", "tailspin"), ("Trey Research", "treyresearch"), ("Lucerne", "lucerne"), ("Alpine Ski House", "alpineskihouse")];

const PEOPLE: [&str; 10] = ["Nina", "Omar", "Quinn", "Ravi", "Sara", "Tomas", "Uma", "Viktor", "Wanda", "Yusuf"];

/// A home tenant of an organisation that is not in the design yet, with one user.
pub(super) fn next_home(design: &Design) -> HomeTenant {
    let free = HOMES.into_iter().find(|(name, label, id)| {
        !known(design, label) && design.home_tenants.iter().all(|tenant| tenant.display_name != *name && tenant.tenant_id != *id)
    });
    let (name, label, id) = match free {
        Some((name, label, id)) => (name.to_owned(), label.to_owned(), id.to_owned()),
        None => {
            numbered(|number, label| !known(design, label) && design.home_tenants.iter().all(|t| t.tenant_id != guid(number)))
                .map_or_else(Default::default, |(number, name, label)| (name, label, guid(number)))
        }
    };
    let verified_domains: Vec<Domain> = example(&label).into_iter().collect();
    let users = verified_domains.first().and_then(|domain| next_user(domain, &[])).into_iter().collect();
    HomeTenant { users, ..HomeTenant::managed(id, name, verified_domains) }
}

/// A federation with an organisation that is not in the design yet.
pub(super) fn next_federation(design: &Design) -> Federation {
    let free = FEDERATED.into_iter().find(|(_, label)| !known(design, label));
    let (name, label) = match free {
        Some((name, label)) => (name.to_owned(), label.to_owned()),
        None => numbered(|_, label| !known(design, label)).map_or_else(Default::default, |(_, name, label)| (name, label)),
    };
    let domains = example(&label).into_iter().collect();
    Federation::of(format!("{name} sign-in"), format!("https://sts.{label}.example/saml"), domains)
}

/// A user of a domain whose address no other user has.
pub(super) fn next_user(domain: &Domain, users: &[HomeUser]) -> Option<HomeUser> {
    let taken = |address: &EmailAddress| users.iter().any(|user| user.owns(address));
    let people = PEOPLE.iter().map(|name| name.to_lowercase()).chain((1..=users.len() + 1).map(|number| format!("user{number}")));
    let address = people.filter_map(|local| at(&local, domain.as_str())).find(|address| !taken(address))?;
    Some(HomeUser::named(address))
}

/// The name of a person that is not taken.
pub(super) fn next_person(taken: impl Fn(&str) -> bool) -> String {
    match PEOPLE.iter().find(|name| !taken(name)) {
        Some(name) => (*name).to_owned(),
        None => super::lists::next_free("Guest", taken),
    }
}

/// A domain that belongs to nobody in the design, for somebody without an organisation.
pub(super) fn own_domain(design: &Design) -> Option<Domain> {
    let free = ["studio.example", "atelier.example", "workshop.example"].into_iter().filter_map(|name| Domain::parse(name).ok());
    let more = (2_usize..).filter_map(|number| Domain::parse(&format!("studio{number}.example")).ok());
    free.chain(more).find(|domain| !owned(design, domain.as_str()))
}

/// Whether a tenant has verified the domain or a federation covers it.
pub(super) fn owned(design: &Design, domain: &str) -> bool {
    let resource = &design.resource_tenant;
    resource.initial_domain.as_str() == domain
        || resource.verified_domains.iter().any(|verified| verified.as_str() == domain)
        || resource.federations.iter().any(|federation| federation.covers(domain))
        || design.tenant_with_verified_domain(domain).is_some()
}

/// An address of these two parts.
pub(super) fn at(local: &str, domain: &str) -> Option<EmailAddress> {
    EmailAddress::parse(&format!("{local}@{domain}")).ok()
}

fn known(design: &Design, label: &str) -> bool {
    owned(design, &format!("{label}.example"))
}

fn example(label: &str) -> Option<Domain> {
    Domain::parse(&format!("{label}.example")).ok()
}

fn numbered(free: impl Fn(usize, &str) -> bool) -> Option<(usize, String, String)> {
    (2_usize..)
        .map(|number| (number, format!("partner{number}")))
        .find(|(number, label)| free(*number, label))
        .map(|(number, label)| (number, format!("Partner {number}"), label))
}

fn guid(number: usize) -> String {
    format!("b70c5e21-3a9d-4f68-9d04-{number:012x}")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_new_home_tenant_is_another_one_even_beyond_the_list() {
        let mut design = Design::default();
        for _ in 0..HOMES.len() + 3 {
            let tenant = next_home(&design);
            assert_eq!(tenant.users.len(), 1);
            assert_eq!(tenant.users[0].user_principal_name.domain(), tenant.verified_domains[0].as_str());
            assert!(tenant.users[0].user_principal_name.as_str().starts_with("nina@"));
            design.home_tenants.push(tenant);
        }
        let names: Vec<&str> = design.home_tenants.iter().map(|tenant| tenant.display_name.as_str()).collect();
        assert_eq!(names[..4], ["Adatum", "Contoso", "Fabrikam", "Proseware"]);
        assert_eq!(names[HOMES.len()..], ["Partner 2", "Partner 3", "Partner 4"]);
        let ids: BTreeSet<&str> = design.home_tenants.iter().map(|tenant| tenant.tenant_id.as_str()).collect();
        assert_eq!(ids.len(), design.home_tenants.len());
        assert!(ids.iter().all(|id| id.split('-').map(str::len).eq([8, 4, 4, 4, 12])));
    }

    #[test]
    fn each_new_federation_covers_a_domain_of_its_own() {
        let mut design = Design::default();
        for _ in 0..FEDERATED.len() + 2 {
            let federation = next_federation(&design);
            design.resource_tenant.federations.push(federation);
        }
        let federations = &design.resource_tenant.federations;
        assert_eq!(federations[0].display_name, "Tailspin sign-in");
        assert_eq!(federations[0].issuer_uri, "https://sts.tailspin.example/saml");
        assert_eq!(federations[0].domains[0].as_str(), "tailspin.example");
        let domains: BTreeSet<&str> = federations.iter().map(|federation| federation.domains[0].as_str()).collect();
        assert_eq!(domains.len(), federations.len());
    }

    #[test]
    fn users_and_people_beyond_the_list_get_other_names() {
        let domain = Domain::parse("adatum.example").unwrap();
        let mut users = Vec::new();
        for _ in 0..PEOPLE.len() + 5 {
            users.push(next_user(&domain, &users).unwrap());
        }
        let names: BTreeSet<String> = users.iter().map(|user| user.user_principal_name.to_string()).collect();
        assert_eq!(names.len(), users.len());
        assert_eq!(next_person(|name| name == "Nina"), "Omar");
        assert_eq!(next_person(|name| name != "Guest 2"), "Guest 2");
    }

    #[test]
    fn an_own_domain_is_nobody_elses() {
        let mut design = Design::default();
        assert_eq!(own_domain(&design).unwrap().as_str(), "studio.example");
        for name in ["studio.example", "atelier.example", "workshop.example", "studio2.example"] {
            design.resource_tenant.verified_domains.push(Domain::parse(name).unwrap());
        }
        assert_eq!(own_domain(&design).unwrap().as_str(), "studio3.example");
    }
}
