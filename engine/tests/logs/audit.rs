//! The audit log: activities, their order, initiators and targets, and what settings leave when they change.
//!
//! Sign-ins are in `sign_in.rs`.

use redemption_engine::log::AuditResult;
use redemption_engine::presets;
use redemption_engine::rules::Basis;

use super::*;

/// Exported logs: Add user, Invite external user, Add user sponsor; then Update user, Redeem external user invite.
#[test]
fn an_invitation_and_its_redemption_stand_in_the_order_of_exported_logs() {
    let played = play(json!({}), ravi(json!(["enterPasscode", "accept"])));
    let entries = played.audit();
    let lines: Vec<(&str, &str, &str)> = entries
        .iter()
        .map(|entry| {
            let card = entry.activity.card();
            (card.service, card.name, entry.initiated_by.identity().display_name.as_str())
        })
        .collect();
    assert_eq!(
        lines,
        [
            ("Core Directory", "Add user", "Microsoft B2B Admin Worker"),
            ("Invited Users", "Invite external user", "Alex Winter"),
            ("Core Directory", "Add user sponsor", "Alex Winter"),
            ("Core Directory", "Update user", "Microsoft B2B Admin Worker"),
            ("Invited Users", "Redeem external user invite", "Ravi"),
        ]
    );
    assert!(entries.iter().all(|entry| entry.tenant == Whose::Resource && entry.result == AuditResult::Success));
    assert!(entries.iter().all(|entry| entry.activity.card().category == "UserManagement"));
    let state = entries[3].modified.iter().find(|property| property.name == "UserState").unwrap();
    assert_eq!((state.old.as_deref(), state.new.as_deref()), (Some("PendingAcceptance"), Some("Accepted")));
    let created: Vec<(&str, &str)> =
        entries[0].modified.iter().map(|property| (property.name, property.new.as_deref().unwrap())).collect();
    assert!(created.contains(&("UserType", "Guest")) && created.contains(&("CreationType", "Invitation")));
    assert_eq!(entries[0].target.user_principal_name.as_deref(), Some("ravi_contractor.example#EXT#@woodgrove.onmicrosoft.com"));
    assert_eq!(entries[0].at.to_string(), "2024-03-26T09:00:00");
    assert!(entries.iter().all(|entry| entry.target.id == entries[0].target.id), "one guest object has one id");
}

#[test]
fn an_application_is_no_sponsor_and_older_editions_have_none() {
    let mut guest = ravi(json!([]));
    merge(&mut guest, json!({"invitation": {"inviter": {"role": "application"}}}));
    let played = play(json!({}), guest);
    assert_eq!(played.activities(Whose::Resource), ["Add user", "Invite external user"]);
    assert_eq!(played.audit()[1].initiated_by.identity().user_principal_name, None);
    let played = play(json!({"edition": "2021-05"}), ravi(json!([])));
    assert_eq!(played.activities(Whose::Resource), ["Add user", "Invite external user"]);
}

/// `invite-internal-users.md` and the list of activities: a user of the tenant itself is not added again.
#[test]
fn an_internal_user_is_invited_without_being_added() {
    let mut guest = nina(json!([]));
    merge(&mut guest, json!({"invitation": {"internalUser": {"userPrincipalName": "nina@woodgrove.onmicrosoft.com"}}}));
    assert_eq!(play(adatum(), guest).activities(Whose::Resource), ["Invite internal user to B2B collaboration"]);
}

#[test]
fn a_refused_invitation_leaves_no_entry() {
    let design = json!({"resourceTenant": {"allowInvitesFrom": "none"}});
    let played = play(design, ravi(json!([])));
    assert!(played.audit().is_empty() && played.sign_ins().is_empty() && played.mails().is_empty());
}

/// Seed 002 against the other documents: only with the switch is a failed attempt in the audit log.
#[test]
fn a_failed_attempt_is_in_the_audit_log_only_where_every_attempt_is() {
    let story = json!(["accept", {"change": {"guestEnabled": false}}, {"tryAgain": "directLink"}]);
    let cancelled = json!(["decline"]);
    for (switch, failures) in [(false, 0), (true, 1)] {
        let mut design = adatum();
        merge(&mut design, json!({"interpretations": {"auditEveryAttempt": switch}}));
        let played = play(design.clone(), nina(cancelled.clone()));
        let failed: Vec<AuditEntry> = played.audit().into_iter().filter(|entry| entry.result == AuditResult::Failure).collect();
        assert_eq!(failed.len(), failures);
        assert!(failed.iter().all(|entry| entry.basis == Basis::Disputed && entry.result_reason.is_some()));
        assert!(failed.iter().all(|entry| entry.activity.card().name == "Redeem external user invite"));
        // A sign-in after redemption is no attempt to redeem.
        let later = play(design, nina(story.clone()));
        assert!(later.audit().iter().all(|entry| entry.result == AuditResult::Success));
    }
}

