//! What moves change, in their order.
//!
//! What the mails, the logs and the guest record make of it has tests of its own.

use serde_json::json;

use super::{effects, run};
use crate::act::Change;
use crate::design::IdentityProvider;
use crate::flow::NewAccount;
use crate::trace::Effect::{
    self, AccountCreated, AddressAdded, ApplicationConsented, Changed, GuestLeft, IdentityAdded, InvitationMailed, Invited,
    MailSuppressed, MultifactorDone, MultifactorRegistered, NotificationMailed, ObjectDeleted, ObjectPurged, ObjectRestored,
    PasscodeSent, PermissionsAccepted, RedemptionReset, StateAccepted, TermsAccepted, TermsDeclined, TimePassed,
};

fn identity(provider: IdentityProvider, issuer: &str, issuer_assigned_id: Option<&str>) -> Effect {
    IdentityAdded { provider, issuer: issuer.to_owned(), issuer_assigned_id: issuer_assigned_id.map(str::to_owned) }
}

fn entra() -> Effect {
    identity(IdentityProvider::AzureActiveDirectory, "ExternalAzureAD", None)
}

fn policy() -> serde_json::Value {
    json!([{"displayName": "Second factor", "grantControls": ["mfa"]}])
}

#[test]
fn a_first_redemption_leaves_everything_that_was_accepted() {
    let design = json!({"resourceTenant": {
        "conditionalAccess": policy(),
        "termsOfUse": [{"displayName": "Guest terms"}, {"displayName": "Laboratory rules"}],
        "application": {"permissions": "userConsent"},
    }});
    let guest = json!({
        "wayIn": "directLink",
        "targetApp": "multitenantApp",
        "story": ["accept", "completeMultifactor", "accept", "accept", "accept"],
    });
    assert_eq!(
        effects(&run(design, guest)),
        [
            Invited,
            InvitationMailed,
            PermissionsAccepted,
            MultifactorRegistered,
            MultifactorDone,
            TermsAccepted(0),
            TermsAccepted(1),
            entra(),
            StateAccepted,
            ApplicationConsented,
        ]
    );
}

#[test]
fn a_guest_registers_for_a_second_factor_once() {
    let design = || json!({"resourceTenant": {"conditionalAccess": policy()}});
    let twice = json!({"story": ["accept", "completeMultifactor", {"tryAgain": "directLink"}, "completeMultifactor"]});
    assert_eq!(
        effects(&run(design(), twice)),
        [
            Invited,
            InvitationMailed,
            PermissionsAccepted,
            MultifactorRegistered,
            MultifactorDone,
            entra(),
            StateAccepted,
            MultifactorDone,
        ]
    );
    let known = json!({"person": {"resourceMfaRegistered": true}, "story": ["accept", "completeMultifactor"]});
    assert_eq!(
        effects(&run(design(), known)),
        [Invited, InvitationMailed, PermissionsAccepted, MultifactorDone, entra(), StateAccepted]
    );
}

#[test]
fn declined_terms_are_recorded() {
    let design = json!({"resourceTenant": {"termsOfUse": [{"displayName": "Guest terms"}, {"displayName": "Laboratory rules"}]}});
    let guest = json!({"story": ["accept", "accept", "decline"]});
    assert_eq!(
        effects(&run(design, guest)),
        [Invited, InvitationMailed, PermissionsAccepted, TermsAccepted(0), TermsDeclined(1)]
    );
}

#[test]
fn a_mail_goes_out_only_where_it_is_asked_for_and_not_blocked() {
    let unasked = json!({"invitation": {"sendInvitationMessage": false}, "wayIn": "directLink"});
    assert_eq!(effects(&run(json!({}), unasked)), [Invited]);
    let blocked = json!({"person": {"unsubscribed": true}, "wayIn": "directLink"});
    assert_eq!(effects(&run(json!({}), blocked)), [Invited, MailSuppressed]);
    let neither =
        json!({"invitation": {"sendInvitationMessage": false}, "person": {"unsubscribed": true}, "wayIn": "directLink"});
    assert_eq!(effects(&run(json!({}), neither)), [Invited]);
}

#[test]
fn passcodes_are_sent_once_for_each_request_and_waiting_takes_time() {
    let guest = json!({
        "invitedEmail": "ravi@contractor.example",
        "person": {"workAccount": null},
        "story": [{"wait": 31}, "enterPasscode", "resendPasscode", "enterPasscode", "accept"],
    });
    assert_eq!(
        effects(&run(json!({}), guest)),
        [
            Invited,
            InvitationMailed,
            PasscodeSent,
            TimePassed(31),
            PasscodeSent,
            PermissionsAccepted,
            identity(IdentityProvider::EmailOneTimePasscode, "mail", Some("ravi@contractor.example")),
            StateAccepted,
        ]
    );
}

