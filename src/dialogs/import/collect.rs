//! How an administrator gets everything that the import understands: a script that only reads, calls for Graph Explorer, one batch.
//!
//! Nothing is fetched from here.

use leptos::prelude::*;
use redemption_engine::graph::collector::{Call, batch, calls, scopes, script};

use crate::dialogs::text_block::TextBlock;
use crate::state::App;

/// What to run where, and which permissions it takes.
#[component]
pub(super) fn Collect() -> impl IntoView {
    let app = App::expect();
    let found = Memo::new(move |_| app.with(|workspace| calls(&workspace.design)));
    let text = Signal::derive(move || app.with(|workspace| script(&workspace.design)));
    let together = move |beta| Signal::derive(move || found.with(|calls| batch(calls, beta)));
    let permissions = move || found.with(|calls| scopes(calls).join(", "));
    let list = move || found.get().into_iter().map(|call| view! { <OneCall call=call /> }).collect_view();
    view! {
        <details class="about">
            <summary class="about__head">"How do I get this?"</summary>
            <div class="about__body">
                <p>
                    "All of it only reads. The answers hold names and addresses of guests; they stay in this browser. Permissions: "
                    <code>{permissions}</code>
                </p>
                <h4>"With Microsoft Graph PowerShell"</h4>
                <p>"The script asks for everything and leaves one text on the clipboard and in tenant.json."</p>
                <TextBlock title="the script that reads the settings" text=text file="read-tenant.ps1" />
                <h4>"With Graph Explorer"</h4>
                <p>"Make each call and paste the answers one after another, as many as you like."</p>
                <ul class="changes">{list}</ul>
                <p>"Or make them at once: POST https://graph.microsoft.com/v1.0/$batch with this body, and the same below beta."</p>
                <TextBlock title="the body of the batch" text=together(false) />
                <TextBlock title="the body of the batch below beta" text=together(true) />
            </div>
        </details>
    }
}

#[component]
fn OneCall(
    /// The call.
    call: Call,
) -> impl IntoView {
    view! {
        <li>
            <code>{call.line()}</code>
            " ("
            {call.scope}
            "; "
            <a href=call.source.url() target="_blank" rel="noreferrer">{call.source.title()}</a>
            ")"
        </li>
    }
}
