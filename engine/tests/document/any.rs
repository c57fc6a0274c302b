//! Any workspace that can be written: strategies for what is printed and read back.
//!
//! Holds no assertions.

use std::num::NonZeroU16;

use jiff::civil::{Date, date};
use proptest::prelude::*;
use redemption_engine::act::Act;
use redemption_engine::address::{Domain, EmailAddress};
use redemption_engine::design::{
    AccessRule, AccessSettings, AccessType, Cloud, ConditionalAccessPolicy, Design, Edition, ExternalUserType, FallbackProvider,
    GrantControl, HomeTenant, HomeUser, IdentityProvider, Interpretations, JustInTimeCreation, Partner, PrimaryProvider,
    PrivacyStatement, RedemptionOrder, ResourceTenant, RiskLevel, SignInFrequency, TermsExpiration, TermsFrequency, TermsOfUse,
};
use redemption_engine::golden::Expectation;
use redemption_engine::guest::{Guest, InternalUser, Invitation, Person, Redeemed, TargetApp};
use redemption_engine::workspace::Workspace;
use strum::IntoEnumIterator;

use crate::frozen::{address, domain, guest, home_tenant, order, workspace};
use crate::frozen_story::story;
use crate::frozen_v2::every_setting;
use crate::frozen_v3::expected;

fn any_domain() -> impl Strategy<Value = Domain> {
    "[a-z][a-z0-9]{0,8}\\.(example|test)".prop_map(|text| domain(&text))
}

fn any_address() -> impl Strategy<Value = EmailAddress> {
    ("[a-z'+_.]{1,6}", any_domain()).prop_map(|(local, domain)| address(&format!("{local}@{domain}")))
}

fn any_order() -> impl Strategy<Value = RedemptionOrder> {
    let all: Vec<PrimaryProvider> = PrimaryProvider::iter().collect();
    let fallback = prop::sample::select(FallbackProvider::iter().collect::<Vec<_>>());
    (Just(all).prop_shuffle(), 0..=3_usize, fallback).prop_map(|(all, most, fallback)| order(&all[..most], fallback))
}

fn any_texts() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(".{0,8}", 0..3)
}

fn any_rule() -> impl Strategy<Value = AccessRule> {
    (any::<bool>(), any_texts()).prop_map(|(blocked, targets)| AccessRule {
        access_type: if blocked { AccessType::Blocked } else { AccessType::Allowed },
        targets,
    })
}

fn any_access() -> impl Strategy<Value = AccessSettings> {
    (any_rule(), any_rule()).prop_map(|(users_and_groups, applications)| AccessSettings { users_and_groups, applications })
}

fn any_day() -> impl Strategy<Value = Date> {
    (0..=9999_i16, 1..=12_i8, 1..=28_i8).prop_map(|(year, month, day)| date(year, month, day))
}

fn any_terms() -> impl Strategy<Value = TermsOfUse> {
    let frequency = prop::sample::select(TermsFrequency::iter().collect::<Vec<_>>());
    (".{0,8}", any_texts(), any::<[bool; 2]>(), prop::option::of((any_day(), frequency)), any::<Option<u16>>()).prop_map(
        |(display_name, languages, [open, device], schedule, reaccept_after_days)| TermsOfUse {
            display_name,
            languages,
            is_viewing_before_acceptance_required: open,
            is_per_device_acceptance_required: device,
            terms_expiration: schedule.map(|(start, frequency)| TermsExpiration { start, frequency }),
            reaccept_after_days,
        },
    )
}

fn any_policy() -> impl Strategy<Value = ConditionalAccessPolicy> {
    let controls = prop::sample::subsequence(GrantControl::iter().collect::<Vec<_>>(), 0..4);
    let users = prop::sample::subsequence(ExternalUserType::iter().collect::<Vec<_>>(), 0..3);
    let risks = prop::sample::subsequence(RiskLevel::iter().collect::<Vec<_>>(), 0..3);
    let frequency = prop::option::of(any::<NonZeroU16>().prop_map(SignInFrequency::Hours));
    (".{0,8}", any_texts(), any_texts(), controls, users, risks, frequency).prop_map(
        |(name, include_locations, terms_of_use, controls, external_users, sign_in_risk_levels, sign_in_frequency)| {
            ConditionalAccessPolicy {
                sign_in_frequency,
                include_locations,
                terms_of_use,
                external_users,
                sign_in_risk_levels,
                ..ConditionalAccessPolicy::demanding(name, controls)
            }
        },
    )
}

