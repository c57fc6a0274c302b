//! How likely each twist of a sampled scenario is.
//!
//! What a twist changes stands in `twists.rs`.

use std::num::NonZeroU16;

use jiff::civil::date;
use proptest::collection::vec;
use proptest::option::{of, weighted};
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::sample::{select, subsequence};
use redemption_engine::design::application::{ALL_MICROSOFT_APPS, APPS_ACCESS_PANEL_ID};
use redemption_engine::design::{
    AccessRule, AccessSettings, AccessType, AllowInvitesFrom, ApplicationPermissions, Cloud, ConditionalAccessPolicy,
    EmailOneTimePasscode, ExternalUserType, GrantControl, GrantOperator, InboundTrust, Interpretations, PolicyState,
    ProviderResponse, RestrictionKind, RiskLevel, SignInFrequency, TermsExpiration, TermsFrequency, TermsOfUse,
};
use redemption_engine::guest::{AddressOwner, Device, GoogleAnswer, InviterRole};
use strum::IntoEnumIterator;

use super::orders;
use super::twists::Twist;

/// All twists.
pub(crate) fn twists() -> impl Strategy<Value = Vec<Twist>> {
    prop_oneof![6 => vec(twist(), 0..3), 3 => vec(twist(), 3..5), 1 => vec(twist(), 5..9)]
}

fn twist() -> impl Strategy<Value = Twist> {
    prop_oneof![
        12 => provider(),
        8 => resource(),
        10 => home(),
        12 => person(),
        8 => invitation(),
        16 => policies(),
        6 => application(),
        4 => reading(),
    ]
}

/// Twists of the policies alone, for samples that are about them.
pub(crate) fn policy_twists() -> impl Strategy<Value = Vec<Twist>> {
    vec(policies(), 1..6)
}

fn provider() -> impl Strategy<Value = Twist> {
    use EmailOneTimePasscode::{Default, Disabled, Enabled};
    let responses = vec![
        ProviderResponse::InvalidToken,
        ProviderResponse::MailClaimMissing,
        ProviderResponse::MailClaimOutsideDomain,
        ProviderResponse::RealmMissing,
        ProviderResponse::RealmUnknown,
    ];
    prop_oneof![
        4 => select(vec![Default, Enabled, Disabled, Disabled]).prop_map(Twist::Passcode),
        2 => select(orders()).prop_map(Twist::Order),
        2 => Just(Twist::NoGoogle),
        1 => Just(Twist::GoogleClientInvalid),
        3 => select(GoogleAnswer::iter().collect::<Vec<_>>()).prop_map(Twist::GoogleAnswers),
        1 => Just(Twist::NoFederation),
        2 => any::<(bool, bool)>().prop_map(|(entra, first)| Twist::InvitedDomainFederated { entra, first }),
        1 => Just(Twist::FederationInactive),
        4 => select(responses).prop_map(Twist::Response),
        2 => Just(Twist::WebView),
    ]
}

fn access() -> impl Strategy<Value = AccessSettings> {
    let rule = |targets: Vec<&'static str>| {
        let access_type = select(vec![AccessType::Allowed, AccessType::Blocked]);
        (access_type, weighted(0.6, select(targets))).prop_map(|(access_type, target)| AccessRule {
            access_type,
            targets: target.into_iter().map(str::to_owned).collect(),
        })
    };
    let users = weighted(0.6, rule(vec!["nina@adatum.example", "nina.berg@adatum.example", "sales", "Research"]));
    let apps = weighted(0.6, rule(vec![APPS_ACCESS_PANEL_ID, ALL_MICROSOFT_APPS, "7d1c3f5a-0b2e-4c6d-8e9f-a1b2c3d4e5f6"]));
    (users, apps).prop_map(|(users, applications)| AccessSettings {
        users_and_groups: users.unwrap_or_default(),
        applications: applications.unwrap_or_default(),
    })
}

