//! Which resource of Microsoft Graph a text holds, by its annotations or by the properties that only this resource has.
//!
//! Reads no values; a recognised text may still be wrong.

use strum::EnumIter;

use crate::document::tree::Tree;

/// A resource of Microsoft Graph that can be recognised, in the order in which several are read: what others rely on first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter)]
pub enum ResourceKind {
    /// `crossTenantAccessPolicyConfigurationDefault`, or a part of it as a request body.
    DefaultPolicy,
    /// `crossTenantAccessPolicyConfigurationPartner`, one or a list.
    Partners,
    /// `samlOrWsFedExternalDomainFederation`, one or a list.
    Federations,
    /// `identityProviderBase`, one or a list.
    IdentityProviders,
    /// `emailAuthenticationMethodConfiguration`.
    EmailAuthenticationMethod,
    /// `authorizationPolicy`.
    AuthorizationPolicy,
    /// `organization`.
    Organization,
    /// `crossTenantAccessPolicy`, with the clouds.
    CrossTenantPolicy,
    /// `authenticationFlowsPolicy`.
    AuthenticationFlows,
    /// `externalIdentitiesPolicy`.
    ExternalIdentities,
    /// `b2bManagementPolicy`, one or a list.
    DomainLists,
    /// `agreement`, one or a list.
    Agreements,
    /// `namedLocation`, one or a list.
    NamedLocations,
    /// `conditionalAccessPolicy`, one or a list.
    ConditionalAccess,
    /// `servicePrincipal`, one or a list.
    ServicePrincipals,
    /// `user`, one or a list.
    Users,
    /// `invitation`, as it is sent or answered.
    Invitation,
}

/// The kind, the end of its `@odata.type`, the part of its `@odata.context`, and properties that only it has.
const SIGNS: &[(ResourceKind, &[&str], &str, &[&str])] = &[
    (
        ResourceKind::Partners,
        &["crossTenantAccessPolicyConfigurationPartner"],
        "crossTenantAccessPolicy/partners",
        &["tenantId", "isInMultiTenantOrganization"],
    ),
    (
        ResourceKind::DefaultPolicy,
        &["crossTenantAccessPolicyConfigurationDefault", "invitationRedemptionIdentityProviderConfiguration"],
        "crossTenantAccessPolicy/default",
        &[
            "invitationRedemptionIdentityProviderConfiguration",
            "isServiceDefault",
            "primaryIdentityProviderPrecedenceOrder",
            "fallbackIdentityProvider",
        ],
    ),
    (
        ResourceKind::Federations,
        &["samlOrWsFedExternalDomainFederation"],
        "federationConfigurations",
        &["issuerUri", "passiveSignInUri", "preferredAuthenticationProtocol"],
    ),
    (
        ResourceKind::IdentityProviders,
        &["socialIdentityProvider", "builtInIdentityProvider"],
        "identityProviders",
        &["identityProviderType"],
    ),
    (
        ResourceKind::EmailAuthenticationMethod,
        &["emailAuthenticationMethodConfiguration"],
        "authenticationMethodConfigurations",
        &["allowExternalIdToUseEmailOtp"],
    ),
    (
        ResourceKind::AuthorizationPolicy,
        &["authorizationPolicy"],
        "authorizationPolicy",
        &["allowInvitesFrom", "guestUserRoleId", "allowEmailVerifiedUsersToJoinOrganization"],
    ),
    (
        ResourceKind::CrossTenantPolicy,
        &["crossTenantAccessPolicy"],
        "policies/crossTenantAccessPolicy",
        &["allowedCloudEndpoints"],
    ),
    (ResourceKind::AuthenticationFlows, &["authenticationFlowsPolicy"], "authenticationFlowsPolicy", &["selfServiceSignUp"]),
    (
        ResourceKind::ExternalIdentities,
        &["externalIdentitiesPolicy"],
        "externalIdentitiesPolicy",
        &["allowExternalIdentitiesToLeave", "allowDeletedIdentitiesDataRemoval"],
    ),
    (ResourceKind::DomainLists, &["b2bManagementPolicy"], "b2bManagementPolicies", &["isOrganizationDefault"]),
    (
        ResourceKind::Agreements,
        &["microsoft.graph.agreement"],
        "agreements",
        &["isViewingBeforeAcceptanceRequired", "isPerDeviceAcceptanceRequired", "userReacceptRequiredFrequency"],
    ),
    (ResourceKind::NamedLocations, &["namedLocation"], "conditionalAccess/namedLocations", &["ipRanges", "countriesAndRegions"]),
    (
        ResourceKind::ConditionalAccess,
        &["conditionalAccessPolicy"],
        "conditionalAccess/policies",
        &["grantControls", "sessionControls", "conditions"],
    ),
    (
        ResourceKind::ServicePrincipals,
        &["servicePrincipal"],
        "servicePrincipals",
        &["appRoleAssignmentRequired", "servicePrincipalType"],
    ),
    (
        ResourceKind::Organization,
        &["microsoft.graph.organization"],
        "#organization",
        &["verifiedDomains", "privacyProfile", "tenantType"],
    ),
    (
        ResourceKind::Invitation,
        &["microsoft.graph.invitation"],
        "#invitations",
        &["invitedUserEmailAddress", "inviteRedirectUrl", "inviteRedeemUrl"],
    ),
    (ResourceKind::Users, &["microsoft.graph.user"], "#users", &["userPrincipalName", "externalUserState", "userType"]),
];

