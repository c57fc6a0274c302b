//! What is expected of guests: what is kept passes, what changes is named with its step and its rule, and two designs part where they
//! answer otherwise. What the exports say is here, too.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failing test may panic")]

use redemption_engine::act::Act;
use redemption_engine::address::EmailAddress;
use redemption_engine::design::{
    Cloud, ConditionalAccessPolicy, Design, Edition, EmailOneTimePasscode, FallbackProvider, GrantControl, IdentityProvider,
    PrimaryProvider, RedemptionOrder,
};
use redemption_engine::flow::{Answer, Node, Outcome};
use redemption_engine::golden::{
    Apart, Ending, Expectation, Missed, Side, apart, check, check_report, compare_designs, compare_workspaces, failed,
};
use redemption_engine::graph::assertions;
use redemption_engine::guest::Guest;
use redemption_engine::markdown::plan::test_plan;
use redemption_engine::presets;
use redemption_engine::screen::Screen;
use redemption_engine::session::Session;
use redemption_engine::workspace::Workspace;
use strum::IntoEnumIterator;

/// Ravi has no account anywhere, so he gets in with a passcode.
fn ravi() -> Guest {
    Guest::invited("Ravi", EmailAddress::parse("ravi@contractor.example").unwrap())
}

/// Passcode is what comes last, so without it no provider is left.
fn with_passcode() -> Design {
    let mut design = Design::default();
    let primary = PrimaryProvider::iter().collect();
    design.resource_tenant.redemption_order = RedemptionOrder::new(primary, FallbackProvider::EmailOneTimePasscode).unwrap();
    design
}

fn without_passcode() -> Design {
    let mut design = with_passcode();
    design.resource_tenant.email_one_time_passcode = EmailOneTimePasscode::Disabled;
    design
}

/// Ravi's way as it is with a passcode, and a second design without it.
fn kept() -> Workspace {
    let mut workspace = Workspace::new("Contractors", with_passcode(), vec![ravi()]);
    workspace.keep_as_expected([0]);
    workspace.second_design = Some(without_passcode());
    workspace
}

#[test]
fn what_is_kept_is_how_a_guest_gets_in_who_makes_no_mistakes() {
    let workspace = kept();
    let [expected] = workspace.expectations.as_slice() else { unreachable!("one guest") };
    assert_eq!((expected.guest.as_str(), expected.outcome.outcome()), ("Ravi", Some(Outcome::Redeemed)));
    assert_eq!(expected.provider, Some(IdentityProvider::EmailOneTimePasscode));
    assert_eq!(expected.screens[..3], [Screen::Invitation, Screen::InvitationSent, Screen::InvitationMail]);
    assert!(expected.screens.contains(&Screen::EnterPasscode) && expected.screens.contains(&Screen::ReviewPermissions));
    assert!(check(&workspace, &workspace.design)[0].passed());
}

#[test]
fn every_guest_of_every_example_is_as_it_was_kept() {
    for preset in presets::all() {
        let mut workspace = preset.workspace;
        workspace.keep_as_expected(0..workspace.guests.len());
        let checked = check(&workspace, &workspace.design);
        assert_eq!((checked.len(), failed(&checked)), (workspace.guests.len(), 0), "{}", preset.id);
    }
}

#[test]
fn the_first_difference_names_both_pages_the_step_the_check_and_the_rule() {
    let workspace = kept();
    let checked = check(&workspace, &without_passcode());
    let miss = checked[0].miss.as_ref().unwrap();
    assert_eq!(miss.what, Missed::Page);
    let rule = miss.rule.unwrap().card().id;
    for part in [
        "Page ",
        "“Passcode to be sent”",
        " at step 2.",
        &format!("rule {rule}"),
        "; the end was expected to be “Invitation redeemed”",
    ] {
        assert!(miss.sentence.contains(part), "{part} in {}", miss.sentence);
    }
}

#[test]
fn pages_that_are_left_open_are_not_compared_and_then_the_provider_comes_before_the_end() {
    let mut workspace = kept();
    workspace.expectations[0].screens.clear();
    let sentence = |workspace: &Workspace| {
        let checked = check(workspace, &without_passcode());
        let miss = checked[0].miss.clone().unwrap();
        (miss.what, miss.sentence)
    };
    let (what, said) = sentence(&workspace);
    assert_eq!(what, Missed::Provider, "{said}");
    workspace.expectations[0].provider = None;
    let (what, said) = sentence(&workspace);
    assert_eq!(what, Missed::Outcome);
    assert!(said.starts_with("The end was expected to be “Invitation redeemed”, but “"), "{said}");
    workspace.expectations[0].outcome = Ending::try_from("passcode".to_owned()).unwrap();
    assert_eq!(sentence(&workspace).0, Missed::Outcome);
}

