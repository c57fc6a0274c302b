//! A script that asserts a design's settings in a tenant: read-only Microsoft Graph PowerShell, which exits 1 on a miss.
//!
//! It compares what Microsoft Graph answers with what the design would answer; ids that no design knows match anything, and so does
//! what the design has no place for. What was never set is asserted with the default that is in force. Whether a guest then gets in is not
//! asked of the tenant: that is what the test plan is for.
//! Source: `Invoke-MgGraphRequest` and `Connect-MgGraph` (Microsoft Graph PowerShell).

use super::collector::{Call, call, scopes};
use super::powershell::{ascii, environment, quoted};
use super::recognise::ResourceKind;
use super::resources::{Resource, print, resources};
use crate::design::Design;
use crate::document::tree::Tree;

/// The property that tells the entries of a list apart; `None` where the answer is one thing.
fn key(kind: ResourceKind) -> Option<&'static str> {
    match kind {
        ResourceKind::Partners => Some("tenantId"),
        ResourceKind::Federations => Some("issuerUri"),
        ResourceKind::IdentityProviders => Some("identityProviderType"),
        ResourceKind::Agreements | ResourceKind::NamedLocations | ResourceKind::ConditionalAccess => Some("displayName"),
        ResourceKind::Organization | ResourceKind::DomainLists => Some(""),
        ResourceKind::DefaultPolicy
        | ResourceKind::EmailAuthenticationMethod
        | ResourceKind::AuthorizationPolicy
        | ResourceKind::CrossTenantPolicy
        | ResourceKind::AuthenticationFlows
        | ResourceKind::ExternalIdentities
        | ResourceKind::ServicePrincipals
        | ResourceKind::Users
        | ResourceKind::Invitation => None,
    }
}

/// What the answer has only because every answer has it: no design says which domain is the default, or describes the list of domains.
fn unsaid(kind: ResourceKind) -> Option<&'static str> {
    match kind {
        ResourceKind::Organization => Some("isDefault"),
        ResourceKind::DomainLists => Some("description"),
        _ => None,
    }
}

fn without(tree: &Tree, name: &str) -> Tree {
    match tree {
        Tree::Object(properties) => {
            let kept = properties.iter().filter(|(property, _)| property != name);
            Tree::Object(kept.map(|(property, value)| (property.clone(), without(value, name))).collect())
        }
        Tree::List(entries) => Tree::List(entries.iter().map(|entry| without(entry, name)).collect()),
        other => other.clone(),
    }
}

/// The design with the defaults that are in force written out, and without an application id that is nobody's.
fn settled(design: &Design) -> Design {
    let mut settled = design.clone();
    let tenant = &mut settled.resource_tenant;
    tenant.allow_invites_from = Some(tenant.invites_allowed_from());
    if tenant.application.has_usual_id() {
        tenant.application.app_id = String::new();
    }
    settled
}

/// What is asserted of a resource, as JSON.
fn expected(resource: &Resource, design: &Design) -> String {
    let body = resource.body();
    let text = unsaid(resource.kind).map_or_else(|| print(body), |name| print(&without(body, name)));
    let application = &design.resource_tenant.application;
    if application.has_usual_id() { text.replace(application.app_id.trim(), "<application ID>") } else { text }
}

/// The script.
pub fn script(design: &Design) -> String {
    let settled = settled(design);
    let asserted: Vec<(Call, Resource)> = resources(&settled)
        .into_iter()
        .filter_map(|resource| Some((call(resource.kind, &settled)?, resource)))
        .filter(|(call, _)| !call.path.contains('<'))
        .collect();
    let calls: Vec<Call> = asserted.iter().map(|(call, _)| call.clone()).collect();
    let scopes: Vec<String> = scopes(&calls).into_iter().map(quoted).collect();
    let tenant = &design.resource_tenant;
    let unknown = if settled.resource_tenant.application.app_id.trim().is_empty() { UNKNOWN_APPLICATION } else { "" };
    // Source: `emailAuthenticationMethodConfiguration` (Microsoft Graph); `redemption-experience.md`, 2024-03-26, first note.
    let default = if design.edition.passcode_is_on_by_default() { "$true" } else { "$false" };
    let mut script = format!(
        "{BEFORE}{unknown}Connect-MgGraph{} -TenantId {} -Scopes {} -NoWelcome\n\n$script:passcodeIsOnByDefault = {default}{COMPARE}",
        environment(tenant.cloud),
        quoted(tenant.initial_domain.as_str()),
        scopes.join(", "),
    );
    for (call, resource) in &asserted {
        let key = key(call.kind).map_or_else(|| "$null".to_owned(), quoted);
        let name = quoted(call.kind.name());
        // No line of printed JSON begins with a quotation mark of PowerShell's, so nothing in it ends the here-string.
        let json = ascii(&expected(resource, design));
        script.push_str(&format!("\nAssert-Settings {name} {} {key} @'\n{json}\n'@\n", quoted(&call.address())));
    }
    script.push_str(AFTER);
    script
}

