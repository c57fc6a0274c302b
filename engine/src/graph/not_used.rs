//! Resources that are recognised, but that the design has no place for yet: the authorization policy and users.
//!
//! Nothing changes; the notes say so.

use super::entries::{entries, only};
use super::note::Notes;
use crate::document::PropertyError;
use crate::document::place::Place;

const AUTHORIZATION_POLICY: &[&str] = &[
    "allowEmailVerifiedUsersToJoinOrganization",
    "allowInvitesFrom",
    "allowUserConsentForRiskyApps",
    "allowedToSignUpEmailBasedSubscriptions",
    "allowedToUseSSPR",
    "blockMsolPowerShell",
    "defaultUserRolePermissions",
    "deletedDateTime",
    "description",
    "displayName",
    "guestUserRoleId",
];

/// The authorization policy of the resource tenant.
pub(super) fn authorization_policy(root: &Place<'_>, notes: &mut Notes) -> Result<(), PropertyError> {
    notes.leave_rest(&only(root)?, &[], AUTHORIZATION_POLICY)?;
    notes.notice("", "the authorization policy is not used yet; nothing changes".to_owned());
    Ok(())
}

/// Users of the resource tenant.
pub(super) fn users(root: &Place<'_>, notes: &mut Notes) -> Result<(), PropertyError> {
    let entries = entries(root)?;
    notes.ignored(&entries.path, format!("users are not read yet: {}", entries.list.len()));
    notes.notice("", "users are not used yet; nothing changes".to_owned());
    Ok(())
}
