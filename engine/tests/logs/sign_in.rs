//! The sign-in logs of both tenants: interrupts, results and codes.
//!
//! What a sign-in changes in the directory is in `audit.rs`.

use redemption_engine::design::IdentityProvider;
use redemption_engine::log::MultifactorState;
use redemption_engine::rules::Basis;

use super::*;

/// `external-collaboration-settings-configure.md`, Sign-in logs for B2B users: both tenants have one.
#[test]
fn a_guest_with_a_work_account_is_in_the_sign_in_logs_of_both_tenants() {
    let played = play(adatum(), nina(json!(["accept"])));
    assert_eq!(shown(&played.signed_in(HOME)), [(PORTAL, "Success", Some(0))]);
    assert_eq!(shown(&played.signed_in(Whose::Resource)), [(PORTAL, "Success", Some(0)), ("My Apps", "Success", Some(0))]);
    for entry in played.sign_ins() {
        assert_eq!(entry.cross_tenant_access_type, "b2bCollaboration");
        assert_eq!(entry.user.user_principal_name, "nina@adatum.example");
        assert_eq!(entry.home_tenant_id.as_deref(), Some("3d0f5dec-5d3d-455c-8016-e2af1ae4d31a"));
        assert_ne!(entry.resource_tenant_id, "3d0f5dec-5d3d-455c-8016-e2af1ae4d31a");
    }
    let [home, resource, _] = played.sign_ins().try_into().unwrap();
    assert_eq!(home.correlation_id, resource.correlation_id);
    assert_ne!(home.user.id, resource.user.id);
    assert_eq!(resource.user.id, Some(played.audit()[0].target.id.clone()));
}

#[test]
fn a_guest_with_a_passcode_is_in_the_resource_tenants_log_only() {
    let played = play(json!({}), ravi(json!(["enterPasscode", "accept", {"tryAgain": "directLink"}])));
    assert_eq!(
        shown(&played.signed_in(Whose::Resource)),
        [(PORTAL, "Success", Some(0)), ("My Apps", "Success", Some(0)), ("My Apps", "Success", Some(0))]
    );
    assert!(played.sign_ins().iter().all(|entry| entry.home_tenant_id.is_none()));
    assert_eq!(played.activities_later(Whose::Resource), ["Update user", "Redeem external user invite"]);
}

/// `terms-of-use.md`, frequently asked questions: an interrupt, and a success once the terms are accepted.
#[test]
fn terms_that_are_declined_leave_an_interrupt_and_those_accepted_a_success_after_it() {
    let design = adatum_with(json!({"termsOfUse": [{"displayName": "Guest terms"}]}));
    let played = play(design, nina(json!(["accept", "decline", {"tryAgain": "emailLink"}, "accept"])));
    assert_eq!(
        played.activities_later(Whose::Resource),
        ["Decline Terms Of Use", "Accept Terms Of Use", "Update user", "Redeem external user invite"]
    );
    let declined = &played.audit().into_iter().find(|entry| entry.activity.card().name == "Decline Terms Of Use").unwrap();
    assert_eq!((declined.activity.card().category, declined.target.display_name.as_str()), ("Policy", "Guest terms"));
    assert_eq!(
        shown(&played.signed_in(Whose::Resource)),
        [
            (PORTAL, "Interrupted", Some(50158)),
            (PORTAL, "Interrupted", Some(50158)),
            (PORTAL, "Success", Some(0)),
            ("My Apps", "Success", Some(0)),
        ]
    );
}

