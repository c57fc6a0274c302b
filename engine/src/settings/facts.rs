//! What holds by default of every control that is no setting of the service, and where it can be read: who somebody is and owns, how
//! they come, what a tenant is, and how documents are read.
//!
//! What can be set in a tenant has a card of its own beside this file. What a workspace says is not here.

use crate::rules::{Document, Source};

/// Default and source of a fact or of a reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FactCard {
    /// The form's control, with `#` for any position.
    pub field: &'static str,
    /// What holds where nobody says otherwise.
    pub default: &'static str,
    /// Where it can be read what the fact means for a redemption.
    pub sources: &'static [Source],
}

macro_rules! facts {
    ($($field:literal $default:literal [$($document:ident $place:literal),+])+) => {
        &[$(FactCard {
            field: $field,
            default: $default,
            sources: &[$(Source { document: Document::$document, place: $place }),+],
        },)+]
    };
}

/// Every fact and reading, in the order of the forms.
pub(super) const FACTS: &[FactCard] = facts! {
    "guest.#.displayName" "A name that is free" [Invitation "invitedUserDisplayName"]
    "guest.#.invitedEmail" "An address of the guest's organization; an invitation needs one" [Invitation "invitedUserEmailAddress"]
    "guest.#.secondAddress" "None" [ResetRedemption2024 "Reset the email address used for sign-in"]
    "guest.#.workAccount" "None" [Redemption2024 "Invitation redemption flow, item 1"]
    "guest.#.liveWorkSession" "No" [CrossTenantOverview2024 "Configurable redemption, known limitations"]
    "guest.#.microsoftAccount" "None; turned on, it has the invited address and no alias" [Redemption2024 "Invitation redemption flow, items 4 and 5"]
    "guest.#.googleAccount" "None" [Redemption2024 "Invitation redemption flow, item 3", GoogleFederation2024 "Overview"]
    "guest.#.googleAnswer" "Google signs the guest in" [ErrorCodes "AADSTS40008 to AADSTS40015"]
    "guest.#.partnerAccount" "No" [Redemption2024 "Invitation redemption flow, item 2"]
    "guest.#.readsInvitedMailbox" "Yes" [OneTimePasscode2024 "User experience for one-time passcode guest users"]
    "guest.#.findsInvitationMail" "Yes" [SelfHelpGuests "Recommended steps, step 1"]
    "guest.#.client" "A browser" [GoogleFederation2024 "Deprecation of web-view sign-in support"]
    "guest.#.location" "None that is known" [GuestConditionalAccess2024 "Location-based policies"]
    "guest.#.tenantRestrictions" "No" [ErrorCodes "AADSTS500021 and AADSTS500022"]
    "guest.#.device" "Nothing is known of it" [GuestConditionalAccess2024 "Device-based policies"]
    "guest.#.homeMfaDone" "No" [GuestConditionalAccess2024 "MFA for Microsoft Entra external users"]
    "guest.#.resourceMfaRegistered" "No" [GuestConditionalAccess2024 "MFA for non-Azure AD external users"]
    "guest.#.strongMethods" "No" [GuestConditionalAccess2024 "Authentication strength"]
    "guest.#.signInRisk" "None" [GuestConditionalAccess2024 "Sign-in risk-based policies"]
    "guest.#.userRisk" "None" [GuestConditionalAccess2024 "User risk-based policies"]
    "guest.#.invitedUserType" "Guest" [Invitation "invitedUserType"]
    "guest.#.contactConflict" "No" [Redemption2024 "Redemption process limitation with conflicting Contact object"]
    "guest.#.accountDisabled" "No" [GraphUser "accountEnabled", ErrorCodes "AADSTS50057"]
    "guest.#.invitedOn" "The date of the edition" [SeedSummary "Key Points, Invitation Delivery"]
    "guest.#.customizedMessageBody" "None" [InvitedUserMessageInfo "customizedMessageBody"]
    "guest.#.addressOwner" "Nobody" [Troubleshoot2024October "proxyAddresses conflicts"]
    "guest.#.groupMailbox" "No" [Invitation "invitedUserEmailAddress"]
    "guest.#.internalUser" "None; one that is invited is not synchronized" [InviteInternalUsers2023 "Considerations"]
    "guest.#.wayIn" "The link in the invitation mail" [Redemption2024 "Redemption process through the invitation email", Redemption2024 "Redemption process through a direct link", Redemption2024 "Redemption process and sign-in through a common endpoint"]
    "guest.#.targetApp" "My Apps, a Microsoft first-party app" [Redemption2024 "Redemption process and sign-in through a common endpoint"]
    "guest.#.signInName" "The invited address" [Redemption2024 "Redemption process through a direct link, special cases"]
    "resource.displayName" "Woodgrove, a made-up organization" [GraphOrganization "displayName"]
    "resource.initialDomain" "woodgrove.onmicrosoft.com, a made-up domain" [GraphOrganization "verifiedDomains"]
    "resource.verifiedDomains" "None beside the initial domain" [GraphOrganization "verifiedDomains"]
    "home.#.tenantId" "A made-up GUID" [GraphOrganization "id"]
    "home.#.displayName" "The name of a made-up organization" [GraphOrganization "displayName"]
    "home.#.management" "Managed" [CleanUpUnmanaged "Overview"]
    "home.#.verifiedDomains" "One domain of the made-up organization" [GraphOrganization "verifiedDomains"]
    "home.#.federated" "No" [Troubleshoot2024 "Federated domain, user missing"]
    "home.#.users" "None but those who are added" [Redemption2024 "Invitation redemption flow, item 1"]
    "home.#.users.#.userPrincipalName" "A name in the tenant's first domain" [GraphUser "userPrincipalName"]
    "home.#.users.#.mail" "As the user principal name" [GraphUser "mail", Faq2025 "The email and UPN don't match"]
    "home.#.users.#.aliases" "None" [GraphUser "proxyAddresses", Redemption2024 "Redemption process through a direct link, special cases"]
    "home.#.users.#.groups" "None" [CrossTenantTarget "target"]
    "home.#.users.#.disabled" "No" [GraphUser "accountEnabled", ErrorCodes "AADSTS50057"]
    "interpretations.sharedAddressIsWork" "Off; the guest chooses the account" [SelfHelpRedeem "Recommended Steps, last item", Redemption2024 "Invitation redemption flow, items 1 and 5"]
    "interpretations.linkExpiresAfterDays" "Empty; a link does not expire" [SeedSummary "Key Points, Invitation Delivery", AddUsersAdministrator2023 "Resend invitations to guest users"]
    "interpretations.linkWorksOnce" "Off; a link can be used again" [SeedSummary "Key Points, Invitation Delivery"]
    "interpretations.termsAtFirstSignInOnly" "Off; terms come back when an acceptance expires" [SeedSummary "Key Points, Terms of Use", TermsOfUse2025 "Expire consents and Duration before re-acceptance required"]
    "interpretations.passwordsForUnmanaged" "Off; accounts of unmanaged tenants do not redeem" [SeedSummary "Key Points, Redemption Options", CleanUpUnmanaged "Overview"]
    "interpretations.justInTimeCreationWorks" "Off; it works in the older editions only" [SelfServiceSignUp "Overview"]
    "interpretations.auditEveryAttempt" "Off; failures are in the sign-in log only" [SeedSummary "Key Points"]
};

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_fact_has_a_default_and_a_source_and_stands_once() {
        let mut fields = BTreeSet::new();
        for fact in FACTS {
            assert!(!fact.default.is_empty() && !fact.sources.is_empty(), "{}", fact.field);
            assert!(fact.sources.iter().all(|source| !source.place.is_empty()), "{}", fact.field);
            assert!(fields.insert(fact.field), "{} stands twice", fact.field);
        }
    }
}
