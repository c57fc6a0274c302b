//! The undo log: the changes of a session as text, so that undo and redo go on after a reload, and the branches with them.
//!
//! It holds differences, not workspaces, and belongs to one content: where the workspace is another one, the log is refused. It may be
//! lost at any time without harm to the workspace. Where it is kept is decided in `keeping`.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::past::{Change, fingerprint};
use super::splice::Splice;
use super::{Branch, Session, UNDO_DEPTH, View};

const FORMAT: u32 = 1;

/// The longest undo log, in bytes of its steps: what is older is left out.
const LONGEST: usize = 400_000;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Log {
    format: u32,
    /// The content that the log belongs to.
    of: String,
    past: Vec<Step>,
    future: Vec<Step>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    branches: Vec<Branch>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Step {
    label: String,
    view: View,
    change: Splice,
    /// The branches on the other side of the change, where they are not those of this side.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    branches: Option<Vec<Branch>>,
}

impl Step {
    fn size(&self) -> usize {
        let branches = self.branches.as_ref().and_then(|branches| serde_json::to_string(branches).ok());
        self.label.len() + self.change.from.len() + self.change.to.len() + branches.map_or(0, |branches| branches.len())
    }
}

impl Session {
    /// What can be undone and done again, as text; `None` where nothing can.
    pub fn undo_log(&self) -> Option<String> {
        let mut room = LONGEST;
        let mut future = steps(&self.future, &self.branches, &mut room);
        let mut past = steps(&self.past, &self.branches, &mut room);
        if past.is_empty() && future.is_empty() {
            return None;
        }
        past.reverse();
        future.reverse();
        let branches = self.branches.to_vec();
        serde_json::to_string(&Log { format: FORMAT, of: fingerprint(&self.workspace), past, future, branches }).ok()
    }

    /// Whether the same can be undone and done again as in an earlier state of this session.
    pub fn has_steps_of(&self, earlier: &Self) -> bool {
        let same = |now: &[Arc<Change>], then: &[Arc<Change>]| {
            let newest = now.last().zip(then.last()).is_none_or(|(now, then)| Arc::ptr_eq(now, then));
            now.len() == then.len() && newest
        };
        same(&self.past, &earlier.past) && same(&self.future, &earlier.future)
    }

    /// Takes up the log of an earlier visit, which began where the log ended. Changes that this visit has made already stay on top, and
    /// what was ahead and beside of the story then is left out.
    /// Answers whether the log fits.
    pub fn recall(&mut self, log: &str) -> bool {
        let Ok(log) = serde_json::from_str::<Log>(log) else { return false };
        let first = self.past.first().map_or(Some(&self.workspace), |change| change.workspace.as_ref());
        if log.format != FORMAT || first.is_none_or(|first| fingerprint(first) != log.of) {
            return false;
        }
        let branches = Arc::new(log.branches);
        let mut past = told(log.past, &branches);
        if self.past.is_empty() && self.future.is_empty() {
            self.future = told(log.future, &branches);
            self.branches = branches;
        }
        past.append(&mut self.past);
        let beyond = past.len().saturating_sub(UNDO_DEPTH);
        self.past = past.into_iter().skip(beyond).collect();
        true
    }
}

/// The newest changes that there is room for, the newest first.
fn steps<'a>(changes: &'a [Arc<Change>], branches: &'a Arc<Vec<Branch>>, room: &mut usize) -> Vec<Step> {
    let mut now = branches;
    let step = |change: &'a Arc<Change>| {
        let Change { label, view, splice, branches, .. } = &**change;
        let other = (now != branches).then(|| branches.to_vec());
        now = branches;
        Step { label: label.clone(), view: *view, change: splice.clone(), branches: other }
    };
    let differs = |change: &&Arc<Change>| !change.splice.is_empty();
    let mut fits = |step: &Step| match room.checked_sub(step.size()) {
        Some(left) => {
            *room = left;
            true
        }
        None => false,
    };
    changes.iter().rev().filter(differs).map(step).take_while(|step| fits(step)).collect()
}

