//! The email authentication method: whether guests may use email one-time passcode.
//!
//! State and targets concern the tenant's own users and have no place in the design. Source:
//! `emailAuthenticationMethodConfiguration` (Microsoft Graph).

use super::entries::entries;
use super::note::Notes;
use crate::design::{Design, EmailOneTimePasscode};
use crate::document::PropertyError;
use crate::document::place::Place;
use crate::document::tree::Tree;

const ALLOW: &str = "allowExternalIdToUseEmailOtp";
const KNOWN: &[&str] = &["state", "includeTargets", "excludeTargets"];

pub(super) fn read(root: &Place<'_>, design: &mut Design, notes: &mut Notes) -> Result<(), PropertyError> {
    let entries = entries(root)?;
    let mut email = None;
    for entry in &entries.list {
        if !is_email(entry) {
            notes.ignored(&entry.path, "another authentication method".to_owned());
        } else if email.replace(entry).is_some() {
            return Err(entry.error("the email authentication method is listed twice"));
        }
    }
    let Some(email) = email else {
        return Err(PropertyError { path: entries.path, problem: "the email authentication method is not here".to_owned() });
    };
    notes.leave_rest(email, &["id", ALLOW], KNOWN)?;
    let place = email.get(ALLOW).ok_or_else(|| email.missing(ALLOW))?;
    let passcode: EmailOneTimePasscode = notes.word(&place)?;
    let name: &str = passcode.into();
    notes.taken(&place.path, format!("email one-time passcode for guests: `{name}`"));
    design.resource_tenant.email_one_time_passcode = passcode;
    Ok(())
}

fn is_email(entry: &Place<'_>) -> bool {
    let says =
        |name: &str, end: &str| matches!(entry.tree.get(name), Some(Tree::Text(text)) if text.to_lowercase().ends_with(end));
    entry.get(ALLOW).is_some()
        || says("@odata.type", "emailauthenticationmethodconfiguration")
        || matches!(entry.tree.get("id"), Some(Tree::Text(text)) if text.eq_ignore_ascii_case("email"))
}
