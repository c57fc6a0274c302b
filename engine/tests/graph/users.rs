//! Guests from users, invitations and several answers at once: who comes in, with what state, and what was assumed.
//!
//! The samples are in `tests/fixtures/graph`.

use redemption_engine::design::{Design, Federation, GuestUserAccess, IdentityProvider};
use redemption_engine::engine::replay;
use redemption_engine::flow::Node;
use redemption_engine::graph::{ImportError, Level, Part, Pasted, Reading, ResourceKind, read_any};
use redemption_engine::guest::{Guest, UserType};
use redemption_engine::guest_record::guest_record;
use redemption_engine::workspace::Workspace;

use crate::domain;

const USERS: &str = include_str!("../../../tests/fixtures/graph/users-guests.json");
const AUTHORIZATION: &str = include_str!("../../../tests/fixtures/graph/authorizationPolicy.json");

/// Woodgrove with Google, and the federation that Omar came with.
fn workspace() -> Workspace {
    let mut design = Design::default();
    design.resource_tenant.google_federation = true;
    design.resource_tenant.federations = vec![Federation::of(
        "Tailspin AD FS",
        "http://sts.tailspin.example/adfs/services/trust",
        vec![domain("tailspin.example")],
    )];
    Workspace::new("Woodgrove", design, Vec::new())
}

fn read(text: &str, into: &Workspace) -> (Workspace, Vec<Reading>) {
    let Pasted::Graph(paste) = read_any(text.as_bytes()).unwrap() else { panic!("{text}") };
    paste.read(into, |_| true)
}

fn notes(reading: &Reading, level: Level) -> Vec<&str> {
    let notes = &reading.result.as_ref().unwrap().notes;
    notes.iter().filter(|note| note.level == level).map(|note| note.text.as_str()).collect()
}

/// Who accepted, in the run of a guest's story.
fn accepted(design: &Design, guest: &Guest) -> Option<IdentityProvider> {
    let run = replay(design, guest, &guest.story);
    let steps = run.chapters.iter().flat_map(|chapter| &chapter.steps);
    guest_record(design, guest, steps).accepted_with.map(|accepted| accepted.provider)
}

#[test]
fn guests_come_with_their_state_and_the_provider_that_accepted() {
    let (after, readings) = read(USERS, &workspace());
    let found: Vec<(&str, Option<IdentityProvider>)> =
        after.guests.iter().map(|guest| (guest.display_name.as_str(), accepted(&after.design, guest))).collect();
    assert_eq!(
        found,
        [
            ("Nina Adatum", None),
            ("Omar Tailspin", Some(IdentityProvider::ExternalFederation)),
            ("Priya Fabrikam", Some(IdentityProvider::AzureActiveDirectory)),
            ("Quinn", Some(IdentityProvider::Google)),
            ("Ravi", Some(IdentityProvider::EmailOneTimePasscode)),
            ("Sofia", Some(IdentityProvider::MicrosoftAccount)),
            ("Tom", None),
        ]
    );
    let taken = notes(&readings[0], Level::Taken);
    assert_eq!(taken[0], "the guest `Nina Adatum`: Pending acceptance since 2026-09-01");
    assert_eq!(taken[1], "the guest `Omar Tailspin`: Accepted since 2026-04-02");
    // Pending since the day of the invitation; nobody knows when the others were invited.
    assert_eq!(after.guests[0].invitation.invited_on.map(|day| day.to_string()).as_deref(), Some("2026-09-01"));
    assert_eq!(after.guests[1].invitation.invited_on, None);
    // No address is found by a direct link, as where a contact owns it.
    assert!(after.guests[6].invitation.contact_conflict && !after.guests[0].invitation.contact_conflict);
}

#[test]
fn what_a_user_object_does_not_say_stands_with_the_guest_and_in_the_report() {
    let (after, readings) = read(USERS, &workspace());
    let priya = after.guests[2].note(Node::WayIn);
    assert!(priya.starts_with("Accepted since 2025-11-20. Microsoft Entra ID vouches; a managed tenant"), "{priya}");
    for guest in &after.guests {
        assert!(guest.note(Node::WayIn).contains("Microsoft Graph does not say, and it is assumed"), "{}", guest.display_name);
    }
    let told = notes(&readings[0], Level::Notice);
    assert!(told.contains(
        &"no home tenant has verified `fabrikam.example`, so `Tenant of fabrikam.example` was added with a made-up ID"
    ));
    assert!(told.iter().any(|note| note.starts_with("Microsoft Graph does not say, and it is assumed")), "{told:?}");
}

#[test]
fn a_guest_whom_these_settings_would_send_elsewhere_keeps_the_facts_and_no_story() {
    let mut without_google = workspace();
    without_google.design.resource_tenant.google_federation = false;
    let (after, readings) = read(USERS, &without_google);
    let quinn = &after.guests[3];
    assert_eq!((quinn.display_name.as_str(), quinn.story.len()), ("Quinn", 0));
    assert!(quinn.person.google_account.is_some());
    let told = notes(&readings[0], Level::Notice);
    assert!(told.iter().any(|note| note.starts_with("`Quinn` has redeemed, but with these settings would redeem")), "{told:?}");
}

