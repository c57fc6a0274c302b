//! Every sample file, with what it means typed by hand.
//!
//! Notes are asserted where a reader depends on them; their wording elsewhere is free.

use redemption_engine::bundle::Bundle;
use redemption_engine::design::{
    AccessSettings, AccessType, AllowInvitesFrom, Design, Edition, EmailOneTimePasscode, FallbackProvider, Federation,
    FederationProtocol, GuestUserAccess, InboundTrust, Partner, PrimaryProvider,
};
use redemption_engine::graph::{Import, Level, Pasted, ResourceKind, read_any};

use crate::{design, domain, import, notes};

use PrimaryProvider::{AzureActiveDirectory, ExternalFederation, SocialIdentityProviders};

const DEFAULT: &str = include_str!("../../../tests/fixtures/graph/crossTenantAccessPolicy-default.json");
const FEDERATION_FIRST: &str =
    include_str!("../../../tests/fixtures/graph/crossTenantAccessPolicy-default-federation-first.json");
const PATCH: &str = include_str!("../../../tests/fixtures/graph/crossTenantAccessPolicy-patch-as-documented.json");
const PARTNERS: &str = include_str!("../../../tests/fixtures/graph/crossTenantAccessPolicy-partners.json");
const FEDERATIONS: &str = include_str!("../../../tests/fixtures/graph/federationConfigurations.json");
const PROVIDERS: &str = include_str!("../../../tests/fixtures/graph/identityProviders.json");
const EMAIL: &str = include_str!("../../../tests/fixtures/graph/authenticationMethodConfigurations-email.json");
const AUTHORIZATION: &str = include_str!("../../../tests/fixtures/graph/authorizationPolicy.json");
const USERS: &str = include_str!("../../../tests/fixtures/graph/users-guests.json");

const CONFIGURATION: &str = "invitationRedemptionIdentityProviderConfiguration";
const PRIMARY: &str = "invitationRedemptionIdentityProviderConfiguration.primaryIdentityProviderPrecedenceOrder";

/// The design of the import, but for the redemption order.
fn order_of(import: &Import, before: &Design) -> (Vec<PrimaryProvider>, FallbackProvider) {
    let order = import.design.resource_tenant.redemption_order;
    let mut rest = import.design.clone();
    rest.resource_tenant.redemption_order = before.resource_tenant.redemption_order;
    rest.resource_tenant.inbound_trust = before.resource_tenant.inbound_trust;
    assert_eq!(rest, *before, "nothing else changes");
    (order.primary().to_vec(), order.fallback())
}

#[test]
fn the_default_policy_of_a_new_tenant_is_the_default_order() {
    let mut before = design();
    before.resource_tenant.redemption_order =
        redemption_engine::design::RedemptionOrder::new(vec![], FallbackProvider::MicrosoftAccount).unwrap();
    let import = import(DEFAULT, &before);
    assert_eq!(import.kind, ResourceKind::DefaultPolicy);
    let all = vec![AzureActiveDirectory, ExternalFederation, SocialIdentityProviders];
    assert_eq!(order_of(&import, &before), (all, FallbackProvider::DefaultConfiguredIdp));
    assert_eq!(
        notes(&import, Level::Taken),
        [
            ("b2bCollaborationInbound", "B2B collaboration inbound, default: all users allowed, all applications allowed"),
            ("inboundTrust", "inbound trust, default: nothing"),
            (
                CONFIGURATION,
                "the redemption order: `azureActiveDirectory`, `externalFederation`, `socialIdentityProviders`, \
                 then the fallback `defaultConfiguredIdp`"
            )
        ]
    );
    assert_eq!(notes(&import, Level::Repaired), []);
    assert_eq!(notes(&import, Level::Notice), []);
    let not_used = "not used yet";
    assert_eq!(
        notes(&import, Level::Ignored),
        [
            ("isServiceDefault", not_used),
            ("b2bCollaborationOutbound", not_used),
            ("b2bDirectConnectOutbound", not_used),
            ("b2bDirectConnectInbound", not_used),
            ("tenantRestrictions", not_used),
            ("automaticUserConsentSettings", not_used),
        ]
    );
}

