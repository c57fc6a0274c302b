//! Cross-tenant access, clouds and external collaboration settings: what brings each problem about, and what mends it.
//!
//! Sources are those of the codes; nothing is asserted here.

use redemption_engine::design::{
    AccessRule, AccessSettings, AccessType, AllowInvitesFrom, Cloud, CollaborationRestrictions, Edition, EmailOneTimePasscode,
    FallbackProvider, HomeTenant, InboundTrust, PrivacyStatement, RestrictionKind,
};
use redemption_engine::workspace::Workspace;

use crate::ordinary::domain;
use crate::{ENTRA, FEDERATION, Mended, SOCIAL, set_order};

fn rule(access_type: AccessType, targets: &[&str]) -> AccessRule {
    AccessRule { access_type, targets: targets.iter().map(|target| (*target).to_owned()).collect() }
}

fn adatum(workspace: &mut Workspace) -> &mut HomeTenant {
    &mut workspace.design.home_tenants[0]
}

fn partner_inbound(workspace: &mut Workspace) -> &mut AccessSettings {
    adatum(workspace).partner.inbound.get_or_insert_default()
}

fn restrict(workspace: &mut Workspace, kind: RestrictionKind, domains: &[&str]) {
    let domains = domains.iter().copied().map(domain).collect();
    workspace.design.resource_tenant.collaboration_restrictions = CollaborationRestrictions { kind, domains };
}

fn other_cloud(workspace: &mut Workspace) {
    workspace.design.resource_tenant.allowed_clouds = vec![Cloud::UsGovernment];
    let adatum = adatum(workspace);
    adatum.cloud = Cloud::UsGovernment;
    adatum.partner.added = true;
    adatum.cross_cloud.allows_resource_cloud = true;
    adatum.cross_cloud.adds_resource_tenant = true;
}

fn same_cloud(workspace: &mut Workspace) {
    adatum(workspace).cloud = Cloud::Global;
}

const MY_APPS: &str = "2793995e-0a7d-40d7-bd35-6968ba142197";