#[test]
fn a_guest_who_is_gone_is_a_miss_without_a_step() {
    let mut workspace = kept();
    workspace.guests[0].display_name = "Ravi K".to_owned();
    let checked = check(&workspace, &workspace.design);
    let miss = checked[0].miss.clone().unwrap();
    assert_eq!((miss.what, miss.place, miss.sentence.as_str()), (Missed::Guest, None, "There is no guest “Ravi”."));
    assert_eq!(
        check_report(&[workspace], false).unwrap().text(),
        "Contractors\n  MISS  Ravi: There is no guest “Ravi”.\n0 of 1 as expected\n"
    );
}

#[test]
fn what_is_expected_follows_a_guest_who_gets_another_name() {
    let mut session = Session::open_first(kept());
    session.edit("Renamed", |workspace| workspace.guests[0].display_name = "Ravi K".to_owned());
    assert_eq!(session.workspace().expectations[0].guest, "Ravi K");
    session.edit("Removed", |workspace| workspace.guests.clear());
    assert_eq!(session.workspace().expectations[0].guest, "Ravi K");
    session.undo();
    session.undo();
    assert_eq!(session.workspace().expectations[0].guest, "Ravi");
}

#[test]
fn keeping_again_replaces_what_was_expected_and_leaves_the_note() {
    let mut workspace = kept();
    workspace.expectations[0].note = "Since May".to_owned();
    workspace.design = without_passcode();
    workspace.keep_as_expected([0, 7]);
    let [expected] = workspace.expectations.as_slice() else { unreachable!("one guest") };
    assert_eq!(*expected, Expectation { note: "Since May".to_owned(), ..Expectation::of(&without_passcode(), &ravi()) });
    assert_ne!(expected.outcome, Outcome::Redeemed.into());
}

#[test]
fn a_story_is_part_of_what_is_expected() {
    let mut workspace = kept();
    workspace.guests[0].story = vec![Act::GiveUp];
    let checked = check(&workspace, &workspace.design);
    assert_eq!(checked[0].came, Some(Outcome::PasscodeNotEntered.into()));
    assert!(!checked[0].passed());
}

#[test]
fn every_ending_has_a_name_of_its_own_and_is_read_by_it() {
    let mut names = std::collections::BTreeSet::new();
    for ending in Ending::all() {
        assert_eq!(Ending::try_from(ending.id().to_owned()), Ok(ending));
        assert!(names.insert(ending.id()), "{}", ending.id());
        assert!(!ending.words().is_empty());
    }
    assert!(Ending::try_from("signed in".to_owned()).is_err());
}

#[test]
fn two_designs_part_at_the_first_check_that_answers_otherwise() {
    let guest = ravi();
    let (first, second) = (with_passcode(), without_passcode());
    let side = |design| Side { design, guest: &guest };
    assert_eq!(apart(side(&first), side(&first)), None);
    let Apart { step: Some([a, b]), outcome: Some(outcome), provider, page: Some((_, pages)) } =
        apart(side(&first), side(&second)).unwrap()
    else {
        unreachable!("all but the way to passcode differs")
    };
    assert_eq!((a.node, a.answer), (Node::PasscodeEnabled, Some(Answer::Yes)));
    assert_eq!((b.node, b.answer), (Node::PasscodeEnabled, Some(Answer::No)));
    assert_eq!(outcome[0], Outcome::Redeemed.into());
    assert_eq!(provider.unwrap()[0], Some(IdentityProvider::EmailOneTimePasscode));
    assert_eq!(pages[0], Some(Screen::SendPasscode));
}

#[test]
fn a_comparison_says_what_is_set_otherwise_and_what_it_does_to_each_guest() {
    let workspace = kept();
    let compared = compare_designs(&workspace).unwrap();
    assert_eq!(compared.settings.len(), 1);
    assert!(!compared.guests[0].same && !compared.same());
    assert!(compare_workspaces(&workspace, &workspace).same());
    let mut other = workspace.clone();
    other.guests[0].display_name = "Uma".to_owned();
    let compared = compare_workspaces(&workspace, &other);
    assert_eq!((compared.only_in_first, compared.only_in_second), (vec!["Ravi".to_owned()], vec!["Uma".to_owned()]));
    assert_eq!(compare_designs(&Workspace { second_design: None, ..workspace }), None);
}