#[test]
fn a_shorter_order_loads_and_says_which_provider_is_disabled() {
    let import = import(FEDERATION_FIRST, &design());
    let order = (vec![ExternalFederation, AzureActiveDirectory], FallbackProvider::EmailOneTimePasscode);
    assert_eq!(order_of(&import, &design()), order);
    assert_eq!(notes(&import, Level::Repaired), []);
    assert_eq!(
        notes(&import, Level::Notice),
        [(PRIMARY, "`socialIdentityProviders` is not listed, so this provider is disabled")]
    );
    assert!(notes(&import, Level::Ignored).contains(&("m365CollaborationInbound", "not used yet")));
}

#[test]
fn the_documentations_own_request_body_loads_with_one_note_for_each_repaired_value() {
    let import = import(PATCH, &design());
    let order = (vec![ExternalFederation, AzureActiveDirectory], FallbackProvider::DefaultConfiguredIdp);
    assert_eq!(order_of(&import, &design()), order);
    assert_eq!(
        notes(&import, Level::Repaired),
        [
            (&*format!("{PRIMARY}[0]"), "`ExternalFederation ` was read as `externalFederation`"),
            (&*format!("{PRIMARY}[1]"), "`AzureActiveDirectory ` was read as `azureActiveDirectory`"),
            (&*format!("{CONFIGURATION}.fallbackIdentityProvider"), "`defaultConfiguredIdp ` was read as `defaultConfiguredIdp`"),
        ]
    );
    assert_eq!(notes(&import, Level::Notice).len(), 1);
    assert_eq!(notes(&import, Level::Ignored), []);
}

#[test]
fn a_list_of_partners_sets_adds_and_resets() {
    let before = design();
    let import = import(PARTNERS, &before);
    assert_eq!(import.kind, ResourceKind::Partners);
    assert_eq!(import.design.resource_tenant, before.resource_tenant);
    let [adatum, contoso, added] = import.design.home_tenants.as_slice() else { panic!("three home tenants") };

    // Found though the design writes its id in capitals; everything else about it stays.
    let trust = InboundTrust { is_mfa_accepted: true, ..InboundTrust::default() };
    let partner =
        Partner { inbound_automatic_redemption: Some(true), inbound_trust: Some(trust), added: true, ..Partner::default() };
    assert_eq!(adatum.partner, partner);
    assert_eq!(adatum.tenant_id, "3D0F5DEC-5d3d-455c-8016-e2af1ae4d31a");
    assert_eq!(adatum.users, before.home_tenants[0].users);
    // Not in the list: the tenant stays, its partner settings go.
    assert_eq!(contoso.display_name, "Contoso");
    assert_eq!(contoso.verified_domains, [domain("contoso.example")]);
    assert_eq!(contoso.partner, Partner::default());
    // New: managed, without domains and users; `null` inherits.
    assert_eq!(added.tenant_id, "8f2a1c07-1c5f-4f0a-9c55-0d4fd0b6a7e2");
    assert_eq!(added.display_name, "Tenant 8f2a1c07");
    assert_eq!(added.management, redemption_engine::design::Management::Managed);
    assert!(added.verified_domains.is_empty() && added.users.is_empty());
    let blocked = AccessSettings::all(AccessType::Blocked);
    assert_eq!(added.partner, Partner { inbound: Some(blocked), added: true, ..Partner::default() });

    assert_eq!(
        notes(&import, Level::Taken),
        [
            ("value[0]", "`Adatum`: inbound automatic redemption is on"),
            ("value[0].b2bCollaborationInbound", "`Adatum`: B2B collaboration inbound: as in the default settings"),
            ("value[0].inboundTrust", "`Adatum`: inbound trust: multifactor authentication"),
            ("value[1]", "`Tenant 8f2a1c07`: inbound automatic redemption is inherited from the default, which is off"),
            (
                "value[1].b2bCollaborationInbound",
                "`Tenant 8f2a1c07`: B2B collaboration inbound: all users blocked, all applications blocked"
            ),
            ("value[1].inboundTrust", "`Tenant 8f2a1c07`: inbound trust: as in the default settings"),
        ]
    );
    assert_eq!(
        notes(&import, Level::Notice),
        [
            (
                "value[1].tenantId",
                "no home tenant has this id, so `Tenant 8f2a1c07` was added: managed, without domains and users"
            ),
            ("value", "`Contoso` is not in the list, so its partner settings were removed"),
        ]
    );
    assert_eq!(notes(&import, Level::Ignored), [("value[0].isInMultiTenantOrganization", "not used yet (in 2 entries)")]);
}

