//! The application that a guest is invited for: who is assigned, and which permissions it asks for.
//!
//! Its permissions are another thing than the *Review permissions* page of the tenant.

use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

/// The resource tenant's application, to which a direct link or a redirect address leads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Application {
    /// The name guests see.
    #[serde(default = "usual_name")]
    pub display_name: String,
    /// The application id, by which access rules and policies name it.
    #[serde(default = "usual_id")]
    pub app_id: String,
    /// What it asks the guest to consent to.
    #[serde(default)]
    pub permissions: ApplicationPermissions,
    /// Whether only assigned users may sign in to it (*Assignment required*).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub assignment_required: bool,
}

/// Which consent the application's permissions still need.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter, EnumString, IntoStaticStr)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum ApplicationPermissions {
    /// It asks for none.
    #[default]
    None,
    /// Each user consents.
    UserConsent,
    /// Only an administrator can consent, and none has.
    AdminConsentRequired,
    /// An administrator has consented for everyone.
    PreConsented,
}

/// The application id of the Apps access panel (My Apps).
///
/// Source: `cross-tenant-access-settings-b2b-collaboration.yml`, 2024-08-21, Considerations for allowing Microsoft applications.
pub const APPS_ACCESS_PANEL_ID: &str = "2793995e-0a7d-40d7-bd35-6968ba142197";

/// The reserved word for all of Microsoft's own applications. Source: `crossTenantAccessPolicyTarget` (Microsoft Graph).
pub const ALL_MICROSOFT_APPS: &str = "AllMicrosoftApps";

fn usual_name() -> String {
    "Partner portal".to_owned()
}

fn usual_id() -> String {
    "7d1c3f5a-0b2e-4c6d-8e9f-a1b2c3d4e5f6".to_owned()
}

impl Default for Application {
    /// An application that asks for nothing and is open to every user of the tenant.
    fn default() -> Self {
        Self {
            display_name: usual_name(),
            app_id: usual_id(),
            permissions: ApplicationPermissions::default(),
            assignment_required: false,
        }
    }
}

impl Application {
    /// Whether its id is the one of a new workspace, which no tenant has.
    pub fn has_usual_id(&self) -> bool {
        self.app_id.trim() == usual_id()
    }

    /// Whether this is the application of a new workspace.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }
}