/// The changes that steps tell of, of which the last begins from these branches.
fn told(steps: Vec<Step>, branches: &Arc<Vec<Branch>>) -> Vec<Arc<Change>> {
    let mut branches = Arc::clone(branches);
    let mut changes: Vec<Arc<Change>> = steps
        .into_iter()
        .rev()
        .map(|Step { label, view, change, branches: other }| {
            if let Some(other) = other {
                branches = Arc::new(other);
            }
            Arc::new(Change { label, workspace: None, view, branches: Arc::clone(&branches), splice: change })
        })
        .collect();
    changes.reverse();
    changes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::act::Act;
    use crate::session::tests::ravi_and_uma;
    use crate::workspace::Workspace;

    fn named(session: &mut Session, names: &[&str]) {
        for name in names {
            session.edit(format!("Named {name}"), |workspace| (*name).clone_into(&mut workspace.name));
        }
    }

    /// The session after a reload.
    fn reloaded(session: &Session) -> Session {
        let mut again = Session::open(session.workspace().clone(), session.view());
        assert!(again.recall(&session.undo_log().unwrap()));
        again
    }

    #[test]
    fn undo_and_redo_go_on_after_a_reload_with_their_labels() {
        let mut session = Session::open(ravi_and_uma(), View::default());
        named(&mut session, &["One", "Two"]);
        session.edit("Uma removed", |workspace| drop(workspace.guests.pop()));
        session.undo();
        let mut again = reloaded(&session);
        assert_eq!((again.undo_label(), again.redo_label()), (Some("Named Two"), Some("Uma removed")));
        assert_eq!(again.redo().as_deref(), Some("Uma removed"));
        assert_eq!(again.workspace().guests.len(), 1);
        for label in ["Uma removed", "Named Two", "Named One"] {
            assert_eq!(again.undo().as_deref(), Some(label));
        }
        assert_eq!(again.workspace(), &ravi_and_uma());
        assert_eq!((again.undo(), again.redo_label()), (None, Some("Named One")));
        assert_eq!(again.redo().as_deref(), Some("Named One"));
        assert_eq!(again.workspace().name, "One");
    }

    #[test]
    fn a_hundred_steps_survive_two_reloads() {
        let mut session = Session::open(ravi_and_uma(), View::default());
        let names: Vec<String> = (0..100).map(|number| format!("Name {number}")).collect();
        named(&mut session, &names.iter().map(String::as_str).collect::<Vec<_>>());
        let mut again = reloaded(&reloaded(&session));
        let undone: Vec<String> = std::iter::from_fn(|| again.undo()).collect();
        assert_eq!(undone.len(), 100);
        assert_eq!(again.workspace(), &ravi_and_uma());
        assert_eq!(std::iter::from_fn(|| again.redo()).count(), 100);
        assert_eq!(again.workspace(), session.workspace());
    }

    #[test]
    fn an_undone_change_brings_back_the_view_it_was_made_in_also_after_a_reload() {
        let mut session = Session::open(ravi_and_uma(), View::default());
        session.select(1);
        let view = session.view();
        named(&mut session, &["Other"]);
        session.select(0);
        let mut again = reloaded(&session);
        again.undo();
        assert_eq!(again.view(), view);
    }

    #[test]
    fn a_log_of_another_content_is_refused_and_changes_nothing() {
        let mut session = Session::open(ravi_and_uma(), View::default());
        named(&mut session, &["One"]);
        let log = session.undo_log().unwrap();
        let mut other = Session::open(ravi_and_uma(), View::default());
        let before = other.clone();
        assert!(!other.recall(&log));
        let newer = log.replace(r#"{"format":1"#, r#"{"format":2"#);
        for unreadable in [newer.as_str(), "", "{", "null", "[]", r#"{"format":1}"#, log.get(..log.len() - 1).unwrap()] {
            assert!(!Session::open(session.workspace().clone(), View::default()).recall(unreadable), "{unreadable}");
        }
        assert_eq!(other, before);
    }

    #[test]
    fn a_step_that_does_not_fit_ends_undo_and_leaves_the_workspace_as_it_is() {
        let mut session = Session::open(ravi_and_uma(), View::default());
        named(&mut session, &["One", "Two"]);
        let log = session.undo_log().unwrap();
        let broken: Vec<String> = vec![
            log.replace(r#""to":"One""#, r#""to":"\"""#),
            log.replace(r#""from":"Two""#, r#""from":"Twa""#),
            log.replace(r#""to":"One""#, r#""to":"One\",\"name\":\"""#),
            log.replace(r#""at":9,"from":"Two""#, r#""at":90000,"from":"Two""#),
        ];
        for text in broken {
            assert_ne!(text, log);
            let mut again = Session::open(session.workspace().clone(), View::default());
            assert!(again.recall(&text));
            assert_eq!((again.undo(), again.undo_label()), (None, None), "{text}");
            assert_eq!(again.workspace(), session.workspace());
        }
    }

    #[test]
    fn a_log_that_comes_after_the_first_changes_goes_below_them() {
        let mut session = Session::open(ravi_and_uma(), View::default());
        named(&mut session, &["One", "Two"]);
        session.undo();
        let log = session.undo_log().unwrap();
        let mut again = Session::open(session.workspace().clone(), View::default());
        named(&mut again, &["Three"]);
        assert!(again.recall(&log));
        assert_eq!(again.redo_label(), None);
        let undone: Vec<String> = std::iter::from_fn(|| again.undo()).collect();
        assert_eq!(undone, ["Named Three", "Named One"]);
    }

    #[test]
    fn what_is_beyond_the_room_is_the_oldest() {
        let mut session = Session::open(ravi_and_uma(), View::default());
        for number in 0..40 {
            let name = if number % 2 == 0 { "a" } else { "b" }.repeat(9_000);
            session.edit(format!("Rename {number:02}"), |workspace| workspace.name = name);
        }
        let mut again = reloaded(&session);
        assert_eq!(again.undo_label(), Some("Rename 39"));
        // Each step has 9 + 9,000 + 9,000 bytes, and 22 of them are 396,198.
        assert_eq!(std::iter::from_fn(|| again.undo()).count(), 22);
    }

    #[test]
    fn branches_survive_a_reload_and_undo_takes_them_along() {
        let mut session = Session::open(ravi_and_uma(), View::default());
        let run = session.run().unwrap();
        let choice = run.places().into_iter().find(|place| super::super::prompt_at(&run, *place).is_some()).unwrap();
        session.go(choice);
        assert!(session.act("Gave up", Act::GiveUp));
        named(&mut session, &["One", "Two"]);
        session.undo();
        let branches = session.branches();
        assert_eq!(branches.len(), 2);
        let mut again = reloaded(&reloaded(&session));
        assert_eq!(again.branches(), branches);
        assert_eq!(again.redo().as_deref(), Some("Named Two"));
        assert_eq!(again.branches(), branches);
        again.undo();
        assert_eq!(again.undo().as_deref(), Some("Named One"));
        assert_eq!(again.branches(), branches);
        assert_eq!(again.undo().as_deref(), Some("Gave up"));
        assert_eq!(again.branches(), []);
        assert_eq!(again.redo().as_deref(), Some("Gave up"));
        assert!(again.go_to_branch("Went to branch 1", 1));
        assert_eq!(again.guest().unwrap().story, [Act::EnterPasscode, Act::Accept]);
    }

    #[test]
    fn a_log_without_branches_is_read_as_one_that_has_none() {
        let mut session = Session::open(ravi_and_uma(), View::default());
        named(&mut session, &["One"]);
        assert!(!session.undo_log().unwrap().contains("branches"));
        assert_eq!(reloaded(&session).branches(), []);
    }

    #[test]
    fn an_act_and_its_branch_are_undone_after_a_reload_without_the_branch() {
        let mut session = Session::open(ravi_and_uma(), View::default());
        let run = session.run().unwrap();
        let choice = run.places().into_iter().find(|place| super::super::prompt_at(&run, *place).is_some()).unwrap();
        session.go(choice);
        assert!(session.act("Gave up", Act::GiveUp));
        session.forget_branch("Forgotten", 1);
        assert_eq!(session.undo_label(), Some("Forgotten"));
        let mut again = reloaded(&session);
        assert_eq!(again.undo().as_deref(), Some("Gave up"));
        assert_eq!(again.guest().unwrap().story, [Act::EnterPasscode, Act::Accept]);
        assert!(again.branches().is_empty());
    }

    #[test]
    fn an_edit_and_an_undo_are_other_steps_although_the_content_may_be_the_same() {
        let mut session = Session::open(ravi_and_uma(), View::default());
        named(&mut session, &["One"]);
        let earlier = session.clone();
        session.step(1);
        assert!(session.has_steps_of(&earlier));
        named(&mut session, &["Two"]);
        assert!(!session.has_steps_of(&earlier));
        session.undo();
        assert_eq!(session.workspace(), earlier.workspace());
        assert!(!session.has_steps_of(&earlier));
    }

    #[test]
    fn where_nothing_was_changed_there_is_no_log() {
        assert_eq!(Session::open(ravi_and_uma(), View::default()).undo_log(), None);
    }

    #[test]
    fn equal_contents_have_one_fingerprint_and_others_another() {
        let renamed = Workspace { name: "Other".to_owned(), ..ravi_and_uma() };
        assert_eq!(fingerprint(&ravi_and_uma()), fingerprint(&ravi_and_uma()));
        assert_ne!(fingerprint(&ravi_and_uma()), fingerprint(&renamed));
    }
}