#[test]
fn a_guest_who_is_there_already_stays_and_others_are_not_guests() {
    let (once, _) = read(USERS, &workspace());
    let (twice, readings) = read(USERS, &once);
    assert_eq!(twice, once);
    assert_eq!(notes(&readings[0], Level::Ignored).len(), 7);
    let others = r#"{"value": [
        {"userPrincipalName": "mia@woodgrove.example", "userType": "Member", "displayName": "Mia"},
        {"userPrincipalName": "gone_adatum.example#EXT#@w.example", "externalUserState": "Accepted", "deletedDateTime": "2026-01-01T00:00:00Z"},
        {"userPrincipalName": "lee_adatum.example#EXT#@w.example", "externalUserState": " pendingacceptance", "userType": "member", "accountEnabled": false}
    ]}"#;
    let (after, readings) = read(others, &workspace());
    let [lee] = after.guests.as_slice() else { panic!("{:?}", after.guests) };
    assert_eq!((lee.display_name.as_str(), lee.invited_email.as_str()), ("lee", "lee@adatum.example"));
    assert_eq!((lee.invitation.invited_user_type, lee.invitation.account_disabled), (UserType::Member, true));
    assert_eq!(notes(&readings[0], Level::Ignored), ["users who were not invited, or are deleted: 2"]);
}

#[test]
fn an_invitation_becomes_a_guest_and_sends_no_mail_unless_it_says_so() {
    let text = r#"{"invitedUserEmailAddress": " Nina@adatum.example", "inviteRedirectUrl": "https://apps.woodgrove.example",
        "invitedUserType": "member", "invitedUserMessageInfo": {"messageLanguage": "de", "customizedMessageBody": null,
        "ccRecipients": [{"emailAddress": {"address": "x@y.example"}}]}, "status": "PendingAcceptance"}"#;
    let (after, readings) = read(text, &workspace());
    let [nina] = after.guests.as_slice() else { panic!("{:?}", after.guests) };
    assert_eq!((nina.display_name.as_str(), nina.invited_email.as_str()), ("nina", "nina@adatum.example"));
    assert!(!nina.invitation.send_invitation_message);
    assert_eq!(nina.invitation.message_language.as_deref(), Some("de"));
    assert_eq!(nina.invitation.invite_redirect_url.as_deref(), Some("https://apps.woodgrove.example"));
    assert_eq!(nina.invitation.invited_user_type, UserType::Member);
    assert_eq!(notes(&readings[0], Level::Repaired).len(), 2);
}

#[test]
fn answers_of_a_batch_are_read_one_by_one_and_a_failed_one_leaves_the_others_alone() {
    let text = format!(
        r#"{{"responses": [
            {{"id": "guests", "status": 200, "body": {USERS}}},
            {{"id": "terms", "status": 403, "body": {{"error": {{"code": "Authorization_RequestDenied"}}}}}},
            {{"id": "invites", "status": 200, "body": {AUTHORIZATION}}},
            {{"id": "empty", "status": 200}}
        ]}}"#
    );
    let (after, readings) = read(&text, &workspace());
    let told: Vec<(&str, Option<ResourceKind>, Option<String>)> = readings
        .iter()
        .map(|reading| (reading.name.as_str(), reading.kind, reading.result.as_ref().err().map(ToString::to_string)))
        .collect();
    // What cannot be told comes first; guests come last, because they are followed through the settings.
    assert_eq!(
        told,
        [
            (
                "terms",
                None,
                Some(
                    "Microsoft Graph answered this request with status 403 (`Authorization_RequestDenied`); make it again"
                        .to_owned()
                )
            ),
            ("empty", None, Some("the response has no `body`".to_owned())),
            ("invites", Some(ResourceKind::AuthorizationPolicy), None),
            ("guests", Some(ResourceKind::Users), None),
        ]
    );
    assert_eq!(after.guests.len(), 7);
    assert_eq!(after.design.resource_tenant.guest_user_access, GuestUserAccess::Limited);
}

#[test]
fn several_answers_one_after_another_are_parts_that_can_be_chosen() {
    let text = format!("{USERS}\n\n{AUTHORIZATION}{{\"allowExternalIdToUseEmailOtp\": \"disabled\"}}");
    let Pasted::Graph(paste) = read_any(text.as_bytes()).unwrap() else { panic!("{text}") };
    let kinds: Vec<Option<ResourceKind>> = paste.parts().iter().map(Part::kind).collect();
    let expected = [ResourceKind::EmailAuthenticationMethod, ResourceKind::AuthorizationPolicy, ResourceKind::Users];
    assert_eq!(kinds, expected.map(Some));
    let before = workspace();
    let (after, readings) = paste.read(&before, |part| part == 1);
    assert_eq!(readings.len(), 1);
    assert_eq!((after.guests.len(), after.design.resource_tenant.email_one_time_passcode), (0, Default::default()));
    assert!(after.design.resource_tenant.allow_invites_from.is_some());
    let said: Vec<String> = readings[0].result.as_ref().unwrap().differences.iter().map(ToString::to_string).collect();
    assert_eq!(said.len(), 1, "{said:?}");
}

#[test]
fn where_nothing_can_be_told_the_whole_text_is_refused() {
    let refused = |text: &str| read_any(text.as_bytes()).unwrap_err().to_string();
    assert_eq!(
        refused(r#"{"responses": [{"id": "1", "status": 401, "body": {"error": {"code": ""}}}]}"#),
        ImportError::RequestFailed { status: 401, code: "unknown".to_owned() }.to_string()
    );
    assert_eq!(
        refused(r#"{"isServiceDefault": true} {"value"#),
        "the text breaks off at line 1 column 34; a part of the JSON is missing"
    );
}
