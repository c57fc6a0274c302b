//! The documents that rules cite, each with a title, a date and, where it is public, an address.
//!
//! Holds no text of them.

use strum::{EnumIter, IntoEnumIterator};

macro_rules! documents {
    ($($name:ident $key:literal $date:literal $title:literal $url:literal)+) => {
        /// A document that rules cite.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter)]
        pub enum Document {
            $(#[doc = $title] $name,)+
        }

        impl Document {
            /// The short name used in the project's reference list, such as `seed 003`.
            pub fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)+ }
            }
            /// The date of the version that was read: year and month, with the day where it is known; empty where undated.
            pub fn date(self) -> &'static str {
                match self { $(Self::$name => $date,)+ }
            }
            /// The document's title.
            pub fn title(self) -> &'static str {
                match self { $(Self::$name => $title,)+ }
            }
            /// Where the current version can be read; empty where there is no public address.
            pub fn url(self) -> &'static str {
                match self { $(Self::$name => $url,)+ }
            }
        }
    };
}

documents! {
    Redemption2024 "seed 003" "2024-03-26" "Microsoft Entra B2B collaboration invitation redemption (redemption-experience.md)" "https://learn.microsoft.com/entra/external-id/redemption-experience"
    Redemption2019 "seed 004" "2019-06-12" "Azure Active Directory B2B collaboration invitation redemption (redemption-experience.md)" "https://learn.microsoft.com/entra/external-id/redemption-experience"
    SelfHelpRedeem "seed 000" "" "Azure self-help: Problem redeeming an invitation" ""
    SelfHelpGuests "seed 001" "" "Azure self-help: I have invited guest users who can't redeem their invitations" ""
    Redemption2021 "AD/redemption-experience" "2021-05-27" "Azure Active Directory B2B collaboration invitation redemption (redemption-experience.md)" "https://learn.microsoft.com/entra/external-id/redemption-experience"
    Redemption2024October "ED/redemption-experience" "2024-10-08" "Microsoft Entra B2B collaboration invitation redemption (redemption-experience.md)" "https://learn.microsoft.com/entra/external-id/redemption-experience"
    Redemption2026 "LS/redemption-experience" "2026-04-21" "Microsoft Entra B2B collaboration invitation redemption (Microsoft Learn)" "https://learn.microsoft.com/entra/external-id/redemption-experience"
    AutomaticRedemption "ED/automatic-redemption-include" "2024-08" "Automatic redemption setting (automatic-redemption-include.md)" "https://learn.microsoft.com/entra/external-id/cross-tenant-access-overview#automatic-redemption-setting"
    CrossTenantOverview2024 "ED/cross-tenant-access-overview" "2024-08-20" "Cross-tenant access with Microsoft Entra External ID (cross-tenant-access-overview.md)" "https://learn.microsoft.com/entra/external-id/cross-tenant-access-overview"
    RedemptionConfiguration "GR/invitationredemptionidentityproviderconfiguration" "2024" "invitationRedemptionIdentityProviderConfiguration resource type (Microsoft Graph)" "https://learn.microsoft.com/graph/api/resources/invitationredemptionidentityproviderconfiguration"
    Invitation "GR/invitation" "2024" "invitation resource type (Microsoft Graph)" "https://learn.microsoft.com/graph/api/resources/invitation"
    InvitationPost "GR/invitation-post" "2024" "Create invitation (Microsoft Graph)" "https://learn.microsoft.com/graph/api/invitation-post"
    OneTimePasscode2024 "ED/one-time-passcode" "2024-10-21" "Email one-time passcode authentication (one-time-passcode.md)" "https://learn.microsoft.com/entra/external-id/one-time-passcode"
    DirectFederation2022 "AD/direct-federation" "2022-10-03" "Federation with SAML/WS-Fed identity providers for guest users (direct-federation.md)" "https://learn.microsoft.com/entra/external-id/direct-federation"
    DirectFederation2025 "ED/direct-federation" "2025-02-21" "Add federation with SAML/WS-Fed identity providers (direct-federation.md)" "https://learn.microsoft.com/entra/external-id/direct-federation"
    GoogleFederation2024 "ED/google-federation" "2024-10-21" "Add Google as an identity provider for B2B guest users (google-federation.md)" "https://learn.microsoft.com/entra/external-id/google-federation"
    MicrosoftAccount2024 "ED/microsoft-account" "2024-01" "Microsoft account identity provider (microsoft-account.md)" "https://learn.microsoft.com/entra/external-id/microsoft-account"
    InvitationEmail2023 "ED/invitation-email-elements" "2023-10-06" "Elements of the B2B collaboration invitation email (invitation-email-elements.md)" "https://learn.microsoft.com/entra/external-id/invitation-email-elements"
    Faq2025 "ED/faq" "2025-06" "Microsoft Entra B2B collaboration FAQs (faq.yml)" "https://learn.microsoft.com/entra/external-id/faq"
    Troubleshoot2024 "ED/troubleshoot" "2024-03-26" "Troubleshoot common issues with B2B collaboration (troubleshoot.md)" "https://learn.microsoft.com/entra/external-id/troubleshoot"
    Troubleshoot2024October "ED/troubleshoot" "2024-10-21" "Troubleshoot common issues with B2B collaboration (troubleshoot.md)" "https://learn.microsoft.com/entra/external-id/troubleshoot"
    TermsOfUse2025 "ED/terms-of-use" "2025-07-21" "Microsoft Entra terms of use (terms-of-use.md)" "https://learn.microsoft.com/entra/identity/conditional-access/terms-of-use"
    CleanUpUnmanaged "ED/clean-up-unmanaged-accounts" "2023-05-02" "Clean up unmanaged Microsoft Entra accounts (clean-up-unmanaged-accounts.md)" "https://learn.microsoft.com/entra/identity/users/clean-up-unmanaged-accounts"
    SelfServiceSignUp "ED/directory-self-service-signup" "2024-12" "Self-service sign-up for email-verified users (directory-self-service-signup.md)" "https://learn.microsoft.com/entra/identity/users/directory-self-service-signup"
    ErrorCodes "ED/reference-error-codes" "2024-04-24" "Microsoft Entra authentication and authorization error codes (reference-error-codes.md)" "https://learn.microsoft.com/entra/identity-platform/reference-error-codes"
    Error50020 "AADSTS50020 article" "2023-03-28" "Error AADSTS50020: user account from identity provider does not exist in tenant" "https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-aadsts50020-user-account-identity-provider-does-not-exist"
}

impl Document {
    /// Every document.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::iter()
    }
}
