//! Every redemption order at once.

use redemption_engine::analysis::course::{Course, Finish};
use redemption_engine::analysis::orders::{Requirement, Variation, meets, orders, rows};
use redemption_engine::analysis::profiles::{Profiles, Scope};
use redemption_engine::design::{Design, EmailOneTimePasscode, IdentityProvider, PrimaryProvider};
use redemption_engine::flow::Outcome;
use redemption_engine::presets;

use crate::designs;

/// Source: seed 003, configurable redemption: three primary providers in any order, each of which may be left out, and three fallbacks.
#[test]
fn there_are_48_orders_and_192_settings() {
    let orders = orders();
    assert_eq!(orders.len(), 48);
    for (position, order) in orders.iter().enumerate() {
        assert!(!orders[..position].contains(order), "{order:?}");
    }
    assert_eq!(Variation::all().len(), 192);
    assert_eq!(Variation::all().iter().filter(|variation| variation.is_refused()).count(), 16 * 2);
}

/// Source: seed 003, one-time passcode: on unless it is turned off.
#[test]
fn a_setting_that_has_this_effect_by_default_is_left_to_its_default() {
    let design = Design::default();
    let default = design.resource_tenant.email_one_time_passcode;
    assert_eq!(default, EmailOneTimePasscode::Default);
    let now = Variation::of(&design);
    let other_order = orders().into_iter().find(|order| *order != now.order).unwrap();
    let moved = Variation { order: other_order, ..now }.made(&design);
    assert_eq!((moved.resource_tenant.redemption_order, moved.resource_tenant.email_one_time_passcode), (other_order, default));
    let off = Variation { passcode: false, ..now }.made(&design);
    assert_eq!(off.resource_tenant.email_one_time_passcode, EmailOneTimePasscode::Disabled);
}

/// Of three providers, a full reversal turns three pairs and one exchange of neighbours a single one.
#[test]
fn a_row_is_named_by_the_member_nearest_to_the_present_setting() {
    let design = designs::of("partner-with-saml");
    let now = design.resource_tenant.redemption_order;
    let rows = rows(&tried(&design), &design);
    let place = |provider: &PrimaryProvider| now.primary().iter().position(|own| own == provider).unwrap();
    let turned = |variation: &Variation| {
        let places: Vec<usize> = variation.order.primary().iter().map(place).collect();
        let pairs = (0..places.len()).flat_map(|late| (0..late).map(move |early| (early, late)));
        pairs.filter(|(early, late)| places[*early] > places[*late]).count() + now.primary().len() - places.len()
    };
    let mut compared = 0;
    for row in &rows {
        let first = row.variations[0];
        let alike = |other: &&Variation| {
            (other.order.fallback(), other.passcode, other.google, other.is_refused())
                == (first.order.fallback(), first.passcode, first.google, first.is_refused())
        };
        for other in row.variations.iter().filter(alike) {
            assert!(turned(&first) <= turned(other), "{first:?} before {other:?}");
            compared += usize::from(turned(&first) < turned(other));
        }
    }
    assert!(compared > 0);
}

fn tried(design: &Design) -> Profiles {
    Profiles::of(Variation::all().into_iter().map(|variation| variation.made(design)).collect(), Scope::Discovery, 1_000_000)
}

#[test]
fn each_setting_is_in_one_row_with_those_that_behave_the_same_and_the_best_is_first() {
    let design = designs::of("partner-with-saml");
    let profiles = tried(&design);
    assert!(profiles.is_complete());
    let rows = rows(&profiles, &design);
    assert_eq!(rows.iter().map(|row| row.variations.len()).sum::<usize>(), 192);
    println!("{} profiles, {} rows", profiles.len(), rows.len());
    let all = Variation::all();
    for row in &rows {
        let behaviour = |position: usize| {
            let behaves = |course: &Course| (course.finish, course.provider, course.new_account, course.prompts);
            profiles.iter().map(|profile| behaves(&profiles.courses(profile)[position])).collect::<Vec<_>>()
        };
        for variation in &row.variations {
            let position = all.iter().position(|other| other == variation).unwrap();
            assert_eq!(behaviour(position), behaviour(row.position), "{variation:?}");
        }
        let tally = row.tally;
        let ranges = [tally.come_in, tally.own_account, tally.passcode, tally.new_account, tally.shut_out, tally.dead_end];
        assert!(ranges.iter().all(|range| range.certain == range.possible), "every kind of guest is known");
        assert_eq!(tally.come_in.certain + tally.shut_out.certain, tally.guests);
    }
    assert!(rows.windows(2).all(|pair| pair[0].tally.shut_out.certain <= pair[1].tally.shut_out.certain));
}

