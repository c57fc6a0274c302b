//! A change pack: everything that somebody who changes from one design to another hands round, as one document.
//!
//! Settings, who is affected, a text for each partner whose guests notice something, and requests with their rollback as an appendix. It is put together from what other parts say; nothing is
//! decided or counted here that they do not decide or count. Whom the change affects is a question for a worker ([`affected`]); the rest takes no time.

pub mod affected;
pub mod part;

use crate::design::Design;
use crate::difference;
use crate::engine::replay;
use crate::golden::Ending;
use crate::graph::changes::changes;
use crate::graph::powershell::{Direction, script};
use crate::screen::pages;
use crate::wording;
use crate::workspace::Workspace;
use affected::{Affected, Partner};
use part::Part;

/// The pack for a change from a workspace's design to another: what everybody reads first, then, as an appendix, what is for machines.
pub fn pack(workspace: &Workspace, second: &Design, affected: &Affected) -> Vec<Part> {
    let first = &workspace.design;
    let mut parts = vec![Part::Title { text: format!("Change pack: {}", workspace.name) }];
    settings(&mut parts, workspace, second);
    who(&mut parts, affected);
    for partner in &affected.partners {
        tell(&mut parts, partner);
    }
    if affected.partners.is_empty() && !affected::domains([first, second]).is_empty() {
        parts.extend([
            heading("For the partners"),
            words("Guests of the partners notice nothing; there is nothing to tell them."),
        ]);
    }
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

fn who(parts: &mut Vec<Part>, affected: &Affected) {
    let all = affected.profiles;
    parts.push(heading("Who is affected"));
    let counted = if affected.complete { "all of them played" } else { "not all of them played" };
    parts.push(words(format!("{all} kinds of guests that the two designs can tell apart, {counted}; kinds, not people.")));
    if affected.nobody {
        parts.push(words("Nobody: every kind of guest takes the same path, proven."));
        return;
    }
    let rows = affected
        .classes
        .iter()
        .map(|kinds| vec![kinds.name.clone(), kinds.count.to_string(), share(kinds.count, all), kinds.words.join("; ")]);
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

/// A text that can be sent to the administrators of a partner, with the pages before and after.
fn tell(parts: &mut Vec<Part>, partner: &Partner) {
    let domain = &partner.domain;
    parts.push(heading(format!("For {domain}")));
    parts.push(words(format!("Dear administrators of {domain},")));
    let ours = &partner.after.design.resource_tenant.display_name;
    parts.push(words(format!("{ours} changes how guests come in. For your users this means, by kinds of users:")));
    let points = partner.noticed.iter().map(|(change, count)| format!("{change}: {count}"));
    parts.push(Part::Points { points: points.collect() });
    parts.push(words(format!("The plainest of them: {}.", partner.words.join("; "))));
    for (when, played) in [("Before the change", &partner.before), ("After the change", &partner.after)] {
        let run = replay(&played.design, &played.guest, &played.guest.story);
        parts.push(Part::Subheading { text: when.to_owned() });
        parts.push(words("Your users see these pages when they redeem our invitation:"));
        let seen = pages(&run).into_iter().filter(|(screen, _)| screen.is_the_guests());
        parts.push(Part::Steps { steps: seen.map(|(screen, _)| wording::screen(screen).to_owned()).collect() });
        if let Some((provider, _)) = run.last_provider() {
            parts.push(words(format!("They sign in with: {}.", wording::provider(provider))));
        }
        parts.push(words(format!("It ends with: {}.", Ending::of(&run).words())));
    }
}
