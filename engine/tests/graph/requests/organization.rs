//! Domains, privacy information and the application.

use redemption_engine::design::ApplicationPermissions;
use redemption_engine::fictional::resource_tenant_id;
use redemption_engine::graph::request::Group;
use serde_json::json;

use super::{body, only, sheet, workspace};
use crate::domain;

#[test]
fn verified_domains_are_added_and_the_name_is_not_sent() {
    let sheet = sheet(Group::Organization, |workspace| {
        workspace.design.resource_tenant.verified_domains = vec![domain("woodgrove.example")];
    });
    assert_eq!(only(&sheet).line(), "POST /v1.0/domains");
    assert_eq!(body(only(&sheet)), json!({ "id": "woodgrove.example" }));
    assert_eq!(sheet.remarks.len(), 1);
}

#[test]
fn privacy_information_is_the_privacy_profile_of_the_organization() {
    let with = sheet(Group::Privacy, |workspace| {
        let privacy = &mut workspace.design.resource_tenant.privacy;
        privacy.contact = Some("privacy@woodgrove.example".to_owned());
        privacy.statement_url = Some("https://woodgrove.example/privacy".to_owned());
    });
    assert_eq!(only(&with).line(), format!("PATCH /v1.0/organization/{}", resource_tenant_id(&workspace().design)));
    let expected = json!({
        "privacyProfile": { "contactEmail": "privacy@woodgrove.example", "statementUrl": "https://woodgrove.example/privacy" }
    });
    assert_eq!(body(only(&with)), expected);
    let without = sheet(Group::Privacy, |_| ());
    assert_eq!(body(only(&without)), json!({ "privacyProfile": { "contactEmail": null, "statementUrl": null } }));
}

#[test]
fn an_application_demands_assignment_by_its_service_principal() {
    let sheet = sheet(Group::Application, |workspace| {
        workspace.design.resource_tenant.application.assignment_required = true;
    });
    assert_eq!(only(&sheet).line(), "PATCH /v1.0/servicePrincipals(appId='7d1c3f5a-0b2e-4c6d-8e9f-a1b2c3d4e5f6')");
    assert_eq!(body(only(&sheet)), json!({ "appRoleAssignmentRequired": true }));
}

#[test]
fn consent_for_everybody_is_a_grant_to_all_principals() {
    let sheet = sheet(Group::Application, |workspace| {
        workspace.design.resource_tenant.application.permissions = ApplicationPermissions::PreConsented;
    });
    let [_, grant] = sheet.requests.as_slice() else { panic!("{sheet:?}") };
    assert_eq!(grant.line(), "POST /v1.0/oauth2PermissionGrants");
    let expected = json!({
        "clientId": "<object id of the service principal of Partner portal>",
        "consentType": "AllPrincipals",
        "resourceId": "<object id of the API's service principal>",
        "scope": "<delegated permissions>"
    });
    assert_eq!(body(grant), expected);
    assert!(sheet.remarks.is_empty());
}
