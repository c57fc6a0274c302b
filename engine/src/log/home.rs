//! Which home tenant an address or a person belongs to, so that a log can be attributed to it.
//!
//! The engine finds the account of a sign-in by discovery; this reads the same lists without deciding anything.

use crate::address::EmailAddress;
use crate::design::{Design, HomeTenant, HomeUser};
use crate::guest::Guest;

/// A home tenant, with the user where it has one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Home<'a> {
    /// Its position in the design.
    pub number: u16,
    /// The tenant.
    pub tenant: &'a HomeTenant,
    /// The user.
    pub user: Option<&'a HomeUser>,
}

fn find<'a>(design: &'a Design, wanted: impl Fn(&HomeUser) -> bool) -> Option<Home<'a>> {
    design.home_tenants.iter().enumerate().find_map(|(number, tenant)| {
        let user = tenant.users.iter().find(|user| wanted(user))?;
        Some(Home { number: u16::try_from(number).ok()?, tenant, user: Some(user) })
    })
}

/// The tenant that holds a user with this address, or else the one that has verified its domain.
pub(crate) fn of_address<'a>(design: &'a Design, address: &EmailAddress) -> Option<Home<'a>> {
    find(design, |user| user.owns(address)).or_else(|| {
        let number = design.tenant_with_verified_domain(address.domain())?;
        Some(Home { number: u16::try_from(number).ok()?, tenant: design.home_tenants.get(number)?, user: None })
    })
}

/// The tenant in which the person has a work account, or else the one of the address.
pub(crate) fn of_person<'a>(design: &'a Design, guest: &Guest, address: &EmailAddress) -> Option<Home<'a>> {
    let own = guest.person.work_account.as_ref();
    own.and_then(|own| find(design, |user| user.user_principal_name == *own)).or_else(|| of_address(design, address))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::Domain;

    #[test]
    fn the_tenant_with_the_persons_account_comes_before_the_one_with_the_domain() {
        let tenant = |name: &str, domain: &str| HomeTenant::managed(name, name, vec![Domain::parse(domain).unwrap()]);
        let mut fabrikam = tenant("Fabrikam", "fabrikam.example");
        fabrikam.users.push(HomeUser::named(EmailAddress::parse("nina@fabrikam.example").unwrap()));
        let design = Design { home_tenants: vec![tenant("Adatum", "adatum.example"), fabrikam], ..Design::default() };
        let nina = EmailAddress::parse("nina@adatum.example").unwrap();
        let mut guest = Guest::invited("Nina", nina.clone());
        let found = |home: Option<Home<'_>>| home.map(|home| (home.number, home.user.is_some()));
        assert_eq!(found(of_person(&design, &guest, &nina)), Some((0, false)));
        guest.person.work_account = Some(EmailAddress::parse("nina@fabrikam.example").unwrap());
        assert_eq!(found(of_person(&design, &guest, &nina)), Some((1, true)));
        assert_eq!(found(of_address(&design, &nina)), Some((0, false)));
    }
}