const BEFORE: &str = "\
#Requires -Modules Microsoft.Graph.Authentication
# Asserts that a tenant is set as the design says, and changes nothing. Exit code 1: something is set otherwise or cannot be read.
# Written by the Invitation Redemption Simulator. Read it before you run it.
$ErrorActionPreference = 'Stop'
";

const UNKNOWN_APPLICATION: &str = "\
# The application that guests are invited for is not asserted: the design does not have its id.
";

const COMPARE: &str = r#"
$script:misses = 0
$script:asserted = 0

# Says every value that is not as expected. A text with a placeholder such as <id of ...> matches anything.
function Compare-Setting([string]$Path, $Expected, $Actual) {
    if ($Expected -is [string] -and $Expected -match '<[^>]+>') { return }
    if ($Expected -is [string] -and $Expected.StartsWith('{') -and "$Actual".StartsWith('{')) {
        Compare-Setting $Path ($Expected | ConvertFrom-Json) ("$Actual" | ConvertFrom-Json)
        return
    }
    if ($Expected -is [System.Management.Automation.PSCustomObject]) {
        if ($null -eq $Actual) { "${Path}: expected, but it is not set"; return }
        foreach ($property in $Expected.PSObject.Properties) {
            if ($property.Name.StartsWith('@odata.')) { continue }
            Compare-Setting "$Path.$($property.Name)" $property.Value $Actual.$($property.Name)
        }
        return
    }
    if ($Expected -is [array]) {
        $there = @($Actual | Where-Object { $null -ne $_ })
        if ($there.Count -ne $Expected.Count) { "${Path}: expected $($Expected.Count) entries, found $($there.Count)"; return }
        for ($index = 0; $index -lt $Expected.Count; $index++) {
            $wanted = $Expected[$index]
            if ($Path.EndsWith('PrecedenceOrder')) { Compare-Setting "$Path[$index]" $wanted $there[$index]; continue }
            $found = @($there | Where-Object { @(Compare-Setting $Path $wanted $_).Count -eq 0 })
            if ($found.Count -eq 0) { "${Path}: expected $(ConvertTo-Json $wanted -Compress -Depth 20) among the entries" }
        }
        return
    }
    if ("$Expected" -eq "$Actual") { return }
    if ($script:passcodeIsOnByDefault -and $Path.EndsWith('.allowExternalIdToUseEmailOtp') -and
        @('default', 'enabled') -contains $Expected -and @('default', 'enabled') -contains $Actual) {
        Write-Host "note  ${Path}: expected '$Expected', found '$Actual'. It is the same: Microsoft documents the default as enabled"
        return
    }
    "${Path}: expected '$Expected', found '$Actual'"
}

# Reads a resource, and all pages of it where it is a list, and holds what is expected against it.
function Assert-Settings([string]$Name, [string]$Uri, $Key, [string]$Json) {
    $expected = $Json | ConvertFrom-Json
    $said = @(
        try {
            $actual = Invoke-MgGraphRequest -Method GET -Uri $Uri -OutputType PSObject
            if ($null -eq $Key) { Compare-Setting $Name $expected $actual }
            else {
                $entries = @($actual.value)
                while ($actual.'@odata.nextLink') {
                    $actual = Invoke-MgGraphRequest -Method GET -Uri $actual.'@odata.nextLink' -OutputType PSObject
                    $entries += @($actual.value)
                }
                foreach ($wanted in @($expected.value)) {
                    $same = if ($Key -eq '') { $entries | Select-Object -First 1 }
                        else { $entries | Where-Object { $_.$Key -eq $wanted.$Key } | Select-Object -First 1 }
                    if ($null -eq $same) { "${Name}: there is no entry '$($wanted.$Key)'"; continue }
                    $wanted.PSObject.Properties.Remove('id')
                    $of = if ($Key -eq '') { $Name } else { "$Name '$($wanted.$Key)'" }
                    Compare-Setting $of $wanted $same
                }
                if ($Key -ne '') {
                    $names = @($expected.value | ForEach-Object { $_.$Key })
                    foreach ($other in @($entries | Where-Object { $_.$Key -and $names -notcontains $_.$Key })) {
                        Write-Warning "${Name}: '$($other.$Key)' is not in the design"
                    }
                }
            }
        }
        catch { "${Name}: it cannot be read: $($_.Exception.Message)" }
    )
    $script:asserted++
    if ($said.Count -eq 0) { Write-Host "ok    $Name" }
    foreach ($one in $said) { $script:misses++; Write-Host "MISS  $one" }
}
"#;

const AFTER: &str = r#"
Write-Host "$script:asserted resources asserted, $script:misses misses"
if ($script:misses -gt 0) { exit 1 }
exit 0
"#;
