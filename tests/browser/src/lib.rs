//! Drives the built page in a real browser: a server for the page, a driver for the browser, and what a person does in words.
//!
//! Modules, in reading order: [`tools`] (what is given from outside), [`server`], [`driver`], [`browser`] (one test with its
//! sessions), [`page`] (one session), `kill`, [`keyboard`], [`record`] (what the browser has logged), [`axe`]. The tests are in
//! `tests/site/`. Everything here panics where something does not work: the panic is the test's failure.

pub mod axe;
pub mod browser;
pub mod driver;
pub mod firefox;
pub mod keyboard;
mod kill;
pub mod page;
pub mod record;
pub mod server;
pub mod tools;

pub use browser::{Browser, Visit, browse};
pub use fantoccini::key::Key;
pub use firefox::browse_with_firefox;
pub use page::Page;
