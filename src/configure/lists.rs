//! Texts and lists as the forms need them: comma-separated values, the next free name, moves within a list.
//!
//! Pure functions; nothing here knows the page.

use std::fmt::Display;

use redemption_engine::address::{AddressError, Domain, EmailAddress};
use redemption_engine::design::{FallbackProvider, PrimaryProvider};

/// A value that can be read from one part of a comma-separated list.
pub(super) trait Item: Sized + PartialEq {
    /// Reads one value.
    fn read(text: &str) -> Result<Self, AddressError>;
}

impl Item for Domain {
    fn read(text: &str) -> Result<Self, AddressError> {
        Self::parse(text)
    }
}

impl Item for EmailAddress {
    fn read(text: &str) -> Result<Self, AddressError> {
        Self::parse(text)
    }
}

/// Reads values with commas, semicolons, blanks or line ends between them. A value named twice is kept once.
pub(super) fn read_list<T: Item>(text: &str) -> Result<Vec<T>, String> {
    let mut values = Vec::new();
    for part in text.split(|c: char| c == ',' || c == ';' || c.is_whitespace()).filter(|part| !part.is_empty()) {
        let value = T::read(part).map_err(|error| sentence(&error))?;
        if !values.contains(&value) {
            values.push(value);
        }
    }
    Ok(values)
}

/// Reads one value.
pub(super) fn read_one<T: Item>(text: &str) -> Result<T, String> {
    T::read(text).map_err(|error| sentence(&error))
}

/// Reads one value, or none where the text is blank.
pub(super) fn read_optional<T: Item>(text: &str) -> Result<Option<T>, String> {
    if text.trim().is_empty() { Ok(None) } else { read_one(text).map(Some) }
}

/// A trimmed text that may be anything.
pub(super) fn read_text(text: &str) -> Result<String, String> {
    Ok(text.trim().to_owned())
}

/// A trimmed text, or none where it is blank.
pub(super) fn read_optional_text(text: &str) -> Result<Option<String>, String> {
    let text = text.trim();
    Ok((!text.is_empty()).then(|| text.to_owned()))
}

/// A trimmed text that must not be blank.
pub(super) fn read_name(text: &str) -> Result<String, String> {
    let text = text.trim();
    if text.is_empty() { Err("A name is needed.".to_owned()) } else { Ok(text.to_owned()) }
}

/// Values as the text field shows them.
pub(super) fn joined<T: Display>(values: &[T]) -> String {
    values.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// An optional value as the text field shows it.
pub(super) fn or_empty<T: Display>(value: Option<&T>) -> String {
    value.map(ToString::to_string).unwrap_or_default()
}

/// An error as a sentence for a reader.
fn sentence(error: &impl Display) -> String {
    let text = error.to_string().replace('`', "\"");
    let mut rest = text.chars();
    rest.next().map(|first| format!("{}{}.", first.to_uppercase(), rest.as_str())).unwrap_or_default()
}

/// The name itself where it is free, else the name with the first free number from 2.
pub(super) fn next_free(name: &str, taken: impl Fn(&str) -> bool) -> String {
    if !taken(name) {
        return name.to_owned();
    }
    (2_usize..).map(|number| format!("{name} {number}")).find(|name| !taken(name)).unwrap_or_default()
}

/// The fallback that two check boxes stand for; none where both are off, which the service refuses.
pub(super) fn fallback_of(microsoft_account: bool, passcode: bool) -> Option<FallbackProvider> {
    match (microsoft_account, passcode) {
        (true, true) => Some(FallbackProvider::DefaultConfiguredIdp),
        (true, false) => Some(FallbackProvider::MicrosoftAccount),
        (false, true) => Some(FallbackProvider::EmailOneTimePasscode),
        (false, false) => None,
    }
}

/// The two check boxes of a fallback: Microsoft account, email one-time passcode.
pub(super) fn boxes_of(fallback: FallbackProvider) -> (bool, bool) {
    match fallback {
        FallbackProvider::DefaultConfiguredIdp => (true, true),
        FallbackProvider::MicrosoftAccount => (true, false),
        FallbackProvider::EmailOneTimePasscode => (false, true),
    }
}

/// The order with the provider one place up or down, and its new position from 0; none at the edge.
pub(super) fn moved(order: &[PrimaryProvider], provider: PrimaryProvider, up: bool) -> Option<(Vec<PrimaryProvider>, usize)> {
    let from = order.iter().position(|other| *other == provider)?;
    let to = if up { from.checked_sub(1)? } else { from + 1 };
    if to >= order.len() {
        return None;
    }
    let mut order = order.to_vec();
    order.swap(from, to);
    Some((order, to))
}

#[cfg(test)]
mod tests {
    use PrimaryProvider::{AzureActiveDirectory, ExternalFederation, SocialIdentityProviders};

    use super::*;

    #[test]
    fn a_list_is_read_with_commas_semicolons_and_blanks_and_each_value_once() {
        let domains = read_list::<Domain>(" Tailspin.example,, wingtip.example;tailspin.example\nlitware.example ").unwrap();
        assert_eq!(joined(&domains), "tailspin.example, wingtip.example, litware.example");
        assert_eq!(read_list::<Domain>(" , "), Ok(Vec::new()));
    }

    #[test]
    fn a_part_that_cannot_be_read_is_named_in_a_sentence() {
        assert_eq!(
            read_list::<Domain>("tailspin.example, tailspin"),
            Err("\"tailspin\" is not a domain; write one such as \"adatum.example\".".to_owned())
        );
        assert_eq!(
            read_one::<EmailAddress>(" "),
            Err("The address is empty; write one such as \"nina@adatum.example\".".to_owned())
        );
    }

    #[test]
    fn blank_is_none_only_where_none_is_possible() {
        assert_eq!(read_optional::<EmailAddress>("  "), Ok(None));
        assert_eq!(read_optional_text(" https://a.example "), Ok(Some("https://a.example".to_owned())));
        assert_eq!(read_optional_text(" "), Ok(None));
        assert!(read_name(" ").is_err());
    }

    #[test]
    fn the_next_free_name_counts_from_two() {
        assert_eq!(next_free("Nina", |_| false), "Nina");
        assert_eq!(next_free("Nina", |name| name == "Nina" || name == "Nina 2"), "Nina 3");
    }

    #[test]
    fn two_check_boxes_make_a_fallback_unless_both_are_off() {
        assert_eq!(fallback_of(false, false), None);
        for fallback in
            [FallbackProvider::DefaultConfiguredIdp, FallbackProvider::MicrosoftAccount, FallbackProvider::EmailOneTimePasscode]
        {
            let (account, passcode) = boxes_of(fallback);
            assert_eq!(fallback_of(account, passcode), Some(fallback));
        }
    }

    #[test]
    fn a_provider_moves_one_place_and_stops_at_the_edges() {
        let order = [AzureActiveDirectory, ExternalFederation, SocialIdentityProviders];
        let up = moved(&order, ExternalFederation, true);
        assert_eq!(up, Some((vec![ExternalFederation, AzureActiveDirectory, SocialIdentityProviders], 0)));
        let down = moved(&order, ExternalFederation, false);
        assert_eq!(down, Some((vec![AzureActiveDirectory, SocialIdentityProviders, ExternalFederation], 2)));
        assert_eq!(moved(&order, AzureActiveDirectory, true), None);
        assert_eq!(moved(&order, SocialIdentityProviders, false), None);
        assert_eq!(moved(&order[..1], ExternalFederation, true), None);
    }
}
