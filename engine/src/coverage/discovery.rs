//! Items of discovery: the numbered steps, the ways in, addresses that do not match, and the redemption order.
//!
//! What comes after a provider is found is in `consent.rs`.

use super::{Item, items};

pub(super) const STEPS: &[Item] = items! {
    "D-1" "Step 1: an account in Microsoft Entra ID, found by user; work or personal if both"
        [rules(UserBasedDiscovery, SameUpnIsAsked, GuestPicksAccount)]
    "D-2" "Step 2: a SAML/WS-Fed federation by domain" [rules(FederatedDomain)]
    "D-3" "Step 3: Google for gmail.com and googlemail.com" [rules(GoogleDomain)]
    "D-4" "Step 4: an existing Microsoft account" [rules(ExistingMicrosoftAccount)]
    "D-5" "Step 5: sign-in at the home directory's provider"
        [rules(HomeTenantSignsIn, PartnerProviderSignsIn, GoogleSignsIn, MicrosoftAccountSignsIn)]
    "D-6" "Step 6: a passcode if passcodes are on" [rules(PasscodeIfEnabled, PasscodePage, PasscodeExpires)]
    "D-7" "Step 7: a new Microsoft account" [rules(UnverifiedDomainGetsMicrosoftAccount, AccountIsOffered)]
    "D-8" "Step 8: back to the resource tenant for consent" [rules(AccountIsTheGuest)]
    "D-9" "A verified domain without the user does not match" [rules(UserBasedDiscovery)]
    "D-10" "Accounts of unmanaged tenants no longer count" [rules(UnmanagedAccountsDoNotCount)]
    "D-11" "A tenant that is taken over is managed and counts" [rules(UserBasedDiscovery)]
    "D-12" "Both accounts: the user principal name decides, not the mail" [rules(SameUpnIsAsked)]
    "D-13" "The personal account may be picked although Microsoft accounts are no fallback" [rules(GuestPicksAccount)]
    "D-14" "A federation wins over a passcode" [rules(FederatedDomain, FederationIsNotInForce)]
    "D-15" "Google federation wins over a Microsoft account" [rules(GoogleDomain, ExistingMicrosoftAccount)]
    "D-16" "Federation and Google match the domain, not the person: no falling through"
        [rules(NoFallThroughFromPartner, NoFallThroughFromGoogle)]
    "D-17" "Domains of Google Workspace need SAML" [rules(GoogleDomain)]
    "D-18" "When a guest gets a passcode" [rules(PasscodeIfEnabled, NoSession)]
    "D-19" "A partner that is synchronized in part: passcodes help, federation does not" [rules(UserIsMissing, PasscodeIfEnabled)]
    "D-20" "21Vianet knows steps 1 and 2 only" [rules(ChinaHasTwoProviders)]
    "D-21" "No new Microsoft account in a verified domain" [rules(VerifiedDomainGetsNoMicrosoftAccount, VerifiedTenantHasUser)]
    "D-22" "Verified domain, missing user, no passcode"
        [
            rules(
                UserIsMissing, JustInTimeCreationIsOff, JustInTimeCreationIsOffLater, JustInTimeCreationWorks,
                JustInTimeCreationIsGone, JustInTimeCreationStillWorks,
            ),
        ]
    "D-23" "Federated domains match exactly" [rules(FederatedDomain)]
    "D-24" "An account of somebody else cannot be signed in to" [rules(SomebodyElsesAccount)]
    "D-25" "Which account comes back, and whose guest it becomes" [rules(TicketTakesTheAccount, ReturnedAddressIsUnknown)]
    "D-26" "The order of 2019"
        [
            rules(
                EntraAccountOfAnyKind, MicrosoftAccountCounts, FederatedOrganization, GoogleOrganization, PasscodeOptIn,
                CreationNeedsMail,
            ),
        ]
    "D-27" "The order of 2021"
        [
            rules(
                EntraTenantOfAnyKind, MicrosoftAccountOnlyForDirectLink, ConsumerDomainGetsMicrosoftAccount,
                AddressIsVerifiedByMail, CreationIsNotJustInTime,
            ),
        ]
    "D-28" "Later settings are ignored in older editions, with a warning"
        [problems(OrderIsIgnored, AutomaticRedemptionIsIgnored, VerifiedDomainFederationIsIgnored)]
    "D-29" "The flow drawn as a chart"
        [
            part(Flow each_answer_of_a_node_has_exactly_one_edge),
            part(Chart every_edge_between_shown_rows_is_drawn_once_and_every_line_is_an_edge),
        ]
};

