//! Fuzzes every target for a while, one after another, and prints how often each
//! was run: a table for `tests/README.md`.
//!
//! Needs the nightly toolchain and cargo-fuzz, which nothing else does, so they are
//! not installed here. What is found lies below `fuzz/artifacts`.

use std::process::Stdio;

use anyhow::{Context, bail};

use crate::repository::Repository;

/// What bounds one input: seconds, and megabytes of memory.
const BOUNDS: [&str; 2] = ["-timeout=10", "-rss_limit_mb=512"];

/// Fuzzes every target for so many seconds. Fails after the first input that does harm.
pub(crate) fn run_all(repository: &Repository, seconds: u32) -> anyhow::Result<()> {
    if repository.program("cargo-fuzz").is_none() {
        bail!("cargo-fuzz is missing; run `rustup toolchain install nightly` and `cargo install cargo-fuzz`");
    }
    let mut table = "| Target | Executions | Seconds |\n|---|---:|---:|\n".to_owned();
    for target in targets(&repository.read("fuzz/Cargo.toml")?)? {
        println!("{target}: {seconds} s");
        let mut fuzzer = repository.command("cargo");
        // The engine has no unsafe code, for which an address sanitizer would be.
        fuzzer.args(["+nightly", "fuzz", "run", "--sanitizer", "none", &target, "--", "-print_final_stats=1"]);
        fuzzer.arg(format!("-max_total_time={seconds}")).args(BOUNDS).stdin(Stdio::null());
        let answer = fuzzer.output().context("cargo cannot be started")?;
        let said = String::from_utf8_lossy(&answer.stderr);
        if !answer.status.success() {
            let end: Vec<&str> = said.lines().rev().take(30).collect();
            bail!("`{target}` has found something:\n{}", end.into_iter().rev().collect::<Vec<_>>().join("\n"));
        }
        table += &format!("| `{target}` | {} | {seconds} |\n", executions(&said).context("the fuzzer gives no number")?);
    }
    println!("\n{table}");
    Ok(())
}

/// The programs of the package.
fn targets(manifest: &str) -> anyhow::Result<Vec<String>> {
    let manifest: toml::Table = manifest.parse().context("`fuzz/Cargo.toml` is not readable")?;
    let programs = manifest.get("bin").and_then(toml::Value::as_array).context("`fuzz/Cargo.toml` names no target")?;
    Ok(programs.iter().filter_map(|program| Some(program.get("name")?.as_str()?.to_owned())).collect())
}

/// How often the target was run, as the fuzzer says at its end.
fn executions(said: &str) -> Option<u64> {
    said.lines().find_map(|line| line.strip_prefix("stat::number_of_executed_units:")?.trim().parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_of_the_package_is_run() {
        let manifest = Repository::find().unwrap().read("fuzz/Cargo.toml").unwrap();
        assert_eq!(
            targets(&manifest).unwrap(),
            ["document", "link", "graph", "stored", "pasted", "session", "round_trip", "population"]
        );
    }

    #[test]
    fn the_number_of_executions_is_read_off_the_fuzzer_s_last_words() {
        assert_eq!(executions("Done\nstat::number_of_executed_units: 34719\nstat::peak_rss_mb: 33"), Some(34_719));
        assert_eq!(executions("Done"), None);
    }
}
