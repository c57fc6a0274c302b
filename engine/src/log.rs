//! The audit log and the sign-in log that a run leaves, in the resource tenant and in the guest's home tenant.
//!
//! Both are folded from the run: what happened is in its moves, and no entry decides anything. An entry says how sure it is that
//! the service writes it, and where that can be read. Where no document names an activity, there is no entry. People, ids and
//! network addresses are made up (see [`crate::fictional`]); times are those of the simulated clock, taken for UTC.

mod activity;
mod audit;
mod change;
pub mod export;
pub(crate) mod home;
mod sign_in;

pub use activity::{Activity, ActivityCard, OperationType};
pub use audit::audit_entries;
pub use sign_in::{
    AppliedPolicy, MultifactorState, PolicyResult, SignInApp, SignInEntry, SignInStatus, SignInUser, sign_in_entries,
};

use jiff::civil::DateTime;
use serde::Serialize;

use crate::design::Design;
use crate::fictional::Identity;
use crate::rules::{Basis, Source};
use crate::trace::Place;

/// Whose log an entry is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Whose {
    /// The resource tenant's.
    Resource,
    /// That of the home tenant at this position.
    Home(u16),
}

/// An entry of an audit log.
///
/// Source: `directoryAudit` (Microsoft Graph).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditEntry {
    /// Whose log it is in.
    pub tenant: Whose,
    /// The move that wrote it.
    pub place: Place,
    /// The simulated minutes that had passed, since the invitation.
    pub minutes: u32,
    /// When it was written.
    pub at: DateTime,
    /// Its id.
    pub id: String,
    /// What it shares with the other entries of the same move.
    pub correlation_id: String,
    /// What was done, with service and category.
    pub activity: Activity,
    /// Whether it succeeded.
    pub result: AuditResult,
    /// Why it failed.
    pub result_reason: Option<String>,
    /// Who did it.
    pub initiated_by: Actor,
    /// What it was done to.
    pub target: Target,
    /// What it changed.
    pub modified: Vec<ModifiedProperty>,
    /// Further details, by key.
    pub details: Vec<(&'static str, String)>,
    /// How sure it is that this entry is written.
    pub basis: Basis,
    /// Where that can be read.
    pub source: Source,
}

/// Microsoft Graph's `operationResult`, as far as it occurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum AuditResult {
    /// It was done.
    Success,
    /// It was not.
    Failure,
}

/// Who did something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// A user.
    User(Identity),
    /// An application or a service.
    Application(Identity),
}

/// What something was done to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Its type, such as `User` or `Policy`.
    pub kind: &'static str,
    /// Its name.
    pub display_name: String,
    /// Its id.
    pub id: String,
    /// The user principal name of a user.
    pub user_principal_name: Option<String>,
}

/// A property that was changed, with the values before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ModifiedProperty {
    /// Its name.
    pub name: &'static str,
    /// Its value before; `None` where it had none.
    pub old: Option<String>,
    /// Its value after.
    pub new: Option<String>,
}

impl Actor {
    /// Who it is, whether a user or an application.
    pub fn identity(&self) -> &Identity {
        match self {
            Self::User(identity) | Self::Application(identity) => identity,
        }
    }
}

impl Whose {
    /// The organisation's name.
    pub fn name(self, design: &Design) -> &str {
        match self {
            Self::Resource => &design.resource_tenant.display_name,
            Self::Home(number) => design.home_tenants.get(usize::from(number)).map_or("", |tenant| &tenant.display_name),
        }
    }
}

impl AuditResult {
    /// The word of Microsoft Graph.
    pub fn word(self) -> &'static str {
        match self {
            Self::Success => "success",
            Self::Failure => "failure",
        }
    }
}
