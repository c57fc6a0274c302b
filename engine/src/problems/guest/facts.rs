//! Facts about a guest that change nothing, or that keep the guest out whatever is set.
//!
//! Facts that matter only together with a provider are in `sign_in.rs` and beside this folder.

use super::Invited;
use crate::act::Change;
use crate::design::{ConditionalAccessPolicy, PolicyState};
use crate::field::GuestField;
use crate::guest::Device;
use crate::problems::{ProblemCode, is_made, policies};

impl Invited<'_> {
    pub(super) fn facts(self, found: &mut impl FnMut(ProblemCode, GuestField, String)) {
        let guest = self.guest;
        let person = &guest.person;
        if guest.second_address.as_ref() == Some(&guest.invited_email) {
            found(
                ProblemCode::SecondAddressIsTheInvitedOne,
                GuestField::SecondAddress,
                format!("The second address is {}, the invited one. Write another, or take it out.", guest.invited_email),
            );
        }
        if person.tenant_restrictions {
            found(
                ProblemCode::TenantRestrictionsBlock,
                GuestField::TenantRestrictions,
                "Tenant restrictions on the guest's network keep them out, whatever is set here. Whoever runs that network can allow this tenant.".to_owned(),
            );
        }
        let required_later = is_made(std::iter::once(guest), |change| change == Change::AssignmentRequired(true));
        if guest.not_assigned && !self.design.resource_tenant.application.assignment_required && !required_later {
            found(
                ProblemCode::AssignmentIsNotRequired,
                GuestField::NotAssigned,
                "The application requires no assignment, so this changes nothing. Require it, or clear this.".to_owned(),
            );
        }
        self.home_facts(found);
        self.conditions(found);
    }

    /// What only a home tenant knows.
    fn home_facts(self, found: &mut impl FnMut(ProblemCode, GuestField, String)) {
        let person = &self.guest.person;
        if person.work_account.is_some() {
            return;
        }
        let facts = [
            (person.device != Device::Unmanaged, GuestField::Device, "The device"),
            (person.home_mfa_done, GuestField::HomeMfaDone, "Multifactor authentication at home"),
            (person.strong_methods, GuestField::StrongMethods, "The strength of the methods"),
            (!person.user_risk.is_none(), GuestField::UserRisk, "The risk of the user"),
        ];
        for (_, field, what) in facts.into_iter().filter(|(set, ..)| *set) {
            found(
                ProblemCode::HomeFactWithoutWorkAccount,
                field,
                format!(
                    "{what} counts only of guests of a home tenant, and this guest has no work account. Add one, or clear this."
                ),
            );
        }
    }

    /// What only a policy asks for.
    fn conditions(self, found: &mut impl FnMut(ProblemCode, GuestField, String)) {
        let person = &self.guest.person;
        let any = |asks: fn(&ConditionalAccessPolicy) -> bool| {
            let policies = &self.design.resource_tenant.conditional_access;
            policies.iter().any(|policy| policy.state == PolicyState::Enabled && policies::touches_guests(policy) && asks(policy))
        };
        let risks = [
            (
                !person.sign_in_risk.is_none() && !any(|policy| !policy.sign_in_risk_levels.is_empty()),
                GuestField::SignInRisk,
                "sign-in",
            ),
            (
                !person.user_risk.is_none()
                    && person.work_account.is_some()
                    && !any(|policy| !policy.user_risk_levels.is_empty()),
                GuestField::UserRisk,
                "user",
            ),
        ];
        for (_, field, what) in risks.into_iter().filter(|(unasked, ..)| *unasked) {
            found(
                ProblemCode::RiskHasNoPolicy,
                field,
                format!(
                    "No policy in force asks for the {what} risk, so this changes nothing. Add such a policy, or clear this."
                ),
            );
        }
        let asks_location = any(|policy| !policy.include_locations.is_empty() || !policy.exclude_locations.is_empty());
        if person.location.is_none() && asks_location {
            found(
                ProblemCode::LocationIsUnknown,
                GuestField::Location,
                "Policies name locations, and this guest's is not known, so it is neither included nor excluded. Write a country or named location.".to_owned(),
            );
        }
    }
}
