//! What would have to be set otherwise for a check to answer differently, each as an edit that can be tried and undone.
//!
//! Sets of several changes stand in a dialog, to which a button leads. The engine finds the edits by replaying the story under each; they are looked for only when somebody asks.

use leptos::prelude::*;
use redemption_engine::engine::{Edit, Turn, turns};
use redemption_engine::flow::Node;
use redemption_engine::wording;
use redemption_engine::workspace::Workspace;

use crate::state::{App, Dialog};
use crate::words;

/// A turn in words.
#[derive(Clone, PartialEq)]
struct Row {
    edit: Edit,
    what: String,
    who: &'static str,
    then: String,
}

/// The question, and behind it the edits; nothing at an end or an operation, which ask nothing.
#[component]
pub(super) fn Turns(
    /// The check.
    node: Node,
) -> impl IntoView {
    let app = App::expect();
    let open = RwSignal::new(false);
    let rows = Memo::new(move |_| {
        app.track_paints();
        if open.get() { untrack(|| rows(app, node)) } else { Vec::new() }
    });
    let nothing = move || open.get() && rows.with(Vec::is_empty);
    (!matches!(node, Node::End(_) | Node::Operation(_))).then(|| {
        view! {
            <section class="turns">
                <button class="button" type="button" aria-expanded=move || open.get().to_string() on:click=move |_| open.update(|open| *open = !*open)>
                    {words::inspect::what_would_turn_this_answer()}
                </button>
                <Show when=nothing>
                    <p>{words::inspect::no_single_change_setting_or()}</p>
                </Show>
                <ul class="turns__list">
                    <For each=move || rows.get() key=|row| row.what.clone() let(row)>
                        <li class="turn">
                            <p class="turn__what">{row.what.clone()}</p>
                            <p class="turn__then">{format!("{}: {}", row.who, row.then)}</p>
                            <button class="button turn__try" type="button" aria-label=words::inspect::try_what(&row.what) on:click=move |_| try_it(app, row.edit, &row.what)>
                                {words::inspect::try_it()}
                            </button>
                        </li>
                    </For>
                </ul>
            </section>
        }
    })
}

/// Leads to the sets of changes that bring a guest to a check, or in; nothing at an operation.
#[component]
pub(super) fn MoreChanges(
    /// The check or end.
    node: Node,
) -> impl IntoView {
    let app = App::expect();
    (!matches!(node, Node::Operation(_))).then(|| {
        view! {
            <button class="button turns__more" type="button" aria-haspopup="dialog" on:click=move |_| app.dialog.set(Some(Dialog::Ways))>
                {words::ways::what_would_have_to_change()}
            </button>
        }
    })
}

fn rows(app: App, node: Node) -> Vec<Row> {
    let view = app.session.with(|session| session.view());
    let row = |workspace: &Workspace, turn: Turn| {
        let ends = turn.outcome.map(|outcome| words::inspect::then_ends_with(wording::outcome(outcome))).unwrap_or_default();
        Row {
            edit: turn.edit,
            what: wording::edit_in(&workspace.design.resource_tenant, turn.edit).into_owned(),
            who: wording::who(wording::editor(turn.edit)),
            then: words::inspect::then_the_answer_is(wording::answer(node, turn.answer), &ends),
        }
    };
    app.with(|workspace| {
        let Some(guest) = workspace.guests.get(view.guest) else { return Vec::new() };
        turns(&workspace.design, guest, view.place.chapter, node).into_iter().map(|turn| row(workspace, turn)).collect()
    })
}

fn try_it(app: App, edit: Edit, what: &str) {
    let position = app.session.with_untracked(|session| session.view().guest);
    app.edit(&words::inspect::tried(what), |workspace| {
        let Some(guest) = workspace.guests.get_mut(position) else { return };
        if let Some((design, changed)) = edit.made(&workspace.design, guest) {
            workspace.design = design;
            *guest = changed;
        }
    });
}
