//! Problems of the external collaboration settings: who may invite, which domains, leaving, and self-service sign-up.
//!
//! Whether a certain inviter or guest is refused is asked in `guest/`.

use super::{Problem, ProblemCode, Removal};
use crate::design::{AllowInvitesFrom, ResourceTenant, RestrictionKind};
use crate::field::{Field, ResourceField};

/// The longest policy with a list of domains, in characters.
///
/// Source: `allow-deny-list.md`, 2024-09, Important considerations.
const LONGEST_POLICY: usize = 25_000;

pub(super) fn check(resource: &ResourceTenant, problems: &mut Vec<Problem>) {
    let mut found = |code: ProblemCode, field, message: &str| problems.push(code.at(Field::resource(field), message));
    if resource.invites_allowed_from() == AllowInvitesFrom::None {
        let (code, message) = match resource.allow_invites_from {
            Some(_) => (
                ProblemCode::NobodyMayInvite,
                "Nobody may invite, administrators included, so every invitation is refused. Choose who may invite.",
            ),
            None => (
                ProblemCode::GovernmentTenantInvitesNobody,
                "In a US Government tenant nobody may invite by default, so every invitation is refused. Choose who may invite.",
            ),
        };
        found(code, ResourceField::AllowInvitesFrom, message);
    }
    if resource.external_users_may_leave.is_some() && resource.privacy.is_empty() {
        found(
            ProblemCode::LeaveSettingNeedsPrivacyInformation,
            ResourceField::ExternalUsersMayLeave,
            "The leave setting can be configured only once the tenant has privacy information. Add a privacy statement or contact.",
        );
    }
    if resource.self_service_sign_up {
        found(
            ProblemCode::SelfServiceSignUpIsNotUsed,
            ResourceField::SelfServiceSignUp,
            "Self-service sign-up user flows and Facebook are not used for redeeming invitations, so runs are the same without them.",
        );
    }
    restricted_domains(resource, problems);
}

/// The list of domains that may or may not be invited.
fn restricted_domains(resource: &ResourceTenant, problems: &mut Vec<Problem>) {
    let listed = Field::resource(ResourceField::RestrictedDomains);
    let restrictions = &resource.collaboration_restrictions;
    match (restrictions.kind, restrictions.domains.is_empty()) {
        (RestrictionKind::AllowList, true) => problems.push(ProblemCode::DomainListIsEmpty.at(
            listed.clone(),
            "The allow list is empty, so no domain can be invited. Add the domains of the partners, or allow any domain.",
        )),
        (RestrictionKind::DenyList, true) => problems.push(ProblemCode::DomainListIsEmpty.at(
            listed.clone(),
            "The deny list is empty, so every domain can be invited. Add the domains to be blocked, or allow any domain.",
        )),
        (RestrictionKind::AnyDomain, false) => {
            let problem = ProblemCode::DomainListIsIgnored.at(
                Field::resource(ResourceField::RestrictionKind),
                "Domains are listed, but any domain may be invited. Choose a deny list or an allow list, or take the list out.",
            );
            problems.push(problem.mended_by(Removal::UnusedDomainList));
        }
        (RestrictionKind::AllowList | RestrictionKind::DenyList, false) | (RestrictionKind::AnyDomain, true) => {}
    }
    let length: usize = restrictions.domains.iter().map(|domain| domain.as_str().chars().count()).sum();
    if restrictions.kind != RestrictionKind::AnyDomain && length > LONGEST_POLICY {
        let message = format!(
            "The domains of the list have {length} characters, but a policy may have at most {LONGEST_POLICY}. Remove some."
        );
        problems.push(ProblemCode::DomainListIsTooLong.at(listed, message));
    }
}
