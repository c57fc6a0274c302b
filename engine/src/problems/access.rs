//! Problems of cross-tenant access settings: rows that contradict each other, targets that name nobody, and what is not needed.
//!
//! Whether the settings keep a certain guest out is asked in `guest/`; clouds are in `clouds.rs`.

use super::{Problem, ProblemCode, Removal, first_few};
use crate::design::application::{ALL_MICROSOFT_APPS, APPS_ACCESS_PANEL_ID};
use crate::design::{AccessRule, AccessSettings, AccessType, Application, Cloud, Design, HomeTenant, InboundTrust};
use crate::field::{Field, HomeField, ResourceField};
use crate::guest::Guest;
use crate::workspace::Workspace;

/// Applications that settings may name although no guest is invited for them.
///
/// Source: `cross-tenant-access-settings-b2b-collaboration.yml`, 2024-08-21, Considerations for allowing Microsoft applications;
/// `crossTenantAccessPolicyTarget` (Microsoft Graph).
const MICROSOFT_APPLICATIONS: [&str; 4] =
    [APPS_ACCESS_PANEL_ID, ALL_MICROSOFT_APPS, "Office365", "19db86c3-b2b9-44cc-b339-36da233a3be2"];

/// Whether settings mean one of these applications by a name.
pub(crate) fn is_microsoft_application(name: &str) -> bool {
    MICROSOFT_APPLICATIONS.iter().any(|known| known.eq_ignore_ascii_case(name))
}

pub(super) fn check(workspace: &Workspace, problems: &mut Vec<Problem>) {
    let design = &workspace.design;
    if !design.edition.has_cross_tenant_access() {
        ignored_of_resource(design, problems);
        return;
    }
    let resource = &design.resource_tenant;
    let users = Field::resource(ResourceField::InboundUsers);
    let applications = Field::resource(ResourceField::InboundApplications);
    if !resource.inbound.users_and_groups.targets.is_empty() {
        problems.push(ProblemCode::DefaultNamesIndividuals.at(
            users.targets(),
            "The default inbound setting cannot target individual users or groups. Name them in the settings for their tenant, or clear the list.",
        ));
    }
    settings(&resource.inbound, &resource.application, users, applications, problems);
    trust(resource.inbound_trust, Field::resource(ResourceField::TrustsMfa), problems);
}

/// Of one home tenant: what the resource tenant has set for it, and its own outbound settings.
pub(super) fn check_home(design: &Design, guests: &[Guest], number: usize, tenant: &HomeTenant, problems: &mut Vec<Problem>) {
    if !design.edition.has_cross_tenant_access() {
        ignored_of_home(design, number, tenant, problems);
        return;
    }
    let resource = &design.resource_tenant;
    let field = |field| Field::of_home(number, field);
    let sets = [
        (tenant.partner.inbound.as_ref(), HomeField::PartnerInboundUsers, HomeField::PartnerInboundApplications),
        (Some(&tenant.outbound), HomeField::OutboundUsers, HomeField::OutboundApplications),
        (tenant.outbound_to_resource.as_ref(), HomeField::OutboundToResourceUsers, HomeField::OutboundToResourceApplications),
    ];
    for (set, users, applications) in sets {
        let Some(set) = set else { continue };
        let unknown: Vec<&String> =
            set.users_and_groups.targets.iter().filter(|target| !is_known_user(tenant, guests, target)).collect();
        if !unknown.is_empty() {
            problems.push(ProblemCode::AccessTargetIsUnknown.at(
                field(users).targets(),
                format!(
                    "No user or group of this tenant is known here as {}. Correct the name; an empty list stands for all.",
                    first_few(&unknown)
                ),
            ));
        }
        settings(set, &resource.application, field(users), field(applications), problems);
    }
    let equal = [
        (tenant.partner.inbound.as_ref() == Some(&resource.inbound), HomeField::PartnerInbound, Removal::PartnerInbound(number)),
        (
            tenant.partner.inbound_trust == Some(resource.inbound_trust),
            HomeField::PartnerInboundTrust,
            Removal::PartnerTrust(number),
        ),
        (
            tenant.outbound_to_resource.as_ref() == Some(&tenant.outbound),
            HomeField::OutboundToResource,
            Removal::OutboundToResource(number),
        ),
    ];
    for (_, at, removal) in equal.into_iter().filter(|(equal, ..)| *equal) {
        let problem = ProblemCode::OwnSettingsEqualDefault.at(
            field(at),
            "These settings equal the default, which they no longer follow when it changes. Take them out to inherit it, or leave them.",
        );
        problems.push(problem.mended_by(removal));
    }
    trust(tenant.partner.inbound_trust.unwrap_or_default(), field(HomeField::PartnerTrustsMfa), problems);
}

