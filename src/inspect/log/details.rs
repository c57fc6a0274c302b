//! One entry of a log: a line, and under it everything the entry says, how sure it is, and where that can be read.
//!
//! Labels are the admin center's.

use leptos::prelude::*;
use redemption_engine::log::{AuditEntry, AuditResult, SignInEntry, SignInStatus};
use redemption_engine::wording;

use super::{Grounds, facts, minute};

/// An audit entry.
pub(super) fn audit(entry: AuditEntry) -> impl IntoView {
    let card = entry.activity.card();
    let actor = entry.initiated_by.identity();
    let who = match &actor.user_principal_name {
        Some(name) => format!("{} ({name})", actor.display_name),
        None => format!("{} (application)", actor.display_name),
    };
    let result = match entry.result {
        AuditResult::Success => "Success",
        AuditResult::Failure => "Failure",
    };
    let target = match &entry.target.user_principal_name {
        Some(name) => format!("{}: {} ({name})", entry.target.kind, entry.target.display_name),
        None => format!("{}: {}", entry.target.kind, entry.target.display_name),
    };
    let mut rows = vec![
        ("Service", Some(card.service.to_owned())),
        ("Category", Some(card.category.to_owned())),
        ("Status", Some(result.to_owned())),
        ("Status reason", entry.result_reason),
        ("Initiated by", Some(who)),
        ("Target", Some(target)),
        ("Target id", Some(entry.target.id)),
    ];
    rows.extend(entry.details.into_iter().map(|(key, value)| (key, Some(value))));
    rows.push(("Correlation ID", Some(entry.correlation_id)));
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
                                <caption class="visually-hidden">"Modified properties"</caption>
                                <thead>
                                    <tr>
                                        <th scope="col">"Property"</th>
                                        <th scope="col">"Old value"</th>
                                        <th scope="col">"New value"</th>
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
        (_, None) => Some("not documented".to_owned()),
    };
    let number = entry.error_code.filter(|code| *code != 0).map(|code| code.to_string());
    let brief = number.as_ref().map_or_else(|| status.to_owned(), |code| format!("{status} {code}"));
    let policies =
        entry.policies.iter().map(|policy| format!("{}: {}", policy.display_name, wording::policy_result(policy.result)));
    let policies = policies.collect::<Vec<_>>().join("; ");
    let rows = vec![
        ("Status", Some(status.to_owned())),
        ("Sign-in error code", code),
        ("Failure reason", entry.failure_reason),
        ("User", Some(entry.user.display_name)),
        ("Username", Some(entry.user.user_principal_name)),
        ("User ID", entry.user.id),
        ("User type", Some(wording::user_type(entry.user.user_type).to_owned())),
        ("Application", Some(format!("{} ({})", entry.app.display_name, entry.app.app_id))),
        ("Resource tenant ID", Some(entry.resource_tenant_id)),
        ("Home tenant ID", entry.home_tenant_id),
        ("Cross tenant access type", Some(entry.cross_tenant_access_type.to_owned())),
        ("Signed in at", entry.identity_provider.map(|provider| wording::provider(provider).to_owned())),
        ("Sign-in type", Some(if entry.is_interactive { "Interactive" } else { "Non-interactive" }.to_owned())),
        ("Client app", Some(entry.client_app.to_owned())),
        ("Conditional Access", Some(wording::policy_result(entry.conditional_access).to_owned())),
        ("Policies", Some(policies)),
        ("Multifactor authentication", Some(wording::multifactor_state(entry.multifactor).to_owned())),
        ("Sign-in risk", Some(wording::risk_level(entry.risk).to_owned())),
        ("Location", entry.location),
        ("Device", Some(wording::device(entry.device).to_owned())),
        ("Correlation ID", Some(entry.correlation_id)),
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
