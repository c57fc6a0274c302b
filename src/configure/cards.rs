//! Lists of things with settings of their own: a card for each, a button that adds one and one on each card that removes it.
//!
//! What is on a card is written by whoever has the list.

use leptos::prelude::*;
use redemption_engine::workspace::Workspace;

use super::bind::{edit, focus_after_removal};
use super::group::heading;
use crate::controls::{FieldProblems, focus_when_drawn};
use crate::state::App;
use crate::words;

/// A list in the workspace. Its functions get the position of what has the list, where there are several.
pub(super) struct List {
    /// What one of them is called.
    pub(super) what: &'static str,
    /// The label of the button that adds one.
    pub(super) add: &'static str,
    /// The name of the list's controls.
    pub(super) path: fn(usize) -> String,
    /// The name of a card's first control.
    pub(super) first: &'static str,
    /// Title and subtitle of each card.
    pub(super) titles: fn(&Workspace, usize) -> Vec<(String, String)>,
    /// Adds one at the end, where that is possible.
    pub(super) push: fn(&mut Workspace, usize) -> Option<()>,
    /// Removes the one at a position.
    pub(super) cut: fn(&mut Workspace, usize, usize),
    /// Why none can be added.
    pub(super) stuck: fn(&Workspace, usize) -> Option<&'static str>,
    /// Draws the card at a position.
    pub(super) card: fn(usize, usize) -> AnyView,
    /// The level of the cards' headings.
    pub(super) level: u8,
}

/// Removes the value at a position, if it is there.
pub(super) fn remove<T>(list: &mut Vec<T>, at: usize) {
    if at < list.len() {
        list.remove(at);
    }
}

/// The cards of a list that belongs to what has this position.
pub(super) fn cards(list: &'static List, of: usize) -> AnyView {
    view! { <Cards list=list of=of /> }.into_any()
}

/// The cards of a list.
#[component]
fn Cards(
    /// The list.
    list: &'static List,
    /// The position of what has the list.
    of: usize,
) -> impl IntoView {
    let app = App::expect();
    let path = (list.path)(of);
    let titles = Memo::new(move |_| app.with(|workspace| (list.titles)(workspace, of)));
    let count = Memo::new(move |_| titles.with(Vec::len));
    let stuck = Memo::new(move |_| app.with(|workspace| (list.stuck)(workspace, of)));
    let add_path = path.clone();
    let add = move |_| {
        let mut workspace = app.session.with_untracked(|session| session.workspace().clone());
        if let Some(why) = (list.stuck)(&workspace, of) {
            app.announce(words::configure::nothing_added(why));
            return;
        }
        let at = count.get_untracked();
        if (list.push)(&mut workspace, of).is_some() {
            let name = (list.titles)(&workspace, of).pop().map(|(title, _)| title).unwrap_or_default();
            edit(app, &words::configure::added(list.what, &name), move |now| *now = workspace);
            focus_when_drawn(format!("{add_path}.{at}.{}", list.first));
        }
    };
    let (id, add_id, why_id, problems) = (path.clone(), format!("{path}.add"), format!("{path}.why"), path.clone());
    view! {
        <div class="list" id=id tabindex="-1" role="group" aria-label=list.what aria-describedby=format!("{path}-problems")>
            <ul class="cards">
                <For each=move || 0..count.get() key=|at| *at let:at>
                    <Card list=list of=of at=at titles=titles />
                </For>
            </ul>
            <FieldProblems id=problems />
            <p>
                <button
                    class="button"
                    type="button"
                    id=add_id
                    aria-disabled=move || stuck.get().is_some().to_string()
                    aria-describedby=why_id.clone()
                    on:click=add
                >
                    {list.add}
                </button>
            </p>
            <p class="field__help" id=why_id hidden=move || stuck.get().is_none()>{move || stuck.get()}</p>
        </div>
    }
}

/// One card. The first is unfolded.
#[component]
fn Card(
    /// The list.
    list: &'static List,
    /// The position of what has the list.
    of: usize,
    /// The position in the list.
    at: usize,
    /// Title and subtitle of each card.
    titles: Memo<Vec<(String, String)>>,
) -> impl IntoView {
    let app = App::expect();
    let path = (list.path)(of);
    let text = move || titles.with(|titles| titles.get(at).cloned()).unwrap_or_default();
    let (card_id, remove_id) = (format!("{path}.{at}"), format!("{path}.{at}.remove"));
    let remove = move |_| {
        let label = titles.with_untracked(|titles| {
            let title = titles.get(at).map(|(title, _)| title.as_str()).unwrap_or_default();
            words::configure::removed(list.what, title)
        });
        edit(app, &label, move |workspace| (list.cut)(workspace, of, at));
        let left = app.session.with_untracked(|session| (list.titles)(session.workspace(), of).len());
        focus_after_removal(at, left, |at| format!("{path}.{at}.remove"), format!("{path}.add"));
    };
    let labelled = card_id.clone();
    view! {
        <li>
            <details class="card" open=at == 0>
                <summary class="card__head" id=card_id>
                    {heading(list.level, if list.level == 3 { "card__title" } else { "card__name" }, Signal::derive(move || text().0))}
                    <span class="card__about">{move || text().1}</span>
                </summary>
                <div class="card__body" role="group" aria-labelledby=labelled>
                    {(list.card)(of, at)}
                    <p class="card__foot">
                        <button class="button button--quiet" type="button" id=remove_id on:click=remove>
                            {words::common::remove()}
                            <span class="visually-hidden">{move || format!(": {}", text().0)}</span>
                        </button>
                    </p>
                </div>
            </details>
        </li>
    }
}
