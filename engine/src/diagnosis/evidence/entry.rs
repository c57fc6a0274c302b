//! One entry of a log, whatever it was written in, and what it points to.
//!
//! How JSON and tables are read is in `json.rs` and `table.rs`.

use super::activity::{ACTIVITIES, CROSS_TENANT_CATEGORY, CROSS_TENANT_CHANGED, DOMAIN_POLICY, DOMAIN_POLICY_CHANGED};
use super::findings::Findings;
use super::text;
use crate::document::place::shorten;

/// A sign-in. An empty text stands for what is not given.
#[derive(Debug, Default)]
pub(super) struct SignIn<'t> {
    /// The number of the error, `0` for a success; not every failure has one.
    pub(super) code: String,
    /// Whether it succeeded, in words.
    pub(super) status: &'t str,
    /// Why it failed.
    pub(super) reason: &'t str,
    /// More about the failure.
    pub(super) details: &'t str,
    /// Who signed in.
    pub(super) user: &'t str,
    /// Where to.
    pub(super) application: &'t str,
    /// What kind of collaboration it was (`crossTenantAccessType`).
    pub(super) cross_tenant: &'t str,
    /// The user's tenant.
    pub(super) home_tenant: &'t str,
    /// The tenant of the resource.
    pub(super) resource_tenant: &'t str,
    /// The names of the policies that were not satisfied.
    pub(super) failed_policies: Vec<&'t str>,
}

/// An audit entry. An empty text stands for what is not given.
#[derive(Debug, Default)]
pub(super) struct Audit<'t> {
    /// What was done.
    pub(super) activity: &'t str,
    /// Whether it succeeded.
    pub(super) result: &'t str,
    /// Why it did not.
    pub(super) reason: &'t str,
    /// The service that wrote the entry.
    pub(super) service: &'t str,
    /// Its category.
    pub(super) category: &'t str,
    /// The names of what it was done to.
    pub(super) targets: Vec<&'t str>,
}

impl SignIn<'_> {
    /// Adds what the entry points to.
    pub(super) fn find(&self, found: &mut Findings) {
        let failed = self.failed();
        found.entry(failed);
        if !failed {
            return;
        }
        if !self.code.is_empty() {
            found.code(&self.code);
        }
        for message in [self.reason, self.details] {
            text::by_message(message).into_iter().for_each(|symptom| found.symptom(symptom));
        }
        let mut said = vec![self.who()];
        if !self.application.is_empty() {
            said.push(format!("at `{}`", shorten(self.application)));
        }
        said.push(if self.code.is_empty() { "failed".to_owned() } else { format!("failed with `{}`", shorten(&self.code)) });
        if !self.failed_policies.is_empty() {
            let names: Vec<String> = self.failed_policies.iter().map(|name| format!("`{}`", shorten(name))).collect();
            said.push(format!("because of the policy {}", names.join(", ")));
        }
        found.describe(said.join(" "));
        if self.is_within_a_tenant() {
            found.note(format!("the sign-in of {} is not across tenants, so it is no guest's", self.who()));
        }
    }

    fn who(&self) -> String {
        if self.user.is_empty() { "an unknown user".to_owned() } else { format!("`{}`", shorten(self.user)) }
    }

    fn failed(&self) -> bool {
        match self.code.as_str() {
            "0" => false,
            "" => !self.reason.is_empty() || ["failure", "interrupted"].iter().any(|word| self.status.eq_ignore_ascii_case(word)),
            _ => true,
        }
    }

    fn is_within_a_tenant(&self) -> bool {
        self.cross_tenant.eq_ignore_ascii_case("none")
            || (!self.home_tenant.is_empty()
                && self.home_tenant.eq_ignore_ascii_case(self.resource_tenant)
                && self.cross_tenant.is_empty())
    }
}

impl Audit<'_> {
    /// Adds what the entry points to.
    pub(super) fn find(&self, found: &mut Findings) {
        let failed = self.result.eq_ignore_ascii_case("failure") || self.result.eq_ignore_ascii_case("failed");
        found.entry(failed);
        found.activity(&shorten(self.activity));
        let by_reason = text::by_message(self.reason);
        if let Some(known) = ACTIVITIES.iter().find(|known| known.name.eq_ignore_ascii_case(self.activity.trim())) {
            known.always.iter().for_each(|id| found.symptom_named(id));
            if failed && by_reason.is_empty() {
                known.failed.iter().for_each(|id| found.symptom_named(id));
            }
        }
        if failed {
            text::read(self.reason, found);
        }
        if self.targets.iter().any(|target| target.eq_ignore_ascii_case(DOMAIN_POLICY)) {
            DOMAIN_POLICY_CHANGED.iter().for_each(|id| found.symptom_named(id));
            found.note("the list of domains that may be invited was changed".to_owned());
        }
        if self.category.eq_ignore_ascii_case(CROSS_TENANT_CATEGORY) {
            CROSS_TENANT_CHANGED.iter().for_each(|id| found.symptom_named(id));
            found.note("cross-tenant access settings were changed".to_owned());
        }
        if failed {
            let by = if self.service.is_empty() { String::new() } else { format!(" ({})", shorten(self.service)) };
            let why = if self.reason.is_empty() { String::new() } else { format!(": `{}`", shorten(self.reason)) };
            found.describe(format!("`{}`{by} failed{why}", shorten(self.activity)));
        }
    }
}
