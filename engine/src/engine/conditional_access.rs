//! Conditional Access of the resource tenant: which policies apply to a sign-in, and what they demand of a guest.
//!
//! Terms of use as a control are in `terms.rs`. The home tenant's own policies are part of the sign-in there.

use super::{Look, Progress, Verdict, World, arrival, terms, word};
use crate::act::Prompt;
use crate::design::{
    ConditionalAccessPolicy, ExternalUserType, GrantControl, GrantOperator, IdentityProvider, InboundTrust, PolicyState,
    RiskLevel,
};
use crate::flow::Answer;
use crate::guest::{Device, UserType};
use crate::rules::Rule;
use crate::trace::What;

/// The policies in force that apply to this sign-in.
pub(super) fn applying<'a>(world: World<'a>, so_far: Progress) -> impl Iterator<Item = &'a ConditionalAccessPolicy> {
    let policies = &world.design.resource_tenant.conditional_access;
    policies.iter().filter(move |policy| applies(policy, world, &so_far))
}

fn applies(policy: &ConditionalAccessPolicy, world: World<'_>, so_far: &Progress) -> bool {
    let kind = match world.guest.invitation.invited_user_type {
        UserType::Guest => ExternalUserType::B2bCollaborationGuest,
        UserType::Member => ExternalUserType::B2bCollaborationMember,
    };
    let person = &world.guest.person;
    let listed = |list: &[String], name: &str| list.iter().any(|entry| entry.eq_ignore_ascii_case(name));
    let location = person.location.as_deref();
    let here = |list: &[String]| location.is_some_and(|location| listed(list, location));
    let risk = |list: &[RiskLevel], level| list.is_empty() || list.contains(&level);
    policy.state == PolicyState::Enabled
        && (policy.external_users.is_empty() || policy.external_users.contains(&kind))
        && (policy.applications.is_empty()
            || arrival::application_names(world, so_far).into_iter().any(|name| listed(&policy.applications, name)))
        && (policy.include_locations.is_empty() || here(&policy.include_locations))
        && !here(&policy.exclude_locations)
        && risk(&policy.sign_in_risk_levels, person.sign_in_risk)
        && risk(&policy.user_risk_levels, user_risk_of(world, so_far))
}

/// The risk of the user, which only a home tenant evaluates.
fn user_risk_of(world: World<'_>, so_far: &Progress) -> RiskLevel {
    world.account_tenant(so_far).map(|_| world.guest.person.user_risk).unwrap_or_default()
}

/// What the resource tenant takes from the guest's home tenant; nothing of who did not sign in at a home tenant.
fn trust(world: World<'_>, so_far: &Progress) -> Option<(u16, InboundTrust)> {
    let (number, home) = world.account_tenant(so_far)?;
    let trust =
        if world.edition().has_cross_tenant_access() { world.design.trust_in_force(home) } else { InboundTrust::default() };
    Some((number, trust))
}

/// Whether the home tenant's word on the device is taken and good for this control.
fn device_is_trusted(world: World<'_>, so_far: &Progress, control: GrantControl) -> bool {
    let trust = trust(world, so_far).map(|(_, trust)| trust).unwrap_or_default();
    let device = world.guest.person.device;
    match control {
        GrantControl::CompliantDevice => trust.is_compliant_device_accepted && device == Device::Compliant,
        GrantControl::DomainJoinedDevice => trust.is_hybrid_azure_ad_joined_device_accepted && device == Device::HybridJoined,
        GrantControl::Block
        | GrantControl::Mfa
        | GrantControl::AuthenticationStrength
        | GrantControl::ApprovedApplication
        | GrantControl::CompliantApplication
        | GrantControl::PasswordChange => false,
    }
}

/// Controls that no guest can meet in the resource tenant.
fn is_unsupported(control: GrantControl) -> bool {
    matches!(control, GrantControl::ApprovedApplication | GrantControl::CompliantApplication | GrantControl::PasswordChange)
}

/// Whether the guest signed in at a Microsoft Entra tenant.
fn is_of_entra(so_far: &Progress) -> bool {
    so_far.provider == Some(IdentityProvider::AzureActiveDirectory)
}

/// What a policy can demand: one of its controls, or its terms of use.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Demand {
    Control(GrantControl),
    Terms,
}

