//! The names of the controls of the resource tenant and of its lists.
//!
//! The names follow the settings' own properties; the paths they are part of are made in `field.rs`.

use strum::{EnumIter, IntoStaticStr};

/// A setting of the resource tenant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum ResourceField {
    /// The organisation's name.
    DisplayName,
    /// The domain the tenant got when it was made.
    InitialDomain,
    /// Further verified domains.
    VerifiedDomains,
    /// Google federation.
    GoogleFederation,
    /// Email one-time passcode for guests.
    EmailOneTimePasscode,
    /// The primary identity providers, in order.
    #[strum(serialize = "redemptionOrder.primary")]
    OrderPrimary,
    /// The fallback identity provider.
    #[strum(serialize = "redemptionOrder.fallback")]
    OrderFallback,
    /// The terms of use.
    TermsOfUse,
    /// The address of the privacy statement.
    #[strum(serialize = "privacy.statementUrl")]
    PrivacyStatementUrl,
    /// The privacy contact.
    #[strum(serialize = "privacy.contact")]
    PrivacyContact,
    /// Where mail links land.
    InviteRedirectUrl,
    /// Whether Google refuses the federation's credentials.
    GoogleClientInvalid,
    /// The tenant's cloud.
    Cloud,
    /// Other clouds that are allowed.
    AllowedClouds,
    /// Who may invite.
    AllowInvitesFrom,
    /// What an accepted guest may see.
    GuestUserAccess,
    /// Any domain, a deny list or an allow list.
    #[strum(serialize = "collaborationRestrictions.kind")]
    RestrictionKind,
    /// The listed domains.
    #[strum(serialize = "collaborationRestrictions.domains")]
    RestrictedDomains,
    /// Whether guests may leave by themselves.
    ExternalUsersMayLeave,
    /// B2B collaboration inbound, users and groups.
    #[strum(serialize = "inbound.usersAndGroups")]
    InboundUsers,
    /// B2B collaboration inbound, applications.
    #[strum(serialize = "inbound.applications")]
    InboundApplications,
    /// Whether multifactor authentication of other tenants is trusted.
    #[strum(serialize = "inboundTrust.isMfaAccepted")]
    TrustsMfa,
    /// Whether compliant devices of other tenants are trusted.
    #[strum(serialize = "inboundTrust.isCompliantDeviceAccepted")]
    TrustsCompliantDevices,
    /// Whether hybrid joined devices of other tenants are trusted.
    #[strum(serialize = "inboundTrust.isHybridAzureADJoinedDeviceAccepted")]
    TrustsHybridJoinedDevices,
    /// The Conditional Access policies.
    ConditionalAccess,
    /// The application's name.
    #[strum(serialize = "application.displayName")]
    ApplicationName,
    /// The application's id.
    #[strum(serialize = "application.appId")]
    ApplicationId,
    /// The permissions that the application asks for.
    #[strum(serialize = "application.permissions")]
    ApplicationPermissions,
    /// Whether only assigned users may sign in to the application.
    #[strum(serialize = "application.assignmentRequired")]
    AssignmentRequired,
    /// Whether self-service sign-up user flows exist.
    SelfServiceSignUp,
    /// The tenant's notification language.
    NotificationLanguage,
}

/// A setting of one of the terms of use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum TermsField {
    /// The name guests see.
    DisplayName,
    /// The languages of the documents.
    Languages,
    /// Whether the document must be opened first.
    IsViewingBeforeAcceptanceRequired,
    /// Whether every device must accept.
    IsPerDeviceAcceptanceRequired,
    /// Whether acceptances expire on a common schedule.
    TermsExpiration,
    /// The first date of the schedule.
    #[strum(serialize = "termsExpiration.start")]
    ExpirationStart,
    /// How often the schedule comes round.
    #[strum(serialize = "termsExpiration.frequency")]
    ExpirationFrequency,
    /// The days after which each person accepts again.
    ReacceptAfterDays,
}

/// A setting of one Conditional Access policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum PolicyField {
    /// The name administrators see.
    DisplayName,
    /// On, off or report-only.
    State,
    /// The kinds of external users.
    ExternalUsers,
    /// The applications.
    Applications,
    /// The locations that are included.
    IncludeLocations,
    /// The locations that are excluded.
    ExcludeLocations,
    /// The sign-in risks.
    SignInRiskLevels,
    /// The user risks.
    UserRiskLevels,
    /// The controls.
    GrantControls,
    /// All of the controls or one.
    Operator,
    /// The terms of use that are demanded.
    TermsOfUse,
    /// How long a session counts after the sign-in.
    SignInFrequency,
}

/// A setting of one federation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum FederationField {
    /// The name administrators see.
    DisplayName,
    /// SAML or WS-Fed.
    PreferredAuthenticationProtocol,
    /// The issuer.
    IssuerUri,
    /// The federated domains.
    Domains,
    /// Whether the provider is a Microsoft Entra tenant.
    IsEntraTenant,
    /// Whether the federation is not in force.
    Inactive,
    /// What the provider sends back.
    Response,
    /// Where guests are sent.
    PassiveSignInUri,
    /// Whether the partner has published the DNS record.
    DnsRecordPublished,
}
