//! Log entries as Microsoft Graph answers them: one object, `{"value": [ … ]}` or a bare list.
//!
//! JSON that is no log is searched for codes and messages in its texts.

use super::entry::{Audit, SignIn};
use super::findings::Findings;
use super::text;
use super::{EvidenceError, Kind};
use crate::document::PropertyError;
use crate::document::place::{Place, shorten};
use crate::document::tree::Tree;

/// Reads JSON.
pub(super) fn read(tree: &Tree, found: &mut Findings) -> Result<Kind, EvidenceError> {
    let root = Place::root(tree);
    let list = match (tree, root.get("value")) {
        (Tree::List(_), _) => Some(root.clone()),
        (_, Some(value)) if matches!(value.tree, Tree::List(_)) => Some(value),
        (_, Some(_) | None) => None,
    };
    let entries: Vec<Place<'_>> = match list {
        Some(list) => list.items()?.collect(),
        None => vec![root],
    };
    if entries.is_empty() {
        return Err(EvidenceError::EmptyLog);
    }
    let mut kind = None;
    for entry in &entries {
        if let Some(this) = entry_kind(entry.tree) {
            read_entry(this, entry, found)?;
            kind.get_or_insert(this);
        }
    }
    if let Some(kind) = kind {
        return Ok(kind);
    }
    search(tree, found);
    if found.is_empty() {
        return Err(EvidenceError::OtherJson(what_is(entries.first().map_or(tree, |entry| entry.tree))));
    }
    Ok(Kind::Message)
}

fn entry_kind(entry: &Tree) -> Option<Kind> {
    let has = |name: &str| entry.get(name).is_some();
    let is_sign_in = |status: &Tree| ["errorCode", "failureReason"].iter().any(|name| status.get(name).is_some());
    if entry.get("status").is_some_and(is_sign_in) {
        Some(Kind::SignIns)
    } else if has("activityDisplayName") {
        Some(Kind::DirectoryAudits)
    } else {
        None
    }
}

fn read_entry(kind: Kind, entry: &Place<'_>, found: &mut Findings) -> Result<(), PropertyError> {
    match kind {
        Kind::SignIns => sign_in(entry)?.find(found),
        Kind::DirectoryAudits => audit(entry)?.find(found),
        Kind::Message | Kind::SignInTable | Kind::AuditTable => {}
    }
    Ok(())
}

fn sign_in<'t>(entry: &Place<'t>) -> Result<SignIn<'t>, PropertyError> {
    let status = entry.get("status").ok_or_else(|| entry.missing("status"))?;
    let code = match status.get("errorCode") {
        None => String::new(),
        Some(code) => number(&code)?,
    };
    let mut failed_policies = Vec::new();
    if let Some(policies) = entry.get("appliedConditionalAccessPolicies")
        && *policies.tree != Tree::Null
    {
        for policy in policies.items()? {
            if text_of(&policy, "result")? == "failure" {
                failed_policies.push(text_of(&policy, "displayName")?);
            }
        }
    }
    Ok(SignIn {
        code,
        status: "",
        reason: text_of(&status, "failureReason")?,
        details: text_of(&status, "additionalDetails")?,
        user: text_of(entry, "userPrincipalName")?,
        application: text_of(entry, "appDisplayName")?,
        cross_tenant: text_of(entry, "crossTenantAccessType")?,
        home_tenant: text_of(entry, "homeTenantId")?,
        resource_tenant: text_of(entry, "resourceTenantId")?,
        failed_policies,
    })
}

/// An error code, written as a number or as a text; not every failure has one.
fn number(code: &Place<'_>) -> Result<String, PropertyError> {
    match code.tree {
        Tree::Null => Ok(String::new()),
        Tree::Whole(number) => Ok(number.to_string()),
        Tree::Text(number) if number.trim().bytes().all(|byte| byte.is_ascii_digit()) => Ok(number.trim().to_owned()),
        Tree::Bool(_) | Tree::Number(_) | Tree::Text(_) | Tree::List(_) | Tree::Object(_) => Err(code.expected("a number")),
    }
}

fn audit<'t>(entry: &Place<'t>) -> Result<Audit<'t>, PropertyError> {
    let mut targets = Vec::new();
    if let Some(resources) = entry.get("targetResources")
        && *resources.tree != Tree::Null
    {
        for resource in resources.items()? {
            targets.push(text_of(&resource, "displayName")?);
        }
    }
    Ok(Audit {
        activity: text_of(entry, "activityDisplayName")?,
        result: text_of(entry, "result")?,
        reason: text_of(entry, "resultReason")?,
        service: text_of(entry, "loggedByService")?,
        category: text_of(entry, "category")?,
        targets,
    })
}

/// The text of a property; empty where it is absent or `null`.
fn text_of<'t>(entry: &Place<'t>, name: &str) -> Result<&'t str, PropertyError> {
    match entry.get(name) {
        None => Ok(""),
        Some(place) if *place.tree == Tree::Null => Ok(""),
        Some(place) => place.text(),
    }
}

/// Looks for codes and messages in every text, and for numbers that are named as codes.
fn search(tree: &Tree, found: &mut Findings) {
    match tree {
        Tree::Text(text) => {
            text::read(text, found);
        }
        Tree::List(items) => items.iter().for_each(|item| search(item, found)),
        Tree::Object(properties) => {
            for (name, value) in properties {
                if ["errorcode", "error_codes", "code"].contains(&name.to_ascii_lowercase().as_str()) {
                    numbers(value, found);
                }
                search(value, found);
            }
        }
        Tree::Null | Tree::Bool(_) | Tree::Whole(_) | Tree::Number(_) => {}
    }
}

fn numbers(tree: &Tree, found: &mut Findings) {
    match tree {
        Tree::Whole(number) if text::is_number(&number.to_string()) => found.code(&number.to_string()),
        Tree::List(items) => items.iter().for_each(|item| numbers(item, found)),
        Tree::Null | Tree::Bool(_) | Tree::Whole(_) | Tree::Number(_) | Tree::Text(_) | Tree::Object(_) => {}
    }
}

/// What a value is, for a message.
fn what_is(tree: &Tree) -> String {
    match tree {
        Tree::Object(properties) if !properties.is_empty() => {
            let names: Vec<String> = properties.iter().take(5).map(|(name, _)| shorten(name)).collect();
            format!("an object with `{}`", names.join("`, `"))
        }
        other => other.kind().to_owned(),
    }
}
