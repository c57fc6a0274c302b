//! The application that guests are invited for: its name, and whether only assigned users may sign in.
//!
//! Its permissions and their consents are not read: a design has no place for them one by one. Source: `servicePrincipal` (Microsoft
//! Graph).

use super::entries::{Entries, entries, flag_or_null, text_or_null, written_or_null};
use super::note::Notes;
use crate::design::Design;
use crate::document::PropertyError;
use crate::document::place::{Place, shorten};

const ASSIGNMENT: &str = "appRoleAssignmentRequired";

const KNOWN: &[&str] =
    &["accountEnabled", "appDisplayName", "appRoles", "oauth2PermissionScopes", "servicePrincipalType", "tags"];

pub(super) fn read(root: &Place<'_>, design: &mut Design, notes: &mut Notes) -> Result<(), PropertyError> {
    let Entries { list, path, .. } = entries(root)?;
    let application = &mut design.resource_tenant.application;
    let own = application.app_id.trim().to_owned();
    let is_own = |entry: &Place<'_>| -> Result<bool, PropertyError> {
        Ok(text_or_null(entry, "appId")?.is_some_and(|id| id.eq_ignore_ascii_case(&own)))
    };
    let mut chosen = None;
    for entry in &list {
        if is_own(entry)? || (list.len() == 1 && text_or_null(entry, "appId")?.is_some()) {
            chosen = Some(entry);
        }
    }
    let Some(entry) = chosen else {
        notes.ignored(&path, format!("none of the {} applications is the scenario's own", list.len()));
        return Ok(());
    };
    notes.leave_rest(entry, &["appId", "displayName", ASSIGNMENT], KNOWN)?;
    if let Some(id) = text_or_null(entry, "appId")?
        && id != own
    {
        application.app_id = id.to_owned();
    }
    if let Some(name) = written_or_null(entry, "displayName")? {
        application.display_name = name.to_owned();
    }
    if let Some(required) = flag_or_null(entry, ASSIGNMENT)? {
        application.assignment_required = required;
    }
    let who = if application.assignment_required { "assigned users" } else { "everybody" };
    notes.taken(&entry.path, format!("the application `{}`, for {who}", shorten(&application.display_name)));
    Ok(())
}
