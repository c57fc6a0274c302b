//! The tenants: the one that invites, and the ones in which guests are managed.
//!
//! Cross-tenant access rules, invite settings and Conditional Access are not here: the model does not know them yet.

use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

use super::order::RedemptionOrder;
use super::provider::{EmailOneTimePasscode, Federation};
use crate::address::{Domain, EmailAddress};

/// The tenant that invites and hosts the apps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ResourceTenant {
    /// The organisation's name, shown to the guest.
    pub display_name: String,
    /// The domain the tenant got when it was made; it ends every guest's user principal name.
    pub initial_domain: Domain,
    /// Further domains that the tenant has verified.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub verified_domains: Vec<Domain>,
    /// Whether Google federation is configured.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub google_federation: bool,
    /// SAML and WS-Fed federations.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub federations: Vec<Federation>,
    /// Email one-time passcode for guests.
    #[serde(default)]
    pub email_one_time_passcode: EmailOneTimePasscode,
    /// The redemption order of the default cross-tenant access settings.
    #[serde(default)]
    pub redemption_order: RedemptionOrder,
    /// Terms of use a guest accepts one after the other.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub terms_of_use: Vec<TermsOfUse>,
    /// The privacy statement and contact shown on the *Review permissions* page.
    #[serde(default, skip_serializing_if = "PrivacyStatement::is_empty")]
    pub privacy: PrivacyStatement,
    /// Where the mail link lands (`inviteRedirectUrl`); `None` is the Apps access panel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invite_redirect_url: Option<String>,
}

/// Terms of use that a guest must accept before the invitation counts as accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TermsOfUse {
    /// The name guests see.
    pub display_name: String,
}

/// The privacy information of a tenant.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PrivacyStatement {
    /// Address of the privacy statement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statement_url: Option<String>,
    /// Whom to ask about privacy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
}

/// A Microsoft Entra tenant in which guests are managed, with what the resource tenant has set for it as a partner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    /// What the resource tenant has set for this partner.
    #[serde(default, skip_serializing_if = "Partner::is_default")]
    pub partner: Partner,
}

/// The resource tenant's settings for one partner. `None` inherits the default, which is *off*.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Partner {
    /// Inbound *Automatically redeem invitations* (`automaticUserConsentSettings.inboundAllowed`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inbound_automatic_redemption: Option<bool>,
}

/// Whether a tenant has an administrator.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter, EnumString, IntoStaticStr)]
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

impl PrivacyStatement {
    /// Whether neither a statement nor a contact is set.
    pub fn is_empty(&self) -> bool {
        self.statement_url.is_none() && self.contact.is_none()
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

impl Default for ResourceTenant {
    /// A brand-new tenant: nothing federated, the default order, no terms, no privacy information.
    fn default() -> Self {
        Self {
            display_name: "Woodgrove".to_owned(),
            initial_domain: Domain::woodgrove(),
            verified_domains: Vec::new(),
            google_federation: false,
            federations: Vec::new(),
            email_one_time_passcode: EmailOneTimePasscode::default(),
            redemption_order: RedemptionOrder::default(),
            terms_of_use: Vec::new(),
            privacy: PrivacyStatement::default(),
            invite_redirect_url: None,
        }
    }
}
