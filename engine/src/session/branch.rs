//! Branches: the stories of a guest that another choice back in time has left behind, beside the present one.
//!
//! They belong to the session, not to the workspace: a file holds the present story only. Undo takes branches along, and the undo log
//! keeps them over a reload.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Session;
use crate::act::{Act, Prompt};
use crate::engine::replay;
use crate::guest::WayIn;
use crate::trace::{Next, Place, Run};
use crate::workspace::Workspace;

/// One of several stories of a guest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Branch {
    /// The guest, by position.
    guest: usize,
    /// Its number among the guest's branches, from 1. It keeps it.
    pub number: usize,
    /// Where it left another one; `None` for the first.
    pub parting: Option<Parting>,
    /// Whether it is the guest's present story.
    pub is_present: bool,
    /// How the guest comes the first time.
    pub way_in: WayIn,
    /// What is done.
    pub story: Vec<Act>,
    /// Where the cursor stood when it was left.
    place: Place,
}

/// Where a branch left another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parting {
    /// The number of the branch that it left.
    pub from: usize,
    /// The act that was another one there.
    pub act: Act,
}

impl Session {
    /// The branches of the selected guest by number, the present one among them; none as long as nothing was chosen differently.
    pub fn branches(&self) -> Vec<Branch> {
        let mut branches: Vec<Branch> = self.own_branches().cloned().collect();
        if let (Some(present), Some(guest)) = (branches.iter_mut().find(|branch| branch.is_present), self.guest()) {
            present.way_in = guest.way_in;
            present.story.clone_from(&guest.story);
            present.place = self.view.place;
        }
        branches
    }

    /// The run of one of the selected guest's branches under the present settings.
    pub fn branch_run(&self, branch: &Branch) -> Option<Run> {
        let mut guest = self.guest()?.clone();
        guest.way_in = branch.way_in;
        Some(replay(&self.workspace.design, &guest, &branch.story))
    }

    /// What the guest was asked where a branch left another one; [`Prompt::Between`] where nobody was asked.
    pub fn asked_at_parting(&self, branch: &Branch) -> Prompt {
        let asked = || {
            let parting = branch.parting?;
            let left = self.branches().into_iter().find(|other| other.number == parting.from);
            let shared =
                left.as_ref().map(|left| left.story.iter().zip(&branch.story).take_while(|(theirs, own)| theirs == own).count());
            // The branch that was left may have been forgotten, or may have gone on along this one.
            let at = shared.filter(|at| branch.story.get(*at) == Some(&parting.act));
            let at = at.or_else(|| branch.story.iter().position(|act| *act == parting.act))?;
            let mut guest = self.guest()?.clone();
            guest.way_in = branch.way_in;
            match replay(&self.workspace.design, &guest, branch.story.get(..at)?).next {
                Next::Person { prompt, .. } => Some(prompt),
                Next::Ended(_) | Next::NoEdge(..) => None,
            }
        };
        asked().unwrap_or(Prompt::Between)
    }

    /// Makes a branch the present story, with the cursor where it was left. Answers whether there is such a branch.
    pub fn go_to_branch(&mut self, label: impl Into<String>, number: usize) -> bool {
        let Some(branch) = self.own_branches().find(|branch| branch.number == number && !branch.is_present).cloned() else {
            return false;
        };
        let before = self.beginning(label);
        self.leave_present();
        self.enter(number);
        self.tell(branch.way_in, branch.story);
        self.view.place = branch.place;
        self.mend_view();
        self.note(before);
        true
    }

    /// Forgets a branch that is not the present one. Answers whether there is such a branch.
    pub fn forget_branch(&mut self, label: impl Into<String>, number: usize) -> bool {
        if !self.own_branches().any(|branch| branch.number == number && !branch.is_present) {
            return false;
        }
        let before = self.beginning(label);
        let guest = self.view.guest;
        let branches = Arc::make_mut(&mut self.branches);
        branches.retain(|branch| branch.guest != guest || branch.number != number);
        if branches.iter().filter(|branch| branch.guest == guest).count() == 1 {
            branches.retain(|branch| branch.guest != guest);
        }
        self.note(before);
        true
    }

    /// Keeps the present story as a branch, because an act replaces what it held. Answers the story to go on with: a branch that
    /// begins like the new story, or else the new story itself, which is a branch from now on.
    pub(super) fn branch_off(&mut self, act: Act, way_in: WayIn, story: Vec<Act>) -> (WayIn, Vec<Act>) {
        let from = self.leave_present();
        let held = self.own_branches().filter(|branch| branch.number != from && branch.way_in == way_in);
        let known = held.filter(|branch| branch.story.starts_with(&story)).max_by_key(|branch| branch.number).cloned();
        if let Some(known) = known {
            self.enter(known.number);
            return (known.way_in, known.story);
        }
        let number = self.own_branches().map(|branch| branch.number).max().unwrap_or(0) + 1;
        let branch = Branch {
            guest: self.view.guest,
            number,
            parting: Some(Parting { from, act }),
            is_present: true,
            way_in,
            story: story.clone(),
            place: self.view.place,
        };
        Arc::make_mut(&mut self.branches).push(branch);
        (way_in, story)
    }

