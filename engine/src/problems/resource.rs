//! Problems of the resource tenant: its redemption order, its federations, its pages.
//!
//! Whether a setting helps a certain guest is asked beside this file.

use std::collections::BTreeSet;

use super::{Problem, ProblemCode, check_address, check_name, first_few};
use crate::address::Domain;
use crate::design::{Design, Edition, FallbackProvider, Federation, PrimaryProvider, RedemptionOrder, ResourceTenant};
use crate::field::{FederationField, Field, ResourceField};

/// Source: `terms-of-use.md`, 2025-07-21, Service limits.
const MOST_TERMS_OF_USE: usize = 40;

pub(super) fn check(design: &Design, problems: &mut Vec<Problem>) {
    let resource = &design.resource_tenant;
    check_name(&resource.display_name, Field::resource(ResourceField::DisplayName), "The resource tenant", problems);
    if design.edition.has_redemption_order() {
        order(design, problems);
    } else if resource.redemption_order != RedemptionOrder::default() {
        let changed = resource.redemption_order.primary() != RedemptionOrder::default().primary();
        let field = if changed { ResourceField::OrderPrimary } else { ResourceField::OrderFallback };
        problems.push(ProblemCode::OrderIsIgnored.at(
            Field::resource(field),
            format!(
                "Edition {} has no redemption order and ignores it. Choose 2024-03 or later, or the default order.",
                design.edition.name()
            ),
        ));
    }
    let mut federated = BTreeSet::new();
    for (number, federation) in resource.federations.iter().enumerate() {
        check_federation(design, number, federation, &federated, problems);
        federated.extend(&federation.domains);
    }
    pages(resource, problems);
}

fn order(design: &Design, problems: &mut Vec<Problem>) {
    let resource = &design.resource_tenant;
    let order = &resource.redemption_order;
    let asks = |provider| order.primary().contains(&provider);
    // The default order names every provider. That no federation is configured is said all the same; Google is one checkbox away
    // and asked last, so it is missed only where somebody moved it up.
    let moved_up = |provider| position(order, provider) < position(&RedemptionOrder::default(), provider);
    let mut found = |code: ProblemCode, field, message: &str| problems.push(code.at(Field::resource(field), message));

    if order.fallback() == FallbackProvider::EmailOneTimePasscode && !design.passcode_enabled() {
        found(
            ProblemCode::PasscodeFallbackIsOff,
            ResourceField::OrderFallback,
            "The fallback is email one-time passcode, which is off, so guests without a primary provider cannot get in. Turn passcode on, or choose another fallback.",
        );
    }
    match (asks(PrimaryProvider::ExternalFederation), resource.federations.is_empty()) {
        (true, true) => found(
            ProblemCode::FederationsAreMissing,
            ResourceField::OrderPrimary,
            "The redemption order asks SAML/WS-Fed identity providers, but none is configured, so this check never matches. Add a federation, or leave it as it is.",
        ),
        (false, false) => found(
            ProblemCode::FederationsAreLeftOut,
            ResourceField::OrderPrimary,
            "A federation is configured, but the redemption order leaves SAML/WS-Fed out, so discovery never sends a guest there. Add it to the order.",
        ),
        (true, false) | (false, true) => {}
    }
    match (asks(PrimaryProvider::SocialIdentityProviders), resource.google_federation) {
        (true, false) if moved_up(PrimaryProvider::SocialIdentityProviders) => found(
            ProblemCode::GoogleIsMissing,
            ResourceField::OrderPrimary,
            "The redemption order asks social identity providers, but Google federation is off. Turn it on, or leave it.",
        ),
        (false, true) => found(
            ProblemCode::GoogleIsLeftOut,
            ResourceField::OrderPrimary,
            "Google federation is on, but the redemption order leaves social identity providers out, so discovery never sends a guest there. Add them to the order.",
        ),
        (true, true | false) | (false, false) => {}
    }
}

fn position(order: &RedemptionOrder, provider: PrimaryProvider) -> Option<usize> {
    order.primary().iter().position(|asked| *asked == provider)
}

fn check_federation(
    design: &Design,
    number: usize,
    federation: &Federation,
    federated_before: &BTreeSet<&Domain>,
    problems: &mut Vec<Problem>,
) {
    let edition = design.edition;
    let domains = Field::of_federation(number, FederationField::Domains);
    let name = Field::of_federation(number, FederationField::DisplayName);
    check_name(&federation.display_name, name, "A federation", problems);

    if federation.domains.is_empty() {
        let message = "The federation has no domain, so no guest is sent to it. Add the partner's domain.";
        problems.push(ProblemCode::FederationWithoutDomains.at(domains.clone(), message));
    }
    let own = those(federation, |domain| design.resource_tenant.owns_domain(domain));
    if !own.is_empty() {
        problems.push(ProblemCode::ResourceDomainIsFederated.at(
            domains.clone(),
            format!(
                "The resource tenant itself has verified {}. Remove that here; a tenant's own domain must not be federated.",
                first_few(&own)
            ),
        ));
    }
    let twice = those(federation, |domain| federated_before.contains(domain));
    if !twice.is_empty() {
        problems.push(ProblemCode::DomainIsFederatedTwice.at(
            domains.clone(),
            format!(
                "An earlier federation has {}, too, so this one is not asked. Keep each domain in one federation.",
                first_few(&twice)
            ),
        ));
    }
    if !edition.federates_verified_domains() {
        let verified = those(federation, |domain| design.tenant_with_verified_domain(domain.as_str()).is_some());
        if !verified.is_empty() {
            problems.push(ProblemCode::VerifiedDomainFederationIsIgnored.at(
                domains,
                format!("A home tenant has verified {}, and edition {} ignores a federation on such a domain. Choose 2024-03 or later.", first_few(&verified), edition.name()),
            ));
        }
    }
    if edition == Edition::Y2026 && federation.is_entra_tenant {
        problems.push(ProblemCode::EntraTenantFederationIsIgnored.at(
            Field::of_federation(number, FederationField::IsEntraTenant),
            "Edition 2026-04 ignores a federation with another Microsoft Entra tenant. Remove it; its users sign in with Microsoft Entra ID.",
        ));
    }
}

fn those(federation: &Federation, which: impl Fn(&Domain) -> bool) -> Vec<&Domain> {
    federation.domains.iter().filter(|domain| which(domain)).collect()
}

fn pages(resource: &ResourceTenant, problems: &mut Vec<Problem>) {
    let terms = Field::resource(ResourceField::TermsOfUse);
    let count = resource.terms_of_use.len();
    if count > MOST_TERMS_OF_USE {
        problems.push(ProblemCode::TooManyTermsOfUse.at(
            terms.clone(),
            format!("There are {count} terms of use, but a tenant may have at most {MOST_TERMS_OF_USE}. Remove some."),
        ));
    }
    if let Some(unnamed) = resource.terms_of_use.iter().position(|terms| terms.display_name.trim().is_empty()) {
        let message = format!("The terms of use number {} have no name. Give them one.", unnamed + 1);
        problems.push(ProblemCode::NameIsEmpty.at(terms, message));
    }
    check_address(resource.privacy.statement_url.as_deref(), Field::resource(ResourceField::PrivacyStatementUrl), problems);
    check_address(resource.invite_redirect_url.as_deref(), Field::resource(ResourceField::InviteRedirectUrl), problems);
}

impl ResourceTenant {
    /// Whether the domain is the tenant's own: its initial domain or another one that it has verified.
    pub(super) fn owns_domain(&self, domain: &Domain) -> bool {
        self.initial_domain == *domain || self.verified_domains.contains(domain)
    }
}
