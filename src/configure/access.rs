//! Cross-tenant access settings: B2B collaboration in one direction, trust, and the resource tenant's defaults of both.
//!
//! The same controls serve the defaults, a partner's entry and the outbound side of a home tenant.

use redemption_engine::design::application::{ALL_MICROSOFT_APPS, APPS_ACCESS_PANEL_ID};
use redemption_engine::design::{AccessSettings, InboundTrust, ResourceTenant};
use redemption_engine::graph::request;
use redemption_engine::wording;
use redemption_engine::workspace::Workspace;

use super::form::rows;
use super::group::{Group, group};
use super::setting::{Options, Setting, flag, line, many, one, setting, texts};
use super::subject;

/// B2B collaboration in one direction.
pub(super) const ACCESS: &[Setting<AccessSettings>] = &[
    setting(
        "usersAndGroups",
        "Users and groups: access status",
        "Default: allow access. To block all users, block all applications, too.",
        one!(users_and_groups.access_type, wording::access_type),
    ),
    setting(
        "usersAndGroups.targets",
        "Users and groups: applies to",
        "User principal names or groups, with commas between them. Empty: all users. The default inbound settings can name none.",
        line!(users_and_groups.targets),
    ),
    setting(
        "applications",
        "Applications: access status",
        "Default: allow access.",
        one!(applications.access_type, wording::access_type),
    ),
    setting(
        "applications.targets",
        "Applications: applies to",
        "None chosen: all applications.",
        texts!(applications.targets, applications_to_choose, true),
    ),
];

/// What is trusted of other tenants.
pub(super) const TRUST: &[Setting<InboundTrust>] = &[
    setting(
        "isMfaAccepted",
        "Trust multifactor authentication from Microsoft Entra tenants",
        "Default: off. Guests authenticate with two factors in the resource tenant.",
        flag!(is_mfa_accepted),
    ),
    setting(
        "isCompliantDeviceAccepted",
        "Trust compliant devices",
        "Default: off. A policy that demands a compliant device keeps guests out.",
        flag!(is_compliant_device_accepted),
    ),
    setting(
        "isHybridAzureADJoinedDeviceAccepted",
        "Trust Microsoft Entra hybrid joined devices",
        "Default: off. A policy that demands a hybrid joined device keeps guests out.",
        flag!(is_hybrid_azure_ad_joined_device_accepted),
    ),
];

const CLOUDS: &[Setting<ResourceTenant>] = &[
    setting(
        "cloud",
        "The tenant's own cloud",
        "Default: the commercial cloud. It cannot be changed in a real tenant.",
        one!(cloud, wording::cloud),
    ),
    setting(
        "allowedClouds",
        "Other clouds to collaborate with",
        "Default: none. Both tenants must choose each other's cloud and add each other as an organization.",
        many!(allowed_clouds, wording::cloud),
    ),
];

/// The applications that a rule can name: the one that guests are invited for, and Microsoft's.
pub(super) fn applications_to_choose(workspace: &Workspace) -> Options {
    let application = &workspace.design.resource_tenant.application;
    let microsoft = [
        (APPS_ACCESS_PANEL_ID, "Apps access panel (My Apps)"),
        (ALL_MICROSOFT_APPS, "All Microsoft apps"),
        ("Office365", "Office 365"),
    ];
    let own = (application.app_id.clone(), application.display_name.clone());
    std::iter::once(own).chain(microsoft.map(|(id, name)| (id.to_owned(), name.to_owned()))).collect()
}

/// The default cross-tenant access settings and the Microsoft cloud settings of the resource tenant.
pub(super) fn groups() -> Vec<Group> {
    vec![
        group(
            "Inbound B2B collaboration, default",
            "External Identities › Cross-tenant access settings › Default settings › Inbound access settings › B2B collaboration",
            rows(subject::inbound(), ACCESS),
        )
        .about("For users of every other Microsoft Entra tenant that has no inbound settings of its own on its card.")
        .sent_as(request::Group::InboundDefault)
        .rare(),
        group(
            "Inbound trust, default",
            "External Identities › Cross-tenant access settings › Default settings › Inbound access settings › Trust settings",
            rows(subject::trust(), TRUST),
        )
        .sent_as(request::Group::TrustDefault)
        .rare(),
        group(
            "Microsoft cloud settings",
            "External Identities › Cross-tenant access settings › Microsoft cloud settings",
            rows(subject::resource(), CLOUDS),
        )
        .sent_as(request::Group::Clouds)
        .rare(),
    ]
}