fn settings(
    settings: &AccessSettings,
    application: &Application,
    users: Field,
    applications: Field,
    problems: &mut Vec<Problem>,
) {
    let rows = (blocks_all(&settings.users_and_groups), blocks_all(&settings.applications));
    let contradiction = match rows {
        (true, false) => Some((&applications, "all users", "the applications")),
        (false, true) => Some((&users, "all applications", "the users")),
        (true, true) | (false, false) => None,
    };
    if let Some((field, blocked, open)) = contradiction {
        problems.push(ProblemCode::AccessRowsContradict.at(
            field.clone(),
            format!("The setting blocks {blocked}, but not {open}, and the two must agree. Block all of both, or neither."),
        ));
    }
    unknown_applications(&settings.applications.targets, application, applications.targets(), problems);
    let named = !settings.applications.targets.is_empty();
    if named && !settings.applications.permits([APPS_ACCESS_PANEL_ID, ALL_MICROSOFT_APPS]) {
        let message = match settings.applications.access_type {
            AccessType::Allowed => format!(
                "My Apps is not among the allowed applications, so guests who land there are refused. Add {APPS_ACCESS_PANEL_ID}."
            ),
            AccessType::Blocked => {
                "My Apps is among the blocked applications, so guests who land there are refused. Take it off the list."
                    .to_owned()
            }
        };
        problems.push(ProblemCode::AppsAccessPanelIsNotAllowed.at(applications.targets(), message));
    }
}

/// Also for the applications of a policy.
pub(super) fn unknown_applications(names: &[String], application: &Application, field: Field, problems: &mut Vec<Problem>) {
    let own = [application.app_id.as_str(), application.display_name.as_str()];
    let known = |name: &&String| MICROSOFT_APPLICATIONS.into_iter().chain(own).any(|known| known.eq_ignore_ascii_case(name));
    let unknown: Vec<&String> = names.iter().filter(|name| !known(name)).collect();
    if !unknown.is_empty() {
        let message = format!(
            "No guest here is invited for {}, so it changes nothing. Correct the application id, or leave it.",
            first_few(&unknown)
        );
        problems.push(ProblemCode::ApplicationIsUnknown.at(field, message));
    }
}

fn blocks_all(rule: &AccessRule) -> bool {
    rule.access_type == AccessType::Blocked && rule.targets.is_empty()
}

/// By user principal name or group, or by the address of a guest who is not there yet.
fn is_known_user(tenant: &HomeTenant, guests: &[Guest], name: &str) -> bool {
    let invited = guests
        .iter()
        .map(|guest| &guest.invited_email)
        .filter(|invited| tenant.verified_domains.iter().any(|domain| domain.as_str() == invited.domain()));
    let names = tenant.users.iter().flat_map(|user| user.access_names()).chain(invited.map(|invited| invited.as_str()));
    names.into_iter().any(|known| known.eq_ignore_ascii_case(name))
}

fn trust(trust: InboundTrust, field: Field, problems: &mut Vec<Problem>) {
    if trust.is_mfa_accepted {
        problems.push(ProblemCode::MfaTrustMeetsRegistrationPolicy.at(
            field,
            "A multifactor registration policy of Identity Protection, not simulated here, locks out guests whose own is trusted. Leave guests out of it.",
        ));
    }
}

fn ignored_of_resource(design: &Design, problems: &mut Vec<Problem>) {
    let resource = &design.resource_tenant;
    let trust = resource.inbound_trust;
    let set = [
        (!resource.inbound.users_and_groups.eq(&AccessRule::default()), ResourceField::InboundUsers),
        (!resource.inbound.applications.eq(&AccessRule::default()), ResourceField::InboundApplications),
        (trust.is_mfa_accepted, ResourceField::TrustsMfa),
        (trust.is_compliant_device_accepted, ResourceField::TrustsCompliantDevices),
        (trust.is_hybrid_azure_ad_joined_device_accepted, ResourceField::TrustsHybridJoinedDevices),
        (resource.cloud == Cloud::China21Vianet, ResourceField::Cloud),
        (!resource.allowed_clouds.is_empty(), ResourceField::AllowedClouds),
    ];
    ignored(design, set.map(|(set, field)| (set, Field::resource(field))), problems);
}

fn ignored_of_home(design: &Design, number: usize, tenant: &HomeTenant, problems: &mut Vec<Problem>) {
    let share = tenant.cross_cloud;
    let set = [
        (tenant.partner.inbound.is_some(), HomeField::PartnerInbound),
        (tenant.partner.inbound_trust.is_some(), HomeField::PartnerInboundTrust),
        (tenant.partner.added, HomeField::PartnerAdded),
        (!tenant.outbound.users_and_groups.eq(&AccessRule::default()), HomeField::OutboundUsers),
        (!tenant.outbound.applications.eq(&AccessRule::default()), HomeField::OutboundApplications),
        (tenant.outbound_to_resource.is_some(), HomeField::OutboundToResource),
        (tenant.cloud != design.resource_tenant.cloud, HomeField::Cloud),
        (share.allows_resource_cloud, HomeField::AllowsResourceCloud),
        (share.adds_resource_tenant, HomeField::AddsResourceTenant),
        (share.worker_disabled, HomeField::CrossCloudWorkerDisabled),
    ];
    ignored(design, set.map(|(set, field)| (set, Field::of_home(number, field))), problems);
}

/// One problem for a tenant, at the first of its settings that is set.
fn ignored(design: &Design, set: impl IntoIterator<Item = (bool, Field)>, problems: &mut Vec<Problem>) {
    if let Some((_, field)) = set.into_iter().find(|(set, _)| *set) {
        problems.push(ProblemCode::CrossTenantAccessIsIgnored.at(
            field,
            format!(
                "Edition {} has no cross-tenant access, trust or cloud settings and ignores them. Choose 2024-03 or later, or leave the defaults.",
                design.edition.name()
            ),
        ));
    }
}
