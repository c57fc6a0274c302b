//! Questions as messages: what comes back is the same as JSON, and says when it cannot be answered.

use redemption_engine::analysis::pack::pack;
use redemption_engine::analysis::pack::part::markdown;
use redemption_engine::analysis::question::{Answer, Question, Wanted, Wish, answer, answer_text};
use redemption_engine::design::{Design, IdentityProvider};
use redemption_engine::engine::{followed, replay};
use redemption_engine::flow::{Node, Outcome};
use redemption_engine::presets;

use crate::designs;

#[test]
fn every_kind_of_question_is_answered_alike_by_value_and_by_text() {
    let workspace = presets::find("federated-verified-domain").unwrap().workspace;
    let (design, guest) = (Box::new(workspace.design.clone()), Box::new(workspace.guests[0].clone()));
    let second = Box::new(designs::of("federated-verified-domain-saml-first"));
    let domain = design.resource_tenant.federations[0].domains[0].as_str().to_owned();
    let questions = [
        Question::Compare { first: design.clone(), second: second.clone(), discovery_only: true },
        Question::Orders {
            design: design.clone(),
            requirements: vec![Wanted::SignsInAt(domain, IdentityProvider::ExternalFederation), Wanted::NobodyIsNewlyShutOut],
        },
        Question::Lint { design: design.clone(), planned: Some(second) },
        Question::Heat { design: design.clone() },
        Question::Affected { first: design.clone(), second: Box::new(designs::of("no-account-passcode-off")) },
        Question::Ways {
            design: design.clone(),
            guest: guest.clone(),
            goal: Wish::Provider(IdentityProvider::ExternalFederation),
        },
        Question::Explain { design, guest, symptom: "no-invitation-mail".to_owned(), known: vec!["wayIn".to_owned()] },
    ];
    for question in questions {
        let answered = answer(&question, |_, _| {});
        assert!(!matches!(answered, Answer::Failed { .. }), "{answered:?}");
        let text = answer_text(&serde_json::to_string(&question).unwrap(), |_, _| {});
        assert_eq!(text, serde_json::to_string(&answered).unwrap());
        assert_eq!(serde_json::from_str::<Answer>(&text).unwrap(), answered);
    }
}

#[test]
fn each_explanation_opens_as_a_scenario_that_ends_as_it_says() {
    let workspace = presets::find("managed-entra-guest").unwrap().workspace;
    let guest = Box::new(workspace.guests[0].clone());
    let question =
        Question::Explain { design: Box::new(workspace.design), guest, symptom: "account-disabled".to_owned(), known: vec![] };
    let Answer::Explain { explanations, .. } = answer(&question, |_, _| {}) else { panic!("no explanations") };
    assert!(!explanations.is_empty());
    for explanation in explanations {
        let run = replay(&explanation.example.design, &explanation.example.guest, &explanation.example.guest.story);
        assert_eq!(run.outcome().map(Outcome::id), explanation.outcome.map(|(id, _)| id).as_deref());
        assert!(!explanation.fixes.is_empty());
    }
}

