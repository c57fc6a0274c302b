//! Microsoft Graph's JSON: what is taken from it, what is noted, what is refused.
//!
//! The samples in `tests/fixtures/graph` are our own, with the property names of the documented resources.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a failing test may panic")]

mod any;
mod back;
mod changes;
mod collector;
mod laws;
mod readers;
mod requests;
mod round_trip;
mod samples;
mod untidy;
mod users;
mod whole;

use redemption_engine::address::{Domain, EmailAddress};
use redemption_engine::design::{
    Design, Federation, FederationProtocol, HomeTenant, HomeUser, JustInTimeCreation, Management, Partner,
};
use redemption_engine::graph::{Import, Level, read};

/// Reads a resource into a design.
fn import(text: &str, design: &Design) -> Import {
    read(text.as_bytes(), design).unwrap()
}

/// The paths and texts of the notes of one level, in order.
fn notes(import: &Import, level: Level) -> Vec<(&str, &str)> {
    import.notes.iter().filter(|note| note.level == level).map(|note| (note.path.as_str(), note.text.as_str())).collect()
}

fn domain(text: &str) -> Domain {
    Domain::parse(text).unwrap()
}

/// A design with a home tenant, a partner setting and a federation of its own.
fn design() -> Design {
    let mut design = Design::default();
    design.home_tenants.push(HomeTenant {
        tenant_id: "3D0F5DEC-5d3d-455c-8016-e2af1ae4d31a".to_owned(),
        display_name: "Adatum".to_owned(),
        management: Management::Unmanaged,
        verified_domains: vec![domain("adatum.example")],
        users: vec![HomeUser {
            user_principal_name: EmailAddress::parse("nina@adatum.example").unwrap(),
            mail: None,
            aliases: Vec::new(),
            ..HomeUser::named(EmailAddress::parse("x@y.example").unwrap())
        }],
        federated: true,
        outbound_automatic_redemption: true,
        just_in_time_creation: JustInTimeCreation::default(),
        email_as_alternate_login_id: false,
        partner: Partner::default(),
        ..HomeTenant::managed("", "", Vec::new())
    });
    design.home_tenants.push(HomeTenant {
        tenant_id: "11111111-2222-3333-4444-555555555555".to_owned(),
        display_name: "Contoso".to_owned(),
        verified_domains: vec![domain("contoso.example")],
        partner: Partner { inbound_automatic_redemption: Some(true), ..Partner::default() },
        ..design.home_tenants[0].clone()
    });
    design.resource_tenant.federations = vec![
        Federation {
            display_name: "Old Fabrikam".to_owned(),
            preferred_authentication_protocol: FederationProtocol::WsFed,
            issuer_uri: "https://idp.fabrikam.example/saml".to_owned(),
            domains: vec![domain("fabrikam.example"), domain("fabrikam.test")],
            is_entra_tenant: true,
            ..Federation::of("", "", Vec::new())
        },
        Federation {
            display_name: "Contoso IdP".to_owned(),
            preferred_authentication_protocol: FederationProtocol::Saml,
            issuer_uri: "https://idp.contoso.example".to_owned(),
            domains: vec![domain("contoso.example")],
            is_entra_tenant: false,
            ..Federation::of("", "", Vec::new())
        },
    ];
    design
}
