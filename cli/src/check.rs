//! `redemption check` and `redemption diff`: what is expected of guests against what happens, and two designs for the same guests.
//!
//! What is compared, and in which words, is the engine's. The output is documented in `docs/CHECK.md`.

use std::path::{Path, PathBuf};

use clap::Args;
use redemption_engine::golden::{Compared, DiffReport, check_report, compare_designs, compare_workspaces};
use redemption_engine::workspace::Workspace;
use serde::Serialize;

/// What to check.
#[derive(Args)]
pub struct CheckArguments {
    /// A saved document (`.redemption.json`), or `-` for standard input.
    file: PathBuf,
    /// Ask the second design of each workspace.
    #[arg(long)]
    second: bool,
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

/// What to compare.
#[derive(Args)]
pub struct DiffArguments {
    /// A saved document (`.redemption.json`), or `-` for standard input.
    first: PathBuf,
    /// The document it is compared with; without it, the second designs of the first one.
    second: Option<PathBuf>,
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

/// A report, and whether it tells of a miss or a difference.
pub struct Told {
    /// The report.
    pub text: String,
    /// Whether everything is as expected, or nothing differs.
    pub clean: bool,
}

/// Checks the expectations of every workspace, or says why it cannot.
pub fn check(arguments: &CheckArguments) -> Result<Told, String> {
    let workspaces = crate::workspaces(&arguments.file)?;
    let report = check_report(&workspaces, arguments.second)
        .map_err(|workspace| format!("the workspace `{workspace}` of {} has no second design", crate::name(&arguments.file)))?;
    let text = if arguments.json { json(&report)? } else { report.text() };
    Ok(Told { text, clean: report.passed })
}

/// Compares two documents, workspace by workspace, or the two designs of one, or says why it cannot.
pub fn diff(arguments: &DiffArguments) -> Result<Told, String> {
    let first = crate::workspaces(&arguments.first)?;
    let compared = match &arguments.second {
        Some(second) => pairs(&arguments.first, &first, second)?,
        None => first.iter().filter_map(compare_designs).collect(),
    };
    if compared.is_empty() {
        return Err(format!("no workspace of {} has a second design; name another document", crate::name(&arguments.first)));
    }
    let report = DiffReport::of(compared);
    let text = if arguments.json { json(&report)? } else { report.text() };
    Ok(Told { text, clean: report.same })
}

/// The workspaces of both documents in their order, which have to be as many.
fn pairs(name: &Path, first: &[Workspace], second: &Path) -> Result<Vec<Compared>, String> {
    let other = crate::workspaces(second)?;
    if first.len() != other.len() {
        let (a, b) = (crate::name(name), crate::name(second));
        return Err(format!("workspaces are compared in their order, but {a} has {} and {b} has {}", first.len(), other.len()));
    }
    Ok(first.iter().zip(&other).map(|(first, second)| compare_workspaces(first, second)).collect())
}

fn json(report: &impl Serialize) -> Result<String, String> {
    let mut text = serde_json::to_string_pretty(report).map_err(|error| format!("the report cannot be written: {error}"))?;
    text.push('\n');
    Ok(text)
}
