//! What the frozen document `tests/documents/v2.json` means, typed by hand.
//!
//! Holds no assertions. Its acts and changes are in `frozen_story.rs`; what format 1 knew already is in `frozen.rs`.

use jiff::civil::date;
use redemption_engine::design::{
    AccessRule, AccessSettings, AccessType, AllowInvitesFrom, Application, ApplicationPermissions, Cloud,
    CollaborationRestrictions, ConditionalAccessPolicy, CrossCloud, Design, Edition, EmailOneTimePasscode, ExternalUserType,
    FallbackProvider, Federation, FederationProtocol, GrantControl, GrantOperator, GuestUserAccess, HomeTenant, HomeUser,
    InboundTrust, Interpretations, JustInTimeCreation, Management, Partner, PolicyState, PrimaryProvider, PrivacyStatement,
    ProviderResponse, ResourceTenant, RestrictionKind, RiskLevel, SignInFrequency, TermsExpiration, TermsFrequency, TermsOfUse,
};
use redemption_engine::guest::{
    AddressOwner, Client, Device, GoogleAnswer, Guest, InternalUser, Invitation, Inviter, InviterRole, MicrosoftAccount, Person,
    StepNote, TargetApp, UserType, WayIn,
};
use redemption_engine::workspace::Workspace;

use crate::frozen::{address, domain, guest, home_tenant, order, workspace};
use crate::frozen_story::story;

const ORDERS_APP: &str = "0c7e5e0a-6f0f-4f43-9a55-3a1f6f0f2b10";
const APPS_ACCESS_PANEL: &str = "2793995e-0a7d-40d7-bd35-6968ba142197";

