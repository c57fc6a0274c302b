//! Scenarios that show a cause: small workspaces, each with what is expected of its run.
//!
//! The files are in `scenarios/`, named after the cause that they show first. Nothing here decides; `engine/tests/diagnosis.rs`
//! plays each file.

use serde::{Deserialize, Serialize};

use crate::document::read_value;
use crate::presets::Want;
use crate::workspace::Workspace;

/// A scenario that shows a cause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Scenario {
    /// The scenario itself.
    pub workspace: Workspace,
    /// What happens to its guests, typed from the documents.
    pub want: Vec<Want>,
}

macro_rules! files {
    ($($name:literal)+) => {
        [$(($name, include_str!(concat!("scenarios/", $name, ".json")))),+]
    };
}

/// Name and text of each file.
const FILES: [(&str, &str); 96] = files! {
    "mail-in-spam-folder"
    "invitations-unsubscribed"
    "mail-not-asked-for"
    "automatic-redemption-sends-notification"
    "inviter-without-mailbox"
    "application-invites"
    "link-expired"
    "link-used-up"
    "invited-mailbox-not-readable"
    "account-of-someone-else"
    "alias-typed"
    "mail-address-is-not-sign-in-name"
    "contact-object-owns-address"
    "new-account-needs-mail-link"
    "inviter-may-not-invite"
    "us-government-invites-off"
    "application-invites-while-restricted"
    "address-with-forbidden-character"
    "group-mailbox-invited"
    "address-of-a-local-user"
    "guest-invited-before"
    "group-owns-address"
    "own-domain-invited"
    "internal-user-synced"
    "inbound-blocks-invitation"
    "outbound-blocks-invitation"
    "domain-on-deny-list"
    "domain-not-on-allow-list"
    "domain-denied-after-invitation"
    "cross-cloud-worker-disabled"
    "cloud-not-ticked"
    "organization-not-added"
    "resend-after-acceptance"
    "restored-too-late"
    "leaving-switched-off"
    "personal-account-at-common-address"
    "single-tenant-application"
    "signed-in-with-another-account"
    "guest-not-invited"
    "guest-deleted"
    "application-requires-assignment"
    "home-account-recreated"
    "guest-has-not-redeemed"
    "guest-object-disabled"
    "home-account-disabled"
    "consent-missing"
    "guest-stays-at-home"
    "new-account-not-created"
    "accepted-with-the-other-account"
    "shared-address-taken-as-work-account"
    "home-blocks-outbound"
    "resource-blocks-inbound"
    "network-restricts-tenants"
    "cloud-of-account-not-allowed"
    "account-missing-in-tenant"
    "federated-organization-user-missing"
    "passcode-is-last-and-off"
    "provider-left-out-of-order"
    "no-provider-in-cloud"
    "user-no-longer-created"
    "federation-not-active-yet"
    "unmanaged-accounts-retired"
    "no-account-at-partner"
    "no-google-account"
    "token-misconfigured"
    "mail-claim-missing"
    "mail-claim-outside-domain"
    "realm-missing"
    "realm-unknown"
    "google-refuses-client"
    "outside-provider-fails"
    "google-refuses-code"
    "google-refuses-token"
    "google-in-embedded-web-view"
    "work-session-in-the-way"
    "passcode-expired"
    "passcode-turned-off"
    "google-federation-removed"
    "saml-federation-removed"
    "second-factor-not-completed"
    "second-factor-not-registered"
    "second-factor-asked-twice"
    "terms-declined"
    "terms-expired"
    "compliant-device-not-trusted"
    "no-compliant-device"
    "joined-device-not-trusted"
    "policy-blocks-guest"
    "control-not-supported"
    "home-policy-blocks"
    "risky-sign-in-not-registered"
    "user-risk-at-home"
    "admin-consent-missing"
    "application-consent-declined"
    "assignment-missing"
    "application-not-allowed"
};

/// The names of all scenarios.
pub fn names() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|(name, _)| *name)
}

/// The scenario of this name with what is expected of it.
pub fn read(name: &str) -> Option<Scenario> {
    let (_, text) = FILES.iter().find(|(known, _)| *known == name)?;
    read_value(text).ok()
}

/// The workspace of the scenario of this name.
pub fn scenario(name: &str) -> Option<Workspace> {
    read(name).map(|scenario| scenario.workspace)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::diagnosis::all;

    #[test]
    fn every_file_is_a_scenario() {
        for (name, text) in FILES {
            let scenario: Scenario = read_value(text).unwrap_or_else(|error| panic!("scenarios/{name}.json: {error}"));
            assert_eq!(scenario.workspace.guests.len(), scenario.want.len(), "{name}: each guest has one expectation");
        }
    }

    #[test]
    fn every_scenario_is_named_after_a_cause_and_each_cause_finds_its_own() {
        let causes: BTreeSet<&str> = all().flat_map(|symptom| symptom.causes).map(|cause| cause.id).collect();
        for name in names() {
            assert!(causes.contains(name), "{name}: no cause of this name");
        }
        let shown: BTreeSet<&str> = all().flat_map(|symptom| symptom.causes).filter_map(|cause| cause.scenario).collect();
        assert_eq!(shown, names().collect());
    }
}
