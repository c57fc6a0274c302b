//! Documents written by hand around one property, and the message with which they are refused.
//!
//! Messages are compared whole, because they are what a person sees instead of their work.

use redemption_engine::document::parse;

use crate::{Class, check_with};

/// How a file is refused.
pub(crate) fn message(text: impl AsRef<[u8]>) -> String {
    parse(text.as_ref()).expect_err("this must be refused").to_string()
}

/// A document of one workspace with these properties.
pub(crate) fn of_workspace(properties: &str) -> String {
    format!(r#"{{"format": 2, "workspaces": [{{{properties}}}]}}"#)
}

pub(crate) const TENANT: &str = r#""displayName": "Woodgrove", "initialDomain": "woodgrove.onmicrosoft.com""#;

/// A document of one workspace with this name, as JSON writes it, and nothing else that matters.
pub(crate) fn named(name: &str) -> String {
    of_workspace(&format!(r#""name": {name}, "design": {{"resourceTenant": {{{TENANT}}}}}"#))
}

/// A document whose resource tenant has this further property.
pub(crate) fn of_tenant(property: &str) -> String {
    of_workspace(&format!(r#""name": "w", "design": {{"resourceTenant": {{{TENANT}, {property}}}}}"#))
}

/// A document with this list of home tenants.
pub(crate) fn of_home_tenants(list: &str) -> String {
    of_workspace(&format!(r#""name": "w", "design": {{"resourceTenant": {{{TENANT}}}, "homeTenants": {list}}}"#))
}

/// A document with one guest, who has this further property.
pub(crate) fn of_guest(property: &str) -> String {
    of_workspace(&format!(
        r#""name": "w", "design": {{"resourceTenant": {{{TENANT}}}}},
           "guests": [{{"displayName": "Nina", "invitedEmail": "nina@adatum.example", {property}}}]"#
    ))
}

/// A list of so many of the same.
pub(crate) fn repeat(entry: &str, count: usize) -> String {
    format!("[{}]", vec![entry; count].join(","))
}

/// Asserts the messages of a table of files.
pub(crate) fn check<Input: AsRef<[u8]>, Expected: AsRef<str>>(class: Class, cases: &[(&str, Input, Expected)]) {
    check_with(class, "a file", |text| message(text), cases);
}

/// [`check`], where some messages are put together.
pub(crate) fn check_texts(class: Class, cases: &[(&str, String, &str)]) {
    check(class, cases);
}
