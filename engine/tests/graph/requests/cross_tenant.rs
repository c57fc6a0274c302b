//! Cross-tenant access: the defaults, one partner, the home tenant's side, and the clouds.
//!
//! Shapes after the *Cross-tenant access settings API overview* (Microsoft Graph).

use redemption_engine::design::{
    AccessRule, AccessSettings, AccessType, Cloud, FallbackProvider, InboundTrust, PrimaryProvider, RedemptionOrder,
};
use redemption_engine::fictional::resource_tenant_id;
use redemption_engine::graph::request::Group;
use serde_json::{Value, json};

use super::{ADATUM, body, only, sheet, workspace};

fn all(access: &str) -> Value {
    json!({
        "usersAndGroups": { "accessType": access, "targets": [{ "target": "AllUsers", "targetType": "user" }] },
        "applications": { "accessType": access, "targets": [{ "target": "AllApplications", "targetType": "application" }] }
    })
}

/// `…/partners/` and Adatum's id.
fn adatum() -> String {
    format!("PATCH /v1.0/policies/crossTenantAccessPolicy/partners/{ADATUM}")
}

/// `…/partners/` and the resource tenant's id.
fn woodgrove() -> String {
    format!("PATCH /v1.0/policies/crossTenantAccessPolicy/partners/{}", resource_tenant_id(&workspace().design))
}

#[test]
fn the_redemption_order_is_a_part_of_the_default_settings() {
    let sheet = sheet(Group::RedemptionOrder, |workspace| {
        let primary = vec![PrimaryProvider::ExternalFederation, PrimaryProvider::AzureActiveDirectory];
        workspace.design.resource_tenant.redemption_order =
            RedemptionOrder::new(primary, FallbackProvider::EmailOneTimePasscode).unwrap();
    });
    assert_eq!((only(&sheet).tenant.as_str(), only(&sheet).placeholders.len()), ("Woodgrove", 0));
    let expected = json!({
        "invitationRedemptionIdentityProviderConfiguration": {
            "primaryIdentityProviderPrecedenceOrder": ["externalFederation", "azureActiveDirectory"],
            "fallbackIdentityProvider": "emailOneTimePasscode"
        }
    });
    assert_eq!(body(only(&sheet)), expected);
}

#[test]
fn by_default_everybody_is_allowed_and_nothing_is_trusted() {
    let inbound = sheet(Group::InboundDefault, |_| ());
    assert_eq!(only(&inbound).line(), "PATCH /v1.0/policies/crossTenantAccessPolicy/default");
    assert_eq!(body(only(&inbound)), json!({ "b2bCollaborationInbound": all("allowed") }));
    let trust = sheet(Group::TrustDefault, |workspace| {
        workspace.design.resource_tenant.inbound_trust.is_mfa_accepted = true;
    });
    let expected = json!({
        "inboundTrust": {
            "isMfaAccepted": true,
            "isCompliantDeviceAccepted": false,
            "isHybridAzureADJoinedDeviceAccepted": false
        }
    });
    assert_eq!(body(only(&trust)), expected);
}

#[test]
fn named_targets_are_ids_and_what_has_no_id_is_to_be_filled_in() {
    let rule = |access_type, targets: &[&str]| AccessRule {
        access_type,
        targets: targets.iter().map(|target| (*target).to_owned()).collect(),
    };
    let sheet = sheet(Group::InboundFromPartner(0), |workspace| {
        workspace.design.home_tenants[0].partner.inbound = Some(AccessSettings {
            users_and_groups: rule(AccessType::Blocked, &["Contractors", "nina@adatum.example"]),
            applications: rule(AccessType::Allowed, &["7d1c3f5a-0b2e-4c6d-8e9f-a1b2c3d4e5f6", "Office365", "AllMicrosoftApps"]),
        });
    });
    let request = only(&sheet);
    assert_eq!(request.line(), adatum());
    let expected = json!({
        "b2bCollaborationInbound": {
            "usersAndGroups": {
                "accessType": "blocked",
                "targets": [
                    { "target": "<id of Contractors>", "targetType": "group" },
                    { "target": "<id of nina@adatum.example>", "targetType": "user" }
                ]
            },
            "applications": {
                "accessType": "allowed",
                "targets": [
                    { "target": "7d1c3f5a-0b2e-4c6d-8e9f-a1b2c3d4e5f6", "targetType": "application" },
                    { "target": "Office365", "targetType": "application" },
                    { "target": "AllMicrosoftApps", "targetType": "application" }
                ]
            }
        }
    });
    assert_eq!(body(request), expected);
    assert_eq!(request.placeholders, ["<id of Contractors>", "<id of nina@adatum.example>"]);
}

#[test]
fn what_a_partner_inherits_is_null() {
    for (group, expected) in [
        (Group::InboundFromPartner(0), json!({ "b2bCollaborationInbound": null })),
        (Group::TrustOfPartner(0), json!({ "inboundTrust": null })),
        (Group::OutboundToResource(0), json!({ "b2bCollaborationOutbound": null })),
    ] {
        assert_eq!(body(only(&sheet(group, |_| ()))), expected);
    }
}

