//! The mails and logs that whole stories leave: which entries, in which order, in whose log, and what is exported.
//!
//! Names, codes and orders are typed from the documents and from exported logs. That a story runs as it does is tested elsewhere.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a failing test may panic")]

use redemption_engine::design::Design;
use redemption_engine::engine::replay;
use redemption_engine::guest::Guest;
use redemption_engine::log::export::{AUDIT_COLUMNS, SIGN_IN_COLUMNS, audit_csv, audit_json, sign_in_csv, sign_in_json};
use redemption_engine::log::{AuditEntry, AuditResult, SignInEntry, Whose, audit_entries, sign_in_entries};
use redemption_engine::mail::{Mail, MailKind, mails, suppressed};
use redemption_engine::presets;
use redemption_engine::rules::Basis;
use redemption_engine::trace::{Place, Run};
use serde_json::{Value, json};

const HOME: Whose = Whose::Home(0);

/// A story that has been played.
struct Played {
    design: Design,
    guest: Guest,
    run: Run,
}

/// Plays a story; properties that are left out have their defaults.
fn play(design: Value, guest: Value) -> Played {
    let mut all = json!({"resourceTenant": {"displayName": "Woodgrove", "initialDomain": "woodgrove.onmicrosoft.com"}});
    merge(&mut all, design);
    let design: Design = serde_json::from_value(all).unwrap();
    let guest: Guest = serde_json::from_value(guest).unwrap();
    let run = replay(&design, &guest, &guest.story);
    assert_eq!(run.refused, None, "an act of the story did not fit: {:?}", run.next);
    Played { design, guest, run }
}

fn merge(into: &mut Value, from: Value) {
    match (into, from) {
        (Value::Object(into), Value::Object(from)) => {
            for (key, value) in from {
                merge(into.entry(key).or_insert(Value::Null), value);
            }
        }
        (into, from) => *into = from,
    }
}

impl Played {
    fn end(&self) -> Place {
        *self.run.places().last().unwrap()
    }

    fn audit(&self) -> Vec<AuditEntry> {
        audit_entries(&self.design, &self.guest, &self.run, self.end())
    }

    fn sign_ins(&self) -> Vec<SignInEntry> {
        sign_in_entries(&self.design, &self.guest, &self.run, self.end())
    }

    fn mails(&self) -> Vec<Mail> {
        mails(&self.design, &self.guest, &self.run, self.end())
    }

    /// The activities of one tenant's audit log.
    fn activities(&self, tenant: Whose) -> Vec<&'static str> {
        self.audit().iter().filter(|entry| entry.tenant == tenant).map(|entry| entry.activity.card().name).collect()
    }

    /// What stands in the audit log after the invitation.
    fn activities_later(&self, tenant: Whose) -> Vec<&'static str> {
        let entries = self.audit();
        entries
            .iter()
            .filter(|entry| entry.tenant == tenant && entry.place.chapter > 0)
            .map(|entry| entry.activity.card().name)
            .collect()
    }

    /// Application, status and code of one tenant's sign-in log.
    fn signed_in(&self, tenant: Whose) -> Vec<(String, &'static str, Option<u32>)> {
        let entries = self.sign_ins().into_iter().filter(|entry| entry.tenant == tenant);
        entries.map(|entry| (entry.app.display_name, entry.status.word(), entry.error_code)).collect()
    }
}

