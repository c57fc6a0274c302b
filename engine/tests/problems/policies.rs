//! Conditional Access, terms of use, federations and readings: what brings each problem about, and what mends it.
//!
//! Sources are those of the codes; nothing is asserted here.

use jiff::civil::date;
use redemption_engine::act::{Act, Change};
use redemption_engine::design::{
    ConditionalAccessPolicy, Edition, ExternalUserType, GrantControl, GrantOperator, InboundTrust, PolicyState, ProviderResponse,
    TermsExpiration, TermsFrequency, TermsOfUse,
};
use redemption_engine::workspace::Workspace;

use crate::Mended;
use crate::ordinary::address;

fn policy(workspace: &mut Workspace) -> &mut ConditionalAccessPolicy {
    let policies = &mut workspace.design.resource_tenant.conditional_access;
    if policies.is_empty() {
        policies.push(ConditionalAccessPolicy::demanding("Guests", Vec::new()));
    }
    &mut policies[0]
}

fn demand(workspace: &mut Workspace, controls: &[GrantControl]) {
    policy(workspace).grant_controls = controls.to_vec();
}

fn terms(workspace: &mut Workspace) -> &mut TermsOfUse {
    &mut workspace.design.resource_tenant.terms_of_use[0]
}

fn trust_compliant_devices(workspace: &mut Workspace) {
    let partner = &mut workspace.design.home_tenants[0].partner;
    partner.inbound_trust = Some(InboundTrust { is_compliant_device_accepted: true, ..InboundTrust::default() });
}

fn give_omar_a_work_account(workspace: &mut Workspace) {
    workspace.guests[1].person.work_account = Some(address("omar@tailspin.example"));
}

fn send_to(workspace: &mut Workspace, address: &str) {
    workspace.design.resource_tenant.federations[0].passive_sign_in_uri = Some(address.to_owned());
}

