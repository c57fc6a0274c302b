//! An ordinary workspace with nothing questionable, and the parts it is made of.
//!
//! Tests change it in one place and see what is found.

use redemption_engine::address::{Domain, EmailAddress};
use redemption_engine::design::{Design, Federation, HomeTenant, HomeUser, TermsOfUse};
use redemption_engine::guest::Guest;
use redemption_engine::workspace::Workspace;

pub(crate) fn address(text: &str) -> EmailAddress {
    EmailAddress::parse(text).unwrap()
}

pub(crate) fn domain(text: &str) -> Domain {
    Domain::parse(text).unwrap()
}

pub(crate) fn federation(domains: &[&str]) -> Federation {
    Federation::of("Tailspin IdP", "https://idp.tailspin.example/saml", domains.iter().copied().map(domain).collect())
}

pub(crate) fn user(upn: &str) -> HomeUser {
    HomeUser::named(address(upn))
}

pub(crate) fn home(id: &str, name: &str, verified: &str) -> HomeTenant {
    HomeTenant::managed(id, name, vec![domain(verified)])
}

pub(crate) fn guest(name: &str, invited: &str) -> Guest {
    Guest::invited(name, address(invited))
}

/// Nina of Adatum (a work account) and Omar of Tailspin (a federation), with Google and terms: nothing questionable.
pub(crate) fn ordinary() -> Workspace {
    let mut adatum = home("3d0f5dec-5d3d-455c-8016-e2af1ae4d31a", "Adatum", "adatum.example");
    adatum.users.push(user("nina@adatum.example"));
    let mut design = Design { home_tenants: vec![adatum], ..Design::default() };
    let resource = &mut design.resource_tenant;
    resource.google_federation = true;
    resource.federations.push(federation(&["tailspin.example"]));
    resource.terms_of_use.push(TermsOfUse::named("Guest terms"));
    resource.privacy.statement_url = Some("https://woodgrove.example/privacy".to_owned());
    let mut nina = guest("Nina", "nina@adatum.example");
    nina.person.work_account = Some(address("nina@adatum.example"));
    let mut omar = guest("Omar", "omar@tailspin.example");
    omar.person.partner_account = true;
    Workspace::new("Ordinary", design, vec![nina, omar])
}
