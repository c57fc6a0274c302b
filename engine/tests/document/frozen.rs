//! What the frozen document `tests/documents/v1.json` means, typed by hand.
//!
//! Holds no assertions. The documents of formats 2 and 3 are in `frozen_v2.rs` and `frozen_v3.rs`.

use redemption_engine::act::Act;
use redemption_engine::address::{Domain, EmailAddress};
use redemption_engine::design::{
    Design, Edition, EmailOneTimePasscode, FallbackProvider, Federation, FederationProtocol, HomeTenant, HomeUser,
    JustInTimeCreation, Management, Partner, PrimaryProvider, PrivacyStatement, RedemptionOrder, ResourceTenant, TermsOfUse,
};
use redemption_engine::guest::{Guest, Invitation, MicrosoftAccount, Person, TargetApp, UserType, WayIn};
use redemption_engine::workspace::Workspace;

/// The frozen document of format 1, which is read for ever.
pub(crate) const V1: &str = include_str!("../../../tests/documents/v1.json");

/// The frozen document of format 2, which is read for ever.
pub(crate) const V2: &str = include_str!("../../../tests/documents/v2.json");

/// The frozen document of format 3, which is written.
pub(crate) const V3: &str = include_str!("../../../tests/documents/v3.json");

pub(crate) fn domain(text: &str) -> Domain {
    Domain::parse(text).unwrap()
}

pub(crate) fn address(text: &str) -> EmailAddress {
    EmailAddress::parse(text).unwrap()
}

pub(crate) fn order(primary: &[PrimaryProvider], fallback: FallbackProvider) -> RedemptionOrder {
    RedemptionOrder::new(primary.to_vec(), fallback).unwrap()
}

pub(crate) fn guest(display_name: &str, invited_email: &str) -> Guest {
    Guest::invited(display_name, address(invited_email))
}

pub(crate) fn workspace(name: &str, design: Design, guests: Vec<Guest>) -> Workspace {
    Workspace::new(name, design, guests)
}

pub(crate) fn home_tenant(tenant_id: &str, display_name: &str) -> HomeTenant {
    HomeTenant::managed(tenant_id, display_name, Vec::new())
}

/// The resource tenant of the frozen document's first workspace, typed by hand.
fn every_setting() -> ResourceTenant {
    use PrimaryProvider::{AzureActiveDirectory, ExternalFederation, SocialIdentityProviders};
    ResourceTenant {
        display_name: "Woodgrove Groceries".to_owned(),
        initial_domain: domain("woodgrove.onmicrosoft.com"),
        verified_domains: vec![domain("woodgrove.example"), domain("shop.woodgrove.example")],
        google_federation: true,
        federations: vec![
            Federation {
                display_name: "Tailspin AD FS".to_owned(),
                preferred_authentication_protocol: FederationProtocol::WsFed,
                issuer_uri: "http://sts.tailspin.example/adfs/services/trust".to_owned(),
                domains: vec![domain("tailspin.example"), domain("toys.tailspin.example")],
                ..Federation::of("", "", Vec::new())
            },
            Federation {
                display_name: "Fabrikam IdP".to_owned(),
                preferred_authentication_protocol: FederationProtocol::Saml,
                issuer_uri: "https://idp.fabrikam.example/saml".to_owned(),
                domains: vec![domain("fabrikam.example")],
                is_entra_tenant: true,
                ..Federation::of("", "", Vec::new())
            },
        ],
        email_one_time_passcode: EmailOneTimePasscode::Disabled,
        redemption_order: order(
            &[ExternalFederation, AzureActiveDirectory, SocialIdentityProviders],
            FallbackProvider::MicrosoftAccount,
        ),
        terms_of_use: vec![TermsOfUse::named("Guest terms"), TermsOfUse::named("Supplier terms")],
        privacy: PrivacyStatement {
            statement_url: Some("https://woodgrove.example/privacy".to_owned()),
            contact: Some("privacy@woodgrove.example".to_owned()),
        },
        invite_redirect_url: Some("https://shop.woodgrove.example/start".to_owned()),
        ..ResourceTenant::default()
    }
}