/// `reference-error-codes.md`: AADSTS50076 where it must be done, AADSTS50074 where it was not passed, AADSTS50072 and AADSTS50079
/// where it must be registered. Which of the last two comes first no document says.
#[test]
fn a_second_factor_leaves_an_interrupt_and_then_what_came_of_it() {
    let design = || adatum_with(json!({"conditionalAccess": [{"displayName": "Everyone", "grantControls": ["mfa"]}]}));
    let log = |registered: bool, act: &str| {
        let mut guest = nina(json!(["accept", act]));
        guest["person"]["resourceMfaRegistered"] = registered.into();
        play(design(), guest)
    };
    let ends = |registered: bool, act: &str| log(registered, act).signed_in(Whose::Resource);
    assert_eq!(
        shown(&ends(true, "completeMultifactor")),
        [(PORTAL, "Interrupted", Some(50076)), (PORTAL, "Success", Some(0)), ("My Apps", "Success", Some(0))]
    );
    assert_eq!(shown(&ends(true, "giveUp")), [(PORTAL, "Interrupted", Some(50076)), (PORTAL, "Failure", Some(50074))]);
    assert_eq!(
        shown(&ends(false, "completeMultifactor")),
        [(PORTAL, "Interrupted", Some(50072)), (PORTAL, "Success", Some(0)), ("My Apps", "Success", Some(0))]
    );
    assert_eq!(shown(&ends(false, "giveUp")), [(PORTAL, "Interrupted", Some(50072)), (PORTAL, "Failure", Some(50079))]);
    let completed = log(true, "completeMultifactor").sign_ins();
    let interrupt = completed.iter().find(|entry| entry.error_code == Some(50076)).unwrap();
    assert_eq!((interrupt.multifactor, interrupt.basis), (Some(MultifactorState::NotDone), Basis::Inferred));
    assert_eq!((interrupt.conditional_access.word(), interrupt.policies[0].result.word()), ("failure", "failure"));
    let success = completed.iter().rev().find(|entry| entry.tenant == Whose::Resource).unwrap();
    assert_eq!((success.multifactor, success.conditional_access.word()), (Some(MultifactorState::Done), "success"));
}

/// `reference-error-codes.md`: AADSTS500213 and AADSTS500212.
#[test]
fn the_side_that_blocks_has_the_failure() {
    let inbound = play(adatum(), nina(json!([{"change": {"inboundAccess": "blocked"}}])));
    assert_eq!(shown(&inbound.signed_in(HOME)), [(PORTAL, "Success", Some(0))]);
    assert_eq!(shown(&inbound.signed_in(Whose::Resource)), [(PORTAL, "Failure", Some(500213))]);
    let outbound = play(adatum(), nina(json!([{"change": {"outboundAccess": "blocked"}}])));
    assert_eq!(shown(&outbound.signed_in(HOME)), [(PORTAL, "Failure", Some(500212))]);
    assert!(outbound.signed_in(Whose::Resource).is_empty());
}

/// The article on AADSTS50020, Symptoms: the home tenant's log has 90072.
#[test]
fn an_account_that_is_not_in_the_tenant_is_90072_at_home() {
    let story = json!(["accept", {"change": "homeAccountRecreated"}, {"tryAgain": "directLink"}]);
    let played = play(adatum(), nina(story));
    assert_eq!(shown(&played.signed_in(HOME)).last(), Some(&("My Apps", "Failure", Some(90072))));
    assert_eq!(shown(&played.signed_in(Whose::Resource)).last(), Some(&("My Apps", "Failure", Some(50020))));
    assert_eq!(played.activities(HOME), ["Delete user", "Add user"]);
}

#[test]
fn a_disabled_home_account_fails_at_home_and_never_comes_back() {
    let story = json!([{"change": {"homeAccountEnabled": false}}]);
    let played = play(adatum(), nina(story));
    assert_eq!(shown(&played.signed_in(HOME)), [(PORTAL, "Failure", Some(50057))]);
    assert!(played.signed_in(Whose::Resource).is_empty());
    assert_eq!(played.activities(HOME), ["Disable account"]);
}

#[test]
fn what_fails_at_another_provider_leaves_no_entry() {
    let design = json!({"resourceTenant": {"googleFederation": true}});
    let guest = json!({"displayName": "Gus", "invitedEmail": "gus@gmail.com"});
    let played = play(design, guest);
    assert_eq!(played.run.outcome().map(|outcome| outcome.id()), Some("noAccountAtProvider"));
    assert!(played.sign_ins().is_empty());
}

/// `reference-error-codes.md`: AADSTS40008, AADSTS40010, AADSTS40015 and AADSTS40009.
#[test]
fn each_error_of_google_is_in_the_log_with_its_code() {
    let log = |answer: &str, story: Value| {
        let person = json!({"googleAccount": "gus@gmail.com", "googleAnswer": answer});
        let guest = json!({"displayName": "Gus", "invitedEmail": "gus@gmail.com", "person": person, "story": story});
        play(json!({"resourceTenant": {"googleFederation": true}}), guest).signed_in(Whose::Resource)
    };
    for (answer, code) in [("lastingError", 40008), ("passingError", 40010), ("codeRefused", 40015)] {
        assert_eq!(shown(&log(answer, json!([]))), [(PORTAL, "Failure", Some(code))]);
    }
    let twice = log("refreshTokenRefused", json!(["accept", {"tryAgain": "directLink"}]));
    assert_eq!(
        shown(&twice),
        [(PORTAL, "Success", Some(0)), ("My Apps", "Success", Some(0)), ("My Apps", "Failure", Some(40009))]
    );
}

