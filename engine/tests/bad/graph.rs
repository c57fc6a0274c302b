//! What is refused as a resource of Microsoft Graph, and the words with which it is refused.
//!
//! Nothing changes where anything is refused: an error carries no design.

use redemption_engine::design::{Design, HomeTenant};
use redemption_engine::document::DocumentError;
use redemption_engine::graph::{ReadError, read, read_any};

use crate::{Class, check_with};

/// A design with two home tenants.
fn design() -> Design {
    let mut design = Design::default();
    for (id, name) in [("3d0f5dec-5d3d-455c-8016-e2af1ae4d31a", "Adatum"), ("11111111-2222-3333-4444-555555555555", "Contoso")] {
        design.home_tenants.push(HomeTenant::managed(id, name, Vec::new()));
    }
    design
}

fn message(text: impl AsRef<[u8]>) -> String {
    read(text.as_ref(), &design()).expect_err("this must be refused").to_string()
}

pub(crate) fn check<Input: AsRef<[u8]>, Expected: AsRef<str>>(class: Class, cases: &[(&str, Input, Expected)]) {
    check_with(class, "Microsoft Graph", |text| message(text), cases);
}

/// A default policy with this configuration.
fn of_order(properties: &str) -> String {
    format!(r#"{{"invitationRedemptionIdentityProviderConfiguration": {properties}}}"#)
}

/// Every table of this file.
pub(crate) const ALL: &[fn()] = &[
    a_redemption_order_the_service_would_not_take_is_refused,
    two_default_policies_are_one_too_many,
    a_wrong_partner_is_named_by_its_path,
    more_partners_than_a_document_holds_are_refused,
    a_wrong_federation_is_named_by_its_path,
    a_wrong_provider_or_method_is_named_by_its_path,
    a_text_that_is_no_resource_is_told_what_it_looks_like_and_what_can_be_read,
    a_pasted_text_that_means_to_be_a_document_is_judged_as_one,
];

#[test]
fn a_redemption_order_the_service_would_not_take_is_refused() {
    let configuration = "`invitationRedemptionIdentityProviderConfiguration";
    let primary = "`invitationRedemptionIdentityProviderConfiguration.primaryIdentityProviderPrecedenceOrder";
    let fallback = "`invitationRedemptionIdentityProviderConfiguration.fallbackIdentityProvider`";
    let known_primary = "write `azureActiveDirectory`, `externalFederation` or `socialIdentityProviders`";
    let known_fallback = "write `defaultConfiguredIdp`, `emailOneTimePasscode` or `microsoftAccount`";
    let with_primary = |list: &str| {
        of_order(&format!(
            r#"{{"primaryIdentityProviderPrecedenceOrder": {list}, "fallbackIdentityProvider": "microsoftAccount"}}"#
        ))
    };
    let with_fallback = |value: &str| {
        of_order(&format!(r#"{{"primaryIdentityProviderPrecedenceOrder": [], "fallbackIdentityProvider": {value}}}"#))
    };
    let cases = [
        (
            "a provider twice",
            with_primary(r#"["externalFederation", "azureActiveDirectory", " EXTERNALFEDERATION"]"#),
            format!("{primary}[2]`: `externalFederation` is listed twice; each provider may appear once"),
        ),
        ("an unknown word", with_primary(r#"["facebook"]"#), format!("{primary}[0]`: `facebook` is not known; {known_primary}")),
        (
            "a word of the future",
            with_primary(r#"["unknownFutureValue"]"#),
            format!("{primary}[0]`: `unknownFutureValue` is not known; {known_primary}"),
        ),
        ("an empty word", with_primary(r#"[" "]"#), format!("{primary}[0]`: ` ` is not known; {known_primary}")),
        (
            "a fallback in the list",
            with_primary(r#"["azureActiveDirectory", "EmailOneTimePasscode "]"#),
            format!(
                "{primary}[1]`: `emailOneTimePasscode` is a fallback; it stands in `fallbackIdentityProvider`, not in the list of primary providers"
            ),
        ),
        (
            "the default fallback in the list",
            with_primary(r#"["defaultConfiguredIdp"]"#),
            format!(
                "{primary}[0]`: `defaultConfiguredIdp` is a fallback; it stands in `fallbackIdentityProvider`, not in the list of primary providers"
            ),
        ),
        ("a number in the list", with_primary("[1]"), format!("{primary}[0]`: expected a string, found a number")),
        ("null in the list", with_primary("[null]"), format!("{primary}[0]`: expected a string, found `null`")),
        (
            "a list that is a string",
            with_primary(r#""azureActiveDirectory""#),
            format!("{primary}`: expected a list, found a string"),
        ),
        ("a list that is null", with_primary("null"), format!("{primary}`: expected a list, found `null`")),
        (
            "a list without end",
            with_primary(&format!("[{}]", ["\"azureActiveDirectory\""; 17].join(","))),
            format!("{primary}`: the list has 17 entries; at most 16 are read"),
        ),
        (
            "no list",
            of_order(r#"{"fallbackIdentityProvider": "microsoftAccount"}"#),
            format!("{primary}`: this property is missing"),
        ),
        (
            "no fallback",
            of_order(r#"{"primaryIdentityProviderPrecedenceOrder": []}"#),
            format!("{fallback}: this property is missing"),
        ),
        ("a fallback of null", with_fallback("null"), format!("{fallback}: a fallback is always set; {known_fallback}")),
        ("an unknown fallback", with_fallback(r#""google""#), format!("{fallback}: `google` is not known; {known_fallback}")),
        (
            "a primary word as fallback",
            with_fallback(r#""azureActiveDirectory""#),
            format!("{fallback}: `azureActiveDirectory` is not known; {known_fallback}"),
        ),
        (
            "a fallback as a list",
            with_fallback(r#"["microsoftAccount"]"#),
            format!("{fallback}: expected a string, found a list"),
        ),
        ("a configuration of null", of_order("null"), format!("{configuration}`: expected an object, found `null`")),
        ("a configuration as a list", of_order("[]"), format!("{configuration}`: expected an object, found a list")),
    ];
    check(Class::Structure, &cases);
}

#[test]
fn two_default_policies_are_one_too_many() {
    check(
        Class::Types,
        &[
            (
                "two",
                r#"{"value": [{"isServiceDefault": true}, {"isServiceDefault": true}]}"#,
                "`value`: expected a list of exactly one entry",
            ),
            ("no list", r#"{"isServiceDefault": true, "value": 1}"#, "`value`: expected a list, found a number"),
        ],
    );
}

#[test]
fn a_wrong_partner_is_named_by_its_path() {
    let id = "3d0f5dec-5d3d-455c-8016-e2af1ae4d31a";
    let not_an_id = |id: &str| format!("is not a tenant id such as `{id}`");
    let cases = [
        (
            "no tenant id",
            r#"{"value": [{"isInMultiTenantOrganization": false}]}"#.to_owned(),
            "`value[0].tenantId`: this property is missing".to_owned(),
        ),
        ("a tenant id of null", r#"{"tenantId": null}"#.to_owned(), "`tenantId`: expected a string, found `null`".to_owned()),
        ("an empty tenant id", r#"{"tenantId": " "}"#.to_owned(), "`tenantId`: the text is empty".to_owned()),
        (
            "a domain for an id",
            r#"{"tenantId": "adatum.example"}"#.to_owned(),
            format!("`tenantId`: `adatum.example` {}", not_an_id(id)),
        ),
        (
            "a short id",
            r#"{"tenantId": "3d0f5dec-5d3d-455c-8016"}"#.to_owned(),
            format!("`tenantId`: `3d0f5dec-5d3d-455c-8016` {}", not_an_id(id)),
        ),
        (
            "not hexadecimal",
            format!(r#"{{"tenantId": "{}"}}"#, id.replace('d', "x")),
            format!("`tenantId`: `{}` {}", id.replace('d', "x"), not_an_id(id)),
        ),
        (
            "a partner twice",
            format!(r#"[{{"tenantId": "{id}"}}, {{"tenantId": "{}"}}]"#, id.to_uppercase()),
            format!("`[1].tenantId`: the tenant `{}` is listed twice", id.to_uppercase()),
        ),
        (
            "a partner as a string",
            format!(r#"{{"value": [{{"tenantId": "{id}"}}, "{id}"]}}"#),
            "`value[1]`: expected an object, found a string".to_owned(),
        ),
        (
            "settings as a flag",
            format!(r#"{{"tenantId": "{id}", "automaticUserConsentSettings": true}}"#),
            "`automaticUserConsentSettings`: expected an object or `null`, found `true`".to_owned(),
        ),
        (
            "a flag as a string",
            format!(r#"{{"value": [{{"tenantId": "{id}", "automaticUserConsentSettings": {{"inboundAllowed": "true"}}}}]}}"#),
            "`value[0].automaticUserConsentSettings.inboundAllowed`: expected `true` or `false`, found a string".to_owned(),
        ),
    ];
    check(Class::Structure, &cases);
}

#[test]
fn more_partners_than_a_document_holds_are_refused() {
    let partners: Vec<String> = (0..999).map(|n| format!(r#"{{"tenantId": "00000000-0000-0000-0000-{n:012}"}}"#)).collect();
    let list = format!("[{}]", partners.join(","));
    assert_eq!(message(&list), "with these the design has 1001 home tenants; at most 1000 are read");
    assert_eq!(read(list.as_bytes(), &Design::default()).unwrap().design.home_tenants.len(), 999);
}

#[test]
fn a_wrong_federation_is_named_by_its_path() {
    check(
        Class::Types,
        &[
            (
                "no issuer",
                r#"{"value": [{"passiveSignInUri": "https://a.example"}]}"#,
                "`value[0].issuerUri`: this property is missing",
            ),
            ("an issuer of null", r#"{"issuerUri": null}"#, "`issuerUri`: expected a string, found `null`"),
            ("an empty issuer", r#"{"issuerUri": ""}"#, "`issuerUri`: the text is empty"),
            (
                "an issuer twice",
                r#"[{"issuerUri": "a", "domains": []}, {"issuerUri": "a ", "domains": []}]"#,
                "`[1].issuerUri`: the issuer `a` is listed twice",
            ),
            (
                "an unknown protocol",
                r#"{"issuerUri": "a", "preferredAuthenticationProtocol": "oauth"}"#,
                "`preferredAuthenticationProtocol`: `oauth` is not known; write `saml` or `wsFed`",
            ),
            ("a name as a number", r#"{"issuerUri": "a", "displayName": 1}"#, "`displayName`: expected a string, found a number"),
            (
                "domains as a string",
                r#"{"issuerUri": "a", "domains": "a.example"}"#,
                "`domains`: expected a list, found a string",
            ),
            (
                "a domain without id",
                r#"{"issuerUri": "a", "domains": [{"name": "a.example"}]}"#,
                "`domains[0].id`: this property is missing",
            ),
            (
                "a domain as a number",
                r#"{"issuerUri": "a", "domains": [{"id": 1}]}"#,
                "`domains[0].id`: expected a string, found a number",
            ),
            (
                "a bad domain",
                r#"{"value": [{"issuerUri": "a", "domains": [{"id": "a.example"}, {"id": "adatum"}]}]}"#,
                "`value[0].domains[1].id`: `adatum` is not a domain; write one such as `adatum.example`",
            ),
            (
                "a domain twice",
                r#"{"issuerUri": "a", "domains": [{"id": "a.example"}, {"id": "A.EXAMPLE"}]}"#,
                "`domains[1].id`: the domain `a.example` is listed twice",
            ),
        ],
    );
}

#[test]
fn a_wrong_provider_or_method_is_named_by_its_path() {
    let email = r##"{"@odata.type": "#microsoft.graph.emailAuthenticationMethodConfiguration", "id": "Email""##;
    check(
        Class::Types,
        &[
            (
                "a type as a number",
                r#"{"value": [{"identityProviderType": 1}]}"#,
                "`value[0].identityProviderType`: expected a string, found a number",
            ),
            (
                "a social provider without type",
                r##"{"@odata.type": "#microsoft.graph.socialIdentityProvider"}"##,
                "`identityProviderType`: this property is missing",
            ),
            (
                "an unknown word",
                r#"{"allowExternalIdToUseEmailOtp": "on"}"#,
                "`allowExternalIdToUseEmailOtp`: `on` is not known; write `default`, `enabled` or `disabled`",
            ),
            (
                "a flag",
                r#"{"allowExternalIdToUseEmailOtp": true}"#,
                "`allowExternalIdToUseEmailOtp`: expected a string, found `true`",
            ),
            (
                "null",
                r#"{"allowExternalIdToUseEmailOtp": null}"#,
                "`allowExternalIdToUseEmailOtp`: expected a string, found `null`",
            ),
            ("nothing", &format!("{email}}}"), "`allowExternalIdToUseEmailOtp`: this property is missing"),
            (
                "twice",
                r#"[{"allowExternalIdToUseEmailOtp": "enabled"}, {"allowExternalIdToUseEmailOtp": "enabled"}]"#,
                "`[1]`: the email authentication method is listed twice",
            ),
            (
                "not among the methods",
                r#"{"@odata.context": "x#authenticationMethodConfigurations", "value": [{"id": "Fido2"}]}"#,
                "`value`: the email authentication method is not here",
            ),
            (
                "a user as a string",
                r##"{"@odata.context": "x#users", "value": ["nina"]}"##,
                "`value[0]`: expected an object, found a string",
            ),
        ],
    );
}

#[test]
fn a_text_that_is_no_resource_is_told_what_it_looks_like_and_what_can_be_read() {
    let readable = "readable are: default cross-tenant access policy, cross-tenant access partners, SAML/WS-Fed federations, \
                    identity providers, email authentication method, authorization policy, organization, cross-tenant access \
                    policy, authentication flows policy, external identities policy, B2B management policies, terms of use \
                    agreements, named locations, Conditional Access policies, service principal, users, invitation";
    let other = |found: &str| format!("this is not a resource that can be read ({found}); {readable}");
    let powershell = "this looks like PowerShell, not JSON; paste the JSON that `Invoke-MgGraphRequest -OutputType Json` prints";
    let csv = "this looks like a table (CSV), not JSON; paste JSON as Microsoft Graph returns it";
    check(
        Class::Types,
        &[
            ("nothing", "", "there is no text"),
            ("an empty object", "{}", &other("an empty object")),
            (
                "an object",
                r#"{"homepage": "https://adatum.example", "status": "Completed"}"#,
                &other("an object with `homepage`, `status`"),
            ),
            ("a list of numbers", "[1]", &other("a number")),
            ("a string", "\"x\"", &other("a string")),
            (
                "an empty list",
                r#"{"value": []}"#,
                "the list is empty and has no known `@odata.context`, so nothing says what it lists",
            ),
            (
                "a failed request",
                r#"{"error": {"code": "Authorization_RequestDenied", "message": "no"}}"#,
                "this is Microsoft Graph's error `Authorization_RequestDenied`, not a resource; make the request again",
            ),
            (
                "objects of PowerShell with a wrong value",
                r#"{"TenantId": "3d0f5dec"}"#,
                "`tenantId`: `3d0f5dec` is not a tenant id such as `3d0f5dec-5d3d-455c-8016-e2af1ae4d31a`",
            ),
            (
                "entries of a log",
                include_str!("../../../tests/fixtures/logs/signIns.json"),
                "these are entries of a log, not settings or guests; open them under *Troubleshoot*, which reads logs",
            ),
            (
                "audit logs",
                include_str!("../../../tests/fixtures/logs/directoryAudits.json"),
                "these are entries of a log, not settings or guests; open them under *Troubleshoot*, which reads logs",
            ),
            ("a cmdlet", "Get-MgPolicyCrossTenantAccessPolicyDefault | ConvertTo-Json", powershell),
            ("a prompt", r"PS C:\Users\nina> Update-MgPolicyAuthorizationPolicy -AllowInvitesFrom none", powershell),
            ("a script", "$params = @{\n  TenantId = \"x\"\n}", powershell),
            ("an object of properties", "TenantId          : 3d0f5dec\nIsServiceProvider :\nInboundTrust      : x", powershell),
            ("a table", "userPrincipalName;displayName\nnina@adatum.example;Nina", csv),
            ("tabs", "mail\tuserType\nnina@adatum.example\tGuest", csv),
            (
                "a request",
                "PATCH https://graph.microsoft.com/v1.0/policies/crossTenantAccessPolicy/default\n\n{}",
                "this looks like a whole HTTP message, not JSON; paste only its body, from the first `{` on",
            ),
            (
                "a page",
                "<html><body>Sign in</body></html>",
                "this looks like an HTML page, not JSON; save the JSON itself, not the page that shows it",
            ),
            (
                "cut off",
                r#"{"value": [{"tenantId": "3d"#,
                "the text breaks off at line 1 column 27; a part of the JSON is missing",
            ),
            (
                "a document",
                include_str!("../../../tests/documents/v1.json"),
                "this looks like a document of this simulator, not like Microsoft Graph; open it as a document",
            ),
        ],
    );
}

#[test]
fn a_pasted_text_that_means_to_be_a_document_is_judged_as_one() {
    let refused = |text: &str| read_any(text.as_bytes()).unwrap_err();
    assert_eq!(refused(r#"{"format": 7}"#), ReadError::Document(DocumentError::Newer(7)));
    assert_eq!(refused(r#"{"workspaces": []}"#), ReadError::Document(DocumentError::NoFormat));
    assert_eq!(refused(r#"{"name": "w", "design": {}}"#), ReadError::Document(DocumentError::NoEnvelope("a workspace")));
    assert_eq!(refused("{}").to_string(), message("{}"));
    assert_eq!(refused("Get-MgUser").to_string(), message("Get-MgUser"));
}
