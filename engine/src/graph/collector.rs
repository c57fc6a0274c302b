//! How an administrator gathers everything that the import understands: calls for Graph Explorer, and a script.
//!
//! Nothing in them changes anything: every call is a GET, and every permission reads only. What the script writes is one text, which
//! the import reads as the answers of a batch. Source: *Combine multiple HTTP requests using JSON batching* (Microsoft Graph).

use strum::IntoEnumIterator;

use super::powershell::{environment, quoted};
use super::recognise::ResourceKind;
use super::request::body::{object, text};
use crate::design::Design;
use crate::document::tree::Tree;
use crate::rules::Document;

/// One call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// What it answers.
    pub kind: ResourceKind,
    /// The path below the version.
    pub path: String,
    /// Whether only the beta version has it.
    pub beta: bool,
    /// The delegated permission that reads it, as its documentation names it.
    pub scope: &'static str,
    /// Where the call, or else the resource, is documented.
    pub source: Document,
}

impl Call {
    /// The path with the version.
    pub fn address(&self) -> String {
        format!("/{}{}", if self.beta { "beta" } else { "v1.0" }, self.path)
    }

    /// The method and the whole address, as Graph Explorer takes it.
    pub fn line(&self) -> String {
        format!("GET https://graph.microsoft.com{}", self.address())
    }
}

/// All calls, in the order in which their answers are read.
pub fn calls(design: &Design) -> Vec<Call> {
    ResourceKind::iter().filter_map(|kind| call(kind, design)).collect()
}

/// The call that answers a resource; `None` for what cannot be asked for.
pub fn call(kind: ResourceKind, design: &Design) -> Option<Call> {
    const ALL: &str = "Policy.Read.All";
    let (path, scope, source) = match kind {
        ResourceKind::DefaultPolicy => ("/policies/crossTenantAccessPolicy/default", ALL, Document::CrossTenantDefaultGet),
        ResourceKind::Partners => ("/policies/crossTenantAccessPolicy/partners", ALL, Document::CrossTenantPartner),
        ResourceKind::Federations => (
            "/directory/federationConfigurations/microsoft.graph.samlOrWsFedExternalDomainFederation",
            "IdentityProvider.Read.All",
            Document::FederationList,
        ),
        ResourceKind::IdentityProviders => {
            ("/identity/identityProviders", "IdentityProvider.Read.All", Document::IdentityProviderList)
        }
        ResourceKind::EmailAuthenticationMethod => (
            "/policies/authenticationMethodsPolicy/authenticationMethodConfigurations/email",
            ALL,
            Document::EmailAuthenticationMethodGet,
        ),
        ResourceKind::AuthorizationPolicy => ("/policies/authorizationPolicy", ALL, Document::AuthorizationPolicyGet),
        ResourceKind::Organization => ("/organization", "Organization.Read.All", Document::GraphOrganization),
        ResourceKind::CrossTenantPolicy => ("/policies/crossTenantAccessPolicy", ALL, Document::CrossTenantPolicyGet),
        ResourceKind::AuthenticationFlows => ("/policies/authenticationFlowsPolicy", ALL, Document::AuthenticationFlowsPolicyGet),
        ResourceKind::ExternalIdentities => ("/policies/externalIdentitiesPolicy", ALL, Document::ExternalIdentitiesPolicyGet),
        ResourceKind::DomainLists => {
            ("/policies/b2bManagementPolicies", "Policy.Read.B2BManagementPolicy", Document::B2bManagementPolicyList)
        }
        ResourceKind::Agreements => {
            ("/identityGovernance/termsOfUse/agreements?$expand=files", "Agreement.Read.All", Document::AgreementList)
        }
        ResourceKind::NamedLocations => ("/identity/conditionalAccess/namedLocations", ALL, Document::NamedLocationList),
        ResourceKind::ConditionalAccess => ("/identity/conditionalAccess/policies", ALL, Document::ConditionalAccessList),
        ResourceKind::ServicePrincipals => return Some(application(design)),
        ResourceKind::Users => (USERS, "User.Read.All", Document::GraphUser),
        // There is a request that invites, and none that lists invitations.
        ResourceKind::Invitation => return None,
    };
    let beta = matches!(kind, ResourceKind::ExternalIdentities | ResourceKind::DomainLists);
    Some(Call { kind, path: path.to_owned(), beta, scope, source })
}

