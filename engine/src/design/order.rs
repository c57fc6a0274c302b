//! The redemption order: which identity providers a guest is offered, and in which order.
//!
//! It applies to the whole tenant; partner settings have no such property.

use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoEnumIterator, IntoStaticStr};

/// An identity provider that is asked first, in a configurable order.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, EnumIter, EnumString, IntoStaticStr,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum PrimaryProvider {
    /// Microsoft Entra ID: any user of another tenant.
    AzureActiveDirectory,
    /// SAML/WS-Fed identity providers, all federations together.
    ExternalFederation,
    /// Social identity providers: Google, when Google federation is configured.
    SocialIdentityProviders,
}

/// What happens when no primary identity provider matches. One of the three is always set.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, EnumIter, EnumString, IntoStaticStr,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum FallbackProvider {
    /// An existing Microsoft account, else email one-time passcode if enabled, else a new Microsoft account.
    #[default]
    DefaultConfiguredIdp,
    /// Always email one-time passcode.
    EmailOneTimePasscode,
    /// An existing Microsoft account, else a new one.
    MicrosoftAccount,
}

/// The order in which a resource tenant's identity providers are offered to a guest.
///
/// Every provider appears at most once, and a provider left out is disabled; the fallback is always present, because the
/// service requires one.
///
/// Source: `invitationRedemptionIdentityProviderConfiguration` (Microsoft Graph).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "OrderShape", into = "OrderShape")]
pub struct RedemptionOrder {
    // INVARIANT: the first `enabled` are without duplicates; the rest are those left out, in the order of their declaration, so
    // that equal orders are equal values.
    primary: [PrimaryProvider; 3],
    enabled: u8,
    fallback: FallbackProvider,
}

/// A provider was named twice in a redemption order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`primaryIdentityProviderPrecedenceOrder` names `{name}` twice; each provider may appear once", name = <&str>::from(*.0))]
pub struct ListedTwice(pub PrimaryProvider);

#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct OrderShape {
    primary_identity_provider_precedence_order: Vec<PrimaryProvider>,
    fallback_identity_provider: FallbackProvider,
}

impl RedemptionOrder {
    /// An order of these primary providers and this fallback.
    pub fn new(primary: Vec<PrimaryProvider>, fallback: FallbackProvider) -> Result<Self, ListedTwice> {
        for (position, provider) in primary.iter().enumerate() {
            if primary.iter().take(position).any(|earlier| earlier == provider) {
                return Err(ListedTwice(*provider));
            }
        }
        let left_out = PrimaryProvider::iter().filter(|provider| !primary.contains(provider));
        let mut all = Self::default().primary;
        for (place, provider) in all.iter_mut().zip(primary.iter().copied().chain(left_out)) {
            *place = provider;
        }
        Ok(Self { primary: all, enabled: u8::try_from(primary.len()).unwrap_or_default(), fallback })
    }

    /// The enabled primary providers, first asked first.
    pub fn primary(&self) -> &[PrimaryProvider] {
        self.primary.get(..usize::from(self.enabled)).unwrap_or_default()
    }

    /// What happens when no primary provider matches.
    pub fn fallback(&self) -> FallbackProvider {
        self.fallback
    }
}

impl Default for RedemptionOrder {
    /// A new tenant's order. Source: the reset body of `cross-tenant-access-settings-b2b-collaboration.yml`, 2024-08-21.
    fn default() -> Self {
        use PrimaryProvider::{AzureActiveDirectory, ExternalFederation, SocialIdentityProviders};
        Self {
            primary: [AzureActiveDirectory, ExternalFederation, SocialIdentityProviders],
            enabled: 3,
            fallback: FallbackProvider::DefaultConfiguredIdp,
        }
    }
}

impl TryFrom<OrderShape> for RedemptionOrder {
    type Error = ListedTwice;
    fn try_from(shape: OrderShape) -> Result<Self, ListedTwice> {
        Self::new(shape.primary_identity_provider_precedence_order, shape.fallback_identity_provider)
    }
}

impl From<RedemptionOrder> for OrderShape {
    fn from(order: RedemptionOrder) -> Self {
        Self { primary_identity_provider_precedence_order: order.primary().to_vec(), fallback_identity_provider: order.fallback }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for RedemptionOrder {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "RedemptionOrder".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        OrderShape::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_provider_named_twice_is_refused_and_the_message_names_the_property() {
        let twice = vec![PrimaryProvider::ExternalFederation, PrimaryProvider::ExternalFederation];
        let error = RedemptionOrder::new(twice, FallbackProvider::default()).unwrap_err();
        assert_eq!(
            error.to_string(),
            "`primaryIdentityProviderPrecedenceOrder` names `externalFederation` twice; each provider may appear once"
        );
    }

    #[test]
    fn the_default_order_is_written_as_the_documented_reset_body() {
        assert_eq!(
            serde_json::to_string(&RedemptionOrder::default()).unwrap(),
            r#"{"primaryIdentityProviderPrecedenceOrder":["azureActiveDirectory","externalFederation","socialIdentityProviders"],"fallbackIdentityProvider":"defaultConfiguredIdp"}"#
        );
    }
}
