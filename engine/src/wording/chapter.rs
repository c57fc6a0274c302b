//! The names of a run's chapters.

use super::{act_in, answer};
use crate::act::{Act, Begins, Prompt};
use crate::design::ResourceTenant;
use crate::flow::{Answer, Node};
use crate::guest::WayIn;
use crate::trace::Run;

/// A chapter's name: what is done in it, in a few words.
pub fn chapter_name(run: &Run, number: usize, resource: &ResourceTenant) -> String {
    let Some(chapter) = run.chapters.get(number) else { return String::new() };
    let act = chapter.opened_by.map(|(_, act)| act);
    match chapter.begins {
        Begins::Invitation if number == 0 => "Invitation".to_owned(),
        Begins::Invitation => "Invitation again".to_owned(),
        Begins::Attempt(way_in) => {
            let attempts = run.chapters.iter().take(number + 1).filter(|chapter| chapter.way_in().is_some()).count();
            let way = match act {
                Some(Act::OpenOldLink) => "old mail link",
                Some(Act::ReturnInSameBrowser) => "same browser",
                _ => way_in_short(way_in),
            };
            if attempts == 1 { format!("First attempt: {way}") } else { format!("Attempt {attempts}: {way}") }
        }
        Begins::Operation(_) => act.map(|act| act_in(resource, Prompt::Between, act)).unwrap_or_default(),
    }
}

fn way_in_short(way: WayIn) -> &'static str {
    match way {
        WayIn::EmailLink => answer(Node::WayIn, Answer::EmailLink),
        WayIn::DirectLink => answer(Node::WayIn, Answer::DirectLink),
        WayIn::CommonEndpoint => answer(Node::WayIn, Answer::CommonEndpoint),
        WayIn::CommonEndpointWithOrganization => "common endpoint, your domain",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::Design;
    use crate::engine::replay;
    use crate::guest::Guest;

    fn freelancer(story: &str) -> (Run, Design) {
        let guest: Guest = serde_json::from_str(&format!(
            r#"{{ "displayName": "Ravi", "invitedEmail": "ravi@contractor.example", "story": {story} }}"#
        ))
        .unwrap();
        let design = Design::default();
        (replay(&design, &guest, &guest.story), design)
    }

    fn names(story: &str) -> Vec<String> {
        let (run, design) = freelancer(story);
        (0..run.chapters.len()).map(|number| chapter_name(&run, number, &design.resource_tenant)).collect()
    }

    #[test]
    fn the_invitation_comes_first_and_the_first_attempt_follows_by_itself() {
        assert_eq!(names("[]"), ["Invitation", "First attempt: mail link"]);
    }

    #[test]
    fn attempts_are_counted_without_what_is_done_between_them() {
        let names = names(r#"["giveUp", {"letTimePass": 1440}, {"tryAgain": "directLink"}]"#);
        assert_eq!(names.len(), 4);
        assert_eq!(names.first().map(String::as_str), Some("Invitation"));
        assert_eq!(names.get(1).map(String::as_str), Some("First attempt: mail link"));
        assert_eq!(names.last().map(String::as_str), Some("Attempt 2: direct link"));
    }
}
