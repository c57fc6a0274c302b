//! The readings that are in force where two documents disagree, as sentences.
//!
//! They are switched among the settings; what they do is in the rules.

use redemption_engine::design::Interpretations;
use redemption_engine::rules::Document;

/// The sentences of the readings that differ from the recommended ones.
pub fn readings(interpretations: &Interpretations) -> Vec<String> {
    in_force(interpretations).into_iter().map(|(says, _)| says).collect()
}

/// The same, each with the document that reads it so.
pub fn in_force(interpretations: &Interpretations) -> Vec<(String, Document)> {
    let Interpretations {
        shared_address_is_work,
        link_expires_after_days,
        link_works_once,
        terms_at_first_sign_in_only,
        passwords_for_unmanaged,
        just_in_time_creation_works,
        audit_every_attempt,
    } = *interpretations;
    let switched = [
        (shared_address_is_work, "An address that two accounts share means the work account", Document::SelfHelpRedeem),
        (link_works_once, "The link in the mail works once", Document::SeedSummary),
        (terms_at_first_sign_in_only, "Terms of use are shown at the first sign-in only", Document::SeedSummary),
        (passwords_for_unmanaged, "Social and unmanaged accounts create a password", Document::SeedSummary),
        (just_in_time_creation_works, "A missing work account is created during redemption", Document::SelfServiceSignUp),
        (audit_every_attempt, "Every attempt is in the audit log", Document::SeedSummary),
    ];
    let expiry =
        link_expires_after_days.map(|days| (format!("The link in the mail expires after {days} days"), Document::SeedSummary));
    let switched = switched.into_iter().filter(|(on, ..)| *on).map(|(_, says, document)| (says.to_owned(), document));
    expiry.into_iter().chain(switched).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_recommended_readings_are_not_mentioned() {
        assert_eq!(readings(&Interpretations::default()), Vec::<String>::new());
    }

    #[test]
    fn a_reading_that_is_switched_on_is_told_with_its_number() {
        let interpretations =
            Interpretations { link_expires_after_days: Some(90), link_works_once: true, ..Interpretations::default() };
        assert_eq!(readings(&interpretations), ["The link in the mail expires after 90 days", "The link in the mail works once"]);
    }
}
