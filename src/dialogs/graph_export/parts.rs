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
            <h3 id="graph-export-requests">"Requests"</h3>
            <p role="status">
                {move || made.with(|made| match (made.list.len(), made.requests().count()) {
                    (0, _) => "Nothing changes: there is nothing to send.".to_owned(),
                    (things, requests) => format!("Things that change: {things}. Requests: {requests}."),
                })}
            </p>
            {list}
        </section>
    }
}

/// What happens to a thing, as a word.
fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Changed => "changed",
        Kind::Added => "added",
        Kind::Removed => "removed",
        Kind::Replaced => "replaced",
    }
}

#[component]
fn OneChange(
    /// What changes.
    change: Change,
) -> impl IntoView {
    let Change { tenant, what, kind, forward, back } = change;
    let one = |request: Request| view! { <OneRequest request=request /> };
    let none = back.is_empty().then(|| view! { <p>"No request puts this back: read the former value first."</p> });
    view! {
        <details class="about">
            <summary class="about__head">{what}" ("{kind_name(kind)}")"</summary>
            <div class="about__body">
                <p>"In "{tenant.name}"."</p>
                {forward.into_iter().map(one).collect_view()}
                <h4>"Puts it back"</h4>
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
    let beta = request.beta.then(|| view! { <p>"Beta: it may change and is not meant for production."</p> });
    let blanks = request.placeholders.join(", ");
    let blanks = (!blanks.is_empty()).then(|| view! { <p>"To fill in: "<code>{blanks}</code></p> });
    let notes = (!request.notes.is_empty()).then(|| view! { <p>{request.notes.join(" ")}</p> });
    let line = request.line();
    let title = format!("the JSON of {line}");
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
            <p>"Permissions: "<code>{request.permissions().join(", ")}</code></p>
            <p>
                "Documented in "
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
            <h3 id="graph-export-scripts">"PowerShell"</h3>
            <details class="about">
                <summary class="about__head">"Make the changes"</summary>
                <TextBlock title="the script that makes the changes" text=text(Direction::Forward) file="changes.ps1" />
            </details>
            <details class="about">
                <summary class="about__head">"Put the former settings back"</summary>
                <TextBlock title="the script that puts the former settings back" text=text(Direction::Back) file="rollback.ps1" />
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
                    <TextBlock title=format!("the JSON of {name}") text=Signal::derive(move || text.get_value()) file=file />
                </details>
            }
        };
        found.get().into_iter().map(view).collect_view()
    };
    view! {
        <section class="graph-part" aria-labelledby="graph-export-json">
            <h3 id="graph-export-json">"Graph JSON"</h3>
            <p>"The settings as Microsoft Graph would answer. The import reads each of them, and all of them in one file."</p>
            <details class="about">
                <summary class="about__head">"All in one file"</summary>
                <TextBlock title="the JSON of all resources" text=all file="tenant.json" />
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
            <h3 id="graph-export-left-out">"Left out"</h3>
            <p>"Guests, their stories, the edition and the readings are the scenario's own. Besides:"</p>
            <ul class="changes">{remarks}{gaps}</ul>
        </section>
    }
}
