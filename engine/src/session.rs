//! A session: an open workspace with its selected guest, the cursor in the guest's run, undo and redo.
//!
//! Pure: nothing is stored or shown here. What is selected and where the cursor stands is not part of the workspace and not undone
//! by itself; an undone change brings back the view it was made in. What is done at the cursor is in `act`, the stories that another
//! choice leaves behind in `branch`, where playing stops in `play`, undo in `past`, and how undo survives a reload in `log`.

mod act;
mod branch;
mod log;
mod past;
mod play;
mod splice;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::act::{Act, Prompt};
use crate::engine::replay;
use crate::guest::Guest;
use crate::trace::{Next, Place, Run};
use crate::workspace::Workspace;

use past::Change;

pub use branch::{Branch, Parting};
pub use past::fingerprint;
pub use play::{Stop, stop};

/// How many changes can be undone.
pub const UNDO_DEPTH: usize = 200;

/// An open workspace.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    workspace: Arc<Workspace>,
    view: View,
    branches: Arc<Vec<Branch>>,
    past: Vec<Arc<Change>>,
    future: Vec<Arc<Change>>,
}

/// What is looked at: kept beside the workspace, but not part of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct View {
    /// The selected guest, by position.
    #[serde(default)]
    pub guest: usize,
    /// Where the cursor stands in that guest's run.
    #[serde(default)]
    pub place: Place,
}

/// What an edit did to the path that had been travelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Divergence {
    /// The first place at which the path differs.
    pub place: Place,
}

impl Session {
    /// Opens a workspace that nobody has looked at yet, at the start of the first guest's first attempt.
    pub fn open_first(workspace: Workspace) -> Self {
        let mut session = Self::open(workspace, View::default());
        session.select(0);
        session
    }

    /// Opens a workspace. A view that does not fit is mended.
    pub fn open(workspace: Workspace, view: View) -> Self {
        let workspace = Arc::new(workspace);
        let mut session = Self { workspace, view, branches: Arc::default(), past: Vec::new(), future: Vec::new() };
        session.mend_view();
        session
    }

    /// The workspace.
    pub fn workspace(&self) -> &Workspace {
        &self.workspace
    }

    /// The workspace, to be kept while the session goes on.
    pub fn shared(&self) -> Arc<Workspace> {
        Arc::clone(&self.workspace)
    }

    /// What is looked at.
    pub fn view(&self) -> View {
        self.view
    }

    /// The selected guest; `None` in a workspace without guests.
    pub fn guest(&self) -> Option<&Guest> {
        self.workspace.guests.get(self.view.guest)
    }

    /// The selected guest's run.
    pub fn run(&self) -> Option<Run> {
        self.guest().map(|guest| replay(&self.workspace.design, guest, &guest.story))
    }

    /// Selects a guest and goes to the start of their first attempt, or of the invitation where that is refused.
    pub fn select(&mut self, guest: usize) {
        self.view = View { guest, place: Place::default() };
        self.mend_view();
        let chapter = self.run().and_then(|run| run.first_attempt()).unwrap_or_default();
        self.view.place = Place { chapter, step: 0 };
    }

    /// Goes to the start of a chapter, if there is one.
    pub fn go_to_chapter(&mut self, chapter: usize) {
        self.go(Place { chapter, step: 0 });
    }

    /// Goes to a place; one that does not exist is ignored.
    pub fn go(&mut self, place: Place) {
        if self.run().is_some_and(|run| run.places().contains(&place)) {
            self.view.place = place;
        }
    }

    /// Goes so many places forward, or back if negative, as far as there are places.
    pub fn step(&mut self, by: isize) {
        if let Some(run) = self.run() {
            self.step_among(&run.places(), by);
        }
    }

    /// [`Session::step`] over some of the places, in order.
    pub fn step_among(&mut self, places: &[Place], by: isize) {
        let last = places.len().saturating_sub(1);
        let target = match places.iter().rposition(|place| *place <= self.view.place) {
            Some(now) => now.saturating_add_signed(by).min(last),
            // Before the first of them, one step on is that one.
            None => 0usize.saturating_add_signed(by.saturating_sub(1)).min(last),
        };
        if let Some(place) = places.get(target) {
            self.view.place = *place;
        }
    }

