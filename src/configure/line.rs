//! Values as a line of text: how each kind is shown and read.
//!
//! A text that cannot be read is refused with a sentence for the reader. Nothing here knows the page.

use std::fmt::Display;

use redemption_engine::address::{AddressError, Domain, EmailAddress};
use redemption_engine::design::SignInFrequency;
use redemption_engine::document::{Date, written_out};
use redemption_engine::problems::ProblemCode;

use crate::state::Refusal;
use crate::words;

/// A value that a line of text can hold.
pub(super) trait Line: Sized {
    /// The value as text.
    fn show(&self) -> String;
    /// Reads it, or says why not.
    fn read(text: &str) -> Result<Self, Refusal>;
}

/// Reads a text into its place, or says why not.
pub(super) fn put<T: Line>(place: &mut T, text: &str) -> Result<(), Refusal> {
    *place = T::read(text)?;
    Ok(())
}

/// Reads a text that must not be blank.
pub(super) fn put_name(place: &mut String, text: &str) -> Result<(), Refusal> {
    let name = text.trim();
    if name.is_empty() {
        return Err(Refusal::new(ProblemCode::NameIsLeftOut, words::configure::this_cannot_be_empty()));
    }
    name.clone_into(place);
    Ok(())
}

/// Reads a day, or none.
pub(super) fn read_day(text: &str) -> Result<Option<Date>, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    written_out(text)
        .map(Some)
        .ok_or_else(|| Refusal::new(ProblemCode::DayCannotBeRead, words::configure::write_day_such_as_2024()))
}

/// Any text.
impl Line for String {
    fn show(&self) -> String {
        self.clone()
    }
    fn read(text: &str) -> Result<Self, Refusal> {
        Ok(text.trim().to_owned())
    }
}

/// Any text, or none where it is blank.
impl Line for Option<String> {
    fn show(&self) -> String {
        or_empty(self.as_ref())
    }
    fn read(text: &str) -> Result<Self, Refusal> {
        let text = text.trim();
        Ok((!text.is_empty()).then(|| text.to_owned()))
    }
}

/// Any texts, which may contain blanks.
impl Line for Vec<String> {
    fn show(&self) -> String {
        joined(self)
    }
    fn read(text: &str) -> Result<Self, Refusal> {
        let mut values: Self = Vec::new();
        for part in text.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()) {
            if values.iter().all(|value| value != part) {
                values.push(part.to_owned());
            }
        }
        Ok(values)
    }
}

/// A number of days, or none.
impl Line for Option<u16> {
    fn show(&self) -> String {
        or_empty(self.as_ref())
    }
    fn read(text: &str) -> Result<Self, Refusal> {
        let days = text.trim();
        match days.parse() {
            Ok(days @ 1..) => Ok(Some(days)),
            Err(_) if days.is_empty() => Ok(None),
            Ok(0) | Err(_) => Err(Refusal::new(ProblemCode::DaysCannotBeRead, words::configure::write_whole_number_days_1())),
        }
    }
}

/// How often somebody signs in, or as usual.
impl Line for Option<SignInFrequency> {
    fn show(&self) -> String {
        or_empty(self.as_ref())
    }
    fn read(text: &str) -> Result<Self, Refusal> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(None);
        }
        let refused = |_| Refusal::new(ProblemCode::FrequencyCannotBeRead, words::configure::write_every_time_or_number());
        text.parse().map(Some).map_err(refused)
    }
}

impl Line for Domain {
    fn show(&self) -> String {
        self.to_string()
    }
    fn read(text: &str) -> Result<Self, Refusal> {
        Self::parse(text).map_err(|error| unreadable(ProblemCode::DomainCannotBeRead, &error))
    }
}

impl Line for EmailAddress {
    fn show(&self) -> String {
        self.to_string()
    }
    fn read(text: &str) -> Result<Self, Refusal> {
        Self::parse(text).map_err(|error| unreadable(ProblemCode::AddressCannotBeRead, &error))
    }
}

impl Line for Option<EmailAddress> {
    fn show(&self) -> String {
        or_empty(self.as_ref())
    }
    fn read(text: &str) -> Result<Self, Refusal> {
        if text.trim().is_empty() { Ok(None) } else { EmailAddress::read(text).map(Some) }
    }
}

