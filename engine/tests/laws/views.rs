//! Laws of the views of a run: each tells every step of every sampled story once, whatever the level of detail.

use redemption_engine::chart::{Detail, shown_places};
use redemption_engine::log::{audit_entries, sign_in_entries};
use redemption_engine::mail::mails;
use redemption_engine::outline::outline;
use redemption_engine::sequence::{Happening, mermaid, participants, sequence};
use redemption_engine::storyboard::storyboard;
use redemption_engine::timeline::{Moment, timeline};
use redemption_engine::trace::Place;
use strum::IntoEnumIterator;

use super::stories::{for_each_story, json};

#[test]
fn each_view_tells_every_step_of_a_story_once_and_in_order() {
    for_each_story(400, |design, guest, acts, run| {
        for detail in Detail::iter() {
            let places = shown_places(run, design, detail);
            let context = || format!("{detail:?} {}", json(design, guest, acts));
            assert_eq!(outline(run, &places).iter().map(|entry| entry.place).collect::<Vec<_>>(), places, "{}", context());
            let is_step = |what| matches!(what, Happening::Step { .. } | Happening::Asks(..) | Happening::Ends(_));
            let events = sequence(run, &places);
            let told: Vec<Place> = events.iter().filter(|event| is_step(event.what)).map(|event| event.place).collect();
            assert_eq!(told, places, "{}", context());
            let frames: Vec<(Place, Place)> = storyboard(run, &places).iter().map(|frame| (frame.first, frame.last)).collect();
            assert_eq!(covered(&frames, &places), places, "{}", context());
            let moments: Vec<(Place, Place)> =
                timeline(design, guest, run, &places).iter().map(|moment| (moment.first, moment.last)).collect();
            assert_eq!(covered(&moments, &places), places, "{}", context());
        }
    });
}

/// The places of stretches, one stretch after the other.
fn covered(stretches: &[(Place, Place)], places: &[Place]) -> Vec<Place> {
    let within = |(first, last): &(Place, Place)| {
        places.iter().copied().filter(|place| first <= place && place <= last).collect::<Vec<_>>()
    };
    stretches.iter().flat_map(within).collect()
}

#[test]
fn at_every_step_of_a_story_the_timeline_has_told_all_mails_and_entries_so_far() {
    for_each_story(150, |design, guest, acts, run| {
        let places = run.places();
        let moments = timeline(design, guest, run, &places);
        for place in places {
            let told = || moments.iter().take_while(|moment| moment.first <= place);
            let count = |of: fn(&Moment) -> usize| told().map(of).sum::<usize>();
            let sent = mails(design, guest, run, place).len();
            let (audit, sign_ins) = (audit_entries(design, guest, run, place), sign_in_entries(design, guest, run, place));
            assert_eq!(
                (count(|it| it.mails.len()), count(|it| it.audit.len()), count(|it| it.sign_ins.len())),
                (sent, audit.len(), sign_ins.len()),
                "{place:?} {}",
                json(design, guest, acts)
            );
        }
    });
}

#[test]
fn the_text_for_mermaid_has_one_line_for_each_side_chapter_and_happening() {
    for_each_story(400, |design, guest, acts, run| {
        let events = sequence(run, &run.places());
        let text = mermaid(design, guest, run, &events);
        let lines = 1 + participants(&events).len() + run.chapters.len() + events.len();
        assert_eq!(text.lines().count(), lines, "{text}\n{}", json(design, guest, acts));
    });
}
