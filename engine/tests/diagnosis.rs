//! Troubleshooting: every symptom is complete, every scenario shows its cause, and whatever is pasted is read or refused.
//!
//! What a document says is typed in `engine/src/diagnosis/`; here it is held against the engine and against itself.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a failing test may panic")]

use std::collections::BTreeSet;

use proptest::prelude::*;
use redemption_engine::diagnosis::evidence::{self, Evidence, EvidenceError, Kind};
use redemption_engine::diagnosis::{self, Cause, Symptom, Who, all};
use redemption_engine::document::caps::{LARGEST_FILE, LONGEST_LIST};
use redemption_engine::engine::replay;
use redemption_engine::flow::{Outcome, OutcomeKind};
use redemption_engine::rules::Document;
use strum::IntoEnumIterator;

const SIGN_INS: &[u8] = include_bytes!("../../tests/fixtures/logs/signIns.json");
const SIGN_IN_TABLE: &[u8] = include_bytes!("../../tests/fixtures/logs/signIns.csv");
const AUDITS: &[u8] = include_bytes!("../../tests/fixtures/logs/directoryAudits.json");
const AUDIT_TABLE: &[u8] = include_bytes!("../../tests/fixtures/logs/audit.csv");

/// Symptoms whose scenario ends with a code that the documents give to another symptom: either code may be shown.
const EITHER_CODE: &[(&str, &str)] = &[("account-not-in-tenant", "50020")];

fn causes() -> impl Iterator<Item = (&'static Symptom, &'static Cause)> {
    all().flat_map(|symptom| symptom.causes.iter().map(move |cause| (symptom, cause)))
}

fn ids(evidence: &Evidence) -> Vec<&'static str> {
    evidence.symptoms.iter().map(|symptom| symptom.id).collect()
}

/// How the runs of a scenario end.
fn ends(name: &str) -> Vec<Outcome> {
    let workspace = diagnosis::scenario(name).unwrap_or_else(|| panic!("{name}: no scenario"));
    workspace.guests.iter().filter_map(|guest| replay(&workspace.design, guest, &guest.story).outcome()).collect()
}

#[test]
fn every_symptom_has_causes_and_every_cause_says_what_helps_and_where_it_stands() {
    for symptom in all() {
        assert!(!symptom.causes.is_empty(), "{}: no cause", symptom.id);
        assert!(!symptom.reported_by.is_empty(), "{}: nobody reports it", symptom.id);
    }
    for (symptom, cause) in causes() {
        let name = format!("{}/{}", symptom.id, cause.id);
        assert!(!cause.steps.is_empty() && !cause.sources.is_empty(), "{name}: no step or no source");
        for text in [symptom.says, cause.text].into_iter().chain(cause.steps.iter().map(|step| step.text)) {
            assert!(text.ends_with('.') && text.starts_with(|c: char| c.is_uppercase()), "{name}: not a sentence: {text}");
        }
        for link in cause.steps.iter().filter_map(|step| step.link) {
            assert!(link.starts_with("https://"), "{name}: {link}");
        }
    }
}

#[test]
fn names_of_symptoms_and_of_causes_are_unique() {
    let symptoms: Vec<&str> = all().map(|symptom| symptom.id).collect();
    assert_eq!(symptoms.iter().collect::<BTreeSet<_>>().len(), symptoms.len());
    let causes: Vec<&str> = causes().map(|(_, cause)| cause.id).collect();
    assert_eq!(causes.iter().collect::<BTreeSet<_>>().len(), causes.len());
}

#[test]
fn every_code_of_the_documents_leads_to_a_symptom() {
    let documented = "50020 90072 16000 16003 50034 51004 50014 50057 500212 500213 500207 500208 500141 50015 54000 50008 \
        5000819 20001 50107 40008 40009 40010 40011 40012 40013 40014 40015 50076 50079 50072 50074 50158 53000 53001 53003 \
        53004 53011 530032 90071 65001 65004 65005 50105 1000104 500021 500022";
    let documented: BTreeSet<&str> = documented.split_whitespace().collect();
    let known: BTreeSet<&str> = all().flat_map(|symptom| symptom.codes.iter().copied()).collect();
    assert_eq!(known, documented);
}

