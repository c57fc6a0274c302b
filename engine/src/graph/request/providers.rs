//! Identity providers of the resource tenant: email one-time passcode, Google, SAML and WS-Fed.
//!
//! In which order they are asked is in `access.rs`.

use super::body::{Blanks, object, text, word};
use super::{Method, Request, Sheet};
use crate::design::{EmailOneTimePasscode, Federation, ResourceTenant};
use crate::document::tree::Tree;
use crate::rules::Document;

/// The email authentication method.
pub(in crate::graph) const EMAIL: &str = "/policies/authenticationMethodsPolicy/authenticationMethodConfigurations/email";

/// The identity providers.
pub(in crate::graph) const PROVIDERS: &str = "/identity/identityProviders";

/// The federations.
pub(in crate::graph) const FEDERATIONS: &str =
    "/directory/federationConfigurations/microsoft.graph.samlOrWsFedExternalDomainFederation";

/// Email one-time passcode for guests. Source: *Update emailAuthenticationMethodConfiguration* (Microsoft Graph), which wants the type named.
pub(super) fn email_one_time_passcode(tenant: &ResourceTenant) -> Sheet {
    let body = passcode_body(tenant.email_one_time_passcode);
    let source = Document::EmailAuthenticationMethodUpdate;
    Sheet::of(vec![Request::new(&tenant.display_name, Method::Patch, EMAIL, body, source)])
}

/// Whether guests may use email one-time passcode.
pub(in crate::graph) fn passcode_body(passcode: EmailOneTimePasscode) -> Tree {
    object([
        ("@odata.type", text("#microsoft.graph.emailAuthenticationMethodConfiguration")),
        ("allowExternalIdToUseEmailOtp", word(passcode)),
    ])
}

/// Google federation. Source: *Create identityProvider* (Microsoft Graph).
pub(super) fn google(tenant: &ResourceTenant) -> Sheet {
    if !tenant.google_federation {
        return Sheet::only("Google is not configured: there is nothing to send.");
    }
    let mut blanks = Blanks::default();
    let body = google_body(&mut blanks);
    let request = Request::new(&tenant.display_name, Method::Post, PROVIDERS, body, Document::IdentityProviderPost);
    Sheet::of(vec![request.with_blanks(blanks)])
}

/// Google as it is created.
pub(in crate::graph) fn google_body(blanks: &mut Blanks) -> Tree {
    object([
        ("@odata.type", text("microsoft.graph.socialIdentityProvider")),
        ("displayName", text("Google")),
        ("identityProviderType", text("Google")),
        ("clientId", text(blanks.put("client ID"))),
        ("clientSecret", text(blanks.put("client secret"))),
    ])
}

/// All federations.
pub(super) fn federations(tenant: &ResourceTenant) -> Sheet {
    if tenant.federations.is_empty() {
        return Sheet::only("There is no federation: there is nothing to send.");
    }
    let requests = tenant.federations.iter().map(|federation| one_federation(tenant, federation)).collect();
    Sheet::of(requests).remarking("The DNS record DirectFedAuthUrl is published by the partner, not by Microsoft Graph.")
}

/// Source: *Create samlOrWsFedExternalDomainFederation* (Microsoft Graph).
fn one_federation(tenant: &ResourceTenant, federation: &Federation) -> Request {
    let mut blanks = Blanks::default();
    let body = federation_body(federation, &mut blanks);
    let request =
        Request::new(&tenant.display_name, Method::Post, FEDERATIONS, body, Document::FederationPost).with_blanks(blanks);
    if federation.inactive { request.noting("This federation is marked as not in force.") } else { request }
}

/// A federation as it is created.
pub(in crate::graph) fn federation_body(federation: &Federation, blanks: &mut Blanks) -> Tree {
    let domains = federation
        .domains
        .iter()
        .map(|domain| object([("@odata.type", text("microsoft.graph.externalDomainName")), ("id", text(domain.as_str()))]));
    let passive = federation.passive_sign_in_uri.clone().unwrap_or_else(|| blanks.put("passive authentication endpoint"));
    object([
        ("@odata.type", text("microsoft.graph.samlOrWsFedExternalDomainFederation")),
        ("displayName", text(&federation.display_name)),
        ("issuerUri", text(&federation.issuer_uri)),
        ("metadataExchangeUri", text(blanks.put("metadata URL"))),
        ("passiveSignInUri", text(passive)),
        ("preferredAuthenticationProtocol", word(federation.preferred_authentication_protocol)),
        ("domains", Tree::List(domains.collect())),
        ("signingCertificate", text(blanks.put("signing certificate, Base64"))),
    ])
}
