//! What became of the expectations, and how two designs differ for the same guests, as versioned JSON and as text for pipelines.
//!
//! Keys and ids are documented in `docs/CHECK.md`. Sentences are for people and may change at any time.

use std::fmt::Write as _;

use serde::Serialize;

use super::check::step_name;
use super::{Apart, Checked, Ending, Missed, Side, Stand, apart, check};
use crate::design::{Design, IdentityProvider};
use crate::difference::{self, Difference};
use crate::guest::Guest;
use crate::screen::Screen;
use crate::wording;
use crate::workspace::Workspace;

/// The version of both shapes. It goes up when a key or an id changes its meaning or goes.
pub const SCHEMA: u32 = 1;

/// What became of the expectations of a document's workspaces.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CheckReport {
    /// [`SCHEMA`].
    pub schema: u32,
    /// Whether the second designs were asked.
    pub second: bool,
    /// Whether everything is as expected.
    pub passed: bool,
    /// One entry for each workspace, in the document's order.
    pub workspaces: Vec<CheckedWorkspace>,
}

/// What became of the expectations of one workspace.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CheckedWorkspace {
    /// The workspace's name.
    pub workspace: String,
    /// One entry for each expectation, in the workspace's order.
    pub expectations: Vec<CheckedExpectation>,
}

/// What became of one expectation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CheckedExpectation {
    /// The guest's display name.
    pub guest: String,
    /// Whether everything is as expected.
    pub passed: bool,
    /// The end that was expected.
    pub expected: Ending,
    /// The end that came; `None` where there is no such guest.
    pub came: Option<Ending>,
    /// The first difference; `None` where everything is as expected.
    pub difference: Option<FirstDifference>,
}

/// The first difference between what was expected and what came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FirstDifference {
    /// What differs.
    pub what: Missed,
    /// The step, as chapter and step from 1, such as `2.7`; `None` where there is no run.
    pub step: Option<String>,
    /// The id of the rule by which it came; `None` where nothing has been decided.
    pub rule: Option<&'static str>,
    /// All of it in one sentence.
    pub message: String,
}

/// How the designs of two documents, or the two designs of one, differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DiffReport {
    /// [`SCHEMA`].
    pub schema: u32,
    /// Whether nothing differs.
    pub same: bool,
    /// One entry for each pair of workspaces.
    pub workspaces: Vec<Compared>,
}

/// How two workspaces differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Compared {
    /// The names of both; twice the same where the designs are of one workspace.
    pub workspaces: [String; 2],
    /// What is set otherwise.
    pub settings: Vec<SettingDiff>,
    /// The guests of both, in the second one's order.
    pub guests: Vec<GuestDiff>,
    /// The guests that only the first one has.
    pub only_in_first: Vec<String>,
    /// The guests that only the second one has.
    pub only_in_second: Vec<String>,
}

/// Something that is set otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SettingDiff {
    /// What it belongs to.
    pub subject: String,
    /// What is different.
    pub what: String,
}

/// How a guest's two runs part; what is equal is `None`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct GuestDiff {
    /// The guest's display name.
    pub guest: String,
    /// Whether both go the same way to the same end.
    pub same: bool,
    /// The first step that answers otherwise.
    pub step: Option<[StepReport; 2]>,
    /// The ends.
    pub outcome: Option<[Ending; 2]>,
    /// The providers that the guest was last sent to.
    pub provider: Option<[Option<IdentityProvider>; 2]>,
    /// The first page that is another one.
    pub screen: Option<PageReport>,
}

/// A step of one run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StepReport {
    /// Chapter and step from 1, such as `2.7`.
    pub step: String,
    /// The check.
    pub node: String,
    /// What it answers; `None` where the run ends or waits.
    pub answer: Option<&'static str>,
    /// The id of its rule.
    pub rule: Option<&'static str>,
    /// The step in words.
    pub message: String,
}

/// A page that is another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PageReport {
    /// Its position among the pages, from 1.
    pub number: usize,
    /// The pages of both; `None` where one has no further page.
    pub pages: [Option<Screen>; 2],
}

/// Holds the expectations of these workspaces against their designs, or against their second ones; the name of the first workspace
/// that has expectations and no second design, where that is asked for.
pub fn check_report(workspaces: &[Workspace], second: bool) -> Result<CheckReport, String> {
    let mut found = Vec::new();
    for workspace in workspaces {
        let design = if second { workspace.second_design.as_ref() } else { Some(&workspace.design) };
        let checked = match design {
            Some(design) => check(workspace, design),
            None if workspace.expectations.is_empty() => Vec::new(),
            None => return Err(workspace.name.clone()),
        };
        let each = workspace.expectations.iter().zip(checked);
        let expectations = each.map(|(expected, checked)| expectation(expected.outcome, checked)).collect();
        found.push(CheckedWorkspace { workspace: workspace.name.clone(), expectations });
    }
    let passed = found.iter().flat_map(|workspace| &workspace.expectations).all(|expectation| expectation.passed);
    Ok(CheckReport { schema: SCHEMA, second, passed, workspaces: found })
}

fn expectation(expected: Ending, checked: Checked) -> CheckedExpectation {
    let passed = checked.passed();
    let difference = checked.miss.map(|miss| FirstDifference {
        what: miss.what,
        step: miss.place.map(step_name),
        rule: miss.rule.map(|rule| rule.card().id),
        message: miss.sentence,
    });
    CheckedExpectation { guest: checked.guest, passed, expected, came: checked.came, difference }
}

