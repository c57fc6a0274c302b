//! What our readers take from our own requests gives the design they were written from, without repair.
//!
//! The readers take the redemption order, inbound automatic redemption, federations, Google and email one-time passcode.

use redemption_engine::design::{Design, EmailOneTimePasscode, FallbackProvider, PrimaryProvider, RedemptionOrder};
use redemption_engine::graph::request::{Group, Request, requests};
use redemption_engine::graph::{Level, ResourceKind};
use redemption_engine::workspace::Workspace;
use serde_json::{Value, json};

use crate::{design, import, notes};

fn sent(design: &Design, group: Group) -> Vec<Request> {
    let workspace = Workspace::new("", design.clone(), Vec::new());
    requests(&workspace, group).requests
}

/// Reads these bodies one after the other into a design, as resources of this kind.
fn read_all(kind: ResourceKind, bodies: impl IntoIterator<Item = String>, into: Design) -> Design {
    bodies.into_iter().fold(into, |design, body| {
        let import = import(&body, &design);
        assert_eq!((import.kind, notes(&import, Level::Repaired)), (kind, Vec::new()), "{body}");
        import.design
    })
}

#[test]
fn the_redemption_order_comes_back() {
    let mut design = design();
    let primary = vec![PrimaryProvider::SocialIdentityProviders, PrimaryProvider::AzureActiveDirectory];
    design.resource_tenant.redemption_order = RedemptionOrder::new(primary, FallbackProvider::MicrosoftAccount).unwrap();
    let bodies = sent(&design, Group::RedemptionOrder).into_iter().map(|request| request.body());
    let read = read_all(ResourceKind::DefaultPolicy, bodies, Design::default());
    assert_eq!(read.resource_tenant.redemption_order, design.resource_tenant.redemption_order);
}

#[test]
fn email_one_time_passcode_comes_back() {
    for setting in [EmailOneTimePasscode::Default, EmailOneTimePasscode::Enabled, EmailOneTimePasscode::Disabled] {
        let mut design = design();
        design.resource_tenant.email_one_time_passcode = setting;
        let bodies = sent(&design, Group::EmailOneTimePasscode).into_iter().map(|request| request.body());
        assert_eq!(read_all(ResourceKind::EmailAuthenticationMethod, bodies, Design::default()).resource_tenant, {
            redemption_engine::design::ResourceTenant { email_one_time_passcode: setting, ..Default::default() }
        });
    }
}

#[test]
fn google_comes_back() {
    let mut design = design();
    design.resource_tenant.google_federation = true;
    let bodies = sent(&design, Group::Google).into_iter().map(|request| request.body());
    assert!(read_all(ResourceKind::IdentityProviders, bodies, Design::default()).resource_tenant.google_federation);
}

#[test]
fn federations_come_back_in_their_order() {
    let design = design();
    let bodies: Vec<String> = sent(&design, Group::Federations).into_iter().map(|request| request.body()).collect();
    assert_eq!(read_all(ResourceKind::Federations, bodies.clone(), design.clone()), design);
    let into_new = read_all(ResourceKind::Federations, bodies, Design::default()).resource_tenant.federations;
    let taken = |design: &[redemption_engine::design::Federation]| -> Vec<_> {
        let of = |one: &redemption_engine::design::Federation| {
            (one.display_name.clone(), one.issuer_uri.clone(), one.preferred_authentication_protocol, one.domains.clone())
        };
        design.iter().map(of).collect()
    };
    assert_eq!(taken(&into_new), taken(&design.resource_tenant.federations));
}

/// A partner as Microsoft Graph answers: what was sent, with the id that stands in the path.
fn as_answered(request: &Request) -> String {
    let mut partner: Value = serde_json::from_str(&request.body()).unwrap();
    partner["tenantId"] = json!(request.path.rsplit('/').next().unwrap());
    partner.to_string()
}

#[test]
fn inbound_automatic_redemption_of_every_partner_comes_back() {
    for setting in [None, Some(true), Some(false)] {
        let mut design = design();
        design.home_tenants[0].partner.inbound_automatic_redemption = setting;
        for home in &mut design.home_tenants {
            home.partner.added = true;
        }
        let mut others = design.clone();
        for home in &mut others.home_tenants {
            home.partner.inbound_automatic_redemption = setting.map_or(Some(true), |_| None);
        }
        let inbound = |at| as_answered(&sent(&design, Group::AutomaticRedemption(at))[1]);
        assert_eq!(read_all(ResourceKind::Partners, [inbound(0), inbound(1)], others), design);
    }
}
