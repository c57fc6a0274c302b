//! Terms of use: their languages, whether they must be opened first, and when an acceptance expires.
//!
//! Which guests they are shown to is a matter of Conditional Access, or of every guest where no policy names them.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

/// How many terms of use a tenant can have. Source: `terms-of-use.md`, 2025-07-21.
pub const MOST_TERMS: usize = 40;

/// Terms of use that a guest must accept.
///
/// Source: `agreement` (Microsoft Graph); `terms-of-use.md`, 2025-07-21.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TermsOfUse {
    /// The name guests see.
    pub display_name: String,
    /// The languages of the uploaded documents, first uploaded first; an empty list is one document in English.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    /// Whether the document must be opened before it can be accepted (`isViewingBeforeAcceptanceRequired`).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_viewing_before_acceptance_required: bool,
    /// Whether every device must accept (`isPerDeviceAcceptanceRequired`); not supported for guests.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_per_device_acceptance_required: bool,
    /// *Expire consents*: a schedule that is common to everybody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms_expiration: Option<TermsExpiration>,
    /// *Duration before re-acceptance required (days)*: a clock for each person (`userReacceptRequiredFrequency`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reaccept_after_days: Option<u16>,
}

/// A common schedule on which acceptances expire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TermsExpiration {
    /// The first date of the schedule.
    #[serde(deserialize_with = "crate::document::day::day")]
    pub start: Date,
    /// How often it comes round.
    pub frequency: TermsFrequency,
}

/// How often a schedule comes round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter, EnumString, IntoStaticStr)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum TermsFrequency {
    /// Every twelve months.
    #[default]
    Annually,
    /// Every six months.
    Biannually,
    /// Every three months.
    Quarterly,
    /// Every month.
    Monthly,
}

impl TermsFrequency {
    /// The months from one date of the schedule to the next.
    pub fn months(self) -> i32 {
        match self {
            Self::Annually => 12,
            Self::Biannually => 6,
            Self::Quarterly => 3,
            Self::Monthly => 1,
        }
    }
}

impl TermsExpiration {
    /// The first date of the schedule after this day: on it, an acceptance of this day expires.
    pub fn next_after(&self, day: Date) -> Option<Date> {
        if day < self.start {
            return Some(self.start);
        }
        let months = i32::from(day.year() - self.start.year()) * 12 + i32::from(day.month()) - i32::from(self.start.month());
        let rounds = months / self.frequency.months();
        // A day late in a long month may come round before it, so the date one round on is tried, too.
        (rounds..=rounds + 1).find_map(|round| {
            let date = self.start.checked_add(jiff::Span::new().try_months(round * self.frequency.months()).ok()?).ok()?;
            (date > day).then_some(date)
        })
    }
}

impl TermsOfUse {
    /// Terms of one English document without any condition.
    pub fn named(display_name: impl Into<String>) -> Self {
        Self {
            display_name: display_name.into(),
            languages: Vec::new(),
            is_viewing_before_acceptance_required: false,
            is_per_device_acceptance_required: false,
            terms_expiration: None,
            reaccept_after_days: None,
        }
    }

    /// The first day on which an acceptance of this day no longer counts; `None` where it does not expire.
    pub fn expires_on(&self, accepted: Date) -> Option<Date> {
        let scheduled = self.terms_expiration.and_then(|schedule| schedule.next_after(accepted));
        let own = self.reaccept_after_days.and_then(|days| accepted.checked_add(jiff::Span::new().try_days(days).ok()?).ok());
        [scheduled, own].into_iter().flatten().min()
    }

    /// The language of the document that a guest with this preference is shown.
    pub fn language_for(&self, preferred: Option<&str>) -> &str {
        let same = |language: &&String| {
            preferred.is_some_and(|preferred| {
                let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_lowercase();
                primary(language) == primary(preferred)
            })
        };
        let chosen = self.languages.iter().find(same).or_else(|| self.languages.first());
        chosen.map_or("en", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    /// The worked examples of `terms-of-use.md`, 2025-07-21: a monthly schedule from January 1.
    #[test]
    fn on_a_schedule_everybody_expires_on_the_common_date() {
        let terms = TermsOfUse {
            terms_expiration: Some(TermsExpiration { start: date(2026, 1, 1), frequency: TermsFrequency::Monthly }),
            ..TermsOfUse::named("Rules")
        };
        assert_eq!(terms.expires_on(date(2026, 1, 1)), Some(date(2026, 2, 1)));
        assert_eq!(terms.expires_on(date(2026, 1, 15)), Some(date(2026, 2, 1)));
        assert_eq!(terms.expires_on(date(2025, 12, 20)), Some(date(2026, 1, 1)));
        assert_eq!(terms.expires_on(date(2026, 2, 1)), Some(date(2026, 3, 1)));
    }

    /// The worked examples of the same document: 30 days for each person.
    #[test]
    fn with_a_duration_each_person_has_a_clock() {
        let terms = TermsOfUse { reaccept_after_days: Some(30), ..TermsOfUse::named("Rules") };
        assert_eq!(terms.expires_on(date(2026, 1, 1)), Some(date(2026, 1, 31)));
        assert_eq!(terms.expires_on(date(2026, 1, 15)), Some(date(2026, 2, 14)));
    }

    #[test]
    fn with_both_the_earlier_date_counts_and_with_neither_nothing_expires() {
        let schedule = TermsExpiration { start: date(2026, 1, 1), frequency: TermsFrequency::Quarterly };
        let both = TermsOfUse { terms_expiration: Some(schedule), reaccept_after_days: Some(30), ..TermsOfUse::named("Rules") };
        assert_eq!(both.expires_on(date(2026, 1, 15)), Some(date(2026, 2, 14)));
        assert_eq!(both.expires_on(date(2026, 3, 20)), Some(date(2026, 4, 1)));
        assert_eq!(TermsOfUse::named("Rules").expires_on(date(2026, 1, 1)), None);
    }

    #[test]
    fn a_schedule_from_the_last_of_a_long_month_keeps_to_the_months() {
        let schedule = TermsExpiration { start: date(2026, 1, 31), frequency: TermsFrequency::Monthly };
        assert_eq!(schedule.next_after(date(2026, 1, 31)), Some(date(2026, 2, 28)));
        assert_eq!(schedule.next_after(date(2026, 2, 28)), Some(date(2026, 3, 31)));
        assert_eq!(schedule.next_after(date(2026, 3, 30)), Some(date(2026, 3, 31)));
    }

    #[test]
    fn the_guest_reads_their_own_language_or_else_the_first_document() {
        let terms = TermsOfUse { languages: vec!["fr".to_owned(), "de-DE".to_owned()], ..TermsOfUse::named("Rules") };
        assert_eq!(terms.language_for(Some("de")), "de-DE");
        assert_eq!(terms.language_for(Some("en-US")), "fr");
        assert_eq!(terms.language_for(None), "fr");
        assert_eq!(TermsOfUse::named("Rules").language_for(Some("de")), "en");
    }
}
