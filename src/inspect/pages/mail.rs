//! The mails in the guest's mailbox, as a page: head, purpose and button.
//!
//! The mail's parts one by one, its language and what became of it are under *Mails and log*.

use crate::inspect::scene::Scene;
use crate::inspect::sheet::{Part, sheet};

/// The invitation mail. Sources: `invitation-email-elements.md` of 2023-10 and 2026-06.
pub(super) fn invitation(scene: &Scene) -> Vec<Part> {
    let mut parts = vec![head(scene)];
    parts.push(Part::Line(format!(
        "{} has invited you. Only act on this mail if you trust the organization.",
        scene.resource_name
    )));
    if let Some(message) = &scene.message {
        parts.push(Part::Document(message.clone()));
    }
    parts.push(Part::Line(format!("The button leads to: {}", scene.landing)));
    if let Some(statement) = &scene.privacy.0 {
        parts.push(Part::Line(format!("Privacy statement of {}: {statement}", scene.resource_name)));
    }
    if scene.unsubscribe_link {
        parts.push(Part::Line("Block further invitations of this organization".to_owned()));
    }
    parts
}

/// The mail of automatic redemption, which needs no action.
pub(super) fn notification(scene: &Scene) -> Vec<Part> {
    let mut parts = vec![head(scene)];
    parts.push(Part::Line(format!(
        "{} has added you as a guest. You need not accept anything: open the app when you want to use it.",
        scene.resource_name
    )));
    parts
}

/// A mailbox in which the mail is not found.
pub(super) fn none(scene: &Scene) -> Vec<Part> {
    sheet(
        "No invitation here",
        [
            format!("{} finds no invitation of {} among the mails.", scene.guest_name, scene.resource_name),
            "It may lie in the spam folder, be held back on the way, or never have been sent.".to_owned(),
        ],
    )
}

fn head(scene: &Scene) -> Part {
    let not_named = || "not named in the documents".to_owned();
    Part::Details(vec![
        ("From", scene.mail_head.from.clone().unwrap_or_else(not_named)),
        ("To", scene.invited.clone()),
        ("Subject", scene.mail_head.subject.clone().unwrap_or_else(not_named)),
    ])
}
