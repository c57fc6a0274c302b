//! The parts of the dialog: requests with their rollback, scripts, JSON of each resource, and what is left out.
//!
//! Everything here is read off the engine's values.

use leptos::prelude::*;
use redemption_engine::design::Design;
use redemption_engine::graph::changes::{Change, Changes, Kind};
use redemption_engine::graph::gaps::gaps;
use redemption_engine::graph::powershell::{Direction, script};
use redemption_engine::graph::request::{Method, Request};
use redemption_engine::graph::resources::{bundle, resources};

use crate::dialogs::text_block::TextBlock;
use crate::words;

/// The changes, each folded, with its requests and those that take it back.
#[component]
pub(super) fn Requests(
    /// What changes.
    made: Memo<Changes>,
) -> impl IntoView {
    let list = move || {
        made.with(|made| made.list.clone()).into_iter().map(|change| view! { <OneChange change=change /> }).collect_view()
    };
    view! {
        <section class="graph-part" aria-labelledby="graph-export-requests">
            <h3 id="graph-export-requests">{words::export::requests()}</h3>
            <p role="status">
                {move || made.with(|made| match (made.list.len(), made.requests().count()) {
                    (0, _) => words::export::nothing_changes_nothing_to_send().to_owned(),
                    (things, requests) => words::export::things_that_change_requests(things, requests),
                })}
            </p>
            {list}
        </section>
    }
}

/// What happens to a thing, as a word.
fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Changed => words::common::changed(),
        Kind::Added => words::export::added(),
        Kind::Removed => words::export::removed(),
        Kind::Replaced => words::export::replaced(),
    }
}

#[component]
fn OneChange(
    /// What changes.
    change: Change,
) -> impl IntoView {
    let Change { tenant, what, kind, forward, back } = change;
    let one = |request: Request| view! { <OneRequest request=request /> };
    let none = back.is_empty().then(|| view! { <p>{words::export::no_request_puts_back_read()}</p> });
    view! {
        <details class="about">
            <summary class="about__head">{what}" ("{kind_name(kind)}")"</summary>
            <div class="about__body">
                <p>{words::export::sent_in(tenant.name)}</p>
                {forward.into_iter().map(one).collect_view()}
                <h4>{words::export::puts_it_back()}</h4>
                {none}
                {back.into_iter().map(one).collect_view()}
            </div>
        </details>
    }
}

#[component]
fn OneRequest(
    /// The request.
    request: Request,
) -> impl IntoView {
    let beta = request.beta.then(|| view! { <p>{words::export::beta_may_change_and_not()}</p> });
    let blanks = request.placeholders.join(", ");
    let blanks = (!blanks.is_empty()).then(|| view! { <p>{words::common::to_fill_in()}<code>{blanks}</code></p> });
    let notes = (!request.notes.is_empty()).then(|| view! { <p>{request.notes.join(" ")}</p> });
    let line = request.line();
    let title = words::export::json_of_request(&line);
    let body = (request.method != Method::Delete).then(|| {
        let text = StoredValue::new(request.body());
        view! { <TextBlock title=title text=Signal::derive(move || text.get_value()) /> }
    });
    view! {
        <div class="request">
            <p><code>{line}</code></p>
            {beta}
            {body}
            {blanks}
            {notes}
            <p>{words::export::permissions()}<code>{request.permissions().join(", ")}</code></p>
            <p>
                {words::common::documented_in()}
                <a href=request.source.url() target="_blank" rel="noreferrer">{request.source.title()}</a>
            </p>
        </div>
    }
}

/// The same as Microsoft Graph PowerShell, there and back.
#[component]
pub(super) fn Scripts(
    /// What changes.
    made: Memo<Changes>,
) -> impl IntoView {
    let text = move |direction| Signal::derive(move || made.with(|made| script(made, direction)));
    view! {
        <section class="graph-part" aria-labelledby="graph-export-scripts">
            <h3 id="graph-export-scripts">{words::export::powershell()}</h3>
            <details class="about">
                <summary class="about__head">{words::export::make_the_changes()}</summary>
                <TextBlock title=words::export::script_makes_changes() text=text(Direction::Forward) file={words::export::changes_ps1()} />
            </details>
            <details class="about">
                <summary class="about__head">{words::export::put_the_former_settings_back()}</summary>
                <TextBlock title=words::export::script_puts_former_settings_back() text=text(Direction::Back) file={words::export::rollback_ps1()} />
            </details>
        </section>
    }
}

/// The open scenario as Microsoft Graph would answer.
#[component]
pub(super) fn Resources(
    /// The open scenario's settings.
    design: Memo<Design>,
) -> impl IntoView {
    let found = Memo::new(move |_| design.with(resources));
    let all = Signal::derive(move || found.with(|found| bundle(found)));
    let one = move || {
        let view = |resource: redemption_engine::graph::resources::Resource| {
            let (name, file) = (resource.kind.name(), resource.file_name());
            let text = StoredValue::new(resource.json());
            view! {
                <details class="about">
                    <summary class="about__head">{name}</summary>
                    <TextBlock title=words::export::json_of_resource(name) text=Signal::derive(move || text.get_value()) file=file />
                </details>
            }
        };
        found.get().into_iter().map(view).collect_view()
    };
    view! {
        <section class="graph-part" aria-labelledby="graph-export-json">
            <h3 id="graph-export-json">{words::export::graph_json()}</h3>
            <p>{words::export::settings_as_microsoft_graph_would()}</p>
            <details class="about">
                <summary class="about__head">{words::export::all_in_one_file()}</summary>
                <TextBlock title=words::export::the_json_of_all_resources() text=all file={words::export::tenant_json()} />
            </details>
            {one}
        </section>
    }
}

/// What no request says, and what Microsoft Graph has no place for.
#[component]
pub(super) fn LeftOut(
    /// The open scenario's settings.
    design: Memo<Design>,
    /// What changes.
    made: Memo<Changes>,
) -> impl IntoView {
    let remarks =
        move || made.with(|made| made.remarks.clone()).into_iter().map(|remark| view! { <li>{remark}</li> }).collect_view();
    let gaps = move || {
        let view =
            |gap: redemption_engine::graph::gaps::Gap| view! { <li><strong>{gap.setting}</strong>": "{gap.reason}"."</li> };
        design.with(gaps).into_iter().map(view).collect_view()
    };
    view! {
        <section class="graph-part" aria-labelledby="graph-export-left-out">
            <h3 id="graph-export-left-out">{words::export::left_out()}</h3>
            <p>{words::export::guests_stories_edition_and_readings()}</p>
            <ul class="changes">{remarks}{gaps}</ul>
        </section>
    }
}