#[test]
fn an_account_that_is_created_is_recorded() {
    let design = json!({"resourceTenant": {"emailOneTimePasscode": "disabled"}});
    let guest = json!({
        "invitedEmail": "ravi@contractor.example",
        "person": {"workAccount": null},
        "story": ["createAccount", "accept"],
    });
    assert_eq!(
        effects(&run(design, guest)),
        [
            Invited,
            InvitationMailed,
            AccountCreated(NewAccount::Microsoft),
            PermissionsAccepted,
            identity(IdentityProvider::MicrosoftAccount, "MicrosoftAccount", None),
            StateAccepted,
        ]
    );
}

#[test]
fn the_life_of_a_guest_object_is_recorded_act_by_act() {
    let guest = json!({
        "secondAddress": "nina.berg@adatum.example",
        "story": [
            "accept", "resetRedemption", {"tryAgain": "emailLink"}, "accept", "resetRedemptionToSecondAddress", "resendInvitation",
            {"tryAgain": "emailLink"}, "accept", "leaveOrganization", "restoreGuest", "deleteGuest", {"letTimePass": 43200},
        ],
    });
    let design = json!({"homeTenants": [{
        "tenantId": "3d0f5dec-5d3d-455c-8016-e2af1ae4d31a",
        "displayName": "Adatum",
        "verifiedDomains": ["adatum.example"],
        "users": [{"userPrincipalName": "nina@adatum.example", "mail": "nina.berg@adatum.example"}],
    }]});
    assert_eq!(
        effects(&run(design, guest)),
        [
            Invited,
            InvitationMailed,
            PermissionsAccepted,
            entra(),
            StateAccepted,
            RedemptionReset { mail: None },
            InvitationMailed,
            PermissionsAccepted,
            entra(),
            StateAccepted,
            RedemptionReset { mail: Some("nina.berg@adatum.example".to_owned()) },
            InvitationMailed,
            InvitationMailed,
            PermissionsAccepted,
            entra(),
            StateAccepted,
            GuestLeft,
            ObjectRestored,
            ObjectDeleted,
            TimePassed(43_200),
            ObjectPurged,
        ]
    );
    let guest = json!({"story": ["accept", "deleteGuest", {"letTimePass": 43199}, "deletePermanently", {"letTimePass": 60}]});
    assert_eq!(effects(&run(json!({}), guest)).split_off(5), [ObjectDeleted, TimePassed(43_199), ObjectPurged, TimePassed(60)]);
}

#[test]
fn mails_of_later_acts_follow_the_guest_and_automatic_redemption() {
    let blocked = json!({"person": {"unsubscribed": true}, "wayIn": "directLink", "story": ["resendInvitation"]});
    assert_eq!(effects(&run(json!({}), blocked)), [Invited, MailSuppressed, MailSuppressed]);
    let quiet = json!({
        "invitation": {"sendInvitationMessage": false},
        "wayIn": "directLink",
        "story": ["comeIn", "accept", "resetRedemption", "resendInvitation"],
    });
    assert_eq!(
        effects(&run(json!({}), quiet)),
        [Invited, PermissionsAccepted, entra(), StateAccepted, RedemptionReset { mail: None }, InvitationMailed]
    );
    let automatic = json!({"homeTenants": [{
        "tenantId": "3d0f5dec-5d3d-455c-8016-e2af1ae4d31a",
        "displayName": "Adatum",
        "verifiedDomains": ["adatum.example"],
        "users": [{"userPrincipalName": "nina@adatum.example"}],
        "outboundAutomaticRedemption": true,
        "partner": {"inboundAutomaticRedemption": true},
    }]});
    let guest = json!({"wayIn": "directLink", "story": ["resendInvitation"]});
    assert_eq!(effects(&run(automatic, guest)), [Invited, NotificationMailed, NotificationMailed, entra(), StateAccepted]);
}

#[test]
fn a_second_address_and_a_changed_setting_are_recorded() {
    let guest = json!({
        "secondAddress": "nina.berg@adatum.example",
        "story": ["accept", "inviteSecondAddress", {"change": {"googleFederation": true}}],
    });
    let design = json!({"homeTenants": [{
        "tenantId": "3d0f5dec-5d3d-455c-8016-e2af1ae4d31a",
        "displayName": "Adatum",
        "verifiedDomains": ["adatum.example"],
        "users": [{"userPrincipalName": "nina@adatum.example", "mail": "nina.berg@adatum.example"}],
    }]});
    assert_eq!(
        effects(&run(design, guest)).split_off(5),
        [AddressAdded("nina.berg@adatum.example".to_owned()), Changed(Change::GoogleFederation(true))]
    );
}
