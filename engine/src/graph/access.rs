//! B2B collaboration settings and inbound trust, as the default policy and partners have them.
//!
//! Source: `crossTenantAccessPolicyB2BSetting`, `crossTenantAccessPolicyTarget` and `crossTenantAccessPolicyInboundTrust`
//! (Microsoft Graph).

use super::entries::{flag_or_null, object_or_null, within};
use super::note::{Notes, blank_name};
use crate::design::application::ALL_MICROSOFT_APPS;
use crate::design::{AccessRule, AccessSettings, AccessType, InboundTrust};
use crate::document::PropertyError;
use crate::document::place::{Place, shorten};

/// The property with B2B collaboration inbound.
pub(super) const INBOUND: &str = "b2bCollaborationInbound";

/// The property with what is trusted.
pub(super) const TRUST: &str = "inboundTrust";

const USERS: &str = "usersAndGroups";
const APPLICATIONS: &str = "applications";
const MFA: &str = "isMfaAccepted";
const COMPLIANT: &str = "isCompliantDeviceAccepted";
const HYBRID: &str = "isHybridAzureADJoinedDeviceAccepted";

/// The settings of one direction; a row that is absent stays as it was.
pub(super) fn settings(place: &Place<'_>, before: &AccessSettings, notes: &mut Notes) -> Result<AccessSettings, PropertyError> {
    notes.leave_rest(place, &[USERS, APPLICATIONS], &[])?;
    let users = object_or_null(place, USERS)?;
    let applications = object_or_null(place, APPLICATIONS)?;
    Ok(AccessSettings {
        users_and_groups: match users {
            Some(row) => rule(&row, "AllUsers", &[], notes)?,
            None => before.users_and_groups.clone(),
        },
        applications: match applications {
            Some(row) => rule(&row, "AllApplications", &["Office365", ALL_MICROSOFT_APPS], notes)?,
            None => before.applications.clone(),
        },
    })
}

fn rule(row: &Place<'_>, all: &str, reserved: &[&str], notes: &mut Notes) -> Result<AccessRule, PropertyError> {
    notes.leave_rest(row, &["accessType", "targets"], &[])?;
    let access_type: AccessType = notes.word(&row.get("accessType").ok_or_else(|| row.missing("accessType"))?)?;
    let list = row.get("targets").ok_or_else(|| row.missing("targets"))?;
    let mut targets: Vec<String> = Vec::new();
    let mut is_all = false;
    for item in list.items()? {
        notes.leave_rest(&item, &["target", "targetType"], &[])?;
        let place = item.get("target").ok_or_else(|| item.missing("target"))?;
        let written = place.text()?;
        let name = written.trim();
        if let Some(word) = [all].iter().chain(reserved).find(|word| word.eq_ignore_ascii_case(name)) {
            notes.repaired(&place, written, word);
            is_all |= *word == all;
            if *word != all {
                targets.push((*word).to_owned());
            }
        } else if let Some(name) = blank_name(name) {
            notes.repaired(&place, written, name);
            targets.push(name.to_owned());
        } else {
            targets.push(name.to_owned());
        }
    }
    within(&list, targets.len(), "targets")?;
    if is_all && !targets.is_empty() {
        notes.notice(&list.path, format!("`{all}` stands for everything, so what is listed beside it is left out"));
        targets.clear();
    } else if !is_all && targets.is_empty() {
        return Err(list.error(format!("the list is empty; write `{all}` for all of them")));
    }
    if targets.iter().any(|target| super::partners::is_guid(target)) && all == "AllUsers" {
        notes.notice(
            &list.path,
            "users and groups are named by ids here; a home tenant's users count once they are in it".to_owned(),
        );
    }
    Ok(AccessRule { access_type, targets })
}

/// What is trusted; a flag that is absent stays as it was, and `null` is no.
pub(super) fn trust(place: &Place<'_>, before: InboundTrust, notes: &mut Notes) -> Result<InboundTrust, PropertyError> {
    notes.leave_rest(place, &[MFA, COMPLIANT, HYBRID], &[])?;
    let flag = |name: &str, before: bool| -> Result<bool, PropertyError> {
        match place.get(name) {
            Some(_) => Ok(flag_or_null(place, name)?.unwrap_or(false)),
            None => Ok(before),
        }
    };
    Ok(InboundTrust {
        is_mfa_accepted: flag(MFA, before.is_mfa_accepted)?,
        is_compliant_device_accepted: flag(COMPLIANT, before.is_compliant_device_accepted)?,
        is_hybrid_azure_ad_joined_device_accepted: flag(HYBRID, before.is_hybrid_azure_ad_joined_device_accepted)?,
    })
}

/// The settings in a note.
pub(super) fn said(settings: &AccessSettings) -> String {
    let row = |rule: &AccessRule, all: &str| {
        let access: &str = rule.access_type.into();
        match rule.targets.as_slice() {
            [] => format!("{all} {access}"),
            [one] => format!("`{}` {access}", shorten(one)),
            some => format!("{} named {access}", some.len()),
        }
    };
    format!("{}, {}", row(&settings.users_and_groups, "all users"), row(&settings.applications, "all applications"))
}

/// What is trusted, in a note.
pub(super) fn trust_said(trust: InboundTrust) -> String {
    let flags = [
        (trust.is_mfa_accepted, "multifactor authentication"),
        (trust.is_compliant_device_accepted, "compliant devices"),
        (trust.is_hybrid_azure_ad_joined_device_accepted, "hybrid joined devices"),
    ];
    let trusted: Vec<&str> = flags.into_iter().filter_map(|(is, name)| is.then_some(name)).collect();
    if trusted.is_empty() { "nothing".to_owned() } else { trusted.join(", ") }
}
