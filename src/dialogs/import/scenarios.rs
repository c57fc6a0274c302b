//! The scenarios of a file: each is shown before it is opened or kept, and compared with the open one when that is wanted.
//!
//! Several are folded, so that a file of thousands is drawn at once; what is in one is found out when it is unfolded.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use super::Importer;
use super::reading::{self, Offered};
use crate::dialogs::leave::Leave;
use crate::dialogs::preview::Preview;
use crate::store::{Hears, Kept};
use crate::words;

/// Where a scenario stands: which report, which of its scenarios.
type At = (usize, usize);

/// The scenarios of a file, and the way to keep all of them.
#[component]
pub(super) fn ScenarioList(
    /// What was read, and what became of it.
    import: Importer,
    /// Which report it is.
    at: usize,
    /// The scenarios.
    list: Vec<Offered>,
    /// Asks before unsaved work is left.
    leave: Leave,
) -> impl IntoView {
    let count = list.len();
    let several = count > 1;
    let all = StoredValue::new(list.clone());
    // How many are kept, and how many of these the disk has, or never will.
    let kept = Memo::new(move |_| {
        import.kept.with(|kept| kept.iter().filter(|((report, _), kept)| *report == at && kept.is_ok()).count())
    });
    let settled = RwSignal::new(BTreeMap::<usize, Kept>::new());
    let state = move || {
        let (kept, settled) = (kept.get(), settled.get());
        if kept == 0 {
            return words::import::nothing_is_kept_yet().to_owned();
        }
        let done = words::import::new_under_scenarios_of(kept, count);
        if settled.len() < kept {
            return words::import::saving_of(settled.len(), kept);
        }
        let worst = settled.values().find(|how| **how != Kept::Safely).unwrap_or(&Kept::Safely);
        worst.told(&done, |reason| words::import::not_everything_was_kept(reason)).unwrap_or_else(|not| not)
    };
    let failed = move || {
        import
            .kept
            .with(|kept| kept.iter().find_map(|((report, _), kept)| kept.as_ref().err().filter(|_| *report == at).cloned()))
    };
    let keep_all = move || {
        all.with_value(|all| {
            for (number, offered) in all.iter().enumerate() {
                let is_kept = import.kept.with_untracked(|kept| matches!(kept.get(&(at, number)), Some(Ok(_))));
                if !is_kept {
                    let hears: Hears = Arc::new(move |how| drop(settled.try_update(|settled| settled.insert(number, how))));
                    let result = reading::keep(import.app, offered, hears);
                    import.kept.update(|kept| drop(kept.insert((at, number), result)));
                }
            }
        });
    };
    let head = several.then(|| {
        view! {
            <div class="buttons">
                <button class="button button--primary" type="button" on:click=move |_| keep_all()>
                    {words::import::keep_all_as_new(count)}
                </button>
                <button class="button" type="button" on:click=move |_| import.cancel()>{words::common::cancel()}</button>
                <span role="status">{state}</span>
            </div>
        }
    });
    let entry = move |(number, offered): (usize, Offered)| {
        let name = offered.workspace.name.clone();
        if several {
            view! { <Folded import=import place=(at, number) offered=offered name=name leave=leave /> }.into_any()
        } else {
            view! {
                <li class="report__scenario">
                    <h5 class="incoming__name"><bdi>{name}</bdi></h5>
                    <One import=import place=(at, number) offered=offered leave=leave alone=true />
                </li>
            }
            .into_any()
        }
    };
    view! {
        {head}
        {move || failed().map(|error| view! { <p class="report__error" role="alert">{words::import::not_everything_was_kept(error)}</p> })}
        <ul class="report__scenarios">{list.into_iter().enumerate().map(entry).collect_view()}</ul>
    }
}

/// One of several scenarios: its name, and the rest once it is unfolded.
#[component]
fn Folded(
    /// What was read, and what became of it.
    import: Importer,
    /// Where it stands.
    place: At,
    /// The scenario.
    offered: Offered,
    /// Its name.
    name: String,
    /// Asks before unsaved work is left.
    leave: Leave,
) -> impl IntoView {
    let unfolded = RwSignal::new(false);
    let offered = StoredValue::new(offered);
    view! {
        <li class="report__scenario">
            <details on:toggle=move |_| unfolded.set(true)>
                <summary><bdi>{name}</bdi></summary>
                <Show when=move || unfolded.get()>
                    <One import=import place=place offered=offered.get_value() leave=leave alone=false />
                </Show>
            </details>
        </li>
    }
}

/// A scenario, what differs from the open one, and the ways on.
#[component]
fn One(
    /// What was read, and what became of it.
    import: Importer,
    /// Where it stands.
    place: At,
    /// The scenario.
    offered: Offered,
    /// Asks before unsaved work is left.
    leave: Leave,
    /// Whether it is the only one of its file.
    alone: bool,
) -> impl IntoView {
    let app = import.app;
    let kept = Memo::new(move |_| import.kept.with(|kept| kept.get(&place).and_then(|kept| kept.clone().ok())));
    let (workspace, more) = (offered.workspace.clone(), reading::versions_told(&offered));
    let offered = StoredValue::new(offered);
    let open = Callback::new(move |()| {
        let id = offered.with_value(|offered| match kept.get_untracked() {
            Some(id) => reading::open_kept(app, &id, offered),
            None => reading::open(app, offered),
        });
        import.kept.update(|kept| drop(kept.insert(place, Ok(id))));
        app.dialog.set(None);
    });
    let label =
        Signal::derive(move || if kept.with(Option::is_some) { words::common::open() } else { words::share::open_as_new() });
    let cancel = alone.then(|| Callback::new(move |()| import.cancel()));
    let is_open = move || kept.with(|kept| kept.is_some() && app.store.id.with(|open| Some(open) == kept.as_ref()));
    view! {
        <div class="incoming">
            <Show when=is_open>
                <p class="tag tag--level">{words::common::open_now()}</p>
            </Show>
            <Preview workspace=workspace id=format!("import-{}-{}", place.0, place.1) more=more leave=leave open=open open_label=label cancel=cancel />
        </div>
    }
}
