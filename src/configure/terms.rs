//! Terms of use: a card for each, with languages and when an acceptance expires.
//!
//! Which guests must accept them is a matter of Conditional Access, or of every guest where no policy names them.

use redemption_engine::design::{MOST_TERMS, TermsExpiration, TermsFrequency, TermsOfUse};
use redemption_engine::wording;

use super::cards::{List, remove};
use super::form::{Rows, draw, rows, within};
use super::line::read_day;
use super::lists::next_free;
use super::setting::{Kind, Setting, flag, line, name, one, setting};
use super::subject;

const TERMS_OF_USE: &[Setting<TermsOfUse>] = &[
    setting("displayName", "Display name", "Guests see it.", name!(display_name)),
    setting(
        "languages",
        "Languages of the documents",
        "Such as en, de, with commas between them; the first is shown where none fits. Default: one document in English.",
        line!(languages),
    ),
    setting(
        "isViewingBeforeAcceptanceRequired",
        "Require users to expand the terms of use",
        "Default: off.",
        flag!(is_viewing_before_acceptance_required),
    ),
    setting(
        "isPerDeviceAcceptanceRequired",
        "Require users to consent on every device",
        "Default: off. Not supported for guests.",
        flag!(is_per_device_acceptance_required),
    ),
    setting(
        "reacceptAfterDays",
        "Duration before re-acceptance required (days)",
        "A clock for each person. Empty: none.",
        line!(reaccept_after_days, "numeric"),
    ),
    setting(
        "termsExpiration",
        "Expire consents",
        "A schedule common to everybody. Default: off.",
        Kind::Flag {
            is: |terms| terms.terms_expiration.is_some(),
            set: |terms, on| terms.terms_expiration = if on { new_schedule() } else { None },
        },
    ),
];

const SCHEDULE: &[Setting<TermsExpiration>] = &[
    setting(
        "start",
        "Expire starting on",
        "The first day of the schedule.",
        Kind::Line {
            show: |schedule| schedule.start.to_string(),
            put: |schedule, text| {
                schedule.start = read_day(text)?.ok_or("A day is needed, such as 2026-01-01.")?;
                Ok(())
            },
            mode: "numeric",
            example: "2026-01-01",
        },
    ),
    setting("frequency", "Frequency", "Default: annually.", one!(frequency, wording::terms_frequency)),
];

fn new_schedule() -> Option<TermsExpiration> {
    Some(TermsExpiration { start: read_day("2026-01-01").ok()??, frequency: TermsFrequency::default() })
}

/// The settings of one of the terms of use.
pub(super) fn fields(at: usize) -> Rows {
    let mut all = rows(subject::terms(at), TERMS_OF_USE);
    all.extend(within(subject::schedule(at), SCHEDULE));
    all
}

/// All terms of use.
pub(super) const TERMS: &List = &List {
    what: "Terms of use",
    add: "Add terms of use",
    path: |_| "resource.termsOfUse".to_owned(),
    first: "displayName",
    titles: |workspace, _| {
        let terms = workspace.design.resource_tenant.terms_of_use.iter();
        terms.map(|terms| (terms.display_name.clone(), terms.languages.join(", "))).collect()
    },
    push: |workspace, _| {
        let resource = &mut workspace.design.resource_tenant;
        let name = next_free(&format!("{} terms of use", resource.display_name), |name| {
            resource.terms_of_use.iter().any(|terms| terms.display_name == name)
        });
        resource.terms_of_use.push(TermsOfUse::named(name));
        Some(())
    },
    cut: |workspace, _, at| {
        remove(&mut workspace.design.resource_tenant.terms_of_use, at);
    },
    stuck: |workspace, _| {
        let full = workspace.design.resource_tenant.terms_of_use.len() >= MOST_TERMS;
        full.then_some("A tenant can have 40 terms of use.")
    },
    card: |_, at| draw(&fields(at), false),
    level: 4,
};
