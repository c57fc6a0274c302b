//! Builds the Web Worker that answers questions about many runs beside the page.
//!
//! A program of its own, not a part of the page's: it is compiled for speed, and loaded when the first question is asked. Trunk would
//! build it too, but compiles both alike and gives a worker the same file names for ever. What it answers is in `worker/`.

use std::fs;

use anyhow::Context;

use crate::hashed::Files;
use crate::repository::{Repository, run};

/// The profile in the root manifest.
pub(crate) const PROFILE: &str = "worker";

/// How the folder in `dist/` is called, in front of what its content gives it.
pub(crate) const FOLDER: &str = "worker";

/// The script that a page makes a worker of.
const START: &str = "start.js";

/// What is in it. Whatever keeps the program from starting is told to the page.
const STARTS: &str = "import start from \"./worker.js\";\nstart().catch(reportError);\n";

/// The worker in `dist/`.
pub(crate) struct Worker {
    folder: String,
}

impl Worker {
    /// The folder that its files are in, below the page.
    pub(crate) fn folder(&self) -> &str {
        &self.folder
    }

    /// The mark in the head of the page, which tells where it is.
    pub(crate) fn mark(&self) -> String {
        format!(r#"<meta name="worker" content="./{}/{START}">"#, self.folder)
    }

    fn of(files: &Files) -> Self {
        Self { folder: files.folder(FOLDER) }
    }
}

/// Builds it into `dist/`.
pub(crate) fn build(repository: &Repository) -> anyhow::Result<Worker> {
    let arguments = format!("build -p redemption-worker --profile {PROFILE} --target wasm32-unknown-unknown");
    run(&mut repository.cargo(&arguments))?;
    let target = repository.target()?;
    let made = target.join("bound-worker");
    if made.exists() {
        fs::remove_dir_all(&made).context("cannot empty the folder for the worker")?;
    }
    let compiled = target.join(format!("wasm32-unknown-unknown/{PROFILE}/redemption_worker.wasm"));
    let options = ["--target", "web", "--no-typescript", "--out-name", "worker", "--out-dir"];
    run(repository.command("wasm-bindgen").args(options).arg(&made).arg(compiled))?;
    let module = made.join("worker_bg.wasm");
    run(repository.command("wasm-opt").arg(&module).args(["-O2", "--output"]).arg(&module))?;
    fs::write(made.join(START), STARTS).context("cannot write the script that starts the worker")?;
    let files = Files::read(&made)?;
    files.put(&repository.join("dist"), FOLDER)?;
    Ok(Worker::of(&files))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_told_the_folder_of_exactly_this_worker() {
        let files = |content: &[u8]| Files::from(vec![("worker_bg.wasm".to_owned(), content.to_vec())]);
        let mark = |content: &[u8]| Worker::of(&files(content)).mark();
        let one = mark(b"one");
        assert!(one.starts_with(r#"<meta name="worker" content="./worker-"#) && one.ends_with(r#"/start.js">"#), "{one}");
        assert_ne!(one, mark(b"other"));
    }
}
