//! What differs between two workspaces, in words typed by hand.
//!
//! That no setting is left out shows by taking each value of the frozen document away.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failing test may panic")]

use redemption_engine::design::{
    AccessRule, AccessSettings, AccessType, ConditionalAccessPolicy, Design, EmailOneTimePasscode, FallbackProvider, Federation,
    GrantControl, HomeTenant, InboundTrust, PolicyState, PrimaryProvider, RedemptionOrder,
};
use redemption_engine::difference::between;
use redemption_engine::document;
use redemption_engine::flow::Node;
use redemption_engine::guest::{Device, MicrosoftAccount};
use redemption_engine::workspace::Workspace;

/// Nina of Adatum, and Omar.
fn workspace() -> Workspace {
    serde_json::from_value(serde_json::json!({
        "name": "Test",
        "design": {
            "resourceTenant": serde_json::to_value(Design::default().resource_tenant).unwrap(),
            "homeTenants": [{
                "tenantId": "0f2b1c4e-0000-4000-8000-000000000001",
                "displayName": "Adatum",
                "verifiedDomains": ["adatum.example"],
                "users": [{ "userPrincipalName": "nina@adatum.example" }]
            }]
        },
        "guests": [
            { "displayName": "Nina", "invitedEmail": "nina@adatum.example", "story": ["accept"] },
            { "displayName": "Omar", "invitedEmail": "omar@contractor.example" }
        ]
    }))
    .unwrap()
}

/// The differences after a change, as sentences.
fn after(change: impl FnOnce(&mut Workspace)) -> Vec<String> {
    let mut new = workspace();
    change(&mut new);
    between(&workspace(), &new).iter().map(ToString::to_string).collect()
}

fn order(providers: &[PrimaryProvider]) -> RedemptionOrder {
    RedemptionOrder::new(providers.to_vec(), FallbackProvider::default()).unwrap()
}

use PrimaryProvider::{AzureActiveDirectory, ExternalFederation, SocialIdentityProviders};

#[test]
fn equal_workspaces_have_no_difference() {
    assert_eq!(after(|_| {}), Vec::<String>::new());
}

#[test]
fn a_provider_that_moved_is_told_with_its_places() {
    let to = |providers: &[PrimaryProvider]| after(|new| new.design.resource_tenant.redemption_order = order(providers));
    assert_eq!(
        to(&[ExternalFederation, AzureActiveDirectory, SocialIdentityProviders]),
        ["Redemption order: SAML/WS-Fed identity providers moved up from 2 to 1"]
    );
    assert_eq!(
        to(&[ExternalFederation, SocialIdentityProviders, AzureActiveDirectory]),
        ["Redemption order: Microsoft Entra ID moved down from 1 to 3"]
    );
    assert_eq!(
        to(&[SocialIdentityProviders, ExternalFederation, AzureActiveDirectory]),
        ["Redemption order: now Social identity providers, SAML/WS-Fed identity providers, Microsoft Entra ID"]
    );
    assert_eq!(
        to(&[AzureActiveDirectory, SocialIdentityProviders]),
        ["Redemption order: SAML/WS-Fed identity providers removed"]
    );
}

#[test]
fn a_provider_that_is_new_in_the_order_is_told_with_its_place() {
    let mut old = workspace();
    old.design.resource_tenant.redemption_order = order(&[AzureActiveDirectory]);
    let mut new = workspace();
    new.design.resource_tenant.redemption_order =
        RedemptionOrder::new(vec![SocialIdentityProviders, AzureActiveDirectory], FallbackProvider::MicrosoftAccount).unwrap();
    let told: Vec<String> = between(&old, &new).iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "Redemption order: Social identity providers added as number 1",
            "Redemption order: fallback: from Microsoft account or email one-time passcode to Microsoft account only",
        ]
    );
}

#[test]
fn settings_of_the_resource_tenant_are_told_with_both_values() {
    let told = after(|new| {
        let tenant = &mut new.design.resource_tenant;
        tenant.email_one_time_passcode = EmailOneTimePasscode::Disabled;
        tenant.google_federation = true;
        tenant.invite_redirect_url = Some("https://portal.woodgrove.example".to_owned());
        tenant.external_users_may_leave = Some(false);
        tenant.inbound.users_and_groups = AccessRule { access_type: AccessType::Blocked, targets: Vec::new() };
        tenant.inbound_trust.is_mfa_accepted = true;
    });
    assert_eq!(
        told,
        [
            "Resource tenant: Google federation: from off to on",
            "Resource tenant: email one-time passcode: from Not set (default) to No",
            "Resource tenant: invite redirect URL added: https://portal.woodgrove.example",
            "Resource tenant: external users may leave: from not set to off",
            "Resource tenant: inbound access by default, users and groups: from all allowed to all blocked",
            "Resource tenant: trust of multifactor authentication by default: from off to on",
        ]
    );
}

