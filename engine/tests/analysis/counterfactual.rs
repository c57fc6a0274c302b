//! What would have to change: held against trying every set by hand.

use redemption_engine::act::Change;
use redemption_engine::analysis::assumption::{Assumption, Case, Player};
use redemption_engine::analysis::counterfactual::{Goal, ways};
use redemption_engine::design::{ConditionalAccessPolicy, GrantControl, IdentityProvider, PolicyState};
use redemption_engine::engine::Edit;
use redemption_engine::flow::Outcome;
use redemption_engine::presets;
use redemption_engine::wording::Who;

fn case(preset: &str) -> Case {
    let workspace = presets::find(preset).unwrap().workspace;
    Case::of(&workspace.design, &workspace.guests[0])
}

/// Every set of one and of two deeds of a party, tried without any shortcut.
fn by_hand(case: &Case, goal: Goal, who: Who) -> Vec<Vec<Assumption>> {
    let mut player = Player::default();
    let deeds: Vec<Assumption> = Assumption::deeds(case).into_iter().filter(|deed| deed.who() == who).collect();
    let mut leads = |set: &[Assumption]| {
        let mut changed = case.clone();
        for deed in set {
            match deed.made(&changed) {
                Some(made) => changed = made,
                None => return false,
            }
        }
        goal.is_met(&player.play(&changed))
    };
    let ones: Vec<Vec<Assumption>> = deeds.iter().map(|deed| vec![*deed]).filter(|set| leads(set)).collect();
    if !ones.is_empty() {
        return ones;
    }
    let mut twos = Vec::new();
    for (position, first) in deeds.iter().enumerate() {
        for second in &deeds[position + 1..] {
            if leads(&[*first, *second]) {
                twos.push(vec![*first, *second]);
            }
        }
    }
    twos
}

#[test]
fn the_smallest_sets_of_one_and_two_changes_are_those_found_by_trying_all_of_them() {
    use IdentityProvider::{EmailOneTimePasscode, ExternalFederation, Google};
    let mut compared = 0;
    for preset in
        ["managed-entra-guest", "federated-verified-domain", "gmail-with-passcode", "no-account-passcode-off", "outbound-blocked"]
    {
        let case = case(preset);
        for goal in [Goal::In, Goal::Provider(EmailOneTimePasscode), Goal::Provider(ExternalFederation), Goal::Provider(Google)] {
            let found = ways(&case, goal, |_, _| {});
            if found.reached {
                continue;
            }
            for who in [Who::OurAdmin, Who::PartnerAdmin, Who::Guest] {
                let alone =
                    found.alone.iter().find(|(party, _)| *party == who).map(|(_, ways)| ways.as_slice()).unwrap_or_default();
                let alone: Vec<Vec<Assumption>> = alone.iter().map(|way| way.changes.clone()).collect();
                if alone.first().is_some_and(|set| set.len() > 2) {
                    assert_eq!(by_hand(&case, goal, who), Vec::<Vec<Assumption>>::new());
                } else {
                    assert_eq!(alone, by_hand(&case, goal, who), "{preset} {goal:?} {who:?}");
                    compared += alone.len();
                }
            }
        }
    }
    assert!(compared > 8, "{compared}");
}

/// Source: seed 003: a passcode is asked for where no provider matches and passcodes are on.
#[test]
fn where_passcodes_are_off_our_administrator_turns_them_on() {
    let found = ways(&case("no-account-passcode-off"), Goal::Provider(IdentityProvider::EmailOneTimePasscode), |_, _| {});
    let ours = &found.alone.iter().find(|(who, _)| *who == Who::OurAdmin).unwrap().1;
    let on = ours
        .iter()
        .filter(|way| way.changes.len() == 1)
        .any(|way| way.changes[0].words(&case("no-account-passcode-off")).to_lowercase().contains("passcode"));
    assert!(on, "{ours:?}");
}

