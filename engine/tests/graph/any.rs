//! Any design whose resource tenant is set by an administrator: strategies for what is sent to Microsoft Graph and read back.
//!
//! Names are hostile on purpose. Holds no assertions.

use jiff::civil::date;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use redemption_engine::address::Domain;
use redemption_engine::design::{
    AccessRule, AccessSettings, AccessType, AllowInvitesFrom, Application, ApplicationPermissions, Cloud,
    CollaborationRestrictions, ConditionalAccessPolicy, CrossCloud, Design, EmailOneTimePasscode, ExternalUserType,
    FallbackProvider, Federation, FederationProtocol, GrantControl, GrantOperator, GuestUserAccess, HomeTenant, InboundTrust,
    JustInTimeCreation, Partner, PolicyState, PrimaryProvider, PrivacyStatement, RedemptionOrder, ResourceTenant,
    RestrictionKind, RiskLevel, SignInFrequency, TermsExpiration, TermsFrequency, TermsOfUse,
};
use std::num::NonZeroU16;
use strum::IntoEnumIterator;

fn any_of<T: IntoEnumIterator + Clone + std::fmt::Debug + 'static>() -> impl Strategy<Value = T> {
    select(T::iter().collect::<Vec<T>>())
}

fn some_of<T: IntoEnumIterator + Clone + std::fmt::Debug + 'static>(most: usize) -> impl Strategy<Value = Vec<T>> {
    subsequence(T::iter().collect::<Vec<T>>(), 0..=most)
}

/// A name as somebody might type it, without blanks around it, which identify nothing.
fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        select(vec![
            "Sales",
            "All users",
            "O'Neil's \"group\"",
            "a>b<c",
            "Straße 名前",
            "'@",
            "$(whoami)",
            "<script>",
            "AllUsers"
        ])
        .prop_map(str::to_owned),
        "[!-~]{1,6}( [!-~]{1,6})?",
        Just("4660504c-45b3-4674-a709-71951a6b0763".to_owned()),
    ]
}

fn names() -> impl Strategy<Value = Vec<String>> {
    prop::collection::btree_set(name(), 0..3).prop_map(|names| names.into_iter().collect())
}

fn domain(text: &str) -> Domain {
    Domain::parse(text).unwrap()
}

fn domains(most: usize) -> impl Strategy<Value = Vec<Domain>> {
    prop::collection::btree_set("[a-z][a-z0-9]{0,5}\\.(example|test)", 0..most)
        .prop_map(|names| names.iter().map(|name| domain(name)).collect())
}

fn rule() -> impl Strategy<Value = AccessRule> {
    (any_of::<AccessType>(), names()).prop_map(|(access_type, targets)| AccessRule { access_type, targets })
}

fn access() -> impl Strategy<Value = AccessSettings> {
    (rule(), rule(), any::<bool>()).prop_map(|(users_and_groups, mut applications, reserved)| {
        if reserved {
            applications.targets = vec!["Office365".to_owned(), "AllMicrosoftApps".to_owned()];
        }
        AccessSettings { users_and_groups, applications }
    })
}

fn trust() -> impl Strategy<Value = InboundTrust> {
    any::<[bool; 3]>().prop_map(|[is_mfa_accepted, is_compliant_device_accepted, is_hybrid_azure_ad_joined_device_accepted]| {
        InboundTrust { is_mfa_accepted, is_compliant_device_accepted, is_hybrid_azure_ad_joined_device_accepted }
    })
}

fn order() -> impl Strategy<Value = RedemptionOrder> {
    let all: Vec<PrimaryProvider> = PrimaryProvider::iter().collect();
    (Just(all).prop_shuffle(), 0..=3_usize, any_of::<FallbackProvider>())
        .prop_map(|(all, most, fallback)| RedemptionOrder::new(all[..most].to_vec(), fallback).unwrap())
}

fn federations() -> impl Strategy<Value = Vec<Federation>> {
    let one = (name(), any_of::<FederationProtocol>(), domains(3), any::<[bool; 3]>());
    prop::collection::vec((0..4_u8, one), 0..3).prop_map(|list| {
        let mut found: Vec<Federation> = Vec::new();
        for (number, (display_name, preferred_authentication_protocol, domains, [inactive, is_entra_tenant, dns])) in list {
            let issuer_uri = format!("https://idp{number}.tailspin.example/saml");
            if found.iter().all(|other| other.issuer_uri != issuer_uri) {
                found.push(Federation {
                    preferred_authentication_protocol,
                    inactive,
                    is_entra_tenant,
                    dns_record_published: dns,
                    passive_sign_in_uri: Some(format!("{issuer_uri}/sso?{}", u8::from(dns))),
                    ..Federation::of(display_name, issuer_uri, domains)
                });
            }
        }
        found
    })
}

fn terms() -> impl Strategy<Value = Vec<TermsOfUse>> {
    let schedule = (2000..2100_i16, 1..=12_i8, 1..=28_i8, any_of::<TermsFrequency>());
    let languages = subsequence(vec!["en", "de-DE", "fr", "ja"], 0..=3);
    let one = (name(), languages, any::<[bool; 2]>(), prop::option::of(schedule), any::<Option<u16>>());
    prop::collection::vec(one, 0..3).prop_map(|list| {
        list.into_iter()
            .map(|(display_name, languages, [viewing, device], schedule, reaccept_after_days)| TermsOfUse {
                display_name,
                languages: languages.into_iter().map(str::to_owned).collect(),
                is_viewing_before_acceptance_required: viewing,
                is_per_device_acceptance_required: device,
                terms_expiration: schedule
                    .map(|(year, month, day, frequency)| TermsExpiration { start: date(year, month, day), frequency }),
                reaccept_after_days,
            })
            .collect()
    })
}