#[test]
fn a_federation_is_known_by_its_issuer_and_a_policy_by_its_name() {
    let domain = |text: &str| vec![text.parse_domain()];
    let federation = Federation::of("Tailspin", "https://idp.tailspin.example/saml".to_owned(), domain("tailspin.example"));
    let policy = ConditionalAccessPolicy::demanding("Guests need MFA", vec![GrantControl::Mfa]);
    let mut old = workspace();
    old.design.resource_tenant.federations = vec![federation.clone()];
    old.design.resource_tenant.conditional_access = vec![policy.clone()];
    let mut new = old.clone();
    new.design.resource_tenant.federations[0].display_name = "Tailspin Toys".to_owned();
    new.design.resource_tenant.federations[0].domains = domain("toys.tailspin.example");
    new.design.resource_tenant.conditional_access = vec![
        ConditionalAccessPolicy::demanding("Block risk", vec![GrantControl::Block]),
        ConditionalAccessPolicy {
            state: PolicyState::Disabled,
            grant_controls: vec![GrantControl::Block, GrantControl::Mfa],
            ..policy.clone()
        },
    ];
    let found = between(&old, &new);
    let told: Vec<String> = found.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "Federation Tailspin Toys: name: from Tailspin to Tailspin Toys",
            "Federation Tailspin Toys: domains added: toys.tailspin.example; removed: tailspin.example",
            "Policy Block risk: added",
            "Policy Guests need MFA: state: from On to Off",
            "Policy Guests need MFA: grant controls added: Block access",
        ]
    );
    let fields: Vec<Option<&str>> = found.iter().map(|one| one.field.as_ref().map(|field| field.as_str())).collect();
    assert_eq!(
        fields,
        [
            Some("resource.federations.0.displayName"),
            Some("resource.federations.0.domains"),
            Some("resource.conditionalAccess.0"),
            Some("resource.conditionalAccess.1.state"),
            Some("resource.conditionalAccess.1.grantControls"),
        ]
    );
}

#[test]
fn home_tenants_and_their_users_are_told_with_what_both_sides_have_set() {
    let told = after(|new| {
        let home = &mut new.design.home_tenants[0];
        home.verified_domains.push("adatum.net.example".parse_domain());
        home.outbound_automatic_redemption = true;
        home.partner.inbound_trust = Some(InboundTrust { is_mfa_accepted: true, ..InboundTrust::default() });
        home.outbound_to_resource = Some(AccessSettings::default());
        home.users[0].disabled = true;
        home.users.push(serde_json::from_value(serde_json::json!({ "userPrincipalName": "ada@adatum.example" })).unwrap());
    });
    assert_eq!(
        told,
        [
            "Home tenant Adatum: verified domains added: adatum.net.example",
            "Home tenant Adatum: automatic redemption, outbound: from off to on",
            "Home tenant Adatum: outbound settings for the resource tenant turned on: users and groups all allowed, applications all \
             allowed",
            "Home tenant Adatum: the resource tenant's trust settings for it turned on: multifactor authentication",
            "User ada@adatum.example: added",
            "User nina@adatum.example: disabled: from no to yes",
        ]
    );
}

#[test]
fn what_came_and_went_is_told_by_its_name() {
    let told = after(|new| {
        new.design.home_tenants = vec![HomeTenant {
            tenant_id: "0f2b1c4e-0000-4000-8000-000000000002".to_owned(),
            display_name: "Fabrikam".to_owned(),
            ..workspace().design.home_tenants.remove(0)
        }];
        new.guests.remove(1);
    });
    assert_eq!(told, ["Home tenant Adatum: removed", "Home tenant Fabrikam: added", "Guest Omar: removed"]);
}

