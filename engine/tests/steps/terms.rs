//! The terms of use, one after the other, and when an acceptance no longer counts.

use jiff::Span;
use jiff::civil::Date;
use redemption_engine::act::{Act, Prompt};
use redemption_engine::design::{Design, TermsFrequency, TermsOfUse};
use redemption_engine::engine::Ending;
use redemption_engine::flow::Outcome;
use redemption_engine::guest::Guest;

use super::attempt::accept_or_decline;
use super::{Acts, Kept, ended};

/// Asks for those of the demanded terms whose acceptance does not count, one at a time.
pub(super) fn terms_of_use(
    design: &Design,
    guest: &Guest,
    demanded: &[bool],
    (pending, in_session): (bool, bool),
    kept: &mut Kept,
    acts: &mut Acts<'_>,
) -> Result<(), Ending> {
    let today = kept.today(design, guest);
    let first_only = design.interpretations.terms_at_first_sign_in_only;
    for (number, terms) in design.resource_tenant.terms_of_use.iter().enumerate() {
        // Terms that have expired are shown again only once the session is over.
        let first_only = first_only || in_session && kept.terms[number].is_some();
        if !demanded[number] || counts(terms, kept.terms[number], today, first_only) || first_only && !pending {
            continue;
        }
        let page = |unread| Prompt::TermsOfUse { number: u16::try_from(number).unwrap(), unread };
        let mut accepted = None;
        if terms.is_viewing_before_acceptance_required {
            accepted = acts.page(page(true), |act| match act {
                Act::OpenDocument => Some(None),
                Act::Decline => Some(Some(false)),
                _ => None,
            })?;
        }
        if accepted.is_none() {
            accepted = Some(acts.page(page(false), accept_or_decline)?);
        }
        if accepted == Some(false) {
            return ended(Outcome::TermsDeclined);
        }
        kept.terms[number] = Some(today);
        kept.terms_accepted += 1;
    }
    Ok(())
}

/// Whether an acceptance still counts: before the next date of the common schedule, and before the person's own days are over.
/// Under the other reading it counts for ever.
pub(super) fn counts(terms: &TermsOfUse, accepted: Option<Date>, today: Date, for_ever: bool) -> bool {
    let Some(accepted) = accepted else { return false };
    if for_ever {
        return true;
    }
    let own = terms.reaccept_after_days.map(|days| accepted.checked_add(Span::new().days(i64::from(days))).unwrap());
    let common = terms.terms_expiration.map(|schedule| {
        let months = match schedule.frequency {
            TermsFrequency::Annually => 12,
            TermsFrequency::Biannually => 6,
            TermsFrequency::Quarterly => 3,
            TermsFrequency::Monthly => 1,
        };
        let dates = (0..).map(|round| schedule.start.checked_add(Span::new().months(round * months)).unwrap());
        dates.into_iter().find(|date| *date > accepted).unwrap()
    });
    own.is_none_or(|date| today < date) && common.is_none_or(|date| today < date)
}
