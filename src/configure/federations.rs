//! SAML and WS-Fed federations: a card for each.
//!
//! Metadata and certificates are not asked for: the flow does not depend on them.

use redemption_engine::design::Federation;
use redemption_engine::wording;

use super::cards::{List, remove};
use super::fictional::next_federation;
use super::form::{Rows, draw, rows};
use super::setting::{Setting, flag, line, name, one, setting};
use super::subject::federation;
use crate::words;

const FEDERATION: &[Setting<Federation>] = &[
    setting("displayName", words::common::display_name(), words::common::administrators_see_it(), name!(display_name)),
    setting(
        "preferredAuthenticationProtocol",
        words::resource::identity_provider_protocol(),
        words::resource::identity_provider_protocol_help(),
        one!(preferred_authentication_protocol, wording::protocol),
    ),
    setting(
        "domains",
        words::resource::domain_names_federating_provider(),
        words::resource::domain_names_federating_provider_help(),
        line!(domains, "text", "tailspin.example"),
    ),
    setting("issuerUri", words::resource::issuer_uri(), words::resource::issuer_uri_help(), line!(issuer_uri, "url")),
    setting(
        "passiveSignInUri",
        words::resource::passive_authentication_endpoint(),
        words::resource::passive_authentication_endpoint_help(),
        line!(passive_sign_in_uri, "url", "https://sts.tailspin.example/saml"),
    ),
    setting(
        "dnsRecordPublished",
        words::resource::partner_published_dns_record_directfedauthurl(),
        words::resource::partner_published_dns_record_directfedauthurl_help(),
        flag!(dns_record_published),
    ),
    setting(
        "isEntraTenant",
        words::resource::provider_itself_microsoft_entra_tenant(),
        words::resource::provider_itself_microsoft_entra_tenant_help(),
        flag!(is_entra_tenant),
    ),
    setting("inactive", words::resource::not_in_force(), words::resource::not_in_force_help(), flag!(inactive)),
    setting(
        "response",
        words::resource::what_the_provider_sends_back(),
        words::resource::what_the_provider_sends_back_help(),
        one!(response, wording::provider_response),
    ),
];

/// The settings of one federation.
pub(super) fn fields(at: usize) -> Rows {
    rows(federation(at), FEDERATION)
}

/// All federations.
pub(super) const FEDERATIONS: &List = &List {
    what: words::common::federation(),
    add: words::resource::add_federation(),
    path: |_| "resource.federations".to_owned(),
    first: "displayName",
    titles: |workspace, _| {
        let federations = workspace.design.resource_tenant.federations.iter();
        federations.map(|federation| (federation.display_name.clone(), wording::list(&federation.domains))).collect()
    },
    push: |workspace, _| {
        let federation = next_federation(&workspace.design);
        workspace.design.resource_tenant.federations.push(federation);
        Some(())
    },
    cut: |workspace, _, at| {
        remove(&mut workspace.design.resource_tenant.federations, at);
    },
    stuck: |_, _| None,
    card: |_, at| draw(&fields(at), false),
    level: 4,
};
