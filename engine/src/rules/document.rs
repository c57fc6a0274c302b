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
    SessionLifetime "LS/concept-session-lifetime" "2025" "Conditional Access adaptive session lifetime policies (Microsoft Learn)" "https://learn.microsoft.com/entra/identity/conditional-access/concept-session-lifetime"
    CleanUpUnmanaged "ED/clean-up-unmanaged-accounts" "2023-05-02" "Clean up unmanaged Microsoft Entra accounts (clean-up-unmanaged-accounts.md)" "https://learn.microsoft.com/entra/identity/users/clean-up-unmanaged-accounts"
    SelfServiceSignUp "ED/directory-self-service-signup" "2024-12" "Self-service sign-up for email-verified users (directory-self-service-signup.md)" "https://learn.microsoft.com/entra/identity/users/directory-self-service-signup"
    ErrorCodes "ED/reference-error-codes" "2024-04-24" "Microsoft Entra authentication and authorization error codes (reference-error-codes.md)" "https://learn.microsoft.com/entra/identity-platform/reference-error-codes"
    Error50020 "AADSTS50020 article" "2023-03-28" "Error AADSTS50020: user account from identity provider does not exist in tenant" "https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-aadsts50020-user-account-identity-provider-does-not-exist"
    SeedSummary "seed 002" "" "Redeem invitation process (summary)" ""
    Redemption2025 "ED/redemption-experience" "2025-05-14" "Microsoft Entra B2B collaboration invitation redemption (redemption-experience.md)" "https://learn.microsoft.com/entra/external-id/redemption-experience"
    InvitationEmail2026 "LS/invitation-email-elements" "2026-06-12" "Elements of the B2B collaboration invitation email (Microsoft Learn)" "https://learn.microsoft.com/entra/external-id/invitation-email-elements"
    ResetRedemption2024 "ED/reset-redemption-status" "2024-03-26" "Reset redemption status for a guest user (reset-redemption-status.md)" "https://learn.microsoft.com/entra/external-id/reset-redemption-status"
    ResetRedemption2026 "LS/reset-redemption-status" "2026-04-17" "Reset redemption status for a guest user (Microsoft Learn)" "https://learn.microsoft.com/entra/external-id/reset-redemption-status"
    CrossTenantOverview2024January "ED/cross-tenant-access-overview" "2024-01-24" "Cross-tenant access with Microsoft Entra External ID (cross-tenant-access-overview.md)" "https://learn.microsoft.com/entra/external-id/cross-tenant-access-overview"
    CrossTenantSettings2023 "ED/cross-tenant-access-settings-b2b-collaboration" "2023-11-06" "Configure cross-tenant access settings for B2B collaboration (cross-tenant-access-settings-b2b-collaboration.md)" "https://learn.microsoft.com/entra/external-id/cross-tenant-access-settings-b2b-collaboration"
    CrossTenantSettings2024 "ED/cross-tenant-access-settings-b2b-collaboration" "2024-08-21" "Configure cross-tenant access settings for B2B collaboration (cross-tenant-access-settings-b2b-collaboration.yml)" "https://learn.microsoft.com/entra/external-id/cross-tenant-access-settings-b2b-collaboration"
    OneTimePasscode2023 "ED/one-time-passcode" "2023-02-21" "Email one-time passcode authentication (one-time-passcode.md)" "https://learn.microsoft.com/entra/external-id/one-time-passcode"
    DirectFederationOverview2025 "ED/direct-federation-overview" "2025-02-12" "Federation with SAML/WS-Fed identity providers (direct-federation-overview.md)" "https://learn.microsoft.com/entra/external-id/direct-federation-overview"
    DefaultAccount2025 "ED/default-account" "2025-04" "Use Microsoft Entra work and school accounts for B2B collaboration (default-account.md)" "https://learn.microsoft.com/entra/external-id/default-account"
    IdentityProviders2025 "ED/identity-providers" "2025-04" "Identity providers for External ID in workforce tenants (identity-providers.md)" "https://learn.microsoft.com/entra/external-id/identity-providers"
    UserProperties2019 "AD/user-properties" "2019-02-12" "Properties of an Azure Active Directory B2B collaboration user (user-properties.md)" "https://learn.microsoft.com/entra/external-id/user-properties"
    UserProperties2024 "ED/user-properties" "2024-10-21" "Properties of a Microsoft Entra B2B collaboration user (user-properties.md)" "https://learn.microsoft.com/entra/external-id/user-properties"
    LeaveOrganization2023 "ED/leave-the-organization" "2023-07" "Leave an organization as an external user (leave-the-organization.md)" "https://learn.microsoft.com/entra/external-id/leave-the-organization"
    AuditingAndReporting2023 "ED/auditing-and-reporting" "2023-12" "Auditing and reporting a B2B collaboration user (auditing-and-reporting.md)" "https://learn.microsoft.com/entra/external-id/auditing-and-reporting"
    InviteInternalUsers2023 "ED/invite-internal-users" "2023-07" "Invite internal users to B2B collaboration (invite-internal-users.md)" "https://learn.microsoft.com/entra/external-id/invite-internal-users"
    AddUsersAdministrator2023 "ED/add-users-administrator" "2023-04" "Add B2B collaboration users in the portal (add-users-administrator.md)" "https://learn.microsoft.com/entra/external-id/add-users-administrator"
    ExternalCollaborationSettings2024 "ED/external-collaboration-settings-configure" "2024-09" "Configure external collaboration settings (external-collaboration-settings-configure.md)" "https://learn.microsoft.com/entra/external-id/external-collaboration-settings-configure"
    AllowDenyList2024 "ED/allow-deny-list" "2024-09" "Allow or block invitations to B2B users from specific organizations (allow-deny-list.md)" "https://learn.microsoft.com/entra/external-id/allow-deny-list"
    GuestConditionalAccess2024 "ED/authentication-conditional-access" "2024-05" "Authentication and Conditional Access for External ID (authentication-conditional-access.md)" "https://learn.microsoft.com/entra/external-id/authentication-conditional-access"
    AuthenticationStrength2025 "ED/concept-authentication-strengths" "2025-03-04" "Conditional Access authentication strength (concept-authentication-strengths.md)" "https://learn.microsoft.com/entra/identity/authentication/concept-authentication-strengths"
    CrossCloudSettings2025 "ED/cross-cloud-settings" "2025-04" "Enable B2B collaboration across Microsoft clouds (cross-cloud-settings.md)" "https://learn.microsoft.com/entra/external-id/cross-cloud-settings"
    NationalClouds2024 "ED/b2b-government-national-clouds" "2024-10" "Microsoft Entra B2B in government and national clouds (b2b-government-national-clouds.md)" "https://learn.microsoft.com/entra/external-id/b2b-government-national-clouds"
    CurrentLimitations2025 "ED/current-limitations" "2025-04" "Limitations of B2B collaboration (current-limitations.md)" "https://learn.microsoft.com/entra/external-id/current-limitations"
    PropertiesArea2023 "ED/properties-area" "2023-12" "Add your organization's privacy info to Microsoft Entra (properties-area.yml)" "https://learn.microsoft.com/entra/fundamentals/properties-area"
    AuditActivities2024 "ED/reference-audit-activities" "2024-04-15" "Audit log activity reference (reference-audit-activities.md)" "https://learn.microsoft.com/entra/identity/monitoring-health/reference-audit-activities"
    WhatsNewArchive2023 "ED/whats-new-archive" "2023-12" "Archive of what's new in Microsoft Entra ID (whats-new-archive.md)" "https://learn.microsoft.com/entra/fundamentals/whats-new-archive"
    CrossTenantDefault "GR/crosstenantaccesspolicyconfigurationdefault" "" "crossTenantAccessPolicyConfigurationDefault resource type (Microsoft Graph)" "https://learn.microsoft.com/graph/api/resources/crosstenantaccesspolicyconfigurationdefault"
    CrossTenantDefault2026 "LS/crosstenantaccesspolicyconfigurationdefault" "2026-08-21" "crossTenantAccessPolicyConfigurationDefault resource type (Microsoft Learn)" "https://learn.microsoft.com/graph/api/resources/crosstenantaccesspolicyconfigurationdefault"
    CrossTenantDefaultGet "GR/crosstenantaccesspolicyconfigurationdefault-get" "" "Get the default cross-tenant access configuration (Microsoft Graph)" "https://learn.microsoft.com/graph/api/crosstenantaccesspolicyconfigurationdefault-get"
    CrossTenantDefaultUpdate "GR/crosstenantaccesspolicyconfigurationdefault-update" "" "Update the default cross-tenant access configuration (Microsoft Graph)" "https://learn.microsoft.com/graph/api/crosstenantaccesspolicyconfigurationdefault-update"
    CrossTenantPartner "GR/crosstenantaccesspolicyconfigurationpartner" "" "crossTenantAccessPolicyConfigurationPartner resource type (Microsoft Graph)" "https://learn.microsoft.com/graph/api/resources/crosstenantaccesspolicyconfigurationpartner"
    CrossTenantInboundTrust "GR/crosstenantaccesspolicyinboundtrust" "" "crossTenantAccessPolicyInboundTrust resource type (Microsoft Graph)" "https://learn.microsoft.com/graph/api/resources/crosstenantaccesspolicyinboundtrust"
    CrossTenantB2bSetting "GR/crosstenantaccesspolicyb2bsetting" "" "crossTenantAccessPolicyB2BSetting resource type (Microsoft Graph)" "https://learn.microsoft.com/graph/api/resources/crosstenantaccesspolicyb2bsetting"
    CrossTenantTarget "GR/crosstenantaccesspolicytarget" "" "crossTenantAccessPolicyTarget resource type (Microsoft Graph)" "https://learn.microsoft.com/graph/api/resources/crosstenantaccesspolicytarget"
    ObjectIdentity "GR/objectidentity" "" "objectIdentity resource type (Microsoft Graph)" "https://learn.microsoft.com/graph/api/resources/objectidentity"
    GraphUser "GR/user" "" "user resource type (Microsoft Graph)" "https://learn.microsoft.com/graph/api/resources/user"
    AuthorizationPolicy "GR/authorizationpolicy" "" "authorizationPolicy resource type (Microsoft Graph)" "https://learn.microsoft.com/graph/api/resources/authorizationpolicy"
    SamlOrWsFedFederation "GR/samlorwsfedexternaldomainfederation" "" "samlOrWsFedExternalDomainFederation resource type (Microsoft Graph)" "https://learn.microsoft.com/graph/api/resources/samlorwsfedexternaldomainfederation"
    EmailAuthenticationMethod "GR/emailauthenticationmethodconfiguration" "" "emailAuthenticationMethodConfiguration resource type (Microsoft Graph)" "https://learn.microsoft.com/graph/api/resources/emailauthenticationmethodconfiguration"
    BuiltInIdentityProvider "GR/builtinidentityprovider" "" "builtInIdentityProvider resource type (Microsoft Graph)" "https://learn.microsoft.com/graph/api/resources/builtinidentityprovider"
    SocialIdentityProvider "GR/socialidentityprovider" "" "socialIdentityProvider resource type (Microsoft Graph)" "https://learn.microsoft.com/graph/api/resources/socialidentityprovider"
    InvitedUserMessageInfo "GR/invitedusermessageinfo" "" "invitedUserMessageInfo resource type (Microsoft Graph)" "https://learn.microsoft.com/graph/api/resources/invitedusermessageinfo"
    Agreement "GR/agreement" "" "agreement resource type (Microsoft Graph)" "https://learn.microsoft.com/graph/api/resources/agreement"
    CrossTenantPolicyUpdate "GR/crosstenantaccesspolicy-update" "" "Update crossTenantAccessPolicy (Microsoft Graph)" "https://learn.microsoft.com/graph/api/crosstenantaccesspolicy-update"
    CrossTenantPartnerUpdate "GR/crosstenantaccesspolicyconfigurationpartner-update" "" "Update crossTenantAccessPolicyConfigurationPartner (Microsoft Graph)" "https://learn.microsoft.com/graph/api/crosstenantaccesspolicyconfigurationpartner-update"
    CrossTenantPartnerPost "GR/crosstenantaccesspolicy-post-partners" "" "Create crossTenantAccessPolicyConfigurationPartner (Microsoft Graph)" "https://learn.microsoft.com/graph/api/crosstenantaccesspolicy-post-partners"
    EmailAuthenticationMethodUpdate "GR/emailauthenticationmethodconfiguration-update" "" "Update emailAuthenticationMethodConfiguration (Microsoft Graph)" "https://learn.microsoft.com/graph/api/emailauthenticationmethodconfiguration-update"
    IdentityProviderPost "GR/identitycontainer-post-identityproviders" "" "Create identityProvider (Microsoft Graph)" "https://learn.microsoft.com/graph/api/identitycontainer-post-identityproviders"
    FederationPost "GR/samlorwsfedexternaldomainfederation-post" "" "Create samlOrWsFedExternalDomainFederation (Microsoft Graph)" "https://learn.microsoft.com/graph/api/samlorwsfedexternaldomainfederation-post"
    AuthorizationPolicyUpdate "GR/authorizationpolicy-update" "" "Update authorizationPolicy (Microsoft Graph)" "https://learn.microsoft.com/graph/api/authorizationpolicy-update"
    AuthenticationFlowsPolicyUpdate "GR/authenticationflowspolicy-update" "" "Update authenticationFlowsPolicy (Microsoft Graph)" "https://learn.microsoft.com/graph/api/authenticationflowspolicy-update"
    ExternalIdentitiesPolicyUpdate "GR/externalidentitiespolicy-update" "" "Update externalIdentitiesPolicy (Microsoft Graph, beta)" "https://learn.microsoft.com/graph/api/externalidentitiespolicy-update?view=graph-rest-beta"
    B2bManagementPolicyPost "GR/policyroot-post-b2bmanagementpolicies" "" "Create b2bManagementPolicy (Microsoft Graph, beta)" "https://learn.microsoft.com/graph/api/policyroot-post-b2bmanagementpolicies?view=graph-rest-beta"
    AgreementPost "GR/termsofusecontainer-post-agreements" "" "Create agreement (Microsoft Graph)" "https://learn.microsoft.com/graph/api/termsofusecontainer-post-agreements"
    ConditionalAccessPost "GR/conditionalaccessroot-post-policies" "" "Create conditionalAccessPolicy (Microsoft Graph)" "https://learn.microsoft.com/graph/api/conditionalaccessroot-post-policies"
    AuthenticationStrengths "GR/authenticationstrengthroot-list-policies" "" "List authenticationStrengthPolicies (Microsoft Graph)" "https://learn.microsoft.com/graph/api/authenticationstrengthroot-list-policies"
    DomainPost "GR/domain-post-domains" "" "Create domain (Microsoft Graph)" "https://learn.microsoft.com/graph/api/domain-post-domains"
    OrganizationUpdate "GR/organization-update" "" "Update organization (Microsoft Graph)" "https://learn.microsoft.com/graph/api/organization-update"
    ServicePrincipalUpdate "GR/serviceprincipal-update" "" "Update servicePrincipal (Microsoft Graph)" "https://learn.microsoft.com/graph/api/serviceprincipal-update"
    CrossTenantPartnerDelete "GR/crosstenantaccesspolicyconfigurationpartner-delete" "" "Delete crossTenantAccessPolicyConfigurationPartner (Microsoft Graph)" "https://learn.microsoft.com/graph/api/crosstenantaccesspolicyconfigurationpartner-delete"
    IdentityProviderDelete "GR/identityproviderbase-delete" "" "Delete identityProvider (Microsoft Graph)" "https://learn.microsoft.com/graph/api/identityproviderbase-delete"
    FederationUpdate "GR/samlorwsfedexternaldomainfederation-update" "" "Update samlOrWsFedExternalDomainFederation (Microsoft Graph)" "https://learn.microsoft.com/graph/api/samlorwsfedexternaldomainfederation-update"
    FederationDelete "GR/samlorwsfedexternaldomainfederation-delete" "" "Delete samlOrWsFedExternalDomainFederation (Microsoft Graph)" "https://learn.microsoft.com/graph/api/samlorwsfedexternaldomainfederation-delete"
    FederationDomainPost "GR/samlorwsfedexternaldomainfederation-post-domains" "" "Create externalDomainName (Microsoft Graph)" "https://learn.microsoft.com/graph/api/samlorwsfedexternaldomainfederation-post-domains"
    ConditionalAccessUpdate "GR/conditionalaccesspolicy-update" "" "Update conditionalAccessPolicy (Microsoft Graph)" "https://learn.microsoft.com/graph/api/conditionalaccesspolicy-update"
    ConditionalAccessDelete "GR/conditionalaccesspolicy-delete" "" "Delete conditionalAccessPolicy (Microsoft Graph)" "https://learn.microsoft.com/graph/api/conditionalaccesspolicy-delete"
    AgreementUpdate "GR/agreement-update" "" "Update agreement (Microsoft Graph)" "https://learn.microsoft.com/graph/api/agreement-update"
    AgreementDelete "GR/agreement-delete" "" "Delete agreement (Microsoft Graph)" "https://learn.microsoft.com/graph/api/agreement-delete"
    B2bManagementPolicyUpdate "GR/b2bmanagementpolicy-update" "2025-10-27" "Update b2bManagementPolicy (Microsoft Graph, beta)" "https://learn.microsoft.com/graph/api/b2bmanagementpolicy-update?view=graph-rest-beta"
    B2bManagementPolicyDelete "GR/policyroot-delete-b2bmanagementpolicies" "2025-10-27" "Delete b2bManagementPolicy (Microsoft Graph, beta)" "https://learn.microsoft.com/graph/api/policyroot-delete-b2bmanagementpolicies?view=graph-rest-beta"
    DomainDelete "GR/domain-delete" "" "Delete domain (Microsoft Graph)" "https://learn.microsoft.com/graph/api/domain-delete"
    JsonBatching "GR/json-batching" "2025-02-21" "Combine multiple HTTP requests using JSON batching (Microsoft Graph)" "https://learn.microsoft.com/graph/json-batching"
    CrossTenantPolicyGet "GR/crosstenantaccesspolicy-get" "" "Get crossTenantAccessPolicy (Microsoft Graph)" "https://learn.microsoft.com/graph/api/crosstenantaccesspolicy-get"
    AuthorizationPolicyGet "GR/authorizationpolicy-get" "" "Get authorizationPolicy (Microsoft Graph)" "https://learn.microsoft.com/graph/api/authorizationpolicy-get"
    AuthenticationFlowsPolicyGet "GR/authenticationflowspolicy-get" "" "Get authenticationFlowsPolicy (Microsoft Graph)" "https://learn.microsoft.com/graph/api/authenticationflowspolicy-get"
    ExternalIdentitiesPolicyGet "GR/externalidentitiespolicy-get" "" "Get externalIdentitiesPolicy (Microsoft Graph, beta)" "https://learn.microsoft.com/graph/api/externalidentitiespolicy-get?view=graph-rest-beta"
    B2bManagementPolicyList "GR/policyroot-list-b2bmanagementpolicies" "2025-10-27" "List b2bManagementPolicy objects (Microsoft Graph, beta)" "https://learn.microsoft.com/graph/api/policyroot-list-b2bmanagementpolicies?view=graph-rest-beta"
    EmailAuthenticationMethodGet "GR/emailauthenticationmethodconfiguration-get" "" "Get emailAuthenticationMethodConfiguration (Microsoft Graph)" "https://learn.microsoft.com/graph/api/emailauthenticationmethodconfiguration-get"
    IdentityProviderList "GR/identitycontainer-list-identityproviders" "" "List identityProviders (Microsoft Graph)" "https://learn.microsoft.com/graph/api/identitycontainer-list-identityproviders"
    FederationList "GR/samlorwsfedexternaldomainfederation-list" "" "List samlOrWsFedExternalDomainFederations (Microsoft Graph)" "https://learn.microsoft.com/graph/api/samlorwsfedexternaldomainfederation-list"
    ConditionalAccessList "GR/conditionalaccessroot-list-policies" "" "List conditionalAccessPolicies (Microsoft Graph)" "https://learn.microsoft.com/graph/api/conditionalaccessroot-list-policies"
    NamedLocationList "GR/conditionalaccessroot-list-namedlocations" "" "List namedLocations (Microsoft Graph)" "https://learn.microsoft.com/graph/api/conditionalaccessroot-list-namedlocations"
    AgreementList "GR/termsofusecontainer-list-agreements" "" "List agreements (Microsoft Graph)" "https://learn.microsoft.com/graph/api/termsofusecontainer-list-agreements"
    GraphOrganization "GR/organization" "" "organization resource type (Microsoft Graph)" "https://learn.microsoft.com/graph/api/resources/organization"
    OAuth2PermissionGrant "GR/oauth2permissiongrant" "" "oAuth2PermissionGrant resource type (Microsoft Graph)" "https://learn.microsoft.com/graph/api/resources/oauth2permissiongrant"
    SupportBlogJapan "jpazureid b2bfaq" "2025-02" "Microsoft Japan support blog: B2B collaboration questions and answers (b2bfaq.md)" "https://jpazureid.github.io/blog/azure-active-directory/b2bfaq/"
    MessageCenter2025 "MC1103608" "2025-06-26" "Message center: guests sign in with their own organization's branding (copies of the message)" ""
    ObservedPages "3P/pages" "" "Texts of sign-in and consent pages, quoted by test scripts and slides (third party)" ""
    ObservedErrors "3P/errors" "" "Texts of Graph error answers, quoted in support threads (third party)" ""
    ObservedIdentities "3P/identities" "" "Exported guest objects with their identities (third party)" ""
    ObservedAudit "3P/audit" "" "Exported audit logs of invitations and redemptions (third party)" ""
    ObservedSchema "3P/schema" "" "Enumerations generated from Graph metadata (third party)" ""
    ObservedAcceptance2026 "3P/acceptance" "2026-09" "Lab note on Conditional Access at the first sign-in of a guest (third party)" ""
}

impl Document {
    /// Every document.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::iter()
    }
}
