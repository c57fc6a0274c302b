//! `redemption graph`: the settings of a document for Microsoft Graph, as JSON, as scripts, and what is left out.
//!
//! The texts are the engine's; nothing is sent.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use redemption_engine::design::Design;
use redemption_engine::graph::assertions;
use redemption_engine::graph::changes::{changes, new_tenant};
use redemption_engine::graph::collector;
use redemption_engine::graph::gaps::gaps;
use redemption_engine::graph::powershell::{Direction, script};
use redemption_engine::graph::resources::{bundle, resources};

/// What is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum What {
    /// All resources as one JSON text, which the import reads back.
    Json,
    /// A PowerShell script that makes the changes.
    Changes,
    /// A PowerShell script that puts the former settings back.
    Rollback,
    /// What Microsoft Graph has no place for, and what no request does.
    LeftOut,
    /// A PowerShell script that reads a tenant's settings and changes nothing.
    Collector,
    /// A PowerShell script that asserts a tenant's settings, changes nothing, and exits 1 on a miss.
    Assertions,
}

/// What to print of which document.
#[derive(Args)]
pub struct Arguments {
    /// What is printed.
    #[arg(value_enum)]
    what: What,
    /// A saved document (`.redemption.json`), or `-` for standard input.
    file: PathBuf,
    /// A document of the tenant as it is now, which the changes begin with; without it, a new tenant.
    #[arg(long)]
    from: Option<PathBuf>,
}

/// The text, or why there is none.
pub fn text(arguments: &Arguments) -> Result<String, String> {
    let design = first(&arguments.file)?;
    let from = || arguments.from.as_deref().map_or_else(|| Ok(new_tenant(&design)), first);
    let mut text = match arguments.what {
        What::Json => bundle(&resources(&design)),
        What::Changes => script(&changes(&from()?, &design), Direction::Forward),
        What::Rollback => script(&changes(&from()?, &design), Direction::Back),
        What::LeftOut => {
            let gaps = gaps(&design).into_iter().map(|gap| format!("{}: {}", gap.setting, gap.reason));
            gaps.chain(changes(&from()?, &design).remarks).collect::<Vec<_>>().join("\n")
        }
        What::Collector => collector::script(&design),
        What::Assertions => assertions::script(&design),
    };
    if !text.ends_with('\n') {
        text.push('\n');
    }
    Ok(text)
}

/// The settings of a document's first workspace.
fn first(file: &Path) -> Result<Design, String> {
    let workspaces = crate::workspaces(file)?;
    let first = workspaces.into_iter().next().ok_or_else(|| format!("{} has no workspace", crate::name(file)))?;
    Ok(first.design)
}
