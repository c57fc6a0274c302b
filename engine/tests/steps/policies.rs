//! Conditional Access: which policies apply, and what they demand of a guest.
//!
//! Where the documents say nothing: a control that is not supported for guests cannot be met, so it blocks; of several controls
//! joined by OR one that is met is enough, then multifactor authentication is asked for, then the terms of use.

use redemption_engine::act::{Act, Prompt};
use redemption_engine::design::{
    ConditionalAccessPolicy, Design, ExternalUserType, GrantControl, GrantOperator, InboundTrust, PolicyState, RiskLevel,
    SignInFrequency,
};
use redemption_engine::engine::Ending;
use redemption_engine::flow::Outcome;
use redemption_engine::guest::{Device, Guest, UserType};

use super::IdentityProvider::AzureActiveDirectory;
use super::sign_in::Found;
use super::terms::counts;
use super::{Acts, Kept, cross_tenant_access, ended};

/// What one control means for this guest.
#[derive(Clone, Copy, PartialEq)]
enum Means {
    /// Met without doing anything.
    Met,
    /// The guest can meet it by a second factor.
    SecondFactor,
    /// It cannot be met.
    Fails(Outcome),
}

/// What the policies came to for a guest whom they let in.
pub(super) struct Policies {
    /// Which of the terms of use are demanded.
    pub(super) terms: Vec<bool>,
    /// Whether a second factor was given, or the home tenant's was trusted.
    pub(super) second_factor: bool,
}

/// The shortest sign-in frequency of the policies that apply, in minutes.
pub(super) fn frequency(design: &Design, guest: &Guest, found: &Found, apps: &[&str]) -> Option<u32> {
    let managed = found.work.as_ref().is_some_and(|(_, tenant)| tenant.is_some());
    let policies = design.resource_tenant.conditional_access.iter().filter(|policy| applies(policy, guest, apps, managed));
    let minutes = |frequency| match frequency {
        SignInFrequency::EveryTime => 0,
        SignInFrequency::Hours(hours) => u32::from(hours.get()) * 60,
        SignInFrequency::Days(days) => u32::from(days.get()) * 1440,
    };
    policies.filter_map(|policy| policy.sign_in_frequency).map(minutes).min()
}

