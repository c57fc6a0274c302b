//! A home tenant: where a guest is managed, with what the resource tenant has set for it as a partner.
//!
//! The resource tenant itself is in `tenant.rs`.

use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

use super::access::{AccessSettings, Cloud, InboundTrust};
use crate::address::{Domain, EmailAddress};

/// A Microsoft Entra tenant in which guests are managed, with what the resource tenant has set for it as a partner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HomeTenant {
    /// The tenant's id, by which partner settings name it.
    pub tenant_id: String,
    /// The organisation's name.
    pub display_name: String,
    /// Whether an administrator manages the tenant.
    #[serde(default)]
    pub management: Management,
    /// The domains that the tenant has verified.
    pub verified_domains: Vec<Domain>,
    /// Its users, as far as they matter.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub users: Vec<HomeUser>,
    /// Whether its users sign in at a federated identity provider of their own.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub federated: bool,
    /// Outbound *Automatically redeem invitations* towards the resource tenant.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub outbound_automatic_redemption: bool,
    /// Just-in-time creation of accounts by email verification.
    #[serde(default, skip_serializing_if = "JustInTimeCreation::is_default")]
    pub just_in_time_creation: JustInTimeCreation,
    /// Whether users may sign in with their mail address instead of the user principal name.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub email_as_alternate_login_id: bool,
    /// B2B collaboration outbound, the default for every other tenant.
    #[serde(default, skip_serializing_if = "AccessSettings::is_default")]
    pub outbound: AccessSettings,
    /// B2B collaboration outbound towards the resource tenant; `None` inherits the default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outbound_to_resource: Option<AccessSettings>,
    /// The cloud that the tenant lives in.
    #[serde(default, skip_serializing_if = "Cloud::is_default")]
    pub cloud: Cloud,
    /// Its share of a collaboration across clouds.
    #[serde(default, skip_serializing_if = "CrossCloud::is_default")]
    pub cross_cloud: CrossCloud,
    /// Whether its own Conditional Access demands multifactor authentication at the sign-in there.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub requires_mfa: bool,
    /// Whether its own Conditional Access blocks the sign-in there.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub blocks_sign_in: bool,
    /// The language in which the tenant writes to people (its notification language).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notification_language: Option<String>,
    /// What the resource tenant has set for this partner.
    #[serde(default, skip_serializing_if = "Partner::is_default")]
    pub partner: Partner,
}

/// The resource tenant's settings for one partner. `None` inherits the default settings; automatic redemption's default is *off*.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Partner {
    /// Inbound *Automatically redeem invitations* (`automaticUserConsentSettings.inboundAllowed`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inbound_automatic_redemption: Option<bool>,
    /// B2B collaboration inbound from this partner.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inbound: Option<AccessSettings>,
    /// What is trusted of this partner's Conditional Access.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inbound_trust: Option<InboundTrust>,
    /// Whether the partner has been added to the organizational settings, as a collaboration across clouds needs.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub added: bool,
}

/// A home tenant's share of a collaboration across Microsoft clouds. Source: `cross-cloud-settings.md`, 2025-04.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CrossCloud {
    /// Whether it has ticked the resource tenant's cloud in its Microsoft cloud settings.
    #[serde(default)]
    pub allows_resource_cloud: bool,
    /// Whether it has added the resource tenant as an organization.
    #[serde(default)]
    pub adds_resource_tenant: bool,
    /// Whether its *Microsoft B2B Cross Cloud Worker* application is disabled.
    #[serde(default)]
    pub worker_disabled: bool,
}

/// Whether a tenant has an administrator.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter, EnumString, IntoStaticStr)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum Management {
    /// The tenant has a Global Administrator.
    #[default]
    Managed,
    /// The tenant came to be by email verification and has no administrator (*viral*).
    Unmanaged,
}

/// The two settings that let a missing work user be made during redemption. Both must be on.
///
/// Source: `directory-self-service-signup.md`, 2024-12.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct JustInTimeCreation {
    /// `allowEmailVerifiedUsersToJoinOrganization`, formerly `AllowEmailVerifiedUsers`.
    #[serde(default)]
    pub allow_email_verified_users_to_join_organization: bool,
    /// `allowedToSignUpEmailBasedSubscriptions`, formerly `AllowAdHocSubscriptions`.
    #[serde(default)]
    pub allowed_to_sign_up_email_based_subscriptions: bool,
}

/// A user of a home tenant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HomeUser {
    /// The name the user signs in with.
    pub user_principal_name: EmailAddress,
    /// The mail address, where it differs from the user principal name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mail: Option<EmailAddress>,
    /// Further addresses of the mailbox (`proxyAddresses`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<EmailAddress>,
    /// Groups of the home tenant that the user is in, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<String>,
    /// Whether the account is disabled.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub disabled: bool,
}

impl HomeUser {
    /// Whether the address is the user's mail or an alias. The user principal name is asked for apart.
    pub fn has_mail(&self, address: &EmailAddress) -> bool {
        self.mail.as_ref() == Some(address) || self.aliases.contains(address)
    }

    /// Whether the address is the user's in any way.
    pub fn owns(&self, address: &EmailAddress) -> bool {
        self.user_principal_name == *address || self.has_mail(address)
    }
}

impl HomeTenant {
    /// Whether both sides redeem invitations automatically.
    pub fn redeems_automatically(&self) -> bool {
        self.outbound_automatic_redemption && self.partner.inbound_automatic_redemption == Some(true)
    }
}

impl HomeTenant {
    /// A managed tenant with these domains and nothing else set.
    pub fn managed(tenant_id: impl Into<String>, display_name: impl Into<String>, verified_domains: Vec<Domain>) -> Self {
        Self {
            tenant_id: tenant_id.into(),
            display_name: display_name.into(),
            management: Management::Managed,
            verified_domains,
            users: Vec::new(),
            federated: false,
            outbound_automatic_redemption: false,
            just_in_time_creation: JustInTimeCreation::default(),
            email_as_alternate_login_id: false,
            outbound: AccessSettings::default(),
            outbound_to_resource: None,
            cloud: Cloud::default(),
            cross_cloud: CrossCloud::default(),
            requires_mfa: false,
            blocks_sign_in: false,
            notification_language: None,
            partner: Partner::default(),
        }
    }

    /// The outbound settings in force towards the resource tenant.
    pub fn outbound_in_force(&self) -> &AccessSettings {
        self.outbound_to_resource.as_ref().unwrap_or(&self.outbound)
    }
}

impl HomeUser {
    /// A user with this name and nothing else.
    pub fn named(user_principal_name: EmailAddress) -> Self {
        Self { user_principal_name, mail: None, aliases: Vec::new(), groups: Vec::new(), disabled: false }
    }

    /// The names by which an access rule can mean the user: the user principal name and the groups.
    pub fn access_names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.user_principal_name.as_str()).chain(self.groups.iter().map(String::as_str))
    }
}

impl CrossCloud {
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

impl JustInTimeCreation {
    /// Whether a missing user can be made: both settings on.
    pub fn works(self) -> bool {
        self.allow_email_verified_users_to_join_organization && self.allowed_to_sign_up_email_based_subscriptions
    }

    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

impl Partner {
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}
