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

const READINGS: &[Setting<Interpretations>] = &[
    setting(
        "sharedAddressIsWork",
        "An address of two accounts means the work account",
        "By Azure's self-help text, a new invitation to an address that a work account and a Microsoft account share is always accepted as the work account. Default: the guest chooses.",
        flag!(shared_address_is_work),
    ),
    setting(
        "linkExpiresAfterDays",
        "The link in the mail expires after (days)",
        "The undated summary says 90. Default: empty, the link does not expire.",
        line!(link_expires_after_days, "numeric", "90"),
    ),
    setting(
        "linkWorksOnce",
        "The link in the mail works once",
        "By the undated summary, a completed redemption uses it up. Default: the guest can come back by it.",
        flag!(link_works_once),
    ),
    setting(
        "termsAtFirstSignInOnly",
        "Terms of use at the first sign-in only",
        "By the undated summary, whatever their expiry. Default: they come back when an acceptance expires.",
        flag!(terms_at_first_sign_in_only),
    ),
    setting(
        "passwordsForUnmanaged",
        "Social identities and unmanaged accounts are asked for a new password",
        "By the undated summary. Default: unmanaged accounts cannot redeem, and nobody is asked for a password.",
        flag!(passwords_for_unmanaged),
    ),
    setting(
        "justInTimeCreationWorks",
        "Just-in-time creation of a missing work user works in the newer editions",
        "By the document on self-service sign-up. Default: it works in the older editions only.",
        flag!(just_in_time_creation_works),
    ),
    setting(
        "auditEveryAttempt",
        "Every attempt to redeem is in the audit log",
        "By the undated summary, failed ones included. Default: failed ones are in the sign-in log only.",
        flag!(audit_every_attempt),
    ),
];

const DOCUMENTS: &[Source] = &[
    Source { document: Document::SelfHelpRedeem, place: "an address that two accounts share" },
    Source { document: Document::SeedSummary, place: "links, terms of use, passwords, audit log" },
    Source { document: Document::SelfServiceSignUp, place: "just-in-time creation" },
];

/// The readings as a group.
pub(super) fn readings() -> Group {
    let place = "Nowhere: these are readings of the documents, not settings";
    group("Interpretations", place, rows(interpretations(), READINGS))
        .about("Where two documents disagree, the recommended reading holds. Each switch follows the other one.")
        .read_in(DOCUMENTS)
        .named(&Field::interpretations())
        .rare()
}