#[test]
fn a_list_of_federations_replaces_all_federations() {
    let before = design();
    let import = import(FEDERATIONS, &before);
    assert_eq!(import.kind, ResourceKind::Federations);
    assert_eq!(import.design.home_tenants, before.home_tenants);
    assert_eq!(
        import.design.resource_tenant.federations,
        [
            Federation {
                display_name: "Tailspin AD FS".to_owned(),
                preferred_authentication_protocol: FederationProtocol::WsFed,
                issuer_uri: "http://sts.tailspin.example/adfs/services/trust".to_owned(),
                domains: vec![domain("tailspin.example"), domain("toys.tailspin.example")],
                is_entra_tenant: false,
                passive_sign_in_uri: Some("https://sts.tailspin.example/adfs/ls/".to_owned()),
                ..Federation::of("", "", Vec::new())
            },
            Federation {
                display_name: "Fabrikam IdP".to_owned(),
                preferred_authentication_protocol: FederationProtocol::Saml,
                issuer_uri: "https://idp.fabrikam.example/saml".to_owned(),
                domains: vec![domain("fabrikam.example")],
                // Microsoft Graph does not say it, so what was known of this issuer stays.
                is_entra_tenant: true,
                passive_sign_in_uri: Some("https://idp.fabrikam.example/sso".to_owned()),
                ..Federation::of("", "", Vec::new())
            },
        ]
    );
    assert_eq!(
        notes(&import, Level::Notice),
        [("value", "federations have other positions now; a guest who selects one may select another")]
    );
    assert_eq!(
        notes(&import, Level::Ignored),
        [
            ("value[0].id", "a scenario keeps no ids of Microsoft Graph, ignored (in 2 entries)"),
            ("value[0].metadataExchangeUri", "not used yet"),
            ("value[0].signingCertificate", "not used yet (in 2 entries)"),
        ]
    );
}

#[test]
fn a_list_of_identity_providers_switches_google_federation_on_or_off() {
    let before = design();
    let on = import(PROVIDERS, &before);
    assert_eq!(on.kind, ResourceKind::IdentityProviders);
    let mut expected = before.clone();
    expected.resource_tenant.google_federation = true;
    assert_eq!(on.design, expected);
    assert_eq!(notes(&on, Level::Taken), [("value", "Google federation is on")]);
    assert_eq!(
        notes(&on, Level::Ignored),
        [
            ("value[0].clientId", "not kept"),
            ("value[0].clientSecret", "not kept"),
            ("value[1]", "`MicrosoftAccount` is built in and needs no setting"),
            ("value[2]", "`EmailOTP` is built in and needs no setting"),
            ("value[3]", "`AADSignup` is built in and needs no setting"),
            ("value[0].id", "a scenario keeps no ids of Microsoft Graph, ignored"),
        ]
    );
    let off = import(&PROVIDERS.replace("\"Google\"", "\"Facebook\""), &expected);
    assert_eq!(off.design, before);
    assert_eq!(notes(&off, Level::Taken), [("value", "Google is not in the list, so Google federation is off")]);
    assert!(notes(&off, Level::Ignored).contains(&("value[0]", "`Facebook` is not a provider for invited guests")));
}

