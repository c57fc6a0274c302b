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

const FEDERATION: &[Setting<Federation>] = &[
    setting("displayName", "Display name", "Administrators see it.", name!(display_name)),
    setting(
        "preferredAuthenticationProtocol",
        "Identity provider protocol",
        "Default: SAML. Both take the same path.",
        one!(preferred_authentication_protocol, wording::protocol),
    ),
    setting(
        "domains",
        "Domain names of the federating provider",
        "With commas between them. Matched exactly, without subdomains.",
        line!(domains, "text", "tailspin.example"),
    ),
    setting("issuerUri", "Issuer URI", "It becomes the issuer in the guest's identities.", line!(issuer_uri, "url")),
    setting(
        "passiveSignInUri",
        "Passive authentication endpoint",
        "Where guests are sent, with https. Default: none.",
        line!(passive_sign_in_uri, "url", "https://sts.tailspin.example/saml"),
    ),
    setting(
        "dnsRecordPublished",
        "The partner has published the DNS record DirectFedAuthUrl",
        "Default: no. Needed where the endpoint lies outside the federated domain.",
        flag!(dns_record_published),
    ),
    setting(
        "isEntraTenant",
        "The provider is itself a Microsoft Entra tenant",
        "Default: no. The newest rules ignore such a federation.",
        flag!(is_entra_tenant),
    ),
    setting(
        "inactive",
        "Not in force",
        "Default: no. A new policy takes some minutes; a removed one locks out the guests who came by it.",
        flag!(inactive),
    ),
    setting(
        "response",
        "What the provider sends back",
        "Default: a valid token with the guest's mail address. The rest are faults at the provider.",
        one!(response, wording::provider_response),
    ),
];

/// The settings of one federation.
pub(super) fn fields(at: usize) -> Rows {
    rows(federation(at), FEDERATION)
}

/// All federations.
pub(super) const FEDERATIONS: &List = &List {
    what: "Federation",
    add: "Add federation",
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
