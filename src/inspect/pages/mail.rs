//! The mails in the guest's mailbox, as a page: head, purpose and button.
//!
//! The mail's parts one by one, its language and what became of it are under *Mails and log*.

use redemption_engine::design::Edition;

use crate::inspect::scene::Scene;
use crate::inspect::sheet::{Part, sheet};

/// The invitation mail. Sources: `invitation-email-elements.md` of 2023-10 and 2026-06.
pub(super) fn invitation(scene: &Scene) -> Vec<Part> {
    let subject = match scene.edition {
        Edition::Y2026 => format!("You are invited to collaborate with {}", scene.resource_domain),
        Edition::Y2019 | Edition::Y2021 | Edition::Y2024 => {
            format!("You are invited to use applications of {}", scene.resource_name)
        }
    };
    let mut parts = vec![head(scene, subject)];
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
    let mut parts = vec![head(scene, format!("You now have access to {}", scene.resource_name))];
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

fn head(scene: &Scene, subject: String) -> Part {
    let from = match scene.edition {
        Edition::Y2026 => {
            format!("Microsoft Invitations on behalf of {} <invites@{}>", scene.resource_domain, scene.initial_domain)
        }
        Edition::Y2019 | Edition::Y2021 | Edition::Y2024 => "Microsoft Invitations <invites@microsoft.com>".to_owned(),
    };
    Part::Details(vec![("From", from), ("To", scene.invited.clone()), ("Subject", subject)])
}
