//! Requests as a script of Microsoft Graph PowerShell.
//!
//! Every text in it is quoted, so that a name with a quotation mark or a line break stays a name. Characters beyond ASCII are escaped
//! in bodies, because Windows PowerShell reads a file without a mark in another encoding. Source: `Invoke-MgGraphRequest` and
//! `Connect-MgGraph` (Microsoft Graph PowerShell).

use std::collections::BTreeSet;

use super::changes::{Change, Changes, Tenant};
use super::request::{Method, Request};
use crate::design::Cloud;

/// Which way a script goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// It makes the changes.
    Forward,
    /// It puts the former values back.
    Back,
}

/// The script for all changes, in their order, with a sign-in for each tenant.
pub fn script(changes: &Changes, direction: Direction) -> String {
    let steps: Vec<(&Change, &[Request])> = match direction {
        Direction::Forward => changes.list.iter().map(|change| (change, change.forward.as_slice())).collect(),
        Direction::Back => changes.list.iter().rev().map(|change| (change, change.back.as_slice())).collect(),
    };
    let steps: Vec<(&Change, &[Request])> = steps.into_iter().filter(|(_, requests)| !requests.is_empty()).collect();
    let requests: Vec<&Request> = steps.iter().flat_map(|(_, requests)| *requests).collect();
    let mut script = String::new();
    say(&mut script, "#Requires -Modules Microsoft.Graph.Authentication");
    say(&mut script, &format!("# {}", purpose(direction)));
    say(&mut script, "# Written by the Invitation Redemption Simulator. Read it, and try it in a test tenant first.");
    let blanks: BTreeSet<&String> = requests.iter().flat_map(|request| &request.placeholders).collect();
    for blank in blanks {
        say(&mut script, &format!("# Fill in before you run it: {}", plain(blank)));
    }
    say(&mut script, "$ErrorActionPreference = 'Stop'");
    let mut signed_in: Option<&Tenant> = None;
    for (change, requests) in &steps {
        if signed_in != Some(&change.tenant) {
            signed_in = Some(&change.tenant);
            let here = steps.iter().filter(|(other, _)| other.tenant == change.tenant).flat_map(|(_, requests)| *requests);
            sign_in(&mut script, &change.tenant, here);
        }
        say(&mut script, "");
        say(&mut script, &format!("# {}", plain(&change.what)));
        for one in *requests {
            request(&mut script, one);
        }
    }
    script
}

fn purpose(direction: Direction) -> &'static str {
    match direction {
        Direction::Forward => "Makes the changes.",
        Direction::Back => "Puts the former values back.",
    }
}

fn sign_in<'a>(script: &mut String, tenant: &Tenant, requests: impl Iterator<Item = &'a Request>) {
    let scopes: BTreeSet<&str> = requests.flat_map(|request| request.permissions()).copied().collect();
    let scopes: Vec<String> = scopes.into_iter().map(quoted).collect();
    say(script, "");
    say(script, &format!("# In {}", plain(&tenant.name)));
    say(
        script,
        &format!(
            "Connect-MgGraph{} -TenantId {} -Scopes {} -NoWelcome",
            environment(tenant.cloud),
            quoted(&tenant.id),
            scopes.join(", ")
        ),
    );
}

/// The environment of a cloud; the commercial one needs none.
pub(super) fn environment(cloud: Cloud) -> &'static str {
    match cloud {
        Cloud::Global => "",
        Cloud::UsGovernment => " -Environment USGov",
        Cloud::China21Vianet => " -Environment China",
    }
}

fn request(script: &mut String, request: &Request) {
    for note in &request.notes {
        say(script, &format!("# {}", plain(note)));
    }
    let method: &str = request.method.into();
    let uri = quoted(&request.address());
    match request.method {
        Method::Delete => say(script, &format!("Invoke-MgGraphRequest -Method {method} -Uri {uri}")),
        Method::Patch | Method::Post => {
            say(script, &format!("Invoke-MgGraphRequest -Method {method} -Uri {uri} -ContentType 'application/json' -Body @'"));
            // No line of printed JSON begins with a quotation mark of PowerShell's, so nothing in it ends the here-string.
            say(script, &ascii(&request.body()));
            say(script, "'@");
        }
    }
}

fn say(script: &mut String, line: &str) {
    script.push_str(line);
    script.push('\n');
}

/// A text as a string of PowerShell. It takes curly quotation marks for straight ones.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::from("'");
    for letter in text.chars() {
        match letter {
            '\'' | '\u{2018}' | '\u{2019}' | '\u{201A}' | '\u{201B}' => quoted.extend([letter, letter]),
            _ if letter.is_control() => quoted.push('\u{FFFD}'),
            _ => quoted.push(letter),
        }
    }
    quoted.push('\'');
    quoted
}

/// A text in a comment: on one line.
fn plain(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

/// JSON whose letters beyond ASCII are escaped.
pub(super) fn ascii(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    for letter in json.chars() {
        if letter.is_ascii() {
            escaped.push(letter);
        } else {
            let mut units = [0; 2];
            for unit in letter.encode_utf16(&mut units) {
                escaped.push_str(&format!("\\u{unit:04x}"));
            }
        }
    }
    escaped
}
