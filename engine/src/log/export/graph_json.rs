//! Log entries as JSON in the shape of Microsoft Graph's collections `auditLogs/directoryAudits` and `auditLogs/signIns`.
//!
//! Source: `directoryAudit`, `signIn` and the resources they are made of (Microsoft Graph). Properties for what the simulator does
//! not know are left out.

use serde::Serialize;

use super::{home_tenant_name, issuer, requirement, utc};
use crate::design::{Design, RiskLevel};
use crate::fictional::GUEST_IP_ADDRESS;
use crate::guest::{Device, UserType};
use crate::log::{Actor, AuditEntry, OperationType, SignInEntry};

/// The audit entries as a collection of `directoryAudit`.
pub fn audit_json(entries: &[AuditEntry]) -> String {
    collection("https://graph.microsoft.com/v1.0/$metadata#auditLogs/directoryAudits", entries.iter().map(audit).collect())
}

/// The sign-in entries as a collection of `signIn`.
pub fn sign_in_json(design: &Design, entries: &[SignInEntry]) -> String {
    let value = entries.iter().map(|entry| sign_in(design, entry)).collect();
    collection("https://graph.microsoft.com/beta/$metadata#auditLogs/signIns", value)
}

#[derive(Serialize)]
struct Collection<T> {
    #[serde(rename = "@odata.context")]
    context: &'static str,
    value: Vec<T>,
}

fn collection<T: Serialize>(context: &'static str, value: Vec<T>) -> String {
    serde_json::to_string_pretty(&Collection { context, value }).unwrap_or_default()
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct DirectoryAudit<'a> {
    id: &'a str,
    category: &'a str,
    correlation_id: &'a str,
    result: &'a str,
    result_reason: Option<&'a str>,
    activity_display_name: &'a str,
    activity_date_time: String,
    logged_by_service: &'a str,
    operation_type: OperationType,
    initiated_by: InitiatedBy<'a>,
    target_resources: [TargetResource<'a>; 1],
    additional_details: Vec<KeyValue<'a>>,
}

#[derive(Serialize)]
struct InitiatedBy<'a> {
    user: Option<UserIdentity<'a>>,
    app: Option<AppIdentity<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct UserIdentity<'a> {
    id: &'a str,
    display_name: &'a str,
    user_principal_name: Option<&'a str>,
    ip_address: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct AppIdentity<'a> {
    app_id: Option<&'a str>,
    display_name: &'a str,
    service_principal_id: &'a str,
    service_principal_name: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct TargetResource<'a> {
    id: &'a str,
    display_name: &'a str,
    #[serde(rename = "type")]
    kind: &'a str,
    user_principal_name: Option<&'a str>,
    modified_properties: Vec<Modified<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Modified<'a> {
    display_name: &'a str,
    old_value: Option<&'a str>,
    new_value: Option<&'a str>,
}

#[derive(Serialize)]
struct KeyValue<'a> {
    key: &'a str,
    value: &'a str,
}

fn audit(entry: &AuditEntry) -> DirectoryAudit<'_> {
    let card = entry.activity.card();
    let target = &entry.target;
    let modified = entry.modified.iter().map(|property| Modified {
        display_name: property.name,
        old_value: property.old.as_deref(),
        new_value: property.new.as_deref(),
    });
    DirectoryAudit {
        id: &entry.id,
        category: card.category,
        correlation_id: &entry.correlation_id,
        result: entry.result.word(),
        result_reason: entry.result_reason.as_deref(),
        activity_display_name: card.name,
        activity_date_time: utc(entry.at),
        logged_by_service: card.service,
        operation_type: card.operation,
        initiated_by: initiated_by(&entry.initiated_by),
        target_resources: [TargetResource {
            id: &target.id,
            display_name: &target.display_name,
            kind: target.kind,
            user_principal_name: target.user_principal_name.as_deref(),
            modified_properties: modified.collect(),
        }],
        additional_details: entry.details.iter().map(|(key, value)| KeyValue { key, value }).collect(),
    }
}

