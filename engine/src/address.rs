//! Email addresses and domains, as the documents compare them: trimmed and in lower case.
//!
//! Only the shape `local@domain` is demanded. Which characters an *invitation* refuses is a gate of its own and not decided here.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::document::shorten;

/// An address of the shape `local@domain`: an invited address, a user principal name, an alias.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EmailAddress {
    // INVARIANT: lower case, trimmed, exactly one `@`, which is the byte at `at`; both sides are non-empty.
    text: Box<str>,
    at: usize,
}

/// A domain name such as `adatum.example`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Domain {
    // INVARIANT: lower case, trimmed, a valid domain in the sense of `domain_shape`.
    text: Box<str>,
}

/// Why a text is not an address or not a domain.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// The text is empty or blank.
    #[error("the address is empty; write one such as `nina@adatum.example`")]
    Empty,
    /// There is no `@`, or there are several, or one side is empty, or there is a blank.
    #[error("`{0}` is not an email address; write one such as `nina@adatum.example`")]
    NotAnAddress(String),
    /// There is a character of no width, written here as its number.
    #[error("`{0}` has a character in it that nobody sees; write the address anew")]
    Invisible(String),
    /// The text is not a domain name.
    #[error("`{0}` is not a domain; write one such as `adatum.example`")]
    NotADomain(String),
    /// Longer than the 254 characters that an address may have.
    #[error("the text has {0} characters; an address has at most 254")]
    TooLong(usize),
}

const LONGEST: usize = 254;

impl Domain {
    /// The initial domain of Woodgrove, the fictional organisation that a new workspace starts with.
    pub fn woodgrove() -> Self {
        Self { text: "woodgrove.onmicrosoft.com".into() }
    }
}

impl EmailAddress {
    /// Reads an address; blanks around it are dropped and capitals are lowered.
    pub fn parse(text: &str) -> Result<Self, AddressError> {
        let text = text.trim().to_lowercase();
        if text.is_empty() {
            return Err(AddressError::Empty);
        }
        if text.len() > LONGEST {
            return Err(AddressError::TooLong(text.chars().count()));
        }
        let not_an_address = || AddressError::NotAnAddress(shorten(&text));
        let (local, domain) = text.split_once('@').ok_or_else(not_an_address)?;
        // Copied along from a mail or a web page.
        if text.contains(|c| matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')) {
            return Err(AddressError::Invisible(text.escape_debug().to_string()));
        }
        let odd = |c: char| c.is_whitespace() || c.is_control();
        if local.is_empty() || local.contains(odd) || !domain_shape(domain) {
            return Err(not_an_address());
        }
        Ok(Self { at: local.len(), text: text.into_boxed_str() })
    }

    /// The whole address.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The part before the `@`.
    pub fn local(&self) -> &str {
        self.text.get(..self.at).unwrap_or_default()
    }

    /// The part after the `@`.
    pub fn domain(&self) -> &str {
        self.text.get(self.at + 1..).unwrap_or_default()
    }
}

impl Domain {
    /// Reads a domain; blanks around it are dropped and capitals are lowered.
    pub fn parse(text: &str) -> Result<Self, AddressError> {
        let text = text.trim().to_lowercase();
        if text.len() > LONGEST {
            return Err(AddressError::TooLong(text.chars().count()));
        }
        if domain_shape(&text) { Ok(Self { text: text.into_boxed_str() }) } else { Err(AddressError::NotADomain(shorten(&text))) }
    }

    /// The domain's name.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

/// Labels joined by dots, at least two, of letters, digits and hyphens (any script, as internationalised names are typed).
fn domain_shape(text: &str) -> bool {
    text.contains('.')
        && text.split('.').all(|label| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        })
}

impl TryFrom<String> for EmailAddress {
    type Error = AddressError;
    fn try_from(text: String) -> Result<Self, AddressError> {
        Self::parse(&text)
    }
}

impl TryFrom<String> for Domain {
    type Error = AddressError;
    fn try_from(text: String) -> Result<Self, AddressError> {
        Self::parse(&text)
    }
}

impl From<EmailAddress> for String {
    fn from(address: EmailAddress) -> Self {
        address.text.into()
    }
}

impl From<Domain> for String {
    fn from(domain: Domain) -> Self {
        domain.text.into()
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl fmt::Debug for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl fmt::Display for Domain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl fmt::Debug for Domain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_compared_trimmed_and_in_lower_case() {
        let address = EmailAddress::parse("  NINA@Adatum.Example ").unwrap();
        assert_eq!(address.as_str(), "nina@adatum.example");
        assert_eq!(address.local(), "nina");
        assert_eq!(address.domain(), "adatum.example");
    }

    #[test]
    fn what_is_not_an_address_is_refused_with_the_text_in_the_message() {
        for text in
            ["nina", "@adatum.example", "nina@", "nina@adatum", "ni na@adatum.example", "a@b@c.example", "n@a..b", "n@-a.b"]
        {
            let error = EmailAddress::parse(text).unwrap_err();
            assert!(error.to_string().contains(&format!("`{text}`")), "{text}: {error}");
        }
        assert_eq!(EmailAddress::parse("   "), Err(AddressError::Empty));
        assert_eq!(EmailAddress::parse(&format!("{}@adatum.example", "n".repeat(250))), Err(AddressError::TooLong(265)));
    }

    #[test]
    fn a_character_that_nobody_sees_is_named() {
        for (text, shown) in [("nina\u{200b}@adatum.example", "u{200b}"), ("\u{feff}nina@adatum.example", "u{feff}")] {
            let error = EmailAddress::parse(text).unwrap_err().to_string();
            assert!(error.contains(shown) && error.contains("write the address anew"), "{error}");
        }
    }

    #[test]
    fn a_plus_sign_is_an_address_because_the_invitation_gate_decides_about_it() {
        assert!(EmailAddress::parse("a+b@adatum.example").is_ok());
    }
}
