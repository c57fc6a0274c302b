//! What providers answer, what policies demand, which application the guest reaches, and which reading is followed.
//!
//! Decides nothing.

use redemption_engine::act::Act;
use redemption_engine::design::application::{ALL_MICROSOFT_APPS, APPS_ACCESS_PANEL_ID};
use redemption_engine::design::{
    AccessRule, AccessSettings, AccessType, ApplicationPermissions, ConditionalAccessPolicy, Edition, EmailOneTimePasscode,
    GrantControl, GrantOperator, InboundTrust, PolicyState, ProviderResponse, RiskLevel, TermsOfUse,
};
use redemption_engine::guest::{Client, Device, GoogleAnswer, TargetApp, WayIn};
use strum::IntoEnumIterator;

use super::super::EDITIONS;
use super::super::ground::{EVERYBODY, Who, address};
use super::{FLAGS, Scenario, on, product};

/// Federations and Google: what they answer, whether they are in force, and with what the guest comes.
pub(super) fn providers() -> impl Iterator<Item = Scenario> {
    let ways = [WayIn::EmailLink, WayIn::DirectLink, WayIn::CommonEndpointWithOrganization];
    let federations = product([4, 3, 6, 2, 2]).map(move |[edition, way, response, inactive, account]| {
        let (mut design, mut guest) = on(EDITIONS[edition], Who::Partner, ways[way]);
        design.resource_tenant.federations[0].response = ProviderResponse::iter().nth(response).unwrap();
        design.resource_tenant.federations[0].inactive = inactive > 0;
        guest.person.partner_account = account > 0;
        (design, guest, Vec::new())
    });
    let google = product([4, 3, 2, 2, 3, 2, 5]).map(move |[edition, way, configured, invalid, account, client, answer]| {
        let (mut design, mut guest) = on(EDITIONS[edition], Who::Gmail, ways[way]);
        design.resource_tenant.google_federation = configured > 0;
        design.resource_tenant.google_client_invalid = invalid > 0;
        guest.person.google_account = [None, Some("nina@gmail.com"), Some("ola@gmail.com")][account].map(address);
        guest.person.google_answer = GoogleAnswer::iter().nth(answer).unwrap();
        guest.person.client = if client > 0 { Client::EmbeddedWebView } else { Client::Browser };
        (design, guest, Vec::new())
    });
    federations.chain(google)
}

pub(super) fn home_accounts() -> impl Iterator<Item = Scenario> {
    let who = [Who::Work, Who::WorkByMail, Who::Unmanaged];
    product([4, 3, 2, 2, 2, 2, 2, 2, 3]).map(
        move |[edition, number, direct, disabled, blocks, alternate, typed, restricted, account]| {
            let way_in = if direct > 0 { WayIn::DirectLink } else { WayIn::EmailLink };
            let (mut design, mut guest) = on(EDITIONS[edition], who[number], way_in);
            let home = &mut design.home_tenants[0];
            home.users[1].disabled = disabled > 0;
            home.blocks_sign_in = blocks > 0;
            home.email_as_alternate_login_id = alternate > 0;
            if typed > 0 {
                guest.sign_in_name = None;
            }
            guest.person.tenant_restrictions = restricted > 0;
            match account {
                0 => {}
                1 => guest.person.work_account = None,
                _ => guest.person.work_account = Some(address("paul@adatum.example")),
            }
            (design, guest, Vec::new())
        },
    )
}

