//! The readings that are in force where two documents disagree, as sentences.
//!
//! They are switched among the settings; what they do is in the rules.

use redemption_engine::design::Interpretations;
use redemption_engine::rules::Document;

use crate::words;

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
        (shared_address_is_work, words::about::address_two_accounts_share_means(), Document::SelfHelpRedeem),
        (link_works_once, words::common::link_in_mail_works_once(), Document::SeedSummary),
        (terms_at_first_sign_in_only, words::about::terms_use_shown_first_sign(), Document::SeedSummary),
        (passwords_for_unmanaged, words::about::social_and_unmanaged_accounts_create(), Document::SeedSummary),
        (just_in_time_creation_works, words::about::missing_work_account_created_during(), Document::SelfServiceSignUp),
        (audit_every_attempt, words::about::every_attempt_in_audit_log(), Document::SeedSummary),
    ];
    let expiry = link_expires_after_days.map(|days| (words::about::link_in_mail_expires_after(days), Document::SeedSummary));
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