pub(super) const WAYS_IN: &[Item] = items! {
    "W-1" "The mail link is tied to one guest object"
        [rules(MailLinkNamesGuest, GuestFoundByTicket, DiscoveryAfterMailLink, MailArrives, LinkIsPassedOn)]
    "W-2" "A direct link names the tenant; the guest is found by the typed address"
        [rules(DirectLinkNamesTenant, GuestFoundByAddress, GuestFoundByUpn, DiscoveryAfterDirectLink)]
    "W-3" "The common endpoint with Sign in to an organization" [rules(CommonEndpointWithOrganization, EndpointOffersProviders)]
    "W-4" "The common endpoint without it, by kind of account"
        [rules(CommonEndpointSendsWorkUserHome, CommonEndpointRefusesPersonalAccount, CommonEndpointRefusesOthers)]
    "W-5" "The common endpoint did not serve guests in 2019"
        [rules(CommonEndpointGoesHome), problems(OrganizationSignInIsUnknown)]
    "W-6" "The common endpoint and an app of one tenant"
        [rules(CommonEndpointNeedsMultitenantApp), problems(SingleTenantAppAtCommonEndpoint)]
    "W-7" "Selecting a provider skips discovery" [rules(EndpointOffersProviders, ReturnedAddressIsUnknown)]
    "W-8" "Teams lets passcode guests in without the choice of an organization" [left(TEAMS)]
    "W-9" "A guest object that is deleted or disabled" [rules(DeletedGuestIsNotFound, TicketOfDeletedGuest, DisabledGuestIsRefused)]
    "W-10" "An accepted guest signs in with the stored provider, without consent"
        [rules(AcceptedGuestIsFound, AcceptedGuestKeepsProvider, BackInTheApp, ConsentIsNotAskedAgain)]
    "W-11" "A direct link and new accounts" [rules(CreationNeedsMail, CreationIsNotJustInTime, DirectLinkMayCreate)]
    "W-12" "The mail is needed, but not sent" [rules(LinkIsPassedOn), problems(MailIsNeeded)]
};

pub(super) const ADDRESSES: &[Item] = items! {
    "K-1" "A contact object leaves the guest without proxyAddresses"
        [rules(ContactKeepsTheAddress, ContactHidesGuest), problems(ContactConflictWithMicrosoftAccount)]
    "K-2" "Contact conflict in 2019: the mail link is needed" [rules(ContactHidesGuest)]
    "K-3" "Contact conflict in 2021, by way in and provider"
        [rules(ContactBlocksDirectLink, ContactBlocksMailLink, ContactBlocksSigningBackIn)]
    "K-4" "Contact conflict in 2024: only direct links are blocked" [rules(ContactBlocksDirectLink)]
    "K-5" "Contact conflict in 2026: solved" [rules(GuestFoundByInvitedEmail)]
    "K-6" "The five steps out of a contact conflict" [symptoms("guest-without-proxy-addresses")]
    "K-7" "An alias needs the mail link" [rules(AliasNeedsMailLink), problems(AliasNeedsMailLink)]
    "K-8" "Invited by a mail that is not the user principal name" [rules(FoundByMail, FoundByAlternateLogin, MailIsNotUpn)]
    "K-9" "Two invited addresses of one account are one guest object" [rules(SecondAddressIsAdded, SecondAddressIsAnotherGuest)]
    "K-10" "Invitations across clouds use the user principal name" [setting("C11"), rules(CrossCloudNeedsUpn)]
};

pub(super) const ORDER: &[Item] = items! {
    "R-1" "Primary providers may be reordered and disabled, all of them too"
        [
            part(Flow providers_are_consulted_in_the_order_that_is_set),
            problems(FederationsAreLeftOut),
            cases("t15-"),
            cases("t48-"),
        ]
    "R-2" "One fallback is always on; a passcode fallback needs passcodes"
        [part(Design the_redemption_order_keeps_its_invariants), rules(PasscodeFallbackIsOff)]
    "R-3" "A passcode fallback also stops existing Microsoft accounts" [rules(PasscodeIsTheOnlyFallback)]
    "R-4" "A new federation of a verified domain does not move the order"
        [part(Design a_federation_that_is_added_leaves_the_order_alone)]
    "R-5" "Only later redemptions are affected" [rules(AcceptedGuestKeepsProvider, ChangeHoldsFromNowOn)]
    "R-6" "Not in external tenants, not across clouds" [setting("C5"), left(EXTERNAL_TENANTS), left(CROSS_CLOUD_ORDER)]
    "R-7" "Reset to the default" [part(Design the_default_order_is_written_as_the_documented_reset_body)]
    "R-8" "A change is audited as a cross-tenant setting"
        [part(Log changes_of_settings_stand_in_the_log_of_whoever_makes_them)]
    "R-9" "A signed-in work account stands in the way of a passcode"
        [rules(SessionStandsInTheWay), problems(LiveSessionWithoutWorkAccount)]
    "R-10" "Both accounts: the choice stays although Microsoft accounts are off" [rules(GuestPicksAccount)]
    "R-11" "Passcode guests were kept out of SharePoint during the preview" [left(SHAREPOINT)]
    "R-12" "What each fallback does" [rules(PasscodeIfEnabled, PasscodeIsTheOnlyFallback, ExistingMicrosoftAccount)]
    "R-13" "Ten kinds of person against five orders" [cases("matrix-r")]
    "R-14" "Reading and writing the order's JSON"
        [part(Graph every_order_that_is_written_is_read_back_without_repair)]
};
