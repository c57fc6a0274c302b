//! Editions: which state of the documents a design is read under.
//!
//! Says nothing about what changed; each rule names the editions it holds in.

use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

/// A state of Microsoft's documents on invitation redemption. A change dated between two editions belongs to the later one.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, EnumIter, EnumString, IntoStaticStr,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Edition {
    /// June 2019: `redemption-experience.md` of 2019-06-12.
    #[serde(rename = "2019-06")]
    #[strum(serialize = "2019-06")]
    Y2019,
    /// May 2021: `redemption-experience.md` of 2021-05-27.
    #[serde(rename = "2021-05")]
    #[strum(serialize = "2021-05")]
    Y2021,
    /// March 2024, the default: `redemption-experience.md` of 2024-03-26, whose flow is still the current one.
    #[default]
    #[serde(rename = "2024-03")]
    #[strum(serialize = "2024-03")]
    Y2024,
    /// April 2026: the newest text read.
    #[serde(rename = "2026-04")]
    #[strum(serialize = "2026-04")]
    Y2026,
}

impl Edition {
    /// The edition's name, a year and a month.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Whether a tenant that never touched the setting has email one-time passcode on.
    ///
    /// Source: `redemption-experience.md`, 2024-03-26, first note (on); 2019 and 2021 texts: opt-in.
    pub fn passcode_is_on_by_default(self) -> bool {
        self >= Self::Y2024
    }

    /// Whether the redemption order can be configured.
    ///
    /// Source: Microsoft Entra what's-new archive, December 2023 (public preview).
    pub fn has_redemption_order(self) -> bool {
        self >= Self::Y2024
    }

    /// Whether invitations can be redeemed automatically between two tenants.
    ///
    /// Source: `redemption-experience.md`, 2024-03-26, Automatic redemption process setting; absent from the older texts.
    pub fn has_automatic_redemption(self) -> bool {
        self >= Self::Y2024
    }

    /// Whether tenants have cross-tenant access settings, and with them trust and collaboration across clouds.
    ///
    /// The settings are described from `cross-tenant-access-overview.md`, 2024-01-24, on; the texts of 2019 and 2021 know none.
    pub fn has_cross_tenant_access(self) -> bool {
        self >= Self::Y2024
    }

    /// Whether Google refuses to sign people in inside an embedded web-view.
    ///
    /// Source: `redemption-experience.md`, 2024-03-26: since 30 September 2021.
    pub fn google_refuses_web_views(self) -> bool {
        self >= Self::Y2024
    }

    /// The date of the edition's text, on which its simulated clock starts unless the invitation names a day.
    pub fn date(self) -> jiff::civil::Date {
        match self {
            Self::Y2019 => jiff::civil::date(2019, 6, 12),
            Self::Y2021 => jiff::civil::date(2021, 5, 27),
            Self::Y2024 => jiff::civil::date(2024, 3, 26),
            Self::Y2026 => jiff::civil::date(2026, 4, 21),
        }
    }

    /// Whether accounts of unmanaged tenants can redeem.
    ///
    /// Source: `clean-up-unmanaged-accounts.md`, 2023-05-02: not since August 2022.
    pub fn unmanaged_accounts_redeem(self) -> bool {
        self <= Self::Y2021
    }

    /// Whether a domain that is verified in Microsoft Entra ID may be federated with SAML or WS-Fed.
    ///
    /// Source: Microsoft Entra what's-new archive, December 2023; refused before (`direct-federation.md`, 2022-10-03).
    pub fn federates_verified_domains(self) -> bool {
        self >= Self::Y2024
    }
}