#[test]
fn a_partner_is_trusted_by_settings_of_its_own() {
    let sheet = sheet(Group::TrustOfPartner(0), |workspace| {
        workspace.design.home_tenants[0].partner.inbound_trust =
            Some(InboundTrust { is_compliant_device_accepted: true, ..InboundTrust::default() });
    });
    let expected = json!({
        "inboundTrust": {
            "isMfaAccepted": false,
            "isCompliantDeviceAccepted": true,
            "isHybridAzureADJoinedDeviceAccepted": false
        }
    });
    assert_eq!((only(&sheet).line(), body(only(&sheet))), (adatum(), expected));
}

#[test]
fn automatic_redemption_is_sent_in_both_tenants() {
    let sheet = sheet(Group::AutomaticRedemption(0), |workspace| {
        let home = &mut workspace.design.home_tenants[0];
        home.outbound_automatic_redemption = true;
        home.partner.inbound_automatic_redemption = Some(true);
    });
    let [outbound, inbound] = sheet.requests.as_slice() else { panic!("{sheet:?}") };
    assert_eq!((outbound.tenant.as_str(), outbound.line()), ("Adatum", woodgrove()));
    assert_eq!(body(outbound), json!({ "automaticUserConsentSettings": { "outboundAllowed": true } }));
    assert_eq!((inbound.tenant.as_str(), inbound.line()), ("Woodgrove", adatum()));
    assert_eq!(body(inbound), json!({ "automaticUserConsentSettings": { "inboundAllowed": true } }));
}

#[test]
fn the_home_tenant_sends_its_outbound_settings_itself() {
    let default = sheet(Group::OutboundDefault(0), |workspace| {
        workspace.design.home_tenants[0].outbound = AccessSettings::all(AccessType::Blocked);
    });
    assert_eq!(only(&default).tenant, "Adatum");
    assert_eq!(only(&default).line(), "PATCH /v1.0/policies/crossTenantAccessPolicy/default");
    assert_eq!(body(only(&default)), json!({ "b2bCollaborationOutbound": all("blocked") }));
    let own = sheet(Group::OutboundToResource(0), |workspace| {
        workspace.design.home_tenants[0].outbound_to_resource = Some(AccessSettings::all(AccessType::Allowed));
    });
    assert_eq!((only(&own).tenant.as_str(), only(&own).line()), ("Adatum", woodgrove()));
    assert_eq!(body(only(&own)), json!({ "b2bCollaborationOutbound": all("allowed") }));
}

#[test]
fn clouds_are_named_by_their_endpoints() {
    let sheet = sheet(Group::Clouds, |workspace| {
        workspace.design.resource_tenant.allowed_clouds = vec![Cloud::Global, Cloud::UsGovernment, Cloud::China21Vianet];
    });
    assert_eq!(only(&sheet).line(), "PATCH /v1.0/policies/crossTenantAccessPolicy");
    let expected =
        json!({ "allowedCloudEndpoints": ["microsoftonline.com", "microsoftonline.us", "partner.microsoftonline.cn"] });
    assert_eq!(body(only(&sheet)), expected);
}

#[test]
fn across_clouds_each_tenant_adds_the_other_and_the_home_tenant_allows_the_cloud() {
    let sheet = sheet(Group::HomeClouds(0), |workspace| {
        workspace.design.resource_tenant.cloud = Cloud::UsGovernment;
        let home = &mut workspace.design.home_tenants[0];
        home.partner.added = true;
        home.cross_cloud.allows_resource_cloud = true;
        home.cross_cloud.adds_resource_tenant = true;
    });
    let sent: Vec<(&str, String, Value)> =
        sheet.requests.iter().map(|request| (request.tenant.as_str(), request.line(), body(request))).collect();
    let partners = "POST /v1.0/policies/crossTenantAccessPolicy/partners".to_owned();
    let expected = vec![
        ("Woodgrove", partners.clone(), json!({ "tenantId": ADATUM })),
        (
            "Adatum",
            "PATCH /v1.0/policies/crossTenantAccessPolicy".to_owned(),
            json!({ "allowedCloudEndpoints": ["microsoftonline.us"] }),
        ),
        ("Adatum", partners, json!({ "tenantId": resource_tenant_id(&workspace().design) })),
    ];
    assert_eq!(sent, expected);
}

#[test]
fn just_in_time_creation_is_set_in_the_home_tenant() {
    let sheet = sheet(Group::JustInTimeCreation(0), |workspace| {
        workspace.design.home_tenants[0].just_in_time_creation.allow_email_verified_users_to_join_organization = true;
    });
    assert_eq!(only(&sheet).tenant, "Adatum");
    assert_eq!(only(&sheet).line(), "PATCH /v1.0/policies/authorizationPolicy");
    let expected = json!({ "allowEmailVerifiedUsersToJoinOrganization": true, "allowedToSignUpEmailBasedSubscriptions": false });
    assert_eq!(body(only(&sheet)), expected);
}