#[test]
fn the_email_authentication_method_sets_email_one_time_passcode() {
    let before = design();
    for (word, passcode) in [
        ("disabled", EmailOneTimePasscode::Disabled),
        ("enabled", EmailOneTimePasscode::Enabled),
        ("default", EmailOneTimePasscode::Default),
    ] {
        let import = import(&EMAIL.replace("\"disabled\"", &format!("\"{word}\"")), &before);
        assert_eq!(import.kind, ResourceKind::EmailAuthenticationMethod);
        let mut expected = before.clone();
        expected.resource_tenant.email_one_time_passcode = passcode;
        assert_eq!(import.design, expected);
        let text = format!("email one-time passcode for guests: `{word}`");
        assert_eq!(notes(&import, Level::Taken), [("allowExternalIdToUseEmailOtp", text.as_str())]);
        assert_eq!(notes(&import, Level::Ignored), [("state", "not used yet"), ("includeTargets", "not used yet")]);
    }
}

#[test]
fn the_authorization_policy_says_who_may_invite_and_what_guests_see() {
    let before = design();
    let policy = import(AUTHORIZATION, &before);
    let mut expected = before;
    expected.resource_tenant.allow_invites_from = Some(AllowInvitesFrom::AdminsAndGuestInviters);
    expected.resource_tenant.guest_user_access = GuestUserAccess::Limited;
    assert_eq!((policy.kind, &policy.design), (ResourceKind::AuthorizationPolicy, &expected));
    assert_eq!(
        notes(&policy, Level::Taken),
        [("allowInvitesFrom", "who may invite: `adminsAndGuestInviters`"), ("guestUserRoleId", "what guests may see: `limited`")]
    );
    assert_eq!(notes(&policy, Level::Ignored).len(), 5);
}

#[test]
fn an_edition_without_the_setting_keeps_it_and_says_so() {
    let old = Design { edition: Edition::Y2021, ..design() };
    let order = import(DEFAULT, &old);
    assert_eq!(
        notes(&order, Level::Notice),
        [(CONFIGURATION, "the edition 2021-05 has no redemption order; it is kept, but not used")]
    );
    let partners = import(PARTNERS, &old);
    assert_eq!(
        notes(&partners, Level::Notice).last(),
        Some(&("value", "the edition 2021-05 has no automatic redemption; the settings are kept, but not used"))
    );
}

fn pasted(text: &str) -> Vec<Option<ResourceKind>> {
    let Pasted::Graph(paste) = read_any(text.as_bytes()).unwrap() else { panic!("{text}") };
    paste.parts().iter().map(redemption_engine::graph::Part::kind).collect()
}

#[test]
fn every_sample_and_our_own_document_is_told_apart_when_pasted() {
    let samples = [
        (DEFAULT, ResourceKind::DefaultPolicy),
        (FEDERATION_FIRST, ResourceKind::DefaultPolicy),
        (PATCH, ResourceKind::DefaultPolicy),
        (PARTNERS, ResourceKind::Partners),
        (FEDERATIONS, ResourceKind::Federations),
        (PROVIDERS, ResourceKind::IdentityProviders),
        (EMAIL, ResourceKind::EmailAuthenticationMethod),
        (AUTHORIZATION, ResourceKind::AuthorizationPolicy),
        (USERS, ResourceKind::Users),
    ];
    for (text, kind) in samples {
        assert_eq!(pasted(text), [Some(kind)]);
        // Without its annotations, by properties alone.
        let bare: String = text.lines().filter(|line| !line.contains("@odata")).map(|line| format!("{line}\n")).collect();
        assert_eq!(pasted(&bare), [Some(kind)], "without annotations");
    }
    let document = include_bytes!("../../../tests/documents/v1.json");
    let Pasted::Bundle(Bundle { workspaces, .. }) = read_any(document).unwrap() else { panic!("a document") };
    assert_eq!(workspaces.len(), 4);
}
