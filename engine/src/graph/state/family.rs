//! The kinds of things that Microsoft Graph keeps: where each is, what can be done with it, and where that is documented.
//!
//! Knows no design.

use crate::graph::request::access::{DEFAULT, POLICY};
use crate::graph::request::collaboration::{AUTHORIZATION, LEAVE, LISTS, SIGN_UP};
use crate::graph::request::conditional_access::POLICIES;
use crate::graph::request::organization::CONSENTS;
use crate::graph::request::partner::PARTNERS;
use crate::graph::request::providers::{EMAIL, FEDERATIONS, PROVIDERS};
use crate::graph::request::terms::AGREEMENTS;
use crate::rules::Document;

/// A kind of thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::graph) enum Family {
    /// `organization`: privacy information.
    Organization,
    /// `domain`.
    Domain,
    /// `crossTenantAccessPolicy`: the clouds.
    CrossTenantPolicy,
    /// `crossTenantAccessPolicyConfigurationPartner`.
    Partner,
    /// `emailAuthenticationMethodConfiguration`.
    EmailMethod,
    /// `socialIdentityProvider`, Google's.
    Google,
    /// `samlOrWsFedExternalDomainFederation`.
    Federation,
    /// `crossTenantAccessPolicyConfigurationDefault`.
    DefaultPolicy,
    /// `agreement`.
    Agreement,
    /// `conditionalAccessPolicy`.
    ConditionalAccess,
    /// `authorizationPolicy`.
    AuthorizationPolicy,
    /// `authenticationFlowsPolicy`.
    AuthenticationFlows,
    /// `externalIdentitiesPolicy`, beta.
    ExternalIdentities,
    /// `b2bManagementPolicy`, beta.
    DomainList,
    /// `servicePrincipal`.
    ServicePrincipal,
    /// `oAuth2PermissionGrant`.
    Consent,
}

/// Where a change, a creation and a removal are documented; `None` where there is no such request.
pub(in crate::graph) struct Documented {
    /// Of a change.
    pub(in crate::graph) update: Option<Document>,
    /// Of a creation and of a removal.
    pub(in crate::graph) create_and_delete: Option<(Document, Document)>,
}