#[test]
fn what_cannot_be_asked_is_refused_with_the_reason() {
    let failed = |text: &str| match serde_json::from_str(&answer_text(text, |_, _| {})).unwrap() {
        Answer::Failed { reason } => reason,
        other => panic!("{other:?}"),
    };
    assert!(failed("{").contains("EOF"));
    assert!(failed(r#"{"dance":{}}"#).contains("unknown variant `dance`"));
    let workspace = presets::find("managed-entra-guest").unwrap().workspace;
    let (design, guest) = (Box::new(workspace.design), Box::new(workspace.guests[0].clone()));
    let asked = |goal| {
        let ways = Question::Ways { design: Box::clone(&design), guest: Box::clone(&guest), goal };
        failed(&serde_json::to_string(&ways).unwrap())
    };
    assert_eq!(asked(Wish::Node("nowhere".to_owned())), "there is no node `nowhere`");
    assert_eq!(asked(Wish::Outcome("applause".to_owned())), "there is no outcome `applause`");
}

#[test]
fn every_node_of_the_designs_own_flow_can_be_a_goal_and_so_can_every_end() {
    let workspace = presets::find("outbound-blocked").unwrap().workspace;
    let guest = workspace.guests[0].clone();
    let run = replay(&workspace.design, &guest, &guest.story);
    let design = workspace.design;
    let goals = [Outcome::Redeemed, run.outcome().unwrap()].map(|end| Node::End(end).id());
    let reached = goals.map(|goal| {
        let question =
            Question::Ways { design: Box::new(design.clone()), guest: Box::new(guest.clone()), goal: Wish::Node(goal.clone()) };
        let Answer::Ways { reached, ways, .. } = answer(&question, |_, _| {}) else { panic!("no ways to {goal}") };
        (reached, !ways.is_empty())
    });
    assert_eq!(reached, [(false, true), (true, false)]);
}

#[test]
fn an_outcome_can_be_a_goal_and_each_way_to_it_opens_as_a_scenario_that_ends_so() {
    let workspace = presets::find("no-account-passcode-on").unwrap().workspace;
    let goal = Outcome::PasscodeOff;
    let question = Question::Ways {
        design: Box::new(workspace.design),
        guest: Box::new(workspace.guests[0].clone()),
        goal: Wish::Outcome(goal.id().to_owned()),
    };
    let Answer::Ways { reached, ways, .. } = answer(&question, |_, _| {}) else { panic!("no ways") };
    assert!(!reached && !ways.is_empty());
    for way in ways {
        let run = followed(&way.example.design, &way.example.guest);
        assert_eq!(run.outcome(), Some(goal), "{:?}", way.words);
    }
}

#[test]
fn progress_is_told_from_the_first_origin_to_the_last() {
    let design = Box::new(designs::of("partner-with-saml"));
    let question = Question::Compare { first: design.clone(), second: design, discovery_only: true };
    let mut told = Vec::new();
    answer(&question, |done, all| told.push((done, all)));
    let all = told[0].1;
    assert_eq!(told.first(), Some(&(0, all)));
    assert_eq!(told.last(), Some(&(all, all)));
}

fn packed(second: Design) -> String {
    let mut workspace = presets::find("partner-with-saml").unwrap().workspace;
    workspace.name = "Partners | 2027".to_owned();
    let question = Question::Affected { first: Box::new(workspace.design.clone()), second: Box::new(second.clone()) };
    let Answer::Affected(affected) = answer(&question, |_, _| {}) else { panic!("nobody is told of") };
    markdown(&pack(&workspace, &second, &affected))
}

#[test]
fn a_change_pack_holds_settings_who_is_affected_a_text_for_each_partner_and_as_an_appendix_requests_with_their_rollback() {
    let mut second = presets::find("partner-with-saml").unwrap().workspace.design;
    let domain = second.resource_tenant.federations.remove(0).domains.remove(0);
    let markdown = packed(second);
    let partner = format!("## For {domain}");
    let wanted = [
        "# Change pack: Partners \\| 2027",
        "## What is set otherwise",
        "## Who is affected",
        " % |",
        &partner,
        "Dear administrators of",
        "### Before the change",
        "Your users see these pages",
        "They sign in with: SAML/WS-Fed identity provider.",
        "### After the change",
        "not a promise of the service",
        "# Appendix: requests and scripts",
        "DELETE /",
        "Rollback:",
        "## PowerShell for the rollback",
    ];
    let mut rest = markdown.as_str();
    for part in wanted {
        let Some((_, after)) = rest.split_once(part) else { panic!("{part} is not where it belongs in\n{markdown}") };
        rest = after;
    }
}

#[test]
fn a_partner_whose_guests_notice_nothing_gets_no_text() {
    let mut second = presets::find("partner-with-saml").unwrap().workspace.design;
    second.resource_tenant.external_users_may_leave = Some(false);
    let markdown = packed(second);
    assert!(markdown.contains("Guests of the partners notice nothing"), "{markdown}");
    assert!(!markdown.contains("Dear administrators"), "{markdown}");
}
