//! Every redemption order at once: what becomes of all guests under each, or of the people of a list, the best first, with requirements and a
//! way to take one over.
//!
//! Played and ranked by the worker; here it is filtered, sorted and loaded. The design that is varied is always the one in the settings.

mod requirements;
mod table;

use leptos::prelude::*;
use redemption_engine::analysis::orders::Variation;
use redemption_engine::analysis::question::{Answer, OrderRow, Question, Settings};
use redemption_engine::wording;

use super::asked::{self, Asked, Whom};
use crate::controls::Modal;
use crate::state::{App, Dialog};
use crate::words;
use crate::worker::Asking;
use requirements::Requirements;

/// The dialog.
#[component]
pub fn Orders() -> impl IntoView {
    view! {
        <Modal kind=Dialog::Orders title=words::analysis::orders()>
            <Content />
        </Modal>
    }
}

#[component]
fn Content() -> impl IntoView {
    let app = App::expect();
    let asking = Asking::new();
    let required = Requirements::new();
    let design = Memo::new(move |_| app.with(|workspace| workspace.design.clone()));
    let ask = move || {
        let question = Question::Orders { design: Box::new(design.get_untracked()), requirements: required.wanted() };
        asked::ask(app, asking, question);
    };
    Effect::new(move |_| {
        design.track();
        required.track();
        app.asked_list();
        untrack(ask);
    });
    let found = Memo::new(move |_| match asking.answer().as_deref() {
        Some(Answer::Orders { profiles, rows, .. }) => Some((*profiles, rows.clone())),
        _ => None,
    });
    let shown = Memo::new(move |_| {
        let any = required.any();
        found.with(|found| {
            let rows = found.as_ref().map(|(_, rows)| rows.as_slice()).unwrap_or_default();
            rows.iter().filter(|row| !any || row.meets).cloned().collect::<Vec<OrderRow>>()
        })
    });
    // Every row counts the same guests.
    let counted = move || {
        found.with(|found| {
            let (all, rows) = found.as_ref()?;
            let counted = rows.first().and_then(|row| usize::try_from(row.tally[0].possible).ok())?;
            if app.asked_list().is_some() {
                return Some(words::analysis::counts_are_people(counted));
            }
            let kinds = words::analysis::kinds;
            Some(words::analysis::counts_are_kinds(kinds(counted), kinds(all.saturating_sub(counted))))
        })
    };
    let count = move || found.with(|found| found.as_ref().map(|(_, rows)| rows.len()));
    view! {
        <p class="lead">{words::analysis::orders_lead()}</p>
        {move || varied(app).map(|said| view! { <p class="lead" id="orders-design">{said}</p> })}
        <Whom name="orders-whom" />
        <requirements::Filters required=required design=design />
        <Asked asking=asking again=Callback::new(move |()| ask()) />
        <p class="gallery__count" role="status">
            {move || count().map(|all| words::analysis::rows_of(words::number(shown.with(Vec::len)), words::number(all)))}
        </p>
        <Show when=move || count().is_some() && shown.with(Vec::is_empty)>
            <p class="nothing">{words::analysis::nothing_meets()}</p>
        </Show>
        <Show when=move || !shown.with(Vec::is_empty)>
            <p class="lead">{words::analysis::orders_ranked()} " " {counted}</p>
            <table::Table rows=shown />
        </Show>
    }
}

/// Which design is varied, where there are two; followed.
fn varied(app: App) -> Option<&'static str> {
    let has_two = app.with(|workspace| workspace.second_design.is_some());
    has_two.then(|| if app.edits_second() { words::analysis::orders_of_b() } else { words::analysis::orders_of_a() })
}

/// Settings of an order in one line.
fn in_words(settings: &Settings) -> String {
    let primary = settings.order.primary();
    let primary = if primary.is_empty() {
        words::analysis::no_primary().to_owned()
    } else {
        primary.iter().map(|provider| wording::primary(*provider)).collect::<Vec<_>>().join(" → ")
    };
    words::analysis::order_words(primary, wording::fallback(settings.order.fallback()))
}

/// Its switches in one line.
fn switches(settings: &Settings) -> String {
    let passcode = if settings.passcode { words::analysis::passcode_on() } else { words::analysis::passcode_off() };
    let google = if settings.google { words::analysis::google_on() } else { words::analysis::google_off() };
    words::analysis::switches(passcode, google)
}

fn variation(settings: Settings) -> Variation {
    Variation { order: settings.order, passcode: settings.passcode, google: settings.google }
}

/// Puts these settings into the forms.
fn load(app: App, settings: Settings) {
    app.edit(words::analysis::order_loaded(), |workspace| workspace.design = variation(settings).made(&workspace.design));
    app.dialog.set(None);
}

/// Makes the design of the forms with these settings design B, and compares. Where the forms show B, A stays beside it.
fn compare(app: App, settings: Settings) {
    let varied = app.session.with_untracked(|session| variation(settings).made(&session.workspace().design));
    app.set_second(words::analysis::order_as_b(), Some(varied));
    app.dialog.set(Some(Dialog::Compare));
}