#[test]
fn a_reset_keeps_the_object_and_a_new_invitation_after_deletion_makes_another() {
    let mut guest = ravi(json!(["enterPasscode", "accept", "resetRedemptionToSecondAddress"]));
    merge(&mut guest, json!({"secondAddress": "ravi@tailspin.example"}));
    let played = play(json!({}), guest);
    let entries = played.audit();
    assert_eq!(
        played.activities_later(Whose::Resource)[2..],
        ["Update user", "Invite external user with reset invitation status"]
    );
    let reset = entries.last().unwrap();
    assert_eq!(reset.target.id, entries[0].target.id);
    assert_eq!(reset.details, [("invitedUserEmailAddress", "ravi@tailspin.example".to_owned())]);
    assert_eq!(played.mails().last().unwrap().to, "ravi@tailspin.example");

    let played = play(json!({}), ravi(json!(["enterPasscode", "accept", "deleteGuest", "deletePermanently", "invite"])));
    let entries = played.audit();
    assert_eq!(
        played.activities_later(Whose::Resource)[2..],
        ["Delete user", "Hard Delete user", "Add user", "Invite external user", "Add user sponsor"]
    );
    assert_ne!(entries.last().unwrap().target.id, entries[0].target.id);
}

#[test]
fn deleting_restoring_and_leaving_are_named_as_the_list_of_activities_names_them() {
    let played = play(json!({}), ravi(json!(["enterPasscode", "accept", "deleteGuest", "restoreGuest", "leaveOrganization"])));
    assert_eq!(
        played.activities_later(Whose::Resource)[2..],
        ["Delete user", "Restore user", "Delete user", "Delete external user"]
    );
}

#[test]
fn what_no_document_says_is_marked() {
    let played = play(json!({}), ravi(json!(["resendInvitation"])));
    let entries = played.audit();
    let basis = |name: &str, later: bool| {
        let found = entries.iter().find(|entry| entry.activity.card().name == name && (entry.place.chapter > 0) == later);
        found.unwrap().basis
    };
    assert_eq!(basis("Invite external user", false), Basis::Documented);
    assert_eq!(basis("Add user sponsor", false), Basis::Inferred);
    assert_eq!(basis("Invite external user", true), Basis::Inferred);
}

