//! The simulated clock: it starts when the guest is invited and counts the minutes of the story.
//!
//! Nothing reads a real clock here; time passes only by acts.

use jiff::civil::{Date, DateTime, Time};

use crate::design::Design;
use crate::guest::Guest;
use crate::trace::{Place, Run};

/// The minute of the day at which the clock starts.
const STARTS_AT: u32 = 9 * 60;

/// When the clock starts: at 09:00 on the day of the invitation, or of a redemption that is a fact; by default the date of the
/// edition's text.
pub fn starts(design: &Design, guest: &Guest) -> DateTime {
    let redeemed = guest.redeemed.as_ref().and_then(|redeemed| redeemed.on);
    guest.invitation.invited_on.max(redeemed).unwrap_or_else(|| design.edition.date()).at(9, 0, 0, 0)
}

/// The time after so many minutes.
pub fn at(design: &Design, guest: &Guest, minutes: u32) -> DateTime {
    // Added as a day and a time of it: jiff's sum of a moment and minutes would bring every message of its errors into the page.
    let minutes = minutes.saturating_add(STARTS_AT);
    let part = |minutes: u32| i8::try_from(minutes % 60).unwrap_or_default();
    let time = Time::new(i8::try_from(minutes / 60 % 24).unwrap_or_default(), part(minutes), 0, 0).unwrap_or_default();
    let start = starts(design, guest).date();
    let span = jiff::Span::new().try_days(minutes / (24 * 60));
    span.and_then(|span| start.checked_add(span)).map_or(DateTime::MAX, |day| day.to_datetime(time))
}

/// The date and time after so many minutes, as `2024-03-26 09:00`.
pub fn date_and_time(design: &Design, guest: &Guest, minutes: u32) -> String {
    let at = at(design, guest, minutes);
    format!("{} {:02}:{:02}", at.date(), at.hour(), at.minute())
}

/// The simulated minutes that had passed at a place, since the invitation.
pub fn minutes_at(run: &Run, place: Place) -> u32 {
    let Some(chapter) = run.chapters.get(place.chapter) else { return 0 };
    let before = place.step.checked_sub(1).and_then(|step| chapter.steps.get(step));
    before.map_or(chapter.begins_at, |step| step.minutes)
}

/// The day that so many days after the start is; days change at midnight.
pub(crate) fn day(design: &Design, guest: &Guest, number: u16) -> Date {
    let start = starts(design, guest).date();
    let span = jiff::Span::new().try_days(number);
    span.and_then(|span| start.checked_add(span)).unwrap_or(Date::MAX)
}

/// How many midnights have passed after so many minutes.
pub(crate) fn day_number(minutes: u32) -> u16 {
    u16::try_from((minutes.saturating_add(STARTS_AT)) / (24 * 60)).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::act::Act;
    use crate::address::EmailAddress;
    use crate::guest::WayIn;

    #[test]
    fn the_clock_starts_at_nine_on_the_day_of_the_invitation() {
        let mut guest = Guest::invited("Nina", EmailAddress::parse("nina@adatum.example").unwrap());
        assert_eq!(starts(&Design::default(), &guest).to_string(), "2024-03-26T09:00:00");
        guest.invitation.invited_on = Some(jiff::civil::date(2026, 1, 1));
        assert_eq!(at(&Design::default(), &guest, 15 * 60).to_string(), "2026-01-02T00:00:00");
        assert_eq!((day_number(15 * 60 - 1), day_number(15 * 60)), (0, 1));
        assert_eq!(day(&Design::default(), &guest, 31).to_string(), "2026-02-01");
        assert_eq!(date_and_time(&Design::default(), &guest, 61), "2026-01-01 10:01");
    }

    #[test]
    fn the_clock_of_a_chapter_starts_where_the_one_before_has_left_it() {
        let mut guest = Guest::invited("Ravi", EmailAddress::parse("ravi@contractor.example").unwrap());
        guest.story = vec![Act::GiveUp, Act::LetTimePass(1440), Act::TryAgain(WayIn::DirectLink)];
        let run = crate::engine::replay(&Design::default(), &guest, &guest.story);
        assert_eq!(minutes_at(&run, Place { chapter: 2, step: 0 }), 0);
        assert_eq!(minutes_at(&run, Place { chapter: 2, step: 1 }), 1440);
        assert_eq!(minutes_at(&run, Place { chapter: 3, step: 0 }), 1440);
    }
}
