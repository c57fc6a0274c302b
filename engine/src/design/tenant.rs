//! The resource tenant: the one that invites and hosts the apps.
//!
//! The tenants in which guests are managed are in `home.rs`.

use serde::{Deserialize, Serialize};

use super::access::{AccessSettings, AllowInvitesFrom, Cloud, CollaborationRestrictions, GuestUserAccess, InboundTrust};
use super::application::Application;
use super::conditional_access::ConditionalAccessPolicy;
use super::order::RedemptionOrder;
use super::provider::{EmailOneTimePasscode, Federation};
use super::terms::TermsOfUse;
use crate::address::Domain;

/// The tenant that invites and hosts the apps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    /// Whether Google refuses the federation's client id or secret.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub google_client_invalid: bool,
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
    /// The cloud that the tenant lives in.
    #[serde(default, skip_serializing_if = "Cloud::is_default")]
    pub cloud: Cloud,
    /// Other clouds that are ticked in the Microsoft cloud settings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub allowed_clouds: Vec<Cloud>,
    /// Who may invite; `None` is the default of the cloud.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allow_invites_from: Option<AllowInvitesFrom>,
    /// What an accepted guest may see.
    #[serde(default, skip_serializing_if = "GuestUserAccess::is_default")]
    pub guest_user_access: GuestUserAccess,
    /// Which domains may be invited.
    #[serde(default, skip_serializing_if = "CollaborationRestrictions::is_default")]
    pub collaboration_restrictions: CollaborationRestrictions,
    /// Whether guests may leave by themselves (*External user leave settings*); `None` was never set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_users_may_leave: Option<bool>,
    /// B2B collaboration inbound, the default for every other tenant.
    #[serde(default, skip_serializing_if = "AccessSettings::is_default")]
    pub inbound: AccessSettings,
    /// What is trusted of other tenants' Conditional Access by default.
    #[serde(default, skip_serializing_if = "InboundTrust::is_default")]
    pub inbound_trust: InboundTrust,
    /// Conditional Access policies.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditional_access: Vec<ConditionalAccessPolicy>,
    /// The application that guests are invited for.
    #[serde(default, skip_serializing_if = "Application::is_default")]
    pub application: Application,
    /// Whether self-service sign-up user flows exist, which redemption does not use.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub self_service_sign_up: bool,
    /// The language in which the tenant writes to people (its notification language).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notification_language: Option<String>,
}

/// The privacy information of a tenant.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PrivacyStatement {
    /// Address of the privacy statement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statement_url: Option<String>,
    /// Whom to ask about privacy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
}

impl ResourceTenant {
    /// Who may invite: the explicit setting, or the default of the cloud.
    ///
    /// Source: `authorizationPolicy` (Microsoft Graph); `b2b-government-national-clouds.md`, 2024-10.
    pub fn invites_allowed_from(&self) -> AllowInvitesFrom {
        self.allow_invites_from.unwrap_or(match self.cloud {
            Cloud::UsGovernment => AllowInvitesFrom::None,
            Cloud::Global | Cloud::China21Vianet => AllowInvitesFrom::Everyone,
        })
    }

    /// Whether guests may leave by themselves. No document names a default; *yes* is assumed.
    pub fn guests_may_leave(&self) -> bool {
        self.external_users_may_leave.unwrap_or(true)
    }
}

impl PrivacyStatement {
    /// Whether neither a statement nor a contact is set.
    pub fn is_empty(&self) -> bool {
        self.statement_url.is_none() && self.contact.is_none()
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
            google_client_invalid: false,
            invite_redirect_url: None,
            cloud: Cloud::default(),
            allowed_clouds: Vec::new(),
            allow_invites_from: None,
            guest_user_access: GuestUserAccess::default(),
            collaboration_restrictions: CollaborationRestrictions::default(),
            external_users_may_leave: None,
            inbound: AccessSettings::default(),
            inbound_trust: InboundTrust::default(),
            conditional_access: Vec::new(),
            application: Application::default(),
            self_service_sign_up: false,
            notification_language: None,
        }
    }
}
