//! What holds for any resource: single objects, pages and bare lists, and the way back out.
//!
//! The sample files are in `samples.rs`.

use proptest::prelude::*;
use redemption_engine::design::{FallbackProvider, Partner, PrimaryProvider, RedemptionOrder};
use redemption_engine::document::{parse, print};
use redemption_engine::graph::request::{Group, requests};
use redemption_engine::graph::{Level, read, read_any};
use redemption_engine::workspace::Workspace;
use strum::IntoEnumIterator;

use crate::{design, domain, import, notes};

/// All orders of all sets of primary providers.
fn every_primary_list() -> Vec<Vec<PrimaryProvider>> {
    let mut lists = vec![Vec::new()];
    for length in 0..3 {
        let longer: Vec<Vec<PrimaryProvider>> = lists
            .iter()
            .filter(|list| list.len() == length)
            .flat_map(|list| {
                PrimaryProvider::iter().filter(|next| !list.contains(next)).map(|next| [list.as_slice(), &[next]].concat())
            })
            .collect();
        lists.extend(longer);
    }
    lists
}

/// The body of the request that gives a tenant this redemption order.
fn redemption_patch(order: RedemptionOrder) -> String {
    let mut design = design();
    design.resource_tenant.redemption_order = order;
    let workspace = Workspace::new("", design, Vec::new());
    requests(&workspace, Group::RedemptionOrder).requests[0].body()
}

#[test]
fn the_request_body_is_written_as_microsoft_graph_writes_it() {
    let order = RedemptionOrder::new(
        vec![PrimaryProvider::ExternalFederation, PrimaryProvider::AzureActiveDirectory],
        FallbackProvider::DefaultConfiguredIdp,
    )
    .unwrap();
    let body = r#"{
  "invitationRedemptionIdentityProviderConfiguration": {
    "primaryIdentityProviderPrecedenceOrder": [
      "externalFederation",
      "azureActiveDirectory"
    ],
    "fallbackIdentityProvider": "defaultConfiguredIdp"
  }
}"#;
    assert_eq!(redemption_patch(order), body);
}

#[test]
fn every_order_that_is_written_is_read_back_without_repair() {
    let lists = every_primary_list();
    assert_eq!(lists.len(), 16);
    for primary in lists {
        for fallback in FallbackProvider::iter() {
            let order = RedemptionOrder::new(primary.clone(), fallback).unwrap();
            let import = import(&redemption_patch(order), &design());
            assert_eq!(import.design.resource_tenant.redemption_order, order);
            assert_eq!(notes(&import, Level::Repaired), []);
            assert_eq!(notes(&import, Level::Notice).len(), 3 - order.primary().len());
        }
    }
}

#[test]
fn the_bare_configuration_is_a_part_of_the_default_policy() {
    let import = import(
        r#"{"primaryIdentityProviderPrecedenceOrder": [], "fallbackIdentityProvider": "EMAILONETIMEPASSCODE"}"#,
        &design(),
    );
    let order = RedemptionOrder::new(Vec::new(), FallbackProvider::EmailOneTimePasscode).unwrap();
    assert_eq!(import.design.resource_tenant.redemption_order, order);
    assert_eq!(
        notes(&import, Level::Repaired),
        [("fallbackIdentityProvider", "`EMAILONETIMEPASSCODE` was read as `emailOneTimePasscode`")]
    );
}

#[test]
fn a_default_policy_without_the_configuration_changes_nothing_and_says_so() {
    let import = import(r#"{"isServiceDefault": true, "shoeSize": 43}"#, &design());
    assert_eq!(import.design, design());
    assert_eq!(notes(&import, Level::Taken), []);
    assert_eq!(notes(&import, Level::Notice).len(), 1);
    assert_eq!(notes(&import, Level::Ignored), [("isServiceDefault", "not used yet"), ("shoeSize", "unknown property, ignored")]);
}

#[test]
fn a_single_partner_leaves_the_others_alone() {
    let text = r#"{"tenantId": " 3d0f5dec-5d3d-455c-8016-E2AF1AE4D31A ", "automaticUserConsentSettings":
        {"inboundAllowed": false, "outboundAllowed": true}}"#;
    let import = import(text, &design());
    let mut expected = design();
    expected.home_tenants[0].partner = Partner { inbound_automatic_redemption: Some(false), added: true, ..Partner::default() };
    assert_eq!(import.design, expected);
    assert_eq!(notes(&import, Level::Taken), [("", "`Adatum`: inbound automatic redemption is off")]);
    assert_eq!(notes(&import, Level::Repaired).len(), 1);
    assert_eq!(
        notes(&import, Level::Ignored),
        [("automaticUserConsentSettings.outboundAllowed", "it concerns the resource tenant's own users as guests elsewhere")]
    );
}

