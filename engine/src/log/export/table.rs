//! Log entries as tables of comma-separated values, with the columns of the admin center's downloads.
//!
//! Columns for what the simulator does not know are left out. Source of the names: downloads of the years 2024 and 2025 as other
//! programs read them (third party).

use super::cell::guarded;
use super::{home_tenant_name, issuer, multifactor_result, requirement, utc};
use crate::design::Design;
use crate::fictional::GUEST_IP_ADDRESS;
use crate::guest::{Device, UserType};
use crate::log::{Actor, AuditEntry, SignInEntry};

/// How many changed properties of a target have columns.
const PROPERTIES: usize = 5;

/// The columns of the audit log.
pub const AUDIT_COLUMNS: [&str; 34] = [
    "Date (UTC)",
    "CorrelationId",
    "Service",
    "Category",
    "Activity",
    "Result",
    "ResultReason",
    "ActorType",
    "ActorDisplayName",
    "ActorObjectId",
    "ActorUserPrincipalName",
    "IPAddress",
    "ActorServicePrincipalName",
    "Target1Type",
    "Target1DisplayName",
    "Target1ObjectId",
    "Target1UserPrincipalName",
    "Target1ModifiedProperty1Name",
    "Target1ModifiedProperty1OldValue",
    "Target1ModifiedProperty1NewValue",
    "Target1ModifiedProperty2Name",
    "Target1ModifiedProperty2OldValue",
    "Target1ModifiedProperty2NewValue",
    "Target1ModifiedProperty3Name",
    "Target1ModifiedProperty3OldValue",
    "Target1ModifiedProperty3NewValue",
    "Target1ModifiedProperty4Name",
    "Target1ModifiedProperty4OldValue",
    "Target1ModifiedProperty4NewValue",
    "Target1ModifiedProperty5Name",
    "Target1ModifiedProperty5OldValue",
    "Target1ModifiedProperty5NewValue",
    "AdditionalDetail1Key",
    "AdditionalDetail1Value",
];

/// The columns of the sign-in log.
pub const SIGN_IN_COLUMNS: [&str; 28] = [
    "Date (UTC)",
    "Request ID",
    "Correlation ID",
    "User ID",
    "User",
    "Username",
    "User type",
    "Cross tenant access type",
    "Application",
    "Application ID",
    "Resource",
    "Resource ID",
    "Resource tenant ID",
    "Home tenant ID",
    "Home tenant name",
    "IP address",
    "Location",
    "Status",
    "Sign-in error code",
    "Failure reason",
    "Client app",
    "Compliant",
    "Join Type",
    "Multifactor authentication result",
    "Authentication requirement",
    "Sign-in identifier",
    "Token issuer name",
    "Conditional Access",
];

/// The audit entries as a table.
pub fn audit_csv(entries: &[AuditEntry]) -> String {
    table(&AUDIT_COLUMNS, entries.iter().map(audit_row))
}

/// The sign-in entries as a table.
pub fn sign_in_csv(design: &Design, entries: &[SignInEntry]) -> String {
    table(&SIGN_IN_COLUMNS, entries.iter().map(|entry| sign_in_row(design, entry)))
}

fn table(columns: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    // Writing into memory does not fail, and every row has as many cells as there are columns.
    drop(writer.write_record(columns));
    for row in rows {
        drop(writer.write_record(row.iter().map(|cell| guarded(cell).into_owned())));
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

fn audit_row(entry: &AuditEntry) -> Vec<String> {
    let card = entry.activity.card();
    let actor = entry.initiated_by.identity();
    let (kind, name, service, address) = match &entry.initiated_by {
        Actor::User(_) => ("User", actor.display_name.as_str(), "", GUEST_IP_ADDRESS),
        Actor::Application(_) => ("Application", "", actor.display_name.as_str(), ""),
    };
    let mut row: Vec<String> = [
        utc(entry.at).as_str(),
        &entry.correlation_id,
        card.service,
        card.category,
        card.name,
        entry.result.word(),
        entry.result_reason.as_deref().unwrap_or_default(),
        kind,
        name,
        &actor.id,
        actor.user_principal_name.as_deref().unwrap_or_default(),
        address,
        service,
        entry.target.kind,
        &entry.target.display_name,
        &entry.target.id,
        entry.target.user_principal_name.as_deref().unwrap_or_default(),
    ]
    .map(str::to_owned)
    .to_vec();
    for number in 0..PROPERTIES {
        let property = entry.modified.get(number);
        row.push(property.map(|property| property.name.to_owned()).unwrap_or_default());
        row.push(property.and_then(|property| property.old.clone()).unwrap_or_default());
        row.push(property.and_then(|property| property.new.clone()).unwrap_or_default());
    }
    let (key, value) = entry.details.first().cloned().unwrap_or_default();
    row.extend([key.to_owned(), value]);
    row
}

fn sign_in_row(design: &Design, entry: &SignInEntry) -> Vec<String> {
    let home = entry.home_tenant_id.as_deref().unwrap_or_default();
    let (compliant, join_type) = match entry.device {
        Device::Unmanaged => ("", ""),
        Device::Compliant => ("Yes", ""),
        Device::HybridJoined => ("", "Microsoft Entra hybrid joined"),
    };
    [
        utc(entry.at).as_str(),
        &entry.id,
        &entry.correlation_id,
        entry.user.id.as_deref().unwrap_or_default(),
        &entry.user.display_name,
        &entry.user.user_principal_name,
        match entry.user.user_type {
            UserType::Guest => "Guest",
            UserType::Member => "Member",
        },
        entry.cross_tenant_access_type,
        &entry.app.display_name,
        &entry.app.app_id,
        &entry.app.display_name,
        &entry.app.app_id,
        &entry.resource_tenant_id,
        home,
        home_tenant_name(design, entry).unwrap_or_default(),
        GUEST_IP_ADDRESS,
        entry.location.as_deref().unwrap_or_default(),
        entry.status.word(),
        &entry.error_code.map(|code| code.to_string()).unwrap_or_default(),
        entry.failure_reason.as_deref().unwrap_or_default(),
        entry.client_app,
        compliant,
        join_type,
        multifactor_result(entry.multifactor),
        requirement(entry.multifactor),
        &entry.user.user_principal_name,
        issuer(entry.identity_provider),
        entry.conditional_access.word(),
    ]
    .map(str::to_owned)
    .to_vec()
}
