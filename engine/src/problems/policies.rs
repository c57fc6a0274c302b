//! Problems of Conditional Access policies: demands that guests cannot meet, and policies that do not touch guests.
//!
//! Which policies apply to a certain sign-in is decided by the engine; terms of use are in `terms.rs`.

use super::{Problem, ProblemCode, Removal, access, check_name, first_few};
use crate::design::{
    ConditionalAccessPolicy, Design, ExternalUserType, GrantControl, GrantOperator, InboundTrust, PolicyState, ResourceTenant,
};
use crate::field::{Field, PolicyField};
use crate::workspace::Workspace;

pub(super) fn check(workspace: &Workspace, problems: &mut Vec<Problem>) {
    let resource = &workspace.design.resource_tenant;
    for (number, policy) in resource.conditional_access.iter().enumerate() {
        let field = |field| Field::of_policy(number, field);
        check_name(&policy.display_name, field(PolicyField::DisplayName), "A policy", problems);
        names(resource, number, policy, problems);
        match policy.state {
            PolicyState::Disabled => continue,
            PolicyState::EnabledForReportingButNotEnforced => problems.push(ProblemCode::PolicyIsReportOnly.at(
                field(PolicyField::State),
                "The policy is report-only: it is logged, but demands nothing of a guest. Turn it on to see what it does.",
            )),
            PolicyState::Enabled => {}
        }
        if policy.grant_controls.is_empty() && policy.terms_of_use.is_empty() && policy.sign_in_frequency.is_none() {
            problems.push(ProblemCode::PolicyDemandsNothing.at(
                field(PolicyField::GrantControls),
                "The policy has neither a control nor terms of use nor a sign-in frequency, so it changes nothing. Choose what it demands, or remove it.",
            ));
        }
        if [GrantControl::Mfa, GrantControl::AuthenticationStrength].iter().all(|control| policy.grant_controls.contains(control))
        {
            problems.push(ProblemCode::StrengthBesideMultifactor.at(
                field(PolicyField::GrantControls),
                "Multifactor authentication and an authentication strength cannot be demanded by one policy. Demand the strength alone.",
            ));
        }
        if !touches_guests(policy) {
            problems.push(ProblemCode::PolicyIsNotForGuests.at(
                field(PolicyField::ExternalUsers),
                "The policy is for other kinds of external users, so it does not touch the guests here. Add B2B collaboration, or leave it.",
            ));
        } else if policy.state == PolicyState::Enabled {
            demands(workspace, number, policy, problems);
        }
    }
}

fn names(resource: &ResourceTenant, number: usize, policy: &ConditionalAccessPolicy, problems: &mut Vec<Problem>) {
    let exists = |name: &&String| resource.terms_of_use.iter().any(|terms| terms.display_name == **name);
    let unknown: Vec<&String> = policy.terms_of_use.iter().filter(|name| !exists(name)).collect();
    if !unknown.is_empty() {
        let problem = ProblemCode::PolicyTermsAreUnknown.at(
            Field::of_policy(number, PolicyField::TermsOfUse),
            format!("There are no terms of use called {}. Add them, or take the name out of the policy.", first_few(&unknown)),
        );
        let names = unknown.into_iter().cloned().collect();
        problems.push(problem.mended_by(Removal::PolicyTerms { policy: number, names }));
    }
    let field = Field::of_policy(number, PolicyField::Applications);
    access::unknown_applications(&policy.applications, &resource.application, field, problems);
}

/// Whether the policy can be for a guest of B2B collaboration.
pub(super) fn touches_guests(policy: &ConditionalAccessPolicy) -> bool {
    let kinds = &policy.external_users;
    kinds.is_empty()
        || kinds.contains(&ExternalUserType::B2bCollaborationGuest)
        || kinds.contains(&ExternalUserType::B2bCollaborationMember)
}