/// Source: `redemption-experience.md`, 2024-03: who does not accept the permissions has not redeemed.
#[test]
fn a_page_that_the_guest_refuses_leads_to_its_end_and_to_nothing_else() {
    let case = case("managed-entra-guest");
    let found = ways(&case, Goal::Outcome(Outcome::PermissionsDeclined), |_, _| {});
    let [(Who::Guest, ways_of_the_guest)] = found.alone.as_slice() else { panic!("{found:?}") };
    let words: Vec<String> = ways_of_the_guest.iter().flat_map(|way| &way.changes).map(|change| change.deed(&case)).collect();
    assert_eq!(words, ["The guest does not accept the permissions"]);
    let passcode = ways(&case, Goal::Provider(IdentityProvider::EmailOneTimePasscode), |_, _| {});
    let refuses = |change: &Assumption| matches!(change, Assumption::Refuses(_));
    assert!(!passcode.alone.iter().flat_map(|(_, ways)| ways).flat_map(|way| &way.changes).any(refuses));
}

/// A policy that there is can be turned off; one that there is not is not made up.
#[test]
fn a_policy_that_blocks_is_turned_off() {
    let mut case = case("managed-entra-guest");
    let policy = ConditionalAccessPolicy::demanding("No guests", vec![GrantControl::Block]);
    case.design.resource_tenant.conditional_access.push(policy);
    let found = ways(&case, Goal::In, |_, _| {});
    let (_, ours) = found.alone.iter().find(|(who, _)| *who == Who::OurAdmin).unwrap();
    let off = Assumption::Setting(Edit::Change(Change::PolicyState { policy: 0, state: PolicyState::Disabled }));
    assert!(ours.iter().any(|way| way.changes == [off]), "{ours:?}");
}

#[test]
fn each_way_leads_there_when_it_is_gone() {
    let case = case("outbound-blocked");
    let found = ways(&case, Goal::In, |_, _| {});
    let mut player = Player::default();
    let mut gone = 0;
    for way in found.alone.iter().flat_map(|(_, ways)| ways).chain(&found.together) {
        let changed = way.made(&case).unwrap();
        let met = player.play(&changed);
        assert!(met.courses.last().unwrap().is_in(), "{way:?}");
        gone += 1;
    }
    assert!(gone > 0);
    assert_ne!(
        player.play(&case).courses.last().unwrap().finish,
        redemption_engine::analysis::course::Finish::Ended(Outcome::Redeemed)
    );
}

#[test]
fn how_many_sets_are_looked_at_is_told_and_never_more_than_there_are() {
    let mut told = Vec::new();
    ways(&case("outbound-blocked"), Goal::In, |done, all| told.push((done, all)));
    assert_eq!(told[0].0, 0);
    assert!(told.iter().all(|(done, all)| done <= all && *all == told[0].1), "{told:?}");
    assert!(told.is_sorted());
}

#[test]
fn what_is_reached_already_needs_nothing() {
    assert!(ways(&case("managed-entra-guest"), Goal::In, |_, _| {}).reached);
}

/// A guest of the example whose address no tenant has: our administrator federates the domain and puts the federation first, and the
/// partner creates the account.
#[test]
fn an_account_at_the_partners_provider_is_a_deed_of_the_partner() {
    let case = case("no-account-passcode-on");
    let found = ways(&case, Goal::Provider(IdentityProvider::ExternalFederation), |_, _| {});
    assert_eq!(found.alone, [], "the federation is ours, the account is the partner's");
    let words: Vec<Vec<String>> =
        found.together.iter().map(|way| way.changes.iter().map(|change| change.deed(&case)).collect()).collect();
    let account = "Create an account for the guest at the partner's provider".to_owned();
    assert!(!words.is_empty() && words.iter().all(|way| way.contains(&account)), "{words:?}");
    let google = Assumption::deeds(&case).into_iter().filter(|deed| deed.deed(&case).contains("Google account"));
    assert!(google.into_iter().all(|deed| deed.who() == Who::Guest));
}

#[test]
fn the_same_change_is_offered_once() {
    for preset in ["managed-entra-guest", "federated-verified-domain", "no-account-passcode-off"] {
        let case = case(preset);
        let mut made = Vec::new();
        for deed in Assumption::deeds(&case) {
            let Some(one) = deed.made(&case) else { continue };
            assert!(!made.contains(&one), "{preset}: {}", deed.deed(&case));
            made.push(one);
        }
    }
}
