//! The file format of documents: what is kept, what is refused, and with which words.
//!
//! What a document's workspaces lead to is tested elsewhere.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a failing test may panic")]

mod any;
mod bundle;
mod complete;
mod frozen;
mod frozen_story;
mod frozen_v2;
mod frozen_v3;
mod kept;
mod shared;