#[test]
fn messages_are_in_lower_case_and_each_belongs_to_one_symptom() {
    let mut seen = BTreeSet::new();
    for symptom in all() {
        for phrase in symptom.phrases {
            assert_eq!(*phrase, phrase.to_lowercase(), "{}", symptom.id);
            assert!(seen.insert(*phrase), "{phrase}: twice");
        }
    }
}

#[test]
fn everybody_who_can_help_is_asked_somewhere() {
    for who in Who::iter() {
        assert!(causes().any(|(_, cause)| cause.steps.iter().any(|step| step.who == who)), "{who:?}");
    }
}

#[test]
fn every_scenario_ends_as_expected_of_it() {
    let mut wrong = Vec::new();
    for name in diagnosis::scenario_names() {
        let file = diagnosis::scenario_file(name).unwrap_or_else(|| panic!("{name}: cannot be read"));
        for want in &file.want {
            wrong.extend(want.mismatches(&file.workspace).into_iter().map(|text| format!("{name}: {}: {text}", want.guest)));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_scenario_shows_its_cause_with_a_code_of_the_symptom() {
    let mut wrong = Vec::new();
    for (symptom, cause) in causes() {
        let Some(name) = cause.scenario else { continue };
        for outcome in ends(name) {
            if !cause.outcomes.is_empty() && !cause.outcomes.contains(&outcome) {
                wrong.push(format!("{}/{}: ends as {}", symptom.id, cause.id, outcome.id()));
            }
            if cause.outcomes.is_empty() {
                continue;
            }
            let number = outcome.error_code().map(|code| code.trim_start_matches("AADSTS"));
            if let Some(number) = number
                && !symptom.codes.contains(&number)
                && !EITHER_CODE.contains(&(symptom.id, number))
            {
                wrong.push(format!("{}/{}: shows {number}", symptom.id, cause.id));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_end_where_something_is_wrong_is_shown_by_a_scenario_and_has_a_symptom() {
    let shown: Vec<Outcome> = diagnosis::scenario_names().flat_map(ends).collect();
    for outcome in Outcome::iter() {
        let wrong = match outcome.kind() {
            OutcomeKind::Error | OutcomeKind::DeadEnd | OutcomeKind::Left => true,
            OutcomeKind::In | OutcomeKind::Done => false,
        };
        assert_eq!(!diagnosis::symptoms_of(outcome).is_empty(), wrong, "{}: symptom", outcome.id());
        assert!(!wrong || shown.contains(&outcome), "{}: no scenario", outcome.id());
    }
}

#[test]
fn the_recommended_documents_are_links_of_the_self_help_texts() {
    let by = |document: Document| diagnosis::recommended().iter().filter(|each| each.by == document).count();
    assert_eq!(by(Document::SelfHelpRedeem), 3);
    assert_eq!(by(Document::SelfHelpGuests), 5);
    assert_eq!(by(Document::SeedSummary), 1);
    assert!(diagnosis::recommended().iter().all(|each| each.url.starts_with("https://") && !each.title.is_empty()));
}

#[test]
fn sign_ins_of_graph_are_read() {
    let evidence = evidence::read(SIGN_INS).unwrap();
    assert_eq!(evidence.kind, Kind::SignIns);
    assert_eq!(evidence.codes, ["90072", "50074", "50105"]);
    assert_eq!(ids(&evidence), ["account-does-not-exist", "multifactor-needed", "not-assigned"]);
    assert_eq!(
        evidence.notes,
        [
            "4 entries read, 3 report a failure",
            "`sofia.k@outlook.com` at `My Apps` failed with `90072`",
            "`omar@tailspin.example` at `Partner portal` failed with `50074` because of the policy `Guests need multifactor authentication`",
            "`priya@fabrikam.example` at `Partner portal` failed with `50105`",
        ]
    );
}

#[test]
fn one_sign_in_and_a_bare_list_are_read_as_well() {
    let one = br#"{"userPrincipalName":"nina@adatum.example","crossTenantAccessType":"none","status":{"errorCode":50057}}"#;
    let evidence = evidence::read(one).unwrap();
    assert_eq!((evidence.kind, ids(&evidence)), (Kind::SignIns, vec!["account-disabled"]));
    assert!(evidence.notes.iter().any(|note| note.contains("not across tenants")), "{:?}", evidence.notes);
    let list = format!("[{}]", String::from_utf8_lossy(one));
    assert_eq!(ids(&evidence::read(list.as_bytes()).unwrap()), ["account-disabled"]);
}

#[test]
fn a_failure_without_a_code_is_counted_and_known_by_its_reason() {
    for entry in [
        r#"{"status":{"errorCode":null,"failureReason":"The passcode has expired."}}"#,
        "Status,Sign-in error code,Failure reason\nFailure,,The passcode has expired.\n",
    ] {
        let evidence = evidence::read(entry.as_bytes()).unwrap();
        assert_eq!(ids(&evidence), ["passcode-not-accepted"]);
        assert_eq!(evidence.notes, ["1 entry read, 1 reports a failure", "an unknown user failed"]);
    }
    let fine = evidence::read(br#"{"status":{"errorCode":0,"failureReason":"Other."}}"#).unwrap();
    assert_eq!(fine.notes, ["1 entry read, no failure"]);
}

#[test]
fn sign_ins_of_the_admin_center_are_read() {
    let (table, graph) = (evidence::read(SIGN_IN_TABLE).unwrap(), evidence::read(SIGN_INS).unwrap());
    assert_eq!(table.kind, Kind::SignInTable);
    assert_eq!((&table.codes, &table.symptoms), (&graph.codes, &graph.symptoms));
    let semicolons = "Username;Sign-in error code;Failure reason\nnina@adatum.example;500213;Other\n";
    assert_eq!(ids(&evidence::read(semicolons.as_bytes()).unwrap()), ["inbound-access-blocked"]);
}

#[test]
fn audit_entries_of_graph_and_of_the_admin_center_are_read_alike() {
    let (graph, table) = (evidence::read(AUDITS).unwrap(), evidence::read(AUDIT_TABLE).unwrap());
    assert_eq!((graph.kind, table.kind), (Kind::DirectoryAudits, Kind::AuditTable));
    for evidence in [graph, table] {
        assert_eq!(
            evidence.activities,
            [
                "Add user",
                "Invite external user",
                "Email not sent, user unsubscribed",
                "Update policy",
                "Decline Terms Of Use",
                "Redeem external user invite",
            ]
        );
        assert_eq!(
            ids(&evidence),
            [
                "invitation-blocked-across-tenants",
                "no-invitation-mail",
                "pending-guest-refused",
                "domain-not-invitable",
                "terms-of-use-pending",
            ]
        );
        assert_eq!(
            evidence.notes,
            [
                "7 entries read, 1 reports a failure",
                "`Invite external user` (Invited Users) failed: `This invitation is blocked by cross-tenant access settings.`",
                "the list of domains that may be invited was changed",
            ]
        );
    }
}

#[test]
fn a_failed_invitation_without_a_known_reason_leads_to_everything_that_refuses_one() {
    let entry = br#"{"activityDisplayName":"Invite external user","result":"failure","resultReason":""}"#;
    let found = ids(&evidence::read(entry).unwrap());
    assert!(found.contains(&"invitations-not-allowed") && found.contains(&"domain-not-invitable"), "{found:?}");
}

#[test]
fn a_cell_that_is_guarded_against_formulas_is_read_without_the_guard() {
    let table = "Activity,Category,Status,Status reason\n'@work,UserManagement,Failure,'=50057\n";
    let evidence = evidence::read(table.as_bytes()).unwrap();
    assert_eq!((evidence.activities, evidence.codes), (vec!["@work".to_owned()], vec!["50057".to_owned()]));
}

#[test]
fn what_is_too_large_is_refused() {
    let large = vec![b' '; LARGEST_FILE + 1];
    assert!(matches!(evidence::read(&large), Err(EvidenceError::Text(_))));
    let rows = format!("Sign-in error code\n{}", "50057\n".repeat(LONGEST_LIST + 1));
    assert_eq!(evidence::read(rows.as_bytes()), Err(EvidenceError::TooManyRows(LONGEST_LIST)));
    let list = format!("[{}0]", r#"{"status":{"errorCode":50057}},"#.repeat(LONGEST_LIST));
    assert!(matches!(evidence::read(list.as_bytes()), Err(EvidenceError::Property(_))));
}

#[test]
fn a_log_with_very_many_failures_is_cut_with_a_count() {
    let rows: String = (0..300).map(|number| format!("user{number}@adatum.example,{}\n", 70_000 + number)).collect();
    let evidence = evidence::read(format!("Username,Sign-in error code\n{rows}").as_bytes()).unwrap();
    assert_eq!(evidence.codes.len(), 200);
    assert_eq!(evidence.notes.last().unwrap(), "and 250 more entries, which are not listed here");
}

/// A text in which everything that is looked for can turn up, whole and broken.
fn scraps() -> impl Strategy<Value = String> {
    let scrap = prop_oneof![
        Just("AADSTS50020".to_owned()),
        Just("90072".to_owned()),
        Just("Sign-in error code".to_owned()),
        Just("Activity,Status\n".to_owned()),
        Just(r#""status":"#.to_owned()),
        Just(r#"{"errorCode":50057}"#.to_owned()),
        Just(r#""activityDisplayName":"Invite external user""#.to_owned()),
        "[\\[\\]{},:;\"'\n\t@=]{0,4}",
        "\\PC{0,6}",
    ];
    proptest::collection::vec(scrap, 0..12).prop_map(|scraps| scraps.concat())
}

/// A fixture with some bytes changed or cut away.
fn damaged() -> impl Strategy<Value = Vec<u8>> {
    let fixture = proptest::sample::select(vec![SIGN_INS, SIGN_IN_TABLE, AUDITS, AUDIT_TABLE]);
    (fixture, any::<prop::sample::Index>(), any::<u8>(), any::<prop::sample::Index>()).prop_map(|(fixture, at, byte, end)| {
        let mut bytes = fixture.to_vec();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        bytes.truncate(end.index(bytes.len()) + 1);
        bytes
    })
}

/// Reading answers, and what it answers is in order.
fn check(bytes: &[u8]) -> Result<(), TestCaseError> {
    match evidence::read(bytes) {
        Ok(evidence) => {
            let codes: BTreeSet<&String> = evidence.codes.iter().collect();
            prop_assert_eq!(codes.len(), evidence.codes.len());
            prop_assert_eq!(ids(&evidence).into_iter().collect::<BTreeSet<_>>().len(), evidence.symptoms.len());
            for code in &evidence.codes {
                prop_assert!(diagnosis::with_code(code).iter().all(|symptom| evidence.symptoms.contains(symptom)));
            }
        }
        Err(error) => prop_assert!(!error.to_string().is_empty()),
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_give_evidence_or_an_error(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        check(&bytes)?;
    }

    #[test]
    fn any_text_of_known_scraps_gives_evidence_or_an_error(text in scraps()) {
        check(text.as_bytes())?;
    }

    #[test]
    fn a_damaged_log_gives_evidence_or_an_error(bytes in damaged()) {
        check(&bytes)?;
    }
}
