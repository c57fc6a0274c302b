//! The delegated permissions that a request needs.
//!
//! The least privileged ones that its documentation names. Which role the person needs besides is said there, too.

/// The permissions by the beginning of a path; the first that fits counts.
const TO_SEND: &[(&str, &[&str])] = &[
    ("/policies/crossTenantAccessPolicy", &["Policy.ReadWrite.CrossTenantAccess"]),
    ("/policies/authorizationPolicy", &["Policy.ReadWrite.Authorization"]),
    ("/policies/authenticationFlowsPolicy", &["Policy.ReadWrite.AuthenticationFlows"]),
    ("/policies/externalIdentitiesPolicy", &["Policy.ReadWrite.ExternalIdentities"]),
    ("/policies/b2bManagementPolicies", &["Policy.ReadWrite.B2BManagementPolicy"]),
    ("/policies/authenticationMethodsPolicy", &["Policy.ReadWrite.AuthenticationMethod"]),
    ("/identity/identityProviders", &["IdentityProvider.ReadWrite.All"]),
    ("/directory/federationConfigurations", &["IdentityProvider.ReadWrite.All"]),
    ("/identity/conditionalAccess", &["Policy.Read.All", "Policy.ReadWrite.ConditionalAccess", "Application.Read.All"]),
    ("/identityGovernance/termsOfUse", &["Agreement.ReadWrite.All"]),
    ("/domains", &["Domain.ReadWrite.All", "Directory.AccessAsUser.All"]),
    ("/organization", &["Organization.ReadWrite.All"]),
    ("/servicePrincipals", &["Application.ReadWrite.All"]),
    ("/oauth2PermissionGrants", &["DelegatedPermissionGrant.ReadWrite.All"]),
    ("/invitations", &["User.Invite.All"]),
    ("/users", &["User.EnableDisableAccount.All", "User.Read.All"]),
];

/// What whoever sends a request to this path needs; nothing for a path that no request of ours has.
pub(super) fn to_send(path: &str) -> &'static [&'static str] {
    TO_SEND.iter().find(|(beginning, _)| path.starts_with(beginning)).map_or(&[], |(_, permissions)| permissions)
}