#[test]
fn the_test_plan_has_preconditions_steps_the_expected_result_and_a_box_for_each_guest() {
    let mut workspace = kept();
    workspace.guests[0].person.unsubscribed = true;
    workspace.expectations[0].note = "See <ticket> 7".to_owned();
    let plan = test_plan(&workspace, &without_passcode());
    for part in [
        "# Test plan: Contractors\n",
        "- Resource tenant: email one-time passcode: from Not set (default) to No\n",
        "## 1. Ravi\n\nPreconditions:\n\n- Invited address: ravi@contractor.example\n",
        "- has blocked invitations: from no to yes\n",
        "Steps:\n\n1. **Inviting the guest** (",
        "- The end: **Invitation redeemed**\n- Identity provider: ",
        "- Note: See \\<ticket\\> 7\n",
        "- The model says otherwise now: ",
        "- [ ] As expected. Tester: ________",
    ] {
        assert!(plan.contains(part), "{part:?} is not in\n{plan}");
    }
}

#[test]
fn the_assertions_only_read_and_hold_every_resource_of_the_design() {
    let mut design = without_passcode();
    design.resource_tenant.display_name = "Wood'grove\n'@".to_owned();
    let script = assertions::script(&design);
    let methods: Vec<&str> = script.split("-Method ").skip(1).filter_map(|rest| rest.split_whitespace().next()).collect();
    assert_eq!(methods, ["GET", "GET"]);
    assert!(!script.contains("ReadWrite") && !script.contains("-Body"), "{script}");
    assert!(
        script.contains("Assert-Settings 'Email authentication method' ")
            || script.contains("\"allowExternalIdToUseEmailOtp\": \"disabled\"")
    );
    assert!(script.contains("-TenantId 'woodgrove.onmicrosoft.com'"));
    assert!(script.ends_with("exit 0\n") && script.contains("{ exit 1 }"));
    let asserted = script.matches("\nAssert-Settings '").count();
    assert_eq!(asserted, script.matches("\n'@\n").count(), "every body ends where it should");
    assert!(asserted >= 10, "{asserted}");
}

/// Source: `emailAuthenticationMethodConfiguration` (Microsoft Graph): the default is enabled; `authorizationPolicy` (Microsoft Graph):
/// everyone may invite, in the US Government cloud nobody.
#[test]
fn the_assertions_hold_what_a_tenant_can_have_and_nothing_made_up() {
    let mut design = Design::default();
    let script = assertions::script(&design);
    assert!(script.contains("\"allowInvitesFrom\": \"everyone\""), "{script}");
    assert!(!script.contains("servicePrincipals") && !script.contains("7d1c3f5a-0b2e-4c6d-8e9f-a1b2c3d4e5f6"), "{script}");
    assert!(script.contains("# The application that guests are invited for is not asserted"));
    assert!(!script.contains("Application.Read.All"), "what is not read needs no permission");
    assert!(!script.contains("\"isDefault\""), "no design says which domain is the default");
    assert!(script.contains("$script:passcodeIsOnByDefault = $true\n"));
    assert!(script.contains("It is the same: Microsoft documents the default as enabled"));

    let usual = design.resource_tenant.application.app_id.clone();
    let mut policy = ConditionalAccessPolicy::demanding("For the portal", vec![GrantControl::Mfa]);
    policy.applications = vec![usual];
    design.resource_tenant.conditional_access.push(policy);
    let script = assertions::script(&design);
    assert!(!script.contains("7d1c3f5a") && script.contains("<application ID>"), "{script}");

    design.resource_tenant.application.app_id = "2793995e-0a7d-40d7-bd35-6968ba142197".to_owned();
    design.resource_tenant.cloud = Cloud::UsGovernment;
    design.edition = Edition::Y2021;
    let script = assertions::script(&design);
    assert!(script.contains("/v1.0/servicePrincipals(appId=''2793995e-0a7d-40d7-bd35-6968ba142197'')"), "{script}");
    assert!(!script.contains("is not asserted") && script.contains("Application.Read.All"));
    assert!(script.contains("\"allowInvitesFrom\": \"none\""));
    assert!(script.contains("$script:passcodeIsOnByDefault = $false\n"));
}