pub(crate) const MENDED: &[Mended] = &[
    (
        "RDM-011",
        "resource.conditionalAccess.0.displayName",
        |w| {
            demand(w, &[GrantControl::Mfa]);
            policy(w).display_name.clear();
        },
        |w| policy(w).display_name = "Guests".to_owned(),
    ),
    (
        "RDM-011",
        "resource.application.displayName",
        |w| w.design.resource_tenant.application.display_name.clear(),
        |w| w.design.resource_tenant.application.display_name = "Payroll".to_owned(),
    ),
    (
        "RDM-039",
        "resource.conditionalAccess.0.applications",
        |w| {
            demand(w, &[GrantControl::Mfa]);
            policy(w).applications = vec!["Payroll".to_owned()];
        },
        |w| policy(w).applications = vec!["Office365".to_owned(), "Partner portal".to_owned()],
    ),
    // authentication-conditional-access.md, 2024-05: approved client apps, app protection, password change.
    (
        "RDM-066",
        "resource.conditionalAccess.0.grantControls",
        |w| demand(w, &[GrantControl::Mfa, GrantControl::ApprovedApplication]),
        |w| policy(w).operator = GrantOperator::Or,
    ),
    (
        "RDM-066",
        "resource.conditionalAccess.0.grantControls",
        |w| demand(w, &[GrantControl::PasswordChange]),
        |w| demand(w, &[GrantControl::Mfa]),
    ),
    (
        "RDM-067",
        "resource.conditionalAccess.0.grantControls",
        |w| demand(w, &[GrantControl::AuthenticationStrength]),
        give_omar_a_work_account,
    ),
    (
        "RDM-068",
        "resource.conditionalAccess.0.grantControls",
        |w| demand(w, &[GrantControl::CompliantDevice]),
        trust_compliant_devices,
    ),
    (
        "RDM-068",
        "resource.conditionalAccess.0.grantControls",
        |w| demand(w, &[GrantControl::DomainJoinedDevice]),
        |w| policy(w).state = PolicyState::EnabledForReportingButNotEnforced,
    ),
    (
        "RDM-069",
        "resource.conditionalAccess.0.grantControls",
        |w| {
            demand(w, &[GrantControl::CompliantDevice]);
            trust_compliant_devices(w);
        },
        give_omar_a_work_account,
    ),
    (
        "RDM-070",
        "home.0.partner.inboundTrust",
        |w| {
            demand(w, &[GrantControl::Mfa]);
            w.design.home_tenants[0].requires_mfa = true;
        },
        |w| w.design.resource_tenant.inbound_trust.is_mfa_accepted = true,
    ),
    (
        "RDM-071",
        "resource.conditionalAccess.0.grantControls",
        |w| demand(w, &[]),
        |w| policy(w).terms_of_use = vec!["Guest terms".to_owned()],
    ),
    (
        "RDM-072",
        "resource.conditionalAccess.0.termsOfUse",
        |w| policy(w).terms_of_use = vec!["Old terms".to_owned()],
        |w| w.design.resource_tenant.terms_of_use.push(TermsOfUse::named("Old terms")),
    ),
    (
        "RDM-073",
        "resource.conditionalAccess.0.state",
        |w| {
            demand(w, &[GrantControl::Mfa]);
            policy(w).state = PolicyState::EnabledForReportingButNotEnforced;
        },
        |w| policy(w).state = PolicyState::Enabled,
    ),
    (
        "RDM-074",
        "resource.conditionalAccess.0.externalUsers",
        |w| {
            demand(w, &[GrantControl::Mfa]);
            policy(w).external_users = vec![ExternalUserType::ServiceProvider, ExternalUserType::B2bDirectConnectUser];
        },
        |w| policy(w).external_users.push(ExternalUserType::B2bCollaborationGuest),
    ),
    (
        "RDM-075",
        "guest.0.location",
        |w| {
            demand(w, &[GrantControl::Mfa]);
            policy(w).exclude_locations = vec!["Norway".to_owned()];
        },
        |w| w.guests[0].person.location = Some("Norway".to_owned()),
    ),
    (
        "RDM-076",
        "resource.termsOfUse.0.isPerDeviceAcceptanceRequired",
        |w| terms(w).is_per_device_acceptance_required = true,
        |w| terms(w).is_per_device_acceptance_required = false,
    ),
    (
        "RDM-077",
        "resource.termsOfUse.0.termsExpiration.start",
        |w| terms(w).terms_expiration = Some(TermsExpiration { start: date(2024, 3, 27), frequency: TermsFrequency::Monthly }),
        |w| terms(w).terms_expiration = Some(TermsExpiration { start: date(2024, 3, 26), frequency: TermsFrequency::Monthly }),
    ),
    (
        "RDM-078",
        "resource.conditionalAccess.0.state",
        |w| {
            policy(w).terms_of_use = vec!["Guest terms".to_owned()];
            policy(w).state = PolicyState::Disabled;
        },
        |w| policy(w).state = PolicyState::Enabled,
    ),
    (
        "RDM-078",
        "resource.conditionalAccess.0.state",
        |w| {
            policy(w).terms_of_use = vec!["Guest terms".to_owned()];
            policy(w).state = PolicyState::Disabled;
        },
        |w| w.guests[1].story = vec![Act::Accept, Act::Change(Change::PolicyState { policy: 0, state: PolicyState::Enabled })],
    ),
    (
        "RDM-079",
        "resource.termsOfUse.1.displayName",
        |w| w.design.resource_tenant.terms_of_use.push(TermsOfUse::named("Guest terms")),
        |w| terms(w).display_name = "Terms for partners".to_owned(),
    ),
    (
        "RDM-080",
        "resource.termsOfUse.0.reacceptAfterDays",
        |w| terms(w).reaccept_after_days = Some(0),
        |w| terms(w).reaccept_after_days = Some(30),
    ),
    (
        "RDM-081",
        "resource.federations.0.inactive",
        |w| w.design.resource_tenant.federations[0].inactive = true,
        |w| w.guests[1].story = vec![Act::Change(Change::FederationAdded(0)), Act::Accept],
    ),
    (
        "RDM-082",
        "resource.federations.0.response",
        |w| w.design.resource_tenant.federations[0].response = ProviderResponse::MailClaimMissing,
        |w| w.design.resource_tenant.federations[0].response = ProviderResponse::Valid,
    ),
    (
        "RDM-103",
        "resource.federations.0.passiveSignInUri",
        |w| send_to(w, "http://idp.tailspin.example/sso"),
        |w| send_to(w, "https://idp.tailspin.example/sso"),
    ),
    // direct-federation.md, 2025-02-21, Step 1: the host is outside the domain.
    (
        "RDM-083",
        "resource.federations.0.dnsRecordPublished",
        |w| send_to(w, "https://login.provider.example/tailspin"),
        |w| w.design.resource_tenant.federations[0].dns_record_published = true,
    ),
    (
        "RDM-083",
        "resource.federations.0.dnsRecordPublished",
        |w| send_to(w, "https://login.provider.example/tailspin"),
        |w| send_to(w, "https://login.tailspin.example"),
    ),
    (
        "RDM-084",
        "resource.googleClientInvalid",
        |w| w.design.resource_tenant.google_client_invalid = true,
        |w| w.design.resource_tenant.google_client_invalid = false,
    ),
    (
        "RDM-096",
        "interpretations.linkWorksOnce",
        |w| w.design.interpretations.link_works_once = true,
        |w| w.design.interpretations.link_works_once = false,
    ),
    (
        "RDM-096",
        "interpretations.sharedAddressIsWork",
        |w| w.design.interpretations.shared_address_is_work = true,
        |w| w.design.interpretations.shared_address_is_work = false,
    ),
    (
        "RDM-097",
        "interpretations.sharedAddressIsWork",
        |w| {
            w.design.edition = Edition::Y2019;
            w.design.interpretations.shared_address_is_work = true;
        },
        |w| w.design.edition = Edition::Y2021,
    ),
    (
        "RDM-097",
        "interpretations.justInTimeCreationWorks",
        |w| {
            w.design.edition = Edition::Y2021;
            w.design.interpretations.just_in_time_creation_works = true;
        },
        |w| w.design.edition = Edition::Y2024,
    ),
    (
        "RDM-098",
        "interpretations.linkExpiresAfterDays",
        |w| w.design.interpretations.link_expires_after_days = Some(0),
        |w| w.design.interpretations.link_expires_after_days = Some(90),
    ),
];
