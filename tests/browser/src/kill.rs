//! Ends a browser without a warning, so that it writes nothing any more.
//!
//! Only the process that was started with a given argument is ended, and those it has started are not asked.

use std::path::PathBuf;
use std::process::Command;

/// Kills the browser that was started with this argument.
pub(crate) fn browser_with(argument: &str) {
    let processes = processes_with(argument);
    assert!(!processes.is_empty(), "no browser runs with {argument}");
    for process in processes {
        let killed = Command::new("kill").args(["-9", &process]).status().expect("there is a command `kill`");
        assert!(killed.success(), "{process} was not killed");
    }
}

/// The main process of the browser, which is the one without a type.
fn processes_with(argument: &str) -> Vec<String> {
    let folders = std::fs::read_dir("/proc").expect("processes are listed below /proc").flatten().map(|entry| entry.path());
    let is_meant = |folder: &PathBuf| {
        let line = std::fs::read(folder.join("cmdline")).unwrap_or_default();
        let arguments: Vec<&[u8]> = line.split(|byte| *byte == 0).collect();
        arguments.contains(&argument.as_bytes()) && !arguments.iter().any(|argument| argument.starts_with(b"--type="))
    };
    folders.filter(is_meant).filter_map(|folder| Some(folder.file_name()?.to_str()?.to_owned())).collect()
}
