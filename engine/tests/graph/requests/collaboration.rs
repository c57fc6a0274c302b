//! External collaboration settings.

use redemption_engine::design::{AllowInvitesFrom, CollaborationRestrictions, GuestUserAccess, RestrictionKind};
use redemption_engine::graph::request::Group;
use serde_json::json;

use super::{body, sheet};
use crate::domain;

#[test]
fn a_new_tenant_sets_what_guests_see_and_self_service_sign_up_alone() {
    let sheet = sheet(Group::Collaboration, |_| ());
    let [authorization, sign_up] = sheet.requests.as_slice() else { panic!("{sheet:?}") };
    assert_eq!(authorization.line(), "PATCH /v1.0/policies/authorizationPolicy");
    assert_eq!(body(authorization), json!({ "guestUserRoleId": "10dae51f-b6af-4016-8d66-8c2a99b929b3" }));
    assert_eq!(sign_up.line(), "PATCH /v1.0/policies/authenticationFlowsPolicy");
    assert_eq!(body(sign_up), json!({ "selfServiceSignUp": { "isEnabled": false } }));
    assert_eq!(sheet.remarks.len(), 2);
}

#[test]
fn invites_access_leaving_and_the_list_are_four_policies() {
    let sheet = sheet(Group::Collaboration, |workspace| {
        let tenant = &mut workspace.design.resource_tenant;
        tenant.allow_invites_from = Some(AllowInvitesFrom::AdminsAndGuestInviters);
        tenant.guest_user_access = GuestUserAccess::Restricted;
        tenant.self_service_sign_up = true;
        tenant.external_users_may_leave = Some(false);
        tenant.collaboration_restrictions =
            CollaborationRestrictions { kind: RestrictionKind::DenyList, domains: vec![domain("wingtip.example")] };
    });
    let [authorization, sign_up, leave, list] = sheet.requests.as_slice() else { panic!("{sheet:?}") };
    let expected =
        json!({ "allowInvitesFrom": "adminsAndGuestInviters", "guestUserRoleId": "2af84b1e-32c8-42b7-82bc-daa82404023b" });
    assert_eq!(body(authorization), expected);
    assert_eq!(body(sign_up), json!({ "selfServiceSignUp": { "isEnabled": true } }));
    assert_eq!(leave.line(), "PATCH /beta/policies/externalIdentitiesPolicy");
    assert_eq!(body(leave), json!({ "allowExternalIdentitiesToLeave": false }));
    assert_eq!(list.line(), "POST /beta/policies/b2bManagementPolicies");
    let definition = concat!(
        r#"{"B2BManagementPolicy":{"InvitationsAllowedAndBlockedDomainsPolicy":"#,
        r#"{"AllowedDomains":[],"BlockedDomains":["wingtip.example"]}}}"#
    );
    let expected = json!({
        "@odata.type": "#microsoft.graph.b2bManagementPolicy",
        "displayName": "B2BManagementPolicy",
        "description": "Domains that may be invited",
        "definition": [definition],
        "isOrganizationDefault": true
    });
    assert_eq!(body(list), expected);
    assert!(sheet.remarks.is_empty());
}

#[test]
fn an_allow_list_blocks_nothing_by_name() {
    let sheet = sheet(Group::Collaboration, |workspace| {
        workspace.design.resource_tenant.collaboration_restrictions =
            CollaborationRestrictions { kind: RestrictionKind::AllowList, domains: vec![domain("adatum.example")] };
    });
    let definition = body(&sheet.requests[2])["definition"][0].as_str().unwrap().to_owned();
    assert!(definition.ends_with(r#"{"AllowedDomains":["adatum.example"],"BlockedDomains":[]}}}"#), "{definition}");
}
