//! Problems of the resource tenant: its names and addresses, and its redemption order.
//!
//! Its lists and its access settings have files of their own beside this one.

use super::clouds::changed_part;
use super::{Problem, ProblemCode, check_address, check_name};
use crate::address::Domain;
use crate::design::{Design, FallbackProvider, PrimaryProvider, RedemptionOrder, ResourceTenant};
use crate::field::{Field, ResourceField};

pub(super) fn check(design: &Design, problems: &mut Vec<Problem>) {
    let resource = &design.resource_tenant;
    check_name(&resource.display_name, Field::resource(ResourceField::DisplayName), "The resource tenant", problems);
    if design.edition.has_redemption_order() {
        order(design, problems);
    } else if resource.redemption_order != RedemptionOrder::default() {
        problems.push(ProblemCode::OrderIsIgnored.at(
            Field::resource(changed_part(&resource.redemption_order)),
            format!(
                "Edition {} has no redemption order and ignores it. Choose 2024-03 or later, or the default order.",
                design.edition.name()
            ),
        ));
    }
    let application = Field::resource(ResourceField::ApplicationName);
    check_name(&resource.application.display_name, application, "The application", problems);
    check_address(resource.privacy.statement_url.as_deref(), Field::resource(ResourceField::PrivacyStatementUrl), problems);
    check_address(resource.invite_redirect_url.as_deref(), Field::resource(ResourceField::InviteRedirectUrl), problems);
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

impl ResourceTenant {
    /// Whether the domain is the tenant's own: its initial domain or another one that it has verified.
    pub(super) fn owns_domain(&self, domain: &Domain) -> bool {
        self.initial_domain == *domain || self.verified_domains.contains(domain)
    }
}
