//! What is seen by whoever acts outside of the guest's attempts: the inviter, administrators, and a guest who leaves.

use redemption_engine::flow::Outcome;
use redemption_engine::wording;

use crate::inspect::scene::Scene;
use crate::inspect::sheet::{Part, sheet};

/// The inviter's page before the invitation.
pub(super) fn invitation(scene: &Scene) -> Vec<Part> {
    let message = if scene.mail_is_sent { "Yes" } else { "No" };
    vec![
        Part::Title("Invite external user".to_owned()),
        Part::Details(vec![
            ("Email", scene.invited.clone()),
            ("Display name", scene.guest_name.clone()),
            ("Send invite message", message.to_owned()),
            ("Invite redirect URL", scene.landing.clone()),
        ]),
    ]
}

/// The inviter is told that it worked.
pub(super) fn sent(scene: &Scene) -> Vec<Part> {
    let mut parts = sheet("Guest invited", [format!("{} ({})", scene.guest_name, scene.invited)]);
    parts.push(Part::List(scene.changes.clone()));
    parts
}

/// The inviter is told why it did not work.
pub(super) fn refused(scene: &Scene) -> Vec<Part> {
    let mut parts = vec![
        Part::Title("The guest cannot be invited".to_owned()),
        Part::Line(format!("{} ({})", scene.guest_name, scene.invited)),
    ];
    if let Some(outcome) = scene.outcome {
        let message = wording::error_message(outcome).unwrap_or(wording::outcome_text(outcome));
        parts.push(Part::Complaint(message.to_owned()));
    }
    parts
}

/// Somebody does something between two attempts, of which the guest sees nothing.
pub(super) fn operation(scene: &Scene) -> Vec<Part> {
    let (who, what) = scene.doing.clone().unwrap_or_default();
    let mut parts = vec![Part::Title(what), Part::Strong(format!("{who}, {}", scene.time))];
    match scene.outcome {
        None => {}
        Some(Outcome::NotOffered) => parts.push(Part::Complaint(wording::outcome_text(Outcome::NotOffered).to_owned())),
        Some(_) => parts.push(Part::List(scene.changes.clone())),
    }
    parts
}

/// The guest is about to leave, or is not let go. Source: `leave-the-organization.md`, 2023-07.
pub(super) fn leave(scene: &Scene) -> Vec<Part> {
    let mut parts = sheet(
        format!("Leave {}", scene.resource_name),
        [
            format!("Organization: {} ({})", scene.resource_name, scene.resource_domain),
            "Leaving deletes the guest object; an administrator can restore it for 30 days.".to_owned(),
        ],
    );
    if scene.outcome == Some(Outcome::NotOffered) {
        let contact = scene.privacy.1.as_deref().unwrap_or("an administrator");
        parts.push(Part::Complaint(format!("You cannot leave by yourself. Ask {contact}.")));
    }
    parts
}

/// The guest has left.
pub(super) fn left(scene: &Scene) -> Vec<Part> {
    sheet(
        format!("{} is no longer in your list", scene.resource_name),
        ["The guest has left the organization. The guest object is deleted and can be restored for 30 days.".to_owned()],
    )
}
