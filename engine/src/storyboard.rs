//! The storyboard of a run: the pages that are seen, one frame after the other, and which steps each of them covers.
//!
//! Read off the trace and the pages of [`crate::screen`]; what is written on a page is the page's business.

use crate::act::{Begins, Operation, Prompt};
use crate::flow::Node;
use crate::screen::{Screen, screen_at};
use crate::session::prompt_at;
use crate::trace::{Choice, Place, Run};

/// One page in front of a person, from the step that brings it up to the last step before the next page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The page.
    pub screen: Screen,
    /// Who sees it.
    pub viewer: Viewer,
    /// The first step.
    pub first: Place,
    /// The last step.
    pub last: Place,
    /// The step whose page is drawn: where a person is asked, or else where it ended, or else the first.
    pub drawn: Place,
    /// What the person was asked, if anything.
    pub asked: Option<Prompt>,
    /// What the person did, if they have decided.
    pub choice: Option<Choice>,
}

/// Who sees a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Viewer {
    /// Whoever invites.
    Inviter,
    /// The guest.
    Guest,
    /// Whoever acts between two attempts.
    Administrator,
}

impl Frame {
    /// Whether a step belongs to the frame.
    pub fn covers(&self, place: Place) -> bool {
        self.first <= place && place <= self.last
    }

    fn of(run: &Run, place: Place) -> Option<Self> {
        let mut frame = Self {
            screen: screen_at(run, place)?,
            viewer: viewer(run.chapters.get(place.chapter)?.begins),
            first: place,
            last: place,
            drawn: place,
            asked: None,
            choice: None,
        };
        frame.take(run, place);
        Some(frame)
    }

    fn take(&mut self, run: &Run, place: Place) {
        self.last = place;
        if let Some(prompt) = asked_at(run, place) {
            self.drawn = place;
            self.asked = Some(prompt);
            self.choice = run.step(place).and_then(|step| step.cause.choice);
        } else if self.asked.is_none() && matches!(run.node(place), Some(Node::End(_))) {
            self.drawn = place;
        }
    }
}

/// The frames of a run, each over one or more of these places, in order; every place belongs to one frame.
pub fn storyboard(run: &Run, places: &[Place]) -> Vec<Frame> {
    let mut frames: Vec<Frame> = Vec::new();
    for place in places {
        let goes_on = frames.last_mut().filter(|frame| {
            frame.first.chapter == place.chapter
                && screen_at(run, *place) == Some(frame.screen)
                && (frame.asked.is_none() || asked_at(run, *place).is_none())
        });
        match goes_on {
            Some(frame) => frame.take(run, *place),
            None => frames.extend(Frame::of(run, *place)),
        }
    }
    frames
}

/// The pages that the guest sees, in order: the cards of the whole storyboard that are the guest's. Those of the inviter and of
/// administrators are left out, and what automatic redemption does not show.
pub fn guest_pages(run: &Run) -> Vec<Screen> {
    let frames = storyboard(run, &run.places()).into_iter();
    frames.map(|frame| frame.screen).filter(|screen| screen.is_the_guests() && *screen != Screen::NothingShown).collect()
}

/// What a person is asked on the page; what may be done after an end is not asked on a page.
fn asked_at(run: &Run, place: Place) -> Option<Prompt> {
    prompt_at(run, place).filter(|prompt| *prompt != Prompt::Between)
}

