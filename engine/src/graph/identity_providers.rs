//! Identity providers of the tenant: whether Google federation is configured.
//!
//! Client id and secret are never kept. Source: `identityProviderBase` and the types derived from it (Microsoft Graph).

use super::entries::{Entries, Scope, entries};
use super::note::Notes;
use crate::design::Design;
use crate::document::PropertyError;
use crate::document::place::{Place, shorten};
use crate::document::tree::Tree;

const TYPE: &str = "identityProviderType";
const GOOGLE: &str = "Google";

/// The providers that every tenant has, by their `identityProviderType`.
const BUILT_IN: &[&str] = &["MicrosoftAccount", "EmailOTP", "AADSignup", "AAD"];

pub(super) fn read(root: &Place<'_>, design: &mut Design, notes: &mut Notes) -> Result<(), PropertyError> {
    let Entries { list, scope, path } = entries(root)?;
    let mut google = false;
    for entry in &list {
        google |= is_google(entry, notes)?;
    }
    match (google, scope) {
        (true, _) => {
            design.resource_tenant.google_federation = true;
            notes.taken(&path, "Google federation is on".to_owned());
        }
        (false, Scope::WholeList) => {
            design.resource_tenant.google_federation = false;
            notes.taken(&path, "Google is not in the list, so Google federation is off".to_owned());
        }
        (false, Scope::Page) => {
            notes.notice(&path, "the list goes on at `@odata.nextLink`; Google federation stays as it is".to_owned());
        }
        (false, Scope::One) => {}
    }
    Ok(())
}

fn is_google(entry: &Place<'_>, notes: &mut Notes) -> Result<bool, PropertyError> {
    let Some(place) = entry.get(TYPE) else {
        return other_type(entry, notes);
    };
    let written = place.text()?;
    let is = |name: &str| name.eq_ignore_ascii_case(written.trim());
    if is(GOOGLE) {
        notes.repaired(&place, written, GOOGLE);
        for secret in ["clientId", "clientSecret"] {
            if let Some(place) = entry.get(secret) {
                notes.ignored(&place.path, "not kept".to_owned());
            }
        }
        notes.leave_rest(entry, &[TYPE, "displayName", "clientId", "clientSecret"], &[])?;
        return Ok(true);
    }
    let name = shorten(written.trim());
    if BUILT_IN.iter().any(|built_in| is(built_in)) {
        notes.ignored(&entry.path, format!("`{name}` is built in and needs no setting"));
    } else {
        notes.ignored(&entry.path, format!("`{name}` is not a provider for invited guests"));
    }
    Ok(false)
}

/// Apple and OpenID Connect providers have no `identityProviderType`; a social provider without one is broken.
fn other_type(entry: &Place<'_>, notes: &mut Notes) -> Result<bool, PropertyError> {
    match entry.get("@odata.type").map(|place| place.tree) {
        Some(Tree::Text(name)) if !name.to_lowercase().ends_with("socialidentityprovider") => {
            notes.ignored(
                &entry.path,
                format!("`{}` is not a provider for invited guests", shorten(name.trim_start_matches('#'))),
            );
            Ok(false)
        }
        Some(_) | None => Err(entry.missing(TYPE)),
    }
}
