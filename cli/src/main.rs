//! `redemption`: replays a saved document of the Invitation Redemption Simulator in a pipeline, checks what is expected of its guests,
//! compares designs, writes what a tenant would be sent, and prints the schema of documents.
//!
//! It reads files and prints what the engine reports; it decides nothing, writes no file and sends nothing. The output is documented in
//! `docs/REPLAY.md` and `docs/CHECK.md`.

mod check;
mod graph;

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use check::Told;
use clap::{Parser, Subcommand};
use redemption_engine::document::{self, caps};
use redemption_engine::report::reports;
use redemption_engine::workspace::Workspace;

/// What happens to a guest who redeems a Microsoft Entra B2B invitation.
#[derive(Parser)]
#[command(name = "redemption", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Plays the story of every guest in a document and prints what came of it as JSON.
    Replay {
        /// A saved document (`.redemption.json`), or `-` for standard input.
        file: PathBuf,
    },
    /// Checks what is expected of the guests of a document. Exits 1 where something else comes, 2 where it cannot be checked.
    Check(check::CheckArguments),
    /// Compares two documents, or the two designs of one, guest by guest. Exits 1 where something differs, 2 where it cannot be read.
    Diff(check::DiffArguments),
    /// Prints the settings of a document's first workspace for Microsoft Graph. Nothing is sent.
    Graph(graph::Arguments),
    /// Prints the JSON Schema of documents.
    Schema,
}

fn main() -> ExitCode {
    match Arguments::parse().command {
        Command::Replay { file } => printed(replay(&file)),
        Command::Check(arguments) => told(check::check(&arguments)),
        Command::Diff(arguments) => told(check::diff(&arguments)),
        Command::Graph(arguments) => printed(graph::text(&arguments)),
        Command::Schema => printed(Ok(document::schema())),
    }
}

/// 0 with the text on standard output, or 1 with the reason on standard error.
fn printed(text: Result<String, String>) -> ExitCode {
    match text.and_then(|text| print(&text)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => failed(&reason, ExitCode::FAILURE),
    }
}

/// 0 where the report is clean, 1 where it is not, 2 where there is none.
fn told(report: Result<Told, String>) -> ExitCode {
    let cannot = ExitCode::from(2);
    match report {
        Ok(Told { text, clean }) => match print(&text) {
            Ok(()) if clean => ExitCode::SUCCESS,
            Ok(()) => ExitCode::FAILURE,
            Err(reason) => failed(&reason, cannot),
        },
        Err(reason) => failed(&reason, cannot),
    }
}

fn failed(reason: &str, code: ExitCode) -> ExitCode {
    eprintln!("error: {reason}");
    code
}

/// The reports of the file's workspaces as text, or why there are none, naming the file.
fn replay(file: &Path) -> Result<String, String> {
    let name = name(file);
    let workspaces = workspaces(file)?;
    let mut text =
        serde_json::to_string_pretty(&reports(&workspaces)).map_err(|error| format!("{name} cannot be reported: {error}"))?;
    text.push('\n');
    Ok(text)
}

/// What a file is called in messages.
fn name(file: &Path) -> String {
    if is_standard_input(file) { "standard input".to_owned() } else { format!("`{}`", file.display()) }
}

/// The workspaces of a document, or why there are none, naming the file.
fn workspaces(file: &Path) -> Result<Vec<Workspace>, String> {
    let name = name(file);
    let bytes = read(file).map_err(|error| format!("{name} cannot be read: {}", reason(&error)))?;
    document::parse(&bytes).map_err(|error| format!("{name} cannot be read: {error}"))
}

fn is_standard_input(file: &Path) -> bool {
    file == Path::new("-")
}

/// The bytes of the file, or as many as show that it is too large to be a document.
fn read(file: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = caps::LARGEST_FILE as u64 + 1;
    if is_standard_input(file) {
        io::stdin().lock().take(most).read_to_end(&mut bytes)?;
    } else {
        File::open(file)?.take(most).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

/// The kinds of failure that people meet, in words that are the same on every system.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        io::ErrorKind::IsADirectory => "it is a directory".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        _ => error.to_string(),
    }
}

/// Writes to standard output. A reader that has seen enough and gone away, such as `head`, is no failure.
fn print(text: &str) -> Result<(), String> {
    let mut output = io::stdout().lock();
    match output.write_all(text.as_bytes()).and_then(|()| output.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(format!("standard output cannot be written: {error}")),
        Ok(()) | Err(_) => Ok(()),
    }
}
