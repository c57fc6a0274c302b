//! Problems of terms of use: their number and names, when they expire, and policies that leave them to nobody.
//!
//! Whether a certain guest is shown them is decided by the engine.

use std::collections::BTreeSet;

use super::{Problem, ProblemCode, Removal, is_made};
use crate::act::Change;
use crate::clock;
use crate::design::{MOST_TERMS, PolicyState, TermsOfUse};
use crate::field::{Field, PolicyField, ResourceField, TermsField};
use crate::workspace::Workspace;

pub(super) fn check(workspace: &Workspace, problems: &mut Vec<Problem>) {
    let resource = &workspace.design.resource_tenant;
    let all = Field::resource(ResourceField::TermsOfUse);
    let count = resource.terms_of_use.len();
    if count > MOST_TERMS {
        problems.push(ProblemCode::TooManyTermsOfUse.at(
            all.clone(),
            format!("There are {count} terms of use, but a tenant may have at most {MOST_TERMS}. Remove some."),
        ));
    }
    if let Some(unnamed) = resource.terms_of_use.iter().position(|terms| terms.display_name.trim().is_empty()) {
        let message = format!("The terms of use number {} have no name. Give them one.", unnamed + 1);
        problems.push(ProblemCode::NameIsEmpty.at(all, message));
    }
    let mut names = BTreeSet::new();
    let mut taken = BTreeSet::new();
    for (number, terms) in resource.terms_of_use.iter().enumerate() {
        let name = terms.display_name.trim();
        if !name.is_empty() && !names.insert(name) && taken.insert(name) {
            problems.push(ProblemCode::TermsNameIsTaken.at(
                Field::of_terms(number, TermsField::DisplayName),
                format!("Other terms of use are called {name}, too, and a policy that names them means both. Give each a name of its own."),
            ));
        }
        acceptance(workspace, number, terms, problems);
    }
    left_to_nobody(workspace, problems);
}

fn acceptance(workspace: &Workspace, number: usize, terms: &TermsOfUse, problems: &mut Vec<Problem>) {
    if terms.is_per_device_acceptance_required {
        problems.push(ProblemCode::TermsArePerDevice.at(
            Field::of_terms(number, TermsField::IsPerDeviceAcceptanceRequired),
            "Acceptance on every device is not supported for guests. Turn it off, or leave guests out of the policy.",
        ));
    }
    if terms.reaccept_after_days == Some(0) {
        problems.push(ProblemCode::TermsExpireAtOnce.at(
            Field::of_terms(number, TermsField::ReacceptAfterDays),
            "After 0 days an acceptance has expired as soon as it is given, so these terms are shown forever. Write at least 1, or clear it.",
        ));
    }
    let design = &workspace.design;
    let first_day = workspace.guests.iter().map(|guest| clock::starts(design, guest).date()).min();
    let first_day = first_day.unwrap_or_else(|| design.edition.date());
    if let Some(start) = terms.terms_expiration.map(|schedule| schedule.start).filter(|start| *start > first_day) {
        problems.push(ProblemCode::TermsScheduleStartsLater.at(
            Field::of_terms(number, TermsField::ExpirationStart),
            format!("The schedule starts on {start}, after the simulated clock begins, so whatever is accepted before expires on that day. Choose an earlier date, or leave it."),
        ));
    }
}

/// Terms that only policies out of force name are shown to nobody, unless a story turns such a policy on.
fn left_to_nobody(workspace: &Workspace, problems: &mut Vec<Problem>) {
    let resource = &workspace.design.resource_tenant;
    let policies = &resource.conditional_access;
    let turned_on = |number: usize| {
        let turns_it_on = |change| matches!(change, Change::PolicyState { policy, state: PolicyState::Enabled } if usize::from(policy) == number);
        is_made(workspace.guests.iter(), turns_it_on)
    };
    let in_force = |name: &String| {
        let mut naming = policies.iter().enumerate().filter(|(_, policy)| policy.terms_of_use.contains(name));
        naming.any(|(number, policy)| policy.state == PolicyState::Enabled || turned_on(number))
    };
    let exists = |name: &String| resource.terms_of_use.iter().any(|terms| terms.display_name == *name);
    for (number, policy) in policies.iter().enumerate().filter(|(_, policy)| policy.state != PolicyState::Enabled) {
        let hidden: Vec<&String> = policy.terms_of_use.iter().filter(|name| exists(name) && !in_force(name)).collect();
        if !hidden.is_empty() {
            let problem = ProblemCode::TermsPolicyIsOff.at(
                Field::of_policy(number, PolicyField::State),
                format!(
                    "No policy in force names the terms {}, so nobody is shown them. Turn this policy on, or take the terms out of it.",
                    super::first_few(&hidden)
                ),
            );
            let names = hidden.into_iter().cloned().collect();
            problems.push(problem.mended_by(Removal::PolicyTerms { policy: number, names }));
        }
    }
}