fn demands(workspace: &Workspace, number: usize, policy: &ConditionalAccessPolicy, problems: &mut Vec<Problem>) {
    let design = &workspace.design;
    let mut found = |code: ProblemCode, message: String| {
        problems.push(code.at(Field::of_policy(number, PolicyField::GrantControls), message));
    };
    let unsupported = unavoidable(design, policy, is_unsupported);
    if !unsupported.is_empty() {
        found(
            ProblemCode::PolicyControlIsNotForGuests,
            format!(
                "Not supported for guests, so the policy keeps them out: {}. Choose another control, or leave guests out.",
                first_few(&words(&unsupported))
            ),
        );
    }
    let untrusted = unavoidable(design, policy, |control| is_device(control) && !is_trusted(design, control));
    if !untrusted.is_empty() {
        found(
            ProblemCode::DeviceIsNotTrusted,
            format!(
                "The policy demands what no trust setting accepts from a home tenant, so guests are blocked: {}. Trust it, or leave guests out.",
                first_few(&words(&untrusted))
            ),
        );
    }
    let without_home = workspace.guests.iter().find(|guest| guest.person.work_account.is_none());
    let Some(guest) = without_home.map(|guest| &guest.display_name) else { return };
    if untrusted.is_empty() && !unavoidable(design, policy, is_device).is_empty() {
        found(
            ProblemCode::OtherGuestsHaveNoDeviceClaim,
            format!(
                "Only a home tenant can vouch for a device, so guests without one, such as {guest}, are blocked. Leave them out, or let them."
            ),
        );
    }
    if policy.grant_controls.contains(&GrantControl::AuthenticationStrength) {
        found(
            ProblemCode::StrengthIsForEntraGuests,
            format!(
                "An authentication strength is for guests of Microsoft Entra tenants; for others, such as {guest}, demand multifactor authentication."
            ),
        );
    }
}

/// The controls of this kind that the policy demands and to which it offers no alternative that a guest can meet.
fn unavoidable(design: &Design, policy: &ConditionalAccessPolicy, kind: impl Fn(GrantControl) -> bool) -> Vec<GrantControl> {
    let hopeless = |control: GrantControl| {
        kind(control)
            || is_unsupported(control)
            || control == GrantControl::Block
            || (is_device(control) && !is_trusted(design, control))
    };
    let controls = &policy.grant_controls;
    let demanded = policy.operator == GrantOperator::And || controls.iter().copied().all(hopeless);
    controls.iter().copied().filter(|control| demanded && kind(*control)).collect()
}

fn is_unsupported(control: GrantControl) -> bool {
    match control {
        GrantControl::ApprovedApplication | GrantControl::CompliantApplication | GrantControl::PasswordChange => true,
        GrantControl::Block
        | GrantControl::Mfa
        | GrantControl::AuthenticationStrength
        | GrantControl::CompliantDevice
        | GrantControl::DomainJoinedDevice => false,
    }
}

fn is_device(control: GrantControl) -> bool {
    matches!(control, GrantControl::CompliantDevice | GrantControl::DomainJoinedDevice)
}

/// Whether the home tenant's word on a device is taken for this control, of any tenant.
fn is_trusted(design: &Design, control: GrantControl) -> bool {
    let accepts = |trust: InboundTrust| match control {
        GrantControl::CompliantDevice => trust.is_compliant_device_accepted,
        GrantControl::DomainJoinedDevice => trust.is_hybrid_azure_ad_joined_device_accepted,
        GrantControl::Block
        | GrantControl::Mfa
        | GrantControl::AuthenticationStrength
        | GrantControl::ApprovedApplication
        | GrantControl::CompliantApplication
        | GrantControl::PasswordChange => false,
    };
    design.edition.has_cross_tenant_access()
        && (accepts(design.resource_tenant.inbound_trust)
            || design.home_tenants.iter().any(|tenant| accepts(design.trust_in_force(tenant))))
}

fn words(controls: &[GrantControl]) -> Vec<&'static str> {
    controls.iter().map(|control| crate::wording::grant_control(*control)).collect()
}