#[test]
fn facts_about_a_guest_are_told() {
    let told = after(|new| {
        let nina = &mut new.guests[0];
        let sign_in_name = nina.invited_email.clone();
        nina.person.microsoft_account = Some(MicrosoftAccount { sign_in_name, aliases: Vec::new() });
        nina.person.reads_invited_mailbox = false;
        nina.person.device = Device::Compliant;
        nina.invitation.customized_message_body = Some("Welcome!".to_owned());
    });
    assert_eq!(
        told,
        [
            "Guest Nina: personal account added",
            "Guest Nina: reads the invited mailbox: from yes to no",
            "Guest Nina: device: from Not managed to Compliant",
            "Guest Nina: message of the inviter added",
        ]
    );
}

#[test]
fn a_renamed_guest_is_known_by_the_address_and_others_by_the_name() {
    let told = after(|new| {
        new.guests[0].display_name = "Nina Berg".to_owned();
        new.guests.swap(0, 1);
    });
    assert_eq!(told, ["Guests: in another order", "Guest Nina Berg: name: from Nina to Nina Berg"]);
}

#[test]
fn a_story_is_told_from_where_it_parts() {
    use redemption_engine::act::Act;
    let story = |story: Vec<Act>| after(|new| new.guests[0].story = story);
    assert_eq!(story(vec![Act::Accept, Act::LetTimePass(1440)]), ["Guest Nina: story goes on: Wait 1 day"]);
    assert_eq!(story(Vec::new()), ["Guest Nina: story ends before: Accept"]);
    assert_eq!(
        story(vec![Act::Decline, Act::Accept, Act::Accept, Act::Accept, Act::GiveUp]),
        ["Guest Nina: story from act 1 on: Decline, Accept, Accept, 2 more (before: Accept)"]
    );
}

#[test]
fn notes_are_told_without_their_words() {
    let mut old = workspace();
    old.guests[0].set_note(Node::ReviewPermissions, "Stop here");
    old.guests[0].set_note(Node::TermsOfUse, "Read them");
    let mut new = old.clone();
    new.note = "For Monday".to_owned();
    new.guests[0].set_note(Node::ReviewPermissions, "Stop here, and ask");
    new.guests[0].set_note(Node::TermsOfUse, " ");
    new.guests[0].set_note(Node::Arrival, "Applause");
    let told: Vec<String> = between(&old, &new).iter().map(ToString::to_string).collect();
    let at = |node: Node| redemption_engine::wording::node(node);
    assert_eq!(
        told,
        [
            "Scenario: note added".to_owned(),
            format!("Guest Nina: note at {} changed", at(Node::ReviewPermissions)),
            format!("Guest Nina: note at {} added", at(Node::Arrival)),
            format!("Guest Nina: note at {} removed", at(Node::TermsOfUse)),
        ]
    );
}

#[test]
fn every_single_value_of_the_frozen_document_that_is_taken_away_is_told() {
    let text = include_str!("../../tests/documents/v3.json");
    let whole: serde_json::Value = serde_json::from_str(text).unwrap();
    let old = document::parse(text.as_bytes()).unwrap();
    let mut pointers = Vec::new();
    collect("", &whole["workspaces"], &mut pointers);
    let mut compared = 0;
    for pointer in pointers {
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        let mut document = whole.clone();
        let around = document.pointer_mut(&format!("/workspaces{parent}")).unwrap();
        match around {
            serde_json::Value::Object(properties) => drop(properties.remove(name)),
            serde_json::Value::Array(items) => drop(items.remove(name.parse().unwrap())),
            _ => unreachable!("a value is within a list or an object"),
        }
        let Ok(new) = document::parse(document.to_string().as_bytes()) else { continue };
        if new.len() != old.len() || new == old {
            continue;
        }
        let told: usize = old.iter().zip(&new).map(|(old, new)| between(old, new).len()).sum();
        assert!(told > 0, "{pointer}");
        compared += 1;
    }
    assert!(compared > 150, "{compared}");
}

fn collect(pointer: &str, value: &serde_json::Value, found: &mut Vec<String>) {
    let mut inner = |name: String, value: &serde_json::Value| {
        let pointer = format!("{pointer}/{name}");
        found.push(pointer.clone());
        collect(&pointer, value, found);
    };
    match value {
        serde_json::Value::Array(items) => items.iter().enumerate().for_each(|(at, item)| inner(at.to_string(), item)),
        serde_json::Value::Object(properties) => properties.iter().for_each(|(name, item)| inner(name.clone(), item)),
        _ => {}
    }
}

trait ParseDomain {
    fn parse_domain(&self) -> redemption_engine::address::Domain;
}

impl ParseDomain for str {
    fn parse_domain(&self) -> redemption_engine::address::Domain {
        redemption_engine::address::Domain::parse(self).unwrap()
    }
}