impl ResourceKind {
    /// What it is called in messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::DefaultPolicy => "default cross-tenant access policy",
            Self::Partners => "cross-tenant access partners",
            Self::Federations => "SAML/WS-Fed federations",
            Self::IdentityProviders => "identity providers",
            Self::EmailAuthenticationMethod => "email authentication method",
            Self::AuthorizationPolicy => "authorization policy",
            Self::Organization => "organization",
            Self::CrossTenantPolicy => "cross-tenant access policy",
            Self::AuthenticationFlows => "authentication flows policy",
            Self::ExternalIdentities => "external identities policy",
            Self::DomainLists => "B2B management policies",
            Self::Agreements => "terms of use agreements",
            Self::NamedLocations => "named locations",
            Self::ConditionalAccess => "Conditional Access policies",
            Self::ServicePrincipals => "service principal",
            Self::Users => "users",
            Self::Invitation => "invitation",
        }
    }
}

/// The resource that a text holds: one object, `{"value": [ … ]}`, or a bare list.
///
/// Properties come before annotations, because the context of a list says nothing about an entry that was cut out of it.
pub(crate) fn recognise(tree: &Tree) -> Option<ResourceKind> {
    if is_log(tree) {
        return None;
    }
    let list = if let Tree::List(items) = tree { Some(items) } else { values(tree) };
    match list {
        Some(items) => by_context(tree).or_else(|| items.iter().find_map(one)),
        None => {
            // Some policies are answered as `{"value": { … }}`.
            let inner = tree.get("value").filter(|value| matches!(value, Tree::Object(_)));
            one(tree).or_else(|| by_context(tree)).or_else(|| inner.and_then(|inner| one(inner).or_else(|| by_context(inner))))
        }
    }
}

/// Whether the text holds entries of a log, which name users as users do.
pub(super) fn is_log(tree: &Tree) -> bool {
    const SIGNS: &[&str] = &["activityDisplayName", "appliedConditionalAccessPolicies", "conditionalAccessStatus"];
    let is_entry = |entry: &Tree| SIGNS.iter().any(|name| entry.get(name).is_some());
    let list = if let Tree::List(items) = tree { Some(items) } else { values(tree) };
    annotation(tree, "@odata.context").is_some_and(|context| context.to_lowercase().contains("auditlogs/"))
        || list.map_or_else(|| is_entry(tree), |items| items.first().is_some_and(is_entry))
}

fn values(tree: &Tree) -> Option<&Vec<Tree>> {
    match tree.get("value")? {
        Tree::List(items) => Some(items),
        Tree::Null | Tree::Bool(_) | Tree::Whole(_) | Tree::Number(_) | Tree::Text(_) | Tree::Object(_) => None,
    }
}

fn one(tree: &Tree) -> Option<ResourceKind> {
    let by_type = annotation(tree, "@odata.type").and_then(|name| {
        let signs = SIGNS.iter().find(|(_, types, _, _)| types.iter().any(|known| ends_with(name, known)));
        signs.map(|(kind, ..)| *kind)
    });
    let has_one_of = |properties: &[&str]| properties.iter().any(|name| tree.get(name).is_some());
    let by_property = || SIGNS.iter().find(|(_, _, _, properties)| has_one_of(properties)).map(|(kind, ..)| *kind);
    by_type.or_else(by_property)
}

fn by_context(tree: &Tree) -> Option<ResourceKind> {
    let context = annotation(tree, "@odata.context")?.to_lowercase();
    SIGNS.iter().find(|(_, _, part, _)| context.contains(&part.to_lowercase())).map(|(kind, ..)| *kind)
}

fn annotation<'t>(tree: &'t Tree, name: &str) -> Option<&'t str> {
    match tree.get(name)? {
        Tree::Text(text) => Some(text.trim()),
        Tree::Null | Tree::Bool(_) | Tree::Whole(_) | Tree::Number(_) | Tree::List(_) | Tree::Object(_) => None,
    }
}

fn ends_with(text: &str, end: &str) -> bool {
    text.to_lowercase().ends_with(&end.to_lowercase())
}