#[test]
fn changes_of_settings_stand_in_the_log_of_whoever_makes_them() {
    let story = json!([
        {"change": {"emailOneTimePasscode": "disabled"}},
        {"change": {"invitedDomainDenied": true}},
        {"change": {"inboundMfaTrust": true}},
        {"change": {"inboundAccess": "blocked"}},
        {"change": {"outboundAccess": "blocked"}},
        {"change": {"guestEnabled": false}},
        {"change": {"contactConflict": true}},
        {"change": "adminConsent"},
        {"change": {"assigned": false}},
    ]);
    let played = play(adatum(), nina(story));
    assert_eq!(
        played.activities_later(Whose::Resource),
        [
            "Authentication Methods Policy Update",
            "Update policy",
            "Add a partner to cross-tenant access setting",
            "Update a partner cross-tenant access setting",
            "Disable account",
            "Add contact",
            "Consent to application",
            "Remove app role assignment from user",
        ]
    );
    assert_eq!(played.activities(HOME), ["Add a partner to cross-tenant access setting"]);
    let entries = played.audit();
    let policy = entries.iter().find(|entry| entry.activity.card().name == "Update policy").unwrap();
    assert_eq!(policy.target.display_name, "B2BManagementPolicy");
    assert!(policy.modified[0].new.as_deref().unwrap().contains(r#""BlockedDomains":["adatum.example"]"#));
    for entry in entries.iter().filter(|entry| entry.activity.card().name.contains("partner")) {
        assert_eq!(entry.activity.card().category, "CrossTenantAccessSettings");
    }
    assert_eq!(
        entries.iter().find(|entry| entry.tenant == HOME).unwrap().initiated_by.identity().display_name,
        "Administrator of Adatum"
    );
}

/// The list of audit activities names a service for policies, one for service principals, and one for partners.
#[test]
fn what_an_administrator_sets_later_has_the_activity_of_its_service() {
    let story = json!([
        "accept",
        {"change": {"allowInvitesFrom": "adminsAndGuestInviters"}},
        {"change": {"userType": "Member"}},
        {"change": {"policyState": {"policy": 0, "state": "enabled"}}},
        {"change": {"assignmentRequired": true}},
        {"change": {"inboundAutomaticRedemption": true}},
        {"change": {"inboundCompliantDeviceTrust": true}},
        {"change": {"inboundHybridJoinedDeviceTrust": true}},
        {"change": {"outboundAutomaticRedemption": true}},
        {"change": {"homeRequiresMfa": true}},
        {"change": {"tenantRestrictions": true}},
    ]);
    let policies =
        json!({"conditionalAccess": [{"displayName": "Devices", "state": "disabled", "grantControls": ["compliantDevice"]}]});
    let played = play(adatum_with(policies), nina(story));
    let later: Vec<AuditEntry> = played.audit().into_iter().filter(|entry| entry.place.chapter > 1).collect();
    let told = |entry: &AuditEntry| {
        let property = &entry.modified[0];
        let (old, new) = (property.old.clone().unwrap_or_default(), property.new.clone().unwrap_or_default());
        (entry.tenant, entry.activity.card().name, format!("{} {old} -> {new}", property.name), entry.basis)
    };
    let partner = "Update a partner cross-tenant access setting";
    let ours = Whose::Resource;
    assert_eq!(
        later.iter().map(told).collect::<Vec<_>>(),
        [
            (ours, "Update authorization policy", "allowInvitesFrom everyone -> adminsAndGuestInviters", Basis::Inferred),
            (ours, "Update user", "UserType Guest -> Member", Basis::Inferred),
            (ours, "Update Conditional Access policy", "state disabled -> enabled", Basis::Documented),
            (ours, "Update service principal", "AppRoleAssignmentRequired false -> true", Basis::Inferred),
            (
                ours,
                "Add a partner to cross-tenant access setting",
                "automaticUserConsentSettings.inboundAllowed false -> true",
                Basis::Documented
            ),
            (ours, partner, "inboundTrust.isCompliantDeviceAccepted false -> true", Basis::Documented),
            (ours, partner, "inboundTrust.isHybridAzureADJoinedDeviceAccepted false -> true", Basis::Documented),
            (
                HOME,
                "Add a partner to cross-tenant access setting",
                "automaticUserConsentSettings.outboundAllowed false -> true",
                Basis::Documented
            ),
            (HOME, "Update Conditional Access policy", "state disabled -> enabled", Basis::Inferred),
        ]
        .map(|(tenant, activity, property, basis)| (tenant, activity, property.to_owned(), basis))
    );
    assert_eq!(later[2].target.display_name, "Devices");
    assert_eq!(later[3].target.kind, "ServicePrincipal");
}

#[test]
fn an_organization_of_another_cloud_is_added_and_deleted_in_the_log_of_whoever_does_it() {
    let story = json!([
        {"change": {"homeCloudAllowed": true}},
        {"change": {"partnerAdded": true}},
        {"change": {"resourceTenantAdded": true}},
        {"change": {"partnerAdded": false}},
        {"change": {"resourceTenantAdded": false}},
    ]);
    let mut design = adatum();
    design["homeTenants"][0]["cloud"] = json!("usGovernment");
    let played = play(design, nina(story));
    let both = ["Add a partner to cross-tenant access setting", "Delete partner specific cross-tenant access setting"];
    assert_eq!(played.activities(Whose::Resource), both);
    assert_eq!(played.activities(HOME), both);
}

/// Nothing that a log says is taken back by a later move, and no two entries have one id.
#[test]
fn a_log_only_grows_as_the_cursor_moves_on() {
    let mut entries = 0;
    for preset in presets::all() {
        for guest in &preset.workspace.guests {
            let design = &preset.workspace.design;
            let run = replay(design, guest, &guest.story);
            let end = *run.places().last().unwrap();
            let (audit, sign_ins) = (audit_entries(design, guest, &run, end), sign_in_entries(design, guest, &run, end));
            let sent = mails(design, guest, &run, end);
            for place in run.places() {
                assert!(audit.starts_with(&audit_entries(design, guest, &run, place)), "{} {place:?}", guest.display_name);
                assert!(sign_ins.starts_with(&sign_in_entries(design, guest, &run, place)), "{} {place:?}", guest.display_name);
                assert!(sent.starts_with(&mails(design, guest, &run, place)), "{} {place:?}", guest.display_name);
            }
            let ids: std::collections::BTreeSet<&str> =
                audit.iter().map(|entry| entry.id.as_str()).chain(sign_ins.iter().map(|entry| entry.id.as_str())).collect();
            assert_eq!(ids.len(), audit.len() + sign_ins.len(), "{}", guest.display_name);
            entries += ids.len();
        }
    }
    assert!(entries > 50, "{entries}");
}
