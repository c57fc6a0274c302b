//! Reads days as the format writes them, `2026-04-21`, with a complaint that says what to write.
//!
//! Which day it is in a run is a matter of `clock.rs`.

pub use jiff::civil::Date;
use serde::de::{Deserialize, Deserializer, Error};

use super::place::shorten;

/// Reads a day.
pub(crate) fn day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    parse(&String::deserialize(deserializer)?).map_err(D::Error::custom)
}

/// Reads a day or `null`.
pub(crate) fn optional<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    Option::<String>::deserialize(deserializer)?.map(|text| parse(&text).map_err(D::Error::custom)).transpose()
}

fn parse(text: &str) -> Result<Date, String> {
    written_out(text).ok_or_else(|| format!("`{}` is not a day; write one such as `2026-04-21`", shorten(text)))
}

/// The day that stands in a text as `2026-04-21`, in no other of the standard's forms.
pub fn written_out(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let mut digits =
        |count: usize| parts.next().filter(|part| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit()));
    let (year, month, day) = (digits(4)?, digits(2)?, digits(2)?);
    if parts.next().is_some() {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_day_is_a_year_a_month_and_a_day_that_exists() {
        assert_eq!(parse("2024-02-29"), Ok(date(2024, 2, 29)));
        for text in [
            "2026-02-29",
            "2026-13-01",
            "2026-4-1",
            "20260401",
            "01.04.2026",
            "2026-04-21T09:00",
            "-2026-04-1",
            "+026-04-01",
            "2026-04-21-",
            "",
        ] {
            assert_eq!(written_out(text), None, "{text}");
            assert_eq!(parse(text), Err(format!("`{text}` is not a day; write one such as `2026-04-21`")));
        }
    }
}
