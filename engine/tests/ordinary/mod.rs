//! An ordinary workspace with nothing questionable, and the parts it is made of.
//!
//! Tests change it in one place and see what is found.

use redemption_engine::address::{Domain, EmailAddress};
use redemption_engine::design::{
    Design, Federation, FederationProtocol, HomeTenant, HomeUser, JustInTimeCreation, Management, Partner, TermsOfUse,
};
use redemption_engine::guest::{Guest, Invitation, Person, TargetApp, WayIn};
use redemption_engine::workspace::Workspace;

pub(crate) fn address(text: &str) -> EmailAddress {
    EmailAddress::parse(text).unwrap()
}

pub(crate) fn domain(text: &str) -> Domain {
    Domain::parse(text).unwrap()
}

pub(crate) fn federation(domains: &[&str]) -> Federation {
    Federation {
        display_name: "Tailspin IdP".to_owned(),
        preferred_authentication_protocol: FederationProtocol::Saml,
        issuer_uri: "https://idp.tailspin.example/saml".to_owned(),
        domains: domains.iter().copied().map(domain).collect(),
        is_entra_tenant: false,
    }
}

pub(crate) fn user(upn: &str) -> HomeUser {
    HomeUser { user_principal_name: address(upn), mail: None, aliases: Vec::new() }
}

pub(crate) fn home(id: &str, name: &str, verified: &str) -> HomeTenant {
    HomeTenant {
        tenant_id: id.to_owned(),
        display_name: name.to_owned(),
        management: Management::Managed,
        verified_domains: vec![domain(verified)],
        users: Vec::new(),
        federated: false,
        outbound_automatic_redemption: false,
        just_in_time_creation: JustInTimeCreation::default(),
        email_as_alternate_login_id: false,
        partner: Partner::default(),
    }
}

pub(crate) fn guest(name: &str, invited: &str) -> Guest {
    Guest {
        display_name: name.to_owned(),
        invited_email: address(invited),
        person: Person::default(),
        invitation: Invitation::default(),
        way_in: WayIn::EmailLink,
        target_app: TargetApp::AppsAccessPanel,
        sign_in_name: None,
        story: Vec::new(),
    }
}

/// Nina of Adatum (a work account) and Omar of Tailspin (a federation), with Google and terms: nothing questionable.
pub(crate) fn ordinary() -> Workspace {
    let mut adatum = home("3d0f5dec-5d3d-455c-8016-e2af1ae4d31a", "Adatum", "adatum.example");
    adatum.users.push(user("nina@adatum.example"));
    let mut design = Design { home_tenants: vec![adatum], ..Design::default() };
    let resource = &mut design.resource_tenant;
    resource.google_federation = true;
    resource.federations.push(federation(&["tailspin.example"]));
    resource.terms_of_use.push(TermsOfUse { display_name: "Guest terms".to_owned() });
    resource.privacy.statement_url = Some("https://woodgrove.example/privacy".to_owned());
    let mut nina = guest("Nina", "nina@adatum.example");
    nina.person.work_account = Some(address("nina@adatum.example"));
    let mut omar = guest("Omar", "omar@tailspin.example");
    omar.person.partner_account = true;
    Workspace { name: "Ordinary".to_owned(), design, guests: vec![nina, omar] }
}
