//! *The guest says …*: every symptom that the model can end in has an explanation that plays as it says.

use redemption_engine::address::EmailAddress;
use redemption_engine::analysis::aspect::Aspect;
use redemption_engine::analysis::assumption::{Assumption, Case, Player};
use redemption_engine::analysis::course::Finish;
use redemption_engine::analysis::explain::{Complaint, explanations, plain_guests};
use redemption_engine::analysis::question::{Answer, Question, answer};
use redemption_engine::design::Design;
use redemption_engine::diagnosis;
use redemption_engine::engine::replay;
use redemption_engine::flow::{Node, Outcome};
use redemption_engine::guest::{Guest, Person, TargetApp, WayIn};
use redemption_engine::presets;

/// Guests of whom hardly anything is known: of an organization, of a consumer mail domain, and one who opens an app.
fn plain_guests_of_a_default_design() -> [Case; 3] {
    let invited = |address: &str| {
        let address = EmailAddress::parse(address).unwrap();
        let person = Person { google_account: Some(address.clone()), ..Person::default() };
        Guest { person, ..Guest::invited("Guest", address) }
    };
    let at_an_app = Guest { way_in: WayIn::DirectLink, target_app: TargetApp::MultitenantApp, ..invited("ola@adatum.example") };
    [invited("nina@adatum.example"), invited("uma@gmail.com"), at_an_app].map(|guest| Case::of(&Design::default(), &guest))
}

fn plain() -> Case {
    let [plain, ..] = plain_guests_of_a_default_design();
    plain
}

fn made(case: &Case, explanation: &redemption_engine::analysis::explain::Explanation) -> Case {
    explanation.assumptions.iter().fold(case.clone(), |case, assumption| assumption.made(&case).unwrap())
}

#[test]
fn every_symptom_that_a_run_can_end_in_is_found_and_loads_into_the_stepper() {
    let cases = plain_guests_of_a_default_design();
    let (mut found, mut missing) = (0, Vec::new());
    for symptom in diagnosis::all() {
        if !symptom.is_of_an_attempt() {
            continue;
        }
        let explained = cases.iter().find_map(|case| {
            let explanations = explanations(case, Complaint::Symptom(symptom), &[], |_, _| {});
            (!explanations.is_empty()).then_some((case, explanations))
        });
        let Some((case, explanations)) = explained else {
            missing.push(symptom.id);
            continue;
        };
        let first = &explanations[0];
        let loaded = made(case, first);
        let met = Player::default().play(&loaded);
        assert_eq!(met.courses.last().unwrap().finish, Finish::Ended(first.outcome.unwrap()), "{}", symptom.id);
        let guest = loaded.told();
        let run = replay(&loaded.design, &guest, &guest.story);
        assert_eq!(run.outcome(), first.outcome, "{}: {:?} {:?}", symptom.id, first.assumptions, guest.story);
        let size = first.assumptions.len();
        assert!(explanations.iter().all(|explanation| explanation.assumptions.len() == size), "{}", symptom.id);
        println!("{}: {} of {size}: {:?}", symptom.id, explanations.len(), first.assumptions);
        found += 1;
    }
    assert_eq!(missing, Vec::<&str>::new(), "{found} found");
}

#[test]
fn a_symptom_of_what_is_done_between_two_attempts_is_none_of_an_attempt() {
    let open = |id: &str| diagnosis::find(id).unwrap().is_of_an_attempt();
    assert_eq!([open("operation-not-offered"), open("no-invitation-mail")], [false, true]);
}

/// The first guest of the example with which the page opens: a listed user, of whom most is settled.
fn first_of_the_example() -> (Design, Guest) {
    let workspace = presets::first().unwrap().workspace;
    (workspace.design, workspace.guests[0].clone())
}

