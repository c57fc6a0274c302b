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
use crate::words;

/// B2B collaboration in one direction.
pub(super) const ACCESS: &[Setting<AccessSettings>] = &[
    setting(
        "usersAndGroups",
        words::home::users_and_groups_access_status(),
        words::home::users_and_groups_access_status_help(),
        one!(users_and_groups.access_type, wording::access_type),
    ),
    setting(
        "usersAndGroups.targets",
        words::home::users_and_groups_applies_to(),
        words::home::users_and_groups_applies_to_help(),
        line!(users_and_groups.targets),
    ),
    setting(
        "applications",
        words::home::applications_access_status(),
        words::home::applications_access_status_help(),
        one!(applications.access_type, wording::access_type),
    ),
    setting(
        "applications.targets",
        words::home::applications_applies_to(),
        words::home::applications_applies_to_help(),
        texts!(applications.targets, applications_to_choose, true),
    ),
];

/// What is trusted of other tenants.
pub(super) const TRUST: &[Setting<InboundTrust>] = &[
    setting(
        "isMfaAccepted",
        words::home::trust_multifactor_authentication_microsoft_entra(),
        words::home::trust_multifactor_authentication_microsoft_entra_help(),
        flag!(is_mfa_accepted),
    ),
    setting(
        "isCompliantDeviceAccepted",
        words::home::trust_compliant_devices(),
        words::home::trust_compliant_devices_help(),
        flag!(is_compliant_device_accepted),
    ),
    setting(
        "isHybridAzureADJoinedDeviceAccepted",
        words::home::trust_microsoft_entra_hybrid_joined(),
        words::home::trust_microsoft_entra_hybrid_joined_help(),
        flag!(is_hybrid_azure_ad_joined_device_accepted),
    ),
];

const CLOUDS: &[Setting<ResourceTenant>] = &[
    setting(
        "cloud",
        words::home::the_tenants_own_cloud(),
        words::home::the_tenants_own_cloud_help(),
        one!(cloud, wording::cloud),
    ),
    setting(
        "allowedClouds",
        words::home::other_clouds_to_collaborate_with(),
        words::home::other_clouds_to_collaborate_with_help(),
        many!(allowed_clouds, wording::cloud),
    ),
];

/// The applications that a rule can name: the one that guests are invited for, and Microsoft's.
pub(super) fn applications_to_choose(workspace: &Workspace) -> Options {
    let application = &workspace.design.resource_tenant.application;
    let microsoft = [
        (APPS_ACCESS_PANEL_ID, words::common::apps_access_panel_my_apps()),
        (ALL_MICROSOFT_APPS, words::home::all_microsoft_apps()),
        ("Office365", words::common::office_365()),
    ];
    let own = (application.app_id.clone(), application.display_name.clone());
    std::iter::once(own).chain(microsoft.map(|(id, name)| (id.to_owned(), name.to_owned()))).collect()
}

/// The default cross-tenant access settings and the Microsoft cloud settings of the resource tenant.
pub(super) fn groups() -> Vec<Group> {
    vec![
        group(
            words::home::inbound_b2b_collaboration_default(),
            words::home::inbound_b2b_collaboration_default_place(),
            rows(subject::inbound(), ACCESS),
        )
        .about(words::home::for_users_every_other_microsoft())
        .sent_as(request::Group::InboundDefault)
        .rare(),
        group(words::home::inbound_trust_default(), words::home::inbound_trust_default_place(), rows(subject::trust(), TRUST))
            .sent_as(request::Group::TrustDefault)
            .rare(),
        group(
            words::home::microsoft_cloud_settings(),
            words::home::microsoft_cloud_settings_place(),
            rows(subject::resource(), CLOUDS),
        )
        .sent_as(request::Group::Clouds)
        .rare(),
    ]
}
