//! *The guest says …*: every symptom that the model can end in has an explanation that plays as it says.

use redemption_engine::address::EmailAddress;
use redemption_engine::analysis::assumption::{Case, Player};
use redemption_engine::analysis::course::Finish;
use redemption_engine::analysis::explain::{Complaint, explanations};
use redemption_engine::design::Design;
use redemption_engine::diagnosis;
use redemption_engine::engine::replay;
use redemption_engine::flow::Node;
use redemption_engine::guest::{Guest, Person, TargetApp, WayIn};

/// Guests of whom hardly anything is known: of an organization, of a consumer mail domain, and one who opens an app.
fn plain_guests() -> [Case; 3] {
    let invited = |address: &str| {
        let address = EmailAddress::parse(address).unwrap();
        let person = Person { google_account: Some(address.clone()), ..Person::default() };
        Guest { person, ..Guest::invited("Guest", address) }
    };
    let at_an_app = Guest { way_in: WayIn::DirectLink, target_app: TargetApp::MultitenantApp, ..invited("ola@adatum.example") };
    [invited("nina@adatum.example"), invited("uma@gmail.com"), at_an_app].map(|guest| Case::of(&Design::default(), &guest))
}

fn plain() -> Case {
    let [plain, ..] = plain_guests();
    plain
}

/// What is reported of an act between two attempts, not of an attempt.
const NOT_OF_AN_ATTEMPT: [&str; 1] = ["operation-not-offered"];

fn made(case: &Case, explanation: &redemption_engine::analysis::explain::Explanation) -> Case {
    explanation.assumptions.iter().fold(case.clone(), |case, assumption| assumption.made(&case).unwrap())
}

#[test]
fn every_symptom_that_a_run_can_end_in_is_found_and_loads_into_the_stepper() {
    let cases = plain_guests();
    let (mut found, mut missing) = (0, Vec::new());
    for symptom in diagnosis::all() {
        if symptom.causes.iter().all(|cause| cause.outcomes.is_empty()) || NOT_OF_AN_ATTEMPT.contains(&symptom.id) {
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
fn what_is_known_is_not_assumed_to_be_otherwise() {
    use redemption_engine::analysis::aspect::Aspect;
    use redemption_engine::analysis::assumption::Assumption;
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
    use redemption_engine::analysis::aspect::Aspect;
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
