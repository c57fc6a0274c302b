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
        [SelfHelpRedeem "Recommended Steps, third item"]
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

    InviterMayInvite "INV-1" Documented Y2019 Y2026
        "The guest invite settings say who may invite: everyone, all members, administrators and guest inviters, or nobody."
        [ExternalCollaborationSettings2024 "Guest invite settings", AuthorizationPolicy "allowInvitesFrom"]
    InviterMayNotInvite "INV-2" Documented Y2019 Y2026
        "Who is outside the guest invite settings cannot invite; a change of the setting or a new Guest Inviter role may take 15 to 60 minutes."
        [Troubleshoot2024October "Invitations have been disabled for a directory", ExternalCollaborationSettings2024 "Guest invite settings"]
    ApplicationMayNotInvite "INV-3" Documented Y2019 Y2026
        "An application without a signed-in user cannot invite where invitations are off or left to administrators and guest inviters."
        [InvitationPost "Permissions"]
    GovernmentTenantInvitesNobody "INV-4" Documented Y2019 Y2026
        "In a US Government tenant nobody may invite until the guest invite settings are changed."
        [AuthorizationPolicy "allowInvitesFrom"]
    AddressIsIndividual "INV-5" Documented Y2019 Y2026
        "An invitation goes to the address of one person."
        [Invitation "invitedUserEmailAddress"]
    AddressHasForbiddenCharacter "INV-6" Documented Y2019 Y2026
        "Certain characters, a plus sign among them, are refused in an invited address; a dot or hyphen may not begin or end the name."
        [Invitation "invitedUserEmailAddress"]
    GroupMailboxIsNotInvited "INV-7" Documented Y2019 Y2026
        "The address of a group cannot be invited."
        [Invitation "invitedUserEmailAddress"]
    AddressIsFree "INV-8" Documented Y2019 Y2026
        "Where nothing in the directory owns the address, a guest object is made for it."
        [Troubleshoot2024October "proxyAddresses conflicts"]
    LocalUserOwnsAddress "INV-9" Documented Y2019 Y2026
        "An address that a user of the directory owns cannot be invited; that user signs in with the account there is."
        [Troubleshoot2024October "proxyAddresses conflicts"]
    GroupOwnsAddress "INV-10" Documented Y2019 Y2026
        "An address that a group of the directory owns cannot be invited until it is taken off the group."
        [Troubleshoot2024October "proxyAddresses conflicts"]
    GuestExistsAlready "INV-11" Inferred Y2019 Y2026
        "A guest who is in the directory already is not made a second time; the object that exists is used."
        [ObservedErrors "Already exists in the directory"]
    ExistingGuestGetsAddress "INV-23" Documented Y2019 Y2026
        "Where the address belongs to a guest who is in the directory already, it is added to that guest object."
        [Troubleshoot2024October "proxyAddresses conflicts", SupportBlogJapan "Two addresses of one account"]
    OwnDomainIsNotInvited "INV-12" Inferred Y2019 Y2026
        "An address in a verified domain of the resource tenant itself is not invited as a guest."
        [ObservedErrors "Verified domain of this directory"]
    ContactKeepsTheAddress "INV-13" Documented Y2019 Y2026
        "Where a contact object owns the address, the guest is made without proxy addresses."
        [Redemption2024 "Redemption process limitation with conflicting Contact object", Troubleshoot2024October "proxyAddresses conflicts"]
    InternalUserIsInvited "INV-14" Documented Y2019 Y2026
        "A user of the directory can be invited to use external credentials and keeps the object id, the user principal name and the memberships."
        [InviteInternalUsers2023 "Invite internal users to B2B collaboration"]
    SyncedInternalUserIsNotInvited "INV-15" Documented Y2019 Y2026
        "An internal user with an on-premises user principal name cannot be invited to B2B collaboration."
        [InviteInternalUsers2023 "Considerations"]
    AnyDomainIsInvited "INV-16" Documented Y2019 Y2026
        "Unless a deny list or an allow list is kept, every domain can be invited."
        [AllowDenyList2024 "Overview"]
    DenyListDecides "INV-17" Documented Y2019 Y2026
        "With a deny list, every domain but the listed ones can be invited."
        [AllowDenyList2024 "Add a blocklist"]
    AllowListDecides "INV-18" Documented Y2019 Y2026
        "With an allow list, only the listed domains can be invited."
        [AllowDenyList2024 "Add an allowlist"]
    AccessIsForEntraTenants "INV-19" Inferred Y2024 Y2026
        "Cross-tenant access settings concern users of other Microsoft Entra tenants, so they do not touch a guest without one."
        [CrossTenantSettings2024 "Prerequisites", CrossTenantOverview2024 "Important considerations"]
    BothSidesAllowInvitation "INV-20" Documented Y2024 Y2026
        "A user of another Microsoft Entra tenant can be invited when the resource tenant's inbound and the home tenant's outbound settings both allow it."
        [CrossTenantSettings2024 "Prerequisites", CrossTenantOverview2024 "Manage external access with inbound and outbound settings"]
    InboundBlocksInvitation "INV-21" Documented Y2024 Y2026
        "Inbound B2B collaboration that is blocked for the user blocks the invitation; a partner's own settings stand before the default ones."
        [CrossTenantSettings2024 "Prerequisites", Troubleshoot2024October "This invitation is blocked by cross-tenant access settings"]
    OutboundBlocksInvitation "INV-22" Documented Y2024 Y2026
        "Outbound B2B collaboration that the home tenant blocks for the user blocks the invitation."
        [CrossTenantSettings2024 "Prerequisites", Troubleshoot2024October "This invitation is blocked by cross-tenant access settings"]
    SameCloud "CLOUD-1" Documented Y2024 Y2026
        "Tenants of one Microsoft cloud collaborate without further settings."
        [CrossCloudSettings2025 "Overview"]
    CloudsCollaborate "CLOUD-2" Documented Y2024 Y2026
        "Across clouds, both tenants enable the other's cloud and add the other as an organization."
        [CrossCloudSettings2025 "Configure Microsoft cloud settings"]
    CloudsDoNotCollaborate "CLOUD-3" Documented Y2024 Y2026
        "A user of another cloud cannot be invited unless both tenants have enabled the cloud and added each other."
        [CrossCloudSettings2025 "Configure Microsoft cloud settings"]
    CrossCloudWorkerIsDisabled "CLOUD-4" Documented Y2024 Y2026
        "An invitation across clouds fails where the home tenant has disabled the Microsoft B2B Cross Cloud Worker application."
        [Troubleshoot2024October "Microsoft B2B Cross Cloud Worker"]
    CrossCloudNeedsUpn "CLOUD-8" Documented Y2024 Y2026
        "A user of another cloud is invited by the user principal name; another mail address of the account does not do."
        [CrossCloudSettings2025 "Overview", Faq2025 "Email and UPN do not match"]
    AccountCloudIsNotAllowed "CLOUD-5" Inferred Y2024 Y2026
        "An account of a cloud that the two tenants have not opened to each other is refused; that no other provider is tried is inferred."
        [CrossCloudSettings2025 "Overview", ErrorCodes "AADSTS1000104"]
    CloudHasFallback "CLOUD-6" Documented Y2024 Y2026
        "The global and the US Government cloud support Microsoft accounts and email one-time passcode for guests."
        [NationalClouds2024 "B2B collaboration in government and national clouds"]
    ChinaHasTwoProviders "CLOUD-7" Inferred Y2024 Y2026
        "A tenant in the cloud operated by 21Vianet supports guests of Microsoft Entra ID and SAML/WS-Fed only, so nothing is left for other guests."
        [NationalClouds2024 "Microsoft Azure operated by 21Vianet"]
    InvitationIsMailed "MAIL-1" Documented Y2019 Y2026
        "The service sends the invitation mail if the inviter asks for it, as the admin center does by default."
        [Invitation "sendInvitationMessage", AddUsersAdministrator2023 "Invite guest users"]
    NoMailIsAskedFor "MAIL-2" Documented Y2019 Y2026
        "Without the request to send a message, no mail goes out; the inviter passes the redeem URL on."
        [Invitation "sendInvitationMessage", InvitationPost "Response"]
    UnsubscribedGuestGetsNoMail "MAIL-3" Documented Y2019 Y2026
        "A person who has blocked invitations of the organization gets no mail; the audit log says so."
        [InvitationEmail2023 "Block the organization", AuditActivities2024 "Invited Users"]
    NotificationReplacesInvitation "MAIL-4" Documented Y2024 Y2026
        "When both tenants redeem invitations automatically, a notification mail that needs no action goes out in place of the invitation, at the time of the invitation."
        [AutomaticRedemption "Table of mails and prompts", Redemption2024 "Automatic redemption process setting"]
    MailArrives "MAIL-5" Documented Y2019 Y2026
        "The guest gets the invitation by mail and opens its link."
        [Redemption2024 "Redemption process through the invitation email, item 1", Redemption2019 "Redemption through the invitation email, item 1"]
    MailLiesInSpam "MAIL-6" Documented Y2019 Y2026
        "The invitation may lie in the spam folder or be kept back; the administrator finds out whether it came and sends it again."
        [SelfHelpGuests "Recommended steps, step 1", Troubleshoot2024October "The invited user didn't get an email"]
    LinkIsPassedOn "MAIL-7" Documented Y2019 Y2026
        "Where the service sends no mail, the inviter passes on the redeem URL that the invitation returned."
        [Invitation "inviteRedeemUrl"]
    NobodyWasInvited "MAIL-8" Documented Y2019 Y2026
        "Who is not in the directory has to be invited first."
        [Error50020 "Cause 5", Redemption2024 "Redemption process through a direct link"]
    LinkDoesNotExpire "LINK-1" Documented Y2019 Y2026
        "An invitation does not expire, and its link can be used again."
        [AddUsersAdministrator2023 "Resend invitations to guest users", InvitationEmail2023 "The redemption link"]
    LinkExpires "LINK-2" Disputed Y2019 Y2026
        "With this reading the link in the mail expires, after 90 days; Microsoft says that an invitation does not expire."
        [SeedSummary "Key Points, Invitation Delivery", AddUsersAdministrator2023 "Resend invitations to guest users"]
    LinkWorksOnce "LINK-3" Disputed Y2019 Y2026
        "With this reading the link is good for one use, which a completed redemption spends; Microsoft lets it serve to return."
        [SeedSummary "Key Points, Invitation Delivery", InvitationEmail2023 "The redemption link"]
    LinkStillWorks "LINK-4" Disputed Y2019 Y2026
        "With this reading a link that is neither too old nor used up works; each mail's link has its own clock and use."
        [SeedSummary "Key Points, Invitation Delivery"]
    DeletedGuestIsNotFound "GUEST-20" Inferred Y2019 Y2026
        "A deleted guest object is not found by any way in."
        [LeaveOrganization2023 "Account removal", Error50020 "Introduction"]
    TicketOfDeletedGuest "GUEST-23" Inferred Y2019 Y2026
        "The link in a mail is tied to one guest object; once that is deleted, it does not open the object of a later invitation."
        [Redemption2024 "Redemption process through the invitation email", LeaveOrganization2023 "Account removal"]
    PendingDomainIsAllowed "GUEST-21" Documented Y2019 Y2026
        "A pending guest redeems as long as the collaboration restrictions allow the domain."
        [AllowDenyList2024 "Overview"]
    PendingDomainIsBlocked "GUEST-22" Documented Y2019 Y2026
        "A list that was changed after the invitation stops a guest who is still pending; accepted guests are not touched."
        [AllowDenyList2024 "Overview"]
    UnmanagedAccountGetsPassword "DISC-30" Disputed Y2024 Y2026
        "With this reading a guest with an account of an unmanaged tenant is asked to create a password and redeems with it; since August 2022 such accounts do not redeem."
        [SeedSummary "Key Points, Redemption Options", CleanUpUnmanaged "Overview"]
    SocialAccountGetsPassword "DISC-31" Disputed Y2019 Y2026
        "With this reading a guest with a social identity is asked to create a password, which makes a Microsoft account."
        [SeedSummary "Key Points, Redemption Options", Redemption2024 "Invitation redemption flow, item 7"]
    SharedAddressIsAlwaysWork "DISC-32" Disputed Y2021 Y2026
        "With this reading a new invitation to an address that a work account and a Microsoft account share is always accepted with the work account; the flow asks the guest."
        [SelfHelpRedeem "Recommended Steps, last item", Redemption2024 "Invitation redemption flow, item 1"]
    FederationIsNotInForce "DISC-33" Documented Y2019 Y2026
        "A federation whose policy is not in force sends nobody anywhere; a new one takes five to ten minutes."
        [DirectFederation2025 "Step 3", DirectFederation2025 "How do I remove federation?"]
    JustInTimeCreationStillWorks "FALL-30" Disputed Y2024 Y2026
        "With this reading the missing user is made in the home tenant when both settings allow it; a note in the same document limits that to Education."
        [SelfServiceSignUp "Overview", SelfHelpGuests "Recommended steps, step 2"]
    OutboundAllows "ACC-1" Documented Y2024 Y2026
        "The home tenant's outbound settings for B2B collaboration allow the user to be a guest elsewhere."
        [CrossTenantOverview2024 "Manage external access with inbound and outbound settings"]
    OutboundBlocks "ACC-2" Documented Y2024 Y2026
        "A user whose home tenant blocks outbound B2B collaboration cannot sign in to the resource tenant."
        [ErrorCodes "AADSTS500212", CrossTenantOverview2024 "Manage external access with inbound and outbound settings"]
    InboundAllows "ACC-3" Documented Y2024 Y2026
        "The resource tenant's inbound settings for B2B collaboration allow the user in."
        [CrossTenantOverview2024 "Manage external access with inbound and outbound settings"]
    InboundBlocks "ACC-4" Documented Y2024 Y2026
        "A user whom the resource tenant's inbound settings block cannot sign in there, also after the invitation."
        [ErrorCodes "AADSTS500213", CrossTenantOverview2024 "Manage external access with inbound and outbound settings"]
    NetworkIsOpen "ACC-5" Documented Y2019 Y2026
        "Unless tenant restrictions apply on the guest's network, every tenant can be reached from it."
        [ErrorCodes "AADSTS500021"]
    TenantRestrictionsBlock "ACC-6" Documented Y2019 Y2026
        "Tenant restrictions on the guest's network keep them out of tenants that are not allowed there, whatever cross-tenant access says."
        [ErrorCodes "AADSTS500021 and AADSTS500022"]
    ApplicationIsAllowed "ACC-7" Documented Y2024 Y2026
        "Inbound and outbound settings name applications, too; one that both sides allow can be reached."
        [CrossTenantSettings2024 "Modify inbound access settings", CrossTenantTarget "target"]
    ApplicationIsBlocked "ACC-8" Documented Y2024 Y2026
        "An application outside the allowed ones cannot be reached; the landing page fails where My Apps is not among them."
        [CrossTenantSettings2024 "Considerations for allowing Microsoft applications"]
    DisabledHomeAccountIsRefused "SIGN-10" Documented Y2019 Y2026
        "A disabled account cannot sign in at its home tenant."
        [ErrorCodes "AADSTS50057"]
    HomePoliciesApply "SIGN-11" Documented Y2019 Y2026
        "The home tenant's own Conditional Access applies to the sign-in there."
        [GuestConditionalAccess2024 "Conditional Access for external users", ErrorCodes "AADSTS53003"]
    RecreatedAccountIsAnother "SIGN-12" Documented Y2019 Y2026
        "The guest object is tied to the home account's unique id, so a deleted and recreated account of the same name does not match until the redemption is reset."
        [Error50020 "Cause 8", ResetRedemption2024 "Overview"]
    RemovedFederationLocksOut "SIGN-13" Documented Y2019 Y2026
        "Guests who redeemed with a federation that has been removed cannot sign in until their redemption is reset."
        [DirectFederation2025 "How do I remove federation?"]
    DeletedGoogleFederationLocksOut "SIGN-14" Documented Y2019 Y2026
        "Guests who redeemed with Google cannot sign in once Google federation is deleted, until their redemption is reset."
        [GoogleFederation2024 "How do I remove Google federation?"]
    PasscodeTurnedOffLocksOut "SIGN-15" Documented Y2019 Y2026
        "Guests who redeemed with a passcode cannot sign in once email one-time passcode is turned off, until their redemption is reset."
        [OneTimePasscode2024 "Disable email one-time passcode"]
    TokenMustBeValid "SIGN-16" Documented Y2019 Y2026
        "A response of the partner's provider that cannot be validated is refused."
        [ErrorCodes "AADSTS50008"]
    MailClaimIsNeeded "SIGN-17" Documented Y2019 Y2026
        "The partner's provider must send the mail address of the guest, in one of the federated domains."
        [ErrorCodes "AADSTS5000819", DirectFederation2025 "Required attributes and claims"]
    RealmIsNeeded "SIGN-18" Documented Y2019 Y2026
        "A response without a realm, or of an issuer that is not known, is refused."
        [ErrorCodes "AADSTS20001 and AADSTS50107"]
    GoogleAnswersWithError "SIGN-19" Documented Y2019 Y2026
        "An error of the social provider, such as invalid credentials of the federation, ends the sign-in."
        [ErrorCodes "AADSTS40008 to AADSTS40015", GoogleFederation2024 "Step 1"]
    GoogleRefusesWebView "SIGN-20" Documented Y2024 Y2026
        "Since 30 September 2021 Google does not sign people in inside an embedded web-view."
        [Redemption2024 "Google federation notes", GoogleFederation2024 "Deprecation of web-view sign-in support"]
    GoogleAllowsWebView "SIGN-21" Documented Y2019 Y2021
        "Before 30 September 2021 Google also signs people in inside an embedded web-view."
        [Redemption2024 "Google federation notes", Redemption2021 "Invitation redemption flow"]
    DeviceCodeIsShown "SIGN-22" Documented Y2024 Y2026
        "A Gmail user in an embedded web-view gets a code to enter on a device sign-in page in a browser."
        [GoogleFederation2024 "Deprecation of web-view sign-in support"]
    PasscodeSessionLasts "SIGN-23" Documented Y2019 Y2026
        "A session that began with a passcode lasts 24 hours; within it no new passcode is needed."
        [OneTimePasscode2024 "User experience for one-time passcode guest users"]
    GoogleErrorMayPass "SIGN-24" Inferred Y2019 Y2026
        "The list of codes describes all errors of the social provider alike; the name of this one says that trying again may help."
        [ErrorCodes "AADSTS40010, OAuth2IdPRetryableServerError"]
    GoogleMustTakeItsCode "SIGN-25" Inferred Y2019 Y2026
        "A sign-in ends where the social provider does not take the authorization code that it gave for it, as the name of the code says."
        [ErrorCodes "AADSTS40015, OAuth2IdPAuthCodeRedemptionUserError"]
    GoogleMustTakeItsToken "SIGN-26" Inferred Y2019 Y2026
        "A later sign-in ends where the social provider does not take the refresh token of the one before, as the name of the code says; a first sign-in has none."
        [ErrorCodes "AADSTS40009, OAuth2IdPRefreshTokenRedemptionUserError"]
    ConsentIsNotAskedAgain "BACK-8" Documented Y2019 Y2026
        "Once the invitation is accepted, the consent pages are not shown until it is reset; Conditional Access and terms of use have their own rules."
        [Redemption2024 "Consent experience for the guest", Redemption2019 "Introduction"]
    SessionLasts "SIGN-27" Documented Y2019 Y2026
        "A guest who comes back in the browser they signed in with does not sign in again while the session lasts: by default 90 days after it was used last."
        [SessionLifetime "User sign-in frequency"]
    FederatedSessionLasts "SIGN-28" Inferred Y2019 Y2026
        "The session of a guest of a SAML/WS-Fed provider lasts 12 hours, as long as the refresh token that is passed through."
        [DirectFederation2022 "Frequently asked questions, refresh token"]
    SessionIsOver "SIGN-29" Documented Y2019 Y2026
        "Without a session the guest signs in again at the provider that accepted; a session ends after its time, and when the guest is disabled, deleted or reset."
        [SessionLifetime "User sign-in frequency", OneTimePasscode2024 "How long a session lasts"]
    SignInFrequencyEndsSession "CA-22" Documented Y2019 Y2026
        "The sign-in frequency of a policy that applies ends the session so long after the sign-in, however recently it was used."
        [SessionLifetime "User sign-in frequency"]
    SecondFactorIsInSession "CA-23" Inferred Y2019 Y2026
        "A second factor that was given or trusted at the sign-in counts for as long as that session lasts."
        [SessionLifetime "User sign-in frequency"]
    ExpiredTermsWaitForSession "TERMS-5" Documented Y2019 Y2026
        "Expired terms of use are shown again only once the session has ended as well."
        [TermsOfUse2025 "Frequently asked questions"]

    NoPolicyApplies "CA-1" Documented Y2019 Y2026
        "Without a Conditional Access policy for this sign-in, nothing is demanded."
        [GuestConditionalAccess2024 "Conditional Access for external users"]
    PoliciesDoNotBlock "CA-2" Documented Y2019 Y2026
        "The resource tenant's policies are evaluated when the guest signs in; those that apply here do not block."
        [GuestConditionalAccess2024 "Authentication flow"]
    PolicyBlocks "CA-3" Documented Y2019 Y2026
        "A policy with the control Block access keeps the guest out."
        [GuestConditionalAccess2024 "Authentication flow", ErrorCodes "AADSTS53003"]
    PolicyBlocksLocation "CA-4" Documented Y2019 Y2026
        "A location-based policy applies to guests as to everybody, by IP ranges or countries."
        [GuestConditionalAccess2024 "Location-based policies", SeedSummary "Key Points, Security Controls"]
    PolicyBlocksSignInRisk "CA-5" Documented Y2019 Y2026
        "The risk of a guest's sign-in is evaluated in the resource tenant, whose policy can block it."
        [GuestConditionalAccess2024 "Sign-in risk-based policies", SeedSummary "Key Points, Security Controls"]
    ControlIsNotForGuests "CA-6" Documented Y2019 Y2026
        "Approved client apps, app protection policies and password change are not supported for guests, so a policy that demands one keeps them out."
        [GuestConditionalAccess2024 "Unsupported grant controls"]
    MultifactorIsNotDemanded "CA-7" Documented Y2019 Y2026
        "No policy for this sign-in demands multifactor authentication."
        [GuestConditionalAccess2024 "MFA for Microsoft Entra external users"]
    HomeMultifactorIsTrusted "CA-8" Documented Y2024 Y2026
        "Where the resource tenant trusts it, multifactor authentication that the home session carries is enough."
        [GuestConditionalAccess2024 "MFA for Microsoft Entra external users", CrossTenantInboundTrust "isMfaAccepted"]
    HomeTenantAsksForMultifactor "CA-9" Documented Y2024 Y2026
        "Where the resource tenant trusts it and the session does not carry it, the guest is challenged in the home tenant."
        [GuestConditionalAccess2024 "MFA for Microsoft Entra external users"]
    ResourceTenantAsksForMultifactor "CA-10" Documented Y2019 Y2026
        "Without trust the guest is challenged in the resource tenant, even after a challenge at home."
        [GuestConditionalAccess2024 "MFA for Microsoft Entra external users", SeedSummary "Key Points, Redemption Flow Steps", ErrorCodes "AADSTS50074 and AADSTS50076"]
    GuestRegistersInResourceTenant "CA-11" Documented Y2019 Y2026
        "A guest who is challenged in the resource tenant and has no method there registers one first."
        [GuestConditionalAccess2024 "MFA for Microsoft Entra external users", ErrorCodes "AADSTS50072 and AADSTS50079"]
    OtherGuestsProveThemselvesHere "CA-12" Documented Y2019 Y2026
        "A guest who does not come from a Microsoft Entra tenant is always challenged in the resource tenant."
        [GuestConditionalAccess2024 "MFA for non-Azure AD external users"]
    StrengthIsForEntraGuests "CA-13" Inferred Y2019 Y2026
        "An authentication strength counts for guests of Microsoft Entra tenants; for other guests it is read as the demand for multifactor authentication."
        [GuestConditionalAccess2024 "Authentication strength"]
    MethodsAreNotStrongEnough "CA-14" Inferred Y2019 Y2026
        "A guest without a method of the demanded strength cannot meet the policy."
        [GuestConditionalAccess2024 "Authentication strength"]
    RiskNeedsRegistration "CA-15" Documented Y2019 Y2026
        "Where a risky sign-in demands multifactor authentication, a guest who has not registered in the resource tenant is blocked."
        [GuestConditionalAccess2024 "Sign-in risk-based policies", ErrorCodes "AADSTS53004"]
    DeviceIsNotDemanded "CA-16" Documented Y2019 Y2026
        "No policy for this sign-in demands a compliant or hybrid joined device."
        [GuestConditionalAccess2024 "Device-based policies"]
    HomeDeviceIsTrusted "CA-17" Documented Y2024 Y2026
        "Where the resource tenant trusts it, the home tenant's claim about the device is enough."
        [GuestConditionalAccess2024 "Device-based policies", CrossTenantInboundTrust "isCompliantDeviceAccepted and isHybridAzureADJoinedDeviceAccepted"]
    DeviceIsNotTrusted "CA-18" Documented Y2019 Y2026
        "The resource tenant cannot manage a guest's device, so without trust in the home tenant's claim, or without the claim, access is blocked."
        [GuestConditionalAccess2024 "Device-based policies", ErrorCodes "AADSTS53000 and AADSTS53001"]
    OtherGuestsHaveNoDeviceClaim "CA-19" Documented Y2019 Y2026
        "A guest who does not come from a Microsoft Entra tenant brings no device claim, so a policy that demands one blocks."
        [GuestConditionalAccess2024 "Device-based policies"]
    UserRiskDoesNotBlock "CA-20" Documented Y2019 Y2026
        "The risk of a guest as a user is evaluated in the home tenant; here it does not stand in the way."
        [GuestConditionalAccess2024 "User risk-based policies"]
    UserRiskIsHomeMatter "CA-21" Documented Y2019 Y2026
        "A guest whose risk the home tenant has not cleared is blocked, because a new password cannot be demanded in the resource tenant."
        [GuestConditionalAccess2024 "User risk-based policies", ErrorCodes "AADSTS53011"]
    PolicyDecidesAboutTerms "TERMS-1" Inferred Y2019 Y2026
        "Terms of use that a policy names are shown to whom that policy applies; terms that no policy names are shown to every guest."
        [TermsOfUse2025 "B2B guests", Redemption2024 "Consent experience for the guest, item 2"]
    TermsMustBeOpened "TERMS-2" Documented Y2019 Y2026
        "Where users are required to expand the terms, the document must be opened before it can be accepted; it is the one in the browser's language, or else the first uploaded."
        [TermsOfUse2025 "Add terms of use"]
    TermsExpire "TERMS-3" Documented Y2019 Y2026
        "An acceptance expires on the common schedule, or so many days after it was given; then the terms are shown again."
        [TermsOfUse2025 "Expire consents and Duration before re-acceptance required"]
    TermsAtFirstSignInOnly "TERMS-4" Disputed Y2019 Y2026
        "With this reading terms of use are shown at the first sign-in only; the terms of use document knows expiry and re-acceptance."
        [SeedSummary "Key Points, Terms of Use", TermsOfUse2025 "Expire consents and Duration before re-acceptance required"]
    AcceptedStaysAccepted "CONS-9" Documented Y2019 Y2026
        "A guest who has accepted stays accepted."
        [Redemption2024 "Introduction", GraphUser "externalUserState"]
    PanelNeedsNoAssignment "APP-1" Inferred Y2019 Y2026
        "The Apps access panel is open to every user and lists the applications that are assigned."
        [Redemption2024 "Consent experience for the guest, item 3"]
    GuestMayUseApplication "APP-2" Documented Y2019 Y2026
        "An application that requires no assignment, or to which the guest is assigned, lets the guest sign in."
        [ErrorCodes "AADSTS50105"]
    GuestIsNotAssigned "APP-3" Documented Y2019 Y2026
        "An application that requires an assignment refuses a guest who has none."
        [ErrorCodes "AADSTS50105"]
    PanelNeedsNoConsent "APP-4" Inferred Y2019 Y2026
        "The Apps access panel is Microsoft's own and asks for no consent; an application opened later may."
        [Redemption2024 "Consent experience for the guest"]
    ApplicationAsksForNothing "APP-5" Documented Y2019 Y2026
        "An application without permissions of its own asks for no consent."
        [Redemption2024 "Consent experience for the guest", SeedSummary "Key Points, Consent Prompt"]
    AdministratorHasConsented "APP-6" Documented Y2019 Y2026
        "An administrator can consent for the organization, so that no guest is asked."
        [SeedSummary "Key Points, Consent Prompt", Redemption2024 "Consent experience for the guest"]
    AdministratorMustConsent "APP-7" Documented Y2019 Y2026
        "Permissions that only an administrator can grant stop the guest until one has granted them."
        [ErrorCodes "AADSTS65001", Redemption2024 "Consent experience for the guest"]
    GuestHasConsented "APP-8" Documented Y2019 Y2026
        "Once given, the guest's consent to the application is not asked for again."
        [SeedSummary "Key Points, Consent Prompt"]
    ApplicationAsksTheGuest "APP-9" Documented Y2019 Y2026
        "At the first access the application may ask the guest to consent to its permissions, which is another thing than the consent to the organization."
        [SeedSummary "Key Points, Consent Prompt", ErrorCodes "AADSTS65004"]
    GuestIsIn "LAND-4" Documented Y2019 Y2026
        "The invitation is redeemed, and the guest has arrived."
        [Redemption2024 "Consent experience for the guest, item 3", Redemption2019 "Consent experience for the guest, item 3"]

    TimePasses "LIFE-1" Assumed Y2019 Y2026
        "Time that passes between two attempts changes nothing by itself but what has a term: a link, a passcode and its session, accepted terms, a deleted guest."
        [AddUsersAdministrator2023 "Resend invitations to guest users"]
    ChangeHoldsFromNowOn "LIFE-2" Inferred Y2019 Y2026
        "A changed setting holds for later sign-ins and redemptions; what was redeemed before keeps its provider."
        [CrossTenantOverview2024 "Configurable redemption", OneTimePasscode2024 "Note on redeemed guests"]
    NothingToChange "LIFE-3" Assumed Y2019 Y2026
        "What does not exist cannot be changed."
        [AddUsersAdministrator2023 "Resend invitations to guest users"]
    ResentWhilePending "LIFE-4" Documented Y2019 Y2026
        "While the invitation is pending, it can be sent again, with a new link."
        [AddUsersAdministrator2023 "Resend invitations to guest users", SelfHelpRedeem "Recommended Steps, second item"]
    NoResendOnceAccepted "LIFE-5" Documented Y2019 Y2026
        "For a guest who has accepted, resending is not offered; the redemption can be reset."
        [AddUsersAdministrator2023 "Resend invitations to guest users", ResetRedemption2024 "Overview"]
    InvitationIsRevoked "LIFE-6" Inferred Y2019 Y2026
        "To revoke a pending invitation, the guest is deleted; there is no operation of its own."
        [SeedSummary "Key Points, Troubleshooting Redemption Issues", LeaveOrganization2023 "Account removal"]
    GuestIsDeleted "LIFE-7" Documented Y2019 Y2026
        "A deleted guest is kept for 30 days and can be restored with the memberships."
        [LeaveOrganization2023 "Account removal"]
    DeletedForGood "LIFE-8" Documented Y2019 Y2026
        "A guest who is deleted permanently cannot be restored; removing all data may take 30 days more."
        [LeaveOrganization2023 "Account removal"]
    GuestIsRestored "LIFE-9" Documented Y2019 Y2026
        "Within 30 days a deleted guest is restored to the state before."
        [LeaveOrganization2023 "Account removal"]
    SoftDeleteIsOver "LIFE-10" Documented Y2019 Y2026
        "After 30 days, or once deleted permanently, a guest is gone and cannot be restored."
        [LeaveOrganization2023 "Account removal"]
    NotDeleted "LIFE-11" Documented Y2019 Y2026
        "Only a deleted guest can be restored or deleted permanently."
        [LeaveOrganization2023 "Account removal"]
    NoObject "LIFE-12" Inferred Y2019 Y2026
        "Without a guest object there is nothing to send again, delete, reset or leave."
        [LeaveOrganization2023 "Account removal"]
    RedemptionIsReset "LIFE-13" Documented Y2019 Y2026
        "Resetting the redemption makes the guest pending again and keeps the object id, the user principal name, groups and applications; any provider can be used next."
        [ResetRedemption2024 "Reset redemption status for a guest user", ResetRedemption2026 "Reset redemption status for a guest user"]
    RedemptionIsResetToAnotherAddress "LIFE-14" Documented Y2019 Y2026
        "With the new address in the user's mail, the redemption can be reset to another address; the user principal name stays."
        [ResetRedemption2024 "Reset the email address used for sign-in", ResetRedemption2026 "Reset the email address used for sign-in"]
    PendingIsNotReset "LIFE-15" Inferred Y2019 Y2026
        "What has not been redeemed is not reset; a pending invitation is sent again, or deleted and made anew."
        [ResetRedemption2024 "Overview", SeedSummary "Key Points, Troubleshooting Redemption Issues"]
    NoSecondAddress "LIFE-16" Assumed Y2019 Y2026
        "Without a second address there is none to invite or to reset the redemption to."
        [ResetRedemption2024 "Reset the email address used for sign-in"]
    SecondAddressIsAdded "LIFE-17" Documented Y2019 Y2026
        "Two invited addresses of one home account yield one guest object, to which the second address is added."
        [SupportBlogJapan "Two addresses of one account"]
    SecondAddressIsAnotherGuest "LIFE-18" Inferred Y2019 Y2026
        "An address that does not belong to the same home account yields a guest object of its own, which is another guest here."
        [SupportBlogJapan "Two addresses of one account"]
    GuestLeaves "LIFE-19" Documented Y2019 Y2026
        "A guest can leave the organization, which deletes the guest object; it can be restored for 30 days."
        [LeaveOrganization2023 "Leave an organization"]
    LeavingIsOff "LIFE-20" Documented Y2019 Y2026
        "Where external users may not leave by themselves, a message points to the administrator or the privacy contact."
        [LeaveOrganization2023 "Leave an organization", ExternalCollaborationSettings2024 "External user leave settings"]
    DisabledGuestCannotLeave "LIFE-21" Documented Y2019 Y2026
        "A guest whose account is disabled cannot leave."
        [LeaveOrganization2023 "Leave an organization"]
    PendingGuestHasNotJoined "LIFE-22" Disputed Y2019 Y2026
        "Who has not accepted yet has not joined and has nothing to leave; an overview of the states lets a pending guest leave, too."
        [LeaveOrganization2023 "Leave an organization"]
    LeaveSettingNeedsPrivacyInformation "LIFE-23" Documented Y2019 Y2026
        "Whether external users may leave can be set only once the tenant has privacy information."
        [ExternalCollaborationSettings2024 "To configure external user leave settings", LeaveOrganization2023 "Before you begin"]
    SettingIsOfLaterTexts "LIFE-24" Inferred Y2019 Y2021
        "Cross-tenant access, automatic redemption and the redemption order came with later texts, so there is nothing to set."
        [CrossTenantOverview2024 "Introduction", AutomaticRedemption "Automatic redemption setting"]
    DeletedGuestGetsNewObject "LIFE-25" Inferred Y2019 Y2026
        "A deleted guest who is invited again gets a new object: it is enabled, and an assignment that the old one was given later is gone with it."
        [LeaveOrganization2023 "Account removal", InvitationPost "Response, invitedUser"]

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