/// Whether a policy demands something of this guest. Block is demanded whatever stands beside it. Of alternatives, the one that
/// costs the guest least is demanded: what is met already, a second factor, terms of use, and last what
/// this guest cannot meet.
fn demands(policy: &ConditionalAccessPolicy, what: Demand, world: World<'_>, so_far: &Progress) -> bool {
    let listed = || {
        let controls = policy.grant_controls.iter().copied().map(Demand::Control);
        controls.chain(terms::exist(world, &policy.terms_of_use).then_some(Demand::Terms))
    };
    if !listed().any(|other| other == what) {
        return false;
    }
    if policy.operator == GrantOperator::And || what == Demand::Control(GrantControl::Block) {
        return true;
    }
    // Beside a block there is nothing left to choose.
    if policy.grant_controls.contains(&GrantControl::Block) {
        return false;
    }
    let rank =
        |demand: &Demand| match demand {
            Demand::Terms => {
                if terms::are_accepted(world, so_far, &policy.terms_of_use) {
                    0
                } else {
                    3
                }
            }
            Demand::Control(control @ (GrantControl::CompliantDevice | GrantControl::DomainJoinedDevice)) => {
                if device_is_trusted(world, so_far, *control) { 0 } else { 4 }
            }
            Demand::Control(GrantControl::Mfa) => 1,
            Demand::Control(GrantControl::AuthenticationStrength) => {
                if is_of_entra(so_far) && !world.guest.person.strong_methods { 4 } else { 2 }
            }
            Demand::Control(
                GrantControl::ApprovedApplication
                | GrantControl::CompliantApplication
                | GrantControl::PasswordChange
                | GrantControl::Block,
            ) => 4,
        };
    listed().min_by_key(rank) == Some(what)
}

/// Whether a policy demands its terms of use of this guest.
pub(super) fn demands_terms(policy: &ConditionalAccessPolicy, world: World<'_>, so_far: &Progress) -> bool {
    demands(policy, Demand::Terms, world, so_far)
}

fn any_demands(world: World<'_>, so_far: &Progress, control: GrantControl) -> bool {
    applying(world, *so_far).any(|policy| demands(policy, Demand::Control(control), world, so_far))
}

fn names(world: World<'_>, so_far: &Progress) -> String {
    crate::wording::list(applying(world, *so_far).map(|policy| policy.display_name.as_str()))
}

