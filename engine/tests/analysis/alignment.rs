//! Two runs side by side: every step of both once and in order, what is equal beside each other, and what comes of them.

use redemption_engine::analysis::alignment::{Played, aligned, consequences};
use redemption_engine::design::Design;
use redemption_engine::engine::{followed, replay};
use redemption_engine::flow::Edge;
use redemption_engine::guest::Guest;
use redemption_engine::presets;
use redemption_engine::trace::Run;

use crate::designs;

fn edges(run: &Run) -> Vec<Edge> {
    run.chapters.iter().flat_map(|chapter| &chapter.steps).map(|step| step.edge).collect()
}

fn guests() -> Vec<(String, Design, Guest)> {
    presets::all()
        .into_iter()
        .flat_map(|preset| {
            let design = preset.workspace.design;
            preset.workspace.guests.into_iter().map(move |guest| (preset.id.clone(), design.clone(), guest))
        })
        .collect()
}

#[test]
fn a_run_beside_itself_shares_every_step() {
    for (name, design, guest) in guests() {
        let run = replay(&design, &guest, &guest.story);
        let pairs = aligned(&run, &run);
        assert_eq!(pairs.len(), edges(&run).len(), "{name}");
        assert!(pairs.iter().all(|pair| pair.is_shared()), "{name}");
    }
}

#[test]
fn both_runs_keep_their_steps_and_their_order_and_begin_with_what_they_share() {
    let other = designs::strict();
    for (name, design, guest) in guests() {
        let (first, second) = (replay(&design, &guest, &guest.story), replay(&other, &guest, &guest.story));
        let pairs = aligned(&first, &second);
        assert_eq!(pairs.iter().filter_map(|pair| pair.first).collect::<Vec<_>>(), edges(&first), "{name}");
        assert_eq!(pairs.iter().filter_map(|pair| pair.second).collect::<Vec<_>>(), edges(&second), "{name}");
        assert!(pairs.iter().all(|pair| pair.first.is_some() || pair.second.is_some()), "{name}");
        let beside = pairs.iter().filter_map(|pair| pair.first.zip(pair.second));
        assert!(beside.into_iter().all(|(first, second)| first.from() == second.from()), "{name}");
        let alike = edges(&first).iter().zip(&edges(&second)).take_while(|(one, other)| one == other).count();
        assert!(pairs.iter().take(alike).all(|pair| pair.is_shared()), "{name}");
    }
}

/// Source: seed 003, configurable redemption: what follows a check hangs on the order, what it finds does not.
#[test]
fn a_check_with_the_same_answer_is_shared_although_another_check_follows_it() {
    let one = presets::find("federated-verified-domain").unwrap().workspace;
    let other = designs::of("federated-verified-domain-saml-first");
    let guest = &one.guests[0];
    let (first, second) = (followed(&one.design, guest), followed(&other, guest));
    let pairs = aligned(&first, &second);
    let turned = pairs.iter().filter_map(|pair| Some((pair, pair.first?, pair.second?)));
    let turned: Vec<_> = turned.filter(|(_, one, other)| one.answer() == other.answer() && one.to() != other.to()).collect();
    assert!(!turned.is_empty());
    assert!(turned.iter().all(|(pair, one, other)| one.from() == other.from() && pair.is_shared()));
}

/// Source: seed 003, configurable redemption: the order decides which of two matching providers signs the guest in.
#[test]
fn the_provider_that_comes_of_another_order_is_told_beside_the_first_one() {
    let one = presets::find("federated-verified-domain").unwrap().workspace;
    let other = designs::of("federated-verified-domain-saml-first");
    let guest = &one.guests[0];
    let (first, second) = (followed(&one.design, guest), followed(&other, guest));
    let played = |design, run| Played { design, guest, run };
    let told = consequences(played(&one.design, &first), played(&other, &second));
    let provider = told.iter().find(|told| told.name == "Identity provider").unwrap();
    assert_eq!([provider.first.as_str(), provider.second.as_str()], ["Microsoft Entra ID", "SAML/WS-Fed identity provider"]);
    assert!(!provider.is_shared());
    assert!(told.iter().any(|told| told.name == "Invitation accepted"));
    let same = consequences(played(&one.design, &first), played(&one.design, &first));
    assert!(same.iter().all(|told| told.is_shared()));
}
