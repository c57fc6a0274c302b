//! Conditional Access policies, as far as they touch guests.
//!
//! A policy that is not for guests, or whose words are not known, is left out with the reason; a condition that the design has no place
//! for is reported, because the policy then applies more widely than it does. Source: `conditionalAccessPolicy` and the types of its
//! properties (Microsoft Graph).

mod conditions;
mod controls;

use super::entries::{Entries, Scope, entries, object_or_null, within};
use super::names::Names;
use super::note::{Notes, find_word};
use crate::design::{ConditionalAccessPolicy, Design, PolicyState};
use crate::document::PropertyError;
use crate::document::place::{Place, shorten};
use crate::document::tree::Tree;

const TAKEN: &[&str] = &["displayName", "state", "conditions", "grantControls", "sessionControls"];
const KNOWN: &[&str] = &["createdDateTime", "deletedDateTime", "description", "modifiedDateTime", "templateId"];

/// What becomes of a policy or of a part of it.
enum Taking<T> {
    /// It is taken.
    Taken(T),
    /// The policy is left out, and why.
    LeftOut(String),
}

pub(super) fn read(root: &Place<'_>, design: &mut Design, names: &Names, notes: &mut Notes) -> Result<(), PropertyError> {
    let Entries { list, scope, path } = entries(root)?;
    let mut after = match scope {
        Scope::WholeList => Vec::new(),
        Scope::One | Scope::Page => std::mem::take(&mut design.resource_tenant.conditional_access),
    };
    for entry in &list {
        let policy = match policy(entry, names, notes)? {
            Taking::Taken(policy) => policy,
            Taking::LeftOut(why) => {
                notes.ignored(&entry.path, why);
                continue;
            }
        };
        let state: &str = policy.state.into();
        notes.taken(&entry.path, format!("the policy `{}`: `{state}`", shorten(&policy.display_name)));
        let same = |old: &&mut ConditionalAccessPolicy| scope != Scope::WholeList && old.display_name == policy.display_name;
        match after.iter_mut().find(same) {
            Some(old) => *old = policy,
            None => after.push(policy),
        }
    }
    if scope == Scope::Page {
        notes.notice(&path, "the list goes on at `@odata.nextLink`; policies that it does not name stay".to_owned());
    }
    within(root, after.len(), "conditionalAccess")?;
    design.resource_tenant.conditional_access = after;
    Ok(())
}

fn policy(entry: &Place<'_>, names: &Names, notes: &mut Notes) -> Result<Taking<ConditionalAccessPolicy>, PropertyError> {
    notes.leave_rest(entry, TAKEN, KNOWN)?;
    let display_name = entry.get("displayName").ok_or_else(|| entry.missing("displayName"))?.text()?;
    let mut policy = ConditionalAccessPolicy::demanding(display_name, Vec::new());
    let left_out = |why: String| Ok(Taking::LeftOut(format!("the policy `{}` is left out: {why}", shorten(display_name))));
    let state = entry.get("state").ok_or_else(|| entry.missing("state"))?;
    let written = state.text()?;
    let Some(read) = find_word::<PolicyState>(written) else {
        return left_out(format!("its state `{}` is not known", shorten(written)));
    };
    notes.repaired(&state, written, read.into());
    policy.state = read;
    let conditions = object_or_null(entry, "conditions")?.ok_or_else(|| entry.missing("conditions"))?;
    if let Taking::LeftOut(why) = conditions::read(&conditions, &mut policy, names, notes)? {
        return left_out(why);
    }
    if let Taking::LeftOut(why) = controls::read(entry, &mut policy, names, notes)? {
        return left_out(why);
    }
    Ok(Taking::Taken(policy))
}

/// Whether a condition says anything.
fn says_something(tree: &Tree) -> bool {
    match tree {
        Tree::Null => false,
        Tree::List(items) => !items.is_empty(),
        Tree::Object(properties) => properties.iter().any(|(_, value)| says_something(value)),
        Tree::Text(text) => !text.is_empty(),
        Tree::Bool(_) | Tree::Whole(_) | Tree::Number(_) => true,
    }
}