fn shown<'a>(entries: &'a [(String, &'static str, Option<u32>)]) -> Vec<(&'a str, &'static str, Option<u32>)> {
    entries.iter().map(|(app, status, code)| (app.as_str(), *status, *code)).collect()
}

const PORTAL: &str = "Microsoft Invitation Acceptance Portal";

/// Ravi has a mailbox and no account; he gets a passcode.
fn ravi(story: Value) -> Value {
    json!({"displayName": "Ravi", "invitedEmail": "ravi@contractor.example", "story": story})
}

/// Nina has a work account at Adatum.
fn nina(story: Value) -> Value {
    json!({
        "displayName": "Nina", "invitedEmail": "nina@adatum.example", "story": story,
        "person": {"workAccount": "nina@adatum.example"},
    })
}

fn adatum() -> Value {
    json!({"homeTenants": [{
        "tenantId": "3d0f5dec-5d3d-455c-8016-e2af1ae4d31a", "displayName": "Adatum",
        "verifiedDomains": ["adatum.example"], "users": [{"userPrincipalName": "nina@adatum.example"}],
    }]})
}

fn adatum_with(resource: Value) -> Value {
    let mut design = adatum();
    merge(&mut design, json!({"resourceTenant": resource}));
    design
}

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

#[test]
fn a_guest_who_has_blocked_invitations_gets_no_mail_and_the_log_says_so() {
    let mut guest = ravi(json!([]));
    merge(&mut guest, json!({"person": {"unsubscribed": true}}));
    let played = play(json!({}), guest);
    assert!(played.mails().is_empty());
    assert_eq!(suppressed(&played.run, played.end()).len(), 1);
    assert_eq!(played.activities(Whose::Resource)[3..], ["Email not sent, user unsubscribed"]);
}

#[test]
fn each_mail_is_sent_where_the_story_sends_it() {
    let story = json!([{"letTimePass": 57600}, "resendInvitation", "enterPasscode", "accept"]);
    let played = play(json!({}), ravi(story));
    let mails = played.mails();
    let lines: Vec<(MailKind, u32, &str)> = mails.iter().map(|mail| (mail.kind, mail.minutes, mail.to.as_str())).collect();
    assert_eq!(
        lines,
        [
            (MailKind::Invitation, 0, "ravi@contractor.example"),
            (MailKind::Invitation, 57600, "ravi@contractor.example"),
            (MailKind::Passcode, 57600, "ravi@contractor.example"),
        ]
    );
    assert_ne!(mails[0].link, mails[1].link, "sent again, it has a new link");
    assert_eq!(mails[1].at.to_string(), "2024-05-05T09:00:00");
    assert_eq!((mails[2].button, mails[2].from.as_ref(), mails[2].subject.as_ref()), (None, None, None));
}

/// `automatic-redemption-include.md`: a notification in place of the invitation, and nothing to accept in it.
#[test]
fn automatic_redemption_sends_a_notification_without_a_button() {
    let mut design = adatum();
    design["homeTenants"][0]["outboundAutomaticRedemption"] = json!(true);
    design["homeTenants"][0]["partner"] = json!({"inboundAutomaticRedemption": true});
    let played = play(design, nina(json!([])));
    let mails = played.mails();
    assert_eq!(mails.iter().map(|mail| mail.kind).collect::<Vec<_>>(), [MailKind::Notification]);
    assert_eq!((mails[0].button, mails[0].link.as_ref()), (None, None));
}

#[test]
fn the_admin_centers_columns_are_those_of_its_downloads() {
    let played = play(adatum(), nina(json!(["accept"])));
    let audit = audit_csv(&played.audit());
    let sign_ins = sign_in_csv(&played.design, &played.sign_ins());
    let mut audit = csv::Reader::from_reader(audit.as_bytes());
    assert_eq!(audit.headers().unwrap().iter().collect::<Vec<_>>(), AUDIT_COLUMNS);
    let rows: Vec<csv::StringRecord> = audit.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 5);
    assert_eq!(
        rows[1].iter().take(6).collect::<Vec<_>>()[2..],
        ["Invited Users", "UserManagement", "Invite external user", "success"]
    );
    assert_eq!(&rows[1][0], "2024-03-26T09:00:00Z");
    let mut sign_ins = csv::Reader::from_reader(sign_ins.as_bytes());
    assert_eq!(sign_ins.headers().unwrap().iter().collect::<Vec<_>>(), SIGN_IN_COLUMNS);
    let at = |name: &str| SIGN_IN_COLUMNS.iter().position(|column| *column == name).unwrap();
    let rows: Vec<csv::StringRecord> = sign_ins.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 3);
    assert_eq!((&rows[0][at("Status")], &rows[0][at("Sign-in error code")]), ("Success", "0"));
    assert_eq!(&rows[0][at("Username")], "nina@adatum.example");
    assert_eq!(&rows[0][at("Cross tenant access type")], "b2bCollaboration");
}

