//! What is stored: under every fault, between two tabs, and in every format that was ever written.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a failing test may panic")]

mod corrupt;
mod faults;
mod frozen;
mod model;
mod store;
mod versions;
