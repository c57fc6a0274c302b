//! Conditional Access policies and terms of use.

use std::num::NonZeroU16;

use jiff::civil::date;
use redemption_engine::design::{
    ConditionalAccessPolicy, ExternalUserType, GrantControl, GrantOperator, PolicyState, RiskLevel, SignInFrequency,
    TermsExpiration, TermsFrequency, TermsOfUse,
};
use redemption_engine::graph::request::{Group, Sheet};
use serde_json::json;

use super::{body, only, sheet};

fn policy(policy: ConditionalAccessPolicy) -> Sheet {
    sheet(Group::ConditionalAccess, |workspace| workspace.design.resource_tenant.conditional_access = vec![policy])
}

#[test]
fn a_policy_for_everybody_names_all_users_and_all_applications() {
    let sheet = policy(ConditionalAccessPolicy::demanding("Require MFA", vec![GrantControl::Mfa]));
    assert_eq!(only(&sheet).line(), "POST /v1.0/identity/conditionalAccess/policies");
    let expected = json!({
        "displayName": "Require MFA",
        "state": "enabled",
        "conditions": {
            "clientAppTypes": ["all"],
            "applications": { "includeApplications": ["All"] },
            "users": { "includeUsers": ["All"] }
        },
        "grantControls": { "operator": "AND", "builtInControls": ["mfa"] }
    });
    assert_eq!(body(only(&sheet)), expected);
    assert_eq!(only(&sheet).notes, ["It is for all users, this tenant's own included."]);
}

#[test]
fn a_policy_for_guests_carries_all_its_conditions_and_controls() {
    let sheet = policy(ConditionalAccessPolicy {
        state: PolicyState::EnabledForReportingButNotEnforced,
        external_users: vec![ExternalUserType::B2bCollaborationGuest, ExternalUserType::B2bCollaborationMember],
        applications: vec!["7d1c3f5a-0b2e-4c6d-8e9f-a1b2c3d4e5f6".to_owned(), "Office365".to_owned()],
        include_locations: vec!["Italy".to_owned()],
        exclude_locations: vec!["b5c47916-b835-4c77-bd91-807ec08bf2a3".to_owned()],
        sign_in_risk_levels: vec![RiskLevel::High, RiskLevel::Medium],
        user_risk_levels: vec![RiskLevel::High],
        operator: GrantOperator::Or,
        terms_of_use: vec!["Rules".to_owned()],
        sign_in_frequency: Some(SignInFrequency::Hours(NonZeroU16::new(12).unwrap())),
        ..ConditionalAccessPolicy::demanding("Guests", vec![GrantControl::CompliantDevice, GrantControl::AuthenticationStrength])
    });
    let expected = json!({
        "displayName": "Guests",
        "state": "enabledForReportingButNotEnforced",
        "conditions": {
            "clientAppTypes": ["all"],
            "applications": { "includeApplications": ["7d1c3f5a-0b2e-4c6d-8e9f-a1b2c3d4e5f6", "Office365"] },
            "users": {
                "includeGuestsOrExternalUsers": {
                    "guestOrExternalUserTypes": "b2bCollaborationGuest,b2bCollaborationMember",
                    "externalTenants": {
                        "@odata.type": "#microsoft.graph.conditionalAccessAllExternalTenants",
                        "membershipKind": "all"
                    }
                }
            },
            "locations": {
                "includeLocations": ["<id of Italy>"],
                "excludeLocations": ["b5c47916-b835-4c77-bd91-807ec08bf2a3"]
            },
            "signInRiskLevels": ["high", "medium"],
            "userRiskLevels": ["high"]
        },
        "grantControls": {
            "operator": "OR",
            "builtInControls": ["compliantDevice"],
            "termsOfUse": ["<id of Rules>"],
            "authenticationStrength": { "id": "00000000-0000-0000-0000-000000000004" }
        },
        "sessionControls": {
            "signInFrequency": { "value": 12, "type": "hours", "frequencyInterval": "timeBased", "isEnabled": true }
        }
    });
    assert_eq!(body(only(&sheet)), expected);
    assert_eq!(only(&sheet).placeholders, ["<id of Italy>", "<id of Rules>"]);
    assert!(only(&sheet).notes.is_empty());
}

#[test]
fn a_policy_may_have_a_session_control_alone_and_spare_a_location() {
    let sheet = policy(ConditionalAccessPolicy {
        exclude_locations: vec!["Headquarters".to_owned()],
        sign_in_frequency: Some(SignInFrequency::EveryTime),
        ..ConditionalAccessPolicy::demanding("Sign in each time", Vec::new())
    });
    let body = body(only(&sheet));
    assert_eq!(body.get("grantControls"), None);
    let expected = json!({ "includeLocations": ["All"], "excludeLocations": ["<id of Headquarters>"] });
    assert_eq!(body["conditions"]["locations"], expected);
    let expected = json!({
        "signInFrequency": {
            "authenticationType": "primaryAndSecondaryAuthentication",
            "frequencyInterval": "everyTime",
            "isEnabled": true
        }
    });
    assert_eq!(body["sessionControls"], expected);
}

#[test]
fn terms_of_use_are_an_agreement_with_a_file_for_each_language() {
    let sheet = sheet(Group::TermsOfUse, |workspace| {
        workspace.design.resource_tenant.terms_of_use = vec![TermsOfUse {
            languages: vec!["en".to_owned(), "de".to_owned()],
            is_viewing_before_acceptance_required: true,
            terms_expiration: Some(TermsExpiration { start: date(2026, 6, 1), frequency: TermsFrequency::Quarterly }),
            reaccept_after_days: Some(90),
            ..TermsOfUse::named("Rules")
        }];
    });
    let request = only(&sheet);
    assert_eq!(request.line(), "POST /v1.0/identityGovernance/termsOfUse/agreements");
    let expected = json!({
        "displayName": "Rules",
        "isViewingBeforeAcceptanceRequired": true,
        "isPerDeviceAcceptanceRequired": false,
        "termsExpiration": { "startDateTime": "2026-06-01T00:00:00Z", "frequency": "P3M" },
        "userReacceptRequiredFrequency": "P90D",
        "files": [
            {
                "fileName": "<file name, en>",
                "language": "en",
                "isDefault": true,
                "fileData": { "data": "<PDF, en, Base64>" }
            },
            {
                "fileName": "<file name, de>",
                "language": "de",
                "isDefault": false,
                "fileData": { "data": "<PDF, de, Base64>" }
            }
        ]
    });
    assert_eq!(body(request), expected);
    assert_eq!(request.placeholders.len(), 4);
}

#[test]
fn schedules_are_durations_of_iso_8601() {
    for (frequency, duration) in [
        (TermsFrequency::Annually, "P1Y"),
        (TermsFrequency::Biannually, "P6M"),
        (TermsFrequency::Quarterly, "P3M"),
        (TermsFrequency::Monthly, "P1M"),
    ] {
        let sheet = sheet(Group::TermsOfUse, |workspace| {
            let terms_expiration = Some(TermsExpiration { start: date(2026, 1, 1), frequency });
            workspace.design.resource_tenant.terms_of_use = vec![TermsOfUse { terms_expiration, ..TermsOfUse::named("Rules") }];
        });
        assert_eq!(body(only(&sheet))["termsExpiration"]["frequency"], duration);
        assert_eq!(only(&sheet).notes.len(), 1);
    }
}