fn see_conditions(world: World<'_>, so_far: &Progress, look: &mut impl Look) {
    let person = &world.guest.person;
    look.read(What::Policies, || names(world, so_far));
    look.saw(What::UserType, || <&'static str>::from(world.guest.invitation.invited_user_type));
    look.read(What::TargetApp, || arrival::application_name(world, so_far));
    look.read(What::Location, || person.location.as_deref().unwrap_or("not known"));
    look.saw(What::SignInRisk, || <&'static str>::from(person.sign_in_risk));
}

/// Whether a policy blocks the sign-in outright, or demands what no guest can give. A block because of the user's risk is asked
/// for later, where that risk is.
pub(super) fn blocked(world: World<'_>, so_far: &Progress, look: &mut impl Look) -> Verdict {
    if world.design.resource_tenant.conditional_access.is_empty() {
        look.saw(What::Policies, || "none");
        return Verdict::Is(Answer::Allowed, Rule::NoPolicyApplies);
    }
    see_conditions(world, so_far, look);
    let mut any = false;
    let mut unsupported = false;
    for policy in applying(world, *so_far) {
        any = true;
        if !policy.user_risk_levels.is_empty() {
            continue;
        }
        if demands(policy, Demand::Control(GrantControl::Block), world, so_far) {
            let rule = if policy.sign_in_risk_levels.is_empty()
                && policy.include_locations.is_empty()
                && policy.exclude_locations.is_empty()
            {
                Rule::PolicyBlocks
            } else if policy.sign_in_risk_levels.is_empty() {
                Rule::PolicyBlocksLocation
            } else {
                Rule::PolicyBlocksSignInRisk
            };
            return Verdict::Is(Answer::Blocked, rule);
        }
        unsupported |= policy
            .grant_controls
            .iter()
            .any(|control| is_unsupported(*control) && demands(policy, Demand::Control(*control), world, so_far));
    }
    if unsupported {
        return Verdict::Is(Answer::Blocked, Rule::ControlIsNotForGuests);
    }
    Verdict::Is(Answer::Allowed, if any { Rule::PoliciesDoNotBlock } else { Rule::NoPolicyApplies })
}

pub(super) fn multifactor(world: World<'_>, so_far: &mut Progress, look: &mut impl Look) -> Verdict {
    let person = &world.guest.person;
    let entra = is_of_entra(so_far);
    if world.design.resource_tenant.conditional_access.is_empty() {
        look.saw(What::Policies, || "none");
        return Verdict::Is(Answer::NotNeeded, Rule::MultifactorIsNotDemanded);
    }
    look.read(What::Policies, || names(world, so_far));
    let strength = any_demands(world, so_far, GrantControl::AuthenticationStrength);
    if !strength && !any_demands(world, so_far, GrantControl::Mfa) {
        return Verdict::Is(Answer::NotNeeded, Rule::MultifactorIsNotDemanded);
    }
    look.saw(What::IdentityProvider, || so_far.provider.map_or("none", crate::wording::provider));
    if strength && entra {
        look.saw(What::StrongMethods, || word(person.strong_methods));
        if !person.strong_methods {
            return Verdict::Is(Answer::Blocked, Rule::MethodsAreNotStrongEnough);
        }
    }
    if so_far.in_session && so_far.session.is_some_and(|session| session.second_factor) {
        look.saw(What::SessionSecondFactor, || word(true));
        return Verdict::Is(Answer::NotNeeded, Rule::SecondFactorIsInSession);
    }
    let home = world.account_tenant(so_far);
    let trusted = match (trust(world, so_far), home) {
        (Some((number, trust)), Some((_, home))) => {
            let claim = person.home_mfa_done || home.requires_mfa;
            look.read(What::InboundTrust(number), || crate::wording::trust(trust));
            look.saw(What::HomeMfa, || word(claim));
            if trust.is_mfa_accepted && claim {
                return Verdict::Is(Answer::Trusted, Rule::HomeMultifactorIsTrusted);
            }
            trust.is_mfa_accepted
        }
        _ => false,
    };
    so_far.multifactor_at_home = trusted;
    if trusted {
        return Verdict::Is(Answer::Demanded, Rule::HomeTenantAsksForMultifactor);
    }
    let registered = so_far.multifactor_registered || person.resource_mfa_registered;
    look.saw(What::MfaRegistered, || word(registered));
    look.saw(What::SignInRisk, || <&'static str>::from(person.sign_in_risk));
    let for_risk = applying(world, *so_far).any(|policy| {
        person.sign_in_risk != RiskLevel::None
            && !policy.sign_in_risk_levels.is_empty()
            && (demands(policy, Demand::Control(GrantControl::Mfa), world, so_far)
                || demands(policy, Demand::Control(GrantControl::AuthenticationStrength), world, so_far))
    });
    if for_risk && !registered {
        return Verdict::Is(Answer::Risk, Rule::RiskNeedsRegistration);
    }
    so_far.multifactor_registers = !registered;
    let rule = match (entra, strength) {
        (true, _) => Rule::ResourceTenantAsksForMultifactor,
        (false, false) => Rule::OtherGuestsProveThemselvesHere,
        (false, true) => Rule::StrengthIsForEntraGuests,
    };
    Verdict::Is(Answer::Demanded, rule)
}

pub(super) fn challenge(so_far: &Progress, look: &mut impl Look) -> Verdict {
    if so_far.multifactor_at_home {
        return Verdict::Ask(Prompt::Multifactor { registers: false }, Rule::HomeTenantAsksForMultifactor);
    }
    let registers = so_far.multifactor_registers;
    look.saw(What::MfaRegistered, || word(!registers));
    let rule = if registers { Rule::GuestRegistersInResourceTenant } else { Rule::ResourceTenantAsksForMultifactor };
    Verdict::Ask(Prompt::Multifactor { registers }, rule)
}

pub(super) fn device(world: World<'_>, so_far: &Progress, look: &mut impl Look) -> Verdict {
    if world.design.resource_tenant.conditional_access.is_empty() {
        look.saw(What::Policies, || "none");
        return Verdict::Is(Answer::NotNeeded, Rule::DeviceIsNotDemanded);
    }
    look.read(What::Policies, || names(world, so_far));
    let mut demanded = false;
    for (control, answer) in
        [(GrantControl::CompliantDevice, Answer::NotCompliant), (GrantControl::DomainJoinedDevice, Answer::NotJoined)]
    {
        if !any_demands(world, so_far, control) {
            continue;
        }
        demanded = true;
        look.saw(What::Device, || <&'static str>::from(world.guest.person.device));
        match trust(world, so_far) {
            Some((number, trust)) => look.read(What::InboundTrust(number), || crate::wording::trust(trust)),
            None => {
                look.saw(What::IdentityProvider, || so_far.provider.map_or("none", crate::wording::provider));
                return Verdict::Is(answer, Rule::OtherGuestsHaveNoDeviceClaim);
            }
        }
        if !device_is_trusted(world, so_far, control) {
            return Verdict::Is(answer, Rule::DeviceIsNotTrusted);
        }
    }
    if demanded {
        Verdict::Is(Answer::Trusted, Rule::HomeDeviceIsTrusted)
    } else {
        Verdict::Is(Answer::NotNeeded, Rule::DeviceIsNotDemanded)
    }
}

pub(super) fn user_risk(world: World<'_>, so_far: &Progress, look: &mut impl Look) -> Verdict {
    let risk = user_risk_of(world, so_far);
    look.saw(What::UserRisk, || <&'static str>::from(risk));
    let stops = |policy: &ConditionalAccessPolicy| {
        !policy.user_risk_levels.is_empty()
            && policy.grant_controls.iter().any(|control| {
                (*control == GrantControl::Block || is_unsupported(*control))
                    && demands(policy, Demand::Control(*control), world, so_far)
            })
    };
    if applying(world, *so_far).any(stops) {
        look.read(What::Policies, || names(world, so_far));
        return Verdict::Is(Answer::Blocked, Rule::UserRiskIsHomeMatter);
    }
    Verdict::Is(Answer::Allowed, Rule::UserRiskDoesNotBlock)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::act::Act;
    use crate::address::EmailAddress;
    use crate::design::Design;
    use crate::engine::replay;
    use crate::flow::{Node, Outcome};
    use crate::guest::Guest;
    use crate::trace::Run;

    /// The run of a user of Adatum whose risk as a user is high.
    fn run(policy: ConditionalAccessPolicy, acts: &[Act]) -> Run {
        let address = EmailAddress::parse("nina@adatum.example").unwrap();
        let mut home = crate::design::HomeTenant::managed(
            "adatum",
            "Adatum",
            vec![crate::address::Domain::parse("adatum.example").unwrap()],
        );
        home.users = vec![crate::design::HomeUser::named(address.clone())];
        let mut design = Design { home_tenants: vec![home], ..Design::default() };
        design.resource_tenant.conditional_access = vec![policy];
        let mut guest = Guest::invited("Nina", address.clone());
        guest.person.work_account = Some(address);
        guest.person.user_risk = RiskLevel::High;
        guest.person.location = Some("DE".to_owned());
        replay(&design, &guest, acts)
    }

    fn for_risky_users(grant_controls: Vec<GrantControl>, operator: GrantOperator) -> ConditionalAccessPolicy {
        ConditionalAccessPolicy {
            user_risk_levels: vec![RiskLevel::High],
            operator,
            ..ConditionalAccessPolicy::demanding("Risky users", grant_controls)
        }
    }

    #[test]
    fn a_risky_user_who_can_meet_the_policy_is_not_blocked() {
        let acts = [Act::Accept, Act::CompleteMultifactor];
        let second_factor = for_risky_users(vec![GrantControl::Mfa], GrantOperator::And);
        assert_eq!(run(second_factor, &acts).outcome(), Some(Outcome::Redeemed));
        let either = for_risky_users(vec![GrantControl::PasswordChange, GrantControl::Mfa], GrantOperator::Or);
        assert_eq!(run(either, &acts).outcome(), Some(Outcome::Redeemed));
        let both = for_risky_users(vec![GrantControl::PasswordChange, GrantControl::Mfa], GrantOperator::And);
        assert_eq!(run(both, &acts).outcome(), Some(Outcome::UserRiskBlocks));
    }

    #[test]
    fn the_facts_name_the_policies_the_application_and_the_conditions() {
        let run = run(for_risky_users(vec![GrantControl::Mfa], GrantOperator::And), &[Act::Accept, Act::CompleteMultifactor]);
        let facts = |node: Node| -> Vec<(What, String)> {
            let steps = run.chapters.iter().flat_map(|chapter| &chapter.steps);
            let step = steps.into_iter().find(|step| step.edge.from() == node).unwrap();
            step.facts.iter().map(|fact| (fact.what, fact.value.to_string())).collect()
        };
        let own = |what, value: &str| (what, value.to_owned());
        assert_eq!(
            facts(Node::ConditionalAccess),
            [
                own(What::Policies, "Risky users"),
                own(What::UserType, "Guest"),
                own(What::TargetApp, "Apps access panel (My Apps)"),
                own(What::Location, "DE"),
                own(What::SignInRisk, "none"),
            ]
        );
        assert!(facts(Node::Multifactor).contains(&own(What::HomeMfa, "no")), "{:?}", facts(Node::Multifactor));
    }
}
