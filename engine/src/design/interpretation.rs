//! Readings that another document gives where two of them disagree. The default is the reading that the rules recommend.
//!
//! Each switch cites its document in the rules that it turns on; nothing is decided here.

use serde::{Deserialize, Serialize};

/// Which of two readings is followed where the documents disagree.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Interpretations {
    /// An address that a work account and a Microsoft account share always means the work account (seed 000).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub shared_address_is_work: bool,
    /// After so many days the link in the mail no longer works (seed 002: 90); `None` is no expiry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link_expires_after_days: Option<u16>,
    /// The link in the mail works once (seed 002).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub link_works_once: bool,
    /// Terms of use are shown at the first sign-in only, whatever their expiry (seed 002).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub terms_at_first_sign_in_only: bool,
    /// Guests with a social identity or an unmanaged account may be asked to create a password (seed 002).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub passwords_for_unmanaged: bool,
    /// Just-in-time creation of a missing work user works, also in the newer editions (self-service sign-up document).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub just_in_time_creation_works: bool,
    /// Every attempt to redeem is in the audit log, the failed ones included (seed 002).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub audit_every_attempt: bool,
}

impl Interpretations {
    /// Whether every reading is the recommended one.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }
}