fn note(node: &str, text: &str) -> StepNote {
    StepNote { node: node.to_owned(), text: text.to_owned() }
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn rule(access_type: AccessType, targets: &[&str]) -> AccessRule {
    AccessRule { access_type, targets: texts(targets) }
}

fn federations() -> Vec<Federation> {
    let answering = |name: &str, response| Federation {
        response,
        ..Federation::of(
            name,
            format!("https://idp.{}.example/saml", name.to_lowercase()),
            vec![domain(&format!("{name}.example"))],
        )
    };
    vec![
        Federation {
            display_name: "Tailspin AD FS".to_owned(),
            preferred_authentication_protocol: FederationProtocol::WsFed,
            issuer_uri: "http://sts.tailspin.example/adfs/services/trust".to_owned(),
            domains: vec![domain("tailspin.example"), domain("toys.tailspin.example")],
            is_entra_tenant: false,
            inactive: true,
            response: ProviderResponse::Valid,
            passive_sign_in_uri: Some("https://sts.tailspin.example/adfs/ls".to_owned()),
            dns_record_published: true,
        },
        Federation {
            display_name: "Fabrikam IdP".to_owned(),
            preferred_authentication_protocol: FederationProtocol::Saml,
            issuer_uri: "https://idp.fabrikam.example/saml".to_owned(),
            domains: vec![domain("fabrikam.example")],
            is_entra_tenant: true,
            inactive: false,
            response: ProviderResponse::InvalidToken,
            passive_sign_in_uri: None,
            dns_record_published: false,
        },
        answering("Litware", ProviderResponse::MailClaimMissing),
        answering("Northwind", ProviderResponse::MailClaimOutsideDomain),
        answering("Lamna", ProviderResponse::RealmMissing),
        answering("Relecloud", ProviderResponse::RealmUnknown),
    ]
}

fn terms_of_use() -> Vec<TermsOfUse> {
    let on_schedule = |name: &str, start, frequency| TermsOfUse {
        terms_expiration: Some(TermsExpiration { start, frequency }),
        ..TermsOfUse::named(name)
    };
    vec![
        TermsOfUse {
            display_name: "Guest terms".to_owned(),
            languages: texts(&["en", "de", "fr-CA"]),
            is_viewing_before_acceptance_required: true,
            is_per_device_acceptance_required: true,
            terms_expiration: Some(TermsExpiration { start: date(2026, 1, 31), frequency: TermsFrequency::Monthly }),
            reaccept_after_days: Some(30),
        },
        on_schedule("Supplier terms", date(2024, 2, 29), TermsFrequency::Annually),
        on_schedule("Visitor terms", date(2025, 7, 1), TermsFrequency::Biannually),
        on_schedule("Laboratory terms", date(2025, 10, 1), TermsFrequency::Quarterly),
    ]
}

fn conditional_access() -> Vec<ConditionalAccessPolicy> {
    use GrantControl::{
        ApprovedApplication, AuthenticationStrength, Block, CompliantApplication, CompliantDevice, DomainJoinedDevice, Mfa,
        PasswordChange,
    };
    vec![
        ConditionalAccessPolicy {
            display_name: "Guests prove themselves".to_owned(),
            state: PolicyState::Enabled,
            external_users: vec![
                ExternalUserType::B2bCollaborationGuest,
                ExternalUserType::B2bCollaborationMember,
                ExternalUserType::B2bDirectConnectUser,
                ExternalUserType::InternalGuest,
                ExternalUserType::ServiceProvider,
                ExternalUserType::OtherExternalUser,
            ],
            applications: texts(&[ORDERS_APP]),
            include_locations: texts(&["DE", "Trusted sites"]),
            exclude_locations: texts(&["FR"]),
            sign_in_risk_levels: vec![RiskLevel::None, RiskLevel::Low, RiskLevel::Medium, RiskLevel::High],
            user_risk_levels: vec![RiskLevel::Medium, RiskLevel::High],
            grant_controls: vec![
                Block,
                Mfa,
                AuthenticationStrength,
                CompliantDevice,
                DomainJoinedDevice,
                ApprovedApplication,
                CompliantApplication,
                PasswordChange,
            ],
            operator: GrantOperator::Or,
            terms_of_use: texts(&["Guest terms", "Supplier terms"]),
            sign_in_frequency: Some(SignInFrequency::Hours(12.try_into().unwrap())),
        },
        ConditionalAccessPolicy {
            state: PolicyState::EnabledForReportingButNotEnforced,
            sign_in_frequency: Some(SignInFrequency::EveryTime),
            ..ConditionalAccessPolicy::demanding("Only reported", Vec::new())
        },
        ConditionalAccessPolicy {
            state: PolicyState::Disabled,
            sign_in_frequency: Some(SignInFrequency::Days(7.try_into().unwrap())),
            ..ConditionalAccessPolicy::demanding("Switched off", vec![Mfa])
        },
    ]
}

/// The resource tenant of the frozen document's first workspace, typed by hand.
pub(crate) fn every_setting() -> ResourceTenant {
    use PrimaryProvider::{AzureActiveDirectory, ExternalFederation, SocialIdentityProviders};
    ResourceTenant {
        display_name: "Woodgrove Groceries".to_owned(),
        initial_domain: domain("woodgrove.onmicrosoft.com"),
        verified_domains: vec![domain("woodgrove.example"), domain("shop.woodgrove.example")],
        google_federation: true,
        google_client_invalid: true,
        federations: federations(),
        email_one_time_passcode: EmailOneTimePasscode::Disabled,
        redemption_order: order(
            &[ExternalFederation, AzureActiveDirectory, SocialIdentityProviders],
            FallbackProvider::MicrosoftAccount,
        ),
        terms_of_use: terms_of_use(),
        privacy: PrivacyStatement {
            statement_url: Some("https://woodgrove.example/privacy".to_owned()),
            contact: Some("privacy@woodgrove.example".to_owned()),
        },
        invite_redirect_url: Some("https://shop.woodgrove.example/start".to_owned()),
        cloud: Cloud::Global,
        allowed_clouds: vec![Cloud::UsGovernment, Cloud::China21Vianet],
        allow_invites_from: Some(AllowInvitesFrom::Everyone),
        guest_user_access: GuestUserAccess::Restricted,
        collaboration_restrictions: CollaborationRestrictions {
            kind: RestrictionKind::DenyList,
            domains: vec![domain("adventure.example"), domain("proseware.example")],
        },
        external_users_may_leave: Some(false),
        inbound: AccessSettings {
            users_and_groups: rule(AccessType::Allowed, &["Partners", "nina@adatum.example"]),
            applications: rule(AccessType::Allowed, &[APPS_ACCESS_PANEL, ORDERS_APP]),
        },
        inbound_trust: InboundTrust {
            is_mfa_accepted: true,
            is_compliant_device_accepted: false,
            is_hybrid_azure_ad_joined_device_accepted: true,
        },
        conditional_access: conditional_access(),
        application: Application {
            display_name: "Orders".to_owned(),
            app_id: ORDERS_APP.to_owned(),
            permissions: ApplicationPermissions::UserConsent,
            assignment_required: true,
        },
        self_service_sign_up: true,
        notification_language: Some("de".to_owned()),
    }
}

fn home_tenants() -> Vec<HomeTenant> {
    let adatum = HomeTenant {
        tenant_id: "3d0f5dec-5d3d-455c-8016-e2af1ae4d31a".to_owned(),
        display_name: "Adatum".to_owned(),
        management: Management::Managed,
        verified_domains: vec![domain("adatum.example")],
        users: vec![
            HomeUser {
                user_principal_name: address("nina@adatum.example"),
                mail: Some(address("n.berg@adatum.example")),
                aliases: vec![address("nina.berg@adatum.example")],
                groups: texts(&["Partners", "Sales"]),
                disabled: false,
            },
            HomeUser { disabled: true, ..HomeUser::named(address("omar@adatum.example")) },
        ],
        federated: true,
        outbound_automatic_redemption: true,
        just_in_time_creation: JustInTimeCreation {
            allow_email_verified_users_to_join_organization: true,
            allowed_to_sign_up_email_based_subscriptions: false,
        },
        email_as_alternate_login_id: true,
        outbound: AccessSettings {
            users_and_groups: rule(AccessType::Blocked, &[]),
            applications: rule(AccessType::Blocked, &[]),
        },
        outbound_to_resource: Some(AccessSettings {
            users_and_groups: rule(AccessType::Allowed, &["Sales"]),
            applications: rule(AccessType::Blocked, &[ORDERS_APP]),
        }),
        cloud: Cloud::UsGovernment,
        cross_cloud: CrossCloud { allows_resource_cloud: true, adds_resource_tenant: false, worker_disabled: true },
        requires_mfa: true,
        blocks_sign_in: true,
        notification_language: Some("fr".to_owned()),
        partner: Partner {
            inbound_automatic_redemption: Some(true),
            inbound: Some(AccessSettings {
                users_and_groups: rule(AccessType::Allowed, &[]),
                applications: rule(AccessType::Allowed, &["AllMicrosoftApps"]),
            }),
            inbound_trust: Some(InboundTrust {
                is_mfa_accepted: false,
                is_compliant_device_accepted: true,
                is_hybrid_azure_ad_joined_device_accepted: false,
            }),
            added: true,
        },
    };
    let proseware = HomeTenant {
        management: Management::Unmanaged,
        partner: Partner { inbound_automatic_redemption: Some(false), ..Partner::default() },
        ..home_tenant("8f2a1c07-1c5f-4f0a-9c55-0d4fd0b6a7e2", "Proseware")
    };
    vec![adatum, proseware]
}

fn nina() -> Guest {
    Guest {
        display_name: "Nina".to_owned(),
        invited_email: address("n.berg@adatum.example"),
        person: Person {
            work_account: Some(address("nina@adatum.example")),
            microsoft_account: Some(MicrosoftAccount {
                sign_in_name: address("nina@outlook.com"),
                aliases: vec![address("n.berg@adatum.example")],
            }),
            google_account: Some(address("nina.berg@gmail.com")),
            google_answer: GoogleAnswer::PassingError,
            partner_account: true,
            reads_invited_mailbox: false,
            live_work_session: true,
            finds_invitation_mail: false,
            unsubscribed: true,
            client: Client::EmbeddedWebView,
            preferred_language: Some("de-AT".to_owned()),
            location: Some("AT".to_owned()),
            tenant_restrictions: true,
            device: Device::Compliant,
            home_mfa_done: true,
            strong_methods: true,
            resource_mfa_registered: true,
            sign_in_risk: RiskLevel::Low,
            user_risk: RiskLevel::Medium,
        },
        invitation: Invitation {
            send_invitation_message: false,
            invited_user_type: UserType::Member,
            invite_redirect_url: Some("https://apps.woodgrove.example/orders".to_owned()),
            contact_conflict: true,
            account_disabled: true,
            inviter: Inviter { role: InviterRole::GuestInviter, without_mailbox: true },
            invited_on: Some(date(2024, 2, 29)),
            address_owner: Some(AddressOwner::LocalUser),
            group_mailbox: true,
            internal_user: Some(InternalUser {
                user_principal_name: address("nina.berg@woodgrove.example"),
                synced_from_on_premises: true,
            }),
            message_language: Some("de".to_owned()),
            customized_message_body: Some("Welcome to our shop.\nYour buyers".to_owned()),
        },
        way_in: WayIn::DirectLink,
        target_app: TargetApp::MultitenantApp,
        sign_in_name: Some(address("nina@adatum.example")),
        second_address: Some(address("nina@fabrikam.example")),
        not_assigned: true,
        story: story(),
        notes: vec![
            note("reviewPermissions", "Compare with the consent of the application."),
            note("signIn:google", "Nina has no Google account yet."),
        ],
        redeemed: None,
        assumed: Vec::new(),
    }
}

fn guests() -> Vec<Guest> {
    let invited_by = |role, without_mailbox| Invitation { inviter: Inviter { role, without_mailbox }, ..Invitation::default() };
    let tom = Guest {
        person: Person {
            google_answer: GoogleAnswer::LastingError,
            device: Device::HybridJoined,
            sign_in_risk: RiskLevel::High,
            ..Person::default()
        },
        invitation: Invitation { address_owner: Some(AddressOwner::Group), ..invited_by(InviterRole::Member, false) },
        way_in: WayIn::CommonEndpoint,
        target_app: TargetApp::SingleTenantApp,
        ..guest("Tom", "tom@proseware.example")
    };
    let google_answers = |google_answer| Person { google_answer, ..Person::default() };
    let sofia = Guest {
        person: google_answers(GoogleAnswer::CodeRefused),
        invitation: Invitation {
            address_owner: Some(AddressOwner::ExistingGuest),
            internal_user: Some(InternalUser {
                user_principal_name: address("sofia@woodgrove.example"),
                synced_from_on_premises: false,
            }),
            ..invited_by(InviterRole::Guest, false)
        },
        way_in: WayIn::CommonEndpointWithOrganization,
        ..guest("Sofia", "sofia.k@outlook.com")
    };
    let ravi = Guest { invitation: invited_by(InviterRole::Application, false), ..guest("Ravi", "ravi@contractor.example") };
    let quinn = Guest {
        person: google_answers(GoogleAnswer::RefreshTokenRefused),
        invitation: invited_by(InviterRole::Administrator, true),
        ..guest("Quinn", "quinn.freelance@gmail.com")
    };
    vec![nina(), tom, sofia, ravi, quinn]
}

fn interpretations() -> Interpretations {
    Interpretations {
        shared_address_is_work: true,
        link_expires_after_days: Some(90),
        link_works_once: true,
        terms_at_first_sign_in_only: true,
        passwords_for_unmanaged: true,
        just_in_time_creation_works: true,
        audit_every_attempt: true,
    }
}

fn other_tenants() -> [(Edition, ResourceTenant); 3] {
    let list = |kind| CollaborationRestrictions { kind, domains: vec![domain("adatum.example")] };
    let asking = |permissions| Application { permissions, ..Application::default() };
    let government = ResourceTenant {
        cloud: Cloud::UsGovernment,
        allowed_clouds: vec![Cloud::Global],
        allow_invites_from: Some(AllowInvitesFrom::None),
        guest_user_access: GuestUserAccess::SameAsMembers,
        collaboration_restrictions: list(RestrictionKind::AllowList),
        application: asking(ApplicationPermissions::AdminConsentRequired),
        ..ResourceTenant::default()
    };
    let china = ResourceTenant {
        email_one_time_passcode: EmailOneTimePasscode::Enabled,
        cloud: Cloud::China21Vianet,
        allow_invites_from: Some(AllowInvitesFrom::AdminsGuestInvitersAndAllMembers),
        collaboration_restrictions: list(RestrictionKind::AnyDomain),
        external_users_may_leave: Some(true),
        application: asking(ApplicationPermissions::PreConsented),
        ..ResourceTenant::default()
    };
    let newest = ResourceTenant {
        redemption_order: order(&[], FallbackProvider::EmailOneTimePasscode),
        allow_invites_from: Some(AllowInvitesFrom::AdminsAndGuestInviters),
        application: Application { display_name: "Supplier portal".to_owned(), ..Application::default() },
        ..ResourceTenant::default()
    };
    [(Edition::Y2019, government), (Edition::Y2021, china), (Edition::Y2026, newest)]
}

/// What the frozen document means, typed by hand.
pub(crate) fn frozen_v2() -> Vec<Workspace> {
    let every = Design {
        edition: Edition::Y2024,
        resource_tenant: every_setting(),
        home_tenants: home_tenants(),
        interpretations: interpretations(),
    };
    let [government, china, newest] =
        other_tenants().map(|(edition, resource_tenant)| Design { edition, resource_tenant, ..Design::default() });
    let at_once = Interpretations { link_expires_after_days: Some(0), ..Interpretations::default() };
    vec![
        Workspace {
            note: "Ask the group what they expect before step 4.\nThen play to the end.".to_owned(),
            ..workspace("Every setting", every, guests())
        },
        workspace("US Government, the oldest text", government, Vec::new()),
        workspace("21Vianet, passcode by choice", china, Vec::new()),
        workspace("Only the fallback", Design { interpretations: at_once, ..newest }, Vec::new()),
    ]
}