#[test]
fn a_requirement_is_met_where_it_holds_for_every_guest() {
    let design = designs::of("partner-with-saml");
    let profiles = tried(&design);
    let all = Variation::all();
    let now = all.iter().position(|variation| *variation == Variation::of(&design)).unwrap();
    let domain = design.resource_tenant.federations[0].domains[0].as_str().to_owned();
    let at_partner = Requirement::SignsInAt(domain, IdentityProvider::ExternalFederation);
    let meeting = |requirement: &Requirement| (0..all.len()).filter(|at| meets(&profiles, *at, now, requirement)).count();
    // Without passcodes nobody needs one; with them somebody without an account does.
    assert!(meeting(&Requirement::NobodyNeedsAPasscode) < all.len());
    for (position, variation) in all.iter().enumerate() {
        if !variation.passcode {
            assert!(meets(&profiles, position, now, &Requirement::NobodyNeedsAPasscode), "{variation:?}");
        }
    }
    assert!(meets(&profiles, now, now, &Requirement::NobodyIsNewlyShutOut));
    assert!(meeting(&at_partner) < all.len());
}

/// Source: seed 003: Google is asked for consumer addresses of Google, where it is federated and the order has it.
#[test]
fn guests_sign_in_somewhere_only_where_somebody_comes_in_and_nobody_is_shut_out() {
    let design = designs::of("managed-entra-guest");
    let profiles = tried(&design);
    let all = Variation::all();
    let now = all.iter().position(|variation| *variation == Variation::of(&design)).unwrap();
    let meeting = |domain: &str, provider: IdentityProvider| -> Vec<Variation> {
        let required = Requirement::SignsInAt(domain.to_owned(), provider);
        (0..192).filter(|at| meets(&profiles, *at, now, &required)).map(|at| all[at]).collect()
    };
    // Only who chooses Google at a common address comes in there, whatever the order is; and never where there is no federation with Google.
    let google = meeting("adatum.example", IdentityProvider::Google);
    assert_eq!(google.len(), 48 * 2, "48 orders, passcode on and off");
    assert!(google.iter().all(|variation| variation.google));
    // Whoever has no work account comes in otherwise or not at all, under every order: that speaks against none. Who chooses Google at a common address
    // comes in there while there is a federation with it, and could at their tenant.
    let entra = meeting("adatum.example", IdentityProvider::AzureActiveDirectory);
    assert_eq!(
        entra.len(),
        11 * 3 * 2,
        "11 orders of primary providers with Microsoft Entra ID, 3 fallbacks, passcode on and off"
    );
    let account = PrimaryProvider::AzureActiveDirectory;
    assert!(entra.iter().all(|variation| !variation.google && variation.order.primary().contains(&account)));
    assert_eq!(meeting("nobody.example", IdentityProvider::Google), []);
    let google = meeting("gmail.com", IdentityProvider::Google);
    assert_eq!(google.len(), 11 * 3 * 2, "11 orders of primary providers with Google, 3 fallbacks, passcode on and off");
    let social = PrimaryProvider::SocialIdentityProviders;
    assert!(google.iter().all(|variation| variation.google && variation.order.primary().contains(&social)));
}

/// With everything on and every provider asked, whoever has an account somewhere can use it.
#[test]
fn whom_a_provider_refuses_for_want_of_an_account_speaks_against_no_order() {
    let design = presets::first().unwrap().workspace.design;
    let profiles = tried(&design);
    let rows = rows(&profiles, &design);
    let best = rows[0].variations[0];
    assert_eq!((best.order.primary().len(), best.passcode, best.google), (3, true, true), "{best:?}");
    let counted = rows[0].tally.guests;
    assert!(rows.iter().all(|row| row.tally.guests == counted));
    let refused = |course: &Course| {
        use Outcome::{AccountMismatch, NoAccountAtProvider, NotTheirAccount};
        matches!(course.finish, Finish::Ended(NoAccountAtProvider | AccountMismatch | NotTheirAccount))
    };
    let left_out = profiles.iter().filter(|profile| profiles.courses(profile).iter().any(refused)).count();
    assert!(left_out > 0);
    assert_eq!(counted, (profiles.len() - left_out) as u64);
}
