//! What the tests are given from outside: the built page, the browser, its driver and axe; and where they may write.

use std::env;
use std::path::{Path, PathBuf};

/// The folder with the built page.
pub fn site() -> PathBuf {
    from_environment("SITE_DIR")
}

/// The folder with the built counter, where there is one.
pub fn counter() -> Option<PathBuf> {
    env::var_os("COUNTER_DIR").map(PathBuf::from)
}

/// The browser.
pub fn chromium() -> PathBuf {
    from_environment("CHROMIUM")
}

/// The browser's driver.
pub fn chromedriver() -> PathBuf {
    from_environment("CHROMEDRIVER")
}

/// The second browser.
pub fn firefox() -> PathBuf {
    from_environment("FIREFOX")
}

/// The second browser's driver.
pub fn geckodriver() -> PathBuf {
    from_environment("GECKODRIVER")
}

/// The source of axe, which finds barriers.
pub fn axe() -> PathBuf {
    from_environment("AXE")
}

/// The source of PapaParse, which the worker is measured against.
pub fn papaparse() -> PathBuf {
    from_environment("PAPAPARSE")
}

/// How often a browser is killed at a drawn moment: `KILLS`, or few.
pub fn kills() -> u32 {
    number("KILLS", 8)
}

/// How many edits each of two tabs makes in a race: `RACE`, or some.
pub fn edits_of_a_race() -> u32 {
    number("RACE", 100)
}

fn number(name: &str, otherwise: u32) -> u32 {
    let Ok(text) = env::var(name) else { return otherwise };
    text.parse().unwrap_or_else(|error| panic!("{name}: `{text}`: {error}"))
}

fn from_environment(name: &str) -> PathBuf {
    let value = env::var_os(name).unwrap_or_else(|| panic!("{name} is not set; `cargo xtask test` sets it and runs these tests"));
    let path = PathBuf::from(value);
    assert!(path.is_absolute() && path.exists(), "{name}: there is no `{}`; the path must be absolute", path.display());
    path
}

/// A file of the repository.
pub fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(path)
        .canonicalize()
        .unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// A fresh folder of this name for what a test writes, below cargo's target folder.
pub fn fresh_folder(name: &str) -> PathBuf {
    let folder = output().join(name);
    if folder.exists() {
        std::fs::remove_dir_all(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    }
    std::fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    folder
}

/// Where downloads and screenshots go.
pub fn output() -> PathBuf {
    // target/debug/deps/site-…
    let program = env::current_exe().expect("a running program has a path");
    program.ancestors().nth(3).expect("cargo runs tests below its target folder").join("browser-tests")
}