impl Family {
    /// What people call it.
    pub(in crate::graph) fn name(self) -> &'static str {
        match self {
            Self::Organization => "Privacy information",
            Self::Domain => "Verified domain",
            Self::CrossTenantPolicy => "Microsoft cloud settings",
            Self::Partner => "Organizational settings",
            Self::EmailMethod => "Email one-time passcode",
            Self::Google => "Google federation",
            Self::Federation => "SAML/WS-Fed identity provider",
            Self::DefaultPolicy => "Default cross-tenant access settings",
            Self::Agreement => "Terms of use",
            Self::ConditionalAccess => "Conditional Access policy",
            Self::AuthorizationPolicy => "Authorization policy",
            Self::AuthenticationFlows => "Self-service sign-up",
            Self::ExternalIdentities => "External user leave settings",
            Self::DomainList => "Collaboration restrictions",
            Self::ServicePrincipal => "Application",
            Self::Consent => "Admin consent",
        }
    }

    /// Whether several things of this kind may have one name.
    pub(in crate::graph) fn has_names(self) -> bool {
        matches!(self, Self::Agreement | Self::ConditionalAccess)
    }

    /// Whether it is in the beta version only.
    pub(in crate::graph) fn is_beta(self) -> bool {
        matches!(self, Self::ExternalIdentities | Self::DomainList)
    }

    /// Where a new one is sent; the thing itself where a tenant has it anyway.
    pub(in crate::graph) fn collection(self) -> &'static str {
        match self {
            Self::Organization => "/organization",
            Self::Domain => "/domains",
            Self::CrossTenantPolicy => POLICY,
            Self::Partner => PARTNERS,
            Self::EmailMethod => EMAIL,
            Self::Google => PROVIDERS,
            Self::Federation => FEDERATIONS,
            Self::DefaultPolicy => DEFAULT,
            Self::Agreement => AGREEMENTS,
            Self::ConditionalAccess => POLICIES,
            Self::AuthorizationPolicy => AUTHORIZATION,
            Self::AuthenticationFlows => SIGN_UP,
            Self::ExternalIdentities => LEAVE,
            Self::DomainList => LISTS,
            Self::ServicePrincipal => "/servicePrincipals",
            Self::Consent => CONSENTS,
        }
    }

    /// Where the thing itself is, by what tells it from others. Microsoft Graph gives most of them an id that no design knows.
    pub(in crate::graph) fn item(self, key: &str, nth: usize) -> String {
        let collection = self.collection();
        match self {
            Self::Organization => format!("{collection}/<tenant ID>"),
            Self::CrossTenantPolicy
            | Self::EmailMethod
            | Self::DefaultPolicy
            | Self::AuthorizationPolicy
            | Self::AuthenticationFlows
            | Self::ExternalIdentities => collection.to_owned(),
            Self::Domain | Self::Partner => format!("{collection}/{key}"),
            // The id in Microsoft Graph's own example.
            Self::Google => format!("{collection}/Google-OAUTH"),
            Self::ServicePrincipal if key.is_empty() => format!("{collection}(appId='<application ID>')"),
            Self::ServicePrincipal => format!("{collection}(appId='{}')", key.replace('\'', "''")),
            Self::DomainList => format!("{collection}/<id of the B2B management policy>"),
            Self::Consent => format!("{collection}/<id of the consent>"),
            Self::Federation | Self::Agreement | Self::ConditionalAccess => format!("{collection}/{}", id_of(key, nth)),
        }
    }

    /// Where the thing is deleted.
    pub(in crate::graph) fn deletion(self, key: &str, nth: usize) -> String {
        match self {
            // Source: *Delete samlOrWsFedExternalDomainFederation* (Microsoft Graph), without the type in the path.
            Self::Federation => format!("/directory/federationConfigurations/{}", id_of(key, nth)),
            Self::Organization
            | Self::Domain
            | Self::CrossTenantPolicy
            | Self::Partner
            | Self::EmailMethod
            | Self::Google
            | Self::DefaultPolicy
            | Self::Agreement
            | Self::ConditionalAccess
            | Self::AuthorizationPolicy
            | Self::AuthenticationFlows
            | Self::ExternalIdentities
            | Self::DomainList
            | Self::ServicePrincipal
            | Self::Consent => self.item(key, nth),
        }
    }

    /// Where its requests are documented.
    pub(in crate::graph) fn documented(self) -> Documented {
        let (update, create_and_delete) = match self {
            Self::Organization => (Some(Document::OrganizationUpdate), None),
            Self::Domain => (None, Some((Document::DomainPost, Document::DomainDelete))),
            Self::CrossTenantPolicy => (Some(Document::CrossTenantPolicyUpdate), None),
            Self::Partner => (
                Some(Document::CrossTenantPartnerUpdate),
                Some((Document::CrossTenantPartnerPost, Document::CrossTenantPartnerDelete)),
            ),
            Self::EmailMethod => (Some(Document::EmailAuthenticationMethodUpdate), None),
            Self::Google => (None, Some((Document::IdentityProviderPost, Document::IdentityProviderDelete))),
            Self::Federation => (Some(Document::FederationUpdate), Some((Document::FederationPost, Document::FederationDelete))),
            Self::DefaultPolicy => (Some(Document::CrossTenantDefaultUpdate), None),
            Self::Agreement => (Some(Document::AgreementUpdate), Some((Document::AgreementPost, Document::AgreementDelete))),
            Self::ConditionalAccess => (
                Some(Document::ConditionalAccessUpdate),
                Some((Document::ConditionalAccessPost, Document::ConditionalAccessDelete)),
            ),
            Self::AuthorizationPolicy => (Some(Document::AuthorizationPolicyUpdate), None),
            Self::AuthenticationFlows => (Some(Document::AuthenticationFlowsPolicyUpdate), None),
            Self::ExternalIdentities => (Some(Document::ExternalIdentitiesPolicyUpdate), None),
            Self::DomainList => (
                Some(Document::B2bManagementPolicyUpdate),
                Some((Document::B2bManagementPolicyPost, Document::B2bManagementPolicyDelete)),
            ),
            Self::ServicePrincipal => (Some(Document::ServicePrincipalUpdate), None),
            Self::Consent => (None, Some((Document::OAuth2PermissionGrant, Document::OAuth2PermissionGrant))),
        };
        Documented { update, create_and_delete }
    }
}

/// The placeholder for an id, by the name of what has it.
pub(in crate::graph) fn id_of(name: &str, nth: usize) -> String {
    let name = name.trim();
    if nth == 0 { format!("<id of {name}>") } else { format!("<id of {name}, number {}>", nth + 1) }
}