    /// Changes the workspace. Answers where the travelled path differs now, if it does. The cursor stays at the check it stood at,
    /// or goes to where the path differs if that check is no longer on it.
    pub fn edit(&mut self, label: impl Into<String>, change: impl FnOnce(&mut Workspace)) -> Option<Divergence> {
        let before = self.beginning(label);
        let old_run = self.run();
        change(Arc::make_mut(&mut self.workspace));
        if self.workspace == before.workspace {
            return None;
        }
        Arc::make_mut(&mut self.workspace).follow_renamed_guests(&before.workspace);
        self.follow_guests(&before.workspace);
        self.note(before);
        let new_run = self.run();
        let (old, new) = old_run.zip(new_run).unzip();
        let divergence = old.as_ref().zip(new.as_ref()).and_then(|(old, new)| diverged(old, new, self.view.place));
        if let (Some(divergence), Some(old), Some(new)) = (divergence, old, new) {
            self.view.place = same_check(&old, &new, self.view.place).unwrap_or(divergence.place);
        }
        self.mend_view();
        divergence
    }

    fn mend_view(&mut self) {
        if self.view.guest >= self.workspace.guests.len() {
            self.view = View { guest: self.workspace.guests.len().saturating_sub(1), place: Place::default() };
        }
        let places = self.run().map(|run| run.places()).unwrap_or_default();
        if !places.contains(&self.view.place) {
            let before = places.into_iter().take_while(|place| *place < self.view.place);
            self.view.place = before.last().unwrap_or_default();
        }
    }
}

/// The first place up to the cursor whose move differs from the old run's.
fn diverged(old: &Run, new: &Run, cursor: Place) -> Option<Divergence> {
    let edge = |run: &Run, place: Place| run.step(place).map(|step| step.edge);
    let mut travelled = old.places().into_iter().take_while(|place| *place < cursor);
    let place = travelled.find(|place| edge(old, *place) != edge(new, *place));
    place.or_else(|| (old.node(cursor) != new.node(cursor)).then_some(cursor)).map(|place| Divergence { place })
}

/// Where the check at the cursor is in the new run: at the same place, or at the nearest one in the same chapter.
fn same_check(old: &Run, new: &Run, cursor: Place) -> Option<Place> {
    let node = old.node(cursor)?;
    let here = new.places().into_iter().filter(|place| place.chapter == cursor.chapter && new.node(*place) == Some(node));
    here.min_by_key(|place| place.step.abs_diff(cursor.step))
}

/// Whether an act is offered at a place: the prompt there takes it, or the chapter is over and the act begins another one.
pub fn offers(run: &Run, place: Place, act: Act) -> bool {
    if act.begins().is_some() && Prompt::Between.takes(act) && ended_at(run, place) {
        return true;
    }
    prompt_at(run, place).is_some_and(|prompt| prompt.takes(act))
}

/// Whether a chapter is over at a place.
pub fn ended_at(run: &Run, place: Place) -> bool {
    let chapter = run.chapters.get(place.chapter);
    let over = |at| matches!(at, crate::flow::Node::End(_));
    chapter.is_some_and(|chapter| place.step == chapter.steps.len() && over(chapter.at))
}

