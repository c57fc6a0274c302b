//! Pages that no guest sees: those of the inviter, and a card for what is done between two attempts.
//!
//! They are in the language of the simulator's own page; the guest's pages are the engine's.

use redemption_engine::act::Prompt;
use redemption_engine::design::ResourceTenant;
use redemption_engine::flow::Outcome;
use redemption_engine::page::{Page, Part, Scene};
use redemption_engine::screen::{Screen, portal};
use redemption_engine::wording;

use crate::state::Doer;
use crate::words;

/// The page of a scene that no guest sees.
pub(super) fn page(scene: &Scene, resource: &ResourceTenant) -> Page {
    let portal = portal(scene.edition).1;
    let (address, parts) = if scene.screen == Screen::Invitation {
        (portal, invitation(scene))
    } else if scene.screen == Screen::InvitationSent {
        (portal, sent(scene))
    } else if scene.screen == Screen::InvitationRefused {
        (portal, refused(scene))
    } else {
        (words::inspect::not_page_guest(), operation(scene, resource))
    };
    let label = if scene.screen == Screen::Invitation { words::inspect::invite() } else { words::inspect::go_on_button() };
    let way_on = scene.outcome.is_none().then(|| label.to_owned());
    Page { address: address.to_owned(), brand: None, parts, way_on, elsewhere: None }
}

/// The inviter's page before the invitation.
fn invitation(scene: &Scene) -> Vec<Part> {
    let message = if scene.mail_is_sent { words::inspect::yes() } else { words::inspect::no() };
    let rows = [
        (words::inspect::email(), scene.invited.clone()),
        (words::common::display_name(), scene.guest_name.clone()),
        (words::common::send_invite_message(), message.to_owned()),
        (words::common::invite_redirect_url(), scene.landing.clone()),
    ];
    let title = Part::Title(words::inspect::invite_external_user().to_owned());
    vec![title, Part::Details(rows.map(|(name, value)| (name.to_owned(), value)).into())]
}

/// The inviter is told that it worked.
fn sent(scene: &Scene) -> Vec<Part> {
    vec![
        Part::Title(words::inspect::guest_invited().to_owned()),
        Part::Line(format!("{} ({})", scene.guest_name, scene.invited)),
        Part::List(scene.changes.clone()),
    ]
}

/// The inviter is told why it did not work.
fn refused(scene: &Scene) -> Vec<Part> {
    let mut parts = vec![
        Part::Title(words::inspect::the_guest_cannot_be_invited().to_owned()),
        Part::Line(format!("{} ({})", scene.guest_name, scene.invited)),
    ];
    if let Some(outcome) = scene.outcome {
        let message = wording::error_message(outcome).unwrap_or(wording::outcome_text(outcome));
        parts.push(Part::Complaint(message.to_owned()));
    }
    parts
}

/// Somebody does something between two attempts, of which the guest sees nothing.
fn operation(scene: &Scene, resource: &ResourceTenant) -> Vec<Part> {
    let (who, what) =
        scene.doing.map(|act| (Doer::of(act).name(), wording::act_in(resource, Prompt::Between, act))).unwrap_or_default();
    let mut parts = vec![Part::Title(what), Part::Strong(format!("{who}, {}", scene.time))];
    match scene.outcome {
        None => {}
        Some(Outcome::NotOffered) => parts.push(Part::Complaint(wording::outcome_text(Outcome::NotOffered).to_owned())),
        Some(_) => parts.push(Part::List(scene.changes.clone())),
    }
    parts
}
