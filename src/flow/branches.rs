//! The branches of the guest's story: what was done before something else was chosen back in time, to be gone back to.
//!
//! Nothing is shown as long as there is only one story.

use leptos::prelude::*;
use redemption_engine::session::{Branch, Session};
use redemption_engine::trace::{Chapter, Run};
use redemption_engine::wording;

use crate::state::{App, Doer};
use crate::words;

/// What the list says of a branch.
#[derive(Clone, PartialEq)]
struct Entry {
    number: usize,
    is_present: bool,
    depth: usize,
    parts: String,
    ends: &'static str,
}

/// The list, folded away.
#[component]
pub fn Branches() -> impl IntoView {
    let app = App::expect();
    let entries = app.after_paint(move || entries(app));
    view! {
        <Show when=move || entries.with(|entries| !entries.is_empty())>
            <details class="branches">
                <summary class="branches__head">
                    {move || words::flow::branches_of_the_story(entries.with(Vec::len))}
                </summary>
                <ol class="branches__list">
                    <For each=move || entries.get() key=|entry| (entry.number, entry.is_present, entry.parts.clone(), entry.ends) let(entry)>
                        <Row entry=entry />
                    </For>
                </ol>
            </details>
        </Show>
    }
}

#[component]
fn Row(
    /// What it says.
    entry: Entry,
) -> impl IntoView {
    let app = App::expect();
    let Entry { number, is_present, depth, parts, ends } = entry;
    let remove = (!is_present).then(|| {
        view! {
            <button
                class="button button--quiet"
                type="button"
                aria-label=words::flow::remove_branch(number)
                on:click=move |_| app.forget_branch(number)
            >
                "✕"
            </button>
        }
    });
    view! {
        <li class="branch" data-depth=depth.to_string()>
            <button
                class="branch__go"
                type="button"
                data-branch=number.to_string()
                aria-current=is_present.then_some("true")
                on:click=move |_| app.go_to_branch(number)
            >
                <span class="branch__name">{words::flow::branch(number, &parts)}</span>
                <span class="branch__end">{ends}{is_present.then_some(words::flow::now_mark())}</span>
            </button>
            {remove}
        </li>
    }
}

fn entries(app: App) -> Vec<Entry> {
    app.session.with(|session| {
        let branches = session.branches();
        let entry = |branch: &Branch| Entry {
            number: branch.number,
            is_present: branch.is_present,
            depth: depth(&branches, branch).min(4),
            parts: parts(session, branch),
            ends: session.branch_run(branch).as_ref().map_or("", ends),
        };
        branches.iter().map(entry).collect()
    })
}

/// How many branches it is away from the first one.
fn depth(branches: &[Branch], branch: &Branch) -> usize {
    // Each is younger than the one it left, so that the walk ends.
    let from = branch.parting.and_then(|parting| branches.iter().find(|other| other.number == parting.from));
    from.filter(|from| from.number < branch.number).map_or(0, |from| 1 + depth(branches, from))
}

/// What was chosen there.
fn parts(session: &Session, branch: &Branch) -> String {
    let Some(parting) = branch.parting else { return words::flow::as_first_told().to_owned() };
    let resource = &session.workspace().design.resource_tenant;
    let act = wording::act_in(resource, session.asked_at_parting(branch), parting.act);
    words::flow::from_branch(Doer::of(parting.act).name(), act, parting.from)
}

/// How the story ends.
fn ends(run: &Run) -> &'static str {
    run.last_chapter().and_then(Chapter::outcome).map_or(words::common::waiting_for_the_guest(), wording::outcome)
}
