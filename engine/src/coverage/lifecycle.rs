//! Items of the guest object: its states, properties and operations, mails, times, and what the logs say.
//!
//! How it is redeemed is in `discovery.rs` and `consent.rs`.

use super::{Item, items};

pub(super) const OBJECT: &[Item] = items! {
    "L-1" "Pending, accepted, deleted, gone" [part(Record), rules(StateBecomesAccepted)]
    "L-2" "Properties before and after redemption" [part(Record)]
    "L-3" "The entry in identities, by provider" [part(Record)]
    "L-4" "Resending, only while pending" [part(Record)]
    "L-5" "Invitations do not expire" [rules(MayComeAgain)]
    "L-6" "Revoking is deleting the pending guest" [part(Record)]
    "L-7" "Deleting and leaving, for thirty days" [part(Record)]
    "L-8" "When leaving is not possible" [setting("C15")]
    "L-9" "Restoring with groups" [part(Record)]
    "L-10" "Deleting for good" [part(Record)]
    "L-11" "Resetting redemption keeps the object" [part(Record)]
    "L-12" "Resetting to another address" [part(Record)]
    "L-13" "The provider stays until redemption is reset" [rules(AcceptedGuestKeepsProvider)]
    "L-14" "Passcodes off, Google or federation removed: locked out" [rules(AcceptedGuestKeepsProvider)]
    "L-15" "Inviting an internal user" [part(Record)]
    "L-16" "Changing the user type later" [left(USER_TYPE_CHANGE)]
    "L-17" "Display name overwritten, later changes of mail not taken over" [left(HOME_CHANGES)]
    "L-18" "A recreated home account is another account" [rules(AcceptedGuestKeepsProvider)]
    "L-19" "Licences, roles and groups of a guest" [left(ACCESS_OF_GUESTS)]
    "L-20" "The inviter becomes the sponsor" [part(Log)]
};

pub(super) const MAILS_AND_TIMES: &[Item] = items! {
    "M-1" "Subject and sender, by date" [part(Mails)]
    "M-2" "The parts of the invitation mail" [part(Mails)]
    "M-3" "When the inviter's own words are dropped" [part(Mails)]
    "M-4" "The shape of the redemption URL" [part(Mails)]
    "M-5" "Senders of one's own and limits of delivery" [left(MAIL_DELIVERY)]
    "M-6" "A passcode lives 30 minutes, its session 24 hours" [rules(PasscodePage, PasscodeExpires)]
    "M-7" "A refresh token of a federation lives 12 hours" [left(FEDERATION_CERTIFICATES)]
    "M-8" "A federation takes 5 to 10 minutes, invite settings 15 to 60" [setting("C3"), setting("C12"), left(DELAYS)]
    "M-9" "A deleted guest can be restored for 30 days" [part(Record)]
    "M-10" "Terms are in the audit log for 30 days" [left(TERMS_DELETED)]
};

pub(super) const LOGS: &[Item] = items! {
    "J-1" "Activities of the service Invited Users" [part(Log)]
    "J-2" "Entries of an invitation, in order" [part(Log)]
    "J-3" "Entries of a redemption, in order" [part(Log)]
    "J-4" "The entry of a reset redemption" [part(Log)]
    "J-5" "Entries of bulk invitations" [left(BULK_INVITATIONS)]
    "J-6" "Entries of terms of use" [part(Log)]
    "J-7" "Entries of cross-tenant settings" [part(Log)]
    "J-8" "Entries of allowed and blocked domains" [part(Log)]
    "J-9" "Sign-in entries in both tenants" [part(Log)]
    "J-10" "Whether failed attempts are audited" [part(Log)]
};
