//! Two designs side by side.

use redemption_engine::analysis::compare::{Change, classes, first_difference, is_proven_equal};
use redemption_engine::analysis::course::{Paths, Walker};
use redemption_engine::analysis::profiles::{Profiles, Scope};
use redemption_engine::golden::Side;
use redemption_engine::presets;

use crate::designs;

const MOST: usize = 1_000_000;

#[test]
fn a_design_compared_with_itself_is_proven_equal() {
    for (name, design) in designs::gallery() {
        let profiles = Profiles::of(vec![design.clone(), design], Scope::Discovery, MOST);
        let classes = classes(&profiles, 0, 1);
        assert!(is_proven_equal(&profiles, &classes), "{name}");
        assert_eq!(classes[0].count, profiles.len());
    }
}

#[test]
fn what_is_cut_short_proves_nothing() {
    let design = designs::of("partner-with-saml");
    let profiles = Profiles::of(vec![design.clone(), design], Scope::Everything, 5);
    assert!(!is_proven_equal(&profiles, &classes(&profiles, 0, 1)));
}

#[test]
fn comparing_the_other_way_round_turns_every_class() {
    let gallery = designs::gallery();
    for pair in gallery.windows(2) {
        let profiles = Profiles::of(vec![pair[0].1.clone(), pair[1].1.clone()], Scope::Discovery, MOST);
        let (there, back) = (classes(&profiles, 0, 1), classes(&profiles, 1, 0));
        for class in &there {
            let turned = back.iter().find(|other| other.change == class.change.turned()).map_or(0, |other| other.count);
            assert_eq!(class.count, turned, "{} and {}: {:?}", pair[0].0, pair[1].0, class.change);
        }
        assert_eq!(there.iter().map(|class| class.count).sum::<usize>(), profiles.len());
    }
}

#[test]
fn a_loaded_example_shows_the_class_it_stands_for() {
    let designs = [designs::of("federated-verified-domain"), designs::of("no-account-passcode-off")];
    let profiles = Profiles::of(designs.to_vec(), Scope::Everything, MOST);
    let mut shown = 0;
    for class in classes(&profiles, 0, 1) {
        let example = class.example.unwrap();
        let (guest, manner) = profiles.guest(&example).unwrap();
        let mut paths = Paths::default();
        let [first, second] = designs.clone().map(|mut design| {
            profiles.origin(&example).unwrap().settle(&mut design);
            Walker::new(design).course(&guest, manner, &mut paths)
        });
        assert_eq!(Change::between(first, second), class.change);
        shown += 1;
    }
    assert!(shown >= 4, "{shown}");
}

/// Source: seed 003, configurable redemption: the order decides which of two matching providers signs the guest in.
#[test]
fn moving_federation_up_sends_guests_with_a_work_account_in_a_federated_domain_to_another_provider() {
    let designs = vec![designs::of("federated-verified-domain"), designs::of("federated-verified-domain-saml-first")];
    let profiles = Profiles::of(designs, Scope::Discovery, MOST);
    let classes = classes(&profiles, 0, 1);
    let different = classes.iter().find(|class| class.change == Change::DifferentProvider).unwrap();
    let example = different.example.unwrap();
    let courses = profiles.courses(&example);
    assert_eq!(courses[0].provider, Some(redemption_engine::design::IdentityProvider::AzureActiveDirectory));
    assert_eq!(courses[1].provider, Some(redemption_engine::design::IdentityProvider::ExternalFederation));
}

#[test]
fn one_sentence_says_where_a_guest_goes_another_way() {
    let one = presets::find("federated-verified-domain").unwrap().workspace;
    let other = designs::of("federated-verified-domain-saml-first");
    let guest = &one.guests[0];
    let (a, b) = (Side { design: &one.design, guest }, Side { design: &other, guest });
    assert_eq!(first_difference(a, a, ["A", "B"]), None);
    let sentence = first_difference(a, b, ["A", "B"]).unwrap();
    assert!(sentence.starts_with("First difference at step "), "{sentence}");
    assert!(sentence.contains("A comes to Microsoft Entra ID") && sentence.contains("B to SAML/WS-Fed"), "{sentence}");
}