/// Every one and every two controls, joined both ways, for every kind of provider and every claim.
pub(super) fn grant_controls() -> impl Iterator<Item = Scenario> {
    let all: Vec<GrantControl> = GrantControl::iter().collect();
    let mut demands: Vec<(Vec<GrantControl>, GrantOperator, bool)> = Vec::new();
    for operator in [GrantOperator::And, GrantOperator::Or] {
        for terms in FLAGS {
            for (at, one) in all.iter().enumerate() {
                demands.push((vec![*one], operator, terms));
                demands.extend(all[at + 1..].iter().map(|two| (vec![*one, *two], operator, terms)));
            }
            demands.push((Vec::new(), operator, terms));
        }
    }
    let who = [Who::Work, Who::Partner, Who::Nobody, Who::Gmail, Who::Outlook];
    product([demands.len(), who.len(), 8, 3, 3, 2, 2, 2, 2]).map(
        move |[demand, number, trust, device, claim, strong, registered, risk, edition]| {
            let edition = if edition > 0 { Edition::Y2021 } else { Edition::Y2024 };
            let (mut design, mut guest) = on(edition, who[number], WayIn::EmailLink);
            let (controls, operator, terms) = demands[demand].clone();
            let terms = if terms { vec!["Rules".to_owned()] } else { Vec::new() };
            design.resource_tenant.terms_of_use.push(TermsOfUse::named("Rules"));
            design.resource_tenant.conditional_access.push(ConditionalAccessPolicy {
                operator,
                terms_of_use: terms,
                ..ConditionalAccessPolicy::demanding("Guests", controls)
            });
            // Somebody else's policy, so that the terms are never for everybody.
            design.resource_tenant.conditional_access.push(ConditionalAccessPolicy {
                include_locations: vec!["Nowhere".to_owned()],
                terms_of_use: vec!["Rules".to_owned()],
                ..ConditionalAccessPolicy::demanding("Others", Vec::new())
            });
            design.home_tenants[0].partner.inbound_trust = Some(InboundTrust {
                is_mfa_accepted: trust & 1 > 0,
                is_compliant_device_accepted: trust & 2 > 0,
                is_hybrid_azure_ad_joined_device_accepted: trust & 4 > 0,
            });
            design.home_tenants[0].requires_mfa = claim > 1;
            let person = &mut guest.person;
            person.device = Device::iter().nth(device).unwrap();
            person.home_mfa_done = claim == 1;
            person.strong_methods = strong > 0;
            person.resource_mfa_registered = registered > 0;
            person.sign_in_risk = if risk > 0 { RiskLevel::Low } else { RiskLevel::None };
            (design, guest, Vec::new())
        },
    )
}

/// Whom a policy is for: each condition against each fact.
pub(super) fn conditions() -> impl Iterator<Item = Scenario> {
    let states = [PolicyState::Enabled, PolicyState::EnabledForReportingButNotEnforced, PolicyState::Disabled];
    product([3, 8, 3, 2, 5, 3, 2]).map(move |[state, condition, control, member, fact, landing, accepted]| {
        let way_in = if landing > 1 { WayIn::DirectLink } else { WayIn::EmailLink };
        let (mut design, mut guest) = on(Edition::Y2026, Who::Work, way_in);
        let controls = vec![[GrantControl::Block, GrantControl::Mfa, GrantControl::PasswordChange][control]];
        let mut policy =
            ConditionalAccessPolicy { state: states[state], ..ConditionalAccessPolicy::demanding("Guests", controls) };
        let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        use redemption_engine::design::ExternalUserType::{B2bCollaborationGuest, B2bCollaborationMember};
        match condition {
            0 => {}
            1 => policy.external_users = vec![B2bCollaborationGuest],
            2 => policy.external_users = vec![B2bCollaborationMember],
            3 => policy.applications = texts(&[APPS_ACCESS_PANEL_ID]),
            4 => policy.include_locations = texts(&["Norway", "Peru"]),
            5 => policy.exclude_locations = texts(&["Norway"]),
            6 => policy.sign_in_risk_levels = vec![RiskLevel::Medium, RiskLevel::High],
            _ => policy.user_risk_levels = vec![RiskLevel::High],
        }
        if member > 0 {
            guest.invitation.invited_user_type = redemption_engine::guest::UserType::Member;
        }
        match fact {
            0 => {}
            1 => guest.person.location = Some("Norway".to_owned()),
            2 => guest.person.location = Some("Iceland".to_owned()),
            3 => guest.person.sign_in_risk = RiskLevel::High,
            _ => guest.person.user_risk = RiskLevel::High,
        }
        if landing == 1 {
            design.resource_tenant.invite_redirect_url = Some("https://woodgrove.example/app".to_owned());
        }
        design.resource_tenant.conditional_access.push(policy);
        let acts = if accepted > 0 { vec![Act::Accept, Act::TryAgain(way_in)] } else { Vec::new() };
        (design, guest, acts)
    })
}

