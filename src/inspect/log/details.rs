//! One entry of a log: a line, and under it everything the entry says, how sure it is, and where that can be read.
//!
//! Labels are the admin center's.

use leptos::prelude::*;
use redemption_engine::log::{AuditEntry, AuditResult, SignInEntry, SignInStatus};
use redemption_engine::wording;

use super::{Grounds, facts, minute};
use crate::words;

/// An audit entry.
pub(super) fn audit(entry: AuditEntry) -> impl IntoView {
    let card = entry.activity.card();
    let actor = entry.initiated_by.identity();
    let who = match &actor.user_principal_name {
        Some(name) => format!("{} ({name})", actor.display_name),
        None => words::inspect::application(&actor.display_name),
    };
    let result = match entry.result {
        AuditResult::Success => words::inspect::success(),
        AuditResult::Failure => words::inspect::failure(),
    };
    let target = match &entry.target.user_principal_name {
        Some(name) => format!("{}: {} ({name})", entry.target.kind, entry.target.display_name),
        None => format!("{}: {}", entry.target.kind, entry.target.display_name),
    };
    let mut rows = vec![
        (words::inspect::service(), Some(card.service.to_owned())),
        (words::inspect::category(), Some(card.category.to_owned())),
        (words::inspect::status(), Some(result.to_owned())),
        (words::inspect::status_reason(), entry.result_reason),
        (words::inspect::initiated_by(), Some(who)),
        (words::inspect::target(), Some(target)),
        (words::inspect::target_id(), Some(entry.target.id)),
    ];
    rows.extend(entry.details.into_iter().map(|(key, value)| (key, Some(value))));
    rows.push((words::inspect::correlation_id(), Some(entry.correlation_id)));
    view! {
        <li>
            <details class="entry" data-activity=card.name data-result=entry.result.word()>
                <summary class="entry__line">
                    <span class="entry__time">{minute(entry.at)}</span>
                    <span class="entry__name">{card.name}</span>
                    <span class="entry__result" data-status=result>{result}</span>
                </summary>
                {facts(rows)}
                {(!entry.modified.is_empty())
                    .then(|| {
                        view! {
                            <table class="record__table entry__changes">
                                <caption class="visually-hidden">{words::inspect::modified_properties()}</caption>
                                <thead>
                                    <tr>
                                        <th scope="col">{words::inspect::property()}</th>
                                        <th scope="col">{words::inspect::old_value()}</th>
                                        <th scope="col">{words::inspect::new_value()}</th>
                                    </tr>
                                </thead>
                                <tbody>
                                    {entry
                                        .modified
                                        .into_iter()
                                        .map(|property| {
                                            view! {
                                                <tr>
                                                    <th scope="row">{property.name}</th>
                                                    <td>{property.old}</td>
                                                    <td>{property.new}</td>
                                                </tr>
                                            }
                                        })
                                        .collect_view()}
                                </tbody>
                            </table>
                        }
                    })}
                <Grounds basis=entry.basis sources=vec![entry.source] />
            </details>
        </li>
    }
}

/// A sign-in entry.
pub(super) fn sign_in(entry: SignInEntry) -> impl IntoView {
    let status = entry.status.word();
    let code = match (entry.status, entry.error_code) {
        (SignInStatus::Success, _) => None,
        (_, Some(code)) => Some(code.to_string()),
        (_, None) => Some(words::inspect::not_documented().to_owned()),
    };
    let number = entry.error_code.filter(|code| *code != 0).map(|code| code.to_string());
    let brief = number.as_ref().map_or_else(|| status.to_owned(), |code| format!("{status} {code}"));
    let policies =
        entry.policies.iter().map(|policy| format!("{}: {}", policy.display_name, wording::policy_result(policy.result)));
    let policies = policies.collect::<Vec<_>>().join("; ");
    let rows = vec![
        (words::inspect::status(), Some(status.to_owned())),
        (words::inspect::sign_in_error_code(), code),
        (words::inspect::failure_reason(), entry.failure_reason),
        (words::common::user(), Some(entry.user.display_name)),
        (words::inspect::username(), Some(entry.user.user_principal_name)),
        (words::inspect::user_id(), entry.user.id),
        (words::common::user_type(), Some(wording::user_type(entry.user.user_type).to_owned())),
        (words::common::application(), Some(format!("{} ({})", entry.app.display_name, entry.app.app_id))),
        (words::inspect::resource_tenant_id(), Some(entry.resource_tenant_id)),
        (words::inspect::home_tenant_id(), entry.home_tenant_id),
        (words::inspect::cross_tenant_access_type(), Some(entry.cross_tenant_access_type.to_owned())),
        (words::inspect::signed_in_at(), entry.identity_provider.map(|provider| wording::provider(provider).to_owned())),
        (
            words::inspect::sign_in_type(),
            Some(if entry.is_interactive { words::inspect::interactive() } else { words::inspect::non_interactive() }.to_owned()),
        ),
        (words::inspect::client_app(), Some(entry.client_app.to_owned())),
        (words::common::conditional_access(), Some(wording::policy_result(entry.conditional_access).to_owned())),
        (words::inspect::policies(), Some(policies)),
        (words::inspect::multifactor_authentication(), Some(wording::multifactor_state(entry.multifactor).to_owned())),
        (words::common::sign_in_risk(), Some(wording::risk_level(entry.risk).to_owned())),
        (words::common::location(), entry.location),
        (words::inspect::device(), Some(wording::device(entry.device).to_owned())),
        (words::inspect::correlation_id(), Some(entry.correlation_id)),
    ];
    view! {
        <li>
            <details class="entry" data-status=status data-code=number>
                <summary class="entry__line">
                    <span class="entry__time">{minute(entry.at)}</span>
                    <span class="entry__name">{entry.app.display_name}</span>
                    <span class="entry__result" data-status=status>
                        {brief}
                    </span>
                </summary>
                {facts(rows)}
                <Grounds basis=entry.basis sources=vec![entry.source] />
            </details>
        </li>
    }
}
