//! When terms of use come back, what can be done with a guest, and what a change changes.
//!
//! Decides nothing.

use jiff::civil::date;
use redemption_engine::act::Act;
use redemption_engine::design::{
    ApplicationPermissions, ConditionalAccessPolicy, Edition, EmailOneTimePasscode, PolicyState, TermsExpiration, TermsFrequency,
    TermsOfUse,
};
use redemption_engine::guest::WayIn;
use strum::IntoEnumIterator;

use super::super::EDITIONS;
use super::super::ground::{EVERYBODY, Who, address};
use super::super::tales::changes;
use super::{DAY, Scenario, on, product};

/// Expiry by schedule and by duration, on both sides of each date, under both readings.
pub(super) fn terms() -> impl Iterator<Item = Scenario> {
    let waits = [1, 15 * 60 - 1, 15 * 60, 29 * DAY, 30 * DAY, 31 * DAY, 46 * DAY, 92 * DAY, 400 * DAY];
    product([6, 4, 2, 2, 2, waits.len(), 4]).map(move |[frequency, days, viewing, first_only, january, wait, policy]| {
        let (mut design, mut guest) = on(Edition::Y2026, Who::Work, WayIn::DirectLink);
        let mut terms = TermsOfUse::named("Rules");
        let start = if january > 0 { date(2026, 1, 1) } else { date(2026, 8, 31) };
        terms.terms_expiration = TermsFrequency::iter().nth(frequency).map(|frequency| TermsExpiration { start, frequency });
        terms.reaccept_after_days = [None, Some(1), Some(30), Some(90)][days];
        terms.is_viewing_before_acceptance_required = viewing > 0;
        design.resource_tenant.terms_of_use = vec![TermsOfUse::named("Greeting"), terms];
        design.interpretations.terms_at_first_sign_in_only = first_only > 0;
        guest.invitation.invited_on = Some(if january > 0 { date(2026, 1, 15) } else { date(2026, 2, 14) });
        let read = ConditionalAccessPolicy {
            terms_of_use: vec!["Rules".to_owned()],
            ..ConditionalAccessPolicy::demanding("Readers", Vec::new())
        };
        let policies = match policy {
            0 => Vec::new(),
            1 => vec![read],
            2 => vec![ConditionalAccessPolicy { state: PolicyState::Disabled, ..read }],
            _ => vec![ConditionalAccessPolicy { applications: vec!["another".to_owned()], ..read }],
        };
        design.resource_tenant.conditional_access = policies;
        let mut acts = vec![Act::Accept, Act::Accept];
        // A policy that is disabled or for another application keeps the terms from everybody here.
        if policy < 2 {
            acts.extend((viewing > 0).then_some(Act::OpenDocument));
            acts.push(Act::Accept);
        }
        acts.extend([Act::LetTimePass(waits[wait]), Act::TryAgain(WayIn::DirectLink)]);
        (design, guest, acts)
    })
}

/// Every three operations, of a pending and of an accepted guest.
pub(super) fn operations() -> impl Iterator<Item = Scenario> {
    let all = [
        Act::Invite,
        Act::InviteSecondAddress,
        Act::ResendInvitation,
        Act::DeleteGuest,
        Act::DeletePermanently,
        Act::RestoreGuest,
        Act::ResetRedemption,
        Act::ResetRedemptionToSecondAddress,
        Act::LeaveOrganization,
        Act::LetTimePass(30 * DAY - 1),
        Act::LetTimePass(30 * DAY),
    ];
    product([all.len(), all.len(), all.len(), 2, 4]).map(move |[one, two, three, accepted, kind]| {
        let (mut design, mut guest) = on(Edition::Y2024, Who::Work, WayIn::EmailLink);
        design.resource_tenant.terms_of_use.push(TermsOfUse::named("Rules"));
        guest.second_address = [None, Some("second@adatum.example"), Some("nina@proseware.example"), None][kind].map(address);
        design.home_tenants[0].users[1].aliases.push(address("second@adatum.example"));
        design.resource_tenant.external_users_may_leave = [None, Some(true), None, Some(false)][kind];
        let mut acts = if accepted > 0 { vec![Act::Accept, Act::Accept] } else { vec![Act::Decline] };
        acts.extend([all[one], all[two], all[three], Act::TryAgain(WayIn::EmailLink)]);
        (design, guest, acts)
    })
}

/// Every change, before the first attempt, after it, and before a reset, for every guest.
pub(super) fn all_changes() -> impl Iterator<Item = Scenario> {
    let changes = changes();
    let ways = [WayIn::EmailLink, WayIn::DirectLink];
    product([4, 9, changes.len(), 2, 4]).map(move |[edition, who, change, way, when]| {
        let (mut design, mut guest) = on(EDITIONS[edition], EVERYBODY[who], ways[way]);
        design.resource_tenant.terms_of_use.push(TermsOfUse::named("Rules"));
        design.resource_tenant.application.permissions = ApplicationPermissions::AdminConsentRequired;
        design.resource_tenant.email_one_time_passcode = EmailOneTimePasscode::Enabled;
        guest.second_address = Some(address("nina@proseware.example"));
        let change = Act::Change(changes[change]);
        let mut redeems = Vec::new();
        if matches!(EVERYBODY[who], Who::Nobody | Who::Missing | Who::Unmanaged) {
            redeems.push(Act::EnterPasscode);
        }
        redeems.extend([Act::Accept, Act::Accept]);
        let again = Act::TryAgain(ways[way]);
        let acts = match when {
            0 => vec![change],
            1 => [redeems, vec![change, again]].concat(),
            2 => [redeems, vec![change, Act::ResetRedemption, again]].concat(),
            _ => [redeems, vec![change, Act::DeleteGuest, Act::Invite, again]].concat(),
        };
        (design, guest, acts)
    })
}
