//! The questions asked of many runs, held against brute force and against laws.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

mod alignment;
mod compare;
mod counterfactual;
mod designs;
mod desk;
mod explain;
mod lint;
mod listed;
mod orders;
mod population;
mod profiles;
mod question;