impl Line for Vec<Domain> {
    fn show(&self) -> String {
        joined(self)
    }
    fn read(text: &str) -> Result<Self, Refusal> {
        read_list(text)
    }
}

impl Line for Vec<EmailAddress> {
    fn show(&self) -> String {
        joined(self)
    }
    fn read(text: &str) -> Result<Self, Refusal> {
        read_list(text)
    }
}

/// Reads values with commas, semicolons, blanks or line ends between them. A value named twice is kept once.
fn read_list<T: Line + PartialEq>(text: &str) -> Result<Vec<T>, Refusal> {
    let mut values = Vec::new();
    for part in text.split(|c: char| c == ',' || c == ';' || c.is_whitespace()).filter(|part| !part.is_empty()) {
        let value = T::read(part)?;
        if !values.contains(&value) {
            values.push(value);
        }
    }
    Ok(values)
}

/// The refusal of a text that an error says cannot be read.
fn unreadable(code: ProblemCode, error: &AddressError) -> Refusal {
    Refusal::new(code, sentence(error))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_with_commas_semicolons_and_blanks_and_each_value_once() {
        let domains = Vec::<Domain>::read(" Tailspin.example,, wingtip.example;tailspin.example\nlitware.example ").unwrap();
        assert_eq!(domains.show(), "tailspin.example, wingtip.example, litware.example");
        assert_eq!(Vec::<Domain>::read(" , "), Ok(Vec::new()));
    }

    #[test]
    fn a_list_of_names_keeps_the_blanks_in_them() {
        let groups = Vec::<String>::read("Sales, Partner portal users ;Sales").unwrap();
        assert_eq!(groups, ["Sales", "Partner portal users"]);
    }

    #[test]
    fn a_part_that_cannot_be_read_is_named_in_a_sentence() {
        assert_eq!(
            Vec::<Domain>::read("tailspin.example, tailspin"),
            Err(Refusal::new(
                ProblemCode::DomainCannotBeRead,
                "\"tailspin\" is not a domain; write one such as \"adatum.example\"."
            ))
        );
        let empty = "The address is empty; write one such as \"nina@adatum.example\".";
        assert_eq!(EmailAddress::read(" "), Err(Refusal::new(ProblemCode::AddressCannotBeRead, empty)));
    }

    #[test]
    fn every_kind_of_text_that_cannot_be_read_has_a_code() {
        let code = |read: Result<(), Refusal>| read.unwrap_err().code.card().id;
        let mut name = String::new();
        assert_eq!(code(EmailAddress::read("nina").map(drop)), "RDM-108");
        assert_eq!(code(Option::<EmailAddress>::read("nina@").map(drop)), "RDM-108");
        assert_eq!(code(Vec::<EmailAddress>::read("nina@adatum.example, ola").map(drop)), "RDM-108");
        assert_eq!(code(Domain::read("adatum").map(drop)), "RDM-109");
        assert_eq!(code(Vec::<Domain>::read("adatum").map(drop)), "RDM-109");
        assert_eq!(code(put_name(&mut name, " ")), "RDM-110");
        assert_eq!(code(read_day("soon").map(drop)), "RDM-111");
        assert_eq!(code(Option::<u16>::read("0").map(drop)), "RDM-112");
        assert_eq!(code(Option::<SignInFrequency>::read("often").map(drop)), "RDM-113");
    }

    #[test]
    fn blank_is_none_only_where_none_is_possible() {
        assert_eq!(Option::<EmailAddress>::read("  "), Ok(None));
        assert_eq!(Option::<String>::read(" https://a.example "), Ok(Some("https://a.example".to_owned())));
        assert_eq!(Option::<String>::read(" "), Ok(None));
        let mut name = "Woodgrove".to_owned();
        assert!(put_name(&mut name, " ").is_err());
        assert_eq!(name, "Woodgrove");
    }

    #[test]
    fn days_are_a_whole_number_from_one() {
        let mut days = Some(90);
        for refused in ["0", "-1", "ten", "1.5", "70000"] {
            assert!(put(&mut days, refused).is_err(), "{refused}");
        }
        assert_eq!(days, Some(90));
        assert_eq!(put(&mut days, " 30 "), Ok(()));
        assert_eq!(days, Some(30));
        assert_eq!(put(&mut days, ""), Ok(()));
        assert_eq!(days, None);
    }
}