#[test]
fn every_symptom_that_a_run_can_end_in_is_explained_from_the_first_guest_of_the_example_too() {
    let (design, guest) = first_of_the_example();
    let (mut missing, mut with_another) = (Vec::new(), Vec::new());
    for symptom in diagnosis::all().filter(|symptom| symptom.is_of_an_attempt()) {
        let (design, guest) = (Box::new(design.clone()), Box::new(guest.clone()));
        let question = Question::Explain { design, guest, symptom: symptom.id.to_owned(), known: Vec::new() };
        let Answer::Explain { explanations, another_guest, .. } = answer(&question, |_, _| {}) else { panic!("no answer") };
        let Some(first) = explanations.first() else {
            missing.push(symptom.id);
            continue;
        };
        let run = replay(&first.example.design, &first.example.guest, &first.example.guest.story);
        let told = first.outcome.as_ref().map(|(id, _)| id.as_str());
        assert_eq!(run.outcome().map(Outcome::id), told, "{}: {:?}", symptom.id, first.words);
        if let Some(address) = another_guest {
            assert_eq!(first.example.guest.invited_email.as_str(), address, "{}", symptom.id);
            with_another.push(symptom.id);
        }
    }
    assert_eq!(missing, Vec::<&str>::new());
    println!("with another guest: {with_another:?}");
    assert!(!with_another.is_empty(), "a listed user cannot be all of them");
}

#[test]
fn what_is_known_of_the_guest_is_known_of_another_one_too() {
    let (design, mut guest) = first_of_the_example();
    guest.person.tenant_restrictions = true;
    let others = plain_guests(&Case::of(&design, &guest), &[Aspect::TenantRestrictions]);
    assert_eq!(others.len(), 3);
    assert!(others.iter().all(|other| other.guest.person.tenant_restrictions));
    assert!(plain_guests(&Case::of(&design, &guest), &[]).iter().all(|other| !other.guest.person.tenant_restrictions));
}

#[test]
fn no_two_assumptions_make_the_same_of_a_scenario() {
    for case in plain_guests_of_a_default_design() {
        let mut made = Vec::new();
        for assumption in Assumption::all(&case) {
            let Some(one) = assumption.made(&case) else { continue };
            assert!(!made.contains(&one), "{}", assumption.words(&case));
            made.push(one);
        }
    }
}

#[test]
fn what_is_known_is_not_assumed_to_be_otherwise() {
    let complaint = Complaint::Symptom(diagnosis::find("no-invitation-mail").unwrap());
    let open = explanations(&plain(), complaint, &[], |_, _| {});
    let assumes_mail = |explanation: &redemption_engine::analysis::explain::Explanation| {
        explanation.assumptions.iter().any(|assumption| matches!(assumption, Assumption::Fact(Aspect::Mail, _)))
    };
    assert!(open.iter().any(assumes_mail));
    let known = explanations(&plain(), complaint, &[Aspect::Mail], |_, _| {});
    assert!(!known.iter().any(assumes_mail));
}

#[test]
fn a_page_that_is_seen_and_was_not_expected_is_explained() {
    let found = explanations(&plain(), Complaint::Asked(Node::ReviewPermissions), &[], |_, _| {});
    assert_eq!(found[0].assumptions, [], "a plain guest sees it");
}

#[test]
fn each_fact_of_a_guest_is_told_as_it_is() {
    let mut case = plain();
    case.guest.person.finds_invitation_mail = false;
    case.guest.way_in = WayIn::DirectLink;
    case.guest.person.tenant_restrictions = true;
    let fact = |aspect| case.fact(aspect);
    assert_eq!(fact(Aspect::Mail).as_deref(), Some("the mail lies in the spam folder"));
    assert_eq!(fact(Aspect::TenantRestrictions).as_deref(), Some("a network with tenant restrictions"));
    assert_eq!(fact(Aspect::GoogleAccount).as_deref(), Some("a Google account with the address"));
    case.guest.sign_in_name = EmailAddress::parse("nina.other@adatum.example").ok();
    assert_eq!(case.fact(Aspect::TypedName), None, "an alias that is none of the values");
}
