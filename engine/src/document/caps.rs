//! How much a document may hold: the largest file, the longest text and the longest lists, all in one place.
//!
//! The caps keep a broken or hostile file from freezing the page. They are ours, not the service's.

/// The largest file that is read, in bytes.
pub const LARGEST_FILE: usize = 8 * 1024 * 1024;

/// The longest text of one property, in characters.
pub const LONGEST_TEXT: usize = 10_000;

/// The longest list where [`LISTS`] names no other number, in entries.
pub const LONGEST_LIST: usize = 10_000;

/// The longest lists of a document by the property that holds them, in entries.
pub const LISTS: &[(&str, usize)] = &[
    ("workspaces", 5_000),
    ("versions", 20_000),
    ("guests", 10_000),
    ("homeTenants", 1_000),
    ("federations", 2_000),
    ("termsOfUse", 64),
    ("languages", 200),
    ("allowedClouds", 16),
    ("targets", 5_000),
    ("conditionalAccess", 500),
    ("externalUsers", 16),
    ("applications", 5_000),
    ("includeLocations", 500),
    ("excludeLocations", 500),
    ("signInRiskLevels", 16),
    ("userRiskLevels", 16),
    ("grantControls", 16),
    ("groups", 500),
    ("users", 10_000),
    ("verifiedDomains", 5_000),
    ("domains", 5_000),
    ("aliases", 500),
    ("story", 1_000),
    ("notes", 500),
    ("assumed", 500),
    ("expectations", 10_000),
    ("screens", 500),
    ("primaryIdentityProviderPrecedenceOrder", 16),
];

/// How many entries the list in this property may have.
pub fn longest_list(property: &str) -> usize {
    LISTS.iter().find(|(name, _)| *name == property).map_or(LONGEST_LIST, |(_, most)| *most)
}
