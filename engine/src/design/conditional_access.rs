//! Conditional Access policies, as far as they touch guests.
//!
//! Plain data with the words of Microsoft Graph; whether a policy applies to a sign-in is decided in `engine/`.

use std::fmt;
use std::num::NonZeroU16;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

/// A policy of the resource tenant. Every list that is empty stands for *any*.
///
/// Source: `conditionalAccessPolicy` (Microsoft Graph); `authentication-conditional-access.md`, 2024-05.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ConditionalAccessPolicy {
    /// The name administrators see.
    pub display_name: String,
    /// Whether it is in force.
    #[serde(default)]
    pub state: PolicyState,
    /// The kinds of external users it is for; empty is all users.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub external_users: Vec<ExternalUserType>,
    /// The application ids it is for; empty is all applications.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub applications: Vec<String>,
    /// The countries or named locations it is for; empty is any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub include_locations: Vec<String>,
    /// The countries or named locations it is not for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exclude_locations: Vec<String>,
    /// The sign-in risks it is for; empty is any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sign_in_risk_levels: Vec<RiskLevel>,
    /// The user risks it is for; empty is any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub user_risk_levels: Vec<RiskLevel>,
    /// What it demands.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grant_controls: Vec<GrantControl>,
    /// Whether all of the controls are demanded, or one of them.
    #[serde(default)]
    pub operator: GrantOperator,
    /// The terms of use it demands, by their display names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub terms_of_use: Vec<String>,
    /// *Sign-in frequency*, a session control: how long a session counts after the sign-in (`signInFrequency`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sign_in_frequency: Option<SignInFrequency>,
}

/// How long after a sign-in somebody has to sign in again.
///
/// Source: `signInFrequencySessionControl` (Microsoft Graph).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum SignInFrequency {
    /// At each visit.
    EveryTime,
    /// After so many hours.
    Hours(NonZeroU16),
    /// After so many days.
    Days(NonZeroU16),
}

/// Whether a policy is in force.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter, EnumString, IntoStaticStr)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum PolicyState {
    /// On.
    #[default]
    Enabled,
    /// Report-only: it is logged and changes nothing.
    EnabledForReportingButNotEnforced,
    /// Off.
    Disabled,
}

/// The kinds of external users that a policy can name; the model's guests are of the first two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter, EnumString, IntoStaticStr)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum ExternalUserType {
    /// A guest who redeemed an invitation.
    B2bCollaborationGuest,
    /// An external user with the user type *member*.
    B2bCollaborationMember,
    /// A user of B2B direct connect.
    B2bDirectConnectUser,
    /// A guest with an account of the resource tenant itself.
    InternalGuest,
    /// A user of a cloud service provider.
    ServiceProvider,
    /// Any other external user.
    OtherExternalUser,
}

/// A control that a policy demands. Several of them are not supported for guests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter, EnumString, IntoStaticStr)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum GrantControl {
    /// Block access.
    Block,
    /// Multifactor authentication.
    Mfa,
    /// An authentication strength (here: phishing-resistant methods); works for guests of Microsoft Entra tenants only.
    AuthenticationStrength,
    /// A compliant device.
    CompliantDevice,
    /// A hybrid joined device.
    DomainJoinedDevice,
    /// An approved client app; not supported for guests.
    ApprovedApplication,
    /// An app protection policy; not supported for guests.
    CompliantApplication,
    /// A new password; not supported for guests.
    PasswordChange,
}

/// How several controls of one policy belong together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter, EnumString, IntoStaticStr)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum GrantOperator {
    /// All of them.
    #[default]
    #[serde(rename = "AND")]
    #[strum(serialize = "AND")]
    And,
    /// One of them.
    #[serde(rename = "OR")]
    #[strum(serialize = "OR")]
    Or,
}

/// How risky a sign-in or a user seems.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, EnumIter, EnumString, IntoStaticStr,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum RiskLevel {
    /// Not at all.
    #[default]
    None,
    /// A little.
    Low,
    /// Quite.
    Medium,
    /// Very.
    High,
}

impl RiskLevel {
    /// Whether there is no risk.
    pub fn is_none(&self) -> bool {
        *self == Self::None
    }
}

impl ConditionalAccessPolicy {
    /// A policy for all users and applications that demands these controls.
    pub fn demanding(display_name: impl Into<String>, grant_controls: Vec<GrantControl>) -> Self {
        Self {
            display_name: display_name.into(),
            state: PolicyState::default(),
            external_users: Vec::new(),
            applications: Vec::new(),
            include_locations: Vec::new(),
            exclude_locations: Vec::new(),
            sign_in_risk_levels: Vec::new(),
            user_risk_levels: Vec::new(),
            grant_controls,
            operator: GrantOperator::default(),
            terms_of_use: Vec::new(),
            sign_in_frequency: None,
        }
    }
}

impl SignInFrequency {
    /// The minutes after which a session no longer counts.
    pub fn minutes(self) -> u32 {
        match self {
            Self::EveryTime => 0,
            Self::Hours(hours) => u32::from(hours.get()) * 60,
            Self::Days(days) => u32::from(days.get()) * 24 * 60,
        }
    }
}

impl fmt::Display for SignInFrequency {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EveryTime => to.write_str("every time"),
            Self::Hours(hours) => write!(to, "{hours} {}", if hours.get() == 1 { "hour" } else { "hours" }),
            Self::Days(days) => write!(to, "{days} {}", if days.get() == 1 { "day" } else { "days" }),
        }
    }
}

/// The text is not a sign-in frequency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("write *every time*, or a number of hours or days such as *12 hours* or *7 days*")]
pub struct NoSignInFrequency;

impl FromStr for SignInFrequency {
    type Err = NoSignInFrequency;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim().to_ascii_lowercase();
        if text == "every time" {
            return Ok(Self::EveryTime);
        }
        let (number, unit) = text.split_once(char::is_whitespace).ok_or(NoSignInFrequency)?;
        let number = number.parse().map_err(|_| NoSignInFrequency)?;
        match unit.trim() {
            "hour" | "hours" => Ok(Self::Hours(number)),
            "day" | "days" => Ok(Self::Days(number)),
            _ => Err(NoSignInFrequency),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_in_frequency_is_read_as_it_is_shown() {
        for (text, minutes) in [("every time", 0), ("1 hour", 60), ("12 hours", 720), ("1 day", 1440), ("7 days", 10080)] {
            let frequency: SignInFrequency = text.parse().unwrap();
            assert_eq!((frequency.to_string().as_str(), frequency.minutes()), (text, minutes));
        }
        assert_eq!("30 days".parse(), Ok(SignInFrequency::Days(NonZeroU16::new(30).unwrap())));
        for text in ["", "7", "days", "0 days", "-1 hours", "7 weeks", "70000 hours"] {
            assert_eq!(text.parse::<SignInFrequency>(), Err(NoSignInFrequency), "{text}");
        }
    }
}
