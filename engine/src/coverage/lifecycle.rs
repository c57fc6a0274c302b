//! Items of the guest object: its states, properties and operations, mails, times, and what the logs say.
//!
//! How it is redeemed is in `discovery.rs` and `consent.rs`.

use super::{Item, items};

pub(super) const OBJECT: &[Item] = items! {
    "L-1" "Pending, accepted, deleted, gone"
        [rules(StateBecomesAccepted, GuestIsDeleted, GuestIsRestored, SoftDeleteIsOver), part(Record a_deleted_guest_is_restored_as_they_were_and_invited_anew_as_somebody_else)]
    "L-2" "Properties before and after redemption"
        [
            part(Record the_user_principal_name_carries_ext_and_the_initial_domain),
            part(Record a_redeemed_passcode_guest_has_the_issuer_mail_and_keeps_the_name),
        ]
    "L-3" "The entry in identities, by provider" [part(Record each_provider_leaves_its_own_issuer_in_identities)]
    "L-4" "Resending, only while pending" [rules(ResentWhilePending, NoResendOnceAccepted)]
    "L-5" "Invitations do not expire" [rules(LinkDoesNotExpire, MayComeAgain)]
    "L-6" "Revoking is deleting the pending guest" [rules(InvitationIsRevoked)]
    "L-7" "Deleting and leaving, for thirty days" [rules(GuestIsDeleted, GuestLeaves, SoftDeleteIsOver)]
    "L-8" "When leaving is not possible" [rules(LeavingIsOff, DisabledGuestCannotLeave, PendingGuestHasNotJoined, LeaveSettingNeedsPrivacyInformation)]
    "L-9" "Restoring with groups" [rules(GuestIsRestored, NotDeleted)]
    "L-10" "Deleting for good, and inviting again" [rules(DeletedForGood, DeletedGuestGetsNewObject)]
    "L-11" "Resetting redemption keeps the object" [rules(RedemptionIsReset, PendingIsNotReset, NoObject)]
    "L-12" "Resetting to another address" [rules(RedemptionIsResetToAnotherAddress, NoSecondAddress)]
    "L-13" "The provider stays until redemption is reset" [rules(AcceptedGuestKeepsProvider)]
    "L-14" "Passcodes off, Google or federation removed: locked out"
        [rules(PasscodeTurnedOffLocksOut, DeletedGoogleFederationLocksOut, RemovedFederationLocksOut)]
    "L-15" "Inviting an internal user" [rules(InternalUserIsInvited, SyncedInternalUserIsNotInvited)]
    "L-16" "Changing the user type later" [rules(ChangeHoldsFromNowOn, NoObject)]
    "L-17" "Display name overwritten, later changes of mail not taken over" [left(HOME_CHANGES)]
    "L-18" "A recreated home account is another account" [rules(RecreatedAccountIsAnother)]
    "L-19" "Licences, roles and groups of a guest" [left(ACCESS_OF_GUESTS)]
    "L-20" "The inviter becomes the sponsor"
        [
            part(Record before_redemption_the_resource_tenant_vouches_or_the_user_was_invited),
            part(Log an_application_is_no_sponsor_and_older_editions_have_none),
        ]
    "L-21" "Time and changes between two attempts" [rules(TimePasses, ChangeHoldsFromNowOn, NothingToChange, SettingIsOfLaterTexts)]
};

pub(super) const MAILS_AND_TIMES: &[Item] = items! {
    "M-1" "Subject and sender, by date"
        [
            part(Mails the_subject_changed_in_december_2025),
            part(Mails the_sender_is_the_service_until_2024_and_the_tenants_own_domain_in_2026),
        ]
    "M-2" "The parts of the invitation mail"
        [part(Mails the_footer_links_to_the_privacy_statement_and_until_2024_to_the_block)]
    "M-3" "When the inviter's own words are dropped"
        [part(Mails the_inviters_words_are_dropped_without_a_mailbox_and_for_an_application)]
    "M-4" "The shape of the redemption URL" [part(Mails the_link_has_the_documented_shape_and_each_mail_another)]
    "M-5" "Senders of one's own and limits of delivery" [left(MAIL_DELIVERY)]
    "M-6" "A passcode lives 30 minutes, its session 24 hours" [rules(PasscodePage, PasscodeExpires, PasscodeSessionLasts, SessionIsOver)]
    "M-7" "A refresh token of a federation lives 12 hours" [rules(FederatedSessionLasts), left(FEDERATION_CERTIFICATES)]
    "M-8" "A federation takes 5 to 10 minutes, invite settings 15 to 60" [rules(FederationIsNotInForce), left(DELAYS)]
    "M-9" "A deleted guest can be restored for 30 days" [rules(GuestIsDeleted, SoftDeleteIsOver)]
    "M-10" "Terms are in the audit log for 30 days" [left(TERMS_DELETED)]
};

pub(super) const LOGS: &[Item] = items! {
    "J-1" "Activities of the service Invited Users"
        [part(Log deleting_restoring_and_leaving_are_named_as_the_list_of_activities_names_them)]
    "J-2" "Entries of an invitation, in order"
        [part(Log an_invitation_and_its_redemption_stand_in_the_order_of_exported_logs)]
    "J-3" "Entries of a redemption, in order"
        [part(Log an_invitation_and_its_redemption_stand_in_the_order_of_exported_logs)]
    "J-4" "The entry of a reset redemption"
        [part(Log a_reset_keeps_the_object_and_a_new_invitation_after_deletion_makes_another)]
    "J-5" "Entries of bulk invitations" [left(BULK_INVITATIONS)]
    "J-6" "Entries of terms of use"
        [part(Log terms_that_are_declined_leave_an_interrupt_and_those_accepted_a_success_after_it)]
    "J-7" "Entries of cross-tenant settings"
        [part(Log changes_of_settings_stand_in_the_log_of_whoever_makes_them)]
    "J-8" "Entries of allowed and blocked domains"
        [part(Log changes_of_settings_stand_in_the_log_of_whoever_makes_them)]
    "J-9" "Sign-in entries in both tenants"
        [part(Log a_guest_with_a_work_account_is_in_the_sign_in_logs_of_both_tenants)]
    "J-10" "Whether failed attempts are audited"
        [part(Log a_failed_attempt_is_in_the_audit_log_only_where_every_attempt_is)]
};
