//! The resources of the tenant that have no sample file: what is taken, and the words with which each class of wrong input is refused.
//!
//! What all of them have in common is in `laws.rs`.

use std::num::NonZeroU16;

use redemption_engine::design::{
    Cloud, Design, ExternalUserType, GrantControl, GrantOperator, PolicyState, RestrictionKind, SignInFrequency, TermsFrequency,
};
use redemption_engine::graph::{Level, read};

use crate::{domain, import, notes};

fn new() -> Design {
    Design::default()
}

fn message(text: &str) -> String {
    read(text.as_bytes(), &new()).expect_err("this must be refused").to_string()
}

fn check(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(message(text), *expected, "{text}");
    }
}

#[test]
fn the_organization_gives_names_domains_and_privacy() {
    let text = r#"{"@odata.context": "x#organization", "value": [{"id": "a", "displayName": "Fabrikam", "preferredLanguage": "de",
        "verifiedDomains": [
            {"name": "mail.fabrikam.example", "isInitial": false, "isDefault": false},
            {"name": "Fabrikam.onmicrosoft.com", "isInitial": true, "isDefault": false, "type": "Managed"},
            {"name": "fabrikam.example", "isInitial": false, "isDefault": true}],
        "privacyProfile": {"contactEmail": "privacy@fabrikam.example", "statementUrl": null}}]}"#;
    let tenant = import(text, &new()).design.resource_tenant;
    assert_eq!(tenant.display_name, "Fabrikam");
    assert_eq!(tenant.initial_domain, domain("fabrikam.onmicrosoft.com"));
    assert_eq!(tenant.verified_domains, [domain("fabrikam.example"), domain("mail.fabrikam.example")]);
    assert_eq!((tenant.privacy.contact.as_deref(), tenant.privacy.statement_url), (Some("privacy@fabrikam.example"), None));
    check(&[
        (r#"{"verifiedDomains": [{"name": 7}]}"#, "`verifiedDomains[0].name`: expected a string, found a number"),
        (r#"{"verifiedDomains": [{"isInitial": true}]}"#, "`verifiedDomains[0].name`: this property is missing"),
        (r#"{"verifiedDomains": "a.example"}"#, "`verifiedDomains`: expected a list, found a string"),
        (
            r#"{"verifiedDomains": [{"name": "fabrikam"}]}"#,
            "`verifiedDomains[0].name`: `fabrikam` is not a domain; write one such as `adatum.example`",
        ),
        (
            r#"{"verifiedDomains": [{"name": "a.example"}, {"name": "A.example"}]}"#,
            "`verifiedDomains[1].name`: the domain `a.example` is listed twice",
        ),
        (
            r#"{"verifiedDomains": [{"name": "a.example", "isInitial": true}, {"name": "b.example", "isInitial": true}]}"#,
            "`verifiedDomains[1]`: a second domain is marked `isInitial`; a tenant has one",
        ),
        (r#"{"privacyProfile": []}"#, "`privacyProfile`: expected an object or `null`, found a list"),
        (r#"{"privacyProfile": {"contactEmail": 1}}"#, "`privacyProfile.contactEmail`: expected a string, found a number"),
    ]);
}

#[test]
fn policies_that_are_answered_in_an_object_named_value_are_read() {
    let leave = r#"{"value": {"@odata.context": "x#policies/externalIdentitiesPolicy/$entity", "allowExternalIdentitiesToLeave": false}}"#;
    assert_eq!(import(leave, &new()).design.resource_tenant.external_users_may_leave, Some(false));
    let clouds = r##"{"value": {"@odata.type": "#microsoft.graph.crossTenantAccessPolicy", "allowedCloudEndpoints":
        ["MicrosoftOnline.us", "microsoftonline.eaglex.ic.gov"]}}"##;
    let import = import(clouds, &new());
    assert_eq!(import.design.resource_tenant.allowed_clouds, [Cloud::UsGovernment]);
    assert_eq!(notes(&import, Level::Repaired).len(), 1);
    assert_eq!(
        notes(&import, Level::Ignored),
        [("value.allowedCloudEndpoints[1]", "the cloud `microsoftonline.eaglex.ic.gov` is not simulated")]
    );
    check(&[
        (
            r#"{"allowExternalIdentitiesToLeave": "yes"}"#,
            "`allowExternalIdentitiesToLeave`: expected `true` or `false`, found a string",
        ),
        (r#"{"allowedCloudEndpoints": [1]}"#, "`allowedCloudEndpoints[0]`: expected a string, found a number"),
        (
            r#"{"allowedCloudEndpoints": ["microsoftonline.us", "microsoftonline.us"]}"#,
            "`allowedCloudEndpoints[1]`: the cloud `microsoftonline.us` is listed twice",
        ),
        (r#"{"selfServiceSignUp": {}}"#, "`selfServiceSignUp.isEnabled`: this property is missing"),
        (
            r#"{"selfServiceSignUp": {"isEnabled": 1}}"#,
            "`selfServiceSignUp.isEnabled`: expected `true` or `false`, found a number",
        ),
        (r#"{"selfServiceSignUp": null}"#, "`selfServiceSignUp`: this property is missing"),
        (
            r#"{"allowInvitesFrom": "nobody"}"#,
            "`allowInvitesFrom`: `nobody` is not known; write `everyone`, `adminsGuestInvitersAndAllMembers`, `adminsAndGuestInviters` or `none`",
        ),
        (
            r#"{"guestUserRoleId": "limited"}"#,
            "`guestUserRoleId`: `limited` is not a role for guests; write `a0b1b346-4d3e-4e8b-98f8-753987be4970`, `10dae51f-b6af-4016-8d66-8c2a99b929b3` or `2af84b1e-32c8-42b7-82bc-daa82404023b`",
        ),
    ]);
}

#[test]
fn a_list_of_domains_is_found_in_its_definition_however_it_is_quoted() {
    let policy = |definition: &str| {
        format!(r#"{{"isOrganizationDefault": "true", "definition": [{}]}}"#, serde_json::to_string(definition).unwrap())
    };
    let domains = r#"{"B2BManagementPolicy":{"InvitationsAllowedAndBlockedDomainsPolicy":{"AllowedDomains":[],"BlockedDomains":["Live.com"]}}}"#;
    for definition in [domains.to_owned(), domains.replace('"', "'")] {
        let restrictions = import(&policy(&definition), &new()).design.resource_tenant.collaboration_restrictions;
        assert_eq!((restrictions.kind, restrictions.domains), (RestrictionKind::DenyList, vec![domain("live.com")]));
    }
    let none = import(&policy("{'B2BManagementPolicy':{'Version':1}}"), &new());
    assert_eq!(none.design.resource_tenant.collaboration_restrictions.kind, RestrictionKind::AnyDomain);
    assert_eq!(notes(&none, Level::Repaired).len(), 2);
    check(&[
        (
            &policy("{"),
            "`definition[0]`: the definition is not JSON: the text breaks off at line 1 column 1; a part of the JSON is missing",
        ),
        (r#"{"isOrganizationDefault": "maybe"}"#, "`isOrganizationDefault`: expected `true` or `false`, found a string"),
        (r#"{"isOrganizationDefault": true}"#, "`definition`: this property is missing"),
        (r#"{"isOrganizationDefault": true, "definition": []}"#, "`definition`: expected a list of exactly one string"),
        (
            &policy(&domains.replace("[]", "[\"a.example\"]")),
            "`definition[0].B2BManagementPolicy.InvitationsAllowedAndBlockedDomainsPolicy`: `AllowedDomains` and `BlockedDomains` exclude each other; one of them is empty",
        ),
    ]);
}

#[test]
fn terms_of_use_are_read_with_languages_and_clocks() {
    let text = r#"{"value": [{"id": "1", "displayName": "Guests", "isViewingBeforeAcceptanceRequired": true,
        "isPerDeviceAcceptanceRequired": false, "userReacceptRequiredFrequency": "P2W",
        "termsExpiration": {"startDateTime": "2026-01-31T00:00:00Z", "frequency": "PT1M"},
        "files": [{"language": "en", "isDefault": false}, {"language": "de", "isDefault": true}]}]}"#;
    let import = import(text, &new());
    let [terms] = import.design.resource_tenant.terms_of_use.as_slice() else { panic!("{import:?}") };
    assert_eq!(terms.languages, ["de", "en"]);
    assert_eq!((terms.reaccept_after_days, terms.is_viewing_before_acceptance_required), (Some(14), true));
    let expiration = terms.terms_expiration.unwrap();
    assert_eq!((expiration.start.to_string().as_str(), expiration.frequency), ("2026-01-31", TermsFrequency::Monthly));
    assert_eq!(
        notes(&import, Level::Repaired),
        [
            ("value[0].termsExpiration.frequency", "`PT1M` was read as `P1M`"),
            ("value[0].userReacceptRequiredFrequency", "`P2W` was read as `P14D`")
        ]
    );
    let of = |rest: &str| format!(r#"{{"isPerDeviceAcceptanceRequired": false, "displayName": "Guests", {rest}}}"#);
    check(&[
        (r#"{"isPerDeviceAcceptanceRequired": false}"#, "`displayName`: this property is missing"),
        (
            &of(r#""userReacceptRequiredFrequency": "P1Y""#),
            "`userReacceptRequiredFrequency`: `P1Y` is not a number of days such as `P90D`",
        ),
        (
            &of(r#""userReacceptRequiredFrequency": "P70000D""#),
            "`userReacceptRequiredFrequency`: `P70000D` is not a number of days such as `P90D`",
        ),
        (
            &of(r#""termsExpiration": {"startDateTime": "soon", "frequency": "P1Y"}"#),
            "`termsExpiration.startDateTime`: `soon` is not a time such as `2026-01-31T00:00:00Z`",
        ),
        (
            &of(r#""termsExpiration": {"startDateTime": "2026-01-31T00:00:00Z", "frequency": "P2Y"}"#),
            "`termsExpiration.frequency`: `P2Y` is not a frequency that can be chosen; write `P1Y`, `P6M`, `P3M` or `P1M`",
        ),
        (&of(r#""files": [{"language": 1}]"#), "`files[0].language`: expected a string, found a number"),
        (
            &of(r#""isViewingBeforeAcceptanceRequired": 1"#),
            "`isViewingBeforeAcceptanceRequired`: expected `true` or `false`, found a number",
        ),
    ]);
}

fn policy(rest: &str) -> String {
    format!(r#"{{"displayName": "P", "state": "enabled", {rest}}}"#)
}

const ALL: &str = r#""users": {"includeUsers": ["All"]}, "applications": {"includeApplications": ["All"]}"#;

#[test]
fn a_conditional_access_policy_is_read_as_far_as_it_touches_guests() {
    let text = policy(
        r#""conditions": {"clientAppTypes": ["all"], "applications": {"includeApplications": ["Office365"]},
        "users": {"includeUsers": [], "includeGuestsOrExternalUsers": {"guestOrExternalUserTypes": "b2bCollaborationGuest, internalGuest",
            "externalTenants": {"membershipKind": "all"}}},
        "signInRiskLevels": ["high"], "platforms": {"includePlatforms": ["iOS"]}},
        "grantControls": {"operator": "or", "builtInControls": ["mfa", "compliantDevice"], "termsOfUse": []},
        "sessionControls": {"signInFrequency": {"value": 8, "type": "hours", "isEnabled": true}}"#,
    );
    let import = import(&text, &new());
    let [policy] = import.design.resource_tenant.conditional_access.as_slice() else { panic!("{import:?}") };
    assert_eq!(policy.external_users, [ExternalUserType::B2bCollaborationGuest, ExternalUserType::InternalGuest]);
    assert_eq!((policy.applications.as_slice(), policy.state), (["Office365".to_owned()].as_slice(), PolicyState::Enabled));
    assert_eq!(policy.grant_controls, [GrantControl::Mfa, GrantControl::CompliantDevice]);
    assert_eq!((policy.operator, policy.sign_in_frequency), (GrantOperator::Or, NonZeroU16::new(8).map(SignInFrequency::Hours)));
    assert_eq!(
        notes(&import, Level::Notice),
        [("conditions.platforms", "the scenario has no `platforms`; without it the policy applies more widely")]
    );
}

#[test]
fn a_policy_that_is_not_for_guests_or_not_understood_is_left_out_with_the_reason() {
    let users = |users: &str| policy(&format!(r#""conditions": {{"users": {users}}}"#));
    let cases = [
        (users(r#"{"includeUsers": ["None"]}"#), "it is for nobody"),
        (
            users(r#"{"includeRoles": ["62e90394-69f5-4237-9190-012177145e10"]}"#),
            "it is for users, groups or roles by name; whether guests are among them is not known",
        ),
        (users(r#"{"includeUsers": ["All"], "excludeUsers": ["GuestsOrExternalUsers"]}"#), "it is not for guests"),
        (
            users(r#"{"includeGuestsOrExternalUsers": {"guestOrExternalUserTypes": "martian"}}"#),
            "a kind of external users in it is not known",
        ),
        (policy(&format!(r#""conditions": {{{ALL}, "signInRiskLevels": ["hidden"]}}"#)), "a risk level in it is not known"),
        (policy(&format!(r#""conditions": {{{ALL}, "clientAppTypes": ["other"]}}"#)), "it is for legacy clients only"),
        (
            policy(
                r#""conditions": {"users": {"includeUsers": ["All"]}, "applications": {"includeUserActions": ["urn:user:registerdevice"]}}"#,
            ),
            "it is for no application",
        ),
        (
            policy(&format!(
                r#""conditions": {{{ALL}}}, "grantControls": {{"operator": "OR", "builtInControls": ["riskRemediation"]}}"#
            )),
            "its control `riskRemediation` is not known",
        ),
        (
            r#"{"displayName": "P", "state": "unknownFutureValue", "conditions": {}}"#.to_owned(),
            "its state `unknownFutureValue` is not known",
        ),
    ];
    for (text, why) in cases {
        let import = import(&text, &new());
        assert_eq!(import.design, new(), "{text}");
        let said = format!("the policy `P` is left out: {why}");
        assert!(notes(&import, Level::Ignored).contains(&("", said.as_str())), "{:?}", import.notes);
    }
}

#[test]
fn a_broken_policy_is_named_by_its_path() {
    check(&[
        (r#"{"conditions": {}, "state": "enabled"}"#, "`displayName`: this property is missing"),
        (r#"{"conditions": {}, "displayName": "P"}"#, "`state`: this property is missing"),
        (r#"{"sessionControls": null, "displayName": "P", "state": "enabled"}"#, "`conditions`: this property is missing"),
        (&policy(r#""conditions": []"#), "`conditions`: expected an object or `null`, found a list"),
        (&policy(r#""conditions": {"users": "All"}"#), "`conditions.users`: expected an object or `null`, found a string"),
        (
            &policy(r#""conditions": {"users": {"includeUsers": [1]}}"#),
            "`conditions.users.includeUsers[0]`: expected a string, found a number",
        ),
        (
            &policy(&format!(
                r#""conditions": {{{ALL}}}, "sessionControls": {{"signInFrequency": {{"value": 0, "type": "days"}}}}"#
            )),
            "`sessionControls.signInFrequency.value`: expected a whole number from 1 to 65535",
        ),
        (
            &policy(&format!(
                r#""conditions": {{{ALL}}}, "sessionControls": {{"signInFrequency": {{"value": 1, "type": "weeks"}}}}"#
            )),
            "`sessionControls.signInFrequency`: `type` is neither `hours` nor `days`",
        ),
        (
            &policy(&format!(r#""conditions": {{{ALL}}}, "grantControls": {{"builtInControls": ["mfa", null]}}"#)),
            "`grantControls.builtInControls[1]`: expected a string, found `null`",
        ),
    ]);
}

#[test]
fn wrong_access_settings_are_named_by_their_path() {
    let of = |row: &str| format!(r#"{{"isServiceDefault": false, "b2bCollaborationInbound": {{"usersAndGroups": {row}}}}}"#);
    let row = "`b2bCollaborationInbound.usersAndGroups";
    check(&[
        (&of(r#"{"targets": []}"#), &format!("{row}.accessType`: this property is missing")),
        (&of(r#"{"accessType": "allowed"}"#), &format!("{row}.targets`: this property is missing")),
        (
            &of(r#"{"accessType": "unknownFutureValue", "targets": []}"#),
            &format!("{row}.accessType`: `unknownFutureValue` is not known; write `allowed` or `blocked`"),
        ),
        (
            &of(r#"{"accessType": "allowed", "targets": []}"#),
            &format!("{row}.targets`: the list is empty; write `AllUsers` for all of them"),
        ),
        (
            &of(r#"{"accessType": "allowed", "targets": ["AllUsers"]}"#),
            &format!("{row}.targets[0]`: expected an object, found a string"),
        ),
        (&of(r#"{"accessType": "allowed", "targets": [{}]}"#), &format!("{row}.targets[0].target`: this property is missing")),
        (&of("true"), &format!("{row}`: expected an object or `null`, found `true`")),
        (
            r#"{"isServiceDefault": false, "inboundTrust": {"isMfaAccepted": "yes"}}"#,
            "`inboundTrust.isMfaAccepted`: expected `true` or `false`, found a string",
        ),
    ]);
    let targets = vec![r#"{"target": "a", "targetType": "group"}"#; 5001].join(",");
    assert_eq!(
        message(&of(&format!(r#"{{"accessType": "allowed", "targets": [{targets}]}}"#))),
        format!("{row}.targets`: the list has 5001 entries; at most 5000 are read")
    );
}

#[test]
fn a_wrong_user_or_invitation_is_named_by_its_path() {
    check(&[
        (
            r#"{"userType": "Guest", "externalUserState": "Refused", "mail": "a@b.example"}"#,
            "`externalUserState`: `Refused` is not known; write `PendingAcceptance` or `Accepted`",
        ),
        (r#"{"userType": "Guest", "externalUserState": 1}"#, "`externalUserState`: expected a string, found a number"),
        (
            r#"{"userType": "Guest", "externalUserState": "Accepted", "mail": "nobody"}"#,
            "`mail`: `nobody` is not an email address; write one such as `nina@adatum.example`",
        ),
        (
            r#"{"userType": "Robot", "externalUserState": "Accepted", "mail": "a@b.example"}"#,
            "`userType`: `Robot` is not known; write `Guest` or `Member`",
        ),
        (
            r#"{"externalUserState": "Accepted", "mail": "a@b.example", "identities": {}}"#,
            "`identities`: expected a list, found an object",
        ),
        (r#"{"inviteRedirectUrl": "https://a.example"}"#, "`invitedUserEmailAddress`: this property is missing"),
        (r#"{"invitedUserEmailAddress": ""}"#, "`invitedUserEmailAddress`: the text is empty"),
        (
            r#"{"invitedUserEmailAddress": "a@b.example", "sendInvitationMessage": "true"}"#,
            "`sendInvitationMessage`: expected `true` or `false`, found a string",
        ),
    ]);
    let long = "n".repeat(10_001);
    assert_eq!(
        message(&format!(r#"{{"invitedUserEmailAddress": "a@b.example", "invitedUserDisplayName": "{long}"}}"#)),
        "`invitedUserDisplayName`: the text has 10001 characters; at most 10000 are read"
    );
}
