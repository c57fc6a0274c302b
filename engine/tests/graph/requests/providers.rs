//! Email one-time passcode, Google and federations.

use redemption_engine::design::{EmailOneTimePasscode, Federation, FederationProtocol};
use redemption_engine::graph::request::Group;
use serde_json::json;

use super::{body, only, sheet};
use crate::domain;

#[test]
fn the_passcode_method_names_its_type() {
    for (setting, word) in [
        (EmailOneTimePasscode::Default, "default"),
        (EmailOneTimePasscode::Enabled, "enabled"),
        (EmailOneTimePasscode::Disabled, "disabled"),
    ] {
        let sheet = sheet(Group::EmailOneTimePasscode, |workspace| {
            workspace.design.resource_tenant.email_one_time_passcode = setting;
        });
        assert_eq!(
            only(&sheet).line(),
            "PATCH /v1.0/policies/authenticationMethodsPolicy/authenticationMethodConfigurations/email"
        );
        let expected = json!({
            "@odata.type": "#microsoft.graph.emailAuthenticationMethodConfiguration",
            "allowExternalIdToUseEmailOtp": word
        });
        assert_eq!(body(only(&sheet)), expected);
    }
}

#[test]
fn google_is_created_with_a_client_that_somebody_fills_in() {
    let sheet_on = sheet(Group::Google, |workspace| workspace.design.resource_tenant.google_federation = true);
    assert_eq!(only(&sheet_on).line(), "POST /v1.0/identity/identityProviders");
    let expected = json!({
        "@odata.type": "microsoft.graph.socialIdentityProvider",
        "displayName": "Google",
        "identityProviderType": "Google",
        "clientId": "<client ID>",
        "clientSecret": "<client secret>"
    });
    assert_eq!(body(only(&sheet_on)), expected);
    assert_eq!(only(&sheet_on).placeholders, ["<client ID>", "<client secret>"]);
    assert_eq!(sheet(Group::Google, |_| ()).requests, []);
}

#[test]
fn a_federation_is_created_with_its_domains() {
    let sheet = sheet(Group::Federations, |workspace| {
        workspace.design.resource_tenant.federations = vec![Federation {
            preferred_authentication_protocol: FederationProtocol::WsFed,
            passive_sign_in_uri: Some("https://sts.tailspin.example/passive".to_owned()),
            ..Federation::of("Tailspin", "https://sts.tailspin.example/issuer", vec![domain("tailspin.example")])
        }];
    });
    let request = only(&sheet);
    assert_eq!(
        request.line(),
        "POST /v1.0/directory/federationConfigurations/microsoft.graph.samlOrWsFedExternalDomainFederation"
    );
    let expected = json!({
        "@odata.type": "microsoft.graph.samlOrWsFedExternalDomainFederation",
        "displayName": "Tailspin",
        "issuerUri": "https://sts.tailspin.example/issuer",
        "metadataExchangeUri": "<metadata URL>",
        "passiveSignInUri": "https://sts.tailspin.example/passive",
        "preferredAuthenticationProtocol": "wsFed",
        "domains": [{ "@odata.type": "microsoft.graph.externalDomainName", "id": "tailspin.example" }],
        "signingCertificate": "<signing certificate, Base64>"
    });
    assert_eq!(body(request), expected);
    assert_eq!(request.placeholders, ["<metadata URL>", "<signing certificate, Base64>"]);
    assert!(request.notes.is_empty());
}

#[test]
fn a_federation_without_an_endpoint_leaves_it_to_be_filled_in_and_one_not_in_force_says_so() {
    let sheet = sheet(Group::Federations, |workspace| {
        let federation = Federation::of("Tailspin", "https://sts.tailspin.example/issuer", vec![domain("tailspin.example")]);
        workspace.design.resource_tenant.federations = vec![Federation { inactive: true, ..federation }];
    });
    assert_eq!(body(only(&sheet))["passiveSignInUri"], "<passive authentication endpoint>");
    assert_eq!(only(&sheet).notes, ["This federation is marked as not in force."]);
}