pub(crate) const MENDED: &[Mended] = &[
    (
        "RDM-035",
        "resource.inbound.usersAndGroups",
        |w| {
            w.design.edition = Edition::Y2021;
            w.design.resource_tenant.inbound = AccessSettings::all(AccessType::Blocked);
        },
        |w| w.design.edition = Edition::Y2024,
    ),
    (
        "RDM-035",
        "resource.inboundTrust.isMfaAccepted",
        |w| {
            w.design.edition = Edition::Y2019;
            w.design.resource_tenant.inbound_trust.is_mfa_accepted = true;
        },
        |w| w.design.resource_tenant.inbound_trust.is_mfa_accepted = false,
    ),
    (
        "RDM-035",
        "home.0.partner.inbound",
        |w| {
            w.design.edition = Edition::Y2021;
            *partner_inbound(w) = AccessSettings::all(AccessType::Blocked);
        },
        |w| adatum(w).partner.inbound = None,
    ),
    (
        "RDM-035",
        "home.0.cloud",
        |w| {
            w.design.edition = Edition::Y2021;
            adatum(w).cloud = Cloud::UsGovernment;
        },
        same_cloud,
    ),
    (
        "RDM-036",
        "resource.inbound.applications",
        |w| w.design.resource_tenant.inbound.users_and_groups = rule(AccessType::Blocked, &[]),
        |w| w.design.resource_tenant.inbound.applications = rule(AccessType::Blocked, &[]),
    ),
    (
        "RDM-036",
        "home.0.outbound.usersAndGroups",
        |w| adatum(w).outbound.applications = rule(AccessType::Blocked, &[]),
        |w| adatum(w).outbound.applications = AccessRule::default(),
    ),
    (
        "RDM-036",
        "home.0.partner.inbound.applications",
        |w| partner_inbound(w).users_and_groups = rule(AccessType::Blocked, &[]),
        |w| partner_inbound(w).applications = rule(AccessType::Blocked, &[]),
    ),
    (
        "RDM-037",
        "resource.inbound.usersAndGroups.targets",
        |w| w.design.resource_tenant.inbound.users_and_groups = rule(AccessType::Blocked, &["nina@adatum.example"]),
        |w| w.design.resource_tenant.inbound.users_and_groups.targets.clear(),
    ),
    (
        "RDM-038",
        "home.0.partner.inbound.usersAndGroups.targets",
        |w| partner_inbound(w).users_and_groups = rule(AccessType::Allowed, &["nina@adatum.example", "Sales"]),
        |w| adatum(w).users[0].groups.push("sales".to_owned()),
    ),
    (
        "RDM-038",
        "home.0.outboundToResource.usersAndGroups.targets",
        |w| {
            let own = adatum(w).outbound_to_resource.get_or_insert_default();
            own.users_and_groups = rule(AccessType::Blocked, &["nobody@adatum.example"]);
        },
        |w| {
            let own = adatum(w).outbound_to_resource.get_or_insert_default();
            own.users_and_groups = rule(AccessType::Blocked, &["nina@adatum.example"]);
        },
    ),
    (
        "RDM-039",
        "home.0.outbound.applications.targets",
        |w| adatum(w).outbound.applications = rule(AccessType::Blocked, &["Payroll"]),
        |w| adatum(w).outbound.applications = rule(AccessType::Blocked, &["partner portal"]),
    ),
    (
        "RDM-040",
        "resource.inbound.applications.targets",
        |w| w.design.resource_tenant.inbound.applications = rule(AccessType::Allowed, &["Partner portal"]),
        |w| w.design.resource_tenant.inbound.applications.targets.push(MY_APPS.to_owned()),
    ),
    (
        "RDM-040",
        "home.0.partner.inbound.applications.targets",
        |w| partner_inbound(w).applications = rule(AccessType::Blocked, &[MY_APPS]),
        |w| partner_inbound(w).applications = rule(AccessType::Allowed, &["AllMicrosoftApps"]),
    ),
    (
        "RDM-041",
        "home.0.partner.inbound",
        |w| *partner_inbound(w) = AccessSettings::default(),
        |w| adatum(w).partner.inbound = None,
    ),
    (
        "RDM-041",
        "home.0.partner.inboundTrust",
        |w| adatum(w).partner.inbound_trust = Some(InboundTrust::default()),
        |w| adatum(w).partner.inbound_trust = None,
    ),
    (
        "RDM-041",
        "home.0.outboundToResource",
        |w| adatum(w).outbound_to_resource = Some(AccessSettings::default()),
        |w| adatum(w).outbound_to_resource = Some(AccessSettings::all(AccessType::Blocked)),
    ),
    (
        "RDM-042",
        "resource.inboundTrust.isMfaAccepted",
        |w| w.design.resource_tenant.inbound_trust.is_mfa_accepted = true,
        |w| w.design.resource_tenant.inbound_trust.is_mfa_accepted = false,
    ),
    (
        "RDM-042",
        "home.0.partner.inboundTrust.isMfaAccepted",
        |w| adatum(w).partner.inbound_trust = Some(InboundTrust { is_mfa_accepted: true, ..InboundTrust::default() }),
        |w| adatum(w).partner.inbound_trust = None,
    ),
    ("RDM-043", "resource.allowedClouds", |w| adatum(w).cloud = Cloud::UsGovernment, other_cloud),
    (
        "RDM-043",
        "home.0.crossCloud.addsResourceTenant",
        |w| {
            other_cloud(w);
            adatum(w).cross_cloud.adds_resource_tenant = false;
        },
        |w| adatum(w).cross_cloud.adds_resource_tenant = true,
    ),
    (
        "RDM-044",
        "home.0.crossCloud.workerDisabled",
        |w| {
            other_cloud(w);
            adatum(w).cross_cloud.worker_disabled = true;
        },
        |w| adatum(w).cross_cloud.worker_disabled = false,
    ),
    ("RDM-045", "home.0.crossCloud.allowsResourceCloud", |w| adatum(w).cross_cloud.allows_resource_cloud = true, other_cloud),
    (
        "RDM-045",
        "resource.allowedClouds",
        |w| w.design.resource_tenant.allowed_clouds = vec![Cloud::Global],
        |w| w.design.resource_tenant.allowed_clouds.clear(),
    ),
    (
        "RDM-046",
        "resource.redemptionOrder.primary",
        |w| {
            other_cloud(w);
            set_order(w, &[FEDERATION, ENTRA, SOCIAL], FallbackProvider::DefaultConfiguredIdp);
        },
        same_cloud,
    ),
    (
        "RDM-047",
        "resource.googleFederation",
        |w| w.design.resource_tenant.cloud = Cloud::China21Vianet,
        |w| w.design.resource_tenant.google_federation = false,
    ),
    (
        "RDM-047",
        "resource.emailOneTimePasscode",
        |w| {
            w.design.resource_tenant.cloud = Cloud::China21Vianet;
            w.design.resource_tenant.email_one_time_passcode = EmailOneTimePasscode::Enabled;
        },
        |w| w.design.resource_tenant.email_one_time_passcode = EmailOneTimePasscode::Disabled,
    ),
    (
        "RDM-047",
        "resource.redemptionOrder.fallback",
        |w| {
            w.design.resource_tenant.cloud = Cloud::China21Vianet;
            set_order(w, &[ENTRA, FEDERATION, SOCIAL], FallbackProvider::MicrosoftAccount);
        },
        |w| w.design.resource_tenant.cloud = Cloud::Global,
    ),
    (
        "RDM-049",
        "resource.collaborationRestrictions.domains",
        |w| restrict(w, RestrictionKind::AllowList, &[]),
        |w| restrict(w, RestrictionKind::AllowList, &["adatum.example", "tailspin.example"]),
    ),
    (
        "RDM-049",
        "resource.collaborationRestrictions.domains",
        |w| restrict(w, RestrictionKind::DenyList, &[]),
        |w| restrict(w, RestrictionKind::AnyDomain, &[]),
    ),
    (
        "RDM-050",
        "resource.collaborationRestrictions.kind",
        |w| restrict(w, RestrictionKind::AnyDomain, &["proseware.example"]),
        |w| restrict(w, RestrictionKind::DenyList, &["proseware.example"]),
    ),
    (
        "RDM-052",
        "resource.allowInvitesFrom",
        |w| w.design.resource_tenant.allow_invites_from = Some(AllowInvitesFrom::None),
        |w| w.design.resource_tenant.allow_invites_from = Some(AllowInvitesFrom::AdminsAndGuestInviters),
    ),
    // GR/authorizationpolicy.md, allowInvitesFrom: the default of the US Government cloud.
    (
        "RDM-053",
        "resource.allowInvitesFrom",
        |w| w.design.resource_tenant.cloud = Cloud::UsGovernment,
        |w| w.design.resource_tenant.allow_invites_from = Some(AllowInvitesFrom::Everyone),
    ),
    (
        "RDM-055",
        "resource.externalUsersMayLeave",
        |w| {
            w.design.resource_tenant.privacy = PrivacyStatement::default();
            w.design.resource_tenant.external_users_may_leave = Some(false);
        },
        |w| w.design.resource_tenant.privacy.contact = Some("privacy@woodgrove.example".to_owned()),
    ),
    (
        "RDM-056",
        "resource.selfServiceSignUp",
        |w| w.design.resource_tenant.self_service_sign_up = true,
        |w| w.design.resource_tenant.self_service_sign_up = false,
    ),
];
