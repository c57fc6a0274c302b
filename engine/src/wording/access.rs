//! Settings of several parts as one short text, for facts.
//!
//! The words of single choices are in `choice.rs`.

use std::borrow::Cow;

use crate::design::{AccessRule, AccessType, CollaborationRestrictions, InboundTrust, RestrictionKind};

/// A row of cross-tenant access settings.
pub fn access_rule(rule: &AccessRule) -> Cow<'static, str> {
    let (all, some) = match rule.access_type {
        AccessType::Allowed => ("all allowed", "allowed"),
        AccessType::Blocked => ("all blocked", "blocked"),
    };
    if rule.targets.is_empty() { all.into() } else { format!("{some}: {}", super::list(&rule.targets)).into() }
}

/// What is trusted of a home tenant.
pub fn trust(trust: InboundTrust) -> String {
    let all = [
        (trust.is_mfa_accepted, "multifactor authentication"),
        (trust.is_compliant_device_accepted, "compliant devices"),
        (trust.is_hybrid_azure_ad_joined_device_accepted, "hybrid joined devices"),
    ];
    super::list(all.into_iter().filter_map(|(trusted, what)| trusted.then_some(what)))
}

/// The domain list.
pub fn collaboration_restrictions(restrictions: &CollaborationRestrictions) -> String {
    match restrictions.kind {
        RestrictionKind::AnyDomain => "any domain".to_owned(),
        RestrictionKind::DenyList => format!("all but {}", super::list(&restrictions.domains)),
        RestrictionKind::AllowList => format!("only {}", super::list(&restrictions.domains)),
    }
}
