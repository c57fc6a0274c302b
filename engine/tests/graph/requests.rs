//! Requests to Microsoft Graph: method, path and body of each family, typed by hand after the documented resources.
//!
//! What our own readers take from them is in `round_trip.rs`.

mod collaboration;
mod cross_tenant;
mod invitation;
mod organization;
mod policies;
mod providers;

use redemption_engine::address::EmailAddress;
use redemption_engine::design::{Design, HomeTenant};
use redemption_engine::graph::request::{Group, Request, Sheet, requests};
use redemption_engine::guest::Guest;
use redemption_engine::workspace::Workspace;
use serde_json::Value;

use crate::domain;

const ADATUM: &str = "3d0f5dec-5d3d-455c-8016-e2af1ae4d31a";

/// A new resource tenant, the home tenant Adatum, and Nina.
fn workspace() -> Workspace {
    let mut design = Design::default();
    design.home_tenants.push(HomeTenant::managed(ADATUM, "Adatum", vec![domain("adatum.example")]));
    let nina = Guest::invited("Nina", EmailAddress::parse("nina@adatum.example").unwrap());
    Workspace::new("Requests", design, vec![nina])
}

/// The sheet of a group after this change of the workspace.
fn sheet(group: Group, change: impl FnOnce(&mut Workspace)) -> Sheet {
    let mut workspace = workspace();
    change(&mut workspace);
    requests(&workspace, group)
}

/// The only request of a sheet.
fn only(sheet: &Sheet) -> &Request {
    assert_eq!(sheet.requests.len(), 1, "{sheet:?}");
    &sheet.requests[0]
}

fn body(request: &Request) -> Value {
    serde_json::from_str(&request.body()).unwrap()
}

/// Every group, for the first home tenant and the first guest.
const GROUPS: [Group; 24] = [
    Group::RedemptionOrder,
    Group::EmailOneTimePasscode,
    Group::Google,
    Group::Federations,
    Group::Organization,
    Group::Collaboration,
    Group::InboundDefault,
    Group::TrustDefault,
    Group::Clouds,
    Group::TermsOfUse,
    Group::ConditionalAccess,
    Group::Application,
    Group::Privacy,
    Group::RedirectUrl,
    Group::HomeOrganization(0),
    Group::AutomaticRedemption(0),
    Group::InboundFromPartner(0),
    Group::TrustOfPartner(0),
    Group::OutboundDefault(0),
    Group::OutboundToResource(0),
    Group::HomeClouds(0),
    Group::HomePolicies(0),
    Group::JustInTimeCreation(0),
    Group::Invitation(0),
];

#[test]
fn every_group_has_a_request_or_says_why_there_is_none() {
    for group in GROUPS {
        let sheet = requests(&workspace(), group);
        assert!(!sheet.requests.is_empty() || !sheet.remarks.is_empty(), "{group:?}");
        for remark in sheet.remarks.iter().chain(sheet.requests.iter().flat_map(|request| &request.notes)) {
            assert!(remark.ends_with('.'), "{remark}");
        }
    }
}

#[test]
fn what_is_not_in_the_workspace_has_nothing_to_send() {
    for group in [Group::AutomaticRedemption(1), Group::HomePolicies(7), Group::Invitation(1)] {
        assert_eq!(requests(&workspace(), group), Sheet::default());
    }
}

#[test]
fn the_version_stands_before_the_path() {
    let order = sheet(Group::RedemptionOrder, |_| ());
    assert_eq!(only(&order).line(), "PATCH /v1.0/policies/crossTenantAccessPolicy/default");
    let leave = sheet(Group::Collaboration, |workspace| workspace.design.resource_tenant.external_users_may_leave = Some(true));
    assert_eq!(leave.requests[2].line(), "PATCH /beta/policies/externalIdentitiesPolicy");
    assert!(leave.requests[2].beta && !leave.requests[0].beta);
}

#[test]
fn every_placeholder_stands_in_the_path_or_the_body() {
    let everything = sheet_of_everything();
    assert!(everything.iter().any(|request| !request.placeholders.is_empty()));
    for request in everything {
        let text = format!("{}{}", request.path, request.body());
        for placeholder in &request.placeholders {
            assert!(text.contains(placeholder.as_str()), "{placeholder} in {text}");
        }
        assert_eq!(text.matches("\"<").count() == 0 && !request.path.contains('<'), request.placeholders.is_empty(), "{text}");
    }
}

/// All requests of a workspace in which much has to be filled in.
fn sheet_of_everything() -> Vec<Request> {
    let mut workspace = workspace();
    let tenant = &mut workspace.design.resource_tenant;
    tenant.google_federation = true;
    tenant.federations = crate::design().resource_tenant.federations;
    tenant.inbound.users_and_groups.targets = vec!["Contractors".to_owned()];
    tenant.terms_of_use = vec![redemption_engine::design::TermsOfUse::named("Rules")];
    tenant.application.permissions = redemption_engine::design::ApplicationPermissions::PreConsented;
    workspace.guests[0].invitation.account_disabled = true;
    GROUPS.into_iter().flat_map(|group| requests(&workspace, group).requests).collect()
}
