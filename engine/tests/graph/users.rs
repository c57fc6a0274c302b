//! Guests from users, invitations and several answers at once: who comes in, with what state, and what was assumed.
//!
//! The samples are in `tests/fixtures/graph`.

use redemption_engine::act::Act;
use redemption_engine::clock::date_and_time;
use redemption_engine::design::{Design, Federation, GuestUserAccess, IdentityProvider};
use redemption_engine::document::{parse, print};
use redemption_engine::engine::{World, journey, replay};
use redemption_engine::flow::{Edge, Flow, Node, Outcome};
use redemption_engine::graph::{ImportError, Level, Part, Pasted, Reading, ResourceKind, read_any};
use redemption_engine::guest::{Guest, UserType};
use redemption_engine::guest_record::{ObjectState, guest_record};
use redemption_engine::rules::Rule;
use redemption_engine::share::without_names;
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
fn what_a_user_object_does_not_say_stands_with_the_guest_and_the_report_says_where() {
    let (after, readings) = read(USERS, &workspace());
    assert_eq!(after.guests[2].note(Node::WayIn), "Accepted since 2025-11-20. Microsoft Entra ID vouches.");
    let common = [
        "The person has no accounts but those named here",
        "The guest reads the invited mailbox and finds the mail",
        "An administrator invited",
        "The guest comes with a browser, an unmanaged device and no risk",
    ];
    let of_redeemed = [
        "The guest comes back by a direct link",
        "No terms of use are accepted, no second factor is registered and no browser keeps a session",
    ];
    let of_pending = ["The way in is the link in the mail"];
    let account = ["The work account has the invited address as its name, in a managed tenant that has verified the domain"];
    assert_eq!(after.guests[2].assumed, [&account[..], &common, &of_redeemed].concat());
    assert_eq!(after.guests[0].assumed, [&common[..], &of_pending].concat());
    let contact = ["A contact owns the address, because `proxyAddresses` is empty"];
    assert_eq!(after.guests[6].assumed, [&contact[..], &common, &of_pending].concat());
    let told = notes(&readings[0], Level::Notice);
    assert!(told.contains(
        &"no home tenant has verified `fabrikam.example`, so `Tenant of fabrikam.example` was added with a made-up ID"
    ));
    assert!(told.contains(&"what Microsoft Graph does not say is assumed; it stands with each guest under *Assumed at import*"));
}

#[test]
fn who_has_redeemed_has_redeemed_wherever_these_settings_would_lead() {
    let mut without = workspace();
    without.design.resource_tenant.google_federation = false;
    without.design.resource_tenant.federations = Vec::new();
    let (after, readings) = read(USERS, &without);
    let accepted: Vec<Option<IdentityProvider>> = after.guests.iter().map(|guest| accepted(&after.design, guest)).collect();
    assert_eq!(
        accepted,
        [
            None,
            Some(IdentityProvider::ExternalFederation),
            Some(IdentityProvider::AzureActiveDirectory),
            Some(IdentityProvider::Google),
            Some(IdentityProvider::EmailOneTimePasscode),
            Some(IdentityProvider::MicrosoftAccount),
            None,
        ]
    );
    let [omar, quinn] = [&after.guests[1], &after.guests[3]];
    let redeemed = quinn.redeemed.as_ref().unwrap();
    assert_eq!((redeemed.identity_provider, redeemed.issuer.as_deref()), (IdentityProvider::Google, Some("google.com")));
    assert!(quinn.person.google_account.is_some() && quinn.story.is_empty());
    // The run begins behind the redemption, and ends as it does for guests whose provider has been removed since.
    for (guest, rule) in [(quinn, Rule::DeletedGoogleFederationLocksOut), (omar, Rule::RemovedFederationLocksOut)] {
        let run = replay(&after.design, guest, &guest.story);
        assert_eq!(run.first_attempt(), Some(0), "{}", guest.display_name);
        assert!(run.chapters[0].steps.iter().any(|step| step.cause.rule == Rule::AcceptedGuestKeepsProvider));
        assert_eq!(run.chapters[0].steps.last().map(|step| step.cause.rule), Some(rule));
        assert_eq!(run.outcome(), Some(Outcome::ProviderRemoved));
    }
    let issuer = "The federation with the issuer http://sts.tailspin.example/adfs/services/trust was removed, because the scenario has none";
    assert_eq!(omar.assumed[0], issuer);
    let told = notes(&readings[0], Level::Notice);
    assert!(
        told.iter().any(|note| note.starts_with("`Quinn` has redeemed and stays so; invited today, with these settings,")),
        "{told:?}"
    );
}

/// What the directory shows is what Microsoft Graph said.
#[test]
fn the_directory_shows_the_state_the_issuer_and_the_day_of_the_import() {
    let (after, _) = read(USERS, &workspace());
    let omar = &after.guests[1];
    let record = guest_record(&after.design, omar, []);
    assert_eq!(record.object, ObjectState::Active);
    assert_eq!(record.external_user_state, Some("Accepted"));
    assert_eq!(record.external_user_state_change_date_time.as_deref(), Some("2026-04-02"));
    assert_eq!(record.identities[0].sign_in_type, "federated");
    assert_eq!(record.identities[0].issuer, "http://sts.tailspin.example/adfs/services/trust");
    assert_eq!(date_and_time(&after.design, omar, 0), "2026-04-02 09:00");
}