/// Conditional Access after consent: blocks, asks for a second factor, or says which terms of use are demanded.
pub(super) fn conditional_access(
    design: &Design,
    guest: &Guest,
    found: &Found,
    apps: &[&str],
    spared: bool,
    kept: &mut Kept,
    acts: &mut Acts<'_>,
) -> Result<Policies, Ending> {
    let person = &guest.person;
    let entra = found.with == AzureActiveDirectory;
    let managed = found.work.as_ref().is_some_and(|(_, tenant)| tenant.is_some());
    let policies: Vec<_> =
        design.resource_tenant.conditional_access.iter().filter(|policy| applies(policy, guest, apps, managed)).collect();

    // Multifactor authentication and devices of an Entra guest can be trusted; those of any other guest never are.
    let home = found.work.as_ref().and_then(|(_, tenant)| *tenant).map(|at| &design.home_tenants[at]);
    let none = InboundTrust::default();
    let trust = if entra && cross_tenant_access(design) {
        home.and_then(|home| home.partner.inbound_trust).unwrap_or(design.resource_tenant.inbound_trust)
    } else {
        none
    };
    let claim = trust.is_mfa_accepted && (person.home_mfa_done || home.is_some_and(|home| home.requires_mfa));
    let means = |control: GrantControl| match control {
        GrantControl::Block | GrantControl::ApprovedApplication | GrantControl::CompliantApplication => {
            Means::Fails(Outcome::BlockedByPolicy)
        }
        GrantControl::Mfa if claim => Means::Met,
        GrantControl::Mfa => Means::SecondFactor,
        // Strengths work for Entra guests only, of whom those pass who have such methods; of others a second factor is demanded.
        GrantControl::AuthenticationStrength if entra && !person.strong_methods => Means::Fails(Outcome::BlockedByPolicy),
        GrantControl::AuthenticationStrength if claim => Means::Met,
        GrantControl::AuthenticationStrength => Means::SecondFactor,
        GrantControl::CompliantDevice if trust.is_compliant_device_accepted && person.device == Device::Compliant => Means::Met,
        GrantControl::CompliantDevice => Means::Fails(Outcome::DeviceNotCompliant),
        GrantControl::DomainJoinedDevice
            if trust.is_hybrid_azure_ad_joined_device_accepted && person.device == Device::HybridJoined =>
        {
            Means::Met
        }
        GrantControl::DomainJoinedDevice => Means::Fails(Outcome::DeviceNotJoined),
        GrantControl::PasswordChange => Means::Fails(Outcome::BlockedByPolicy),
    };

    // Terms that no policy names, in whatever state, are for every guest.
    let all_terms = &design.resource_tenant.terms_of_use;
    let with_policy: Vec<_> = design.resource_tenant.conditional_access.iter().flat_map(|policy| &policy.terms_of_use).collect();
    let mut terms: Vec<bool> = all_terms.iter().map(|terms| !with_policy.contains(&&terms.display_name)).collect();

    let today = kept.today(design, guest);
    let first_only = design.interpretations.terms_at_first_sign_in_only;
    let mut second_factor = false;
    let mut trusted = false;
    let mut failures = Vec::new();
    let mut risky = false;
    for policy in &policies {
        // A policy about the user's risk blocks for that risk, which only the home tenant can clear.
        let about_user = !policy.user_risk_levels.is_empty();
        let controls: Vec<Means> = policy
            .grant_controls
            .iter()
            .map(|control| match control {
                GrantControl::Block
                | GrantControl::ApprovedApplication
                | GrantControl::CompliantApplication
                | GrantControl::PasswordChange
                    if about_user =>
                {
                    Means::Fails(Outcome::UserRiskBlocks)
                }
                control => means(*control),
            })
            .collect();
        // The home tenant's second factor counts where one is demanded.
        let by_claim = claim
            && policy.grant_controls.iter().any(|control| match control {
                GrantControl::Mfa => true,
                GrantControl::AuthenticationStrength => !entra || person.strong_methods,
                _ => false,
            });
        let named: Vec<usize> =
            (0..all_terms.len()).filter(|at| policy.terms_of_use.contains(&all_terms[*at].display_name)).collect();
        // One control is enough, but a block cannot be met by meeting another.
        if let (GrantOperator::Or, Some(at)) =
            (policy.operator, policy.grant_controls.iter().position(|control| *control == GrantControl::Block))
        {
            failures.extend(if let Means::Fails(outcome) = controls[at] { Some(outcome) } else { None });
            continue;
        }
        if policy.operator == GrantOperator::And {
            second_factor |= controls.contains(&Means::SecondFactor);
            trusted |= by_claim;
            risky |= controls.contains(&Means::SecondFactor) && !policy.sign_in_risk_levels.is_empty();
            failures.extend(
                controls.iter().filter_map(|means| if let Means::Fails(outcome) = means { Some(*outcome) } else { None }),
            );
            named.iter().for_each(|at| terms[*at] = true);
            continue;
        }
        let terms_met = |at: &usize| counts(&all_terms[*at], kept.terms[*at], today, first_only);
        let device_met = policy.grant_controls.iter().any(|control| {
            matches!(control, GrantControl::CompliantDevice | GrantControl::DomainJoinedDevice) && means(*control) == Means::Met
        });
        trusted |= by_claim && !device_met && (named.is_empty() || !named.iter().all(terms_met));
        if controls.contains(&Means::Met) || !named.is_empty() && named.iter().all(terms_met) {
            continue;
        }
        if controls.contains(&Means::SecondFactor) {
            second_factor = true;
            risky |= !policy.sign_in_risk_levels.is_empty();
        } else if !named.is_empty() {
            named.iter().for_each(|at| terms[*at] = true);
        } else if let Some(Means::Fails(outcome)) = controls.first() {
            failures.push(*outcome);
        }
    }

    // Block first, then the second factor, then the device, then the risk of the user.
    if failures.contains(&Outcome::BlockedByPolicy) {
        return ended(Outcome::BlockedByPolicy);
    }
    if second_factor && !spared {
        // Who trusts the home tenant sends its guests there; everybody else proves themselves in the resource tenant. A policy
        // about the sign-in's risk lets nobody register for that first.
        let here = !trust.is_mfa_accepted;
        let registers = here && !person.resource_mfa_registered && !kept.registered;
        if registers && risky && person.sign_in_risk != RiskLevel::None {
            return ended(Outcome::RegistrationBlockedByRisk);
        }
        let done = acts.page(Prompt::Multifactor { registers }, |act| match act {
            Act::CompleteMultifactor => Some(true),
            Act::GiveUp => Some(false),
            _ => None,
        })?;
        if !done {
            return ended(if registers { Outcome::MultifactorNotRegistered } else { Outcome::MultifactorNotDone });
        }
        kept.registered |= here;
    }
    for outcome in [Outcome::DeviceNotCompliant, Outcome::DeviceNotJoined, Outcome::UserRiskBlocks] {
        if failures.contains(&outcome) {
            return ended(outcome);
        }
    }
    Ok(Policies { terms, second_factor: second_factor || trusted })
}

/// Whether a policy is for this sign-in. Report-only and disabled policies are for none.
fn applies(policy: &ConditionalAccessPolicy, guest: &Guest, apps: &[&str], managed: bool) -> bool {
    let person = &guest.person;
    // The home tenant evaluates the risk of the user; who has none is not at risk.
    let user_risk = if managed { person.user_risk } else { RiskLevel::None };
    let kind = match guest.invitation.invited_user_type {
        UserType::Guest => ExternalUserType::B2bCollaborationGuest,
        UserType::Member => ExternalUserType::B2bCollaborationMember,
    };
    policy.state == PolicyState::Enabled
        && (policy.external_users.is_empty() || policy.external_users.contains(&kind))
        && (policy.applications.is_empty() || policy.applications.iter().any(|app| apps.contains(&app.as_str())))
        && (policy.include_locations.is_empty()
            || person.location.as_ref().is_some_and(|location| policy.include_locations.contains(location)))
        && !person.location.as_ref().is_some_and(|location| policy.exclude_locations.contains(location))
        && (policy.sign_in_risk_levels.is_empty() || policy.sign_in_risk_levels.contains(&person.sign_in_risk))
        && (policy.user_risk_levels.is_empty() || policy.user_risk_levels.contains(&user_risk))
}
