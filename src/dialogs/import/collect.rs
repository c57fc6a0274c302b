//! How an administrator gets everything that the import understands: a script that only reads, calls for Graph Explorer, one batch.
//!
//! Nothing is fetched from here.

use leptos::prelude::*;
use redemption_engine::graph::collector::{Call, batch, calls, scopes, script};

use crate::dialogs::text_block::TextBlock;
use crate::state::App;
use crate::words;

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
            <summary class="about__head">{words::import::how_do_i_get_this()}</summary>
            <div class="about__body">
                <p>
                    {words::import::all_only_reads_answers_hold()}
                    <code>{permissions}</code>
                </p>
                <h4>{words::import::with_microsoft_graph_powershell()}</h4>
                <p>{words::import::script_asks_for_everything_and()}</p>
                <TextBlock title=words::import::script_reads_settings() text=text file={words::import::read_tenant_ps1()} />
                <h4>{words::import::with_graph_explorer()}</h4>
                <p>{words::import::make_each_call_and_paste()}</p>
                <ul class="changes">{list}</ul>
                <p>{words::import::or_make_them_once_post()}</p>
                <TextBlock title=words::import::the_body_of_the_batch() text=together(false) />
                <TextBlock title=words::import::body_batch_below_beta() text=together(true) />
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