pub(super) fn applications() -> impl Iterator<Item = Scenario> {
    let ids: [&[&str]; 4] = [&[], &[APPS_ACCESS_PANEL_ID], &[ALL_MICROSOFT_APPS], &["7d1c3f5a-0b2e-4c6d-8e9f-a1b2c3d4e5f6"]];
    product([4, 2, 2, 4, 9, 9, 3, 2]).map(move |[permissions, required, not_assigned, landing, inbound, outbound, who, old]| {
        let way_in = if landing < 2 { WayIn::EmailLink } else { WayIn::DirectLink };
        let edition = if old > 0 { Edition::Y2021 } else { Edition::Y2024 };
        let (mut design, mut guest) = on(edition, [Who::Work, Who::Partner, Who::Outlook][who], way_in);
        design.resource_tenant.application.permissions = ApplicationPermissions::iter().nth(permissions).unwrap();
        design.resource_tenant.application.assignment_required = required > 0;
        guest.not_assigned = not_assigned > 0;
        if landing == 1 {
            design.resource_tenant.invite_redirect_url = Some("https://woodgrove.example/app".to_owned());
        }
        guest.target_app = if landing == 3 { TargetApp::SingleTenantApp } else { TargetApp::AppsAccessPanel };
        let settings = |number: usize| {
            let access_type = if !number.is_multiple_of(2) { AccessType::Blocked } else { AccessType::Allowed };
            let targets = ids[number / 2 % 4].iter().map(|id| (*id).to_owned()).collect();
            AccessSettings { applications: AccessRule { access_type, targets }, ..AccessSettings::default() }
        };
        design.resource_tenant.inbound = settings(inbound);
        if inbound == 8 {
            design.home_tenants[0].partner.inbound = Some(settings(1));
        }
        design.home_tenants[0].outbound = settings(outbound);
        (design, guest, Vec::new())
    })
}

/// Every reading, for every guest who may be concerned.
pub(super) fn readings() -> impl Iterator<Item = Scenario> {
    let ways = [WayIn::EmailLink, WayIn::DirectLink];
    product([4, 9, 2, 2, 2, 2, 4, 3, 2]).map(
        move |[edition, who, way, shared, passwords, works, creation, accounts, passcode]| {
            let (mut design, mut guest) = on(EDITIONS[edition], EVERYBODY[who], ways[way]);
            design.interpretations.shared_address_is_work = shared > 0;
            design.interpretations.passwords_for_unmanaged = passwords > 0;
            design.interpretations.just_in_time_creation_works = works > 0;
            let settings = &mut design.home_tenants[0].just_in_time_creation;
            settings.allow_email_verified_users_to_join_organization = creation & 1 > 0;
            settings.allowed_to_sign_up_email_based_subscriptions = creation & 2 > 0;
            let invited = guest.invited_email.clone();
            let microsoft = |name: &str| redemption_engine::guest::MicrosoftAccount {
                sign_in_name: address(name),
                aliases: vec![invited.clone()],
            };
            match accounts {
                0 => {}
                1 => guest.person.microsoft_account = Some(microsoft(invited.as_str())),
                _ => guest.person.microsoft_account = Some(microsoft("nina.private@outlook.com")),
            }
            if passcode > 0 {
                design.resource_tenant.email_one_time_passcode = EmailOneTimePasscode::Disabled;
            }
            (design, guest, Vec::new())
        },
    )
}
