//! A change pack: everything that somebody who changes from one design to another hands round, as one document.
//!
//! Settings, who is affected, a text for each partner whose guests notice something, and requests with their rollback as an appendix. It is put together from what other parts say; nothing is
//! decided or counted here that they do not decide or count.

pub mod part;

use strum::IntoEnumIterator;

use super::assumption::Case;
use super::compare::{self, Change};
use super::profiles::{Profile, Profiles, Scope};
use super::question::MOST_PROFILES;
use crate::address::Domain;
use crate::design::Design;
use crate::difference;
use crate::engine::replay;
use crate::golden::Ending;
use crate::graph::changes::changes;
use crate::graph::powershell::{Direction, script};
use crate::screen::pages;
use crate::wording;
use crate::workspace::Workspace;
use part::Part;

/// The pack for a change from a workspace's design to another: what everybody reads first, then, as an appendix, what is for machines.
pub fn pack(workspace: &Workspace, second: &Design) -> Vec<Part> {
    let first = &workspace.design;
    let profiles = Profiles::of(vec![first.clone(), second.clone()], Scope::Everything, MOST_PROFILES);
    let mut parts = vec![Part::Title { text: format!("Change pack: {}", workspace.name) }];
    settings(&mut parts, workspace, second);
    affected(&mut parts, &profiles);
    partners(&mut parts, [first, second], &profiles);
    parts.push(words("Results are a simulation from published documents, not a promise of the service."));
    requests(&mut parts, first, second);
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
    parts.push(words(format!("{all} kinds of guests that the two designs can tell apart, {counted}; kinds, not people.")));
    if compare::is_proven_equal(profiles, &classes) {
        parts.push(words("Nobody: every kind of guest takes the same path, proven."));
        return;
    }
    let rows = classes.iter().map(|class| {
        let example = class.example.filter(|_| class.change != Change::SamePath);
        let example = example.map(|profile| profiles.words(&profile).join("; ")).unwrap_or_default();
        vec![class.change.name().to_owned(), class.count.to_string(), share(class.count, all), example]
    });
    let head = ["What changes", "Kinds of guests", "Share", "Plainest example"].map(str::to_owned).to_vec();
    parts.push(Part::Table { head, rows: rows.collect() });
}

/// How much of all it is, in whole percent.
fn share(count: usize, all: usize) -> String {
    match (count * 100 + all / 2).checked_div(all).unwrap_or_default() {
        0 if count > 0 => "below 1 %".to_owned(),
        percent => format!("{percent} %"),
    }
}

fn requests(parts: &mut Vec<Part>, first: &Design, second: &Design) {
    let changes = changes(first, second);
    parts.push(Part::Appendix { text: "Appendix: requests and scripts".to_owned() });
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

/// For each domain of a partner whose guests notice something: a text that can be sent, with the pages before and after.
fn partners(parts: &mut Vec<Part>, designs: [&Design; 2], profiles: &Profiles) {
    let of = |design: &Design| -> Vec<Domain> {
        let homes = design.home_tenants.iter().flat_map(|home| &home.verified_domains);
        homes.chain(design.resource_tenant.federations.iter().flat_map(|federation| &federation.domains)).cloned().collect()
    };
    let mut domains: Vec<Domain> = designs.into_iter().flat_map(of).collect();
    domains.sort();
    domains.dedup();
    let mut is_told = false;
    for domain in &domains {
        is_told |= partner(parts, designs, profiles, domain.as_str()).is_some();
    }
    if !is_told && !domains.is_empty() {
        parts.extend([
            heading("For the partners"),
            words("Guests of the partners notice nothing; there is nothing to tell them."),
        ]);
    }
}

fn partner(parts: &mut Vec<Part>, designs: [&Design; 2], profiles: &Profiles, domain: &str) -> Option<()> {
    let change = |profile: &Profile| match profiles.courses(profile) {
        [first, second, ..] => Change::between(*first, *second),
        _ => Change::Unknown,
    };
    let theirs = |profile: &&Profile| profiles.origin(profile).is_some_and(|origin| origin.address.domain() == domain);
    let members = |wanted: Change| profiles.iter().filter(theirs).filter(move |profile| change(profile) == wanted);
    // Another path by the same provider shows the same pages.
    let noticed = Change::iter().filter(|change| !matches!(change, Change::SamePath | Change::SameProvider | Change::Unknown));
    let noticed: Vec<(Change, usize)> =
        noticed.map(|change| (change, members(change).count())).filter(|(_, count)| *count > 0).collect();
    let changed = profiles.iter().filter(theirs).filter(|profile| noticed.iter().any(|(noticed, _)| change(profile) == *noticed));
    let profile = profiles.plainest(changed)?;
    let (guest, manner) = profiles.guest(profile)?;
    let [first, second] = designs;
    parts.push(heading(format!("For {domain}")));
    parts.push(words(format!("Dear administrators of {domain},")));
    let ours = &second.resource_tenant.display_name;
    parts.push(words(format!("{ours} changes how guests come in. For your users this means, by kinds of users:")));
    let points = noticed.iter().map(|(change, count)| format!("{}: {count}", change.name()));
    parts.push(Part::Points { points: points.collect() });
    parts.push(words(format!("The plainest of them: {}.", profiles.words(profile).join("; "))));
    for (when, design) in [("Before the change", first), ("After the change", second)] {
        let mut design = design.clone();
        if let Some(origin) = profiles.origin(profile) {
            origin.settle(&mut design);
        }
        let case = Case { design, guest: guest.clone(), manner, since: Vec::new() };
        let told = case.told();
        let run = replay(&case.design, &told, &told.story);
        parts.push(Part::Subheading { text: when.to_owned() });
        parts.push(words("Your users see these pages when they redeem our invitation:"));
        let seen = pages(&run).into_iter().filter(|(screen, _)| screen.is_the_guests());
        parts.push(Part::Steps { steps: seen.map(|(screen, _)| wording::screen(screen).to_owned()).collect() });
        if let Some((provider, _)) = run.last_provider() {
            parts.push(words(format!("They sign in with: {}.", wording::provider(provider))));
        }
        parts.push(words(format!("It ends with: {}.", Ending::of(&run).words())));
    }
    Some(())
}
