//! A change pack: everything that somebody who changes from one design to another hands round, as one document.
//!
//! Settings, requests with their rollback, who is affected, and a text for each partner. It is put together from what other parts say; nothing is
//! decided or counted here that they do not decide or count.

pub mod part;

use super::compare::{self, Change};
use super::profiles::{Profiles, Scope};
use super::question::MOST_PROFILES;
use crate::design::Design;
use crate::difference;
use crate::engine::replay;
use crate::graph::changes::changes;
use crate::graph::powershell::{Direction, script};
use crate::screen::pages;
use crate::wording;
use crate::workspace::Workspace;
use part::Part;

/// The pack for a change from a workspace's design to another.
pub fn pack(workspace: &Workspace, second: &Design) -> Vec<Part> {
    let first = &workspace.design;
    let profiles = Profiles::of(vec![first.clone(), second.clone()], Scope::Everything, MOST_PROFILES);
    let mut parts = vec![Part::Title { text: format!("Change pack: {}", workspace.name) }];
    settings(&mut parts, workspace, second);
    affected(&mut parts, &profiles);
    requests(&mut parts, first, second);
    partners(&mut parts, second, &profiles);
    parts.push(words("Results are a simulation from published documents, not a promise of the service."));
    parts
}

fn heading(text: impl Into<String>) -> Part {
    Part::Heading { text: text.into() }
}

fn words(text: impl Into<String>) -> Part {
    Part::Text { text: text.into() }
}

fn code(language: &str, text: impl Into<String>) -> Part {
    Part::Code { language: language.to_owned(), text: text.into() }
}

fn settings(parts: &mut Vec<Part>, workspace: &Workspace, second: &Design) {
    let plain = |design: &Design| Workspace::new("", design.clone(), Vec::new());
    let found = difference::between(&plain(&workspace.design), &plain(second));
    parts.push(heading("What is set otherwise"));
    parts.push(if found.is_empty() {
        words("Nothing.")
    } else {
        Part::Points { points: found.iter().map(ToString::to_string).collect() }
    });
}

fn affected(parts: &mut Vec<Part>, profiles: &Profiles) {
    let classes = compare::classes(profiles, 0, 1);
    parts.push(heading("Who is affected"));
    let all = profiles.len();
    let counted = if profiles.is_complete() { "all of them played" } else { "not all of them played" };
    parts.push(words(format!("{all} kinds of guests that the two designs can tell apart, {counted}.")));
    if compare::is_proven_equal(profiles, &classes) {
        parts.push(words("Nobody: every kind of guest takes the same path, proven."));
        return;
    }
    let rows = classes.iter().map(|class| {
        let example = class.example.filter(|_| class.change != Change::SamePath);
        let example = example.map(|profile| profiles.words(&profile).join("; ")).unwrap_or_default();
        vec![class.change.name().to_owned(), class.count.to_string(), example]
    });
    let head = ["What changes", "Kinds of guests", "Plainest example"].map(str::to_owned).to_vec();
    parts.push(Part::Table { head, rows: rows.collect() });
}

fn requests(parts: &mut Vec<Part>, first: &Design, second: &Design) {
    let changes = changes(first, second);
    parts.push(heading("Requests of Microsoft Graph"));
    if changes.list.is_empty() {
        parts.push(words("None."));
    }
    for change in &changes.list {
        parts.push(Part::Subheading { text: format!("{}: {}", change.tenant.name, change.what) });
        for (what, requests) in [("Change:", &change.forward), ("Rollback:", &change.back)] {
            for request in requests {
                parts.extend([words(what), code("http", format!("{}\n{}", request.line(), request.body()))]);
            }
        }
    }
    if !changes.remarks.is_empty() {
        parts.push(Part::Points { points: changes.remarks.iter().map(ToString::to_string).collect() });
    }
    if !changes.list.is_empty() {
        parts.extend([heading("PowerShell"), code("powershell", script(&changes, Direction::Forward))]);
        parts.extend([heading("PowerShell for the rollback"), code("powershell", script(&changes, Direction::Back))]);
    }
}

/// For each domain of a partner: what its people will see.
fn partners(parts: &mut Vec<Part>, second: &Design, profiles: &Profiles) {
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
        parts.push(heading(format!("For {domain}")));
        parts.push(words("Your users will see these pages when they redeem our invitation:"));
        let seen = pages(&run).into_iter().filter(|(screen, _)| screen.is_the_guests());
        parts.push(Part::Steps { steps: seen.map(|(screen, _)| wording::screen(screen).to_owned()).collect() });
        if let Some((provider, _)) = run.last_provider() {
            parts.push(words(format!("They sign in with: {}.", wording::provider(provider))));
        }
    }
}
