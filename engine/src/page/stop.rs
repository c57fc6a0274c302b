//! Pages at which it ends: errors with message, code, correlation id and timestamp; the page that was closed; leaving.
//!
//! Why it came to that, and what helps, stands below the page: the real one does not say it.

use super::scene::Scene;
use super::{Part, sheet};
use crate::flow::Outcome;
use crate::wording::guest::{Text, Words};

/// A made-up id; on a real page, support asks for it.
const CORRELATION_ID: &str = "5d1f0c2e-7a44-4b1e-9c6d-0e8a3b5f7d21";

/// An error page with this title.
pub(super) fn error(scene: &Scene, title: Text<'_>, words: &Words) -> Vec<Part> {
    let mut parts = vec![Part::Title(words.text(title))];
    let Some(outcome) = scene.outcome else { return parts };
    parts.extend(outcome.error_code().map(|code| Part::Code(code.to_owned())));
    parts.extend(words.end(outcome).map(|text| Part::Line(text.to_owned())));
    parts.push(Part::Details(vec![
        (words.text(Text::CorrelationId), words.text(Text::MadeUp { id: CORRELATION_ID })),
        (words.text(Text::Timestamp), words.text(Text::Simulated { time: &scene.time })),
    ]));
    parts
}

/// The guest has closed the page or said no.
pub(super) fn closed(scene: &Scene, words: &Words) -> Vec<Part> {
    let text = scene.outcome.and_then(|outcome| words.end(outcome)).map(str::to_owned);
    sheet(words.text(Text::PageClosed), text)
}

/// The guest is about to leave, or is not let go. Source: `leave-the-organization.md`, 2023-07.
pub(super) fn leave(scene: &Scene, words: &Words) -> Vec<Part> {
    let organization = scene.resource_name.as_str();
    let lines = [Text::OrganizationIs { organization, domain: &scene.resource_domain }, Text::LeavingDeletes];
    let mut parts = sheet(words.text(Text::LeaveTitle { organization }), lines.map(|text| words.text(text)));
    if scene.outcome == Some(Outcome::NotOffered) {
        let contact = &scene.privacy.1.clone().unwrap_or_else(|| words.text(Text::AnAdministrator));
        parts.push(Part::Complaint(words.text(Text::CannotLeave { contact })));
    }
    parts
}

/// The guest has left.
pub(super) fn left(scene: &Scene, words: &Words) -> Vec<Part> {
    sheet(words.text(Text::LeftTitle { organization: &scene.resource_name }), [words.text(Text::LeftText)])
}