#[test]
fn a_guest_who_has_redeemed_with_nobody_known_gets_an_assumed_provider_and_says_so() {
    let text =
        r#"{"userPrincipalName": "lee_contractor.example#EXT#@w.example", "externalUserState": "Accepted", "userType": "Guest"}"#;
    let (after, _) = read(text, &workspace());
    let [lee] = after.guests.as_slice() else { panic!("{:?}", after.guests) };
    let redeemed = lee.redeemed.as_ref().unwrap();
    assert_eq!(
        (redeemed.identity_provider, &redeemed.issuer, redeemed.on),
        (IdentityProvider::EmailOneTimePasscode, &None, None)
    );
    assert_eq!(
        lee.assumed[..2],
        [
            "Who accepted is not known; Email one-time passcode is assumed, because these settings would lead there",
            "The day of the redemption is not known"
        ]
    );
    let record = guest_record(&after.design, lee, []);
    assert_eq!((record.external_user_state, record.identities.len()), (Some("Accepted"), 1));
}

/// A reset and a new invitation do with an imported guest what they do with any other.
#[test]
fn an_imported_guest_can_be_reset_and_invited_anew() {
    let (after, _) = read(USERS, &workspace());
    let mut quinn = after.guests[3].clone();
    quinn.story = vec![Act::ResetRedemption];
    let run = replay(&after.design, &quinn, &quinn.story);
    assert_eq!(run.refused, None);
    let steps = run.chapters.iter().flat_map(|chapter| &chapter.steps);
    let record = guest_record(&after.design, &quinn, steps);
    assert_eq!((record.external_user_state, record.accepted_with), (Some("PendingAcceptance"), None));
    quinn.story = vec![Act::DeleteGuest, Act::Invite];
    let run = replay(&after.design, &quinn, &quinn.story);
    assert_eq!(run.refused, None);
    let record = guest_record(&after.design, &quinn, run.chapters.iter().flat_map(|chapter| &chapter.steps));
    assert_eq!((record.object, record.external_user_state), (ObjectState::Active, Some("PendingAcceptance")));
}

/// The plain walk and the replay begin at the same place.
#[test]
fn a_walk_of_an_imported_guest_begins_where_the_replay_begins() {
    let (after, _) = read(USERS, &workspace());
    for guest in after.guests.iter().filter(|guest| guest.redeemed.is_some()) {
        let flow = Flow::of(&after.design.resource_tenant.redemption_order, after.design.edition);
        let mut walked = Vec::new();
        let world = World { design: &after.design, guest };
        journey(world, &flow, |_| None, |made| walked.push(made.edge));
        let run = replay(&after.design, guest, &[]);
        let edges: Vec<Edge> = run.chapters.iter().flat_map(|chapter| &chapter.steps).map(|step| step.edge).collect();
        assert_eq!(walked, edges, "{}", guest.display_name);
        assert_eq!(edges[0].from(), Node::WayIn);
    }
}

#[test]
fn what_was_imported_is_written_and_read_again_and_goes_without_names() {
    let (after, _) = read(USERS, &workspace());
    assert_eq!(parse(print(std::slice::from_ref(&after)).as_bytes()), Ok(vec![after.clone()]));
    let (nameless, _) = without_names(&after);
    assert!(nameless.guests.iter().all(|guest| guest.assumed.is_empty()));
    let issuer = |of: &Workspace, at: usize| of.guests[at].redeemed.as_ref().unwrap().issuer.clone().unwrap();
    assert_eq!(issuer(&nameless, 1), nameless.design.resource_tenant.federations[0].issuer_uri);
    assert_ne!(issuer(&nameless, 1), issuer(&after, 1));
    assert_eq!(issuer(&nameless, 3), "google.com");
}

#[test]
fn a_time_of_older_programs_is_read_and_others_are_named() {
    let text = r#"{"userPrincipalName": "lee_adatum.example#EXT#@w.example", "externalUserState": "PendingAcceptance",
        "createdDateTime": "/Date(1617000000000)/", "externalUserStateChangeDateTime": "04/02/2026 10:00:00"}"#;
    let (after, readings) = read(text, &workspace());
    // 1,617,000,000 seconds after 1970 it was 06:40 on 29 March 2021, UTC.
    assert_eq!(after.guests[0].invitation.invited_on.map(|day| day.to_string()).as_deref(), Some("2021-03-29"));
    assert!(notes(&readings[0], Level::Repaired).contains(&"`/Date(1617000000000)/` was read as `2021-03-29`"));
    let unread =
        "`externalUserStateChangeDateTime`: `04/02/2026 10:00:00` is not a time as Microsoft Graph writes it, so it is left out";
    assert!(notes(&readings[0], Level::Notice).contains(&unread));
}

#[test]
fn an_id_is_listed_among_what_is_ignored() {
    let (_, readings) = read(
        r#"{"id": "x", "userPrincipalName": "lee_adatum.example#EXT#@w.example", "externalUserState": "Accepted"}"#,
        &workspace(),
    );
    let import = readings[0].result.as_ref().unwrap();
    let ignored = import.notes.iter().find(|note| note.path == "id").unwrap();
    assert_eq!((ignored.level, ignored.text.as_str()), (Level::Ignored, "a scenario keeps no ids of Microsoft Graph, ignored"));
}

#[test]
fn a_guest_who_is_there_already_stays_and_others_are_not_guests() {
    let (once, _) = read(USERS, &workspace());
    let (twice, readings) = read(USERS, &once);
    assert_eq!(twice, once);
    // One for each guest, and one for the ids.
    assert_eq!(notes(&readings[0], Level::Ignored).len(), 8);
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
