//! Log entries as files: JSON with Microsoft Graph's property names, and tables with the columns of the admin center's downloads.
//!
//! A file holds the entries it is given, in their order; whose log they are from is chosen before. What a property is called is a
//! fact, its value is the simulator's: every name, id and address is made up.

pub(crate) mod cell;
mod graph_json;
mod table;

pub use graph_json::{audit_json, sign_in_json};
pub use table::{AUDIT_COLUMNS, SIGN_IN_COLUMNS, audit_csv, sign_in_csv};

use jiff::civil::DateTime;

use crate::design::{Design, IdentityProvider};
use crate::log::{MultifactorState, SignInEntry, Whose};

/// A time as Graph and the admin center write it.
fn utc(at: DateTime) -> String {
    format!("{at}Z")
}

/// The name of the account's tenant, which is in that tenant's own log only.
///
/// Source: `concept-sign-in-log-activity-details.md`, 2024-03-21, Tenant.
fn home_tenant_name<'a>(design: &'a Design, entry: &SignInEntry) -> Option<&'a str> {
    match entry.tenant {
        Whose::Resource => None,
        Whose::Home(_) => Some(entry.tenant.name(design)),
    }
}

/// The highest level of authentication that was needed (`authenticationRequirement`).
fn requirement(multifactor: Option<MultifactorState>) -> &'static str {
    if multifactor.is_some() { "multiFactorAuthentication" } else { "singleFactorAuthentication" }
}

/// How multifactor authentication was met, in our own words; nothing where it was not demanded.
fn multifactor_result(multifactor: Option<MultifactorState>) -> &'static str {
    if multifactor.is_some() { crate::wording::multifactor_state(multifactor) } else { "" }
}

/// Who authenticated the guest (`tokenIssuerName`), in our own words.
fn issuer(provider: Option<IdentityProvider>) -> &'static str {
    provider.map_or("", crate::wording::provider)
}