/// Guests with what is read of them. The state has to be asked for by name.
const USERS: &str = "/users?$filter=userType%20eq%20'Guest'&$select=id,displayName,mail,otherMails,proxyAddresses,userPrincipalName,\
                     userType,creationType,accountEnabled,createdDateTime,preferredLanguage,externalUserState,\
                     externalUserStateChangeDateTime,identities&$top=999";

fn application(design: &Design) -> Call {
    let id = design.resource_tenant.application.app_id.trim().replace('\'', "''");
    let id = if id.is_empty() { "<application ID>".to_owned() } else { id };
    Call {
        kind: ResourceKind::ServicePrincipals,
        path: format!("/servicePrincipals(appId='{id}')?$select=id,appId,displayName,appRoleAssignmentRequired"),
        beta: false,
        scope: "Application.Read.All",
        source: Document::ServicePrincipalUpdate,
    }
}

/// The body of one request to `/$batch` that makes all calls of a version at once. A batch has no more than 20 requests.
pub fn batch(calls: &[Call], beta: bool) -> String {
    let request = |call: &Call| object([("id", text(call.kind.name())), ("method", text("GET")), ("url", text(&call.path))]);
    let requests = calls.iter().filter(|call| call.beta == beta).map(request).collect();
    // Writing to memory fails only for maps whose keys are no strings; a tree has none.
    serde_json::to_string_pretty(&object([("requests", Tree::List(requests))])).unwrap_or_else(|error| error.to_string())
}

/// The permissions of all calls, each once.
pub fn scopes(calls: &[Call]) -> Vec<&'static str> {
    let mut scopes: Vec<&'static str> = calls.iter().map(|call| call.scope).collect();
    scopes.sort_unstable();
    scopes.dedup();
    scopes
}

/// A script of Microsoft Graph PowerShell that makes all calls, follows the pages of lists, and puts one text on the clipboard.
pub fn script(design: &Design) -> String {
    let calls = calls(design);
    let scopes: Vec<String> = scopes(&calls).into_iter().map(quoted).collect();
    let lines: Vec<String> = calls
        .iter()
        .map(|call| format!("    @{{ Id = {}; Uri = {} }}", quoted(call.kind.name()), quoted(&call.address())))
        .collect();
    format!(
        "{BEFORE}Connect-MgGraph{} -Scopes {} -NoWelcome\n\n$calls = @(\n{}\n)\n{AFTER}",
        environment(design.resource_tenant.cloud),
        scopes.join(", "),
        lines.join("\n")
    )
}

const BEFORE: &str = "\
#Requires -Modules Microsoft.Graph.Authentication
# Reads the settings that the Invitation Redemption Simulator understands, and changes nothing.
# The answers hold names and addresses of guests: treat them as your organization treats such data.
$ErrorActionPreference = 'Stop'
";

const AFTER: &str = r#"
$responses = foreach ($call in $calls) {
    try {
        $body = Invoke-MgGraphRequest -Method GET -Uri $call.Uri -OutputType HashTable
        while ($body.'@odata.nextLink') {
            $page = Invoke-MgGraphRequest -Method GET -Uri $body.'@odata.nextLink' -OutputType HashTable
            $body.value = @($body.value) + @($page.value)
            $body.'@odata.nextLink' = $page.'@odata.nextLink'
        }
        $body.Remove('@odata.nextLink')
        @{ id = $call.Id; status = 200; body = $body }
    }
    catch {
        $status = if ($_.Exception.Response) { [int]$_.Exception.Response.StatusCode } else { 500 }
        @{ id = $call.Id; status = $status; body = @{ error = @{ code = "$($_.FullyQualifiedErrorId)" } } }
    }
}
$text = @{ responses = @($responses) } | ConvertTo-Json -Depth 20
$text | Set-Clipboard
$text | Set-Content -Path 'tenant.json' -Encoding utf8
Write-Host 'The settings are on the clipboard and in tenant.json. Paste them into the import.'
"#;