fn initiated_by(actor: &Actor) -> InitiatedBy<'_> {
    match actor {
        Actor::User(identity) => InitiatedBy {
            user: Some(UserIdentity {
                id: &identity.id,
                display_name: &identity.display_name,
                user_principal_name: identity.user_principal_name.as_deref(),
                ip_address: GUEST_IP_ADDRESS,
            }),
            app: None,
        },
        Actor::Application(identity) => InitiatedBy {
            user: None,
            app: Some(AppIdentity {
                app_id: None,
                display_name: &identity.display_name,
                service_principal_id: &identity.id,
                service_principal_name: None,
            }),
        },
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SignIn<'a> {
    id: &'a str,
    created_date_time: String,
    user_display_name: &'a str,
    user_principal_name: &'a str,
    user_id: Option<&'a str>,
    user_type: &'a str,
    sign_in_identifier: &'a str,
    app_id: &'a str,
    app_display_name: &'a str,
    resource_id: &'a str,
    resource_display_name: &'a str,
    resource_tenant_id: &'a str,
    home_tenant_id: Option<&'a str>,
    home_tenant_name: Option<&'a str>,
    cross_tenant_access_type: &'a str,
    ip_address: &'a str,
    location: Location<'a>,
    client_app_used: &'a str,
    correlation_id: &'a str,
    is_interactive: bool,
    sign_in_event_types: [&'a str; 1],
    token_issuer_name: &'a str,
    authentication_requirement: &'a str,
    conditional_access_status: &'a str,
    applied_conditional_access_policies: Vec<AppliedConditionalAccessPolicy<'a>>,
    status: Status<'a>,
    risk_level_during_sign_in: RiskLevel,
    risk_state: &'a str,
    device_detail: DeviceDetail<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location<'a> {
    country_or_region: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Status<'a> {
    error_code: Option<u32>,
    failure_reason: Option<&'a str>,
    additional_details: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct AppliedConditionalAccessPolicy<'a> {
    id: String,
    display_name: &'a str,
    enforced_grant_controls: &'a [&'static str],
    enforced_session_controls: &'a [&'static str],
    result: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct DeviceDetail<'a> {
    is_compliant: Option<bool>,
    is_managed: Option<bool>,
    trust_type: Option<&'a str>,
}

fn sign_in<'a>(design: &'a Design, entry: &'a SignInEntry) -> SignIn<'a> {
    let home = entry.home_tenant_id.as_deref();
    let policies = entry.policies.iter().map(|policy| AppliedConditionalAccessPolicy {
        id: crate::fictional::id(&["policy", &entry.resource_tenant_id, &policy.display_name]),
        display_name: &policy.display_name,
        enforced_grant_controls: &policy.controls,
        enforced_session_controls: &policy.session_controls,
        result: policy.result.word(),
    });
    SignIn {
        id: &entry.id,
        created_date_time: utc(entry.at),
        user_display_name: &entry.user.display_name,
        user_principal_name: &entry.user.user_principal_name,
        user_id: entry.user.id.as_deref(),
        user_type: match entry.user.user_type {
            UserType::Guest => "guest",
            UserType::Member => "member",
        },
        sign_in_identifier: &entry.user.user_principal_name,
        app_id: &entry.app.app_id,
        app_display_name: &entry.app.display_name,
        resource_id: &entry.app.app_id,
        resource_display_name: &entry.app.display_name,
        resource_tenant_id: &entry.resource_tenant_id,
        home_tenant_id: home,
        home_tenant_name: home_tenant_name(design, entry),
        cross_tenant_access_type: entry.cross_tenant_access_type,
        ip_address: GUEST_IP_ADDRESS,
        location: Location { country_or_region: entry.location.as_deref() },
        client_app_used: entry.client_app,
        correlation_id: &entry.correlation_id,
        is_interactive: entry.is_interactive,
        sign_in_event_types: [if entry.is_interactive { "interactiveUser" } else { "nonInteractiveUser" }],
        token_issuer_name: issuer(entry.identity_provider),
        authentication_requirement: requirement(entry.multifactor),
        conditional_access_status: entry.conditional_access.word(),
        applied_conditional_access_policies: policies.collect(),
        status: Status {
            error_code: entry.error_code,
            failure_reason: entry.failure_reason.as_deref(),
            additional_details: None,
        },
        risk_level_during_sign_in: entry.risk,
        risk_state: if entry.risk.is_none() { "none" } else { "atRisk" },
        device_detail: device(entry.device),
    }
}

fn device(device: Device) -> DeviceDetail<'static> {
    match device {
        Device::Unmanaged => DeviceDetail { is_compliant: None, is_managed: None, trust_type: None },
        Device::Compliant => DeviceDetail { is_compliant: Some(true), is_managed: Some(true), trust_type: None },
        Device::HybridJoined => {
            DeviceDetail { is_compliant: None, is_managed: None, trust_type: Some("Microsoft Entra hybrid joined") }
        }
    }
}
