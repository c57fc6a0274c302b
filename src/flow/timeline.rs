//! The twin timeline: at each moment what is seen, and beside it what changes in the user object, the mailbox and the logs.
//!
//! Brief on purpose: the whole page, record, mails and entries of the cursor are in the right-hand panel.

use leptos::prelude::*;
use redemption_engine::log::{AuditEntry, SignInEntry};
use redemption_engine::mail::Mail;
use redemption_engine::timeline::{Moment, PropertyChange, timeline};
use redemption_engine::wording;

use super::views::{Drawing, Shown, columns, points, row};
use crate::inspect::shown as readable;
use crate::state::{date_and_time, minutes_at};
use crate::words;

/// The run as a timeline.
#[component]
pub fn Timeline() -> impl IntoView {
    Shown::new().drawn(rows)
}

fn rows(shown: Shown, drawing: &Drawing<'_>) -> AnyView {
    let moments = timeline(drawing.design, drawing.guest, drawing.run, drawing.places);
    let moments = moments.into_iter().map(|one| (one.first, moment(shown, drawing, one))).collect();
    view! {
        <div class="rows" data-rows="timeline">
            {columns([words::flow::steps_and_time(), words::flow::seen(), words::flow::user_object(), words::flow::mails(), words::flow::log_entries()])} {drawing.by_chapter(moments, "rows__list")}
        </div>
    }
    .into_any()
}

fn moment(shown: Shown, drawing: &Drawing<'_>, moment: Moment) -> AnyView {
    let time = date_and_time(drawing.design, drawing.guest, minutes_at(drawing.run, moment.first));
    let title = view! {
        <span class="row__number">{drawing.numbers(moment.first, moment.last)}</span>
        <span class="row__time">{time}</span>
    };
    let state = moment.external_user_state.filter(|_| moment.exists());
    let mut object = vec![view! { <strong>{state.unwrap_or(wording::object_state(moment.object))}</strong> }.into_any()];
    object.extend(moment.changes.iter().map(changed));
    let entries = moment.audit.iter().map(|entry| audit(drawing, entry));
    let entries = entries.chain(moment.sign_ins.iter().map(|entry| sign_in(drawing, entry)));
    row(
        shown.stop("row__go", moment.first, moment.last, title),
        vec![
            (
                words::flow::seen(),
                points(moment.screen.map(|screen| text(wording::screen(screen).to_owned())).into_iter().collect()),
            ),
            (words::flow::user_object(), points(object)),
            (words::flow::mails(), points(moment.mails.iter().map(mail).collect())),
            (words::flow::log_entries(), points(entries.collect())),
        ],
    )
}

fn text(text: String) -> AnyView {
    view! { <span>{text}</span> }.into_any()
}

fn changed(change: &PropertyChange) -> AnyView {
    view! { <code class="row__property">{change.name.clone()}</code>{words::flow::is_now()}<span class="row__new">{readable(&change.now)}</span> }
        .into_any()
}

fn mail(mail: &Mail) -> AnyView {
    text(words::flow::changed_to(wording::mail_kind(mail.kind), &mail.to))
}

fn audit(drawing: &Drawing<'_>, entry: &AuditEntry) -> AnyView {
    let tenant = entry.tenant.name(drawing.design);
    text(words::flow::audit(tenant, entry.activity.card().name, entry.result.word()))
}

fn sign_in(drawing: &Drawing<'_>, entry: &SignInEntry) -> AnyView {
    let tenant = entry.tenant.name(drawing.design);
    let code = entry.error_code.filter(|code| *code != 0).map(|code| format!(" {code}")).unwrap_or_default();
    text(words::flow::sign_in_to(tenant, &entry.app.display_name, entry.status.word(), &code))
}
