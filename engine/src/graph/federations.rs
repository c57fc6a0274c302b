//! SAML/WS-Fed federations.
//!
//! Metadata and certificates have no place in the design. Source: `samlOrWsFedExternalDomainFederation` (Microsoft Graph).

use super::entries::{Entries, Scope, entries, written_or_null};
use super::note::Notes;
use crate::address::Domain;
use crate::design::{Design, Federation, FederationProtocol};
use crate::document::PropertyError;
use crate::document::caps::longest_list;
use crate::document::place::{Place, shorten};
use crate::document::tree::Tree;

const TAKEN: &[&str] = &["displayName", "issuerUri", "preferredAuthenticationProtocol", "domains", "passiveSignInUri"];
const KNOWN: &[&str] = &[
    "activeSignInUri",
    "federatedIdpMfaBehavior",
    "isSignedAuthenticationRequestRequired",
    "metadataExchangeUri",
    "nextSigningCertificate",
    "passwordResetUri",
    "promptLoginBehavior",
    "signOutUri",
    "signingCertificate",
    "signingCertificateUpdateStatus",
];

pub(super) fn read(root: &Place<'_>, design: &mut Design, notes: &mut Notes) -> Result<(), PropertyError> {
    let Entries { list, scope, path } = entries(root)?;
    let before = std::mem::take(&mut design.resource_tenant.federations);
    let mut listed: Vec<Federation> = Vec::new();
    for entry in &list {
        let federation = federation(entry, &before, notes)?;
        if listed.iter().any(|earlier| earlier.issuer_uri == federation.issuer_uri) {
            let place = entry.get("issuerUri").unwrap_or_else(|| entry.clone());
            return Err(place.error(format!("the issuer `{}` is listed twice", shorten(&federation.issuer_uri))));
        }
        let (name, domains) = (shorten(&federation.display_name), federation.domains.len());
        let protocol: &str = federation.preferred_authentication_protocol.into();
        notes.taken(&entry.path, format!("the federation `{name}` ({protocol}), domains: {domains}"));
        listed.push(federation);
    }
    let after = match scope {
        Scope::WholeList => listed,
        Scope::One | Scope::Page => merge(&before, listed),
    };
    if scope == Scope::Page {
        notes.notice(&path, "the list goes on at `@odata.nextLink`; federations that it does not name stay".to_owned());
    }
    let moved =
        before.iter().enumerate().any(|(position, old)| after.get(position).is_none_or(|new| new.issuer_uri != old.issuer_uri));
    if moved {
        notes.notice(&path, "federations have other positions now; a guest who selects one may select another".to_owned());
    }
    let most = longest_list("federations");
    if after.len() > most {
        let problem = format!("with these the design has {} federations; at most {most} are read", after.len());
        return Err(PropertyError { path, problem });
    }
    design.resource_tenant.federations = after;
    Ok(())
}

/// The federations from before, replaced where the issuer is the same, and the new ones behind them.
fn merge(before: &[Federation], listed: Vec<Federation>) -> Vec<Federation> {
    let mut after = before.to_vec();
    for federation in listed {
        match after.iter_mut().find(|old| old.issuer_uri == federation.issuer_uri) {
            Some(old) => *old = federation,
            None => after.push(federation),
        }
    }
    after
}

fn federation(entry: &Place<'_>, before: &[Federation], notes: &mut Notes) -> Result<Federation, PropertyError> {
    notes.leave_rest(entry, TAKEN, KNOWN)?;
    let issuer = entry.get("issuerUri").ok_or_else(|| entry.missing("issuerUri"))?;
    let issuer_uri = notes.trimmed(&issuer)?.to_owned();
    let known = before.iter().find(|federation| federation.issuer_uri == issuer_uri);
    let display_name = display_name(entry, &issuer_uri, notes)?;
    let preferred_authentication_protocol = protocol(entry, notes)?;
    let domains = domains(entry, known, notes)?;
    // What Microsoft Graph does not say and the design knew of this issuer stays.
    let known = known.cloned().unwrap_or_else(|| Federation::of(display_name.clone(), issuer_uri, Vec::new()));
    let passive_sign_in_uri = match entry.get("passiveSignInUri") {
        // A placeholder of our own requests is no address.
        Some(_) => written_or_null(entry, "passiveSignInUri")?.filter(|uri| !uri.starts_with('<')).map(str::to_owned),
        None => known.passive_sign_in_uri.clone(),
    };
    // What Microsoft Graph lists is in force.
    Ok(Federation { display_name, preferred_authentication_protocol, domains, passive_sign_in_uri, inactive: false, ..known })
}

fn display_name(entry: &Place<'_>, issuer_uri: &str, notes: &mut Notes) -> Result<String, PropertyError> {
    match entry.get("displayName") {
        Some(place) if *place.tree != Tree::Null => Ok(place.text()?.to_owned()),
        Some(_) | None => {
            notes.notice(&entry.path, "the federation has no `displayName`; its issuer stands for it".to_owned());
            Ok(issuer_uri.to_owned())
        }
    }
}

fn protocol(entry: &Place<'_>, notes: &mut Notes) -> Result<FederationProtocol, PropertyError> {
    match entry.get("preferredAuthenticationProtocol") {
        Some(place) if *place.tree != Tree::Null => notes.word(&place),
        Some(_) | None => {
            notes.notice(&entry.path, "`preferredAuthenticationProtocol` is absent; `saml` is taken".to_owned());
            Ok(FederationProtocol::Saml)
        }
    }
}

/// The domains; `domains` is a relationship, which Microsoft Graph leaves out unless asked to expand it.
fn domains(entry: &Place<'_>, known: Option<&Federation>, notes: &mut Notes) -> Result<Vec<Domain>, PropertyError> {
    let Some(list) = entry.get("domains").filter(|place| *place.tree != Tree::Null) else {
        let kept = known.map(|federation| federation.domains.clone()).unwrap_or_default();
        let what =
            if kept.is_empty() { "the federation covers no guest until domains are added" } else { "the known domains stay" };
        notes.notice(&entry.path, format!("`domains` is absent (ask with `$expand=domains`); {what}"));
        return Ok(kept);
    };
    let mut domains = Vec::new();
    for item in list.items()? {
        let place = match item.tree {
            Tree::Object(_) => item.get("id").ok_or_else(|| item.missing("id"))?,
            Tree::Null | Tree::Bool(_) | Tree::Whole(_) | Tree::Number(_) | Tree::Text(_) | Tree::List(_) => item,
        };
        let domain = Domain::parse(notes.trimmed(&place)?).map_err(|error| place.error(error.to_string()))?;
        if domains.contains(&domain) {
            return Err(place.error(format!("the domain `{domain}` is listed twice")));
        }
        domains.push(domain);
    }
    Ok(domains)
}
