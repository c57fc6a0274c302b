//! The guest's user object at the cursor, with Microsoft Graph's property names, and what changed since the invitation.

use leptos::prelude::*;
use redemption_engine::guest_record::{GuestRecord, ObjectState, guest_record};
use redemption_engine::trace::Place;
use serde_json::Value;

use crate::configure::imported::Imported;
use crate::state::App;
use crate::words;

/// Property, value, and whether the value has changed since the invitation.
type Property = (String, String, bool);

/// The user object as a table.
#[component]
pub(super) fn Directory() -> impl IntoView {
    let app = App::expect();
    let records = app.after_paint(move || {
        let place = app.place();
        app.run.with(|run| {
            let run = run?;
            app.session.with(|session| {
                let guest = session.guest()?;
                let design = &session.workspace().design;
                // Who has redeemed for a fact was invited before the run.
                let after_the_invitation = Place { chapter: usize::from(guest.redeemed.is_none()), step: 0 };
                let invited = guest_record(design, guest, run.steps_before(after_the_invitation));
                Some((invited, guest_record(design, guest, run.steps_before(place)), design.edition))
            })
        })
    });
    let row = |(name, value, changed): Property| {
        let property = name.clone();
        view! {
            <tr data-property=property data-changed=changed.then_some("")>
                <th scope="row">{name}</th>
                <td>
                    <code>{value}</code>
                    {changed.then(|| view! { <span class="record__changed">{words::common::changed()}</span> })}
                </td>
            </tr>
        }
    };
    view! {
        <Imported />
        {move || match records.get() {
            None => view! { <p class="empty">{words::inspect::no_guest_is_selected()}</p> }.into_any(),
            Some((before, now, edition)) => {
                let portal = now.portal(edition);
                view! {
                    <section class="record" aria-labelledby="record-h">
                        <h3 id="record-h">{words::inspect::user_object_in_resource_tenant()}</h3>
                        <p class="record__note">{words::inspect::as_microsoft_graph_names_properties()}</p>
                        {existence(now.object).map(|says| view! { <p class="record__state">{says}</p> })}
                        <table class="record__table">
                            <thead><tr><th scope="col">{words::inspect::property()}</th><th scope="col">{words::inspect::value()}</th></tr></thead>
                            <tbody>{properties(&before, &now).into_iter().map(row).collect_view()}</tbody>
                        </table>
                        <h3>{words::inspect::in_the_portal()}</h3>
                        <dl class="record__portal">
                            {portal
                                .into_iter()
                                .map(|(label, value)| view! { <div class="fact"><dt class="fact__what">{label}</dt><dd class="fact__value">{value}</dd></div> })
                                .collect_view()}
                        </dl>
                    </section>
                }
                    .into_any()
            }
        }}
    }
}

/// A word on an object that is not there; nothing where it is.
fn existence(object: ObjectState) -> Option<&'static str> {
    match object {
        ObjectState::Active => None,
        ObjectState::None => Some(words::inspect::no_guest_object_yet_invitation()),
        ObjectState::SoftDeleted => Some(words::inspect::guest_object_deleted_and_can()),
        ObjectState::Gone => Some(words::inspect::guest_object_gone_for_good()),
    }
}

fn properties(before: &GuestRecord, now: &GuestRecord) -> Vec<Property> {
    let was = serde_json::to_value(before).unwrap_or(Value::Null);
    let Ok(Value::Object(is)) = serde_json::to_value(now) else { return Vec::new() };
    is.into_iter().map(|(name, value)| (name.clone(), shown(&value), was.get(&name) != Some(&value))).collect()
}

/// A value of a property, readable.
pub(crate) fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) if items.is_empty() => "[]".to_owned(),
        Value::Array(items) => {
            let between = if items.iter().any(Value::is_object) { "\n\n" } else { "\n" };
            items.iter().map(shown).collect::<Vec<_>>().join(between)
        }
        Value::Object(entries) => {
            let parts: Vec<String> = entries.iter().map(|(name, value)| format!("{name}: {}", shown(value))).collect();
            parts.join("\n")
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => value.to_string(),
    }
}
