//! The commands of this repository, as `cargo xtask …`: set up the tools, serve
//! the page, build it, weigh it, check everything.
//!
//! A Rust program rather than a pile of scripts, so that a checkout needs
//! nothing but Rust to begin with, and so that a laptop and a build server do
//! exactly the same. It does not deploy, publish or commit, and it installs
//! nothing outside this checkout, with two exceptions that it announces: the
//! wasm target of the Rust toolchain, and (as root on Debian) two browsers.

mod audit;
mod bench;
mod checks;
mod dependencies;
mod embed;
mod fuzz;
mod hashed;
mod html;
mod notices;
mod offline;
mod policy;
mod program;
mod release;
mod repository;
mod site;
mod size;
mod tools;
mod twice;
mod worker;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::offline::Offline;
use crate::repository::Repository;

/// Set up, serve, build, weigh and check the invitation redemption simulator.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Make the tools available that building and testing need; quick when they are there
    Setup,
    /// Serve the page on this machine, and rebuild it whenever a file changes
    Serve {
        /// Where to listen
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// Open the page in the browser
        #[arg(long)]
        open: bool,
        /// Serve the release build, in one module: slow to make, about as fast as the real one
        #[arg(long)]
        release: bool,
    },
    /// Build the page into dist/, ready for any static host, and weigh it
    Build {
        /// Do not let browsers keep the page, and take away what an earlier build let them keep
        #[arg(long)]
        without_offline: bool,
    },
    /// Build the page and pack it: one archive, its bill of materials, and checksums
    Release,
    /// Build the page twice from nothing, and compare every file
    BuildTwice,
    /// Fuzz everything that reads foreign data, target by target
    Fuzz {
        /// For how long each
        #[arg(long, default_value_t = 600)]
        seconds: u32,
    },
    /// Check licences, sources and known weaknesses of the packages with cargo-deny
    Audit,
    /// Weigh the first visit of the page in dist/; fails when it is over budget
    Size,
    /// Check everything: format, lints, documents, tests, build, size, browser
    Test {
        /// Leave out the tests that need a browser
        #[arg(long)]
        skip_browser: bool,
    },
    /// Take pictures of the page in dist/: themes, widths and states, into screenshots/
    Screenshots,
    /// Measure the speed of the engine
    Bench,
    /// Measure how long the page in dist/ takes from an interaction to the next paint
    BenchPage,
    /// Measure the worker in dist/ against the same engine as native code
    BenchWorker,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(arguments.command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> anyhow::Result<()> {
    let repository = Repository::find()?;
    match command {
        Command::Setup => tools::set_up_everything(&repository),
        Command::Serve { port, open, release } => site::serve(&repository, port, open, release),
        Command::Build { without_offline } => {
            site::build(&repository, if without_offline { Offline::Removed } else { Offline::Kept })
        }
        Command::Release => {
            site::build(&repository, Offline::Kept)?;
            let folder = release::pack(&repository)?;
            println!("the release is in {}", folder.display());
            Ok(())
        }
        Command::BuildTwice => twice::compare(&repository),
        Command::Fuzz { seconds } => fuzz::run_all(&repository, seconds),
        Command::Audit => audit::run_all(&repository),
        Command::Size => size::check(&repository),
        Command::Test { skip_browser } => checks::run_all(&repository, skip_browser),
        Command::Screenshots => checks::screenshots(&repository),
        Command::Bench => bench::engine(&repository),
        Command::BenchPage => bench::page(&repository),
        Command::BenchWorker => bench::questions(&repository),
    }
}
