//! Problems of SAML/WS-Fed federations and of Google federation.
//!
//! Whether the redemption order asks them is in `resource.rs`.

use std::collections::BTreeSet;

use super::{Problem, ProblemCode, Removal, check_name, first_few, is_https_address, is_made};
use crate::act::Change;
use crate::address::Domain;
use crate::design::{Design, Edition, Federation, ProviderResponse};
use crate::field::{FederationField, Field, ResourceField};
use crate::guest::Guest;
use crate::workspace::Workspace;

/// How many federations a tenant may have.
///
/// Source: `direct-federation.md`, 2022-10-03, Frequently asked questions.
const MOST_FEDERATIONS: usize = 1_000;

pub(super) fn check(workspace: &Workspace, problems: &mut Vec<Problem>) {
    let resource = &workspace.design.resource_tenant;
    let count = resource.federations.len();
    if count > MOST_FEDERATIONS {
        problems.push(ProblemCode::TooManyFederations.at(
            Field::of_federation(MOST_FEDERATIONS, FederationField::DisplayName),
            format!(
                "There are {count} federations, but a tenant may have at most {MOST_FEDERATIONS}. Remove some, beginning here."
            ),
        ));
    }
    let mut federated = BTreeSet::new();
    for (number, federation) in resource.federations.iter().enumerate() {
        let name = Field::of_federation(number, FederationField::DisplayName);
        check_name(&federation.display_name, name, "A federation", problems);
        domains(&workspace.design, number, federation, &federated, problems);
        provider(&workspace.guests, number, federation, problems);
        federated.extend(&federation.domains);
    }
    if resource.google_federation && resource.google_client_invalid {
        problems.push(ProblemCode::GoogleClientIsInvalid.at(
            Field::resource(ResourceField::GoogleClientInvalid),
            "Google refuses the client id or secret, so no guest signs in with Google. Enter valid credentials.",
        ));
    }
}

fn domains(
    design: &Design,
    number: usize,
    federation: &Federation,
    federated_before: &BTreeSet<&Domain>,
    problems: &mut Vec<Problem>,
) {
    let edition = design.edition;
    let field = Field::of_federation(number, FederationField::Domains);
    // A federation has at least one domain, so its last one is not offered to be taken out.
    let taking_out = |problem: Problem, domains: &[&Domain]| {
        if domains.len() == federation.domains.len() {
            return problem;
        }
        let domains = domains.iter().copied().cloned().collect();
        problem.mended_by(Removal::FederatedDomains { federation: number, domains })
    };
    if federation.domains.is_empty() {
        let message = "The federation has no domain, so no guest is sent to it. Add the partner's domain.";
        problems.push(ProblemCode::FederationWithoutDomains.at(field.clone(), message));
    }
    let own = those(federation, |domain| design.resource_tenant.owns_domain(domain));
    if !own.is_empty() {
        let problem = ProblemCode::ResourceDomainIsFederated.at(
            field.clone(),
            format!(
                "The resource tenant itself has verified {}. Take that out here; a tenant's own domain must not be federated.",
                first_few(&own)
            ),
        );
        problems.push(taking_out(problem, &own));
    }
    let twice = those(federation, |domain| federated_before.contains(domain));
    if !twice.is_empty() {
        let problem = ProblemCode::DomainIsFederatedTwice.at(
            field.clone(),
            format!(
                "An earlier federation has {}, too, so this one is not asked. Keep each domain in one federation.",
                first_few(&twice)
            ),
        );
        problems.push(taking_out(problem, &twice));
    }
    if !edition.federates_verified_domains() {
        let verified = those(federation, |domain| design.tenant_with_verified_domain(domain.as_str()).is_some());
        if !verified.is_empty() {
            let problem = ProblemCode::VerifiedDomainFederationIsIgnored.at(
                field,
                format!(
                    "A home tenant has verified {}, and in edition {} the portal refuses a federation on such a domain. Choose 2024-03 or later.",
                    first_few(&verified),
                    edition.name()
                ),
            );
            problems.push(taking_out(problem, &verified));
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

fn provider(guests: &[Guest], number: usize, federation: &Federation, problems: &mut Vec<Problem>) {
    let field = |field| Field::of_federation(number, field);
    let comes_into_force = |change| matches!(change, Change::FederationAdded(which) if usize::from(which) == number);
    if federation.inactive && !is_made(guests.iter(), comes_into_force) {
        problems.push(ProblemCode::FederationIsInactive.at(
            field(FederationField::Inactive),
            "The federation is not in force, so nobody is sent to it; a new one takes five to ten minutes. Bring it into force, or remove it.",
        ));
    }
    if federation.response != ProviderResponse::Valid {
        problems.push(ProblemCode::FederationResponseIsRefused.at(
            field(FederationField::Response),
            format!(
                "The provider's answer is refused ({}), so no guest signs in there. The partner has to mend it.",
                crate::wording::provider_response(federation.response).to_lowercase()
            ),
        ));
    }
    if federation.issuer_uri.trim().is_empty() {
        problems.push(ProblemCode::IssuerIsMissing.at(
            field(FederationField::IssuerUri),
            "The federation has no issuer URI, without which it cannot be set up. Write the one in the provider's tokens.",
        ));
    }
    let address = federation.passive_sign_in_uri.as_deref();
    if let Some(address) = address.filter(|address| !is_https_address(address)) {
        let what = if address.trim().is_empty() { "A blank".to_owned() } else { address.to_owned() };
        let message =
            format!("{what} is not an https address, and no other is supported. Write one such as https://idp.tailspin.example.");
        problems.push(ProblemCode::PassiveEndpointIsNotHttps.at(field(FederationField::PassiveSignInUri), message));
    }
    let Some(host) = address.and_then(host) else { return };
    let outside = those(federation, |domain| !lies_in(host, domain));
    if !outside.is_empty() && !federation.dns_record_published {
        problems.push(ProblemCode::FederationNeedsDnsRecord.at(
            field(FederationField::DnsRecordPublished),
            format!(
                "Guests of {} are sent to {host}, outside the domain. The partner has to publish the DNS record DirectFedAuthUrl for it.",
                first_few(&outside)
            ),
        ));
    }
}

/// The host of a web address in lower case letters or as it is written, without a port.
fn host(address: &str) -> Option<&str> {
    let (_, rest) = address.split_once("://")?;
    rest.split(['/', '?', '#', ':']).next().filter(|host| !host.is_empty())
}

/// Whether the host is the domain or inside it.
fn lies_in(host: &str, domain: &Domain) -> bool {
    let host = host.to_lowercase();
    host.strip_suffix(domain.as_str()).is_some_and(|before| before.is_empty() || before.ends_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_lies_in_its_own_domain_and_in_those_above_it() {
        let tailspin = Domain::parse("tailspin.example").unwrap();
        for inside in ["tailspin.example", "idp.tailspin.example", "IDP.Tailspin.Example"] {
            assert!(lies_in(inside, &tailspin), "{inside}");
        }
        for outside in ["nottailspin.example", "tailspin.example.com", "idp.example"] {
            assert!(!lies_in(outside, &tailspin), "{outside}");
        }
        assert_eq!(host("https://idp.tailspin.example:8443/sso?x=1"), Some("idp.tailspin.example"));
        assert_eq!(host("idp.tailspin.example"), None);
    }
}
