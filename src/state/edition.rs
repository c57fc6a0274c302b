//! Another edition of the documents for the same guest: what moves, and what the end is then.
//!
//! The guest and the story stay; only the rules change.

use leptos::prelude::*;
use redemption_engine::design::Edition;
use redemption_engine::trace::{Chapter, Place, Run};
use redemption_engine::wording;

use super::{App, Notice, NoticeAction};
use crate::words;

impl App {
    /// Reads the workspace under another edition, keeps the guest and says what moved.
    pub fn switch_edition(&self, edition: Edition) {
        let before = self.run.with_untracked(|run| run.cloned());
        let changed = self.session.update(|session| {
            let was = session.workspace().design.edition;
            session.edit(words::inspect::edition_changed(), |workspace| workspace.design.edition = edition);
            was != edition
        });
        if !changed {
            return;
        }
        self.looked_at.set(None);
        self.travel.pause();
        self.go_on_to_a_row();
        self.drop_undo_notice();
        let after = self.run.with_untracked(|run| run.cloned());
        let text = match before.zip(after) {
            Some((before, after)) => words::inspect::edition_changed_to(wording::edition(edition), what_moved(&before, &after)),
            None => words::inspect::edition_changed().to_owned(),
        };
        self.announce(text.clone());
        self.notices.update(|notices| notices.push(Notice { text, action: Some(NoticeAction::Undo) }));
    }
}

/// Whether the path is the same, where it differs first, and how it ends before and after, in one or two sentences.
fn what_moved(before: &Run, after: &Run) -> String {
    let path = match first_difference(before, after) {
        None => words::inspect::the_same_path().to_owned(),
        Some(place) => {
            let at = after.node(place).or_else(|| before.node(place)).map_or("", wording::node);
            words::inspect::another_path_on_in_chapter(at, place.chapter + 1)
        }
    };
    let (was, is) = (end(before), end(after));
    if was == is { words::inspect::it_ends_as_before(&path, is) } else { words::inspect::it_ended_with_now(&path, was, is) }
}

fn first_difference(before: &Run, after: &Run) -> Option<Place> {
    let edge = |run: &Run, place: Place| run.step(place).map(|step| step.edge.id());
    let place = after
        .places()
        .into_iter()
        .find(|place| before.node(*place) != after.node(*place) || edge(before, *place) != edge(after, *place));
    place.or_else(|| before.places().into_iter().find(|place| after.node(*place).is_none()))
}

/// How the last attempt stands, or the invitation where there is none.
fn end(run: &Run) -> &'static str {
    let attempt = run.chapters.iter().rev().find(|chapter| chapter.way_in().is_some());
    attempt.or(run.chapters.first()).and_then(Chapter::outcome).map_or(words::common::waiting_for_the_guest(), wording::outcome)
}

#[cfg(test)]
mod tests {
    use super::*;
    use redemption_engine::design::Design;
    use redemption_engine::engine::replay;
    use redemption_engine::guest::Guest;

    fn moved(guest: &str, from: Edition, to: Edition) -> String {
        let guest: Guest = serde_json::from_str(guest).unwrap();
        let run = |edition| replay(&Design { edition, ..Design::default() }, &guest, &guest.story);
        what_moved(&run(from), &run(to))
    }

    /// A contact object blocked the direct link until the text of 2024-03; the text of 2026-04 no longer says so.
    #[test]
    fn a_contact_conflict_that_is_gone_is_told_with_both_ends() {
        let guest = r#"{ "displayName": "Ravi", "invitedEmail": "ravi@contractor.example", "wayIn": "directLink",
            "invitation": { "contactConflict": true }, "story": ["enterPasscode", "accept"] }"#;
        let said = moved(guest, Edition::Y2024, Edition::Y2026);
        assert!(said.starts_with("another path from “Guest object found” on"), "{said}");
        assert!(said.ends_with("It ended with: A contact object is in the way. Now: Invitation redeemed."), "{said}");
    }

    #[test]
    fn the_same_path_is_told_as_such() {
        let guest =
            r#"{ "displayName": "Ravi", "invitedEmail": "ravi@contractor.example", "story": ["enterPasscode", "accept"] }"#;
        assert_eq!(moved(guest, Edition::Y2024, Edition::Y2026), "the same path. It ends as before: Invitation redeemed.");
    }
}
