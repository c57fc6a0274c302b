//! Identity providers a guest may end at, and how the resource tenant sets them up.
//!
//! The order in which they are asked is in `order.rs`.

use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

use crate::address::Domain;

/// The identity provider that authenticates a guest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, EnumIter, IntoStaticStr)]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum IdentityProvider {
    /// Microsoft Entra ID, in the guest's home tenant.
    AzureActiveDirectory,
    /// A SAML or WS-Fed identity provider that the resource tenant federates with.
    ExternalFederation,
    /// Google, through Google federation.
    Google,
    /// A personal Microsoft account.
    MicrosoftAccount,
    /// A passcode sent to the invited address.
    EmailOneTimePasscode,
}

/// Microsoft Graph's `allowExternalIdToUseEmailOtp`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter, EnumString, IntoStaticStr)]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum EmailOneTimePasscode {
    /// Never set; on or off as the edition has it.
    #[default]
    Default,
    /// On.
    Enabled,
    /// Off.
    Disabled,
}

/// A SAML or WS-Fed identity provider that guests of certain domains are sent to.
///
/// Source: `samlOrWsFedExternalDomainFederation` (Microsoft Graph); `direct-federation.md`, 2025-02-21.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Federation {
    /// The name administrators see.
    pub display_name: String,
    /// SAML or WS-Fed.
    #[serde(default)]
    pub preferred_authentication_protocol: FederationProtocol,
    /// The issuer in the provider's tokens; it becomes the issuer in the guest's `identities`.
    pub issuer_uri: String,
    /// The domains whose guests are sent there. Matched exactly.
    pub domains: Vec<Domain>,
    /// Whether the provider behind it is itself a Microsoft Entra tenant, which the 2026 text rules out.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_entra_tenant: bool,
}

/// The protocol of a federation, with Microsoft Graph's words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter, EnumString, IntoStaticStr)]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum FederationProtocol {
    /// SAML 2.0.
    #[default]
    Saml,
    /// WS-Federation.
    WsFed,
}

impl Federation {
    /// Whether guests with an address in this domain are sent to this provider.
    pub fn covers(&self, domain: &str) -> bool {
        self.domains.iter().any(|federated| federated.as_str() == domain)
    }
}