fn frequency() -> impl Strategy<Value = Option<SignInFrequency>> {
    prop_oneof![
        Just(None),
        Just(Some(SignInFrequency::EveryTime)),
        any::<NonZeroU16>().prop_map(|hours| Some(SignInFrequency::Hours(hours))),
        any::<NonZeroU16>().prop_map(|days| Some(SignInFrequency::Days(days))),
    ]
}

fn policies() -> impl Strategy<Value = Vec<ConditionalAccessPolicy>> {
    let who = (name(), any_of::<PolicyState>(), some_of::<ExternalUserType>(6));
    let when = (names(), names(), names(), some_of::<RiskLevel>(3), some_of::<RiskLevel>(3));
    let what = (some_of::<GrantControl>(4), any_of::<GrantOperator>(), names(), frequency());
    prop::collection::vec((who, when, what), 0..3).prop_map(|list| {
        list.into_iter()
            .map(|((display_name, state, external_users), (applications, include, exclude, sign_in, user), what)| {
                let (grant_controls, operator, terms_of_use, sign_in_frequency) = what;
                ConditionalAccessPolicy {
                    state,
                    external_users,
                    applications,
                    include_locations: include,
                    exclude_locations: exclude,
                    sign_in_risk_levels: sign_in,
                    user_risk_levels: user,
                    operator,
                    terms_of_use,
                    sign_in_frequency,
                    ..ConditionalAccessPolicy::demanding(display_name, grant_controls)
                }
            })
            .collect()
    })
}

fn restrictions() -> impl Strategy<Value = CollaborationRestrictions> {
    (any_of::<RestrictionKind>(), domains(3)).prop_map(|(kind, domains)| CollaborationRestrictions { kind, domains })
}

fn application() -> impl Strategy<Value = Application> {
    let id = prop_oneof![Just("7d1c3f5a-0b2e-4c6d-8e9f-a1b2c3d4e5f6"), Just("00000000-0000-0000-0000-000000000001")];
    (name(), id, any_of::<ApplicationPermissions>(), any::<bool>()).prop_map(|(display_name, id, permissions, assigned)| {
        Application { display_name, app_id: id.to_owned(), permissions, assignment_required: assigned }
    })
}

fn homes() -> impl Strategy<Value = Vec<HomeTenant>> {
    let partner = (any::<Option<bool>>(), prop::option::of(access()), prop::option::of(trust()), any::<bool>());
    let own = (access(), prop::option::of(access()), any::<[bool; 5]>());
    prop::collection::vec((any::<bool>(), partner, own), 0..3).prop_map(|list| {
        list.into_iter()
            .enumerate()
            .filter(|(_, (is_there, ..))| *is_there)
            .map(|(at, (_, (inbound_automatic_redemption, inbound, inbound_trust, added), (outbound, to_resource, flags)))| {
                let [outbound_automatic_redemption, a, b, allows_resource_cloud, adds_resource_tenant] = flags;
                HomeTenant {
                    partner: Partner { inbound_automatic_redemption, inbound, inbound_trust, added },
                    outbound,
                    outbound_to_resource: to_resource,
                    outbound_automatic_redemption,
                    just_in_time_creation: JustInTimeCreation {
                        allow_email_verified_users_to_join_organization: a,
                        allowed_to_sign_up_email_based_subscriptions: b,
                    },
                    cross_cloud: CrossCloud { allows_resource_cloud, adds_resource_tenant, ..CrossCloud::default() },
                    ..HomeTenant::managed(
                        format!("3d0f5dec-5d3d-455c-8016-00000000000{at}"),
                        format!("Home {at}"),
                        vec![domain(&format!("home{at}.example"))],
                    )
                }
            })
            .collect()
    })
}

/// Any design of Woodgrove.
pub(crate) fn any_design() -> impl Strategy<Value = Design> {
    let providers = (any::<[bool; 3]>(), any_of::<EmailOneTimePasscode>(), order(), federations());
    let lists = (domains(3), terms(), policies(), homes());
    let collaboration = (
        prop::option::of(any_of::<AllowInvitesFrom>()),
        any_of::<GuestUserAccess>(),
        restrictions(),
        any::<Option<bool>>(),
        subsequence(vec![Cloud::UsGovernment, Cloud::China21Vianet], 0..=2),
    );
    let rest = (access(), trust(), prop::option::of("https://[a-z]{1,5}\\.example"), prop::option::of(name()), application());
    (providers, lists, collaboration, rest).prop_map(|(providers, lists, collaboration, rest)| {
        let ([google_federation, google_client_invalid, self_service_sign_up], passcode, redemption_order, federations) =
            providers;
        let (verified_domains, terms_of_use, conditional_access, home_tenants) = lists;
        let (allow_invites_from, guest_user_access, collaboration_restrictions, external_users_may_leave, clouds) = collaboration;
        let (inbound, inbound_trust, address, contact, application) = rest;
        let resource_tenant = ResourceTenant {
            verified_domains,
            google_federation,
            google_client_invalid,
            federations,
            email_one_time_passcode: passcode,
            redemption_order,
            terms_of_use,
            privacy: PrivacyStatement { statement_url: address.clone(), contact: contact.clone() },
            invite_redirect_url: address,
            allowed_clouds: clouds,
            allow_invites_from,
            guest_user_access,
            collaboration_restrictions,
            external_users_may_leave,
            inbound,
            inbound_trust,
            conditional_access,
            application,
            self_service_sign_up,
            notification_language: contact,
            ..ResourceTenant::default()
        };
        Design { resource_tenant, home_tenants, ..Design::default() }
    })
}
