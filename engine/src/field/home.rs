//! The names of the controls of a home tenant and of its users.
//!
//! The names follow the settings' own properties; the paths they are part of are made in `field.rs`.

use strum::{EnumIter, IntoStaticStr};

/// A setting of one home tenant, or one that the resource tenant has for it as a partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum HomeField {
    /// The tenant's id.
    TenantId,
    /// The organisation's name.
    DisplayName,
    /// Managed or unmanaged.
    Management,
    /// The verified domains.
    VerifiedDomains,
    /// Whether users sign in at a provider of the tenant's own.
    Federated,
    /// Outbound automatic redemption.
    OutboundAutomaticRedemption,
    /// The resource tenant's inbound automatic redemption for this partner.
    InboundAutomaticRedemption,
    /// Whether email-verified users may join.
    AllowEmailVerifiedUsers,
    /// Whether email-based subscriptions are allowed.
    EmailBasedSubscriptions,
    /// Whether email is an alternate login.
    EmailAsAlternateLoginId,
    /// The users.
    Users,
    /// B2B collaboration outbound by default, users and groups.
    #[strum(serialize = "outbound.usersAndGroups")]
    OutboundUsers,
    /// B2B collaboration outbound by default, applications.
    #[strum(serialize = "outbound.applications")]
    OutboundApplications,
    /// Whether the tenant has outbound settings of its own towards the resource tenant.
    OutboundToResource,
    /// B2B collaboration outbound towards the resource tenant, users and groups.
    #[strum(serialize = "outboundToResource.usersAndGroups")]
    OutboundToResourceUsers,
    /// B2B collaboration outbound towards the resource tenant, applications.
    #[strum(serialize = "outboundToResource.applications")]
    OutboundToResourceApplications,
    /// The tenant's cloud.
    Cloud,
    /// Whether it allows the resource tenant's cloud.
    #[strum(serialize = "crossCloud.allowsResourceCloud")]
    AllowsResourceCloud,
    /// Whether it has added the resource tenant.
    #[strum(serialize = "crossCloud.addsResourceTenant")]
    AddsResourceTenant,
    /// Whether its *Microsoft B2B Cross Cloud Worker* is disabled.
    #[strum(serialize = "crossCloud.workerDisabled")]
    CrossCloudWorkerDisabled,
    /// Whether its own policies demand multifactor authentication.
    RequiresMfa,
    /// Whether its own policies block the sign-in.
    BlocksSignIn,
    /// The tenant's notification language.
    NotificationLanguage,
    /// Whether the resource tenant has inbound settings for this partner.
    #[strum(serialize = "partner.inbound")]
    PartnerInbound,
    /// The resource tenant's inbound settings for this partner, users and groups.
    #[strum(serialize = "partner.inbound.usersAndGroups")]
    PartnerInboundUsers,
    /// The resource tenant's inbound settings for this partner, applications.
    #[strum(serialize = "partner.inbound.applications")]
    PartnerInboundApplications,
    /// Whether the resource tenant has trust settings for this partner.
    #[strum(serialize = "partner.inboundTrust")]
    PartnerInboundTrust,
    /// Whether the partner's multifactor authentication is trusted.
    #[strum(serialize = "partner.inboundTrust.isMfaAccepted")]
    PartnerTrustsMfa,
    /// Whether the partner's compliant devices are trusted.
    #[strum(serialize = "partner.inboundTrust.isCompliantDeviceAccepted")]
    PartnerTrustsCompliantDevices,
    /// Whether the partner's hybrid joined devices are trusted.
    #[strum(serialize = "partner.inboundTrust.isHybridAzureADJoinedDeviceAccepted")]
    PartnerTrustsHybridJoinedDevices,
    /// Whether the resource tenant has added the partner as an organization.
    #[strum(serialize = "partner.added")]
    PartnerAdded,
}

/// A fact about one user of a home tenant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum UserField {
    /// The user principal name.
    UserPrincipalName,
    /// The mail address.
    Mail,
    /// Further addresses.
    Aliases,
    /// Groups.
    Groups,
    /// Whether the account is disabled.
    Disabled,
}