fn clouds() -> impl Strategy<Value = Cloud> {
    select(vec![Cloud::UsGovernment, Cloud::China21Vianet])
}

fn resource() -> impl Strategy<Value = Twist> {
    use AllowInvitesFrom::{AdminsAndGuestInviters, AdminsGuestInvitersAndAllMembers, Everyone, None};
    let from = select(vec![Everyone, AdminsGuestInvitersAndAllMembers, AdminsAndGuestInviters, None]);
    let kinds = select(vec![RestrictionKind::DenyList, RestrictionKind::AllowList]);
    let all = vec![Cloud::Global, Cloud::UsGovernment, Cloud::China21Vianet];
    prop_oneof![
        clouds().prop_map(Twist::Cloud),
        subsequence(all, 1..=3).prop_map(Twist::AllowedClouds),
        from.prop_map(Twist::InvitesFrom),
        (kinds, any::<bool>()).prop_map(|(kind, listed)| Twist::Restrictions(kind, listed)),
        any::<bool>().prop_map(Twist::MayLeave),
        access().prop_map(Twist::Inbound),
        Just(Twist::TenantRedirect),
        Just(Twist::InvitationRedirect),
    ]
}

fn home() -> impl Strategy<Value = Twist> {
    let cross = (weighted(0.8, Just(())), weighted(0.8, Just(())), weighted(0.8, Just(())), weighted(0.2, Just(())));
    prop_oneof![
        2 => access().prop_map(Twist::PartnerInbound),
        1 => access().prop_map(Twist::Outbound),
        1 => access().prop_map(Twist::OutboundToResource),
        2 => (any::<bool>(), of(any::<bool>())).prop_map(|(out, inbound)| Twist::Automatic(out, inbound)),
        1 => Just(Twist::Automatic(true, Some(true))),
        2 => any::<(bool, bool)>().prop_map(|(join, sign_up)| Twist::JustInTime(join, sign_up)),
        1 => Just(Twist::JustInTime(true, true)),
        1 => Just(Twist::HomeFederated),
        1 => Just(Twist::AlternateLogin),
        1 => Just(Twist::Unmanaged),
        2 => clouds().prop_map(Twist::HomeCloud),
        3 => cross.prop_map(|(added, allows, adds, off)| {
            Twist::CrossCloud(added.is_some(), allows.is_some(), adds.is_some(), off.is_some())
        }),
        1 => Just(Twist::HomeRequiresMfa),
        1 => Just(Twist::HomeBlocks),
        1 => Just(Twist::HomeUserDisabled),
        2 => any::<(bool, bool)>().prop_map(|(managed, first)| Twist::OtherTenant { managed, first }),
    ]
}

fn person() -> impl Strategy<Value = Twist> {
    prop_oneof![
        Just(Twist::NoWorkAccount),
        Just(Twist::OtherWorkAccount),
        Just(Twist::MicrosoftAccountOfInvited),
        Just(Twist::MicrosoftAccountOfInvited),
        Just(Twist::MicrosoftAccountWithAlias),
        Just(Twist::NoAccounts),
        Just(Twist::OtherGoogleAccount),
        Just(Twist::PartnerAccount),
        Just(Twist::LiveSession),
        Just(Twist::ReadsNot),
        Just(Twist::FindsNot),
        Just(Twist::Unsubscribed),
        Just(Twist::TenantRestrictions),
        select(vec!["paul@adatum.example", "nina.berg@adatum.example", "nina@fabrikam.example", "second@adatum.example"])
            .prop_map(Twist::Types),
        Just(Twist::TypesInvited),
        Just(Twist::TypesInvited),
        select(vec!["second@adatum.example", "nina@tailspin.example", "nina@proseware.example", "nina@woodgrove.example"])
            .prop_map(Twist::SecondAddress),
        Just(Twist::SecondAlias),
    ]
}

