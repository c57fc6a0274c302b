//! Whether the settings that a node asks about are there at all, so that the chart can tell *not set up* from *no match*.
//!
//! Looks at settings only; what a node found stands in the trace.

use crate::design::{
    ApplicationPermissions, Cloud, ConditionalAccessPolicy, Design, FallbackProvider, GrantControl, PolicyState, PrimaryProvider,
    RestrictionKind,
};
use crate::flow::{Node, Stage};

/// Whether what a node looks for has been set up at all. Nodes that no setting concerns count as set up.
pub(super) fn is_set_up(design: &Design, node: Node) -> bool {
    let resource = &design.resource_tenant;
    match node {
        Node::Primary(PrimaryProvider::ExternalFederation) => !resource.federations.is_empty(),
        Node::Primary(PrimaryProvider::SocialIdentityProviders) => resource.google_federation,
        Node::PasscodeEnabled => {
            design.passcode_enabled() || resource.redemption_order.fallback() == FallbackProvider::EmailOneTimePasscode
        }
        Node::ConditionalAccess => any_policy(design, |_| true),
        Node::Multifactor | Node::MultifactorChallenge => {
            demands(design, &[GrantControl::Mfa, GrantControl::AuthenticationStrength])
        }
        Node::DeviceState => demands(design, &[GrantControl::CompliantDevice, GrantControl::DomainJoinedDevice]),
        Node::UserRisk => {
            any_policy(design, |policy| !policy.user_risk_levels.is_empty()) || demands(design, &[GrantControl::PasswordChange])
        }
        Node::TermsOfUse => !resource.terms_of_use.is_empty(),
        Node::ApplicationAssignment => resource.application.assignment_required,
        Node::ApplicationConsent => resource.application.permissions != ApplicationPermissions::None,
        _ => true,
    }
}

/// For a node that matters only where something unusual is set up: whether it is. `None` for all others.
pub(super) fn is_unusual(design: &Design, node: Node) -> Option<bool> {
    let resource = &design.resource_tenant;
    Some(match node {
        Node::LinkValid => design.interpretations.link_expires_after_days.is_some() || design.interpretations.link_works_once,
        Node::DomainStillAllowed => resource.collaboration_restrictions.kind != RestrictionKind::AnyDomain,
        Node::AccountCloud => design.home_tenants.iter().any(|home| home.cloud != resource.cloud),
        Node::CreatePassword => design.interpretations.passwords_for_unmanaged,
        Node::FallbackInCloud => resource.cloud == Cloud::China21Vianet,
        Node::OutboundAccess => restricts_outbound(design),
        Node::InboundAccess => restricts_inbound(design),
        Node::ApplicationAccess => restricts_outbound(design) || restricts_inbound(design),
        _ => return None,
    })
}

/// Whether a node asks about nothing that is set up, so that passing it tells little.
pub(super) fn is_quiet(design: &Design, node: Node) -> bool {
    match node {
        Node::MailFound | Node::SignInSession | Node::TenantRestrictions | Node::Arrival => true,
        _ => {
            let late = matches!(node.stage(), Stage::Policies | Stage::Arrival);
            is_unusual(design, node) == Some(false) || (late && !is_set_up(design, node))
        }
    }
}

fn restricts_outbound(design: &Design) -> bool {
    design.home_tenants.iter().any(|home| !home.outbound_in_force().is_default())
}

fn restricts_inbound(design: &Design) -> bool {
    !design.resource_tenant.inbound.is_default() || design.home_tenants.iter().any(|home| home.partner.inbound.is_some())
}

fn any_policy(design: &Design, what: impl Fn(&ConditionalAccessPolicy) -> bool) -> bool {
    let policies = &design.resource_tenant.conditional_access;
    policies.iter().any(|policy| policy.state == PolicyState::Enabled && what(policy))
}

fn demands(design: &Design, controls: &[GrantControl]) -> bool {
    any_policy(design, |policy| policy.grant_controls.iter().any(|control| controls.contains(control)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_policy_that_only_reports_sets_nothing_up() {
        let mut design = Design::default();
        let mut policy = ConditionalAccessPolicy::demanding("Guests", vec![GrantControl::CompliantDevice]);
        design.resource_tenant.conditional_access = vec![policy.clone()];
        assert!(is_set_up(&design, Node::DeviceState) && !is_set_up(&design, Node::Multifactor));
        policy.state = PolicyState::EnabledForReportingButNotEnforced;
        design.resource_tenant.conditional_access = vec![policy];
        assert!(!is_set_up(&design, Node::DeviceState) && !is_set_up(&design, Node::ConditionalAccess));
    }

    #[test]
    fn inbound_settings_of_a_partner_are_unusual() {
        let mut design = Design::default();
        let domain = crate::address::Domain::parse("adatum.example").unwrap();
        design.home_tenants = vec![crate::design::HomeTenant::managed("adatum", "Adatum", vec![domain])];
        assert_eq!(is_unusual(&design, Node::InboundAccess), Some(false));
        let blocked = crate::design::AccessSettings::all(crate::design::AccessType::Blocked);
        design.home_tenants[0].partner.inbound = Some(blocked);
        assert_eq!(is_unusual(&design, Node::InboundAccess), Some(true));
        assert_eq!(is_unusual(&design, Node::OutboundAccess), Some(false));
        assert_eq!(is_unusual(&design, Node::GuestMatch), None);
    }
}
