//! Items on which documents disagree, or say nothing: which reading is taken, and which can be switched on.
//!
//! The switches themselves are in `design/interpretation.rs`.

use super::{Item, items};

pub(super) const ITEMS: &[Item] = items! {
    "A1" "A shared address: asked, or always the work account"
        [rules(SameUpnIsAsked, SharedAddressIsWork, SharedAddressIsAlwaysWork)]
    "A2" "Which provider stands first by default" [part(Design the_default_order_is_written_as_the_documented_reset_body)]
    "A3" "Whether a link expires or works once" [rules(LinkDoesNotExpire, LinkExpires, LinkWorksOnce, LinkStillWorks)]
    "A4" "Whether terms are asked at the first sign-in only" [rules(TermsExpire, TermsAtFirstSignInOnly)]
    "A5" "Whether terms belong to the acceptance" [rules(StateBecomesAccepted)]
    "A6" "Whether a direct link can lead to a new account" [rules(CreationIsNotJustInTime, DirectLinkMayCreate)]
    "A7" "Whether partners have a redemption order of their own" [part(Graph a_partner_has_no_redemption_order)]
    "A8" "Whether unmanaged accounts may create a password"
        [rules(UnmanagedAccountsDoNotCount, UnmanagedAccountGetsPassword, SocialAccountGetsPassword)]
    "A9" "Domain list before access settings" [rules(DenyListDecides, AllowListDecides, InboundBlocksInvitation)]
    "A10" "Whether a missing user is still created"
        [rules(JustInTimeCreationIsOffLater, JustInTimeCreationIsGone, JustInTimeCreationWorks, JustInTimeCreationStillWorks)]
    "A11" "Where a new federation stands in the order" [part(Design a_federation_that_is_added_leaves_the_order_alone)]
    "A12" "A contact conflict and a Microsoft account by mail link" [problems(ContactConflictWithMicrosoftAccount)]
    "A13" "Signing in with another account than the invited one" [rules(TicketTakesTheAccount), problems(OtherGoogleAccount)]
    "A14" "Domains: exact, or with subdomains" [rules(FederatedDomain)]
    "A15" "The error code of a risky user" [symptoms("user-at-risk"), rules(UserRiskIsHomeMatter)]
    "A16" "How long a passcode is: no page states a length" [part(Mails no_digit_of_a_passcode_is_shown)]
    "A17" "What cancelling does" [rules(ReviewPermissionsIsShown)]
    "A18" "Access settings are checked twice"
        [rules(InboundBlocksInvitation, InboundBlocks, OutboundBlocksInvitation, OutboundBlocks)]
    "A19" "Whether the two passcode switches are one" [rules(PasscodeFallbackIsOff), problems(PasscodeFallbackIsOff)]
    "A20" "Whether every attempt is audited" [part(Log a_failed_attempt_is_in_the_audit_log_only_where_every_attempt_is)]
    "A21" "Passcode before consent, second factor after it" [rules(PasscodePage)]
    "A22" "Whether the guest object exists before acceptance" [part(Record the_user_principal_name_carries_ext_and_the_initial_domain)]
    "A23" "Whether consent is always explicit" [rules(BothSidesRedeemAutomatically, ReviewPermissionsIsShown)]
};
