//! Policies of the resource tenant that hold a setting or two: who may invite, clouds, self-service sign-up, leaving.
//!
//! Source: `authorizationPolicy`, `crossTenantAccessPolicy`, `authenticationFlowsPolicy` and `externalIdentitiesPolicy` (Microsoft
//! Graph).

use strum::IntoEnumIterator;

use super::entries::{flag_or_null, list_or_null, object_or_null, only};
use super::note::Notes;
use super::request::access::endpoint;
use crate::design::{AllowInvitesFrom, Cloud, Design, GuestUserAccess};
use crate::document::PropertyError;
use crate::document::place::{Place, shorten, words};
use crate::document::tree::Tree;

const INVITES: &str = "allowInvitesFrom";
const ROLE: &str = "guestUserRoleId";
const CLOUDS: &str = "allowedCloudEndpoints";
const SIGN_UP: &str = "selfServiceSignUp";
const LEAVE: &str = "allowExternalIdentitiesToLeave";

const AUTHORIZATION: &[&str] = &[
    "allowEmailVerifiedUsersToJoinOrganization",
    "allowUserConsentForRiskyApps",
    "allowedToSignUpEmailBasedSubscriptions",
    "allowedToUseSSPR",
    "blockMsolPowerShell",
    "defaultUserRolePermissions",
    "deletedDateTime",
    "description",
    "displayName",
];
const PLAIN: &[&str] = &["deletedDateTime", "definition", "description", "displayName", "isOrganizationDefault"];

/// Who may invite, and what guests may see.
pub(super) fn authorization(root: &Place<'_>, design: &mut Design, notes: &mut Notes) -> Result<(), PropertyError> {
    let policy = only(root)?;
    notes.leave_rest(&policy, &[INVITES, ROLE], AUTHORIZATION)?;
    if let Some(place) = policy.get(INVITES) {
        let from: AllowInvitesFrom = notes.word(&place)?;
        let name: &str = from.into();
        notes.taken(&place.path, format!("who may invite: `{name}`"));
        design.resource_tenant.allow_invites_from = Some(from);
    }
    if let Some(place) = policy.get(ROLE).filter(|place| *place.tree != Tree::Null) {
        let written = place.text()?;
        let access = GuestUserAccess::iter().find(|access| access.role_id().eq_ignore_ascii_case(written.trim()));
        let Some(access) = access else {
            let known: Vec<&str> = GuestUserAccess::iter().map(GuestUserAccess::role_id).collect();
            return Err(place.error(format!("`{}` is not a role for guests; write {}", shorten(written), words(&known))));
        };
        let name: &str = access.into();
        notes.taken(&place.path, format!("what guests may see: `{name}`"));
        design.resource_tenant.guest_user_access = access;
    }
    Ok(())
}

/// The other clouds that the tenant collaborates with.
pub(super) fn clouds(root: &Place<'_>, design: &mut Design, notes: &mut Notes) -> Result<(), PropertyError> {
    let policy = only(root)?;
    notes.leave_rest(&policy, &[CLOUDS], PLAIN)?;
    let Some(list) = policy.get(CLOUDS) else {
        notes.notice(&policy.path, format!("`{CLOUDS}` is absent; the clouds stay as they are"));
        return Ok(());
    };
    let mut clouds = Vec::new();
    for place in list_or_null(&policy, CLOUDS, "allowedClouds")? {
        let written = place.text()?;
        match Cloud::iter().find(|cloud| endpoint(*cloud).eq_ignore_ascii_case(written.trim())) {
            Some(cloud) if clouds.contains(&cloud) => {
                return Err(place.error(format!("the cloud `{}` is listed twice", shorten(written.trim()))));
            }
            Some(cloud) => {
                notes.repaired(&place, written, endpoint(cloud));
                clouds.push(cloud);
            }
            None => notes.ignored(&place.path, format!("the cloud `{}` is not simulated", shorten(written.trim()))),
        }
    }
    notes.taken(&list.path, format!("other clouds that are allowed: {}", clouds.len()));
    design.resource_tenant.allowed_clouds = clouds;
    Ok(())
}

/// Whether self-service sign-up is on.
pub(super) fn sign_up(root: &Place<'_>, design: &mut Design, notes: &mut Notes) -> Result<(), PropertyError> {
    let policy = only(root)?;
    notes.leave_rest(&policy, &[SIGN_UP], PLAIN)?;
    let place = object_or_null(&policy, SIGN_UP)?.ok_or_else(|| policy.missing(SIGN_UP))?;
    notes.leave_rest(&place, &["isEnabled"], &[])?;
    let is_enabled = place.get("isEnabled").ok_or_else(|| place.missing("isEnabled"))?.flag()?;
    notes.taken(&place.path, format!("self-service sign-up: {}", if is_enabled { "on" } else { "off" }));
    design.resource_tenant.self_service_sign_up = is_enabled;
    Ok(())
}

/// Whether external users may leave by themselves.
pub(super) fn leave(root: &Place<'_>, design: &mut Design, notes: &mut Notes) -> Result<(), PropertyError> {
    let policy = only(root)?;
    notes.leave_rest(&policy, &[LEAVE], &[PLAIN, &["allowDeletedIdentitiesDataRemoval"]].concat())?;
    match flag_or_null(&policy, LEAVE)? {
        Some(may) => {
            notes.taken(&policy.path, format!("external users may leave by themselves: {}", if may { "yes" } else { "no" }));
            design.resource_tenant.external_users_may_leave = Some(may);
        }
        None => notes.notice(&policy.path, format!("`{LEAVE}` is absent; the setting stays as it is")),
    }
    Ok(())
}
