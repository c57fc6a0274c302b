//! The change pack of *Export*: everything that is handed round for the change from design A to design B, to read, copy, save and print.
//!
//! What it says is the engine's; whom the change affects is worked out beside the page. How it looks on paper stands in `crate::paper`.

use std::sync::Arc;

use leptos::prelude::*;
use redemption_engine::analysis::pack::pack;
use redemption_engine::analysis::pack::part::markdown;
use redemption_engine::analysis::question::{Answer, Question};

use crate::dialogs::asked::Asked;
use crate::dialogs::text_block::TextBlock;
use crate::files;
use crate::state::App;
use crate::words;
use crate::worker::Asking;

/// The pack, in a scenario that has a design B.
#[component]
pub(super) fn ChangePack() -> impl IntoView {
    let app = App::expect();
    let has_second = Memo::new(move |_| app.with(|workspace| workspace.second_design.is_some()));
    view! { <Show when=move || has_second.get()><Pack /></Show> }
}

#[component]
fn Pack() -> impl IntoView {
    let app = App::expect();
    let asking = Asking::new();
    // The scenario and design B as they were when it was asked: the pack is about these, whatever is edited meanwhile.
    let about = StoredValue::new(None);
    let ask = move || {
        let (first, second) = untrack(|| app.designs());
        let Some(second) = second else { return };
        let mut workspace = app.session.with_untracked(|session| session.workspace().clone());
        workspace.design = first.clone();
        workspace.second_design = None;
        about.set_value(Some((workspace, second.clone())));
        asking.ask(&Question::Affected { first: Box::new(first), second: Box::new(second) });
    };
    let stem = app.session.with_untracked(|session| files::stem(&session.workspace().name, "scenario"));
    let file = StoredValue::new(format!("{stem}-change-pack.md"));
    let made = move || {
        let answer = asking.answer()?;
        let Answer::Affected(affected) = &*answer else { return None };
        let parts = about.with_value(|about| {
            let (workspace, second) = about.as_ref()?;
            Some(Arc::new(pack(workspace, second, affected)))
        })?;
        let text = markdown(&parts);
        let print = move |_| {
            app.dialog.set(None);
            app.sheet.set(Some(Arc::clone(&parts)));
            app.preview(true);
        };
        Some(view! {
            <div class="buttons">
                <button class="button button--primary" type="button" on:click=print>{words::export::read_and_print()}</button>
            </div>
            <TextBlock title=words::export::the_change_pack() text=Signal::derive(move || text.clone()) file=file.get_value() />
        })
    };
    view! {
        <section class="exports" aria-labelledby="export-pack">
            <h3 id="export-pack">{words::export::change_pack()}</h3>
            <p class="exports__about">{words::export::change_pack_about()}</p>
            <div class="buttons">
                <button class="button" type="button" on:click=move |_| ask()>{words::export::make_the_change_pack()}</button>
            </div>
            <Asked asking=asking again=Callback::new(move |()| ask()) />
            {made}
        </section>
    }
}