fn invitation() -> impl Strategy<Value = Twist> {
    let roles = select(vec![InviterRole::GuestInviter, InviterRole::Member, InviterRole::Guest, InviterRole::Application]);
    let owners = select(vec![AddressOwner::LocalUser, AddressOwner::Group, AddressOwner::ExistingGuest]);
    let odd = vec![
        "ni+na@adatum.example",
        "nina.@adatum.example",
        "-nina@adatum.example",
        "ni_na@adatum.example",
        "ni'na@adatum.example",
        "ni-n.a@adatum.example",
        "ni/na@adatum.example",
        "nina@woodgrove.example",
        "nina@woodgrove.onmicrosoft.com",
    ];
    prop_oneof![
        1 => Just(Twist::NoMailAsked),
        2 => Just(Twist::Member),
        4 => Just(Twist::ContactConflict),
        2 => Just(Twist::GuestDisabled),
        2 => roles.prop_map(Twist::Inviter),
        2 => owners.prop_map(Twist::Owner),
        1 => Just(Twist::GroupMailbox),
        2 => any::<bool>().prop_map(Twist::InternalUser),
        2 => (2018_i16..2027, 1_i8..=12, 1_i8..=28).prop_map(|(year, month, day)| Twist::InvitedOn(year, month, day)),
        2 => select(odd).prop_map(Twist::Invited),
    ]
}

fn trust() -> impl Strategy<Value = InboundTrust> {
    any::<(bool, bool, bool)>().prop_map(|(mfa, compliant, hybrid)| InboundTrust {
        is_mfa_accepted: mfa,
        is_compliant_device_accepted: compliant,
        is_hybrid_azure_ad_joined_device_accepted: hybrid,
    })
}

const TERMS: [&str; 3] = ["Rules of the house", "Laboratory rules", "No such terms"];
const PLACES: [&str; 3] = ["Norway", "Peru", "Head office"];

fn policy() -> impl Strategy<Value = ConditionalAccessPolicy> {
    use GrantControl::{
        ApprovedApplication, AuthenticationStrength, Block, CompliantApplication, CompliantDevice, DomainJoinedDevice, Mfa,
        PasswordChange,
    };
    let usual = vec![Mfa, AuthenticationStrength, CompliantDevice, DomainJoinedDevice];
    let rare = vec![Block, ApprovedApplication, CompliantApplication, PasswordChange];
    let controls = prop_oneof![
        3 => subsequence(usual.clone(), 1..=1),
        3 => subsequence(usual.clone(), 0..=4),
        1 => subsequence(rare.clone(), 1..=1),
        1 => subsequence([usual, rare].concat(), 1..=3),
    ];
    let terms = prop_oneof![2 => Just(Vec::new()), 2 => subsequence(TERMS.to_vec(), 1..=3)];
    let kinds = vec![
        ExternalUserType::B2bCollaborationGuest,
        ExternalUserType::B2bCollaborationMember,
        ExternalUserType::OtherExternalUser,
    ];
    let users = prop_oneof![3 => Just(Vec::new()), 2 => subsequence(kinds, 1..=2)];
    let apps = vec![APPS_ACCESS_PANEL_ID, "7d1c3f5a-0b2e-4c6d-8e9f-a1b2c3d4e5f6", "another"];
    let apps = prop_oneof![4 => Just(Vec::new()), 1 => subsequence(apps, 1..=1)];
    let places = || prop_oneof![4 => Just(Vec::new()), 1 => subsequence(PLACES.to_vec(), 1..=2)];
    let levels = vec![RiskLevel::None, RiskLevel::Low, RiskLevel::Medium, RiskLevel::High];
    let risks = move || prop_oneof![4 => Just(Vec::new()), 1 => subsequence(levels.clone(), 1..=3)];
    let states = select(vec![
        PolicyState::Enabled,
        PolicyState::Enabled,
        PolicyState::Enabled,
        PolicyState::EnabledForReportingButNotEnforced,
        PolicyState::Disabled,
    ]);
    let operators = select(vec![GrantOperator::And, GrantOperator::Or]);
    let hours = |hours| NonZeroU16::new(hours).map(SignInFrequency::Hours);
    let frequency = select(vec![None, None, None, Some(SignInFrequency::EveryTime), hours(12), hours(15 * 24)]);
    (controls, terms, users, apps, (places(), places()), (risks(), risks()), states, operators, frequency).prop_map(
        |(controls, terms, users, apps, (include, exclude), (sign_in, user), state, operator, sign_in_frequency)| {
            let owned = |texts: Vec<&str>| texts.into_iter().map(str::to_owned).collect();
            ConditionalAccessPolicy {
                state,
                external_users: users,
                applications: owned(apps),
                include_locations: owned(include),
                exclude_locations: owned(exclude),
                sign_in_risk_levels: sign_in,
                user_risk_levels: user,
                operator,
                terms_of_use: owned(terms),
                sign_in_frequency,
                ..ConditionalAccessPolicy::demanding("Guests", controls)
            }
        },
    )
}

