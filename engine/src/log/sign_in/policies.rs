//! The Conditional Access policies of a sign-in entry, each with what it came to.
//!
//! Which policies apply is decided in `engine/` and read here off the facts of the moves; what a report-only policy would have come
//! to is not known.

use serde::Serialize;

use crate::design::{ConditionalAccessPolicy, Design, GrantControl, PolicyState};
use crate::flow::Outcome;
use crate::trace::{Step, What};

/// A policy and its result.
///
/// Source: `appliedConditionalAccessPolicy` (Microsoft Graph).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppliedPolicy {
    /// The policy's name.
    pub display_name: String,
    /// What it demands.
    pub controls: Vec<&'static str>,
    /// What it does to the session.
    pub session_controls: Vec<&'static str>,
    /// What it came to.
    pub result: PolicyResult,
}

/// What a policy came to. Source: `appliedConditionalAccessPolicy` (Microsoft Graph), `result`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum PolicyResult {
    /// It applied and was met.
    Success,
    /// It applied and stopped the sign-in.
    Failure,
    /// Its conditions were not met.
    NotApplied,
    /// It is off.
    NotEnabled,
    /// It is report-only.
    Unknown,
}

impl PolicyResult {
    /// The word of Microsoft Graph.
    pub fn word(self) -> &'static str {
        match self {
            Self::Success => "success",
            Self::Failure => "failure",
            Self::NotApplied => "notApplied",
            Self::NotEnabled => "notEnabled",
            Self::Unknown => "unknown",
        }
    }
}

/// All policies of the resource tenant.
pub(super) fn of_resource(design: &Design, steps: &[Step], outcome: Option<Outcome>) -> Vec<AppliedPolicy> {
    let policies = design.resource_tenant.conditional_access.iter();
    policies
        .map(|policy| AppliedPolicy {
            display_name: policy.display_name.clone(),
            controls: policy.grant_controls.iter().map(|control| <&str>::from(*control)).collect(),
            session_controls: policy.sign_in_frequency.map(|_| "signInFrequency").into_iter().collect(),
            result: match policy.state {
                PolicyState::Disabled => PolicyResult::NotEnabled,
                PolicyState::EnabledForReportingButNotEnforced => PolicyResult::Unknown,
                PolicyState::Enabled if !applied(policy, steps) => PolicyResult::NotApplied,
                PolicyState::Enabled if outcome.is_some_and(|outcome| stops(policy, outcome)) => PolicyResult::Failure,
                PolicyState::Enabled => PolicyResult::Success,
            },
        })
        .collect()
}

/// What they come to together.
pub(super) fn together(policies: &[AppliedPolicy], failed: bool) -> PolicyResult {
    if failed {
        PolicyResult::Failure
    } else if policies.iter().any(|policy| policy.result == PolicyResult::Success) {
        PolicyResult::Success
    } else {
        PolicyResult::NotApplied
    }
}

/// Whether a move has named the policy among those that apply.
fn applied(policy: &ConditionalAccessPolicy, steps: &[Step]) -> bool {
    let name = format!(", {}, ", policy.display_name);
    let facts = steps.iter().flat_map(|step| &step.facts).filter(|fact| fact.what == What::Policies);
    facts.map(|fact| format!(", {}, ", fact.value)).any(|names| names.contains(&name))
}

/// Whether a policy is one of those that can have led to this outcome.
fn stops(policy: &ConditionalAccessPolicy, outcome: Outcome) -> bool {
    use GrantControl::{
        ApprovedApplication, AuthenticationStrength, Block, CompliantApplication, CompliantDevice, DomainJoinedDevice, Mfa,
        PasswordChange,
    };
    let demands = |controls: &[GrantControl]| policy.grant_controls.iter().any(|control| controls.contains(control));
    match outcome {
        Outcome::BlockedByPolicy => {
            demands(&[Block, ApprovedApplication, CompliantApplication, PasswordChange, AuthenticationStrength])
        }
        Outcome::MultifactorNotDone | Outcome::MultifactorNotRegistered | Outcome::RegistrationBlockedByRisk => {
            demands(&[Mfa, AuthenticationStrength])
        }
        Outcome::DeviceNotCompliant => demands(&[CompliantDevice]),
        Outcome::DeviceNotJoined => demands(&[DomainJoinedDevice]),
        Outcome::UserRiskBlocks => !policy.user_risk_levels.is_empty(),
        Outcome::TermsDeclined => !policy.terms_of_use.is_empty(),
        _ => false,
    }
}