#[test]
fn what_a_partner_says_nothing_about_stays_and_null_inherits() {
    let of = |settings: &str| format!(r#"{{"tenantId": "11111111-2222-3333-4444-555555555555"{settings}}}"#);
    let inbound = |settings: &str| import(&of(settings), &design()).design.home_tenants[1].partner.inbound_automatic_redemption;
    assert_eq!(inbound(""), Some(true));
    assert_eq!(inbound(r#", "automaticUserConsentSettings": {}"#), Some(true));
    assert_eq!(inbound(r#", "automaticUserConsentSettings": {"inboundAllowed": false}"#), Some(false));
    assert_eq!(inbound(r#", "automaticUserConsentSettings": {"inboundAllowed": null}"#), None);
    assert_eq!(inbound(r#", "automaticUserConsentSettings": null"#), None);
}

#[test]
fn a_partner_has_no_redemption_order() {
    let text = r#"{"tenantId": "11111111-2222-3333-4444-555555555555", "invitationRedemptionIdentityProviderConfiguration":
        {"primaryIdentityProviderPrecedenceOrder": [], "fallbackIdentityProvider": "microsoftAccount"}}"#;
    let import = import(text, &design());
    let mut expected = design();
    expected.home_tenants[1].partner.added = true;
    assert_eq!(import.design, expected);
    assert_eq!(
        notes(&import, Level::Ignored),
        [(
            "invitationRedemptionIdentityProviderConfiguration",
            "a partner has no redemption order; it is set in the default settings"
        )]
    );
}

#[test]
fn an_empty_list_removes_what_it_could_have_listed() {
    let of =
        |resource: &str| format!(r#"{{"@odata.context": "https://graph.microsoft.com/v1.0/$metadata#{resource}", "value": []}}"#);
    let partners = import(&of("policies/crossTenantAccessPolicy/partners"), &design());
    assert!(partners.design.home_tenants.iter().all(|tenant| tenant.partner == Partner::default()));
    assert_eq!(partners.design.home_tenants.len(), 2);
    assert!(import(&of("directory/federationConfigurations"), &design()).design.resource_tenant.federations.is_empty());
    let mut with_google = design();
    with_google.resource_tenant.google_federation = true;
    assert!(!import(&of("identity/identityProviders"), &with_google).design.resource_tenant.google_federation);
}

#[test]
fn one_page_of_a_longer_list_removes_nothing() {
    let page = |entry: &str| format!(r#"{{"@odata.nextLink": "https://graph.microsoft.com/next", "value": [{entry}]}}"#);
    let partners = import(&page(r#"{"tenantId": "3d0f5dec-5d3d-455c-8016-e2af1ae4d31a"}"#), &design());
    let mut expected = design();
    expected.home_tenants[0].partner.added = true;
    assert_eq!(partners.design, expected);
    let providers = import(&page(r#"{"identityProviderType": "EmailOTP"}"#), &design());
    assert_eq!(providers.design, design());
    let federations = import(&page(r#"{"issuerUri": "https://new.example", "domains": []}"#), &design());
    assert_eq!(federations.design.resource_tenant.federations.len(), 3);
    for import in [&partners, &providers, &federations] {
        assert!(notes(import, Level::Notice).iter().any(|(_, text)| text.contains("`@odata.nextLink`")));
    }
}

#[test]
fn a_bare_list_is_a_whole_list() {
    let import = import(r#"[{"tenantId": "3d0f5dec-5d3d-455c-8016-e2af1ae4d31a"}]"#, &design());
    assert_eq!(import.design.home_tenants[1].partner, Partner::default());
}

#[test]
fn a_single_federation_replaces_the_one_of_its_issuer_or_is_added() {
    let of = |issuer: &str, rest: &str| format!(r#"{{"issuerUri": "{issuer}", "displayName": "New"{rest}}}"#);
    let replaced = import(&of("https://idp.fabrikam.example/saml", r#", "preferredAuthenticationProtocol": "SAML""#), &design());
    let federations = &replaced.design.resource_tenant.federations;
    assert_eq!(federations.len(), 2);
    assert_eq!(federations[0].display_name, "New");
    assert_eq!(<&str>::from(federations[0].preferred_authentication_protocol), "saml");
    // `domains` is a relationship, and absent unless asked for.
    assert_eq!(federations[0].domains, [domain("fabrikam.example"), domain("fabrikam.test")]);
    assert!(federations[0].is_entra_tenant);
    assert_eq!(federations[1], design().resource_tenant.federations[1]);
    assert_eq!(notes(&replaced, Level::Repaired).len(), 1);

    let added = import(&of("https://new.example", r#", "domains": [{"id": "New.Example"}, "toys.example"]"#), &design());
    let federations = &added.design.resource_tenant.federations;
    assert_eq!(federations.len(), 3);
    assert_eq!(federations[2].domains, [domain("new.example"), domain("toys.example")]);
}

#[test]
fn a_single_google_provider_switches_google_federation_on_and_keeps_no_secret() {
    let text = r#"{"@odata.type": "microsoft.graph.socialIdentityProvider", "displayName": "Login with Google",
        "identityProviderType": "google", "clientId": "id-of-ours", "clientSecret": "secret-of-ours"}"#;
    let import = import(text, &design());
    assert!(import.design.resource_tenant.google_federation);
    assert_eq!(notes(&import, Level::Repaired), [("identityProviderType", "`google` was read as `Google`")]);
    let everything = format!("{import:?}");
    assert!(!everything.contains("of-ours"), "{everything}");
}

#[test]
fn a_single_built_in_provider_changes_nothing() {
    let mut with_google = design();
    with_google.resource_tenant.google_federation = true;
    assert_eq!(import(r#"{"identityProviderType": "EmailOTP"}"#, &with_google).design, with_google);
}

#[test]
fn the_email_method_is_found_among_all_authentication_methods() {
    let text = r##"{"@odata.context": "https://graph.microsoft.com/v1.0/$metadata#authenticationMethodConfigurations", "value": [
        {"@odata.type": "#microsoft.graph.fido2AuthenticationMethodConfiguration", "id": "Fido2", "state": "enabled"},
        {"@odata.type": "#microsoft.graph.emailAuthenticationMethodConfiguration", "id": "Email", "allowExternalIdToUseEmailOtp": "enabled"}]}"##;
    let import = import(text, &design());
    assert_eq!(
        notes(&import, Level::Taken),
        [("value[1].allowExternalIdToUseEmailOtp", "email one-time passcode for guests: `enabled`")]
    );
    assert_eq!(notes(&import, Level::Ignored), [("value[0]", "another authentication method")]);
}

#[test]
fn a_flood_of_unknown_properties_is_summed_up() {
    let flood: Vec<String> = (0..50_000).map(|n| format!(r#""p{n}": 0"#)).collect();
    let import = import(&format!(r#"{{"isServiceDefault": true, {}}}"#, flood.join(",")), &design());
    let ignored = notes(&import, Level::Ignored);
    assert_eq!(ignored.len(), 101);
    assert_eq!(ignored[100], ("", "and 49901 more properties, ignored"));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(read(&bytes, &design()).is_err());
        prop_assert!(read_any(&bytes).is_err());
    }

    /// Samples with one value exchanged for any other.
    #[test]
    fn any_value_in_any_place_is_read_or_refused(
        sample in 0..9_usize,
        place in any::<prop::sample::Index>(),
        value in prop::sample::select(vec!["null", "0", "-1.5", "true", "\"\"", "\"x\"", "[]", "{}", "[null]", "[[]]", "{\"id\": 0}"]),
    ) {
        const SAMPLES: [&str; 9] = [
            include_str!("../../../tests/fixtures/graph/authenticationMethodConfigurations-email.json"),
            include_str!("../../../tests/fixtures/graph/authorizationPolicy.json"),
            include_str!("../../../tests/fixtures/graph/crossTenantAccessPolicy-default-federation-first.json"),
            include_str!("../../../tests/fixtures/graph/crossTenantAccessPolicy-default.json"),
            include_str!("../../../tests/fixtures/graph/crossTenantAccessPolicy-partners.json"),
            include_str!("../../../tests/fixtures/graph/crossTenantAccessPolicy-patch-as-documented.json"),
            include_str!("../../../tests/fixtures/graph/federationConfigurations.json"),
            include_str!("../../../tests/fixtures/graph/identityProviders.json"),
            include_str!("../../../tests/fixtures/graph/users-guests.json"),
        ];
        let mut tree: serde_json::Value = serde_json::from_str(SAMPLES[sample]).unwrap();
        let pointers = pointers(&tree);
        let pointer = place.get(&pointers);
        *tree.pointer_mut(pointer).unwrap() = serde_json::from_str(value).unwrap();
        // Whatever comes of it, an error speaks and a result can be written down and opened again.
        match read(tree.to_string().as_bytes(), &design()) {
            Ok(import) => {
                let workspaces = vec![Workspace::new("", import.design, Vec::new())];
                prop_assert_eq!(parse(print(&workspaces).as_bytes()).unwrap(), workspaces);
            }
            Err(error) => prop_assert!(!error.to_string().is_empty()),
        }
    }
}

/// The places of all values below the root.
pub(crate) fn pointers(tree: &serde_json::Value) -> Vec<String> {
    let children: Vec<(String, &serde_json::Value)> = match tree {
        serde_json::Value::Array(items) => items.iter().enumerate().map(|(n, item)| (format!("/{n}"), item)).collect(),
        serde_json::Value::Object(properties) => properties.iter().map(|(name, value)| (format!("/{name}"), value)).collect(),
        _ => Vec::new(),
    };
    children
        .into_iter()
        .flat_map(|(step, child)| {
            let below: Vec<String> = pointers(child).iter().map(|rest| format!("{step}{rest}")).collect();
            [vec![step], below].concat()
        })
        .collect()
}
