//! Items of the troubleshooting table: what guests, inviters and logs report.
//!
//! Causes and remedies are in `engine/src/diagnosis.rs`.

use super::{Item, items};

pub(super) const ITEMS: &[Item] = items! {
    "Y-1" "No mail arrives" [setting("C24")]
};