    /// Writes the present story down as a branch that is left. Answers its number.
    fn leave_present(&mut self) -> usize {
        let Some((way_in, story)) = self.guest().map(|guest| (guest.way_in, guest.story.clone())) else { return 0 };
        let (guest, place) = (self.view.guest, self.view.place);
        let branches = Arc::make_mut(&mut self.branches);
        match branches.iter_mut().find(|branch| branch.guest == guest && branch.is_present) {
            Some(present) => {
                present.is_present = false;
                present.way_in = way_in;
                present.story = story;
                present.place = place;
                present.number
            }
            None => {
                branches.push(Branch { guest, number: 1, parting: None, is_present: false, way_in, story, place });
                1
            }
        }
    }

    fn enter(&mut self, number: usize) {
        let guest = self.view.guest;
        for branch in Arc::make_mut(&mut self.branches).iter_mut().filter(|branch| branch.guest == guest) {
            branch.is_present = branch.number == number;
        }
    }

    pub(super) fn own_branches(&self) -> impl Iterator<Item = &Branch> {
        self.branches.iter().filter(|branch| branch.guest == self.view.guest)
    }

    /// Keeps branches with their guests when an edit adds, removes or moves guests.
    pub(super) fn follow_guests(&mut self, before: &Workspace) {
        if self.branches.is_empty() || self.workspace.guests == before.guests {
            return;
        }
        let now = Arc::clone(&self.workspace);
        let same_count = now.guests.len() == before.guests.len();
        let goes_to = |was: usize| {
            let guest = before.guests.get(was)?;
            if now.guests.get(was) == Some(guest) {
                return Some(was);
            }
            now.guests.iter().position(|other| other == guest).or(same_count.then_some(was))
        };
        let moved = self.branches.iter().filter_map(|branch| Some(Branch { guest: goes_to(branch.guest)?, ..branch.clone() }));
        self.branches = Arc::new(moved.collect());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::flow::Outcome;
    use crate::session::prompt_at;
    use crate::session::tests::ravi_and_uma;

    fn session() -> Session {
        Session::open_first(ravi_and_uma())
    }

    /// Puts the cursor where the guest decides for the time of this number, from 0.
    fn to_choice(session: &mut Session, number: usize) {
        let run = session.run().unwrap();
        let place = run.places().into_iter().filter(|place| prompt_at(&run, *place).is_some()).nth(number).unwrap();
        session.go(place);
    }

    fn stories(session: &Session) -> Vec<(usize, bool, Vec<Act>)> {
        session.branches().into_iter().map(|branch| (branch.number, branch.is_present, branch.story)).collect()
    }

    #[test]
    fn going_back_and_forth_makes_no_branch_and_loses_nothing() {
        let mut session = session();
        session.step(isize::MAX);
        session.step(-5);
        to_choice(&mut session, 0);
        assert!(session.act("Entered", Act::EnterPasscode));
        assert_eq!(session.branches(), []);
        assert_eq!(session.guest().unwrap().story, [Act::EnterPasscode, Act::Accept]);
    }

    #[test]
    fn another_choice_leaves_the_old_story_as_a_branch() {
        let mut session = session();
        to_choice(&mut session, 0);
        assert!(session.act("Gave up", Act::GiveUp));
        assert_eq!(stories(&session), [(1, false, vec![Act::EnterPasscode, Act::Accept]), (2, true, vec![Act::GiveUp])]);
        assert_eq!(session.branches()[1].parting, Some(Parting { from: 1, act: Act::GiveUp }));
        assert_eq!(session.run().unwrap().outcome(), Some(Outcome::PasscodeNotEntered));
        let old = session.branch_run(&session.branches()[0]).unwrap();
        assert_eq!(old.outcome(), Some(Outcome::Redeemed));
    }

    #[test]
    fn a_choice_that_a_branch_holds_goes_on_along_that_branch() {
        let mut session = session();
        to_choice(&mut session, 0);
        session.act("Gave up", Act::GiveUp);
        to_choice(&mut session, 0);
        session.act("Entered", Act::EnterPasscode);
        assert_eq!(stories(&session), [(1, true, vec![Act::EnterPasscode, Act::Accept]), (2, false, vec![Act::GiveUp])]);
        assert_eq!(session.run().unwrap().outcome(), Some(Outcome::Redeemed));
    }

    #[test]
    fn a_branch_of_a_branch_names_where_it_comes_from() {
        let mut session = session();
        to_choice(&mut session, 0);
        session.act("Gave up", Act::GiveUp);
        assert!(session.go_to_branch("Branch 1", 1));
        to_choice(&mut session, 1);
        session.act("Declined", Act::Decline);
        assert_eq!(
            stories(&session),
            [
                (1, false, vec![Act::EnterPasscode, Act::Accept]),
                (2, false, vec![Act::GiveUp]),
                (3, true, vec![Act::EnterPasscode, Act::Decline])
            ]
        );
        assert_eq!(session.branches()[2].parting, Some(Parting { from: 1, act: Act::Decline }));
    }

    /// The same act is *Cancel* on one page and *Decline* on another.
    #[test]
    fn a_branch_knows_what_the_guest_was_asked_where_it_left_another() {
        let mut session = session();
        to_choice(&mut session, 1);
        session.act("Declined", Act::Decline);
        to_choice(&mut session, 0);
        session.act("Gave up", Act::GiveUp);
        let asked =
            |session: &Session| session.branches().iter().map(|branch| session.asked_at_parting(branch)).collect::<Vec<_>>();
        let passcode = Prompt::Passcode { readable: true, expired: false };
        assert_eq!(asked(&session), [Prompt::Between, Prompt::ReviewPermissions, passcode]);
        assert!(session.forget_branch("Forgot", 1));
        assert_eq!(asked(&session), [Prompt::ReviewPermissions, passcode]);
    }

    #[test]
    fn a_branch_is_gone_back_to_where_it_was_left_and_undo_takes_that_back() {
        let mut session = session();
        to_choice(&mut session, 0);
        let choice = session.view().place;
        session.act("Gave up", Act::GiveUp);
        session.step(isize::MAX);
        let end = session.view().place;
        assert!(session.go_to_branch("Branch 1", 1));
        assert_eq!(session.view().place, choice);
        assert_eq!(session.guest().unwrap().story, [Act::EnterPasscode, Act::Accept]);
        assert_eq!(session.undo().as_deref(), Some("Branch 1"));
        assert_eq!(session.guest().unwrap().story, [Act::GiveUp]);
        assert_eq!(session.view().place, end);
        assert!(!session.go_to_branch("The present one", 2));
        assert!(!session.go_to_branch("None", 9));
    }

    #[test]
    fn undoing_the_other_choice_takes_its_branch_away_and_redo_brings_it_back() {
        let mut session = session();
        to_choice(&mut session, 0);
        session.act("Gave up", Act::GiveUp);
        session.undo();
        assert_eq!(session.branches(), []);
        assert_eq!(session.guest().unwrap().story, [Act::EnterPasscode, Act::Accept]);
        session.redo();
        assert_eq!(stories(&session).len(), 2);
    }

    #[test]
    fn a_forgotten_branch_is_gone_and_comes_back_by_undo() {
        let mut session = session();
        to_choice(&mut session, 0);
        session.act("Gave up", Act::GiveUp);
        assert!(!session.forget_branch("The present one", 2));
        assert!(session.forget_branch("Forgot branch 1", 1));
        assert_eq!(session.branches(), []);
        assert_eq!(session.guest().unwrap().story, [Act::GiveUp]);
        session.undo();
        assert_eq!(stories(&session).len(), 2);
    }

    #[test]
    fn who_comes_another_way_leaves_the_old_way_as_a_branch() {
        let mut session = session();
        let end_of_invitation = session.run().unwrap().chapters[0].steps.len();
        session.go(Place { chapter: 0, step: end_of_invitation });
        assert!(session.act("Come", Act::TryAgain(WayIn::DirectLink)));
        let ways: Vec<WayIn> = session.branches().into_iter().map(|branch| branch.way_in).collect();
        assert_eq!(ways, [WayIn::EmailLink, WayIn::DirectLink]);
        session.go(Place { chapter: 0, step: end_of_invitation });
        assert!(session.act("Come", Act::TryAgain(WayIn::EmailLink)));
        assert_eq!(session.guest().unwrap().story, [Act::EnterPasscode, Act::Accept]);
        session.go(Place { chapter: 0, step: end_of_invitation });
        let before = session.clone();
        assert!(session.act("The same way", Act::TryAgain(WayIn::EmailLink)));
        assert_eq!(session.guest(), before.guest());
        assert_eq!(session.branches().len(), 2);
    }

    #[test]
    fn branches_stay_with_their_guest() {
        let mut session = session();
        to_choice(&mut session, 0);
        session.act("Gave up", Act::GiveUp);
        session.edit("Guest removed", |workspace| drop(workspace.guests.remove(1)));
        assert_eq!(stories(&session).len(), 2);
        session.undo();
        session.edit("Moved", |workspace| workspace.guests.swap(0, 1));
        session.select(0);
        assert_eq!(session.branches(), []);
        session.select(1);
        assert_eq!(stories(&session).len(), 2);
        session.edit("Renamed", |workspace| workspace.guests[1].display_name = "Ravindra".to_owned());
        assert_eq!(stories(&session).len(), 2);
        session.edit("Guest removed", |workspace| drop(workspace.guests.remove(1)));
        session.select(0);
        assert_eq!(session.branches(), []);
    }
}
