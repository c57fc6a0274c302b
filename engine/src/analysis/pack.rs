//! A change pack: everything that somebody who changes from one design to another hands round, as one Markdown document.
//!
//! Settings, requests with their rollback, who is affected, and a text for each partner. It is put together from what other parts say; nothing is
//! decided or counted here that they do not decide or count.

use std::fmt::Write as _;

use super::compare::{self, Change};
use super::profiles::{Profiles, Scope};
use super::question::MOST_PROFILES;
use crate::design::Design;
use crate::difference;
use crate::engine::replay;
use crate::graph::changes::changes;
use crate::graph::powershell::{Direction, script};
use crate::markdown::escaped;
use crate::screen::pages;
use crate::wording;
use crate::workspace::Workspace;

/// The pack for a change from a workspace's design to another.
pub fn pack(workspace: &Workspace, second: &Design) -> String {
    let first = &workspace.design;
    let profiles = Profiles::of(vec![first.clone(), second.clone()], Scope::Everything, MOST_PROFILES);
    let mut text = format!("# Change pack: {}\n", escaped(&workspace.name));
    settings(&mut text, workspace, second);
    affected(&mut text, &profiles);
    requests(&mut text, first, second);
    partners(&mut text, second, &profiles);
    text.push_str("\nResults are a simulation from published documents, not a promise of the service.\n");
    text
}

fn settings(text: &mut String, workspace: &Workspace, second: &Design) {
    let plain = |design: &Design| Workspace::new("", design.clone(), Vec::new());
    let found = difference::between(&plain(&workspace.design), &plain(second));
    text.push_str("\n## What is set otherwise\n\n");
    if found.is_empty() {
        text.push_str("Nothing.\n");
    }
    for one in found {
        let _ = writeln!(text, "- {}", escaped(&one.to_string()));
    }
}

fn affected(text: &mut String, profiles: &Profiles) {
    let classes = compare::classes(profiles, 0, 1);
    text.push_str("\n## Who is affected\n\n");
    let all = profiles.len();
    let counted = if profiles.is_complete() { "all of them played" } else { "not all of them played" };
    let _ = writeln!(text, "{all} kinds of guests that the two designs can tell apart, {counted}.\n");
    if compare::is_proven_equal(profiles, &classes) {
        text.push_str("Nobody: every kind of guest takes the same path, proven.\n");
        return;
    }
    text.push_str("| | Kinds of guests | Plainest example |\n|---|---:|---|\n");
    for class in &classes {
        let words = class.example.map(|profile| profiles.words(&profile).join("; ")).unwrap_or_default();
        let words = if class.change == Change::SamePath { String::new() } else { escaped(&words) };
        let _ = writeln!(text, "| {} | {} | {words} |", class.change.name(), class.count);
    }
}

fn requests(text: &mut String, first: &Design, second: &Design) {
    let changes = changes(first, second);
    text.push_str("\n## Requests of Microsoft Graph\n\n");
    if changes.list.is_empty() {
        text.push_str("None.\n");
    }
    for change in &changes.list {
        let _ = writeln!(text, "### {}: {}\n", escaped(&change.tenant.name), escaped(&change.what));
        for (heading, requests) in [("Change", &change.forward), ("Rollback", &change.back)] {
            for request in requests {
                let _ = writeln!(text, "{heading}:\n\n```http\n{}\n{}\n```\n", request.line(), request.body());
            }
        }
    }
    for remark in &changes.remarks {
        let _ = writeln!(text, "- {}", escaped(remark));
    }
    if !changes.list.is_empty() {
        let _ = writeln!(text, "\n## PowerShell\n\n```powershell\n{}\n```", script(&changes, Direction::Forward).trim_end());
        let _ = writeln!(
            text,
            "\n## PowerShell for the rollback\n\n```powershell\n{}\n```",
            script(&changes, Direction::Back).trim_end()
        );
    }
}

/// For each domain of a partner: what its people will see.
fn partners(text: &mut String, second: &Design, profiles: &Profiles) {
    let resource = &second.resource_tenant;
    let homes = second.home_tenants.iter().flat_map(|home| &home.verified_domains);
    let mut domains: Vec<_> = homes.chain(resource.federations.iter().flat_map(|federation| &federation.domains)).collect();
    domains.sort();
    domains.dedup();
    for domain in domains {
        let theirs = profiles.iter().filter(|profile| {
            let origin = profiles.origin(profile);
            let course = profiles.courses(profile).get(1);
            origin.is_some_and(|origin| origin.address.domain() == domain.as_str()) && course.is_some_and(|course| course.is_in())
        });
        let Some((profile, (guest, manner))) =
            profiles.plainest(theirs).and_then(|profile| Some((profile, profiles.guest(profile)?)))
        else {
            continue;
        };
        let mut design = second.clone();
        if let Some(origin) = profiles.origin(profile) {
            origin.settle(&mut design);
        }
        let case = super::assumption::Case { design, guest, manner, since: Vec::new() };
        let told = case.told();
        let run = replay(&case.design, &told, &told.story);
        let _ = writeln!(
            text,
            "\n## For {}\n\nYour users will see these pages when they redeem our invitation:\n",
            escaped(domain.as_str())
        );
        let seen = pages(&run).into_iter().filter(|(screen, _)| screen.is_the_guests());
        for (number, (screen, _)) in seen.enumerate() {
            let _ = writeln!(text, "{}. {}", number + 1, wording::screen(screen));
        }
        if let Some((provider, _)) = run.last_provider() {
            let _ = writeln!(text, "\nThey sign in with: {}.", wording::provider(provider));
        }
    }
}