/// The prompt at a place: one that a person has answered there, or the one that waits there.
pub fn prompt_at(run: &Run, place: Place) -> Option<Prompt> {
    match run.step(place) {
        Some(step) => step.cause.choice.map(|choice| choice.prompt),
        None => match run.next {
            Next::Person { prompt, .. } if place.chapter + 1 == run.chapters.len() => Some(prompt),
            Next::Person { .. } | Next::Ended(_) | Next::NoEdge(..) => None,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::{Design, EmailOneTimePasscode};
    use crate::flow::Outcome;
    use crate::guest::WayIn;

    /// Ravi, who has entered a passcode and accepted, and Uma, who has not come yet.
    pub(super) fn ravi_and_uma() -> Workspace {
        serde_json::from_value(serde_json::json!({
            "name": "Test",
            "design": serde_json::to_value(Design::default()).unwrap(),
            "guests": [
                { "displayName": "Ravi", "invitedEmail": "ravi@contractor.example", "story": ["enterPasscode", "accept"] },
                { "displayName": "Uma", "invitedEmail": "uma@contractor.example" }
            ]
        }))
        .unwrap()
    }

    fn session() -> Session {
        Session::open(ravi_and_uma(), View::default())
    }

    fn to_the_end(session: &mut Session) {
        session.step(isize::MAX);
    }

    #[test]
    fn stepping_forward_and_back_stays_within_the_run() {
        let mut session = session();
        session.step(-3);
        assert_eq!(session.view().place, Place::default());
        to_the_end(&mut session);
        let end = session.view().place;
        session.step(1);
        assert_eq!(session.view().place, end);
        session.step(-1);
        assert_eq!(session.view().place, Place { step: end.step - 1, ..end });
    }

    #[test]
    fn another_choice_back_in_time_replaces_the_rest_and_undo_brings_it_back() {
        let mut session = session();
        let places = session.run().unwrap().places();
        let choice = places.iter().copied().find(|place| prompt_at(&session.run().unwrap(), *place).is_some()).unwrap();
        session.go(choice);
        assert!(session.act("Gave up", Act::GiveUp));
        assert_eq!(session.run().unwrap().outcome(), Some(Outcome::PasscodeNotEntered));
        assert_eq!(session.undo().as_deref(), Some("Gave up"));
        assert_eq!(session.run().unwrap().outcome(), Some(Outcome::Redeemed));
        assert_eq!(session.redo().as_deref(), Some("Gave up"));
        assert_eq!(session.run().unwrap().outcome(), Some(Outcome::PasscodeNotEntered));
    }

    #[test]
    fn the_same_choice_again_only_moves_the_cursor() {
        let mut session = session();
        let choice = session.run().unwrap().places().into_iter().find(|at| prompt_at(&session.run().unwrap(), *at).is_some());
        session.go(choice.unwrap());
        assert!(session.act("Entered", Act::EnterPasscode));
        assert_eq!(session.undo_label(), None);
        assert_eq!(session.guest().unwrap().story, [Act::EnterPasscode, Act::Accept]);
    }

    #[test]
    fn an_act_that_is_not_offered_changes_nothing() {
        let mut session = session();
        let before = session.clone();
        assert!(!session.act("Accept", Act::Accept));
        assert_eq!(session, before);
    }

    #[test]
    fn after_an_end_the_guest_comes_again_as_a_new_chapter() {
        let mut session = session();
        to_the_end(&mut session);
        assert!(session.act("Again", Act::TryAgain(WayIn::DirectLink)));
        assert_eq!(session.view().place, Place { chapter: 2, step: 0 });
        assert_eq!(session.run().unwrap().chapters.len(), 3);
    }

    #[test]
    fn what_is_done_after_a_first_attempt_without_acts_stays_after_it() {
        let mut session = session();
        session.edit("Disable", |workspace| workspace.guests[0].invitation.account_disabled = true);
        session.edit("Forget", |workspace| workspace.guests[0].story.clear());
        to_the_end(&mut session);
        assert!(session.act("Wait", Act::LetTimePass(60)));
        assert_eq!(session.guest().unwrap().story, [Act::ComeIn, Act::LetTimePass(60)]);
        let outcomes: Vec<_> = session.run().unwrap().chapters.iter().map(|chapter| chapter.outcome()).collect();
        assert_eq!(outcomes, [Some(Outcome::Invited), Some(Outcome::GuestDisabled), Some(Outcome::Done)]);
        assert_eq!(session.view().place, Place { chapter: 2, step: 0 });
    }

    #[test]
    fn who_comes_another_way_before_the_first_attempt_makes_the_first_attempt_that_way() {
        let mut session = session();
        session.go(Place::default());
        let run = session.run().unwrap();
        session.go(Place { chapter: 0, step: run.chapters[0].steps.len() });
        assert!(session.act("Come", Act::TryAgain(WayIn::DirectLink)));
        assert_eq!(session.guest().unwrap().way_in, WayIn::DirectLink);
        assert_eq!(session.run().unwrap().chapters.len(), 2);
        assert_eq!(session.view().place, Place { chapter: 1, step: 0 });
        assert_eq!(session.undo().as_deref(), Some("Come"));
        assert_eq!(session.run().unwrap().outcome(), Some(Outcome::Redeemed));
    }

    #[test]
    fn an_attempt_can_begin_by_another_way_in_and_the_old_one_stays_as_a_branch() {
        let mut session = session();
        to_the_end(&mut session);
        assert!(session.come_by("Other way", WayIn::CommonEndpointWithOrganization));
        assert_eq!(session.guest().unwrap().way_in, WayIn::CommonEndpointWithOrganization);
        assert_eq!(session.view().place, Place { chapter: 1, step: 0 });
        let left: Vec<_> = session.branches().into_iter().filter(|branch| !branch.is_present).collect();
        let [left] = left.as_slice() else { panic!("{left:?}") };
        assert_eq!((left.way_in, left.story.as_slice()), (WayIn::EmailLink, [Act::EnterPasscode, Act::Accept].as_slice()));
        assert_eq!(session.undo().as_deref(), Some("Other way"));
        assert_eq!(session.guest().unwrap().way_in, WayIn::EmailLink);
        assert_eq!(session.run().unwrap().outcome(), Some(Outcome::Redeemed));
    }

    #[test]
    fn a_later_attempt_can_begin_by_another_way_in_too() {
        let mut session = session();
        to_the_end(&mut session);
        assert!(session.act("Again", Act::TryAgain(WayIn::CommonEndpoint)));
        assert!(session.come_by("Other way", WayIn::DirectLink));
        let guest = session.guest().unwrap();
        assert_eq!(guest.way_in, WayIn::EmailLink);
        assert_eq!(guest.story, [Act::EnterPasscode, Act::Accept, Act::TryAgain(WayIn::DirectLink)]);
        assert_eq!(session.view().place, Place { chapter: 2, step: 0 });
    }

    #[test]
    fn an_invitation_is_no_attempt_that_begins_by_a_way_in() {
        let mut session = session();
        session.go(Place::default());
        let before = session.clone();
        assert!(!session.come_by("Other way", WayIn::DirectLink));
        assert_eq!(session, before);
    }

    #[test]
    fn an_edit_that_changes_the_travelled_path_says_where_and_puts_the_cursor_there() {
        let mut session = session();
        to_the_end(&mut session);
        let divergence = session.edit("Passcode off", |workspace| {
            workspace.design.resource_tenant.email_one_time_passcode = EmailOneTimePasscode::Disabled;
        });
        let place = divergence.unwrap().place;
        assert_eq!(session.view().place, place);
        assert_eq!(session.run().unwrap().node(place), Some(crate::flow::Node::PasscodeEnabled));
        assert_eq!(session.undo().as_deref(), Some("Passcode off"));
    }

    #[test]
    fn an_edit_that_leaves_the_path_keeps_the_cursor() {
        let mut session = session();
        to_the_end(&mut session);
        let place = session.view().place;
        assert_eq!(session.edit("Rename", |workspace| workspace.name = "Other".to_owned()), None);
        assert_eq!(session.view().place, place);
    }

    #[test]
    fn an_edit_that_changes_nothing_is_not_a_step_of_the_history() {
        let mut session = session();
        session.edit("Nothing", |_| ());
        assert_eq!(session.undo_label(), None);
    }

    #[test]
    fn a_view_that_does_not_fit_is_mended() {
        let workspace = session().workspace().clone();
        let opened = Session::open(workspace.clone(), View { guest: 9, place: Place { chapter: 4, step: 7 } });
        assert_eq!(opened.view().guest, 1);
        let empty = Session::open(Workspace { guests: Vec::new(), ..workspace }, View::default());
        assert_eq!(empty.run(), None);
    }

    #[test]
    fn the_history_keeps_its_depth() {
        let mut session = session();
        for number in 0..UNDO_DEPTH + 50 {
            session.edit("Rename", |workspace| workspace.name = format!("Name {number}"));
        }
        assert_eq!(std::iter::from_fn(|| session.undo()).count(), UNDO_DEPTH);
        assert_eq!(session.workspace().name, "Name 49");
    }
}
