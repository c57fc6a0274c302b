//! Cross-tenant access, invite settings and domain restrictions: who may invite, be invited, leave and come back.
//!
//! Plain data with the words of Microsoft Graph. Which tenant's rules are asked, and in which order, is decided in `engine/`.

use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

use crate::address::Domain;

/// Allowed or blocked (`accessType`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter, EnumString, IntoStaticStr)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum AccessType {
    /// The targets are allowed.
    #[default]
    Allowed,
    /// The targets are blocked.
    Blocked,
}

/// One row of a B2B collaboration setting: *users and groups*, or *applications*.
///
/// Source: `crossTenantAccessPolicyTargetConfiguration` (Microsoft Graph).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AccessRule {
    /// Whether the targets are allowed or blocked.
    #[serde(default)]
    pub access_type: AccessType,
    /// User principal names, group names or application ids; an empty list stands for all of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<String>,
}

/// B2B collaboration in one direction.
///
/// Source: `crossTenantAccessPolicyB2BSetting` (Microsoft Graph).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AccessSettings {
    /// Which users may collaborate.
    #[serde(default)]
    pub users_and_groups: AccessRule,
    /// Which applications they may reach.
    #[serde(default)]
    pub applications: AccessRule,
}

/// What the resource tenant trusts of the home tenant's Conditional Access (`inboundTrust`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct InboundTrust {
    /// Multifactor authentication done in the home tenant.
    #[serde(default)]
    pub is_mfa_accepted: bool,
    /// The home tenant's word that the device is compliant.
    #[serde(default)]
    pub is_compliant_device_accepted: bool,
    /// The home tenant's word that the device is hybrid joined.
    #[serde(default, rename = "isHybridAzureADJoinedDeviceAccepted")]
    pub is_hybrid_azure_ad_joined_device_accepted: bool,
}

/// A Microsoft cloud. `usnat` and `ussec` are not simulated.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, EnumIter, EnumString, IntoStaticStr,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum Cloud {
    /// The commercial cloud.
    #[default]
    Global,
    /// Microsoft Azure Government.
    UsGovernment,
    /// Microsoft Azure operated by 21Vianet.
    China21Vianet,
}

/// Who may invite guests (`allowInvitesFrom`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter, EnumString, IntoStaticStr)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum AllowInvitesFrom {
    /// Everyone, guests included.
    Everyone,
    /// Administrators, guest inviters and all members.
    AdminsGuestInvitersAndAllMembers,
    /// Administrators and guest inviters.
    AdminsAndGuestInviters,
    /// Nobody, administrators included.
    None,
}

/// What an accepted guest may see of the directory (`guestUserRoleId`). It has no influence on redemption.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter, EnumString, IntoStaticStr)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum GuestUserAccess {
    /// The same as members.
    SameAsMembers,
    /// Properties and memberships are limited.
    #[default]
    Limited,
    /// Only their own objects.
    Restricted,
}

impl GuestUserAccess {
    /// The role's template id. Source: `authorizationPolicy` (Microsoft Graph).
    pub fn role_id(self) -> &'static str {
        match self {
            Self::SameAsMembers => "a0b1b346-4d3e-4e8b-98f8-753987be4970",
            Self::Limited => "10dae51f-b6af-4016-8d66-8c2a99b929b3",
            Self::Restricted => "2af84b1e-32c8-42b7-82bc-daa82404023b",
        }
    }
}

/// Which domains may be invited: any, or one list. The two kinds of list exclude each other.
///
/// Source: `allow-deny-list.md`, 2024-09.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CollaborationRestrictions {
    /// The kind of list.
    #[serde(default)]
    pub kind: RestrictionKind,
    /// The domains of the list; ignored where any domain may be invited.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub domains: Vec<Domain>,
}

/// The kind of a domain list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter, EnumString, IntoStaticStr)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum RestrictionKind {
    /// Any domain may be invited.
    #[default]
    AnyDomain,
    /// All but the listed domains.
    DenyList,
    /// Only the listed domains.
    AllowList,
}

impl AccessRule {
    /// Whether the rule lets someone or something with these names through.
    pub fn permits(&self, names: impl IntoIterator<Item = impl AsRef<str>>) -> bool {
        let targeted = self.targets.is_empty()
            || names.into_iter().any(|name| self.targets.iter().any(|target| target.eq_ignore_ascii_case(name.as_ref())));
        targeted == (self.access_type == AccessType::Allowed)
    }
}

impl AccessSettings {
    /// Both rows set to the same for everyone and everything.
    pub fn all(access_type: AccessType) -> Self {
        let rule = AccessRule { access_type, targets: Vec::new() };
        Self { users_and_groups: rule.clone(), applications: rule }
    }

    /// Whether this is the setting of a new tenant.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

impl CollaborationRestrictions {
    /// Whether an address of this domain may be invited.
    pub fn permit(&self, domain: &str) -> bool {
        let listed = self.domains.iter().any(|entry| entry.as_str() == domain);
        match self.kind {
            RestrictionKind::AnyDomain => true,
            RestrictionKind::DenyList => !listed,
            RestrictionKind::AllowList => listed,
        }
    }

    /// Whether this is the setting of a new tenant.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

impl InboundTrust {
    /// Whether this is the setting of a new tenant.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

impl Cloud {
    /// Whether this is the commercial cloud.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

impl GuestUserAccess {
    /// Whether this is the setting of a new tenant.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(access_type: AccessType, targets: &[&str]) -> AccessRule {
        AccessRule { access_type, targets: targets.iter().map(|target| (*target).to_owned()).collect() }
    }

    #[test]
    fn an_empty_list_of_targets_stands_for_all() {
        assert!(rule(AccessType::Allowed, &[]).permits(["nina@adatum.example"]));
        assert!(!rule(AccessType::Blocked, &[]).permits(["nina@adatum.example"]));
    }

    #[test]
    fn a_list_of_targets_counts_by_any_name_without_regard_to_case() {
        let names = ["nina@adatum.example", "Sales"];
        assert!(rule(AccessType::Allowed, &["sales"]).permits(names));
        assert!(!rule(AccessType::Blocked, &["sales"]).permits(names));
        assert!(!rule(AccessType::Allowed, &["Research"]).permits(names));
        assert!(rule(AccessType::Blocked, &["Research"]).permits(names));
    }

    #[test]
    fn a_deny_list_and_an_allow_list_are_opposites() {
        let list = |kind| CollaborationRestrictions { kind, domains: vec![Domain::parse("adatum.example").unwrap()] };
        assert!(!list(RestrictionKind::DenyList).permit("adatum.example"));
        assert!(list(RestrictionKind::DenyList).permit("fabrikam.example"));
        assert!(list(RestrictionKind::AllowList).permit("adatum.example"));
        assert!(!list(RestrictionKind::AllowList).permit("fabrikam.example"));
        assert!(list(RestrictionKind::AnyDomain).permit("adatum.example"));
    }
}