/// `appliedConditionalAccessPolicy` (Microsoft Graph), `result`.
#[test]
fn a_policy_is_listed_with_what_it_came_to() {
    let design = adatum_with(json!({"conditionalAccess": [
        {"displayName": "Guests need a compliant device", "grantControls": ["compliantDevice"]},
        {"displayName": "Block risk", "grantControls": ["block"], "signInRiskLevels": ["high"]},
        {"displayName": "Old", "state": "disabled", "grantControls": ["block"]},
        {"displayName": "Everyone", "grantControls": ["mfa"]},
    ]}));
    let played = play(design, nina(json!(["accept", "completeMultifactor"])));
    let entry = played.sign_ins().pop().unwrap();
    assert_eq!((entry.tenant, entry.error_code), (Whose::Resource, Some(53000)));
    let results: Vec<(&str, &str)> =
        entry.policies.iter().map(|policy| (policy.display_name.as_str(), policy.result.word())).collect();
    assert_eq!(
        results,
        [
            ("Guests need a compliant device", "failure"),
            ("Block risk", "notApplied"),
            ("Old", "notEnabled"),
            ("Everyone", "success"),
        ]
    );
    assert_eq!(entry.conditional_access.word(), "failure");
    assert_eq!(played.activities_later(Whose::Resource), ["User registered security info"]);
}

#[test]
fn a_member_stays_one_in_record_and_sign_in_log() {
    let played = play(adatum(), nina(json!(["accept", {"change": {"userType": "Member"}}, {"tryAgain": "directLink"}])));
    let types: Vec<&str> = played
        .sign_ins()
        .iter()
        .filter(|entry| entry.tenant == Whose::Resource)
        .map(|entry| entry.user.user_type.into())
        .collect();
    assert_eq!(types.first(), Some(&"Guest"));
    assert_eq!(types.last(), Some(&"Member"));
}

/// `signIn` (Microsoft Graph), isInteractive: a sign-in in which the guest did nothing is not interactive.
#[test]
fn a_guest_who_comes_back_with_a_session_is_in_the_resource_tenants_log_as_not_interactive() {
    let played = play(adatum(), nina(json!(["accept", {"letTimePass": 60}, "returnInSameBrowser"])));
    assert_eq!(shown(&played.signed_in(HOME)), [(PORTAL, "Success", Some(0))]);
    let resource: Vec<_> = played.sign_ins().into_iter().filter(|entry| entry.tenant == Whose::Resource).collect();
    assert_eq!(
        shown(&played.signed_in(Whose::Resource)),
        [(PORTAL, "Success", Some(0)), ("My Apps", "Success", Some(0)), ("My Apps", "Success", Some(0))]
    );
    assert_eq!(resource.iter().map(|entry| entry.is_interactive).collect::<Vec<_>>(), [true, true, false]);
    let back = resource.last().unwrap();
    assert_eq!(back.identity_provider, Some(IdentityProvider::AzureActiveDirectory));
    assert_eq!(back.home_tenant_id.as_deref(), Some("3d0f5dec-5d3d-455c-8016-e2af1ae4d31a"));
}

#[test]
fn a_second_factor_asked_for_in_a_session_makes_the_sign_in_interactive() {
    let design = adatum_with(
        json!({"conditionalAccess": [{"displayName": "Later", "state": "disabled", "grantControls": ["mfa"], "signInFrequency": {"days": 7}}]}),
    );
    let later = json!({"change": {"policyState": {"policy": 0, "state": "enabled"}}});
    let story = json!(["accept", later, "returnInSameBrowser", "completeMultifactor", "returnInSameBrowser"]);
    let resource: Vec<_> =
        play(design, nina(story)).sign_ins().into_iter().filter(|entry| entry.tenant == Whose::Resource).collect();
    let back: Vec<_> = resource.iter().skip(2).map(|entry| (entry.status.word(), entry.is_interactive)).collect();
    assert_eq!(back, [("Interrupted", true), ("Success", true), ("Success", false)]);
    let policies = &resource.last().unwrap().policies;
    assert_eq!(policies[0].session_controls, ["signInFrequency"]);
}
