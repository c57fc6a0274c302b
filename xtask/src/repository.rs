//! Where things are in this checkout, and how other programs are run from it.
//!
//! The root is found from the package's own folder, so every command works from
//! any working directory. Output of a child goes straight through: this module
//! does not capture, colour or summarise it.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, bail};

/// This checkout.
pub(crate) struct Repository {
    root: PathBuf,
    search_path: OsString,
}

impl Repository {
    /// The checkout that this program was built from.
    pub(crate) fn find() -> anyhow::Result<Self> {
        // Cargo sets the variable when it runs us, which survives a moved
        // checkout; the value from the build serves a program run by hand.
        let package = env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = package.parent().with_context(|| format!("`{}` has no parent folder", package.display()))?.to_path_buf();
        let own = [root.join(".tools/bin"), root.join(NODE_PROGRAMS)];
        let inherited = env::var_os("PATH").unwrap_or_default();
        let search_path = env::join_paths(own.into_iter().chain(env::split_paths(&inherited)))
            .context("the search path for programs cannot be put together")?;
        Ok(Self { root, search_path })
    }

    /// A file or folder of the checkout, by its path from the root.
    pub(crate) fn join(&self, path: impl AsRef<Path>) -> PathBuf {
        self.root.join(path)
    }

    /// The text of a file of the checkout.
    pub(crate) fn read(&self, path: &str) -> anyhow::Result<String> {
        std::fs::read_to_string(self.join(path)).with_context(|| format!("cannot read `{path}`"))
    }

    /// Where a program is: among this checkout's own tools, or else on PATH.
    pub(crate) fn program(&self, name: &str) -> Option<PathBuf> {
        which::which_in(name, Some(&self.search_path), &self.root).ok()
    }

    /// A command that runs in the root and finds this checkout's own tools first.
    pub(crate) fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let program = program.as_ref();
        // Resolved here, because a command looks in *our* PATH on some systems.
        let resolved =
            program.to_str().and_then(|name| self.program(name)).map_or_else(|| program.to_owned(), PathBuf::into_os_string);
        let mut command = Command::new(resolved);
        command.current_dir(&self.root).env("PATH", &self.search_path);
        command
    }

    /// The folder into which cargo builds.
    pub(crate) fn target(&self) -> anyhow::Result<PathBuf> {
        let asked = self.cargo("metadata --no-deps --format-version 1").output().context("cargo cannot be started")?;
        let answer: serde_json::Value = serde_json::from_slice(&asked.stdout).context("cargo's answer is not JSON")?;
        let folder = answer["target_directory"].as_str().context("cargo names no target folder")?;
        Ok(PathBuf::from(folder))
    }

    /// A cargo command, given as one would type it: `cargo("test --workspace")`.
    ///
    /// It keeps nothing for building a part of a crate again, unless that is asked for: gigabytes that a whole run never reads.
    pub(crate) fn cargo(&self, arguments: &str) -> Command {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut command = self.command(cargo);
        command.args(arguments.split_whitespace());
        if env::var_os("CARGO_INCREMENTAL").is_none() {
            command.env("CARGO_INCREMENTAL", "0");
        }
        command
    }
}

/// The programs that npm puts below `.tools/node`.
const NODE_PROGRAMS: &str = ".tools/node/node_modules/.bin";

/// Shows a command, runs it, and fails when it fails.
pub(crate) fn run(command: &mut Command) -> anyhow::Result<()> {
    let shown = shown(command);
    println!("$ {shown}");
    let status = command.status().with_context(|| format!("`{shown}` cannot be started"))?;
    if !status.success() {
        bail!("`{shown}` failed ({status})");
    }
    Ok(())
}

/// The command as one would type it: the program's name, not its folder.
fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_stem().unwrap_or(command.get_program());
    let words = std::iter::once(name).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_shown_as_one_would_type_it() {
        let mut command = Command::new("some/where/cargo");
        command.args(["test", "--workspace"]);
        assert_eq!(shown(&command), "cargo test --workspace");
    }

    #[test]
    fn the_root_is_the_folder_that_holds_the_workspace() {
        let repository = Repository::find().unwrap();
        assert!(repository.read("Cargo.toml").unwrap().contains("[workspace]"));
    }
}