fn any_tenant() -> impl Strategy<Value = HomeTenant> {
    let access = (any_access(), prop::option::of(any_access()), prop::option::of(any_access()));
    let cloud = prop::sample::select(Cloud::iter().collect::<Vec<_>>());
    let names = (".{0,8}", ".{0,8}", any_texts());
    let domains = prop::collection::vec(any_domain(), 0..3);
    (names, domains, any::<[bool; 6]>(), any::<Option<bool>>(), any_address(), access, cloud).prop_map(
        |((tenant_id, display_name, groups), verified_domains, flags, automatic, user, access, cloud)| {
            let ([a, b, c, d, e, disabled], (outbound, outbound_to_resource, inbound)) = (flags, access);
            let named = HomeUser { groups, disabled, ..HomeUser::named(user.clone()) };
            HomeTenant {
                verified_domains,
                users: if a {
                    vec![HomeUser { mail: b.then(|| user.clone()), aliases: vec![user], ..named }]
                } else {
                    Vec::new()
                },
                federated: b,
                outbound_automatic_redemption: c,
                just_in_time_creation: JustInTimeCreation {
                    allow_email_verified_users_to_join_organization: d,
                    allowed_to_sign_up_email_based_subscriptions: e,
                },
                outbound,
                outbound_to_resource,
                cloud,
                partner: Partner { inbound_automatic_redemption: automatic, inbound, added: e, ..Partner::default() },
                ..home_tenant(&tenant_id, &display_name)
            }
        },
    )
}

fn any_guest() -> impl Strategy<Value = Guest> {
    let story = prop::collection::vec(prop::sample::select(story()), 0..6);
    let invitation = (prop::option::of(any_day()), prop::option::of(".{0,20}"), prop::option::of(any_address()));
    (".{0,12}", any_address(), any::<[bool; 6]>(), prop::option::of(any_address()), story, any::<u32>(), invitation).prop_map(
        |(name, invited, [a, b, c, d, e, f], other, mut story, minutes, (invited_on, customized_message_body, internal))| {
            story.extend([Act::Wait(minutes), Act::LetTimePass(minutes)]);
            let internal_user =
                internal.map(|user_principal_name| InternalUser { user_principal_name, synced_from_on_premises: a });
            let redeemed = f.then(|| Redeemed {
                identity_provider: IdentityProvider::Google,
                issuer: customized_message_body.clone(),
                on: invited_on,
            });
            Guest {
                redeemed,
                assumed: customized_message_body.clone().into_iter().collect(),
                person: Person {
                    work_account: other.clone(),
                    partner_account: a,
                    reads_invited_mailbox: b,
                    location: customized_message_body.clone(),
                    ..Person::default()
                },
                invitation: Invitation {
                    contact_conflict: c,
                    account_disabled: d,
                    send_invitation_message: e,
                    invited_on,
                    customized_message_body,
                    internal_user,
                    ..Invitation::default()
                },
                target_app: if f { TargetApp::SingleTenantApp } else { TargetApp::AppsAccessPanel },
                sign_in_name: other,
                story,
                ..guest(&name, invited.as_str())
            }
        },
    )
}

fn any_interpretations() -> impl Strategy<Value = Interpretations> {
    (any::<[bool; 3]>(), any::<Option<u16>>()).prop_map(|([a, b, c], link_expires_after_days)| Interpretations {
        shared_address_is_work: a,
        link_works_once: b,
        audit_every_attempt: c,
        link_expires_after_days,
        ..Interpretations::default()
    })
}

/// Any workspace.
pub(crate) fn any_workspace() -> impl Strategy<Value = Workspace> {
    let edition = prop::sample::select(Edition::iter().collect::<Vec<_>>());
    let tenants = prop::collection::vec(any_tenant(), 0..3);
    let guests = prop::collection::vec(any_guest(), 0..4);
    let lists = (prop::collection::vec(any_terms(), 0..3), prop::collection::vec(any_policy(), 0..3), any_access());
    (".{0,20}", edition, any_order(), tenants, guests, prop::option::of(".{0,9}"), lists, any_interpretations()).prop_map(
        |(name, edition, redemption_order, home_tenants, guests, contact, lists, interpretations)| {
            let (terms_of_use, conditional_access, inbound) = lists;
            let privacy = PrivacyStatement { contact: contact.clone(), ..PrivacyStatement::default() };
            let resource_tenant = ResourceTenant {
                redemption_order,
                privacy,
                terms_of_use,
                conditional_access,
                inbound,
                notification_language: contact,
                ..every_setting()
            };
            let design = Design { edition, resource_tenant, home_tenants, interpretations };
            let second_design = name.starts_with(char::is_alphabetic).then(|| design.clone());
            let expectations = expectations(&design, &guests);
            Workspace { second_design, expectations, ..workspace(&name, design, guests) }
        },
    )
}

/// What happens to every other guest, and something of a guest who is gone.
fn expectations(design: &Design, guests: &[Guest]) -> Vec<Expectation> {
    let kept = guests.iter().step_by(2).map(|guest| Expectation::of(design, guest));
    kept.chain(guests.first().map(|_| expected("Gone", "redeemed", None))).collect()
}
