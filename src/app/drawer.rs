//! The drawer: views that stay open under the panels while settings are changed and steps are gone, one at a time.
//!
//! A view is the same as in its dialog; here are the row of their names and the edge that makes the drawer higher. Where only one panel fits,
//! a name opens the dialog. The names come later; their row has its place from the start.

use leptos::prelude::*;

use super::separator::Separator;
use crate::dialogs::Dialogs;
use crate::later::{drawn_later, later};
use crate::state::{App, DRAWER_VIEWS, Dialog, Side};
use crate::words;

/// The drawer with all dialogs.
#[component]
pub fn Drawer() -> impl IntoView {
    let app = App::expect();
    let is_open = Memo::new(move |_| app.drawer.get().is_some() && !app.presentation.on.get());
    let height = move || app.widths.css(Side::Drawer);
    view! {
        <section class="drawer" id="drawer" tabindex="-1" aria-labelledby="drawer-h" data-open=move || is_open.get().then_some("") style:--drawer-height=height>
            <h2 class="visually-hidden" id="drawer-h">{words::frame::drawer()}</h2>
            {drawn_later(names)}
            <Dialogs />
        </section>
    }
}

later! {
    /// The names of the views, and the edge of the one that is open.
    fn names() -> AnyView {
        let app = App::expect();
        view! {
            <Show when=move || app.drawer.get().is_some()>
                <Separator side=Side::Drawer />
            </Show>
            <ul class="drawer__views">{DRAWER_VIEWS.into_iter().map(|view| view! { <li><Name view=view /></li> }).collect_view()}</ul>
        }
        .into_any()
    }
}

/// The id of the button that has a view's name.
pub fn button_of(view: Dialog) -> String {
    format!("drawer-{}", view.name())
}

/// A view's name: opens it in the drawer, and closes it there.
#[component]
fn Name(
    /// The view.
    view: Dialog,
) -> impl IntoView {
    let app = App::expect();
    let is_here = Memo::new(move |_| app.drawer.get() == Some(view));
    let press = move |_| {
        // As in the style sheet.
        let one_column = window().match_media("(width < 50em)").ok().flatten().is_some_and(|query| query.matches());
        if is_here.get_untracked() {
            app.show_in_drawer(None);
        } else if one_column {
            app.dialog.set(Some(view));
        } else {
            app.show_in_drawer(Some(view));
        }
    };
    view! {
        <button
            class="drawer__name"
            id=button_of(view)
            type="button"
            aria-expanded=move || is_here.get().to_string()
            on:click=press
        >
            {label(view)} {move || counted(app, view).map(|count| view! { <span class="drawer__count">{count}</span> })}
        </button>
    }
}

/// What a view is called in the drawer.
fn label(view: Dialog) -> &'static str {
    match view {
        Dialog::Scenarios => words::common::scenarios(),
        Dialog::Golden => words::golden::golden_guests(),
        Dialog::Orders => words::frame::drawer_orders(),
        Dialog::Population => words::frame::drawer_population(),
        Dialog::Findings => words::frame::drawer_findings(),
        Dialog::Problems => words::frame::drawer_problems(),
        Dialog::History => words::common::history(),
        Dialog::Compare => words::frame::drawer_compare(),
        other => other.name(),
    }
}

/// What stands beside a name: how many there are of what the view lists.
fn counted(app: App, view: Dialog) -> Option<AnyView> {
    match view {
        Dialog::Problems => {
            let count = app.all_problems.with(Vec::len);
            (count > 0).then(|| words::number(count).into_any())
        }
        Dialog::Golden => app.golden.with(|checked| {
            let failed = checked.iter().filter(|one| !one.passed()).count();
            let passed = checked.len() - failed;
            (!checked.is_empty()).then(|| {
                view! {
                    <span aria-hidden="true">{words::golden::marks(passed, failed)}</span>
                    <span class="visually-hidden">{words::golden::passed_and_failed(passed, failed)}</span>
                }
                .into_any()
            })
        }),
        _ => None,
    }
}
