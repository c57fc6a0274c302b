//! The registry of rules: every documented statement the engine relies on, with its sources, its basis and its editions.
//!
//! A rule states the service's behaviour, not ours. `docs/RULES.md` is printed from this table. Which rule applies when is
//! decided in `engine/`, not here.

use strum::{EnumIter, IntoEnumIterator};

use crate::design::Edition;

mod document;

pub use document::Document;

/// How sure a rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter)]
pub enum Basis {
    /// A document says so.
    Documented,
    /// No document says so in so many words, but it follows from one.
    Inferred,
    /// No document says anything; a choice of this model.
    Assumed,
    /// Two documents point different ways.
    Disputed,
}

impl Basis {
    /// The word shown on the page.
    pub fn word(self) -> &'static str {
        match self {
            Self::Documented => "documented",
            Self::Inferred => "inferred",
            Self::Assumed => "assumed",
            Self::Disputed => "disputed",
        }
    }
}

/// Where a rule can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// The document.
    pub document: Document,
    /// The section or item in it.
    pub place: &'static str,
}

/// What the registry knows about a rule.
#[derive(Clone, Copy, Debug)]
pub struct RuleCard {
    /// The stable name, such as `DISC-1`.
    pub id: &'static str,
    /// The service's behaviour in one sentence.
    pub statement: &'static str,
    /// How sure it is.
    pub basis: Basis,
    /// The first and the last edition in which it holds.
    pub editions: (Edition, Edition),
    /// Where it can be read.
    pub sources: &'static [Source],
}

