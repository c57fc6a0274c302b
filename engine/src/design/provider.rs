//! Identity providers a guest may end at, and how the resource tenant sets them up.
//!
//! The order in which they are asked is in `order.rs`.

use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

use crate::address::Domain;

/// The identity provider that authenticates a guest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, EnumIter, IntoStaticStr)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    /// Whether the policy is not in force: not yet, or no longer because the federation was removed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub inactive: bool,
    /// What the provider sends back once a guest has signed in there.
    #[serde(default, skip_serializing_if = "ProviderResponse::is_valid")]
    pub response: ProviderResponse,
    /// Where guests are sent (`passiveSignInUri`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passive_sign_in_uri: Option<String>,
    /// Whether the partner has published the DNS record `DirectFedAuthUrl` for the domains.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub dns_record_published: bool,
}

/// What a federated provider sends back. Source: `reference-error-codes.md`, 2024-04-24.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter, EnumString, IntoStaticStr)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum ProviderResponse {
    /// A valid token with the mail address of the guest.
    #[default]
    Valid,
    /// A token that cannot be validated.
    InvalidToken,
    /// A token without the mail claim.
    MailClaimMissing,
    /// A token whose mail address lies outside the federated domains.
    MailClaimOutsideDomain,
    /// A response that does not name the realm.
    RealmMissing,
    /// A response of an issuer that the resource tenant does not know.
    RealmUnknown,
}

/// The protocol of a federation, with Microsoft Graph's words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter, EnumString, IntoStaticStr)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum FederationProtocol {
    /// SAML 2.0.
    #[default]
    Saml,
    /// WS-Federation.
    WsFed,
}

impl ProviderResponse {
    fn is_valid(&self) -> bool {
        *self == Self::Valid
    }
}

impl Federation {
    /// A federation of these domains in force, with nothing special about it.
    pub fn of(display_name: impl Into<String>, issuer_uri: impl Into<String>, domains: Vec<Domain>) -> Self {
        Self {
            display_name: display_name.into(),
            preferred_authentication_protocol: FederationProtocol::default(),
            issuer_uri: issuer_uri.into(),
            domains,
            is_entra_tenant: false,
            inactive: false,
            response: ProviderResponse::default(),
            passive_sign_in_uri: None,
            dns_record_published: false,
        }
    }

    /// Whether guests with an address in this domain are sent to this provider.
    pub fn covers(&self, domain: &str) -> bool {
        self.domains.iter().any(|federated| federated.as_str() == domain)
    }
}
