//! Problems of Microsoft clouds: both sides have to open to each other, and not every cloud has every provider.
//!
//! Editions without cross-tenant access settings ignore all of this, which is said in `access.rs`.

use super::{Problem, ProblemCode, Removal};
use crate::design::{Cloud, Design, EmailOneTimePasscode, FallbackProvider, HomeTenant, RedemptionOrder};
use crate::field::{Field, HomeField, ResourceField};

pub(super) fn check(design: &Design, problems: &mut Vec<Problem>) {
    if !design.edition.has_cross_tenant_access() {
        return;
    }
    let resource = &design.resource_tenant;
    if resource.allowed_clouds.contains(&resource.cloud) {
        let problem = ProblemCode::CloudSettingsHaveNoEffect.at(
            Field::resource(ResourceField::AllowedClouds),
            "The tenant's own cloud is among the other clouds, which changes nothing. Take it out.",
        );
        problems.push(problem.mended_by(Removal::OwnCloud(resource.cloud)));
    }
    if resource.cloud == Cloud::China21Vianet {
        providers(design, problems);
    }
    let across = design.home_tenants.iter().any(|tenant| tenant.cloud != resource.cloud);
    if across && resource.redemption_order != RedemptionOrder::default() {
        problems.push(ProblemCode::OrderIsNotForOtherClouds.at(
            Field::resource(changed_part(&resource.redemption_order)),
            "A home tenant is in another cloud, where the redemption order is not supported, but runs follow it. Do not rely on them there.",
        ));
    }
}

/// The part of the order that is not the default.
pub(super) fn changed_part(order: &RedemptionOrder) -> ResourceField {
    if order.primary() == RedemptionOrder::default().primary() {
        ResourceField::OrderFallback
    } else {
        ResourceField::OrderPrimary
    }
}

fn providers(design: &Design, problems: &mut Vec<Problem>) {
    let resource = &design.resource_tenant;
    let fallback = resource.redemption_order.fallback();
    let set = [
        (resource.google_federation, ResourceField::GoogleFederation, "Google"),
        (
            resource.email_one_time_passcode == EmailOneTimePasscode::Enabled,
            ResourceField::EmailOneTimePasscode,
            "email one-time passcode",
        ),
        (
            fallback != FallbackProvider::DefaultConfiguredIdp,
            ResourceField::OrderFallback,
            if fallback == FallbackProvider::MicrosoftAccount { "Microsoft accounts" } else { "email one-time passcode" },
        ),
    ];
    for (_, field, provider) in set.into_iter().filter(|(set, ..)| *set) {
        problems.push(ProblemCode::ProviderIsNotInCloud.at(
            Field::resource(field),
            format!("The cloud operated by 21Vianet does not support {provider} for guests. Turn it off; Microsoft Entra ID and SAML/WS-Fed remain."),
        ));
    }
}

pub(super) fn check_home(design: &Design, number: usize, tenant: &HomeTenant, problems: &mut Vec<Problem>) {
    if !design.edition.has_cross_tenant_access() {
        return;
    }
    let resource = &design.resource_tenant;
    let share = tenant.cross_cloud;
    let field = |field| Field::of_home(number, field);
    if tenant.cloud == resource.cloud {
        let set = [
            (share.allows_resource_cloud, HomeField::AllowsResourceCloud),
            (share.adds_resource_tenant, HomeField::AddsResourceTenant),
            (share.worker_disabled, HomeField::CrossCloudWorkerDisabled),
        ];
        if let Some((_, at)) = set.into_iter().find(|(set, _)| *set) {
            problems.push(ProblemCode::CloudSettingsHaveNoEffect.at(
                field(at),
                "Both tenants are in one cloud, so this changes nothing. Clear it, or choose another cloud for the tenant.",
            ));
        }
        return;
    }
    let missing: Vec<(Field, &str)> = [
        (
            resource.allowed_clouds.contains(&tenant.cloud),
            Field::resource(ResourceField::AllowedClouds),
            "the resource tenant chooses the cloud",
        ),
        (tenant.partner.added, field(HomeField::PartnerAdded), "the resource tenant adds the organization"),
        (share.allows_resource_cloud, field(HomeField::AllowsResourceCloud), "the home tenant chooses the cloud"),
        (share.adds_resource_tenant, field(HomeField::AddsResourceTenant), "the home tenant adds the organization"),
    ]
    .into_iter()
    .filter_map(|(done, field, what)| (!done).then_some((field, what)))
    .collect();
    if let Some((at, _)) = missing.first() {
        let what: Vec<&str> = missing.iter().map(|(_, what)| *what).collect();
        let message = match what.as_slice() {
            [only] => format!("The tenant is in another cloud, so its users are refused until {only}. Set it."),
            several => format!(
                "The tenant is in another cloud, and {} of the four settings that both sides need are missing. Set them, beginning here.",
                several.len()
            ),
        };
        problems.push(ProblemCode::CloudsDoNotCollaborate.at(at.clone(), message));
    }
    if share.worker_disabled {
        problems.push(ProblemCode::CrossCloudWorkerIsDisabled.at(
            field(HomeField::CrossCloudWorkerDisabled),
            "The application Microsoft B2B Cross Cloud Worker is disabled, so invitations across clouds fail. Enable it again.",
        ));
    }
}