macro_rules! rules {
    ($($name:ident $id:literal $basis:ident $from:ident $to:ident $statement:literal [$($document:ident $place:literal),+ $(,)?])+) => {
        /// A documented statement that the engine relies on.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter)]
        pub enum Rule {
            $(#[doc = $statement] $name,)+
        }

        impl Rule {
            /// Statement, sources, basis and editions.
            pub fn card(self) -> RuleCard {
                match self {
                    $(Self::$name => RuleCard {
                        id: $id,
                        statement: $statement,
                        basis: Basis::$basis,
                        editions: (Edition::$from, Edition::$to),
                        sources: &[$(Source { document: Document::$document, place: $place }),+],
                    },)+
                }
            }
        }
    };
}

rules! {
    MailLinkNamesGuest "WAY-1" Documented Y2019 Y2026
        "The link in the invitation mail leads to the resource tenant and is tied to one guest object."
        [Redemption2024 "Redemption process through the invitation email, items 1 and 2", Redemption2019 "Redemption through the invitation email, items 1 and 2"]
    DirectLinkNamesTenant "WAY-2" Documented Y2019 Y2026
        "A direct link names the resource tenant by its id or a verified domain, so the guest can be authenticated there."
        [Redemption2024 "Redemption process through a direct link, note", Redemption2019 "Redemption through a direct link, note"]
    AutomaticRedemptionSendsNoInvitation "WAY-3" Documented Y2024 Y2026
        "When both tenants redeem invitations automatically, no invitation mail is sent; a notification mail needs no action, and the guest comes by a direct link."
        [Redemption2024 "Automatic redemption process setting", AutomaticRedemption "Table of mails and prompts"]
    CommonEndpointGoesHome "WAY-4" Documented Y2019 Y2019
        "A common URL does not work for a guest, because it leads to the guest's home tenant."
        [Redemption2019 "Redemption through a direct link, note"]
    CommonEndpointWithOrganization "WAY-5" Documented Y2021 Y2026
        "On the common endpoint of a multitenant or first-party app the guest chooses Sign-in options, then Sign in to an organization, and names the resource tenant's domain, which leads to its own endpoint."
        [Redemption2024 "Redemption process and sign-in through a common endpoint", Redemption2021 "Redemption and sign-in through a common endpoint"]
    CommonEndpointSendsWorkUserHome "WAY-6" Documented Y2021 Y2026
        "Without Sign in to an organization, a common URL sends a user with a work account to the home tenant; nothing is redeemed."
        [Redemption2024 "Redemption process and sign-in through a common endpoint", Error50020 "Cause 4"]
    CommonEndpointRefusesPersonalAccount "WAY-7" Documented Y2021 Y2026
        "Without Sign in to an organization, a personal Microsoft account is refused at a common URL with AADSTS50020."
        [Error50020 "Cause 1"]
    CommonEndpointRefusesOthers "WAY-8" Inferred Y2021 Y2026
        "Without Sign in to an organization, a guest with neither a work nor a Microsoft account is refused at a common URL in the same way."
        [Error50020 "Cause 1"]
    CommonEndpointNeedsMultitenantApp "WAY-9" Documented Y2021 Y2026
        "The common endpoint serves multitenant and Microsoft first-party apps; an app of one tenant answers other accounts with AADSTS50020."
        [Redemption2024 "Redemption process and sign-in through a common endpoint", Error50020 "Cause 2"]
    EndpointOffersProviders "WAY-10" Documented Y2021 Y2026
        "At the resource tenant's endpoint the guest signs in with the email address or selects a configured identity provider."
        [Redemption2024 "Redemption process and sign-in through a common endpoint"]

    GuestFoundByTicket "GUEST-1" Documented Y2019 Y2026
        "The redemption URL of the mail carries the invitation, so the guest object is found whatever account is used."
        [Redemption2024 "Redemption process through a direct link, special cases", InvitationPost "Response, inviteRedeemUrl"]
    GuestFoundByAddress "GUEST-2" Documented Y2019 Y2026
        "A direct link finds the guest object by the typed address among its proxyAddresses."
        [Troubleshoot2024October "proxyAddresses", Redemption2024 "Redemption process limitation with conflicting Contact object"]
    GuestFoundByInvitedEmail "GUEST-3" Documented Y2026 Y2026
        "The search also covers the invited email, so a contact object with the same address no longer stands in the way."
        [Redemption2024October "Redemption process through a direct link"]
    GuestFoundByUpn "GUEST-4" Inferred Y2019 Y2026
        "A direct link also finds the guest object when the guest types the user principal name of the managed account that owns the invited address."
        [Faq2025 "The email and UPN don't match", Redemption2024 "Redemption process limitation with conflicting Contact object"]
    AliasNeedsMailLink "GUEST-5" Documented Y2019 Y2026
        "A guest who signs in with an alias of the invited address must use the link in the mail."
        [Redemption2024 "Redemption process through a direct link, special cases", Redemption2019 "Redemption through a direct link, special cases"]
    ContactHidesGuest "GUEST-6" Documented Y2019 Y2024
        "When a contact object owns the invited address, the guest is created without proxyAddresses and a direct link does not find it."
        [Redemption2024 "Redemption process limitation with conflicting Contact object", Redemption2021 "Redemption limitation with conflicting Contact object", Redemption2019 "Redemption through a direct link, special cases"]
    DisabledGuestIsRefused "GUEST-7" Documented Y2019 Y2026
        "A disabled guest object cannot sign in (AADSTS50057)."
        [ErrorCodes "AADSTS50057"]
    AcceptedGuestIsFound "GUEST-8" Assumed Y2019 Y2026
        "After redemption the guest object is found by the account that accepted the invitation."
        [Redemption2024 "Redemption process limitation with conflicting Contact object"]
    DiscoveryAfterMailLink "GUEST-9" Documented Y2019 Y2026
        "While the guest object is pending, the mail link starts the redemption flow."
        [Redemption2024 "Invitation redemption flow", Redemption2019 "Redemption through the invitation email, item 3"]
    DiscoveryAfterDirectLink "GUEST-10" Inferred Y2019 Y2026
        "While the guest object is pending, a direct link starts the same redemption flow as the mail link."
        [Redemption2024 "Redemption process through a direct link"]
    AcceptedGuestKeepsProvider "GUEST-11" Documented Y2019 Y2026
        "Once the invitation is accepted, the guest signs in with the identity provider that accepted it, and consent pages are no longer shown."
        [Redemption2024 "Introduction", OneTimePasscode2024 "Note on redeemed guests", Redemption2019 "Introduction"]

    UserBasedDiscovery "DISC-1" Documented Y2024 Y2026
        "Microsoft Entra ID checks whether this user exists in a managed tenant; a verified domain alone does not count."
        [Redemption2024 "Invitation redemption flow, item 1"]
    FoundByMail "DISC-2" Inferred Y2019 Y2026
        "Through the mail link, a work account is also found by its mail address or an alias."
        [Faq2025 "The email and UPN don't match", Redemption2024 "Redemption process through a direct link, special cases"]
    FoundByAlternateLogin "DISC-3" Documented Y2019 Y2026
        "Where the home tenant allows email as an alternate login, a work account is found by its mail address."
        [Faq2025 "The email and UPN don't match"]
    MailIsNotUpn "DISC-4" Documented Y2019 Y2026
        "Without the mail link, signing in with a mail address that is not the user principal name is an error."
        [Faq2025 "The email and UPN don't match"]
    UnmanagedAccountsDoNotCount "DISC-5" Documented Y2024 Y2026
        "Accounts of unmanaged tenants can no longer be used for redemption."
        [Redemption2024 "Invitation redemption flow, item 1", CleanUpUnmanaged "Introduction"]
    EntraTenantOfAnyKind "DISC-6" Documented Y2021 Y2021
        "Microsoft Entra ID checks whether the user exists in an existing tenant, managed or unmanaged."
        [Redemption2021 "Invitation redemption flow, item 1"]
    EntraAccountOfAnyKind "DISC-7" Inferred Y2019 Y2019
        "A guest with an Azure AD account signs in with it; an account of an unmanaged tenant counts."
        [Redemption2019 "Redemption through the invitation email, item 3"]
    SharedAddressIsWork "DISC-8" Documented Y2019 Y2019
        "A new invitation to an address shared by a Microsoft account and an Azure AD account is always accepted as the Azure AD account."
        [SelfHelpRedeem "Recommended steps, third item"]
    SameUpnIsAsked "DISC-9" Documented Y2021 Y2026
        "If the user principal name matches both a Microsoft Entra account and a personal Microsoft account, the guest is asked which one to redeem with."
        [Redemption2024 "Invitation redemption flow, item 1", Redemption2021 "Invitation redemption flow, footnote"]
    GuestPicksAccount "DISC-10" Documented Y2021 Y2026
        "The guest picks the account; the personal one is allowed even where Microsoft accounts are no fallback."
        [Redemption2024 "Invitation redemption flow, item 1", CrossTenantOverview2024 "Configurable redemption, known limitations"]
    FederatedDomain "DISC-11" Documented Y2021 Y2026
        "If the domain of the address belongs to a configured SAML/WS-Fed identity provider, the guest is redirected there."
        [Redemption2024 "Invitation redemption flow, item 2", Redemption2021 "Invitation redemption flow, item 2"]
    FederatedOrganization "DISC-12" Documented Y2019 Y2019
        "A guest with an email account in a federated organization signs in there."
        [Redemption2019 "Redemption through the invitation email, item 3"]
    VerifiedDomainIsNotFederated "DISC-13" Documented Y2019 Y2021
        "A domain that is verified in Microsoft Entra ID cannot be federated with SAML or WS-Fed."
        [DirectFederation2022 "Limitations and considerations"]
    EntraTenantIsNotFederated "DISC-14" Documented Y2026 Y2026
        "SAML between two Microsoft Entra tenants is not supported; native collaboration is used."
        [Redemption2026 "Invitation redemption flow, item 2, note"]
    GoogleDomain "DISC-15" Documented Y2021 Y2026
        "If Google federation is configured and the domain is gmail.com or googlemail.com, the guest is redirected to Google."
        [Redemption2024 "Invitation redemption flow, item 3", Redemption2021 "Invitation redemption flow, item 3"]
    GoogleOrganization "DISC-16" Inferred Y2019 Y2019
        "With Google federation, a gmail.com address counts as an email account in a federated organization."
        [Redemption2019 "Redemption through the invitation email, item 3"]
    ExistingMicrosoftAccount "DISC-17" Documented Y2024 Y2026
        "If the guest already has a personal Microsoft account with the address, they sign in with it."
        [Redemption2024 "Invitation redemption flow, item 4"]
    MicrosoftAccountCounts "DISC-18" Documented Y2019 Y2019
        "A guest with a Microsoft account signs in with it."
        [Redemption2019 "Redemption through the invitation email, item 3"]
    MicrosoftAccountOnlyForDirectLink "DISC-19" Documented Y2021 Y2021
        "An existing Microsoft account is looked for in just-in-time redemptions, not after the mail link."
        [Redemption2021 "Invitation redemption flow, item 4"]

    PasscodeIfEnabled "FALL-1" Documented Y2024 Y2026
        "If no home directory is found and email one-time passcode is on, a passcode is sent to the invited address."
        [Redemption2024 "Invitation redemption flow, item 6"]
    PasscodeOptIn "FALL-2" Documented Y2019 Y2021
        "If nothing else matched and email one-time passcode has been turned on, a passcode is sent to the invited address."
        [Redemption2019 "Redemption through the invitation email, item 3", Redemption2021 "Invitation redemption flow, items 6 and 7"]
    PasscodeIsTheOnlyFallback "FALL-3" Documented Y2024 Y2026
        "With email one-time passcode as the fallback, every guest without a primary provider gets a passcode, even one with a Microsoft account."
        [CrossTenantOverview2024 "Prevent your B2B users from redeeming an invite using Microsoft accounts", RedemptionConfiguration "fallbackIdentityProvider"]
    PasscodeFallbackIsOff "FALL-4" Inferred Y2024 Y2026
        "With email one-time passcode as the fallback and the passcode feature off, no identity provider is left."
        [CrossTenantOverview2024 "Configurable redemption"]
    SessionStandsInTheWay "FALL-5" Documented Y2024 Y2026
        "A guest who is signed in with a work account, but is meant to use a passcode, must pick Use another account; otherwise the account does not exist in the resource tenant."
        [CrossTenantOverview2024 "Configurable redemption, known limitations"]
    NoSession "FALL-6" Documented Y2024 Y2026
        "Without a signed-in work account, the passcode page is shown at once."
        [OneTimePasscode2024 "When does a guest user get a one-time passcode"]
    CreationNeedsMail "FALL-7" Inferred Y2019 Y2019
        "A guest without any account must use the mail to be led through the creation of a Microsoft account."
        [Redemption2019 "Redemption through a direct link, special cases"]
    CreationIsNotJustInTime "FALL-8" Documented Y2021 Y2021
        "The steps that create an account are not available to just-in-time redemption; without a passcode it ends in an error."
        [Redemption2021 "Invitation redemption flow, last paragraph"]
    UnverifiedDomainGetsMicrosoftAccount "FALL-9" Documented Y2019 Y2026
        "Without a home directory and a passcode, the guest is asked to create a Microsoft account; work addresses are supported in domains that are not verified in Microsoft Entra ID."
        [Redemption2024 "Invitation redemption flow, item 7", Redemption2019 "Redemption through the invitation email, item 3", Redemption2021 "Invitation redemption flow, item 8"]
    DirectLinkMayCreate "FALL-10" Disputed Y2024 Y2026
        "A direct link may lead to the creation of a Microsoft account, too: the newer texts no longer exclude it, the 2021 text did."
        [Redemption2024 "Invitation redemption flow, item 7", Redemption2021 "Invitation redemption flow, last paragraph"]
    VerifiedDomainGetsNoMicrosoftAccount "FALL-11" Inferred Y2019 Y2026
        "In a domain that is verified in Microsoft Entra ID, no Microsoft account is created with a work address."
        [Redemption2024 "Invitation redemption flow, item 7, last sentence"]
    VerifiedTenantHasUser "FALL-12" Inferred Y2019 Y2026
        "The user exists where the domain is verified, but that account is not open to redemption, so no identity provider is left."
        [Redemption2024 "Invitation redemption flow, items 1 and 7"]
    UserIsMissing "FALL-13" Documented Y2019 Y2026
        "The guest's organization exists in Microsoft Entra ID, but the guest's account does not."
        [SelfHelpGuests "Recommended steps, item 2"]
    JustInTimeCreationIsOff "FALL-14" Documented Y2019 Y2021
        "The guest's organization does not allow accounts to be created just in time, or is federated, so redemption cannot succeed."
        [SelfHelpGuests "Recommended steps, item 2", Troubleshoot2024 "Admin has disallowed EmailVerified Users"]
    JustInTimeCreationIsOffLater "FALL-15" Disputed Y2024 Y2026
        "The guest's organization does not allow accounts to be created just in time, or is federated, so redemption cannot succeed; the 2024 flow itself names no such error."
        [SelfHelpGuests "Recommended steps, item 2", Troubleshoot2024 "Admin has disallowed EmailVerified Users", Redemption2024 "Invitation redemption flow, item 7"]
    JustInTimeCreationWorks "FALL-16" Documented Y2019 Y2021
        "The missing user is created as a member of the home tenant after the address is verified by email."
        [Redemption2021 "Invitation redemption flow, items 8 and 9", SelfServiceSignUp "Settings"]
    JustInTimeCreationIsGone "FALL-17" Inferred Y2024 Y2026
        "The flow no longer creates the missing user in the home tenant: the partner creates the user, or a passcode helps."
        [Redemption2024 "Invitation redemption flow, item 7", SelfServiceSignUp "Note"]
    ConsumerDomainGetsMicrosoftAccount "FALL-18" Documented Y2021 Y2021
        "With passcodes off, a guest with an address in a consumer domain creates a Microsoft account, any other guest of an unverified domain a self-service work account."
        [Redemption2021 "Invitation redemption flow, item 8"]
    AccountIsOffered "FALL-19" Documented Y2019 Y2026
        "The guest is prompted to create the account with the invited address."
        [Redemption2024 "Invitation redemption flow, item 7", Redemption2019 "Redemption through the invitation email, item 3"]
    AddressIsVerifiedByMail "FALL-20" Documented Y2021 Y2021
        "Before the account is created, the address is verified by a code sent to it."
        [Redemption2021 "Invitation redemption flow, items 9 and 10"]

    HomeTenantSignsIn "SIGN-1" Documented Y2019 Y2026
        "Once the home directory is identified, the guest signs in at its identity provider with their own credentials."
        [Redemption2024 "Invitation redemption flow, item 5", Redemption2019 "Redemption through the invitation email, item 3"]
    SomebodyElsesAccount "SIGN-2" Inferred Y2019 Y2026
        "Discovery looks at the address, not at the person: who does not own the account that was found cannot sign in there."
        [Redemption2024 "Invitation redemption flow, items 1 and 5"]
    PartnerProviderSignsIn "SIGN-3" Documented Y2019 Y2026
        "The partner's SAML/WS-Fed identity provider authenticates the guest and sends them back."
        [Redemption2024 "Invitation redemption flow, items 2 and 8", DirectFederation2025 "Overview"]
    NoFallThroughFromPartner "SIGN-4" Inferred Y2019 Y2026
        "Redirection follows the domain, not the person: without an account at the partner's provider the guest fails there and is not offered another provider."
        [Redemption2024 "Invitation redemption flow, item 2"]
    GoogleSignsIn "SIGN-5" Documented Y2019 Y2026
        "Google authenticates the guest and sends them back."
        [Redemption2024 "Invitation redemption flow, items 3 and 8", GoogleFederation2024 "Overview"]
    NoFallThroughFromGoogle "SIGN-6" Inferred Y2019 Y2026
        "Redirection follows the domain, not the person: without a Google account the guest fails there and is not offered another provider."
        [Redemption2024 "Invitation redemption flow, item 3"]
    MicrosoftAccountSignsIn "SIGN-7" Documented Y2019 Y2026
        "The guest signs in with the personal Microsoft account."
        [Redemption2024 "Invitation redemption flow, items 4 and 5", MicrosoftAccount2024 "Overview"]
    PasscodePage "SIGN-8" Documented Y2019 Y2026
        "The guest fetches the passcode from the invited mailbox and enters it on the sign-in page; it is valid for thirty minutes, and a new one can be asked for."
        [Redemption2024 "Invitation redemption flow, item 6", OneTimePasscode2024 "One-time passcode for guests"]
    PasscodeExpires "SIGN-9" Documented Y2019 Y2026
        "A passcode older than thirty minutes is no longer valid; the guest asks for a new one."
        [OneTimePasscode2024 "One-time passcode for guests"]

    TicketTakesTheAccount "BACK-1" Assumed Y2019 Y2026
        "After the mail link, the account that signed in becomes the invited guest, because the link names the guest object."
        [Redemption2024 "Redemption process through the invitation email"]
    AccountIsTheGuest "BACK-2" Documented Y2019 Y2026
        "After authenticating, the guest is sent back to the resource tenant to complete the consent experience."
        [Redemption2024 "Invitation redemption flow, item 8", Redemption2019 "Consent experience for the guest"]
    ReturnedAddressIsUnknown "BACK-3" Inferred Y2021 Y2026
        "A guest who selected a provider directly is looked up by the address it returns; without such a guest the sign-in fails with AADSTS50020."
        [Redemption2024 "Redemption process and sign-in through a common endpoint", Error50020 "Introduction"]
    ContactBlocksDirectLink "BACK-4" Documented Y2021 Y2024
        "With a conflicting contact object, a direct link does not redeem with SAML/WS-Fed, Microsoft accounts, Google or a passcode."
        [Redemption2024 "Redemption process limitation with conflicting Contact object", Redemption2021 "Redemption limitation with conflicting Contact object"]
    ContactBlocksMailLink "BACK-5" Documented Y2021 Y2021
        "With a conflicting contact object, the mail link does not redeem with SAML/WS-Fed or a passcode."
        [Redemption2021 "Redemption limitation with conflicting Contact object"]
    ContactBlocksSigningBackIn "BACK-6" Documented Y2021 Y2021
        "With a conflicting contact object, a guest of SAML/WS-Fed or Google cannot sign back in after redemption."
        [Redemption2021 "Redemption limitation with conflicting Contact object"]
    BackInTheApp "BACK-7" Documented Y2019 Y2026
        "Consent pages are not shown to a guest who has accepted them; the guest goes straight to the app."
        [Redemption2024 "Consent experience for the guest", Redemption2019 "Introduction"]

    BothSidesRedeemAutomatically "CONS-1" Documented Y2024 Y2026
        "The consent prompt is suppressed when the home tenant (outbound) and the resource tenant (inbound) both redeem invitations automatically."
        [AutomaticRedemption "Automatic redemption setting", Redemption2024 "Automatic redemption process setting"]
    OneSideIsNotEnough "CONS-2" Documented Y2024 Y2026
        "Unless both tenants redeem invitations automatically, the consent prompt is shown."
        [AutomaticRedemption "Automatic redemption setting"]
    AutomaticRedemptionIsForHomeAccounts "CONS-3" Inferred Y2024 Y2026
        "Automatic redemption concerns two tenants, so a guest who signs in elsewhere sees the consent prompt."
        [AutomaticRedemption "Automatic redemption setting"]
    ReviewPermissionsIsShown "CONS-4" Documented Y2019 Y2026
        "At the first sign-in the guest reviews the permissions and must accept them to continue."
        [Redemption2024 "Consent experience for the guest, item 1", Redemption2019 "Consent experience for the guest, item 1"]
    AcceptedPageIsNotShown "CONS-5" Disputed Y2019 Y2026
        "A consent page that the guest has already accepted is not shown again, even while the other one is open; the introduction ties both pages to one state."
        [Redemption2024 "Consent experience for the guest", Redemption2024 "Introduction"]
    TermsAreShown "CONS-6" Documented Y2019 Y2026
        "If terms of use are configured, the guest reviews and accepts them, one after the other; who declines is blocked and must sign in again."
        [Redemption2024 "Consent experience for the guest, item 2", TermsOfUse2025 "Frequently asked questions", Redemption2019 "Consent experience for the guest, item 2"]
    NoTermsAreLeft "CONS-7" Documented Y2019 Y2026
        "Without terms of use left to accept, the guest goes on."
        [Redemption2024 "Consent experience for the guest, items 2 and 3", Redemption2019 "Consent experience for the guest, items 2 and 3"]
    StateBecomesAccepted "CONS-8" Documented Y2019 Y2026
        "Once the guest has accepted the invitation and agreed to privacy terms and terms of use, the consent status changes to Accepted."
        [Redemption2024 "Introduction", Redemption2019 "Introduction"]

    LandsOnAppsAccessPanel "LAND-1" Documented Y2019 Y2026
        "Unless otherwise specified, the guest is redirected to the Apps access panel."
        [Redemption2024 "Consent experience for the guest, item 3", Redemption2019 "Consent experience for the guest, item 3"]
    LandsOnRedirectUrl "LAND-2" Documented Y2019 Y2026
        "After the mail link, the guest is redirected to the invitation's redirect URL."
        [Invitation "inviteRedirectUrl", Redemption2024 "Consent experience for the guest, item 3"]
    LandsOnApp "LAND-3" Inferred Y2019 Y2026
        "A direct link to an app leads to that app; the redirect URL counts only after the mail link."
        [Redemption2024 "Redemption process through a direct link"]

    MayComeAgain "AGAIN-1" Inferred Y2019 Y2026
        "A guest may come again: while the invitation is pending its link can be used again, and later it serves to return."
        [InvitationEmail2023 "The redemption link"]
}

impl Rule {
    /// Every rule, in the registry's order.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::iter()
    }

    /// Whether the rule holds in this edition.
    pub fn holds_in(self, edition: Edition) -> bool {
        let (from, to) = self.card().editions;
        from <= edition && edition <= to
    }
}