impl CheckReport {
    /// The report for people.
    pub fn text(&self) -> String {
        let mut text = String::new();
        let all = || self.workspaces.iter().flat_map(|workspace| &workspace.expectations);
        for workspace in &self.workspaces {
            line(&mut text, &workspace.workspace);
            for one in &workspace.expectations {
                match &one.difference {
                    None => line(&mut text, &format!("  ok    {}: {}", one.guest, one.expected.words())),
                    Some(difference) => line(&mut text, &format!("  MISS  {}: {}", one.guest, difference.message)),
                }
            }
            if workspace.expectations.is_empty() {
                line(&mut text, "  nothing is expected");
            }
        }
        let passed = all().filter(|one| one.passed).count();
        line(&mut text, &format!("{passed} of {} as expected", all().count()));
        text
    }
}

/// How the guests and settings of two workspaces differ.
pub fn compare_workspaces(first: &Workspace, second: &Workspace) -> Compared {
    let designs = [&first.design, &second.design];
    compared([first, second], designs, difference::between(first, second))
}

/// How two designs of a workspace differ for its guests; `None` where it has only one.
pub fn compare_designs(workspace: &Workspace) -> Option<Compared> {
    let second = workspace.second_design.as_ref()?;
    let settings = difference::designs(&workspace.design, second);
    Some(compared([workspace, workspace], [&workspace.design, second], settings))
}

fn compared(workspaces: [&Workspace; 2], designs: [&Design; 2], settings: Vec<Difference>) -> Compared {
    let [first, second] = workspaces;
    let named = |workspace: &Workspace, name: &str| workspace.guests.iter().any(|guest| guest.display_name == name);
    let only = |of: &Workspace, other: &Workspace| -> Vec<String> {
        of.guests.iter().map(|guest| guest.display_name.clone()).filter(|name| !named(other, name)).collect()
    };
    let mut guests = Vec::new();
    let mut left: Vec<&Guest> = first.guests.iter().collect();
    for guest in &second.guests {
        let Some(at) = left.iter().position(|other| other.display_name == guest.display_name) else { continue };
        let before = left.remove(at);
        let [a, b] = designs;
        let found = apart(Side { design: a, guest: before }, Side { design: b, guest });
        guests.push(guest_diff(guest, found));
    }
    Compared {
        workspaces: [first.name.clone(), second.name.clone()],
        settings: settings.into_iter().map(|Difference { subject, what, .. }| SettingDiff { subject, what }).collect(),
        guests,
        only_in_first: only(first, second),
        only_in_second: only(second, first),
    }
}

fn guest_diff(guest: &Guest, found: Option<Apart>) -> GuestDiff {
    let same = found.is_none();
    let Apart { step, outcome, provider, page } =
        found.unwrap_or(Apart { step: None, outcome: None, provider: None, page: None });
    GuestDiff {
        guest: guest.display_name.clone(),
        same,
        step: step.map(|both| both.map(step_report)),
        outcome,
        provider,
        screen: page.map(|(number, pages)| PageReport { number: number + 1, pages }),
    }
}

fn step_report(stand: Stand) -> StepReport {
    let Stand { place, node, answer, rule } = stand;
    let said = answer.map_or_else(String::new, |answer| format!(": {}", wording::answer(node, answer)));
    StepReport {
        step: step_name(place),
        node: node.id(),
        answer: answer.map(|answer| answer.id()),
        rule: rule.map(|rule| rule.card().id),
        message: format!("{}{said}", wording::node(node)),
    }
}

impl Compared {
    /// Whether nothing differs.
    pub fn same(&self) -> bool {
        self.settings.is_empty()
            && self.guests.iter().all(|guest| guest.same)
            && self.only_in_first.is_empty()
            && self.only_in_second.is_empty()
    }
}

impl DiffReport {
    /// The report of these pairs.
    pub fn of(workspaces: Vec<Compared>) -> Self {
        Self { schema: SCHEMA, same: workspaces.iter().all(Compared::same), workspaces }
    }

    /// The report for people.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for compared in &self.workspaces {
            let [first, second] = &compared.workspaces;
            line(&mut text, &if first == second { first.clone() } else { format!("{first} and {second}") });
            for SettingDiff { subject, what } in &compared.settings {
                line(&mut text, &format!("  {subject}: {what}"));
            }
            for guest in &compared.guests {
                guest_lines(&mut text, guest);
            }
            compared.only_in_first.iter().for_each(|name| line(&mut text, &format!("  {name}: only in the first")));
            compared.only_in_second.iter().for_each(|name| line(&mut text, &format!("  {name}: only in the second")));
        }
        line(&mut text, if self.same { "Nothing differs" } else { "They differ" });
        text
    }
}

fn guest_lines(text: &mut String, guest: &GuestDiff) {
    if guest.same {
        line(text, &format!("  {}: the same way to the same end", guest.guest));
        return;
    }
    line(text, &format!("  {}:", guest.guest));
    if let Some([a, b]) = &guest.step {
        let by = |step: &StepReport| step.rule.map(|rule| format!(", rule {rule}")).unwrap_or_default();
        let told = |step: &StepReport| format!("{} (step {}{})", step.message, step.step, by(step));
        line(text, &format!("    from here: {} | {}", told(a), told(b)));
    }
    if let Some([a, b]) = guest.outcome {
        line(text, &format!("    end: {} | {}", a.words(), b.words()));
    }
    if let Some(providers) = guest.provider {
        let [a, b] = providers.map(|provider| provider.map_or("none", wording::provider));
        line(text, &format!("    identity provider: {a} | {b}"));
    }
    if let Some(PageReport { number, pages }) = guest.screen {
        let [a, b] = pages.map(|page| page.map_or("none", wording::screen));
        line(text, &format!("    page {number}: {a} | {b}"));
    }
}

/// Adds a line. Writing to memory does not fail.
fn line(text: &mut String, line: &str) {
    writeln!(text, "{line}").ok();
}
