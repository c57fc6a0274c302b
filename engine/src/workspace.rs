//! A workspace: what is saved, shared and undone. On the page it is called a scenario.
//!
//! It holds no result: runs, screens and records are replayed from it. What a user looks at (selection, cursor) is not part of it.

use serde::{Deserialize, Serialize};

use crate::design::Design;
use crate::golden::Expectation;
use crate::guest::Guest;

/// A design and the guests it is tried with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Workspace {
    /// The name the user gave it.
    pub name: String,
    /// What whoever teaches with it wants to remember or to say.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The settings of both sides.
    pub design: Design,
    /// Other settings that the design is compared with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second_design: Option<Design>,
    /// The guests, in the user's order.
    #[serde(default)]
    pub guests: Vec<Guest>,
    /// What is expected of guests, in the user's order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub expectations: Vec<Expectation>,
}

impl Workspace {
    /// A design and guests under a name, without a note, a second design and expectations.
    pub fn new(name: impl Into<String>, design: Design, guests: Vec<Guest>) -> Self {
        Self { name: name.into(), note: String::new(), design, second_design: None, guests, expectations: Vec::new() }
    }
}
