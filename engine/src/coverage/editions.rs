//! Items of what changed over time, and of the editions side by side.
//!
//! Which edition holds what is in the rules.

use super::{Item, items};

pub(super) const CHANGES: &[Item] = items! {
    "H-1" "June 2019: the flow of the oldest text" [rules(EntraAccountOfAnyKind, CreationNeedsMail, CommonEndpointGoesHome)]
    "H-2" "2020 to 2021: eleven steps, self-service accounts, Sign in to an organization"
        [rules(EntraTenantOfAnyKind, MicrosoftAccountOnlyForDirectLink, CommonEndpointWithOrganization)]
    "H-3" "July 2021: new Google integrations and sign-up in apps" [left(SELF_SERVICE_SIGN_UP)]
    "H-4" "September 2021: Google refuses embedded web-views" [rules(GoogleAllowsWebView, GoogleRefusesWebView)]
    "H-5" "October 2021 to January 2022: passcodes on by default, no new self-service accounts"
        [rules(PasscodeIfEnabled, PasscodeOptIn, ConsumerDomainGetsMicrosoftAccount)]
    "H-6" "August 2022: unmanaged accounts no longer redeem" [rules(UnmanagedAccountsDoNotCount)]
    "H-7" "By October 2022: federations without allow-list, verified domains refused, up to a thousand"
        [rules(VerifiedDomainIsNotFederated), left(SERVICE_LIMITS)]
    "H-8" "August 2023: access settings without a limit of size" [left(SERVICE_LIMITS)]
    "H-9" "December 2023: redemption order, federation of verified domains"
        [part(Flow editions_before_2024_03_ignore_the_redemption_order), problems(OrderIsIgnored, VerifiedDomainFederationIsIgnored)]
    "H-10" "2024: the redemption order leaves the preview" [part(Flow editions_before_2024_03_ignore_the_redemption_order)]
    "H-11" "March 2024: the flow of eight steps" [rules(UserBasedDiscovery, ExistingMicrosoftAccount, DirectLinkMayCreate)]
    "H-12" "October 2024: contact conflicts solved" [rules(GuestFoundByInvitedEmail)]
    "H-13" "2024 to 2025: another role for passcodes" [setting("C1"), left(SHAREPOINT)]
    "H-14" "July to December 2025: the home organization's own sign-in page"
        [part(Pages since_2025_the_home_organization_brands_its_own_sign_in_page)]
    "H-15" "December 2025: mails from the inviting tenant's domain"
        [part(Mails the_sender_is_the_service_until_2024_and_the_tenants_own_domain_in_2026)]
    "H-16" "April 2026: no SAML between two Microsoft Entra tenants" [rules(EntraTenantIsNotFederated)]
};

pub(super) const SIDE_BY_SIDE: &[Item] = items! {
    "E-1" "The button in the mail"
        [part(Mails the_button_says_get_started_in_2019_only), part(Pages the_button_of_the_mail_is_worded_by_edition)]
    "E-2" "The sender of the mail"
        [
            part(Mails the_sender_is_the_service_until_2024_and_the_tenants_own_domain_in_2026),
            part(Pages since_2026_the_mail_comes_on_behalf_of_the_inviting_domain),
        ]
    "E-3" "The common endpoint" [rules(CommonEndpointGoesHome, CommonEndpointWithOrganization)]
    "E-4" "The first check" [rules(EntraAccountOfAnyKind, EntraTenantOfAnyKind, UserBasedDiscovery)]
    "E-5" "Work and personal account" [rules(SharedAddressIsWork, SameUpnIsAsked)]
    "E-6" "Which federations are named" [rules(FederatedOrganization, FederatedDomain, EntraTenantIsNotFederated)]
    "E-7" "An existing Microsoft account"
        [rules(MicrosoftAccountCounts, MicrosoftAccountOnlyForDirectLink, ExistingMicrosoftAccount)]
    "E-8" "Passcodes" [rules(PasscodeOptIn, PasscodeIfEnabled)]
    "E-9" "No account and no passcode"
        [
            rules(
                UnverifiedDomainGetsMicrosoftAccount, ConsumerDomainGetsMicrosoftAccount, CreationNeedsMail,
                CreationIsNotJustInTime,
            ),
        ]
    "E-10" "Contact conflicts" [rules(ContactHidesGuest, ContactBlocksDirectLink, GuestFoundByInvitedEmail)]
    "E-11" "Aliases" [rules(AliasNeedsMailLink)]
    "E-12" "What Review permissions says" [part(Pages review_permissions_says_since_2024_what_is_shared)]
    "E-13" "Where terms are configured" [setting("C17"), part(Cards the_menu_of_terms_of_use_moved_after_2019)]
    "E-14" "Automatic redemption and redemption order" [problems(AutomaticRedemptionIsIgnored, OrderIsIgnored)]
    "E-15" "The portal named in direct links"
        [
            part(Screens the_portal_of_a_direct_link_is_named_by_edition),
            part(Pages the_page_behind_a_direct_link_names_the_portal_of_the_edition),
        ]
    "E-16" "Words for an accepted invitation" [part(Record an_accepted_invitation_is_called_so_in_every_edition)]
};
