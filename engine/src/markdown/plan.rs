//! The golden guests of a scenario as a test plan in Markdown: what to prepare, what to do, what to expect, and a box to tick.
//!
//! Steps are read off the run of each guest; what is expected is what was kept. Names and notes are escaped as in the report.

use super::{escaped, line, plain, told};
use crate::design::Design;
use crate::difference::{self, Difference};
use crate::document::RULE_SET;
use crate::engine::followed;
use crate::golden::{Checked, Expectation, check};
use crate::guest::Guest;
use crate::storyboard::{Frame, storyboard};
use crate::wording::{self, Doer};
use crate::workspace::Workspace;

macro_rules! line {
    ($text:expr) => { line($text, format_args!("")) };
    ($text:expr, $($words:tt)*) => { line($text, format_args!($($words)*)) };
}

/// The test plan of a scenario's expectations under a design, the first or the second.
pub fn test_plan(workspace: &Workspace, design: &Design) -> String {
    let mut text = String::new();
    line!(&mut text, "# Test plan: {}", escaped(&workspace.name));
    line!(&mut text);
    line!(&mut text, "- Tenant: {}", escaped(&design.resource_tenant.display_name));
    line!(&mut text, "- Rules of: {} (rule set {RULE_SET})", wording::edition(design.edition));
    line!(&mut text, "- Guests with an expectation: {}", workspace.expectations.len());
    line!(&mut text);
    line!(&mut text, "## Settings to prepare, where they differ from the defaults");
    line!(&mut text);
    let set = Workspace::new(workspace.name.clone(), design.clone(), workspace.guests.clone());
    let changes = difference::between(&plain::plain(&set), &set);
    let (of_guests, of_design): (Vec<Difference>, Vec<Difference>) =
        changes.into_iter().partition(|change| change.subject.starts_with("Guest "));
    told(&mut text, &of_design, true);
    let checked = check(workspace, design);
    for (position, (expected, checked)) in workspace.expectations.iter().zip(&checked).enumerate() {
        line!(&mut text, "## {}. {}", position + 1, escaped(&expected.guest));
        line!(&mut text);
        match checked.number.and_then(|number| workspace.guests.get(number)) {
            Some(guest) => test(&mut text, design, guest, &of_guests),
            None => {
                line!(&mut text, "There is no such guest in the scenario.");
                line!(&mut text);
            }
        }
        result(&mut text, expected, checked);
    }
    line!(
        &mut text,
        "Made with the Invitation Redemption Simulator, an independent training tool that is not affiliated with or endorsed by \
         Microsoft. What is expected is a simulation until a tester has ticked it."
    );
    text
}

/// What to prepare and what to do.
fn test(text: &mut String, design: &Design, guest: &Guest, of_guests: &[Difference]) {
    line!(text, "Preconditions:");
    line!(text);
    line!(text, "- Invited address: {}", escaped(guest.invited_email.as_str()));
    line!(text, "- Way in: {}", wording::way_in(guest.way_in));
    let subject = format!("Guest {}", guest.display_name);
    for Difference { what, .. } in of_guests.iter().filter(|change| change.subject == subject) {
        line!(text, "- {}", escaped(what));
    }
    line!(text);
    line!(text, "Steps:");
    line!(text);
    let run = followed(design, guest);
    for (position, frame) in storyboard(&run, &run.places()).into_iter().enumerate() {
        let Frame { screen, viewer, asked, choice, .. } = frame;
        let then = match (choice, asked) {
            (Some(choice), _) => {
                let act = wording::act_in(&design.resource_tenant, choice.prompt, choice.act);
                format!(". {}: {act}", Doer::of(choice.act).name())
            }
            (None, Some(prompt)) => format!(". {}", wording::prompt(prompt)),
            (None, None) => String::new(),
        };
        let seen = wording::viewer(viewer);
        line!(text, "{}. **{}** ({seen}){}", position + 1, wording::screen(screen), escaped(&then));
    }
    line!(text);
}

/// What is expected, whether the model agrees, and the box.
fn result(text: &mut String, expected: &Expectation, checked: &Checked) {
    let Expectation { guest: _, outcome, provider, screens, note } = expected;
    line!(text, "Expected:");
    line!(text);
    line!(text, "- The end: **{}**", outcome.words());
    if let Some(provider) = provider {
        line!(text, "- Identity provider: {}", wording::provider(*provider));
    }
    if !screens.is_empty() {
        line!(text, "- Pages: {}", wording::list(screens.iter().map(|screen| wording::screen(*screen))));
    }
    for part in note.lines() {
        line!(text, "- Note: {}", escaped(part));
    }
    if let Some(miss) = &checked.miss {
        line!(text, "- The model says otherwise now: {}", escaped(&miss.sentence));
    }
    line!(text);
    line!(text, "- [ ] As expected. Tester: ________ Date: ________");
    line!(text);
}
