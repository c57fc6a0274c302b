//! Problems of the readings: whoever follows another document than the recommended one should know it.
//!
//! What a reading changes is decided by the engine.

use super::{Problem, ProblemCode};
use crate::design::{Design, Edition};
use crate::field::{Field, InterpretationField};
use crate::rules::Document;

pub(super) fn check(design: &Design, problems: &mut Vec<Problem>) {
    let readings = design.interpretations;
    let edition = design.edition;
    let switched = [
        (
            readings.shared_address_is_work,
            InterpretationField::SharedAddressIsWork,
            Document::SelfHelpRedeem,
            "Recommended is to ask the guest which account to use",
        ),
        (
            readings.link_expires_after_days.is_some(),
            InterpretationField::LinkExpiresAfterDays,
            Document::SeedSummary,
            "Recommended is a link that does not expire",
        ),
        (
            readings.link_works_once,
            InterpretationField::LinkWorksOnce,
            Document::SeedSummary,
            "Recommended is a link that can be used again",
        ),
        (
            readings.terms_at_first_sign_in_only,
            InterpretationField::TermsAtFirstSignInOnly,
            Document::SeedSummary,
            "Recommended is to follow the expiry of the terms",
        ),
        (
            readings.passwords_for_unmanaged,
            InterpretationField::PasswordsForUnmanaged,
            Document::SeedSummary,
            "Recommended is that accounts of unmanaged tenants do not redeem",
        ),
        (
            readings.just_in_time_creation_works,
            InterpretationField::JustInTimeCreationWorks,
            Document::SelfServiceSignUp,
            "Recommended is that a missing work user is not made on the way",
        ),
        (
            readings.audit_every_attempt,
            InterpretationField::AuditEveryAttempt,
            Document::SeedSummary,
            "Recommended is that failures are in the sign-in log only",
        ),
    ];
    for (_, field, document, recommended) in switched.into_iter().filter(|(on, ..)| *on) {
        let problem = if has_effect(field, edition) {
            let message = format!("Here runs follow another document: {}. {recommended}.", document.title());
            ProblemCode::ReadingOfAnotherDocument.at(Field::interpretation(field), message)
        } else {
            let message = format!("Edition {} does this anyhow, so the reading changes nothing. Turn it off.", edition.name());
            ProblemCode::ReadingHasNoEffect.at(Field::interpretation(field), message)
        };
        problems.push(problem);
    }
    if readings.link_expires_after_days == Some(0) {
        problems.push(ProblemCode::LinkExpiresAtOnce.at(
            Field::interpretation(InterpretationField::LinkExpiresAfterDays),
            "After 0 days a link expires with the first minute that passes. Write at least 1; the summary says 90.",
        ));
    }
}

/// Whether runs of the edition can differ by the reading.
fn has_effect(field: InterpretationField, edition: Edition) -> bool {
    match field {
        InterpretationField::SharedAddressIsWork => edition > Edition::Y2019,
        InterpretationField::JustInTimeCreationWorks => edition >= Edition::Y2024,
        InterpretationField::LinkExpiresAfterDays
        | InterpretationField::LinkWorksOnce
        | InterpretationField::TermsAtFirstSignInOnly
        | InterpretationField::PasswordsForUnmanaged
        | InterpretationField::AuditEveryAttempt => true,
    }
}
