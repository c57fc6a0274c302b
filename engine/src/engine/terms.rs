//! The terms of use: which ones a guest is shown, whether an acceptance still counts, and in which language.
//!
//! The calendar of an expiry is in `design/terms.rs`.

use smol_str::{ToSmolStr, format_smolstr};

use super::{Look, Progress, Verdict, World, conditional_access};
use crate::act::Prompt;
use crate::clock;
use crate::design::{MOST_TERMS, TermsOfUse};
use crate::flow::Answer;
use crate::rules::Rule;
use crate::trace::What;

/// Why terms of use are shown, or that they are not.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// They are not for this guest.
    NotForThem,
    /// Never accepted.
    Open,
    /// The acceptance has expired.
    Expired,
    /// Accepted.
    Accepted,
}

pub(super) fn terms_of_use(world: World<'_>, so_far: &mut Progress, look: &mut impl Look) -> Verdict {
    let terms = &world.design.resource_tenant.terms_of_use;
    look.read(What::TermsOfUse, || crate::wording::list(terms.iter().map(|terms| &terms.display_name)));
    if terms.is_empty() {
        return Verdict::Is(Answer::No, Rule::NoTermsAreLeft);
    }
    look.read(What::TermsAccepted, || format_smolstr!("{} of {}", so_far.terms_accepted(), terms.len()));
    let mut rule = Rule::NoTermsAreLeft;
    // A tenant cannot have more; what a scenario lists beyond is a problem of its own and never shown.
    for (number, one) in (0_u16..).zip(terms.iter().take(MOST_TERMS)) {
        match standing(world, so_far, number, one) {
            Standing::NotForThem => rule = Rule::PolicyDecidesAboutTerms,
            Standing::Accepted => {}
            Standing::Expired if so_far.in_session => rule = Rule::ExpiredTermsWaitForSession,
            open @ (Standing::Open | Standing::Expired) => {
                if so_far.terms_shown != Some(number) {
                    so_far.terms_shown = Some(number);
                    so_far.terms_opened = false;
                }
                let unread = one.is_viewing_before_acceptance_required && !so_far.terms_opened;
                let preferred = world.guest.person.preferred_language.as_deref();
                look.read(What::TermsLanguage, || one.language_for(preferred));
                if open == Standing::Expired {
                    look.read(What::Today, || {
                        clock::day(world.design, world.guest, clock::day_number(so_far.minutes)).to_smolstr()
                    });
                    look.read(What::TermsExpiry, || expiry(world, so_far, number, one));
                }
                let rule = match (open, unread) {
                    (_, true) => Rule::TermsMustBeOpened,
                    (Standing::Expired, false) => Rule::TermsExpire,
                    (_, false) => Rule::TermsAreShown,
                };
                return Verdict::Ask(Prompt::TermsOfUse { number, unread }, rule);
            }
        }
    }
    if so_far.returned && world.design.interpretations.terms_at_first_sign_in_only {
        look.saw(What::Interpretation, || "termsAtFirstSignInOnly");
        rule = Rule::TermsAtFirstSignInOnly;
    }
    Verdict::Is(Answer::No, rule)
}

/// Whether the tenant has terms of use of one of these names.
pub(super) fn exist(world: World<'_>, names: &[String]) -> bool {
    world.design.resource_tenant.terms_of_use.iter().take(MOST_TERMS).any(|terms| names.contains(&terms.display_name))
}

/// Whether all terms of use of these names have been accepted and still count.
pub(super) fn are_accepted(world: World<'_>, so_far: &Progress, names: &[String]) -> bool {
    let listed = (0_u16..).zip(world.design.resource_tenant.terms_of_use.iter().take(MOST_TERMS));
    let mut named = listed.filter(|(_, terms)| names.contains(&terms.display_name)).peekable();
    named.peek().is_some()
        && named.all(|(number, terms)| {
            so_far.terms_accepted_on(number).is_some() && acceptance(world, so_far, number, terms) == Standing::Accepted
        })
}

fn standing(world: World<'_>, so_far: &Progress, number: u16, terms: &TermsOfUse) -> Standing {
    let policies = &world.design.resource_tenant.conditional_access;
    let names = |list: &[String]| list.contains(&terms.display_name);
    let named = policies.iter().any(|policy| names(&policy.terms_of_use));
    if named
        && !conditional_access::applying(world, *so_far)
            .any(|policy| names(&policy.terms_of_use) && conditional_access::demands_terms(policy, world, so_far))
    {
        return Standing::NotForThem;
    }
    acceptance(world, so_far, number, terms)
}

/// Whether an acceptance is there and still counts, whoever the terms are for.
fn acceptance(world: World<'_>, so_far: &Progress, number: u16, terms: &TermsOfUse) -> Standing {
    let Some(accepted) = so_far.terms_accepted_on(number) else {
        let first_only = world.design.interpretations.terms_at_first_sign_in_only && so_far.returned;
        return if first_only { Standing::Accepted } else { Standing::Open };
    };
    if world.design.interpretations.terms_at_first_sign_in_only
        || (terms.terms_expiration.is_none() && terms.reaccept_after_days.is_none())
    {
        return Standing::Accepted;
    }
    // What was accepted today counts today, whatever the duration; otherwise a duration of no days would never let a guest in.
    if accepted == clock::day_number(so_far.minutes) {
        return Standing::Accepted;
    }
    let today = clock::day(world.design, world.guest, clock::day_number(so_far.minutes));
    let expires = terms.expires_on(clock::day(world.design, world.guest, accepted));
    if expires.is_some_and(|day| day <= today) { Standing::Expired } else { Standing::Accepted }
}

fn expiry(world: World<'_>, so_far: &Progress, number: u16, terms: &TermsOfUse) -> String {
    let accepted = so_far.terms_accepted_on(number).map(|day| clock::day(world.design, world.guest, day));
    accepted.and_then(|day| terms.expires_on(day)).map_or_else(|| "never".to_owned(), |day| day.to_string())
}
