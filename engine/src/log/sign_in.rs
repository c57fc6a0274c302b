//! The sign-in entries of a run: their shape. They are folded from the moves of each attempt in `attempt.rs`.
//!
//! A sign-in of a guest with a work account is in both logs, any other in the resource tenant's only. What fails before anybody
//! has signed in and has no error code leaves no entry, and neither does what fails at a provider outside Microsoft Entra ID.

mod attempt;
mod failure;
mod policies;

pub use policies::{AppliedPolicy, PolicyResult};

use jiff::civil::DateTime;
use serde::Serialize;

use super::Whose;
use crate::design::{Design, IdentityProvider, RiskLevel};
use crate::guest::{Device, Guest, UserType};
use crate::moves::taken;
use crate::rules::{Basis, Source};
use crate::trace::{Place, Run};

/// An entry of a sign-in log.
///
/// Source: `signIn` (Microsoft Graph).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignInEntry {
    /// Whose log it is in.
    pub tenant: Whose,
    /// The place of the run at which it was written.
    pub place: Place,
    /// The simulated minutes that had passed, since the invitation.
    pub minutes: u32,
    /// When it was written.
    pub at: DateTime,
    /// Its id.
    pub id: String,
    /// What it shares with the other entries of the same attempt.
    pub correlation_id: String,
    /// Who signed in.
    pub user: SignInUser,
    /// The application they signed in to.
    pub app: SignInApp,
    /// The tenant of the application.
    pub resource_tenant_id: String,
    /// The tenant of the account; `None` where it is in none of the workspace.
    pub home_tenant_id: Option<String>,
    /// The kind of access across tenants.
    pub cross_tenant_access_type: &'static str,
    /// Whether the guest did anything in it; otherwise their browser showed a session.
    pub is_interactive: bool,
    /// What they opened the app with.
    pub client_app: &'static str,
    /// Who authenticated them, where somebody did.
    pub identity_provider: Option<IdentityProvider>,
    /// How it ended.
    pub status: SignInStatus,
    /// The error code: 0 where it succeeded, `None` where it did not and no document names the code.
    pub error_code: Option<u32>,
    /// Why it did not succeed.
    pub failure_reason: Option<String>,
    /// What Conditional Access came to.
    pub conditional_access: PolicyResult,
    /// The policies of the tenant, each with its result.
    pub policies: Vec<AppliedPolicy>,
    /// How multifactor authentication was met or is to be met, where it was demanded.
    pub multifactor: Option<MultifactorState>,
    /// The risk of the sign-in.
    pub risk: RiskLevel,
    /// Where they signed in from.
    pub location: Option<String>,
    /// Their device.
    pub device: Device,
    /// How sure it is that this entry is written.
    pub basis: Basis,
    /// Where that can be read.
    pub source: Source,
}

/// Who signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignInUser {
    /// The name.
    pub display_name: String,
    /// The name they signed in with; a guest's is without `#EXT#`.
    pub user_principal_name: String,
    /// The id of the user object in the tenant of the log; `None` where it has none for this account.
    pub id: Option<String>,
    /// Guest or member of the tenant of the log.
    pub user_type: UserType,
}

/// The application that somebody signs in to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignInApp {
    /// Its name.
    pub display_name: String,
    /// Its application id.
    pub app_id: String,
}

/// How a sign-in ended, as the portal names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum SignInStatus {
    /// It succeeded.
    Success,
    /// It failed.
    Failure,
    /// Something was left to do.
    Interrupted,
}

/// How multifactor authentication was met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MultifactorState {
    /// The home tenant's word was taken.
    Trusted,
    /// It was asked for during this sign-in and done.
    Done,
    /// It was asked for and not done.
    NotDone,
}

/// The sign-in entries of both tenants that were written before a place of a run, oldest first.
pub fn sign_in_entries(design: &Design, guest: &Guest, run: &Run, up_to: Place) -> Vec<SignInEntry> {
    let mut entries = Vec::new();
    for (number, chapter) in run.chapters.iter().enumerate() {
        if chapter.way_in().is_some() {
            let steps = taken(chapter, number, up_to);
            entries.extend(attempt::entries(design, guest, run, number, chapter, steps));
        }
    }
    entries
}

impl SignInStatus {
    /// The portal's word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Success => "Success",
            Self::Failure => "Failure",
            Self::Interrupted => "Interrupted",
        }
    }
}
