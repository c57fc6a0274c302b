//! What differs between two workspaces, in words: setting by setting, fact by fact, act by act.
//!
//! It says what was set, not what follows for a guest: that is for two runs to show. What lists hold is matched by names (guests, home
//! tenants, users, federations, terms, policies), because nothing else identifies it.

mod expectation;
mod guest;
mod home;
mod lists;
mod resource;
mod subject;

use std::fmt;

use crate::design::Design;
use crate::field::{Field, InterpretationField};
use crate::wording;
use crate::workspace::Workspace;
use subject::Subject;

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What it belongs to, such as *Guest Nina*.
    pub subject: String,
    /// What is different, such as *personal account added*.
    pub what: String,
    /// The control that sets it in the newer workspace, where one does.
    pub field: Option<Field>,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.subject, self.what)
    }
}

/// What is different in the newer of two workspaces; nothing where they are equal.
pub fn between(old: &Workspace, new: &Workspace) -> Vec<Difference> {
    let mut found = Vec::new();
    let Workspace { name, note, design, second_design, guests, expectations } = new;
    let mut scenario = Subject::plain(&mut found, "Scenario");
    if old.name != *name {
        scenario.say(None, format!("renamed from {} to {name}", old.name));
    }
    scenario.note("note", &old.note, note);
    found.extend(designs(&old.design, design));
    second(&mut found, old.second_design.as_ref(), second_design.as_ref());
    guest::compare(&mut found, &old.guests, guests);
    expectation::compare(&mut found, &old.expectations, expectations);
    found
}

/// What is set otherwise in the second of two designs; nothing where they are equal.
pub fn designs(old: &Design, new: &Design) -> Vec<Difference> {
    let mut found = Vec::new();
    let Design { edition, resource_tenant, home_tenants, interpretations } = new;
    if old.edition != *edition {
        let (from, to) = (wording::edition(old.edition), wording::edition(*edition));
        Subject::plain(&mut found, "Rules").say(Some(Field::edition()), format!("from {from} to {to}"));
    }
    resource::compare(&mut found, &old.resource_tenant, resource_tenant);
    home::compare(&mut found, &old.home_tenants, home_tenants);
    readings(&mut found, old.interpretations, *interpretations);
    found
}

/// The second design has no controls of its own.
fn second(found: &mut Vec<Difference>, old: Option<&Design>, new: Option<&Design>) {
    let mut say = |what: &str| Subject::plain(found, "Second design").say(None, what.to_owned());
    match (old, new) {
        (None, Some(_)) => say("added"),
        (Some(_), None) => say("removed"),
        (Some(old), Some(new)) => found.extend(designs(old, new).into_iter().map(|Difference { subject, what, .. }| {
            Difference { subject: format!("Second design, {subject}"), what, field: None }
        })),
        (None, None) => {}
    }
}

fn readings(found: &mut Vec<Difference>, old: crate::design::Interpretations, new: crate::design::Interpretations) {
    use InterpretationField as F;
    let crate::design::Interpretations {
        shared_address_is_work,
        link_expires_after_days,
        link_works_once,
        terms_at_first_sign_in_only,
        passwords_for_unmanaged,
        just_in_time_creation_works,
        audit_every_attempt,
    } = new;
    let mut readings =
        Subject::at(found, "Other readings", [0; 2], |_, field| Field::interpretation(field), wording::interpretation_field);
    readings.switch(F::SharedAddressIsWork, old.shared_address_is_work, shared_address_is_work);
    readings.optional(F::LinkExpiresAfterDays, old.link_expires_after_days.as_ref(), link_expires_after_days.as_ref());
    readings.switch(F::LinkWorksOnce, old.link_works_once, link_works_once);
    readings.switch(F::TermsAtFirstSignInOnly, old.terms_at_first_sign_in_only, terms_at_first_sign_in_only);
    readings.switch(F::PasswordsForUnmanaged, old.passwords_for_unmanaged, passwords_for_unmanaged);
    readings.switch(F::JustInTimeCreationWorks, old.just_in_time_creation_works, just_in_time_creation_works);
    readings.switch(F::AuditEveryAttempt, old.audit_every_attempt, audit_every_attempt);
}
