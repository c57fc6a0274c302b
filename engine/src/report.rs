//! What a run came to, as versioned JSON for pipelines: outcome, path, rules, screens, guest record and problems.
//!
//! Everything is read off the run. Facts, effects and the sentences of the page are left out, because nothing should depend on
//! them. Keys and ids are documented in `docs/REPLAY.md`.

use serde::Serialize;
use strum::{EnumIter, IntoStaticStr};

use crate::act::{Act, Begins};
use crate::design::{Design, Edition, IdentityProvider};
use crate::engine::replay;
use crate::field::Field;
use crate::flow::Node;
use crate::guest::{Guest, WayIn};
use crate::guest_record::{GuestRecord, ObjectState, guest_record};
use crate::presets::want::prompt_id;
use crate::problems::{Problem, Severity, check};
use crate::screen::screens;
use crate::trace::{Chapter, Next};
use crate::workspace::Workspace;

/// The version of the report's shape. It goes up when a key or an id changes its meaning or goes.
pub const VERSION: u32 = 3;

/// The reports of all workspaces of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Reports {
    /// [`VERSION`].
    pub version: u32,
    /// One report for each workspace, in the document's order.
    pub workspaces: Vec<Report>,
}

/// What the runs of one workspace came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// [`VERSION`].
    pub version: u32,
    /// The workspace's name.
    pub workspace: String,
    /// The edition of the documents.
    pub edition: Edition,
    /// One entry for each guest, in the workspace's order.
    pub guests: Vec<GuestReport>,
    /// What is questionable about the workspace.
    pub problems: Vec<ProblemReport>,
}

/// What one guest's run came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct GuestReport {
    /// The guest's display name.
    pub guest: String,
    /// The invited address.
    pub invited_email: String,
    /// How the last chapter ended; `None` while a person is awaited.
    pub outcome: Option<&'static str>,
    /// What the run waits for; `None` where it has ended.
    pub waiting_for: Option<&'static str>,
    /// The code on the error page, where a document names one.
    pub error_code: Option<&'static str>,
    /// The provider that the guest was last sent to; `None` where the guest was sent to none.
    pub provider: Option<IdentityProvider>,
    /// The invitation, the attempts to get in and what is done between them, in order.
    pub chapters: Vec<ChapterReport>,
    /// The pages that are seen, in order: by the inviter, the guest, and whoever acts between two attempts.
    pub screens: Vec<&'static str>,
    /// The guest's user object at the end; `None` where there is none.
    pub guest_record: Option<GuestRecord>,
    /// The position of the first act of the story that did not fit, from 0; it and all after it were not used.
    pub refused_act: Option<usize>,
}

/// The invitation, one attempt to get in, or something that is done between two attempts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ChapterReport {
    /// What the chapter is.
    pub kind: ChapterKind,
    /// How the guest came; only in an attempt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub way_in: Option<WayIn>,
    /// The act of the story that began it; `None` for the invitation and the first attempt.
    pub act: Option<Act>,
    /// How it ended; `None` while a person is awaited.
    pub outcome: Option<&'static str>,
    /// The nodes, from the first to the one where the chapter stands.
    pub path: Vec<String>,
    /// The rules, one for each step between two nodes of the path.
    pub rules: Vec<&'static str>,
}

/// What a chapter is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, EnumIter, IntoStaticStr)]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum ChapterKind {
    /// Somebody is invited.
    Invitation,
    /// The guest tries to get in.
    Attempt,
    /// Something is done between two attempts.
    Operation,
}

/// Something questionable about the workspace.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ProblemReport {
    /// The stable id.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// The form control where it can be mended.
    pub field: Field,
    /// What is wrong and what to do. People read it; its wording may change at any time.
    pub message: String,
}

/// The reports of these workspaces.
pub fn reports(workspaces: &[Workspace]) -> Reports {
    Reports { version: VERSION, workspaces: workspaces.iter().map(report).collect() }
}

/// Plays every guest's story and reports what came of it.
pub fn report(workspace: &Workspace) -> Report {
    Report {
        version: VERSION,
        workspace: workspace.name.clone(),
        edition: workspace.design.edition,
        guests: workspace.guests.iter().map(|guest| guest_report(&workspace.design, guest)).collect(),
        problems: check(workspace).into_iter().map(problem_report).collect(),
    }
}

fn guest_report(design: &Design, guest: &Guest) -> GuestReport {
    let run = replay(design, guest, &guest.story);
    let outcome = run.outcome();
    let waiting_for = match &run.next {
        Next::Person { prompt, .. } => Some(prompt_id(*prompt)),
        Next::Ended(_) | Next::NoEdge(..) => None,
    };
    let record = guest_record(design, guest, run.chapters.iter().flat_map(|chapter| &chapter.steps));
    GuestReport {
        guest: guest.display_name.clone(),
        invited_email: guest.invited_email.to_string(),
        outcome: outcome.map(|outcome| outcome.id()),
        waiting_for,
        error_code: outcome.and_then(|outcome| outcome.error_code()),
        provider: run.last_provider().map(|(provider, _)| provider),
        chapters: run.chapters.iter().map(chapter_report).collect(),
        screens: screens(&run).into_iter().map(|screen| screen.id()).collect(),
        guest_record: match record.object {
            ObjectState::Active | ObjectState::SoftDeleted => Some(record),
            ObjectState::None | ObjectState::Gone => None,
        },
        refused_act: run.refused,
    }
}

fn nodes(chapter: &Chapter) -> impl DoubleEndedIterator<Item = Node> {
    chapter.steps.iter().map(|step| step.edge.from()).chain([chapter.at])
}

fn chapter_report(chapter: &Chapter) -> ChapterReport {
    ChapterReport {
        kind: match chapter.begins {
            Begins::Invitation => ChapterKind::Invitation,
            Begins::Attempt(_) => ChapterKind::Attempt,
            Begins::Operation(_) => ChapterKind::Operation,
        },
        way_in: chapter.way_in(),
        act: chapter.opened_by.map(|(_, act)| act),
        outcome: chapter.outcome().map(|outcome| outcome.id()),
        path: nodes(chapter).map(Node::id).collect(),
        rules: chapter.steps.iter().map(|step| step.cause.rule.card().id).collect(),
    }
}

fn problem_report(problem: Problem) -> ProblemReport {
    ProblemReport { code: problem.code.card().id, severity: problem.severity, field: problem.field, message: problem.message }
}
