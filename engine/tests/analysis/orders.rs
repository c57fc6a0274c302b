//! Every redemption order at once.

use redemption_engine::analysis::course::Course;
use redemption_engine::analysis::orders::{Requirement, Variation, meets, orders, rows};
use redemption_engine::analysis::profiles::{Profiles, Scope};
use redemption_engine::design::{Design, IdentityProvider};

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
        assert_eq!(row.tally.come_in + row.tally.shut_out, row.tally.guests);
    }
    assert!(rows.windows(2).all(|pair| pair[0].tally.shut_out <= pair[1].tally.shut_out));
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
