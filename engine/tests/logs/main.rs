//! The mails and logs that whole stories leave: which entries, in which order, in whose log, and what is exported.
//!
//! Names, codes and orders are typed from the documents and from exported logs. That a story runs as it does is tested elsewhere.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a failing test may panic")]

use redemption_engine::design::Design;
use redemption_engine::engine::replay;
use redemption_engine::guest::Guest;
use redemption_engine::log::{AuditEntry, SignInEntry, Whose, audit_entries, sign_in_entries};
use redemption_engine::mail::{Mail, mails};
use redemption_engine::trace::{Place, Run};
use serde_json::{Value, json};

mod audit;
mod export;
mod mails;
mod sign_in;

const HOME: Whose = Whose::Home(0);

/// A story that has been played.
struct Played {
    design: Design,
    guest: Guest,
    run: Run,
}

/// Plays a story; properties that are left out have their defaults.
fn play(design: Value, guest: Value) -> Played {
    let mut all = json!({"resourceTenant": {"displayName": "Woodgrove", "initialDomain": "woodgrove.onmicrosoft.com"}});
    merge(&mut all, design);
    let design: Design = serde_json::from_value(all).unwrap();
    let guest: Guest = serde_json::from_value(guest).unwrap();
    let run = replay(&design, &guest, &guest.story);
    assert_eq!(run.refused, None, "an act of the story did not fit: {:?}", run.next);
    Played { design, guest, run }
}

fn merge(into: &mut Value, from: Value) {
    match (into, from) {
        (Value::Object(into), Value::Object(from)) => {
            for (key, value) in from {
                merge(into.entry(key).or_insert(Value::Null), value);
            }
        }
        (into, from) => *into = from,
    }
}

impl Played {
    fn end(&self) -> Place {
        *self.run.places().last().unwrap()
    }

    fn audit(&self) -> Vec<AuditEntry> {
        audit_entries(&self.design, &self.guest, &self.run, self.end())
    }

    fn sign_ins(&self) -> Vec<SignInEntry> {
        sign_in_entries(&self.design, &self.guest, &self.run, self.end())
    }

    fn mails(&self) -> Vec<Mail> {
        mails(&self.design, &self.guest, &self.run, self.end())
    }

    /// The activities of one tenant's audit log.
    fn activities(&self, tenant: Whose) -> Vec<&'static str> {
        self.audit().iter().filter(|entry| entry.tenant == tenant).map(|entry| entry.activity.card().name).collect()
    }

    /// What stands in the audit log after the invitation.
    fn activities_later(&self, tenant: Whose) -> Vec<&'static str> {
        let entries = self.audit();
        entries
            .iter()
            .filter(|entry| entry.tenant == tenant && entry.place.chapter > 0)
            .map(|entry| entry.activity.card().name)
            .collect()
    }

    /// Application, status and code of one tenant's sign-in log.
    fn signed_in(&self, tenant: Whose) -> Vec<(String, &'static str, Option<u32>)> {
        let entries = self.sign_ins().into_iter().filter(|entry| entry.tenant == tenant);
        entries.map(|entry| (entry.app.display_name, entry.status.word(), entry.error_code)).collect()
    }
}

fn shown<'a>(entries: &'a [(String, &'static str, Option<u32>)]) -> Vec<(&'a str, &'static str, Option<u32>)> {
    entries.iter().map(|(app, status, code)| (app.as_str(), *status, *code)).collect()
}

const PORTAL: &str = "Microsoft Invitation Acceptance Portal";

/// Ravi has a mailbox and no account; he gets a passcode.
fn ravi(story: Value) -> Value {
    json!({"displayName": "Ravi", "invitedEmail": "ravi@contractor.example", "story": story})
}

/// Nina has a work account at Adatum.
fn nina(story: Value) -> Value {
    json!({
        "displayName": "Nina", "invitedEmail": "nina@adatum.example", "story": story,
        "person": {"workAccount": "nina@adatum.example"},
    })
}

fn adatum() -> Value {
    json!({"homeTenants": [{
        "tenantId": "3d0f5dec-5d3d-455c-8016-e2af1ae4d31a", "displayName": "Adatum",
        "verifiedDomains": ["adatum.example"], "users": [{"userPrincipalName": "nina@adatum.example"}],
    }]})
}

fn adatum_with(resource: Value) -> Value {
    let mut design = adatum();
    merge(&mut design, json!({"resourceTenant": resource}));
    design
}