fn terms() -> impl Strategy<Value = Vec<TermsOfUse>> {
    use TermsFrequency::{Annually, Biannually, Monthly, Quarterly};
    let schedule = (2017_i16..2027, 1_i8..=12, 1_i8..=31, select(vec![Annually, Biannually, Quarterly, Monthly])).prop_map(
        |(year, month, day, frequency)| {
            let first = date(year, month, 1);
            TermsExpiration { start: first.with().day(day.min(first.days_in_month())).build().unwrap(), frequency }
        },
    );
    let days = select(vec![1_u16, 30, 31, 90, 365]);
    let one = (any::<bool>(), weighted(0.3, schedule), weighted(0.3, days));
    vec(one, 1..=2).prop_map(|all| {
        let named = TERMS.iter().zip(all).map(|(name, (viewing, terms_expiration, reaccept_after_days))| TermsOfUse {
            is_viewing_before_acceptance_required: viewing,
            terms_expiration,
            reaccept_after_days,
            ..TermsOfUse::named(*name)
        });
        named.collect()
    })
}

fn policies() -> impl Strategy<Value = Twist> {
    use RiskLevel::{High, Low, Medium};
    let risk = || select(vec![Low, Medium, High]);
    prop_oneof![
        6 => policy().prop_map(|policy| Twist::Policy(Box::new(policy))),
        3 => terms().prop_map(Twist::Terms),
        2 => trust().prop_map(Twist::Trust),
        1 => trust().prop_map(Twist::PartnerTrust),
        1 => select(PLACES.to_vec()).prop_map(Twist::Location),
        2 => select(vec![Device::Compliant, Device::HybridJoined]).prop_map(Twist::Device),
        2 => Just(Twist::HomeMfa),
        2 => Just(Twist::StrongMethods),
        1 => Just(Twist::Registered),
        2 => risk().prop_map(Twist::SignInRisk),
        2 => risk().prop_map(Twist::UserRisk),
    ]
}

fn application() -> impl Strategy<Value = Twist> {
    use ApplicationPermissions::{AdminConsentRequired, PreConsented, UserConsent};
    prop_oneof![
        3 => select(vec![UserConsent, AdminConsentRequired, PreConsented]).prop_map(Twist::Permissions),
        1 => Just(Twist::AssignmentRequired),
        1 => Just(Twist::NotAssigned),
        1 => Just(Twist::InvitationRedirect),
    ]
}

fn reading() -> impl Strategy<Value = Twist> {
    let flags = (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>());
    (weighted(0.5, select(vec![1_u16, 30, 40, 90])), flags).prop_map(
        |(days, (shared, once, first, passwords, creation, audit))| {
            Twist::Reading(Interpretations {
                shared_address_is_work: shared,
                link_expires_after_days: days,
                link_works_once: once,
                terms_at_first_sign_in_only: first,
                passwords_for_unmanaged: passwords,
                just_in_time_creation_works: creation,
                audit_every_attempt: audit,
            })
        },
    )
}
