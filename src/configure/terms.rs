//! Terms of use: a card for each, with languages and when an acceptance expires.
//!
//! Which guests must accept them is a matter of Conditional Access, or of every guest where no policy names them.

use redemption_engine::design::{MOST_TERMS, TermsExpiration, TermsFrequency, TermsOfUse};
use redemption_engine::problems::ProblemCode;
use redemption_engine::wording;

use super::cards::{List, remove};
use super::form::{Rows, draw, rows, within};
use super::line::read_day;
use super::lists::next_free;
use super::setting::{Kind, Setting, flag, line, name, one, setting};
use super::subject;
use crate::state::Refusal;
use crate::words;

const TERMS_OF_USE: &[Setting<TermsOfUse>] = &[
    setting("displayName", words::common::display_name(), words::resource::display_name_help(), name!(display_name)),
    setting(
        "languages",
        words::resource::languages_of_the_documents(),
        words::resource::languages_of_the_documents_help(),
        line!(languages),
    ),
    setting(
        "isViewingBeforeAcceptanceRequired",
        words::resource::require_users_to_expand_terms(),
        words::resource::require_users_to_expand_terms_help(),
        flag!(is_viewing_before_acceptance_required),
    ),
    setting(
        "isPerDeviceAcceptanceRequired",
        words::resource::require_users_to_consent_on(),
        words::resource::require_users_to_consent_on_help(),
        flag!(is_per_device_acceptance_required),
    ),
    setting(
        "reacceptAfterDays",
        words::resource::duration_before_re_acceptance_required(),
        words::resource::duration_before_re_acceptance_required_help(),
        line!(reaccept_after_days, "numeric"),
    ),
    setting(
        "termsExpiration",
        words::resource::expire_consents(),
        words::resource::expire_consents_help(),
        Kind::Flag {
            is: |terms| terms.terms_expiration.is_some(),
            set: |terms, on| terms.terms_expiration = if on { new_schedule() } else { None },
        },
    ),
];

const SCHEDULE: &[Setting<TermsExpiration>] = &[
    setting(
        "start",
        words::resource::expire_starting_on(),
        words::resource::expire_starting_on_help(),
        Kind::Line {
            show: |schedule| schedule.start.to_string(),
            put: |schedule, text| {
                schedule.start = read_day(text)?
                    .ok_or_else(|| Refusal::new(ProblemCode::DayCannotBeRead, words::resource::day_needed_such_as_2026()))?;
                Ok(())
            },
            mode: "numeric",
            example: "2026-01-01",
        },
    ),
    setting(
        "frequency",
        words::resource::frequency(),
        words::resource::frequency_help(),
        one!(frequency, wording::terms_frequency),
    ),
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
    what: words::common::terms_of_use(),
    add: words::resource::add_terms_of_use(),
    path: |_| "resource.termsOfUse".to_owned(),
    first: "displayName",
    titles: |workspace, _| {
        let terms = workspace.design.resource_tenant.terms_of_use.iter();
        terms.map(|terms| (terms.display_name.clone(), terms.languages.join(", "))).collect()
    },
    push: |workspace, _| {
        let resource = &mut workspace.design.resource_tenant;
        let name = next_free(&words::resource::terms_of_use(&resource.display_name), |name| {
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
        full.then_some(words::resource::tenant_can_40_terms_use())
    },
    card: |_, at| draw(&fields(at), false),
    level: 4,
};
