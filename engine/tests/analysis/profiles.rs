//! Every guest that designs tell apart: nobody is left out, and nobody is counted with guests who meet something else.

use proptest::test_runner::{Config, TestRunner};
use redemption_engine::address::EmailAddress;
use redemption_engine::analysis::aspect::{Aspect, Values};
use redemption_engine::analysis::course::{Course, Manner, Paths, Walker};
use redemption_engine::analysis::origin::{Origin, Standing};
use redemption_engine::analysis::profiles::{Profiles, Scope};
use redemption_engine::design::Design;
use redemption_engine::flow::Edge;
use redemption_engine::guest::Guest;
use strum::{EnumCount, IntoEnumIterator};

use crate::designs;

const MOST: usize = 1_000_000;

/// A guest of an origin with these values, and what they do.
fn guest(profiles: &Profiles, origin: &Origin, values: &[u8]) -> (Guest, Manner) {
    let context = Values { distinctions: profiles.distinctions(), origin };
    let (mut guest, mut manner) = (Guest::invited("Guest", origin.address.clone()), Manner::default());
    for (aspect, value) in Aspect::iter().zip(values) {
        aspect.set(*value, context, &mut guest, &mut manner);
    }
    (guest, manner)
}

/// Draws guests at random, and holds what happens to each against the profile that holds them.
fn sampled(designs: &[Design], guests: u32) -> usize {
    let profiles = Profiles::of(designs.to_vec(), Scope::Everything, MOST);
    assert!(profiles.is_complete());
    let grounds: Vec<Vec<Walker>> = profiles
        .origins()
        .iter()
        .map(|origin| {
            let settled = designs.iter().map(|design| {
                let mut design = design.clone();
                origin.settle(&mut design);
                Walker::new(design)
            });
            settled.collect()
        })
        .collect();
    let mut runner = TestRunner::new_with_rng(
        Config { cases: guests, failure_persistence: None, ..Config::default() },
        proptest::test_runner::TestRng::deterministic_rng(proptest::test_runner::RngAlgorithm::ChaCha),
    );
    let space = (0..profiles.origins().len(), proptest::collection::vec(proptest::num::u8::ANY, Aspect::COUNT), "[a-z]{3,9}");
    let tried = std::cell::Cell::new(0);
    runner
        .run(&space, |(number, dice, local)| {
            let origin = &profiles.origins()[number];
            let context = Values { distinctions: profiles.distinctions(), origin };
            // Half of the aspects are ordinary, so that guests come further than the first gate.
            let values: Vec<u8> = Aspect::iter()
                .zip(&dice)
                .map(|(aspect, dice)| if dice % 2 == 0 { 0 } else { (dice / 2) % aspect.count(context) })
                .collect();
            let of = |aspect: Aspect| values[aspect as usize];
            let holding: Vec<_> = profiles.holding(number, of).collect();
            let account = origin.owner.is_some() == (of(Aspect::WorkAccount) == 0);
            let impossible = of(Aspect::LiveSession) == 1 && !account;
            if impossible && holding.is_empty() {
                return Ok(());
            }
            assert_eq!(holding.len(), 1, "{origin:?} {values:?}");
            let (mut guest, manner) = guest(&profiles, origin, &values);
            // Nobody of whom no design knows has a name that matters.
            let nameless = matches!(origin.standing, Standing::None | Standing::Missing | Standing::OtherMissing);
            if nameless && origin.address.local() != "no#guest" && of(Aspect::MicrosoftAccount) == 0 {
                let address = EmailAddress::parse(&format!("{local}@{}", origin.address.domain())).unwrap();
                let own = |known: &EmailAddress| *known == guest.invited_email;
                if guest.person.google_account.as_ref().is_some_and(own) {
                    guest.person.google_account = Some(address.clone());
                }
                guest.invited_email = address;
            }
            let mut paths = Paths::default();
            let courses: Vec<(Course, Vec<Edge>)> =
                grounds[number].iter().map(|walker| (walker.course(&guest, manner, &mut paths), paths.last().to_vec())).collect();
            let (example, manner) = profiles.guest(holding[0]).unwrap();
            let mut paths = Paths::default();
            let expected: Vec<(Course, Vec<Edge>)> = grounds[number]
                .iter()
                .map(|walker| (walker.course(&example, manner, &mut paths), paths.last().to_vec()))
                .collect();
            assert_eq!(courses, expected, "{guest:#?}\nis counted with\n{example:#?}");
            let counted = profiles.courses(holding[0]);
            for ((course, _), counted) in expected.iter().zip(counted) {
                assert_eq!((course.finish, course.provider, course.prompts), (counted.finish, counted.provider, counted.prompts));
            }
            tried.set(tried.get() + 1);
            Ok(())
        })
        .unwrap();
    tried.get()
}

#[test]
fn a_guest_drawn_at_random_meets_what_the_profile_says_under_every_design_of_the_gallery() {
    let mut tried = 0;
    for (_, design) in designs::gallery() {
        tried += sampled(&[design], 250);
    }
    println!("{tried} guests");
    assert!(tried > 7_000, "{tried}");
}

#[test]
fn a_guest_drawn_at_random_meets_what_the_profile_says_under_two_designs_at_once() {
    let pairs = [
        [designs::of("federated-verified-domain"), designs::of("federated-verified-domain-saml-first")],
        [designs::of("gmail-with-google-federation"), designs::of("no-account-passcode-off")],
        [designs::of("contact-conflict-2024"), designs::of("contact-conflict-2026")],
        [designs::strict(), designs::of("multifactor-with-and-without-trust")],
        [designs::of("automatic-redemption"), designs::of("outbound-blocked")],
    ];
    for pair in pairs {
        let tried = sampled(&pair, 1_000);
        assert!(tried > 900, "{tried}");
    }
}

#[test]
fn each_origin_is_told_apart_from_each_other() {
    let design = designs::of("federated-verified-domain");
    let origins = Origin::all(std::slice::from_ref(&design));
    let addresses: std::collections::BTreeSet<_> = origins.iter().map(|origin| (&origin.address, origin.standing)).collect();
    assert_eq!(addresses.len(), origins.len());
    for standing in [Standing::None, Standing::OtherUser, Standing::OtherMissing, Standing::OtherUnmanaged, Standing::Refused] {
        assert!(origins.iter().any(|origin| origin.standing == standing), "{standing:?}");
    }
}

#[test]
fn profiles_of_one_design_do_not_split_what_it_treats_alike() {
    let profiles = Profiles::of(vec![Design::default()], Scope::Discovery, MOST);
    // Without Google, gmail.com is a domain like any other without a tenant.
    let google = profiles.iter().filter(|profile| profiles.origin(profile).unwrap().address.domain() == "gmail.com").count();
    let elsewhere = profiles
        .iter()
        .filter(|profile| profiles.origin(profile).unwrap().standing == Standing::None)
        .filter(|profile| profiles.origin(profile).unwrap().address.domain() == "elsewhere.example")
        .count();
    assert_eq!(google, elsewhere);
}

#[test]
fn what_is_cut_short_is_not_called_complete() {
    let profiles = Profiles::of(vec![Design::default()], Scope::Everything, 10);
    assert!(!profiles.is_complete());
    assert!(profiles.len() < 1_000);
}
