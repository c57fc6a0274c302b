//! Items of consent: the pages after sign-in, their order, and when they are left out.
//!
//! Conditional Access between the pages is in `gates.rs`.

use super::{Item, items};

pub(super) const ITEMS: &[Item] = items! {
    "P-1" "The order: permissions, Conditional Access, terms, redirect"
        [rules(AccountIsTheGuest, StateBecomesAccepted), part(Flow the_engine_does_what_the_documents_say)]
    "P-2" "What Review permissions shows"
        [rules(ReviewPermissionsIsShown), part(Pages review_permissions_says_since_2024_what_is_shared)]
    "P-3" "Cancelling leaves the invitation pending" [rules(ReviewPermissionsIsShown)]
    "P-4" "Terms of use, one after the other" [rules(TermsAreShown, NoTermsAreLeft, PolicyDecidesAboutTerms)]
    "P-5" "The language of the terms"
        [
            rules(TermsMustBeOpened),
            part(Design the_guest_reads_their_own_language_or_else_the_first_document),
            part(Pages terms_are_shown_in_the_guests_language_and_opened_before_they_are_accepted),
        ]
    "P-6" "Terms that must be opened first" [rules(TermsMustBeOpened)]
    "P-7" "Consent per device is not supported for guests" [setting("C17")]
    "P-8" "Declined terms block, and are asked again" [rules(TermsAreShown)]
    "P-9" "Acceptances expire on a schedule or after days" [rules(TermsExpire, ExpiredTermsWaitForSession)]
    "P-10" "At most 40 terms" [problems(TooManyTermsOfUse)]
    "P-11" "A new version that everybody must accept" [rules(TermsAreShown, ChangeHoldsFromNowOn)]
    "P-12" "Acceptances that vanish with terms, licences or tenants" [left(TERMS_DELETED), left(LICENCES)]
    "P-13" "Where the menu for terms was and is" [setting("C17")]
    "P-14" "The redirect: the invitation's address, the app, or My Apps"
        [rules(LandsOnAppsAccessPanel, LandsOnRedirectUrl, LandsOnApp, GuestIsIn)]
    "P-15" "My Apps must be allowed where applications are listed" [rules(ApplicationIsBlocked)]
    "P-16" "The application asks for permissions of its own"
        [
            rules(
                ApplicationAsksForNothing, ApplicationAsksTheGuest, AdministratorMustConsent, AdministratorHasConsented,
                GuestHasConsented, PanelNeedsNoConsent,
            ),
        ]
    "P-17" "An app the guest is not assigned to" [rules(GuestIsNotAssigned, GuestMayUseApplication, PanelNeedsNoAssignment)]
    "P-18" "Automatic redemption: only with both sides on"
        [
            rules(BothSidesRedeemAutomatically, OneSideIsNotEnough, NotificationReplacesInvitation),
            problems(AutomaticRedemptionIsOneSided),
        ]
    "P-19" "Automatic redemption: no mail link"
        [rules(AutomaticRedemptionSendsNoInvitation), problems(AutomaticRedemptionSendsNoMail)]
    "P-20" "Automatic redemption and a personal account" [rules(AutomaticRedemptionIsForHomeAccounts)]
    "P-21" "Automatic redemption of synchronized users" [left(CROSS_TENANT_SYNCHRONIZATION)]
    "P-22" "Each page is kept once accepted" [rules(AcceptedPageIsNotShown, ConsentIsNotAskedAgain, AcceptedStaysAccepted)]
    "P-23" "When pages come back" [rules(RedemptionIsReset, ReviewPermissionsIsShown)]
};
