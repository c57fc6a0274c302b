//! Checks the packages that this project uses: licences, sources, versions that
//! are there twice, and known weaknesses. The rules are in `deny.toml`.
//!
//! Not part of `cargo xtask test`: it depends on what was found out about other
//! people's code since, not on this checkout alone.

use anyhow::Context;

use crate::repository::{Repository, run};
use crate::tools;

/// Runs every check that the network allows.
pub(crate) fn run_all(repository: &Repository) -> anyhow::Result<()> {
    tools::for_audit(repository)?;
    run(&mut repository.cargo("deny check licenses bans sources"))
        .context("`deny.toml` says what is allowed, and why; `cargo deny check` tells more")?;
    // The database is in a git repository that not every network reaches.
    run(&mut repository.cargo("deny check advisories")).context(
        "either a package has a known weakness, or the database of weaknesses could not be fetched; the lines above say which",
    )
}
