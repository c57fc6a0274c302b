//! The B2B management policy: the list of domains that may or may not be invited.
//!
//! Its definition is JSON in a string. What it says beside the domains has no place in the design. Source: `b2bManagementPolicy`
//! (Microsoft Graph, beta); `allow-deny-list.md`, 2024-09.

use super::entries::{Entries, Scope, entries, list_or_null, object_or_null};
use super::note::Notes;
use crate::address::Domain;
use crate::design::{CollaborationRestrictions, Design, RestrictionKind};
use crate::document::PropertyError;
use crate::document::place::Place;
use crate::document::tree::Tree;

const KNOWN: &[&str] = &["deletedDateTime", "description", "displayName"];
const POLICY: &str = "B2BManagementPolicy";
const DOMAINS: &str = "InvitationsAllowedAndBlockedDomainsPolicy";
const ALLOWED: &str = "AllowedDomains";
const BLOCKED: &str = "BlockedDomains";

pub(super) fn read(root: &Place<'_>, design: &mut Design, notes: &mut Notes) -> Result<(), PropertyError> {
    let Entries { list, scope, path } = entries(root)?;
    let mut in_force = None;
    for entry in &list {
        notes.leave_rest(entry, &["definition", "isOrganizationDefault"], KNOWN)?;
        if !is_default(entry, notes)? {
            notes.ignored(&entry.path, "a policy that is not the organization's default is not in force".to_owned());
        } else if in_force.replace(entry).is_some() {
            return Err(entry.error("a second policy is the organization's default; a tenant has one"));
        }
    }
    let restrictions = match in_force {
        Some(entry) => definition(entry, notes)?,
        None if scope == Scope::WholeList => CollaborationRestrictions::default(),
        None => {
            notes.notice(&path, "no policy here is in force; the list of domains stays as it is".to_owned());
            return Ok(());
        }
    };
    let kind: &str = restrictions.kind.into();
    notes.taken(&path, format!("collaboration restrictions: `{kind}`, domains: {}", restrictions.domains.len()));
    design.resource_tenant.collaboration_restrictions = restrictions;
    Ok(())
}

/// Whether a policy is in force; the documentation's own example writes the flag as a string.
fn is_default(entry: &Place<'_>, notes: &mut Notes) -> Result<bool, PropertyError> {
    let Some(place) = entry.get("isOrganizationDefault").filter(|place| *place.tree != Tree::Null) else { return Ok(true) };
    let Tree::Text(written) = place.tree else { return place.flag() };
    let word = written.trim().to_ascii_lowercase();
    match word.as_str() {
        "true" | "false" => {
            notes.repaired(&place, &format!("\"{written}\""), &word);
            Ok(word == "true")
        }
        _ => Err(place.expected("`true` or `false`")),
    }
}

fn definition(entry: &Place<'_>, notes: &mut Notes) -> Result<CollaborationRestrictions, PropertyError> {
    let list = entry.get("definition").ok_or_else(|| entry.missing("definition"))?;
    let items: Vec<Place<'_>> = list.items()?.collect();
    let [only] = items.as_slice() else { return Err(list.error("expected a list of exactly one string")) };
    let tree = parse(only, notes)?;
    let root = Place { tree: &tree, path: only.path.clone() };
    notes.leave_rest(&root, &[POLICY], &[])?;
    let Some(policy) = object_or_null(&root, POLICY)? else { return Ok(CollaborationRestrictions::default()) };
    notes.leave_rest(&policy, &[DOMAINS], &["AutoRedeemPolicy", "PreviewPolicy", "Version"])?;
    let Some(domains) = object_or_null(&policy, DOMAINS)? else { return Ok(CollaborationRestrictions::default()) };
    notes.leave_rest(&domains, &[ALLOWED, BLOCKED], &[])?;
    let (allowed, blocked) = (named(&domains, ALLOWED, notes)?, named(&domains, BLOCKED, notes)?);
    let (kind, domains) = match (allowed.is_empty(), blocked.is_empty()) {
        (false, false) => {
            return Err(domains.error(format!("`{ALLOWED}` and `{BLOCKED}` exclude each other; one of them is empty")));
        }
        (false, true) => (RestrictionKind::AllowList, allowed),
        (true, false) => (RestrictionKind::DenyList, blocked),
        (true, true) => (RestrictionKind::AnyDomain, Vec::new()),
    };
    Ok(CollaborationRestrictions { kind, domains })
}

/// The JSON in the string; the documentation's own example has single quotation marks.
fn parse(place: &Place<'_>, notes: &mut Notes) -> Result<Tree, PropertyError> {
    let written = place.text()?;
    let read = |text: &str| Tree::read(text.as_bytes());
    match read(written) {
        Ok(tree) => Ok(tree),
        Err(error) if written.contains('"') => Err(place.error(format!("the definition is not JSON: {error}"))),
        Err(error) => {
            let straight = written.replace('\'', "\"");
            let tree = read(&straight).map_err(|_| place.error(format!("the definition is not JSON: {error}")))?;
            notes.repaired(place, written, &straight);
            Ok(tree)
        }
    }
}

fn named(domains: &Place<'_>, name: &str, notes: &mut Notes) -> Result<Vec<Domain>, PropertyError> {
    let mut found: Vec<Domain> = Vec::new();
    for place in list_or_null(domains, name, "domains")? {
        let domain = Domain::parse(notes.trimmed(&place)?).map_err(|error| place.error(error.to_string()))?;
        if found.contains(&domain) {
            notes.notice(&place.path, format!("the domain `{domain}` is listed twice; it counts once"));
        } else {
            found.push(domain);
        }
    }
    Ok(found)
}
