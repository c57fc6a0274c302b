//! The settings that a redemption depends on: the resource tenant's and the home tenants'.
//!
//! Plain data, with the property names that Microsoft Graph uses where it has them. Nothing here decides anything.

pub mod access;
pub mod application;
pub mod conditional_access;
pub mod edition;
pub mod home;
pub mod interpretation;
pub mod order;
pub mod provider;
pub mod tenant;
pub mod terms;

use serde::{Deserialize, Serialize};

pub use access::{
    AccessRule, AccessSettings, AccessType, AllowInvitesFrom, Cloud, CollaborationRestrictions, GuestUserAccess, InboundTrust,
    RestrictionKind,
};
pub use application::{Application, ApplicationPermissions};
pub use conditional_access::{
    ConditionalAccessPolicy, ExternalUserType, GrantControl, GrantOperator, NoSignInFrequency, PolicyState, RiskLevel,
    SignInFrequency,
};
pub use edition::Edition;
pub use home::{CrossCloud, HomeTenant, HomeUser, JustInTimeCreation, Management, Partner};
pub use interpretation::Interpretations;
pub use order::{FallbackProvider, PrimaryProvider, RedemptionOrder};
pub use provider::{EmailOneTimePasscode, Federation, FederationProtocol, IdentityProvider, ProviderResponse};
pub use tenant::{PrivacyStatement, ResourceTenant};
pub use terms::{MOST_TERMS, TermsExpiration, TermsFrequency, TermsOfUse};

/// Everything the administrators of both sides have set, read under one edition of the documents.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Design {
    /// The documents whose rules apply.
    #[serde(default)]
    pub edition: Edition,
    /// The tenant that invites and hosts the apps.
    pub resource_tenant: ResourceTenant,
    /// The Microsoft Entra tenants in which guests are managed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub home_tenants: Vec<HomeTenant>,
    /// Readings of another document where two disagree.
    #[serde(default, skip_serializing_if = "Interpretations::is_default")]
    pub interpretations: Interpretations,
}

impl Design {
    /// Whether email one-time passcode is on: the explicit setting, or the edition's default.
    ///
    /// Source: `redemption-experience.md`, 2024-03-26, first note; `emailAuthenticationMethodConfiguration` (Microsoft Graph).
    pub fn passcode_enabled(&self) -> bool {
        match self.resource_tenant.email_one_time_passcode {
            EmailOneTimePasscode::Enabled => true,
            EmailOneTimePasscode::Disabled => false,
            EmailOneTimePasscode::Default => self.edition.passcode_is_on_by_default(),
        }
    }

    /// The inbound settings in force for a home tenant: the partner's own, or the default.
    pub fn inbound_in_force<'a>(&'a self, home: &'a HomeTenant) -> &'a AccessSettings {
        match &home.partner.inbound {
            Some(own) => own,
            None => &self.resource_tenant.inbound,
        }
    }

    /// What is trusted of a home tenant: the partner's own settings, or the default.
    pub fn trust_in_force(&self, home: &HomeTenant) -> InboundTrust {
        home.partner.inbound_trust.unwrap_or(self.resource_tenant.inbound_trust)
    }

    /// The position of the home tenant that has verified this domain.
    pub fn tenant_with_verified_domain(&self, domain: &str) -> Option<usize> {
        self.home_tenants.iter().position(|tenant| tenant.verified_domains.iter().any(|verified| verified.as_str() == domain))
    }
}
