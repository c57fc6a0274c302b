//! Items of the settings: each has a reference card, and most are read by rules.
//!
//! Their facts are in the cards (`engine/src/settings.rs`).

use super::{Item, items};

pub(super) const ITEMS: &[Item] = items! {
    "C1" "Email one-time passcode for guests"
        [setting("C1"), rules(PasscodeIfEnabled, PasscodeOptIn), problems(PasscodeFallbackIsOff)]
    "C2" "Google federation" [setting("C2"), rules(GoogleDomain, GoogleOrganization), problems(GoogleIsMissing, GoogleIsLeftOut)]
    "C3" "SAML/WS-Fed federations"
        [
            setting("C3"),
            rules(FederatedDomain, FederatedOrganization, FederationIsNotInForce, TokenMustBeValid),
            problems(FederationsAreMissing, FederationWithoutDomains, DomainIsFederatedTwice),
        ]
    "C3a" "The DNS record of a federated domain" [setting("C3a")]
    "C3b" "Federation of a verified domain"
        [
            setting("C3b"),
            rules(VerifiedDomainIsNotFederated),
            problems(ResourceDomainIsFederated, VerifiedDomainFederationIsIgnored),
        ]
    "C3c" "Federation with a Microsoft Entra tenant"
        [setting("C3c"), rules(EntraTenantIsNotFederated), problems(EntraTenantFederationIsIgnored)]
    "C4" "Microsoft account as a provider" [setting("C4"), rules(MicrosoftAccountSignsIn)]
    "C5" "Primary providers in order"
        [setting("C5"), part(Flow providers_are_consulted_in_the_order_that_is_set), problems(OrderIsIgnored, FederationsAreLeftOut, GoogleIsLeftOut)]
    "C6" "Fallback provider" [setting("C6"), rules(PasscodeIsTheOnlyFallback), problems(PasscodeFallbackIsOff)]
    "C7" "Inbound access"
        [setting("C7"), rules(InboundBlocksInvitation, InboundAllows, InboundBlocks, ApplicationIsAllowed, ApplicationIsBlocked)]
    "C8" "Outbound access of the home tenant" [setting("C8"), rules(OutboundBlocksInvitation, OutboundAllows, OutboundBlocks)]
    "C9" "Inbound trust"
        [setting("C9"), rules(HomeMultifactorIsTrusted, HomeTenantAsksForMultifactor, HomeDeviceIsTrusted, DeviceIsNotTrusted)]
    "C10" "Automatic redemption"
        [
            setting("C10"),
            rules(BothSidesRedeemAutomatically, OneSideIsNotEnough),
            problems(AutomaticRedemptionIsOneSided, AutomaticRedemptionIsIgnored),
        ]
    "C11" "Microsoft cloud settings" [setting("C11"), rules(SameCloud, CloudsCollaborate, CloudsDoNotCollaborate)]
    "C12" "Guest invite settings"
        [setting("C12"), rules(InviterMayInvite, InviterMayNotInvite, ApplicationMayNotInvite, GovernmentTenantInvitesNobody)]
    "C13" "Guest user access" [setting("C13"), left(ACCESS_OF_GUESTS)]
    "C14" "Collaboration restrictions"
        [
            setting("C14"),
            rules(AnyDomainIsInvited, DenyListDecides, AllowListDecides, PendingDomainIsAllowed, PendingDomainIsBlocked),
        ]
    "C15" "External users may leave" [setting("C15"), rules(GuestLeaves, LeavingIsOff, LeaveSettingNeedsPrivacyInformation)]
    "C16" "Privacy statement and contact"
        [
            setting("C16"),
            part(Pages review_permissions_names_the_privacy_statement_or_says_that_there_is_none),
            part(Mails the_footer_links_to_the_privacy_statement_and_until_2024_to_the_block),
        ]
    "C17" "Terms of use"
        [setting("C17"), rules(TermsAreShown, NoTermsAreLeft, PolicyDecidesAboutTerms), problems(TooManyTermsOfUse)]
    "C18" "Conditional Access policies"
        [setting("C18"), rules(NoPolicyApplies, PoliciesDoNotBlock, PolicyBlocks, HomePoliciesApply)]
    "C19" "Email-verified users may join"
        [setting("C19"), rules(JustInTimeCreationIsOff, JustInTimeCreationIsOffLater, JustInTimeCreationWorks)]
    "C20" "Email-based subscriptions" [setting("C20"), rules(JustInTimeCreationIsOff), problems(JustInTimeCreationIsHalfOn)]
    "C21" "Email as an alternate login" [setting("C21"), rules(FoundByAlternateLogin, MailIsNotUpn)]
    "C22" "Language of the mail" [setting("C22"), part(Mails the_first_setting_of_the_chain_that_is_configured_chooses)]
    "C23" "Redirect URL" [setting("C23"), rules(LandsOnRedirectUrl, LandsOnAppsAccessPanel)]
    "C24" "Whether a mail is sent"
        [setting("C24"), rules(InvitationIsMailed, NoMailIsAskedFor), problems(MailIsNeeded, MailLinkIsNotMailed)]
    "C25" "Cloud of the resource tenant" [setting("C25"), rules(CloudHasFallback, ChinaHasTwoProviders), left(SEALED_CLOUDS)]
    "C26" "Self-service sign-up and Facebook" [setting("C26"), left(SELF_SERVICE_SIGN_UP)]
    "C27" "Invitations that the guest has blocked" [setting("C27"), rules(UnsubscribedGuestGetsNoMail)]
    "C28" "Permissions of the application"
        [
            setting("C28"),
            rules(
                ApplicationAsksForNothing, ApplicationAsksTheGuest, AdministratorMustConsent, AdministratorHasConsented,
                GuestMayUseApplication,
            ),
        ]
};
