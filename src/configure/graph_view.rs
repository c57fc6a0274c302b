//! A group of settings as Microsoft Graph would be sent it: request by request, with a button that copies the body.
//!
//! Nothing is sent. Settings come in by the import, not here. What is not looked at is neither computed nor loaded.

use leptos::html::Pre;
use leptos::prelude::*;
use leptos::task::spawn_local;
use redemption_engine::graph::request::{Group, Request, Sheet, requests};
use web_sys::Element;

use crate::clipboard;
use crate::later::{drawn_later, later};
use crate::state::App;
use crate::words;

/// The requests of a group, folded.
#[component]
pub(super) fn GraphView(
    /// The group's heading.
    title: &'static str,
    /// What the requests are for.
    group: Group,
) -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <details class="about" on:toggle=move |event| open.set(event_target::<Element>(&event).has_attribute("open"))>
            <summary class="about__head">
                {words::configure::microsoft_graph()} <span class="visually-hidden">{format!(": {title}")}</span>
            </summary>
            {move || open.get().then(|| drawn_later(move || sheet_later(title, group)))}
        </details>
    }
}

later! {
    /// The requests, by code that comes later.
    fn sheet_later(title: &'static str, group: Group) -> AnyView {
        view! { <Requests title=title group=group /> }.into_any()
    }
}

/// The requests for the settings as they are now, and what no request says.
#[component]
fn Requests(
    /// The group's heading.
    title: &'static str,
    /// What the requests are for.
    group: Group,
) -> impl IntoView {
    let app = App::expect();
    let sheet = Memo::new(move |_| app.with(|workspace| requests(workspace, group)));
    let count = Memo::new(move |_| sheet.with(|sheet| sheet.requests.len()));
    let remarks = Memo::new(move |_| sheet.with(|sheet| sheet.remarks.clone()));
    view! {
        <div class="about__body">
            <For each=move || 0..count.get() key=|at| *at children=move |at| view! { <OneRequest title=title sheet=sheet at=at /> } />
            {move || remarks.get().into_iter().map(|remark| view! { <p>{remark}</p> }).collect_view()}
        </div>
    }
}

/// One request: tenant, method and path, body, what is to be filled in, and where it is documented.
///
/// Its elements stay while the settings change, so that focus, selection and scroll position do, too.
#[component]
fn OneRequest(
    /// The group's heading.
    title: &'static str,
    /// All requests of the group.
    sheet: Memo<Sheet>,
    /// Which of them.
    at: usize,
) -> impl IntoView {
    let app = App::expect();
    let body_text = NodeRef::<Pre>::new();
    let part = move |read: fn(&Request) -> String| {
        Memo::new(move |_| sheet.with(|sheet| sheet.requests.get(at).map(read).unwrap_or_default()))
    };
    let tenant = part(|request| {
        let beta = if request.beta { words::configure::beta_may_change_and_not() } else { "" };
        words::configure::sent_in(&request.tenant, beta)
    });
    let (line, body) = (part(Request::line), part(Request::body));
    let blanks = part(|request| request.placeholders.join(", "));
    let notes = part(|request| request.notes.join(" "));
    let source = Memo::new(move |_| sheet.with(|sheet| sheet.requests.get(at).map(|request| request.source)));
    let copy = move |_| {
        let text = body.get_untracked();
        spawn_local(async move {
            if clipboard::write_text(&text).await.is_ok() {
                app.announce(words::configure::copied_the_json());
            } else {
                select(body_text);
                app.notify(words::configure::browser_did_not_let_json(), None);
            }
        });
    };
    view! {
        <div class="request">
            <p>{tenant}</p>
            <p><code>{line}</code></p>
            <pre
                class="request__body"
                tabindex="0"
                role="group"
                aria-label=move || words::configure::json(title, at + 1, line.get())
                node_ref=body_text
            ><code>{body}</code></pre>
            <p>
                <button class="button" type="button" on:click=copy>
                    {words::common::copy()} <span class="visually-hidden">{move || words::configure::json_of_request(line.get())}</span>
                </button>
            </p>
            <p hidden=move || blanks.with(String::is_empty)>{words::common::to_fill_in()}<code>{blanks}</code></p>
            <p hidden=move || notes.with(String::is_empty)>{notes}</p>
            {move || {
                source.get().map(|document| {
                    view! {
                        <p>
                            {words::common::documented_in()}
                            <a href=document.url() target="_blank" rel="noreferrer">{document.title()}</a>
                        </p>
                    }
                })
            }}
        </div>
    }
}

/// Selects the text of a body and puts the focus there, for whoever copies it by hand.
fn select(body: NodeRef<Pre>) {
    let Some(body) = body.get_untracked() else { return };
    if body.focus().is_ok()
        && let Ok(Some(selection)) = window().get_selection()
    {
        // What cannot be selected can still be selected by hand.
        drop(selection.select_all_children(&body));
    }
}