#[test]
fn no_cell_of_a_table_is_a_formula() {
    let mut guest = nina(json!(["accept"]));
    merge(&mut guest, json!({"displayName": "=HYPERLINK(\"https://tailspin.example\")", "person": {"location": "@SUM(1)"}}));
    let played = play(adatum(), guest);
    let tables = [audit_csv(&played.audit()), sign_in_csv(&played.design, &played.sign_ins())];
    let mut guarded = 0;
    for table in tables {
        for row in csv::Reader::from_reader(table.as_bytes()).records() {
            for cell in &row.unwrap() {
                assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
                guarded += usize::from(cell.starts_with("'=HYPERLINK") || cell == "'@SUM(1)");
            }
        }
    }
    assert!(guarded >= 6, "{guarded}");
}

/// `directoryAudit` and `signIn` (Microsoft Graph).
#[test]
fn the_json_has_graphs_property_names() {
    let played = play(adatum(), nina(json!(["accept"])));
    let audit: Value = serde_json::from_str(&audit_json(&played.audit())).unwrap();
    let invite = &audit["value"][1];
    assert_eq!(
        keys(invite),
        [
            "activityDateTime",
            "activityDisplayName",
            "additionalDetails",
            "category",
            "correlationId",
            "id",
            "initiatedBy",
            "loggedByService",
            "operationType",
            "result",
            "resultReason",
            "targetResources",
        ]
    );
    assert_eq!(invite["activityDisplayName"], "Invite external user");
    assert_eq!(invite["initiatedBy"]["user"]["userPrincipalName"], "alex@woodgrove.onmicrosoft.com");
    assert_eq!(invite["targetResources"][0]["type"], "User");
    assert_eq!(invite["additionalDetails"][0], json!({"key": "invitedUserEmailAddress", "value": "nina@adatum.example"}));
    assert_eq!(
        audit["value"][3]["targetResources"][0]["modifiedProperties"][0],
        json!({"displayName": "UserState", "oldValue": "PendingAcceptance", "newValue": "Accepted"})
    );

    let sign_ins: Value = serde_json::from_str(&sign_in_json(&played.design, &played.sign_ins())).unwrap();
    let [home, resource] = [&sign_ins["value"][0], &sign_ins["value"][1]];
    for property in [
        "id",
        "createdDateTime",
        "userDisplayName",
        "userPrincipalName",
        "userId",
        "userType",
        "appId",
        "appDisplayName",
        "resourceTenantId",
        "homeTenantId",
        "crossTenantAccessType",
        "ipAddress",
        "location",
        "clientAppUsed",
        "correlationId",
        "isInteractive",
        "authenticationRequirement",
        "conditionalAccessStatus",
        "appliedConditionalAccessPolicies",
        "status",
        "riskLevelDuringSignIn",
        "deviceDetail",
    ] {
        assert!(resource.get(property).is_some(), "{property}");
    }
    assert_eq!(resource["status"], json!({"errorCode": 0, "failureReason": null, "additionalDetails": null}));
    assert_eq!((&resource["userType"], &home["userType"]), (&json!("guest"), &json!("member")));
    assert_eq!((&resource["homeTenantName"], &home["homeTenantName"]), (&Value::Null, &json!("Adatum")));
    assert_eq!(resource["createdDateTime"], "2024-03-26T09:00:00Z");
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
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
