//! Items of the checks: at the invitation, at the sign-in, and of Conditional Access.
//!
//! The pages between them are in `consent.rs`.

use super::{Item, items};

pub(super) const INVITATION: &[Item] = items! {
    "G-1" "Check 1: may this person invite?"
        [rules(InviterMayInvite, InviterMayNotInvite, ApplicationMayNotInvite, GovernmentTenantInvitesNobody)]
    "G-2" "Check 2: can such an address be invited?"
        [rules(AddressIsIndividual, AddressHasForbiddenCharacter, GroupMailboxIsNotInvited)]
    "G-3" "Check 3: does something own the address already?"
        [
            rules(
                AddressIsFree, LocalUserOwnsAddress, GroupOwnsAddress, GuestExistsAlready, ExistingGuestGetsAddress,
                OwnDomainIsNotInvited, ContactKeepsTheAddress,
            ),
        ]
    "G-4" "Check 4: may this domain be invited?" [rules(AnyDomainIsInvited, DenyListDecides, AllowListDecides)]
    "G-5" "Check 5: do both tenants' access settings allow it?"
        [rules(AccessIsForEntraTenants, BothSidesAllowInvitation, InboundBlocksInvitation, OutboundBlocksInvitation)]
    "G-6" "Check 6: do the clouds collaborate?"
        [rules(SameCloud, CloudsCollaborate, CloudsDoNotCollaborate, CrossCloudWorkerIsDisabled, CrossCloudNeedsUpn)]
    "G-7" "A domain list first, access settings second" [rules(DenyListDecides, AllowListDecides, InboundBlocksInvitation)]
    "G-8" "SharePoint and OneDrive keep lists of their own" [left(SHAREPOINT)]
};

pub(super) const SIGN_IN: &[Item] = items! {
    "S-1" "The guest exists and is enabled"
        [
            rules(
                GuestFoundByAddress, NobodyWasInvited, DeletedGuestIsNotFound, DisabledGuestIsRefused,
                DisabledHomeAccountIsRefused,
            ),
        ]
    "S-2" "The pending guest's domain is still allowed" [rules(PendingDomainIsAllowed, PendingDomainIsBlocked)]
    "S-3" "The home tenant lets its user out" [rules(OutboundAllows, OutboundBlocks)]
    "S-4" "The resource tenant lets the user in" [rules(InboundAllows, InboundBlocks)]
    "S-5" "The application is allowed" [rules(ApplicationIsAllowed, ApplicationIsBlocked)]
    "S-6" "Missing user, no passcode, no just-in-time creation" [rules(JustInTimeCreationIsOff, JustInTimeCreationIsOffLater)]
    "S-7" "Google and embedded web-views" [rules(GoogleRefusesWebView, GoogleAllowsWebView, DeviceCodeIsShown)]
    "S-8" "An account of another cloud" [rules(AccountCloudIsNotAllowed, CloudHasFallback)]
    "S-9" "Tenant restrictions of the guest's network" [rules(NetworkIsOpen, TenantRestrictionsBlock), left(TENANT_RESTRICTIONS)]
    "S-10" "The recommended order of the checks" [part(Flow the_engine_does_what_the_documents_say)]
};

pub(super) const CONDITIONAL_ACCESS: &[Item] = items! {
    "POL-1" "Policies are evaluated when the guest signs in" [rules(NoPolicyApplies, PoliciesDoNotBlock, PolicyBlocks)]
    "POL-2" "Multifactor authentication with trust: at home" [rules(HomeMultifactorIsTrusted, HomeTenantAsksForMultifactor)]
    "POL-3" "Multifactor authentication without trust: in the resource tenant"
        [rules(ResourceTenantAsksForMultifactor, GuestRegistersInResourceTenant, MultifactorIsNotDemanded)]
    "POL-4" "Guests of other providers: always in the resource tenant" [rules(OtherGuestsProveThemselvesHere)]
    "POL-5" "Devices: a trusted claim, or blocked"
        [rules(DeviceIsNotDemanded, HomeDeviceIsTrusted, DeviceIsNotTrusted, OtherGuestsHaveNoDeviceClaim)]
    "POL-6" "Authentication strength for guests of Microsoft Entra tenants only"
        [rules(StrengthIsForEntraGuests, MethodsAreNotStrongEnough), left(AUTHENTICATION_METHODS)]
    "POL-7" "Controls that guests cannot satisfy" [rules(ControlIsNotForGuests)]
    "POL-8" "Risk of the sign-in" [rules(PolicyBlocksSignInRisk, RiskNeedsRegistration)]
    "POL-9" "Risk of the user" [rules(UserRiskDoesNotBlock, UserRiskIsHomeMatter)]
    "POL-10" "Locations" [rules(PolicyBlocksLocation)]
    "POL-11" "Kinds of external users" [rules(NoPolicyApplies, PolicyBlocks)]
    "POL-12" "The home tenant's own policies" [rules(HomePoliciesApply)]
    "POL-13" "The registration policy locks out where authentication is trusted" [left(REGISTRATION_POLICY)]
    "POL-14" "Policies hold during redemption" [rules(PoliciesDoNotBlock)]
    "POL-15" "Technicians of service providers" [left(SERVICE_PROVIDERS)]
    "POL-16" "Session controls" [rules(SignInFrequencyEndsSession, SessionLasts, SecondFactorIsInSession), left(SESSION_CONTROLS)]
};
