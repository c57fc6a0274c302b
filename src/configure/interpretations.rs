//! Readings of another document where two disagree: a switch for each, with the document.
//!
//! What a reading changes is decided by the engine's rules.

use redemption_engine::design::Interpretations;
use redemption_engine::field::Field;
use redemption_engine::rules::{Document, Source};

use super::form::rows;
use super::group::{Group, group};
use super::setting::{Setting, flag, line, setting};
use super::subject::interpretations;
use crate::words;

const READINGS: &[Setting<Interpretations>] = &[
    setting(
        "sharedAddressIsWork",
        words::policies::address_two_accounts_means_work(),
        words::policies::address_two_accounts_means_work_help(),
        flag!(shared_address_is_work),
    ),
    setting(
        "linkExpiresAfterDays",
        words::policies::link_in_mail_expires_after(),
        words::policies::link_in_mail_expires_after_help(),
        line!(link_expires_after_days, "numeric", "90"),
    ),
    setting(
        "linkWorksOnce",
        words::common::link_in_mail_works_once(),
        words::policies::link_in_mail_works_once_help(),
        flag!(link_works_once),
    ),
    setting(
        "termsAtFirstSignInOnly",
        words::policies::terms_use_first_sign_in(),
        words::policies::terms_use_first_sign_in_help(),
        flag!(terms_at_first_sign_in_only),
    ),
    setting(
        "passwordsForUnmanaged",
        words::policies::social_identities_and_unmanaged_accounts(),
        words::policies::social_identities_and_unmanaged_accounts_help(),
        flag!(passwords_for_unmanaged),
    ),
    setting(
        "justInTimeCreationWorks",
        words::policies::just_in_time_creation_missing(),
        words::policies::just_in_time_creation_missing_help(),
        flag!(just_in_time_creation_works),
    ),
    setting(
        "auditEveryAttempt",
        words::policies::every_attempt_to_redeem_in(),
        words::policies::every_attempt_to_redeem_in_help(),
        flag!(audit_every_attempt),
    ),
];

const DOCUMENTS: &[Source] = &[
    Source { document: Document::SelfHelpRedeem, place: words::policies::address_two_accounts_share() },
    Source { document: Document::SeedSummary, place: words::policies::links_terms_use_passwords_audit() },
    Source { document: Document::SelfServiceSignUp, place: words::policies::just_in_time_creation() },
];

/// The readings as a group.
pub(super) fn readings() -> Group {
    let place = words::policies::nowhere_these_readings_documents_not();
    group(words::policies::interpretations(), place, rows(interpretations(), READINGS))
        .about(words::policies::where_two_documents_disagree_recommended())
        .read_in(DOCUMENTS)
        .named(&Field::interpretations())
        .rare()
}