fn every_home_tenant() -> Vec<HomeTenant> {
    let adatum = HomeTenant {
        verified_domains: vec![domain("adatum.example")],
        users: vec![
            HomeUser {
                user_principal_name: address("nina@adatum.example"),
                mail: Some(address("n.berg@adatum.example")),
                aliases: vec![address("nina.berg@adatum.example")],
                ..HomeUser::named(address("nina@adatum.example"))
            },
            HomeUser::named(address("omar@adatum.example")),
        ],
        federated: true,
        outbound_automatic_redemption: true,
        just_in_time_creation: JustInTimeCreation {
            allow_email_verified_users_to_join_organization: true,
            allowed_to_sign_up_email_based_subscriptions: false,
        },
        email_as_alternate_login_id: true,
        partner: Partner { inbound_automatic_redemption: Some(true), ..Partner::default() },
        ..home_tenant("3d0f5dec-5d3d-455c-8016-e2af1ae4d31a", "Adatum")
    };
    let proseware = HomeTenant {
        management: Management::Unmanaged,
        partner: Partner { inbound_automatic_redemption: Some(false), ..Partner::default() },
        ..home_tenant("8f2a1c07-1c5f-4f0a-9c55-0d4fd0b6a7e2", "Proseware")
    };
    vec![adatum, proseware]
}

fn every_act() -> Vec<Act> {
    vec![
        Act::ChooseWorkAccount,
        Act::ChoosePersonalAccount,
        Act::SignInWithAddress,
        Act::SelectGoogle,
        Act::SelectFederation(1),
        Act::ContinueWithSession,
        Act::UseAnotherAccount,
        Act::EnterPasscode,
        Act::EnterWrongPasscode,
        Act::ResendPasscode,
        Act::Wait(31),
        Act::CreateAccount,
        Act::Accept,
        Act::Decline,
        Act::GiveUp,
        Act::TryAgain(WayIn::EmailLink),
        Act::TryAgain(WayIn::DirectLink),
        Act::TryAgain(WayIn::CommonEndpoint),
        Act::TryAgain(WayIn::CommonEndpointWithOrganization),
    ]
}

fn every_guest() -> Vec<Guest> {
    let nina = Guest {
        person: Person {
            work_account: Some(address("nina@adatum.example")),
            microsoft_account: Some(MicrosoftAccount {
                sign_in_name: address("nina@outlook.com"),
                aliases: vec![address("n.berg@adatum.example")],
            }),
            google_account: Some(address("nina.berg@gmail.com")),
            partner_account: true,
            reads_invited_mailbox: false,
            live_work_session: true,
            ..Person::default()
        },
        invitation: Invitation {
            send_invitation_message: false,
            invited_user_type: UserType::Member,
            invite_redirect_url: Some("https://apps.woodgrove.example/orders".to_owned()),
            contact_conflict: true,
            account_disabled: true,
            ..Invitation::default()
        },
        way_in: WayIn::DirectLink,
        target_app: TargetApp::MultitenantApp,
        sign_in_name: Some(address("nina@adatum.example")),
        story: every_act(),
        ..guest("Nina", "n.berg@adatum.example")
    };
    let tom =
        Guest { way_in: WayIn::CommonEndpoint, target_app: TargetApp::SingleTenantApp, ..guest("Tom", "tom@proseware.example") };
    let sofia = Guest { way_in: WayIn::CommonEndpointWithOrganization, ..guest("Sofia", "sofia.k@outlook.com") };
    vec![nina, tom, sofia]
}

/// What the frozen document means, typed by hand.
pub(crate) fn frozen() -> Vec<Workspace> {
    let passcode = |email_one_time_passcode| ResourceTenant { email_one_time_passcode, ..ResourceTenant::default() };
    let only_the_fallback =
        ResourceTenant { redemption_order: order(&[], FallbackProvider::EmailOneTimePasscode), ..ResourceTenant::default() };
    let design = |edition, resource_tenant| Design { edition, resource_tenant, ..Design::default() };
    vec![
        workspace(
            "Every setting",
            Design { resource_tenant: every_setting(), home_tenants: every_home_tenant(), ..Design::default() },
            every_guest(),
        ),
        workspace("The oldest text", design(Edition::Y2019, passcode(EmailOneTimePasscode::Default)), Vec::new()),
        workspace(
            "Passcode by choice",
            design(Edition::Y2021, passcode(EmailOneTimePasscode::Enabled)),
            vec![guest("Ravi", "ravi@contractor.example")],
        ),
        workspace("Only the fallback", design(Edition::Y2026, only_the_fallback), Vec::new()),
    ]
}