fn viewer(begins: Begins) -> Viewer {
    match begins {
        Begins::Invitation => Viewer::Inviter,
        Begins::Attempt(_) | Begins::Operation(Operation::LeaveOrganization) => Viewer::Guest,
        Begins::Operation(
            Operation::Wait
            | Operation::ResendInvitation
            | Operation::DeleteGuest
            | Operation::DeletePermanently
            | Operation::RestoreGuest
            | Operation::ResetRedemption
            | Operation::ResetRedemptionToSecondAddress
            | Operation::InviteSecondAddress
            | Operation::Change,
        ) => Viewer::Administrator,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::act::Act;
    use crate::chart::{Detail, shown_places};
    use crate::design::Design;
    use crate::presets;
    use strum::IntoEnumIterator;

    fn freelancer(story: serde_json::Value) -> Vec<Frame> {
        let guest: crate::guest::Guest = serde_json::from_value(serde_json::json!({
            "displayName": "Ravi", "invitedEmail": "ravi@contractor.example", "story": story
        }))
        .unwrap();
        let run = crate::engine::replay(&Design::default(), &guest, &guest.story);
        assert_eq!(run.refused, None);
        storyboard(&run, &run.places())
    }

    #[test]
    fn a_freelancer_sees_five_pages_and_the_inviter_two() {
        let frames = freelancer(serde_json::json!(["enterPasscode", "accept"]));
        let seen: Vec<(Screen, Viewer)> = frames.iter().map(|frame| (frame.screen, frame.viewer)).collect();
        assert_eq!(
            seen,
            [
                (Screen::Invitation, Viewer::Inviter),
                (Screen::InvitationSent, Viewer::Inviter),
                (Screen::InvitationMail, Viewer::Guest),
                (Screen::SendPasscode, Viewer::Guest),
                (Screen::EnterPasscode, Viewer::Guest),
                (Screen::ReviewPermissions, Viewer::Guest),
                (Screen::AppsAccessPanel, Viewer::Guest),
            ]
        );
        let chosen: Vec<Option<Act>> = frames.iter().map(|frame| frame.choice.map(|choice| choice.act)).collect();
        assert_eq!(chosen, [None, None, None, None, Some(Act::EnterPasscode), Some(Act::Accept), None]);
    }

    #[test]
    fn the_same_page_with_a_new_question_is_a_frame_of_its_own() {
        let frames = freelancer(serde_json::json!(["enterWrongPasscode", "enterWrongPasscode", "enterPasscode"]));
        let passcodes: Vec<Screen> = frames.iter().map(|frame| frame.screen).skip(4).collect();
        assert_eq!(passcodes, [Screen::EnterPasscode, Screen::WrongPasscode, Screen::WrongPasscode, Screen::ReviewPermissions]);
        let last = frames.last().unwrap();
        assert_eq!((last.asked, last.choice), (Some(Prompt::ReviewPermissions), None));
    }

    #[test]
    fn the_pages_of_the_guest_are_counted_without_those_of_others() {
        let pages = |story| {
            let guest: crate::guest::Guest = serde_json::from_value(serde_json::json!({
                "displayName": "Ravi", "invitedEmail": "ravi@contractor.example", "story": story
            }))
            .unwrap();
            guest_pages(&crate::engine::replay(&Design::default(), &guest, &guest.story))
        };
        assert_eq!(
            pages(serde_json::json!(["enterPasscode", "accept"])),
            [
                Screen::InvitationMail,
                Screen::SendPasscode,
                Screen::EnterPasscode,
                Screen::ReviewPermissions,
                Screen::AppsAccessPanel
            ]
        );
        let twice_wrong = pages(serde_json::json!(["enterWrongPasscode", "enterWrongPasscode", "enterPasscode", "accept"]));
        assert_eq!(twice_wrong.len(), 7, "{twice_wrong:?}");
        let deleted = pages(serde_json::json!(["giveUp", {"letTimePass": 60}, "deleteGuest"]));
        assert_eq!(deleted, [Screen::InvitationMail, Screen::SendPasscode, Screen::EnterPasscode, Screen::Stopped]);
    }

    #[test]
    fn with_every_step_shown_the_storyboard_has_as_many_cards_of_the_guest_as_pages_are_counted() {
        for preset in presets::all() {
            for guest in &preset.workspace.guests {
                let run = crate::engine::replay(&preset.workspace.design, guest, &guest.story);
                for detail in [Detail::Steps, Detail::All] {
                    let frames = storyboard(&run, &shown_places(&run, &preset.workspace.design, detail));
                    let shown = frames.iter().filter(|frame| frame.viewer == Viewer::Guest);
                    let shown = shown.filter(|frame| frame.screen != Screen::NothingShown);
                    assert_eq!(shown.count(), guest_pages(&run).len(), "{}, {}, {detail:?}", preset.id, guest.display_name);
                }
            }
        }
    }

    #[test]
    fn what_is_done_between_two_attempts_is_drawn_as_it_ended() {
        let frames = freelancer(serde_json::json!(["giveUp", {"letTimePass": 60}, "deleteGuest"]));
        let between: Vec<&Frame> = frames.iter().filter(|frame| frame.viewer == Viewer::Administrator).collect();
        assert_eq!(between.len(), 2);
        for frame in between {
            assert_eq!((frame.screen, frame.drawn), (Screen::Operation, frame.last));
            assert!(frame.first < frame.last);
        }
    }

    #[test]
    fn every_place_of_every_example_belongs_to_one_frame() {
        for preset in presets::all() {
            for guest in &preset.workspace.guests {
                let run = crate::engine::replay(&preset.workspace.design, guest, &guest.story);
                for detail in Detail::iter() {
                    let places = shown_places(&run, &preset.workspace.design, detail);
                    let frames = storyboard(&run, &places);
                    for place in places {
                        assert_eq!(frames.iter().filter(|frame| frame.covers(place)).count(), 1, "{} {place:?}", preset.id);
                    }
                }
            }
        }
    }
}
