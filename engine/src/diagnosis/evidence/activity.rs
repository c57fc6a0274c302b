//! Activities of the audit log that have to do with guests, and the symptoms to which they lead.
//!
//! Source: `reference-audit-activities.md`, 2024-04-15.

/// An activity.
#[derive(Debug)]
pub(super) struct Activity {
    /// Its name in the log.
    pub(super) name: &'static str,
    /// Symptoms that fit whenever it is logged.
    pub(super) always: &'static [&'static str],
    /// Symptoms that fit when it failed and the reason says no more.
    pub(super) failed: &'static [&'static str],
}

const fn activity(name: &'static str, always: &'static [&'static str], failed: &'static [&'static str]) -> Activity {
    Activity { name, always, failed }
}

/// The activities. What is not in this list leads nowhere.
pub(super) const ACTIVITIES: &[Activity] = &[
    activity("Email not sent, user unsubscribed", &["no-invitation-mail"], &[]),
    activity("Email unsubscribed", &["no-invitation-mail"], &[]),
    activity(
        "Invite external user",
        &[],
        &[
            "invitations-not-allowed",
            "domain-not-invitable",
            "invitation-blocked-across-tenants",
            "address-refused",
            "address-conflict",
            "already-in-directory",
        ],
    ),
    activity("Invite external user with reset invitation status", &[], &["operation-not-offered"]),
    activity("Invite internal user to B2B collaboration", &[], &["internal-user-refused"]),
    activity("Redeem external user invite", &[], &["invitation-not-accepted", "pending-guest-refused", "no-provider-left"]),
    activity("Delete external user", &["account-does-not-exist"], &[]),
    activity("Disable account", &["account-disabled"], &[]),
    activity("Remove app role assignment from user", &["not-assigned"], &[]),
    activity("Delete Identity Provider", &["federated-guests-locked-out"], &[]),
    activity("Authentication Methods Policy Update", &["passcode-guests-locked-out"], &[]),
    activity("Update authorization policy", &["invitations-not-allowed"], &[]),
    activity("Viral user creation", &["unmanaged-account-refused"], &[]),
    activity("Viral tenant creation", &["unmanaged-account-refused"], &[]),
    activity("Decline Terms Of Use", &["terms-of-use-pending"], &[]),
    activity("Expire Terms Of Use", &["terms-of-use-pending"], &[]),
];

/// The policy with the domains that may be invited, as the audit log names its object.
pub(super) const DOMAIN_POLICY: &str = "B2BManagementPolicy";

/// Symptoms that fit when that policy was changed.
pub(super) const DOMAIN_POLICY_CHANGED: &[&str] = &["pending-guest-refused", "domain-not-invitable"];

/// The category of changes of cross-tenant access settings.
pub(super) const CROSS_TENANT_CATEGORY: &str = "CrossTenantAccessSettings";

/// Symptoms that fit when cross-tenant access settings were changed.
pub(super) const CROSS_TENANT_CHANGED: &[&str] =
    &["inbound-access-blocked", "outbound-access-blocked", "invitation-blocked-across-tenants"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnosis::find;

    #[test]
    fn every_symptom_named_here_exists() {
        let named = ACTIVITIES.iter().flat_map(|activity| activity.always.iter().chain(activity.failed));
        for id in named.chain(DOMAIN_POLICY_CHANGED).chain(CROSS_TENANT_CHANGED) {
            assert!(find(id).is_some(), "{id}");
        }
    }
}
